"""The web process: daphne with a request class that bounds what a request may take.

Daphne spools a whole request body to disk before the application is asked, and has no limit of
its own on its size or time. Started as `python -m sogni_web.run.web`; reads BIND and PORT.
"""

from io import BytesIO
from typing import Any

from daphne import http_protocol, server  # first: daphne installs its reactor
from twisted.internet import reactor

from sogni_web.run import places
from sogni_web.run.pacing import Application, Pace, PacedServer, paced

PING_INTERVAL_S = 10
PING_TIMEOUT_S = 15  # a socket that does not read does not answer pings either, and is cut
SLACK_BYTES = 1024 * 1024  # form fields and boundaries around the largest allowed file
_clock: Any = reactor  # its interface is declared without self, which confuses type checkers
DISCARD_S = 15.0  # how long the rest of a refused body is read and dropped
BODY_S = 900.0  # a body must be whole by then, however little at a time it comes
ROOT_PATH = b"daphne-root-path"  # a header daphne believes: anyone could move our addresses
BARE = {  # of the answers that the application does not give
    b"content-security-policy": b"default-src 'none'",
    b"x-content-type-options": b"nosniff",
}


class LimitedRequest(http_protocol.WebRequest):  # type: ignore[misc]
    """A request whose body may have at most `limit_bytes`; more is answered 413 at once.

    The rest of a refused body is read and dropped for a while: closing with unread data resets
    the connection, and the client would never see the answer.
    """

    limit_bytes = 0
    content: Any
    body: Any = None
    pace: Pace | None = None
    _received = 0
    _refused = False
    _deadline: Any = None

    def __init__(self, channel: Any, *args: Any, **options: Any) -> None:
        # Twisted would parse every form, in memory and on the event loop; Django does that.
        super().__init__(channel, *args, parsePOSTFormSubmission=False, **options)

    def gotLength(self, length: int | None) -> None:
        self._deadline = _clock.callLater(BODY_S, self.cut)
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
        self._whole()
        if not self._refused:
            self.requestHeaders.removeHeader(ROOT_PATH)
            self.content.seek(0)
            self.body, self.content = self.content, BytesIO()
            return super().process()
        if not self.finished and self.channel is not None:
            self.finish()
        return None

    def handle_reply(self, message: dict[str, Any]) -> None:
        begins = message["type"] == "http.response.start"
        if begins and self.pace is None and not self.finished and self.channel is not None:
            self.pace = Pace()
            self.registerProducer(self.pace, True)
        super().handle_reply(message)

    def basic_error(self, status: int, status_text: bytes, body: str) -> None:
        for name, value in BARE.items():
            self.setHeader(name, value)
        super().basic_error(status, status_text, body)

    def finish(self) -> None:
        if self.producer is not None and self.channel is not None:
            self.unregisterProducer()
        super().finish()

    def connectionLost(self, reason: Any) -> None:
        self._whole()
        if self.pace is not None:
            self.pace.stopProducing()
        super().connectionLost(reason)

    def cut(self) -> None:
        """End the connection without another word."""
        if not self.finished and self.channel is not None:
            self.channel.forceAbortClient()

    def _whole(self) -> None:
        if self._deadline is not None and self._deadline.active():
            self._deadline.cancel()

    def _refuse(self) -> None:
        self._refused = True
        self.clientproto = b"HTTP/1.1"  # otherwise only known once the body is complete
        limit_mb = self.limit_bytes // (1024 * 1024)
        told = f"This is larger than {limit_mb} MB, the most this server takes at once.\n".encode()
        self.setResponseCode(413)
        for name, value in BARE.items():
            self.setHeader(name, value)
        self.setHeader(b"content-type", b"text/plain; charset=utf-8")
        self.setHeader(b"content-length", str(len(told)).encode())
        self.setHeader(b"connection", b"close")
        self.write(told)
        _clock.callLater(DISCARD_S, self.cut)


class LimitedFactory(http_protocol.HTTPFactory):  # type: ignore[misc]
    """Daphne's factory, handing out our request class."""

    def buildProtocol(self, addr: Any) -> Any:
        protocol = super().buildProtocol(addr)
        protocol.requestFactory = LimitedRequest
        return protocol


def serve(application: Application, *, bind: str, port: int, limit_bytes: int) -> None:
    """Serve until SIGINT or SIGTERM. A body may have `limit_bytes`."""
    LimitedRequest.limit_bytes = limit_bytes
    # Daphne names its factory and offers no way to pass another.
    server.HTTPFactory = LimitedFactory
    PacedServer(
        paced(application),
        endpoints=[f"tcp:port={port}:interface={bind.replace(':', chr(92) + ':')}"],
        websocket_timeout=-1,
        ping_interval=PING_INTERVAL_S,
        ping_timeout=PING_TIMEOUT_S,
        server_name="",
    ).run()


def main() -> None:
    """Serve the product."""
    from sogni_web.asgi import application  # configures Django, hence before its settings

    from django.conf import settings  # isort: skip

    serve(
        application,
        bind=places.bind(),
        port=places.web_port(),
        limit_bytes=settings.UPLOAD_MAX_BYTES + SLACK_BYTES,
    )


if __name__ == "__main__":
    main()
