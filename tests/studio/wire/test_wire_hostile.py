"""What no honest client sends: the studio refuses it in the documented body, stays up and answers the next caller."""

import asyncio
import base64
import json
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
import websockets

from tests.studio.wire.wires import frame, heard, payload
from tests.studio_server import RunningStudio

KEY = {"api-key": "hostile"}
LLM = "qwen3.6-35b-a3b-gguf-iq4xs"
ASKED = [{"role": "user", "content": "a fox"}]
WORDS = [{"role": "user", "content": "thank you"}]
"""Nothing is rendered for it: where tools run, the time is the director's alone."""


def _image(url: str) -> list[dict[str, Any]]:
    parts = [
        {"type": "text", "text": "describe it"},
        {"type": "image_url", "image_url": {"url": url}},
    ]
    return [{"role": "user", "content": parts}]


BAD_IMAGE = _image("data:image/png;base64,%%%")
FOREIGN_IMAGE = _image("http://example.org/a.png")
JOB = "6F9619FF-8B86-D011-B42D-00CF4FC964FF"


@asynccontextmanager
async def line(studio: RunningStudio, app_id: str, **more: Any) -> AsyncIterator[Any]:
    more.setdefault("additional_headers", KEY)
    async with websockets.connect(f"{studio.ws}/?appId={app_id}", max_size=None, **more) as open_:
        yield open_


@pytest.fixture(autouse=True)
def stays_up(studio: RunningStudio) -> Iterator[None]:
    yield
    assert studio.process.poll() is None
    assert httpx.get(f"{studio.rest}/healthz").json()["ok"]


def refused(answer: httpx.Response, status: int) -> None:
    """The documented error body."""
    assert answer.status_code == status, answer.text
    body = answer.json()
    assert body["status"] == "error"
    assert isinstance(body["message"], str)
    assert body["message"]
    assert isinstance(body["errorCode"], int)


@pytest.mark.parametrize(
    "message",
    [
        "", "no json", "[]", "7", "null", "{}", '{"type":"jobRequest"}', '{"type":7,"data":""}',
        '{"type":"jobRequest","data":"%%%"}', '{"type":"jobRequest","data":{"a":1}}',
        '{"type":"jobRequest","data":7}', b"\xff\xfe\x00", "[" * 50_000, frame("unheardOf", {"a": 1}),
        frame("jobRequest", [1, 2]), frame("jobRequest", {"jobID": 7}), frame("jobRequest", {"jobID": None}),
        frame("jobRequest", {"jobID": "../../etc/passwd", "keyFrames": [{}]}),
        frame("jobRequest", {"jobID": JOB, "keyFrames": "x"}), frame("jobRequest", {"jobID": JOB, "keyFrames": [None]}),
        frame("jobRequest", {"jobID": JOB, "keyFrames": [{"modelID": ["a"]}]}),
        frame("llmJobRequest", {"jobID": 7}), frame("llmJobRequest", {"jobID": "x" * 9000}),
        frame("jobError", {"jobID": {"a": 1}}), frame("changeNetwork", {"a": 1}), frame("changeNetwork", 7),
        frame("setSocketEventSubscriptions", {"subscriptions": 7}), frame("jobRequest", "A" * 2_000_000),
    ],
)  # fmt: skip
async def test_an_odd_frame_leaves_the_socket_open(studio: RunningStudio, message: Any) -> None:
    async with line(studio, "odd") as wire:
        await heard(wire, "authenticated")
        await wire.send(message)
        await wire.send(frame("changeNetwork", "relaxed"))
        while (await heard(wire, "changeNetwork"))["network"] != "relaxed":
            pass
        await asyncio.wait_for(await wire.ping(), 5)


