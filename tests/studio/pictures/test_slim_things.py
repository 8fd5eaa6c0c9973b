"""Slim things before soft skies are whole and stand alone; what is behind a thing and beside it is no part of it."""

from typing import Any

import numpy as np
import pytest

from studio.renderers.pictures.image import draw
from studio.renderers.regions.kinds import likeness
from studio.renderers.regions.land import sky
from studio.renderers.regions.saliency import find_subject
from studio.renderers.regions.selecting import in_box
from studio.renderers.regions.upright import shores, uprights
from studio.renderers.regions.wholeness import trimmed
from studio.renderers.scenes.landscapes import landmarks
from tests.studio.pictures.picture_material import overlap
from tests.studio.pictures.test_subject_in_the_dark import painted

HEIGHT, WIDTH = 192, 288
Y, X = np.mgrid[0:HEIGHT, 0:WIDTH]
TOWER = (abs(X - 190) < 9) & (Y >= 50) & (Y < 112)
LAND = (112 + 6 * np.sin(X / 60) <= Y) | ((X > 130) & (Y >= 110))


def _grainy(picture: Any) -> Any:
    grain = np.random.default_rng(2).normal(0, 1.0, picture.shape)
    return np.clip(picture + grain, 0, 255).astype(np.uint8)


def _coast() -> Any:
    """A tower with a stripe that is nearly as pale as the sky, on dark land."""
    picture = np.stack([196 + Y * 0.2, 200 + Y * 0.2, 214 + Y * 0.1], -1)
    picture[LAND] = (60, 84, 60)
    picture[TOWER] = (200, 60, 50)
    picture[TOWER & (Y >= 78) & (Y < 94)] = (236, 234, 232)
    return _grainy(picture)


def test_a_stripe_of_a_tower_that_is_as_pale_as_the_sky_is_no_sky() -> None:
    found = sky(_coast())
    assert found[TOWER].mean() < 0.1
    assert found[:40].mean() > 0.95


def test_a_tower_stands_up_from_the_land_below_it() -> None:
    picture = _coast()
    found = uprights(picture, sky(picture))
    assert max(overlap(one, TOWER) for one in found) > 0.8


@pytest.mark.parametrize("motley", [False, True])
def test_flat_plain_land_from_one_side_is_a_shore(*, motley: bool) -> None:
    headland = (X > 150) & (Y >= 100) & (Y < 120)
    picture = np.full((HEIGHT, WIDTH, 3), 180.0)
    picture[headland] = (60, 84, 60)
    if motley:  # as the windows of a train
        picture[headland & (X // 8 % 2 == 0)] = (240, 210, 90)
    above = (Y < 112) & ~headland
    found = shores(_grainy(picture), [headland], above, 118)
    assert (found is None) == motley
    assert shores(_grainy(picture), [headland], above, None) is None


def test_a_striped_lighthouse_at_dawn_is_cut_out_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    places = painted(monkeypatch, landmarks, "paint_lighthouse")
    picture = draw("a lighthouse at dawn", seed=3, variation=0, width=768, height=512).pixels
    assert overlap(find_subject(picture) > 0.5, places[0] > 0.5) > 0.8


def test_what_hangs_on_to_a_thing_of_its_backdrop_is_taken_off() -> None:
    thing = (abs(X - 120) < 50) & (abs(Y - 120) < 24)
    wedge = (X >= 170) & (X < 200) & (abs(Y - 120) < 24) & (X - 170 < 200 - Y)
    picture = np.full((HEIGHT, WIDTH, 3), (150.0, 120.0, 90.0))
    picture[thing] = (170, 40, 40)
    kept = trimmed(_grainy(picture), thing | wedge)
    assert overlap(kept, thing) > 0.9
    assert overlap(trimmed(_grainy(picture), thing), thing) > 0.97


def test_a_box_round_a_figure_does_not_take_the_disc_behind_it() -> None:
    disc = np.hypot(X - 140, Y - 90) <= 66
    figure = (np.hypot(X - 140, Y - 70) <= 26) | ((abs(X - 140) < 34) & (Y >= 94) & (Y < 178))
    picture = np.full((HEIGHT, WIDTH, 3), (96.0, 70.0, 70.0))
    picture[disc] = (200, 160, 120)
    picture[figure] = (40, 90, 150)
    found = in_box(_grainy(picture), {"x0": 0.22, "y0": 0.15, "x1": 0.76, "y1": 0.97}).mask
    assert found[disc & ~figure].mean() < 0.15
    assert found[figure].mean() > 0.85


def test_a_sitting_cat_is_no_vase() -> None:
    body = ((X - 140) / 26) ** 2 + ((Y - 120) / 46) ** 2 < 1
    head = np.hypot(X - 140, Y - 70) < 20
    ears = (abs(abs(X - 140) - 13) < 5) & (Y >= 40) & (Y < 60)
    tail = (abs(X - 178) < 5) & (Y >= 110) & (Y < 160)
    vase = (abs(X - 140) < 18 + 14 * np.sin((Y - 40) / 40)) & (Y >= 40) & (Y < 160)
    assert likeness(body | head | ears | tail, "the vase") == 0
    assert likeness(vase, "the vase") == 1
    assert likeness(body | head | ears | tail, "the cat") == 1
