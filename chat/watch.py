"""One look every few seconds at who may still see what, for all sockets of a process together."""

import asyncio
import logging
from typing import Any, Protocol
from weakref import WeakKeyDictionary

from channels.db import database_sync_to_async
from django.conf import settings

from chat import access

log = logging.getLogger(__name__)


class Socket(Protocol):
    """What is watched."""

    async def lost_access(self) -> None: ...


class Watch:
    """One socket's place in the watch of its event loop."""

    def __init__(self, watcher: "_Watcher", socket: Socket, pair: tuple[int, int]) -> None:
        self.watcher = watcher
        self.socket = socket
        self.pair = pair

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
                allowed = await database_sync_to_async(access.still_allowed)(
                    {one.pair for one in watches}
                )
            except Exception:
                log.exception("Access could not be looked up; the next look follows.")
                continue
            for one in watches:
                if one.pair not in allowed:
                    one.forget()
                    await one.socket.lost_access()
        self.task = None


_watchers: "WeakKeyDictionary[Any, _Watcher]" = WeakKeyDictionary()


def watch(socket: Socket, user: int, conversation: int) -> Watch:
    """Keep looking whether this person may still see this conversation; `lost_access` is called when not."""
    running = asyncio.get_running_loop()
    watcher = _watchers.setdefault(running, _Watcher())
    one = Watch(watcher, socket, (user, conversation))
    watcher.watches.add(one)
    if watcher.task is None or watcher.task.done():
        watcher.task = running.create_task(watcher.run())
    return one
