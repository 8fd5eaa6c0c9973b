"""Image models, their tiers and sizes."""

from typing import Any

from studio.catalogue.model import MOST_PX, SAMPLER, SCHEDULER, STEPS, Model, bounds, size

UPSCALER = "rtx_vsr_pro"
CUT_OUT = "birefnet_image_background_removal_fp16"
SEGMENTER = "sam3_image_segment_bf16"
MESH, MESH_OF_VIEWS = "pixal3d_int8_i23d", "pixal3d_multiview_int8_i23d"
QUICK_EDIT, FULL_EDIT = "qwen_image_edit_2511_fp8_lightning", "qwen_image_edit_2511_fp8"
IDENTITY_EDIT = "krea2_identity_edit_v1_2"
DEFAULT_IMAGE = "z_image_turbo_bf16"
_ONE = ("startingImage",)

MODELS = (
    Model(DEFAULT_IMAGE, "Z-Image Turbo", 1, "z-image-turbo", "image", "t2i"),
    Model("krea2_turbo_fp8_scaled", "Krea 2 Turbo", 2, "krea2-turbo", "image", "t2i"),
    Model("z_image_bf16", "Z-Image", 3, "z-image", "image", "t2i"),
    Model("qwen_image_2512_fp8_lightning", "Qwen Image 2512 Lightning", 4, "qwen", "image", "t2i"),
    Model("qwen_image_2512_fp8", "Qwen Image 2512", 5, "qwen", "image", "t2i"),
    Model("flux3_image_klein_sd_int8_convrot", "FLUX 3 Image Klein", 6, "flux3", "image", "t2i"),
    Model(QUICK_EDIT, "Qwen Image Edit 2511 Lightning", 41, "qwen-edit", "image", "edit"),
    Model(FULL_EDIT, "Qwen Image Edit 2511", 42, "qwen-edit", "image", "edit"),
    Model(IDENTITY_EDIT, "Krea 2 Identity Edit", 43, "identity-edit", "image", "edit"),
    Model(
        "dark_beast_krea2_identity_edit_v1_2",
        "Dark Beast Krea 2 Identity Edit",
        44,
        "identity-edit",
        "image",
        "edit",
    ),
    Model(UPSCALER, "RTX VSR Pro", 45, "rtx-vsr", "image", "upscale", _ONE),
    Model(CUT_OUT, "BiRefNet Background Removal", 46, "matting", "image", "cut_out", _ONE),
    Model(SEGMENTER, "SAM 3 Image Segmentation", 47, "segment", "image", "segment", _ONE),
    Model(MESH, "Pixal3D Image to 3D", 48, "pixal3d", "model", "i23d", _ONE),
    Model(MESH_OF_VIEWS, "Pixal3D Multi-View to 3D", 49, "pixal3d", "model", "i23d", _ONE),
)
SELECTORS = {
    "z-turbo": DEFAULT_IMAGE,
    "z-image": "z_image_bf16",
    "krea-2-turbo": "krea2_turbo_fp8_scaled",
    "qwen-2512": "qwen_image_2512_fp8",
    "qwen-2512-lightning": "qwen_image_2512_fp8_lightning",
    "flux-3-klein": "flux3_image_klein_sd_int8_convrot",
    "qwen-lightning": QUICK_EDIT,
    "qwen": FULL_EDIT,
    "krea-identity-edit": IDENTITY_EDIT,
    "dark-beast-krea2-identity-edit": "dark_beast_krea2_identity_edit_v1_2",
}
"""The short names tools use."""


def _tier(least: int, most: int, step: int = 8) -> dict[str, Any]:
    return {
        "type": "image",
        "steps": STEPS,
        "guidance": {"min": 0, "max": 10, "default": 1, "decimals": 1},
        "comfySampler": SAMPLER,
        "comfyScheduler": SCHEDULER,
        "width": bounds(least, most, 1024, step),
        "height": bounds(least, most, 1024, step),
    }


def _wide_steps(tier: dict[str, Any]) -> dict[str, Any]:
    return {**tier, "steps": {"min": 1, "max": 50, "default": 20, "step": 1}}


TIERS = {
    "z-image-turbo": _tier(256, 2560),
    "krea2-turbo": _tier(256, 2560),
    "z-image": _wide_steps(_tier(256, 2560)),
    "qwen": _wide_steps(_tier(256, 2560)),
    "flux3": _tier(256, 4096),
    "qwen-edit": _wide_steps(_tier(256, 2560)),
    "identity-edit": _tier(512, 2048),
    "rtx-vsr": _tier(512, MOST_PX),
    "matting": _tier(16, 4096, 1),
    "segment": _tier(16, 4096, 1),
    "pixal3d": _tier(256, 4096),
}
SIZES = [
    size("square_hd", "Square", 1024, 1024, "1:1"),
    size("landscape_16_9", "Wide", 1024, 576, "16:9"),
    size("portrait_9_16", "Tall", 576, 1024, "9:16"),
    size("landscape_4_3", "Landscape", 1024, 768, "4:3"),
    size("portrait_3_4", "Portrait", 768, 1024, "3:4"),
    size("portrait_2_3", "Poster", 832, 1248, "2:3"),
]
