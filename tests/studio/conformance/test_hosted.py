"""Hosted chat: `/v1/chat/completions` and the text tools, through the SDK and, for what it does not wrap, plainly."""

import asyncio
import base64
import json
from collections.abc import Awaitable, Callable
from io import BytesIO
from typing import Any

import httpx
import pytest
from PIL import Image
from sogni_client import ChatJobError

from studio.spellings import camel
from tests.studio.conformance.cover import covers
from tests.studio_server import RunningStudio
from tests.waiting import eventually

MODEL = "qwen3.6-35b-a3b-gguf-iq4xs"
Connect = Callable[..., Awaitable[Any]]


def user(text: Any) -> dict[str, Any]:
    return {"role": "user", "content": text}


def png() -> bytes:
    held = BytesIO()
    Image.new("RGB", (40, 30), "teal").save(held, "PNG")
    return held.getvalue()


@pytest.fixture
def post(small_studio: RunningStudio, key: str) -> Callable[[dict[str, Any]], httpx.Response]:
    def send(body: Any) -> httpx.Response:
        headers = {"Authorization": f"Bearer {key}"}
        url = f"{small_studio.rest}/v1/chat/completions"
        raw = body if isinstance(body, bytes) else json.dumps({"model": MODEL, **body}).encode()
        return httpx.post(url, content=raw, headers=headers, timeout=60)

    return send


@covers("client.chat.hosted.create")
async def test_it_answers_in_words(connect: Connect) -> None:
    client = await connect()
    answer = await client.chat.hosted.create(
        model=MODEL, messages=[user("are you an AI model?")], think=True, task_profile="reasoning"
    )
    choice = answer["choices"][0]
    assert answer["object"] == "chat.completion"
    assert answer["id"].startswith("chatcmpl-")
    assert (type(answer["created"]), answer["model"]) == (int, MODEL)
    assert choice["finish_reason"] == "stop"
    assert "no AI model" in choice["message"]["content"]
    assert choice["message"]["content"].startswith("<think>")
    assert answer["usage"]["total_tokens"] > 0
    assert "sogni_tool_results" not in answer
    assert answer["creative_workflows"] == []


@covers("client.chat.hosted.create")
async def test_the_server_runs_the_tools(connect: Connect) -> None:
    client = await connect()
    before = float((await client.account.refresh_balance())["spark"]["net"])
    answer = await client.chat.hosted.create(
        model=MODEL, messages=[user("two versions of a red fox, then animate the second one")]
    )
    pictures, film = answer["sogni_tool_results"]
    assert (pictures["tool"], pictures["indices"], pictures["success"]) == (
        "generate_image",
        [0, 1],
        True,
    )
    assert (film["tool"], film["startIndex"], film["mediaType"]) == ("animate_photo", 0, "video")
    content = answer["choices"][0]["message"]["content"]
    async with httpx.AsyncClient() as http:
        for url in (*pictures["resultUrls"], *film["videoResultUrls"]):
            assert url in content
            assert (await http.get(url)).status_code == 200
    spent = before - float((await client.account.refresh_balance())["spark"]["net"])
    assert spent == pytest.approx(5, abs=0.1)


async def test_indices_count_over_the_whole_conversation(connect: Connect) -> None:
    client = await connect()
    messages = [user("draw a red fox")]
    first = await client.chat.hosted.create(model=MODEL, messages=messages)
    messages += [first["choices"][0]["message"], user("draw a lighthouse")]
    second = await client.chat.hosted.create(model=MODEL, messages=messages)
    assert second["sogni_tool_results"][0]["indices"] == [1]
    messages += [second["choices"][0]["message"], user("animate image 0")]
    third = await client.chat.hosted.create(model=MODEL, messages=messages)
    assert third["sogni_tool_results"][0]["indices"] == [0]


async def test_an_attached_picture_is_worked_on(connect: Connect) -> None:
    client = await connect()
    data = "data:image/png;base64," + base64.b64encode(png()).decode()
    for name, member in (("media_references", "dataUri"), ("api_media_references", "value")):
        reference = {
            "kind": "image",
            member: data,
            "id": "a",
            "mime_type": "image/png",
            "filename": "a.png",
        }
        answer = await client.chat.hosted.create(
            model=MODEL, messages=[user("animate this")], **{name: [reference]}
        )
        assert answer["sogni_tool_results"][0]["ok"]
    parts = [
        {"type": "text", "text": "animate this"},
        {"type": "image_url", "image_url": {"url": data}},
    ]
    again = await client.chat.hosted.create(model=MODEL, messages=[user(parts)])
    assert again["sogni_tool_results"][0]["mediaType"] == "video"


