"""What is said of a workflow's steps as they go."""

import time
from typing import Any

from studio.projects.records import iso
from studio.tools.outcome import Failure, Tick
from studio.workflows.journal import Journal
from studio.workflows.record import Step, Workflow

PREVIEW_S = 15 * 60
PROGRESS_SHARE = 0.1
"""A step's progress is written down in steps of this size."""


def good_until() -> str:
    """Until when a preview of costs may be accepted."""
    return iso(time.time() + PREVIEW_S)


def begun(journal: Journal, workflow: Workflow, step: Step) -> None:
    step.status = "running"
    journal.note(workflow, "step_started", stepId=step.id, toolName=step.tool, status_="running")


def done(
    journal: Journal,
    workflow: Workflow,
    step: Step,
    result: dict[str, Any],
    rows: list[dict[str, Any]],
) -> None:
    """A step that came to something; `rows` are its new artifacts."""
    step.status, step.result, step.error = "completed", result, None
    with journal.at_once(workflow):
        for row in rows:
            journal.note(workflow, "artifact_created", stepId=step.id, artifact=row)
        journal.note(
            workflow,
            "step_completed",
            stepId=step.id,
            toolName=step.tool,
            status_="completed",
            artifactIds=[row["id"] for row in rows],
        )


def failed(
    journal: Journal, workflow: Workflow, step: Step, failure: Failure, status: str = "failed"
) -> None:
    """A step that came to nothing: `failed`, or `skipped` because of another."""
    step.status, step.error = status, failure.body()
    journal.note(
        workflow,
        "step_failed",
        failure.message,
        stepId=step.id,
        toolName=step.tool,
        status_=status,
        error=step.error,
    )


def asked(
    journal: Journal, workflow: Workflow, step: Step, arguments: dict[str, Any]
) -> dict[str, Any]:
    """A question waits for its answer; the details of the pause."""
    step.status = "waiting"
    question = str(arguments.get("question") or "")
    journal.note(
        workflow, "step_waiting_for_user", question, stepId=step.id, status_="waiting_for_user"
    )
    return {"stepId": step.id, "question": question, "options": arguments.get("options") or []}


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


class Progress:
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
