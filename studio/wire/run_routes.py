"""REST: durable chat runs."""

from collections.abc import AsyncIterator
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from studio.agent.members import Unacceptable
from studio.runs.decisions import Conflict, Unusable
from studio.runs.record import Run
from studio.tools.api import ToolRefusal
from studio.wire.account_routes import success
from studio.wire.bodies import idempotency_key, json_object, spending_body
from studio.wire.callers import caller
from studio.wire.errors import BAD_REQUEST, CONFLICT, NOT_FOUND, Refusal
from studio.wire.sse import HEADERS, comment, cut_after, event_frame, seen


async def create(request: Request) -> JSONResponse:
    """`POST /v1/chat/runs` → 202; the same Idempotency-Key gives the same run."""
    account = caller(request).address
    runs = request.app.state.studio.runs
    body = await spending_body(request)
    try:
        run, known = await runs.create(account, body, idempotency_key(request, body))
    except Unacceptable as refused:
        code = NOT_FOUND if refused.status == 404 else BAD_REQUEST
        raise Refusal(refused.status, str(refused), code) from refused
    except ToolRefusal as refused:
        raise _of_media(400, refused, BAD_REQUEST) from refused
    except Conflict as refused:
        raise Refusal(409, str(refused), CONFLICT) from refused
    data = {"run": run.public(runs.events(run)), **({"idempotent": True} if known else {})}
    return JSONResponse({"status": "success", "data": data}, 202)


async def get(request: Request) -> JSONResponse:
    return _one(request, _found(request))


async def events(request: Request) -> JSONResponse:
    """`GET …/events?after=`: the log behind a sequence."""
    run = _found(request)
    return success({"events": request.app.state.studio.runs.events(run, seen(request, -1))})


async def stream(request: Request) -> Response:
    """`GET …/events/stream`: the log and what follows, closed when the run rests."""
    run = _found(request)
    studio = request.app.state.studio
    told = _frames(studio.runs, run, seen(request, -1))
    frames = cut_after(told, studio.faults.take("cut_stream"), request.scope.get("studio.abort"))
    return StreamingResponse(frames, headers=HEADERS, media_type="text/event-stream")


async def cancel(request: Request) -> JSONResponse:
    reason = (await json_object(request)).get("reason")
    run = _found(request)
    runs = request.app.state.studio.runs
    return _one(request, await runs.cancel(run, reason[:500] if isinstance(reason, str) else None))


async def confirm_cost(request: Request) -> JSONResponse:
    """`POST …/confirm-cost`: the preview must come back unchanged and in time."""
    body = await json_object(request)
    run = _found(request)  # after the body, which may take its time: the run may be another by then
    runs = request.app.state.studio.runs
    try:
        decided = await runs.decide(run, body, idempotency_key(request, body))
    except Unusable as refused:
        raise Refusal(400, str(refused), BAD_REQUEST) from refused
    except Conflict as refused:
        raise Refusal(409, str(refused), CONFLICT) from refused
    except ToolRefusal as refused:
        raise _of_media(409, refused, CONFLICT) from refused
    return _one(request, decided)


async def _frames(runs: Any, run: Run, after: int) -> AsyncIterator[bytes]:
    yield comment("open")
    yield event_frame("run_status", {"status": run.status})
    async for lot in runs.follow(run, after):
        if not lot:
            yield comment("working")
        for event in lot:
            yield event_frame(event["type"], event, event["sequence"])
    ended = runs.find(run.account, run.id) or run
    yield event_frame("run_status", {"status": ended.status})


def _of_media(status: int, refused: ToolRefusal, code: int) -> Refusal:
    """Media that cannot be used, with the failure's name beside the sentence."""
    return Refusal(status, str(refused), code, details={"error_type": refused.error_type})


def _one(request: Request, run: Run) -> JSONResponse:
    return success({"run": run.public(request.app.state.studio.runs.events(run))})


def _found(request: Request) -> Run:
    account = caller(request).address
    run: Run | None = request.app.state.studio.runs.find(account, request.path_params["id"])
    if run is None:
        raise Refusal(404, "There is no such run.", NOT_FOUND)
    return run


ROUTES = [
    Route("/v1/chat/runs", create, methods=["POST"]),
    Route("/v1/chat/runs/{id}", get),
    Route("/v1/chat/runs/{id}/events", events),
    Route("/v1/chat/runs/{id}/events/stream", stream),
    Route("/v1/chat/runs/{id}/cancel", cancel, methods=["POST"]),
    Route("/v1/chat/runs/{id}/confirm-cost", confirm_cost, methods=["POST"]),
]
