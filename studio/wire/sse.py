"""Server-sent events in the framing the SDKs read."""

import json
from collections.abc import AsyncIterator
from typing import Any

from starlette.requests import Request
from starlette.responses import StreamingResponse

QUIET_S = 10.0
"""A comment is sent after so many seconds without an event."""
# No blank line after a comment: the SDKs' workflow stream would hand out an empty frame for it.
OPEN = ": open\n"
QUIET = ": quiet\n"


def frame(event: str, data: Any, number: int | None = None) -> str:
    """One frame; `number` becomes its id."""
    head = f"id: {number}\n" if number is not None else ""
    return f"{head}event: {event}\ndata: {json.dumps(data, separators=(',', ':'))}\n\n"


def streamed(frames: AsyncIterator[str]) -> StreamingResponse:
    """The answer; it ends when the frames do."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(frames, media_type="text/event-stream", headers=headers)


def after(request: Request, usual: int) -> int:
    """The sequence a client has already seen: header `Last-Event-ID`, else `?after=`."""
    text = request.headers.get("last-event-id") or request.query_params.get("after") or ""
    try:
        return max(usual, min(int(text), 2**31))
    except ValueError:
        return usual