@pytest.mark.parametrize(
    "data",
    [
        {"model": "qwen3.6-35b-a3b-gguf-iq4xs", "messages": "hi"},
        {"model": None, "messages": []},
        {"model": ["x"], "messages": []},
        {"model": LLM, "messages": [{"role": "king", "content": "a"}]},
        {"model": LLM, "messages": [{"role": "user", "content": {"a": 1}}]},
        {"model": LLM, "messages": ASKED, "tools": [{"function": {"name": 7}}]},
        {"model": LLM, "messages": ASKED, "sogni_tools": "everything"},
        {"model": LLM, "messages": ASKED, "sogni_tools": {"a": 1}},
        {"model": LLM, "messages": ASKED, "max_tokens": [1]},
        {"model": LLM, "messages": ASKED, "stop": [7]},
        {"model": LLM, "messages": ASKED, "response_format": "json"},
        {"model": LLM, "messages": ASKED, "chat_template_kwargs": "think"},
        {"model": LLM, "messages": BAD_IMAGE, "sogni_tool_execution": True},
        {"model": LLM, "messages": FOREIGN_IMAGE, "sogni_tool_execution": True},
    ],
)
async def test_a_wrong_chat_job_ends_in_an_error(
    studio: RunningStudio, data: dict[str, Any]
) -> None:
    async with line(studio, "wrong-chat") as wire:
        await wire.send(frame("llmJobRequest", {"jobID": f"chat-{hash(str(data))}", **data}))
        assert (await heard(wire, "llmJobError"))["error_message"]


@pytest.mark.parametrize(
    ("key_frame", "more", "code"),
    [
        ({}, {}, 4104),
        ({"modelID": "unheard-of"}, {}, 4104),
        ({"modelID": "ltx25-22b-int8_ia2v_distilled"}, {}, 4000),
        ({"modelID": 5}, {}, 4104),
        ({"modelID": "z_image_turbo_bf16"}, {"numberOfImages": 17}, 4000),
        ({"modelID": "z_image_turbo_bf16"}, {"numberOfImages": 1.5}, 4000),
        ({"modelID": "z_image_turbo_bf16"}, {"numberOfImages": -1}, 4000),
        ({"modelID": "z_image_turbo_bf16"}, {"numberOfImages": [2]}, 4000),
    ],
)
async def test_a_wrong_project_is_refused_with_a_sentence(
    studio: RunningStudio, key_frame: dict[str, Any], more: dict[str, Any], code: int
) -> None:
    """More results than are made would leave the SDK waiting for the others."""
    async with line(studio, "wrong-job") as wire:
        await wire.send(frame("jobRequest", {"jobID": JOB, "keyFrames": [key_frame], **more}))
        answer = await heard(wire, "jobError")
        assert answer["error"] == code
        assert answer["error_message"].endswith(".")


@pytest.mark.parametrize(
    "more",
    [
        {"messages": _image("file:///etc/passwd")},
        {"messages": _image("data:image/png;base64,%%%")},
        {"messages": _image("data:image/png;base64," + "QUFB" * 9)},
        {"messages": _image("http://169.254.169.254/latest")},
        {"messages": ASKED, "tool_choice": ["x", {"a": None}]},
        {"messages": ASKED, "tools": [{"function": {"name": "generate_image", "parameters": {"properties": 7}}}]},
        {"messages": ASKED, "tools": [{"function": {"name": "x", "parameters": {}}}], "tool_choice": "required"},
        {"messages": ASKED, "response_format": {"type": "json_schema", "json_schema": {"schema": {"$ref": "http://a/"}}}},
        {"messages": ASKED, "response_format": {"type": "json_schema", "json_schema": 7}},
        {"messages": [{"role": "tool", "content": "[" * 5000}, *ASKED]},
        {"messages": [{"role": "tool", "content": '{"indices": 7, "failed": 7, "results": 7}'}, *ASKED]},
        {"messages": [{"role": "assistant", "tool_calls": [7, {"function": 7}]}, *WORDS], "sogni_tool_execution": True},
    ],
)  # fmt: skip
async def test_an_odd_chat_job_is_answered(studio: RunningStudio, more: dict[str, Any]) -> None:
    async with line(studio, "odd-chat") as wire:
        job = f"odd-{hash(str(more))}"
        await wire.send(frame("llmJobRequest", {"jobID": job, "model": LLM, **more}))
        async with asyncio.timeout(15):
            while True:
                name, data = payload(await wire.recv())
                assert data.get("error") != "genfailure", data
                if name in ("llmJobResult", "llmJobError"):
                    return


