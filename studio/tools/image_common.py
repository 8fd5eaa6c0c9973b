"""What the picture tools share: which piece is meant, which model, which size, which seeds."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from studio.accounts.prices import image_price
from studio.catalogue.image_sizes import misfit
from studio.renderers.api import RenderRequest
from studio.tools.api import Arguments, Media, Piece, ToolRefusal
from studio.tools.seeds import MOST_VARIATIONS, versions

USUAL_PIXELS = 1024 * 1024
_LARGEST = 4096
_EXACT = re.compile(r"\s*(\d{2,5})\s*[x×]\s*(\d{2,5})\s*(?:px)?\s*")
SCALES = [1, 1.5, 2, 3, 4]
PROMPT = {
    "type": "string",
    "minLength": 1,
    "maxLength": 4000,
    "description": "What is wanted, in words.",
}
VARIATIONS = {
    "type": "integer",
    "minimum": 1,
    "maximum": MOST_VARIATIONS,
    "description": "How many results. With {a|b|c} in the prompt each takes its own branch.",
}
ASPECT = {
    "type": "string",
    "description": "A ratio such as 16:9, or exact pixels such as 1920x1080.",
}
SCALE = {"type": "number", "enum": SCALES, "description": "Size of the result against the source."}
SOURCE = {
    "type": "integer",
    "description": "Picture to work on: 0, 1, 2 … results, -1, -2 … uploads. Without it the latest result.",
}
FORMAT = {"type": "string", "enum": ["png", "jpg", "jpeg", "webp"], "description": "File format."}
URL = {
    "type": "string",
    "description": "Address of a picture of this session, instead of its index.",
}


def piece(
    arguments: Arguments, media: Media, index: str = "sourceImageIndex", url: str = ""
) -> Piece:
    """The picture an index or address argument names; without one the latest result, else the first upload."""
    if url and arguments.get(url):
        return media.at_address("image", str(arguments[url]))
    if arguments.get(index) is not None:
        return media.at("image", int(arguments[index]))
    found = media.latest("image")
    if found is None:
        raise ToolRefusal(
            "There is no picture yet. Upload or generate one first.", "ASSET_NOT_FOUND"
        )
    return found


def model_id(arguments: Arguments, usual: str, known: Mapping[str, str]) -> str:
    """The model an argument names, by its short name or its id; `known` are those of the tool."""
    named = str(arguments.get("model") or usual)
    found = known.get(named, named)
    if found not in known.values():
        names = ", ".join(known)
        raise ToolRefusal(
            f"This studio has no model {named} for this. It has {names}.", "MODEL_UNAVAILABLE"
        )
    return found


def selectors(known: Mapping[str, str]) -> list[str]:
    """Short names and ids, for a schema."""
    return list(dict.fromkeys((*known, *known.values())))


def ratio_size(text: str, pixels: int, most: int = 2048) -> tuple[int, int]:
    """Width and height for “16:9” with about so many pixels on a grid of 16, or exactly for “1920x1080”."""
    exact = _EXACT.fullmatch(text)
    if exact:
        return int(exact[1]), int(exact[2])
    parts = re.fullmatch(r"\s*(\d{1,4}(?:\.\d+)?)\s*[:/]\s*(\d{1,4}(?:\.\d+)?)\s*", text)
    named = {
        "square": (1, 1),
        "portrait": (2, 3),
        "landscape": (3, 2),
        "vertical": (9, 16),
        "widescreen": (16, 9),
    }
    across, down = (
        (float(parts[1]), float(parts[2])) if parts else named.get(text.strip().lower(), (0, 0))
    )
    if not across or not down or not 0.1 <= across / down <= 10:
        raise ToolRefusal(f"“{text}” is no aspect ratio. Say 16:9, or pixels such as 1920x1080.")
    height = (pixels * down / across) ** 0.5
    width = height * across / down
    shrink = min(most / max(width, height), 1)
    return max(round(width * shrink / 16) * 16, 16), max(round(height * shrink / 16) * 16, 16)


def is_exact(arguments: Arguments) -> bool:
    """Whether the arguments name the result's pixels, and no mere shape."""
    named = str(arguments.get("aspectRatio") or "")
    return bool(arguments.get("width") or arguments.get("height") or _EXACT.fullmatch(named))


def larger(size: tuple[int, int], scale: float) -> tuple[int, int]:
    """The size so many times, on a grid of 16, as far as changed pictures go."""
    scale = min(scale, _LARGEST / max(size))
    return max(round(size[0] * scale / 16) * 16, 16), max(round(size[1] * scale / 16) * 16, 16)


def asked_size(arguments: Arguments, source: Piece | None, model: str) -> tuple[int, int]:
    """Width and height the arguments ask for, (0, 0) when they leave it to the source. Refuses out of bounds."""
    width, height = arguments.get("width"), arguments.get("height")
    own = (
        (source.width, source.height) if source and source.width and source.height else (1024, 1024)
    )
    if width or height:
        size = int(width or height or 0), int(height or width or 0)
        if source is not None and not (width and height):
            size = (
                (int(width), round(int(width) * own[1] / own[0]))
                if width
                else (round(int(height or 0) * own[0] / own[1]), int(height or 0))
            )
    elif arguments.get("aspectRatio"):
        size = ratio_size(str(arguments["aspectRatio"]), own[0] * own[1])
        if misfit(model, *size):  # a shape alone asks for no size: any that the model makes will do
            size = ratio_size(str(arguments["aspectRatio"]), USUAL_PIXELS)
    else:
        return 0, 0
    wrong = misfit(model, *size)
    if wrong:
        raise ToolRefusal(wrong)
    return size


def form_of(arguments: Arguments) -> str:
    """outputFormat, with jpeg spelled jpg."""
    form = str(arguments.get("outputFormat") or "").lower()
    return "jpg" if form == "jpeg" else form


def edit_price(
    source: Piece, size: tuple[int, int], scale: float = 1, references: int = 0
) -> Decimal:
    """Spark for one changed picture: by the size of the result."""
    width, height = size if all(size) else (source.width or 1024, source.height or 1024)
    return image_price(round(width * scale), round(height * scale), references)


def renders(
    arguments: Arguments,
    *,
    workflow: str,
    model: str,
    prompt: str,
    size: tuple[int, int],
    inputs: Mapping[str, Piece],
    kind: str = "image",
    count: int = 1,
    **more: Any,
) -> tuple[RenderRequest, ...]:
    """The renders of one call, one for each variation."""
    paths = {name: one.path for name, one in inputs.items()}
    return tuple(
        RenderRequest(
            kind=kind,
            workflow=workflow,
            model_id=model,
            prompt=prompt,
            seed=seed,
            width=size[0],
            height=size[1],
            variation=variation,
            output_format=form_of(arguments),
            inputs=paths,
            **more,
        )
        for seed, variation in versions(arguments, count)
    )
