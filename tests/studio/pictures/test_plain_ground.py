"""What a thing casts on a plain ground is none of it."""

from typing import Any

import cv2
import numpy as np

from studio.renderers.regions.plain_ground import plain_ground, without_shadow
from tests.studio.pictures.picture_material import textured

_Y, _X = np.mgrid[0:240, 0:320]


def _studio(colour: tuple[int, int, int]) -> tuple[Any, Any, Any]:
    """A ball on a bright ground: the picture, where the ball is, and where its shadow is."""
    ground = (
        np.array((214, 216, 208))
        * (1 - 0.12 * np.hypot((_X - 160) / 160, (_Y - 120) / 120))[..., None]
    )
    ball = np.hypot(_X - 150, _Y - 120) < 50
    shadow = np.hypot((_X - 190) / 80, (_Y - 166) / 16) < 1
    light = 1 - 0.35 * cv2.GaussianBlur((shadow & ~ball).astype(np.float32), (0, 0), 3)
    picture = ground * light[..., None]
    shine = 1 - 0.3 * np.hypot(_X - 135, _Y - 100)[..., None] / 60
    picture = np.where(ball[..., None], np.array(colour) * shine, picture)
    return np.clip(picture, 0, 255).astype(np.uint8), ball, shadow & ~ball


def test_a_shadow_that_was_taken_along_is_left() -> None:
    picture, ball, shadow = _studio((210, 110, 30))
    alpha = cv2.GaussianBlur((ball | shadow).astype(np.float32), (0, 0), 1)
    left = without_shadow(picture, alpha) > 0.5
    assert (left & ball).sum() > 0.96 * ball.sum()
    assert (left & shadow).sum() < 0.08 * shadow.sum()


def test_a_thing_of_the_grounds_own_grey_is_no_shadow() -> None:
    picture, ball, _ = _studio((150, 151, 146))
    alpha = ball.astype(np.float32)
    assert np.array_equal(without_shadow(picture, alpha) > 0.5, ball)


def test_nothing_is_taken_off_before_a_ground_that_is_not_plain() -> None:
    picture, ball, shadow = _studio((210, 110, 30))
    rough = np.where((ball | shadow)[..., None], picture, textured((320, 240), 3))
    alpha = (ball | shadow).astype(np.float32)
    assert plain_ground(rough, ball | shadow) is None
    assert without_shadow(rough, alpha) is alpha
