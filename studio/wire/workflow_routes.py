"""REST and SSE: durable workflows."""

from collections.abc import AsyncIterator
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from studio.agent.members import Unacceptable, check_members
from studio.safe_json import is_number
from studio.spellings import either
from studio.tools.api import ToolRefusal
from studio.tools.writing.workflows import compose_workflow
from studio.wire import sse
from studio.wire.account_routes import success
from studio.wire.bodies import idempotency_key, json_object, spending_body, whole_query
from studio.wire.callers import caller
from studio.wire.errors import BAD_REQUEST, CONFLICT, NOT_FOUND, Refusal
from studio.workflows.book import MOST_ACTIVE, TooManyActive, Workflows, WrongMoment
from studio.workflows.placeholders import media_of, plan_of, taken_inputs
from studio.workflows.plan import PlanFault
from studio.workflows.record import Workflow
from studio.workflows.templates import NoTemplate

BASE = "/v1/creative-agent/workflows"
MOST_BRIEF = 8000
"""Characters of a plan that is given in words."""


async def start(request: Request) -> JSONResponse:
    """An inline plan (`input`), or a saved template (`workflow_id`) with `inputs`. 201, also for a known key."""
    account = caller(request)
    body = await spending_body(request)
    asked = _asked(body)
    plan, template = _composed(body.get("input")), either(body, "workflow_id")
    if (plan is None) == (template is None):
        raise Refusal(400, "Give either input or workflow_id.")
    key = idempotency_key(request, body)
    named: dict[str, Any] = {}
    try:
        if template is not None:
            found = request.app.state.studio.templates.find(account.address, str(template))
            given = taken_inputs(found, body.get("inputs"))
            plan, named = plan_of(found, given), media_of(found, given)
        workflow, new = await _book(request).start(account.address, plan, asked, named, key)
    except NoTemplate as none:
        raise Refusal(404, "There is no such template.", NOT_FOUND) from none
    except (PlanFault, ToolRefusal, TooManyActive, WrongMoment) as refused:
        raise _refusal(request, refused) from refused
    return success({"workflow": workflow.public(), "idempotent": not new}, 201)


async def listed(request: Request) -> JSONResponse:
    """Newest first; `next` is the offset of the next page, or null."""
    account = caller(request)
    limit = whole_query(request, "limit", 20, 1, 100)
    offset = whole_query(request, "offset", 0, 0, 10**6)
    found = _book(request).newest(account.address, limit + 1, offset)
    more = offset + limit if len(found) > limit else None
    return success({"workflows": [one.brief() for one in found[:limit]], "next": more})


async def one(request: Request) -> JSONResponse:
    return success({"workflow": _found(request).public()})


async def events(request: Request) -> JSONResponse:
    """The log, after a sequence where one is named."""
    workflow = _found(request)
    seen = sse.seen(request, 0)
    return success({"events": [row for row in workflow.events if row["sequence"] > seen]})


async def stream(request: Request) -> Response:
    """The log as it is written. Ends when the workflow does, or waits for the user."""
    workflow = _found(request)
    journal = _book(request).journal
    seen = sse.seen(request, 0)

    async def frames() -> AsyncIterator[bytes]:
        yield sse.remark("open")
        async for event in journal.follow(workflow, seen, sse.QUIET_S):
            if event is None:
                yield sse.remark("quiet")
            else:
                yield sse.event_frame("workflow_event", event, event["sequence"])
        state = {"workflowId": workflow.id, "status": workflow.status}
        yield sse.event_frame("workflow_status", state)

    return StreamingResponse(frames(), media_type="text/event-stream", headers=sse.HEADERS)


async def resume(request: Request) -> JSONResponse:
    """Go on after a pause, with the `answer` to a question if there was one; or try again what failed."""
    workflow = _found(request)
    body = await spending_body(request)
    answer = body.get("answer", body.get("response", ""))
    try:
        resumed = _book(request).resume(workflow, str(answer)[:8000], _billing(body))
    except (WrongMoment, TooManyActive) as refused:
        raise _refusal(request, refused) from refused
    return success({"workflow": workflow.public(), "resumed": resumed})


async def confirm(request: Request) -> JSONResponse:
    """`{decision: confirm | cancel, acceptedCostPreview}`: the preview as it was told, unchanged."""
    workflow = _found(request)
    body = await json_object(request)
    decision, accepted = body.get("decision"), either(body, "accepted_cost_preview")
    if decision not in ("confirm", "cancel"):
        raise Refusal(400, "decision must be confirm or cancel.")
    if decision == "confirm" and not isinstance(accepted, dict):
        raise Refusal(400, "acceptedCostPreview is missing.")
    try:
        _book(request).confirm(workflow, decision, accepted)
    except WrongMoment as wrong:
        raise _refusal(request, wrong) from wrong
    return success({"workflow": workflow.public()})


