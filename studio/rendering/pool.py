"""The render children: told what to do over a pipe, replaced when they are lost, started with patience.

Cancelling a render ends its child; a fresh one takes the place. Children end with the studio. A start takes as long as
it gets on, and is tried again when it came to nothing; where that goes on and on, the pauses grow, and those who wait
are told instead of waiting for ever. Who comes then is told after one more attempt.
"""

import asyncio
import contextlib
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from studio.renderers.api import Progress, RenderError, RenderRequest, RenderResult
from studio.rendering.child import Child, Life, work
from studio.rendering.starting import Patience, Place, until_ready

logger = logging.getLogger(__name__)


class RenderLost(Exception):
    """The child died under its render."""


class RenderUnavailable(Exception):
    """No child can be started."""


class RenderPool:
    """A fixed number of children; `render` waits for a free one. One event loop only."""

    def __init__(self, size: int, life: Life = work, patience: Patience | None = None) -> None:
        self.size = size
        self._life, self._patience = life, patience or Patience()
        self._threads = ThreadPoolExecutor(max_workers=size * 2, thread_name_prefix="render-pipe")
        self._places = [Place() for _ in range(size)]
        self._free: deque[Place] = deque()
        self._waiting: deque[asyncio.Future[Place]] = deque()
        self._asked = asyncio.Event()
        self._keepers: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Start the children; they warm up while the studio already answers."""
        self._keepers = [asyncio.create_task(self._keep(place)) for place in self._places]

    async def render(
        self,
        request: RenderRequest,
        out_dir: Path,
        tell: Callable[[Progress], Awaitable[None]],
        begun: Callable[[], None] = lambda: None,
    ) -> RenderResult:
        """Make the file; `begun` is called when a child has taken it, then `tell` hears of it one after the other.

        Raises RenderError with a sentence, RenderLost when the child died, RenderUnavailable when there is none to be
        had. Cancelling this coroutine ends the work within moments.
        """
        place = await self._taken()
        child, sound = place.child, False
        assert child is not None, "a free place has a child"
        try:
            child.pipe.send((request, out_dir))
            begun()
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

    async def _taken(self) -> Place:
        """A place with a child that is free and alive; raises RenderUnavailable."""
        while self._free:
            place = self._free.popleft()
            if place.child is not None and place.child.process.is_alive():
                return place
            self._lose(place)  # it died while it had nothing to do
        called: asyncio.Future[Place] = asyncio.get_running_loop().create_future()
        self._waiting.append(called)
        self._asked.set()
        try:
            return await called
        except asyncio.CancelledError:
            if called.done() and not called.cancelled() and called.exception() is None:
                self._give(
                    called.result()
                )  # called in the same moment: the child goes on to the next
            raise

    def _give(self, place: Place) -> None:
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
        """Whether there is no child, and every place tried in vain often and long enough."""
        now = asyncio.get_running_loop().time()
        return all(place.hopeless(self._patience, now) for place in self._places)

    async def _keep(self, place: Place) -> None:
        """A child in its place, a fresh one whenever that is lost; ever longer pauses while none starts."""
        clock = asyncio.get_running_loop().time
        while True:
            begun_at = clock()
            if await self._started(place):
                place.misses = 0
                place.lost.clear()
                self._give(place)
                await place.lost.wait()
                continue
            self._end(place)
            place.since = place.since if place.misses else begun_at
            place.misses += 1
            if self.down:
                self._refuse()
            await self._pause(place.misses)

    async def _pause(self, misses: int) -> None:
        """Before the next attempt; cut short when somebody waits."""
        pause = self._patience.pause_s(misses)
        least = min(pause, self._patience.asked_pause_s)
        await asyncio.sleep(least)
        if any(not called.done() for called in self._waiting):
            return
        self._asked.clear()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._asked.wait(), pause - least)

    async def _started(self, place: Place) -> bool:
        try:
            child = place.child = Child(self._life)
            await until_ready(place, child, self._threads, self._patience.silence_s)
        except (EOFError, TimeoutError) as why:
            told = str(why) or "it died, and has said why itself"
            logger.error("a render process does not start: %s", told)
        except Exception:
            logger.exception("a render process does not start")
        else:
            return True
        return False

    def _refuse(self) -> None:
        """Those who wait are told that there is nothing to wait for."""
        while self._waiting:
            called = self._waiting.popleft()
            if not called.done():
                called.set_exception(RenderUnavailable())

    def _lose(self, place: Place) -> None:
        """Its keeper starts another child."""
        self._end(place)
        place.lost.set()

    def _end(self, place: Place) -> None:
        if place.child is not None:
            place.child.end(self._threads)
            place.child = None
