"""The pictures a person asks about, as the director can look at them: bytes in place of addresses."""

import asyncio
import base64
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from studio.agent.session import Session
from studio.director.pointing import named
from studio.director.reading import images_of, text_of
from studio.director.seeing import MOST_BYTES
from studio.director.sights import asks_how_it_looks
from studio.pieces import Pieces
from studio.tools.api import ToolRefusal

MOST_NAMED = 4
UNREAD = "data:,"


async def with_pictures(
    pieces: Pieces, session: Session, messages: Sequence[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """`messages` with the newest wish's pictures as data, when it asks how they look; else as they are.

    A wish without pictures of its own gets those of the session it names, or the newest one.
    """
    told = [dict(one) for one in messages]
    place = max((n for n, one in enumerate(told) if one.get("role") == "user"), default=-1)
    if place != len(told) - 1 or not asks_how_it_looks(text_of(told[place])):
        return told
    text, shown = text_of(told[place]), images_of(told[place])
    if shown:
        urls = [await _of_address(pieces, url) for url in shown]
    else:
        found = _of_session(session, text)
        urls = [await _of_file(path) for _, path in found]
        names = ", ".join(f"image {index}" for index, _ in found)
        text += f"\n\nAttached: {names}" if names else ""
    parts = [{"type": "image_url", "image_url": {"url": url}} for url in urls]
    told[place]["content"] = [{"type": "text", "text": text}, *parts]
    return told


def _of_session(session: Session, text: str) -> list[tuple[int, Path]]:
    made, given = session.media.made("image"), session.media.given("image")
    wanted = named(text, "image")
    if not wanted and (made or given):
        wanted = [len(made) - 1] if made else [-1]
    found = []
    for index in wanted[:MOST_NAMED]:
        try:
            found.append((index, session.media.at("image", index).path))
        except ToolRefusal:
            continue
    return found


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
