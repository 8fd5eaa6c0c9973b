"""The line itself: handshake, one socket for an app id, what a client that was away hears when it is back."""

import asyncio
import base64
import json
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
import websockets
from sogni_client import ChatJobError, ProjectError, SogniClient

from tests.studio.conformance.cover import covers
from tests.studio.near import near_studio
from tests.studio_server import RunningStudio
from tests.waiting import eventually

MODEL = "qwen3.6-35b-a3b-gguf-iq4xs"
Connect = Callable[..., Awaitable[Any]]


@asynccontextmanager
async def line(studio: RunningStudio, key: str, app_id: str) -> AsyncIterator[Any]:
    url = f"{studio.ws}/?appId={app_id}"
    async with websockets.connect(url, additional_headers={"api-key": key}) as wire:
        yield wire


async def heard(wire: Any) -> tuple[str, Any]:
    async with asyncio.timeout(15):
        envelope = json.loads(await wire.recv())
    return envelope["type"], json.loads(base64.b64decode(envelope["data"]))


async def say(wire: Any, kind: str, data: Any) -> None:
    body = base64.b64encode(json.dumps(data).encode()).decode()
    await wire.send(json.dumps({"type": kind, "data": body}))


async def begin(wire: Any, text: str) -> str:
    """Ask for words; the job's id."""
    job = str(uuid.uuid4()).upper()
    messages = [{"role": "user", "content": text}]
    await say(
        wire, "llmJobRequest", {"jobID": job, "type": "llm", "model": MODEL, "messages": messages}
    )
    return job


async def words(wire: Any, job: str, most: int | None = None) -> list[str]:
    """The pieces of a job until its end, or until there are `most`."""
    pieces: list[str] = []
    while most is None or len(pieces) < most:
        kind, data = await heard(wire)
        if kind == "jobTokens" and data["jobID"] == job and data["content"]:
            pieces.append(data["content"])
        elif kind in ("llmJobResult", "llmJobError") and data["jobID"] == job:
            break
    return pieces


@covers("SogniClient.create", "client.aclose")
async def test_the_handshake_says_who_and_what(
    connect: Connect, small_studio: RunningStudio, key: str
) -> None:
    client = await connect()
    await client.chat.wait_for_models()
    async with line(small_studio, key, "hand") as wire:
        kinds = [await heard(wire) for _ in range(4)]
    assert [kind for kind, _ in kinds] == [
        "authenticated",
        "balanceUpdate",
        "swarmModels",
        "swarmLLMModels",
    ]
    told = kinds[0][1]
    assert (
        told["activeProjects"],
        told["unclaimedCompletedProjects"],
        told["activeLLMJobIDs"],
    ) == ([], [], [])
    assert told["tokens"]["spark"]["net"]


async def test_what_was_said_meanwhile_is_replayed_once(
    small_studio: RunningStudio, key: str
) -> None:
    async with line(small_studio, key, "whole") as wire:
        whole = await words(wire, await begin(wire, "are you an AI model?"))
    async with line(small_studio, key, "away") as wire:
        small_studio.fault("slow", factor=8)
        job = await begin(wire, "are you an AI model?")
        first = await words(wire, job, 3)
        wire.transport.abort()
    async with line(small_studio, key, "away") as wire:
        kind, told = await heard(wire)
        assert (kind, told["activeLLMJobIDs"]) == ("authenticated", [job])
        rest = await words(wire, job)
    assert first == whole[:3]
    assert rest == whole[-len(rest) :]
    assert (
        len(whole) - 3 >= len(rest) >= len(whole) - 8
    )  # a few had left for the socket when it was cut
    async with line(small_studio, key, "away") as wire:
        assert (await heard(wire))[1]["activeLLMJobIDs"] == []


