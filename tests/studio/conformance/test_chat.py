"""Chat jobs of the socket through the SDK: streams, tools, estimates, drops, many at once."""

import asyncio
import base64
import re
from collections.abc import Awaitable, Callable
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from sogni_client import ChatJobError

from tests.studio.conformance.cover import covers
from tests.studio_server import RunningStudio

MODEL = "qwen3.6-35b-a3b-gguf-iq4xs"
Connect = Callable[..., Awaitable[Any]]
TOOL = {
    "type": "function",
    "function": {
        "name": "generate_image",
        "parameters": {"type": "object", "properties": {"prompt": {"type": "string"}}},
    },
}


def asked(text: str, **more: Any) -> dict[str, Any]:
    return {"model": MODEL, "messages": [{"role": "user", "content": text}], **more}


async def streamed(client: Any, text: str, **more: Any) -> tuple[str, dict[str, Any]]:
    """The pieces put together, and the final result."""
    stream = await client.chat.completions.create(**asked(text, stream=True, **more))
    pieces = [chunk["content"] async for chunk in stream]
    return "".join(pieces), stream.final_result


@covers("client.chat.completions.create", "client.chat.wait_for_models", "client.chat.models")
async def test_it_streams_what_it_says(connect: Connect) -> None:
    client = await connect()
    assert MODEL in await client.chat.wait_for_models()
    assert MODEL in client.chat.models
    text, result = await streamed(client, "draw a red fox", tools=[TOOL])
    assert text == result["content"]
    assert result["finishReason"] == "tool_calls"
    assert result["usage"]["total_tokens"] > 0
    whole = await client.chat.completions.create(**asked("are you an AI model?"))
    assert "no AI model" in whole["content"]


@covers("client.chat.estimate_cost")
async def test_it_estimates(connect: Connect) -> None:
    client = await connect()
    costs = await client.chat.estimate_cost(
        model=MODEL, messages=[{"role": "user", "content": "hi"}], token_type="spark"
    )
    assert costs["costInSpark"] > 0


@covers("client.chat.tools.execute", "client.chat.tools.execute_all")
async def test_the_client_may_run_the_tools(connect: Connect) -> None:
    client = await connect()
    result = await client.chat.completions.create(
        **asked("draw a red fox", tools=[TOOL], auto_execute_tools=True, token_type="spark")
    )
    assert result["toolHistory"][0]["toolCalls"][0]["function"]["name"] == "generate_image"


async def test_the_server_runs_them_when_asked(connect: Connect) -> None:
    client = await connect()
    text, result = await streamed(
        client, "draw a red fox", sogni_tools="creative-tools", sogni_tool_execution=True
    )
    assert result["finishReason"] == "stop"
    assert "Done: image 0" in text


@pytest.mark.parametrize(
    ("surface", "called"),
    [("creative-tools", True), ("rich", True), ("none", False), (None, False)],
)
async def test_a_surface_brings_the_tools(connect: Connect, surface: Any, called: bool) -> None:
    client = await connect()
    more = {} if surface is None else {"sogni_tools": surface}
    _, result = await streamed(client, "draw a red fox", **more)
    assert (result["finishReason"] == "tool_calls") is called


async def test_a_drop_loses_no_piece(connect: Connect, small_studio: RunningStudio) -> None:
    client = await connect()
    whole, _ = await streamed(client, "are you an AI model?")
    small_studio.fault("drop", after=2)
    text, result = await streamed(client, "are you an AI model?")
    assert text == whole == result["content"]


async def test_a_picture_is_really_looked_at(connect: Connect) -> None:
    client = await connect()
    held = BytesIO()
    picture = Image.new("RGB", (300, 200), (20, 40, 120))
    picture.paste((250, 240, 60), (200, 0, 300, 66))
    picture.save(held, "PNG")
    url = "data:image/png;base64," + base64.b64encode(held.getvalue()).decode()
    parts = [
        {"type": "text", "text": "what do you see in this picture?"},
        {"type": "image_url", "image_url": {"url": url}},
    ]
    result = await client.chat.completions.create(
        model=MODEL, messages=[{"role": "user", "content": parts}]
    )
    for truth in ("300 by 200", "landscape", "blue", "yellow", "upper right is brightest"):
        assert truth in result["content"], result["content"]
    hosted = await client.chat.hosted.create(
        model=MODEL, messages=[{"role": "user", "content": parts}]
    )
    assert "Image -1 is 300 by 200" in hosted["choices"][0]["message"]["content"]


async def test_unknown_models_are_refused(connect: Connect) -> None:
    client = await connect()
    request = {**asked("hi"), "model": "unheard-of"}
    with pytest.raises(ChatJobError) as refused:
        await client.chat.completions.create(**request)
    assert refused.value.code == "4104"


async def _many(client: Any, count: int) -> None:
    wishes = (f"are you an AI model? I ask as number {n}" for n in range(count))
    answers = await asyncio.gather(*(streamed(client, wish, think=True) for wish in wishes))
    plain = [re.sub(r"\d+", "N", text) for text, _ in answers]
    assert len(set(plain)) == 1, "every answer is whole and nothing is mixed in"
    for place, (text, result) in enumerate(answers):
        assert re.search(rf"\b{place}\b", text), (place, text)
        assert text == result["content"]


async def _beside_projects(client: Any, streams: int, projects: int) -> None:
    """So many answers while so many projects are queued: no frame is lost, none goes to another."""
    made = [
        await client.projects.create(
            type="image", model_id="z_image_turbo_bf16", positive_prompt=f"fox {n}",
            number_of_media=1, size_preset="custom", width=256, height=256, seed=n,
        )
        for n in range(projects)
    ]  # fmt: skip
    await _many(client, streams)
    ends = await asyncio.gather(*(one.wait_for_completion(120) for one in made))
    assert [len(urls) for urls in ends] == [1] * projects
    assert [one.jobs[0].seed for one in made] == list(range(projects))
    assert len({urls[0] for urls in ends}) == projects


async def test_thirty_streams_beside_five_projects_do_not_mix(connect: Connect) -> None:
    await _beside_projects(await connect(), 30, 5)


@pytest.mark.long
async def test_three_hundred_streams_beside_twenty_projects_do_not_mix(connect: Connect) -> None:
    await _beside_projects(await connect(), 300, 20)
