"""Whether a picture is of a place, and of no thing that could be taken out of it."""

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels

_LARGE, _FAINT, _OPEN = 0.3, 12.0, 0.25
"""Shares of the picture and of an outline, and how little (Lab bytes) its two sides differ where there is none."""


_WIDE = 0.8
"""A piece of land or sky goes over a larger share of the picture's width, nearly any thing over less."""


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
