"""What a client's JSON may hold: nothing in it can make a later answer impossible."""

import json
import time
from base64 import b64encode
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
import websockets

from studio import safe_json
from studio.frames import MalformedFrame, decode
from tests.studio.near import NearStudio, near_studio
from tests.studio.wire.wires import heard

RUN = '{"messages": [{"role": "user", "content": "hello%s"}], "media_context": {}, "sampling": {"top_p": %s}}'
SEPTILLION = "1" + "0" * 24


@pytest.mark.parametrize(
    "text",
    ["NaN", "[Infinity]", '{"a": -Infinity}', "1e999", "9" * 400, "[" * 70 + "]" * 70, "[" * 90_000, "",
     b"\xed\xa0\x80"]
)  # fmt: skip
def test_what_no_answer_could_carry_is_refused(text: str | bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        safe_json.loads(text)


def test_what_is_ordinary_stays_as_it_is() -> None:
    value = {"a": [1, -2.5, 1e300, int(SEPTILLION), True, None, "🎨 ü"]}
    assert safe_json.loads(json.dumps(value)) == value
    assert safe_json.loads(json.dumps(value, ensure_ascii=False).encode()) == value


def test_half_a_character_becomes_a_question_mark() -> None:
    assert safe_json.loads('{"\\ud83d": ["cut \\ud83d", "\\ud83c\\udfa8"]}') == {
        "?": ["cut ?", "🎨"]
    }


CROWD = safe_json.MOST_VALUES + 2
MOST = 4 * 1024 * 1024


@pytest.mark.parametrize(
    "text",
    ["[" + "1," * CROWD + "1]", "[" + "[]," * CROWD + "1]", "{" + ",".join(f'"{n}":1' for n in range(CROWD)) + "}",
     "[" + '"\\"",' * CROWD + "1]", "[" + '"\\\\",' * CROWD + "1]"]
)  # fmt: skip
def test_a_crowd_of_values_is_refused_unread(text: str) -> None:
    with pytest.raises(ValueError, match="too many values"):
        safe_json.loads(text)
    with pytest.raises(MalformedFrame):
        decode(f'{{"type": "jobRequest", "more": {text}}}')


def test_commas_in_a_long_text_are_no_values() -> None:
    words = 'a, "b": ' * CROWD
    assert safe_json.loads(json.dumps({"content": words})) == {"content": words}


@pytest.mark.parametrize(
    "text",
    ["[" + ("1" * 299 + ",") * (MOST // 300) + "1]", json.dumps(["1" * 299 + " "] * (MOST // 303)),
     json.dumps(["\\" * (MOST // 2)]), '["' + "\\ud83d" * (MOST // 6) + '"]']
)  # fmt: skip
def test_a_large_body_holds_nobody_up(text: str) -> None:
    began = time.process_time()
    safe_json.loads(text)
    assert time.process_time() - began < 0.5


@pytest.fixture(scope="module")
def near(tmp_path_factory: pytest.TempPathFactory) -> Iterator[NearStudio]:
    with near_studio(tmp_path_factory.mktemp("json")) as studio:
        yield studio


def post(near: NearStudio, path: str, body: str, **headers: str) -> httpx.Response:
    given = {"api-key": "json", **headers}
    return httpx.post(near.rest + path, content=body, headers=given, timeout=30)


@pytest.mark.parametrize("number", ["NaN", "1e999", "-Infinity"])
def test_a_number_that_is_none_is_refused(near: NearStudio, number: str) -> None:
    for path in ("/v1/chat/runs", "/v1/creative-agent/workflows", "/v1/chat/completions"):
        answer = post(near, path, RUN % ("", number))
        assert answer.status_code == 400
        assert answer.json()["status"] == "error"


def test_cut_words_are_answered(near: NearStudio) -> None:
    answer = post(near, "/v1/chat/runs", RUN % ("\\ud83d", "1"))
    assert answer.status_code == 202
    run = answer.json()["data"]["run"]
    assert run["request"]["messages"][0]["content"] == "hello?"
    with near.http("json") as http:
        assert http.get(f"/v1/chat/runs/{run['runId']}/events/stream").text.rstrip()


async def test_a_frame_with_such_a_number_is_dropped(near: NearStudio) -> None:
    order = '{"jobID": "6F9619FF-8B86-D011-B42D-00CF4FC964FF", "network": NaN, "keyFrames": []}'
    message = json.dumps({"type": "jobRequest", "data": b64encode(order.encode()).decode()})
    query: dict[str, Any] = {"additional_headers": {"api-key": "json"}}
    async with websockets.connect(f"{near.ws}/?appId=json", **query) as wire:
        await wire.send(message)
        await wire.send(
            json.dumps({"type": "changeNetwork", "data": b64encode(b'"fast"').decode()})
        )
        await heard(wire, "changeNetwork")
    with near.http("json") as http:
        assert http.get("/api/v1/artist/projects/sync").json()["activeProjects"] == []
