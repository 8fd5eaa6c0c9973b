"""A fault nobody foresaw costs the one render it meets: the others are made, told and paid for. Projects and tools."""

import asyncio
import sqlite3
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from studio.accounts.ledger import Ledger
from studio.files.blobs import Blobs
from studio.projects import running, settling
from studio.projects.orders import quote
from studio.storage.store import Store
from studio.tools import call
from studio.tools.api import Media
from tests.studio import flow_tools
from tests.studio.near import NearStudio, near_studio
from tests.studio.policy.test_content_filter import ME, opened
from tests.studio.projects.test_same_job import JOB, ORDER, line
from tests.studio.wire.wires import frame, heard, payload

PRICE = quote("z_image_turbo_bf16", ORDER["keyFrames"][0])


def at_first(real: Callable[..., Any], problem: Exception) -> Callable[..., Any]:
    """The same function, but its first call fails."""
    left = [problem]

    def fails(*given: Any, **named: Any) -> Any:
        if left:
            raise left.pop()
        return real(*given, **named)

    return fails


async def told(near: NearStudio, count: int) -> list[tuple[str, Any]]:
    """Every frame of a project of so many pictures, to its end."""
    frames = []
    async with asyncio.timeout(30), line(near, "key") as wire:
        await wire.send(frame("jobRequest", {**ORDER, "numberOfImages": count}))
        while True:
            kind, data = payload(await wire.recv())
            frames.append((kind, data))
            if (kind, data.get("type")) == ("jobState", "jobCompleted"):
                return frames


def left(near: NearStudio) -> Decimal:
    with near.http("key") as http:
        return Decimal(http.get("/v4/account/balance").json()["data"]["spark"]["net"])


@pytest.mark.parametrize(
    ("where", "name"), [(running, "render_request"), (settling, "settled"), (Ledger, "debit")]
)
async def test_it_is_that_renders_error_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: Any, name: str
) -> None:
    with near_studio(tmp_path, renderers=1, spark_balance=3 * PRICE) as near:
        before = left(near)
        monkeypatch.setattr(where, name, at_first(getattr(where, name), OSError("no room")))
        frames = await told(near, 3)
        (failed,) = [data for kind, data in frames if kind == "jobError"]
        assert (failed["error"], failed["jobIndex"]) == ("genfailure", 0)
        assert "no room" not in failed["error_message"]
        good = [data for kind, data in frames if kind == "jobResult"]
        assert sorted(one["jobIndex"] for one in good) == [1, 2]
        assert before - left(near) == 2 * PRICE
        with near.http("key") as http:
            found = http.get(f"/v2/projects/{JOB}").json()["data"]["project"]
        assert found["status"] == "completed"
        states = {one["jobIndex"]: one["status"] for one in found["completedWorkerJobs"]}
        assert states == {0: "jobError", 1: "jobCompleted", 2: "jobCompleted"}


async def test_a_project_that_cannot_be_written_down_ends_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was paid for before stays good."""
    real, saved = Store.save_project, []

    def full(store: Store, *given: Any) -> None:
        saved.append(given)
        if 3 <= len(saved) <= 4:  # the order, the first picture; then the second and its failure
            raise sqlite3.OperationalError("disk is full")
        real(store, *given)

    with near_studio(tmp_path, renderers=1, spark_balance=3 * PRICE) as near:
        before = left(near)
        monkeypatch.setattr(Store, "save_project", full)
        frames = await told(near, 3)
        failed = [data["jobIndex"] for kind, data in frames if kind == "jobError"]
        assert failed == [1, 2]
        assert before - left(near) == PRICE
        with near.http("key") as http:
            found = http.get(f"/v2/projects/{JOB}").json()["data"]["project"]
        assert found["status"] == "completed"
        assert found["workerJobs"] == []


@pytest.mark.parametrize(("where", "name"), [(call, "flagged"), (Ledger, "debit")])
async def test_it_is_that_outputs_failure_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: Any, name: str
) -> None:
    monkeypatch.setattr(where, name, at_first(getattr(where, name), OSError("no room")))
    async with opened(tmp_path) as studio:
        wish = {"prompt": "a fox", "numberOfVariations": 3}
        made = await studio.engine.run(ME, "generate_image", wish, Media(), call_id="one")
        assert [one.error_type for one in made.failed.values()] == ["UNKNOWN_ERROR"]
        assert len(made.outputs) == 2
        assert made.envelope(Media())["status"] == "partial_failure"
        assert made.spent == 2 * flow_tools.PRICE == 100 - studio.ledger.net(ME)


async def test_a_cancel_in_the_moment_a_file_is_kept_costs_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with near_studio(tmp_path, renderers=1) as near:
        before, kept = left(near), Blobs.adopt

        async def kept_and_cancelled(blobs: Blobs, *given: Any, **more: Any) -> None:
            await kept(blobs, *given, **more)
            projects = near.inner.projects
            (project,) = projects.all.values()
            if given[-1] == project.renders[0].result_key:  # and no preview's
                projects.cancel(project.account, project.app_id, project.id)

        monkeypatch.setattr(Blobs, "adopt", kept_and_cancelled)
        async with asyncio.timeout(30), line(near, "key") as wire:
            await wire.send(frame("jobRequest", {**ORDER, "numberOfImages": 1}))
            while payload(await wire.recv())[0] != "artistCancelConfirmation":
                pass
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(0.3):
                    await heard(wire, "jobResult")
        assert left(near) == before
        with near.http("key") as http:
            found = http.get(f"/v2/projects/{JOB}").json()["data"]["project"]
        assert found["status"] == "canceled"
        assert [one["status"] for one in found["completedWorkerJobs"]] == ["jobError"]
