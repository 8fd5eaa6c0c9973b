"""Waiting for something to become true, by looking: bounded by the caller."""

import asyncio
import inspect
import time
from collections.abc import Awaitable, Callable

LOOK_S = 0.02
ASK_S = 0.1
"""Between looks that cost the one looked at: a page, an export. Else the asking is what it is busy with."""


async def eventually(true: Callable[[], bool | Awaitable[bool]]) -> None:
    """Returns when `true` says so; wrap it in `asyncio.wait_for`."""
    while True:
        told = true()
        if await told if inspect.isawaitable(told) else told:
            return
        await asyncio.sleep(LOOK_S)


def until(
    true: Callable[[], bool], *, seconds: float = 20.0, what: str = "it", every_s: float = LOOK_S
) -> None:
    """The same for a thread; fails after `seconds` with `what` that did not happen."""
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            raise AssertionError(f"{what} did not happen within {seconds:.0f} s")
        time.sleep(every_s)
