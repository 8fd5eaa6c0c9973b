"""A mesh is as thick as its outline lets think, and its back and sides have the colours of its rim."""

import numpy as np
import pytest

from studio.renderers.drawing.canvas import Array
from studio.renderers.solid.shape import FRONT, inflated
from studio.renderers.solid.skin import View, colours

_Y, _X = np.mgrid[0:200, 0:200]
_BALL = np.hypot(_X - 99.5, _Y - 99.5) < 100
_VASE = (np.hypot(_X - 99.5, _Y - 129.5) < 70) | ((np.abs(_X - 99.5) < 25) & (_Y < 129))


def _places(shape: Array) -> Array:
    """The places of the mesh of a shape, cropped to it."""
    ys, xs = np.nonzero(shape)
    matte = shape[ys.min() : ys.max() + 1, xs.min() : xs.max() + 1].astype(np.float32)
    mesh = inflated(matte, np.full(matte.shape, 0.5, np.float32), 6000, None, ())
    return np.asarray(mesh.places[np.unique(mesh.faces)])


def _depth(places: Array, low: float = -1, high: float = 1) -> float:
    near = places[(places[:, 1] > low) & (places[:, 1] < high)]
    return float(np.ptp(near[:, 2]))


def test_a_ball_is_as_deep_as_it_is_wide() -> None:
    places = _places(_BALL)
    assert _depth(places) == pytest.approx(float(np.ptp(places[:, 0])), rel=0.08)


def test_a_vase_has_its_neck_and_its_belly_from_the_side_too() -> None:
    places = _places(_VASE)
    neck, belly = _depth(places, 0.28, 0.34), _depth(places, -0.2, -0.1)
    assert belly == pytest.approx(0.7, abs=0.1)
    assert 0.2 < neck < 0.55 * belly


def test_a_long_thing_is_as_deep_as_it_is_high() -> None:
    x, y = np.meshgrid(np.arange(400) - 199.5, np.arange(200) - 99.5)
    long_ = np.abs(x / 200) ** 3 + np.abs(y / 60) ** 2 < 1
    assert 0.8 < _depth(_places(long_)) < 1.25


def test_a_sign_is_a_thick_plate() -> None:
    shield = (np.abs(_X - 99.5) < 90) & (_Y > 10) & (np.abs(_X - 99.5) < 1.6 * (195 - _Y))
    places = _places(shield)
    assert 0.25 < _depth(places) < 0.65 * float(np.ptp(places[:, 0]))


def test_a_back_nobody_saw_has_no_face() -> None:
    pixels = np.full((200, 200, 3), 235, np.uint8)
    pixels[np.hypot(_X - 99.5, _Y - 99.5) < 55] = (30, 20, 40)
    back = colours({FRONT: View(pixels, _BALL.astype(np.float32))}, 256)[:, 128:]
    assert back.min() > 215


def test_a_back_keeps_the_parts_that_reach_the_rim() -> None:
    pixels = np.full((200, 200, 3), (40, 160, 60), np.uint8)
    pixels[120:] = (150, 40, 50)
    back = colours({FRONT: View(pixels, _BALL.astype(np.float32))}, 256)[:, 128:].astype(int)
    assert (back[60:80, 20:108, 1] - back[60:80, 20:108, 0]).min() > 60
    assert (back[190:210, 20:108, 0] - back[190:210, 20:108, 1]).min() > 60


def test_a_lit_edge_is_not_drawn_out_over_the_side() -> None:
    pixels = np.full((200, 200, 3), (130, 70, 40), np.uint8)
    away = np.hypot(_X - 99.5, _Y - 99.5)
    pixels[away > 96] = (240, 250, 235)
    pixels[away < 20] = (20, 20, 20)
    front = colours({FRONT: View(pixels, _BALL.astype(np.float32))}, 256)[:, :128].astype(int)
    assert (front[100:156, 4:6, 0] - front[100:156, 4:6, 2]).min() > 40  # at the outline
    assert front[120:136, 58:70].max() < 60  # and the picture as it was within
