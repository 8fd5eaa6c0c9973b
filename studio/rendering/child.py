"""A render child: one warm process that makes one file at a time, and our end of its pipe."""

import contextlib
import importlib
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from multiprocessing.connection import Connection
from typing import Any

from studio.renderers.api import RenderError

STARTING, READY = "starting", "ready"
NEWS_S = 0.5
"""A child that gets ready says so not much more often."""
IDLE_S = 3.0
"""A child that has had nothing to do for so long after its start gets ready for sound, too."""
_SPAWN = multiprocessing.get_context("spawn")
_PR_SET_PDEATHSIG = 1
_ONE_THREAD = ("OPENBLAS_NUM_THREADS", "1")
"""Children work side by side: threads that wait for each other in a matrix product only keep the others from theirs.
Six seconds of music on two busy cores took 1.1 s of the processor with two threads, and 0.3 s with one."""
Life = Callable[[Connection, int], None]
"""What a child does, given its end of the pipe and its parent's process id."""


class Child:
    """One process and our end of its pipe. Raises OSError when the machine has no room for one."""

    def __init__(self, life: Life) -> None:
        os.environ.setdefault(*_ONE_THREAD)  # read where NumPy is loaded: in the child
        self.pipe, theirs = _SPAWN.Pipe()
        self.process = _SPAWN.Process(target=life, args=(theirs, os.getpid()), daemon=True)
        try:
            self.process.start()
        except OSError:
            self.pipe.close()
            raise
        finally:
            theirs.close()
        self._reading: Future[Any] | None = None

    def read(self, threads: ThreadPoolExecutor) -> Future[Any]:
        """What it says next; EOFError or OSError when it says no more."""
        self._reading = threads.submit(self.pipe.recv)
        return self._reading

    def end(self, threads: ThreadPoolExecutor) -> None:
        """Kill it. Its pipe is closed when nobody reads from it any more: the number may be another file's then.

        A large child takes a while to give its memory back: a thread waits for that, not the loop.
        """
        self.process.kill()
        if self._reading is None or self._reading.done():
            threads.submit(self._bury)
        else:
            self._reading.add_done_callback(lambda _: self._bury())

    def _bury(self) -> None:
        self.process.join(5)
        self.pipe.close()


def work(pipe: Connection, parent: int) -> None:
    """The life of a child: warm up, say how that gets on, then render what comes until the pipe closes."""
    _end_with(parent)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _give_way()
    news = _News(pipe)
    sys.meta_path.insert(0, news)
    from studio.renderers.registry import render

    sys.meta_path.remove(news)
    pipe.send((READY, None))
    if not pipe.poll(IDLE_S):
        importlib.import_module("scipy.signal")  # the larger half of all imports, and no picture's
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


class _News:
    """Tells the studio that a start gets on: each module that is looked for says so, where it is time."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self._next = 0.0

    def find_spec(self, name: str, path: Sequence[str] | None = None, target: Any = None) -> None:
        """Finds nothing; those behind it do."""
        now = time.monotonic()
        if now >= self._next:
            self._next = now + NEWS_S
            self._pipe.send((STARTING, name))


def _give_way() -> None:
    """The socket's loop goes first: also at the moment it wakes this process, which would else push it aside."""
    with contextlib.suppress(OSError):
        os.nice(5)
    if sys.platform == "linux" and os.sched_getscheduler(0) == os.SCHED_OTHER:
        with contextlib.suppress(OSError):
            os.sched_setscheduler(0, os.SCHED_BATCH, os.sched_param(0))


def _end_with(parent: int) -> None:
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        sys.exit(0)
