"""Whether a picture is of a place, and of no thing that could be taken out of it."""

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.regions.colours import to_lab
from studio.renderers.regions.matte import shrunk
from studio.renderers.regions.rarity import lifted

_LARGE, _FAINT, _OPEN = 0.3, 12.0, 0.25
"""Shares of the picture and of an outline, and how little (Lab bytes) its two sides differ where there is none."""


_WIDE = 0.8
"""A piece of land or sky goes over a larger share of the picture's width, nearly any thing over less."""


_WORKED_AT, _SMALL, _ALIKE = 288, 0.12, 10.0
"""What is looked at in how large a picture; shares of it; and how far apart, in Lab, the same colours are."""
_UNSURE = ((50, 9.5, 0.045), (50, 11.0, 0.25), (30, 4.0, 0.3), (30, 1.0, -1.0))
"""Over this percentage of its border no more than such a step of colour (Lab), and so much around it alike: that is no
thing. Fitted on painted pictures with and without a subject."""


def is_wide(alpha: Array) -> bool:
    """Whether an outline goes nearly from one side of the picture to the other."""
    columns = np.flatnonzero((alpha > 0.5).any(0))
    return bool(len(columns)) and int(np.ptp(columns)) > _WIDE * alpha.shape[1]


def is_place(pixels: Pixels, alpha: Array) -> bool:
    """Whether what was taken for the subject is no thing but the place itself: large and half without outline."""
    if alpha.mean() < _LARGE:
        return False
    solid = (alpha > 0.5).astype(np.uint8)
    lab = cv2.cvtColor(pixels, cv2.COLOR_RGB2LAB).astype(np.float32)
    reach = max(min(alpha.shape) / 60, 2.0)
    sides = []
    for side in (solid, 1 - solid):
        share = cv2.GaussianBlur(side.astype(np.float32), (0, 0), reach)
        sides.append(
            cv2.GaussianBlur(lab * side[..., None], (0, 0), reach)
            / np.maximum(share, 1e-3)[..., None]
        )
    edge = cv2.morphologyEx(solid, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8))[4:-4, 4:-4] > 0
    apart = np.linalg.norm(sides[0] - sides[1], axis=-1)[4:-4, 4:-4][edge]
    return bool(len(apart)) and float((apart < _FAINT).mean()) > _OPEN


def is_faint(pixels: Pixels, alpha: Array) -> bool:
    """Whether what stands out most is a small piece of the land or the sky: hardly set off from what is beside it, and
    much of what is around has its colour too."""
    small = lifted(shrunk(pixels, _WORKED_AT))
    share = cv2.resize(alpha.astype(np.float32), small.shape[1::-1], interpolation=cv2.INTER_AREA)
    shape = (share > 0.5).astype(np.uint8)
    if not 0 < shape.mean() < _SMALL:
        return False
    lab = to_lab(small)
    rim = np.ones((5, 5), np.uint8)
    inner = shape - cv2.erode(shape, rim, borderValue=1)
    outer = cv2.dilate(shape, rim) - shape
    edge = cv2.morphologyEx(shape, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8)) > 0
    steps = np.linalg.norm(_level(lab, inner) - _level(lab, outer), axis=-1)[edge]
    around = cv2.dilate(shape, np.ones((41, 41), np.uint8)) > cv2.dilate(
        shape, np.ones((9, 9), np.uint8)
    )
    if not around.any():
        return False
    alike = np.linalg.norm(lab[around] - lab[shape > 0].mean(0), axis=1) < _ALIKE
    return any(
        np.percentile(steps, part) < most and alike.mean() > least for part, most, least in _UNSURE
    )


def _level(lab: Array, part: Pixels) -> Array:
    """The colour of a part close to each place."""
    near = part.astype(np.float32)
    amount = cv2.blur(near, (9, 9)) + 1e-4
    return np.asarray(cv2.blur(lab * near[..., None], (9, 9)) / amount[..., None])
