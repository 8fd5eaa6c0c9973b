"""Server-sent events, as the official clients read them."""

import json
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
