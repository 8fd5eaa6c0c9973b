"""The web process: daphne with a request class that refuses oversized bodies early.

Daphne spools a whole request body to disk before the application is asked, and has no limit of
its own. Started as `python -m sogni_web.run.web`; reads BIND and PORT.
"""

import os
from typing import Any

from daphne import http_protocol, server  # first: daphne installs its reactor
from twisted.internet import reactor

from sogni_web.run import places

PING_INTERVAL_S = 10
PING_TIMEOUT_S = 15  # a socket that does not read does not answer pings either, and is cut
SLACK_BYTES = 1024 * 1024  # form fields and boundaries around the largest allowed file
_clock: Any = reactor  # its interface is declared without self, which confuses type checkers
DISCARD_S = 15.0  # how long the rest of a refused body is read and dropped


class LimitedRequest(http_protocol.WebRequest):  # type: ignore[misc]
    """A request whose body may have at most `limit_bytes`; more is answered 413 at once.

    The rest of a refused body is read and dropped for a while: closing with unread data resets
    the connection, and the client would never see the answer.
    """

    limit_bytes = 0
    _received = 0
    _refused = False

    def gotLength(self, length: int | None) -> None:
        if length is not None and length > self.limit_bytes:
            super().gotLength(0)
            self._refuse()
        else:
            super().gotLength(length)

    def handleContentChunk(self, data: bytes) -> None:
        self._received += len(data)
        if not self._refused and self._received > self.limit_bytes:
            self._refuse()
        if not self._refused:
            super().handleContentChunk(data)

    def process(self) -> Any:
        if not self._refused:
            return super().process()
        if not self.finished and self.channel is not None:
            self.finish()
        return None

    def _refuse(self) -> None:
        self._refused = True
        self.clientproto = b"HTTP/1.1"  # otherwise only known once the body is complete
        limit_mb = self.limit_bytes // (1024 * 1024)
        told = f"This is larger than {limit_mb} MB, the most this server takes at once.\n".encode()
        self.setResponseCode(413)
        self.setHeader(b"content-type", b"text/plain; charset=utf-8")
        self.setHeader(b"content-length", str(len(told)).encode())
        self.setHeader(b"connection", b"close")
        self.write(told)
        _clock.callLater(DISCARD_S, self._give_up)

    def _give_up(self) -> None:
        if not self.finished and self.channel is not None:
            self.channel.forceAbortClient()


class LimitedFactory(http_protocol.HTTPFactory):  # type: ignore[misc]
    """Daphne's factory, handing out our request class."""

    def buildProtocol(self, addr: Any) -> Any:
        protocol = super().buildProtocol(addr)
        protocol.requestFactory = LimitedRequest
        return protocol


def main() -> None:
    """Serve until SIGINT or SIGTERM."""
    from sogni_web.asgi import application  # configures Django, hence before its settings

    from django.conf import settings  # isort: skip

    LimitedRequest.limit_bytes = settings.UPLOAD_MAX_BYTES + SLACK_BYTES
    # Daphne names its factory and offers no way to pass another.
    server.HTTPFactory = LimitedFactory
    bind = os.environ.get("BIND") or "127.0.0.1"
    server.Server(
        application,
        endpoints=[f"tcp:port={places.web_port()}:interface={bind.replace(':', chr(92) + ':')}"],
        websocket_timeout=-1,
        ping_interval=PING_INTERVAL_S,
        ping_timeout=PING_TIMEOUT_S,
        server_name="",
    ).run()


if __name__ == "__main__":
    main()
