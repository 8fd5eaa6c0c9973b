"""Where renders are made: a turn in the line, a child of the pool, a time limit, a folder that is gone after."""

import asyncio
import shutil
import uuid
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from studio.faults import Faults
from studio.files.blobs import Blobs
from studio.renderers.api import Progress, RenderError, RenderRequest, RenderResult
from studio.rendering.line import FairLine
from studio.rendering.pool import RenderLost, RenderPool, RenderUnavailable

ATTEMPTS = 2
"""How often a render is begun whose child dies under it."""
NO_CHILD = "The studio cannot start its render processes, so nothing was made or charged; its log says why."
GUESS_S = {"image": 1.5, "video": 12.0, "audio": 4.0, "model": 6.0}
"""What a render takes, before its renderer has said so itself."""


class RenderFailed(Exception):
    """A render that came to nothing: `error` is the wire's word for it, the message a sentence."""

    def __init__(self, error: str, sentence: str) -> None:
        super().__init__(sentence)
        self.error = error


class Watch:
    """What the one who asked wants to hear of a render; every method may be left as it is."""

    def assigned(self) -> None:
        """It has a slot."""

    def started(self) -> None:
        """It is being made: a child has taken it, at every attempt."""

    async def progress(self, news: Progress) -> None:
        """It is further."""

    def again(self, attempt: int) -> None:
        """Its child died; it is begun once more, as attempt `attempt` of ATTEMPTS."""


class Workshop:
    """Makes files for projects, runs, workflows and chats alike, in fair turns."""

    def __init__(
        self,
        blobs: Blobs,
        pool: RenderPool,
        line: FairLine,
        faults: Faults,
        timeout_s: float,
    ) -> None:
        self._blobs = blobs
        self._pool = pool
        self._line = line
        self._faults = faults
        self._timeout_s = timeout_s

    @property
    def ahead(self) -> int:
        """Renders that wait or run now."""
        return self._line.waiting + self._line.running

    @property
    def order(self) -> list[tuple[str, str]]:
        """The (account, group) that wait for a turn, the next one first."""
        return self._line.order

    def listen(self, moved: Callable[[], None]) -> None:
        """`moved` is called whenever the order has changed."""
        self._line.listen(moved)

    @property
    def size(self) -> int:
        """Renders at once."""
        return self._line.slots

    @asynccontextmanager
    async def made(
        self,
        account: str,
        group: str,
        index: int,
        order: Callable[[], RenderRequest],
        watch: Watch,
    ) -> AsyncIterator[RenderResult]:
        """The finished file, to be moved away within the body. Raises RenderFailed; cancelling ends the work.

        `order` is asked when the render's turn has come; `index` is its place in its group.
        """
        async with self._line.turn(account, group):
            watch.assigned()
            if self._faults.take("stall", slot=index) is not None:
                await self._faults.stall()
            if self._faults.take("fail_slot", slot=index) is not None:
                raise RenderFailed("workerDisconnected", "The worker went away.")
            out_dir = self._blobs.incoming / uuid.uuid4().hex
            try:
                yield await self._render(order(), out_dir, watch)
            finally:
                await _cleared(out_dir)

    async def _render(self, request: RenderRequest, out_dir: Path, watch: Watch) -> RenderResult:
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return await self._attempt(request, out_dir, watch)
            except RenderError as refused:
                raise RenderFailed("genfailure", str(refused)) from refused
            except TimeoutError as late:
                raise RenderFailed("jobTimedOut", "The render took too long.") from late
            except RenderUnavailable as none:
                raise RenderFailed("workerDisconnected", NO_CHILD) from none
            except RenderLost as lost:
                if attempt == ATTEMPTS:
                    raise RenderFailed("workerDisconnected", "The worker went away.") from lost
            await _cleared(out_dir)
            watch.again(attempt + 1)
        raise AssertionError("every attempt returns or raises")

    async def _attempt(self, request: RenderRequest, out_dir: Path, watch: Watch) -> RenderResult:
        """TimeoutError when it takes too long from when a child has it; how long one starts is the pool's matter."""
        async with asyncio.timeout(None) as limit:

            def begun() -> None:
                limit.reschedule(asyncio.get_running_loop().time() + self._timeout_s)
                watch.started()

            return await self._pool.render(request, out_dir, watch.progress, begun)


async def _cleared(folder: Path) -> None:
    """A folder is gone; the loop waits for no disk."""
    await asyncio.to_thread(shutil.rmtree, folder, ignore_errors=True)
