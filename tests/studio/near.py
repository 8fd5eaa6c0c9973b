"""A studio in a thread of the test's own process, so that a test can give it other tools."""

import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import uvicorn

from studio.server import Server, application
from studio.settings import Settings
from studio.tools.api import Tool
from studio.wire.bites import SmallBites
from tests.studio_server import free_port

START_S = 20.0


@dataclass
class NearStudio:
    """Addresses of the studio, and the studio itself."""

    port: int
    inner: Any
    server: Server
    thread: threading.Thread

    @property
    def rest(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def ws(self) -> str:
        return f"ws://127.0.0.1:{self.port}"

    def fault(self, kind: str, **options: Any) -> None:
        """Arm a fault."""
        httpx.post(f"{self.rest}/_studio/faults", json={"kind": kind, **options})

    def stop(self) -> None:
        """Leave as at a real shutdown, and wait for it."""
        self.server.should_exit = True
        self.thread.join(15)
        assert not self.thread.is_alive(), "the studio did not end"

    def http(self, key: str = "local-studio") -> httpx.Client:
        """A client that speaks for a key."""
        return httpx.Client(base_url=self.rest, headers={"api-key": key}, timeout=30)


@contextmanager
def near_studio(
    folder: Path, tools: Mapping[str, Tool] | None = None, port: int = 0, **settings: Any
) -> Iterator[NearStudio]:
    """Start it, at the end stop it. It renders one thing at a time, where `renderers` does not say more."""
    port = port or free_port()
    usual = {"renderers": 1, "tokens_per_s": 400, "first_token_s": 0.01, "allow_faults": True}
    given = Settings(folder, port=port, **{**usual, **settings})
    app = application(given) if tools is None else application(given, tools)
    config = uvicorn.Config(
        app,
        port=port,
        access_log=False,
        log_level="warning",
        ws=SmallBites,
        timeout_graceful_shutdown=3,
        ws_per_message_deflate=False,
    )
    server = Server(config, app)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + START_S
    while not server.started:
        assert time.monotonic() < until, "the studio did not start in time"
        time.sleep(0.02)
    studio = NearStudio(port, app.inner.state.studio, server, thread)
    try:
        yield studio
    finally:
        studio.stop()
