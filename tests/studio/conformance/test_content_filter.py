"""The content filter through every door of the official SDK: on unless it is switched off."""

import asyncio
from typing import Any

import pytest

from tests.studio.conformance.plans import Sdk
from tests.studio.conformance.plans import ended as flow_ended
from tests.studio.conformance.running import MODEL, ended, wish
from tests.studio.near import NearStudio

NUDE = "draw a nude couple"


async def picture(client: Any, **more: Any) -> Any:
    """A finished project of one small picture, its previews in `client.seen`."""
    await client.projects.wait_for_models()
    client.seen = []
    client.api_client.socket.on("jobProgress", lambda news: client.seen.append(news["hasImage"]))
    project = await client.projects.create(
        type="image", model_id="z_image_turbo_bf16", positive_prompt="a nude couple", number_of_media=1,
        size_preset="custom", width=256, height=256, steps=4,
        number_of_previews=2, **more,
    )  # fmt: skip
    await project.wait_for_completion(60)
    return project


async def test_a_projects_result_is_withheld(sdk: Sdk, near: NearStudio) -> None:
    client = await sdk("filter-on", "filter-on")
    project = await picture(client)
    job = project.jobs[0]
    assert (project.status, job.status) == ("completed", "completed")
    assert (job.is_withheld, job.has_result_media, job.result_url) == (True, False, None)
    assert job.nsfw_sources == ["prompt"]
    assert client.seen
    assert not any(client.seen)
    with near.http("filter-on") as http:
        assert float(http.get("/v4/account/balance").json()["data"]["spark"]["debit"]) > 0
    found = await client.projects.get_result(project.id)
    assert found["jobs"][0]["urlUnavailable"] == "sensitiveContent"
    (row,) = (await client.projects.get(project.id))["completedWorkerJobs"]
    assert row["nsfwSources"] == ["prompt"]


async def test_a_project_may_switch_it_off(sdk: Sdk) -> None:
    client = await sdk("filter-off", "filter-off")
    project = await picture(client, disableNSFWFilter=True)
    job = project.jobs[0]
    assert (job.is_withheld, job.nsfw_detected, job.nsfw_sources) == (False, True, ["prompt"])
    assert job.result_url
    assert any(client.seen)
    found = await client.projects.get_result(project.id)
    assert found["jobs"][0]["url"]


@pytest.mark.parametrize("on", [True, False])
async def test_a_run_obeys_its_config(sdk: Sdk, *, on: bool) -> None:
    client = await sdk(f"filter-run-{on}")
    run, _ = await ended(client, wish(NUDE, runtime_config={"safeContentFilter": on}))
    if on:
        assert run["status"] == "failed"
        assert run["toolResults"][0]["errorCode"] == "SAFETY_REJECTED"
    else:
        assert (run["status"], len(run["artifacts"])) == ("completed", 1)


async def test_a_word_about_cost_may_change_it(sdk: Sdk) -> None:
    client = await sdk("filter-confirm")
    config = {"requireJobConfirmation": True}
    run, _ = await ended(client, wish(NUDE, runtime_config=config))
    details = run["waiting"]["details"]
    await client.chat.runs.confirm_cost(
        run["runId"], tool_call_id=details["toolCallId"], decision="confirm",
        accepted_cost_preview=details["costApprovalPreview"], overrides={"safeContentFilter": False},
    )  # fmt: skip
    async with asyncio.timeout(60):
        async for _ in client.chat.runs.stream_events(run["runId"]):
            pass
    assert (await client.chat.runs.get(run["runId"]))["status"] == "completed"


@pytest.mark.parametrize("filtered", [None, True, False])
async def test_a_hosted_answer_obeys_its_request(sdk: Sdk, *, filtered: bool | None) -> None:
    client = await sdk(f"filter-hosted-{filtered}")
    said = {} if filtered is None else {"safe_content_filter": filtered}
    answer = await client.chat.hosted.create(
        model=MODEL, messages=[{"role": "user", "content": NUDE}], **said
    )
    result = answer["sogni_tool_results"][0]
    assert result["success"] is (filtered is False)
    assert result.get("error_type") == (None if filtered is False else "SAFETY_REJECTED")


@pytest.mark.parametrize("filtered", [None, False])
async def test_a_workflow_obeys_its_start(sdk: Sdk, *, filtered: bool | None) -> None:
    client = await sdk(f"filter-flow-{filtered}")
    steps = [{"id": "draw", "toolName": "generate_image", "arguments": {"prompt": "a nude couple"}}]
    said = {} if filtered is None else {"safe_content_filter": filtered}
    done = await flow_ended(client, await client.workflows.start(input={"steps": steps}, **said))
    assert done["safeContentFilter"] is (filtered is None)
    if filtered is None:
        assert done["status"] == "failed"
        assert done["error"]["error_type"] == "SAFETY_REJECTED"
    else:
        assert done["status"] == "completed"
        assert done["artifacts"][0]["metadata"]["nsfwDetected"] is True
