"""Where things stand in a picture: an upright backdrop, flat ground before it, and flat things of one piece on that.

What lies between gives way where it is plainest.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from scipy import sparse
from scipy.sparse.linalg import spsolve

from studio.renderers.api import RenderError
from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.pictures.uprights import lowest_upright, upright_share
from studio.renderers.regions import land
from studio.renderers.regions.discs import shining
from studio.renderers.regions.glitter import glitter
from studio.renderers.regions.matte import shrunk
from studio.renderers.regions.places import is_place, is_wide
from studio.renderers.regions.rarity import unusual
from studio.renderers.regions.saliency import find_subject

_WORKED_AT = 288
_DEEP = 0.5
"""From a fold so far above the lower border, as a share of the height, the ground comes as near as 1."""
_FLOOR = 0.2
"""Where no horizon is seen the ground begins so far above the feet of the largest thing."""
_AFLOAT = 0.35
"""How near what stands on no ground is: in the air, on the water, or cut off by the picture's border."""
_LOWEST = 0.92
"""A fold further down than this leaves no ground worth speaking of."""
_SKYLINE, _ALL_UPRIGHT = 0.33, 0.45
"""Beside what stands out, and in all: where so much of a picture is upright things none of them is its subject."""
_LEAST, _MOST = 0.004, 0.65
"""Shares of the picture of which a thing is at least, and things are together at most."""
_CRUMB = 0.04
"""Less than this share of the largest thing is none of its own."""
_CUT_OFF = 0.97
"""What reaches so far down is cut off by the border, and its foot is not seen."""
_ASHORE, _GLITTER, _NARROW = 0.02, 0.002, 0.35
"""What stands so much further down than the shore is in the water; how much of a picture a path of light fills, and
over how much of its width most of it lies."""
_TIED = 0.4
"""The nearness of points is settled on a picture of this share of the small one's size."""
_LOOSE, _FAST, _FIRM = 0.02, 50.0, 60.0
"""How much points keep to their places, those of things, and how much firmer what is odd holds together."""
_NEXT = np.ones((3, 3), np.uint8)
_HORIZON = 90
"""The sky ends where it does in so many columns of a hundred; mountains stand higher."""


@dataclass(frozen=True)
class Thing:
    """One piece: how much each pixel belongs to it, 0 … 1, and how near it is, 0 (the backdrop) … 1."""

    alpha: Array
    near: float

    def box(self) -> Array:
        """Its first and its last column and row, in pixels: [[x, y], [x, y]]."""
        solid = self.alpha > 0.5
        rows, columns = np.flatnonzero(solid.any(1)), np.flatnonzero(solid.any(0))
        return np.array([[columns[0], rows[0]], [columns[-1], rows[-1]]], float)


@dataclass(frozen=True)
class Scenery:
    """How near each point of the small picture is, 0 … 1 and the same all over each thing, and the largest thing."""

    near: Array
    main: Thing | None


@dataclass(frozen=True)
class _Land:
    """A small picture, its sky, and the row where water begins that mirrors what is above it; None where none does."""

    small: Pixels
    sky: Pixels
    water: int | None


def scenery(pixels: Pixels) -> Scenery:
    """What a picture shows, nearest to farthest."""
    small = shrunk(pixels, _WORKED_AT)
    around = _land(small)
    masks = _pieces(pixels)
    fold = _fold(around, masks)
    things = [_thing(one, fold, around) for one in masks]
    return Scenery(_settled(around, fold, things), things[0] if things else None)


def _settled(around: _Land, fold: float, things: list[Thing]) -> Array:
    """The nearness of each point: of ground and backdrop with each thing of one piece, and what is odd between them
    as much as can be.

    Points are thought of as tied to their neighbours, firmly where a picture is not plain, and to where they are.
    """
    size = max(round(around.sky.shape[1] * _TIED), 8), max(round(around.sky.shape[0] * _TIED), 8)
    rows = (np.arange(size[1], dtype=np.float32) + 0.5) / size[1]
    aim = np.repeat((np.maximum(rows - fold, 0) / _DEEP)[:, None], size[0], 1).astype(np.float32)
    odd = np.clip(unusual(around.small) * 1.4 - 0.4, 0, 1)
    for disc in shining(around.small, around.sky):
        odd = np.maximum(odd, disc)
    firm = cv2.dilate(cv2.resize(odd.astype(np.float32), size, interpolation=cv2.INTER_AREA), _NEXT)
    pull = np.full(aim.shape, _LOOSE, np.float32) * (1 - 0.9 * firm)
    for thing in things:
        inside = cv2.resize(thing.alpha, size, interpolation=cv2.INTER_AREA) > 0.1
        inside = cv2.dilate(inside.astype(np.uint8), _NEXT) > 0
        aim[inside], pull[inside], firm[inside] = thing.near, _FAST, 1
    return _relaxed(aim, pull, 1 + _FIRM * firm)


