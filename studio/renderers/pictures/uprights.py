"""What stands upright in a picture, as towers and masts do, and a relief that does not bend it."""

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.regions.matte import shrunk

_WORKED_AT = 320
_STEP = 9.0
"""How much a colour changes across an upright edge, in bytes."""
_STEEP = 2.5
"""Across such an edge it changes so many times as much as along it."""
_LONG, _WHOLE = 0.055, 0.8
"""How long a straight upright edge is at least, as a share of the height, and how much of it must be seen."""
_WIDE, _TALL = 0.03, 0.05
"""How far to its sides and its ends what an edge belongs to reaches, as shares of width and height."""


def straightened(pixels: Pixels, depth: Array) -> Array:
    """The nearness of each pixel with that of upright things the same all the way up."""
    height, width = pixels.shape[:2]
    share = _upright(shrunk(pixels, _WORKED_AT))
    size = share.shape[::-1]
    if share.max() < 0.05:
        return depth
    near = cv2.resize(depth, size, interpolation=cv2.INTER_AREA)
    amount = share.sum(0)
    level = (near * share).sum(0)
    # a column with few upright places follows those beside it
    reach = max(size[0] * 0.012, 1.0)
    amount, level = (cv2.GaussianBlur(one[None, :], (0, 0), reach)[0] for one in (amount, level))
    level = level / np.maximum(amount, 1e-3)
    change = cv2.resize(
        (level[None, :] - near) * share, (width, height), interpolation=cv2.INTER_CUBIC
    )
    return np.asarray(depth + change, np.float32)


def upright_share(pixels: Pixels) -> float:
    """How much of a picture is upright things, 0 … 1."""
    return float(_upright(shrunk(pixels, _WORKED_AT)).mean())


def _upright(small: Pixels) -> Array:
    """Where in a small picture upright things are, 0 … 1, with soft borders."""
    calm = cv2.GaussianBlur(small, (0, 0), 0.8).astype(np.float32)
    height, width = calm.shape[:2]
    across, down = (
        np.abs(cv2.Sobel(calm, cv2.CV_32F, *way, ksize=3)).max(-1) / 4 for way in ((1, 0), (0, 1))
    )
    steep = ((across > _STEP) & (across > _STEEP * down)).astype(np.float32)
    edge = cv2.dilate(steep, np.ones((1, 3), np.uint8))  # it may be a little aslant
    long = max(round(height * _LONG), 5) | 1
    middles = (cv2.blur(edge, (1, long)) > _WHOLE).astype(np.uint8)
    lines = cv2.dilate(middles, np.ones((long, 1), np.uint8))
    room = (2 * max(round(width * _WIDE), 1) + 1, 2 * max(round(height * _TALL), 1) + 1)
    found = cv2.dilate(lines, np.ones(room[::-1], np.uint8)).astype(np.float32)
    return np.asarray(cv2.GaussianBlur(found, (0, 0), room[0] / 5, sigmaY=room[1] / 3))
