"""Short answers to what the director had asked, and corrections of what it had just done."""

import json
from typing import Any

import pytest

from tests.studio.director.asking import Message, ask, made
from tests.studio.director.utterances.media import PICTURES

ASKED = (
    ("i like it", "Good choice. Shall it move, or should something about it change?"),
    (
        "bridge",
        "Shall I make a new picture of “bridge”, or change image 0? Say which, in a few words.",
    ),
    ("some versions of a snail king", "How many versions would you like?"),
    ("could the fox walk?", "I could animate the fox. Shall I?"),
    ("animate it", "There is no image yet. Can you attach one, or shall I make it first?"),
)


@pytest.mark.parametrize(
    ("asked", "answer", "media", "tool", "arguments"),
    [
        (0, "move", PICTURES, "animate_photo", {"sourceImageIndex": 2}),
        (0, "yes please", PICTURES, "animate_photo", {"sourceImageIndex": 2}),
        (1, "a new one", PICTURES, "generate_image", {"prompt": "bridge"}),
        (1, "change it", PICTURES, "edit_image", {"sourceImageIndex": 0}),
        (2, "4", (), "generate_image", {"numberOfVariations": 4}),
        (3, "ok do it", PICTURES, "animate_photo", {"sourceImageIndex": 2}),
        (4, "a fox", (), "generate_image", {"prompt": "a fox"}),
    ],
)
def test_a_short_answer_is_about_the_question(
    asked: int, answer: str, media: tuple[str, ...], tool: str, arguments: dict[str, Any]
) -> None:
    wish, question = ASKED[asked]
    before = [{"role": "user", "content": wish}, {"role": "assistant", "content": question}]
    call = ask(answer, media, before=before).calls[0]
    assert call.name == tool
    assert arguments.items() <= call.arguments.items()


def _after(tool: str, arguments: Message, kind: str) -> list[Message]:
    """The turn before, in which this call made number 0 of its kind."""
    call = {"id": "c", "function": {"name": tool, "arguments": json.dumps(arguments)}}
    result = {"role": "tool", "tool_call_id": "c", "content": json.dumps(made(tool, kind, 0))}
    said = {"role": "user", "content": "do it"}
    return [
        said,
        {"role": "assistant", "content": "", "tool_calls": [call]},
        result,
        {"role": "assistant", "content": "."},
    ]


FILM = 'video 0: generated, 832x480, 5.0 s, prompt "slow push in"'


@pytest.mark.parametrize(
    ("said", "source"),
    [("no, the other one", 1), ("no no, i meant the red car", 1), ("sorry, image 1", 1)],
)
def test_a_correction_does_the_same_to_the_other(said: str, source: int) -> None:
    before = _after("animate_photo", {"prompt": "slow push in", "sourceImageIndex": 0}, "video")
    call = ask(said, (*PICTURES[:2], FILM), before=before).calls[0]
    assert (call.name, call.arguments["sourceImageIndex"]) == ("animate_photo", source)


def test_settings_alone_are_of_the_newest_film() -> None:
    song = 'audio -1: uploaded "song.m4a", 95.0 s'
    before = _after("sound_to_video", {"prompt": "neon", "audioSourceIndex": -1}, "video")
    call = ask("use the chorus, starts at 0:42, 10 seconds", (song, FILM), before=before).calls[0]
    assert (call.name, call.arguments["audioStart"], call.arguments["duration"]) == (
        "sound_to_video",
        42,
        10,
    )
    assert call.arguments["prompt"] == "neon"


def test_of_one_picture_it_is_not_asked_which() -> None:
    """ "Which one?" is no question where there is one."""
    vague = ask("change the thing", PICTURES[:1]).text
    assert vague == "What exactly should change in image 0?"
    second = ask("animate the second picture", PICTURES[:1]).text
    assert second == "There is only image 0 (a lighthouse at dawn). Do you mean that one?"


def test_a_yes_takes_the_only_one() -> None:
    before = [
        {"role": "user", "content": "animate the second picture"},
        {
            "role": "assistant",
            "content": "There is only image 0 (a lighthouse at dawn). Do you mean that one?",
        },
    ]
    (call,) = ask("yes", PICTURES[:1], before=before).calls
    assert (call.name, call.arguments["sourceImageIndex"]) == ("animate_photo", 0)
