"""What is selected by name is what the name says something of; where nothing is, that is said."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from studio.renderers.api import RenderError
from studio.renderers.regions.glitter import without_image
from studio.renderers.regions.kinds import likeness
from studio.renderers.regions.land import sky
from studio.renderers.regions.named import find_named, is_guessed
from studio.renderers.regions.places import is_faint
from tests.studio.pictures.picture_material import changed, session, use

HEIGHT, WIDTH = 144, 192
Y, X = np.mgrid[0:HEIGHT, 0:WIDTH]


def _grainy(picture: Any) -> Any:
    grain = np.random.default_rng(2).normal(0, 1.2, picture.shape)
    return np.clip(picture + grain, 0, 255).astype(np.uint8)


def _hills() -> Any:
    """Two soft green hills under a blue sky, the nearer one a little darker in its middle."""
    picture = np.stack([90 + Y * 0.7, 130 + Y * 0.5, 200 + Y * 0.2], -1)
    picture[80 + 5 * np.sin(X / 25) < Y] = (88, 132, 74)
    picture[108 + 4 * np.sin(X / 18 + 2) < Y] = (82, 124, 68)
    return picture


def _with(picture: Any, shape: Any, colour: tuple[int, int, int]) -> Any:
    made = picture.copy()
    made[shape] = colour
    return made


TOWER = (abs(X - 40) < 9) & (Y > 50) & (Y < 120)
BALL = np.hypot(X - 150, Y - 96) < 20


@pytest.mark.parametrize(
    ("words", "shape", "meant"),
    [
        ("the ball", BALL, True),
        ("the ball", TOWER, False),
        ("a vase", TOWER, True),
        ("a tower", TOWER.T, False),
        ("the car", TOWER, False),
        ("the castle", TOWER, True),
    ],
)
def test_a_name_is_met_by_the_shape_it_says(words: str, shape: Any, *, meant: bool) -> None:
    assert bool(likeness(shape, words)) == meant


def test_of_two_things_the_one_with_the_shape_of_the_name_is_found() -> None:
    picture = _grainy(_with(_with(_hills(), TOWER, (240, 200, 40)), BALL, (200, 60, 50)))
    for words, shape in (("the ball", BALL), ("the tower", TOWER)):
        found = find_named(picture, words)
        assert (found[0].mask & shape).sum() > 0.8 * shape.sum()
        assert all((one.mask & shape).any() for one in found)


def test_what_is_not_there_in_any_shape_is_refused_with_what_would_help(tmp_path: Path) -> None:
    picture = _grainy(_with(_hills(), TOWER, (200, 60, 50)))
    with pytest.raises(RenderError, match="Things are known here by colour, shape"):
        changed("segment_image", picture, tmp_path, text="the ball")


def test_what_was_chosen_by_its_place_alone_says_so(tmp_path: Path) -> None:
    picture = _grainy(_with(_hills(), TOWER, (200, 60, 50)))
    made = use("segment_image", session(tmp_path, picture), tmp_path, text="the castle")[0]
    assert "stands out most" in made.notes["maskNote"]
    told = use("segment_image", session(tmp_path, picture), tmp_path, text="the red thing")[0]
    assert "maskNote" not in told.notes


@pytest.mark.parametrize(
    ("words", "guess"),
    [("a castle", True), ("the teapot", True), ("the sky", False), ("the red car", False)],
)
def test_only_names_that_say_nothing_are_guesses(words: str, *, guess: bool) -> None:
    assert is_guessed(words) == guess


def test_red_land_is_no_red_car() -> None:
    picture = _with(_hills(), 84 + 6 * np.sin(X / 25) < Y, (176, 70, 48))
    assert not find_named(_grainy(picture), "the red car")


def test_a_hill_is_no_subject_but_a_thing_on_it_is(tmp_path: Path) -> None:
    hill = (np.hypot((X - 90) / 30, (Y - 114) / 8) < 1) & (Y > 104)
    picture = _grainy(_with(_hills(), hill, (78, 118, 66)))
    assert is_faint(picture, hill.astype(np.float32))
    assert not is_faint(_grainy(_with(_hills(), BALL, (200, 60, 50))), BALL.astype(np.float32))
    with pytest.raises(RenderError, match="Nothing stands out"):
        changed("remove_background", picture, tmp_path)


def _sea() -> Any:
    """The sky runs into the sea, but for its straight horizon at row 80."""
    light = np.where(Y < 80, 120 + Y, 190 - (Y - 80) * 0.8)
    picture = np.stack([light + 30, light - 10, light * 0.6 + 40], -1)
    picture[80:] += 6 * np.sin(Y[80:] * 1.3)[..., None]
    return picture


def test_the_sea_is_not_the_sky() -> None:
    above = sky(_grainy(_sea()))
    assert above[:76].mean() > 0.9
    assert above[86:].mean() < 0.05


def test_the_image_of_a_tower_in_the_water_is_not_of_the_tower() -> None:
    tower = (abs(X - 100) < 8) & (Y >= 40) & (Y < 80)
    image = (abs(X - 100) < 8) & (Y >= 80) & (Y < 120)
    picture = np.stack([np.where(Y < 80, 150, 140)] * 3, -1).astype(float)
    picture = _grainy(_with(_with(picture, tower, (190, 60, 50)), image, (170, 56, 50)))
    kept = without_image(picture, tower | image, 80)
    assert (kept == tower).all()
    meadow = _with(picture, (Y >= 80) & ~image, (60, 130, 50))
    assert without_image(meadow, tower | image, 80).sum() == (tower | image).sum()


def test_what_is_alike_above_and_below_has_no_image_before_a_plain_wall() -> None:
    mug = (abs(X - 100) < 30) & (Y >= 50) & (Y < 110)
    wall = np.full((*mug.shape, 3), 200.0)
    shade = 0.25 * (Y + 0 * X)[..., None]
    picture = _grainy(_with(wall, mug, (190, 90, 80)) - shade)
    assert (without_image(picture, mug, 80) == mug).all()
