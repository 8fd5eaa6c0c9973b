"""REST: LoRAs. The studio's own looks are public; personal ones need a plan it does not sell."""

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from studio.catalogue import MODELS
from studio.catalogue.loras import LORAS, MOST
from studio.wire.account_routes import success
from studio.wire.callers import caller
from studio.wire.errors import Refusal

NOT_ENTITLED = 179
EDITED = "2026-11-26"


async def catalogue(request: Request) -> JSONResponse:
    """Every look with the models that take it; of one model where it is named."""
    takers = sorted(one.id for one in MODELS.values() if one.workflow == "t2i")
    model = request.query_params.get("modelId") or ""
    fitting = LORAS.values() if model in ("", *takers) else ()
    return success(
        {
            "loras": [one.listed(takers) for one in fitting],
            "models": takers,
            "constraints": {"maxPerRequest": MOST, "minStrength": -100, "maxStrength": 100},
            "lastUpdated": EDITED,
        }
    )


async def personal(request: Request) -> JSONResponse:
    """No weights can be used here, so there are none to import."""
    caller(request)
    raise Refusal(
        403, "The local studio runs no models, so it takes no personal LoRAs.", NOT_ENTITLED
    )


ROUTES = [
    Route("/v1/loras/comfy", catalogue),
    Route("/v1/loras/personal", personal, methods=["GET", "POST"]),
    Route("/v1/loras/personal/{rest:path}", personal, methods=["GET", "POST", "DELETE"]),
]
