"""How far an outline blown up stands out, and how thick the thing may be that has it."""

import cv2
import numpy as np
import scipy

from studio.renderers.drawing.canvas import Array, Pixels

_SOLVED_AT = 160
_SHARP = 3
"""How nearly a point stands out as far as the narrower of its two chords alone lets it; 1 is as far as both do."""
_SUPPLE = 0.45
"""Over so many radii of the largest disc in the outline it passes from one thickness to another."""
_BULGING, _ROUND = 0.965, 0.955
"""A shape that fills so much of its hull without being round by so much is a plate's: a sign, a book, a front."""
_PLATE = 0.5


def cushion(inside: Pixels) -> Array:
    """How far each point stands out on either side of an outline (with an empty border of two pixels), in heights.

    Each part is as thick as it is narrow, upright or across: a neck as a neck, a belly as a belly.
    """
    height, width = inside.shape
    scale = _SOLVED_AT / max(height, width)
    size = (max(round(width * scale), 6), max(round(height * scale), 6))
    small = cv2.resize(inside.astype(np.float32), size, interpolation=cv2.INTER_AREA) > 0.5
    small[0] = small[-1] = small[:, 0] = small[:, -1] = False
    if not small.any():
        return np.zeros(inside.shape, np.float32)
    chords = [np.maximum(one, 1e-6) for one in (_chords(small), _chords(small.T).T)]
    aim = ((chords[0] ** -_SHARP + chords[1] ** -_SHARP) / 2) ** (-1 / _SHARP)
    bulge = np.zeros(small.shape, np.float32)
    bulge[small] = np.sqrt(np.maximum(_solved(small, aim), 0))
    bulge *= (_PLATE if _is_plate(inside) else 1) * height / size[1] / (height - 4)
    return np.asarray(cv2.resize(bulge, (width, height), interpolation=cv2.INTER_CUBIC).clip(0))


def _is_plate(inside: Pixels) -> bool:
    outlines, _ = cv2.findContours(
        inside.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE
    )
    outline = max(outlines, key=cv2.contourArea)
    area, hull = cv2.contourArea(outline), cv2.contourArea(cv2.convexHull(outline))
    if area < max(_BULGING * hull, 1):
        return False
    shape = np.zeros(inside.shape, np.uint8)
    cv2.drawContours(shape, [outline], 0, 1, -1)
    round_ = _ellipse_like(shape)
    return bool((shape & round_).sum() < _ROUND * (shape | round_).sum())


def _ellipse_like(shape: Pixels) -> Pixels:
    """The ellipse with a shape's middle and spread."""
    ys, xs = np.nonzero(shape)
    middle = np.array([xs.mean(), ys.mean()])
    inverse = np.linalg.inv(np.cov(np.stack([xs, ys])) + np.eye(2) * 1e-6)
    x, y = np.meshgrid(np.arange(shape.shape[1]) - middle[0], np.arange(shape.shape[0]) - middle[1])
    away = inverse[0, 0] * x * x + 2 * inverse[0, 1] * x * y + inverse[1, 1] * y * y
    return np.asarray(away <= 4, np.uint8)


def _chords(inside: Pixels) -> Array:
    """For each point of an outline the product of the parts of its upright chord: a ball's distance out, squared."""
    before, after = np.zeros(inside.shape), np.zeros(inside.shape)
    for way, parts in ((1, before), (-1, after)):
        total = np.zeros(inside.shape[1])
        for row in range(len(inside))[::way]:
            total = np.where(inside[row], total + 1, 0)
            parts[row] = total
    return np.where(inside, (before - 0.5) * (after - 0.5), 0)


def _solved(inside: Pixels, aim: Array) -> Array:
    """At the points of an outline: what comes nearest to `aim`, is bent as a ball is, and is nothing outside."""
    number = np.full(inside.shape, -1)
    places = np.flatnonzero(inside)
    count = len(places)
    number.flat[places] = np.arange(count)
    radius = float(cv2.distanceTransform(inside.astype(np.uint8), cv2.DIST_L2, 5).max())
    pull = 1 / max(_SUPPLE * radius, 0.5) ** 2
    rows, columns, values = [np.arange(count)], [np.arange(count)], [np.full(count, 4.0 + pull)]
    for offset in (-1, 1, -inside.shape[1], inside.shape[1]):
        other = number.flat[places + offset]
        near = np.flatnonzero(other >= 0)
        rows.append(near)
        columns.append(other[near])
        values.append(np.full(len(near), -1.0))
    matrix = scipy.sparse.csc_matrix(
        (np.concatenate(values), (np.concatenate(rows), np.concatenate(columns)))
    )
    return np.asarray(scipy.sparse.linalg.spsolve(matrix, 4 + pull * aim[inside]))
