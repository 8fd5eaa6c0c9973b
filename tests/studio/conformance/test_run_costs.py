"""Runs that ask before they spend, and how they are answered."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sogni_client import ApiError

from tests.studio.conformance.cover import covers
from tests.studio.conformance.running import (
    ASKING,
    Connect,
    ended,
    plain_client,
    told,
    wish,
)
from tests.studio_server import RunningStudio, running_studio
from tests.waiting import eventually


def decider(client: Any, run: dict[str, Any]) -> Callable[..., Awaitable[Any]]:
    """A word about the cost that this run waits for; yes, if nothing else is said."""

    async def decide(**more: Any) -> Any:
        call_id = run["waiting"]["details"]["toolCallId"]
        call = {"tool_call_id": call_id, "decision": "confirm", **more}
        return await client.chat.runs.confirm_cost(run["runId"], **call)

    return decide


async def test_a_cost_is_told_before_it_is_spent(connect: Connect) -> None:
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
    decide = decider(client, run)
    for wrong, status in (
        ({}, 400),
        ({"decision": "perhaps"}, 400),
        ({"accepted_cost_preview": {**preview, "totalEstimatedCapacityUnits": 1}}, 409),
        ({"accepted_cost_preview": preview, "tool_call_id": "call_other"}, 409),
    ):
        with pytest.raises(ApiError) as refused:
            await decide(**wrong)
        assert refused.value.status == status, wrong
    assert (await client.chat.runs.get(run["runId"]))["status"] == "waiting_for_user"


async def test_a_cost_is_told_in_the_token_that_was_asked_for(connect: Connect) -> None:
    client = await connect()
    body = wish("three versions of a red fox", runtime_config=ASKING, token_type="sogni")
    run, events = await ended(client, body)
    told = events[-2]["payload"]
    assert (told["estimatedCost"], told["tokenType"]) == (0.6, "sogni")
    assert told["estimatedUsdCost"] == 0.015
    assert told["toolArgs"]["numberOfVariations"] == 3
    assert {"toolCallId", "toolName", "summary"} <= set(told)
    assert run["waiting"]["details"]["costApprovalPreview"]["tokenType"] == "sogni"
    assert "0.6 sogni" in run["waiting"]["message"]


@covers("client.chat.runs.confirm_cost")
async def test_a_cost_is_agreed_once(connect: Connect) -> None:
    client = await connect()
    run, events = await ended(client, wish("three versions of a red fox", runtime_config=ASKING))
    decide, preview = decider(client, run), run["waiting"]["details"]["costApprovalPreview"]
    yes = {"accepted_cost_preview": preview, "idempotency_key": "yes", "overrides": {"width": 9000}}
    await decide(**yes)
    again = await decide(**yes)
    assert again["runId"] == run["runId"]
    with pytest.raises(ApiError) as refused:
        await decide(**yes, reason="another body")
    assert (refused.value.status, refused.value.error_code) == (409, 102)
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
        ({"runtime_config": {**ASKING, "jobConfirmationThresholdUsd": 0.01}}, False),
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


@pytest.mark.parametrize(
    ("more", "asks"),
    [({"runtime_config": ASKING}, False), ({"max_estimated_capacity_units": 0}, True)],
)
async def test_words_alone_are_no_job_but_count(connect: Connect, more: Any, asks: bool) -> None:
    client = await connect()
    words = {"prompt": "fox", "target_output": "image_prompt", "destination_model": "z-turbo"}
    function = {"name": "enhance_prompt", "arguments": json.dumps(words)}
    call = {"id": "c", "type": "function", "function": function}
    body = wish("better this prompt", **more)
    body["messages"].append({"role": "assistant", "content": "", "tool_calls": [call]})
    run, _ = await ended(client, body)
    reason = run.get("waiting", {}).get("reason")
    assert (reason == "cost_approval_required") is asks
    if not asks:
        (preview,) = run["billingPreviews"]
        assert preview["toolName"] == "enhance_prompt"
        assert 0 < preview["estimatedCapacityUnits"] < 0.1


async def test_a_waiting_run_may_be_cancelled(connect: Connect) -> None:
    client = await connect()
    run, _ = await ended(client, wish("draw a red fox", runtime_config=ASKING))
    cancelled = await client.chat.runs.cancel(run["runId"])
    assert cancelled["status"] == "cancelled"
    assert "waiting" not in cancelled
    assert (await told(client, run))[-1]["type"] == "run_cancelled"


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
        async with await plain_client(studio) as client:
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
            details = poor["waiting"]["details"]
            assert "costApprovalPreview" not in details
            call = {"tool_call_id": details["toolCallId"], "accepted_cost_preview": preview}
            with pytest.raises(ApiError) as refused:
                await client.chat.runs.confirm_cost(poor["runId"], decision="confirm", **call)
            assert refused.value.status == 409
            await client.chat.runs.confirm_cost(poor["runId"], decision="cancel", **call)
            assert (await told(client, poor))[-1]["type"] == "run_completed"


async def test_a_cancel_whose_body_is_late_meets_the_run_as_it_is_then(
    connect: Connect, small_studio: RunningStudio, key: str
) -> None:
    client = await connect()
    run, _ = await ended(client, wish("draw a red fox", runtime_config=ASKING))
    details = run["waiting"]["details"]
    reader, writer = await asyncio.open_connection("127.0.0.1", small_studio.port)
    head = f"POST /v1/chat/runs/{run['runId']}/cancel HTTP/1.1\r\nHost: 127.0.0.1\r\napi-key: {key}\r\n"
    writer.write(f"{head}Connection: close\r\nContent-Length: 2\r\n\r\n".encode())
    await writer.drain()
    await client.chat.runs.confirm_cost(
        run["runId"], tool_call_id=details["toolCallId"], decision="confirm",
        accepted_cost_preview=details["costApprovalPreview"],
    )  # fmt: skip
    assert (await told(client, run))[-1]["type"] == "run_completed"
    writer.write(b"{}")
    answer = await asyncio.wait_for(reader.read(), 10)
    writer.close()
    assert b'"status":"completed"' in answer
    assert (await client.chat.runs.get(run["runId"]))["status"] == "completed"
