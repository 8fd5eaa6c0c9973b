"""A change put into the words of a prompt: what it says takes the place of what was said of the same, and only that."""

import time

import pytest

from studio.director.families.once_more.remake_words import reworded
from studio.director.language.changes import altered, resounded

REPLACED = [
    ("a cyclist on a road at dawn", "at night and in the rain",
     "a cyclist on a road, at night and in the rain"),
    ("at night, a woman on a bench", "in the morning", "a woman on a bench, in the morning"),
    ("a sunny beach in summer with kids", "in winter", "a sunny beach with kids, in winter"),
    ("a sunny beach in summer with kids", "in fog", "a beach in summer with kids, in fog"),
    ("a fox in a forest, early morning fog", "at night", "a fox in a forest, at night"),
    ("three small boats in a summer harbour", "in winter", "three small boats in a harbour, in winter"),
    ("three small boats in a harbour", "with five boats", "five small boats in a harbour"),
    ("three small boats in a harbour", "bigger boats and at night",
     "three bigger boats in a harbour, at night"),
    ("a house with a blue door", "with a green door", "a house with a green door"),
    ("flight over a sunny beach", "over mountains", "flight over mountains"),
    ("a red cat on a sofa", "on a skateboard", "a red cat on a skateboard"),
    ("a man in a red coat in a city", "in the desert", "a man in a red coat in the desert"),
    ("a penguin on an ice floe under a grey sky", "under the northern lights",
     "a penguin on an ice floe under the northern lights"),
    ("a wedding at the beach on a sunny day", "at dusk", "a wedding at the beach, at dusk"),
    ("a street, people with umbrellas", "without the people", "a street, without the people"),
    ("an old sailor in golden hour light", "at noon", "an old sailor, at noon"),
]  # fmt: skip
KEPT = [
    ("a night market in Bangkok", "at noon", "a night market in Bangkok, at noon"),
    ("a woman in a summer dress", "in winter", "a woman in a summer dress, in winter"),
    ("a spring in the desert", "in summer", "a spring in the desert, in summer"),
    ("a sunset over the sea", "in fog", "a sunset over the sea, in fog"),
    ("a girl in a red coat", "in a city", "a girl in a red coat, in a city"),
    ("a cat on a sofa at dawn", "with a hat", "a cat on a sofa at dawn, with a hat"),
    ("a knight in armour", "in the rain", "a knight in armour, in the rain"),
    ("morning coffee on a table", "at night", "morning coffee on a table, at night"),
    ("starlings over a field", "at night", "starlings over a field, at night"),
    ("two cats on a wall", "with a dog", "two cats on a wall, with a dog"),
    ("a blue house with a red door", "with a red roof", "a blue house with a red door, with a red roof"),
    ("a cat on a sofa", "the sea, oil painting", "a cat on a sofa, the sea, oil painting"),
]  # fmt: skip


@pytest.mark.parametrize(("prompt", "change", "wanted"), [*REPLACED, *KEPT])
def test_a_change_takes_the_place_of_what_it_gainsays(
    prompt: str, change: str, wanted: str
) -> None:
    assert altered(prompt, change) == wanted


def test_in_a_film_the_change_goes_ahead_of_what_stays() -> None:
    told = reworded("at night and in the rain", "a cyclist on a road at dawn")
    assert told == "at night and in the rain, a cyclist on a road"


@pytest.mark.parametrize(
    ("prompt", "change", "wanted"),
    [
        ("folk ballad, female voice", "a male singer", "folk ballad, male singer"),
        ("soft lullaby with harp", "with a music box instead of the harp",
         "soft lullaby with a music box"),
        ("birthday pop song", "jazz instead of pop", "birthday jazz song"),
        ("calm piano", "a violin", "calm piano, a violin"),
        ("calm piano", "slower and with a guitar", "calm piano, slower and with a guitar"),
    ],
)  # fmt: skip
def test_a_song_keeps_what_it_is_of(prompt: str, change: str, wanted: str) -> None:
    assert resounded(prompt, change) == wanted


@pytest.mark.parametrize("unit", ["in the ", "at night ", "sunny ", ", ", "on a red ", "with two "])
@pytest.mark.parametrize(
    "change", ["at night and in the rain", "on a boat", "five boats", "in fog"]
)
def test_long_words_are_put_into_a_prompt_in_bounded_time(unit: str, change: str) -> None:
    begun = time.process_time()
    altered(unit * (3_000 // len(unit)), change)
    altered("a cat on a sofa at dawn", unit * (3_000 // len(unit)))
    assert time.process_time() - begun < 1
