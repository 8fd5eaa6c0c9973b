"""A project of the SDK as job events, by comparing its state with what was told before.

Level-triggered on purpose: a missed SDK event, a reconnect or a late start of listening changes nothing.
"""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

from chat.gateway.errors import Interrupted
from chat.gateway.mapping import gateway_error, job_sentence
from chat.gateway.types import (
    JobEnd,
    JobEvent,
    JobQueued,
    JobSpec,
    SlotDone,
    SlotFailed,
    SlotProgress,
)

POLL_S = 2.0
LOOK_S = 5.0

MEDIA_KEYS = ("referenceImage", "referenceImageEnd", "referenceAudio", "startingImage")


def project_params(
    spec: JobSpec, *, operation_id: str, token_type: str, network: str
) -> dict[str, Any]:
    """What `projects.create` is called with. Files travel as bytes, never as a path or an address."""
    params: dict[str, Any] = {
        "type": spec.kind,
        "modelId": spec.model_id,
        "positivePrompt": spec.prompt,
        "numberOfMedia": spec.count,
        "tokenType": token_type,
        "network": network,
        "attribution": {"workloadKind": "agent_mediated", "operationId": operation_id},
    }
    optional = {
        "negativePrompt": spec.negative_prompt or None,
        "seed": spec.seed,
        "width": spec.width,
        "height": spec.height,
        "duration": spec.duration_s,
        "fps": spec.fps,
        "audioStart": spec.audio_start_s,
        "sizePreset": "custom" if spec.kind == "image" else None,
        "numberOfPreviews": 3 if spec.kind == "image" else None,
        **spec.options,
    }
    params.update({key: value for key, value in optional.items() if value is not None})
    for given in spec.inputs:
        assert given.role in MEDIA_KEYS
        assert isinstance(given.data, bytes)
        params[given.role] = given.data
    return params


async def follow_project(project: Any, count: int) -> AsyncIterator[JobEvent]:
    """Events of a tracked project until it is finished. `count` renders are expected."""
    woken = asyncio.Event()
    remove = project.on("updated", lambda _keys: woken.set())
    told = _Told(count)
    try:
        while True:
            woken.clear()
            for event in await told.news(project):
                yield event
            if project.finished and told.settled:
                break
            if project.finished and project.status != "completed":
                raise gateway_error(_failure(project))
            try:
                await asyncio.wait_for(woken.wait(), LOOK_S)
            except TimeoutError:
                continue
    finally:
        if callable(remove):
            remove()
    yield JobEnd()


def _failure(project: Any) -> Exception:
    from chat.gateway.mapping import _Plain

    return _Plain(project.error or {"code": 0, "message": f"Project {project.status}"})


class _Told:
    """What was said about a project so far."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.queue: tuple[Any, ...] = ()
        self.progress: dict[int, tuple[Any, ...]] = {}
        self.ended: set[int] = set()
        self.slots: dict[str, int] = {}

    @property
    def settled(self) -> bool:
        return len(self.ended) >= self.count

    async def news(self, project: Any) -> list[JobEvent]:
        events: list[JobEvent] = []
        if project.status in ("pending", "queued") and not project.jobs:
            self._queued(project, events)
        for job in project.jobs:
            slot = self._slot(job)
            if slot in self.ended:
                continue
            if job.status == "completed":
                await self._completed(job, slot, events)
            elif job.status in ("failed", "canceled"):
                self.ended.add(slot)
                events.append(SlotFailed(slot, job_sentence(job.error)))
            else:
                self._working(job, slot, events)
        if project.finished and self.ended:
            for slot in range(self.count):
                if slot not in self.ended:
                    self.ended.add(slot)
                    events.append(SlotFailed(slot, job_sentence(project.error)))
        return events

    def _slot(self, job: Any) -> int:
        if job.id not in self.slots:
            index = job.job_index
            taken = set(self.slots.values())
            free = next(slot for slot in range(self.count + len(taken)) if slot not in taken)
            self.slots[job.id] = index if isinstance(index, int) and index < self.count else free
        return self.slots[job.id]

    def _queued(self, project: Any, events: list[JobEvent]) -> None:
        position = project.queue_position if project.queue_position >= 0 else None
        waiting = (project.waiting_reason or {}).get("message", "")
        if (position, waiting) != self.queue:
            self.queue = (position, waiting)
            start = project.estimated_start_at
            eta = (start - project.started_at).total_seconds() if start else None
            events.append(JobQueued(position, eta, waiting))

    def _working(self, job: Any, slot: int, events: list[JobEvent]) -> None:
        started = job.status in ("initiating", "processing")
        percent = job.progress if job.step_count or job.progress else None
        eta = job.eta_seconds
        now = (job.status, percent, eta, job.preview_url)
        if started and self.progress.get(slot) != now:
            self.progress[slot] = now
            step = "Getting ready" if job.status == "initiating" else ""
            events.append(SlotProgress(slot, percent, step, eta, job.preview_url or ""))

    async def _completed(self, job: Any, slot: int, events: list[JobEvent]) -> None:
        self.ended.add(slot)
        if job.is_withheld:
            events.append(
                SlotFailed(slot, "The content rules do not allow this picture.", withheld=True)
            )
            return
        url = job.result_url or await job.get_result_url()
        events.append(SlotDone(slot, url, job.seed))


async def poll_project(api: Any, remote_id: str, count: int, kind: str) -> AsyncIterator[JobEvent]:
    """Events of a project another client submitted, read from the service's record every two seconds."""
    ended: set[str] = set()
    while True:
        try:
            record = await api.get_result(remote_id, kind=kind)
        except Exception as error:
            if getattr(error, "status", 0) == 404:
                raise Interrupted(
                    "The service lost this job. You were not charged.", code="lost"
                ) from error
            raise
        for slot, job in enumerate(record["jobs"][:count]):
            if job["id"] in ended or job["status"] not in ("completed", "failed", "canceled"):
                continue
            ended.add(job["id"])
            if job.get("url"):
                yield SlotDone(slot, job["url"], job.get("seed"))
            else:
                withheld = job.get("urlUnavailable") == "sensitiveContent"
                yield SlotFailed(
                    slot, job_sentence({"code": 0, "message": job.get("reason", "")}), withheld
                )
        if record["finished"]:
            break
        await asyncio.sleep(POLL_S)
    yield JobEnd()
