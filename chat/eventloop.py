"""One background asyncio loop per process, which owns everything asynchronous a worker touches.

Worker threads are synchronous and read top to bottom; waiting happens here. Two verbs: `submit` and `iterate`.
"""

import asyncio
import os
import queue
import threading
from collections.abc import AsyncIterator, Coroutine, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any, Final, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Pause:
    """Nothing came for a tick."""


PAUSE: Final = Pause()
_END: Final = object()

_lock = threading.Lock()
_loop: asyncio.AbstractEventLoop | None = None
_pid = 0


def loop() -> asyncio.AbstractEventLoop:
    """The process's loop; started at first use, and anew after a fork."""
    global _loop, _pid
    with _lock:
        if _loop is None or _pid != os.getpid() or _loop.is_closed():
            _loop = asyncio.new_event_loop()
            _pid = os.getpid()
            threading.Thread(target=_loop.run_forever, name="event-loop", daemon=True).start()
        return _loop


def submit(coroutine: Coroutine[Any, Any, T]) -> "Future[T]":
    """Run on the loop; the future's `result(timeout)` waits for it from any other thread."""
    return asyncio.run_coroutine_threadsafe(coroutine, loop())


def iterate(
    source: AsyncIterator[T], *, tick_s: float = 0.5, most: int = 256
) -> Iterator[T | Pause]:
    """Drive an async iterator from a synchronous thread; `PAUSE` whenever nothing came for `tick_s`.

    At most `most` items wait; the source is held back then. Closing the generator cancels the source and waits
    until it has cleaned up. What the source raises is raised here.
    """
    items: queue.Queue[Any] = queue.Queue()
    room = asyncio.Semaphore(most)

    async def drain() -> None:
        try:
            async for item in source:
                await room.acquire()
                items.put(item)
            items.put(_END)
        except Exception as error:  # noqa: BLE001 - raised again in the thread that iterates
            items.put(error)
            items.put(_END)
        finally:
            close = getattr(source, "aclose", None)
            if close is not None:
                await close()

    running = submit(drain())
    target = loop()
    error: Exception | None = None
    try:
        while True:
            try:
                item = items.get(timeout=tick_s)
            except queue.Empty:
                yield PAUSE
                continue
            if item is _END:
                break
            if isinstance(item, Exception):
                error = item
                break
            target.call_soon_threadsafe(room.release)
            yield item
    finally:
        running.cancel()
    if error is not None:
        raise error
