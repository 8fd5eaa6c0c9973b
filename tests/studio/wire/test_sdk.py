"""The unmodified official SDK against the studio."""

import asyncio
from collections.abc import Awaitable, Callable
from io import BytesIO
from typing import Any

import httpx
import pytest
from PIL import Image
from sogni_client import ChatJobError, ProjectError

from tests.studio_server import RunningStudio
from tests.waiting import eventually

MODEL = "qwen3.6-35b-a3b-gguf-iq4xs"
IMAGE = "z_image_turbo_bf16"
Connect = Callable[..., Awaitable[Any]]
TOOL = {
    "type": "function",
    "function": {
        "name": "generate_image",
        "parameters": {"type": "object", "properties": {"prompt": {"type": "string"}}},
    },
}


async def chat(client: Any, text: str, **more: Any) -> dict[str, Any]:
    stream = await client.chat.completions.create(
        model=MODEL, messages=[{"role": "user", "content": text}], stream=True, **more
    )
    pieces = [chunk async for chunk in stream]
    assert pieces
    result: dict[str, Any] = stream.final_result
    return result


async def cancelled(client: Any, project: Any) -> None:
    """Returns when whoever waits for the project has been told that it is over."""
    await client.projects.cancel(project.id)
    with pytest.raises(ProjectError, match="canceled"):
        await project.wait_for_completion(10)


async def image(client: Any, **more: Any) -> Any:
    return await client.projects.create(
        type="image",
        model_id=IMAGE,
        positive_prompt=more.pop("prompt", "a lighthouse"),
        number_of_media=more.pop("count", 1),
        size_preset="custom",
        width=256,
        height=256,
        **more,
    )


async def test_it_connects_and_lists_models(connect: Connect) -> None:
    client = await connect("models")
    models = await client.projects.wait_for_models()
    assert {IMAGE, "ltx25-22b-int8_ia2v_distilled"} <= {model["id"] for model in models}
    assert MODEL in await client.chat.wait_for_models()
    balance = await client.account.refresh_balance()
    assert float(balance["spark"]["net"]) > 0


async def test_it_streams_words_and_calls(connect: Connect) -> None:
    result = await chat(await connect("chat"), "a red fox in snow", tools=[TOOL])
    assert result["finishReason"] == "tool_calls"
    assert "red fox" in result["content"]
    assert '"a red fox in snow"' in result["tool_calls"][0]["function"]["arguments"]
    assert result["cost"]["costInSpark"] > 0


async def test_it_says_what_it_is(connect: Connect) -> None:
    result = await chat(await connect("identity"), "are you an AI model?")
    assert "no AI model is involved" in result["content"]


async def test_it_renders_pictures_with_progress(connect: Connect) -> None:
    client = await connect("images")
    before = float((await client.account.refresh_balance())["spark"]["net"])
    project = await image(client, count=2, number_of_previews=2, seed=7)
    seen: list[int] = []
    project.on("progress", seen.append)
    urls = await project.wait_for_completion(60)
    assert len(urls) == 2
    assert any(0 < share < 100 for share in seen)
    for url in urls:
        async with httpx.AsyncClient() as http:
            answer = await http.get(url)
        with Image.open(BytesIO(answer.content)) as picture:
            assert picture.size == (256, 256)
    after = float((await client.account.refresh_balance())["spark"]["net"])
    assert before - after == pytest.approx(1.0)
    result = await client.projects.get_result(project.id)
    assert [job["status"] for job in result["jobs"]] == ["completed", "completed"]


async def test_it_quotes_prices(connect: Connect) -> None:
    client = await connect("prices")
    one = await client.projects.estimate_cost(
        model=IMAGE, image_count=1, step_count=8, preview_count=0, width=1024, height=1024
    )
    assert float(one["spark"]) == 1.0
    film = await client.projects.estimate_video_cost(
        token_type="spark",
        model="ltx25-22b-int8_i2v_distilled",
        width=832,
        height=480,
        duration=5,
        fps=24,
    )
    assert float(film["spark"]) > 0
    words = await client.chat.estimate_cost(
        model=MODEL, messages=[{"role": "user", "content": "hi"}], token_type="spark"
    )
    assert words["costInSpark"] > 0


