"""Winter at the sea: ice on the water, snow on the shore, a colder light, and no lightning in a snowstorm."""

import numpy as np
import pytest

from studio.renderers.pictures.image import draw
from studio.renderers.prompts.words import read_prompt


def _light(prompt: str, seed: int) -> np.ndarray:
    return draw(prompt, seed=seed, variation=0, width=320, height=320).pixels.astype(float)


@pytest.mark.parametrize("seed", [1, 2, 5])
def test_the_shore_is_white_and_ice_drifts_on_the_water(seed: int) -> None:
    winter, summer = (_light(f"the sea in {name}, noon", seed) for name in ("winter", "summer"))
    shore = winter[-12:].reshape(-1, 3)
    assert shore.mean() > 150
    assert np.ptp(shore.mean(axis=0)) < 60, "snow has hardly a hue"
    assert winter[240:].mean() > summer[240:].mean() + 25
    assert np.abs(np.diff(winter[220:280].mean(-1), axis=0)).mean() > 2, "there are floes"


@pytest.mark.parametrize("seed", [1, 2, 5])
def test_a_snowstorm_is_no_thunderstorm(seed: int) -> None:
    storm = _light("a stormy sea in winter", seed)
    streak = np.median(storm[40:150], axis=1, keepdims=True) - storm[40:150]
    assert (streak.mean(-1) < -120).mean() < 0.01
    assert not read_prompt("a stormy sea in winter").has("moon")


def test_a_village_has_several_houses() -> None:
    one, many = (
        _light(f"a {name} on a hill at night", 3) for name in ("house", "village on a field")
    )

    def lit(picture: np.ndarray) -> float:
        warm = (picture[..., 0] > 200) & (picture[..., 2] < 150)
        return float(warm.mean())

    assert lit(many) > 1.6 * lit(one)