async def test_numbers_out_of_all_bounds_are_bent_into_them(studio: RunningStudio) -> None:
    wild = {
        "modelID": "z_image_turbo_bf16", "positivePrompt": {"a": 1}, "width": 1e300, "height": -5,
        "steps": "x", "seed": -(10**30), "strength": "strong", "sizePreset": [],
    }  # fmt: skip
    job = "7F9619FF-8B86-D011-B42D-00CF4FC964FF"
    request = {"jobID": job, "keyFrames": [wild], "numberOfImages": True, "outputFormat": {}}
    async with line(studio, "wild") as wire:
        await wire.send(frame("jobRequest", request))
        async with asyncio.timeout(40):
            while True:
                name, data = payload(await wire.recv())
                if name == "jobError" or (
                    name == "jobState" and data.get("type") == "jobCompleted"
                ):
                    return


async def test_a_frame_beyond_the_limit_ends_only_its_socket(studio: RunningStudio) -> None:
    async with line(studio, "huge") as wire:
        await heard(wire, "authenticated")
        with pytest.raises(websockets.ConnectionClosed):
            await wire.send("x" * (34 * 1024 * 1024))
            await heard(wire, "never")


@pytest.mark.parametrize(
    ("headers", "more"),
    [
        (KEY | {"Host": "evil.example"}, {}),
        (KEY, {"origin": "https://evil.example"}),
    ],
)
async def test_a_socket_without_a_right_to_it_is_refused(
    studio: RunningStudio, headers: dict[str, str], more: dict[str, Any]
) -> None:
    with pytest.raises((websockets.InvalidStatus, websockets.InvalidMessage)):
        async with line(studio, "nobody", additional_headers=headers, **more):
            pass


async def test_many_sockets_are_served(studio: RunningStudio) -> None:
    async def one(number: int) -> None:
        async with line(studio, f"many-{number}") as wire:
            await heard(wire, "swarmLLMModels")
            await asyncio.wait_for(await wire.ping(), 10)

    await asyncio.gather(*(one(number) for number in range(60)))


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/v1/nothing", 404),
        ("/v1/projects/..%2f..%2fetc%2fpasswd", 404),
        ("/v1/projects/unknown", 404),
        ("/v1/image/uploadUrl", 400),
        ("/v1/image/uploadUrl?jobId=a&type=../../x", 400),
        ("/v1/image/uploadUrl?jobId=a&type=complete", 400),
        ("/v1/image/downloadUrl?jobId=..%2f..&type=complete&imageId=..%2f..%2fpasswd", 404),
        ("/v1/image/downloadUrl?jobId=" + "a" * 900 + "&type=complete", 400),
        ("/api/v2/job/estimate/spark/x", 400),
        ("/api/v1/size-presets/network/fast/model/none", 404),
        ("/blobs/..%2f..%2fetc%2fpasswd", 404),
        ("/blobs/e30.0000", 403),
        ("/blobs/%C3%A9.x", 403),
        ("/blobs/none", 403),
    ],
)
def test_wrong_addresses_get_the_documented_body(
    studio: RunningStudio, path: str, status: int
) -> None:
    refused(httpx.get(studio.rest + path, headers=KEY), status)


def test_a_call_without_a_key_is_refused(studio: RunningStudio) -> None:
    refused(httpx.get(f"{studio.rest}/v1/account/me"), 401)


def _address(studio: RunningStudio, key: str, job: str) -> str:
    query = {"jobId": job, "type": "startingImage", "imageId": "a", "contentType": "image/png"}
    answer = httpx.get(
        f"{studio.rest}/v1/image/uploadUrl", params=query, headers={"api-key": key}
    ).json()
    return str(answer["data"]["uploadUrl"])


