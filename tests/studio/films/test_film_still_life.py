"""A camera that goes around a still life: round things stay round, and each has its own place and shadow."""

from typing import Any

import cv2
import numpy as np
import pytest

from studio.renderers.films.around.figure import figures
from studio.renderers.films.around.still_life import still_life
from studio.renderers.films.around.turntable import Turntable
from studio.renderers.films.changed.cutting import CutOut, subject_alpha

WIDTH, HEIGHT = 240, 160
Y, X = np.mgrid[:HEIGHT, :WIDTH]


def _table() -> Any:
    """A blue ball and, to its right, a small orange one, with soft shadows on grey paper that darkens outwards."""
    far = np.hypot((X - 120) / 120, (Y - 80) / 80) / np.sqrt(2)
    light = 1 - 0.3 * far**4
    shadow = np.zeros((HEIGHT, WIDTH), np.float32)
    for x, y, r in ((100, 80, 34), (168, 102, 14)):
        cv2.ellipse(shadow, (x + r // 2, y + r), (r, max(r // 5, 2)), 0, 0, 360, 0.45, -1)
    light *= 1 - cv2.GaussianBlur(shadow, (0, 0), 2)
    picture = np.array((206, 212, 204)) * light[..., None]
    for x, y, r, hue in ((100, 80, 34, (40, 80, 200)), (168, 102, 14, (240, 140, 30))):
        inside = np.hypot(X - x, Y - y) < r
        shade = 1 - 0.35 * np.hypot(X - x + r / 3, Y - y + r / 3) / r
        picture[inside] = (np.array(hue) * shade[..., None])[inside]
    grain = np.random.default_rng(5).normal(0, 1.2, picture.shape)
    return np.clip(picture + grain, 0, 255).astype(np.uint8)


@pytest.fixture(scope="module")
def table() -> Turntable:
    return Turntable(_table(), (WIDTH, HEIGHT), 0.0, 1.0)


def _places(frame: Any, first: int, second: int) -> Any:
    """Where one channel is far above another: first and last row and column."""
    there = frame[..., first].astype(int) > frame[..., second].astype(int) + 60
    rows, columns = np.nonzero(there)
    return rows.min(), rows.max(), columns.min(), columns.max()


def test_from_the_front_things_and_shadows_are_those_of_the_picture(table: Turntable) -> None:
    apart = np.abs(table.at(0).astype(int) - _table()).mean(-1)[40:130, 60:200]
    assert apart.mean() < 5
    assert np.percentile(apart, 99) < 24


@pytest.mark.parametrize("angle", [60, 90, 180, 270])
def test_a_ball_is_a_ball_from_all_sides(table: Turntable, angle: float) -> None:
    frame = table.at(angle).astype(int)
    top, bottom, left, right = _places(frame, 2, 0)
    assert right - left >= 0.88 * (bottom - top)
    assert bottom - top > 60
    assert (frame[70:90, 90:110].std(axis=(0, 1)) < 14).all(), "and nothing is smeared on it"


def test_what_stands_beside_it_passes_before_it_to_its_other_side(table: Turntable) -> None:
    middles = []
    for angle in (360, 315, 270, 225, 180):
        _, _, left, right = _places(table.at(angle), 0, 2)
        middles.append((left + right) / 2)
    assert middles == sorted(middles, reverse=True)
    assert abs(middles[2] - 100) < 6
    assert abs(middles[4] - 32) < 6
    assert not ((table.at(90)[..., 0].astype(int) - table.at(90)[..., 2]) > 60)[60:90, 85:115].any()


def test_the_ground_behind_has_no_ghost_of_what_stood_there() -> None:
    picture = _table()
    still = still_life(picture, subject_alpha(picture))
    assert still is not None
    assert len(still.bodies) == 2
    assert still.bodies[0].turned
    paper = (
        np.array((206, 212, 204))
        * (1 - 0.3 * (np.hypot((X - 120) / 120, (Y - 80) / 80) / np.sqrt(2)) ** 4)[..., None]
    )
    assert np.abs(still.behind - paper).max(-1)[20:140, 30:210].max() < 12


def test_a_landscape_is_no_still_life() -> None:
    picture = np.stack([90 + Y * 0.8, 130 + Y * 0.5, 200 + Y * 0.2], -1)
    picture[90 + 20 * np.sin(X / 30) < Y] = (70, 120, 60)
    picture[np.hypot(X - 120, Y - 80) < 30] = (200, 40, 40)
    picture = np.clip(picture, 0, 255).astype(np.uint8)
    assert still_life(picture, (np.hypot(X - 120, Y - 80) < 30).astype(np.float32)) is None


def test_many_dots_on_paper_are_gone_around_as_one() -> None:
    dots = np.zeros((160, 240), np.uint8)
    for y in range(16, 150, 16):
        for x in range(16, 230, 16):
            cv2.circle(dots, (x, y), 5, 1, -1)
    picture = np.where(dots[..., None] > 0, (40, 60, 160), (220, 220, 214)).astype(np.uint8)
    alpha = dots.astype(np.float32)
    assert still_life(picture, alpha) is None
    assert len(figures(CutOut(picture, alpha, picture), 120.0)) == 1
