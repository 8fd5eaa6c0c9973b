"""Versions that contradict nothing of the wish, and the account of what was made and what is missing."""

import re

import pytest

from studio.director.language.variations import agreeing, branches_in
from tests.studio.director.asking import Message, ask, made, round_of


def test_what_was_made_is_told_in_one_list() -> None:
    reply = ask("a fox and a picture of an owl")
    again = round_of(reply, made("generate_image", "image", 7), made("generate_image", "image", 8))
    assert ask("a fox and a picture of an owl", after=again).text.startswith(
        "Done: image 7 and image 8."
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            {"ok": False, "indices": [], "error": "The worker went away.", "retryable": True},
            (0, 1, 2),
        ),
        ({"ok": True, "indices": [0, 2]}, (1,)),
    ],
)
def test_what_was_made_good_is_not_told_as_missing(first: Message, second: tuple[int, ...]) -> None:
    """The first try lost image 1, or all; the same call once more, or one that fills its place, made it."""
    text = "three versions of a red fox"
    reply = ask(text)
    rows = [{"index": 1, "error": "The worker went away."}]
    lost = {"tool": "generate_image", "mediaType": "image", "failed": rows, **first}
    after = [*round_of(reply, lost), *round_of(reply, made("generate_image", "image", *second))]
    answer = ask(text, after=after).text
    assert answer.startswith("Done:")
    assert "could not be made" not in answer
    assert (
        "1 could not be made"
        in ask(text, after=round_of(reply, {**lost, "ok": True, "indices": [0]})).text
    )


@pytest.mark.parametrize(
    ("text", "never"),
    [
        (
            "eight versions of a harbour at night",
            "first light|golden sun|noon|dusk|moon|starry|blue hour",
        ),
        ("six pictures of a beach in winter", "spring|autumn|rain"),
        ("five versions of a cabin in a storm", "fog|soft|clear|rain|snow"),
        (
            "six versions of a cozy reading nook",
            "moon|first light|storm coming|golden sun|fog|snow",
        ),
        ("four versions of a corgi astronaut", "moon|first light|storm|rain|fog|lamp|winter"),
        ("four versions of a bowl of ramen", "moon|first light|storm|golden sun|fog|snow"),
        ("4 takes on a village at dawn in the rain", "dusk|noon|snow|fog|starry"),
    ],
)
def test_versions_say_no_other_time_weather_or_season(text: str, never: str) -> None:
    (call,) = ask(text).calls
    branches = call.arguments["prompt"].partition("{")[2]
    assert branches.count("|") == call.arguments["numberOfVariations"] - 1
    assert not re.search(never, branches)


def test_usual_ways_give_way_to_what_is_said_later() -> None:
    ways = ["at first light", "in a wide view", "at blue hour"]
    now = agreeing("a fox in the snow, at night", ways)
    assert len(now) == len(set(now)) == 3
    assert now[0] == "in a wide view"
    assert not {"at first light", "at blue hour"} & set(now)


def test_ways_that_a_person_listed_stay() -> None:
    ways = ["at first light", "on a red bicycle"]
    assert agreeing("a fox in the snow, at night", ways) == ways


def test_a_colon_of_what_is_to_be_read_lists_no_ways() -> None:
    sign = 'a chalkboard sign that says "Soup of the day: Tomato", each with a different border'
    assert branches_in(sign, 4) == (sign, [])
