"""REST: who one is and what is left."""

from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from studio.wire.callers import caller


def success(data: Any) -> JSONResponse:
    """The envelope most answers have."""
    return JSONResponse({"status": "success", "data": data})


async def me(request: Request) -> JSONResponse:
    account = caller(request)
    return success(
        {
            "walletAddress": account.address,
            "username": account.username,
            "currentEmail": "studio@localhost",
        }
    )


async def balance(request: Request) -> JSONResponse:
    account = caller(request)
    return success(request.app.state.studio.ledger.balance(account.address))


async def subscription(request: Request) -> JSONResponse:
    caller(request)
    plan = {"provider": None, "tier": None, "term": None, "status": "none", "version": 1}
    return success({"active": False, "trialing": False, "trialCapped": False, "subscription": plan})


ROUTES = [
    Route("/v1/account/me", me),
    Route("/v4/account/balance", balance),
    Route("/v1/subscriptions/status", subscription),
]
