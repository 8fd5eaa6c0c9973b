"""Making the exhibits: through the real tools and render children of a studio of the gallery's own."""

import asyncio
import json
import shutil
import time
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from studio.files.blobs import blob_key
from studio.gallery.catalogue import EXHIBITS, INPUTS, sources, with_sources
from studio.gallery.exhibit import Exhibit
from studio.gallery.worn import wear
from studio.server import Studio, build
from studio.settings import Settings
from studio.tools.api import Media, Piece, ToolRefusal
from studio.tools.outcome import Outcome

ONE_S = 240.0
"""No exhibit takes longer: what does is shown as failed."""
ACCOUNT = "gallery"
_ENDINGS = {
    "image/png": "png", "image/jpeg": "jpg", "image/webp": "webp", "video/mp4": "mp4", "video/quicktime": "mov",
    "audio/mpeg": "mp3", "audio/wav": "wav", "audio/x-wav": "wav", "audio/flac": "flac", "model/gltf-binary": "glb",
}  # fmt: skip


@dataclass(frozen=True)
class Shown:
    """A result in the gallery's folder."""

    file: Path
    piece: Piece
    size_bytes: int


@dataclass(frozen=True)
class Made:
    """An exhibit that was tried: its results or its words, else the sentence of its failure. Seconds it took."""

    exhibit: Exhibit
    took_s: float
    results: tuple[Shown, ...] = ()
    told: Mapping[str, Any] | None = None
    failure: str = ""


class Maker:
    """Makes exhibits into a folder, as many at once as there are render children."""

    def __init__(
        self,
        studio: Studio,
        folder: Path,
        people: Mapping[str, Path],
        known: Mapping[str, Exhibit] = EXHIBITS,
    ) -> None:
        self._studio, self._folder, self._people, self._known = studio, folder, people, known
        self._made: dict[str, asyncio.Task[Made]] = {}
        self._turns = asyncio.Semaphore(studio.settings.renderers)
        self._aging = asyncio.Lock()

    async def make(self, chosen: Iterable[Exhibit], said: Callable[[Made], None]) -> list[Made]:
        """`chosen` and what they need, each once in the maker's life; `said` hears of each as it ends."""
        wanted = with_sources(chosen, self._people, self._known)
        for one in wanted:
            if one.name not in self._made:
                self._made[one.name] = asyncio.create_task(self._one(one, said))
        return [await self._made[one.name] for one in wanted]

    async def _one(self, exhibit: Exhibit, said: Callable[[Made], None]) -> Made:
        needed = [await self._made[name] for name in sources(exhibit, self._people)]
        broken = next((one for one in needed if one.failure), None)
        if broken is not None:
            made = Made(exhibit, 0, failure=f"It needs {broken.exhibit.name}, which failed.")
        else:
            async with self._turns:
                made = await self._timed(exhibit)
        said(made)
        return made

    async def _timed(self, exhibit: Exhibit) -> Made:
        began = time.monotonic()
        try:
            media = await self._media(exhibit)
            began = time.monotonic()
            async with asyncio.timeout(ONE_S):
                outcome = await self._studio.engine.run(
                    ACCOUNT, exhibit.tool, dict(exhibit.arguments), media
                )
        except TimeoutError:
            return Made(exhibit, ONE_S, failure=f"It was not done after {ONE_S:.0f} seconds.")
        except ToolRefusal as refused:
            return Made(exhibit, 0, failure=str(refused))
        return await asyncio.to_thread(self._kept, exhibit, time.monotonic() - began, outcome)

    def _kept(self, exhibit: Exhibit, took_s: float, outcome: Outcome) -> Made:
        failure = outcome.failure.message if outcome.failure else ""
        failure = failure or next((one.message for one in outcome.failed.values()), "")
        results = []
        for place, piece in enumerate(outcome.pieces, 1):
            suffix = f"-{place}" if len(outcome.pieces) > 1 else ""
            file = self._folder / f"{exhibit.name}{suffix}.{_ENDINGS.get(piece.mime, 'bin')}"
            shutil.copyfile(piece.path, file)
            results.append(Shown(file, piece, file.stat().st_size))
        return Made(exhibit, took_s, tuple(results), outcome.told, failure)

    async def _media(self, exhibit: Exhibit) -> Media:
        """The session a call sees: what it is given, as uploads."""
        given: dict[str, list[Piece]] = {}
        for name in exhibit.given:
            piece = await self._piece(name)
            given.setdefault(piece.kind, []).append(piece)
        return Media(uploaded={kind: tuple(pieces) for kind, pieces in given.items()})

    async def _piece(self, name: str) -> Piece:
        if name in self._people:
            return await self._uploaded(self._people[name])
        if name == "worn":
            return await self._aged(await self._piece("photo"))
        base, _, place = INPUTS.get(name, name).partition(":")
        return (await self._made[base]).results[int(place or 1) - 1].piece

    async def _aged(self, photo: Piece) -> Piece:
        async with self._aging:
            aged = self._folder / "worn.jpg"
            await asyncio.to_thread(wear, photo.path, aged)
            return await self._uploaded(aged)

    async def _uploaded(self, file: Path) -> Piece:
        key = blob_key(ACCOUNT, "INPUT", json.dumps(str(file)))
        data = await asyncio.to_thread(file.read_bytes)
        await self._studio.blobs.write(key, data, "application/octet-stream")
        return await self._studio.pieces.at(self._studio.pieces.address(key))


@asynccontextmanager
async def maker(
    folder: Path, people: Mapping[str, Path], renderers: int = 2
) -> AsyncIterator[Maker]:
    """A maker with a studio that has no door and whose data are gone afterwards; `folder` is there already."""
    with TemporaryDirectory(prefix="studio-gallery-") as data:
        studio = build(
            Settings(Path(data), renderers=renderers, render_timeout_s=ONE_S, spark_balance=Decimal(10**9))
        )  # fmt: skip
        await studio.pool.start()
        try:
            yield Maker(studio, folder, people)
        finally:
            await studio.close()
