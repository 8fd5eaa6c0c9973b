"""One look every few seconds at who may still see what, for all sockets of a process together."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any, Protocol
from weakref import WeakKeyDictionary

from channels.db import database_sync_to_async
from django.conf import settings

from chat import access

log = logging.getLogger(__name__)

SOCKETS_EACH = 100  # of one person in one process: every socket catches up now and then


class TooMany(Exception):
    """The person has as many sockets as one may have; nothing is watched."""


class Socket(Protocol):
    """What is watched."""

    async def lost_access(self) -> None: ...

    async def lost_session(self) -> None: ...


class Watch:
    """One socket's place in the watch of its event loop."""

    def __init__(
        self, watcher: "_Watcher", socket: Socket, conversation: int, seat: access.Seat
    ) -> None:
        self.watcher = watcher
        self.socket = socket
        self.pair = (seat.user, conversation)
        self.seat = seat

    def forget(self) -> None:
        """The socket is closed. Twice is harmless."""
        self.watcher.watches.discard(self)


class _Watcher:
    """The sockets of one event loop."""

    def __init__(self) -> None:
        self.watches: set[Watch] = set()
        self.task: asyncio.Task[None] | None = None

    async def run(self) -> None:
        while self.watches:
            await asyncio.sleep(settings.ACCESS_RECHECK_S)
            watches = list(self.watches)
            try:
                allowed, signed_in = await database_sync_to_async(_look)(watches)
            except Exception:
                log.exception("Access could not be looked up; the next look follows.")
                continue
            for one in watches:
                if one.pair not in allowed:
                    await _part(one, one.socket.lost_access)
                elif one.seat not in signed_in:
                    await _part(one, one.socket.lost_session)
        self.task = None


async def _part(one: Watch, tell: Callable[[], Awaitable[None]]) -> None:
    """Let go of one socket; one that cannot be told does not end the watch over the others."""
    one.forget()
    try:
        await tell()
    except Exception:
        log.exception("A socket could not be closed.")


def _look(watches: list[Watch]) -> tuple[set[tuple[int, int]], set[access.Seat]]:
    """What may still be seen, and who is still signed in."""
    return (
        access.still_allowed({one.pair for one in watches}),
        access.still_signed_in({one.seat for one in watches}),
    )


_watchers: "WeakKeyDictionary[Any, _Watcher]" = WeakKeyDictionary()


def watch(socket: Socket, conversation: int, seat: access.Seat) -> Watch:
    """Keep looking whether this person may still see this conversation, and is still signed in as then.

    `lost_access` or `lost_session` is called when not. Raises `TooMany`.
    """
    running = asyncio.get_running_loop()
    watcher = _watchers.setdefault(running, _Watcher())
    if sum(one.seat.user == seat.user for one in watcher.watches) >= SOCKETS_EACH:
        raise TooMany
    one = Watch(watcher, socket, conversation, seat)
    watcher.watches.add(one)
    if watcher.task is None or watcher.task.done():
        watcher.task = running.create_task(watcher.run())
    return one
