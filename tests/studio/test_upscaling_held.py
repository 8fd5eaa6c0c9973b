"""A film to be made larger is measured before its money is held: its order need not say how long it is."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import uuid4

import numpy as np

from studio.blobs import blob_key
from studio.prices import upscaling_price
from studio.records import Project
from studio.server import Studio, build
from studio.settings import Settings
from tests.studio.film_material import write_film
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


async def ordered(studio: Studio, folder: Path) -> Project:
    """An order for a larger copy of twelve seconds; nothing renders it."""
    job = str(uuid4()).upper()
    film = folder / "film.mp4"
    write_film(film, lambda _: np.zeros((72, 128, 3), np.uint8), SECONDS * FPS, FPS, size=(128, 72))
    await studio.blobs.adopt(film, "video/mp4", blob_key(ME, job, "referenceVideo"))
    frame: dict[str, Any] = {
        "modelID": "flashvsr_v1.1_tiny_long_bf16", "hasReferenceVideo": True, "upscaleResolution": 1080,
    }  # fmt: skip
    studio.projects.submit(ME, APP, {"jobID": job, "keyFrames": [frame]})
    return studio.projects.all[ME, job]


async def test_what_it_takes_is_held(tmp_path: Path) -> None:
    assert DUE > 2 * GUESS
    async with opened(tmp_path, Decimal(100)) as studio, asyncio.timeout(30):
        project = await ordered(studio, tmp_path)
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