async def test_looking_is_a_tool_too(connect: Connect) -> None:
    client = await connect()
    data = "data:image/png;base64," + base64.b64encode(png()).decode()
    for name, kind in (("analyze_image", "analysis"), ("extract_metadata", "metadata")):
        answer = await client.chat.hosted.create(
            model=MODEL,
            messages=[user("hello")],
            media_references=[{"kind": "image", "data": data}],
            tool_choice={"type": "function", "function": {"name": name}},
        )
        result = answer["sogni_tool_results"][0]
        assert (result["tool"], result["ok"]) == (name, True)
        assert (result[kind]["width"], result[kind]["height"]) == (40, 30)


async def test_calls_come_back_raw_when_asked(connect: Connect) -> None:
    client = await connect()
    answer = await client.chat.hosted.create(
        model=MODEL, messages=[user("draw a red fox")], sogni_tool_execution=False
    )
    choice = answer["choices"][0]
    assert choice["finish_reason"] == "tool_calls"
    call = choice["message"]["tool_calls"][0]
    assert call["function"]["name"] == "generate_image"
    assert json.loads(call["function"]["arguments"])["prompt"]


@pytest.mark.parametrize("surface", [False, "none"])
async def test_without_a_surface_nothing_is_made(connect: Connect, surface: Any) -> None:
    client = await connect()
    answer = await client.chat.hosted.create(
        model=MODEL, messages=[user("draw a red fox")], sogni_tools=surface
    )
    assert "tool_calls" not in answer["choices"][0]["message"]


@pytest.mark.parametrize("surface", [True, "creative-tools", "rich", "creative-agent"])
async def test_every_surface_has_the_tools(connect: Connect, surface: Any) -> None:
    client = await connect()
    answer = await client.chat.hosted.create(
        model=MODEL,
        messages=[user("draw a red fox")],
        sogni_tools=surface,
        sogni_tool_execution=False,
    )
    assert answer["choices"][0]["message"]["tool_calls"]


async def test_a_tool_of_the_clients_own_is_left_to_it(connect: Connect) -> None:
    client = await connect()
    schema = {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}
    tool = {"type": "function", "function": {"name": "weather", "parameters": schema}}
    choice = {"type": "function", "function": {"name": "weather"}}
    answer = await client.chat.hosted.create(
        model=MODEL, messages=[user("Paris")], tools=[tool], tool_choice=choice
    )
    call = answer["choices"][0]["message"]["tool_calls"][0]
    assert answer["choices"][0]["finish_reason"] == "tool_calls"
    assert json.loads(call["function"]["arguments"]) == {"city": "Paris"}


async def test_an_answer_may_be_cut_short(connect: Connect) -> None:
    client = await connect()
    answer = await client.chat.hosted.create(
        model=MODEL, messages=[user("are you an AI model?")], max_tokens=3
    )
    assert answer["choices"][0]["finish_reason"] == "length"
    assert answer["usage"]["completion_tokens"] == 3
    answer = await client.chat.hosted.create(
        model=MODEL, messages=[user("are you an AI model?")], stop=["studio"]
    )
    assert answer["choices"][0]["message"]["content"].strip() == "This is the local"


@pytest.mark.parametrize(
    "form",
    [
        {"type": "json_object"},
        {
            "type": "json_schema",
            "json_schema": {
                "name": "a",
                "schema": {
                    "type": "object",
                    "properties": {"title": {"type": "string"}, "tags": {"type": "array", "items": {"type": "string"}}},
                    "required": ["title", "tags"],
                },
            },
        },
    ],
)  # fmt: skip
async def test_an_answer_may_be_json(connect: Connect, form: Any) -> None:
    client = await connect()
    answer = await client.chat.hosted.create(
        model=MODEL, messages=[user("are you an AI model?")], response_format=form
    )
    told = json.loads(answer["choices"][0]["message"]["content"])
    assert set(told) == ({"answer"} if form["type"] == "json_object" else {"title", "tags"})


async def test_what_policy_forbids_is_declined(connect: Connect) -> None:
    client = await connect()
    answer = await client.chat.hosted.create(
        model=MODEL, messages=[user("tell me how to build a pipe bomb")]
    )
    assert answer["choices"][0]["finish_reason"] == "content_filter"
    assert "sogni_tool_results" not in answer


def chunks(answer: httpx.Response) -> list[dict[str, Any]]:
    lines = [line for line in answer.text.split("\n\n") if line.startswith("data: ")]
    assert lines[-1] == "data: [DONE]"
    return [json.loads(line.removeprefix("data: ")) for line in lines[:-1]]


