"""apply_style, restore_photo, refine_result and change_angle: one picture, one kind of change."""

from typing import Any

from studio.catalogue.images import FULL_EDIT, QUICK_EDIT
from studio.tools.api import Arguments, Media, MediaTool, Piece, ToolRefusal, Work
from studio.tools.image_common import (
    ASPECT,
    PROMPT,
    SCALE,
    SOURCE,
    VARIATIONS,
    asked_size,
    edit_price,
    is_exact,
    larger,
    piece,
    renders,
)
from studio.tools.seeds import count_of

_ORIGINAL = {
    "type": "integer",
    "description": "Result to change: 0, 1, 2 …; -1 is the original upload. Without it the latest result.",
}


def _changed(
    workflow: str, arguments: Arguments, source: Piece, *, model: str = QUICK_EDIT, **options: Any
) -> Work:
    scale = float(arguments.get("scale") or 1)
    size = asked_size(arguments, source, model)
    if all(size) and not is_exact(arguments):
        size = larger(size, scale)
    prompt = str(arguments.get("prompt") or arguments.get("description") or "")
    made = renders(
        arguments,
        workflow=workflow,
        model=model,
        prompt=prompt,
        size=size,
        inputs={"contextImage1": source},
        count=count_of(arguments),
        options={"scale": scale, **options},
    )
    scaled = 1 if all(size) else scale
    return Work("image", model, made, edit_price(source, size, scaled, references=1))


def _style(arguments: Arguments, media: Media) -> Work:
    return _changed("apply_style", arguments, _result_or_original(arguments, media))


def _result_or_original(arguments: Arguments, media: Media) -> Piece:
    """Any negative index is the original: these tools know no other upload."""
    index = arguments.get("sourceImageIndex")
    if index is not None and int(index) < 0:
        return media.at("image", -1)
    return piece(arguments, media)


def _restore(arguments: Arguments, media: Media) -> Work:
    uploads = media.given("image")
    if not uploads:
        raise ToolRefusal(
            "restore_photo works on the uploaded photo, and none was uploaded.", "ASSET_NOT_FOUND"
        )
    model = FULL_EDIT if arguments.get("quality") == "hq" else QUICK_EDIT
    return _changed("restore_photo", arguments, uploads[0], model=model)


def _refine(arguments: Arguments, media: Media) -> Work:
    index = arguments.get("sourceImageIndex")
    if index is not None and int(index) < 0 and media.made("image"):
        return _changed("refine_result", arguments, media.at("image", len(media.made("image")) - 1))
    return _changed("refine_result", arguments, piece(arguments, media))


def _angle(arguments: Arguments, media: Media) -> Work:
    strength = min(max(float(arguments.get("loraStrength") or 0.9), 0.1), 1.0)
    source = _result_or_original(arguments, media)
    return _changed("change_angle", arguments, source, loraStrength=strength)


APPLY_STYLE = MediaTool(
    name="apply_style",
    properties={
        "prompt": PROMPT,
        "sourceImageIndex": _ORIGINAL,
        "scale": SCALE,
        "aspectRatio": ASPECT,
    },
    required=("prompt",),
    plan=_style,
)
RESTORE_PHOTO = MediaTool(
    name="restore_photo",
    properties={
        "prompt": PROMPT,
        "numberOfVariations": VARIATIONS,
        "quality": {"type": "string", "enum": ["fast", "hq"]},
        "scale": SCALE,
        "aspectRatio": ASPECT,
    },
    required=("prompt",),
    plan=_restore,
)
REFINE_RESULT = MediaTool(
    name="refine_result",
    properties={
        "prompt": PROMPT,
        "sourceImageIndex": SOURCE,
        "numberOfVariations": VARIATIONS,
        "scale": SCALE,
        "aspectRatio": ASPECT,
    },
    required=("prompt",),
    plan=_refine,
)
CHANGE_ANGLE = MediaTool(
    name="change_angle",
    properties={
        "description": {
            "type": "string",
            "minLength": 1,
            "maxLength": 400,
            "description": "Side, height and distance: “front-right quarter view eye-level shot medium shot”.",
        },
        "sourceImageIndex": _ORIGINAL,
        "loraStrength": {
            "type": "number",
            "minimum": 0.1,
            "maximum": 1.0,
            "description": "How far the camera goes.",
        },
        "aspectRatio": ASPECT,
    },
    required=("description",),
    plan=_angle,
)
