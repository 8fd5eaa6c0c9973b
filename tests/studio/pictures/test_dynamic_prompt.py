"""Dynamic prompts: each variation its own prompt."""

from collections import Counter

import pytest

from studio.renderers.prompts.dynamic_prompt import expand_prompt


def _all(prompt: str, count: int = 6, seed: int = 7) -> list[str]:
    return [expand_prompt(prompt, variation, seed) for variation in range(count)]


@pytest.mark.parametrize("prompt", ["a {red|green|blue} hat", "a {@red|green|blue} hat"])
def test_plain_and_cycling_groups_go_through_their_branches_in_order(prompt: str) -> None:
    assert _all(prompt, 4) == ["a red hat", "a green hat", "a blue hat", "a red hat"]


def test_groups_side_by_side_advance_together() -> None:
    assert _all("{a|b}{x|y}", 3) == ["ax", "by", "ax"]


def test_weights_make_a_branch_more_frequent_in_order_and_by_chance() -> None:
    assert Counter(_all("{3::day|night}", 8)) == {"day": 6, "night": 2}
    drawn = Counter(_all("{~9::day|night}", 400))
    assert 330 < drawn["day"] < 385


def test_chance_follows_the_seed() -> None:
    prompt = "{~a|b|c|d}{~e|f|g|h}"
    assert _all(prompt, 12, 1) == _all(prompt, 12, 1)
    assert _all(prompt, 12, 1) != _all(prompt, 12, 2)
    assert set(_all("{~a|b|c|d}", 60)) == set("abcd")


def test_groups_within_groups_take_turns_of_their_own() -> None:
    assert _all("{a {big|small} cat|dog}", 4) == ["a big cat", "dog", "a small cat", "dog"]


def test_several_branches_at_once() -> None:
    assert _all("{2$$red|green|blue}", 2) == ["red, green", "green, blue"]
    assert expand_prompt("{2$$ and $$red|green|blue}", 0, 1) == "red and green"
    assert {len(one.split(", ")) for one in _all("{1-3$$a|b|c|d}", 40)} == {1, 2, 3}


@pytest.mark.parametrize("prompt", ["no {group} here", "{open|never", "never}|open{", "a | b", ""])
def test_what_is_no_group_stays(prompt: str) -> None:
    assert _all(prompt, 2) == [prompt, prompt]


def test_expanding_twice_changes_nothing_more() -> None:
    once = expand_prompt("a {red|{light|dark} blue} hat", 1, 3)
    assert expand_prompt(once, 5, 9) == once


def test_hostile_prompts_end_soon() -> None:
    assert len(expand_prompt("{" * 4000, 0, 0)) == 4000
    assert expand_prompt("{a|" * 1300 + "}" * 1300, 0, 0)
