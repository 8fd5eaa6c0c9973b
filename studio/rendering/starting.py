"""A render child's start: waited for as long as it gets on, tried again while there is hope."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from math import ceil

from studio.rendering.child import READY, STARTING, Child

LOOK_S = 1.0
"""Silence is counted in looks of this length: where the studio itself stood still, its child could not be heard."""


@dataclass(frozen=True)
class Patience:
    """How long a place goes on trying. A busy machine needs a hundred times as long for a start as an idle one."""

    silence_s: float = 60.0
    """A child that gets ready says so at least so often, or it hangs and is ended."""
    tries: int = 3
    hope_s: float = 30.0
    """So many starts in a row, over so long, come to nothing before those who wait are refused."""
    first_pause_s: float = 0.5
    longest_pause_s: float = 60.0
    asked_pause_s: float = 5.0
    """The longest pause while somebody waits."""

    def pause_s(self, misses: int) -> float:
        """After so many starts in a row that came to nothing."""
        return min(self.first_pause_s * 2.0 ** min(misses - 1, 20), self.longest_pause_s)


@dataclass(eq=False)
class Place:
    """Room for one child."""

    child: Child | None = None
    misses: int = 0
    """Starts in a row that came to nothing, the first of them begun at `since` of the loop's clock."""
    since: float = 0.0
    quiet: int | None = None
    """Looks since a child that gets ready was last heard; None while there is none or it never was."""
    lost: asyncio.Event = field(default_factory=asyncio.Event)

    def hopeless(self, patience: Patience, now: float) -> bool:
        """Whether it was tried often and long enough, and no start is getting on just now."""
        if self.quiet is not None and self.quiet * LOOK_S < patience.asked_pause_s:
            return False
        return self.misses >= patience.tries and now - self.since >= patience.hope_s


async def until_ready(
    place: Place, child: Child, threads: ThreadPoolExecutor, silence_s: float
) -> None:
    """Returns when the child is ready; EOFError or OSError when it died, TimeoutError when it hangs."""
    place.quiet = None
    try:
        while (await _next(place, child, threads, silence_s))[0] == STARTING:
            place.quiet = 0
    finally:
        place.quiet = None


async def _next(
    place: Place, child: Child, threads: ThreadPoolExecutor, silence_s: float
) -> tuple[str, object]:
    reading = asyncio.wrap_future(child.read(threads))
    try:
        for _ in range(ceil(silence_s / LOOK_S)):
            if (await asyncio.wait({reading}, timeout=LOOK_S))[0]:
                kind, value = reading.result()
                assert kind in (STARTING, READY), kind
                return kind, value
            place.quiet = None if place.quiet is None else place.quiet + 1
        raise TimeoutError(f"nothing was heard of it for {silence_s:.0f} s")
    finally:
        reading.cancel()  # what comes of it after that, nobody asks
