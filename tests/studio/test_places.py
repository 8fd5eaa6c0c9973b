"""Places in line are true: no two projects are ever at the same one, and who has to wait hears why."""

import asyncio
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from studio.projects import places
from tests.studio.near import near_studio
from tests.studio.test_same_job import ORDER, line
from tests.studio.wires import frame, heard, payload


def orders(count: int) -> list[dict[str, Any]]:
    return [{**ORDER, "jobID": str(uuid4()).upper()} for _ in range(count)]


async def heard_until_all_began(wire: Any, wanted: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The states of these projects' waiting; fails when two that wait are told the same place."""
    states: list[dict[str, Any]] = []
    standing: dict[str, int] = {}
    began: set[str] = set()
    async with asyncio.timeout(60):
        while len(began) < len(wanted):
            kind, data = payload(await wire.recv())
            if kind != "jobState":
                continue
            if data["type"] == "queued":
                states.append(data)
                standing[data["jobID"]] = data["queuePosition"]
            elif data["type"] == "initiatingModel":
                began.add(data["jobID"])
                standing.pop(data["jobID"], None)
            assert len(set(standing.values())) == len(standing), standing
    return states


async def test_those_that_come_in_one_moment_get_places_of_their_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "MOST_OFTEN_S", 0.0)  # else a quick render is over before it counts
    with near_studio(tmp_path, renderers=1) as near:
        near.fault("stall")
        async with line(near, "key") as wire:
            (stalled,) = orders(1)
            await wire.send(frame("jobRequest", stalled))
            while (await heard(wire, "jobState"))["type"] != "initiatingModel":
                pass
            wanted = orders(3)
            for order in wanted:
                await wire.send(frame("jobRequest", order))
            told = [await heard(wire, "jobState") for _ in wanted]
            by_job = {one["jobID"]: one for one in told}
            first = [by_job[order["jobID"]] for order in wanted]
            assert [one["queuePosition"] for one in first] == [1, 2, 3]
            assert {one["waitingReason"]["reason"] for one in first} == {"concurrency_limit"}
            starts = [one["estimatedStartSeconds"] for one in first]
            assert starts == sorted(set(starts))
            await wire.send(
                frame("jobError", {"jobID": stalled["jobID"], "error": "artistCanceled"})
            )
            moved = await heard_until_all_began(wire, wanted)
    assert [one["queuePosition"] for one in moved if one["jobID"] == wanted[2]["jobID"]][-1] == 1


@pytest.mark.parametrize("count", [2, 3])
async def test_those_held_back_stand_behind_those_in_the_line(tmp_path: Path, count: int) -> None:
    with near_studio(tmp_path, renderers=1) as near:
        near.fault("wait", times=count, reason="payment_pending", seconds=0.5)
        async with line(near, "key") as wire:
            wanted = orders(count)
            for order in wanted:
                await wire.send(frame("jobRequest", order))
            states = await heard_until_all_began(wire, wanted)
    assert {one["waitingReason"]["reason"] for one in states} == {"payment_pending"}
