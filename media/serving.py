"""Stored files over HTTP: ranges, caching by hash, and headers that keep a file from acting as a page.

Django's own FileResponse under daphne reads the whole file into memory and ignores Range.
"""

import asyncio
import re
from collections.abc import AsyncIterator
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse

from media.storage import open_media

CHUNK = 256 * 1024
RANGE = re.compile(r"bytes=(\d*)-(\d*)$")
# A file never acts as a page. One that is opened alone is shown by a page the browser makes, which has to obey this as
# well: it asks for the film once more, with our cookies, and styles itself.
FILE_POLICY = (
    "sandbox allow-same-origin; default-src 'none'; img-src 'self'; media-src 'self'; "
    "style-src 'unsafe-inline'"
)
DIGITS = 18  # of the largest number taken as it is; Python refuses to read one of thousands


def serve(
    request: HttpRequest,
    *,
    name: str,
    etag: str,
    size: int,
    mime: str,
    filename: str,
    download: bool = False,
) -> HttpResponseBase:
    """Answer GET or HEAD for the stored file `name`: 200, 206, 304 or 416. Permission was checked before."""
    tag = f'"{etag}"'
    if request.headers.get("If-None-Match") in (tag, f"W/{tag}", "*"):
        return _dressed(HttpResponse(status=304), tag, filename, download)
    start, stop, status = 0, size, 200
    wanted = request.headers.get("Range")
    if wanted and request.headers.get("If-Range", tag) == tag:
        span = _span(wanted, size)
        if span is None:
            refused = HttpResponse(status=416)
            refused["Content-Range"] = f"bytes */{size}"
            return _dressed(refused, tag, filename, download)
        if span != (0, 0):
            start, stop, status = *span, 206
    body: HttpResponseBase
    if request.method == "HEAD":
        body = HttpResponse(status=status)
    else:
        body = StreamingHttpResponse(_chunks(name, start, stop), status=status)
    body["Content-Type"] = mime
    body["Content-Length"] = str(stop - start)
    if status == 206:
        body["Content-Range"] = f"bytes {start}-{stop - 1}/{size}"
    return _dressed(body, tag, filename, download)


def _span(header: str, size: int) -> tuple[int, int] | None:
    """(start, stop) of a single range; None when it cannot be met; (0, 0) when it should be ignored."""
    match = RANGE.match(header.strip())
    if match is None or match.group(1) == match.group(2) == "":
        return (0, 0)
    first, last = match.groups()
    if first == "":
        start, stop = max(size - _number(last), 0), size
        return (start, stop) if _number(last) > 0 and size > 0 else None
    start = _number(first)
    stop = min(_number(last) + 1, size) if last else size
    if start >= size:
        return None
    return (start, stop) if stop > start else (0, 0)


def _number(digits: str) -> int:
    return int(digits) if len(digits) <= DIGITS else 10**DIGITS


async def _chunks(name: str, start: int, stop: int) -> AsyncIterator[bytes]:
    file = await asyncio.to_thread(open_media, name)
    try:
        await asyncio.to_thread(file.seek, start)
        left = stop - start
        while left > 0:
            chunk = await asyncio.to_thread(file.read, min(CHUNK, left))
            if not chunk:
                return
            left -= len(chunk)
            yield chunk
    finally:
        file.close()


def _dressed(
    response: HttpResponseBase, tag: str, filename: str, download: bool
) -> HttpResponseBase:
    response["ETag"] = tag
    response["Accept-Ranges"] = "bytes"
    response["Cache-Control"] = "private, no-cache"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = FILE_POLICY
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    plain = re.sub(r"[^A-Za-z0-9._ -]", "_", filename)
    how = "attachment" if download else "inline"
    response["Content-Disposition"] = (
        f"{how}; filename=\"{plain}\"; filename*=UTF-8''{quote(filename)}"
    )
    return response
