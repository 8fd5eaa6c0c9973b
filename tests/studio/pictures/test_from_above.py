"""Views from above: the ground fills the picture, and no bird is in a bird's-eye view."""

from typing import Any

import numpy as np
import pytest

from studio.renderers.drawing.canvas import Canvas
from studio.renderers.pictures.image import draw
from studio.renderers.prompts.words import read_prompt
from studio.renderers.scenes.above import view
from studio.renderers.scenes.above.coast import paint_coast
from studio.renderers.scenes.above.country import paint_country
from studio.renderers.scenes.above.ground import Ground
from studio.renderers.scenes.above.table import paint_table
from studio.renderers.scenes.above.town import paint_town
from studio.renderers.scenes.rooms.isometric import paint_isometric

VIEWS = {
    "a table from above": paint_table,
    "top view of a desk": paint_table,
    "a city from above": paint_town,
    "aerial view of a village": paint_town,
    "a park in the city, aerial view": paint_town,
    "an island, bird's-eye view": paint_coast,
    "birds eye view of a beach": paint_coast,
    "a boat at sea from above": paint_coast,
    "drone shot of a forest road": paint_country,
    "fields, top-down": paint_country,
    "a desert seen from high above": paint_country,
    "mountains, aerial photo": paint_country,
    "a bedroom from above": paint_isometric,
}
ALSO = {
    "a snowy forest from above": paint_country,
    "a waterfall in the forest from above": paint_country,
    "a city in the rain from above": paint_town,
    "a boat drifting on the sea from above": paint_coast,
    "city lights from above": paint_town,
    "a forest with waterfalls from above": paint_country,
    "a village in moonlight from above": paint_town,
    "a forest in fall from above": paint_country,
    "the sun shines on a beach seen from above": paint_coast,
    "a light blue sea from above": paint_coast,
    "light falls from above on a city, drone shot": paint_town,
}


@pytest.mark.parametrize("prompt", [*VIEWS, *ALSO])
def test_a_view_from_above_is_one(prompt: str) -> None:
    brief = read_prompt(prompt)
    assert view.view_of(brief) is {**VIEWS, **ALSO}[prompt]
    assert not brief.has("bird")


@pytest.mark.parametrize(
    "prompt",
    ["a city", "a forest with light from above", "a cat from above", "portrait of a woman, top view",
     "a pizza from above", "clouds above a city", "moonlight falls from above on a lake",
     "sun rays pour from above into the forest", "a waterfall drops from above into a lake",
     "rain from above over a city", "light pouring in from above, a beach", "hanging from above, a lamp in a forest",
     "the sky from above the clouds over mountains", "a city, snow drifting slowly from above",
     "a forest lit by the moon from above the clouds", "rays of sunlight from high above in a forest",
     "a village, the sun shining warm and golden from above"],
)  # fmt: skip
def test_what_is_not_told_or_has_none_is_seen_as_ever(prompt: str) -> None:
    assert view.view_of(read_prompt(prompt)) is None


def _rows(prompt: str, seed: int) -> Any:
    """How bright each tenth of the picture is, from the top down, 0 … 1."""
    pixels = draw(prompt, seed=seed, variation=0, width=160, height=160).pixels.astype(float)
    return pixels.mean((1, 2)).reshape(10, 16).mean(1) / 255


@pytest.mark.parametrize("place", ["a city", "a forest", "fields", "a desert"])
def test_there_is_no_sky_over_the_ground(place: str) -> None:
    spread = [float(np.ptp(_rows(f"{place} {how} by day", 4))) for how in ("from above", "")]
    assert spread[0] < 0.75 * spread[1]


@pytest.mark.parametrize("prompt", list(VIEWS)[::2])
def test_a_view_from_above_is_made_again_as_it_was(prompt: str) -> None:
    made = [draw(prompt, seed=2, variation=0, width=128, height=72) for _ in range(2)]
    assert np.array_equal(made[0].pixels, made[1].pixels)
    assert made[0].pixels.std() > 12


def test_a_red_car_is_red_from_above_too() -> None:
    def red(prompt: str) -> int:
        pixels = draw(prompt, seed=3, variation=0, width=256, height=256).pixels.astype(int)
        return int(((pixels[..., 0] > 120) & (pixels[..., 1:].max(-1) < 80)).sum())

    assert (
        red("a red car on a forest road from above")
        > red("a blue car on a forest road from above") + 40
    )


@pytest.mark.parametrize("prompt", ["a city from above at night", "a village from above"])
def test_what_is_beyond_the_edges_of_a_town_is_not_painted(
    prompt: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    cuts: list[bool] = []
    outline = Canvas.outline

    def cut(canvas: Canvas, *given: Any, **more: Any) -> Any:
        found = outline(canvas, *given, **more)
        cuts.append(found is None)
        return found

    monkeypatch.setattr(Canvas, "outline", cut)
    made = draw(prompt, seed=3, variation=0, width=160, height=64).pixels
    assert np.mean(cuts) < 0.5
    monkeypatch.setattr(Ground, "shows", lambda *_: True)
    assert np.array_equal(made, draw(prompt, seed=3, variation=0, width=160, height=64).pixels)


def test_windows_too_small_to_be_seen_are_not_painted(monkeypatch: pytest.MonkeyPatch) -> None:
    lit: list[float] = []
    monkeypatch.setattr(Canvas, "disc", lambda canvas, x, y, radius, paint, **_: lit.append(radius))
    draw("a city from above at night", seed=1, variation=0, width=48, height=48)
    assert not lit
    draw("a city from above at night", seed=1, variation=0, width=96, height=96)
    assert lit


def test_windows_are_lit_in_a_town_by_night() -> None:
    night = draw(
        "a city from above at night", seed=1, variation=0, width=192, height=192
    ).pixels.astype(int)
    warm = (night[..., 0] > 170) & (night[..., 0] > night[..., 2] + 40)
    assert 0.005 < warm.mean() < 0.4
    assert np.median(night.mean(-1)) < 110