def _relaxed(aim: Array, pull: Array, firm: Array) -> Array:
    """The layer nearest to `aim` by `pull` whose neighbours differ least by `firm`."""
    height, width = aim.shape
    number = np.arange(aim.size).reshape(aim.shape)
    pairs, ties = [], []
    for one, other in (
        (np.s_[:, :-1], np.s_[:, 1:]),
        (np.s_[:-1], np.s_[1:]),
    ):
        pairs.append(np.stack([number[one].ravel(), number[other].ravel()]))
        ties.append(np.minimum(firm[one], firm[other]).ravel())
    (first, second), tie = np.concatenate(pairs, 1), np.concatenate(ties)
    total = pull.ravel() + np.bincount(first, tie, aim.size) + np.bincount(second, tie, aim.size)
    system = sparse.csc_matrix(
        (
            np.concatenate([-tie, -tie, total]),
            (
                np.concatenate([first, second, number.ravel()]),
                np.concatenate([second, first, number.ravel()]),
            ),
        )
    )
    solved = spsolve(system, (pull * aim).ravel().astype(np.float64))
    return np.asarray(solved.reshape(height, width), np.float32)


def _land(small: Pixels) -> _Land:
    edge = land.shore(small)
    wet = edge is not None and (land.mirrors(small) or _lies_on(glitter(small, edge)))
    return _Land(small, land.sky(small), edge if wet else None)


def _lies_on(path: Pixels) -> bool:
    """Whether there is a path of light on water, not glints all over."""
    columns = np.nonzero(path)[1]
    if len(columns) < _GLITTER * path.size:
        return False
    first, last = np.percentile(columns, (15, 85))
    return bool(last - first < _NARROW * path.shape[1])


def _pieces(pixels: Pixels) -> list[Array]:
    """The things that stand out, each for itself, the largest first; none in a picture that is all place."""
    if upright_share(pixels, np.zeros(pixels.shape[:2], np.float32)) > _ALL_UPRIGHT:
        return []
    try:
        subject = find_subject(pixels)
    except RenderError:
        return []
    seen = (shrunk(pixels, 1000), shrunk(subject, 1000))
    if not _LEAST < float(subject.mean()) < _MOST or is_place(*seen) or is_wide(seen[1]):
        return []
    if upright_share(seen[0], seen[1]) > _SKYLINE:
        return []
    room = max(round(min(subject.shape) * 0.01), 1)
    joined = cv2.dilate((subject > 0.5).astype(np.uint8), np.ones((2 * room + 1,) * 2, np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(joined)
    areas = stats[1:, cv2.CC_STAT_AREA]
    kept = [label for label in range(1, count) if areas[label - 1] > _CRUMB * areas.max()]
    kept.sort(key=lambda label: -int(areas[label - 1]))
    return [np.where(labels == label, subject, np.float32(0)) for label in kept]


def _fold(around: _Land, masks: list[Array]) -> float:
    """The row, as a share of the height, where the ground begins; 1 where there is none."""
    if around.water is not None:
        return 1.0  # what is mirrored must stay below what it mirrors
    height, width = around.sky.shape
    covered = np.zeros((height, width), bool)
    for one in masks:
        covered |= cv2.resize(one, (width, height), interpolation=cv2.INTER_AREA) > 0.1
    above = around.sky & ~covered
    seen = np.flatnonzero(above.any(0))
    if len(seen) > 0.2 * width:
        row = float(np.percentile(height - above[::-1, seen].argmax(0), _HORIZON))
    elif masks and _foot(masks[0]) < _CUT_OFF:
        row = (_foot(masks[0]) - _FLOOR) * height
    else:
        return 1.0
    row = max(row, lowest_upright(around.small, covered))
    return row / height if row < _LOWEST * height else 1.0


def _foot(mask: Array) -> float:
    """The lowest row of a thing as a share of the height."""
    rows = np.flatnonzero((mask > 0.5).any(1))
    return float(rows[-1] + 1) / len(mask) if len(rows) else 0.0


def _thing(mask: Array, fold: float, around: _Land) -> Thing:
    """A piece as near as the ground at its foot; on the far shore it is of the backdrop."""
    foot, height = _foot(mask), len(around.sky)
    if around.water is not None:
        afloat = foot * height > around.water + _ASHORE * height
        return Thing(mask, _AFLOAT if afloat else 0)
    shape = cv2.resize(mask, around.sky.shape[::-1], interpolation=cv2.INTER_AREA) > 0.5
    if fold >= 1 or land.hangs(shape, around.sky, 6):
        return Thing(mask, _AFLOAT)
    return Thing(mask, max(foot - fold, 0) / _DEEP)
