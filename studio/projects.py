"""Media projects: taken, rendered in turns, told to their client, remembered for those who come back."""

import asyncio
import logging
import time
from decimal import Decimal
from typing import Any

from studio.blobs import Blobs, blob_key
from studio.faults import Faults
from studio.ledger import Hold, Ledger
from studio.notices import Notices
from studio.orders import BadOrder, render_request, take_order
from studio.records import Project, Render, worker_name
from studio.renderers.api import Progress, RenderResult
from studio.settings import HISTORY_LIFETIME_S, UNCLAIMED_LIFETIME_S
from studio.store import Store
from studio.workshop import GUESS_S, RenderFailed, Watch, Workshop

logger = logging.getLogger(__name__)

FIRST_FRAME_S = 0.02  # the client tracks a project only after its send returned


class Projects:
    """Every project of every account. One event loop only."""

    def __init__(
        self,
        store: Store,
        blobs: Blobs,
        ledger: Ledger,
        notices: Notices,
        workshop: Workshop,
        faults: Faults,
        *,
        address: str,
        heartbeat_s: float,
    ) -> None:
        self._store = store
        self._blobs = blobs
        self._ledger = ledger
        self._notices = notices
        self._workshop = workshop
        self._faults = faults
        self._address = address
        self._heartbeat_s = heartbeat_s
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self.all: dict[tuple[str, str], Project] = {}
        store.drop_projects(time.time() - HISTORY_LIFETIME_S)
        for data in store.projects():
            self._remember(Project.load(data))

    def _remember(self, project: Project) -> None:
        """From before a restart: what was not finished then is lost, and says so."""
        if not project.finished:
            project.status = "errored"
            project.error = "serverRestarting"
            for render in project.renders:
                if not render.finished:
                    render.status, render.reason = "jobError", "serverRestarting"
        self.all[project.account, project.id] = project

    # --- What clients ask -------------------------------------------------------------------

    async def submit(self, account: str, app_id: str, request: dict[str, Any]) -> None:
        """A jobRequest frame. Refusals go back as jobError."""
        await asyncio.sleep(FIRST_FRAME_S)
        job_id = str(request.get("jobID") or "").upper()
        if (account, job_id) in self.all:
            return  # sent twice over a bad line
        try:
            project = take_order(account, app_id, request)
        except BadOrder as refused:
            self._refuse(account, app_id, job_id, 4000, str(refused))
            return
        due = Decimal(project.price) * len(project.renders)
        poor = self._faults.take("no_balance") is not None
        hold = None if poor else self._ledger.hold(account, due)
        if hold is None:
            self._refuse(account, app_id, job_id, 4024, "Insufficient balance")
            return
        self.all[account, project.id] = project
        self._save(project)
        self._tasks[project.id] = asyncio.create_task(self._run(project, hold))

    def _refuse(self, account: str, app_id: str, job_id: str, code: int, sentence: str) -> None:
        body = {"jobID": job_id, "error": code, "error_message": sentence}
        self._notices.tell(account, app_id, "jobError", body)

    def cancel(self, account: str, app_id: str, job_id: str) -> None:
        """The client's jobError `artistCanceled`: stop the renders, keep what is finished."""
        project = self.all.get((account, job_id.upper()))
        body: dict[str, Any] = {"jobID": job_id.upper(), "didCancel": project is not None}
        if project is None:
            body["error_message"] = "There is no such project."
        elif not project.finished:
            task = self._tasks.pop(project.id, None)
            if task is not None:
                task.cancel()
            project.status = "cancelled"
            for render in project.renders:
                if not render.finished:
                    render.status, render.reason = "jobError", "artistCanceled"
            self._save(project)
        self._notices.tell(account, app_id, "artistCancelConfirmation", body)

    def find(self, account: str, job_id: str) -> Project | None:
        return self.all.get((account, job_id.upper()))

    def active(self, account: str, app_id: str | None = None) -> list[Project]:
        return [
            one
            for one in self.all.values()
            if one.account == account and not one.finished and app_id in (None, one.app_id)
        ]

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
            self._notices.queued(project, self._workshop.ahead, self._workshop.size)
            async with asyncio.TaskGroup() as group:
                for render in project.renders:
                    group.create_task(self._make(project, render, hold))
            good = any(render.status == "jobCompleted" for render in project.renders)
            project.status = "completed" if good else "errored"
            self._save(project)
            self._notices.say(project, "jobState", {"type": "jobCompleted"}, claims=True)
        except* Exception:
            logger.exception("a project failed")
            project.status = "errored"
            self._save(project)
            body = {"error": "jobTimedOut", "error_message": "The studio failed."}
            self._notices.say(project, "jobError", body)
        finally:
            beat.cancel()
            hold.release()
            self._tasks.pop(project.id, None)

    async def _make(self, project: Project, render: Render, hold: Hold) -> None:
        watch = _Watch(project, render, self._notices, self._blobs)
        try:
            async with self._workshop.made(
                project.account,
                project.id,
                render.index,
                lambda: render_request(project, render, self._blobs),
                watch,
            ) as result:
                self._finish(project, render, result, hold)
        except RenderFailed as failed:
            render.status, render.reason = "jobError", failed.error
            self._save(project)
            self._notices.failed(project, render, failed.error, str(failed))

    def _finish(self, project: Project, render: Render, result: RenderResult, hold: Hold) -> None:
        render.withheld = self._faults.take("withheld") is not None
        render.status, render.mime, render.step = "jobCompleted", result.mime, render.steps
        url = None
        if not render.withheld:
            render.result_key = blob_key(project.account, project.id, "complete", render.img_id)
            self._blobs.adopt(result.path, result.mime, render.result_key)
            url = self._blobs.sign(self._address, key=render.result_key, do="get")
        hold.spend(Decimal(project.price))
        self._save(project)
        self._notices.result(project, render, url)
        self._notices.balance(project.account)

    async def _beat(self, project: Project) -> None:
        """Something is said for a live project at least every few seconds."""
        while True:
            await asyncio.sleep(self._heartbeat_s)
            at_work = (
                one
                for one in project.renders
                if one.status == "jobStarted" and one.eta_s is not None
            )
            self._notices.eta(project, next(at_work, None))

    def _save(self, project: Project) -> None:
        project.updated = time.time()
        self._store.save_project(project.account, project.id, project.updated, project.dump())


class _Watch(Watch):
    """Tells the client how one render gets on, and keeps it in the record."""

    def __init__(self, project: Project, render: Render, notices: Notices, blobs: Blobs) -> None:
        self._project, self._render = project, render
        self._notices, self._blobs = notices, blobs
        self._who = {
            "imgID": render.img_id,
            "jobIndex": render.index,
            "workerName": worker_name(render.index),
        }

    def assigned(self) -> None:
        self._project.status = "active"
        self._render.status = "jobStarted"
        self._say("initiatingModel")

    def started(self) -> None:
        self._say("jobStarted")
        self._render.eta_s = GUESS_S[self._project.kind]
        self._notices.eta(self._project, self._render)

    def progress(self, news: Progress) -> None:
        render, project = self._render, self._project
        render.step, render.steps, render.eta_s = news.step, news.step_count, news.eta_s
        if news.preview:
            key = blob_key(project.account, project.id, "preview", render.img_id)
            self._blobs.write(key, news.preview, "image/jpeg")
        self._notices.progress(project, render, news)

    def _say(self, state: str) -> None:
        self._notices.say(self._project, "jobState", {"type": state, **self._who})
