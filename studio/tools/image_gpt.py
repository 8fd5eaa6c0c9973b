"""What GPT Image lets a call say of the file: its background and its quality. Other models leave it aside."""

from typing import Any

from studio.catalogue import MODELS
from studio.catalogue.images import MASKED_EDIT
from studio.tools.api import Arguments, ToolRefusal
from studio.tools.image_common import form_of

PROPERTIES: dict[str, dict[str, Any]] = {
    "gptImageBackground": {
        "type": "string",
        "enum": ["auto", "opaque", "transparent"],
        "description": "With GPT Image 2.5: transparent leaves the subject alone, as PNG or WebP.",
    },
    "gptImageOutputCompression": {
        "type": "integer",
        "minimum": 0,
        "maximum": 100,
        "description": "With GPT Image: the quality of a JPG or WebP.",
    },
}


def gpt_options(arguments: Arguments, model: str) -> dict[str, Any]:
    """What the renderer is told; ToolRefusal for what the model or the format cannot do."""
    if MODELS[model].tier != MODELS[MASKED_EDIT].tier:
        return {}
    form = form_of(arguments)
    told: dict[str, Any] = {}
    if arguments.get("gptImageBackground") == "transparent":
        if not model.startswith("gpt-image-2.5"):
            raise ToolRefusal("A transparent background is made by GPT Image 2.5 only.")
        if form == "jpg":
            raise ToolRefusal("A JPG cannot be transparent: ask for PNG or WebP.")
        told["background"] = "transparent"
    if arguments.get("gptImageOutputCompression") is not None:
        if form not in ("jpg", "webp"):
            raise ToolRefusal("gptImageOutputCompression goes with JPG or WebP only.")
        told["compression"] = int(arguments["gptImageOutputCompression"])
    return told
