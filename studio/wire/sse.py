"""Server-sent events, as the official clients read them."""

import json
from typing import Any

HEADERS = {"Cache-Control": "no-cache, no-transform", "X-Accel-Buffering": "no"}


def comment(text: str) -> bytes:
    """A line readers skip: proof of life."""
    return f": {text}\n\n".encode()


def data_frame(data: Any) -> bytes:
    """A frame of data only."""
    return f"data: {_line(data)}\n\n".encode()


def event_frame(name: str, data: Any, number: int | None = None) -> bytes:
    """A named frame; with a number a reader may come back to."""
    head = "" if number is None else f"id: {number}\n"
    return f"{head}event: {name}\ndata: {_line(data)}\n\n".encode()


def _line(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