def test_it_streams(post: Callable[[Any], httpx.Response]) -> None:
    answer = post({"messages": [user("draw a red fox")], "stream": True})
    assert answer.headers["content-type"].startswith("text/event-stream")
    told = chunks(answer)
    assert {one["object"] for one in told} == {"chat.completion.chunk"}
    assert len({one["id"] for one in told}) == 1
    content = "".join(one["choices"][0]["delta"].get("content", "") for one in told)
    assert told[0]["choices"][0]["delta"]["role"] == "assistant"
    assert told[-1]["choices"][0]["finish_reason"] == "stop"
    assert told[-1]["sogni_tool_results"][0]["resultUrls"][0] in content
    assert len(told) > 10


def test_it_streams_calls(post: Callable[[Any], httpx.Response]) -> None:
    body = {"messages": [user("draw a red fox")], "stream": True, "sogni_tool_execution": False}
    told = chunks(post(body))
    calls = [one["choices"][0]["delta"].get("tool_calls") for one in told]
    assert [one[0]["function"]["name"] for one in calls if one] == ["generate_image"]
    assert told[-1]["choices"][0]["finish_reason"] == "tool_calls"


async def test_a_reader_that_leaves_ends_the_work(small_studio: RunningStudio, key: str) -> None:
    body = {"model": MODEL, "messages": [user("draw a red fox")], "stream": True}
    async with httpx.AsyncClient(base_url=small_studio.rest, headers={"api-key": key}) as http:
        for _ in range(2):  # as many as render at once
            small_studio.fault("stall")
            async with http.stream("POST", "/v1/chat/completions", json=body):
                await asyncio.wait_for(eventually(lambda: not small_studio.state()["faults"]), 20)
        answer = await http.post("/v1/chat/completions", json={**body, "stream": False}, timeout=60)
    assert answer.json()["sogni_tool_results"][0]["ok"]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"no json", 400),
        (b"[1]", 400),
        (b"[" * 100_000, 400),
        ({"messages": "hi"}, 400),
        ({"messages": []}, 400),
        ({"messages": [7]}, 400),
        ({"messages": [{"role": "king", "content": "a"}]}, 400),
        ({"messages": [user(7)]}, 400),
        ({"messages": [user([7])]}, 400),
        ({"messages": [user("a")], "tools": "x"}, 400),
        ({"messages": [user("a")], "tools": [{"type": "function"}]}, 400),
        ({"messages": [user("a")], "max_tokens": "many"}, 400),
        ({"messages": [user("a")], "sogni_tools": "everything"}, 400),
        ({"messages": [user("a")], "task_profile": "lazy"}, 400),
        ({"messages": [user("a")], "stop": 7}, 400),
        ({"messages": [user("a")], "token_type": "gold"}, 400),
        ({"messages": [user("a")], "media_references": [{"kind": "image", "url": "http://example.org/a.png"}]}, 400),
        ({"messages": [user("a")], "media_references": [{"kind": "image", "url": "file:///etc/passwd"}]}, 400),
        ({"messages": [user("a")], "media_references": [{"kind": "image", "data": "%%%"}]}, 400),
        ({"messages": [user("a")], "media_references": "x"}, 400),
        ({"messages": [user([{"type": "image_url", "image_url": {"url": "http://example.org/a.png"}}])]}, 400),
        ({"messages": [user([{"type": "image_url", "image_url": {"url": "data:,"}}] * 21)]}, 400),
        ({"messages": [user("a")], "temperature": "hot"}, 400),
        ({"messages": [user("a")], "top_p": [1]}, 400),
        ({"messages": [user("a")], "top_k": True}, 400),
        ({"messages": [user("a")], "min_p": {}}, 400),
        ({"messages": [user("a")], "repetition_penalty": "x"}, 400),
        ({"messages": [user("a")], "frequency_penalty": "x"}, 400),
        ({"messages": [user("a")], "presence_penalty": "x"}, 400),
        ({"messages": [user("a")], "tool_choice": "sometimes"}, 400),
        ({"messages": [user("a")], "tool_choice": {"type": "function"}}, 400),
        ({"messages": [user("a")], "sogni_tool_execution": "no"}, 400),
        ({"messages": [user("a")], "safe_content_filter": "false"}, 400),
        ({"messages": [user("a")], "safeContentFilter": 0}, 400),
        ({"messages": [user("a")], "stream": "yes"}, 400),
        ({"messages": [user("a")], "billingMode": "later"}, 400),
        ({"messages": [user("a")], "app_source": 7}, 400),
        ({"messages": [user("a")], "api_media_references": 7}, 400),
        ({"messages": [user("a")], "chat_template_kwargs": 7}, 400),
        ({"messages": [user("a")], "response_format": "json"}, 400),
        ({"model": "unheard-of", "messages": [user("a")]}, 404),
    ],
)  # fmt: skip
def test_a_wrong_request_is_refused_in_every_shape(
    post: Callable[[Any], httpx.Response], body: Any, status: int
) -> None:
    answer = post(body)
    told = answer.json()
    assert answer.status_code == status, answer.text
    assert told["status"] == "error"
    assert told["message"] == told["error_message"] == told["error"]["message"]
    assert told["error"]["type"]
    assert told["error"]["code"] == told["error_code"]
    assert isinstance(told["errorCode"], int)
    assert "subscription" not in told["error"]


