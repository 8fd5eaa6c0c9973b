"""Small stand-ins for hosted tools, under their real names: quick pictures, and words."""

from decimal import Decimal

from studio.renderers.api import RenderRequest
from studio.tools.api import Arguments, Media, MediaTool, TextTool, Tool, Work

PRICE = Decimal(2)
SIDE = 64


def _draw(arguments: Arguments, media: Media) -> Work:
    seed = int(arguments.get("seed", 7))
    count = int(arguments.get("numberOfVariations", 1))
    renders = tuple(
        RenderRequest("image", "t2i", "z", arguments["prompt"], seed, SIDE, SIDE, variation=place)
        for place in range(count)
    )
    return Work("image", "z_image_turbo_bf16", renders, PRICE)


def _edit(arguments: Arguments, media: Media) -> Work:
    index = arguments.get("sourceImageIndex")
    piece = media.latest("image") if index is None else media.at("image", int(index))
    assert piece is not None, "the tests give it one"
    order = RenderRequest(
        "image", "i2i", "z", arguments["prompt"], int(arguments.get("seed", 7)), SIDE, SIDE,
        inputs={"startingImage": piece.path},
    )  # fmt: skip
    return Work("image", "z_image_turbo_bf16", (order,), PRICE)


_PROMPT = {"type": "string"}
_WHOLE = {"type": "integer"}
TOOLS: dict[str, Tool] = {
    "generate_image": MediaTool(
        "generate_image",
        {"prompt": _PROMPT, "seed": _WHOLE, "numberOfVariations": _WHOLE | {"maximum": 16}},
        ("prompt",),
        _draw,
    ),
    "edit_image": MediaTool(
        "edit_image",
        {"prompt": _PROMPT, "seed": _WHOLE, "sourceImageIndex": _WHOLE, "mask_image_url": _PROMPT},
        ("prompt",),
        _edit,
    ),
    "compose_lyrics": TextTool(
        "compose_lyrics",
        {"prompt": _PROMPT},
        ("prompt",),
        lambda given: {"lyrics": f"[verse]\n{given['prompt']}\nla la la", "duration_seconds": 6},
    ),
    "add_subtitles": TextTool(
        "add_subtitles",
        {"cues": {"type": "array"}, "srt": _PROMPT},
        (),
        lambda given: {"message": given.get("srt") or str(given.get("cues"))},
    ),
}
