"""Health, and the control of faults where tests may ask for them."""

from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from studio.accounts.ledger import account_of
from studio.faults import KINDS
from studio.wire.errors import Refusal


async def health(request: Request) -> JSONResponse:
    return JSONResponse({"ok": True, "engine": "local studio"})


async def arm(request: Request) -> JSONResponse:
    """`{"kind": …, "times": 1, …options}`; kind `clear` disarms everything."""
    body: Any = await request.json()
    kind = body.pop("kind", "") if isinstance(body, dict) else ""
    faults = request.app.state.studio.faults
    if kind == "clear":
        faults.clear()
    elif kind in KINDS:
        faults.arm(kind, int(body.pop("times", 1)), body)
    else:
        raise Refusal(400, f"kind must be one of {', '.join(KINDS)}.")
    return JSONResponse({"ok": True})


async def state(request: Request) -> JSONResponse:
    """What is connected and running, for one key's account; `chats` with the moments of their pieces."""
    studio = request.app.state.studio
    account = account_of(request.query_params.get("key", "local-studio")).address
    projects = [one for one in studio.projects.all.values() if one.account == account]
    return JSONResponse(
        {
            "connections": [one.app_id for one in studio.hub.of_account(account)],
            "projects": [{"id": one.id, "status": one.status} for one in projects],
            "net": str(studio.ledger.net(account)),
            "renderers": studio.pool.pids(),
            "idle_renderers": studio.pool.idle,
            "faults": studio.faults.armed(),
            "chats": [
                {"id": one.id, "received_at": one.received_at, "told": one.told}
                for one in studio.chats.recent(account)
            ],
        }
    )


ROUTES = [Route("/healthz", health)]
FAULT_ROUTES = [
    Route("/_studio/faults", arm, methods=["POST"]),
    Route("/_studio/state", state),
]
