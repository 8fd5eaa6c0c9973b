"""Taking a picture's subject out of it."""

from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from studio.renderers.api import RenderError
from studio.renderers.codecs.inputs import load_cut_out
from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.films.changed.infill import filled_behind
from studio.renderers.regions.saliency import find_subject

_LARGEST_HOLE = 0.12
"""Of the subject's area; what is larger is an opening, whatever its colour."""
_ALIKE, _SEEN_THROUGH = 18.0, 0.08
"""A hole shows what is behind when so much of what is beside the subject has nearly its colour (Lab bytes)."""


@dataclass(frozen=True)
class CutOut:
    """A subject: its pixels with an alpha 0 … 1, and the picture behind it with the hole filled."""

    pixels: Pixels
    alpha: Array
    behind: Pixels

    def box(self) -> tuple[int, int, int, int]:
        """Left, top, right and bottom of the subject, in pixels."""
        return alpha_box(self.alpha)


def alpha_box(alpha: Array) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what is opaque; all of it when nothing is."""
    rows, columns = np.flatnonzero((alpha > 0.5).any(1)), np.flatnonzero((alpha > 0.5).any(0))
    if not len(rows):
        return 0, 0, alpha.shape[1], alpha.shape[0]
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


def cut_out(pixels: Pixels, alpha: Array | None = None) -> CutOut:
    """The subject of a picture; `alpha`, where the file has one, is taken at its word."""
    found = subject_alpha(pixels) if alpha is None else alpha
    return CutOut(pixels, found, filled_behind(pixels, found))


def own_alpha(path: Path) -> Array | None:
    """The alpha a file has, 0 … 1, where it really hides something."""
    _, opacity = load_cut_out(path)
    if opacity is None or float((opacity < 26).mean()) <= 0.02:
        return None
    return np.asarray(opacity.astype(np.float32) / 255)


def subject_alpha(pixels: Pixels) -> Array:
    """How much each pixel belongs to the subject, 0 … 1; where none stands out, what is near in the middle."""
    try:
        return without_holes(find_subject(pixels), pixels)
    except RenderError:
        rows, columns = pixels.shape[:2]
        y, x = np.mgrid[0:rows, 0:columns]
        apart = ((x / columns - 0.5) / 0.3) ** 2 + ((y / rows - 0.6) / 0.42) ** 2
        return np.asarray(np.clip((1.15 - apart) / 0.3, 0, 1), np.float32)


def without_holes(alpha: Array, pixels: Pixels) -> Array:
    """An alpha without the holes that show nothing of what is behind: a highlight, an eye, a white button.

    A hole between an arm and its body has the colours of what is beside the subject, and stays.
    """
    solid = (alpha > 0.5).astype(np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(1 - solid, connectivity=4)
    edge = np.unique(np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]]))
    inner = np.setdiff1d(np.arange(count), edge)
    inner = inner[stats[inner, cv2.CC_STAT_AREA] < _LARGEST_HOLE * solid.sum()]
    if not len(inner):
        return alpha
    lab = cv2.cvtColor(pixels, cv2.COLOR_RGB2LAB).astype(np.float32)
    around = cv2.dilate(solid, np.ones((3, 3), np.uint8), iterations=max(min(alpha.shape) // 40, 2))
    outside = lab[(around > 0) & np.isin(labels, edge) & (solid == 0)][::7]
    shut = np.zeros(count, bool)
    for hole in inner:
        left, top, width, height = stats[hole, : cv2.CC_STAT_AREA]
        box = slice(top, top + height), slice(left, left + width)
        colour = np.median(lab[box][labels[box] == hole], axis=0)
        near = np.linalg.norm(outside - colour, axis=1) < _ALIKE
        shut[hole] = near.mean() < _SEEN_THROUGH if len(near) else True
    grown = cv2.dilate(shut[labels].astype(np.uint8), np.ones((7, 7), np.uint8)) > 0
    return np.where(grown, 1, alpha).astype(np.float32) if shut.any() else alpha
