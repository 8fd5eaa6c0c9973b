"""Bringing frames of one size into another without cutting anything off or stretching it."""

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Pixels


def fit_inside(pixels: Pixels, size: tuple[int, int]) -> Pixels:
    """The whole frame in the middle of `size` (width, height), over a soft dim copy of itself where room is left."""
    width, height = size
    rows, columns = pixels.shape[:2]
    if (columns, rows) == size:
        return pixels
    scale = min(width / columns, height / rows)
    inner = (
        min(max(round(columns * scale), 1), width),
        min(max(round(rows * scale), 1), height),
    )
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    scaled = cv2.resize(pixels, inner, interpolation=way)
    # A pixel or two of difference is rounding and looks better filled than framed.
    if width - inner[0] <= 4 and height - inner[1] <= 4:
        return np.asarray(cv2.resize(scaled, size, interpolation=cv2.INTER_LINEAR))
    out = backdrop(pixels, size)
    left, top = (width - inner[0]) // 2, (height - inner[1]) // 2
    out[top : top + inner[1], left : left + inner[0]] = scaled
    return out


def backdrop(pixels: Pixels, size: tuple[int, int]) -> Pixels:
    """A soft, dimmed enlargement of a frame that fills `size`."""
    width, height = size
    rows, columns = pixels.shape[:2]
    scale = max(width / columns, height / rows)
    cut_w, cut_h = min(columns, round(width / scale)), min(rows, round(height / scale))
    left, top = (columns - cut_w) // 2, (rows - cut_h) // 2
    small = cv2.resize(
        pixels[top : top + cut_h, left : left + cut_w],
        (max(width // 16, 4), max(height // 16, 4)),
        interpolation=cv2.INTER_AREA,
    )
    soft = cv2.GaussianBlur(small, (0, 0), max(min(small.shape[:2]) / 9, 0.8))
    return np.asarray(
        cv2.convertScaleAbs(cv2.resize(soft, size, interpolation=cv2.INTER_CUBIC), alpha=0.5)
    )
