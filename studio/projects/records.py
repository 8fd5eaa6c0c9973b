"""Projects and their renders as the studio remembers them, in the shapes the wire shows."""

import base64
import json
import time
import uuid
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from math import inf
from typing import Any

from studio.catalogue import MODELS
from studio.renderers.versions import seed_of
from studio.safe_json import is_whole

FINISHED = ("completed", "errored", "cancelled")
PUBLIC_STATUS = {
    "pending": "pending",
    "queued": "queued",
    "active": "processing",
    "completed": "completed",
    "errored": "failed",
    "cancelled": "canceled",
}


@dataclass
class Render:
    """One wanted file. status: created → initiatingModel (it has a slot) → jobStarted → jobCompleted | jobError."""

    img_id: str
    index: int
    seed: int
    status: str = "created"
    step: int = 0
    steps: int = 8
    eta_s: float | None = None
    withheld: bool = False
    labelled: bool = False
    """Not safe for work and handed over all the same, because the filter was off."""
    reason: str = ""
    result_key: str = ""
    mime: str = ""

    @property
    def finished(self) -> bool:
        return self.status in ("jobCompleted", "jobError")

    @property
    def nsfw_sources(self) -> list[str]:
        """What told the filter: here the words alone are judged."""
        return ["prompt"] if self.withheld or self.labelled else []

    @property
    def at_work(self) -> bool:
        """Whether it has a slot."""
        return self.status in ("initiatingModel", "jobStarted")


def _told_apart(renders: list[Render]) -> list[Render]:
    """An earlier studio gave all versions one seed: those still to be made get their own, or they would be the same."""
    if len({one.seed for one in renders}) == 1:
        for one in renders:
            one.seed = one.seed if one.finished else seed_of(one.seed, one.index)
    return renders


