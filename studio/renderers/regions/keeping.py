"""What of a picture must stay in sight when a camera comes closer: its subject, and what rises into its sky."""

from dataclasses import dataclass

import cv2
import numpy as np

from studio.renderers.api import RenderError
from studio.renderers.codecs.inputs import check_workable
from studio.renderers.drawing.canvas import Pixels
from studio.renderers.regions.discs import lights
from studio.renderers.regions.land import sky
from studio.renderers.regions.matte import shrunk
from studio.renderers.regions.memory import remembered
from studio.renderers.regions.places import is_place, is_wide
from studio.renderers.regions.rarity import unusual
from studio.renderers.regions.saliency import where_subject

_WORKED_AT, _SUBJECT_AT = 288, 192
"""Towers and masts are thin, and are looked for in more pixels than a subject, of which a box is enough."""
_CUT_OFF = 0.015
"""What is nearer to the border, as a share of a side, goes on beyond it."""
_MOST = 0.85
"""Things are kept together over no more than this share of a side: else no camera could come any closer."""
_UNLIKE, _TALL, _FILLED = 0.8, 0.15, 0.4
"""What is this unlike its row, as a share, this much of the height tall, and fills so much of its box is upright."""
_NARROW, _HIGH, _SURE_SKY = 0.2, 0.07, 0.15
"""What rises is no wider than this share of the width, and higher than this share of the height, into a sky that is at
least so much of the picture."""


@dataclass(frozen=True)
class Kept:
    """The first and the last column and row of what is kept, as shares; infinite where it goes on beyond the border."""

    left: float
    top: float
    right: float
    bottom: float

    def within(self, left: float, top: float, wide: float, tall: float) -> "Kept":
        """The same in shares of a part of the picture, given in shares of the picture."""
        return Kept(
            (self.left - left) / wide, (self.top - top) / tall,
            (self.right - left) / wide, (self.bottom - top) / tall,
        )  # fmt: skip

    def mirrored(self) -> "Kept":
        """The same in a mirror image."""
        return Kept(1 - self.right, self.top, 1 - self.left, self.bottom)

    @property
    def sides(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """From where to where it is across, and down."""
        return (self.left, self.right), (self.top, self.bottom)


def middle_of(wanted: float, half: float, low: float, high: float) -> float:
    """The middle nearest to the wanted one where a window of that half width shows all from `low` to `high`.

    An end that is infinite does not matter; of what is too large the beginning is shown.
    """
    if np.isfinite(high):
        wanted = max(wanted, high - half)
    return min(wanted, low + half) if np.isfinite(low) else wanted


@remembered
def kept_in(pixels: Pixels, *, upright_only: bool = False) -> Kept | None:
    """What stands out in a picture; None where nothing does, or what does is the place itself.

    `upright_only` looks for towers, masts and their like alone: of a picture known to be of land, sea and sky that is
    all there is to be found, and a fiftieth of the work.
    """
    try:
        check_workable(pixels)
    except RenderError:
        return None
    small = shrunk(pixels, _WORKED_AT)
    found = None if upright_only else _box(_subject(shrunk(pixels, _SUBJECT_AT)))
    for mask in (*_rising(small), *_unlike(small)):
        both = _around(found, _box(mask))
        if both is not None and _room(both) <= _MOST:
            found = both
    if found is None:
        return None
    low = [-np.inf if place < _CUT_OFF else place for place in found[:2]]
    high = [np.inf if place > 1 - _CUT_OFF else place for place in found[2:]]
    return Kept(*low, *high)


Box = tuple[float, float, float, float]


def _subject(small: Pixels) -> Pixels:
    """Where the subject is, in the small picture."""
    nothing = np.zeros(small.shape[:2], bool)
    try:
        seen = where_subject(small)
    except RenderError:
        return nothing
    alpha = seen.astype(np.float32)
    return nothing if is_place(small, alpha) or is_wide(alpha) else seen


def _rising(small: Pixels) -> list[Pixels]:
    """What stands narrow and high against the sky, as towers and masts do, the highest first."""
    above = sky(small)
    height, width = above.shape
    if above.mean() < _SURE_SKY:
        return []
    ground = (~above).astype(np.uint8)
    count, labels = cv2.connectedComponents(ground)
    standing = np.isin(labels, np.setdiff1d(np.unique(labels[-1]), [0])) if count > 1 else ~above
    if not standing.any():
        return []
    tops = np.where(standing.any(0), standing.argmax(0), height)
    high = (height - tops).astype(np.float32)[None]
    reach = max(round(width * _NARROW), 3) | 1
    flat = cv2.morphologyEx(high, cv2.MORPH_OPEN, np.ones((1, reach), np.uint8))
    over = (high - flat)[0]
    pieces, where = cv2.connectedComponents((over > _HIGH * height).astype(np.uint8)[None])
    rows = np.arange(height)[:, None]
    masks = [
        (rows >= tops) & (rows < height - flat[0]) & (where[0] == number)
        for number in range(1, pieces)
    ]
    return sorted(masks, key=lambda mask: int(np.flatnonzero(mask.any(1))[0]))


def _unlike(small: Pixels) -> list[Pixels]:
    """Upright things that nothing beside them is like, the largest first."""
    height, width = small.shape[:2]
    lit = lights(small, sky(small))
    rare = (unusual(small) > _UNLIKE) & ~lit
    solid = cv2.morphologyEx(rare.astype(np.uint8), cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(solid)
    wide, tall = stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT]
    area = stats[:, cv2.CC_STAT_AREA]
    fits = (wide < _NARROW * width) & (tall > _TALL * height) & (area > _FILLED * wide * tall)
    fits &= tall > wide
    rim = max(round(_CUT_OFF * width), 1)
    left, top = stats[:, cv2.CC_STAT_LEFT], stats[:, cv2.CC_STAT_TOP]
    fits &= (left > rim) & (top > rim) & (left + wide < width - rim) & (top + tall < height - rim)
    fits[0] = False
    numbers = sorted(np.flatnonzero(fits), key=lambda number: -int(area[number]))
    return [labels == number for number in numbers]


def _box(mask: Pixels) -> Box | None:
    """Left, top, right and bottom of a mask, as shares; None of an empty one."""
    if not mask.any():
        return None
    rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
    height, width = mask.shape
    return (
        float(columns[0]) / width, float(rows[0]) / height,
        float(columns[-1] + 1) / width, float(rows[-1] + 1) / height,
    )  # fmt: skip


def _room(box: Box) -> float:
    """The larger share of a side that a box takes up; it takes none of one that it goes on beyond."""
    within = [
        high - low
        for low, high in (box[::2], box[1::2])
        if low >= _CUT_OFF and high <= 1 - _CUT_OFF
    ]
    return max(within, default=0.0)


def _around(one: Box | None, other: Box | None) -> Box | None:
    """What both lie in."""
    if one is None or other is None:
        return one or other
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[2], other[2]),
        max(one[3], other[3]),
    )
