"""Single statements of the protocol that no SDK suite leans on, looked at as bytes and frames."""

import asyncio
import base64
import json
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import pytest
import websockets

from studio.catalogue import MODELS
from studio.wire.subscriptions import changed, from_query
from tests.studio.flow_tools import TOOLS
from tests.studio.near import NearStudio, near_studio
from tests.studio.projects.test_same_job import JOB, ORDER
from tests.studio.wire.wires import frame, heard, payload


@pytest.fixture(scope="module")
def near(tmp_path_factory: pytest.TempPathFactory) -> Iterator[NearStudio]:
    with near_studio(tmp_path_factory.mktemp("statements"), TOOLS, renderers=1) as studio:
        yield studio


FOX = [{"role": "user", "content": "draw a red fox"}]
DRAW = {"toolName": "generate_image", "arguments": {"prompt": "a fox"}}


def wire(near: NearStudio, **headers: str) -> Any:
    return websockets.connect(f"{near.ws}/?appId=said", additional_headers=headers)


async def test_the_handshake_is_four_binary_frames_in_order(near: NearStudio) -> None:
    async with wire(near, **{"api-key": "k"}) as line, asyncio.timeout(15):
        got = [await line.recv() for _ in range(4)]
    assert all(isinstance(one, bytes) for one in got), "browsers read binary frames only"
    told = [payload(one) for one in got]
    names = ["authenticated", "balanceUpdate", "swarmModels", "swarmLLMModels"]
    assert [name for name, _ in told] == names
    assert all(isinstance(body, dict) and body for _, body in told)
    hello = told[0][1]
    for name in ("activeProjects", "unclaimedCompletedProjects", "activeLLMJobIDs"):
        assert hello[name] == []
    assert all(isinstance(one, str) for money in hello["tokens"].values() for one in money.values())


@pytest.mark.parametrize(
    "headers",
    [
        {"api-key": "k"},
        {"Authorization": "k"},
        {"Authorization": "Bearer k"},
        {"Authorization": "bearer k"},
    ],
)
async def test_a_key_may_be_spelled_in_three_ways(
    near: NearStudio, headers: dict[str, str]
) -> None:
    async with wire(near, **headers) as line:
        address = (await heard(line, "authenticated"))["address"]
    for given in (headers, {"api-key": "k"}):
        async with httpx.AsyncClient(base_url=near.rest, headers=given) as http:
            answer = (await http.get("/v1/account/me")).json()
        assert answer["data"]["walletAddress"] == address


@pytest.mark.parametrize("headers", [{}, {"api-key": "x" * 5000}, {"Authorization": "Bearer "}])
async def test_a_socket_without_a_key_is_closed_as_an_auth_error(
    near: NearStudio, headers: dict[str, str]
) -> None:
    async with wire(near, **headers) as line, asyncio.timeout(15):
        with pytest.raises(websockets.ConnectionClosed):
            await line.recv()
        assert line.close_code == 4021


async def test_the_same_app_id_of_two_accounts_is_two_lines(near: NearStudio) -> None:
    async with wire(near, **{"api-key": "one"}) as one, wire(near, **{"api-key": "two"}) as two:
        for line in (one, two):
            await heard(line, "authenticated")
        for line in (one, two):
            await line.send(frame("changeNetwork", "relaxed"))
            assert await heard(line, "changeNetwork") == {"network": "relaxed"}


async def test_ids_of_jobs_are_upper_case_strings(near: NearStudio) -> None:
    async with wire(near, **{"api-key": "upper"}) as line, asyncio.timeout(30):
        await line.send(frame("jobRequest", {**ORDER, "jobID": JOB.lower()}))
        name = ""
        while name != "jobResult":
            name, body = payload(await line.recv())
            for key in ("jobID", "imgID"):
                assert body.get(key, "A").isupper()
            assert body.get("jobID", JOB) == JOB
            if name == "jobState" and body["type"] == "queued":
                assert body["queuePosition"] >= 1
        assert isinstance(body["lastSeed"], str)
        assert body["lastSeed"].isdecimal()
    key = near.inner.blobs.named(body["resultUrl"])
    with closing(sqlite3.connect(near.inner.settings.data_dir / "studio.sqlite3")) as db:
        (maker,) = db.execute("SELECT maker FROM blobs WHERE key = ?", (key,)).fetchone()
    assert maker == ORDER["keyFrames"][0]["modelID"]


