"""The render children: told what to do over a pipe, replaced when they are lost, started with patience.

Cancelling a render ends its child; a fresh one takes the place. Children end with the studio. Where none can be
started, the pauses between attempts grow, and those who wait are told instead of waiting for ever.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from studio.renderers.api import Progress, RenderError, RenderRequest, RenderResult
from studio.rendering.child import READY, Child, Life, work

logger = logging.getLogger(__name__)

START_S = 60.0
"""A child that is not ready by then is given up."""
PATIENCE = 3
"""So often in a row every place fails to start a child before those who wait are refused."""
FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.5, 60.0


class RenderLost(Exception):
    """The child died under its render."""


class RenderUnavailable(Exception):
    """No child can be started."""


@dataclass(eq=False)
class _Place:
    """Room for one child. `misses` are the starts in a row that came to nothing."""

    child: Child | None = None
    misses: int = 0
    lost: asyncio.Event = field(default_factory=asyncio.Event)


class RenderPool:
    """A fixed number of children; `render` waits for a free one. One event loop only."""

    def __init__(self, size: int, life: Life = work, first_pause_s: float = FIRST_PAUSE_S) -> None:
        self.size = size
        self._life, self._first_pause_s = life, first_pause_s
        self._threads = ThreadPoolExecutor(max_workers=size * 2, thread_name_prefix="render-pipe")
        self._places = [_Place() for _ in range(size)]
        self._free: deque[_Place] = deque()
        self._waiting: deque[asyncio.Future[_Place]] = deque()
        self._keepers: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Start the children; they warm up while the studio already answers."""
        self._keepers = [asyncio.create_task(self._keep(place)) for place in self._places]

    async def render(
        self, request: RenderRequest, out_dir: Path, tell: Callable[[Progress], Awaitable[None]]
    ) -> RenderResult:
        """Make the file; `tell` hears of it one after the other.

        Raises RenderError with a sentence, RenderLost when the child died, RenderUnavailable when there is none to be
        had. Cancelling this coroutine ends the work within moments.
        """
        place = await self._taken()
        child, sound = place.child, False
        assert child is not None, "a free place has a child"
        try:
            child.pipe.send((request, out_dir))
            while True:
                kind, value = await asyncio.wrap_future(child.read(self._threads))
                if kind == "progress":
                    await tell(value)
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
                self._give(place)
            else:
                self._lose(place)

    def close(self) -> None:
        """End every child, and wait for that."""
        for keeper in self._keepers:
            keeper.cancel()
        for place in self._places:
            self._end(place)
        self._threads.shutdown(wait=True)

    def pids(self) -> list[int]:
        """The children's process ids."""
        found = (place.child.process.pid for place in self._places if place.child is not None)
        return [pid for pid in found if pid is not None]

    # --- Who gets which child -------------------------------------------------------------------

    async def _taken(self) -> _Place:
        """A place with a child that is free and alive; raises RenderUnavailable."""
        while self._free:
            place = self._free.popleft()
            if place.child is not None and place.child.process.is_alive():
                return place
            self._lose(place)  # it died while it had nothing to do
        if self.down:
            raise RenderUnavailable
        called: asyncio.Future[_Place] = asyncio.get_running_loop().create_future()
        self._waiting.append(called)
        try:
            return await called
        except asyncio.CancelledError:
            if called.done() and not called.cancelled() and called.exception() is None:
                self._give(
                    called.result()
                )  # called in the same moment: the child goes on to the next
            raise

    def _give(self, place: _Place) -> None:
        while self._waiting:
            called = self._waiting.popleft()
            if not called.done():
                called.set_result(place)
                return
        self._free.append(place)

    # --- Starting children ----------------------------------------------------------------------

    @property
    def idle(self) -> int:
        """Children that are ready and wait for work."""
        return len(self._free)

    @property
    def down(self) -> bool:
        """Whether there is no child, and every place tried in vain often enough."""
        return all(place.misses >= PATIENCE for place in self._places)

    async def _keep(self, place: _Place) -> None:
        """A child in its place, a fresh one whenever that is lost; ever longer pauses while none starts."""
        while True:
            if await self._started(place):
                place.misses = 0
                place.lost.clear()
                self._give(place)
                await place.lost.wait()
                continue
            self._end(place)
            place.misses += 1
            if self.down:
                self._refuse()
            pause = self._first_pause_s * 2 ** min(place.misses - 1, 20)
            await asyncio.sleep(min(pause, LONGEST_PAUSE_S))

    async def _started(self, place: _Place) -> bool:
        try:
            child = place.child = Child(self._life)
            async with asyncio.timeout(START_S):
                kind, _ = await asyncio.wrap_future(child.read(self._threads))
            return bool(kind == READY)
        except Exception:
            logger.exception("a render process does not start")
            return False

    def _refuse(self) -> None:
        """Those who wait are told that there is nothing to wait for."""
        while self._waiting:
            called = self._waiting.popleft()
            if not called.done():
                called.set_exception(RenderUnavailable())

    def _lose(self, place: _Place) -> None:
        """Its keeper starts another child."""
        self._end(place)
        place.lost.set()

    def _end(self, place: _Place) -> None:
        if place.child is not None:
            place.child.end(self._threads)
            place.child = None
