"""REST: subscriptions. The studio sells none; the answers say so in the shapes the SDKs read."""

import time
from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from studio.wire.account_routes import success
from studio.wire.callers import caller


async def status(request: Request) -> JSONResponse:
    caller(request)
    plan = {"active": False, "status": "none", "version": 1}
    return success({"active": False, "trialing": False, "trialCapped": False, "subscription": plan})


async def usage(request: Request) -> JSONResponse:
    """What renders cost since the first of the month (UTC)."""
    account = caller(request)
    today = datetime.fromtimestamp(time.time(), UTC)
    began = today.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    store = request.app.state.studio.store
    jobs, spark = store.bookings.since(account.address, began.timestamp())
    return success({"usage": {"periodRenderSpark": float(spark), "periodJobs": jobs}})


async def plans(request: Request) -> JSONResponse:
    return success({"plans": []})


async def trial(request: Request) -> JSONResponse:
    caller(request)
    return success({"eligible": False, "reasonCode": "not_eligible"})


ROUTES = [
    Route("/v1/subscriptions/status", status),
    Route("/v1/subscriptions/usage", usage),
    Route("/v1/subscriptions/plans", plans),
    Route("/v1/subscriptions/trial-eligibility", trial),
]
