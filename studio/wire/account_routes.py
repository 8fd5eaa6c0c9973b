"""REST: who one is, what is left and what was spent."""

import re
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from studio.accounts import tokens
from studio.accounts.ledger import plain
from studio.spellings import either
from studio.storage.bookings import Booking
from studio.wire.bodies import json_object, whole_query
from studio.wire.callers import caller
from studio.wire.errors import UNAUTHORIZED, Refusal

COMPLETED = "completed"
ADDRESS = re.compile(r"0x[0-9a-fA-F]{1,64}")


def success(data: Any, status: int = 200) -> JSONResponse:
    """The envelope most answers have."""
    return JSONResponse({"status": "success", "data": data}, status)


async def me(request: Request) -> JSONResponse:
    account = caller(request)
    return success(
        {
            "walletAddress": account.address,
            "username": account.username,
            "currentEmail": "studio@localhost",
            "emailVerified": True,
        }
    )


async def balance(request: Request) -> JSONResponse:
    account = caller(request)
    return success(request.app.state.studio.ledger.balance(account.address))


async def wallet(request: Request) -> JSONResponse:
    """There is no chain here: every wallet is empty."""
    caller(request)
    if not ADDRESS.fullmatch(request.query_params.get("walletAddress", "")):
        raise Refusal(400, "walletAddress is missing or is no address.")
    return success({"sogni": "0", "spark": "0", "ether": "0"})


async def transactions(request: Request) -> JSONResponse:
    """The charges of one's own account, newest first; `next` is the offset of the next page, or null.

    Every charge is `completed` when it is written down: another `status` has no rows.
    """
    account = caller(request)
    limit = whole_query(request, "limit", 20, 1, 100)
    offset = whole_query(request, "offset", 0, 0, 10**6)
    asked = request.query_params.get("address") or account.address
    wanted = request.query_params.get("status") or COMPLETED
    found: list[Booking] = []
    if asked.lower() == account.address.lower() and wanted == COMPLETED:
        store = request.app.state.studio.store
        found = store.bookings.newest(account.address, limit + 1, offset)
    more = offset + limit if len(found) > limit else None
    return success({"transactions": [_row(one) for one in found[:limit]], "next": more})


async def refresh(request: Request) -> JSONResponse:
    """A new pair of tokens for the subject of the refresh token."""
    given = either(await json_object(request), "refresh_token")
    name = tokens.subject(given) if isinstance(given, str) and len(given) <= 4096 else None
    if name is None or tokens.expired(str(given)):
        raise Refusal(401, "The refresh token is not valid or no longer so.", UNAUTHORIZED)
    return success(tokens.pair(name, request.app.state.studio.store.secret("tokens")))


async def logout(request: Request) -> JSONResponse:
    """Nothing is kept of a sign-in, so nothing has to go."""
    caller(request)
    return success({})


def _row(one: Booking) -> dict[str, Any]:
    moment = int(one.moment * 1000)
    return {
        "id": f"tx-{one.id}",
        "address": one.account,
        "createTime": moment,
        "updateTime": moment,
        "endTime": moment,
        "status": COMPLETED,
        "role": "artist",
        "amount": float(plain(one.amount)),
        "tokenType": "spark",
        "description": one.about,
        "source": one.source,
        "sourceSID": one.source_id,
        "type": "debit",
        "billingMode": "tokens",
        "paymentModel": "paid_spark",
    }


ROUTES = [
    Route("/v1/account/me", me),
    Route("/v4/account/balance", balance),
    Route("/v2/wallet/balance", wallet),
    Route("/v1/transactions/list", transactions),
    Route("/v1/account/refresh-token", refresh, methods=["POST"]),
    Route("/v1/account/logout", logout, methods=["POST"]),
]
