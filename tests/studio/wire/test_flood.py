"""One client that sends or reads without a pause leaves others their turn."""

import asyncio
import logging
from pathlib import Path
from typing import Any, cast

import pytest
import websockets
from starlette.websockets import WebSocket

from studio.accounts.ledger import Account
from studio.hub import LOT, Connection
from studio.wire import bites, pace, socket
from studio.wire.bites import SmallBites
from tests.studio.near import near_studio
from tests.studio.wire.wires import frame, heard

CALM = {"subscriptions": {"appAlert": True}}


class Flood:
    """A socket on which the next message is always there already."""

    def __init__(self, message: str, count: int) -> None:
        self.message, self.left = message, count

    async def receive(self) -> dict[str, Any]:
        self.left -= 1
        if self.left < 0:
            return {"type": "websocket.disconnect"}
        return {"type": "websocket.receive", "text": self.message}


async def turns_during(work: Any) -> int:
    """How often others have their turn until it is done."""
    turns, working = 0, asyncio.ensure_future(work)
    while not working.done():
        turns += 1
        await asyncio.sleep(0)
    await working
    return turns


def connection() -> Connection:
    return Connection(Account("0xflood", "flood"), "app", "http://127.0.0.1:1")


@pytest.mark.parametrize("message", ["x", frame("changeNetwork", "fast"), frame("jobRequest", 7)])
async def test_others_have_their_turn_after_every_message(
    message: str, caplog: pytest.LogCaptureFixture
) -> None:
    """And what is no message fills no log."""
    caplog.set_level(logging.INFO)
    flood = cast(WebSocket, Flood(message, 300))
    turns = await asyncio.wait_for(turns_during(socket._listen(flood, None, connection())), 20)
    assert turns >= 300
    assert len(caplog.records) <= socket.MOST_TOLD


async def test_much_work_for_one_client_is_followed_by_as_long_a_rest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rested: list[float] = []

    async def sleep(seconds: float) -> None:
        rested.append(seconds)

    monkeypatch.setattr(asyncio, "sleep", sleep)
    monkeypatch.setattr(pace, "LEAST_S", 0.004)  # a message takes that at least
    measured = pace.Pace()
    for _ in range(3):
        with measured.work():
            pass
        await measured.rest()
    assert rested[:2] == [0, 0]
    assert rested[2] >= pace.SPELL_S


async def test_a_client_that_reads_fast_gets_a_lot_at_a_time() -> None:
    fast, got = connection(), []

    async def write(message: bytes) -> None:
        got.append(message)

    async def close(code: int) -> None:
        got.append(b"")

    for _ in range(20 * LOT):
        fast.send("jobETA", {"etaSeconds": 1})
    fast.close(1000)
    assert await turns_during(fast.pump(write, close)) >= 20
    assert len(got) == 20 * LOT + 1


async def test_a_socket_is_read_in_small_bites(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[int] = []
    whole = SmallBites.data_received

    def data_received(protocol: SmallBites, data: bytes) -> None:
        taken.append(len(data))
        whole(protocol, data)

    monkeypatch.setattr(SmallBites, "data_received", data_received)
    with near_studio(tmp_path, renderers=1) as near:
        address, key = f"{near.ws}/?appId=a", {"api-key": "key"}
        async with websockets.connect(address, additional_headers=key) as wire:
            await wire.send(frame("unknown", {"text": "x" * 200_000}))
            await wire.send(frame("setSocketEventSubscriptions", CALM))
            assert await heard(wire, "socketEventSubscriptionsUpdated")
    assert max(taken) <= bites.BITE_BYTES
    assert sum(taken) > 200_000
