"""Flames, lamps and what is worn: where they are, and what of the picture they leave alone."""

from pathlib import Path

import numpy as np

from tests.studio.pictures.picture_material import ball_scene, changed, difference


def test_fire_in_the_background_burns_behind_the_subject(tmp_path: Path) -> None:
    picture, ball = ball_scene()
    before = changed("edit_image", picture, tmp_path, prompt="add fire", seed=5)
    behind = changed("edit_image", picture, tmp_path, prompt="add fire in the background", seed=5)
    low = np.s_[-20:]
    for made in (before, behind):
        assert made[low, :, 0].mean() > picture[low, :, 0].mean() + 40
        assert made[low, :, 2].mean() < made[low, :, 0].mean()
    assert difference(behind[ball][:, None], picture[ball][:, None]) < 20


def test_a_string_of_lights_hangs_at_the_top(tmp_path: Path) -> None:
    picture, _ = ball_scene()
    made = changed("edit_image", picture, tmp_path, prompt="add some christmas lights", seed=5)
    height = picture.shape[0]
    assert difference(made[: height // 4], picture[: height // 4]) > 3
    assert difference(made[height // 2 :], picture[height // 2 :]) < 1
