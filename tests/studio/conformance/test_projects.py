"""Media projects as the SDK drives them, beyond what `test_sdk` and the recovery cases do."""

import asyncio
import time

import pytest
from sogni_client import ProjectError, SogniClient

from tests.studio.conformance.cover import covers
from tests.studio.conformance.plans import Sdk
from tests.studio.conformance.test_assets import fetched, picture
from tests.studio.conformance.test_recovery import image, soon
from tests.studio.near import NearStudio


@covers("job.enhance", "client.projects.estimate_enhancement_cost")
async def test_a_picture_is_enhanced(sdk: Sdk) -> None:
    client = await sdk("pro-enhance", "pro-enhance")
    guess = await client.projects.estimate_enhancement_cost(
        "light", size={"width": 256, "height": 256}
    )
    assert float(guess["spark"]) > 0
    project = await image(client)
    await project.wait_for_completion(60)
    await project.jobs[0].enhance("light")
    await soon(lambda: project.jobs[0].enhanced_image["status"] == "completed")


@covers("client.projects.cancel", "project.cancel", "project.job", "project.to_dict")
async def test_a_cancel_keeps_what_is_finished(sdk: Sdk, near: NearStudio) -> None:
    client = await sdk("pro-cancel", "pro-cancel")
    for direct in (True, False):
        near.fault("stall")
        project = await image(client)
        await soon(lambda: project.jobs)  # noqa: B023 - awaited before the next round
        end = project.cancel() if direct else client.projects.cancel(project.id)
        await asyncio.wait_for(end, 20)
        assert project.to_dict()["status"] == project.status == "canceled"
        assert project.job(project.jobs[0].id) is project.jobs[0]
        result = await client.projects.get_result(project.id)
        assert result["jobs"][0]["status"] == "canceled"
        stored, live = [
            await one(project.id) for one in (client.projects.get, client.projects.get_status)
        ]
        assert (stored["status"], live["status"]) == ("cancelled", "canceled")


@covers("client.projects.resolve_missing")
async def test_a_failure_that_was_missed_is_stored_in_the_sdks_words(
    sdk: Sdk, near: NearStudio
) -> None:
    """The words of a stored record are `errored` and `cancelled`: the SDKs settle a project from no others."""
    client = await sdk("pro-missed", "pro-missed")
    near.fault("fail_slot", slot=0)
    project = await image(client)
    with pytest.raises(ProjectError):
        await project.wait_for_completion(60)
    found = (await client.projects.resolve_missing([project.id]))[project.id]
    stored = found["project"]
    assert (found["state"], stored["status"]) == ("finished", "errored")
    assert (stored["imageCount"], stored["reason"]) == (1, "workerDisconnected")
    assert stored["createTime"] <= stored["endTime"]
    assert stored["completedWorkerJobs"][0]["worker"]["name"]
    assert (await client.projects.get_status(project.id))["status"] == "failed"


@covers("client.projects.list_recent")
async def test_what_was_finished_before_a_cancel_is_in_the_history(
    sdk: Sdk, near: NearStudio
) -> None:
    client = await sdk("pro-half", "pro-half")
    near.fault("stall", slot=1)
    project = await client.projects.create(
        type="image", model_id="z_image_turbo_bf16", positive_prompt="a fox", number_of_media=2,
        size_preset="custom", width=256, height=256,
    )  # fmt: skip
    await soon(lambda: [one for one in project.jobs if one.status == "completed"])
    await asyncio.wait_for(project.cancel(), 20)
    (found,) = await client.projects.list_recent(since=0)
    assert found["id"] == project.id
    assert [one["status"] for one in found["jobs"]] == ["completed"]


@covers("client.projects.list_recent")
async def test_the_history_is_asked_for_in_parts(sdk: Sdk, near: NearStudio) -> None:
    client = await sdk("pro-parts", "pro-parts")
    project = await image(client, appSource="mine")
    await project.wait_for_completion(60)
    (found,) = await client.projects.list_recent(app_source="mine")
    assert (found["id"], found["appSource"]) == (project.id, "mine")
    assert await client.projects.list_recent(app_source="another") == []
    assert await client.projects.list_recent(since=(time.time() + 60) * 1000) == []
    with near.http("pro-parts") as http:
        for query in ("state=completed", "role=artist&state=completed&mediaOnly=true", ""):
            (row,) = http.get(f"/v1/jobs/list?{query}").json()["data"]["jobs"]
            assert {"id", "imgID", "status", "reason", "endTime", "parentRequest"} <= set(row)
        assert http.get("/v1/jobs/list?mediaOnly=true&since=1").status_code == 400
        for query in ("state=failed", "role=worker", "address=0x1"):
            assert http.get(f"/v1/jobs/list?{query}").json()["data"]["jobs"] == []


async def test_looks_change_the_picture(sdk: Sdk) -> None:
    client = await sdk("pro-looks", "pro-looks")
    made = []
    for more in ({}, {"loras": ["studio-ink"], "lora_strengths": [1]},
                 {"loras": ["studio-ink"], "lora_strengths": [0.1]}):  # fmt: skip
        project = await image(client, seed=5, **more)
        (url,) = await project.wait_for_completion(60)
        made.append(await fetched(url))
    assert made[0] == made[2] != made[1]


@covers("client.projects.is_video_model_id", "client.projects.is_audio_model_id",
        "client.projects.is_model_artifact_model_id", "client.check_auth", "client.dispose",
        "client.aclose", "client.create")  # fmt: skip
async def test_an_id_tells_what_it_makes(sdk: Sdk, near: NearStudio) -> None:
    client = await sdk("pro-ids")
    assert client.projects.is_video_model_id("ltx25-22b-int8_i2v_distilled")
    assert client.projects.is_audio_model_id("minimax_music3")
    assert not client.projects.is_model_artifact_model_id("z_image_turbo_bf16")
    visitor = await SogniClient.create(
        auth_type="cookies", rest_endpoint=near.rest, socket_endpoint=near.ws, disable_socket=True
    )
    assert await visitor.check_auth() is False
    await visitor.dispose()


@covers("client.projects.assets.try_bind_file")
async def test_what_cannot_be_saved_is_uploaded_as_ever(sdk: Sdk) -> None:
    client = await sdk("pro-bind")
    bind = client.projects.assets.try_bind_file
    slot = {"projectId": "j", "type": "startingImage"}
    assert await bind(picture(), "image/gif", slot) is False
    assert await bind(b"", "image/png", slot) is False
    assert await bind(picture(), "image/png", slot) is True


@covers("stream.wait")
async def test_a_stream_may_be_waited_for(sdk: Sdk) -> None:
    client = await sdk("pro-wait", "pro-wait")
    stream = await client.chat.completions.create(
        model="qwen3.6-35b-a3b-gguf-iq4xs",
        messages=[{"role": "user", "content": "hi"}],
        stream=True,
    )
    assert (await stream.wait(20))["finishReason"] == "stop"
    assert stream.content
