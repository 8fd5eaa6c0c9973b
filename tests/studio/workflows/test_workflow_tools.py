"""Built-in templates with the studio's real tools, from the picture put in to the pictures that come out."""

import functools
import io
import math
import struct
import wave
from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx
import pytest
from PIL import Image, ImageDraw
from sogni_client import SogniClient

from tests.studio.conformance.conftest import closed
from tests.studio.conformance.plans import ended
from tests.studio.near import NearStudio, near_studio


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[NearStudio]:
    with near_studio(tmp_path_factory.mktemp("whole")) as running:
        yield running


@pytest.fixture
async def client(whole: NearStudio) -> AsyncIterator[Any]:
    one = await SogniClient.create(
        api_key="tools", rest_endpoint=whole.rest, socket_endpoint=whole.ws, disable_socket=True
    )
    yield one
    await closed(one)


async def given(client: Any, kind: str, data: bytes, mime: str) -> str:
    """The address of an uploaded file."""
    place = {"jobId": "tools", "id": kind, "type": f"reference{kind}", "contentType": mime}
    to = await client.projects.media_upload_url(place)
    await client.api_client.rest.put_bytes(to, data, content_type=mime)
    return str(await client.projects.media_download_url(place))


@functools.cache
def song(seconds: float = 4.0) -> bytes:
    """A tone with a beat, as a WAV file."""
    rate, out = 22_050, io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        for n in range(int(seconds * rate)):
            loud = 1 - (n % (rate // 2)) / (rate // 2)
            file.writeframesraw(
                struct.pack("<h", int(9000 * loud * math.sin(n / rate * 2 * math.pi * 220)))
            )
    return out.getvalue()


async def photo(client: Any) -> str:
    """The address of an uploaded picture with something on it."""
    picture = Image.new("RGB", (320, 240), "lightblue")
    pen = ImageDraw.Draw(picture)
    pen.ellipse((100, 60, 220, 200), fill="peru", outline="black", width=4)
    out = io.BytesIO()
    picture.save(out, "PNG")
    return await given(client, "Image", out.getvalue(), "image/png")


async def opened(url: str) -> Image.Image:
    async with httpx.AsyncClient() as http:
        picture = Image.open(io.BytesIO((await http.get(url)).content))
    picture.load()
    return picture


async def test_a_portrait_is_restored_and_painted(client: Any) -> None:
    started = await client.workflows.start(
        workflow_id="studio-portrait-makeover", inputs={"photo": await photo(client)}
    )
    done = await ended(client, started)
    assert done["status"] == "completed", done["error"]
    assert [one["stepId"] for one in done["artifacts"]] == ["restored", "styled"]
    restored, styled = [await opened(one["url"]) for one in done["artifacts"]]
    assert restored.tobytes() != styled.resize(restored.size).tobytes()


async def test_a_series_is_four_different_posters(client: Any) -> None:
    started = await client.workflows.start(
        workflow_id="studio-poster-series", inputs={"prompt": "a lighthouse"}
    )
    done = await ended(client, started)
    assert done["status"] == "completed", done
    pictures = [await opened(one["url"]) for one in done["artifacts"]]
    assert len({one.tobytes() for one in pictures}) == 4
    assert all(one.height > one.width for one in pictures)


async def test_the_cost_is_the_one_foreseen(client: Any) -> None:
    steps = [{"id": "a", "toolName": "generate_image",
              "arguments": {"prompt": "a fox", "numberOfVariations": 2}}]  # fmt: skip
    before = float((await client.account.account_balance())["spark"]["net"])
    done = await ended(client, await client.workflows.start(input={"steps": steps}))
    after = float((await client.account.account_balance())["spark"]["net"])
    foreseen = done["billingPreview"]["totalEstimatedCapacityUnits"]
    assert before - after == pytest.approx(foreseen)
    assert foreseen > 0


async def test_a_postcard_moves_when_it_was_liked(client: Any) -> None:
    asked = {"prompt": "a harbour at dawn", "motion": "slow push in"}
    fork = await client.workflows.templates.fork("studio-moving-postcard")
    stages = fork["stages"]
    stages[2]["args"]["duration"] = 2
    short = await client.workflows.templates.update(fork["id"], {"stages": stages})
    started = await client.workflows.start(workflow_id=short["id"], inputs=asked)
    paused = await ended(client, started)
    assert paused["waitingReason"] == "ask_clarifying_question", paused.get("error")
    resumed = await client.workflows.resume(paused["workflowId"])
    done = await ended(client, resumed["workflow"])
    assert done["status"] == "completed", done.get("error")
    assert [one["mediaType"] for one in done["artifacts"]] == ["image", "video"]
    assert done["artifacts"][1]["durationSeconds"] == pytest.approx(2, abs=0.2)


@pytest.mark.parametrize("with_photo", [False, True])
async def test_a_song_gets_its_film_and_its_cover(client: Any, with_photo: bool) -> None:
    inputs: dict[str, Any] = {
        "song": await given(client, "Audio", song(), "audio/wav"),
        "prompt": "waves of the sea",
        "duration": 2,
    }
    if with_photo:
        inputs["photo"] = await photo(client)
    started = await client.workflows.start(workflow_id="studio-music-video", inputs=inputs)
    done = await ended(client, started)
    assert done["status"] == "completed", done.get("error")
    assert sorted(one["mediaType"] for one in done["artifacts"]) == ["image", "video"]


async def test_a_composed_plan_is_made_as_it_is(client: Any) -> None:
    answer = await client.chat.hosted.execute_tool(
        tool="compose_workflow",
        arguments={"brief": "a fox in snow", "scene_count": 2, "duration_seconds": 4},
    )
    plan = answer["data"]["result"]["plan"]
    done = await ended(client, await client.workflows.start(input=plan))
    assert done["status"] == "completed", done.get("error")
    assert done["artifacts"][-1]["toolName"] == plan["steps"][-1]["toolName"]
    foreseen = answer["data"]["result"]["estimated_capacity_units"]
    assert foreseen >= done["billingPreview"]["totalEstimatedCapacityUnits"] > 0


async def test_a_composed_template_is_kept_and_run(client: Any) -> None:
    answer = await client.chat.hosted.execute_tool(
        tool="compose_workflow_template",
        arguments={"brief": "a poster of an animal", "name": "Animal"},
    )
    made = await client.workflows.templates.create(answer["data"]["result"]["template_draft"])
    assert made["name"] == "Animal"
    started = await client.workflows.start(workflow_id=made["id"], inputs={})
    await client.workflows.cancel(started["workflowId"])
