"""What survives: a lost line, a lost render, a restart of the studio."""

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
import websockets
from sogni_client import ApiError, ProjectError, SogniClient

from tests.studio.conformance.cover import covers
from tests.studio.conformance.plans import Sdk, ended, plan
from tests.studio.conformance.test_assets import fetched, picture
from tests.studio.flow_tools import TOOLS
from tests.studio.near import NearStudio, near_studio
from tests.studio_server import free_port
from tests.waiting import eventually

IMAGE = "z_image_turbo_bf16"
RESTARTED = 5001
"""What the SDK makes of `serverRestarting`."""
Make = Callable[..., Awaitable[Any]]


async def image(client: Any, **more: Any) -> Any:
    return await client.projects.create(
        type="image", model_id=IMAGE, positive_prompt="a fox",
        number_of_media=more.pop("count", 1), size_preset="custom",
        width=more.pop("side", 256), height=256, **more,
    )  # fmt: skip


async def soon(condition: Callable[[], Any]) -> None:
    await asyncio.wait_for(eventually(condition), 30)


async def test_a_render_whose_process_dies_is_begun_again(sdk: Sdk, near: NearStudio) -> None:
    client = await sdk("rec-die", "rec-die")
    retries: list[Any] = []
    client.api_client.socket.on("jobRetry", retries.append)
    await soon(lambda: near.inner.pool.idle == 2)
    first, second = near.inner.pool.pids()
    for pid in (first, second):
        os.kill(pid, signal.SIGSTOP)  # they take their renders, and get nowhere with them
    project = await image(client, count=2)
    await soon(lambda: near.inner.pool.idle == 0)
    os.kill(first, signal.SIGKILL)
    os.kill(second, signal.SIGCONT)
    assert len(await project.wait_for_completion(60)) == 2
    assert [(one["attempt"], one["maxAttempts"]) for one in retries] == [(2, 2)]
    assert len(project.jobs) == 2
    result = await client.projects.get_result(project.id)
    assert [job["status"] for job in result["jobs"]] == ["completed", "completed"]
    assert await fetched(result["jobs"][0]["url"])


async def test_a_refusal_at_a_restart_is_sent_again(sdk: Sdk, near: NearStudio) -> None:
    client = await sdk("rec-1001", "rec-1001")
    await client.projects.wait_for_models()
    near.fault("restarting")
    project = await image(client)
    assert len(await project.wait_for_completion(60)) == 1


@pytest.mark.parametrize(
    "reason",
    ["queued", "no_workers", "concurrency_limit", "model_concurrency_limit", "payment_pending"],
)
@covers("client.projects.get_status")
async def test_why_a_project_waits_is_told(sdk: Sdk, near: NearStudio, reason: str) -> None:
    client = await sdk("rec-wait", f"rec-wait-{reason}")
    near.fault("wait", reason=reason, seconds=1)
    project = await image(client)
    await soon(lambda: project.waiting_reason and project.job_waiting_reasons)
    assert project.waiting_reason["reason"] == reason
    assert project.job_waiting_reasons[0]["jobIndex"] == 0
    status = await client.projects.get_status(project.id)
    assert status["waitingReason"]["reason"] == reason
    with pytest.raises(ApiError) as early:
        await client.projects.get(project.id)
    assert early.value.status == 404
    await project.wait_for_completion(60)
    assert "waitingReason" not in await client.projects.get_status(project.id)


@covers("client.projects.sync", "client.projects.list_recent", "client.projects.get")
async def test_ones_own_work_and_that_of_others_are_different_reasons(
    sdk: Sdk, near: NearStudio
) -> None:
    busy, other = await sdk("rec-busy", "rec-busy"), await sdk("rec-next", "rec-next")
    near.fault("stall", times=2)
    first = await image(busy, count=2)
    await soon(lambda: len(first.jobs) == 2)
    second, third = await image(busy), await image(other)
    await soon(lambda: second.waiting_reason and third.waiting_reason)
    assert second.waiting_reason["reason"] == "concurrency_limit"
    assert third.waiting_reason["reason"] == "queued"
    await first.cancel()
    for project in (second, third):
        assert len(await project.wait_for_completion(60)) == 1


