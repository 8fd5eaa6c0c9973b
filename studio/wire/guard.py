"""The studio's door: loopback hosts only, no foreign origin, bounded bodies."""

import re
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.responses import JSONResponse
from starlette.types import Message, Receive, Scope, Send

from studio.settings import MAX_JSON_BYTES, MAX_UPLOAD_BYTES
from studio.wire.errors import FORBIDDEN, TOO_LARGE, Refusal, error_body

_LOOPBACK = re.compile(r"(?i)(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?")


class Guard:
    """Refuses what a web page of another site, or a DNS name pointed at this machine, could send.

    With `expose_transport` the scope carries `studio.abort`, which cuts the connection without a close frame.
    """

    def __init__(self, app: Starlette, *, expose_transport: bool) -> None:
        self.inner = self._app = app
        self._expose_transport = expose_transport

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if self._expose_transport:
            scope["studio.abort"] = _abort(send)
        reason = _refusal(Headers(scope=scope))
        if reason is not None:
            await _refuse(scope, receive, send, 403, reason, FORBIDDEN)
        elif scope["type"] == "http":
            await self._bounded(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _bounded(self, scope: Scope, receive: Receive, send: Send) -> None:
        limit = MAX_UPLOAD_BYTES if scope["path"].startswith("/blobs/") else MAX_JSON_BYTES
        sentence = f"The body is larger than {limit // (1024 * 1024)} MB."
        declared = Headers(scope=scope).get("content-length", "0")
        if not declared.isdigit() or int(declared) > limit:
            await _refuse(scope, receive, send, 413, sentence, TOO_LARGE)
            return
        await self._app(scope, _counting(receive, limit, sentence), send)


def _refusal(headers: Headers) -> str | None:
    if not _LOOPBACK.fullmatch(headers.get("host", "")):
        return "The local studio answers on this machine's loopback address only."
    origin = headers.get("origin")
    if origin is not None and not _LOOPBACK.fullmatch(_host_of(origin)):
        return "The local studio does not answer pages of other sites."
    return None


def _host_of(origin: str) -> str:
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return ""


def _counting(receive: Receive, limit: int, sentence: str) -> Callable[[], Awaitable[Message]]:
    seen = 0

    async def counted() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > limit:
            raise Refusal(413, sentence, TOO_LARGE)
        return message

    return counted


async def _refuse(
    scope: Scope, receive: Receive, send: Send, status: int, message: str, code: int
) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008, "reason": ""})
        return
    await JSONResponse(error_body(message, code), status)(scope, receive, send)


def _abort(send: Any) -> Callable[[], None]:
    def abort() -> None:
        transport = getattr(getattr(send, "__self__", None), "transport", None)
        if transport is not None:
            transport.abort()

    return abort