async def test_a_job_that_ended_meanwhile_is_told_whole(
    small_studio: RunningStudio, key: str
) -> None:
    async with line(small_studio, key, "ended") as wire:
        await heard(wire)
        job = await begin(wire, "are you an AI model?")

    def over() -> bool:
        chats = small_studio.state(key)["chats"]
        return any(one["id"] == job and len(one["told"]) > 20 for one in chats)

    await asyncio.wait_for(eventually(over), 15)
    async with line(small_studio, key, "another") as wire:
        assert (await heard(wire))[1]["activeLLMJobIDs"] == []
    async with line(small_studio, key, "ended") as wire:
        assert (await heard(wire))[1]["activeLLMJobIDs"] == [job]
        pieces = await words(wire, job)
    assert "".join(pieces).startswith("This is the local studio")


async def test_the_newer_of_two_connections_stays(
    connect: Connect, small_studio: RunningStudio, key: str
) -> None:
    async with line(small_studio, key, "same") as older:
        await heard(older)
        async with line(small_studio, key, "same") as newer:
            await heard(newer)
            with pytest.raises(websockets.ConnectionClosed) as closed:
                while True:
                    await heard(older)
            assert closed.value.rcvd is not None
            assert closed.value.rcvd.code == 4015
            assert await words(newer, await begin(newer, "hello"))
    first = await connect("sdk")
    await first.chat.wait_for_models()
    second = await connect("sdk")
    await second.chat.wait_for_models()
    await asyncio.wait_for(eventually(lambda: not first.api_client.socket.is_connected), 10)
    assert first.api_client.auth.is_authenticated


async def test_a_job_the_studio_never_had_is_told_as_lost(
    connect: Connect, small_studio: RunningStudio
) -> None:
    client = await connect()
    small_studio.fault("llm_error")
    with pytest.raises(ChatJobError) as lost:
        await client.chat.completions.create(
            model=MODEL, messages=[{"role": "user", "content": "hi"}]
        )
    assert lost.value.retryable


async def test_the_same_job_sent_twice_runs_once(small_studio: RunningStudio, key: str) -> None:
    async with line(small_studio, key, "twice") as wire:
        messages = [{"role": "user", "content": "hello"}]
        request = {
            "jobID": str(uuid.uuid4()).upper(),
            "type": "llm",
            "model": MODEL,
            "messages": messages,
        }
        await say(wire, "llmJobRequest", request)
        await say(wire, "llmJobRequest", request)
        ends = 0
        await say(wire, "changeNetwork", "relaxed")
        async with asyncio.timeout(15):
            while not ends:
                ends += (await heard(wire))[0] == "llmJobResult"
        await say(wire, "changeNetwork", "fast")
        while (told := await heard(wire))[0] != "changeNetwork" or told[1]["network"] != "fast":
            assert told[0] != "llmJobResult"


async def test_a_project_that_waits_long_has_its_own_renders_only(tmp_path: Path) -> None:
    """It is spoken of now and then while it waits; nothing said makes the SDK expect another render."""
    with near_studio(tmp_path, heartbeat_s=0.1, renderers=1) as near:
        async with await SogniClient.create(
            app_id="waits", api_key="waits", rest_endpoint=near.rest, socket_endpoint=near.ws
        ) as client:
            states: list[dict[str, Any]] = []
            client.api_client.socket.on("jobState", states.append)
            near.fault("stall")
            asked: dict[str, Any] = {
                "type": "image", "model_id": "z_image_turbo_bf16", "positive_prompt": "a fox",
                "number_of_media": 1, "size_preset": "custom", "width": 256, "height": 256,
            }  # fmt: skip
            first = await client.projects.create(**asked)
            taken = near.inner.projects.all
            at_work = eventually(lambda: any(one.renders[0].at_work for one in taken.values()))
            await asyncio.wait_for(at_work, 30)
            second = await client.projects.create(**asked)

            def told_often() -> bool:
                said = [one for one in states if one["jobID"] == second.id]
                return len([one for one in said if one["type"] == "queued"]) > 3

            await asyncio.wait_for(eventually(told_often), 30)
            await client.projects.cancel(first.id)
            with pytest.raises(ProjectError):
                await first.wait_for_completion(20)
            assert len(await second.wait_for_completion(60)) == 1
            assert len(second.jobs) == 1
