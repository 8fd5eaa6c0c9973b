"""Following a media project: what the SDK or the service's record says, as news since last time.

Level-triggered on purpose: a missed frame, a reconnect, another client under our id or a late start changes nothing.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from chat.gateway.connection import Connection
from chat.gateway.errors import GatewayError, Interrupted
from chat.gateway.mapping import NOT_CHARGED, gateway_error, job_failure
from chat.gateway.types import (
    JobEnd,
    JobEvent,
    JobQueued,
    JobSpec,
    SlotDone,
    SlotFailed,
    SlotProgress,
)

log = logging.getLogger(__name__)

LOOK_S = 3.0
POLL_S = 2.0
POLL_MOST_S = 15.0
UNKNOWN_TRIES = 4
RECORD_TRIES = 4

WITHHELD = "The content rules kept this back. Change the wording and ask again."
WAITING = {
    "no_workers": "No machine is free for this model yet. It starts as soon as one is.",
    "concurrency_limit": "It starts when an earlier job of this account is finished.",
    "model_concurrency_limit": "It starts when an earlier job with this model is finished.",
    "payment_pending": "It starts when the payment has gone through.",
}
FROM_RECORD = {"jobCompleted": "completed", "jobError": "failed"}
UNDER_WAY = ("initiating", "processing", "initiatingModel", "jobStarted", "jobProgress")


@dataclass(frozen=True)
class Render:
    """One wanted file as it stands. `status`: pending, initiating, processing, completed, failed, canceled."""

    key: str
    index: int | None
    status: str
    step: int = 0
    steps: int = 0
    percent: int | None = None
    eta_s: float | None = None
    preview_url: str = ""
    url: str = ""
    seed: int | None = None
    withheld: bool = False
    error: Mapping[str, Any] | None = None


@dataclass
class Told:
    """What was said about a job so far; `news` says what is new. Progress never runs back."""

    count: int
    _slots: dict[str, int] = field(default_factory=dict)
    _ended: set[int] = field(default_factory=set)
    _percent: dict[int, int] = field(default_factory=dict)
    _said: dict[int, SlotProgress] = field(default_factory=dict)
    _queued: JobQueued | None = None

    @property
    def complete(self) -> bool:
        return len(self._ended) >= self.count

    def queued(self, now: JobQueued) -> list[JobEvent]:
        """The place in line, when it moved and nothing has started."""
        if now == self._queued or self._said or self._ended:
            return []
        self._queued = now
        return [now]

    def news(self, renders: Iterable[Render]) -> list[JobEvent]:
        events: list[JobEvent] = []
        for render in renders:
            slot = self._slot(render)
            if slot in self._ended:
                continue
            if render.status in ("completed", "failed", "canceled"):
                if ended := self._end(slot, render):
                    events.append(ended)
            elif render.status in UNDER_WAY:
                moved, before = self._move(slot, render), self._said.get(slot)
                if moved != before:
                    self._said[slot] = moved
                    events.append(_without_known_preview(moved, before))
        return events

    def rest_failed(self, error: Mapping[str, Any] | None) -> list[JobEvent]:
        """The job is over: what has not come does not come."""
        sentence = job_failure(error).sentence
        rest = [slot for slot in range(self.count) if slot not in self._ended]
        self._ended.update(rest)
        return [SlotFailed(slot, sentence) for slot in rest]

    @property
    def anything_ended(self) -> bool:
        return bool(self._ended)

    def _end(self, slot: int, render: Render) -> JobEvent | None:
        if render.status == "completed" and not render.withheld and not render.url:
            return None  # its address is still to be had
        self._ended.add(slot)
        if render.withheld:
            return SlotFailed(slot, WITHHELD, withheld=True)
        if render.status == "completed":
            return SlotDone(slot, render.url, render.seed)
        failure = job_failure(render.error or _cancelled(render.status))
        return SlotFailed(slot, self._placed(slot, failure), withheld=failure.code == "content")

    def _placed(self, slot: int, failure: GatewayError) -> str:
        """A worker that went away is told with how far it was."""
        percent = self._percent.get(slot)
        if failure.code != "worker" or not percent:
            return failure.sentence
        return failure.sentence.replace(".", f" at {percent} %.", 1)

    def _move(self, slot: int, render: Render) -> SlotProgress:
        percent = render.percent
        if percent is not None:
            percent = self._percent[slot] = max(percent, self._percent.get(slot, 0))
        step = "Getting ready" if render.status.startswith("initiating") else ""
        if not step and render.steps and render.step:
            step = f"Step {min(render.step, render.steps)} of {render.steps}"
        return SlotProgress(slot, percent, step, render.eta_s, render.preview_url)

    def _slot(self, render: Render) -> int:
        """By the service's index: what is made again under a new id keeps its place. Without one, the first free."""
        if render.key in self._slots:
            return self._slots[render.key]
        if render.index is not None and 0 <= render.index < self.count:
            slot = render.index
        else:
            taken = set(self._slots.values())
            slot = next((one for one in range(self.count) if one not in taken), self.count - 1)
        self._slots[render.key] = slot
        return slot


