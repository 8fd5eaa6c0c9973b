"""What newcomers ask for is in the picture: read from the words, painted, and told apart from everything else."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from studio.renderers.pictures.image import draw
from studio.renderers.prompts.words import read_prompt
from studio.renderers.scenes.landscapes import water, world
from studio.renderers.scenes.persons.species import HEADS
from studio.renderers.scenes.towns import skyline
from tests.studio.render_material import ask, run

ASKED = [
    "a delicious pizza", "sushi", "a bowl of fruit", "ramen", "a salad", "pancakes", "pasta", "a cheeseburger",
    "a birthday cake with candles", "ice-cream", "a glass of red wine", "a cold beer",
    "a cozy living room with a fireplace", "a bedroom", "a kitchen", "a library with a desk", "my cat on a sofa",
    "a woman in a cafe", "a coral reef with fish", "jellyfish underwater", "a shark underwater",
    "a turtle underwater", "a logo of a fox", "a coffee shop logo", "a logo", "a butterfly on a flower",
    "a castle on a hill", "a dragon breathing fire", "a beach with palm trees", "a waterfall in the jungle",
    "a steam train", "a steam train on a bridge", "an astronaut in space", "a rocket beside saturn",
    "a girl with a red balloon", "a birthday party", "a couple on the beach",
    "a corgi astronaut", "a hot dog", "a sword", "a heart", "a snowman", "a guitar", "a synthwave album cover",
    "a street in tokyo in the rain with neon signs", "a happy woman", "an elephant in the savanna",
]  # fmt: skip


def _drawn(prompt: str, **more: Any) -> Any:
    return draw(prompt, **({"seed": 3, "variation": 0, "width": 160, "height": 128} | more)).pixels


@pytest.mark.parametrize("prompt", [*ASKED, *(f"a {kind}" for kind in HEADS)])
def test_every_subject_has_a_picture_of_its_own(prompt: str) -> None:
    pixels = _drawn(prompt).astype(np.float32)
    assert pixels.std() > 12
    nothing = _drawn("qwxz vorple").astype(np.float32)
    assert np.abs(pixels - nothing).mean() > 15
    assert (_drawn(prompt) == pixels).all(), "a seed reproduces its picture"


@pytest.mark.parametrize(
    "prompt",
    ["a kitchen", "a pizza", "a jellyfish", "a lion", "a castle", "a city street", "a logo"],
)
@pytest.mark.parametrize("size", [(48, 400), (401, 37), (16, 16)])
def test_scenes_fit_odd_sizes(prompt: str, size: tuple[int, int]) -> None:
    assert _drawn(prompt, width=size[0], height=size[1]).shape == (size[1], size[0], 3)


def test_a_harbour_has_boats_and_a_hot_dog_is_no_dog() -> None:
    assert "dog" not in read_prompt("a hot dog").subjects
    sea, harbour = (
        _drawn(f"a {place} at night", seed=5).astype(int) for place in ("sea", "harbour")
    )
    assert (np.abs(harbour - sea).max(-1) > 30).mean() > 0.04


def test_the_hour_differs_between_seeds_where_none_is_asked_for() -> None:
    lights = [float(_drawn("mountains", seed=seed).mean()) for seed in range(8)]
    assert max(lights) - min(lights) > 40


@pytest.mark.parametrize(
    ("prompt", "time"),
    [
        ("a blazing sunset over the sea", "sunset"),
        ("a summer evening by the lake", "sunset"),
        ("a haunted house on a sunny day", "day"),
        ("fireworks over a bridge", "night"),
        ("the bright desert", "day"),
    ],
)
def test_an_hour_that_is_told_comes_before_one_that_is_likely(prompt: str, time: str) -> None:
    assert read_prompt(prompt).time == time


@pytest.mark.parametrize(
    ("prompt", "owned", "loose"),
    [
        ("a red sports car on a green hill", {"car": "#d6322f", "hills": "#2f9e5b"}, ()),
        ("ribbons in teal and gold", {}, ("#138a8a", "#e8b53a")),
        ("a golden retriever in a blue room", {"dog": "#e8b53a", "room": "#2763c4"}, ()),
    ],
)
def test_a_colour_belongs_to_the_thing_it_is_said_of(
    prompt: str, owned: dict[str, str], loose: tuple[str, ...]
) -> None:
    brief = read_prompt(prompt)
    assert dict(brief.owned) == owned
    assert brief.loose == loose


def test_a_red_car_stands_before_no_red_sky() -> None:
    sky = _drawn("a red car on a road at noon")[:40].reshape(-1, 3).mean(0)
    assert sky[2] > sky[0]


@pytest.mark.parametrize(
    ("prompt", "title"),
    [
        ('a logo called "Bean There"', "Bean There"),
        ("a card saying Happy Birthday Anna", "Happy Birthday Anna"),
        ("a man in a dark coat, no words", None),
        ("a dog named Rex", None),
    ],
)
def test_words_that_shall_be_read_are_found(prompt: str, title: str | None) -> None:
    assert read_prompt(prompt).title == title


def test_quoted_words_are_set_on_the_picture(tmp_path: Path) -> None:
    result, _ = run(ask("image", "t2i", 'hills at noon "HELLO"', width=320, height=240), tmp_path)
    headline = np.asarray(Image.open(result.path))[10:60]
    assert np.mean(headline.min(-1) > 240) > 0.02, "the outline"
    assert np.mean(headline.max(-1) < 60) > 0.02, "the letters"


def test_dark_clothes_make_no_night() -> None:
    assert read_prompt("a man in a dark coat").time is None
    assert read_prompt("a dark forest").time == "night"


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_water_glitters_below_a_moon_and_mirrors_no_disc(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    stages: list[Any] = []
    paint = water.paint_water

    def noted(stage: Any, **options: Any) -> None:
        paint(stage, **options)
        stages.append((stage, stage.canvas.rgb.mean(axis=2)))

    monkeypatch.setattr(world, "paint_water", noted)
    draw("a calm sea under a full moon, poster", seed=seed, variation=0, width=512, height=512)
    stage, light = stages[0]
    squash = min((stage.horizon - 1) / (stage.canvas.height - stage.horizon), 1) * 0.96
    below = stage.horizon + (stage.horizon - stage.light_y) / squash
    away = np.hypot(stage.canvas.x - stage.light_x, (stage.canvas.y - below) * squash)
    inside = light[away < 0.7 * stage.light_radius]
    beside = light[(away > 1.8 * stage.light_radius) & (away < 2.2 * stage.light_radius)]
    assert np.quantile(inside, 0.2) < np.quantile(beside, 0.5) + 0.08


def test_the_moon_stands_free_over_a_city(monkeypatch: pytest.MonkeyPatch) -> None:
    hidden: list[float] = []
    paint = skyline.paint_skyline

    def noted(stage: Any) -> None:
        before = stage.canvas.rgb.copy()
        paint(stage)
        away = (
            np.hypot(stage.canvas.x - stage.light_x, stage.canvas.y - stage.light_y)
            < stage.light_radius
        )
        changed = np.abs(stage.canvas.rgb[away] - before[away]).max(-1)
        hidden.append(float((changed > 0.2).mean()))

    monkeypatch.setattr(skyline, "paint_skyline", noted)
    for seed in range(8):
        draw("a city skyline at night, full moon", seed=seed, variation=0, width=384, height=256)
    assert np.mean(hidden) < 0.3
    assert max(hidden) < 0.75
