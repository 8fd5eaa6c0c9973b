"""Round kernels, to grow and shrink masks by."""

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Pixels


def disc(reach: float) -> Pixels:
    """A round kernel that reaches so many pixels to every side, one at least."""
    return disc_across(2 * max(round(reach), 1) + 1)


def disc_across(side: int) -> Pixels:
    """A round kernel so many pixels across; an even one leans a pixel to one side."""
    return np.asarray(cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side)), np.uint8)
