"""What a person points at or draws a box round."""

from collections.abc import Mapping, Sequence
from typing import Any

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.regions.colours import to_lab
from studio.renderers.regions.discs import without_disc
from studio.renderers.regions.matte import cut, whole_shapes
from studio.renderers.regions.named import Instance
from studio.renderers.regions.rounds import disc

Marks = Sequence[Mapping[str, Any]]


def in_box(small: Pixels, box: Mapping[str, Any]) -> Instance:
    """The thing in a box: what is unlike the picture outside it."""
    height, width = small.shape[:2]
    x0, x1 = _span(box["x0"], box["x1"], width)
    y0, y1 = _span(box["y0"], box["y1"], height)
    labels = np.full((height, width), cv2.GC_BGD, np.uint8)
    labels[y0:y1, x0:x1] = cv2.GC_PR_FGD
    if (labels == cv2.GC_BGD).sum() < 40:  # the box is the picture: its rim is the background
        labels[:2] = labels[-2:] = labels[:, :2] = labels[:, -2:] = cv2.GC_BGD
    mask = whole_shapes(cut(small, labels, 5))
    if mask.sum() < 0.05 * (y1 - y0) * (x1 - x0):
        mask = np.zeros((height, width), bool)
        mask[y0:y1, x0:x1] = True
        return Instance(mask, 0.5)
    mask = without_disc(small, mask)
    return Instance(mask, _sureness(small, mask))


def of_points(
    small: Pixels, points: Marks, box: Mapping[str, Any] | None, *, many: bool
) -> list[Instance]:
    """The thing under the positive points and not under the negative ones.

    Each distance between positive points tries three sizes of thing (part, thing, whole); `many` chooses the one
    with the clearest border, otherwise the middle one is taken.
    """
    height, width = small.shape[:2]
    yes = [_place(one, width, height) for one in points if one.get("label") != "negative"]
    no = [_place(one, width, height) for one in points if one.get("label") == "negative"]
    if not yes:
        return []
    lab = to_lab(cv2.bilateralFilter(small, 5, 25, 5))
    sizes = (9.0, 17.0, 28.0) if many else (17.0,)
    found = [_grown(small, lab, yes, no, box, tolerance) for tolerance in sizes]
    best = max(range(len(found)), key=lambda index: found[index].score + 0.06 * index)
    return [found[best]]


def _grown(
    small: Pixels, lab: Array, yes: list[tuple[int, int]], no: list[tuple[int, int]], box: Mapping[str, Any] | None,
    tolerance: float,
) -> Instance:  # fmt: skip
    height, width = small.shape[:2]
    near = np.zeros((height, width), np.uint8)
    for place in yes:
        flooded = np.zeros((height + 2, width + 2), np.uint8)
        reach = (tolerance * 2.2, tolerance, tolerance)  # shading is no border
        flags = 4 | cv2.FLOODFILL_FIXED_RANGE | cv2.FLOODFILL_MASK_ONLY | (1 << 8)
        cv2.floodFill(lab.copy(), flooded, place, (0, 0, 0), reach, reach, flags)
        near |= flooded[1:-1, 1:-1]
    spread = cv2.dilate(near, disc(7))
    labels = np.where(spread > 0, cv2.GC_PR_BGD, cv2.GC_BGD).astype(np.uint8)
    labels[near > 0] = cv2.GC_PR_FGD
    if box is not None:
        x0, x1 = _span(box["x0"], box["x1"], width)
        y0, y1 = _span(box["y0"], box["y1"], height)
        outside = np.ones((height, width), bool)
        outside[y0:y1, x0:x1] = False
        labels[outside] = cv2.GC_BGD
        labels[y0:y1, x0:x1][labels[y0:y1, x0:x1] == cv2.GC_BGD] = cv2.GC_PR_BGD
    spot = max(round(min(height, width) * 0.012), 2)
    for place, mark in [*((one, cv2.GC_FGD) for one in yes), *((one, cv2.GC_BGD) for one in no)]:
        cv2.circle(labels, place, spot, mark, -1)
    mask = cut(small, labels, 4)
    count, pieces = cv2.connectedComponents(mask.astype(np.uint8), connectivity=4)
    wanted = {int(pieces[y, x]) for x, y in yes} - {0}
    mask = np.isin(pieces, list(wanted)) if wanted and count > 1 else mask
    mask = whole_shapes(mask, 0.2)
    return Instance(mask, _sureness(small, mask))


def _sureness(small: Pixels, mask: Pixels) -> float:
    """How clear the border of a mask is: how unlike the picture is on its two sides, 0 … 1."""
    filled = mask.astype(np.uint8)
    kernel = np.ones((7, 7), np.uint8)
    inner, outer = mask & (cv2.erode(filled, kernel) == 0), ~mask & (cv2.dilate(filled, kernel) > 0)
    if not inner.any() or not outer.any():
        return 0.5
    lab = to_lab(small)
    inside, outside = (_mean_near(lab, part) for part in (inner, outer))
    apart = np.linalg.norm(inside - outside, axis=-1)[outer]
    return float(np.clip(0.5 + np.median(apart) / 50, 0, 0.99))


def _mean_near(lab: Array, part: Pixels) -> Array:
    weight = cv2.blur(part.astype(np.float32), (9, 9)) + 1e-4
    return np.asarray(cv2.blur(lab * part[..., None], (9, 9)) / weight[..., None])


def _span(first: float, last: float, size: int) -> tuple[int, int]:
    low = int(np.clip(np.floor(first * size), 0, size - 2))
    return low, int(np.clip(np.ceil(last * size), low + 2, size))


def _place(point: Mapping[str, Any], width: int, height: int) -> tuple[int, int]:
    return min(int(point["x"] * width), width - 1), min(int(point["y"] * height), height - 1)
