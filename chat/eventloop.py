"""One background asyncio loop per process, which owns everything asynchronous a worker touches.

Worker threads are synchronous and read top to bottom; waiting happens here. Two verbs: `submit` and `iterate`.
"""

import asyncio
import contextlib
import logging
import os
import queue
import threading
from collections.abc import AsyncIterator, Coroutine, Generator
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass
from typing import Any, Final, TypeVar

T = TypeVar("T")

log = logging.getLogger(__name__)

CLEAN_UP_S = 2.0


@dataclass(frozen=True)
class Pause:
    """Nothing came for a tick."""


PAUSE: Final = Pause()

_lock = threading.Lock()
_loop: asyncio.AbstractEventLoop | None = None
_pid = 0


@dataclass(frozen=True)
class _End:
    """The source is exhausted, or raised `error`."""

    error: BaseException | None = None


def loop() -> asyncio.AbstractEventLoop:
    """The process's loop; started at first use, and anew after a fork."""
    global _loop, _pid
    with _lock:
        if _loop is None or _pid != os.getpid() or _loop.is_closed():
            _loop = asyncio.new_event_loop()
            _loop.set_exception_handler(_note)
            _pid = os.getpid()
            threading.Thread(target=_loop.run_forever, name="event-loop", daemon=True).start()
        return _loop


def _note(target: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """A plain future that failed unawaited told its failure by other ways (the SDK's completions do)."""
    future = context.get("future")
    if isinstance(future, asyncio.Future) and not isinstance(future, asyncio.Task):
        log.debug("A result nobody waited for: %s", context.get("exception"))
    else:
        target.default_exception_handler(context)


def submit(coroutine: Coroutine[Any, Any, T]) -> "Future[T]":
    """Run on the loop; the future's `result(timeout)` waits for it from any other thread."""
    return asyncio.run_coroutine_threadsafe(coroutine, loop())


def iterate(
    source: AsyncIterator[T], *, tick_s: float = 0.5, most: int = 64
) -> Generator[T | Pause, None, None]:
    """Drive an async iterator from a synchronous thread; `PAUSE` whenever nothing came for `tick_s`.

    At most `most` items wait; the source is held back then. Closing the generator cancels the source and waits
    up to two seconds until it has cleaned up. What the source raises is raised here.
    """
    items: queue.SimpleQueue[T | _End] = queue.SimpleQueue()
    room = asyncio.Semaphore(most)
    target = loop()
    running = submit(_drain(source, items, room))
    ended = False
    try:
        while True:
            try:
                item = items.get(timeout=tick_s)
            except queue.Empty:
                yield PAUSE
                continue
            if isinstance(item, _End):
                ended = True
                if item.error is not None:
                    raise item.error
                return
            target.call_soon_threadsafe(room.release)
            yield item
    finally:
        running.cancel()
        with contextlib.suppress(queue.Empty):
            while not ended:
                ended = isinstance(items.get(timeout=CLEAN_UP_S), _End)


async def _drain(
    source: AsyncIterator[T], items: "queue.SimpleQueue[T | _End]", room: asyncio.Semaphore
) -> None:
    """Move items over; whatever happens, the source is closed and one `_End` is the last word."""
    end = _End()
    try:
        async for item in source:
            await room.acquire()
            items.put(item)
    except asyncio.CancelledError:
        end = _End(CancelledError())
        raise
    except Exception as error:  # noqa: BLE001 - raised again in the thread that iterates
        end = _End(error)
    finally:
        try:
            close = getattr(source, "aclose", None)
            if close is not None:
                await close()
        finally:
            items.put(end)
