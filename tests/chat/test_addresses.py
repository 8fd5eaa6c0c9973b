"""Nothing the model or a caller names is ever opened: paths and addresses are refused in every place."""

import itertools
from dataclasses import replace
from typing import Any

import pytest

from chat import toolbox
from chat.gateway.chats import chat_params
from chat.gateway.errors import BadArguments
from chat.gateway.requests import project_params
from chat.gateway.types import ChatRequest, JobSpec, MediaInput
from chat.models import Conversation
from chat.toolbox.table import TOOLS
from media.shelves import catalogue
from tests.media.conftest import Take, places, take  # noqa: F401 - fixtures
from tests.media.material import picture, sound

ADDRESSES = ["/etc/passwd", "http://127.0.0.1/", "file:///etc/passwd", "../../secret", "//host/x"]
SPEC = JobSpec(kind="image", model_id="z_image_turbo_bf16", prompt="a sea", width=512, height=512)


def params_of(spec: JobSpec) -> dict[str, Any]:
    return project_params(spec, operation_id="one", token_type="spark", network="fast")


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("role", ["referenceImage", "referenceAudio", "startingImage"])
def test_a_jobs_input_is_bytes(role: str, address: str) -> None:
    wrong: Any = address
    with pytest.raises(BadArguments, match="never as an address"):
        params_of(replace(SPEC, inputs=(MediaInput(role, wrong, "image/png"),)))


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(
    "name", ["referenceImage", "startingImage", "contextImages", "loras", "frames"]
)
def test_a_jobs_options_are_figures(name: str, address: str) -> None:
    for value in (address, [address], {"url": address}, address.encode()):
        with pytest.raises(BadArguments):
            params_of(replace(SPEC, options={name: value}))


def test_an_unknown_input_is_refused() -> None:
    with pytest.raises(BadArguments):
        params_of(replace(SPEC, inputs=(MediaInput("positivePrompt", b"x", "image/png"),)))


def test_words_stay_words() -> None:
    made = params_of(replace(SPEC, prompt="/etc/passwd", negative_prompt="http://127.0.0.1/"))
    assert made["positivePrompt"] == "/etc/passwd"
    assert not any(name.startswith("reference") for name in made)


@pytest.mark.parametrize("address", [*ADDRESSES, "data:text/html,x", "DATA:image/png;base64,eA=="])
@pytest.mark.parametrize("shape", ["whole", "bare", "video"])
def test_a_rounds_pictures_are_data(address: str, shape: str) -> None:
    part = {
        "whole": {"type": "image_url", "image_url": {"url": address}},
        "bare": {"type": "image_url", "image_url": address},
        "video": {"type": "video_url", "video_url": {"url": address}},
    }[shape]
    request = ChatRequest([{"role": "user", "content": [{"type": "text", "text": "see"}, part]}])
    with pytest.raises(BadArguments):
        chat_params(request, model="m", token_type="spark", most_tokens=10)


@pytest.fixture
def full(conversation: Conversation, alice: Any, take: Take) -> list[Any]:  # noqa: F811
    """The media of a conversation that has a picture and a sound."""
    from django.db import transaction

    from media.shelves import attach_uploads

    with transaction.atomic():
        attach_uploads(conversation.shelf, [take("a.png", picture()), take("a.wav", sound())])
    return catalogue(conversation.shelf_id)


@pytest.mark.parametrize("name", TOOLS)
def test_no_argument_of_a_tool_is_opened(full: list[Any], name: str) -> None:
    """In words an address is words; anywhere else the call is refused before anything is read."""
    tool = TOOLS[name]
    right: dict[str, Any] = {"prompt": "a sea"}
    right |= {argument: -1 for argument in tool.media if argument in tool.required}
    assert toolbox.job_spec(toolbox.plan(name, right, full)).prompt == "a sea"
    arguments = tool.schema["properties"].items()
    for (argument, schema), address in itertools.product(arguments, ADDRESSES):
        given = {**right, argument: address}
        if argument in ("prompt", "negativePrompt"):
            spec = toolbox.job_spec(toolbox.plan(name, given, full))
            assert len(spec.inputs) == len(toolbox.plan(name, right, full).inputs)
            continue
        with pytest.raises(toolbox.BadCall):
            toolbox.plan(name, given, full)
        assert schema.get("type") in ("integer", "number", "string"), "a new kind of argument"
