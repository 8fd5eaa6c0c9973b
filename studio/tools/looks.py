"""Tools that tell what a medium is. They make nothing, cost nothing and are not among the thirty of the manifest."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from studio.tools.api import KINDS, Arguments, Media, Piece, ToolRefusal
from studio.tools.looking import described, metadata

_INDEX = {"type": "integer", "description": "0, 1 … are results, -1, -2 … uploads."}
_URL = {
    "type": "string",
    "maxLength": 4096,
    "description": "An address of the studio, in place of an index.",
}
_ASKED = {"type": "string", "maxLength": 4000, "description": "What to look for."}


@dataclass(frozen=True)
class LookTool:
    """`look` reads files, so it is called in a thread; it raises ToolRefusal."""

    name: str
    properties: Mapping[str, Mapping[str, Any]]
    required: tuple[str, ...]
    look: Callable[[Arguments, Media], dict[str, Any]]


def _analyze_image(arguments: Arguments, media: Media) -> dict[str, Any]:
    found = _told(described, _meant(arguments, media, ("image",)))
    return {"analysis": found, "message": found["description"]}


def _analyze_video(arguments: Arguments, media: Media) -> dict[str, Any]:
    piece = _meant(arguments, media, ("video",))
    found = _told(metadata, piece)
    size = f"{piece.width} by {piece.height} pixels"
    return {"analysis": found, "message": f"A film of {piece.duration_s or 0:.1f} seconds, {size}."}


def _extract(arguments: Arguments, media: Media) -> dict[str, Any]:
    return {"metadata": _told(metadata, _meant(arguments, media, KINDS))}


def _meant(arguments: Arguments, media: Media, kinds: tuple[str, ...]) -> Piece:
    """The medium named by address or by index, else the newest of the first kind there is."""
    if arguments.get("url"):
        piece = media.by_url(arguments["url"])
        if piece.kind not in kinds:
            raise ToolRefusal(f"The file is no {' or '.join(kinds)}.", "ASSET_NOT_FOUND")
        return piece
    for kind in kinds:
        index = arguments.get(f"source{kind.title()}Index")
        if index is not None:
            return media.at(kind, index)
    newest = next((one for one in map(media.latest, kinds) if one is not None), None)
    if newest is None:
        raise ToolRefusal(f"There is no {' or '.join(kinds)} to look at.", "ASSET_NOT_FOUND")
    return newest


def _told(measure: Callable[[Any], dict[str, Any]], piece: Piece) -> dict[str, Any]:
    try:
        return measure(piece.path)
    except (OSError, ValueError) as wrong:
        raise ToolRefusal("The file cannot be read.", "ASSET_NOT_FOUND") from wrong


_TOOLS = (
    LookTool("analyze_image", {"sourceImageIndex": _INDEX, "url": _URL, "question": _ASKED}, (), _analyze_image),
    LookTool("analyze_video", {"sourceVideoIndex": _INDEX, "url": _URL, "question": _ASKED}, (), _analyze_video),
    LookTool(
        "extract_metadata",
        {"sourceImageIndex": _INDEX, "sourceVideoIndex": _INDEX, "sourceAudioIndex": _INDEX, "url": _URL},
        (),
        _extract,
    ),
)  # fmt: skip
LOOKS: dict[str, LookTool] = {tool.name: tool for tool in _TOOLS}
