"""Bodies in and answers out at the pace of whoever takes them, so that none of them fills the memory.

Daphne hands the application a whole body at once, and takes an answer as fast as the application makes it,
however slowly the client reads.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import IO, Any

from daphne import server

Message = dict[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[dict[str, Any], Receive, Send], Awaitable[None]]

PIECE_BYTES = 64 * 1024
STALL_S = 600.0  # a player that is paused stops reading for a while; one that never reads is cut
BODY = "sogni_web.body"  # of a scope: the file the request's body is in


class Pace:
    """One answer on its way, a push producer to Twisted: told when the buffer is full and when it is empty again."""

    def __init__(self) -> None:
        self._room = asyncio.Event()
        self._room.set()

    def pauseProducing(self) -> None:
        self._room.clear()

    def resumeProducing(self) -> None:
        self._room.set()

    def stopProducing(self) -> None:
        """The connection is gone; whoever waits may go on and finds out."""
        self._room.set()

    async def room(self) -> bool:
        """Wait until more may be written; False when nothing was read for too long."""
        try:
            async with asyncio.timeout(STALL_S):
                await self._room.wait()
        except TimeoutError:
            return False
        return True


class PacedServer(server.Server):  # type: ignore[misc]
    """Daphne's server for requests that bring a `body` file and a `pace`; sockets are left alone."""

    def create_application(self, protocol: Any, scope: dict[str, Any]) -> Any:
        if scope["type"] == "http":
            scope[BODY] = protocol.body
        return super().create_application(protocol, scope)

    async def handle_reply(self, protocol: Any, message: Message) -> None:
        await super().handle_reply(protocol, message)
        pace: Pace | None = getattr(protocol, "pace", None)
        if pace is not None and message.get("more_body") and not await pace.room():
            protocol.cut()


def paced(application: Application) -> Application:
    """The application, given its bodies piece by piece as it asks for them."""

    async def outer(scope: dict[str, Any], receive: Receive, send: Send) -> None:
        body = scope.pop(BODY, None)
        await application(scope, receive if body is None else _pieces(body, receive), send)

    return outer


def _pieces(body: IO[bytes], receive: Receive) -> Receive:
    """What daphne would have queued: the body's pieces, the last one marked, then what comes after."""
    ended = False

    async def piece() -> Message:
        nonlocal ended
        if not ended:
            data = body.read(PIECE_BYTES)
            ended = len(data) < PIECE_BYTES
            if ended:
                body.close()
            return {"type": "http.request", "body": data, "more_body": not ended}
        while True:  # daphne itself queues an empty body
            message = await receive()
            if message["type"] != "http.request":
                return message

    return piece
