"""Places in line are true: no two projects are ever at the same one, and who has to wait hears why."""

import asyncio
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, cast
from uuid import uuid4

import pytest

from studio.projects import admission, places
from studio.projects import orders as orders_of
from studio.projects.notices import Notices
from studio.projects.orders import take_order
from studio.projects.places import LOT, Places
from studio.projects.records import Project
from studio.rendering.workshop import Workshop
from tests.studio.near import NearStudio, near_studio
from tests.studio.projects.test_same_job import ORDER, line
from tests.studio.wire.wires import frame, heard, payload
from tests.waiting import eventually


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
            standing: dict[str, dict[str, Any]] = {}
            while sorted(one["queuePosition"] for one in standing.values()) != [1, 2, 3]:
                state = await heard(wire, "jobState")
                standing[state["jobID"]] = state
            first = sorted(standing.values(), key=lambda one: one["queuePosition"])
            assert [one["jobID"] for one in first] == [order["jobID"] for order in wanted]
            assert {one["waitingReason"]["reason"] for one in first} == {"concurrency_limit"}
            starts = [one["estimatedStartSeconds"] for one in first]
            assert starts == sorted(set(starts))
            await wire.send(
                frame("jobError", {"jobID": stalled["jobID"], "error": "artistCanceled"})
            )
            moved = await heard_until_all_began(wire, wanted)
    assert [one["queuePosition"] for one in moved if one["jobID"] == first[2]["jobID"]][-1] == 1


async def test_a_project_that_is_looked_at_longer_is_not_overtaken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = orders(3)
    permit = orders_of.permit

    def slow(project: Project) -> None:
        time.sleep(0.3 if project.id == wanted[0]["jobID"] else 0)
        permit(project)

    monkeypatch.setattr(admission, "permit", slow)
    with near_studio(tmp_path, renderers=1) as near:
        near.fault("stall")
        async with line(near, "key") as wire:
            for order in wanted:
                await wire.send(frame("jobRequest", order))
            names = [order["jobID"] for order in wanted]
            stands = partial(in_line, near, names[0], names[1:])
            await asyncio.wait_for(eventually(stands), 10)


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


async def test_nobody_joins_the_line_later_because_telling_takes_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Here it takes for ever: who is called before it was told is told in that moment."""
    monkeypatch.setattr(Places, "_plan", lambda places: None)
    with near_studio(tmp_path, renderers=1) as near:
        near.fault("stall")
        async with line(near, "key") as wire:
            wanted = orders(3)
            names = [order["jobID"] for order in wanted]
            for number, order in enumerate(wanted):
                await wire.send(frame("jobRequest", order))
                stands = partial(in_line, near, names[0], names[1 : number + 1])
                await asyncio.wait_for(eventually(stands), 10)
            await wire.send(frame("jobError", {"jobID": names[0], "error": "artistCanceled"}))
            states = await heard_until_all_began(wire, wanted)
    assert [(one["jobID"], one["queuePosition"]) for one in states] == [(name, 1) for name in names]


def in_line(near: NearStudio, at_work: str, waiting: list[str]) -> bool:
    """Whether one project is at work and the others wait behind it, in this order."""
    studio = near.inner
    renders = [one.renders[0] for one in studio.projects.all.values() if one.id == at_work]
    ahead = [group for _, group in studio.workshop.order]
    return bool(renders) and renders[0].at_work and ahead == waiting


class _Line:
    """A workshop with a line as it is written down here."""

    def __init__(self, order: list[tuple[str, str]]) -> None:
        self.order, self.size, self.ahead = order, 1, len(order) + 1
        self.moved: Callable[[], None] = lambda: None

    def listen(self, moved: Callable[[], None]) -> None:
        self.moved = moved


class _Notices:
    """Keeps what is said, and in which turn of the event loop."""

    def __init__(self) -> None:
        self.places: dict[str, int] = {}
        self.told: Counter[int] = Counter()
        self.turn = 0
        self._news = asyncio.Event()

    def queued(self, project: Project, place: int, ahead: int, slots: int) -> None:
        assert place not in [other for job, other in self.places.items() if job != project.id]
        self.places[project.id] = place
        self.told[self.turn] += 1
        self._news.set()

    async def heard(self, project: Project, place: int) -> None:
        while self.places.get(project.id) != place:
            self._news.clear()
            await self._news.wait()

    async def count_turns(self) -> None:
        while True:
            self.turn += 1
            await asyncio.sleep(0)


async def test_why_one_waits_is_told_by_those_before_it_alone() -> None:
    """Its own account's work keeps the first back; that somebody waits behind it is no reason."""
    own, first, other = (
        take_order(account, "app", order)
        for account, order in zip(("a", "a", "b"), orders(3), strict=True)
    )
    own.status, own.renders[0].status = "active", "jobStarted"
    workshop, notices = _Line([first.key, other.key]), _Notices()
    told = Places(cast(Workshop, workshop), cast(Notices, notices))
    for project in (own, first, other):
        told.enter(project)
    await asyncio.wait_for(asyncio.gather(*(told.tell(one) for one in (first, other))), 5)
    reasons = [one.waiting["reason"] for one in (first, other) if one.waiting]
    assert reasons == ["concurrency_limit", "queued"]


