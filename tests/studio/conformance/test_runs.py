"""Durable chat runs through the SDK and, for what it does not wrap, plainly."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import httpx
import pytest
from PIL import Image
from sogni_client import ApiError, SogniClient

from tests.studio.conformance.cover import covers
from tests.studio_server import RunningStudio, running_studio
from tests.waiting import eventually

MODEL = "qwen3.6-35b-a3b-gguf-iq4xs"
Connect = Callable[..., Awaitable[Any]]
ASKING = {"requireJobConfirmation": True}


def wish(text: str, **more: Any) -> dict[str, Any]:
    return {"messages": [{"role": "user", "content": text}], "model": MODEL, **more}


async def told(client: Any, run: dict[str, Any], **more: Any) -> list[dict[str, Any]]:
    """The run's events until the studio closes the stream."""
    async with asyncio.timeout(60):
        return [event async for event in client.chat.runs.stream_events(run["runId"], **more)]


async def ended(
    client: Any, body: dict[str, Any], **more: Any
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """A run from its beginning to the end of its stream, and its events."""
    run = await client.chat.runs.create(**body, **more)
    events = await told(client, run)
    assert [one["sequence"] for one in events] == list(range(len(events)))
    return await client.chat.runs.get(run["runId"]), events


def kinds(events: list[dict[str, Any]]) -> list[str]:
    """The types in order, repetitions once."""
    return [
        one["type"] for n, one in enumerate(events) if not n or events[n - 1]["type"] != one["type"]
    ]


@covers("client.chat.runs.create", "client.chat.runs.get", "client.chat.runs.stream_events")
async def test_a_run_is_told_from_beginning_to_end(connect: Connect) -> None:
    client = await connect()
    run, events = await ended(
        client, wish("two versions of a red fox, then animate the second one")
    )
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
    assert run["events"] == events
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
    order = kinds(events)
    assert order[0] == "run_created"
    assert order[-1] == "run_completed"
    for kind in ("llm_round_started", "assistant_message_delta", "assistant_message_completed", "tool_call_dispatched",
                 "tool_call_progress", "tool_call_resolved", "media_context_updated"):  # fmt: skip
        assert kind in order
    ticks = [one["payload"] for one in events if one["type"] == "tool_call_progress"]
    assert {one.get("jobIndex") for one in ticks} == {None, 0, 1}
    resolved = next(one["payload"] for one in events if one["type"] == "tool_call_resolved")
    assert [one["mediaType"] for one in resolved["mediaUrls"]] == ["image", "image"]
    words = "".join(
        one["payload"]["content"] for one in events if one["type"] == "assistant_message_delta"
    )
    whole = [
        one["payload"]["content"] for one in events if one["type"] == "assistant_message_completed"
    ]
    assert words == "".join(whole)
    async with httpx.AsyncClient() as http:
        answer = await http.get(run["artifacts"][0]["url"])
    with Image.open(BytesIO(answer.content)) as picture:
        assert picture.size == (64, 64)


async def test_a_key_begins_one_run(connect: Connect) -> None:
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


@pytest.mark.parametrize(
    "more",
    [
        {"media_references": [{"kind": "image", "url": "data:image/png;base64,AAAA"}]},
        {"media_context": {"images": ["file:///etc/passwd"]}},
    ],
)
async def test_inline_media_never_leave_the_sdk(connect: Connect, more: Any) -> None:
    client = await connect()
    with pytest.raises(ValueError, match="media"):
        await client.chat.runs.create(**wish("animate this", **more))


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


@covers("client.chat.runs.confirm_cost")
async def test_a_cost_is_agreed_before_it_is_spent(connect: Connect) -> None:
    client = await connect()
    run, events = await ended(client, wish("three versions of a red fox", runtime_config=ASKING))
    assert run["status"] == "waiting_for_user"
    assert run["waiting"]["reason"] == "cost_approval_required"
    details = run["waiting"]["details"]
    assert events[-1]["payload"]["details"] == details
    assert events[-2]["type"] == "run_awaiting_cost_confirmation"
    preview = details["costApprovalPreview"]
    assert preview["totalEstimatedCapacityUnits"] == 3
    assert preview["perToolBreakdown"][0]["toolName"] == "generate_image"

    async def decide(**more: Any) -> Any:
        call = {"tool_call_id": details["toolCallId"], "decision": "confirm", **more}
        return await client.chat.runs.confirm_cost(run["runId"], **call)

    for wrong, status in (
        ({}, 400),
        ({"decision": "perhaps"}, 400),
        ({"accepted_cost_preview": {**preview, "totalEstimatedCapacityUnits": 1}}, 409),
        ({"accepted_cost_preview": preview, "tool_call_id": "call_other"}, 409),
    ):
        with pytest.raises(ApiError) as refused:
            await decide(**wrong)
        assert refused.value.status == status, wrong
    await decide(accepted_cost_preview=preview, idempotency_key="yes", overrides={"width": 9000})
    again = await decide(accepted_cost_preview=preview, idempotency_key="yes")
    assert again["runId"] == run["runId"]
    more = await told(client, run, last_event_id=events[-1]["sequence"])
    assert more[0]["type"] == "run_cost_confirmation_resolved"
    assert more[0]["payload"]["decision"] == "confirm"
    assert more[-1]["type"] == "run_completed"
    done = await client.chat.runs.get(run["runId"])
    assert len(done["artifacts"]) == 3
    with pytest.raises(ApiError) as refused:
        await decide(accepted_cost_preview=preview)
    assert refused.value.status == 409


async def test_a_cost_may_be_declined(connect: Connect) -> None:
    client = await connect()
    run, _ = await ended(client, wish("draw a red fox", runtime_config=ASKING))
    call_id = run["waiting"]["details"]["toolCallId"]
    await client.chat.runs.confirm_cost(run["runId"], tool_call_id=call_id, decision="cancel")
    events = await told(client, run)
    assert events[-1]["type"] == "run_completed"
    done = await client.chat.runs.get(run["runId"])
    assert (done["status"], done["artifacts"]) == ("completed", [])
    assert done["toolResults"][0]["status"] == "cancelled"


async def test_only_one_of_two_decisions_counts(connect: Connect) -> None:
    client = await connect()
    run, _ = await ended(client, wish("draw a red fox", runtime_config=ASKING))
    details = run["waiting"]["details"]
    call = {"tool_call_id": details["toolCallId"], "decision": "confirm",
            "accepted_cost_preview": details["costApprovalPreview"]}  # fmt: skip
    ends = await asyncio.gather(
        *(client.chat.runs.confirm_cost(run["runId"], **call) for _ in range(4)),
        return_exceptions=True,
    )
    assert sorted(isinstance(one, ApiError) for one in ends) == [False, True, True, True]
    await told(client, run)
    assert len((await client.chat.runs.get(run["runId"]))["artifacts"]) == 1


@pytest.mark.parametrize(
    ("more", "asks"),
    [
        ({"runtime_config": {**ASKING, "jobConfirmationThresholdUsd": 1}}, False),
        ({"runtime_config": {**ASKING, "jobConfirmationThresholdUsd": 0.001}}, True),
        ({"runtime_config": ASKING, "confirm_cost": True}, False),
        ({"max_estimated_capacity_units": 1}, True),
        ({"max_estimated_capacity_units": 2}, False),
        ({"max_estimated_capacity_units": 1, "confirm_cost": True}, False),
    ],
)
async def test_limits_decide_whether_it_asks(connect: Connect, more: Any, asks: bool) -> None:
    client = await connect()
    run, _ = await ended(client, wish("two versions of a red fox", **more))
    assert (run["status"] == "waiting_for_user") is asks


async def test_a_waiting_run_may_be_cancelled(connect: Connect) -> None:
    client = await connect()
    run, _ = await ended(client, wish("draw a red fox", runtime_config=ASKING))
    cancelled = await client.chat.runs.cancel(run["runId"])
    assert cancelled["status"] == "cancelled"
    assert "waiting" not in cancelled
    assert (await told(client, run))[-1]["type"] == "run_cancelled"


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


@covers(
    "client.projects.upload_url",
    "client.projects.download_url",
    "client.api_client.rest.put_bytes",
)
async def test_an_uploaded_picture_is_worked_on(connect: Connect) -> None:
    client = await connect()
    held = BytesIO()
    Image.new("RGB", (40, 30), "teal").save(held, "PNG")
    place = {
        "jobId": "j-1",
        "imageId": "media_ref_1",
        "type": "referenceImage",
        "contentType": "image/png",
    }
    url = await client.projects.upload_url(place)
    await client.api_client.rest.put_bytes(url, held.getvalue(), content_type="image/png")
    found = await client.projects.download_url(place)
    run, _ = await ended(
        client, wish("animate this", media_references=[{"kind": "image", "url": found}])
    )
    assert run["status"] == "completed"
    assert run["mediaContext"]["uploadedImages"] == [found]
    context = {"images": [], "uploadedImages": [found]}
    again, _ = await ended(client, wish("animate image -1", media_context=context))
    assert again["toolCalls"][0]["arguments"]["sourceImageIndex"] == -1
    assert again["status"] == "completed"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"no json", 400),
        ({}, 400),
        ({"messages": "hi"}, 400),
        ({"sampling": 7}, 400),
        ({"sampling": {"taskProfile": "lazy"}}, 400),
        ({"max_estimated_capacity_units": "many"}, 400),
        ({"confirm_cost": "yes"}, 400),
        ({"runtime_config": {"qualityTier": "best"}}, 400),
        ({"runtime_config": {"jobConfirmationThresholdUsd": "1"}}, 400),
        ({"media_context": 7}, 400),
        ({"media_context": {"images": "x"}}, 400),
        ({"media_context": {"images": ["http://example.org/a.png"]}}, 400),
        ({"media_context": {"images": ["data:image/png;base64,AAAA"]}}, 400),
        ({"media_references": [{"kind": "image", "dataUri": "data:,"}]}, 400),
        ({"media_references": "x"}, 400),
        ({"session_id": 7}, 400),
        ({"model": "unheard-of"}, 404),
    ],
)
def test_a_wrong_run_is_refused(
    small_studio: RunningStudio, key: str, body: Any, status: int
) -> None:
    usual = {"messages": [{"role": "user", "content": "hi"}]}
    raw = (
        body if isinstance(body, bytes) else json.dumps({**usual, **body} if body else {}).encode()
    )
    answer = httpx.post(f"{small_studio.rest}/v1/chat/runs", content=raw, headers={"api-key": key})
    assert answer.status_code == status, answer.text
    assert answer.json()["status"] == "error"
    assert answer.json()["message"]