def _without_known_preview(moved: SlotProgress, before: SlotProgress | None) -> SlotProgress:
    """A preview is told once: whoever hears of it fetches it."""
    known = before is not None and moved.preview_url == before.preview_url
    return replace(moved, preview_url="") if known else moved


async def follow(
    connection: Connection, remote_id: str, spec: JobSpec, project: Any = None
) -> AsyncIterator[JobEvent]:
    """To `JobEnd`, over lost lines and lost clients. Raises when the whole job gives nothing."""
    told = Told(spec.count)
    while True:
        client = await _reached(connection)
        project = project or await _tracked(connection, client, remote_id)
        source = (
            _watch(connection, client, project, told)
            if project is not None
            else _poll(client.projects, remote_id, spec.kind, told)
        )
        async for event in source:
            yield event
        if told.complete:
            break
        project = None  # the client was signed out or forgot the project: ask again
    yield JobEnd()


async def _reached(connection: Connection) -> Any:
    """The live client. A service that cannot be reached has not lost its jobs: it is asked again, until whoever
    listens gives up."""
    pause = POLL_S
    while True:
        try:
            return await connection.client()
        except Exception as error:
            failure = gateway_error(error)
            if not failure.retryable or failure.code == "key":
                raise failure from error
            log.info("A job cannot be followed now: %s", failure)
        await asyncio.sleep(pause)
        pause = min(pause * 1.5, POLL_MOST_S)


async def _tracked(connection: Connection, client: Any, remote_id: str) -> Any:
    def known() -> Any:
        tracked = client.projects.tracked_projects
        return next((one for one in tracked if one.id == remote_id), None)

    if known() is None:
        await connection.catch_up(client)
    return known()


async def _watch(
    connection: Connection, client: Any, project: Any, told: Told
) -> AsyncIterator[JobEvent]:
    """A tracked project; returns early when its client is no longer the one in use."""
    woken = asyncio.Event()
    forget = project.on("updated", lambda _keys: woken.set())
    try:
        while connection.holds(client):
            woken.clear()
            for event in _project_news(project, told):
                yield event
            if told.complete:
                return
            if project.finished and not woken.is_set():
                if not told.anything_ended and project.status != "completed":
                    raise job_failure(project.error or _cancelled(project.status))
                async for event in _remains(client.projects, project, told):
                    yield event
                return
            try:
                await asyncio.wait_for(woken.wait(), LOOK_S)
            except TimeoutError:
                if not client.api_client.socket.is_connected:
                    await connection.catch_up(client)
    finally:
        forget()


async def _remains(api: Any, project: Any, told: Told) -> AsyncIterator[JobEvent]:
    """A finished project some renders of which were not heard of: the service's record has the last word."""
    for again in range(RECORD_TRIES):
        try:
            renders = await _recorded(api, project.id, project.type)
        except Exception as error:  # noqa: BLE001 - without a record the rest has failed
            log.info("The record of a finished project could not be read: %s", error)
            if again < RECORD_TRIES - 1:
                await asyncio.sleep(POLL_S)
        else:
            for event in told.news(renders):
                yield event
            break
    for event in told.rest_failed(project.error):
        yield event