async def reseed(request: Request) -> JSONResponse:
    """The same plan with fresh seeds, as a workflow of its own."""
    workflow = _found(request)
    body = await spending_body(request)
    overrides, billing = either(body, "seed_overrides"), _billing(body)
    try:
        key = idempotency_key(request, {**body, "reseed": workflow.id})
        taken, new = await _book(request).reseed(workflow, overrides, key, billing)
    except (PlanFault, ToolRefusal, TooManyActive, WrongMoment) as refused:
        raise _refusal(request, refused) from refused
    told = {"cloned_from_run_id": taken.cloned_from, "steps": taken.seeds}
    return success({"workflow": taken.public(), "idempotent": not new, "reseed": told}, 201)


async def cancel(request: Request) -> JSONResponse:
    workflow = _found(request)
    changed = await _book(request).cancel(workflow)
    return success({"workflow": workflow.public(), "transitioned": changed})


def _composed(sent: Any) -> Any:
    """A plan in words, as in the Python SDK's own example, is composed; any other is left as it is."""
    if not isinstance(sent, dict) or "steps" in sent:
        return sent
    words = sent.get("prompt") or sent.get("brief")
    if not isinstance(words, str) or not words.strip():
        return sent
    plan: dict[str, Any] = compose_workflow({"brief": words[:MOST_BRIEF]})["plan"]
    return {**plan, **{name: sent[name] for name in ("title",) if name in sent}}


def _billing(body: dict[str, Any]) -> dict[str, Any]:
    """Who is to pay from now on, where a body says so. What is withheld stays as it was at the start."""
    asked = {name: either(body, name) for name in ("token_type", "billing_mode", "app_source")}
    _check(asked)
    return {name: value for name, value in asked.items() if value is not None}


def _check(asked: dict[str, Any]) -> None:
    try:
        check_members(asked)
    except Unacceptable as wrong:
        raise Refusal(400, str(wrong)) from wrong


def _asked(body: dict[str, Any]) -> dict[str, Any]:
    """What is kept of a start's body, in one spelling."""
    names = (
        "token_type", "billing_mode", "app_source", "max_estimated_capacity_units",
        "confirm_cost", "safe_content_filter", "media_references", "workflow_id",
    )  # fmt: skip
    asked = {name: either(body, name) for name in names}
    asked |= {"input": body.get("input"), "inputs": body.get("inputs")}
    ceiling = asked["max_estimated_capacity_units"]
    if ceiling is not None and (not is_number(ceiling) or ceiling < 0):
        raise Refusal(400, "max_estimated_capacity_units must be a number from 0.")
    if not isinstance(asked["confirm_cost"], bool | None):
        raise Refusal(400, "confirm_cost must be true or false.")
    _check(asked)
    references = asked["media_references"]
    if references is not None and not isinstance(references, list):
        raise Refusal(400, "media_references must be a list.")
    return {name: value for name, value in asked.items() if value is not None}


def _refusal(request: Request, reason: Exception) -> Refusal:
    if isinstance(reason, PlanFault):
        return Refusal(400, str(reason), BAD_REQUEST, details=reason.details())
    if isinstance(reason, WrongMoment):
        return Refusal(409, str(reason), CONFLICT)
    if isinstance(reason, ToolRefusal):
        return Refusal(400, str(reason), BAD_REQUEST, details={"error_type": reason.error_type})
    active = _book(request).active(caller(request).address)
    details = {"activeWorkflowCount": active, "activeWorkflowLimit": MOST_ACTIVE}
    return Refusal(409, "Too many workflows are under way.", CONFLICT, 10, details)


def _found(request: Request) -> Workflow:
    account = caller(request)
    workflow = _book(request).find(account.address, request.path_params["id"])
    if workflow is None:
        raise Refusal(404, "There is no such workflow.", NOT_FOUND)
    return workflow


def _book(request: Request) -> Workflows:
    book: Workflows = request.app.state.studio.workflows
    return book


ROUTES = [
    Route(BASE, start, methods=["POST"]),
    Route(BASE, listed),
    Route(f"{BASE}/{{id}}", one),
    Route(f"{BASE}/{{id}}/events", events),
    Route(f"{BASE}/{{id}}/events/stream", stream),
    Route(f"{BASE}/{{id}}/resume", resume, methods=["POST"]),
    Route(f"{BASE}/{{id}}/reseed", reseed, methods=["POST"]),
    Route(f"{BASE}/{{id}}/cancel", cancel, methods=["POST"]),
    Route(f"{BASE}/{{id}}/confirm-cost", confirm, methods=["POST"]),
]
