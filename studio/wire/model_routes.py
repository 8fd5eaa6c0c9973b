"""GETs of the socket host: models, tiers, size presets, estimates. Not enveloped."""

from decimal import Decimal
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from studio.catalogue import MODELS, SIZE_PRESETS, TIERS
from studio.prices import audio_price, costs, image_price, llm_costs, video_price
from studio.wire.callers import caller
from studio.wire.errors import NOT_FOUND, Refusal

RENDER_S = {"image": 1.5, "video": 1.2, "audio": 0.2}


async def models(request: Request) -> JSONResponse:
    return JSONResponse([model.listed() for model in MODELS.values()])


async def tiers(request: Request) -> JSONResponse:
    return JSONResponse(TIERS)


async def presets(request: Request) -> JSONResponse:
    model = MODELS.get(request.path_params["model"])
    if model is None:
        raise Refusal(404, "This studio has no such model.", NOT_FOUND)
    return JSONResponse(SIZE_PRESETS[model.media])


async def workers(request: Request) -> JSONResponse:
    count = request.app.state.studio.pool.size
    return JSONResponse({str(model.sid): count for model in MODELS.values()})


async def llm_estimate(request: Request) -> JSONResponse:
    caller(request)
    given = request.path_params
    return JSONResponse({"quote": llm_costs(given["tokens"], given["most"])})


async def image_estimate(request: Request) -> JSONResponse:
    """v2, and v3 with guidance, sampler and context images appended."""
    caller(request)
    parts = request.path_params["rest"].split("/")
    if len(parts) < 9:
        raise Refusal(400, "The estimate's address is too short.")
    count, width, height = _number(parts[2]), _number(parts[7]), _number(parts[8])
    context = int(_number(parts[11])) if len(parts) > 11 else 0
    each = image_price(int(width) or 1024, int(height) or 1024, context)
    return _quote(each * max(1, int(count)), RENDER_S["image"] * max(1, int(count)))


async def video_estimate(request: Request) -> JSONResponse:
    caller(request)
    parts = request.path_params["rest"].split("/")
    if len(parts) < 5:
        raise Refusal(400, "The estimate's address is too short.")
    width, height, frames, fps = (_number(part) for part in parts[1:5])
    count = max(1, int(_number(parts[6]))) if len(parts) > 6 else 1
    seconds = frames / max(fps, 1)
    return _quote(
        video_price(int(width), int(height), seconds) * count, RENDER_S["video"] * seconds
    )


async def audio_estimate(request: Request) -> JSONResponse:
    caller(request)
    parts = request.path_params["rest"].split("/")
    seconds = _number(parts[1]) if len(parts) > 1 else 60.0
    return _quote(audio_price(seconds), RENDER_S["audio"] * seconds)


def _quote(spark: Decimal, seconds: float) -> JSONResponse:
    price: dict[str, Any] = costs(spark)
    return JSONResponse(
        {
            "quote": {"project": price},
            "benchmark": {
                "estimatedRenderTimeSec": round(seconds, 1),
                "estimatedTotalTimeSec": round(seconds + 1, 1),
            },
        }
    )


def _number(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        return 0.0
    return value if 0 <= value < 1e9 else 0.0


ROUTES = [
    Route("/api/v1/models/list", models),
    Route("/api/v2/models/tiers", tiers),
    Route("/api/v1/size-presets/network/{network}/model/{model}", presets),
    Route("/api/v1/status/network/{network}/models", workers),
    Route("/api/v1/job-llm/estimate/{token}/{model}/{tokens:int}/{most:int}", llm_estimate),
    Route("/api/v2/job/estimate/{token}/{rest:path}", image_estimate),
    Route("/api/v3/job/estimate/{token}/{rest:path}", image_estimate),
    Route("/api/v1/job-video/estimate/{token}/{rest:path}", video_estimate),
    Route("/api/v1/job-audio/estimate/{token}/{rest:path}", audio_estimate),
]
