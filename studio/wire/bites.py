"""What comes over a socket is read in small bites: everything in one bite is taken apart in one go."""

import contextlib
from asyncio import BaseTransport

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

BITE_BYTES = 8 * 1024
"""A quarter of a megabyte, which is usual, holds 37,000 of the smallest messages: others would wait 0.2 s for them."""


class SmallBites(WebSocketsSansIOProtocol):
    """Uvicorn's protocol of sockets, reading a little at a time."""

    def connection_made(self, transport: BaseTransport) -> None:
        """Where another event loop's transport has no such measure, it keeps its own."""
        with contextlib.suppress(AttributeError):
            transport.max_size = BITE_BYTES  # type: ignore[attr-defined]
        super().connection_made(transport)