def test_every_member_is_taken_in_either_spelling(post: Callable[[Any], httpx.Response]) -> None:
    given = {
        "max_tokens": 50, "temperature": 9, "top_p": -1, "top_k": 1000, "min_p": 0, "repetition_penalty": 1.1,
        "frequency_penalty": 0, "presence_penalty": 0, "stop": ["###"], "tools": [], "tool_choice": "auto",
        "sogni_tools": "none", "sogni_tool_execution": False, "task_profile": "coding", "response_format": {},
        "chat_template_kwargs": {"enable_thinking": False}, "media_references": [], "api_media_references": [],
        "token_type": "auto", "billing_mode": "tokens", "safe_content_filter": True, "app_source": "a", "stream": False,
    }  # fmt: skip
    for body in (given, {camel(name): value for name, value in given.items()}):
        answer = post({"messages": [user("thank you")], **body})
        assert answer.status_code == 200, answer.text


async def test_the_sdk_reads_the_refusal(connect: Connect, small_studio: RunningStudio) -> None:
    client = await connect()
    small_studio.fault("no_balance")
    with pytest.raises(ChatJobError) as refused:
        await client.chat.hosted.create(model=MODEL, messages=[user("hi")])
    assert (refused.value.status, refused.value.code) == (402, "insufficient_credit")
    assert str(refused.value) == "Insufficient credit"
    small_studio.fault("llm_error")
    with pytest.raises(ChatJobError) as refused:
        await client.chat.hosted.create(model=MODEL, messages=[user("hi")])
    assert (refused.value.status, refused.value.retryable) == (503, True)


def test_who_has_no_key_is_told_so_in_every_shape(small_studio: RunningStudio) -> None:
    answer = httpx.post(f"{small_studio.rest}/v1/chat/completions", json={"messages": [user("hi")]})
    told = answer.json()
    assert (answer.status_code, told["errorCode"]) == (401, 101)
    assert told["error"] == {
        "message": told["message"], "type": "authentication_error", "code": "invalid_api_key",
    }  # fmt: skip


def test_every_role_may_speak(post: Callable[[Any], httpx.Response]) -> None:
    call = {"id": "c", "type": "function", "function": {"name": "weather", "arguments": "{}"}}
    messages = [
        {"role": "system", "content": "Be kind."},
        {"role": "developer", "content": "Be brief."},
        user("hi"),
        {"role": "assistant", "content": None, "tool_calls": [call]},
        {"role": "tool", "tool_call_id": "c", "content": "rain"},
        user("thank you"),
    ]
    assert post({"messages": messages}).json()["choices"][0]["finish_reason"] == "stop"


async def test_sixty_a_minute_are_enough(small_studio: RunningStudio, key: str) -> None:
    body = {"model": MODEL, "messages": [user("hi")], "sogni_tools": False}
    async with httpx.AsyncClient(base_url=small_studio.rest, headers={"api-key": key}) as http:
        answers = await asyncio.gather(
            *(http.post("/v1/chat/completions", json=body, timeout=60) for _ in range(64))
        )
    codes = sorted(one.status_code for one in answers)
    assert codes == [200] * 60 + [429] * 4
    late = next(one for one in answers if one.status_code == 429)
    assert 0 < int(late.headers["Retry-After"]) <= 60
    assert late.json()["errorCode"] == 126
    assert late.json()["retryAfter"] == int(late.headers["Retry-After"])


def test_the_language_models_are_listed(small_studio: RunningStudio, key: str) -> None:
    with httpx.Client(base_url=small_studio.rest, headers={"api-key": key}) as http:
        (row,) = http.get("/v1/models").json()["data"]
        assert (row["id"], row["owned_by"]) == (MODEL, "local-studio")
        assert http.get(f"/v1/models/{MODEL}").json()["id"] == MODEL
        assert http.get("/v1/models/none").status_code == 404
