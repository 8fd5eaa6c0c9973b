"""Looking at the pictures a person asks about: measured, and told to the director beside the words."""

import asyncio
import base64
import binascii
import re
from pathlib import Path

from studio.agent.asking import images_of, text_of
from studio.agent.session import Session
from studio.director.reading import number, parted
from studio.director.seeing import asks_to_see
from studio.director.words import INDEX, SPOKEN
from studio.looking import looked_at
from studio.pieces import MOST_INLINE_BYTES, Pieces
from studio.tools.api import ToolRefusal

Seen = tuple[tuple[str, str], ...]
_IMAGE = re.compile(r"image [-−]?\d+")
_UNREAD = "It cannot be read as a picture."


async def look(pieces: Pieces, session: Session) -> Seen:
    """Names and descriptions of the pictures the newest message asks about; empty when it asks for something else."""
    newest = next((one for one in reversed(session.messages) if one.get("role") == "user"), None)
    if newest is None or session.messages[-1] is not newest:
        return ()
    text, attached = parted(text_of(newest))
    if not asks_to_see(text):
        return ()
    shown = images_of(newest)
    if shown:
        names = _IMAGE.findall(attached) or _names(session)
        return tuple(
            [
                (names[n] if n < len(names) else f"picture {n + 1}", await _seen(pieces, url))
                for n, url in enumerate(shown)
            ]
        )
    return await _of_session(session, text)


def _names(session: Session) -> list[str]:
    return [f"image {index}" for kind, index in session.attached if kind == "image"]


async def _of_session(session: Session, text: str) -> Seen:
    """The pictures named by number, else the newest, where their files are known here."""
    named = [
        number(index) for word, index in INDEX.findall(text)
        if SPOKEN.get(word.lower(), word.lower()) == "image"
    ]  # fmt: skip
    made, given = session.media.made("image"), session.media.given("image")
    if not named and (made or given):
        named = [len(made) - 1] if made else [-1]
    seen = []
    for index in named[:4]:
        try:
            path = session.media.at("image", index).path
        except ToolRefusal:
            continue
        seen.append((f"image {index}", await _described(path)))
    return tuple(seen)


async def _seen(pieces: Pieces, url: str) -> str:
    if url.startswith("data:"):
        body = url.partition(",")[2]
        if len(body) > MOST_INLINE_BYTES * 4 // 3 + 4:
            return _UNREAD
        try:
            return await _described(base64.b64decode(body, validate=True))
        except (binascii.Error, ValueError):
            return _UNREAD
    try:
        return await _described((await pieces.at(url, "image")).path)
    except ToolRefusal as refused:
        return str(refused)


async def _described(source: Path | bytes) -> str:
    try:
        return str((await asyncio.to_thread(looked_at, source))["description"])
    except ValueError:
        return _UNREAD
