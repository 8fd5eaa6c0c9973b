"""REST: chat completions, as JSON or as a stream, and the language models."""

import asyncio
import time
from collections.abc import AsyncIterator
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from studio.agent.hosted import Hosted, begin
from studio.agent.members import Unacceptable
from studio.catalogue import LLM_MODEL
from studio.tools.api import ToolRefusal
from studio.wire.bodies import spending_body
from studio.wire.callers import caller
from studio.wire.chat_errors import ChatRefusal, refusal_of, refused_early
from studio.wire.errors import NOT_FOUND, Refusal
from studio.wire.sse import HEADERS, comment, data_frame

KEEPALIVE_S = 10.0


async def completions(request: Request) -> Response:
    """`POST /v1/chat/completions`."""
    studio = request.app.state.studio
    try:
        account = caller(request).address
        body = await spending_body(request)
    except Refusal as refused:
        raise refused_early(refused) from refused
    wait = studio.chat_rate.take(account)
    if not wait and studio.faults.take("rate_limit") is not None:
        wait = 1
    if wait:
        raise ChatRefusal(429, "Too many requests", "rate_limit_error", "rate_limit_exceeded", wait)
    if studio.faults.take("no_balance") is not None or studio.ledger.net(account) <= 0:
        raise ChatRefusal(402, "Insufficient credit", "insufficient_credit", "insufficient_credit")
    if studio.faults.take("llm_error") is not None:
        raise ChatRefusal(503, "The worker is restarting", "server_restarting", "server_restarting")
    try:
        hosted = await begin(studio, account, body)
    except Unacceptable as refused:
        raise refusal_of(refused) from refused
    except ToolRefusal as refused:
        raise ChatRefusal(400, str(refused), code=refused.error_type.lower()) from refused
    if body.get("stream") is True:
        return StreamingResponse(_chunks(hosted), headers=HEADERS, media_type="text/event-stream")
    await hosted.run()
    return JSONResponse(hosted.completion())


async def _chunks(hosted: Hosted) -> AsyncIterator[bytes]:
    """OpenAI's chunks; comments in between while a tool works. Leaving early ends the work."""
    working = asyncio.create_task(hosted.run())
    try:
        while True:
            try:
                async with asyncio.timeout(KEEPALIVE_S):
                    delta = await hosted.deltas.get()
            except TimeoutError:
                yield comment("working")
                continue
            if delta is None:
                break
            yield data_frame(hosted.chunk(delta))
        await working
        yield data_frame(hosted.last_chunk())
    except Exception:  # noqa: BLE001 - the head is sent: the failure can only be told in the stream
        failed = {"message": "The studio failed.", "type": "server_error", "code": "internal"}
        yield data_frame({"error": failed})
    finally:
        working.cancel()
    yield b"data: [DONE]\n\n"


async def models(request: Request) -> JSONResponse:
    """`GET /v1/models`."""
    caller(request)
    return JSONResponse({"object": "list", "data": [_model()]})


async def model(request: Request) -> JSONResponse:
    """`GET /v1/models/:id`."""
    caller(request)
    if request.path_params["id"] != LLM_MODEL:
        raise Refusal(404, "There is no such language model.", NOT_FOUND)
    return JSONResponse(_model())


def _model() -> dict[str, Any]:
    began = int(time.mktime((2026, 1, 1, 0, 0, 0, 0, 0, 0)))
    return {"id": LLM_MODEL, "object": "model", "created": began, "owned_by": "local-studio"}


ROUTES = [
    Route("/v1/chat/completions", completions, methods=["POST"]),
    Route("/v1/models", models),
    Route("/v1/models/{id:path}", model),
]
