"""What is behind a subject, as a strip that can be gone around without end."""

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels

_BANDS = (24.0, 10.0, 4.0)
"""Blurs, as parts of a joint, that divide a picture into bands: the coarser one is, the wider its way over."""
_WIDE = 3.0


def ring(pixels: Pixels, joint: int) -> Pixels:
    """A picture made to follow upon itself: its last `joint` columns are joined to its first ones, in their place.

    It becomes `joint` columns narrower, and is as it was from the joint's end on.
    """
    ending, beginning = slice(-joint, None), slice(None, joint)
    left: Array = pixels.astype(np.float32)
    along = _line(np.abs(left[:, ending] - left[:, beginning]).mean(-1))[:, None]
    place = np.arange(joint, dtype=np.float32)[None, :]
    joined: Array = np.zeros_like(left[:, beginning])
    for part in _BANDS:
        reach = max(joint / part, 1.0)
        coarse = cv2.GaussianBlur(left, (0, 0), reach)
        share = np.clip((place - along) / (_WIDE * reach) + 0.5, 0, 1)
        joined += _mixed((left - coarse)[:, ending], (left - coarse)[:, beginning], share)
        left = coarse
    joined += _mixed(left[:, ending], left[:, beginning], (place + 0.5) / joint)
    whole = np.hstack([np.clip(joined + 0.5, 0, 255).astype(np.uint8), pixels[:, joint:-joint]])
    return np.ascontiguousarray(whole)


def _mixed(one: Array, other: Array, share: Array) -> Array:
    """From one layer to the other, at rest where it begins and ends; `share` 0 … 1."""
    smooth = (share * share * (3 - 2 * share))[..., None]
    return np.asarray(one + (other - one) * smooth)


def _line(apart: Array) -> Array:
    """The column of each row along which two layers differ least; from row to row it moves by a column at most."""
    rows, columns = apart.shape
    total = cv2.GaussianBlur(apart, (0, 0), 2).astype(np.float32)
    for row in range(1, rows):
        before = np.pad(total[row - 1], 1, constant_values=np.inf)
        total[row] += np.minimum(np.minimum(before[:-2], before[1:-1]), before[2:])
    line = np.empty(rows, np.float32)
    at = int(total[-1].argmin())
    for row in range(rows - 1, -1, -1):
        first = max(at - 1, 0)
        at = first + int(total[row, first : min(at + 2, columns)].argmin())
        line[row] = at
    return line
