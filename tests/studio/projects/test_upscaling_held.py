"""A film to be made larger is measured before its money is held: its order need not say how long it is."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import uuid4

import av
import numpy as np
import pytest

from studio.accounts.prices import upscaling_price
from studio.files.blobs import blob_key
from studio.projects.records import Project
from studio.server import Studio, build
from studio.settings import Settings
from tests.studio.films.film_material import write_film
from tests.waiting import eventually

ME, APP = "0xme", "app"
SECONDS, FPS = 12, 8
DUE = upscaling_price(1920, 1080, SECONDS)
GUESS = upscaling_price(1920, 1080, 5)


@asynccontextmanager
async def opened(folder: Path, balance: Decimal) -> AsyncIterator[Studio]:
    studio = build(Settings(folder, allow_faults=True, spark_balance=balance, renderers=1))
    try:
        yield studio
    finally:
        await studio.close()


def endless(film: Path) -> None:
    """A film whose headers tell no length, as one that is sent while it is taken."""
    black = av.VideoFrame.from_ndarray(np.zeros((72, 128, 3), np.uint8), "rgb24")
    with av.open(film, "w", format="matroska", options={"live": "1"}) as container:
        stream = container.add_stream("mpeg4", FPS, width=128, height=72)
        for number in range(SECONDS * FPS):
            black.pts = number
            container.mux(stream.encode(black))
        container.mux(stream.encode())
    with av.open(film) as container:
        assert container.duration is None


def lying(film: Path) -> None:
    """A film whose header tells a tenth of its length."""
    plain(film)
    raw = bytearray(film.read_bytes())
    for box in (b"mvhd", b"tkhd", b"mdhd"):
        at = raw.index(box) + (24 if box == b"tkhd" else 20)
        told = int.from_bytes(raw[at : at + 4])
        raw[at : at + 4] = (told // 10).to_bytes(4)
    film.write_bytes(raw)


def plain(film: Path) -> None:
    black = np.zeros((72, 128, 3), np.uint8)
    write_film(film, lambda _: black, SECONDS * FPS, FPS, size=(128, 72))


async def ordered(studio: Studio, folder: Path, make: Callable[[Path], None] = plain) -> Project:
    """An order for a larger copy of twelve seconds; nothing renders it."""
    job = str(uuid4()).upper()
    film = folder / "film"
    make(film)
    await studio.blobs.adopt(film, "video/mp4", blob_key(ME, job, "referenceVideo"))
    frame: dict[str, Any] = {
        "modelID": "flashvsr_v1.1_tiny_long_bf16", "hasReferenceVideo": True, "upscaleResolution": 1080,
    }  # fmt: skip
    studio.projects.submit(ME, APP, {"jobID": job, "keyFrames": [frame]})
    return studio.projects.all[ME, job]


@pytest.mark.parametrize("make", [plain, endless, lying])
async def test_what_it_takes_is_held(tmp_path: Path, make: Callable[[Path], None]) -> None:
    """Its length is that of its packets, whatever its headers say or leave out."""
    assert DUE > 2 * GUESS
    async with opened(tmp_path, Decimal(100)) as studio, asyncio.timeout(30):
        project = await ordered(studio, tmp_path, make)
        assert studio.ledger.free(ME) == 100 - GUESS
        await eventually(lambda: project.price == str(DUE))
        assert studio.ledger.free(ME) == 100 - DUE
        assert not project.finished
        studio.projects.cancel(ME, APP, project.id)
        await eventually(lambda: studio.ledger.free(ME) == 100)


async def test_where_that_is_too_much_nothing_is_begun(tmp_path: Path) -> None:
    async with opened(tmp_path, GUESS) as studio, asyncio.timeout(30):
        project = await ordered(studio, tmp_path)
        await eventually(lambda: project.finished)
        assert (project.status, project.reason) == ("errored", "insufficientFunds")
        await eventually(lambda: studio.ledger.free(ME) == GUESS)
