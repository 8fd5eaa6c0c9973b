"""More picture around a picture: its light goes on, its things do not come twice."""

import cv2
import numpy as np

from studio.renderers.films.changed.widening import Widening, widened
from tests.studio.pictures.picture_material import textured

_SIZE, _ROOM = (240, 160), 120


def _beside(pixels: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """What is made to the left of a picture, and the picture as it stands in the canvas."""
    filled = Widening(_SIZE, (_SIZE[0] + _ROOM, _SIZE[1]), (_ROOM, 0)).fill(pixels)
    return filled[:, :_ROOM].astype(float), filled[:, _ROOM:]


def _evening() -> np.ndarray:
    across, down = np.meshgrid(np.arange(_SIZE[0]), np.arange(_SIZE[1]))
    light = 150 - 60 * np.hypot((across - 120) / 120, (down - 80) / 80)
    return np.repeat(light[..., None], 3, 2).clip(0, 255).astype(np.uint8)


def test_a_sun_near_the_border_does_not_come_twice() -> None:
    picture = _evening()
    cv2.circle(picture, (70, 70), 30, (255, 240, 200), -1, cv2.LINE_AA)
    made, kept = _beside(picture)
    assert np.array_equal(kept, picture)
    assert made.max() < 107


def test_corners_that_a_lens_darkened_stay_dark_beyond_them() -> None:
    picture = _evening()
    made, _ = _beside(picture)
    border = picture[:, 0].mean(-1)
    assert np.abs(made[:, -2].mean(-1) - border).max() < 14
    assert np.abs(made[:, 0].mean(-1) - border).max() < 19


def test_fine_detail_goes_on() -> None:
    waves = (textured(_SIZE, 3) * 0.12 + 100).astype(np.uint8)
    made, _ = _beside(waves)
    assert made[:, :40].std() > 0.6 * waves.std()


def test_room_on_all_sides_leaves_the_picture_in_the_middle() -> None:
    picture = textured(_SIZE, 5)
    around = widened(picture, 1.5)
    assert around.shape == (240, 360, 3)
    assert np.array_equal(around[40:200, 60:300], picture)
