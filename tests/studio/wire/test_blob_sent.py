"""A file that is sent is one file, also when a newer preview takes its place meanwhile."""

from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

import pytest

from studio.files.blobs import Blobs
from studio.storage.store import Store
from studio.wire.errors import Refusal
from studio.wire.media_routes import BlobResponse

OLD, NEW = b"old" * 1_000, b"newer" * 40_000
SCOPE = {"type": "http", "method": "GET", "headers": [], "asgi": {"spec_version": "2.4"}}


@pytest.fixture
async def blobs(tmp_path: Path) -> Blobs:
    made = Blobs(tmp_path / "blobs", Store(tmp_path / "s.sqlite3"))
    await made.write("ab12", OLD, "image/jpeg")
    return made


def response(blobs: Blobs) -> BlobResponse:
    row = blobs.find("ab12")
    assert row is not None
    return BlobResponse(blobs, row)


async def receive() -> MutableMapping[str, Any]:
    raise AssertionError("nothing is read from who downloads")


async def test_a_newer_preview_does_not_reach_into_the_one_that_is_sent(blobs: Blobs) -> None:
    length, body = 0, b""

    async def send(message: MutableMapping[str, Any]) -> None:
        nonlocal length, body
        if message["type"] == "http.response.start":
            length = int(dict(message["headers"])[b"content-length"])
            await blobs.write("ab12", NEW, "image/jpeg")
        body += message.get("body", b"")

    await response(blobs)(SCOPE, receive, send)
    assert (length, body) == (len(OLD), OLD)
    assert blobs.path("ab12").read_bytes() == NEW
    assert not list(blobs.incoming.iterdir())


async def test_a_file_that_goes_before_it_is_sent_is_gone(blobs: Blobs) -> None:
    late = response(blobs)
    blobs.path("ab12").unlink()

    async def send(message: MutableMapping[str, Any]) -> None:
        raise AssertionError("nothing is sent of it")

    with pytest.raises(Refusal):
        await late(SCOPE, receive, send)
