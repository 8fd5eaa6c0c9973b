"""What a run may be begun with, and whose it is: through the SDK and, for what that does not let out, plainly."""

import json
from io import BytesIO
from typing import Any

import httpx
import pytest
from PIL import Image
from sogni_client import ApiError

from tests.studio.conformance.cover import covers
from tests.studio.conformance.running import Connect, ended, wish
from tests.studio_server import RunningStudio

INLINE = [{"type": "image_url", "image_url": {"url": "data:image/png;base64,AAAA"}}]


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
        ({"messages": [{"role": "user", "content": INLINE}]}, 400),
        ({"media_references": "x"}, 400),
        ({"media_references": 7}, 400),
        ({"media_references": {"kind": "image"}}, 400),
        ({"session_id": 7}, 400),
        ({"client_message_id": 7}, 400),
        ({"app_source": 7}, 400),
        ({"token_type": "gold"}, 400),
        ({"billing_mode": "later"}, 400),
        ({"tool_choice": "sometimes"}, 400),
        ({"sampling": {"temperature": "hot"}}, 400),
        ({"sampling": {"think": "deeply"}}, 400),
        ({"runtime_config": {"safeContentFilter": "off"}}, 400),
        ({"runtime_config": {"requireJobConfirmation": 1}}, 400),
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


async def test_what_lies_within_may_be_spelled_either_way(connect: Connect) -> None:
    client = await connect()
    config = {"require_job_confirmation": True, "safe_content_filter": False}
    context: dict[str, Any] = {"uploaded_images": []}
    run, _ = await ended(
        client, wish("draw a red fox", runtime_config=config, media_context=context)
    )
    assert run["waiting"]["reason"] == "cost_approval_required"
    told = {"requireJobConfirmation": True, "safeContentFilter": False}
    assert run["request"]["runtimeConfig"] == told
    assert run["request"]["mediaContext"] == {"uploadedImages": []}


async def test_what_was_sent_along_is_in_the_record(connect: Connect) -> None:
    client = await connect()
    sent = {
        "session_id": "s",
        "client_message_id": "m",
        "app_source": "mine",
        "sampling": {"temperature": 1},
    }
    run = await client.chat.runs.create(
        **wish("hello", runtime_config={"qualityTier": "hq"}, **sent)
    )
    kept = ("sessionId", "clientMessageId", "appSource", "sampling")
    assert [run["request"][name] for name in kept] == list(sent.values())
    assert run["scope"]["appSource"] == "mine"
    assert run["quality"] == {"tier": "hq"}
    assert set(run["backbone"]) == {
        "schemaVersion",
        "modelKnowledgeVersion",
        "routingPolicyVersion",
    }
    arrays = ("images", "videos", "audio", "uploadedImages", "uploadedVideos", "uploadedAudio")
    assert run["mediaContext"] == {name: [] for name in arrays}


def test_a_foreign_medium_is_refused_by_its_name(small_studio: RunningStudio, key: str) -> None:
    body = wish("hi", media_references=[{"kind": "image", "url": "http://example.org/a.png"}])
    answer = httpx.post(f"{small_studio.rest}/v1/chat/runs", json=body, headers={"api-key": key})
    told = answer.json()
    assert (answer.status_code, told["error_type"]) == (400, "ASSET_NOT_FOUND")
    assert told["details"] == {"error_type": "ASSET_NOT_FOUND"}
    assert not told["message"].startswith("ASSET")


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
