"""The render children: replaced when they are lost, started with patience, and given up on in a sentence."""

import asyncio
import multiprocessing
import os
import signal
from collections.abc import AsyncIterator
from dataclasses import replace
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from studio import server
from studio.projects.orders import quote
from studio.renderers.api import Progress, RenderRequest
from studio.rendering import pool as pools
from studio.rendering.child import Life, work
from studio.rendering.pool import RenderLost, RenderPool, RenderUnavailable
from tests.studio.flow_tools import TOOLS
from tests.studio.near import near_studio
from tests.studio.projects.lives import comes_round, dies
from tests.studio.projects.test_same_job import JOB, ORDER, line
from tests.studio.wire.wires import frame, heard
from tests.waiting import eventually

PICTURE = RenderRequest("image", "t2i", "m", "a fox", 1, 64, 64)
LARGE = replace(PICTURE, width=2048, height=2048)


async def heedless(news: Progress) -> None:
    """Nobody wants to know."""


def alive(pids: list[int]) -> list[int]:
    return [one.pid for one in multiprocessing.active_children() if one.pid in pids]


def starts(caplog: pytest.LogCaptureFixture) -> int:
    return sum("does not start" in record.message for record in caplog.records)


@pytest.fixture
async def made() -> AsyncIterator[list[RenderPool]]:
    """Pools to be closed at the end."""
    pools: list[RenderPool] = []
    yield pools
    for one in pools:
        one.close()


async def running(made: list[RenderPool], life: Life, size: int = 1) -> RenderPool:
    pool = RenderPool(size, life, first_pause_s=0.05)
    made.append(pool)
    await pool.start()
    return pool


async def test_a_lost_child_is_replaced(made: list[RenderPool], tmp_path: Path) -> None:
    pool = await running(made, work)
    assert (await pool.render(PICTURE, tmp_path, heedless)).width == 64
    (first,) = pool.pids()
    os.kill(first, signal.SIGSTOP)  # it takes its render, and gets nowhere with it
    making = asyncio.create_task(pool.render(PICTURE, tmp_path, heedless))
    await asyncio.wait_for(eventually(lambda: not pool.idle), 20)
    os.kill(first, signal.SIGKILL)
    with pytest.raises(RenderLost):
        await making
    assert (await pool.render(PICTURE, tmp_path, heedless)).width == 64
    assert pool.pids() != [first]


async def test_children_that_died_idle_are_given_no_work(
    made: list[RenderPool], tmp_path: Path
) -> None:
    pool = await running(made, work, size=2)
    await asyncio.wait_for(eventually(lambda: pool.idle == 2), 30)
    first = pool.pids()
    for pid in first:
        os.kill(pid, signal.SIGKILL)
    await asyncio.wait_for(eventually(lambda: not alive(first)), 10)
    async with asyncio.timeout(30):
        assert (await pool.render(PICTURE, tmp_path, heedless)).width == 64
        await eventually(lambda: pool.idle == 2)
    assert not set(first) & set(pool.pids())


async def test_a_cancelled_render_costs_its_child_only(
    made: list[RenderPool], tmp_path: Path
) -> None:
    pool = await running(made, work)
    making = asyncio.create_task(pool.render(LARGE, tmp_path, heedless))
    waiting = asyncio.create_task(pool.render(PICTURE, tmp_path, heedless))
    gone = asyncio.create_task(pool.render(PICTURE, tmp_path, heedless))
    await asyncio.wait_for(eventually(lambda: bool(pool.pids())), 20)
    gone.cancel()
    making.cancel()
    async with asyncio.timeout(30):
        assert (await waiting).width == 64
    with pytest.raises(asyncio.CancelledError):
        await making


async def test_children_that_cannot_start_are_tried_with_pauses(
    made: list[RenderPool], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    pool = await running(made, dies, size=2)
    async with asyncio.timeout(60):
        waiting = [asyncio.create_task(pool.render(PICTURE, tmp_path, heedless)) for _ in range(3)]
        for one in waiting:
            with pytest.raises(RenderUnavailable):
                await one
    tried = starts(caplog)
    assert tried >= 2 * pools.PATIENCE
    with pytest.raises(RenderUnavailable):
        await pool.render(PICTURE, tmp_path, heedless)
    assert starts(caplog) <= tried + 2  # asking does not start anything


@pytest.mark.parametrize("problem", [OSError("no room"), AssertionError("no children here")])
async def test_a_machine_without_room_is_no_end_of_the_pool(
    made: list[RenderPool], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, problem: Exception
) -> None:
    def full(life: Life) -> Any:
        raise problem

    with monkeypatch.context() as crowded:
        crowded.setattr(pools, "Child", full)
        pool = await running(made, work)
        with pytest.raises(RenderUnavailable):
            await pool.render(PICTURE, tmp_path, heedless)
    await asyncio.wait_for(eventually(lambda: bool(pool.pids())), 30)
    async with asyncio.timeout(30):
        await eventually(lambda: not pool.down)
        assert (await pool.render(PICTURE, tmp_path, heedless)).width == 64


async def test_waiting_work_fails_in_a_sentence_and_costs_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And when children start again, the next order is made."""
    mended = tmp_path / "mended"
    monkeypatch.setenv("TEST_MENDED", str(mended))
    monkeypatch.setattr(
        server, "RenderPool", partial(RenderPool, life=comes_round, first_pause_s=0.05)
    )
    price = quote("z_image_turbo_bf16", ORDER["keyFrames"][0])
    with near_studio(tmp_path / "data", TOOLS, renderers=1, spark_balance=price) as near:
        async with line(near, "key") as wire:
            await wire.send(frame("jobRequest", {**ORDER, "numberOfImages": 1}))
            failed = await heard(wire, "jobError")
            assert failed["error"] == "workerDisconnected"
            assert "cannot start" in failed["error_message"]
            with near.http("key") as http:
                left = http.get("/v4/account/balance").json()["data"]["spark"]["net"]
            assert Decimal(left) == price
            mended.touch()
            pool = near.inner.pool
            await asyncio.wait_for(eventually(lambda: not pool.down), 30)
            await wire.send(frame("jobRequest", {**ORDER, "jobID": JOB.replace("6F", "7F", 1)}))
            assert (await heard(wire, "jobResult"))["resultUrl"]


async def test_a_tool_tells_it_as_a_worker_that_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "RenderPool", partial(RenderPool, life=dies, first_pause_s=0.05))
    with near_studio(tmp_path, TOOLS, renderers=1) as near, near.http() as http:
        body = {"model": "", "messages": [{"role": "user", "content": "draw a fox"}]}
        answer = http.post("/v1/chat/completions", json=body).json()
    result = answer["sogni_tool_results"][0]
    assert (result["error_type"], result["retryable"]) == ("GPU_WORKER_FAILED", True)
    assert "cannot start" in result["message"]
