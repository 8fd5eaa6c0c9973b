"""The colours of a thing's rim, grown inwards over it: what its back looks like to one who saw its front alone."""

import cv2
import numpy as np
import scipy

from studio.renderers.drawing.canvas import Array, Pixels

_WORKED_AT = 256
_INSETS = (0.03, 0.07, 0.11, 0.15, 0.19)
"""How far inside the outline the rim is looked at, in radii of the largest disc in it. The usual one of these colours
counts: not a lit edge, nor what shines through it. Thin limbs have theirs along their middle."""
_TURNING = 0.1
"""Over so many of these radii the front becomes its rim."""
_SPECKS = 3
_SLIMMER = 1
"""A picture is made narrower so often before it is made smaller: what is beside a point counts more than what is above.
"""


def grown_from_rim(pixels: Pixels, matte: Array) -> tuple[Pixels, Array]:
    """The rim's colours all over, and how much of them the front has at each point, 1 at the outline … 0."""
    height, width = matte.shape
    scale = min(_WORKED_AT / max(height, width), 1.0)
    size = (max(round(width * scale), 8), max(round(height * scale), 8))
    small = cv2.medianBlur(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), _SPECKS)
    inside = np.pad(cv2.resize(matte, size, interpolation=cv2.INTER_AREA) > 0.5, 1)
    away = cv2.distanceTransform(inside.astype(np.uint8), cv2.DIST_L2, 5)[1:-1, 1:-1]
    radius = max(float(away.max()), 1.0)
    outline = (away > 0) & (away < 2)
    grown = _filled(_usual(small, away, radius), outline, _SLIMMER)
    share = np.clip(1 - away / (_TURNING * radius), 0, 1)
    whole = cv2.resize(grown, (width, height), interpolation=cv2.INTER_CUBIC)
    share = cv2.resize(share * share * (3 - 2 * share), (width, height))
    return whole.clip(0, 255).astype(np.uint8), np.asarray(share, np.float32)


def _usual(pixels: Pixels, away: Array, radius: float) -> Array:
    """For each point of the outline the median of the colours that lie inwards of it."""
    ridge = (away > 0) & (away >= cv2.dilate(away, np.ones((3, 3), np.uint8)))
    seen = []
    for inset in _INSETS:
        sure = (away > inset * radius) | ridge
        if not sure.any():
            return pixels.astype(np.float32)
        near = scipy.ndimage.distance_transform_edt(
            ~sure, return_distances=False, return_indices=True
        )
        seen.append(pixels[near[0], near[1]])
    return np.asarray(np.median(np.stack(seen), axis=0), np.float32)


def _filled(pixels: Array, known: Pixels, slim: int) -> Array:
    """The known pixels' colours spread over all others: each step coarser, and from there back again.

    The first `slim` steps make it narrower alone.
    """
    if known.all() or not known.any() or min(known.shape) < 3:
        mean = pixels[known].mean(0) if known.any() else pixels.reshape(-1, 3).mean(0)
        return np.where(known[..., None], pixels, mean).astype(np.float32)
    height, width = known.shape
    size = ((width + 1) // 2, height if slim > 0 else (height + 1) // 2)
    weight = known.astype(np.float32)
    share = cv2.resize(weight, size, interpolation=cv2.INTER_AREA)
    total = cv2.resize(pixels * weight[..., None], size, interpolation=cv2.INTER_AREA)
    coarse = _filled(total / np.maximum(share, 1e-6)[..., None], share > 0, slim - 1)
    wide = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_LINEAR)
    return np.where(known[..., None], pixels, wide).astype(np.float32)
