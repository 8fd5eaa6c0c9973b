"""REST: saved workflow templates. Must be matched before `/workflows/:id`."""

import json
from collections.abc import Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from studio.wire.account_routes import success
from studio.wire.bodies import json_object, whole_query
from studio.wire.callers import caller
from studio.wire.errors import FORBIDDEN, NOT_FOUND, TOO_LARGE, Refusal
from studio.wire.workflow_routes import BASE
from studio.workflows.template_fields import BadTemplate
from studio.workflows.templates import NoTemplate, NotYours, Templates

MOST_BYTES = 256 * 1024


async def listed(request: Request) -> JSONResponse:
    """`visibility` own, public or all (as without one); `next` is the offset of the next page, or null."""
    account = caller(request)
    visibility = request.query_params.get("visibility") or "all"
    if visibility not in ("own", "public", "all"):
        raise Refusal(400, "visibility must be own, public or all.")
    limit = whole_query(request, "limit", 50, 1, 200)
    offset = whole_query(request, "offset", 0, 0, 10**6)
    found = _templates(request).listed(account.address, visibility)
    more = offset + limit if len(found) > offset + limit else None
    return success({"templates": found[offset : offset + limit], "next": more})


async def one(request: Request) -> JSONResponse:
    account = caller(request)
    return _told(_templates(request).find, account.address, request.path_params["id"])


async def create(request: Request) -> JSONResponse:
    account = caller(request)
    body = await _body(request)
    return _told(_templates(request).create, account.address, body, status=201)


async def update(request: Request) -> JSONResponse:
    account = caller(request)
    body = await _body(request)
    name = request.path_params["id"]
    return _told(_templates(request).update, account.address, name, body)


async def delete(request: Request) -> Response:
    account = caller(request)
    _do(_templates(request).delete, account.address, request.path_params["id"])
    return Response(status_code=204)


async def fork(request: Request) -> JSONResponse:
    account = caller(request)
    body = await json_object(request)
    name = body.get("newName", body.get("new_name"))
    source = request.path_params["id"]
    return _told(_templates(request).fork, account.address, source, name, status=201)


async def _body(request: Request) -> dict[str, Any]:
    body = await json_object(request)
    if len(json.dumps(body)) > MOST_BYTES:
        raise Refusal(413, "A template can have 256 kB.", TOO_LARGE)
    return body


def _told(action: Callable[..., Any], *given: Any, status: int = 200) -> JSONResponse:
    return success({"template": _do(action, *given)}, status)


def _do(action: Callable[..., Any], *given: Any) -> Any:
    try:
        return action(*given)
    except NoTemplate as none:
        raise Refusal(404, "There is no such template.", NOT_FOUND) from none
    except NotYours as other:
        raise Refusal(403, "Fork the template to change it.", FORBIDDEN) from other
    except BadTemplate as bad:
        details = {"error_type": "WORKFLOW_VALIDATION_FAILED"}
        raise Refusal(400, str(bad), details=details) from bad


def _templates(request: Request) -> Templates:
    templates: Templates = request.app.state.studio.templates
    return templates


ROUTES = [
    Route(f"{BASE}/templates", listed),
    Route(f"{BASE}/templates", create, methods=["POST"]),
    Route(f"{BASE}/templates/{{id}}", one),
    Route(f"{BASE}/templates/{{id}}", update, methods=["PATCH"]),
    Route(f"{BASE}/templates/{{id}}", delete, methods=["DELETE"]),
    Route(f"{BASE}/templates/{{id}}/fork", fork, methods=["POST"]),
]
