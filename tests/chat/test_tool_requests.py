"""What a model may write as a tool call: mended, or refused in a sentence; never a run that fails of it."""

import json
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest

from chat import toolbox
from chat.gateway.chats import stream_round
from chat.gateway.types import RoundEnd, TextPiece, ToolRequest
from chat.models import Conversation, Message, Run, ToolCall
from teams.models import User
from tests.chat.conftest import say
from tests.chat.test_loop import drive
from tests.fakes import FakeGateway, Round


class Stream:
    """The SDK's stream: chunks, then the result."""

    def __init__(self, chunks: list[dict[str, Any]], result: dict[str, Any]) -> None:
        self.chunks, self.final_result = chunks, result

    def __aiter__(self) -> "Stream":
        return self

    async def __anext__(self) -> dict[str, Any]:
        if not self.chunks:
            raise StopAsyncIteration
        return self.chunks.pop(0)


class Client:
    """As much of the SDK's client as a round needs."""

    def __init__(self, stream: Stream) -> None:
        self.api_client = self.socket = self.chat = self.completions = self
        self.stream = stream

    def on(self, _event: str, _act: Callable[[Any], None]) -> Callable[[], None]:
        return lambda: None

    async def create(self, **_: Any) -> Stream:
        return self.stream


async def heard(text: str, *calls: dict[str, Any]) -> tuple[str, tuple[ToolRequest, ...]]:
    stream = Stream([{"content": text}], {"tool_calls": list(calls)})
    said, end = "", None
    events: AsyncIterator[Any] = stream_round(Client(stream), {})
    async for event in events:
        if isinstance(event, TextPiece):
            said += event.text
        elif isinstance(event, RoundEnd):
            end = event
    assert end is not None
    return said, end.tool_requests


def called(arguments: str, name: str = "generate_image", call_id: str = "one") -> dict[str, Any]:
    return {"id": call_id, "function": {"name": name, "arguments": arguments}}


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ('{"prompt": "a\\u0000b"}', '{"prompt": "ab"}'),
        ('{"prompt": "\\ud83c", "n\\u0000": [1]}', '{"prompt": "?", "n": [1]}'),
        ('{"seed": NaN, "width": -Infinity}', '{"seed": null, "width": null}'),
        ('{"prompt": "\\ud83c\\udfa8"}', '{"prompt": "🎨"}'),
        ('{"prompt": "torn', '{"prompt": "torn'),
        ("not\0 json", "not json"),
        ("[" * 100_000, "null"),
        ("", ""),
    ],
)
async def test_arguments_can_be_kept(written: str, read: str) -> None:
    _, requests = await heard("", called(written))
    assert requests == (ToolRequest("one", "generate_image", read),)


async def test_words_names_and_ids_can_be_kept() -> None:
    said, requests = await heard("on\0e \ud83c", called("{}", "n" * 500, "\0" + "i" * 500))
    assert said == "one ?"
    assert [(len(one.name), len(one.call_id)) for one in requests] == [(60, 120)]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("width", 1e999),
        ("height", 10**400),
        ("seed", 10**30),
        ("seed", -(10**30)),
        ("seed", "9" * 400),
        ("numberOfVariations", 1e999),
        ("sourceImageIndex", 10**30),
        ("width", float("nan")),
    ],
)
def test_a_number_that_is_too_large_is_refused(name: str, value: Any) -> None:
    arguments = {"prompt": "a boat", "width": 512, "height": 512, name: value}
    with pytest.raises(toolbox.BadCall, match=name):
        toolbox.plan("generate_image", json.dumps(arguments), [])


@pytest.mark.parametrize(
    "arguments",
    [
        '{"prompt": "a boat", "seed": 1e30}',
        f'{{"prompt": "a boat", "seed": {10**30}}}',
        "[]",
        "{",
        "",
    ],
)
def test_a_bad_call_is_told_to_the_model_and_the_run_goes_on(
    conversation: Conversation, alice: User, gateway: FakeGateway, arguments: str
) -> None:
    request = ToolRequest("one", "generate_image", arguments)
    gateway.rounds = [Round("A boat.", (request,)), Round("I could not do that.")]
    say(conversation, alice, "a boat")
    assert drive(conversation, gateway).status == Run.Status.COMPLETED
    call = ToolCall.objects.get()
    assert call.status == ToolCall.Status.FAILED
    assert call.error
    assert Message.objects.filter(run=call.run, round=1).exists()
