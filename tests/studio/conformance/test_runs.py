"""Durable chat runs through the SDK: told, taken up, cancelled, ended."""

import asyncio
from io import BytesIO
from typing import Any

import httpx
import pytest
from PIL import Image
from sogni_client import ApiError

from tests.studio.conformance.cover import covers
from tests.studio.conformance.running import (
    Connect,
    ended,
    kinds,
    told,
    wish,
)
from tests.studio_server import RunningStudio
from tests.waiting import eventually


def is_whole_record(run: dict[str, Any]) -> None:
    """Two pictures and a film were made, and every member says so."""
    assert run["status"] == "completed"
    assert run["schemaVersion"] == "2026-05-14.1"
    assert [row["toolName"] for row in run["toolCalls"]] == ["generate_image", "animate_photo"]
    assert [row["status"] for row in run["toolResults"]] == ["ok", "ok"]
    assert [one["mediaType"] for one in run["artifacts"]] == ["image", "image", "video"]
    assert (len(run["mediaContext"]["images"]), len(run["mediaContext"]["videos"])) == (2, 1)
    assert run["finalResponse"]["finishReason"] == "stop"
    assert [one["role"] for one in run["messages"]] == [
        "assistant",
        "tool",
        "assistant",
        "tool",
        "assistant",
    ]
    for member in (
        "backbone",
        "scope",
        "request",
        "childWorkflowIds",
        "billingPreviews",
        "timestamps",
    ):
        assert member in run
    assert run["timestamps"]["completedAt"]
    first = run["toolCalls"][0]
    assert (set(first), first["sequence"]) == (
        {"toolCallId", "toolName", "arguments", "sequence"}, 0,
    )  # fmt: skip
    ids = [one["id"] for one in run["artifacts"][:2]]
    assert ids == [f"art_{first['toolCallId']}_{number}" for number in (1, 2)]
    assert run["artifacts"][0]["modelDisplayName"] == "Z-Image Turbo"
    assert run["scope"]["ownerWalletAddress"].startswith("0x")


def is_whole_log(events: list[dict[str, Any]]) -> None:
    """Every kind of event is there; the pieces are the words."""
    order = kinds(events)
    assert order[0] == "run_created"
    assert order[-1] == "run_completed"
    for kind in ("llm_round_started", "assistant_message_delta", "assistant_message_completed", "tool_call_dispatched",
                 "tool_call_progress", "tool_call_resolved", "media_context_updated"):  # fmt: skip
        assert kind in order
    ticks = [one["payload"] for one in events if one["type"] == "tool_call_progress"]
    assert {one.get("jobIndex") for one in ticks} == {None, 0, 1}
    assert all(0 <= one["progress"] <= 1 for one in ticks if "jobIndex" not in one)
    per_render = [one for one in ticks if "jobIndex" in one]
    assert all({"toolCallId", "jobLabel", "jobProgress"} <= set(one) for one in per_render)
    made = [one["isVideoResult"] for one in per_render if "resultUrl" in one]
    assert sorted(made) == [False, False, True]
    assert "payload" not in events[0]
    resolved = next(one["payload"] for one in events if one["type"] == "tool_call_resolved")
    assert [one["mediaType"] for one in resolved["mediaUrls"]] == ["image", "image"]
    assert (resolved["toolName"], resolved["status"]) == ("generate_image", "ok")
    assert [one["url"] for one in resolved["artifacts"]] == [
        one["url"] for one in resolved["mediaUrls"]
    ]
    words = "".join(
        one["payload"]["content"] for one in events if one["type"] == "assistant_message_delta"
    )
    whole = [
        one["payload"]["content"] for one in events if one["type"] == "assistant_message_completed"
    ]
    assert words == "".join(whole)


@covers("client.chat.runs.create", "client.chat.runs.get", "client.chat.runs.stream_events")
async def test_a_run_is_told_from_beginning_to_end(connect: Connect) -> None:
    client = await connect()
    run, events = await ended(
        client, wish("two versions of a red fox, then animate the second one")
    )
    is_whole_record(run)
    is_whole_log(events)
    assert run["events"] == events
    async with httpx.AsyncClient() as http:
        answer = await http.get(run["artifacts"][0]["url"])
    with Image.open(BytesIO(answer.content)) as picture:
        assert picture.size == (64, 64)


async def test_a_key_begins_one_run(
    connect: Connect, small_studio: RunningStudio, key: str
) -> None:
    client = await connect()
    body = wish("hello")
    first, again = await asyncio.gather(
        client.chat.runs.create(**body, idempotency_key="k"),
        client.chat.runs.create(**body, idempotency_key="k"),
    )
    assert first["runId"] == again["runId"]
    with pytest.raises(ApiError) as refused:
        await client.chat.runs.create(**wish("something else"), idempotency_key="k")
    assert (refused.value.status, refused.value.error_code) == (409, 102)
    other = await client.chat.runs.create(**body)
    assert other["runId"] != first["runId"]
    headers = {"api-key": key, "Idempotency-Key": "plain"}
    async with httpx.AsyncClient(base_url=small_studio.rest, headers=headers) as http:
        answers = [await http.post("/v1/chat/runs", json=body) for _ in range(2)]
    assert [one.status_code for one in answers] == [202, 202]
    assert [one.json()["data"].get("idempotent") for one in answers] == [None, True]


