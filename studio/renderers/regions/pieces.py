"""The connected pieces of a mask, numbered, and masks of some of them."""

from collections.abc import Iterable

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels

_NUMBERS = 1 << 16
"""What two bytes can count. The labelling takes a number for no more than every second pixel meanwhile."""


def measured(mask: Pixels, connectivity: int = 4) -> tuple[int, Pixels, Array]:
    """How many pieces of a uint8 mask there are with the ground, number 0; each pixel's number; the pieces' measures.

    The measures are those of cv2 (`cv2.CC_STAT_AREA`). The numbers of a small mask have two bytes, which is quicker.
    """
    few = mask.size < 2 * (_NUMBERS - 2)
    count, numbers, measures, _ = cv2.connectedComponentsWithStats(
        mask, connectivity=connectivity, ltype=cv2.CV_16U if few else cv2.CV_32S
    )
    return count, numbers, measures


def among(numbers: Pixels, count: int, wanted: Iterable[int] | Array) -> Pixels:
    """Where the numbers, each below `count`, are among those wanted; looked up in a table, as they are few."""
    table = np.zeros(count, bool)
    table[np.asarray(wanted, np.intp)] = True
    return np.asarray(np.take(table, numbers))
