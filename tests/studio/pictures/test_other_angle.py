"""A picture from another angle: what stands out passes before what is behind it, and keeps its shape."""

from typing import Any

import cv2
import numpy as np
import pytest

from studio.renderers.pictures.angle import Angle, seen_from

HEIGHT, WIDTH = 144, 192
Y, X = np.mgrid[0:HEIGHT, 0:WIDTH]


def _hills(*balls: tuple[int, int, int]) -> Any:
    """Green land under a blue sky with a white mark in it, and red balls: x, y and radius."""
    picture = np.stack([90 + Y * 0.8, 130 + Y * 0.5, 200 + Y * 0.2], -1)
    picture[76 + 3 * np.sin(X / 30) < Y] = (70, 120, 60)
    picture[(abs(X - 96) < 4) & (abs(Y - 25) < 4)] = (255, 255, 255)
    for x, y, radius in balls:
        picture[np.hypot(X - x, Y - y) < radius] = (210, 40, 40)
    grain = np.random.default_rng(5).normal(0, 1.5, picture.shape)
    return np.clip(picture + grain, 0, 255).astype(np.uint8)


def _red(view: Any) -> Any:
    there = view.astype(int)
    return (there[..., 0] > there[..., 1] + 60) & (there[..., 0] > there[..., 2] + 60)


def _outlines(view: Any) -> Any:
    found, _ = cv2.findContours(
        _red(view).astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE
    )
    return sorted((one for one in found if len(one) > 20), key=lambda one: one[:, 0, 0].mean())


@pytest.mark.parametrize("angle", [Angle(45), Angle(-90), Angle(0, -30), Angle(180, near=1.2)])
def test_balls_stay_round(angle: Angle) -> None:
    outlines = _outlines(seen_from(_hills((40, 78, 14), (120, 100, 24)), angle))
    assert len(outlines) == 2
    for outline in outlines:
        long, short = sorted(cv2.fitEllipse(outline)[1], reverse=True)
        assert long / short < 1.08  # half a pixel of a radius of 14 is 4 %


@pytest.mark.parametrize("turn", [60, -60])
def test_what_is_near_moves_against_what_is_far_behind_it(turn: int) -> None:
    view = seen_from(_hills((96, 108, 22)), Angle(turn))
    ball = float(np.nonzero(_red(view))[1].mean())
    mark = float(np.nonzero(view.min(-1) > 238)[1].mean())
    assert (mark - ball) * np.sign(turn) > 6


def test_the_horizon_is_not_torn_where_a_thing_moved_before_it() -> None:
    view = seen_from(_hills((96, 88, 24)), Angle(70)).astype(int)
    land = (view[..., 1] > view[..., 2]) & ~_red(view)
    columns = np.flatnonzero(~_red(view).any(0))
    first = land.argmax(0)[columns]
    steps = np.abs(np.diff(first))[np.diff(columns) == 1]
    assert steps.max() <= 2


def test_a_close_up_of_what_stands_aside_still_shows_all_of_it() -> None:
    view = seen_from(_hills((30, 100, 20)), Angle(30, near=1.4))
    red = _red(view)
    assert red.sum() > 1.5 * np.pi * 20**2
    assert not red[:, 0].any()


def test_the_same_angle_is_the_same_picture() -> None:
    picture = _hills((60, 88, 18))
    assert (seen_from(picture, Angle(45)) == seen_from(picture, Angle(45))).all()


def test_a_close_up_cuts_no_tower_off() -> None:
    picture = _hills((60, 112, 16))
    picture[(abs(X - 110) < 6) & (Y > 20) & (Y < 80)] = (250, 250, 245)
    picture[(abs(X - 110) < 8) & (abs(Y - 14) < 7)] = (250, 200, 20)
    view = seen_from(picture, Angle(-45, 16, near=1.4)).astype(int)
    roof = (view[..., 0] > view[..., 2] + 120) & (view[..., 1] > view[..., 2] + 60)
    assert roof.sum() > 200
    assert not roof[0].any()


def test_a_lens_that_darkens_its_corners_leaves_no_frame_in_a_wider_view() -> None:
    far = np.hypot((X - 96) / 96, (Y - 72) / 72) / np.sqrt(2)
    picture = np.repeat((210 * (1 - 0.4 * far**4))[..., None], 3, -1)
    picture[np.hypot(X - 96, Y - 80) < 22] = (210, 40, 40)
    grain = np.random.default_rng(5).normal(0, 1, picture.shape)
    view = seen_from(np.clip(picture + grain, 0, 255).astype(np.uint8), Angle(0, 30, near=0.8))
    for line in (
        view[10:18, 96:, 1].mean(0),
        view[:, 8:16, 1].mean(1)[72:],
        view[110:118, 96:, 1].mean(0),
    ):
        light = np.convolve(line, np.ones(7) / 7, "valid")
        assert (light - np.minimum.accumulate(light)).max() < 3, (
            "it never grows lighter again outwards"
        )
