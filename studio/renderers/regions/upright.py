"""What stands up before the sky: whole, also where a part of it is as pale as the sky, and told from the land below."""

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.regions.colours import to_lab
from studio.renderers.regions.discs import lights
from studio.renderers.regions.matte import whole_shapes
from studio.renderers.regions.pieces import among, measured
from studio.renderers.regions.proposals import land

_GAP, _BESIDE = 0.2, 0.09
"""How high, as a share of the height, what lies between two parts of a thing is at most; how far to its sides, as a
share of the width, the sky beside it is looked at."""
_OTHER, _ROUGH, _KNOWN = 1.8, 2.5, 0.02
"""So far, in Lab and in times of what a sky differs from itself, a colour is off the sky beside it; how much of that
must be seen."""
_BROAD = (0.2, 0.1)
"""What is so wide, as a share of the width, is land; what is less stands on it. Both are tried."""
_LEAST, _SLIM, _ON_LAND = 0.0015, 2.2, 6.0
"""How large a thing is at least, as a share of the picture; how high, in its widths; and how far, in Lab, off the land
below it."""
_FLAT, _LOW, _AIRY = 3.4, 0.24, 0.15
"""How many times as wide as high a shore is at least, with its image; how high at most, as a share of the height; how
much of it may seem to be sky."""
_IMAGE, _CLOSE, _PLAIN = 0.115, 0.05, 10.0
"""How far below the water's edge, as a share of the height, a shore's image reaches; how far above it its foot is; how
far most of it is, in Lab, off its own colour."""
_SKYLINE = 0.04
"""How far, as a share of the height, a sky ends from the sea's horizon."""
_SOME_SHORE, _OF_SHORE = 0.15, 0.6
"""What has so much of itself in flat land at the picture's side is looked at without; what has so much is only that."""


