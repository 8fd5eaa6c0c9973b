"""Who is connected: one live socket for each account and app id, and the frames on their way to it."""

import asyncio
import itertools
import logging
from collections.abc import Callable, Iterator
from typing import Any

from studio.accounts.ledger import Account
from studio.frames import encode

logger = logging.getLogger(__name__)

SWITCHED = 4015
GOING_AWAY = 1001
TRY_LATER = 1013
ABORT = 1006
MAX_WAITING_FRAMES = 50_000
LOT = 32
"""So many frames go out to one client before others have their turn."""

Sent = Callable[[], None]


class Connection:
    """One client's socket. `send` never waits; a writer task empties the outbox in order."""

    def __init__(self, account: Account, app_id: str, base_url: str) -> None:
        self.account = account
        self.app_id = app_id
        self.base_url = base_url
        self.network = "fast"
        self.subscriptions: dict[str, bool] = {}
        self._outbox: asyncio.Queue[tuple[bytes, Sent | None] | int] = asyncio.Queue()
        self._closing = False

    def send(self, kind: str, data: dict[str, Any], on_sent: Sent | None = None) -> None:
        """Queue a frame; `on_sent` is called once it was handed to the socket, or never."""
        if self._closing:
            return
        if self._outbox.qsize() >= MAX_WAITING_FRAMES:
            self.close(TRY_LATER)
            return
        self._outbox.put_nowait((encode(kind, data), on_sent))

    def close(self, code: int) -> None:
        """Close after the frames already queued; `ABORT` cuts the connection without a close frame."""
        if not self._closing:
            self._closing = True
            self._outbox.put_nowait(code)

    async def pump(
        self,
        write: Callable[[bytes], Any],
        close: Callable[[int], Any],
    ) -> None:
        """Write what is queued until the connection is closed from this side; returns after closing."""
        for count in itertools.count(1):
            if count % LOT == 0:
                await asyncio.sleep(
                    0
                )  # a client that reads fast would else have all of it before anybody else
            item = await self._outbox.get()
            if isinstance(item, int):
                await close(item)
                return
            frame, on_sent = item
            await write(frame)
            if on_sent is not None:
                on_sent()


class Hub:
    """The live connections, keyed by account and app id; the newest of a pair stays, the older gets 4015."""

    def __init__(self) -> None:
        self._live: dict[tuple[str, str], Connection] = {}

    def __iter__(self) -> Iterator[Connection]:
        return iter(list(self._live.values()))

    def add(self, connection: Connection) -> None:
        """Make this connection the one that receives frames for its app id."""
        key = (connection.account.address, connection.app_id)
        older = self._live.get(key)
        self._live[key] = connection
        if older is not None:
            logger.info("a second connection took over the app id")
            older.close(SWITCHED)

    def remove(self, connection: Connection) -> None:
        """Forget a closed connection; a newer one under the same id is left alone."""
        key = (connection.account.address, connection.app_id)
        if self._live.get(key) is connection:
            del self._live[key]

    def find(self, address: str, app_id: str) -> Connection | None:
        return self._live.get((address, app_id))

    def of_account(self, address: str) -> list[Connection]:
        return [item for item in self._live.values() if item.account.address == address]

    def close_all(self) -> None:
        for connection in self:
            connection.close(GOING_AWAY)

    async def empty(self, within_s: float) -> None:
        """Wait until every connection is gone, or for so long."""
        for _ in range(int(within_s / 0.02)):
            if not self._live:
                return
            await asyncio.sleep(0.02)