@dataclass
class Project:
    """A jobRequest and what became of it. status: queued → active → completed | errored | cancelled."""

    id: str
    account: str
    app_id: str
    request: dict[str, Any]
    renders: list[Render]
    price: str
    status: str = "queued"
    created: float = field(default_factory=time.time)
    updated: float = field(default_factory=time.time)
    claimed: bool = False
    waiting: dict[str, str] | None = None
    """Why it waits: `reason` and `message`; None once a render has begun."""

    @property
    def key(self) -> tuple[str, str]:
        """What it is found by: another account may use the same id."""
        return self.account, self.id

    @property
    def finished(self) -> bool:
        return self.status in FINISHED

    @property
    def model_id(self) -> str:
        return str(self.key_frame.get("modelID"))

    @property
    def kind(self) -> str:
        return MODELS[self.model_id].media

    @property
    def filtered(self) -> bool:
        """Whether the content filter is on."""
        return self.request.get("disableSafety") is not True

    @property
    def previews(self) -> float:
        """How many previews each render may have. Only an order for pictures says so; the SDKs send 0 for a film."""
        asked = self.request.get("previews")
        if not is_whole(asked) or self.kind == "video":
            return inf
        return asked

    @property
    def reason(self) -> str:
        """Why nothing came of it, in the wire's word: that of the first render that failed. Empty for all others."""
        reasons = (one.reason for one in self.renders if one.reason)
        return next(reasons, "") if self.status == "errored" else ""

    @property
    def key_frame(self) -> dict[str, Any]:
        frames = self.request.get("keyFrames") or [{}]
        return frames[0] if isinstance(frames[0], dict) else {}

    def dump(self) -> dict[str, Any]:
        """For the store."""
        return asdict(self)

    @classmethod
    def load(cls, data: dict[str, Any]) -> "Project":
        """From the store."""
        renders = _told_apart([Render(**one) for one in data.pop("renders")])
        data.pop("error", None)  # an earlier studio kept what its renders say as well
        return cls(**data, renders=renders)

    def recovered(self) -> dict[str, Any]:
        """A RecoveredProject of the handshake and of the sync route."""
        jobs = [_worker_job(render) for render in self.renders]
        return {
            "id": self.id,
            "appId": self.app_id,
            "model": {"id": self.model_id, "type": self.kind},
            "imageCount": len(self.renders),
            "stepCount": self.renders[0].steps if self.renders else 0,
            "status": "progress" if self.status == "active" else self.status,
            "workerJobs": [job for job in jobs if job["status"] != "jobCompleted"],
            "completedWorkerJobs": [job for job in jobs if job["status"] == "jobCompleted"],
            "clientRequestData": base64.b64encode(json.dumps(self.request).encode()).decode(),
            "jobType": self.kind,
            "createTime": iso(self.created),
            "updateTime": iso(self.updated),
            **({"reason": self.reason} if self.reason else {}),
            **self._known(),
        }

    def _known(self) -> dict[str, Any]:
        """What the request and the queue say, where they do."""
        frame, asked = self.key_frame, self.request
        said = {
            **{name: frame.get(name) for name in ("sizePreset", "width", "height")},
            **{name: asked.get(name) for name in ("network", "tokenType", "appSource")},
            "waitingReason": self.waiting,
        }
        return {name: value for name, value in said.items() if value is not None}

    def public(self) -> dict[str, Any]:
        """The record of `/v2/projects/:id`."""
        jobs = [_worker_job(render) for render in self.renders]
        done = [job for job in jobs if job["status"] in ("jobCompleted", "jobError")]
        return {
            "id": self.id,
            "status": PUBLIC_STATUS[self.status],
            "finished": self.finished,
            "model": {"id": self.model_id, "type": self.kind},
            "workerJobs": [job for job in jobs if job not in done],
            "completedWorkerJobs": done,
            "createTime": iso(self.created),
            "updateTime": iso(self.updated),
            **({"reason": self.reason} if self.reason else {}),
            **({"waitingReason": self.waiting} if self.waiting else {}),
        }

    def stored(self) -> dict[str, Any]:
        """The record of `/v1/projects/:id`: as `public`, with the stored words for how it ended and moments in
        milliseconds. The SDKs settle a project whose end they missed from it, by these words alone."""
        began, ended = int(self.created * 1000), int(self.updated * 1000)
        return {
            **self.public(),
            "status": self.status,
            "imageCount": len(self.renders),
            "stepCount": self.renders[0].steps if self.renders else 0,
            "createTime": began,
            "updateTime": ended,
            "endTime": ended,
        }


def _worker_job(render: Render) -> dict[str, Any]:
    worker = worker_name(render.index)
    return {
        "id": render.img_id,
        "imgID": render.img_id,
        "jobIndex": render.index,
        "worker": {"username": worker, "name": worker},
        "status": render.status,
        "performedSteps": render.step,
        "seedUsed": render.seed,
        "triggeredNSFWFilter": render.withheld,
        "nsfwDetected": render.labelled,
        "nsfwSources": render.nsfw_sources,
        **({"reason": render.reason} if render.reason else {}),
    }


WAITING = {
    "queued": "Waiting for a free renderer.",
    "concurrency_limit": "Your other projects use every renderer.",
    "model_concurrency_limit": "Your other projects with this model come first.",
    "no_workers": "No renderer for this model is running.",
    "payment_pending": "Waiting for a payment to be settled.",
}


def waiting_reason(reason: str) -> dict[str, str]:
    """A reason to wait, in the wire's two members."""
    return {"reason": reason, "message": WAITING.get(reason, "Waiting.")}


def new_id() -> str:
    """An id as the official SDKs make them."""
    return str(uuid.uuid4()).upper()


def worker_name(index: int) -> str:
    return f"studio-{index % 2 + 1}"


def iso(moment: float) -> str:
    """UTC, as the service writes times."""
    return datetime.fromtimestamp(moment, UTC).isoformat().replace("+00:00", "Z")
