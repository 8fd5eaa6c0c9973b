"""What the creative-agent surface adds: durable workflows begun in a conversation, and the manifest of its media."""

import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.studio.conformance.cover import covers
from tests.studio.conformance.plans import Sdk
from tests.studio.conformance.running import MODEL
from tests.studio.flow_tools import PRICE
from tests.studio.near import NearStudio

DRAW = {"id": "draw", "toolName": "generate_image", "arguments": {"prompt": "a fox"}}


@pytest.fixture
def http(near: NearStudio, request: pytest.FixtureRequest) -> Iterator[httpx.Client]:
    with near.http(f"desk {request.node.name}") as client:
        yield client


def insisted(name: str) -> dict[str, Any]:
    return {"type": "function", "function": {"name": name}}


def called(name: str, **arguments: Any) -> list[dict[str, Any]]:
    """A conversation that ends with a call nobody has answered."""
    function = {"name": name, "arguments": json.dumps(arguments)}
    call = {"id": f"call-{name}", "type": "function", "function": function}
    return [
        {"role": "user", "content": "go on"},
        {"role": "assistant", "content": "", "tool_calls": [call]},
    ]


def answer(http: httpx.Client, messages: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    body = {"messages": messages, "sogni_tools": "creative-agent", **more}
    told = http.post("/v1/chat/completions", json=body)
    assert told.status_code == 200, told.text
    return dict(told.json())


def test_a_workflow_is_begun_and_told_of(http: httpx.Client) -> None:
    told = answer(http, called("start_workflow", title="Fox", steps=[DRAW]))
    (row,) = told["creative_workflows"]
    assert set(row) == {"workflowId", "status", "url", "eventsUrl", "streamUrl"}
    assert row["url"] == f"/v1/creative-agent/workflows/{row['workflowId']}"
    assert row["eventsUrl"] == f"{row['url']}/events"
    with http.stream("GET", row["streamUrl"]) as stream:
        assert "workflow_completed" in stream.read().decode()
    found = http.get(row["url"]).json()["data"]["workflow"]
    assert (found["title"], found["status"]) == ("Fox", "completed")
    looked = answer(http, called("get_workflow", workflow_id=row["workflowId"]))
    assert looked["creative_workflows"][0]["status"] == "completed"
    (result,) = looked["sogni_tool_results"]
    assert result["artifacts"][0]["url"] == found["artifacts"][0]["url"]


@covers("client.chat.hosted.create")
async def test_a_choice_that_insists_begins_one_from_words(sdk: Sdk) -> None:
    client = await sdk("desk-brief")
    told = await client.chat.hosted.create(
        messages=[{"role": "user", "content": "two pictures of a lighthouse"}],
        model=MODEL,
        sogni_tools="creative-agent",
        tool_choice=insisted("start_workflow"),
    )
    (row,) = told["creative_workflows"]
    found = await client.workflows.get(row["workflowId"])
    assert {one["toolName"] for one in found["steps"]} == {"generate_image"}


@covers("client.chat.runs.create", "client.chat.runs.get")
async def test_a_run_names_the_workflows_it_began(sdk: Sdk) -> None:
    client = await sdk("desk-run")
    run = await client.chat.runs.create(
        messages=[{"role": "user", "content": "two pictures of a lighthouse"}],
        tool_choice=insisted("start_workflow"),
    )
    async for _ in client.chat.runs.stream_events(run["runId"]):
        pass
    ended = await client.chat.runs.get(run["runId"])
    (name,) = ended["childWorkflowIds"]
    assert (await client.workflows.get(name))["workflowId"] == name


async def test_a_workflow_counts_against_what_a_run_may_cost(sdk: Sdk) -> None:
    client = await sdk("desk-ceiling")
    run = await client.chat.runs.create(
        messages=[{"role": "user", "content": "two pictures of a lighthouse"}],
        tool_choice=insisted("start_workflow"),
        max_estimated_capacity_units=0,
    )
    async for _ in client.chat.runs.stream_events(run["runId"]):
        pass
    paused = await client.chat.runs.get(run["runId"])
    assert paused["waiting"]["reason"] == "cost_approval_required"
    assert paused["childWorkflowIds"] == []
    details = paused["waiting"]["details"]
    preview = details["costApprovalPreview"]
    await client.chat.runs.confirm_cost(
        run["runId"],
        tool_call_id=details["toolCallId"],
        decision="confirm",
        accepted_cost_preview=preview,
    )
    async for _ in client.chat.runs.stream_events(run["runId"]):
        pass
    ended = await client.chat.runs.get(run["runId"])
    (name,) = ended["childWorkflowIds"]
    begun = (await client.workflows.get(name))["billingPreview"]
    assert begun["totalEstimatedCapacityUnits"] == preview["totalEstimatedCapacityUnits"] > 0


async def test_what_is_left_of_a_workflow_counts_when_a_run_goes_on_with_it(sdk: Sdk) -> None:
    client = await sdk("desk-resume")
    asking = {
        "id": "ask",
        "toolName": "ask_clarifying_question",
        "arguments": {"question": "Ready?"},
    }
    begun = await client.workflows.start(input={"steps": [DRAW, asking, {**DRAW, "id": "more"}]})
    async for _ in client.workflows.stream_events(begun["workflowId"]):
        pass
    run = await client.chat.runs.create(
        messages=called("resume_workflow", workflow_id=begun["workflowId"], answer="yes"),
        max_estimated_capacity_units=0,
    )
    async for _ in client.chat.runs.stream_events(run["runId"]):
        pass
    details = (await client.chat.runs.get(run["runId"]))["waiting"]["details"]
    preview = details["costApprovalPreview"]
    assert preview["totalEstimatedCapacityUnits"] == float(PRICE)
    await client.chat.runs.confirm_cost(
        run["runId"],
        tool_call_id=details["toolCallId"],
        decision="confirm",
        accepted_cost_preview=preview,
    )
    async for _ in client.chat.runs.stream_events(run["runId"]):
        pass
    async for _ in client.workflows.stream_events(begun["workflowId"]):
        pass
    assert (await client.workflows.get(begun["workflowId"]))["status"] == "completed"


@pytest.mark.parametrize(
    ("name", "arguments", "error"),
    [
        ("start_workflow", {"brief": " "}, "USER_INPUT_INCOMPLETE"),
        ("start_workflow", {"steps": [{"toolName": "unheard_of"}]}, "WORKFLOW_VALIDATION_FAILED"),
        ("start_workflow", {"workflow_id": "tpl_none"}, "ASSET_NOT_FOUND"),
        ("get_workflow", {}, "PARAMETER_INVALID"),
        ("cancel_workflow", {"workflow_id": "wf_none"}, "ASSET_NOT_FOUND"),
        ("inspect_asset", {"asset_id": "image_7"}, "ASSET_NOT_FOUND"),
        ("map_assets_for_model", {}, "PARAMETER_INVALID"),
    ],
)
def test_what_cannot_be_done_is_told(
    http: httpx.Client, name: str, arguments: dict[str, Any], error: str
) -> None:
    (result,) = answer(http, called(name, **arguments))["sogni_tool_results"]
    assert (result["success"], result["error_type"]) == (False, error)


def test_on_the_usual_surface_they_are_the_clients_own(http: httpx.Client) -> None:
    told = answer(http, called("start_workflow", steps=[DRAW]), sogni_tools="creative-tools")
    assert told["choices"][0]["finish_reason"] == "tool_calls"
    assert told["creative_workflows"] == []


def test_a_manifest_is_kept_in_the_conversation(http: httpx.Client) -> None:
    first = answer(http, [{"role": "user", "content": "draw a fox"}])
    (url,) = first["sogni_tool_results"][0]["resultUrls"]
    said = [
        {"role": "user", "content": "draw a fox"},
        {"role": "assistant", "content": first["choices"][0]["message"]["content"]},
    ]
    asset = {"user_label": "hero", "type": "image", "must_preserve": ["ears"]}
    making = called("create_asset_manifest", assets=[asset])
    (made,) = answer(http, [*said, *making])["sogni_tool_results"]
    (row,) = made["assetManifest"]["assets"]
    assert (row["asset_id"], row["user_label"], row["url"]) == ("image_0", "hero", url)
    done = {"role": "tool", "tool_call_id": "call-create_asset_manifest", "content": "{}"}
    so_far = [*said, *making, done]
    (seen,) = answer(http, [*so_far, *called("inspect_asset", user_label="hero")])[
        "sogni_tool_results"
    ]
    assert seen["asset"]["must_preserve"] == ["ears"]
    (mapped,) = answer(http, [*so_far, *called("map_assets_for_model", model_id="seedance2")])[
        "sogni_tool_results"
    ]
    assert [one["model_ref"] for one in mapped["assets"]] == ["@Image1"]
    prompt = "@Image1 runs towards @Image2"
    (checked,) = answer(
        http,
        [*so_far, *called("validate_asset_references", model_id="seedance2", prompt=prompt)],
    )["sogni_tool_results"]
    assert (checked["valid"], checked["dangling"]) == (False, ["@Image2"])


@covers("client.workflows.start")
async def test_a_plan_may_use_the_services_own_arguments(sdk: Sdk) -> None:
    client = await sdk("desk-plan")
    steps = [
        DRAW,
        {"id": "list", "toolName": "create_asset_manifest",
         "arguments": {"assets": [{"user_label": "hero", "type": "image"}]}},
        {"id": "all", "toolName": "inspect_asset", "arguments": {}},
        {"id": "map", "toolName": "map_assets_for_model", "arguments": {"model_id": "gpt-image-2"}},
        {"id": "check", "toolName": "validate_asset_references",
         "arguments": {"model_id": "ltx23", "prompt": "context_image_0 beside context_video_0"}},
    ]  # fmt: skip
    begun = await client.workflows.start(input={"steps": steps})
    async for _ in client.workflows.stream_events(begun["workflowId"]):
        pass
    ended = await client.workflows.get(begun["workflowId"])
    results = {one["id"]: one.get("result", {}) for one in ended["steps"]}
    assert ended["status"] == "completed"
    assert results["all"]["assets"][0]["user_label"] == "hero"
    assert results["map"]["assets"][0]["model_ref"] == "Image 1"
    assert results["check"]["dangling"] == ["context_video_0"]
