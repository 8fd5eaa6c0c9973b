"""remove_background, segment_image, upscale_image and image_to_3d: pictures as shapes and sizes."""

from typing import Any

from studio.accounts.prices import image_price, mesh_price, utility_price
from studio.catalogue.images import CUT_OUT, MESH, MESH_OF_VIEWS, SEGMENTER, UPSCALER
from studio.renderers.api import RenderError
from studio.renderers.pictures.upscale import LEAST_EDGE, MOST_EDGE, SCALES, target_size
from studio.renderers.regions.marks import (
    MOST_BOXES,
    MOST_LETTERS,
    MOST_POINTS,
    read_boxes,
    read_points,
    read_words,
)
from studio.tools.api import Arguments, Media, MediaTool, Piece, ToolRefusal, Work
from studio.tools.image_common import SOURCE, URL, piece, renders

_SHARE = {"type": "number", "minimum": 0, "maximum": 1}
_LABEL = {"type": "string", "enum": ["positive", "negative"]}
_VIEWS = (("left", 1), ("back", 2), ("right", 3))
_MESH_OPTIONS = {
    "meshTargetFaces": (5_000, 700_000),
    "textureSize": (1024, 4096),
    "normalMapSize": (512, 2048),
    "ambientOcclusionSize": (256, 1024),
}


def _cut(arguments: Arguments, media: Media) -> Work:
    source = piece(arguments, media, url="source_image_url")
    applied = arguments.get("applyMask") is not False
    made = renders(
        {},
        workflow="cut_out",
        model=CUT_OUT,
        prompt="",
        size=(0, 0),
        inputs={"startingImage": source},
        options={"applyMask": applied},
    )
    return Work("image", CUT_OUT, made, utility_price())


def _segment(arguments: Arguments, media: Media) -> Work:
    source = piece(arguments, media, url="source_image_url")
    text = str(arguments.get("text") or "").strip()
    points, boxes = list(arguments.get("points") or []), list(arguments.get("boxes") or [])
    _check_selection(text, points, boxes, arguments)
    options: dict[str, Any] = {
        "points": points,
        "boxes": boxes,
        "threshold": float(arguments.get("threshold", 0.5)),
    }
    if text:
        options["text"] = text
    for name in ("maxInstances", "multimask", "applyMask"):
        if arguments.get(name) is not None:
            options[name] = arguments[name]
    made = renders(
        {},
        workflow="segment",
        model=SEGMENTER,
        prompt=text,
        size=(0, 0),
        inputs={"startingImage": source},
        options=options,
    )
    return Work("image", SEGMENTER, made, utility_price())


def _check_selection(text: str, points: list[Any], boxes: list[Any], arguments: Arguments) -> None:
    """The service's rules for what may be combined."""
    if not text and not points and not boxes:
        raise ToolRefusal("Say what to select: text, points or boxes.", "USER_INPUT_INCOMPLETE")
    if text and points:
        raise ToolRefusal("Text and points cannot be combined; use one of them.")
    if points and len(boxes) > 1:
        raise ToolRefusal("Points go with one box at most.")
    if not text and any(box.get("label") == "negative" for box in boxes):
        raise ToolRefusal("A negative box needs text beside it.")
    if arguments.get("multimask") is True and not points:
        raise ToolRefusal("multimask needs points.")
    try:
        read_words(text)
        read_points(points)
        read_boxes(boxes)
    except RenderError as refused:
        raise ToolRefusal(str(refused)) from refused


def _upscale(arguments: Arguments, media: Media) -> Work:
    source = piece(arguments, media)
    longest = arguments.get("targetLongestEdge")
    if longest is not None and not LEAST_EDGE <= float(longest) <= MOST_EDGE:
        raise ToolRefusal(f"targetLongestEdge can be from {LEAST_EDGE} to {MOST_EDGE} pixels.")
    scale = arguments.get("scale") or 2
    if scale not in SCALES:
        raise ToolRefusal("scale can be 2, 3 or 4.")
    size = (0, 0)
    if source.width and source.height:
        try:
            size = target_size(
                source.width, source.height, float(scale), int(longest) if longest else None
            )
        except RenderError as refused:
            raise ToolRefusal(str(refused)) from refused
    options = {"scale": scale, **({"targetLongestEdge": int(longest)} if longest else {})}
    made = renders(
        {},
        workflow="upscale",
        model=UPSCALER,
        prompt="",
        size=size,
        inputs={"startingImage": source},
        options=options,
    )
    return Work("image", UPSCALER, made, image_price(size[0] or 2048, size[1] or 2048))


