"""A person's word about cost: read, and held against what the run asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from studio.runs.costs import expired, kept_overrides
from studio.runs.record import Run


class Conflict(Exception):
    """The run is not in a state for this, or the key was used for another request."""


class Expired(Conflict):
    """The preview is too old; the run has to ask again."""


class Unusable(Exception):
    """A decision that cannot be read; the message says what is missing."""


@dataclass(frozen=True)
class Decision:
    """Yes or no to the calls that wait, all of them together."""

    call_id: str
    confirms: bool
    preview: Any = None
    overrides: Any = None
    reason: str = ""

    @classmethod
    def read(cls, body: Mapping[str, Any]) -> "Decision":
        """From a body in either spelling; raises Unusable."""
        word = body.get("decision")
        call_id = body.get("tool_call_id") or body.get("toolCallId")
        if word not in ("confirm", "cancel"):
            raise Unusable("decision must be confirm or cancel.")
        if not isinstance(call_id, str) or not call_id:
            raise Unusable("tool_call_id is missing.")
        preview = body.get("acceptedCostPreview") or body.get("accepted_cost_preview")
        reason = body.get("reason")
        told = reason[:500] if isinstance(reason, str) else ""
        return cls(call_id, word == "confirm", preview, body.get("overrides"), told)

    def details(self, run: Run) -> dict[str, Any]:
        """What the run asked; raises Conflict when it did not ask about this call."""
        details: dict[str, Any] = (run.waiting or {}).get("details") or {}
        pending = details.get("pendingToolCallIds", ())
        if run.status != "waiting_for_user" or self.call_id not in pending:
            raise Conflict("The run does not wait for a decision about this call.")
        return details

    def accept(self, run: Run, details: Mapping[str, Any]) -> None:
        """Agree to the preview, which must be the one that waits and in time. Raises Unusable, Conflict, Expired."""
        if self.preview is None:
            raise Unusable("accepted_cost_preview is missing.")
        waits = details.get("costApprovalPreview")
        if waits is None:
            raise Conflict("There is no preview to accept; the run can only be cancelled.")
        if expired(waits):
            raise Expired("The preview has expired; read the run again.")
        if self.preview != waits:
            raise Conflict("The preview is not the one that waits; read the run again.")
        run.approved += details["pendingToolCallIds"]
        run.estimated += waits["totalEstimatedCapacityUnits"]
        run.request.setdefault("costOverrides", {}).update(kept_overrides(self.overrides))

    def payload(self) -> dict[str, Any]:
        """The members of `run_cost_confirmation_resolved`."""
        word = "confirm" if self.confirms else "cancel"
        told = {"toolCallId": self.call_id, "decision": word}
        return told | ({"reason": self.reason} if self.reason else {})