async def test_a_cancel_is_confirmed(connect: Connect, studio: RunningStudio) -> None:
    studio.fault("stall")
    client = await connect("cancel")
    project = await image(client)
    await asyncio.wait_for(eventually(lambda: bool(project.jobs)), 20)
    await asyncio.wait_for(cancelled(client, project), 10)
    assert project.status == "canceled"


async def test_places_in_line_move_up(connect: Connect, studio: RunningStudio) -> None:
    client = await connect("line")
    studio.fault("stall", times=3)  # two work, one is next, one more behind it
    projects = [await image(client) for _ in range(4)]

    def places() -> list[Any]:
        return [project.queue_position for project in projects[2:]]

    await asyncio.wait_for(eventually(lambda: places() == [1, 2]), 20)
    await cancelled(client, projects[0])
    await asyncio.wait_for(eventually(lambda: bool(projects[2].jobs)), 20)
    await asyncio.wait_for(eventually(lambda: projects[3].queue_position == 1), 20)
    for project in projects[1:3]:
        await cancelled(client, project)
    assert len(await projects[3].wait_for_completion(60)) == 1


async def test_one_slot_may_fail(connect: Connect, studio: RunningStudio) -> None:
    studio.fault("fail_slot", slot=1)
    project = await image(await connect("partial"), count=2)
    assert len(await project.wait_for_completion(60)) == 1


async def test_a_withheld_result_has_no_address(connect: Connect, studio: RunningStudio) -> None:
    studio.fault("withheld")
    project = await image(await connect("withheld"))
    assert await project.wait_for_completion(60) == []
    assert project.jobs[0].is_withheld


async def test_an_empty_account_is_refused(connect: Connect, studio: RunningStudio) -> None:
    client = await connect("poor")
    studio.fault("no_balance")
    with pytest.raises(ChatJobError) as refused:
        await chat(client, "hi")
    assert str(refused.value.code) == "4024"
    studio.fault("no_balance")
    project = await image(client)
    with pytest.raises(ProjectError):
        await project.wait_for_completion(20)


async def test_a_dropped_line_loses_no_words(connect: Connect, studio: RunningStudio) -> None:
    client = await connect("drop")
    whole = (await chat(client, "are you an AI model?"))["content"]
    studio.fault("drop", after=2)
    assert (await chat(client, "are you an AI model?"))["content"] == whole


async def test_a_returning_client_finds_its_project(connect: Connect) -> None:
    first = await connect("returning")
    project = await image(first, count=2)
    await first.aclose()
    second = await connect("returning")
    await second.projects.wait_for_models()
    await second.projects.sync()
    result: dict[str, Any] = {}

    async def finished() -> bool:
        result.update(await second.projects.get_result(project.id))
        return bool(result["finished"])

    await asyncio.wait_for(eventually(finished), 60)
    assert [job["status"] for job in result["jobs"]] == ["completed", "completed"]


async def test_the_newer_of_two_connections_stays(connect: Connect) -> None:
    first = await connect("twice")
    await first.projects.wait_for_models()
    second = await connect("twice")
    await second.projects.wait_for_models()
    await asyncio.wait_for(eventually(lambda: not first.api_client.socket.is_connected), 10)
    assert first.api_client.auth.is_authenticated


@pytest.mark.parametrize("headers", [{"Host": "evil.example"}, {"Origin": "https://evil.example"}])
async def test_foreign_pages_are_refused(studio: RunningStudio, headers: dict[str, str]) -> None:
    async with httpx.AsyncClient() as http:
        answer = await http.get(f"{studio.rest}/healthz", headers=headers)
    assert answer.status_code == 403


async def test_unknown_routes_answer_in_the_documented_body(studio: RunningStudio) -> None:
    async with httpx.AsyncClient() as http:
        answer = await http.get(f"{studio.rest}/v1/nothing")
    assert answer.status_code == 404
    assert answer.json()["status"] == "error"
