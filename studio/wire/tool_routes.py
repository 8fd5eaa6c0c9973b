"""REST: a hosted text tool, run at once."""

from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from studio.agent.members import Unacceptable, check_members
from studio.tools.api import Media, TextTool
from studio.tools.pieces import new_id
from studio.wire.account_routes import success
from studio.wire.bodies import spending_body
from studio.wire.callers import caller
from studio.wire.errors import BAD_REQUEST, NOT_FOUND, Refusal


async def execute(request: Request) -> JSONResponse:
    """`POST /v1/creative-agent/tools/execute`. A tool that fails says so in its result; the call itself succeeded.

    What it writes is paid for by its tokens.
    """
    account = caller(request)
    engine = request.app.state.studio.engine
    body = await spending_body(request)
    try:
        check_members(body)
    except Unacceptable as wrong:
        raise Refusal(400, str(wrong), BAD_REQUEST) from wrong
    name = body.get("tool")
    if not isinstance(name, str) or not name:
        raise Refusal(400, "tool is missing.", BAD_REQUEST)
    tool = engine.offered.get(name)
    if tool is None:
        raise Refusal(404, f"There is no tool {name[:80]}.", NOT_FOUND)
    if not isinstance(tool, TextTool):
        raise Refusal(400, f"{name} runs asynchronously; use chat runs or workflows", BAD_REQUEST)
    arguments: Any = body.get("arguments") or {}
    if not isinstance(arguments, dict | str):
        raise Refusal(400, "arguments must be an object.", BAD_REQUEST)
    call_id = f"call_{new_id()}"
    outcome = await engine.written(account.address, name, arguments, call_id)
    result = outcome.envelope(Media())
    message = None if outcome.ok else result["message"]
    return success({"toolCallId": call_id, "tool": name, "message": message, "result": result})


ROUTES = [Route("/v1/creative-agent/tools/execute", execute, methods=["POST"])]
