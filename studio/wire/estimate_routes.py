"""GETs of the socket host: what a project or a chat would cost. The same prices that are charged."""

from decimal import Decimal
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from studio.accounts.prices import TOKEN_TYPES, costs, llm_costs
from studio.catalogue import LLM_MODEL, MODELS
from studio.projects.orders import MOST_RENDERS, quote
from studio.rendering.workshop import GUESS_S
from studio.wire.callers import caller
from studio.wire.errors import NOT_FOUND, Refusal
from studio.wire.model_routes import NETWORKS

MODEL_UNAVAILABLE = 4104
TOO_SHORT = "The estimate's address is too short."
ONE_VIDEO_SECOND_S = 1.2
ONE_AUDIO_SECOND_S = 0.2


async def llm_estimate(request: Request) -> JSONResponse:
    caller(request)
    given = request.path_params
    _token(given["token"])
    if given["model"] != LLM_MODEL:
        raise Refusal(404, "This studio has no such language model.", MODEL_UNAVAILABLE)
    return JSONResponse({"quote": llm_costs(given["tokens"], given["most"], given["token"])})


async def image_estimate(request: Request) -> JSONResponse:
    """v2, and v3 with guidance, sampler and context images appended."""
    caller(request)
    parts = _parts(request, 9)
    if parts[0] not in NETWORKS:
        raise Refusal(404, "There is no such network.", NOT_FOUND)
    count, width, height = _count(parts[2]), int(_number(parts[7])), int(_number(parts[8]))
    context = int(_number(parts[11])) if len(parts) > 11 else 0
    frame: dict[str, Any] = {
        "steps": int(_number(parts[3])),
        "hasStartingImage": _number(parts[6]) > 0,
        **{f"hasContextImage{place}": True for place in range(1, min(context, 16) + 1)},
    }
    if width and height:
        frame.update(sizePreset="custom", width=width, height=height)
    return _quote(request, parts[1], frame, ("image", "model"), count, GUESS_S["image"] * count)


async def video_estimate(request: Request) -> JSONResponse:
    """Steps and number of results may follow; the query tells what comes in."""
    caller(request)
    parts = _parts(request, 5)
    width, height, frames, fps = (int(_number(part)) for part in parts[1:5])
    count = _count(parts[6]) if len(parts) > 6 else 1
    query = request.query_params
    keyframes = int(_number(query.get("keyframeCount", "")))
    frame = {
        "width": width,
        "height": height,
        "frames": frames,
        "fps": fps,
        "hasReferenceVideo": query.get("hasVideoInput") in ("1", "true"),
        "sourceWidth": int(_number(query.get("sourceWidth", ""))),
        "sourceHeight": int(_number(query.get("sourceHeight", ""))),
        **{f"hasKeyframeImage{place}": True for place in range(1, min(keyframes, 8) + 1)},
    }
    took = ONE_VIDEO_SECOND_S * frames / max(fps, 1)
    return _quote(request, parts[0], frame, ("video",), count, took * count)


async def audio_estimate(request: Request) -> JSONResponse:
    caller(request)
    parts = _parts(request, 4)
    seconds, count = _number(parts[1]), _count(parts[3])
    took = ONE_AUDIO_SECOND_S * seconds * count
    return _quote(request, parts[0], {"duration": seconds}, ("audio",), count, took)


def _quote(
    request: Request,
    model_id: str,
    frame: dict[str, Any],
    kinds: tuple[str, ...],
    count: int,
    took_s: float,
) -> JSONResponse:
    model = MODELS.get(model_id)
    if model is None:
        raise Refusal(404, "This studio has no such model.", MODEL_UNAVAILABLE)
    if model.media not in kinds:
        raise Refusal(400, f"{model.name} makes no {kinds[0]}.")
    each: Decimal = quote(model_id, frame)
    token = request.path_params["token"]
    return JSONResponse(
        {
            "request": {"model": model_id, "count": count},
            "quote": {
                "model": model_id,
                "job": costs(each, token),
                "project": costs(each * count, token),
            },
            "benchmark": {
                "estimatedRenderTimeSec": round(took_s, 1),
                "estimatedTotalTimeSec": round(took_s + 1, 1),
            },
        }
    )


def _parts(request: Request, least: int) -> list[str]:
    _token(request.path_params["token"])
    parts: list[str] = request.path_params["rest"].split("/")
    if len(parts) < least:
        raise Refusal(400, TOO_SHORT)
    return parts


def _token(name: str) -> None:
    if name not in TOKEN_TYPES:
        raise Refusal(400, "The token must be spark, sogni or auto.")


def _count(text: str) -> int:
    count = int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 0
    if not 1 <= count <= MOST_RENDERS:
        raise Refusal(400, f"A project has 1 to {MOST_RENDERS} results.")
    return count


def _number(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        return 0.0
    return value if 0 <= value < 1e9 else 0.0


ROUTES = [
    Route("/api/v1/job-llm/estimate/{token}/{model}/{tokens:int}/{most:int}", llm_estimate),
    Route("/api/v2/job/estimate/{token}/{rest:path}", image_estimate),
    Route("/api/v3/job/estimate/{token}/{rest:path}", image_estimate),
    Route("/api/v1/job-video/estimate/{token}/{rest:path}", video_estimate),
    Route("/api/v1/job-audio/estimate/{token}/{rest:path}", audio_estimate),
]
