"""What came of a tool call, and the envelope that tells it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from studio.tools.api import Media, Piece, ToolRefusal

NEXT = {
    "PARAMETER_INVALID": (False, "correct_arguments"),
    "USER_INPUT_INCOMPLETE": (False, "ask_user"),
    "ASSET_NOT_FOUND": (False, "choose_existing_asset"),
    "WORKFLOW_VALIDATION_FAILED": (False, "correct_plan"),
    "MODEL_UNAVAILABLE": (False, "choose_another_model"),
    "PROVIDER_TIMEOUT": (True, "retry"),
    "GPU_WORKER_FAILED": (True, "retry"),
    "COST_LIMIT_EXCEEDED": (False, "ask_user_to_top_up"),
    "SAFETY_REJECTED": (False, "reword_prompt"),
    "PERMISSION_REQUIRED": (False, "ask_user_for_permission"),
    "USER_CANCELLED": (False, "wait_for_user"),
    "UNKNOWN_ERROR": (True, "retry_once"),
}
"""Whether a failure may be tried again unchanged, and what to do next."""


@dataclass(frozen=True)
class Failure:
    """Why a call, or one of its renders, came to nothing."""

    error_type: str
    message: str

    @classmethod
    def of(cls, refusal: ToolRefusal) -> "Failure":
        """From what a tool raised."""
        return cls(refusal.error_type, str(refusal))

    def body(self) -> dict[str, Any]:
        """The members every structured failure has."""
        retryable, action = NEXT.get(self.error_type, NEXT["UNKNOWN_ERROR"])
        return {
            "error_type": self.error_type,
            "message": self.message,
            "error": self.message,
            "retryable": retryable,
            "suggested_next_action": action,
        }


@dataclass(frozen=True)
class Tick:
    """How far a call is (`index` None), or one of its renders. Shares from 0 to 1, seconds; `url` when it is made."""

    progress: float
    status: str
    eta_s: float | None = None
    index: int | None = None
    count: int = 1
    label: str = ""
    url: str = ""
    video: bool = False
    error: str = ""

    def payload(self) -> dict[str, Any]:
        """The members of a `tool_call_progress` event."""
        share = round(self.progress, 4)
        if self.index is None:
            body: dict[str, Any] = {"progress": share, "status": self.status}
            if self.label:
                body["stepLabel"] = self.label
            return body | ({} if self.eta_s is None else {"etaSeconds": round(self.eta_s, 1)})
        body = {
            "status": self.status,
            "jobIndex": self.index,
            "jobLabel": f"{self.index + 1} of {self.count}",
            "jobProgress": share,
        }
        if self.eta_s is not None:
            body["jobEtaSeconds"] = round(self.eta_s, 1)
        if self.url:
            body |= {"resultUrl": self.url, "isVideoResult": self.video}
        return body | ({"jobError": self.error} if self.error else {})


@dataclass(frozen=True)
class Output:
    """One finished result: its id, the medium and true facts about it; `sources` are addresses of its clips."""

    id: str
    piece: Piece
    fps: float | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    sources: tuple[str, ...] = ()

    def asset(self) -> dict[str, Any]:
        """A row of `output_assets`."""
        piece = self.piece
        known = {
            "width": piece.width,
            "height": piece.height,
            "duration_seconds": piece.duration_s,
            "fps": self.fps,
        }
        return {
            **self.facts,
            "asset_id": self.id,
            "type": piece.kind,
            "url": piece.url,
            "mime_type": piece.mime,
            **{name: value for name, value in known.items() if value is not None},
        }


@dataclass(frozen=True)
class Outcome:
    """A call that ended. `failed` renders by their place; `told` are members of a text result.

    `spent` in Spark is what was paid for what came of it, also before a restart.
    """

    tool: str
    media_type: str = ""
    model_id: str = ""
    outputs: tuple[Output, ...] = ()
    failed: Mapping[int, Failure] = field(default_factory=dict)
    withheld: int = 0
    cost: Decimal = Decimal(0)
    spent: Decimal = Decimal(0)
    notes: Mapping[str, Any] = field(default_factory=dict)
    told: Mapping[str, Any] | None = None
    failure: Failure | None = None

    @property
    def ok(self) -> bool:
        """Something came of it."""
        return self.failure is None

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What was made, in order."""
        return tuple(one.piece for one in self.outputs)

    def added_to(self, media: Media) -> Media:
        """The session's media with these results at the end."""
        if not self.outputs:
            return media
        made = {**media.generated}
        made[self.media_type] = (*media.made(self.media_type), *self.pieces)
        return Media(made, media.uploaded, media.named)

    def envelope(self, media: Media) -> dict[str, Any]:
        """The result as it is told; `media` is the session before these results were added."""
        if self.failure is not None:
            return {
                "ok": False,
                "success": False,
                "tool": self.tool,
                "status": "cancelled" if self.failure.error_type == "USER_CANCELLED" else "failed",
                **({"mediaType": self.media_type} if self.media_type else {}),
                **self.failure.body(),
                **self._failed(),
            }
        head = {"ok": True, "success": True, "tool": self.tool, "status": "completed"}
        if self.told is not None:
            paid = {"estimated_cost": {"spark": float(self.cost)}} if self.cost else {}
            return {**self.told, **head, **paid}
        return {**self.notes, **head, **self._media(media), **self._failed()}

    def _media(self, media: Media) -> dict[str, Any]:
        start, urls = len(media.made(self.media_type)), [one.url for one in self.pieces]
        sources = [url for one in self.outputs for url in one.sources]
        last = next(
            (one.facts["lastFrameUrl"] for one in self.outputs if "lastFrameUrl" in one.facts), None
        )
        by_kind = {"video": "videoResultUrls", "audio": "audioResultUrls"}.get(self.media_type)
        return {
            "mediaType": self.media_type,
            "model_id": self.model_id,
            "resultCount": len(urls),
            "resultUrls": urls,
            **({by_kind: urls} if by_kind else {}),
            "startIndex": start,
            **({"videoStartIndex": start} if self.media_type == "video" else {}),
            "indices": list(range(start, start + len(urls))),
            "output_assets": [one.asset() for one in self.outputs],
            "estimated_cost": {"spark": float(self.cost)},
            **({"sourceClipUrls": sources} if sources else {}),
            **({"lastFrameUrl": last} if last else {}),
        }

    def _failed(self) -> dict[str, Any]:
        """A part that failed is told beside what was made; what was made keeps its order."""
        told: dict[str, Any] = {"withheldCount": self.withheld} if self.withheld else {}
        if self.failed:
            rows = [{"job_index": place, **one.body()} for place, one in self.failed.items()]
            told["failed"] = rows
        if self.ok and (self.failed or self.withheld):
            told["status"] = "partial_failure"
        return told