def _model(arguments: Arguments, media: Media) -> Work:
    inputs: dict[str, Piece] = {"startingImage": piece(arguments, media, url="source_image_url")}
    for view, slot in _VIEWS:
        if arguments.get(f"{view}_view_image_url"):
            inputs[f"contextImage{slot}"] = media.at_address(
                "image", str(arguments[f"{view}_view_image_url"])
            )
        elif arguments.get(f"{view}ViewImageIndex") is not None:
            inputs[f"contextImage{slot}"] = media.at(
                "image", int(arguments[f"{view}ViewImageIndex"])
            )
    options: dict[str, int] = {}
    for name, (least, most) in _MESH_OPTIONS.items():
        if arguments.get(name) is not None:
            if not least <= int(arguments[name]) <= most:
                raise ToolRefusal(f"{name} can be from {least} to {most}.")
            options[name] = int(arguments[name])
    resolution = int(arguments.get("shapeResolution") or 1024)
    if resolution not in (1024, 1536):
        raise ToolRefusal("shapeResolution can be 1024 or 1536.")
    model = MESH_OF_VIEWS if len(inputs) > 1 else MESH
    made = renders(
        {},
        kind="model",
        workflow="i23d",
        model=model,
        prompt="",
        size=(0, 0),
        inputs=inputs,
        options={**options, "shapeResolution": resolution},
    )
    return Work("model", model, made, mesh_price(resolution))


REMOVE_BACKGROUND = MediaTool(
    name="remove_background",
    properties={
        "sourceImageIndex": SOURCE,
        "source_image_url": URL,
        "applyMask": {
            "type": "boolean",
            "description": "False gives the soft mask instead of the cut-out.",
        },
    },
    required=(),
    plan=_cut,
)
SEGMENT_IMAGE = MediaTool(
    name="segment_image",
    properties={
        "sourceImageIndex": SOURCE,
        "source_image_url": URL,
        "text": {
            "type": "string",
            "minLength": 1,
            "maxLength": MOST_LETTERS,
            "description": "What to select, such as “the red ball on the left”.",
        },
        "points": {
            "type": "array",
            "maxItems": MOST_POINTS,
            "items": {
                "type": "object",
                "properties": {"x": _SHARE, "y": _SHARE, "label": _LABEL},
                "required": ["x", "y", "label"],
            },
        },
        "boxes": {
            "type": "array",
            "maxItems": MOST_BOXES,
            "items": {
                "type": "object",
                "properties": {
                    "x0": _SHARE,
                    "y0": _SHARE,
                    "x1": _SHARE,
                    "y1": _SHARE,
                    "label": _LABEL,
                },
                "required": ["x0", "y0", "x1", "y1"],
            },
        },
        "maxInstances": {"type": "integer", "minimum": 1, "maximum": 16},
        "threshold": _SHARE,
        "multimask": {"type": "boolean"},
        "applyMask": {
            "type": "boolean",
            "description": "True cuts the selection out; otherwise a black and white mask.",
        },
    },
    required=(),
    plan=_segment,
)
UPSCALE_IMAGE = MediaTool(
    name="upscale_image",
    properties={
        "sourceImageIndex": SOURCE,
        "scale": {"type": "integer", "enum": list(SCALES), "description": "2 without it."},
        "targetLongestEdge": {
            "type": "integer",
            "minimum": LEAST_EDGE,
            "maximum": MOST_EDGE,
            "description": "Instead of scale: 3840 is 4K, 7680 is 8K.",
        },
    },
    required=(),
    plan=_upscale,
)
IMAGE_TO_3D = MediaTool(
    name="image_to_3d",
    properties={
        "sourceImageIndex": SOURCE,
        "source_image_url": URL,
        **{f"{view}ViewImageIndex": SOURCE for view, _ in _VIEWS},
        **{f"{view}_view_image_url": URL for view, _ in _VIEWS},
        **{
            name: {"type": "integer", "minimum": least, "maximum": most}
            for name, (least, most) in _MESH_OPTIONS.items()
        },
        "shapeResolution": {"type": "integer", "enum": [1024, 1536]},
    },
    required=(),
    plan=_model,
)
