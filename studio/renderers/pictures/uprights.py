"""What stands upright in a picture, as towers and masts do."""

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
_SEVERAL = 2
"""A row with no more pixels of upright edges than this has none."""
_WIDE, _TALL = 0.03, 0.05
"""How far to its sides and its ends what an edge belongs to reaches, as shares of width and height."""


def upright_share(pixels: Pixels, besides: Array) -> float:
    """How much of a picture is upright things that are not where `besides` is; both 0 … 1."""
    small = shrunk(pixels, _WORKED_AT)
    apart = cv2.resize(besides, small.shape[1::-1], interpolation=cv2.INTER_AREA) < 0.1
    lines, (wide, tall) = _lines(small)
    lines = lines * _away(~apart)
    found = cv2.dilate(lines, np.ones((tall, wide), np.uint8)).astype(np.float32)
    return float(found[apart].mean()) if apart.any() else 0.0


def lowest_upright(small: Pixels, besides: Pixels) -> int:
    """The row below the lowest upright edge of a small picture that is not where `besides` is; 0 without any."""
    lines = _lines(small)[0] * _away(besides)
    rows = np.flatnonzero(lines.sum(1) > _SEVERAL)
    return int(rows[-1]) + 1 if len(rows) else 0


def _away(mask: Pixels) -> Pixels:
    """1 where it is neither in a mask nor close by."""
    return np.asarray(1 - cv2.dilate(mask.astype(np.uint8), np.ones((9, 9), np.uint8)))


def _lines(small: Pixels) -> tuple[Pixels, tuple[int, int]]:
    """Where upright edges are, and how far in pixels to each side and end what they belong to reaches."""
    calm = cv2.GaussianBlur(small, (0, 0), 0.8).astype(np.float32)
    height, width = calm.shape[:2]
    across, down = (
        np.abs(cv2.Sobel(calm, cv2.CV_32F, *way, ksize=3)).max(-1) / 4 for way in ((1, 0), (0, 1))
    )
    steep = ((across > _STEP) & (across > _STEEP * down)).astype(np.float32)
    edge = cv2.dilate(steep, np.ones((1, 3), np.uint8))  # it may be a little aslant
    long = max(round(height * _LONG), 5) | 1
    middles = (cv2.blur(edge, (1, long)) > _WHOLE).astype(np.uint8)
    lines: Pixels = cv2.dilate(middles, np.ones((long, 1), np.uint8))
    room = (2 * max(round(width * _WIDE), 1) + 1, 2 * max(round(height * _TALL), 1) + 1)
    return lines, room
