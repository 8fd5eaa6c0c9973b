"""Which medium an index argument means: the service counts uploads differently in some tools."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from studio.tools.api import Media, Piece, ToolRefusal


def chosen(media: Media, kind: str, index: Any) -> Piece:
    """The usual rule: 0, 1 … are results, −1, −2 … uploads."""
    return media.at(kind, int(index))


def uploaded(media: Media, kind: str, index: Any) -> Piece:
    """0, 1 … are uploads, −1, −2 … tolerated for the same; results where nothing was uploaded."""
    place = int(index)
    place = -place - 1 if place < 0 else place
    pieces = media.given(kind) or media.made(kind)
    if place < len(pieces):
        return pieces[place]
    raise ToolRefusal(
        f"There is no uploaded {kind} {index}; there {'is' if len(pieces) == 1 else 'are'} {len(pieces)}.",
        "ASSET_NOT_FOUND",
    )


def newest(media: Media, kind: str, needed: str) -> Piece:
    """The newest result, else the first upload; ASSET_NOT_FOUND with the sentence otherwise."""
    piece = media.latest(kind)
    if piece is None:
        raise ToolRefusal(needed, "ASSET_NOT_FOUND")
    return piece


def base_video(media: Media, arguments: Mapping[str, Any], name: str) -> Piece:
    """The film a tool works on: −1 and nothing are the newest result, else the first upload."""
    index = arguments.get(name)
    if index is None or int(index) == -1:
        return newest(media, "video", "There is no video yet to work on.")
    return chosen(media, "video", index)


def ends(first: Piece | None, last: Piece | None) -> dict[str, Path]:
    """The first and the last picture of a film, where it has them, as inputs of its render."""
    shown = {"referenceImage": first, "referenceImageEnd": last}
    return {name: piece.path for name, piece in shown.items() if piece is not None}


def seconds_of(piece: Piece, usual: float = 5.0) -> float:
    """How long a film lasts, for its price."""
    return piece.duration_s or usual


def size_of(piece: Piece) -> tuple[int, int]:
    """A film's size, for its price."""
    return piece.width or 832, piece.height or 480
