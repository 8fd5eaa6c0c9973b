"""What a picture is of: flat things are kept whole, a light behind a thing and the land under it are not part of it."""

from typing import Any

import cv2
import numpy as np
import pytest

from studio.renderers.regions.discs import lights, without_disc
from studio.renderers.regions.saliency import find_subject
from tests.studio.pictures.picture_material import overlap

HEIGHT, WIDTH = 192, 256
Y, X = np.mgrid[0:HEIGHT, 0:WIDTH]
SHAPES = {
    "upright ellipse": ((X - 128) / 40) ** 2 + ((Y - 110) / 70) ** 2 <= 1,
    "wide ellipse": ((X - 120) / 80) ** 2 + ((Y - 100) / 40) ** 2 <= 1,
    "circle": np.hypot(X - 140, Y - 100) <= 55,
    "rectangle": (abs(X - 125) < 45) & (abs(Y - 100) < 60),
    "mushroom": ((np.hypot(X - 128, Y - 90) <= 55) & (Y < 95))
    | ((abs(X - 128) < 20) & (Y >= 95) & (Y < 165)),
}
TONES = {
    "one tone": [(200, 60, 40)],
    "left and right": [(220, 40, 30), (150, 20, 20)],
    "above and below": [(240, 220, 80), (40, 120, 60)],
}


def _backdrop(kind: str) -> Any:
    picture = np.empty((HEIGHT, WIDTH, 3), np.float32)
    picture[:] = (70, 90, 140)
    if kind == "gradient":
        picture[:] = np.array([60, 110, 190]) + (Y / HEIGHT)[..., None] * np.array([150, 100, 40])
    if kind == "stripes":
        picture[:] = np.stack([X * 0, X * 0, 90 + 60 * (X // 16 % 2)], -1)
    return picture.astype(np.uint8)


def _in_tones(picture: Any, shape: Any, tones: str) -> Any:
    made, colours = picture.copy(), np.array(TONES[tones], np.uint8)
    places = (X if tones == "left and right" else Y)[shape].astype(float)
    share = (places - places.min()) / (np.ptp(places) + 1)
    made[shape] = colours[(share * len(colours)).astype(int)]
    return made


@pytest.mark.parametrize("backdrop", ["plain", "gradient", "stripes"])
@pytest.mark.parametrize("tones", TONES)
@pytest.mark.parametrize("name", SHAPES)
def test_a_flat_thing_is_kept_whole(name: str, tones: str, backdrop: str) -> None:
    picture = _in_tones(_backdrop(backdrop), SHAPES[name], tones)
    assert overlap(find_subject(picture) > 0.5, SHAPES[name]) > 0.9


@pytest.mark.parametrize("tones", TONES)
@pytest.mark.parametrize("name", SHAPES)
def test_a_round_thing_of_two_tones_is_no_disc_with_something_before_it(
    name: str, tones: str
) -> None:
    shape = SHAPES[name]
    kept = without_disc(_in_tones(_backdrop("plain"), shape, tones), shape)
    assert overlap(kept, shape) > 0.98


def test_a_plain_disc_behind_a_figure_is_not_part_of_it() -> None:
    disc = np.hypot(X - 128, Y - 90) <= 70
    figure = (np.hypot(X - 128, Y - 80) <= 28) | (
        ((X - 128) / 55) ** 2 + ((Y - 185) / 78) ** 2 <= 1
    )
    picture = _backdrop("plain")
    picture[disc] = (235, 215, 150)
    picture[figure] = (120, 40, 50)
    picture[figure & (Y > 120)] = (30, 110, 90)
    assert overlap(without_disc(picture, disc | figure), figure) > 0.9
    found = find_subject(picture) > 0.5
    assert found[disc & ~figure].mean() < 0.1
    assert found[figure].mean() > 0.8


def _evening(figure: Any, *, dark: int) -> Any:
    """A figure on dark hills, before a low sun in its glow; soft grain over all."""
    away = np.hypot(X - 150, Y - 80)
    picture = np.stack([110 + Y * 0.9, 70 + Y * 0.6, 80 + Y * 0.1], -1).astype(np.float32)
    picture += (70 * np.exp(-((away / 60) ** 2)))[..., None]
    picture[away < 24] = (255, 252, 236)
    for height, shade in ((112, 70), (136, 45), (172, 24)):
        land = height + 7 * np.sin(X / 31 + height) < Y
        picture[land] = (shade, shade * 0.75, shade * 0.6)
    picture[figure] = (dark, dark * 0.8, dark * 0.7)
    grain = np.random.default_rng(4).normal(0, 1.5, picture.shape)
    return np.clip(cv2.GaussianBlur(picture, (0, 0), 0.7) + grain, 0, 255).astype(np.uint8)


@pytest.mark.parametrize("dark", [14, 26])
@pytest.mark.parametrize("x", [80, 140, 180])
def test_a_dark_thing_on_dark_land_is_cut_out_without_the_land_and_the_sun(
    x: int, dark: int
) -> None:
    figure = (np.hypot(X - x, Y - 100) <= 16) | (((X - x) / 22) ** 2 + ((Y - 146) / 36) ** 2 <= 1)
    figure &= Y < 178
    found = find_subject(_evening(figure, dark=dark)) > 0.5
    assert overlap(found, figure) > 0.75
    assert found[(np.hypot(X - 150, Y - 80) < 24) & ~figure].mean() < 0.1
    assert not found[:, :30].any()


@pytest.mark.parametrize(("glow", "is_light"), [(60, True), (0, False)])
def test_a_sun_over_water_is_known_by_its_glow_to_both_sides(glow: int, *, is_light: bool) -> None:
    """Below it there is no sky to compare with."""
    away = np.hypot(X - 136, Y - 84)
    sky = Y < 82
    picture = np.stack([150 + Y * 0.5, 90 + Y * 0.5, 110 + Y * 0.1], -1).astype(np.float32)
    picture += (glow * np.exp(-((away / 50) ** 2)))[..., None]
    picture[~sky] = (60, 62, 68)
    picture[(away < 22) & (Y < 100)] = (255, 252, 236)
    found = lights(np.clip(picture, 0, 255).astype(np.uint8), sky)
    assert found[(away < 20) & sky].all() == is_light


def test_two_things_alike_are_both_the_subject() -> None:
    picture = _backdrop("gradient")
    both = (np.hypot(X - 70, Y - 110) <= 30) | (np.hypot(X - 190, Y - 110) <= 30)
    picture[both] = (200, 60, 40)
    assert overlap(find_subject(picture) > 0.5, both) > 0.85