async def test_what_finished_unheard_is_handed_over(sdk: Sdk, near: NearStudio) -> None:
    client = await sdk("rec-unheard", "rec-unheard")
    near.fault("wait", reason="queued", seconds=1)
    project = await image(client)
    await soon(lambda: project.queue_position >= 1)
    await client.aclose()
    books = near.inner.projects
    await soon(lambda: books.all[books_key(books, project.id)].finished)
    again = await sdk("rec-unheard", "rec-unheard")
    recovered: list[Any] = []
    again.projects.on("completedProjectsRecovered", recovered.extend)
    synced = await again.projects.sync()
    await soon(lambda: recovered or project.id in synced["completed"])
    recent = await again.projects.list_recent(limit=5)
    assert recent[0]["id"] == project.id
    assert recent[0]["modelName"] == "Z-Image Turbo"
    assert recent[0]["finishedAt"] > 1e12
    assert (await again.projects.get(project.id))["status"] == "completed"
    assert (await again.projects.sync())["completed"] == []


def books_key(books: Any, project_id: str) -> Any:
    return next(key for key in books.all if key[1] == project_id)


@covers("client.projects.list_projects_elsewhere", "client.projects.resolve_missing")
async def test_other_places_and_missing_ones_are_told_apart(sdk: Sdk, near: NearStudio) -> None:
    one, two = await sdk("rec-two", "rec-two-a"), await sdk("rec-two", "rec-two-b")
    near.fault("wait", reason="queued", seconds=2)
    project = await image(one)
    await soon(lambda: project.queue_position >= 1)
    elsewhere = await two.projects.list_projects_elsewhere()
    assert [(row["id"], row["appId"]) for row in elsewhere] == [(project.id, "rec-two-a")]
    lost = "00000000-0000-4000-8000-000000000000"
    found = await two.projects.resolve_missing([project.id, lost], delay_seconds=0.1)
    assert lost in str(found)
    await project.wait_for_completion(60)


def test_a_snapshot_is_asked_for_in_measure(near: NearStudio) -> None:
    with near.http("rec-rate") as http:
        path = "/api/v1/artist/projects/sync?appId=x"
        assert [http.get(path).status_code for _ in range(20)] == [200] * 20
        over = http.get(path)
        assert (over.status_code, over.json()["errorCode"]) == (429, 126)
        assert 1 <= int(over.headers["retry-after"]) <= 10
    with near.http("rec-rate-other") as http:
        assert http.get(path).status_code == 200


async def test_an_end_is_told_as_going_away(tmp_path: Path) -> None:
    with near_studio(tmp_path, TOOLS) as studio:
        line = await websockets.connect(
            f"{studio.ws}/?appId=bye", additional_headers={"api-key": "bye"}
        )
        await line.recv()
        stopping = asyncio.create_task(asyncio.to_thread(studio.stop))
        with pytest.raises(websockets.ConnectionClosed) as closed:
            while True:
                await asyncio.wait_for(line.recv(), 15)
        await stopping
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 1001


async def test_an_end_lets_streams_go(tmp_path: Path) -> None:
    with near_studio(tmp_path, TOOLS) as studio:
        client = await _client(studio, "rec-stream")
        studio.fault("stall")
        draw = {"id": "draw", "toolName": "generate_image", "arguments": {"prompt": "a fox"}}
        workflow = await client.workflows.start(input=plan(draw))
        seen = asyncio.Event()

        async def listen() -> list[Any]:
            frames = []
            async for frame in client.workflows.stream_events(workflow["workflowId"]):
                frames.append(frame)
                seen.set()
            return frames

        listening = asyncio.create_task(listen())
        await asyncio.wait_for(seen.wait(), 10)
        await asyncio.to_thread(studio.stop)
        frames = await asyncio.wait_for(listening, 10)
        assert frames[-1]["data"] == {"workflowId": workflow["workflowId"], "status": "running"}
        await client.aclose()


