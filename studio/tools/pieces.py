"""From what a client names to the studio's own files: signed addresses and inline data, never a foreign address."""

import asyncio
import base64
import binascii
import hashlib
import re
import secrets
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

from studio.files.blobs import Blobs, blob_key
from studio.files.probing import Facts, lasts_s, probe
from studio.settings import MEDIA_LIFETIME_S
from studio.tools.api import KINDS, Media, Piece, ToolRefusal

_Found = TypeVar("_Found")
MOST_INLINE_BYTES = 10 * 1024 * 1024
MOST_INLINE_CHARS = MOST_INLINE_BYTES * 4 // 3 + 256
"""Of one inline file as an address: base64 and its head."""
_INLINE = re.compile(r"data:[\w.+-]{1,80}/[\w.+-]{1,80};base64,")
PROBE_S = 10.0
MOST_PIECES = 300
_DEPTH = 6
"""Addresses are looked for so deep in a call's arguments."""
_STEP = 4 * 256 * 1024
"""Characters of base64 decoded at a time; a multiple of four."""
CONTEXT_NAMES = {
    "images": ("image", True),
    "videos": ("video", True),
    "audio": ("audio", True),
    "uploadedImages": ("image", False),
    "uploadedVideos": ("video", False),
    "uploadedAudio": ("audio", False),
}
"""The six arrays of a media context: their kind, and whether they were generated."""


