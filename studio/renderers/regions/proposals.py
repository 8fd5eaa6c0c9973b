"""Shapes in a picture that could be a thing: what thresholds of colour cut out, and what stands up from the land."""

from collections.abc import Iterator

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.regions.colours import steepness, to_lab
from studio.renderers.regions.matte import whole_shapes
from studio.renderers.regions.pieces import measured
from studio.renderers.regions.rarity import opened
from studio.renderers.regions.rounds import disc

_LEVELS = (9, 5, 5, 6)
"""How many thresholds, even and by share, are tried on L, a, b, and L beside the rest of its row."""
_EDGES = (8.0, 5.5, 4.0, 2.8, 1.9, 1.2)
"""Steps of colour (Lab, shadows opened) that count as edges."""
_USUAL = 0.2
"""What is no more unusual than this is the ground's."""
_SPAN = 0.45
"""What is wider than this share of the picture, at one height and in one colour, is land and no thing."""
_LEAST, _MOST = 0.004, 0.6
_MANY = 70
_DOUBT = 0.5
"""How unusual a shape must be on the average to be one."""


def proposals(small: Pixels, unusual: Array) -> list[Pixels]:
    """Connected shapes as bool masks, those that gather most of what is `unusual` first, at most 70."""
    kept: dict[tuple[int, int, int], tuple[float, Pixels]] = {}
    rare = unusual.ravel().astype(np.float64)
    for side in _sides(small, unusual):
        for key, worth, shape in _pieces(side, rare):
            if worth > kept.get(key, (0.0, shape))[0]:
                kept[key] = worth, shape
    best = sorted(kept.values(), key=lambda one: -one[0])[:_MANY]
    return [whole_shapes(shape) for _, shape in best]


def _sides(small: Pixels, unusual: Array) -> Iterator[Pixels]:
    """Both sides of thresholds as uint8 masks, whole and without the land in them."""
    lab = cv2.cvtColor(cv2.GaussianBlur(small, (0, 0), 0.8), cv2.COLOR_RGB2LAB)
    beside = lab[..., 0].astype(np.float32) - np.median(lab[..., 0], axis=1, keepdims=True)
    layers = (*cv2.split(lab), cv2.blur(beside, (3, 3)))
    for layer, levels in zip(layers, _LEVELS, strict=True):
        low, high = np.percentile(layer, (1, 99))
        if high - low < 6:
            continue
        evenly = np.linspace(low, high, levels + 2)[1:-1]
        by_share = np.percentile(layer, np.linspace(3, 97, levels))
        for level in np.unique(np.concatenate([evenly, by_share]).round()):
            above = (layer > level).astype(np.uint8)
            for side in (above, 1 - above):
                yield side
                stretch = land(side)
                if stretch.any():
                    yield side & (1 - stretch)
    yield from _outlined(small, unusual)
    calm = cv2.GaussianBlur(unusual, (0, 0), 2.2)  # flakes and leaves join no things
    for share in (0.6, 0.72, 0.84):
        rare = (calm > share).astype(np.uint8)
        yield filled(rare & (1 - land(rare)))
    thick = disc(3)
    for share in (0.35, 0.5, 0.65, 0.8, 0.92):
        rare = (unusual > share).astype(np.uint8)
        yield rare
        yield filled(rare)
        yield cv2.morphologyEx(rare, cv2.MORPH_OPEN, thick)  # no thin edge of a hill hangs on to it


def _outlined(small: Pixels, unusual: Array) -> Iterator[Pixels]:
    """Where no even stretch runs on sideways, whatever the colours, as uint8 masks without thin lines.

    A gap in a thing shows what is usual there, and is none of it.
    """
    lab = cv2.GaussianBlur(to_lab(opened(small)), (0, 0), 0.9)
    steps = steepness(lab)
    thick = disc(4)
    gaps = cv2.morphologyEx((unusual < _USUAL).astype(np.uint8), cv2.MORPH_OPEN, thick) > 0
    for level in _EDGES:
        inside = 1 - land((steps < level).astype(np.uint8))
        solid = cv2.erode(
            cv2.morphologyEx(inside, cv2.MORPH_OPEN, thick), np.ones((3, 3), np.uint8)
        )
        yield ((solid > 0) & ~gaps).astype(np.uint8)


def filled(side: Pixels) -> Pixels:
    """A mask with everything it surrounds; the picture's lower border surrounds too."""
    open_ = cv2.copyMakeBorder(1 - side, 1, 0, 1, 1, cv2.BORDER_CONSTANT, value=1)
    _, labels = cv2.connectedComponents(open_, connectivity=4)
    return np.asarray(labels[1:, 1:-1] != labels[0, 0]).astype(np.uint8)


def land(side: Pixels, span: float = _SPAN) -> Pixels:
    """The part of a mask that runs on sideways, beyond the picture's border too, for `span` of its width."""
    width = side.shape[1]
    wide = cv2.copyMakeBorder(side, 0, 0, width, width, cv2.BORDER_REPLICATE)
    line = np.ones((1, max(round(width * span), 3)), np.uint8)
    return np.asarray(cv2.morphologyEx(wide, cv2.MORPH_OPEN, line)[:, width:-width])


def _pieces(side: Pixels, rare: Array) -> Iterator[tuple[tuple[int, int, int], float, Pixels]]:
    """The connected pieces of usable size which do not go from side to side, each with what it is worth.

    Pieces of the same key are nearly the same: as large, as high up, as unusual. `rare` is how unusual each pixel is,
    row after row.
    """
    opened = cv2.morphologyEx(side, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))
    count, labels, stats = measured(opened, connectivity=8)
    area, width = stats[:, cv2.CC_STAT_AREA], stats[:, cv2.CC_STAT_WIDTH]
    fit = (area > _LEAST * side.size) & (area < _MOST * side.size) & (width < side.shape[1])
    if not fit[1:].any():
        return
    gathered = np.bincount(labels.ravel(), rare, count)
    worth = gathered - _DOUBT * area
    for label in range(1, count):
        if fit[label] and worth[label] > 0:
            size, top = int(area[label]), int(stats[label, cv2.CC_STAT_TOP])
            key = round(np.log(size) * 16), top // 4, round(gathered[label] / size * 12)
            yield key, float(worth[label]), labels == label
