"""A conversation with its media: what the director is told of them, and what was made so far."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from studio.director.reading import MEDIA_LINE, images_of, number, text_of
from studio.tools.api import KINDS, Media, Piece, ToolRefusal
from studio.tools.pieces import CONTEXT_NAMES, Pieces

_OWN_ADDRESS = re.compile(r"https?://[A-Za-z0-9.:\[\]-]{1,80}/blobs/[A-Za-z0-9_.=-]{1,1000}")


@dataclass
class Session:
    """Messages and media of one conversation while it is worked on.

    `attached` are the uploads of the newest message as (kind, index); `prompts` the words a medium was made from, by
    its file.
    """

    account: str
    messages: list[dict[str, Any]]
    media: Media = field(default_factory=Media)
    attached: tuple[tuple[str, int], ...] = ()
    prompts: dict[str, str] = field(default_factory=dict)

    def told(self) -> list[dict[str, Any]]:
        """The messages as the director reads them: media as a catalogue, attachments named in the newest wish."""
        messages = list(self.messages)
        known = {
            (kind, number(index))
            for one in messages
            if one.get("role") in ("system", "developer")
            for kind, index, _ in MEDIA_LINE.findall(text_of(one))
        }
        lines = [line for place, line in self._lines() if place not in known]
        last = max((n for n, one in enumerate(messages) if one.get("role") == "user"), default=None)
        if last is not None and self.attached and "\nAttached: " not in text_of(messages[last]):
            names = ", ".join(f"{kind} {index}" for kind, index in self.attached)
            content = messages[last].get("content")
            parts = (
                content if isinstance(content, list) else [{"type": "text", "text": content or ""}]
            )
            told = {"type": "text", "text": f"\n\nAttached: {names}"}
            messages[last] = {**messages[last], "content": [*parts, told]}
        if lines:
            messages.insert(0, {"role": "system", "content": "Media:\n" + "\n".join(lines)})
        return messages

    def _lines(self) -> list[tuple[tuple[str, int], str]]:
        lines = []
        for kind in KINDS:
            given = [(-place - 1, one) for place, one in enumerate(self.media.given(kind))]
            for index, piece in (*enumerate(self.media.made(kind)), *given):
                facts = self._facts(piece)
                lines.append(((kind, index), f"- {kind} {index}: {facts}"))
        return lines

    def _facts(self, piece: Piece) -> str:
        prompt = self.prompts.get(str(piece.path), "").replace('"', "'")
        parts = [f'prompt "{prompt[:400]}"'] if prompt else []
        if piece.width and piece.height:
            parts.append(f"{piece.width}x{piece.height}")
        if piece.duration_s:
            parts.append(f"{piece.duration_s:.1f} s")
        return ", ".join(parts) or piece.mime

    def context(self) -> dict[str, list[str]]:
        """The six arrays of a media context."""
        return {
            name: [one.url for one in (self.media.made(kind) if made else self.media.given(kind))]
            for name, (kind, made) in CONTEXT_NAMES.items()
        }


async def opened(
    pieces: Pieces,
    account: str,
    messages: Sequence[Mapping[str, Any]],
    *,
    context: Any = None,
    references: Sequence[Any] = (),
    inline: bool,
) -> Session:
    """A session from what a client sent. Raises ToolRefusal for media that are not the studio's own.

    What was generated is the media context's and then whatever results the history names; uploads are the context's,
    the image parts of the messages and the references, in this order. `inline` allows data in place of addresses.
    """
    if not isinstance(context, Mapping | None):
        raise ToolRefusal("media_context must be an object.")
    media = await pieces.context(context or {})
    before = {kind: len(media.given(kind)) for kind in KINDS}
    people = [one for one in messages if one.get("role") == "user"]
    shown = [url for one in people[:-1] for url in images_of(one)]
    media = await pieces.references(account, media, _image_references(shown), inline=inline)
    if len(people) > 1:
        before = {kind: len(media.given(kind)) for kind in KINDS}
    newest = images_of(people[-1]) if people else []
    given = [*_image_references(newest), *references]
    media = await pieces.references(account, media, given, inline=inline)
    session = Session(account, [dict(one) for one in messages], media)
    await _recall(pieces, session)
    first = {} if len(people) <= 1 else before
    session.attached = tuple(
        (kind, -place - 1)
        for kind in KINDS
        for place in range(first.get(kind, 0), len(media.given(kind)))
    )
    return session


def _image_references(urls: Sequence[str]) -> list[dict[str, str]]:
    return [{"kind": "image", "url" if url.startswith("http") else "data": url} for url in urls]


async def _recall(pieces: Pieces, session: Session) -> None:
    """Put what earlier answers made, and still exists, behind the generated media; once each, in order."""
    made = {kind: list(session.media.made(kind)) for kind in KINDS}
    known = {one.path for rows in made.values() for one in rows}
    known |= {one.path for kind in KINDS for one in session.media.given(kind)}
    for url, prompt in _results(session.messages):
        try:
            piece = await pieces.at(url)
        except ToolRefusal:
            continue
        if prompt:
            session.prompts.setdefault(str(piece.path), prompt)
        if piece.path not in known:
            known.add(piece.path)
            made.setdefault(piece.kind, []).append(piece)
    rows = {kind: tuple(rows) for kind, rows in made.items()}
    session.media = Media(rows, session.media.uploaded)


def _results(messages: Sequence[Mapping[str, Any]]) -> list[tuple[str, str]]:
    """Addresses that tool results and answers name, with the prompt where the result tells it."""
    found: list[tuple[str, str]] = []
    for one in messages:
        text = text_of(one)
        if one.get("role") == "assistant":
            found += [(url, "") for url in _OWN_ADDRESS.findall(text)]
        elif one.get("role") == "tool":
            found += _of_envelope(text)
    return found


def _of_envelope(text: str) -> list[tuple[str, str]]:
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return []
    if not isinstance(told, dict):
        return []
    assets = told.get("output_assets")
    if isinstance(assets, list):
        rows = [one for one in assets if isinstance(one, dict)]
        return [(str(one.get("url")), str(one.get("prompt") or "")) for one in rows]
    urls = told.get("resultUrls")
    return [(str(url), "") for url in urls] if isinstance(urls, list) else []