async def test_a_long_line_leaves_the_loop_to_others() -> None:
    projects = [take_order("a", "app", order) for order in orders(300)]
    workshop, notices = _Line([one.key for one in projects]), _Notices()
    line_told = Places(cast(Workshop, workshop), cast(Notices, notices))
    turning = asyncio.create_task(notices.count_turns())
    async with asyncio.timeout(20):
        for one in projects:
            line_told.enter(one)
        await asyncio.gather(*(line_told.tell(one) for one in projects))
        assert list(notices.places.values()) == list(range(1, 301))
        line_told.leave(projects[0])
        del notices.places[projects[0].id]
        workshop.order = workshop.order[1:]
        workshop.moved()
        await notices.heard(projects[-1], 299)
    turning.cancel()
    assert max(notices.told.values()) <= LOT


async def test_who_leaves_while_it_asks_is_let_go() -> None:
    (project,) = [take_order("a", "app", order) for order in orders(1)]
    line_told = Places(cast(Workshop, _Line([])), cast(Notices, _Notices()))
    line_told.enter(project)
    asking = asyncio.create_task(line_told.tell(project))
    await asyncio.sleep(0)
    line_told.leave(project)
    await asyncio.wait_for(asking, 5)


def asking_places(count: int) -> tuple[list[Project], Places, _Notices]:
    """Projects that have begun, and wait in no line yet."""
    projects, notices = [take_order("a", "app", order) for order in orders(count)], _Notices()
    line_told = Places(cast(Workshop, _Line([])), cast(Notices, notices))
    for one in projects:
        line_told.enter(one)
    return projects, line_told, notices


@pytest.mark.parametrize("over", [True, False])
async def test_who_is_called_or_over_while_it_asks_is_not_told_to_wait(*, over: bool) -> None:
    (project,), line_told, notices = asking_places(1)
    asking = asyncio.create_task(line_told.tell(project))
    await asyncio.sleep(0)
    if over:
        project.status = "completed"
    else:
        project.status, project.renders[0].status = "active", "jobStarted"
    await asyncio.wait_for(asking, 5)
    assert not notices.places


async def test_who_asks_is_told_while_others_keep_coming() -> None:
    projects, line_told, notices = asking_places(200)
    tasks = []
    for one in projects:
        tasks.append(asyncio.create_task(line_told.tell(one)))
        await asyncio.sleep(0)
        if notices.places:
            break
    assert len(tasks) < 20
    await asyncio.wait_for(asyncio.gather(*tasks), 5)


async def test_a_fault_in_telling_keeps_nobody_from_beginning(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    projects, line_told, notices = asking_places(3)

    def broken(*told: Any) -> None:
        raise RuntimeError("nobody foresaw this")

    monkeypatch.setattr(notices, "queued", broken)
    await asyncio.wait_for(asyncio.gather(*(line_told.tell(one) for one in projects)), 5)
