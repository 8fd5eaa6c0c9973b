"""The socket: handshake, what clients send, what they missed."""

import asyncio
import contextlib
import logging
from typing import Any

from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from studio.catalogue import MODELS, llm_models
from studio.frames import MalformedFrame, UnreadablePayload, decode
from studio.hub import ABORT, Connection
from studio.wire.callers import base_url, caller
from studio.wire.errors import Refusal
from studio.wire.pace import Pace
from studio.wire.project_routes import recovery
from studio.wire.subscriptions import changed, from_query

logger = logging.getLogger(__name__)

UNREADABLE = 4000
NOBODY = 4021
MOST_TOLD = 5
"""So many frames of a connection that are none are told in the log."""


async def socket(websocket: WebSocket) -> None:
    """One client's connection from upgrade to close."""
    try:
        account = caller(websocket)
    except Refusal:
        await (
            websocket.accept()
        )  # a refused upgrade has no close code: the SDKs would take it for a broken line
        await websocket.close(NOBODY)
        return
    app_id = websocket.query_params.get("appId", "")[:200]
    await websocket.accept()
    studio = websocket.app.state.studio
    connection = Connection(account, app_id, base_url(websocket))
    asked = websocket.query_params
    connection.network = "fast" if asked.get("forceWorkerId", "fast") else "relaxed"
    connection.subscriptions = from_query(asked.get("socketEventSubscriptions", ""))
    _greet(studio, connection)
    studio.hub.add(connection)
    studio.chats.replay(connection)
    writer = asyncio.create_task(_write(websocket, connection))
    try:
        await _listen(websocket, studio, connection)
    finally:
        studio.hub.remove(connection)
        writer.cancel()
        with contextlib.suppress(asyncio.CancelledError, Exception):
            await writer


def _greet(studio: Any, connection: Connection) -> None:
    address = connection.account.address
    balance = studio.ledger.balance(address)
    unclaimed = studio.projects.unclaimed(address, connection.app_id)

    def claim() -> None:
        for one in unclaimed:
            studio.projects.claim(one)

    connection.send(
        "authenticated",
        {
            "id": f"session-{address[2:10]}",
            "clientType": "artist",
            "username": connection.account.username,
            "address": address,
            "SID": 1,
            "clientSID": 1,
            "addressSID": 1,
            "balanceVersion": 2,
            "tokens": balance,
            **recovery(studio, address, connection.app_id),
            "activeLLMJobIDs": studio.chats.active_ids(address, connection.app_id),
            "isMainnet": False,
            "accountWasMigrated": False,
            "hasUnclaimedAirdrop": False,
            "firstLoginAfterMigration": False,
        },
        on_sent=claim,
    )
    connection.send("balanceUpdate", balance)
    _tell_models(studio, connection)


def _tell_models(studio: Any, connection: Connection) -> None:
    connection.send("swarmModels", dict.fromkeys(MODELS, studio.pool.size))
    connection.send("swarmLLMModels", llm_models(1))


async def _write(websocket: WebSocket, connection: Connection) -> None:
    async def close(code: int) -> None:
        if code == ABORT:
            websocket.scope["studio.abort"]()
        else:
            await websocket.close(code)

    with contextlib.suppress(WebSocketDisconnect, RuntimeError, OSError):
        await connection.pump(websocket.send_bytes, close)


async def _listen(websocket: WebSocket, studio: Any, connection: Connection) -> None:
    pace, dropped = Pace(), 0
    while True:
        try:
            message = await websocket.receive()
        except (WebSocketDisconnect, RuntimeError):
            return
        if message["type"] == "websocket.disconnect":
            return
        with pace.work():
            try:
                kind, payload = decode(message.get("text") or message.get("bytes") or b"")
                _handle(studio, connection, kind, payload)
            except MalformedFrame as error:
                dropped += 1
                if dropped <= MOST_TOLD:
                    logger.info("a malformed frame was dropped: %s", error)
                _refuse(connection, error)
        await pace.rest()


def _refuse(connection: Connection, error: MalformedFrame) -> None:
    """Whoever sent a job that cannot be read would wait for it; anything else is dropped."""
    if not isinstance(error, UnreadablePayload):
        return
    answer = {"jobID": error.job_id.upper(), "error_message": str(error)}
    if not error.job_id:
        return
    if error.kind == "llmJobRequest":
        connection.send(
            "llmJobError", {**answer, "error": "badRequest", "error_code": str(UNREADABLE)}
        )
    elif error.kind == "jobRequest":
        more = {"error": UNREADABLE, "vendorFailureCategory": "input_validation"}
        connection.send("jobError", {**answer, **more})


def _handle(studio: Any, connection: Connection, kind: str, payload: Any) -> None:
    address, app_id = connection.account.address, connection.app_id
    if kind == "changeNetwork":
        connection.network = payload if payload in ("fast", "relaxed") else connection.network
        connection.send("changeNetwork", {"network": connection.network})
        return
    if not isinstance(payload, dict):
        return
    if kind == "llmJobRequest":
        studio.chats.submit(address, app_id, payload)
    elif kind == "jobRequest":
        studio.projects.submit(address, app_id, payload)
    elif kind == "jobError":
        studio.projects.cancel(address, app_id, str(payload.get("jobID") or ""))
    elif kind == "setSocketEventSubscriptions":
        connection.subscriptions = changed(connection.subscriptions, payload)
        answer = {"socketEventSubscriptions": connection.subscriptions}
        connection.send("socketEventSubscriptionsUpdated", answer)
        if connection.subscriptions.get("modelAvailability"):
            _tell_models(studio, connection)


ROUTES = [WebSocketRoute("/", socket)]
