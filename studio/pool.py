"""Render children: warm processes that make one file at a time, told what to do over a pipe.

Cancelling a render ends its child; a fresh one takes the place. Children end with the studio.
"""

import asyncio
import contextlib
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from studio.renderers.api import Progress, RenderError, RenderRequest, RenderResult

_SPAWN = multiprocessing.get_context("spawn")
_PR_SET_PDEATHSIG = 1


class RenderLost(Exception):
    """The child died under its render."""


class RenderPool:
    """A fixed number of children; `render` waits for a free one."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._threads = ThreadPoolExecutor(max_workers=size * 2, thread_name_prefix="render-pipe")
        self._free: asyncio.Queue[_Child] = asyncio.Queue()
        self._all: set[_Child] = set()

    async def start(self) -> None:
        """Start the children; they warm up while the studio already answers."""
        for _ in range(self.size):
            self._add()

    async def render(
        self, request: RenderRequest, out_dir: Path, tell: Callable[[Progress], None]
    ) -> RenderResult:
        """Make the file. Raises RenderError with a sentence, RenderLost when the child died.

        Cancelling this coroutine ends the work within moments.
        """
        child = await self._free.get()
        sound = False
        try:
            child.pipe.send((request, out_dir))
            while True:
                child.reading = self._threads.submit(child.pipe.recv)
                kind, value = await asyncio.wrap_future(child.reading)
                if kind == "progress":
                    tell(value)
                    continue
                sound = True
                if kind == "error":
                    raise RenderError(value)
                result: RenderResult = value
                return result
        except (EOFError, OSError) as died:
            raise RenderLost("the render's process ended") from died
        finally:
            if sound:
                self._free.put_nowait(child)
            else:
                self._drop(child)
                self._add()

    def close(self) -> None:
        """End every child, and wait for that."""
        for child in list(self._all):
            self._drop(child)
        self._threads.shutdown(wait=True)

    def pids(self) -> list[int]:
        """The children's process ids."""
        return [child.process.pid for child in self._all if child.process.pid is not None]

    def _add(self) -> None:
        child = _Child()
        self._all.add(child)
        self._free.put_nowait(child)

    def _drop(self, child: "_Child") -> None:
        self._all.discard(child)
        child.end(self._threads)


class _Child:
    """One process and our end of its pipe."""

    def __init__(self) -> None:
        self.pipe, theirs = _SPAWN.Pipe()
        self.process = _SPAWN.Process(target=_work, args=(theirs, os.getpid()), daemon=True)
        self.process.start()
        theirs.close()
        self.reading: Future[Any] | None = None

    def end(self, threads: ThreadPoolExecutor) -> None:
        """Kill it. Its pipe is closed when nobody reads from it any more: the number may be another file's then.

        A large child takes a while to give its memory back: a thread waits for that, not the loop.
        """
        self.process.kill()
        if self.reading is None or self.reading.done():
            threads.submit(self._bury)
        else:
            self.reading.add_done_callback(lambda _: self._bury())

    def _bury(self) -> None:
        self.process.join(5)
        self.pipe.close()


def _work(pipe: Connection, parent: int) -> None:
    """The child's life: warm up, then render what comes until the pipe closes."""
    _end_with(parent)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(OSError):
        os.nice(5)  # the socket's loop goes first
    from studio.renderers.registry import render

    while True:
        try:
            request, out_dir = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            pipe.send(
                ("done", render(request, out_dir, lambda news: pipe.send(("progress", news))))
            )
        except RenderError as refused:
            pipe.send(("error", str(refused)))
        except Exception as fault:  # noqa: BLE001 - whatever a renderer meets, the studio lives on
            print(f"render failed: {fault!r}", file=sys.stderr)  # noqa: T201 - the child has no logging
            pipe.send(("error", "The renderer failed on this request."))


def _end_with(parent: int) -> None:
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        sys.exit(0)