class Pieces:
    """Finds and measures media. Probing runs in threads of its own, two files at once, each for ten seconds at most."""

    def __init__(self, blobs: Blobs, address: str) -> None:
        self._blobs = blobs
        self._address = address
        self._threads = ThreadPoolExecutor(max_workers=2, thread_name_prefix="probe")
        self._known: dict[str, Facts] = {}

    def close(self) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def at(self, url: Any, kind: str | None = None) -> Piece:
        """The medium behind one of our signed addresses. Anything else is refused as ASSET_NOT_FOUND, unopened."""
        key = self._blobs.named(url)
        row = None if key is None else self._blobs.find(key)
        if row is None:
            raise ToolRefusal(
                "This address is not one of the studio's own files, or its 24 hours are over.",
                "ASSET_NOT_FOUND",
            )
        facts = await self._facts(row.key, row.created)
        if facts is None or kind not in (None, facts.kind):
            raise ToolRefusal(
                f"The file is no {kind or 'medium'} the studio reads.", "ASSET_NOT_FOUND"
            )
        path, size = self._blobs.path(row.key), (facts.width, facts.height)
        return Piece(facts.kind, path, url, facts.mime, *size, facts.duration_s, row.maker)

    async def facts(self, key: str) -> Facts | None:
        """What the file under a key is; None when it is gone, no medium, or takes too long to open."""
        row = self._blobs.find(key)
        try:
            return None if row is None else await self._facts(row.key, row.created)
        except ToolRefusal:
            return None

    async def film(self, key: str) -> Facts | None:
        """Facts of a film with the length it really has: headers may tell another."""
        facts = await self.facts(key)
        if facts is None:
            return None
        try:
            lasts = await self._in_time(lasts_s, self._blobs.path(key))
        except (TimeoutError, OSError):
            return facts
        return replace(facts, duration_s=lasts or facts.duration_s)

    async def inline(self, account: str, data: str, kind: str | None = None) -> Piece:
        """A `data:` address, or bare base64, kept as a file for 24 hours. Raises ToolRefusal."""
        body = data.partition(",")[2] if data.startswith("data:") else data
        if len(body) > MOST_INLINE_BYTES * 4 // 3 + 4:
            raise ToolRefusal("An inline file can be up to 10 MB.")
        try:
            raw, digest = await asyncio.to_thread(_decoded, body)
        except (binascii.Error, ValueError) as error:
            raise ToolRefusal("The inline file is not base64.") from error
        if not raw:
            raise ToolRefusal("The inline file is empty.")
        key = blob_key(account, "INLINE", "inline", digest)
        if self._blobs.find(key) is None:
            await self._blobs.write(key, raw, "application/octet-stream")
        return await self.at(self.address(key), kind)

    def address(self, key: str) -> str:
        """An address of a file of ours, good for its 24 hours."""
        return self._blobs.sign(self._address, lifetime_s=int(MEDIA_LIFETIME_S), key=key, do="get")

    async def context(self, context: Mapping[str, Any]) -> Media:
        """A media context's six arrays of addresses as media. Raises ToolRefusal for any that is not ours."""
        found: dict[bool, dict[str, tuple[Piece, ...]]] = {True: {}, False: {}}
        for name, (kind, made) in CONTEXT_NAMES.items():
            urls = context.get(name) or []
            if not isinstance(urls, list) or len(urls) > MOST_PIECES:
                raise ToolRefusal(f"{name} must be a list of at most {MOST_PIECES} addresses.")
            found[made][kind] = tuple([await self.at(url, kind) for url in urls])
        return Media(found[True], found[False])

    async def references(
        self, account: str, media: Media, references: Any, *, inline: bool
    ) -> Media:
        """`media` with `media_references` at the end of its uploads. Inline data only where `inline` says so."""
        if not isinstance(references, list) or len(references) > MOST_PIECES:
            raise ToolRefusal(f"media_references must be a list of at most {MOST_PIECES} objects.")
        given = {kind: list(media.given(kind)) for kind in KINDS}
        for one in references:
            piece = await self._reference(account, one, inline=inline)
            if not any(piece.path == known.path for known in given.setdefault(piece.kind, [])):
                given[piece.kind].append(piece)
        uploaded = {kind: tuple(pieces) for kind, pieces in given.items()}
        return Media(media.generated, uploaded, media.named)

    async def _reference(self, account: str, one: Any, *, inline: bool) -> Piece:
        if not isinstance(one, Mapping):
            raise ToolRefusal("media_references must hold objects.")
        kind = one.get("kind")
        if kind is not None and kind not in KINDS:
            raise ToolRefusal("A media reference's kind is image, video or audio.")
        names = ("url", "value", "data", "dataUri", "data_uri")
        value = next((one[name] for name in names if isinstance(one.get(name), str)), "")
        if urlsplit(value[:64]).scheme in ("http", "https"):
            return await self.at(value, kind)
        if not inline:
            raise ToolRefusal("Only http(s) addresses can be referred to here.")
        return await self.inline(account, value, kind)

    async def kept(self, account: str, arguments: Any, depth: int = 0) -> Any:
        """A call's arguments with an address of ours in place of every inline file. Raises ToolRefusal."""
        if isinstance(arguments, str) and _INLINE.match(arguments):
            return (await self.inline(account, arguments)).url
        if depth < _DEPTH and isinstance(arguments, Mapping):
            return {
                name: await self.kept(account, one, depth + 1) for name, one in arguments.items()
            }
        if depth < _DEPTH and isinstance(arguments, list):
            return [await self.kept(account, one, depth + 1) for one in arguments]
        return arguments

    async def named(self, media: Media, arguments: Any) -> Media:
        """`media` with every address among a call's arguments; such an address must be ours."""
        named = {**media.named}
        for url in _addresses(arguments):
            if url not in named:
                named[url] = await self.at(url)
        return Media(media.generated, media.uploaded, named)

    async def _facts(self, key: str, created: float) -> Facts | None:
        place = f"{key}:{created}"
        if place not in self._known:
            try:
                facts = await self._in_time(probe, self._blobs.path(key))
            except TimeoutError:
                raise ToolRefusal("Opening the file took too long.", "ASSET_NOT_FOUND") from None
            except OSError:
                return None
            if facts is None:
                return None
            if len(self._known) > 4096:
                self._known.clear()
            self._known[place] = facts
        return self._known[place]

    async def _in_time(self, measure: Callable[[Path], _Found], path: Path) -> _Found:
        work = asyncio.get_running_loop().run_in_executor(self._threads, measure, path)
        return await asyncio.wait_for(work, PROBE_S)


def _decoded(body: str) -> tuple[bytes, str]:
    """The bytes of base64 and their hash. In steps: nothing else runs within one. Raises ValueError."""
    if "=" in body[:-2]:
        raise ValueError("padding before the end")
    steps = range(0, len(body), _STEP)
    raw = b"".join(base64.b64decode(body[at : at + _STEP], validate=True) for at in steps)
    return raw, hashlib.sha256(raw).hexdigest()


def _addresses(value: Any, depth: int = 0) -> Iterable[str]:
    """Every http(s) address in the arguments that is a whole value, not words with one inside."""
    if isinstance(value, str):
        if value[:8].lower().startswith(("http://", "https://")) and " " not in value:
            yield value
    elif depth < _DEPTH:
        inner = value.values() if isinstance(value, Mapping) else value
        for one in inner if isinstance(value, Mapping | list | tuple) else ():
            yield from _addresses(one, depth + 1)


def new_id() -> str:
    """An id for a call or one of its results."""
    return secrets.token_hex(12)
