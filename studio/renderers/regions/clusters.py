"""Values sorted into a few heaps, the same way every time."""

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels


def clusters(values: Array, count: int, attempts: int = 2) -> tuple[Pixels, Array]:
    """k-means of rows of numbers: the heap of each row, and the heaps' middles."""
    cv2.setRNGSeed(5)
    ends = (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_MAX_ITER, 16, 0.5)
    data = np.ascontiguousarray(values, np.float32)
    labels = np.zeros((len(data), 1), np.int32)
    _, which, centres = cv2.kmeans(data, count, labels, ends, attempts, cv2.KMEANS_PP_CENTERS)
    return np.asarray(which).ravel(), np.asarray(centres)
