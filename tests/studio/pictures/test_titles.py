"""A title that is set otherwise: the rest of the picture stays as it was."""

from typing import Any

import numpy as np
import pytest

from studio.renderers.pictures.headline import with_headline
from studio.renderers.pictures.image import draw
from studio.renderers.prompts.words import read_prompt

POSTER = 'a poster for a jazz night with the title "BLUE NOTES"'
SIGN = 'a lighthouse with the text "HELLO"'


def _drawn(prompt: str) -> Any:
    drawn = draw(prompt, seed=5, variation=0, width=240, height=360).pixels
    return with_headline(drawn, read_prompt(prompt)).astype(int)


def _reds(pixels: Any) -> int:
    return int(((pixels[..., 0] > 170) & (pixels[..., 1] < 90) & (pixels[..., 2] < 90)).sum())


def test_a_poster_keeps_its_picture_when_its_title_changes_colour() -> None:
    plain, red = _drawn(POSTER), _drawn(f"{POSTER}, the title in red letters")
    assert np.array_equal(plain[:280], red[:280])
    assert _reds(red[300:]) > _reds(plain[300:]) + 60


@pytest.mark.parametrize(("place", "rows"), [("top", np.s_[:50]), ("bottom", np.s_[310:])])
def test_a_posters_title_stands_where_it_was_asked_for(place: str, rows: Any) -> None:
    assert _reds(_drawn(f"{POSTER}, the title in red letters at the {place}")[rows]) > 60


def test_a_headline_takes_its_colour_and_place() -> None:
    plain = _drawn(SIGN)
    made = _drawn(f"{SIGN}, the title in red letters at the bottom")
    assert np.array_equal(plain[130:220], made[130:220])
    assert _reds(made[270:]) > _reds(plain[270:]) + 60


@pytest.mark.parametrize(
    ("prompt", "title"),
    [
        ("movie poster for a film called THE LAST TRAIN", "THE LAST TRAIN"),
        ("logo for my bakery called Sweet Crumbs, pink", "Sweet Crumbs"),
        ("a cat called Luna", None),
    ],
)
def test_what_bears_a_name_shows_it(prompt: str, title: str | None) -> None:
    assert read_prompt(prompt).title == title
