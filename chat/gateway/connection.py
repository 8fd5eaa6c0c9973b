"""One client of the service, made at first use and made anew when the service has signed it out.

Everything here runs on the shared event loop. The client itself is the SDK's; only its maker knows the SDK.
"""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from typing import Any

log = logging.getLogger(__name__)

SYNC_EVERY_S = 4.0


class Connection:
    """`make` opens a client. The SDK loses its credentials for good at a 401 or a terminal close."""

    def __init__(self, make: Callable[[], Awaitable[Any]]) -> None:
        self._make = make
        self._client: Any = None
        self._making: asyncio.Lock | None = None
        self._synced_at = 0.0

    async def client(self) -> Any:
        """The live client."""
        if self._making is None:
            self._making = asyncio.Lock()
        async with self._making:
            if not self.holds(self._client):
                await self.close()
                self._client = await self._make()
            return self._client

    def holds(self, client: Any) -> bool:
        """Whether `client` is still the one in use, and signed in."""
        return (
            client is not None
            and client is self._client
            and client.api_client.auth.is_authenticated
        )

    async def catch_up(self, client: Any) -> None:
        """Have the SDK reconcile its projects with the service; at most every four seconds.

        A client whose connection was taken over by another under the same id hears nothing more by itself, and
        one that reconnects may have missed frames; the service's snapshot heals both.
        """
        now = time.monotonic()
        if now - self._synced_at < SYNC_EVERY_S:
            return
        self._synced_at = now
        try:
            await client.projects.sync()
        except Exception as error:  # noqa: BLE001 - the next look tries again
            log.info("The projects could not be compared with the service: %s", error)

    async def close(self) -> None:
        """Drop the client; the next use makes another."""
        client, self._client = self._client, None
        if client is not None:
            await client.aclose()