async def test_work_goes_on_after_a_restart(tmp_path: Path) -> None:
    """A project with an input, a workflow and its question, a saved upload and a template, in the same folder."""
    port = free_port()
    with near_studio(tmp_path, TOOLS, port=port) as before:
        client = await _client(before, "rec-restart")
        before.fault("wait", reason="queued", seconds=60)
        project = await image(client, starting_image=picture("orange"))
        await soon(lambda: project.queue_position >= 1)
        before.fault("stall")
        draw = {"id": "draw", "toolName": "generate_image", "arguments": {"prompt": "a fox"}}
        ask = {"id": "ask", "toolName": "ask_clarifying_question", "arguments": {"question": "So?"}}
        workflow = await client.workflows.start(input=plan(draw, ask))
        template = await client.workflows.templates.create(
            {"name": "T", "stages": [{"tool": "generate_image"}]}
        )
    with near_studio(tmp_path, TOOLS, port=port) as after:
        assert len(await project.wait_for_completion(90)) == 1
        paused = await ended(client, workflow)
        assert paused["waitingReason"] == "ask_clarifying_question"
        assert [step["status"] for step in paused["steps"]] == ["completed", "waiting"]
        assert (await client.workflows.templates.get(template["id"]))["name"] == "T"
        assert len((await client.projects.assets.list())["assets"]) == 1
        await client.aclose()
        assert after.inner.projects.all


async def test_without_its_inputs_a_project_ends_at_the_restart(tmp_path: Path) -> None:
    port = free_port()
    with near_studio(tmp_path, TOOLS, port=port) as before:
        client = await _client(before, "rec-gone")
        before.fault("wait", reason="queued", seconds=60)
        project = await image(client, starting_image=picture("orange"))
        await soon(lambda: project.queue_position >= 1)
    for blob in (tmp_path / "blobs").rglob("*"):
        if blob.is_file():
            blob.unlink()
    with near_studio(tmp_path, TOOLS, port=port):
        with pytest.raises(ProjectError) as lost:
            await project.wait_for_completion(90)
        assert lost.value.code == RESTARTED
        assert (await client.projects.get_status(project.id))["reason"] == "serverRestarting"
        await client.aclose()


async def _client(studio: NearStudio, app_id: str) -> Any:
    return await SogniClient.create(
        app_id=app_id, api_key=app_id, rest_endpoint=studio.rest, socket_endpoint=studio.ws
    )


@covers(
    "client.set_socket_event_subscriptions",
    "client.account.switch_network",
    "client.projects.wait_for_models",
)
async def test_frames_a_client_does_not_want_are_not_sent(sdk: Sdk, near: NearStudio) -> None:
    client = await sdk("rec-subs", "rec-subs")
    await client.projects.wait_for_models()
    seen: list[Any] = []
    client.api_client.socket.on("swarmModels", seen.append)
    told: list[Any] = []
    client.api_client.socket.on("socketEventSubscriptionsUpdated", told.append)
    await client.set_socket_event_subscriptions(
        {"subscribe": ["modelAvailability"], "unsubscribe": ["projectQueue"]}
    )
    await soon(lambda: seen and told)
    assert told[0]["socketEventSubscriptions"] == {"projectQueue": False, "modelAvailability": True}
    near.fault("wait", reason="payment_pending", seconds=0.5)
    reasons: list[Any] = []
    client.api_client.socket.on("projectQueue", reasons.append)
    await (await image(client)).wait_for_completion(60)
    assert reasons == []
    assert await client.account.switch_network("relaxed") == "relaxed"


async def test_a_foreign_project_does_not_exist(sdk: Sdk) -> None:
    mine = await sdk("rec-mine", "rec-mine")
    project = await image(mine)
    await project.wait_for_completion(60)
    other = await sdk("rec-not-mine")
    for call in (other.projects.get, other.projects.get_status, other.projects.get_result):
        with pytest.raises(ApiError) as refused:
            await call(project.id)
        assert refused.value.status == 404
    place = {"jobId": project.id, "imageId": project.jobs[0].id, "type": "complete"}
    async with httpx.AsyncClient(base_url=other.api_client.rest.base_url) as http:
        answer = await http.get("/v1/image/downloadUrl", params=place, headers={"api-key": "x"})
    assert answer.status_code == 404
