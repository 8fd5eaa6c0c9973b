"""Media projects: taken, rendered in turns, told to their client, remembered for those who come back."""

import asyncio
import logging
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

from studio.accounts.ledger import Hold, Ledger
from studio.catalogue import MODELS
from studio.faults import Faults
from studio.files.blobs import Blobs, blob_key
from studio.policy.rules import flagged
from studio.projects.last_frame import LAST_FRAME, last_frame
from studio.projects.notices import Notices
from studio.projects.orders import BadOrder, Declined, permit, render_request, settled, take_order
from studio.projects.orders.inputs import inputs_kept
from studio.projects.orders.videos import measured
from studio.projects.places import Places
from studio.projects.records import Project, Render, new_id, waiting_reason
from studio.projects.watch import ProjectWatch
from studio.renderers.api import RenderRequest, RenderResult
from studio.rendering.workshop import RenderFailed, Workshop
from studio.settings import HISTORY_LIFETIME_S, UNCLAIMED_LIFETIME_S, Settings
from studio.storage.store import Store
from studio.storage.together import together
from studio.tools.pieces import Pieces

logger = logging.getLogger(__name__)

RESTARTING = 1001
FIRST_FRAME_S = 0.02  # the client tracks a project only after its send returned
POOR = "Insufficient balance"
BROKEN = ("genfailure", "The studio failed on this render.")
"""What is said of a fault nobody foresaw; its own words go to the log."""


def later(act: Callable[..., None], *given: Any) -> None:
    """Say something once the client's send has returned."""
    asyncio.get_running_loop().call_later(FIRST_FRAME_S, act, *given)


