"""A workflow and its steps as the studio remembers them, and as the wire shows them."""

import time
from dataclasses import asdict, dataclass, field, fields, replace
from decimal import Decimal
from typing import Any

from studio.projects.records import iso
from studio.workflows.plan import Binding, Plan, PlannedStep

COST_REASONS = ("cost_approval_required", "cost_reauthorization_required")
OVER = ("completed", "partial_failure", "failed", "cancelled")


@dataclass
class Step:
    """One step. status: pending → running → completed | failed | skipped, or waiting for the user on the way."""

    id: str
    tool: str
    arguments: dict[str, Any]
    bindings: list[dict[str, Any]]
    sent: list[dict[str, Any]]
    status: str = "pending"
    result: dict[str, Any] = field(default_factory=dict)
    spent: str = "0"
    """Capacity units paid for what came of it, a decimal."""
    error: dict[str, Any] | None = None
    artifacts: list[str] = field(default_factory=list)
    incomplete: bool = False
    kind: str = "?"
    """The medium it makes, `text` for none, `?` while that is not known."""

    @property
    def over(self) -> bool:
        return self.status in ("completed", "failed", "skipped")

    def planned(self) -> PlannedStep:
        """As the plan has it."""
        bindings = tuple(Binding(**one) for one in self.bindings)
        return PlannedStep(self.id, self.tool, self.arguments, bindings, tuple(self.sent))


@dataclass
class Workflow:
    """A plan under way. status: queued → running ⇄ waiting_for_user → completed | partial_failure | failed | cancelled.

    `inputs` are the input media, `artifacts` what was made, in order, both as the wire shows them.
    """

    id: str
    account: str
    title: str
    steps: list[Step]
    request: dict[str, Any]
    inputs: list[dict[str, Any]] = field(default_factory=list)
    status: str = "queued"
    events: list[dict[str, Any]] = field(default_factory=list)
    artifacts: list[dict[str, Any]] = field(default_factory=list)
    waiting: dict[str, Any] | None = None
    error: dict[str, Any] | None = None
    preview: dict[str, Any] = field(default_factory=dict)
    approved: bool = False
    key: str = ""
    fingerprint: str = ""
    """Of the request that came with the key."""
    cloned_from: str = ""
    seeds: list[dict[str, Any]] = field(default_factory=list)
    created: float = field(default_factory=time.time)
    updated: float = field(default_factory=time.time)

    @property
    def spent(self) -> Decimal:
        """Capacity units of the steps so far."""
        return sum((Decimal(step.spent) for step in self.steps), Decimal(0))

    @property
    def over(self) -> bool:
        return self.status in OVER

    @property
    def paused(self) -> bool:
        """Whether it stands still until the user does something."""
        return self.status == "waiting_for_user"

    @property
    def awaits_cost(self) -> bool:
        """Whether `confirm-cost` is what it waits for."""
        return (self.waiting or {}).get("reason") in COST_REASONS

    @property
    def ceiling(self) -> Decimal | None:
        """The most it may cost without being asked about; None when that is settled or was never set."""
        most = self.request.get("max_estimated_capacity_units")
        return None if self.approved or most is None else Decimal(str(most))

    @property
    def filtered(self) -> bool:
        """Whether the content filter is on."""
        return self.request.get("safe_content_filter") is not False

    def step(self, name: str) -> Step | None:
        return next((one for one in self.steps if one.id == name), None)

    def plan(self) -> Plan:
        return Plan(self.title, tuple(step.planned() for step in self.steps))

    def dump(self) -> dict[str, Any]:
        """For the store, without the log, which has rows of its own."""
        return asdict(replace(self, events=[]))

    @classmethod
    def load(cls, data: dict[str, Any]) -> "Workflow":
        """From the store, still without its log. What an earlier studio kept besides is left aside."""
        known = {one.name: data[one.name] for one in fields(cls) if one.name in data}
        return cls(**{**known, "steps": [Step(**one) for one in data["steps"]]})

    def public(self) -> dict[str, Any]:
        """The record of every answer."""
        said: dict[str, Any] = {
            "workflowId": self.id,
            "id": self.id,
            "title": self.title,
            "status": self.status,
            "awaitingCostApproval": self.awaits_cost,
            "safeContentFilter": self.filtered,
            "input": self.request.get("input") or {},
            "plan": {"title": self.title, "steps": [_planned(one) for one in self.steps]},
            "steps": [_shown(one, place, self) for place, one in enumerate(self.steps)],
            "events": self.events,
            "artifacts": self.artifacts,
            "billingPreview": self.preview,
            "billingPreviews": [self.preview] if self.preview else [],
            "createTime": int(self.created * 1000),
            "updateTime": int(self.updated * 1000),
            "createdAt": iso(self.created),
            "updatedAt": iso(self.updated),
        }
        if self.waiting:
            said |= {"waitingReason": self.waiting["reason"], "waiting": self.waiting}
        if self.error:
            said["error"] = self.error
        if self.cloned_from:
            said["clonedFromRunId"] = self.cloned_from
        if self.request.get("workflow_id"):
            said["templateId"] = self.request["workflow_id"]
        return said

    def brief(self) -> dict[str, Any]:
        """The record without its log, for lists."""
        return {name: value for name, value in self.public().items() if name != "events"}


def steps_of(plan: Plan) -> list[Step]:
    """The steps of a plan, none begun."""
    return [
        Step(
            one.id,
            one.tool,
            dict(one.arguments),
            [asdict(binding) for binding in one.bindings],
            [dict(row) for row in one.sent],
        )
        for one in plan.steps
    ]


def _planned(step: Step) -> dict[str, Any]:
    return {
        "id": step.id,
        "toolName": step.tool,
        "arguments": step.arguments,
        "dependsOn": step.sent,
    }


def _shown(step: Step, place: int, workflow: Workflow) -> dict[str, Any]:
    made = [one for one in workflow.artifacts if one["id"] in step.artifacts]
    return {
        **_planned(step),
        "sequence": place,
        "status": step.status,
        **({"artifacts": made} if made else {}),
        **({"result": step.result} if step.result else {}),
        **({"error": step.error} if step.error else {}),
    }
