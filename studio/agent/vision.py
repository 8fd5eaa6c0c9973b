"""The pictures a person asks about, as the director can look at them: bytes in place of addresses."""

import asyncio
import base64
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from studio.agent.session import Session
from studio.director.reading import ATTACHED, images_of, text_of
from studio.director.references.pointing import named
from studio.director.talking.seeing import MOST_BYTES
from studio.director.talking.sights import asks_how_it_looks, may_ask
from studio.tools.api import ToolRefusal
from studio.tools.pieces import Pieces

MOST_NAMED = 4
UNREAD = "data:,"


async def with_pictures(
    pieces: Pieces, session: Session, messages: Sequence[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """`messages` with the newest wish's pictures as data, when it asks how they look; else as they are.

    A wish without pictures of its own gets those of the session: what it names, what was attached to it, or the newest.
    """
    told = [dict(one) for one in messages]
    place = max((n for n, one in enumerate(told) if one.get("role") == "user"), default=-1)
    if place != len(told) - 1:
        return told
    text, shown = text_of(told[place]), images_of(told[place])
    if not (asks_how_it_looks(text) or (shown and may_ask(text))):
        return told
    if shown:
        urls = [await _of_address(pieces, url) for url in shown]
    else:
        words = ATTACHED.sub("", text).rstrip()
        found = _of_session(session, words)
        urls = [await _of_file(path) for _, path in found]
        text = words + _attached(session, [index for index, _ in found])
    parts = [{"type": "image_url", "image_url": {"url": url}} for url in urls]
    told[place]["content"] = [{"type": "text", "text": text}, *parts]
    return told


def _of_session(session: Session, words: str) -> list[tuple[int, Path]]:
    """The pictures these words name, else those that came with them, else the newest result or upload."""
    made, given = session.media.made("image"), session.media.given("image")
    wanted = named(words, "image") or [n for kind, n in session.attached if kind == "image"]
    if not wanted and (made or given):
        wanted = [len(made) - 1] if made else [-len(given)]
    found = []
    for index in wanted[:MOST_NAMED]:
        try:
            found.append((index, session.media.at("image", index).path))
        except ToolRefusal:
            continue
    return found


def _attached(session: Session, pictures: Sequence[int]) -> str:
    """The line that names what comes with a wish: these pictures in their order, and what is no picture."""
    others = [(kind, index) for kind, index in session.attached if kind != "image"]
    names = [f"{kind} {index}" for kind, index in [*(("image", n) for n in pictures), *others]]
    return f"\n\nAttached: {', '.join(names)}" if names else ""


async def _of_address(pieces: Pieces, url: str) -> str:
    if url.startswith("data:"):
        return url
    try:
        return await _of_file((await pieces.at(url, "image")).path)
    except ToolRefusal:
        return UNREAD


async def _of_file(path: Path) -> str:
    def read() -> str:
        if path.stat().st_size > MOST_BYTES:
            return UNREAD
        return "data:image/any;base64," + base64.b64encode(path.read_bytes()).decode()

    try:
        return await asyncio.to_thread(read)
    except OSError:
        return UNREAD
