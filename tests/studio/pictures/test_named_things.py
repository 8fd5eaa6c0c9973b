"""Things people name: each is met, fills enough of the picture, and is not what stood there without it."""

from typing import Any

import numpy as np
import pytest

from studio.renderers.drawing.canvas import Canvas
from studio.renderers.motifs.catalogue import MOTIFS, named, shown
from studio.renderers.pictures.image import draw
from studio.renderers.prompts.words import Brief, read_prompt
from studio.renderers.scenes.landscapes import undersea

THINGS = {
    "a squirrel": "squirrel", "a crocodile": "crocodile", "a snake": "snake", "a spider": "spider", "a crab": "crab",
    "a ladybug": "ladybug", "a church": "church", "a pyramid": "pyramid", "a temple": "pagoda",
    "a greenhouse": "greenhouse", "a telescope": "telescope", "a kayak": "kayak", "an umbrella": "umbrella",
    "a chair": "chair", "an alarm clock": "clock", "a golden crown": "crown", "a watermelon": "watermelon",
    "a pineapple": "pineapple", "an avocado": "avocado", "a fire truck": "fire-engine", "an ambulance": "ambulance",
    "a trumpet": "trumpet", "a pianist": "pianist",
}  # fmt: skip


def _pixels(prompt: str, negative: str = "") -> Any:
    made = draw(prompt, seed=5, variation=0, width=192, height=192, negative=negative)
    return made.pixels.astype(float)


@pytest.mark.parametrize("prompt", THINGS)
def test_a_thing_that_is_named_fills_the_picture_and_was_not_there_before(prompt: str) -> None:
    tag = THINGS[prompt]
    assert named(shown(read_prompt(prompt))) == [tag]
    words = prompt.removeprefix("a ").removeprefix("an ").removeprefix("golden ")
    changed = np.abs(_pixels(prompt) - _pixels(prompt, negative=words)).max(-1) > 24
    assert changed.mean() > 0.1


def test_a_chest_under_the_sea_stands_on_its_ground(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    own = undersea.paint_undersea

    def paint(canvas: Canvas, brief: Brief) -> None:
        seen.append("sea")
        own(canvas, brief)

    monkeypatch.setattr("studio.renderers.scenes.compose.paint_undersea", paint)
    for prompt in ("a treasure chest under the sea", "a piano underwater", "a sunken tall ship"):
        draw(prompt, seed=2, variation=0, width=128, height=128)
    assert seen == ["sea"] * 3
    draw("a treasure chest by the sea under the stars", seed=2, variation=0, width=128, height=128)
    assert seen == ["sea"] * 3


def test_whoever_plays_is_drawn_with_the_instrument() -> None:
    for prompt, player in {
        "a woman plays the violin": "violinist",
        "a boy with a trumpet": "trumpeter",
        "a man at the drums": "drummer",
        "a girl at the piano": "pianist",
    }.items():
        assert named(shown(read_prompt(prompt))) == [player]
        assert set(MOTIFS[player].covers) >= {"person", "portrait"}


def test_a_telescope_is_seen_by_night_unless_another_hour_is_told() -> None:
    assert read_prompt("a telescope on a hill").time == "night"
    assert read_prompt("a telescope at sunset").time == "sunset"


@pytest.mark.parametrize(
    "prompt", ["a fox and a mouse, children's book", "a women’s shoe", "men's cologne"]
)
def test_whose_a_thing_is_is_not_seen(prompt: str) -> None:
    assert "person" not in read_prompt(prompt).subjects
    assert "some-people" not in read_prompt(prompt).words
