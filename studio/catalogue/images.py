"""Image models under Sogni's own ids and selectors. One painter makes them all; what differs are their limits."""

from studio.catalogue.image_tiers import MOST_CONTEXT, TIERS
from studio.catalogue.model import USUAL_CONTEXT, Model, size

__all__ = ["TIERS"]

UPSCALER = "rtx_vsr_pro"
CUT_OUT = "birefnet_image_background_removal_fp16"
SEGMENTER = "sam3_image_segment_bf16"
MESH, MESH_OF_VIEWS = "pixal3d_int8_i23d", "pixal3d_multiview_int8_i23d"
QUICK_EDIT, FULL_EDIT = "qwen_image_edit_2511_fp8_lightning", "qwen_image_edit_2511_fp8"
IDENTITY_EDIT, MASKED_EDIT = "krea2_identity_edit_v1_2", "gpt-image-2.5-flare"
DEFAULT_IMAGE = "z_image_turbo_bf16"
_ONE = ("startingImage",)

# The short name that tools use, the full id, the name, the tier.
_PAINTERS = (
    ("z-turbo", DEFAULT_IMAGE, "Z-Image Turbo", "z-image-turbo"),
    ("krea-2-turbo", "krea2_turbo_fp8_scaled", "Krea 2 Turbo", "krea2-turbo"),
    ("z-image", "z_image_bf16", "Z-Image", "z-image"),
    ("qwen-2512-lightning", "qwen_image_2512_fp8_lightning", "Qwen Image 2512 Lightning", "qwen"),
    ("qwen-2512", "qwen_image_2512_fp8", "Qwen Image 2512", "qwen"),
    ("flux-3-klein", "flux3_image_klein_sd_int8_convrot", "FLUX 3 Image Klein", "flux3"),
    ("gpt-image-2", "gpt-image-2", "GPT Image 2", "gpt-image"),
    ("gpt-image-2.5-sunburst", "gpt-image-2.5-sunburst", "GPT Image 2.5 Sunburst", "gpt-image"),
    ("gpt-image-2.5-flare", "gpt-image-2.5-flare", "GPT Image 2.5 Flare", "gpt-image"),
    ("moss-image", "moss_image_sft_int8_convrot", "MOSS-Image SFT", "moss"),
    ("moss-image-8step", "moss_image_sft_dmd8_int8_convrot", "MOSS-Image 8-Step", "moss-8step"),
    ("dark-beast-krea2", "dark_beast_krea2_fp8", "Dark Beast Krea 2", "krea2-turbo"),
    ("dark-beast-z-turbo", "dark_beast_z_image_turbo_v9_bf16", "Dark Beast Z-Image Turbo", "dark-beast-z"),
    ("chroma-v46-flash", "chroma-v.46-flash_fp8", "Chroma v46 Flash", "chroma-flash"),
    ("chroma1-hd", "chroma1-hd_fp8_scaled", "Chroma1 HD", "chroma"),
    ("chroma-detail", "chroma-v48-detail-svd_fp8", "Chroma v48 Detail", "chroma"),
    ("one-obsession-v22", "one_obsession_v22_fp16", "One Obsession v22", "one-obsession"),
    ("pony-v7", "coreml-cyberrealisticPony_v7", "CyberRealistic Pony v7", "sdxl"),
    ("albedo-xl", "coreml-albedobaseXL_v31Large", "AlbedoBase XL v3.1 Large", "sdxl"),
    ("animagine-xl", "coreml-animagineXL40_v4Opt", "Animagine XL 4.0", "sdxl"),
    ("anima-pencil-xl", "coreml-animaPencilXL_v500", "Anima Pencil XL v5", "sdxl"),
    ("art-universe-xl", "coreml-artUniverse_sdxlV60", "Art Universe XL v6", "sdxl"),
    ("hyphoria-real", "coreml-hyphoriaRealIllu_v05", "Hyphoria Real v0.5", "sdxl"),
    ("analog-madness-xl", "coreml-analogMadnessSDXL_xl2", "Analog Madness XL v2", "sdxl"),
    ("cyberrealistic-xl", "coreml-cyberrealisticXL_v60", "CyberRealistic XL v6", "sdxl"),
    ("real-dream-xl", "coreml-realDream_sdxlPony11", "Real Dream XL 11", "sdxl"),
    ("faetastic-xl", "coreml-sdxlFaetastic_v24", "Faetastic XL v24", "sdxl"),
    ("zavychroma-xl", "coreml-zavychromaxl_v80", "ZavyChroma XL v8", "sdxl"),
    ("pony-faetality", "coreml-ponyFaetality_v11", "Pony Faetality v1.1", "sdxl"),
    ("dreamshaper-xl", "coreml-DreamShaper-XL1-Alpha2", "DreamShaper XL1 Alpha 2", "sdxl"),
)  # fmt: skip
_EDITORS = (
    ("qwen-lightning", QUICK_EDIT, "Qwen Image Edit 2511 Lightning", "qwen-edit"),
    ("qwen", FULL_EDIT, "Qwen Image Edit 2511", "qwen-edit"),
    ("krea-identity-edit", IDENTITY_EDIT, "Krea 2 Identity Edit", "identity-edit"),
    ("dark-beast-krea2-identity-edit", "dark_beast_krea2_identity_edit_v1_2",
     "Dark Beast Krea 2 Identity Edit", "identity-edit"),
)  # fmt: skip
_BOTH = ("gpt-image", "flux3")
"""Families that paint and take instructions to change a picture alike."""


def _model(row: tuple[str, str, str, str], workflow: str) -> Model:
    _, name, title, tier = row
    most = MOST_CONTEXT.get(tier, USUAL_CONTEXT)
    return Model(name, title, tier, "image", workflow, most_context=most)


MODELS = (
    *(_model(row, "t2i") for row in _PAINTERS),
    *(_model(row, "edit") for row in _EDITORS),
    Model(UPSCALER, "RTX VSR Pro", "rtx-vsr", "image", "upscale", _ONE),
    Model(CUT_OUT, "BiRefNet Background Removal", "matting", "image", "cut_out", _ONE),
    Model(SEGMENTER, "SAM 3 Image Segmentation", "segment", "image", "segment", _ONE),
    Model(MESH, "Pixal3D Image to 3D", "pixal3d", "model", "i23d", _ONE),
    Model(MESH_OF_VIEWS, "Pixal3D Multi-View to 3D", "pixal3d", "model", "i23d", _ONE),
)
PAINTERS = {row[0]: row[1] for row in _PAINTERS}
"""What `generate_image` knows, by short name."""
EDITORS = {row[0]: row[1] for row in (*_EDITORS, *(one for one in _PAINTERS if one[3] in _BOTH))}
"""What `edit_image` knows, by short name."""

SIZES = [
    size("square_hd", "Square", 1024, 1024, "1:1"),
    size("landscape_16_9", "Wide", 1024, 576, "16:9"),
    size("portrait_9_16", "Tall", 576, 1024, "9:16"),
    size("landscape_4_3", "Landscape", 1024, 768, "4:3"),
    size("portrait_3_4", "Portrait", 768, 1024, "3:4"),
    size("portrait_2_3", "Poster", 832, 1248, "2:3"),
]
