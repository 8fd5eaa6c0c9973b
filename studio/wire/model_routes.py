"""GETs of the socket host: models, tiers, size presets, not enveloped; and the public catalogue."""

import hashlib
import json
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from studio.catalogue import MODELS, SIZE_PRESETS, TIERS, Model
from studio.catalogue.video_families import family_of
from studio.wire.errors import NOT_FOUND, Refusal

NETWORKS = ("fast", "relaxed")


async def models(request: Request) -> JSONResponse:
    return JSONResponse([model.listed() for model in MODELS.values()])


async def tiers(request: Request) -> JSONResponse:
    return JSONResponse(TIERS)


async def presets(request: Request) -> JSONResponse:
    model = MODELS.get(request.path_params["model"])
    if model is None or request.path_params["network"] not in NETWORKS:
        raise Refusal(404, "This studio has no such model.", NOT_FOUND)
    rows = SIZE_PRESETS.get(model.media, [])
    family = family_of(model.id)
    if family is not None and family.kept:
        rows = [row for row in rows if family.sizes.fits(row["width"], row["height"])]
    return JSONResponse(rows)


async def workers(request: Request) -> JSONResponse:
    if request.path_params["network"] not in NETWORKS:
        raise Refusal(404, "There is no such network.", NOT_FOUND)
    count = request.app.state.studio.pool.size
    return JSONResponse({str(model.sid): count for model in MODELS.values()})


async def catalog(request: Request) -> Response:
    """`/v1/model-catalog`: every model, of one medium where named; 304 for the ETag that is current."""
    network = request.query_params.get("network") or ""
    media = request.query_params.get("mediaType") or ""
    count = request.app.state.studio.pool.size
    rows = [_catalogued(model, count) for model in MODELS.values() if media in ("", model.media)]
    if network not in ("", *NETWORKS):
        raise Refusal(400, "network must be fast or relaxed.")
    version = hashlib.sha256(json.dumps(rows).encode()).hexdigest()[:16]
    headers = {"ETag": f'"{version}"', "Cache-Control": "private, max-age=60"}
    if headers["ETag"] in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    body = {"status": "success", "data": {"catalogVersion": version, "models": rows}}
    return JSONResponse(body, headers=headers)


def _catalogued(model: Model, count: int) -> dict[str, Any]:
    return {
        "id": model.id,
        "name": model.name,
        "mediaType": model.media,
        "tierId": model.tier,
        "tags": [model.workflow],
        "availableNetworks": list(NETWORKS),
        "workerCounts": dict.fromkeys(NETWORKS, count),
    }


ROUTES = [
    Route("/api/v1/models/list", models),
    Route("/api/v2/models/tiers", tiers),
    Route("/api/v1/size-presets/network/{network}/model/{model}", presets),
    Route("/api/v1/status/network/{network}/models", workers),
    Route("/v1/model-catalog", catalog),
]
