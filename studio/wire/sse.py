"""Server-sent events, as the official clients read them."""

import json
from collections.abc import AsyncIterator, Callable
from typing import Any

from starlette.requests import Request

QUIET_S = 10.0
"""A comment is sent after so many seconds without an event."""
HEADERS = {"Cache-Control": "no-cache, no-transform", "X-Accel-Buffering": "no"}


def comment(text: str) -> bytes:
    """A line readers skip: proof of life."""
    return f": {text}\n\n".encode()


def remark(text: str) -> bytes:
    """A comment that ends no frame: the SDKs' workflow stream would hand out an empty one for it."""
    return f": {text}\n".encode()


def data_frame(data: Any) -> bytes:
    """A frame of data only."""
    return f"data: {_line(data)}\n\n".encode()


def event_frame(name: str, data: Any, number: int | None = None) -> bytes:
    """A named frame; with a number a reader may come back to."""
    head = "" if number is None else f"id: {number}\n"
    return f"{head}event: {name}\ndata: {_line(data)}\n\n".encode()


def _line(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def seen(request: Request, usual: int) -> int:
    """The sequence a reader has already seen: header `Last-Event-ID`, else `?after=`."""
    text = request.headers.get("last-event-id") or request.query_params.get("after") or ""
    try:
        return max(usual, min(int(text), 2**31))
    except ValueError:
        return usual


async def cut_after(
    frames: AsyncIterator[bytes], fault: dict[str, Any] | None, abort: Callable[[], None] | None
) -> AsyncIterator[bytes]:
    """The frames, unless a fault ends them early: after so many events, with the connection cut or properly closed."""
    left = None if fault is None else int(fault.get("after", 3))
    async for frame in frames:
        if left == 0:
            if abort is not None and fault is not None and not fault.get("clean"):
                abort()
            return
        yield frame
        if left is not None and frame.startswith(b"id: "):
            left -= 1