async def test_runs_are_their_owners_alone(connect: Connect) -> None:
    client = await connect()
    run = await client.chat.runs.create(**wish("hello"))
    stranger = await connect("stranger", api_key="another key")
    for act in (
        stranger.chat.runs.get(run["runId"]),
        stranger.chat.runs.cancel(run["runId"]),
        stranger.chat.runs.get("../../etc/passwd"),
    ):
        with pytest.raises(ApiError) as refused:
            await act
        assert refused.value.status == 404


async def _client(studio: RunningStudio) -> Any:
    return await SogniClient.create(
        app_id="restart", api_key="restart", rest_endpoint=studio.rest, socket_endpoint=studio.ws
    )


async def test_a_killed_studio_takes_its_runs_up_again(tmp_path: Path) -> None:
    """Two of three pictures are finished when it dies; only the third is rendered, and paid for, afterwards."""
    folder = tmp_path / "data"
    with running_studio(folder, module="tests.studio.doubles", STUDIO_RENDERERS="1") as studio:
        async with await _client(studio) as client:
            waiting, _ = await ended(client, wish("draw a fox", runtime_config=ASKING))
            run = await client.chat.runs.create(**wish("three versions of a red fox"))

            async def two_done() -> bool:
                log = (await client.chat.runs.get(run["runId"]))["events"]
                made = [one for one in log if "resultUrl" in one.get("payload", {})]
                if len(made) == 1:
                    studio.fault("stall")
                return len(made) >= 2

            await asyncio.wait_for(eventually(two_done), 30)
            spent = await client.account.refresh_balance()
            studio.process.kill()
            studio.process.wait(10)
    port = studio.port
    with running_studio(folder, port, module="tests.studio.doubles") as studio:
        async with await _client(studio) as client:
            events = await told(client, run)
            assert [one["sequence"] for one in events] == list(range(len(events)))
            assert "run_resumed" in kinds(events)
            done = await client.chat.runs.get(run["runId"])
            assert (done["status"], len(done["artifacts"])) == ("completed", 3)
            assert done["recovery"]["resumeCount"] == 1
            after = await client.account.refresh_balance()
            assert float(spent["spark"]["net"]) - float(after["spark"]["net"]) < 1.1
            still = await client.chat.runs.get(waiting["runId"])
            assert still["status"] == "waiting_for_user"
            details = still["waiting"]["details"]
            await client.chat.runs.confirm_cost(
                still["runId"], tool_call_id=details["toolCallId"], decision="confirm",
                accepted_cost_preview=details["costApprovalPreview"],
            )  # fmt: skip
            assert (await told(client, still))[-1]["type"] == "run_completed"


