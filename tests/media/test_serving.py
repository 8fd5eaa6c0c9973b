"""Files over HTTP: whole, in ranges, from the cache, and never as a page."""

from pathlib import Path
from typing import Any

import pytest
from django.http import HttpResponseBase
from django.test import RequestFactory

from media.models import Blob
from media.serving import serve
from media.storage import keep, name_for, open_media, sha256_of
from tests.media.material import sound


@pytest.fixture
def blob(places: dict[str, Path]) -> Blob:
    """A sound that is kept."""
    path = places["incoming"] / "tide.wav"
    path.write_bytes(data := sound())
    sha256 = sha256_of(path)
    keep(path, name := name_for(sha256))
    return Blob(sha256=sha256, name=name, kind="audio", mime="audio/wav", size_bytes=len(data))


async def ask(
    blob: Blob,
    *,
    method: str = "GET",
    filename: str = "tide.wav",
    download: bool = False,
    **headers: str,
) -> tuple[HttpResponseBase, bytes]:
    request = RequestFactory().generic(
        method, "/m/", headers={name.replace("_", "-"): value for name, value in headers.items()}
    )
    answer: Any = serve(
        request, name=blob.name, etag=blob.sha256, size=blob.size_bytes, mime=blob.mime,
        filename=filename, download=download,
    )  # fmt: skip
    if not answer.streaming:
        return answer, answer.content
    return answer, b"".join([chunk async for chunk in answer])


def whole(blob: Blob) -> bytes:
    with open_media(blob.name) as file:
        return file.read()


@pytest.mark.parametrize(
    ("wanted", "first", "last"),
    [
        ("bytes=0-", 0, None),
        ("bytes=10-19", 10, 19),
        ("bytes=-500", -500, None),
        ("bytes=90000-999999999", 90000, None),
    ],
)
async def test_a_range_is_that_part(blob: Blob, wanted: str, first: int, last: int | None) -> None:
    data = whole(blob)
    part = data[first : None if last is None else last + 1]
    answer, body = await ask(blob, Range=wanted)
    assert answer.status_code == 206
    assert body == part
    assert answer["Content-Length"] == str(len(part))
    start = len(data) + first if first < 0 else first
    assert answer["Content-Range"] == f"bytes {start}-{start + len(part) - 1}/{len(data)}"


@pytest.mark.parametrize(
    "wanted", ["bytes=a-b", "lines=0-3", "bytes=0-1,5-6", "bytes=9-3", "bytes=-"]
)
async def test_a_range_that_means_nothing_here_gets_the_whole(blob: Blob, wanted: str) -> None:
    answer, body = await ask(blob, Range=wanted)
    assert answer.status_code == 200
    assert body == whole(blob)
    assert answer["Accept-Ranges"] == "bytes"


@pytest.mark.parametrize("wanted", ["bytes=99999999-", "bytes=-0"])
async def test_a_range_beyond_the_end_is_416(blob: Blob, wanted: str) -> None:
    answer, body = await ask(blob, Range=wanted)
    assert (answer.status_code, body) == (416, b"")
    assert answer["Content-Range"] == f"bytes */{blob.size_bytes}"


async def test_what_the_browser_has_is_not_sent_again(blob: Blob) -> None:
    answer, body = await ask(blob, If_None_Match=f'"{blob.sha256}"')
    assert (answer.status_code, body) == (304, b"")


async def test_a_range_of_another_file_gets_the_whole(blob: Blob) -> None:
    answer, _ = await ask(blob, Range="bytes=0-9", If_Range='"another"')
    assert answer.status_code == 200
    answer, _ = await ask(blob, Range="bytes=0-9", If_Range=f'"{blob.sha256}"')
    assert answer.status_code == 206


async def test_head_has_no_body(blob: Blob) -> None:
    answer, body = await ask(blob, method="HEAD")
    assert (answer.status_code, body) == (200, b"")
    assert answer["Content-Length"] == str(blob.size_bytes)


@pytest.mark.parametrize(
    "name", ['a"; filename="b.exe', "sea\r\nSet-Cookie: a=b", "Nordmeer ☾.wav"]
)
async def test_a_file_never_acts_as_a_page(blob: Blob, name: str) -> None:
    answer, _ = await ask(blob, filename=name, download=True)
    policy = answer["Content-Security-Policy"]
    assert policy.startswith("sandbox allow-same-origin; default-src 'none'; ")
    assert "script" not in policy
    assert answer["X-Content-Type-Options"] == "nosniff"
    disposition = answer["Content-Disposition"]
    assert disposition.startswith("attachment; ")
    assert disposition.count('"') == 2
    assert "\n" not in disposition
    assert answer["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize(
    ("wanted", "status"),
    [
        (f"bytes={'9' * 5_000}-", 416),
        (f"bytes=-{'9' * 5_000}", 206),
        (f"bytes=0-{'9' * 5_000}", 206),
        (f"bytes=0-{'9' * 100}", 206),
    ],
)
async def test_an_absurd_number_is_no_crash(blob: Blob, wanted: str, status: int) -> None:
    answer, _ = await ask(blob, Range=wanted)
    assert answer.status_code == status
