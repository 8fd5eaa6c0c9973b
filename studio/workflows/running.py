"""Running a workflow: one step after the other, each told as it goes, to an end or to a question."""

import logging
import time
from decimal import Decimal
from typing import Any

from studio.pieces import Pieces
from studio.records import iso
from studio.tools.api import Media, ToolRefusal
from studio.tools.arguments import checked
from studio.tools.engine import Engine
from studio.tools.outcome import Failure, Outcome, Tick
from studio.workflows.bindings import Unbound, bound
from studio.workflows.control import ASK, CONTROL
from studio.workflows.journal import Journal
from studio.workflows.record import Step, Workflow
from studio.workflows.session import WorkflowSession

logger = logging.getLogger(__name__)

PREVIEW_S = 15 * 60
PROGRESS_SHARE = 0.1
"""A step's progress is written down in steps of this size."""
_POOR = "COST_LIMIT_EXCEEDED"


class Runner:
    """Runs workflows. Never raises for what a plan did; cancelling the task ends the renders at work."""

    def __init__(self, engine: Engine, pieces: Pieces, journal: Journal) -> None:
        self._engine = engine
        self._pieces = pieces
        self._journal = journal

    async def run(self, workflow: Workflow) -> None:
        """From the first step that is not over to the end, or until the user is needed."""
        workflow.status, workflow.waiting = "running", None
        began = any(step.over for step in workflow.steps)
        word = "workflow_progress" if began else "workflow_started"
        self._journal.note(workflow, word, status="running")
        session = await WorkflowSession.of(workflow, self._pieces)
        for step in workflow.steps:
            if step.over:
                continue
            await self._step(workflow, step, session)
            if workflow.paused:
                return
        self._end(workflow)

    async def _step(self, workflow: Workflow, step: Step, session: WorkflowSession) -> None:
        control = CONTROL.get(step.tool)
        tool = control.shape if control else self._engine.tool(step.tool)
        try:
            arguments = bound(tool, step.arguments, step.planned().bindings, session.bindings())
        except Unbound as missing:
            self._fail(workflow, step, Failure("ASSET_NOT_FOUND", str(missing)), "skipped")
            return
        step.status = "running"
        self._journal.note(
            workflow, "step_started", stepId=step.id, toolName=step.tool, status_="running"
        )
        if step.tool == ASK:
            self._ask(workflow, step, arguments)
        elif control is not None:
            try:
                told = await control.act(session.scene(), checked(tool, arguments))
            except ToolRefusal as refused:
                self._fail(workflow, step, Failure.of(refused))
                return
            self._done(workflow, step, {"ok": True, "success": True, "tool": step.tool, **told})
        else:
            await self._call(workflow, step, session, arguments)

    async def _call(
        self, workflow: Workflow, step: Step, session: WorkflowSession, arguments: Any
    ) -> None:
        media = session.media
        if await self._too_dear(workflow, step, arguments, media):
            return
        outcome = await self._engine.run(
            workflow.account,
            step.tool,
            arguments,
            media,
            _Progress(self._journal, workflow, step),
            group=workflow.id,
            call_id=f"{workflow.id}-{step.id}",
        )
        workflow.spent = str(Decimal(workflow.spent) + outcome.spent)
        if outcome.failure is not None and outcome.failure.error_type == _POOR:
            step.status = "pending"
            self._wait(workflow, "insufficient_credit", "The balance is too low for the next step.")
            return
        if outcome.failure is not None:
            self._fail(workflow, step, outcome.failure)
            return
        for row in session.add(step, outcome):
            self._journal.note(workflow, "artifact_created", stepId=step.id, artifact=row)
        step.incomplete = bool(outcome.failed or outcome.withheld)
        self._done(workflow, step, outcome.envelope(media), outcome)

    async def _too_dear(self, workflow: Workflow, step: Step, arguments: Any, media: Media) -> bool:
        """Ask again when a step turns out to cost more than was foreseen, and that passes the ceiling."""
        if workflow.ceiling is None:
            return False
        try:
            price = await self._engine.price(step.tool, arguments, media)
        except ToolRefusal:
            return False  # the call itself tells why
        total = Decimal(workflow.spent) + price
        if total <= workflow.ceiling:
            return False
        step.status = "pending"
        row = {"toolCallId": step.id, "stepId": step.id, "toolName": step.tool}
        workflow.preview |= {
            "totalEstimatedCapacityUnits": float(total),
            "validityUntil": good_until(),
            "perToolBreakdown": [{**row, "capacityUnits": float(price)}],
        }
        sentence = f"With this step it costs {total} capacity units, more than {workflow.ceiling}."
        details = {"costApprovalPreview": workflow.preview}
        self._wait(workflow, "cost_reauthorization_required", sentence, details)
        return True

    def _done(
        self, workflow: Workflow, step: Step, result: dict[str, Any], outcome: Outcome | None = None
    ) -> None:
        step.status, step.result, step.error = "completed", result, None
        made = list(step.artifacts) if outcome is not None else []
        self._journal.note(
            workflow,
            "step_completed",
            stepId=step.id,
            toolName=step.tool,
            status_="completed",
            artifactIds=made,
        )

    def _fail(
        self, workflow: Workflow, step: Step, failure: Failure, status: str = "failed"
    ) -> None:
        step.status, step.error = status, failure.body()
        self._journal.note(
            workflow,
            "step_failed",
            failure.message,
            stepId=step.id,
            toolName=step.tool,
            status_=status,
            error=step.error,
        )

    def _ask(self, workflow: Workflow, step: Step, arguments: dict[str, Any]) -> None:
        step.status = "waiting"
        question = str(arguments.get("question") or "")
        self._journal.note(
            workflow, "step_waiting_for_user", question, stepId=step.id, status_="waiting_for_user"
        )
        details = {
            "stepId": step.id,
            "question": question,
            "options": arguments.get("options") or [],
        }
        self._wait(workflow, ASK, question, details)

    def _wait(
        self, workflow: Workflow, reason: str, message: str, details: dict[str, Any] | None = None
    ) -> None:
        pause(self._journal, workflow, reason, message, details or {})

    def _end(self, workflow: Workflow) -> None:
        good = [step for step in workflow.steps if step.status == "completed"]
        bad = [step for step in workflow.steps if step.status in ("failed", "skipped")]
        useful = [step for step in good if step.artifacts or step.tool not in CONTROL]
        if not bad:
            partial = any(step.incomplete for step in good)
            workflow.status = "partial_failure" if partial else "completed"
        else:
            workflow.status = "partial_failure" if useful else "failed"
            workflow.error = {**(bad[0].error or {}), "stepId": bad[0].id}
        word = "workflow_failed" if workflow.status == "failed" else "workflow_completed"
        self._journal.note(workflow, word, status=workflow.status)


def good_until() -> str:
    """Until when a preview of costs may be accepted."""
    return iso(time.time() + PREVIEW_S)


def pause(
    journal: Journal, workflow: Workflow, reason: str, message: str, details: dict[str, Any]
) -> None:
    """Stop until the user does something; `reason` is one of the wire's."""
    workflow.status = "waiting_for_user"
    workflow.waiting = {"reason": reason, "message": message, "details": details}
    journal.note(
        workflow,
        "workflow_waiting_for_user",
        message,
        status="waiting_for_user",
        reason=reason,
        details=details,
    )


class _Progress:
    """Writes a step's progress down, now and then."""

    def __init__(self, journal: Journal, workflow: Workflow, step: Step) -> None:
        self._journal, self._workflow, self._step = journal, workflow, step
        self._told = -1.0

    def __call__(self, tick: Tick) -> None:
        if tick.index is None and tick.progress >= self._told + PROGRESS_SHARE:
            self._told = tick.progress
            self._journal.note(
                self._workflow,
                "workflow_progress",
                stepId=self._step.id,
                status_=tick.status,
                progress=tick.payload()["progress"],
            )
