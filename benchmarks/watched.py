"""A studio in this process whose event loop is watched, and a socket pinged from another process."""

import asyncio
import contextlib
import json
import os
import sys
import threading
import time
from bisect import bisect_left
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any, BinaryIO

import uvicorn

from studio.server import Server, Studio, application
from studio.settings import Settings
from tests.studio_server import free_port

_STEP_S = 0.005
KEY = "benchmark"


@dataclass
class Span:
    """What was seen while something went on: seconds the loop came late, seconds a ping took.

    `own` are the loop's delays without the time it could have run and other processes had the processors.
    """

    gaps: list[float] = field(default_factory=list)
    own: list[float] = field(default_factory=list)
    pings: list[float] = field(default_factory=list)


@dataclass
class Watched:
    """A running studio, its loop's delays and the answers to its pings, each with its moment (`time.monotonic`)."""

    studio: Studio
    port: int
    _gaps: list[tuple[float, float]] = field(default_factory=list)
    _own: list[tuple[float, float]] = field(default_factory=list)
    _pings: list[tuple[float, float]] = field(default_factory=list)

    @contextmanager
    def span(self) -> Iterator[Span]:
        """Filled when its body ends."""
        began, seen = time.monotonic(), Span()
        yield seen
        found = ((seen.gaps, self._gaps), (seen.own, self._own), (seen.pings, self._pings))
        for into, rows in found:
            into += [late for _, late in rows[bisect_left(rows, (began, 0.0)) :]]

    async def tick(self) -> None:
        """Notes how late the loop comes back from a short sleep."""
        with _schedstat() as file:
            while True:
                due, waited = time.monotonic() + _STEP_S, _waited_s(file)
                await asyncio.sleep(_STEP_S)
                now = time.monotonic()
                late = max(now - due, 0.0)
                self._gaps.append((now, late))
                self._own.append((now, max(late - _waited_s(file) + waited, 0.0)))

    async def listen(self, lines: asyncio.StreamReader) -> None:
        """Takes down what the pinging process prints."""
        async for line in lines:
            self._pings.append((time.monotonic(), json.loads(line)))


def _schedstat() -> BinaryIO:
    """What Linux knows of when this thread ran."""
    return Path(f"/proc/self/task/{threading.get_native_id()}/schedstat").open("rb")


def _waited_s(schedstat: BinaryIO) -> float:
    """Seconds its thread ever waited for a processor; the file says nanoseconds."""
    return int(os.pread(schedstat.fileno(), 100, 0).split()[1]) / 1e9


@asynccontextmanager
async def watched(folder: Path, renderers: int) -> AsyncIterator[Watched]:
    """Start it on a free port; at the end everything is ended."""
    settings = Settings(folder, port=free_port(), renderers=renderers, spark_balance=Decimal(10**9))
    app = application(settings)
    config = uvicorn.Config(
        app,
        port=settings.port,
        access_log=False,
        log_level="warning",
        ws_ping_interval=None,
        ws_per_message_deflate=False,
    )
    server = Server(config, app)
    serving = asyncio.create_task(server.serve())
    while not server.started:  # noqa: ASYNC110 - uvicorn tells by an attribute only
        await asyncio.sleep(0.02)
    seen = Watched(app.inner.state.studio, settings.port)
    pinging = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "benchmarks.pinger", str(settings.port), KEY, stdout=asyncio.subprocess.PIPE
    )  # fmt: skip
    assert pinging.stdout is not None
    tasks = [asyncio.create_task(seen.tick()), asyncio.create_task(seen.listen(pinging.stdout))]
    try:
        yield seen
    finally:
        pinging.terminate()
        await pinging.wait()
        for task in tasks:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task
        server.should_exit = True
        await serving


def told(span: Span) -> dict[str, Any]:
    """The worst and the usual, in milliseconds."""
    row: dict[str, Any] = {
        "loop_max_ms": round(max(span.gaps, default=0.0) * 1000, 1),
        "own_max_ms": round(max(span.own, default=0.0) * 1000, 1),
    }
    pings = sorted(span.pings)
    if pings:
        row["ping_p50_ms"] = round(pings[len(pings) // 2] * 1000, 1)
        row["ping_max_ms"] = round(pings[-1] * 1000, 1)
    return row
