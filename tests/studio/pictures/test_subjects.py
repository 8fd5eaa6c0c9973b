"""What a picture is of: not the sun behind it, not the plain disc it stands before."""

from typing import Any

import numpy as np

from studio.renderers.pictures.image import draw
from studio.renderers.regions.saliency import find_subject


def _drawn(prompt: str) -> tuple[Any, Any]:
    """A picture of the studio's own, and its subject as a bool mask."""
    pixels = draw(prompt, seed=7, variation=0, width=768, height=512).pixels
    return pixels, find_subject(pixels) > 0.5


def test_the_moon_behind_an_owl_is_no_part_of_it() -> None:
    pixels, subject = _drawn("an owl under the full moon")
    bright = pixels.mean(-1) > 215
    assert bright.mean() > 0.02, "there is a moon"
    assert (subject & bright).sum() < 0.1 * bright.sum()
    assert 0.02 < subject.mean() < 0.1
    assert pixels[subject].mean() < 60


def test_a_plain_disc_behind_a_person_is_no_part_of_her() -> None:
    pixels, subject = _drawn("portrait of a woman with red hair and a green scarf at sunset")
    cream = np.linalg.norm(pixels.astype(float) - (231, 214, 154), axis=-1) < 30
    assert cream.mean() > 0.05, "there is a disc"
    assert (subject & cream).sum() < 0.1 * cream.sum()
    assert 0.15 < subject.mean() < 0.4


def test_a_dark_horse_among_flakes_is_cut_out_to_its_hooves() -> None:
    pixels = draw(
        "a black horse in the snow at sunset", seed=12, variation=0, width=448, height=320
    ).pixels
    subject = find_subject(pixels) > 0.5
    rows, columns = (np.flatnonzero(subject.any(axis)) for axis in (1, 0))
    assert 0.06 < subject.mean() < 0.13
    assert np.ptp(rows) > 0.35 * 320
    assert np.ptp(columns) > 0.3 * 448
    assert np.median(pixels[subject]) < 60
