"""Video models, their tiers and sizes. Video ids must be known to the SDKs, which refuse invented ones."""

from typing import Any

from studio.catalogue import video_vendors
from studio.catalogue.model import DEFAULT_FPS, Model, bounds, size
from studio.catalogue.video_families import FAMILIES, Family

_GRID = 16
_SAMPLERS = (
    "euler", "euler_ancestral", "euler_cfg_pp", "res_2s", "res_2m", "res_multistep", "uni_pc", "uni_pc_bh2", "dpmpp_2m",
    "dpmpp_sde", "dpmpp_2m_sde", "ddim", "lcm", "heun",
)  # fmt: skip
_SCHEDULERS = (
    "simple", "normal", "karras", "beta", "beta57", "sgm_uniform", "ddim_uniform", "linear_quadratic", "kl_optimal",
)  # fmt: skip

_NEEDS = {
    "ia2v": ("referenceImage", "referenceAudio"),
    "a2v": ("referenceAudio",),
    "s2v": ("referenceImage", "referenceAudio"),
    "v2v": ("referenceVideo",),
    "animate-move": ("referenceImage", "referenceVideo"),
    "animate-replace": ("referenceImage", "referenceVideo"),
    "upscale": ("referenceVideo",),
}
_NAMES = {
    "t2v": "Text to Video",
    "i2v": "Image to Video",
    "ia2v": "Image and Audio to Video",
    "a2v": "Audio to Video",
    "v2v": "Video to Video",
    "s2v": "Sound to Video",
    "animate-move": "Animate Move",
    "animate-replace": "Animate Replace",
}


def _model(template: str, family: str, tier: str, workflow: str) -> Model:
    return Model(
        template.format(workflow),
        f"{family} {_NAMES[workflow]}",
        tier,
        "video",
        workflow,
        needs=_NEEDS.get(workflow, ()),
    )


_LTX25, _LTX23 = "ltx25-22b-int8_{}_distilled", "ltx23-22b-fp8_{}_distilled"
_WAN, _WAN_FAST = "wan_v2.2-14b-fp8_{}", "wan_v2.2-14b-fp8_{}_lightx2v"

MODELS = (
    _model(_LTX25, "LTX 2.5", "ltx25-video", "i2v"),
    _model(_LTX25, "LTX 2.5", "ltx25-video", "ia2v"),
    _model(_LTX25, "LTX 2.5", "ltx25-video", "a2v"),
    _model(_LTX25, "LTX 2.5", "ltx25-video", "t2v"),
    _model(_LTX25, "LTX 2.5", "ltx25-v2v", "v2v"),
    _model(_LTX23, "LTX 2.3", "ltx23-video", "t2v"),
    _model(_LTX23, "LTX 2.3", "ltx23-video", "i2v"),
    _model(_LTX23, "LTX 2.3", "ltx23-video", "ia2v"),
    _model(_LTX23, "LTX 2.3", "ltx23-video", "a2v"),
    _model(_LTX23, "LTX 2.3", "ltx23-v2v", "v2v"),
    _model(_WAN, "WAN 2.2", "wan22-video", "t2v"),
    _model(_WAN, "WAN 2.2", "wan22-video", "i2v"),
    _model(_WAN, "WAN 2.2", "wan22-video", "s2v"),
    _model(_WAN_FAST, "WAN 2.2 Fast", "wan22-video", "t2v"),
    _model(_WAN_FAST, "WAN 2.2 Fast", "wan22-video", "i2v"),
    _model(_WAN_FAST, "WAN 2.2 Fast", "wan22-video", "s2v"),
    _model(_WAN_FAST, "WAN 2.2", "wan22-animate", "animate-move"),
    _model(_WAN_FAST, "WAN 2.2", "wan22-animate", "animate-replace"),
    Model(
        "flashvsr_v1.1_tiny_long_bf16",
        "FlashVSR Video Upscale",
        "flashvsr",
        "video",
        "upscale",
        needs=_NEEDS["upscale"],
    ),
    *video_vendors.MODELS,
)


def _common(most_s: float, fps: tuple[int, ...], **more: Any) -> dict[str, Any]:
    """What every tier of films says."""
    return {
        "type": "video",
        "steps": bounds(1, 60, 8, 1),
        "guidance": {"min": 0, "max": 20, "default": 1, "decimals": 2},
        "shift": {"min": 0, "max": 100, "default": 5, "decimals": 2},
        "fps": {"allowed": sorted(fps), "default": fps[0]},
        "duration": bounds(1, int(most_s), 5, 1),
        "width": bounds(480, 3840, 832, 16),
        "height": bounds(480, 3840, 480, 16),
        "maxPixels": 3840 * 2160,
        "comfySampler": {"allowed": list(_SAMPLERS), "default": "euler"},
        "comfyScheduler": {"allowed": list(_SCHEDULERS), "default": "simple"},
        **more,
    }


def _tier(family: Family) -> dict[str, Any]:
    """The tier of a family. LTX's video-to-video is run with a scheduler of its own."""
    sizes, (width, height) = family.sizes, family.usual_size
    if not family.kept:
        grid = max(sizes.grid, _GRID)
        tier = _common(
            family.most_s,
            family.fps,
            width=bounds(sizes.least, sizes.most, width, grid),
            height=bounds(sizes.least, sizes.most, height, grid),
            maxPixels=sizes.most_pixels,
        )
        if family.tier.endswith("-v2v"):
            tier["comfyScheduler"]["allowed"].append("manual_sigmas")
        return tier
    told: dict[str, Any] = {
        "duration": {
            "min": round(family.least_s, 2),
            "max": round(family.most_s, 2),
            "default": family.usual_s,
            "step": 1,
        },
        "width": bounds(sizes.least, sizes.most, width, sizes.grid),
        "height": bounds(sizes.least, sizes.most, height, sizes.grid),
        "maxPixels": sizes.most_pixels,
    }
    if family.steps is not None:
        told["steps"] = bounds(family.steps, family.steps, family.steps, 1)
        told["guidance"] = {"min": 1, "max": 1, "default": 1, "decimals": 0}
    return _common(family.most_s, family.fps, **told)


TIERS = {
    **{one.tier: _tier(one) for one in FAMILIES},
    "flashvsr": _common(600, (DEFAULT_FPS, *range(1, 61)), steps=bounds(1, 60, 1, 1)),
}

SIZES = [
    size("video_16_9", "Wide", 832, 480, "16:9"),
    size("video_9_16", "Tall", 480, 832, "9:16"),
    size("video_1_1", "Square", 640, 640, "1:1"),
    size("video_16_9_720", "Wide 720p", 1280, 720, "16:9"),
    size("video_9_16_720", "Tall 720p", 720, 1280, "9:16"),
]