class Projects:
    """Every project of every account. One event loop only."""

    def __init__(
        self,
        settings: Settings,
        store: Store,
        blobs: Blobs,
        ledger: Ledger,
        notices: Notices,
        workshop: Workshop,
        faults: Faults,
        pieces: Pieces,
    ) -> None:
        self._store = store
        self._blobs = blobs
        self._pieces = pieces
        self._ledger = ledger
        self._notices = notices
        self._workshop = workshop
        self._faults = faults
        self._address = settings.address
        self._heartbeat_s = settings.heartbeat_s
        self._tasks: dict[tuple[str, str], asyncio.Task[None]] = {}
        self.all: dict[tuple[str, str], Project] = {}  # by account and id: ids are the clients' own
        self._places = Places(workshop, notices)
        store.drop_projects(time.time() - HISTORY_LIFETIME_S)
        for data in store.projects():
            self._remember(Project.load(data))

    def _remember(self, project: Project) -> None:
        """From before a restart. What was unfinished begins again under the same id, when its files are there."""
        self.all[project.key] = project
        if project.finished:
            return
        for render in project.renders:
            if render.status == "jobStarted":
                render.status, render.step, render.img_id = "created", 0, new_id()
        project.status, project.waiting = "queued", None
        if not inputs_kept(project, self._blobs):
            self._lose(project, "serverRestarting")

    def resume(self) -> None:
        """Begin again what a restart interrupted; to be called once, when renders can be made."""
        for project in [one for one in self.all.values() if not one.finished]:
            left = sum(1 for render in project.renders if not render.finished)
            hold = self._ledger.hold(project.account, Decimal(project.price) * left)
            if hold is None:
                self._lose(project, "insufficientFunds")
            else:
                self._start(project, hold)

    def _lose(self, project: Project, error: str) -> None:
        project.status = "errored"
        for render in project.renders:
            if not render.finished:
                render.status, render.reason = "jobError", error
        if any(render.status == "jobCompleted" for render in project.renders):
            project.status = "completed"
        self._save(project)

    def _start(self, project: Project, hold: Hold) -> None:
        self._places.enter(project)
        task = asyncio.create_task(self._run(project, hold))
        self._tasks[project.key] = task
        task.add_done_callback(lambda over: self._over(project, hold, over))

    def _over(self, project: Project, hold: Hold, task: "asyncio.Task[None]") -> None:
        """Also called for a task that was cancelled before it began."""
        hold.release()
        if self._tasks.get(project.key) is task:
            del self._tasks[project.key]
        self._places.leave(project)

    # --- What clients ask -------------------------------------------------------------------

    def submit(self, account: str, app_id: str, request: dict[str, Any]) -> None:
        """A jobRequest frame, taken at once: a cancel right behind it finds it. Refusals go back as jobError."""
        job_id = str(request.get("jobID") or "").upper()
        if (account, job_id) in self.all:
            return  # sent twice over a bad line
        if self._faults.take("restarting") is not None:
            self._refuse(account, app_id, job_id, RESTARTING, "The server is restarting.")
            later(self._notices.close, account, app_id)
            return
        try:
            project = take_order(account, app_id, request)
        except BadOrder as refused:
            self._refuse(account, app_id, job_id, refused.code, str(refused), refused.category)
            return
        due = Decimal(project.price) * len(project.renders)
        poor = self._faults.take("no_balance") is not None
        hold = None if poor else self._ledger.hold(account, due)
        if hold is None:
            self._refuse(account, app_id, job_id, 4024, POOR)
            return
        self.all[project.key] = project
        self._save(project)
        self._start(project, hold)

    def _refuse(
        self, account: str, app_id: str, job_id: str, code: int, sentence: str, category: str = ""
    ) -> None:
        body: dict[str, Any] = {"jobID": job_id, "error": code, "error_message": sentence}
        if category:
            body["vendorFailureCategory"] = category
        later(self._notices.tell, account, app_id, "jobError", body)

    def cancel(self, account: str, app_id: str, job_id: str) -> None:
        """The client's jobError `artistCanceled`: stop the renders, keep what is finished."""
        project = self.all.get((account, job_id.upper()))
        body: dict[str, Any] = {"jobID": job_id.upper(), "didCancel": project is not None}
        if project is None:
            body["error_message"] = "There is no such project."
        elif not project.finished:
            task = self._tasks.pop(project.key, None)
            if task is not None:
                task.cancel()
            project.status, project.waiting = "cancelled", None
            for render in project.renders:
                if not render.finished:
                    render.status, render.reason = "jobError", "artistCanceled"
            self._save(project)
            self.claim(project)
        self._notices.tell(account, app_id, "artistCancelConfirmation", body)

    def find(self, account: str, job_id: str) -> Project | None:
        return self.all.get((account, job_id.upper()))

    def active(self, account: str, app_id: str | None = None) -> list[Project]:
        return [
            one
            for one in self.all.values()
            if one.account == account and not one.finished and app_id in (None, one.app_id)
        ]

    def sweep(self) -> None:
        """Forget what was over seven days ago."""
        before = time.time() - HISTORY_LIFETIME_S
        self._store.drop_projects(before)
        for key in [key for key, one in self.all.items() if one.finished and one.updated < before]:
            del self.all[key]

    def claim(self, project: Project) -> None:
        """Its client knows the end; it is not handed back again, not even after a restart."""
        project.claimed = True
        self._store.save_project(project.account, project.id, project.updated, project.dump())

    def unclaimed(self, account: str, app_id: str) -> list[Project]:
        """Finished while nobody listened, within the last hour."""
        since = time.time() - UNCLAIMED_LIFETIME_S
        return [
            one
            for one in self.all.values()
            if one.account == account
            and one.app_id == app_id
            and one.finished
            and not one.claimed
            and one.updated > since
        ]

    async def close(self) -> None:
        for task in self._tasks.values():
            task.cancel()
        await asyncio.gather(*self._tasks.values(), return_exceptions=True)

    # --- The life of a project ----------------------------------------------------------------

    async def _run(self, project: Project, hold: Hold) -> None:
        beat = asyncio.create_task(self._beat(project))
        try:
            await asyncio.sleep(FIRST_FRAME_S)
            if not await self._may_begin(project, hold):
                return
            await self._queue(project)
            async with asyncio.TaskGroup() as group:
                for render in project.renders:
                    if not render.finished:
                        group.create_task(self._make(project, render, hold))
            self._end(project)
        except* Exception:
            logger.exception("a project failed")
            if not project.finished:
                for render in project.renders:
                    if not render.finished:
                        self._notices.failed(project, render, *BROKEN)
                self._lose(project, BROKEN[0])
                self._told(project)
        finally:
            beat.cancel()

    async def _may_begin(self, project: Project, hold: Hold) -> bool:
        """Whether policy allows it and there is the money; if not, its client is told so, and it is over."""
        account, app_id = project.account, project.app_id
        try:
            await asyncio.to_thread(permit, project)
        except Declined as refused:
            del self.all[project.key]  # as any order that is refused, it was never taken
            self._store.drop_project(account, project.id)
            self._refuse(account, app_id, project.id, refused.code, str(refused), refused.category)
            return False
        if await self._covered(project, hold):
            return True
        self._lose(project, "insufficientFunds")
        self._refuse(account, app_id, project.id, 4024, POOR)
        return False

    async def _covered(self, project: Project, hold: Hold) -> bool:
        """Whether there is the money for it. An order need not say how long the film is that it wants larger: that is
        measured, and held instead of the guess."""
        if MODELS[project.model_id].workflow != "upscale":
            return True
        facts = await self._pieces.film(blob_key(project.account, project.id, "referenceVideo"))
        due = None if facts is None else measured(project.key_frame, facts)
        if due is None:
            return True  # the render says what is wrong with it
        project.price = str(due)
        return hold.fit(due * sum(1 for render in project.renders if not render.finished))

    def _end(self, project: Project) -> None:
        """Every render is over; one good one makes it a success."""
        good = any(render.status == "jobCompleted" for render in project.renders)
        project.status = "completed" if good else "errored"
        self._save(project)
        self._told(project)

    def _told(self, project: Project) -> None:
        body = {"type": "jobCompleted"}
        self._notices.say(project, "jobState", body, lambda: self.claim(project))

    async def _queue(self, project: Project) -> None:
        """Tell where it stands and why it waits, if it does."""
        held = self._faults.take("wait")
        if held is not None:
            project.waiting = waiting_reason(str(held.get("reason", "no_workers")))
        await self._places.tell(project)
        if held is not None:
            await asyncio.sleep(float(held.get("seconds", 1.0)))

    async def _make(self, project: Project, render: Render, hold: Hold) -> None:
        """One render, to its end: whatever goes wrong is its own error, and the others go on."""
        try:
            watch = ProjectWatch(project, render, self._notices, self._blobs)

            def order() -> RenderRequest:
                request = render_request(project, render, self._blobs)
                watch.sensitive = flagged(request)
                return request

            async with self._workshop.made(
                project.account, project.id, render.index, order, watch
            ) as result:
                await self._finish(project, render, result, hold, sensitive=watch.sensitive)
        except RenderFailed as failed:
            self._fail(project, render, failed.error, str(failed))
        except Exception:
            logger.exception("a render failed")
            if not render.finished:  # what was paid for stays good
                self._fail(project, render, *BROKEN)

    def _fail(self, project: Project, render: Render, error: str, sentence: str) -> None:
        render.status, render.reason = "jobError", error
        try:
            self._save(project)
        finally:
            self._notices.failed(project, render, error, sentence)

    async def _finish(
        self,
        project: Project,
        render: Render,
        result: RenderResult,
        hold: Hold,
        *,
        sensitive: bool,
    ) -> None:
        forced = self._faults.take("withheld") is not None
        render.withheld = forced or (sensitive and project.filtered)
        render.labelled = sensitive and not render.withheld
        url = last = None
        if not render.withheld:
            if project.key_frame.get("returnLastFrame") is True and result.mime == "video/mp4":
                last = await self._last_frame(project, render, result.path)
            render.result_key = self._key(project, render, "complete")
            await self._blobs.adopt(result.path, result.mime, render.result_key)
            url = self._blobs.sign(self._address, key=render.result_key, do="get")
        render.mime, render.step = result.mime, render.steps
        self._book(project, render, settled(project, result), hold)
        self._notices.result(project, render, url, last)
        self._notices.balance(project.account)

    def _book(self, project: Project, render: Render, due: Decimal, hold: Hold) -> None:
        """Remembered and paid for at once: a studio that dies here charges once."""
        about = f"{project.kind.capitalize()} with {project.model_id}"
        before, render.status = render.status, "jobCompleted"
        try:
            with together(self._store.db):
                self._save(project)
                hold.spend(due, about, source_id=project.id)
        except Exception:
            render.status = before
            raise

    async def _last_frame(self, project: Project, render: Render, film: Path) -> str:
        key = self._key(project, render, LAST_FRAME)
        await self._blobs.write(key, await asyncio.to_thread(last_frame, film), "image/png")
        return self._blobs.sign(self._address, key=key, do="get")

    @staticmethod
    def _key(project: Project, render: Render, slot: str) -> str:
        return blob_key(project.account, project.id, slot, render.img_id)

    async def _beat(self, project: Project) -> None:
        """Something is said for a live project at least every few seconds."""
        while True:
            await asyncio.sleep(self._heartbeat_s)
            at_work = (one for one in project.renders if one.status == "jobStarted")
            render = next(at_work, None)
            if render is None:
                await self._places.tell(project)
            else:
                self._notices.eta(project, render)

    def _save(self, project: Project) -> None:
        project.updated = time.time()
        self._store.save_project(project.account, project.id, project.updated, project.dump())
