"""Cut-outs of painted scenes in which the subject is as dark as the land, or water and moon outshine it."""

from typing import Any

import numpy as np
import pytest

from studio.renderers.drawing.canvas import Canvas
from studio.renderers.pictures.image import draw
from studio.renderers.regions.glitter import glitter
from studio.renderers.regions.saliency import find_subject
from studio.renderers.scenes.landscapes import inhabitants, landmarks, vehicles
from tests.studio.pictures.picture_material import overlap


def painted(monkeypatch: pytest.MonkeyPatch, where: Any, name: str) -> list[Any]:
    """A list that gets the place (0 … 1) of whatever this painter of a scene paints from now on."""
    places: list[Any] = []
    paint, brush = getattr(where, name), Canvas.paint

    def noted(stage: Any, *rest: Any, **options: Any) -> None:
        place = np.zeros(stage.canvas.depth.shape, np.float32)
        places.append(place)

        def marking(self: Canvas, mask: Any, *rest: Any, at: Any = (0, 0), **more: Any) -> None:
            if more.get("depth") is not None:  # what has no depth is light and shade
                view = place[at[0] : at[0] + mask.shape[0], at[1] : at[1] + mask.shape[1]]
                np.maximum(view, mask, out=view)
            brush(self, mask, *rest, at=at, **more)

        monkeypatch.setattr(Canvas, "paint", marking)
        paint(stage, *rest, **options)
        monkeypatch.setattr(Canvas, "paint", brush)

    monkeypatch.setattr(where, name, noted)
    return places


def _picture(prompt: str, seed: int) -> Any:
    return draw(prompt, seed=seed, variation=0, width=640, height=640).pixels


@pytest.mark.parametrize("seed", [1, 2, 4])
@pytest.mark.parametrize(
    ("prompt", "least"),
    [
        ("a fox in a dark forest at night", 0.7),
        ("a black horse on a hill at night", 0.75),
        ("a cat on the hills at sunset", 0.7),
        ("a brown dog on green hills, sunny day", 0.8),
    ],
)
def test_a_dark_animal_on_dark_land_is_cut_out_whole(
    prompt: str, least: float, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = painted(monkeypatch, inhabitants, "paint_creature")
    found = find_subject(_picture(prompt, seed)) > 0.5
    assert overlap(found, places[0] > 0.5) > least


def test_a_red_fox_is_red_before_a_low_sun_too(monkeypatch: pytest.MonkeyPatch) -> None:
    places = painted(monkeypatch, inhabitants, "paint_creature")
    fox = _picture("a red fox on a hill at sunset", 1)[places[0] > 0.9].astype(int)
    assert np.median(fox[:, 0] - fox[:, 1:].max(-1)) > 55


@pytest.mark.parametrize("seed", [1, 2])
def test_the_moon_behind_an_owl_is_not_part_of_it(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = painted(monkeypatch, inhabitants, "paint_creature")
    found = find_subject(_picture("an owl under the moon", seed)) > 0.5
    assert overlap(found, places[0] > 0.5) > 0.85


@pytest.mark.parametrize("seed", [1, 4])
def test_the_path_of_light_on_the_sea_is_no_subject_beside_a_lighthouse(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = painted(monkeypatch, landmarks, "paint_lighthouse")
    found = find_subject(_picture("a lighthouse at sunset", seed)) > 0.5
    assert overlap(found, places[0] > 0.5) > 0.85


def test_what_is_even_is_the_subject_before_a_city_full_of_lights(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    places = painted(monkeypatch, inhabitants, "paint_creature")
    found = find_subject(_picture("a cat in a city at night, neon", 1)) > 0.5
    assert overlap(found, places[0] > 0.5) > 0.5


@pytest.mark.parametrize(
    ("prompt", "where", "name", "seed"),
    [
        ("a man in a city at night", inhabitants, "paint_creature", 5),
        ("a red car in a city at night", vehicles, "paint_car", 2),
        ("a red car in a city at night", vehicles, "paint_car", 4),
    ],
)
def test_neither_the_far_shore_nor_the_path_of_a_hidden_moon_is_the_subject(
    prompt: str, where: Any, name: str, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = painted(monkeypatch, where, name)
    found = find_subject(_picture(prompt, seed)) > 0.5
    assert overlap(found, places[0] > 0.5) > 0.4


def test_slivers_above_each_other_glitter_and_a_single_stripe_does_not() -> None:
    picture = np.full((200, 280, 3), 30, np.uint8)
    picture[:100] = 90
    for row in range(106, 190, 6):  # ripples that wander
        left = 60 + 7 * (row % 4)
        picture[row : row + 3, left : left + 46] = 220
    picture[150:153, 170:260] = 220
    found = glitter(picture, 100)
    assert found[112:184, 75:100].mean() > 0.9
    assert not found[:, 130:].any()
    assert not glitter(picture, None).any()


@pytest.mark.parametrize("seed", [2, 4])
@pytest.mark.parametrize(
    "prompt", ["portrait of a man in a black coat at night", "portrait of a woman with red hair"]
)
def test_who_is_cut_out_keeps_shoulders_in_the_colour_of_the_backdrop(
    prompt: str, seed: int
) -> None:
    found = find_subject(_picture(prompt, seed)) > 0.5
    assert found[630:, 200:440].mean() > 0.95
    assert found[:100].mean() < 0.05
    assert not found[:, :30].any()