def without_stripes(small: Pixels, above: Pixels, hung: Pixels) -> Pixels:
    """A sky (`above`) without what stands in it: the stripes of a tower that are nearly as pale as the sky.

    They lie between parts of a thing and are not like the sky on both sides. `hung` are pieces in the sky that seemed
    to touch nothing, as birds: some may be parts of what stands on the ground, above such a stripe.
    """
    height, width = above.shape
    lit = lights(small, above)
    solid = (~above | hung) & ~lit
    line = np.ones((2 * round(_GAP * height / 2) + 1, 1), np.uint8)
    gaps = (cv2.morphologyEx(solid.astype(np.uint8), cv2.MORPH_CLOSE, line) > 0) & ~(solid | lit)
    if not gaps.any():
        return above
    free = ~gaps & (cv2.dilate((solid | lit).astype(np.uint8), np.ones((5, 5), np.uint8)) == 0)
    off = _off_beside(small, free, round(_BESIDE * width))
    rough = float(np.median(off[free])) if free.any() else 0.0
    strange = (gaps & (off > max(_OTHER, _ROUGH * rough))).astype(np.uint8)
    opened = cv2.morphologyEx(strange, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))
    parts = ((opened > 0) | (hung & above & ~lit)).astype(np.uint8)
    joined = cv2.dilate(parts, np.ones((3, 3), np.uint8)) & above
    count, pieces, _ = measured(joined)
    foot = cv2.dilate((~above).astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    return np.asarray(above & ~among(pieces, count, np.setdiff1d(pieces[foot], 0)))


def _off_beside(small: Pixels, free: Pixels, reach: int) -> Array:
    """How far each colour is off that of the free places close by in its row, 0 where there are none."""
    lab = cv2.GaussianBlur(to_lab(small), (0, 0), 0.8)
    share = free.astype(np.float32)
    side = (2 * reach + 1, 3)
    seen = cv2.blur(share, side)
    beside = cv2.blur(lab * share[..., None], side) / (seen + np.float32(1e-4))[..., None]
    return np.asarray(np.where(seen > _KNOWN, np.linalg.norm(lab - beside, axis=-1), 0))


def uprights(small: Pixels, above: Pixels) -> list[Pixels]:
    """What stands on the land and rises before the sky (`above`), much higher than wide, as bool masks.

    What goes on below the land's edge in its own colours is a part of something larger, and is left out.
    """
    solid = (~above).astype(np.uint8)
    lab = cv2.GaussianBlur(to_lab(small), (0, 0), 0.8)
    found = []
    for broad in _BROAD:
        rising = (solid & (1 - land(solid, broad))).astype(np.uint8)
        count, pieces, stats = measured(rising, connectivity=8)
        for one in range(1, count):
            _, top, wide, high, area = stats[one]
            if area > _LEAST * above.size and high > _SLIM * wide and top > 0:
                shape = np.asarray(pieces == one)
                if _stands(lab, shape, int(top + high)):
                    found.append(shape)
    return found


def _stands(lab: Array, shape: Pixels, foot: int) -> bool:
    """Whether a shape that ends above row `foot` has other colours there than what is below."""
    last = np.flatnonzero(shape[max(foot - 3, 0)])
    if foot < 3 or foot + 4 >= len(lab) or not len(last):
        return False
    own, ground = lab[max(foot - 6, 0) : foot - 2][:, last], lab[foot + 1 : foot + 4][:, last]
    return bool(np.linalg.norm(own.mean((0, 1)) - ground.mean((0, 1))) > _ON_LAND)


def shores(small: Pixels, shapes: list[Pixels], above: Pixels, edge: int | None) -> Pixels | None:
    """Where flat and plain land comes in from one side of a picture in which water begins at row `edge`, as a headland
    does, with its image below, according to shapes found there; None where it does nowhere."""
    rows = np.flatnonzero(above.mean(1) > 0.5)
    if edge is None or not len(rows) or abs(int(rows[-1]) - edge) > _SKYLINE * len(above):
        return None  # where the sky ends elsewhere, that row is no horizon but an edge of the land
    lab, found = to_lab(small), np.zeros_like(above)
    for one in shapes:
        stretch = _shore(lab, one, above, edge)
        if stretch is not None:
            found |= stretch | _below(stretch)
    return found if found.any() else None


def _shore(lab: Array, shape: Pixels, above: Pixels, edge: int) -> Pixels | None:
    """The flat stretch of a shape that is one, with or without its own image; None for any other."""
    if shape[:, 0].any() == shape[:, -1].any() or shape[-1].any():
        return None
    stretch = land(shape.astype(np.uint8), _BROAD[-1]) > 0
    rows, columns = np.flatnonzero(stretch.any(1)), np.flatnonzero(stretch.any(0))
    if not len(rows):
        return None
    high = int(np.ptp(rows)) + 1
    if len(columns) < _FLAT * high or high > _LOW * len(shape) or above[stretch].mean() > _AIRY:
        return None
    near = rows[0] < edge < rows[-1] + _CLOSE * len(shape)
    if not near or rows[-1] > edge + _IMAGE * len(shape):
        return None
    own = lab[stretch]
    motley = np.percentile(np.linalg.norm(own - np.median(own, axis=0), axis=1), 80)
    return np.asarray(stretch) if motley < _PLAIN else None


def _below(shape: Pixels) -> Pixels:
    """Where the mirror image of a shape would be in water at its foot."""
    foot = int(np.flatnonzero(shape.any(1))[-1]) + 1
    reach = min(foot, len(shape) - foot)
    image = np.zeros_like(shape)
    image[foot : foot + reach] = shape[foot - reach : foot][::-1]
    return image


def off_shore(shapes: list[Pixels], shore: Pixels) -> list[Pixels]:
    """The shapes that are no pieces of the shore, each without what it has of it when that is much."""
    near = cv2.dilate(shore.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    shares = [float(shore[one].mean()) if one.any() else 1.0 for one in shapes]
    return [
        one if share < _SOME_SHORE else whole_shapes(one & ~near)
        for one, share in zip(shapes, shares, strict=True)
        if share < _OF_SHORE
    ]
