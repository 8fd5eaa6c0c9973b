"""A shape without what merely touches it, and with what belongs to it."""

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.regions.matte import cut, whole_shapes
from studio.renderers.regions.rounds import disc, disc_across


def trunk(found: Pixels) -> Pixels:
    """A shape without what only touches it."""
    side = max(round(0.16 * np.sqrt(found.sum())), 2)
    kernel = disc_across(side)
    thick = whole_shapes(cv2.morphologyEx(found.astype(np.uint8), cv2.MORPH_OPEN, kernel) > 0, 0.5)
    return np.asarray((cv2.dilate(thick.astype(np.uint8), kernel) > 0) & found)


def completed(small: Pixels, found: Pixels, rare: Array) -> Pixels:
    """A shape with what belongs to it close by, in its colours, and without what is in those around it."""
    rows, columns = np.flatnonzero(found.any(1)), np.flatnonzero(found.any(0))
    reach = max(round(0.14 * max(np.ptp(rows), np.ptp(columns))), 4)
    near = cv2.dilate(found.astype(np.uint8), disc(reach))
    core = cv2.erode(found.astype(np.uint8), np.ones((5, 5), np.uint8), borderValue=1)
    labels = np.where(near > 0, cv2.GC_PR_BGD, cv2.GC_BGD).astype(np.uint8)
    labels[(near > 0) & (rare > 0.6)] = cv2.GC_PR_FGD
    labels[found] = cv2.GC_PR_FGD
    labels[core > 0] = cv2.GC_FGD
    area = (
        slice(max(rows[0] - 2 * reach, 0), rows[-1] + 2 * reach),
        slice(max(columns[0] - 2 * reach, 0), columns[-1] + 2 * reach),
    )
    whole = np.zeros_like(found)
    whole[area] = cut(small[area], labels[area], 3)
    return whole_shapes(whole)