def test_an_upload_address_serves_its_own_place_only(studio: RunningStudio) -> None:
    url = _address(studio, "hostile", "job-1")
    assert httpx.put(url, content=b"mine").status_code == 200
    refused(httpx.get(url), 403)
    body, _, seal = url.rpartition("/")[2].partition(".")
    claims = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
    other = base64.urlsafe_b64encode(json.dumps({**claims, "job": "JOB-2"}).encode()).decode()
    refused(httpx.put(f"{studio.rest}/blobs/{other.rstrip('=')}.{seal}", content=b"x"), 403)
    query = {"jobId": "job-1", "type": "startingImage", "imageId": "a"}
    place = f"{studio.rest}/v1/image/downloadUrl"
    refused(httpx.get(place, params=query, headers={"api-key": "stranger"}), 404)
    mine = httpx.get(place, params=query, headers=KEY).json()["data"]["downloadUrl"]
    assert httpx.get(mine).content == b"mine"


def test_an_upload_beyond_the_limit_leaves_nothing(studio: RunningStudio) -> None:
    url = _address(studio, "hostile", "job-big")
    head = f"PUT {url.removeprefix(studio.rest)} HTTP/1.1\r\nHost: 127.0.0.1:{studio.port}\r\n"
    with socket.create_connection(("127.0.0.1", studio.port), timeout=10) as raw:
        raw.sendall(f"{head}Content-Length: {10**12}\r\n\r\n".encode())
        assert b" 413 " in raw.recv(4096)
    assert not list((studio.data_dir / "blobs" / "incoming").iterdir())


@pytest.mark.parametrize(
    "piece", ["make a video of a cat, ", "\n", "\nAttached: ", "1:1 ", "http://", "http://a/blobs/"]
)
async def test_a_wish_without_end_holds_nobody_up(studio: RunningStudio, piece: str) -> None:
    text = piece * (300_000 // len(piece))
    messages = [{"role": role, "content": text} for role in ("system", "assistant", "user")]
    job = {"jobID": f"long-{hash(piece)}", "model": LLM, "max_tokens": 5}
    request = {**job, "messages": messages, "sogni_tool_execution": True}
    async with line(studio, "long") as wire, line(studio, "beside") as other:
        await wire.send(frame("llmJobRequest", request))
        await asyncio.wait_for(await other.ping(), 5)
        assert (await heard(wire, "llmJobResult"))["usage"]["completion_tokens"] <= 5


async def test_a_conversation_beyond_the_models_context_is_refused(studio: RunningStudio) -> None:
    messages = [{"role": "user", "content": "a cat " * 50_000}] * 4
    async with line(studio, "endless") as wire:
        job = {"jobID": "endless", "model": LLM, "messages": messages}
        await wire.send(frame("llmJobRequest", job))
        assert "262144" in (await heard(wire, "llmJobError"))["error_message"]
    async with httpx.AsyncClient(headers=KEY) as http:
        answer = await http.post(
            f"{studio.rest}/v1/chat/completions", json={"messages": messages}, timeout=20
        )
    refused(answer, 400)
    assert answer.json()["error"]["code"] == "context_length_exceeded"


@pytest.mark.parametrize(
    "more", [{"x": "A" * 17_000_000}, {"x": float("nan")}, {"x": [[]] * 101_000}]
)
@pytest.mark.parametrize(
    ("kind", "answer", "code"),
    [("llmJobRequest", "llmJobError", "4000"), ("jobRequest", "jobError", 4000)],
)
async def test_a_job_that_cannot_be_read_is_answered(
    studio: RunningStudio, kind: str, answer: str, code: Any, more: dict[str, Any]
) -> None:
    """Its client would else wait for minutes."""
    async with line(studio, "unreadable") as wire:
        await wire.send(frame(kind, {"jobID": JOB.lower(), **more}))
        told = await heard(wire, answer)
        assert told["jobID"] == JOB
        assert code in (told["error"], told.get("error_code"))
        assert told["error_message"].endswith(".")
