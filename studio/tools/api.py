"""What a hosted tool is: checked arguments and the session's media in; renders, or text, out.

The renders themselves are made by `studio.renderers`, the same functions that serve media projects of the socket.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from studio.renderers.api import RenderRequest

Arguments = Mapping[str, Any]
KINDS = ("image", "video", "audio")


class ToolRefusal(Exception):
    """The tool cannot do this; the message is a sentence, `error_type` one of the service's failure names."""

    def __init__(self, message: str, error_type: str = "PARAMETER_INVALID") -> None:
        super().__init__(message)
        self.error_type = error_type


@dataclass(frozen=True)
class Piece:
    """A medium of the session: the studio's own copy of its bytes, its address, and what is known of it.

    `width` and `height` in pixels, `duration_s` in seconds, None where the kind has no such thing. `maker` is the model
    that made it, empty for uploads.
    """

    kind: str
    path: Path
    url: str
    mime: str
    width: int | None = None
    height: int | None = None
    duration_s: float | None = None
    maker: str = ""


@dataclass(frozen=True)
class Media:
    """A session's media: per kind what was generated and what was uploaded, in order (`media_context`).

    `named` are the media that a call's arguments name by an address of the studio, by that address.
    """

    generated: Mapping[str, tuple[Piece, ...]] = field(default_factory=dict)
    uploaded: Mapping[str, tuple[Piece, ...]] = field(default_factory=dict)
    named: Mapping[str, Piece] = field(default_factory=dict)

    def made(self, kind: str) -> tuple[Piece, ...]:
        """What was generated, oldest first."""
        return self.generated.get(kind, ())

    def given(self, kind: str) -> tuple[Piece, ...]:
        """What was uploaded, oldest first."""
        return self.uploaded.get(kind, ())

    def at(self, kind: str, index: int) -> Piece:
        """Piece `index` of a kind: 0, 1, 2 … generated, −1, −2 … uploaded. ASSET_NOT_FOUND names what there is."""
        pieces = self.made(kind) if index >= 0 else self.given(kind)
        place = index if index >= 0 else -index - 1
        if place < len(pieces):
            return pieces[place]
        raise ToolRefusal(f"There is no {kind} {index}. {self._there(kind)}", "ASSET_NOT_FOUND")

    def at_address(self, kind: str, address: str) -> Piece:
        """The piece of a kind with this address: one of the session's, or a file of ours the call names."""
        named: tuple[Piece, ...] = (self.named[address],) if address in self.named else ()
        for piece in (*self.made(kind), *self.given(kind), *named):
            if piece.url == address and piece.kind == kind:
                return piece
        raise ToolRefusal(f"No {kind} of the studio's own has that address.", "ASSET_NOT_FOUND")

    def by_url(self, url: str) -> Piece:
        """The medium behind an address in the arguments. ASSET_NOT_FOUND for any but the studio's own."""
        if url in self.named:
            return self.named[url]
        raise ToolRefusal("This address is not one of the studio's own files.", "ASSET_NOT_FOUND")

    def latest(self, kind: str) -> Piece | None:
        """The newest result of a kind, else its first upload, else None."""
        made, given = self.made(kind), self.given(kind)
        return made[-1] if made else given[0] if given else None

    def _there(self, kind: str) -> str:
        made, given = len(self.made(kind)), len(self.given(kind))
        parts = [f"0 to {made - 1}"] if made > 1 else ["0"] if made else []
        parts += [f"-1 to -{given}"] if given > 1 else ["-1"] if given else []
        return f"There is {kind} {' and '.join(parts)}." if parts else f"There is no {kind} yet."


@dataclass(frozen=True)
class Work:
    """What a media tool asks of the renderers: independent renders side by side, each one output.

    `price_each` in Spark. `notes` are facts for the envelope. A composition's clips come back as the render
    result's `sources`. `edited` are the media that are only edited: their maker is still that of the result.
    """

    media_type: str
    model_id: str
    renders: tuple[RenderRequest, ...]
    price_each: Decimal
    notes: Mapping[str, Any] = field(default_factory=dict)
    edited: tuple[Piece, ...] = ()

    @property
    def maker(self) -> str:
        """The model whose work the results are; empty where several were put together."""
        makers = {one.maker for one in self.edited} or {self.model_id}
        return makers.pop() if len(makers) == 1 else ""


@dataclass(frozen=True)
class MediaTool:
    """A tool that makes media. `plan` raises ToolRefusal; it reads no file and takes no time.

    `properties` are JSON-schema fragments in our own words, with the service's bounds; unknown arguments are dropped
    and slips of type mended before `plan` sees them.
    """

    name: str
    properties: Mapping[str, Mapping[str, Any]]
    required: tuple[str, ...]
    plan: Callable[[Arguments, Media], Work]


@dataclass(frozen=True)
class TextTool:
    """A tool that answers in text at once. `write` gives the members of the result beside ok, success and tool."""

    name: str
    properties: Mapping[str, Mapping[str, Any]]
    required: tuple[str, ...]
    write: Callable[[Arguments], dict[str, Any]]


Tool = MediaTool | TextTool
