"""What a workflow will cost before it is begun or gone on with, and whether that cost was accepted."""

import time
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from studio.projects.records import iso
from studio.tools.engine import Engine
from studio.tools.pieces import Pieces
from studio.workflows.forecast import Forecast, forecast
from studio.workflows.record import Workflow
from studio.workflows.session import WorkflowSession
from studio.workflows.telling import good_until


async def expected(engine: Engine, pieces: Pieces, workflow: Workflow) -> Forecast:
    """Its whole plan with guessed results. Raises PlanFault, and ToolRefusal for media that are gone."""
    session = await WorkflowSession.of(workflow, pieces)
    given = session.source(workflow.inputs, {}, made=False)
    return await forecast(engine, workflow.plan(), given, session.media)


def left_of(workflow: Workflow, whole: Forecast) -> Decimal:
    """Of what the whole plan costs, what is for steps that are not done."""
    done = {one.id for one in workflow.steps if one.status == "completed"}
    return sum((units for step, units in whole.steps if step.id not in done), Decimal(0))


def preview_of(whole: Forecast, request: Mapping[str, Any]) -> dict[str, Any]:
    """The preview a client must give back to accept the cost."""
    return {
        "totalEstimatedCapacityUnits": float(whole.total),
        "tokenType": token_of(request),
        "validityUntil": good_until(),
        "perToolBreakdown": whole.rows(),
    }


def token_of(request: Mapping[str, Any]) -> str:
    """What prices are told in; `auto` is Spark here."""
    return "sogni" if request.get("token_type") == "sogni" else "spark"


def is_accepted(workflow: Workflow, accepted: Any) -> bool:
    """Whether this is the preview that waits, and is still valid."""
    return bool(accepted == workflow.preview and not expired(workflow))


def expired(workflow: Workflow) -> bool:
    """Whether the preview that waits may no longer be accepted."""
    return bool(workflow.preview["validityUntil"] < iso(time.time()))


def renew(workflow: Workflow) -> None:
    """Ask the same again, with a preview that is valid again."""
    workflow.preview = {**workflow.preview, "validityUntil": good_until()}
    asked = workflow.waiting or {}
    asked["details"] = {**asked["details"], "costApprovalPreview": workflow.preview}
