"""The bridge between worker threads and the loop that waits for them."""

import asyncio
import os
import threading
from collections.abc import AsyncIterator
from concurrent.futures import CancelledError

import pytest

from chat import eventloop
from chat.eventloop import PAUSE
from tests.waiting import until


async def numbers(most: int) -> AsyncIterator[int]:
    for number in range(most):
        yield number


def test_it_gives_a_coroutines_result_to_the_thread_that_asked() -> None:
    async def answer() -> str:
        return threading.current_thread().name

    assert eventloop.submit(answer()).result(5) == "event-loop"


def test_it_yields_everything_in_order() -> None:
    assert [item for item in eventloop.iterate(numbers(500), most=4) if item is not PAUSE] == list(
        range(500)
    )


def test_it_ticks_while_nothing_comes() -> None:
    go = asyncio.Event()

    async def late() -> AsyncIterator[str]:
        await go.wait()
        yield "here"

    events = eventloop.iterate(late(), tick_s=0.01)
    assert next(events) is PAUSE
    assert next(events) is PAUSE
    eventloop.loop().call_soon_threadsafe(go.set)
    assert [item for item in events if item is not PAUSE] == ["here"]


def test_it_raises_what_the_source_raises_after_what_came_before() -> None:
    async def broken() -> AsyncIterator[int]:
        yield 1
        raise KeyError("gone")

    events = eventloop.iterate(broken())
    assert next(events) == 1
    with pytest.raises(KeyError, match="gone"):
        next(events)


def test_it_ends_when_the_source_is_cancelled_from_within() -> None:
    async def poisoned() -> AsyncIterator[int]:
        yield 1
        raise asyncio.CancelledError

    events = eventloop.iterate(poisoned(), tick_s=5)
    assert next(events) == 1
    with pytest.raises(CancelledError):
        next(events)


def test_closing_cancels_the_source_and_waits_for_its_clean_up() -> None:
    cleaned = threading.Event()

    async def endless() -> AsyncIterator[int]:
        try:
            yield 1
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0)
            cleaned.set()

    events = eventloop.iterate(endless(), tick_s=0.01)
    assert next(events) == 1
    assert next(events) is PAUSE
    events.close()
    assert cleaned.is_set()


def test_a_slow_reader_holds_the_source_back() -> None:
    given = 0

    async def eager() -> AsyncIterator[int]:
        nonlocal given
        while True:
            given += 1
            yield given

    events = eventloop.iterate(eager(), most=3, tick_s=0.01)
    next(events)
    for _ in range(20):  # the source had every chance to run ahead
        eventloop.submit(asyncio.sleep(0)).result(5)
    assert given <= 6
    events.close()


def test_many_threads_share_one_loop_without_mixing() -> None:
    seen: dict[int, list[int]] = {}

    async def tagged(tag: int) -> AsyncIterator[int]:
        for number in range(50):
            await asyncio.sleep(0)
            yield tag * 1000 + number

    def read(tag: int) -> None:
        seen[tag] = [item for item in eventloop.iterate(tagged(tag)) if isinstance(item, int)]

    threads = [threading.Thread(target=read, args=(tag,)) for tag in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert seen == {tag: [tag * 1000 + n for n in range(50)] for tag in range(16)}


def test_a_forked_child_gets_a_loop_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    before = eventloop.loop()
    monkeypatch.setattr(eventloop, "_loop", before)  # both are put back at the end
    monkeypatch.setattr(eventloop, "_pid", os.getpid())
    eventloop._pid += 1  # as a child sees its parent's
    after = eventloop.loop()
    assert after is not before
    assert eventloop.submit(asyncio.sleep(0, "alive")).result(5) == "alive"
    after.call_soon_threadsafe(after.stop)
    until(lambda: not after.is_running(), what="the end of the second loop")
    after.close()
