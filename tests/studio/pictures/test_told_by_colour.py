"""Prints of few tones: what differs from its ground by colour alone is seen in them."""

import cv2
import numpy as np
import pytest

from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.painting.common import Style, colour_edges, grey, vivid
from studio.renderers.painting.drawing import charcoal
from studio.renderers.painting.prints import linocut, pop_art

_SIZE = 240
_AT, _REACH = (120, 120), 60
_GROUND = (96, 96, 96)
_RED = (176, 62, 62)
"""As light as the ground by its grey."""


def picture(thing: tuple[int, int, int], ground: tuple[int, int, int] = _GROUND) -> Pixels:
    """A disc before a ground, with some sky above and dark earth below."""
    made = np.empty((_SIZE, _SIZE, 3), np.uint8)
    made[:] = ground
    cv2.circle(made, _AT, _REACH, thing, -1, cv2.LINE_AA)
    made[:30], made[-30:] = 245, 8
    return made


def alike() -> Pixels:
    """A disc and a ground of other colours, as bright and as colourful as each other."""
    lab = np.array([[[134, 158, 128], [134, 98, 128]]], np.uint8)
    one, other = cv2.cvtColor(lab, cv2.COLOR_LAB2RGB)[0].tolist()
    return picture(one, other)


def disc(reach: int) -> Array:
    mask = np.zeros((_SIZE, _SIZE), np.uint8)
    cv2.circle(mask, _AT, reach, 1, -1)
    return mask > 0


def drawn(style: Style, pixels: Pixels) -> Array:
    return grey(style(pixels, np.random.default_rng(3)))


def test_the_disc_is_as_light_as_its_ground() -> None:
    seen = grey(picture(_RED))
    assert seen[_AT] == pytest.approx(seen[120, 20], abs=0.01)


def test_a_linocut_cuts_a_thing_lighter_than_a_ground_of_its_own_grey() -> None:
    print_ = drawn(linocut, picture(_RED))
    beside = disc(85) & ~disc(66)
    assert print_[disc(50)].mean() > print_[beside].mean() + 0.15


def along_the_border(values: Array) -> Array:
    """The darkest near each of many places of the disc's outline."""
    found = []
    for turn in np.linspace(0, 2 * np.pi, 120, endpoint=False):
        reach = np.arange(_REACH - 4, _REACH + 5)
        x, y = _AT[0] + reach * np.cos(turn), _AT[1] + reach * np.sin(turn)
        found.append(values[y.round().astype(int), x.round().astype(int)].min())
    return np.array(found)


@pytest.mark.parametrize("style", [linocut, charcoal])
def test_two_colours_of_one_brightness_have_an_outline_between_them(style: Style) -> None:
    print_ = drawn(style, alike())
    assert (along_the_border(print_) < 0.35).mean() > 0.95


def test_pop_art_rings_a_thing_that_has_its_grounds_tone() -> None:
    print_ = pop_art(alike(), np.random.default_rng(3))[:120, :120]
    border, flat = grey(print_[59:62, 28:33]), grey(print_[59:62, 18:23])
    assert border.min() < flat.min() - 0.1


def test_of_two_equal_colours_the_lighter_stays_lighter() -> None:
    ramp = np.stack([np.arange(30, 226), np.arange(10, 206) // 3, np.arange(10, 206) // 4], -1)
    seen = vivid(ramp[None].astype(np.uint8))[0]
    assert (np.diff(seen[::12]) > 0).all()


def test_greys_are_as_bright_as_they_were() -> None:
    greys = np.repeat(np.arange(256, dtype=np.uint8)[None, :, None], 3, -1)
    lab = cv2.cvtColor(greys, cv2.COLOR_RGB2LAB)[..., 0] / 255
    assert np.allclose(vivid(greys), lab, atol=0.01)


def test_a_sky_that_changes_its_colour_slowly_has_no_outlines() -> None:
    share = np.linspace(0, 1, _SIZE)[:, None, None]
    sky = np.array([130, 60, 150]) + (np.array([240, 120, 50]) - np.array([130, 60, 150])) * share
    pixels = np.broadcast_to(sky, (_SIZE, _SIZE, 3)).astype(np.uint8)
    assert colour_edges(pixels, vivid(pixels)).max() == 0


def test_specks_have_no_outlines() -> None:
    pixels = picture(_GROUND)
    for x in range(30, 220, 30):
        cv2.circle(pixels, (x, 120), 3, _RED, -1, cv2.LINE_AA)
    lines = colour_edges(pixels, np.full((_SIZE, _SIZE), 0.5, np.float32))
    assert lines.max() == 0