def _project_news(project: Any, told: Told) -> list[JobEvent]:
    events = told.news(_from_sdk(job) for job in project.jobs)
    if not project.finished and project.status in ("pending", "queued"):
        position = project.queue_position
        waiting = project.waiting_reason or {}
        start = project.estimated_start_at
        eta_s = (start - project.started_at).total_seconds() if start else None
        reason = WAITING.get(str(waiting.get("reason")), "")
        placed = position if isinstance(position, int) and position >= 0 else None
        if placed is not None or reason:
            events += told.queued(JobQueued(placed, eta_s, reason))
    return events


def _from_sdk(job: Any) -> Render:
    known = job.step_count or job.progress
    return Render(
        key=job.id,
        index=job.job_index,
        status=job.status,
        step=int(job.step or 0),
        steps=int(job.step_count or 0),
        percent=job.progress if known else None,
        eta_s=float(job.eta_seconds) if job.eta_seconds is not None else None,
        preview_url=job.preview_url or "",
        url=job.result_url or "",
        seed=job.seed,
        withheld=job.status == "completed" and job.is_withheld,
        error=job.error,
    )


async def _poll(api: Any, remote_id: str, kind: str, told: Told) -> AsyncIterator[JobEvent]:
    """A project this client does not track, from the service's record. Raises `Interrupted` when it is lost."""
    pause, unknown = POLL_S, 0
    while True:
        try:
            record = await api.get_status(remote_id)
            renders = await _recorded(api, remote_id, kind, record)
        except Exception as error:
            failure = gateway_error(error)
            unknown += failure.code == "lost"
            if unknown >= UNKNOWN_TRIES:
                raise Interrupted(
                    f"The service lost this job. {NOT_CHARGED}", code="lost"
                ) from error
            if not failure.retryable or failure.code == "key":
                raise failure from error
            await asyncio.sleep(pause)
            pause = min(pause * 1.5, POLL_MOST_S)
            continue
        pause, unknown = POLL_S, 0
        for event in told.news(renders):
            yield event
        if record.get("finished") and not told.complete:
            if not told.anything_ended and record.get("status") != "completed":
                raise job_failure(_reason(record.get("reason")) or _cancelled(record["status"]))
            for event in told.rest_failed(_reason(record.get("reason"))):
                yield event
        if told.complete:
            return
        await asyncio.sleep(pause)


async def _recorded(
    api: Any, remote_id: str, kind: str, record: Mapping[str, Any] | None = None
) -> list[Render]:
    """The renders of `GET /v2/projects/:id`, with addresses for those that are finished."""
    record = record if record is not None else await api.get_status(remote_id)
    raw = [*(record.get("completedWorkerJobs") or []), *(record.get("workerJobs") or [])]
    urls: dict[str, str] = {}
    if any(job.get("status") == "jobCompleted" for job in raw):
        result = await api.get_result(remote_id, kind=kind)
        urls = {job["id"]: job.get("url") or "" for job in result["jobs"]}
    return [_from_record(job, urls) for job in raw]


def _from_record(job: Mapping[str, Any], urls: Mapping[str, str]) -> Render:
    key = str(job.get("imgID") or job.get("id"))
    status = str(job.get("status"))
    step, steps = int(job.get("performedSteps") or 0), int(job.get("stepCount") or 0)
    seed = job.get("seedUsed")
    return Render(
        key=key,
        index=job.get("jobIndex") if isinstance(job.get("jobIndex"), int) else None,
        status=FROM_RECORD.get(status, status),
        step=step,
        steps=steps,
        percent=round(100 * min(step, steps) / steps) if steps else None,
        url=urls.get(key, ""),
        seed=int(seed) if isinstance(seed, int | float) else None,
        withheld=job.get("triggeredNSFWFilter") is True and job.get("nsfwDetected") is not True,
        error=_reason(job.get("reason")),
    )


CODES = {
    "serverRestarting": 5001,
    "workerDisconnected": 5002,
    "jobTimedOut": 5003,
    "artistCanceled": 5004,
    "workerCancelled": 5005,
}


def _reason(reason: Any) -> dict[str, Any] | None:
    """A record's reason word as the SDK's error mapping."""
    if not reason:
        return None
    return {"code": CODES.get(str(reason), 5000), "originalCode": str(reason), "message": ""}


def _cancelled(status: str) -> dict[str, Any] | None:
    return {"code": 5004, "message": "Project canceled"} if status == "canceled" else None
