"""What water shows of what is above it: the path of light below a sun or moon, and mirrored things."""

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels

_LIGHTER = 10.0
"""So much lighter, in percent of white, than the rest of its row is what glitters."""
_CLOSE_BY, _DENSE = 0.03, 0.25
"""How far around a place slivers are looked for, as a share of the shorter side, and how much of that they fill."""
_THICK = 7
"""What is less high or wide than this, in pixels, is a line and no path of light."""
_BANDED, _BRIGHT = 2.0, 15.0
"""How many times as much light changes downwards as across, and how much lighter than its row, slivers of light are."""
_ASHORE = 0.1
"""So little of glitter may seem to lie above the water, where a bright shape on the shore touches it."""
_SEEN, _AS_RARE, _ALIKE = 0.7, 0.9, 40.0
"""How much of what is mirrored must be in the picture, and how nearly as rare; how far its colour may be off, in Lab
bytes: water takes light."""
_SHOWN, _IMAGE = 0.3, 0.5
"""How much of a shape is above the water, and how much of what is below lies where its image would."""
_WATERY, _RIPPLED, _LIKE = 22.0, 2.0, 14.0
"""How far, in Lab bytes, water is off colours of what it mirrors, at most and at least, and an image off a thing."""
_LINE = 4.0
"""What colours change by at the water's edge, in Lab bytes, at least somewhere beside a thing."""
_NOISE = 1.6
"""So much light changes from pixel to pixel, in percent of white, where nothing is to be seen."""


def is_glitter(small: Pixels, shape: Pixels, edge: int | None) -> bool:
    """Whether a shape is bright slivers on water that begins at row `edge`: what is left of a light out of sight."""
    if edge is None:
        return False
    over = max(edge - 3, 0)
    if not shape[over:].any() or shape[:over].sum() > _ASHORE * shape.sum():
        return False
    shape = shape & (np.arange(len(shape))[:, None] >= over)
    light = cv2.cvtColor(small, cv2.COLOR_RGB2LAB)[..., 0].astype(np.float32) / 2.55
    brighter = (light - np.median(light, axis=1, keepdims=True))[shape].mean()
    across, down = (
        float(np.abs(cv2.Sobel(light, cv2.CV_32F, *way, ksize=3))[shape].mean())
        for way in ((1, 0), (0, 1))
    )
    return bool(brighter > _BRIGHT and down > _BANDED * (across + _NOISE))


def is_mirrored(small: Pixels, shape: Pixels, rare: Array, edge: int | None) -> bool:
    """Whether a shape lies on water that begins at row `edge` and a thing is above it where it would be a mirror image:
    as `rare` (0 … 1) and of nearly its colour."""
    if edge is None or shape[:edge].sum() > _ASHORE * shape.sum():
        return False
    below = np.argwhere(shape[edge:])
    rows, columns = edge - 1 - below[:, 0], below[:, 1]
    seen = rows >= 0
    if seen.mean() < _SEEN:
        return False
    above = rows[seen], columns[seen]
    lab = cv2.cvtColor(small, cv2.COLOR_RGB2LAB).astype(np.float32)
    apart = np.abs(lab[above].mean(0) - lab[shape].mean(0)).max()
    return bool(rare[above].mean() > _AS_RARE * rare[shape].mean() and apart < _ALIKE)


def is_image(small: Pixels, shape: Pixels, thing: Pixels, edge: int | None) -> bool:
    """Whether a shape on water that begins at row `edge` is the mirror image of a thing over it, be there land between:
    under it, as wide, and of nearly its colour."""
    if (
        edge is None
        or not shape.any()
        or not thing.any()
        or shape[:edge].sum() > _ASHORE * shape.sum()
    ):
        return False
    foot = int(np.flatnonzero(thing.any(1))[-1])
    own, other = thing.any(0), shape.any(0)
    if shape[:foot].any() or (own & other).sum() < _SEEN * (own | other).sum():
        return False
    lab = cv2.cvtColor(small, cv2.COLOR_RGB2LAB).astype(np.float32)
    return bool(np.abs(lab[thing].mean(0) - lab[shape].mean(0)).max() < _ALIKE)


def without_image(small: Pixels, shape: Pixels, edge: int | None) -> Pixels:
    """A shape without its mirror image in water that begins at row `edge`: what lies below as it does above, and beside
    it, in nearly the same colours."""
    if edge is None or shape[:edge].sum() < _SHOWN * shape.sum():
        return shape
    reach = min(edge, len(shape) - edge)
    over, under = shape[edge - reach : edge][::-1], shape[edge : edge + reach]
    if (over & under).sum() < max(_IMAGE * shape[edge:].sum(), 1):
        return shape
    lab = cv2.cvtColor(small, cv2.COLOR_RGB2LAB).astype(np.float32)
    apart = np.abs(lab[edge - reach : edge][::-1] - lab[edge : edge + reach]).mean(-1)
    beside = ~(over | under)
    if not beside.any() or not _RIPPLED < apart[beside].mean() < _WATERY:
        return shape
    if not _has_shore(small, shape, edge):
        return shape
    if not _RIPPLED < apart[over & under].mean() < _LIKE:
        return shape
    kept = shape.copy()
    kept[edge:] = False
    return kept


def _has_shore(small: Pixels, shape: Pixels, edge: int) -> bool:
    """Whether anything ends beside a shape at row `edge`, as at water; before a plain wall a mug mirrors itself."""
    lab = cv2.cvtColor(cv2.GaussianBlur(small, (0, 0), 0.8), cv2.COLOR_RGB2LAB).astype(np.float32)
    over, under = max(edge - 3, 0), min(edge + 2, len(lab) - 1)
    step = np.linalg.norm(lab[under] - lab[over], axis=-1)[~shape[over : under + 1].any(0)]
    return not len(step) or float(np.percentile(step, 80)) > _LINE


def glitter(small: Pixels, edge: int | None) -> Pixels:
    """Where water that begins at row `edge` glitters: bright slivers lie above each other, as below a light.

    The light itself need not be seen, as it may be behind what stands on the shore. What is a single stripe, or bright
    and even, does not glitter.
    """
    if edge is None or edge > len(small) - _THICK:
        return np.zeros(small.shape[:2], bool)
    light = cv2.cvtColor(small, cv2.COLOR_RGB2LAB)[..., 0].astype(np.float32) / 2.55
    bright = light > np.median(light, axis=1, keepdims=True) + _LIGHTER
    bright[: edge + 1] = False
    side = 2 * round(min(light.shape) * _CLOSE_BY) + 1
    across, down = (
        cv2.blur(np.abs(cv2.Sobel(light, cv2.CV_32F, *way, ksize=3)), (side, side))
        for way in ((1, 0), (0, 1))
    )
    dense = cv2.blur(bright.astype(np.float32), (side, side)) > _DENSE
    joined = cv2.morphologyEx(bright.astype(np.uint8), cv2.MORPH_CLOSE, np.ones((5, 9), np.uint8))
    found = joined & (dense & (down > across + 4 * _NOISE))
    stripes = np.ones((_THICK, _THICK), np.uint8)
    return np.asarray(cv2.morphologyEx(found.astype(np.uint8), cv2.MORPH_OPEN, stripes) > 0)
