"""generate_image and edit_image."""

from studio.accounts.prices import image_price
from studio.catalogue import MODELS
from studio.catalogue.image_sizes import bounds_of
from studio.catalogue.images import DEFAULT_IMAGE, EDITORS, MASKED_EDIT, PAINTERS, QUICK_EDIT
from studio.catalogue.loras import MOST, UnknownLora, with_looks
from studio.renderers.edits.combine import speaks_of_more
from studio.tools.api import Arguments, Media, MediaTool, Piece, ToolRefusal, Work
from studio.tools.image_common import (
    ASPECT,
    FORMAT,
    PROMPT,
    SOURCE,
    VARIATIONS,
    asked_size,
    edit_price,
    model_id,
    piece,
    renders,
    selectors,
)
from studio.tools.image_gpt import PROPERTIES, gpt_options
from studio.tools.seeds import count_of

_USUAL = (1024, 1024)
_SIDE = {"type": "integer", "minimum": 256, "maximum": 4096}
_SEED = {
    "type": "integer",
    "minimum": -1,
    "maximum": 2**53,
    "description": "-1 draws one; the same seed gives the same picture.",
}


def _generate(arguments: Arguments, media: Media) -> Work:
    model = model_id(arguments, DEFAULT_IMAGE, PAINTERS)
    share = arguments.get("starting_image_strength")
    start: Piece | None = None
    if share is not None or arguments.get("sourceImageIndex") is not None:
        start = piece(arguments, media)
    size = asked_size(arguments, start, model)
    if not all(size):
        size = _like(start, model) if start else _USUAL
    kept = 0.5 if share is None else min(max(float(share), 0.0), 1.0)
    made = renders(
        arguments,
        workflow="i2i" if start else "t2i",
        model=model,
        prompt=_with_looks(arguments),
        size=size,
        inputs={"startingImage": start} if start else {},
        count=count_of(arguments),
        strength=1 - kept,
        options=gpt_options(arguments, model),
        negative_prompt=str(arguments.get("negativePrompt") or ""),
    )
    return Work("image", model, made, image_price(*size))


def _with_looks(arguments: Arguments) -> str:
    """The prompt with the words of the LoRAs that are asked for; ToolRefusal for one that is none of the studio's."""
    try:
        return with_looks(str(arguments["prompt"]), arguments)
    except UnknownLora as unknown:
        raise ToolRefusal(str(unknown)) from unknown


def _like(start: Piece, model: str) -> tuple[int, int]:
    """The size of the starting picture, within the model's bounds, on a grid of 8."""
    least, most = bounds_of(model)
    width, height = start.width or 1024, start.height or 1024
    scale = min(most / max(width, height), 1.0)
    scale = max(scale, least / min(width, height))
    return (
        min(max(round(width * scale / 8) * 8, least), most),
        min(max(round(height * scale / 8) * 8, least), most),
    )


def _edit(arguments: Arguments, media: Media) -> Work:
    mask = arguments.get("mask_image_url")
    model = model_id(arguments, MASKED_EDIT if mask else QUICK_EDIT, EDITORS)
    if mask and MODELS[model].tier != MODELS[MASKED_EDIT].tier:
        raise ToolRefusal("mask_image_url goes with GPT Image only: name it, or no model.")
    source = piece(arguments, media)
    prompt = str(arguments["prompt"])
    others = _references(prompt, source, media, MODELS[model].most_context - 1)
    inputs = {f"contextImage{number + 1}": one for number, one in enumerate((source, *others))}
    if mask:
        inputs["referenceMask"] = _mask(media.at_address("image", str(mask)), source)
    size = asked_size(arguments, source, model)
    made = renders(
        arguments,
        workflow="edit",
        model=model,
        prompt=prompt,
        size=size,
        inputs=inputs,
        count=count_of(arguments),
        options=gpt_options(arguments, model),
    )
    return Work("image", model, made, edit_price(source, size, references=1 + len(others)))


_MASK = {
    "type": "string",
    "description": "With GPT Image: a PNG as large as the picture, whose see-through parts are changed. Its address, "
    "or the file itself as data:image/png;base64.",
}


def _mask(mask: Piece, source: Piece) -> Piece:
    """The mask; ToolRefusal unless it is a PNG of its picture's size."""
    if mask.mime != "image/png":
        raise ToolRefusal("The mask must be a PNG.")
    sizes = [(one.width, one.height) for one in (mask, source)]
    if None not in (*sizes[0], *sizes[1]) and sizes[0] != sizes[1]:
        (width, height), (wanted, high) = sizes
        raise ToolRefusal(
            f"The mask must be as large as its picture, {wanted}x{high}, not {width}x{height}."
        )
    return mask


def _references(prompt: str, source: Piece, media: Media, most: int) -> list[Piece]:
    """The further pictures of the session, uploads first, when the prompt speaks of more than one."""
    if not speaks_of_more(prompt):
        return []
    rest = [
        one
        for one in (*media.given("image"), *reversed(media.made("image")))
        if one.path != source.path
    ]
    return rest[:most]


def _named(arguments: Arguments, media: Media) -> Work:
    if not str(arguments.get("prompt") or "").strip():
        raise ToolRefusal("Say in words what the picture shall be.", "USER_INPUT_INCOMPLETE")
    return _generate(arguments, media)


GENERATE_IMAGE = MediaTool(
    name="generate_image",
    properties={
        "prompt": PROMPT,
        "model": {"type": "string", "enum": selectors(PAINTERS)},
        "width": _SIDE,
        "height": _SIDE,
        "aspectRatio": ASPECT,
        "numberOfVariations": VARIATIONS,
        "negativePrompt": {
            "type": "string",
            "maxLength": 4000,
            "description": "What shall not be in the picture.",
        },
        "starting_image_strength": {
            "type": "number",
            "minimum": 0,
            "maximum": 1,
            "description": "How much of the source picture stays.",
        },
        "sourceImageIndex": SOURCE,
        "seed": _SEED,
        "outputFormat": FORMAT,
        "loras": {
            "type": "array",
            "items": {"type": "string", "minLength": 1},
            "minItems": 1,
            "maxItems": MOST,
            "description": "Looks to add, by their ids in the LoRA catalogue.",
        },
        "loraStrengths": {
            "type": "array",
            "items": {"type": "number"},
            "minItems": 1,
            "maxItems": MOST,
            "description": "How strong each of them is, 0 to 1.",
        },
        **PROPERTIES,
    },
    required=("prompt",),
    plan=_named,
)
EDIT_IMAGE = MediaTool(
    name="edit_image",
    properties={
        "prompt": PROMPT,
        "model": {"type": "string", "enum": selectors(EDITORS)},
        "sourceImageIndex": SOURCE,
        "numberOfVariations": VARIATIONS,
        "width": _SIDE,
        "height": _SIDE,
        "aspectRatio": ASPECT,
        "seed": _SEED,
        "outputFormat": FORMAT,
        "mask_image_url": _MASK,
        **PROPERTIES,
    },
    required=("prompt",),
    plan=_edit,
)
