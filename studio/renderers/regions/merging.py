"""Shapes grown together from small cells, the likest neighbours first: for pictures in which no threshold cuts
anything out, because everything there has the same few colours in small pieces."""

import heapq
from collections.abc import Iterator
from dataclasses import dataclass, field

import cv2
import numpy as np
import scipy

from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.regions.colours import steepness, to_lab
from studio.renderers.regions.rarity import opened

_CELL = 12
"""How far the cells' middles are apart, in pixels."""
_CRUMBS = 5
"""What is smaller than this, in pixels, as a lit window, is no cell of its own."""
_SLOW = 0.25
"""How much the size of a shape keeps it from growing further across an edge."""


@dataclass
class Shapes:
    """Every shape that grew: the first `cells` are the cells, `parts` of the others are what they are of.

    `size` in pixels; `border` its length, in sides of pixels within the picture, and the sum of the steps along it.
    """

    labels: Pixels
    cells: int
    size: list[float]
    border: list[tuple[float, float]]
    parts: list[tuple[int, int]] = field(default_factory=list)

    def sums(self, values: Array) -> Array:
        """For every shape the sum of a layer's values in it, or of layers (height, width, count)."""
        layers = values.reshape(self.labels.size, -1)
        places = self.labels.ravel()
        each = [np.bincount(places, layer, self.cells) for layer in layers.T]
        total = np.concatenate([np.stack(each, -1), np.zeros((len(self.parts), len(each)))])
        for index, (one, other) in enumerate(self.parts, self.cells):
            total[index] = total[one] + total[other]
        return np.asarray(total)

    def mask(self, shape: int) -> Pixels:
        """Where a shape is."""
        own = np.zeros(self.cells, bool)
        waiting = [shape]
        while waiting:
            one = waiting.pop()
            if one < self.cells:
                own[one] = True
            else:
                waiting += self.parts[one - self.cells]
        return np.asarray(own[self.labels])


def grown_together(small: Pixels) -> Iterator[Shapes]:
    """The shapes of a small picture twice: those of one colour first, and those with no edge between them first."""
    lab = cv2.GaussianBlur(to_lab(opened(cv2.medianBlur(small, _CRUMBS))), (0, 0), 0.7)
    steps = steepness(lab)
    labels, cells = _cells(steps)
    borders = _borders(labels, steps, cells)
    for by_colour in (True, False):
        yield _Growth(labels, cells, lab, borders, by_colour=by_colour).shapes()


def _cells(steps: Array) -> tuple[Pixels, int]:
    """A watershed from the calmest place of every square."""
    height, width = steps.shape
    marks, count = np.zeros((height, width), np.int32), 0
    for top in range(0, height, _CELL):
        for left in range(0, width, _CELL):
            square = steps[top : top + _CELL, left : left + _CELL]
            row, column = np.unravel_index(int(square.argmin()), square.shape)
            count += 1
            marks[top + row, left + column] = count
    flood = np.clip(steps * 8, 0, 255).astype(np.uint8)
    return np.asarray(scipy.ndimage.watershed_ift(flood, marks, np.ones((3, 3)))) - 1, count


Borders = list[dict[int, tuple[float, float]]]


def _borders(labels: Pixels, steps: Array, cells: int) -> Borders:
    """For every cell its neighbours, each with the length of their border and the sum of the steps along it."""
    found: Borders = [{} for _ in range(cells)]
    sides = (
        (labels[:, :-1], labels[:, 1:], np.maximum(steps[:, :-1], steps[:, 1:])),
        (labels[:-1], labels[1:], np.maximum(steps[:-1], steps[1:])),
    )
    pairs, heights = [], []
    for one, other, step in sides:
        apart = one != other
        low, high = np.minimum(one[apart], other[apart]), np.maximum(one[apart], other[apart])
        pairs.append(low.astype(np.int64) * cells + high)
        heights.append(step[apart])
    known, which = np.unique(np.concatenate(pairs), return_inverse=True)
    length, total = np.bincount(which), np.bincount(which, np.concatenate(heights))
    for pair, long, sum_ in zip(known.tolist(), length.tolist(), total.tolist(), strict=True):
        one, other = divmod(pair, cells)
        found[one][other] = found[other][one] = long, sum_
    return found


def _all(near: dict[int, tuple[float, float]]) -> tuple[float, float]:
    """The borders to all neighbours together."""
    return sum(long for long, _ in near.values()), sum(total for _, total in near.values())


class _Growth:
    """Cells that are joined, two neighbours at a time, until all are one."""

    def __init__(
        self, labels: Pixels, cells: int, lab: Array, borders: Borders, *, by_colour: bool
    ) -> None:
        size = np.maximum(np.bincount(labels.ravel(), minlength=cells), 1)
        tones = [
            np.bincount(labels.ravel(), layer.ravel(), cells) / size for layer in cv2.split(lab)
        ]
        self._made = Shapes(
            labels, cells, size.astype(float).tolist(), [_all(one) for one in borders]
        )
        self._tone: list[tuple[float, ...]] = list(
            zip(*(one.tolist() for one in tones), strict=True)
        )
        self._near = [dict(one) for one in borders]
        self._by_colour = by_colour

    def shapes(self) -> Shapes:
        gone: set[int] = set()
        waiting = [
            (self._cost(one, other), one, other)
            for one, near in enumerate(self._near)
            for other in near
            if one < other
        ]
        heapq.heapify(waiting)
        while waiting:
            _, one, other = heapq.heappop(waiting)
            if one in gone or other in gone:
                continue
            gone |= {one, other}
            new = self._joined(one, other)
            for near in self._near[new]:
                heapq.heappush(waiting, (self._cost(new, near), new, near))
        return self._made

    def _cost(self, one: int, other: int) -> float:
        """What keeps two neighbours from being one: the step between them, or how much their colours would mix."""
        size = self._made.size
        if not self._by_colour:
            long, total = self._near[one][other]
            return float(total / long * min(size[one], size[other]) ** _SLOW)
        apart = sum((a - b) ** 2 for a, b in zip(self._tone[one], self._tone[other], strict=True))
        return float(apart * size[one] * size[other] / (size[one] + size[other]))

    def _joined(self, one: int, other: int) -> int:
        made, new = self._made, len(self._made.size)
        first, second = made.size[one], made.size[other]
        made.size.append(first + second)
        made.parts.append((one, other))
        self._tone.append(
            tuple(
                (a * first + b * second) / (first + second)
                for a, b in zip(self._tone[one], self._tone[other], strict=True)
            )
        )
        joined: dict[int, tuple[float, float]] = {}
        for part in (one, other):
            for near, (long, total) in self._near[part].items():
                if near not in (one, other):
                    before = joined.get(near, (0.0, 0.0))
                    joined[near] = before[0] + long, before[1] + total
                    self._near[near].pop(part)
        self._near.append(joined)
        made.border.append(_all(joined))
        for near, border in joined.items():
            self._near[near][new] = border
        return new
