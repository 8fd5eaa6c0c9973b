"""A camera that comes closer cuts nothing off that stands out."""

from typing import Any

import cv2
import numpy as np
import pytest

from studio.renderers.films.shots.camera import read_camera
from studio.renderers.films.shots.shot import Picture
from studio.renderers.pictures.image import draw
from studio.renderers.prompts.words import read_prompt
from studio.renderers.regions.keeping import kept_in
from studio.renderers.song_films.looks import Material, treat
from studio.renderers.song_films.moves import Plate, keeping, shot_move
from studio.renderers.song_films.shots import Shot

WIDTH, HEIGHT = 320, 180
WORDS = ["slow zoom in", "quick push in", "orbit", "pan left", "pan right", "drift gently"]


def _coast() -> Any:
    """The sea under a bright sky, a white tower with a red roof on a rock, and a boat."""
    y, x = np.mgrid[:HEIGHT, :WIDTH]
    pixels = np.stack([120 + 0.8 * y, 170 + 0.5 * y, 225 + 0.1 * y], -1)
    waves = 8 * np.sin(y * 0.7 + 3 * np.sin(x / 23))
    sea = y > 100
    pixels[sea] = (np.array((50, 110, 140)) + waves[..., None])[sea]
    pixels[(y > 88) & (y <= 100) & (x > 190)] = (40, 70, 60)
    pixels[(abs(x - 240) < 9) & (y > 26) & (y <= 90)] = (245, 240, 235)
    cv2.fillPoly(pixels, [np.array([(226, 26), (240, 8), (254, 26)])], (220, 20, 30))
    cv2.fillPoly(
        pixels, [np.array([(150, 122), (190, 122), (182, 134), (158, 134)])], (120, 50, 30)
    )
    cv2.fillPoly(pixels, [np.array([(170, 84), (170, 120), (190, 120)])], (250, 250, 240))
    grain = np.random.default_rng(5).normal(0, 1.5, pixels.shape)
    return np.clip(pixels + grain, 0, 255).astype(np.uint8)


@pytest.fixture(scope="module")
def coast() -> Any:
    return _coast()


def _shows_the_roof(view: Any) -> bool:
    """Whether all of the red roof is in sight, its tip below the upper border."""
    there = view.astype(int)
    red = (there[..., 0] > there[..., 1] + 80) & (there[..., 0] > there[..., 2] + 80)
    rows, columns = np.nonzero(red)
    return bool(
        len(rows) > 60
        and rows.min() > 0
        and columns.min() > 0
        and columns.max() < view.shape[1] - 1
    )


def test_a_tower_is_kept_with_the_boat_before_it(coast: Any) -> None:
    kept = kept_in(coast)
    assert kept is not None
    assert kept.left < 0.55
    assert kept.top < 0.08
    assert kept.right > 0.77
    assert kept.bottom > 0.65


def test_of_land_and_sea_what_is_upright_is_kept(coast: Any) -> None:
    kept = kept_in(coast, upright_only=True)
    assert kept is not None
    assert kept.top < 0.08
    assert kept.right > 0.77


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("a lighthouse on the coast at dawn", "land"),
        ("northern lights over mountains", "land"),
        ("silk ribbons of light", "abstract"),
        ("music in the air", "abstract"),
        ("a sailing boat on the sea", "thing"),
        ("a fox in a forest", "thing"),
        ("a ribbon on an old castle", "thing"),
    ],
)
def test_a_scene_knows_whether_a_thing_is_in_it(words: str, kind: str) -> None:
    brief = read_prompt(words)
    known = {"land": brief.is_of_land, "abstract": brief.is_abstract}
    assert [name for name, so in known.items() if so] == [kind][: kind != "thing"]


def test_of_what_is_abstract_nothing_is_kept() -> None:
    drawn = draw("a spiral tunnel of light", seed=5, variation=0, width=320, height=180)
    assert kept_in(drawn.pixels) is not None
    assert drawn.kept is None


@pytest.mark.parametrize("words", WORDS)
def test_a_photo_is_animated_without_cutting_a_tower_off(words: str, coast: Any) -> None:
    picture = Picture(coast, (WIDTH, HEIGHT))
    camera = read_camera(words, 0, picture.focus, np.random.default_rng(1), lambda: picture.kept)
    assert (picture.plate.look(camera.at(0)) == coast).mean() > 0.99
    views = [picture.plate.look(camera.at(t)) for t in (0.25, 0.5, 0.75, 1)]
    assert all(_shows_the_roof(view) for view in views)
    assert np.abs(views[-1].astype(int) - coast).mean() > 3, "it moves all the same"


def test_the_shots_of_a_song_cut_no_tower_off(coast: Any) -> None:
    material = Material(
        coast, np.zeros(coast.shape[:2], np.float32), True, (0.53, 0.6), lambda: kept_in(coast)
    )
    for number in range(7):
        rng = np.random.default_rng(number)
        shot = Shot(0, 2, 0.9, True)
        pixels, depth, kept = treat(material, rng, shot, number, (WIDTH, HEIGHT))
        assert _shows_the_roof(pixels)
        move = shot_move(rng, 0.9, 2)
        plate = Plate(pixels, depth, WIDTH, HEIGHT)
        assert all(_shows_the_roof(plate.look(keeping(move.at(t), kept))) for t in (0, 0.5, 1))


def test_of_what_goes_on_below_the_border_the_head_is_kept() -> None:
    y, x = np.mgrid[:HEIGHT, :WIDTH]
    pixels = np.full((HEIGHT, WIDTH, 3), (90, 130, 170), np.uint8)
    pixels[(((x - 150) / 70) ** 2 + ((y - 190) / 120) ** 2) < 1] = (170, 60, 40)
    pixels[np.hypot(x - 150, y - 62) < 34] = (220, 170, 130)
    kept = kept_in(pixels)
    assert kept is not None
    assert np.isinf(kept.bottom)
    assert kept.top == pytest.approx(28 / HEIGHT, abs=0.04)


def test_where_nothing_stands_out_a_camera_goes_where_it_is_told() -> None:
    camera = read_camera("zoom in", 0, (0.5, 0.5), np.random.default_rng(1), lambda: None)
    assert camera.at(1).zoom > 1.3 * camera.at(0).zoom


@pytest.mark.parametrize("size", [(1, 50), (16, 2048), (1, 1), (17, 33)])
def test_a_sliver_of_a_picture_keeps_nothing(size: tuple[int, int]) -> None:
    sliver = np.random.default_rng(2).integers(0, 255, (*size, 3), np.uint8)
    kept = kept_in(sliver)
    assert kept is None or min(size) > 16
