"""The render children: replaced when they are lost, started with patience, and given up on in a sentence."""

import asyncio
import multiprocessing
import os
import signal
from collections.abc import AsyncIterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any, cast

import pytest

from studio import server
from studio.projects.orders import quote
from studio.renderers.api import Progress, RenderRequest
from studio.rendering import pool as pools
from studio.rendering import starting
from studio.rendering.child import READY, STARTING, Child, Life, work
from studio.rendering.pool import RenderLost, RenderPool, RenderUnavailable
from studio.rendering.starting import Patience, Place
from tests.studio.flow_tools import TOOLS
from tests.studio.near import near_studio
from tests.studio.projects.lives import comes_round, dies, hangs_once
from tests.studio.projects.test_same_job import JOB, ORDER, line
from tests.studio.wire.wires import frame, heard
from tests.waiting import eventually

PICTURE = RenderRequest("image", "t2i", "m", "a fox", 1, 64, 64)
LITTLE = Patience(tries=3, hope_s=0.2, first_pause_s=0.05)
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


async def running(
    made: list[RenderPool], life: Life, size: int = 1, patience: Patience = LITTLE
) -> RenderPool:
    pool = RenderPool(size, life, patience)
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
    assert tried >= 2 * LITTLE.tries
    for _ in range(3):  # whoever asks then is told after one more attempt
        with pytest.raises(RenderUnavailable):
            await asyncio.wait_for(pool.render(PICTURE, tmp_path, heedless), 30)


class Slow:
    """A child as a place sees one: it says what it is told to, a while after it was asked."""

    def __init__(self, said: list[str], after_s: float) -> None:
        self.said, self._after_s = said, after_s

    def read(self, threads: ThreadPoolExecutor) -> "Future[Any]":
        answer: Future[Any] = Future()
        if self.said:
            answer.set_running_or_notify_cancel()
            news = self.said.pop(0), None
            asyncio.get_running_loop().call_later(self._after_s, answer.set_result, news)
        return answer


async def slow_start(child: Slow) -> None:
    with ThreadPoolExecutor(1) as threads:
        await starting.until_ready(Place(), cast(Child, child), threads, silence_s=0.05)


async def test_a_start_that_gets_on_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Six times as long as it may say nothing."""
    monkeypatch.setattr(starting, "LOOK_S", 0.01)
    await asyncio.wait_for(slow_start(Slow([*[STARTING] * 9, READY], after_s=0.03)), 20)


async def test_a_start_of_which_nothing_is_heard_is_given_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(starting, "LOOK_S", 0.01)
    with pytest.raises(TimeoutError, match="nothing was heard"):
        await asyncio.wait_for(slow_start(Slow([STARTING], after_s=0.01)), 20)


async def test_a_child_that_hangs_at_its_start_is_replaced(
    made: list[RenderPool], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TEST_MENDED", str(tmp_path / "once"))
    pool = await running(made, hangs_once, patience=replace(LITTLE, silence_s=2, hope_s=60))
    async with asyncio.timeout(60):
        assert (await pool.render(PICTURE, tmp_path, heedless)).width == 64


async def test_a_child_tells_that_its_start_gets_on() -> None:
    child, said = Child(work), []
    with ThreadPoolExecutor(1) as threads:
        async with asyncio.timeout(60):
            while READY not in said:
                said.append((await asyncio.wrap_future(child.read(threads)))[0])
        child.end(threads)
    assert STARTING in said


async def test_no_order_fails_while_there_is_hope(
    made: list[RenderPool],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    mended = tmp_path / "mended"
    monkeypatch.setenv("TEST_MENDED", str(mended))
    pool = await running(made, comes_round, size=2, patience=replace(LITTLE, hope_s=60))
    waiting = asyncio.create_task(pool.render(PICTURE, tmp_path, heedless))
    async with asyncio.timeout(60):
        await eventually(lambda: starts(caplog) > 2 * LITTLE.tries + 1)
        mended.touch()
        assert (await waiting).width == 64


async def test_a_render_is_told_as_begun_when_a_child_has_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Until then its client hears why nothing happens; how long that takes is not counted against the render."""
    mended = tmp_path / "mended"
    monkeypatch.setenv("TEST_MENDED", str(mended))
    patience = replace(LITTLE, hope_s=60)
    monkeypatch.setattr(
        server, "RenderPool", partial(RenderPool, life=comes_round, patience=patience)
    )
    quick: dict[str, Any] = {"heartbeat_s": 0.05, "render_timeout_s": 3.0}
    with near_studio(tmp_path / "data", TOOLS, renderers=1, **quick) as near:
        async with line(near, "key") as wire, asyncio.timeout(60):
            await wire.send(frame("jobRequest", {**ORDER, "numberOfImages": 1}))
            states: list[dict[str, Any]] = []
            while sum("preparation" in one for one in states) < 70:
                states.append(await heard(wire, "jobState"))
            assert [one["type"] for one in states[:2]] == ["queued", "initiatingModel"]
            loading = {"phase": "loadingModel", "model": "z_image_turbo_bf16", "step": "start"}
            assert all(one["type"] == "initiatingModel" for one in states[1:])
            assert all(one["preparation"] == loading for one in states[2:])
            with near.http("key") as http:
                found = http.get(f"/v2/projects/{JOB}").json()["data"]["project"]
            assert found["workerJobs"][0]["status"] == "initiatingModel"
            mended.touch()
            while (await heard(wire, "jobState"))["type"] != "jobStarted":
                pass
            assert (await heard(wire, "jobResult"))["resultUrl"]


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
        server, "RenderPool", partial(RenderPool, life=comes_round, patience=LITTLE)
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
    monkeypatch.setattr(server, "RenderPool", partial(RenderPool, life=dies, patience=LITTLE))
    with near_studio(tmp_path, TOOLS, renderers=1) as near, near.http() as http:
        body = {"model": "", "messages": [{"role": "user", "content": "draw a fox"}]}
        answer = http.post("/v1/chat/completions", json=body).json()
    result = answer["sogni_tool_results"][0]
    assert (result["error_type"], result["retryable"]) == ("GPU_WORKER_FAILED", True)
    assert "cannot start" in result["message"]
