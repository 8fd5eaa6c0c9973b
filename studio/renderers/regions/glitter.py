"""What water shows of what is above it: the path of light below a sun or moon, and mirrored things."""

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels

_LIGHTER = 6.0
"""So much lighter, in percent of white, than the rest of its row is what glitters."""
_SPREAD = 0.75
"""How far the path goes aside for each step it comes nearer."""
_BANDED, _BRIGHT = 2.0, 15.0
"""How many times as much light changes downwards as across, and how much lighter than its row, slivers of light are."""
_ASHORE = 0.1
"""So little of glitter may seem to lie above the water, where a bright shape on the shore touches it."""
_SEEN, _AS_RARE, _ALIKE = 0.7, 0.9, 40.0
"""How much of what is mirrored must be in the picture, and how nearly as rare; how far its colour may be off, in Lab
bytes: water takes light."""
_NOISE = 1.6
"""So much light changes from pixel to pixel, in percent of white, where nothing is to be seen."""


def is_glitter(small: Pixels, shape: Pixels, edge: int | None) -> bool:
    """Whether a shape is bright slivers on water that begins at row `edge`: what is left of a light out of sight."""
    if edge is None:
        return False
    over = max(edge - 3, 0)
    if not shape[over:].any() or shape[:over].sum() > _ASHORE * shape.sum():
        return False
    shape = shape & (np.arange(len(shape))[:, None] >= over)
    light = cv2.cvtColor(small, cv2.COLOR_RGB2LAB)[..., 0].astype(np.float32) / 2.55
    brighter = (light - np.median(light, axis=1, keepdims=True))[shape].mean()
    across, down = (
        float(np.abs(cv2.Sobel(light, cv2.CV_32F, *way, ksize=3))[shape].mean())
        for way in ((1, 0), (0, 1))
    )
    return bool(brighter > _BRIGHT and down > _BANDED * (across + _NOISE))


def is_mirrored(small: Pixels, shape: Pixels, rare: Array, edge: int | None) -> bool:
    """Whether a shape lies on water that begins at row `edge` and a thing is above it where it would be a mirror image:
    as `rare` (0 … 1) and of nearly its colour."""
    if edge is None or shape[:edge].sum() > _ASHORE * shape.sum():
        return False
    below = np.argwhere(shape[edge:])
    rows, columns = edge - 1 - below[:, 0], below[:, 1]
    seen = rows >= 0
    if seen.mean() < _SEEN:
        return False
    above = rows[seen], columns[seen]
    lab = cv2.cvtColor(small, cv2.COLOR_RGB2LAB).astype(np.float32)
    apart = np.abs(lab[above].mean(0) - lab[shape].mean(0)).max()
    return bool(rare[above].mean() > _AS_RARE * rare[shape].mean() and apart < _ALIKE)


def glitter(small: Pixels, above: Pixels, lit: Pixels, edge: int | None) -> Pixels:
    """Where water that begins at row `edge` glitters below the lights of a picture with this sky (`above`).

    What rises out of the water, as a sail, does not; where there is no water nothing does.
    """
    none = np.zeros(lit.shape, bool)
    if edge is None or not lit[:edge].any():
        return none
    light = cv2.cvtColor(small, cv2.COLOR_RGB2LAB)[..., 0].astype(np.float32) / 2.55
    usual = np.median(light, axis=1, keepdims=True)
    bright = light > usual + _LIGHTER
    columns = np.flatnonzero(lit[:edge].any(0))
    middle, reach = (columns[0] + columns[-1]) / 2, (columns[-1] - columns[0]) / 2 + 2
    down = np.arange(len(lit))[:, None] - edge
    path = np.abs(np.arange(lit.shape[1])[None, :] - middle) < reach + _SPREAD * down
    bright[:edge] = False
    count, pieces = cv2.connectedComponents((bright & path).astype(np.uint8), connectivity=8)
    over = max(edge - 5, 0)
    rises = ~above[over] & ~lit[over] & (light[over] > usual[edge] + _LIGHTER)
    first = pieces[min(edge + 1, len(lit) - 1)]
    topped = np.bincount(first[rises], minlength=count) > 0.5 * np.bincount(first, minlength=count)
    topped &= np.isin(np.arange(count), first)
    glittering = ((pieces > 0) & ~topped[pieces]).astype(np.uint8)
    return np.asarray((cv2.dilate(glittering, np.ones((3, 3), np.uint8)) > 0) & (down >= 0))
