"""A run as it is remembered and as it is shown.

status: queued → running ⇄ waiting_for_user → completed | partial_failure | failed | cancelled. A run that asked the
person a question stays waiting_for_user: the answer is a new run.
"""

import hashlib
import time
from dataclasses import asdict, dataclass, field
from typing import Any

from studio.projects.records import iso
from studio.spellings import either

SCHEMA = "2026-05-14.1"
FINAL = ("completed", "partial_failure", "failed", "cancelled")
RESTING = (*FINAL, "waiting_for_user")
BACKBONE = {
    "schemaVersion": SCHEMA,
    "modelKnowledgeVersion": "local-studio-1",
    "routingPolicyVersion": "local-studio-1",
}


@dataclass
class Run:
    """One run. `request` is what was asked, `messages` what was said since, `approved` the calls whose cost is agreed.

    `estimated` is the sum of the prices of the calls that were begun, in Spark.
    """

    id: str
    account: str
    request: dict[str, Any]
    fingerprint: str
    key: str | None = None
    status: str = "queued"
    messages: list[dict[str, Any]] = field(default_factory=list)
    tool_calls: list[dict[str, Any]] = field(default_factory=list)
    tool_results: list[dict[str, Any]] = field(default_factory=list)
    media_context: dict[str, list[str]] = field(default_factory=dict)
    attached: list[tuple[str, int]] = field(default_factory=list)
    prompts: dict[str, str] = field(default_factory=dict)
    artifacts: list[dict[str, Any]] = field(default_factory=list)
    workflows: list[str] = field(default_factory=list)
    """Durable workflows it began."""
    billing_previews: list[dict[str, Any]] = field(default_factory=list)
    approved: list[str] = field(default_factory=list)
    decisions: dict[str, str] = field(default_factory=dict)
    """The keys of words about cost, and the fingerprint of each."""
    estimated: float = 0.0
    final: dict[str, Any] | None = None
    waiting: dict[str, Any] | None = None
    recovery: dict[str, Any] | None = None
    failure: str | None = None
    cancellation: str | None = None
    created: float = field(default_factory=time.time)
    updated: float = field(default_factory=time.time)
    completed: float | None = None

    @property
    def resting(self) -> bool:
        """Nothing happens until somebody decides, or ever."""
        return self.status in RESTING

    @property
    def config(self) -> dict[str, Any]:
        """The request's runtime_config."""
        return self.request.get("runtimeConfig") or {}

    @property
    def filtered(self) -> bool:
        """Whether the content filter is on: `runtime_config` may turn it off, a word about cost may change it."""
        decided = either(self.request.get("costOverrides") or {}, "safe_content_filter")
        begun = either(self.config, "safe_content_filter")
        return (begun if decided is None else decided) is not False

    @property
    def token_type(self) -> str:
        """What prices are told in; `auto` is Spark here."""
        return "sogni" if self.request.get("tokenType") == "sogni" else "spark"

    def dump(self) -> dict[str, Any]:
        """For the archive."""
        return asdict(self)

    @classmethod
    def load(cls, data: dict[str, Any]) -> "Run":
        """From the archive."""
        data["attached"] = [(kind, index) for kind, index in data["attached"]]
        if isinstance(data["decisions"], list):
            data["decisions"] = {}  # from an earlier studio, which kept the keys alone
        return cls(**data)

    def public(self, events: list[dict[str, Any]]) -> dict[str, Any]:
        """The record as clients read it."""
        optional = {
            "billingPreview": self.billing_previews[-1] if self.billing_previews else None,
            "finalResponse": self.final,
            "waiting": self.waiting,
            "lease": None if self.resting else {"holder": "local-studio"},
            "recovery": self.recovery,
            "failureReason": self.failure,
            "cancellationReason": self.cancellation,
            "quality": {"tier": self.config["qualityTier"]}
            if "qualityTier" in self.config
            else None,
        }
        return {
            "runId": self.id,
            "id": self.id,
            "schemaVersion": SCHEMA,
            "status": self.status,
            "backbone": BACKBONE,
            "scope": self._scope(),
            "request": self.request,
            "messages": self.messages,
            "toolCalls": self.tool_calls,
            "toolResults": self.tool_results,
            "mediaContext": self.media_context,
            "childWorkflowIds": self.workflows,
            "billingPreviews": self.billing_previews,
            "artifacts": self.artifacts,
            "events": events,
            "timestamps": self._timestamps(),
            **{name: value for name, value in optional.items() if value is not None},
        }

    def _scope(self) -> dict[str, Any]:
        scope = {
            "ownerWalletAddress": self.account,
            "apiKeyFingerprint": hashlib.sha256(self.account.encode()).hexdigest()[:16],
            "tokenType": self.request.get("tokenType"),
            "appSource": self.request.get("appSource"),
        }
        return {name: value for name, value in scope.items() if value is not None}

    def _timestamps(self) -> dict[str, str]:
        done = {} if self.completed is None else {"completedAt": iso(self.completed)}
        return {"createdAt": iso(self.created), "updatedAt": iso(self.updated), **done}