async def test_a_projects_frames_come_in_the_documented_order(near: NearStudio) -> None:
    told: list[tuple[str, Any]] = []
    async with wire(near, **{"api-key": "order"}) as line, asyncio.timeout(30):
        await line.send(frame("jobRequest", {**ORDER, "numberOfImages": 2}))
        while not told or told[-1] != ("jobCompleted", None):
            name, body = payload(await line.recv())
            if body.get("jobID") == JOB:
                told.append((body["type"] if name == "jobState" else name, body.get("jobIndex")))
                assert "imgID" in body or told[-1][0] in ("queued", "jobCompleted")
    assert told[0] == ("queued", None)
    for index in (0, 1):
        own = [name for name, place in told if place == index]
        assert own[:2] == ["initiatingModel", "jobStarted"]
        assert own[-1] == "jobResult"
        assert set(own[2:-1]) == {"jobProgress"}
    assert "jobETA" in dict(told)


@pytest.mark.parametrize(
    ("update", "after"),
    [
        ({"subscriptions": {"projectQueue": False}}, {"projectQueue": False}),
        ({"subscribe": "modelAvailability"}, {"projectQueue": True, "modelAvailability": True}),
        ({"unsubscribe": ["projectQueue"]}, {"projectQueue": False}),
        ({"event": "appAlert", "enabled": True}, {"projectQueue": True, "appAlert": True}),
        ({"reset": True, "subscribe": ["appAlert"]}, {"appAlert": True}),
        ({"subscribe": ["nothing known"], "event": "projectQueue"}, {"projectQueue": True}),
    ],
)
def test_subscriptions_change_in_every_form(update: dict[str, Any], after: dict[str, bool]) -> None:
    assert changed(from_query('{"projectQueue": true}'), update) == after


@pytest.mark.parametrize("previews", [0, 1])
async def test_a_picture_has_as_many_previews_as_its_order_says(
    near: NearStudio, previews: int
) -> None:
    shown, name = [], ""
    async with wire(near, **{"api-key": f"previews-{previews}"}) as line, asyncio.timeout(30):
        await line.send(frame("jobRequest", {**ORDER, "previews": previews}))
        while name != "jobResult":
            name, body = payload(await line.recv())
            shown += [body["hasImage"]] if name == "jobProgress" else []
    assert len(shown) > 1
    assert sum(shown) == previews


async def test_a_chats_states_name_no_render(near: NearStudio) -> None:
    ask = {
        "jobID": JOB,
        "type": "llm",
        "model": "qwen3.6-35b-a3b-gguf-iq4xs",
        "messages": [{"role": "user", "content": "hello"}],
    }
    states, text = [], ""
    async with wire(near, **{"api-key": "chat"}) as line, asyncio.timeout(30):
        await line.send(frame("llmJobRequest", ask))
        name = ""
        while name != "llmJobResult":
            name, body = payload(await line.recv())
            states += [body] if name == "jobState" else []
            text += body["content"] if name == "jobTokens" else ""
    assert [one["type"] for one in states] == ["queued", "jobStarted"]
    assert not any("imgID" in one for one in states)
    assert text, "all text comes as tokens, also where no stream was asked for"
    assert "content" not in body


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/v1/nothing/here", 404),
        ("POST", "/v1/creative-agent/nothing", 404),
        ("DELETE", "/v1/account/me", 405),
        ("GET", "/v1/chat/runs/none", 404),
        ("GET", "/api/v1/status/network/slow/models", 404),
        ("POST", "/v1/creative-agent/tools/execute", 400),
    ],
)
def test_errors_have_the_documented_body(
    near: NearStudio, method: str, path: str, status: int
) -> None:
    with near.http("k") as http:
        answer = http.request(method, path, json=None if method != "POST" else {})
    body = answer.json()
    assert answer.status_code == status
    assert body["status"] == "error"
    assert isinstance(body["message"], str)
    assert body["message"]
    assert isinstance(body["errorCode"], int)
    assert body.get("subscription", "") is not None