def _over(preview: dict[str, Any]) -> bool:
    """Whether the preview's time is over."""
    until = datetime.fromisoformat(preview["validityUntil"].replace("Z", "+00:00"))
    return until < datetime.now(UTC)


async def test_an_expired_preview_is_renewed(tmp_path: Path) -> None:
    with running_studio(
        tmp_path,
        module="tests.studio.doubles",
        STUDIO_APPROVAL_S="0.2",
        STUDIO_SPARK_BALANCE="3",
    ) as studio:
        async with await _client(studio) as client:
            run, _ = await ended(client, wish("draw a fox", runtime_config=ASKING))
            call = {"tool_call_id": run["waiting"]["details"]["toolCallId"], "decision": "confirm"}
            old = run["waiting"]["details"]["costApprovalPreview"]

            await asyncio.wait_for(eventually(lambda: _over(old)), 5)
            with pytest.raises(ApiError) as refused:
                await client.chat.runs.confirm_cost(run["runId"], **call, accepted_cost_preview=old)
            assert refused.value.status == 409
            fresh = await client.chat.runs.get(run["runId"])
            preview = fresh["waiting"]["details"]["costApprovalPreview"]
            assert preview["validityUntil"] > old["validityUntil"]
            poor, _ = await ended(client, wish("four versions of a red fox"))
            assert poor["waiting"]["reason"] == "insufficient_credit"
            assert "costApprovalPreview" not in poor["waiting"]["details"]
