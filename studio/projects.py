"""Media projects: queued fairly, rendered by the pool, told to their client, remembered for those who come back."""

import asyncio
import logging
import shutil
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

from studio.blobs import Blobs, blob_key
from studio.faults import Faults
from studio.hub import Hub
from studio.ledger import Ledger
from studio.orders import BadOrder, render_request, take_order
from studio.pool import RenderLost, RenderPool
from studio.records import Project, Render, worker_name
from studio.renderers.api import Progress, RenderError
from studio.settings import HISTORY_LIFETIME_S, UNCLAIMED_LIFETIME_S, Settings
from studio.store import Store

logger = logging.getLogger(__name__)

FIRST_FRAME_S = 0.02  # the client tracks a project only after its send returned
GUESS_S = {"image": 1.5, "model": 6.0, "video": 12.0}


class Projects:
    """Every project of every account. One event loop only."""

    def __init__(
        self,
        settings: Settings,
        store: Store,
        blobs: Blobs,
        ledger: Ledger,
        hub: Hub,
        pool: RenderPool,
        faults: Faults,
        address: str,
    ) -> None:
        self._settings = settings
        self._store = store
        self._blobs = blobs
        self._ledger = ledger
        self._hub = hub
        self._pool = pool
        self._faults = faults
        self._address = address
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._turn = asyncio.Condition()
        self._line: list[str] = []  # renders wait in this order, one project after the other
        self._running = 0
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
            self._tell(
                account,
                app_id,
                "jobError",
                {"jobID": job_id, "error": 4000, "error_message": str(refused)},
            )
            return
        due = Decimal(project.price) * len(project.renders)
        if self._faults.take("no_balance") is not None or self._ledger.net(account) < due:
            body = {"jobID": job_id, "error": 4024, "error_message": "Insufficient balance"}
            self._tell(account, app_id, "jobError", body)
            return
        self.all[account, project.id] = project
        self._save(project)
        self._tasks[project.id] = asyncio.create_task(self._run(project))

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
        self._tell(account, app_id, "artistCancelConfirmation", body)

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

    async def _run(self, project: Project) -> None:
        beat = asyncio.create_task(self._beat(project))
        try:
            self._queue_frames(project)
            async with asyncio.TaskGroup() as group:
                for render in project.renders:
                    group.create_task(self._make(project, render))
            good = any(render.status == "jobCompleted" for render in project.renders)
            project.status = "completed" if good else "errored"
            self._save(project)
            self._say(project, "jobState", {"type": "jobCompleted"}, claims=True)
        except* Exception:
            logger.exception("a project failed")
            project.status = "errored"
            self._save(project)
            self._say(
                project, "jobError", {"error": "jobTimedOut", "error_message": "The studio failed."}
            )
        finally:
            beat.cancel()
            self._tasks.pop(project.id, None)

    def _queue_frames(self, project: Project) -> None:
        ahead = len(self._line) + self._running
        waiting = ahead >= self._pool.size
        position = max(1, len(self._line) // max(1, self._pool.size) + 1) if waiting else 1
        start = round(ahead / self._pool.size * GUESS_S[project.kind], 1)
        self._say(
            project,
            "jobState",
            {
                "type": "queued",
                "queuePosition": position,
                "estimatedStartSeconds": start,
                "queueStatus": "waiting",
            },
        )
        if waiting:
            reason = {"reason": "queued", "message": "Waiting for a free renderer."}
            self._say(project, "projectQueue", {"waitingReason": reason, "jobWaitingReasons": []})

    async def _make(self, project: Project, render: Render) -> None:
        ticket = f"{project.id}:{render.index}"
        self._line.append(ticket)
        try:
            async with self._turn:
                await self._turn.wait_for(lambda: self._may_start(ticket))
                self._line.remove(ticket)
                self._running += 1
            try:
                await self._render(project, render)
            finally:
                async with self._turn:
                    self._running -= 1
                    self._turn.notify_all()
        finally:
            if ticket in self._line:
                self._line.remove(ticket)

    def _may_start(self, ticket: str) -> bool:
        """A free child, and nobody before us: projects take turns, whatever their number of renders."""
        if self._running >= self._pool.size:
            return False
        by_project: dict[str, list[str]] = {}
        for one in self._line:
            by_project.setdefault(one.split(":")[0], []).append(one)
        served = {
            project: sum(1 for r in self._renders_of(project) if r.status != "created")
            for project in by_project
        }
        next_project = min(by_project, key=lambda project: served[project])
        return by_project[next_project][0] == ticket

    def _renders_of(self, project_id: str) -> list[Render]:
        return next(one.renders for (_, key), one in self.all.items() if key == project_id)

    async def _render(self, project: Project, render: Render) -> None:
        project.status = "active"
        render.status = "jobStarted"
        started = {
            "imgID": render.img_id,
            "jobIndex": render.index,
            "workerName": worker_name(render.index),
        }
        self._say(project, "jobState", {"type": "initiatingModel", **started})
        if self._faults.take("stall") is not None:
            await asyncio.Event().wait()
        if self._faults.take("fail_slot", slot=render.index) is not None:
            self._fail(project, render, "workerDisconnected", "The worker went away.")
            return
        self._say(project, "jobState", {"type": "jobStarted", **started})
        render.eta_s = GUESS_S[project.kind]
        self._eta(project, render)
        out_dir = self._blobs.incoming / render.img_id
        try:
            request = render_request(project, render, self._blobs)
            result = await asyncio.wait_for(
                self._pool.render(request, out_dir, self._teller(project, render)),
                self._settings.render_timeout_s,
            )
            self._finish(project, render, result.path, result.mime)
        except RenderError as refused:
            self._fail(project, render, "genfailure", str(refused))
        except RenderLost:
            self._fail(project, render, "workerDisconnected", "The worker went away.")
        except TimeoutError:
            self._fail(project, render, "jobTimedOut", "The render took too long.")
        finally:
            shutil.rmtree(out_dir, ignore_errors=True)

    def _teller(self, project: Project, render: Render) -> Callable[[Progress], None]:
        def tell(news: Progress) -> None:
            render.step, render.steps, render.eta_s = news.step, news.step_count, news.eta_s
            if news.preview:
                key = blob_key(project.account, project.id, "preview", render.img_id)
                self._blobs.write(key, news.preview, "image/jpeg")
            body: dict[str, Any] = {
                "imgID": render.img_id,
                "jobIndex": render.index,
                "step": news.step,
                "stepCount": news.step_count,
                "hasImage": bool(news.preview),
            }
            if news.eta_s is not None:
                body["etaSeconds"] = round(news.eta_s, 1)
            self._say(project, "jobProgress", body)

        return tell

    def _finish(self, project: Project, render: Render, path: Path, mime: str) -> None:
        render.withheld = self._faults.take("withheld") is not None
        render.status, render.mime, render.step = "jobCompleted", mime, render.steps
        body: dict[str, Any] = {
            "imgID": render.img_id,
            "jobIndex": render.index,
            "performedStepCount": render.steps,
            "lastSeed": str(render.seed),
            "userCanceled": False,
            "triggeredNSFWFilter": render.withheld,
        }
        if not render.withheld:
            render.result_key = blob_key(project.account, project.id, "complete", render.img_id)
            self._blobs.adopt(path, mime, render.result_key)
            body["resultUrl"] = self._blobs.sign(self._address, key=render.result_key, do="get")
        self._ledger.debit(project.account, Decimal(project.price))
        self._save(project)
        self._say(project, "jobResult", body)
        self._balance(project)

    def _fail(self, project: Project, render: Render, error: str, sentence: str) -> None:
        render.status, render.reason = "jobError", error
        self._save(project)
        body = {
            "imgID": render.img_id,
            "jobIndex": render.index,
            "error": error,
            "error_message": sentence,
        }
        self._say(project, "jobError", {**body, "isFromWorker": True})

    async def _beat(self, project: Project) -> None:
        """Something is said for a live project at least every few seconds."""
        while True:
            await asyncio.sleep(self._settings.heartbeat_s)
            for render in project.renders:
                if render.status == "jobStarted" and render.eta_s is not None:
                    self._eta(project, render)
                    break
            else:
                self._say(project, "jobETA", {"etaSeconds": GUESS_S[project.kind]})

    def _eta(self, project: Project, render: Render) -> None:
        self._say(
            project, "jobETA", {"imgID": render.img_id, "etaSeconds": round(render.eta_s or 0, 1)}
        )

    # --- Frames -------------------------------------------------------------------------------

    def _say(
        self, project: Project, kind: str, body: dict[str, Any], *, claims: bool = False
    ) -> None:
        connection = self._hub.find(project.account, project.app_id)
        if connection is None:
            return

        def claim() -> None:
            project.claimed = True

        connection.send(kind, {"jobID": project.id, **body}, claim if claims else None)

    def _tell(self, account: str, app_id: str, kind: str, body: dict[str, Any]) -> None:
        connection = self._hub.find(account, app_id)
        if connection is not None:
            connection.send(kind, body)

    def _balance(self, project: Project) -> None:
        for connection in self._hub.of_account(project.account):
            connection.send("balanceUpdate", self._ledger.balance(project.account))

    def _save(self, project: Project) -> None:
        project.updated = time.time()
        self._store.save_project(project.account, project.id, project.updated, project.dump())
