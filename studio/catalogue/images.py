"""Image models, their tiers and sizes."""

from typing import Any

from studio.catalogue.model import SAMPLER, SCHEDULER, STEPS, Model, bounds, size

MODELS = (
    Model("z_image_turbo_bf16", "Z-Image Turbo", 1, "z-image-turbo", "image", "t2i"),
    Model("krea2_turbo_fp8_scaled", "Krea 2 Turbo", 2, "krea2-turbo", "image", "t2i"),
)


def _tier() -> dict[str, Any]:
    return {
        "type": "image",
        "steps": STEPS,
        "guidance": {"min": 0, "max": 10, "default": 1, "decimals": 1},
        "comfySampler": SAMPLER,
        "comfyScheduler": SCHEDULER,
        "width": bounds(256, 2048, 1024, 8),
        "height": bounds(256, 2048, 1024, 8),
    }


TIERS = {"z-image-turbo": _tier(), "krea2-turbo": _tier()}

SIZES = [
    size("square_hd", "Square", 1024, 1024, "1:1"),
    size("landscape_16_9", "Wide", 1024, 576, "16:9"),
    size("portrait_9_16", "Tall", 576, 1024, "9:16"),
    size("landscape_4_3", "Landscape", 1024, 768, "4:3"),
    size("portrait_3_4", "Portrait", 768, 1024, "3:4"),
    size("portrait_2_3", "Poster", 832, 1248, "2:3"),
]
