"""The limits of the image models, family by family: sizes in pixels, steps, how many pictures they can look at."""

from typing import Any

from studio.catalogue.model import MOST_PX, SAMPLER, SCHEDULER, STEPS, bounds

MOST_CONTEXT = {"gpt-image": 16, "flux3": 10, "identity-edit": 2, "moss": 0, "moss-8step": 0}
"""Reference pictures a family looks at; all others look at USUAL_CONTEXT."""
_MANY_STEPS = {"min": 1, "max": 50, "default": 20, "step": 1}


def _tier(least: int, most: int, step: int = 8, **more: Any) -> dict[str, Any]:
    return {
        "type": "image",
        "steps": STEPS,
        "guidance": {"min": 0, "max": 10, "default": 1, "decimals": 1},
        "comfySampler": SAMPLER,
        "comfyScheduler": SCHEDULER,
        "width": bounds(least, most, 1024, step),
        "height": bounds(least, most, 1024, step),
        **more,
    }


TIERS: dict[str, dict[str, Any]] = {
    "z-image-turbo": _tier(256, 2560),
    "dark-beast-z": _tier(256, 2048),
    "krea2-turbo": _tier(256, 2560),
    "z-image": _tier(256, 2560, steps=_MANY_STEPS),
    "qwen": _tier(256, 2560, steps=_MANY_STEPS),
    "flux3": _tier(256, 4096),
    "gpt-image": _tier(256, 3840, minPixels=655_360, maxPixels=8_294_400, maxRatio=3),
    "moss": _tier(512, 2048, 16, steps=_MANY_STEPS),
    "moss-8step": _tier(512, 2048, 16, steps={"min": 8, "max": 8, "default": 8, "step": 1}),
    "chroma-flash": _tier(256, 2048),
    "chroma": _tier(256, 2048, steps=_MANY_STEPS),
    "sdxl": _tier(256, 2048, steps=_MANY_STEPS),
    "one-obsession": _tier(256, 1920, steps=_MANY_STEPS),
    "qwen-edit": _tier(256, 2560, steps=_MANY_STEPS),
    "identity-edit": _tier(512, 2048),
    "rtx-vsr": _tier(512, MOST_PX),
    "matting": _tier(16, 4096, 1),
    "segment": _tier(16, 4096, 1),
    "pixal3d": _tier(256, 4096),
}
