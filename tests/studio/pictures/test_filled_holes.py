"""What is taken out of a picture leaves what its surroundings go on as."""

import numpy as np

from studio.renderers.edits.removal import filled


def test_a_hole_goes_on_as_its_surroundings_do() -> None:
    rows, columns = np.mgrid[0:180, 0:240]
    stripes = np.where((columns // 12 + rows // 60) % 2, 210, 60).astype(np.uint8)
    picture = np.repeat(stripes[..., None], 3, -1)
    hole = (abs(rows - 90) < 20) & (abs(columns - 120) < 26)
    holed = picture.copy()
    holed[hole] = (200, 20, 20)
    made = filled(holed, hole)
    assert made[hole][:, 0].std() > 55, "it has stripes, and no haze"
    assert np.abs(made[hole].astype(int).max(-1) - made[hole].min(-1)).mean() < 12
