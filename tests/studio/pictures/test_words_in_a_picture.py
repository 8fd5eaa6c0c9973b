"""What words name among several things: by colour, by where such things are, in light and in shade."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from studio.renderers.prompts.words import read_prompt
from studio.renderers.regions.named import find_named, one_is_meant, region
from tests.studio.pictures.picture_material import changed, difference, overlap

HEIGHT, WIDTH = 192, 288
Y, X = np.mgrid[0:HEIGHT, 0:WIDTH]
BOAT = (abs(X - 110) < 24 - (Y - 118) * 0.6) & (Y >= 118) & (Y < 134)
BOAT |= (Y > 78) & (Y < 118) & (X > 108 - (Y - 78) * 0.45) & (X < 112 + (Y - 78) * 0.4)
TOWER = (abs(X - 220) < 9) & (Y >= 40) & (Y < 98)
LAND = (Y >= 96 - (X - 170) * 0.08) & (Y < 105) & (X > 170)


def _coast() -> Any:
    """A white and brown boat on the sea, a striped lighthouse on a headland."""
    picture = np.empty((HEIGHT, WIDTH, 3), np.uint8)
    picture[:] = (150, 190, 225)
    picture[105:] = (70, 120, 150)
    picture[LAND] = (50, 80, 60)
    picture[BOAT] = (240, 236, 226)
    picture[BOAT & (Y >= 118)] = (120, 60, 45)
    picture[TOWER] = (245, 245, 245)
    picture[TOWER & (Y // 12 % 2 == 0)] = (200, 50, 45)
    grain = np.random.default_rng(3).normal(0, 1.5, picture.shape)
    return np.clip(picture + grain, 0, 255).astype(np.uint8)


@pytest.mark.parametrize(
    ("word", "gone", "kept"), [("boat", BOAT, TOWER), ("lighthouse", TOWER, BOAT)]
)
def test_one_thing_is_removed_and_the_other_stays(
    word: str, gone: Any, kept: Any, tmp_path: Path
) -> None:
    picture = _coast()
    made = changed("edit_image", picture, tmp_path, prompt=f"remove the {word}", seed=5)
    assert difference(made[kept][:, None], picture[kept][:, None]) < 4
    assert difference(made[gone][:, None], picture[gone][:, None]) > 40


def test_the_red_thing_is_not_all_that_is_red() -> None:
    """A red car before a red evening sky."""
    picture = np.empty((HEIGHT, WIDTH, 3), np.float32)
    picture[:] = np.array([120, 40, 50]) + (Y / 130)[..., None] * np.array([120, 70, 30])
    picture[130:] = (70, 50, 46)
    car = (abs(X - 150) < 55) & (Y >= 128) & (Y < 152)
    car |= (abs(X - 150) < 30) & (Y >= 112) & (Y < 130)
    picture[car] = (190, 25, 30)
    for x in (115, 185):
        wheel = np.hypot(X - x, Y - 152) < 11
        picture[wheel] = (20, 20, 22)
        car |= wheel
    found = region(np.clip(picture, 0, 255).astype(np.uint8), "the red car")
    assert found is not None
    assert overlap(found, car) > 0.7
    assert not found[:90].any()


def test_the_sun_is_the_disc_in_the_sky_and_not_what_stands_out_below_it() -> None:
    """A boat at sunset; on a coast without a sun none is found."""
    away = np.hypot(X - 90, Y - 60)
    picture = np.empty((HEIGHT, WIDTH, 3), np.float32)
    picture[:] = (150, 100, 120)
    picture += (np.exp(-away / 40) * 70)[..., None]
    sun = away < 14
    picture[105:] = (70, 50, 80)
    picture[BOAT] = (240, 236, 226)
    picture[sun] = (255, 252, 240)
    found = region(np.clip(picture, 0, 255).astype(np.uint8), "the sun")
    assert found is not None
    assert overlap(found, sun) > 0.75
    assert not found[BOAT].any()
    assert region(_coast(), "the sun") is None


@pytest.mark.parametrize("skin", [(236, 200, 178), (140, 92, 66)])
def test_hair_is_found_in_light_and_in_shade(skin: tuple[int, int, int]) -> None:
    picture = np.full((HEIGHT, WIDTH, 3), (120, 150, 175), np.uint8)
    hair = ((X - 144) / 42) ** 2 + ((Y - 70) / 50) ** 2 <= 1
    face = ((X - 144) / 27) ** 2 + ((Y - 78) / 36) ** 2 <= 1
    body = (((X - 144) / 75) ** 2 + ((Y - 200) / 75) ** 2 <= 1) & (Y > 115)
    picture[hair], picture[face], picture[body] = (70, 42, 120), skin, (60, 120, 80)
    shade = (X > 144) & (hair | face | body)
    picture[shade] = (picture[shade] * 0.7).astype(np.uint8)
    found = find_named(picture, "her hair")[0].mask
    wanted = hair & ~face & ~body
    assert found[wanted & (X < 140)].mean() > 0.8
    assert found[wanted & (X > 148)].mean() > 0.8
    assert found[face].mean() < 0.15


def test_one_or_several_are_meant() -> None:
    assert all(one_is_meant(words) for words in ("the boat", "the glass", "a cactus"))
    assert not any(one_is_meant(words) for words in ("the boats", "all of it", "people", "a and b"))


@pytest.mark.parametrize(
    ("prompt", "letters", "place"),
    [
        ('a cover "Tide", the title in large gold letters at the top', 1.6, "top"),
        ('a cover "Tide", the title in small letters', 0.6, ""),
        ('a fox "Tide" with a big title', 1.6, ""),
        ('a large fox "Tide" in gold letters', 1.0, ""),
    ],
)
def test_how_a_title_is_set_is_said_of_it_alone(prompt: str, letters: float, place: str) -> None:
    brief = read_prompt(prompt)
    assert (brief.title, brief.letters, brief.letters_at) == ("Tide", letters, place)
    assert bool(brief.colours) == ("fox" in prompt and "gold" in prompt)
