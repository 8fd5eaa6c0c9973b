"""What a client refers to: inline files are taken whole and once, and nothing is looked at for ever."""

import asyncio
import base64
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from studio.files.blobs import Blobs, blob_key
from studio.files.probing import Facts
from studio.storage.store import Store
from studio.tools import pieces as looked_at
from studio.tools.api import ToolRefusal
from studio.tools.pieces import Pieces

ME = "0xme"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    kept = Store(tmp_path / "studio.sqlite3")
    yield kept
    kept.close()


@pytest.fixture
def blobs(tmp_path: Path, store: Store) -> Blobs:
    return Blobs(tmp_path / "blobs", store)


@pytest.fixture
def pieces(blobs: Blobs) -> Iterator[Pieces]:
    found = Pieces(blobs, "http://127.0.0.1:1")
    yield found
    found.close()


def noise(side: int) -> bytes:
    """A picture that hardly packs."""
    out = BytesIO()
    pixels = np.random.default_rng(1).integers(0, 255, (side, side, 3)).astype(np.uint8)
    Image.fromarray(pixels).save(out, "PNG")
    return out.getvalue()


async def test_an_inline_file_of_megabytes_is_kept_to_the_byte(pieces: Pieces) -> None:
    data = noise(800)
    assert len(data) > 2 * looked_at._STEP // 3, "it is decoded in several steps"
    piece = await pieces.inline(ME, "data:image/png;base64," + base64.b64encode(data).decode())
    assert piece.path.read_bytes() == data
    assert (piece.width, piece.height) == (800, 800)


async def test_the_same_file_many_times_at_once_is_one(pieces: Pieces, blobs: Blobs) -> None:
    body = base64.b64encode(noise(64)).decode()
    given = await asyncio.gather(*(pieces.inline(ME, body) for _ in range(8)))
    assert len({one.path for one in given}) == 1
    assert not list(blobs.incoming.iterdir())


@pytest.mark.parametrize("body", ["QQ==QUFB", "QUF=" + "QUFB" * 400_000, "QQ=", "Q Q="])
async def test_what_is_no_base64_is_refused(body: str, pieces: Pieces) -> None:
    with pytest.raises(ToolRefusal, match="not base64"):
        await pieces.inline(ME, body)


async def test_a_file_that_takes_too_long_to_open_is_refused_in_a_sentence(
    pieces: Pieces, blobs: Blobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = threading.Event()

    def slow(path: Path) -> Facts | None:
        opened.wait(20)
        return None

    monkeypatch.setattr(looked_at, "probe", slow)
    monkeypatch.setattr(looked_at, "PROBE_S", 0.05)
    key = blob_key(ME, "JOB", "referenceVideo")
    await blobs.write(key, b"a film", "video/webm")
    with pytest.raises(ToolRefusal, match="took too long"):
        await pieces.at(pieces.address(key))
    opened.set()


async def test_a_file_under_several_names_is_replaced_under_all(blobs: Blobs) -> None:
    for data in (b"first", b"second"):
        part = blobs.incoming / "part"
        part.write_bytes(data)
        await blobs.adopt(part, "image/png", "aa", "ab", "ac")
        assert [blobs.path(key).read_bytes() for key in ("aa", "ab", "ac")] == [data] * 3
        row = blobs.find("ab")
        assert row is not None
        assert row.size == len(data)
    assert not list(blobs.incoming.iterdir())


async def test_the_log_is_worked_off_beside_the_writes(
    store: Store, blobs: Blobs, tmp_path: Path
) -> None:
    await blobs.write("aa", b"x", "image/png")
    await asyncio.to_thread(store.checkpoint)
    file = tmp_path / "studio.sqlite3"
    alone = tmp_path / "alone.sqlite3"
    alone.write_bytes(file.read_bytes())  # without the log
    with closing(sqlite3.connect(alone)) as db:
        assert db.execute("SELECT size FROM blobs").fetchall() == [(1,)]
