"""A picture that is looked at again is answered from memory, and every caller may do with the answer what it likes."""

import numpy as np
import pytest

from studio.renderers import RenderError
from studio.renderers.drawing.canvas import Pixels
from studio.renderers.regions.memory import forget, remembered


def test_what_was_found_is_known_until_it_is_forgotten() -> None:
    looks: list[int] = []

    @remembered
    def bright(small: Pixels, least: int, *, inverse: bool = False) -> Pixels:
        looks.append(least)
        return np.asarray((small > least) ^ inverse)

    picture = np.arange(12, dtype=np.uint8).reshape(3, 4)
    first = bright(picture, 5)
    truth = first.copy()
    first[:] = False
    assert (bright(picture.copy(), 5) == truth).all()
    assert looks == [5]
    assert (bright(picture, 5, inverse=True) == ~truth).all()
    bright(picture.reshape(4, 3), 5)
    bright(picture, 6)
    assert looks == [5, 5, 5, 6]
    forget()
    bright(picture, 5)
    assert looks == [5, 5, 5, 6, 5]


def test_only_a_few_pictures_are_remembered() -> None:
    looks: list[int] = []

    @remembered
    def first_of(small: Pixels) -> int:
        looks.append(int(small[0, 0]))
        return looks[-1]

    for shade in range(100):
        assert first_of(np.full((2, 2), shade, np.uint8)) == shade
    assert first_of(np.full((2, 2), 99, np.uint8)) == 99
    assert first_of(np.full((2, 2), 0, np.uint8)) == 0
    assert looks == [*range(100), 0]


def test_a_refusal_is_found_anew() -> None:
    @remembered
    def nothing(small: Pixels) -> Pixels:
        raise RenderError("Nothing stands out.")

    for _ in range(2):
        with pytest.raises(RenderError, match="stands out"):
            nothing(np.zeros((2, 2), np.uint8))
