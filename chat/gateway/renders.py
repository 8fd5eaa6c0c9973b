"""The wanted files of a media project as they stand, told by the SDK's project or by the service's record of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

FROM_RECORD = {"jobCompleted": "completed", "jobError": "failed"}
CODES = {
    "serverRestarting": 5001,
    "workerDisconnected": 5002,
    "jobTimedOut": 5003,
    "artistCanceled": 5004,
    "workerCancelled": 5005,
}


@dataclass(frozen=True)
class Render:
    """One wanted file as it stands. `status`: pending, initiating, processing, completed, failed, canceled."""

    key: str
    index: int | None
    status: str
    step: int = 0
    steps: int = 0
    percent: int | None = None
    eta_at: datetime | None = None
    preview_url: str = ""
    url: str = ""
    seed: int | None = None
    withheld: bool = False
    error: Mapping[str, Any] | None = None


class Ends:
    """When each render will be done, by the newest word of the service.

    The SDK keeps only the words of `jobETA` on its jobs; those that come with progress it passes on and forgets.
    """

    def __init__(self) -> None:
        self._at: dict[str, datetime] = {}

    def hear(self, event: Any) -> None:
        """A `job` event of the SDK."""
        left = event.get("etaSeconds") if isinstance(event, Mapping) else None
        if isinstance(left, int | float) and not isinstance(left, bool):
            self._at[str(event.get("jobId"))] = datetime.now(UTC) + timedelta(seconds=left)

    def of(self, job: Any) -> datetime | None:
        """The moment `job` ends; None where nothing was said."""
        return self._at.get(job.id) or job.eta


def from_sdk(job: Any, ends: Ends) -> Render:
    """A job of a project that the SDK tracks."""
    known = job.step_count or job.progress
    return Render(
        key=job.id,
        index=job.job_index,
        status=job.status,
        step=int(job.step or 0),
        steps=int(job.step_count or 0),
        percent=job.progress if known else None,
        eta_at=ends.of(job),
        preview_url=job.preview_url or "",
        url=job.result_url or "",
        seed=job.seed,
        withheld=job.status == "completed" and job.is_withheld,
        error=job.error,
    )


async def recorded(
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
        error=failure_reason(job.get("reason")),
    )


def failure_reason(reason: Any) -> dict[str, Any] | None:
    """A record's reason word as the SDK's error mapping."""
    if not reason:
        return None
    return {"code": CODES.get(str(reason), 5000), "originalCode": str(reason), "message": ""}


def cancelled(status: str) -> dict[str, Any] | None:
    return {"code": 5004, "message": "Project canceled"} if status == "canceled" else None