async def test_a_stream_is_taken_up_where_it_was_left(
    connect: Connect, small_studio: RunningStudio, key: str
) -> None:
    client = await connect()
    run, events = await ended(client, wish("draw a red fox"))
    assert await told(client, run, last_event_id=4) == events[5:]
    assert await told(client, run, last_event_id=events[-1]["sequence"]) == []
    path = f"{small_studio.rest}/v1/chat/runs/{run['runId']}/events"
    async with httpx.AsyncClient(headers={"api-key": key}) as http:
        log = (await http.get(path, params={"after": 4})).json()["data"]["events"]
        assert log == events[5:]
        raw = (await http.get(f"{path}/stream", params={"after": 4})).text
    assert raw.startswith(": open\n\nevent: run_status\n")
    assert f"id: 5\nevent: {events[5]['type']}\ndata: " in raw
    assert "id: 4\n" not in raw


@pytest.mark.parametrize("clean", [True, False])
async def test_a_stream_that_is_cut_loses_nothing(
    connect: Connect, small_studio: RunningStudio, clean: bool
) -> None:
    client = await connect()
    run = await client.chat.runs.create(**wish("two versions of a red fox"))
    small_studio.fault("cut_stream", after=5, clean=clean)
    events: list[dict[str, Any]] = []
    try:
        async for event in client.chat.runs.stream_events(run["runId"]):
            events.append(event)  # noqa: PERF401 - what came before the cut is kept
    except httpx.RemoteProtocolError:
        assert not clean
    assert len(events) == 5
    events += await told(client, run, last_event_id=events[-1]["sequence"])
    assert events == (await client.chat.runs.get(run["runId"]))["events"]
    assert events[-1]["type"] == "run_completed"


async def test_two_readers_hear_the_same(connect: Connect) -> None:
    client = await connect()
    run = await client.chat.runs.create(**wish("draw a red fox"))
    one, two = await asyncio.gather(told(client, run), told(client, run))
    assert one == two


@covers("client.chat.runs.cancel")
async def test_a_cancel_stops_the_renders(connect: Connect, small_studio: RunningStudio) -> None:
    client = await connect()
    small_studio.fault("stall")
    run = await client.chat.runs.create(**wish("draw a red fox"))
    listening = asyncio.create_task(told(client, run))

    async def at_work() -> bool:
        now = await client.chat.runs.get(run["runId"])
        return any(one["type"] == "tool_call_dispatched" for one in now["events"])

    await asyncio.wait_for(eventually(at_work), 20)
    cancelled = await client.chat.runs.cancel(run["runId"], "no longer wanted")
    assert cancelled["status"] == "cancelled"
    assert cancelled["cancellationReason"] == "no longer wanted"
    assert cancelled["toolResults"][0]["status"] == "cancelled"
    assert (await listening)[-1]["type"] == "run_cancelled"
    again = await client.chat.runs.cancel(run["runId"])
    assert again["cancellationReason"] == "no longer wanted"
    _, events = await ended(client, wish("draw a red fox"))  # the renderer is free again
    assert events[-1]["type"] == "run_completed"


async def test_an_unclear_wish_ends_in_a_question(connect: Connect) -> None:
    client = await connect()
    run, events = await ended(client, wish("animate it"))
    assert run["status"] == "waiting_for_user"
    assert run["waiting"]["reason"] == "ask_clarifying_question"
    assert run["waiting"]["message"].endswith((".", "?"))
    assert run["finalResponse"]["finishReason"] == "waiting_for_user"
    assert events[-1]["type"] == "run_waiting_for_user"


async def test_a_part_may_fail(connect: Connect, small_studio: RunningStudio) -> None:
    client = await connect()
    small_studio.fault("fail_slot", slot=1)
    run, events = await ended(client, wish("three versions of a red fox"))
    assert run["status"] == "partial_failure"
    assert run["finalResponse"]["finishReason"] == "partial_failure"
    assert (len(run["artifacts"]), run["artifacts"][0]["partial"]) == (2, True)
    assert events[-1]["type"] == "run_partial_failure"
    errors = [one["payload"]["jobError"] for one in events if "jobError" in one.get("payload", {})]
    assert errors == ["The worker went away."]


async def test_nothing_made_is_a_failure(connect: Connect, small_studio: RunningStudio) -> None:
    client = await connect()
    small_studio.fault("withheld")
    run, events = await ended(client, wish("draw a red fox"))
    assert run["status"] == "failed"
    assert run["failureReason"]
    assert run["toolResults"][0]["errorCode"] == "SAFETY_REJECTED"
    assert events[-1]["payload"]["error"]["code"] == "SAFETY_REJECTED"


async def test_a_tool_of_the_clients_own_is_left_to_it(connect: Connect) -> None:
    client = await connect()
    schema = {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}
    tool = {"type": "function", "function": {"name": "weather", "parameters": schema}}
    run, _ = await ended(client, wish("Paris", tools=[tool], tool_choice="required"))
    assert run["status"] == "completed"
    assert run["finalResponse"]["finishReason"] == "tool_calls"
    pending = run["finalResponse"]["pendingToolCalls"]
    assert (pending[0]["toolName"], pending[0]["arguments"]) == ("weather", {"city": "Paris"})
