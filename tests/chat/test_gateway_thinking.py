"""Reasoning and raw calls never reach the visible text, however the stream is cut."""

import itertools
import random

import pytest

from chat.gateway.thinking import ThinkingFilter
from chat.gateway.types import TextPiece

WHOLE = {
    "Hello there.": ("Hello there.", "", []),
    "<think>Hm, a fox.</think>A fox it is.": ("A fox it is.", "Hm, a fox.", []),
    "<think>one</think>\n\nfirst <think>two</think>second": ("first second", "onetwo", []),
    "2 < 3 and <b>bold</b> stay, <thin too": ("2 < 3 and <b>bold</b> stay, <thin too", "", []),
    'Here. <tool_call>{"name": "x"}</tool_call>': ("Here. ", "", ['{"name": "x"}']),
    'Here. <tool_call>{"name": "x"': ("Here. ", "", ['{"name": "x"']),
    "<think>so <tool_call>{}</tool_call>then</think>Done": ("Done", "so then", ["{}"]),
    "reasoned</think>said": ("said", "reasoned", []),
    "a <think>b</think>c</think>d": ("a cd", "b", []),
    "<THINK>loud</Think>calm": ("calm", "loud", []),
    "<think>never closed": ("", "never closed", []),
    "a</tool_call>b": ("ab", "", []),
    "ends in <": ("ends in <", "", []),
    "": ("", "", []),
}


def run(pieces: list[str]) -> tuple[str, str, list[str]]:
    sieve = ThinkingFilter()
    text = thinking = ""
    for told in [*(sieve.feed(piece) for piece in pieces), sieve.finish()]:
        if told.retracts:
            text, thinking = "", thinking + text
        text, thinking = text + told.text, thinking + told.thinking
    return text, thinking, sieve.calls


@pytest.mark.parametrize("source", WHOLE, ids=lambda text: text[:24] or "nothing")
def test_it_separates_the_same_wherever_the_stream_is_cut(source: str) -> None:
    expected = WHOLE[source]
    assert run([source]) == expected
    assert run(list(source)) == expected
    for cut in range(len(source)):
        assert run([source[:cut], source[cut:]]) == expected


def test_it_separates_the_same_for_random_cuts() -> None:
    dice = random.Random(7)
    parts = ["word ", "<think>", "</think>", "<tool_call>", "</tool_call>", "<", "</", "tool", ">"]
    for _ in range(400):
        source = "".join(dice.choice(parts) for _ in range(dice.randint(1, 12)))
        cuts = sorted(dice.randint(0, len(source)) for _ in range(dice.randint(0, 6)))
        edges = [0, *cuts, len(source)]
        pieces = [source[a:b] for a, b in itertools.pairwise(edges)]
        assert run(pieces) == run([source])


def test_plain_text_is_passed_on_at_once() -> None:
    sieve = ThinkingFilter()
    assert sieve.feed("A red ") == TextPiece("A red ")
    assert sieve.feed("door <") == TextPiece("door ")
    assert sieve.feed("5 m wide") == TextPiece("<5 m wide")
