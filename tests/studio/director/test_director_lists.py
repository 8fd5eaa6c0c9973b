"""Wishes written as a list: rows that need nothing of each other are made in one round, others one after the other."""

import pytest

from tests.studio.director.asking import ask, play
from tests.studio.director.utterances.media import PICTURES

FOX_AND_LIGHT = ["a red fox in snow", "a lighthouse at night"]


@pytest.mark.parametrize(
    "text",
    [
        "1) a red fox in snow 2) a lighthouse at night",
        "1. a red fox in snow\n2. a lighthouse at night",
        "a) a red fox in snow b) a lighthouse at night",
        "make: 1) a red fox in snow, 2) a lighthouse at night",
        "Please draw the following: (1) a red fox in snow (2) a lighthouse at night",
        "Two pictures please: 1) a red fox in snow 2) a lighthouse at night",
        "make these pictures:\n- a red fox in snow\n- a lighthouse at night",
    ],
)
def test_rows_of_a_list_are_wishes_of_their_own(text: str) -> None:
    (calls,) = play(text)
    assert [call.name for call in calls] == ["generate_image"] * 2
    assert [call.arguments["prompt"] for call in calls] == FOX_AND_LIGHT
    assert not any("numberOfVariations" in call.arguments for call in calls)


@pytest.mark.parametrize(
    ("text", "tools"),
    [
        ("animate: 1) image 0 2) image 1", [["animate_photo"] * 2]),
        ("three videos: 1) a cat 2) a dog 3) a bird", [["generate_video"] * 3]),
        (
            "1) draw a fox 2) draw a lighthouse 3) animate both",
            [["generate_image"] * 2, ["animate_photo"]],
        ),
        (
            '1) draw a fox 2) animate it 3) add subtitles saying "hello"',
            [["generate_image"], ["animate_photo"], ["add_subtitles"]],
        ),
    ],
)
def test_a_row_waits_for_what_it_needs(text: str, tools: list[list[str]]) -> None:
    media = PICTURES if text.startswith("animate") else ()
    assert [[call.name for call in one] for one in play(text, media)] == tools


@pytest.mark.parametrize(
    ("text", "name", "argument"),
    [
        ("a video with three scenes: 1) a man walks 2) he finds a dog", "generate_video", "prompt"),
        ("write a storyboard: 1. a man walks 2. he finds a dog", "compose_script", "brief"),
    ],
)
def test_parts_of_one_thing_stay_together(text: str, name: str, argument: str) -> None:
    (call,) = ask(text).calls
    assert call.name == name
    assert "man walks" in call.arguments[argument]
    assert "finds a dog" in call.arguments[argument]
    assert "numberOfVariations" not in call.arguments