def test_media_tools_are_refused_where_text_is_written(near: NearStudio) -> None:
    asked = {"tool": "generate_image", "arguments": {"prompt": "a fox"}}
    with near.http("k") as http:
        answer = http.post("/v1/creative-agent/tools/execute", json=asked)
    assert answer.status_code == 400
    assert "runs" in answer.json()["message"]


def test_the_socket_hosts_gets_come_without_an_envelope(near: NearStudio) -> None:
    with near.http("k") as http:
        rows = http.get("/api/v1/models/list").json()
        tiers = http.get("/api/v2/models/tiers").json()
        counts = http.get("/api/v1/status/network/fast/models").json()
        sizes = http.get("/api/v1/size-presets/network/fast/model/z_image_turbo_bf16").json()
        sync = http.get("/api/v1/artist/projects/sync", params={"appId": "said"}).json()
        active = http.get("/api/v1/artist/projects/active").json()
    assert {one["id"] for one in rows} == set(MODELS)
    ordered_as = {"model": "image"}  # the SDKs order a shape as an image project
    for one in rows:
        kind = ordered_as.get(one["media"], one["media"])
        assert tiers[one["tier"]].get("type", "image") == kind, one["id"]
    assert set(counts) == {str(one["SID"]) for one in rows}
    assert all({"id", "label", "width", "height", "ratio", "aspect"} <= set(one) for one in sizes)
    assert set(sync) == {"activeProjects", "unclaimedCompletedProjects", "serverTime"}
    assert abs(sync["serverTime"] / 1000 - time.time()) < 60
    assert active == {"projects": []}


@pytest.mark.parametrize(
    ("path", "body", "quiet"),
    [
        ("/v1/chat/runs", {"messages": FOX}, ": working"),
        ("/v1/creative-agent/workflows", {"input": {"steps": [DRAW]}}, ": quiet"),
        ("/v1/chat/completions", {"messages": FOX, "stream": True}, ": working"),
    ],
)
def test_a_quiet_stream_shows_that_it_lives(
    near: NearStudio, monkeypatch: pytest.MonkeyPatch, path: str, body: dict[str, Any], quiet: str
) -> None:
    for place in ("runs.service.KEEPALIVE_S", "wire.sse.QUIET_S", "wire.chat_routes.KEEPALIVE_S"):
        monkeypatch.setattr(f"studio.{place}", 0.1)
    near.fault("stall")
    with near.http("quiet") as http:
        if body.get("stream"):
            with http.stream("POST", path, json=body) as answer:
                assert quiet in answer.iter_lines()
            return
        made = next(iter(http.post(path, json=body).json()["data"].values()))
        place = f"{path}/{made['id']}"
        with http.stream("GET", f"{place}/events/stream") as answer:
            assert answer.headers["content-type"].startswith("text/event-stream")
            assert quiet in answer.iter_lines()
        assert http.post(f"{place}/cancel", json={}).is_success


def test_subscriptions_answer_with_data_objects(near: NearStudio) -> None:
    with near.http("k") as http:
        for name in ("status", "usage", "plans", "trial-eligibility"):
            answer = http.get(f"/v1/subscriptions/{name}")
            assert answer.status_code == 200, name
            assert isinstance(answer.json()["data"], dict)
        status = http.get("/v1/subscriptions/status").json()["data"]
    assert isinstance(status["subscription"], dict)


async def test_a_server_restart_closes_sockets_with_1001(tmp_path: Path) -> None:
    with near_studio(tmp_path, TOOLS, renderers=1) as short:
        async with wire(short, **{"api-key": "k"}) as line, asyncio.timeout(30):
            await heard(line, "authenticated")
            stopping = asyncio.create_task(asyncio.to_thread(short.stop))
            with pytest.raises(websockets.ConnectionClosed):
                while True:
                    await line.recv()
            assert line.close_code == 1001
            await stopping


async def test_a_payload_that_is_no_object_closes_nothing(near: NearStudio) -> None:
    async with wire(near, **{"api-key": "odd"}) as line:
        bodies: tuple[Any, ...] = (None, [], "text", 7)
        for body in bodies:
            data = base64.b64encode(json.dumps(body).encode()).decode()
            await line.send(json.dumps({"type": "jobRequest", "data": data}))
        await line.send(json.dumps({"type": "jobRequest"}))
        await line.send(frame("changeNetwork", "relaxed"))
        assert await heard(line, "changeNetwork") == {"network": "relaxed"}
