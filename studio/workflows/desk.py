"""Workflows for an agent: begun, looked at, gone on with and ended from within a conversation.

The service has such tools on its creative-agent surface; their names are not established, these are the studio's own.
"""

from decimal import Decimal
from typing import Any

from studio.agent.desk import Act, Desk, desk_tool
from studio.agent.session import Session
from studio.director.reading import text_of
from studio.storage.idempotency import MOST_CHARS, Key, fingerprint
from studio.tools.api import KINDS, Arguments, ToolRefusal
from studio.tools.writing.workflows import compose_workflow
from studio.workflows.book import TooManyActive, Workflows, WrongMoment
from studio.workflows.placeholders import media_of, plan_of, taken_inputs
from studio.workflows.plan import PlanFault
from studio.workflows.record import Workflow
from studio.workflows.templates import NoTemplate, Templates

BASE = "/v1/creative-agent/workflows"
REFERENCE = "creativeWorkflow"
"""The member of a result that names a workflow."""
_ID = {"workflow_id": {"type": "string", "maxLength": 200}}
_ANSWER = {"type": "string", "maxLength": 8000}
_START = {
    "brief": {"type": "string", "maxLength": 8000, "description": "What it should make, in words."},
    "title": {"type": "string", "maxLength": 200},
    "steps": {"type": "array", "maxItems": 40, "items": {"type": "object"}},
    **_ID,
    "inputs": {"type": "object"},
    "max_estimated_capacity_units": {"type": "number", "minimum": 0},
}


def reference(workflow: Workflow) -> dict[str, Any]:
    """A row of `creative_workflows`."""
    url = f"{BASE}/{workflow.id}"
    return {
        "workflowId": workflow.id,
        "status": workflow.status,
        "url": url,
        "eventsUrl": f"{url}/events",
        "streamUrl": f"{url}/events/stream",
    }


def workflow_desk(book: Workflows, templates: Templates) -> Desk:
    """The tools, for the workflows of whoever has the conversation."""
    acts, named = _Acts(book, templates), ("workflow_id",)
    tools = (
        desk_tool("start_workflow", _refusing(acts.start), _START, price=acts.price),
        desk_tool("get_workflow", _refusing(acts.get), _ID, named),
        desk_tool(
            "resume_workflow",
            _refusing(acts.resume),
            {**_ID, "answer": _ANSWER},
            named,
            price=acts.left,
        ),
        desk_tool("cancel_workflow", _refusing(acts.cancel), _ID, named),
    )
    return {tool.shape.name: tool for tool in tools}


class _Acts:
    """What each does; raises what the book and the templates raise."""

    def __init__(self, book: Workflows, templates: Templates) -> None:
        self._book = book
        self._templates = templates

    async def start(self, session: Session, given: Arguments, call_id: str) -> dict[str, Any]:
        """Without arguments the newest wish is the brief. The uploads of the conversation are the workflow's input
        media. Done again after a restart it finds the workflow it began."""
        plan, request, named = self._asked(session, given)
        most = given.get("max_estimated_capacity_units")
        if most is not None:
            request["max_estimated_capacity_units"] = most
        key = Key(f"call:{call_id}"[:MOST_CHARS], fingerprint(given))
        made, _ = await self._book.start(session.account, plan, request, named, key)
        return _told(made)

    async def price(self, session: Session, given: Arguments) -> Decimal:
        """What `start` would begin; nothing where it would refuse."""
        try:
            plan, request, named = self._asked(session, given)
            return await self._book.price(session.account, plan, request, named)
        except (NoTemplate, PlanFault, ToolRefusal):
            return Decimal(0)

    def _asked(
        self, session: Session, given: Arguments
    ) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
        """The plan, the request that is kept of it, and a template's media by name."""
        people = [one for one in session.messages if one.get("role") == "user"]
        wish = text_of(people[-1]) if people else ""
        plan, named = self._plan(session.account, {"brief": wish, **given})
        kinds = ((kind, piece) for kind in KINDS for piece in session.media.given(kind))
        references = [{"kind": kind, "url": one.url} for kind, one in kinds]
        return plan, {"input": plan, "media_references": references}, named

    def _plan(self, account: str, given: Arguments) -> tuple[dict[str, Any], dict[str, Any]]:
        """The plan, and a template's media by name."""
        if given.get("workflow_id"):
            template = self._templates.find(account, given["workflow_id"])
            inputs = taken_inputs(template, given.get("inputs"))
            return plan_of(template, inputs), media_of(template, inputs)
        if given.get("steps"):
            return {"title": given.get("title"), "steps": given["steps"]}, {}
        if given.get("brief"):
            return dict(compose_workflow(given)["plan"]), {}
        raise ToolRefusal("Say what it should make.", "USER_INPUT_INCOMPLETE")

    async def get(self, session: Session, given: Arguments, call_id: str) -> dict[str, Any]:
        return _told(self._found(session, given))

    async def resume(self, session: Session, given: Arguments, call_id: str) -> dict[str, Any]:
        workflow = self._found(session, given)
        resumed = self._book.resume(workflow, given.get("answer") or "")
        return {**_told(workflow), "resumed": resumed}

    async def left(self, session: Session, given: Arguments) -> Decimal:
        """What `resume` would go on with; nothing where it would not."""
        workflow = self._book.find(session.account, given["workflow_id"])
        try:
            return Decimal(0) if workflow is None else await self._book.left(workflow)
        except PlanFault:
            return Decimal(0)

    async def cancel(self, session: Session, given: Arguments, call_id: str) -> dict[str, Any]:
        workflow = self._found(session, given)
        changed = await self._book.cancel(workflow)
        return {**_told(workflow), "transitioned": changed}

    def _found(self, session: Session, given: Arguments) -> Workflow:
        workflow = self._book.find(session.account, given["workflow_id"])
        if workflow is None:
            raise ToolRefusal("There is no such workflow.", "ASSET_NOT_FOUND")
        return workflow


def _refusing(act: Act) -> Act:
    """What the book and the templates refuse, as a tool refuses."""

    async def acted(session: Session, given: Arguments, call_id: str) -> dict[str, Any]:
        try:
            return await act(session, given, call_id)
        except NoTemplate as none:
            raise ToolRefusal("There is no such template.", "ASSET_NOT_FOUND") from none
        except PlanFault as fault:
            raise ToolRefusal(str(fault), "WORKFLOW_VALIDATION_FAILED") from fault
        except TooManyActive as many:
            raise ToolRefusal("Too many workflows are under way.", "PERMISSION_REQUIRED") from many
        except WrongMoment as wrong:
            raise ToolRefusal(str(wrong)) from wrong

    return acted


def _told(workflow: Workflow) -> dict[str, Any]:
    made = [{"mediaType": one["mediaType"], "url": one["url"]} for one in workflow.artifacts]
    message = f"The workflow “{workflow.title}” is {workflow.status.replace('_', ' ')}."
    return {REFERENCE: reference(workflow), "message": message, "artifacts": made}
