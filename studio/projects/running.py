"""Projects at work: each in a task of its own, from its place in line to its last render."""

import asyncio
import logging

from studio.accounts.ledger import Hold
from studio.faults import Faults
from studio.files.blobs import Blobs
from studio.policy import flagged
from studio.projects.admission import Admission
from studio.projects.notices import FIRST_FRAME_S, Notices
from studio.projects.orders import render_request
from studio.projects.places import Places
from studio.projects.records import Project, Render, waiting_reason
from studio.projects.settling import BROKEN, Settling
from studio.projects.watch import ProjectWatch
from studio.renderers.api import RenderRequest
from studio.rendering.workshop import RenderFailed, Workshop

logger = logging.getLogger(__name__)


class Running:
    """The tasks of all projects that are not over. One event loop only."""

    def __init__(
        self,
        heartbeat_s: float,
        admission: Admission,
        settling: Settling,
        blobs: Blobs,
        notices: Notices,
        workshop: Workshop,
        faults: Faults,
    ) -> None:
        self._heartbeat_s = heartbeat_s
        self._admission = admission
        self._settling = settling
        self._blobs = blobs
        self._notices = notices
        self._workshop = workshop
        self._faults = faults
        self._places = Places(workshop, notices)
        self._tasks: dict[tuple[str, str], asyncio.Task[None]] = {}
        self._newest: dict[str, asyncio.Event] = {}
        """By account, what is set when its newest project stands in line, or is over."""

    def start(self, project: Project, hold: Hold) -> None:
        """Begin it; `hold` is released when it is over, however it ends. An account's projects join the line as they
        came, however long what is asked of each takes."""
        self._places.enter(project)
        before, in_line = self._newest.get(project.account), asyncio.Event()
        self._newest[project.account] = in_line
        task = asyncio.create_task(self._run(project, hold, before, in_line))
        self._tasks[project.key] = task
        task.add_done_callback(lambda over: self._over(project, hold, in_line, over))

    def _over(
        self, project: Project, hold: Hold, in_line: asyncio.Event, task: "asyncio.Task[None]"
    ) -> None:
        """Also called for a task that was cancelled before it began."""
        hold.release()
        in_line.set()
        if self._newest.get(project.account) is in_line:
            del self._newest[project.account]
        if self._tasks.get(project.key) is task:
            del self._tasks[project.key]
        self._places.leave(project)

    def stop(self, project: Project) -> None:
        """End its renders now; harmless when it is over. What the project says of itself is the caller's."""
        task = self._tasks.pop(project.key, None)
        if task is not None:
            task.cancel()

    async def close(self) -> None:
        """Stop them all, and wait until they have."""
        for task in self._tasks.values():
            task.cancel()
        await asyncio.gather(*self._tasks.values(), return_exceptions=True)

    async def _run(
        self, project: Project, hold: Hold, before: asyncio.Event | None, in_line: asyncio.Event
    ) -> None:
        beat = asyncio.create_task(self._beat(project))
        try:
            await asyncio.sleep(FIRST_FRAME_S)
            if not await self._admission.may_begin(project, hold):
                return
            if before is not None:
                await before.wait()
            await self._queue(project, in_line)
            async with asyncio.TaskGroup() as group:
                for render in project.renders:
                    if not render.finished:
                        group.create_task(self._make(project, render, hold))
                await asyncio.sleep(0)  # with their first step they have joined it
                in_line.set()
            self._settling.end(project)
        except* Exception:
            logger.exception("a project failed")
            self._settling.abandon(project)
        finally:
            beat.cancel()

    async def _queue(self, project: Project, in_line: asyncio.Event) -> None:
        """Have it told where it stands and why it waits, if it does; it joins the line meanwhile.

        Who is held back holds up nobody behind.
        """
        held = self._faults.take("wait")
        if held is None:
            self._places.ask(project)
            return
        in_line.set()
        project.waiting = waiting_reason(str(held.get("reason", "no_workers")))
        await self._places.tell(project)
        await asyncio.sleep(float(held.get("seconds", 1.0)))

    async def _make(self, project: Project, render: Render, hold: Hold) -> None:
        """One render, to its end: whatever goes wrong is its own error, and the others go on."""
        try:
            watch = ProjectWatch(project, render, self._notices, self._blobs, self._places)

            def order() -> RenderRequest:
                request = render_request(project, render, self._blobs)
                watch.sensitive = flagged(request)
                return request

            async with self._workshop.made(
                project.account, project.id, render.index, order, watch
            ) as result:
                await self._settling.finish(
                    project, render, result, hold, sensitive=watch.sensitive
                )
        except RenderFailed as failed:
            self._settling.fail(project, render, failed.error, str(failed))
        except Exception:
            logger.exception("a render failed")
            self._settling.fail(project, render, *BROKEN)

    async def _beat(self, project: Project) -> None:
        """Something is said for a live project at least every few seconds."""
        while True:
            await asyncio.sleep(self._heartbeat_s)
            at_work = [one for one in project.renders if one.at_work]
            started = next((one for one in at_work if one.status == "jobStarted"), None)
            if started is not None:
                self._notices.eta(project, started)
            elif at_work:
                self._notices.state(project, at_work[0], loading=True)
            else:
                await self._places.tell(project)
