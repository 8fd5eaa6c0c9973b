"""The large things of a landscape: sky, water, green, snow, ground and what stands between."""

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.regions.colours import hue_of, to_lab
from studio.renderers.regions.matte import cut, whole_shapes
from studio.renderers.regions.memory import remembered
from studio.renderers.regions.pieces import among, measured
from studio.renderers.regions.rounds import disc
from studio.renderers.regions.upright import without_stripes

_BELOW, _OVER = 0.1, 0.6
"""A sky that is so far, as a share of the height, and so wide below a straight line, goes on as water."""


@remembered
def sky(small: Pixels) -> Pixels:
    """The sky of a small picture: what is reached from the top without crossing an edge; nothing where there is none.

    How strong an edge must be is tried out: the best is where colours change most across the border, while what is
    within is smooth and ends above the lower border.
    """
    height, width = small.shape[:2]
    lab = to_lab(cv2.GaussianBlur(small, (0, 0), max(min(height, width) / 200, 0.7)))
    fine = np.abs(lab - cv2.GaussianBlur(lab, (0, 0), 2.2)).max(-1)
    mirror = _mirror_row(lab)
    limit = round(height * 0.85) if mirror is None else mirror
    best, found = 1.2, None
    reached: Pixels | None = None
    hung = np.zeros((height, width), bool)
    for level in np.geomspace(0.7, 16, 24):
        before, (reached, filled) = reached, _from_top(fine < level, limit)
        if before is not None and np.array_equal(before, reached):
            continue
        score = _sky_score(lab, fine, reached)
        if score > best:
            best, found, hung = score, reached, filled
    if found is None:
        return np.zeros((height, width), bool)
    core = cv2.erode(found.astype(np.uint8), np.ones((5, 5), np.uint8), borderValue=1)
    outer = cv2.dilate(found.astype(np.uint8), disc(50))
    labels = np.where(found, cv2.GC_PR_FGD, cv2.GC_PR_BGD).astype(np.uint8)
    labels[core > 0], labels[outer == 0] = cv2.GC_FGD, cv2.GC_BGD
    labels[limit:] = cv2.GC_BGD
    above = _touching_top(cut(small, labels, 3))
    edge = _horizon(to_lab(small))
    if edge is not None and above[min(round(edge + _BELOW * height), height - 1)].mean() > _OVER:
        above[edge:] = False  # what goes on below the sea's horizon is the sea
    return without_stripes(small, above, hung)


def _from_top(calm: Pixels, limit: int) -> tuple[Pixels, Pixels]:
    """What hangs together with the top border above row `limit`, thin leaks closed, things in the sky filled; and
    those."""
    opened = calm.astype(np.uint8)
    opened[limit:] = 0
    reached = _touching_top(cv2.erode(opened, np.ones((5, 5), np.uint8), borderValue=1) > 0)
    grown = cv2.dilate(reached.astype(np.uint8), np.ones((7, 7), np.uint8))
    count, labels, stats = measured(1 - grown)
    hung = (stats[:, cv2.CC_STAT_TOP] + stats[:, cv2.CC_STAT_HEIGHT]) < limit * 0.98
    small = stats[:, cv2.CC_STAT_AREA] < calm.size * 0.05
    fill = np.flatnonzero(hung & small)
    filled = among(labels, count, fill[fill > 0])
    return np.asarray((grown > 0) | filled), filled


def _touching_top(mask: Pixels) -> Pixels:
    count, pieces = cv2.connectedComponents(mask.astype(np.uint8), connectivity=4)
    top = np.bincount(pieces[0], minlength=count)
    top[0] = 0
    return among(pieces, count, np.flatnonzero(top > mask.shape[1] * 0.04))


def _sky_score(lab: Array, fine: Array, mask: Pixels) -> float:
    """How much like a sky a mask is; 0 where it cannot be one."""
    share = float(mask.mean())
    if not 0.05 < share < 0.9 or mask[0].mean() < 0.5:
        return 0.0
    filled = mask.astype(np.uint8)
    kernel = np.ones((9, 9), np.uint8)
    inner = mask & (cv2.erode(filled, kernel, borderValue=1) == 0)
    outer = ~mask & (cv2.dilate(filled, kernel) > 0)
    if not inner.any() or not outer.any():
        return 0.0
    weights = (15, 15)

    def level(part: Pixels) -> Array:
        amount = cv2.blur(part.astype(np.float32), weights) + 1e-4
        return np.asarray(cv2.blur(lab * part[..., None], weights) / amount[..., None])

    apart = float(np.median(np.linalg.norm(level(inner) - level(outer), axis=-1)[outer]))
    calm, busy = float(fine[mask].mean()) + 0.3, float(fine[~mask].mean()) + 0.3
    rim = float(inner.sum()) / (9 * lab.shape[1])
    return float(apart * min(busy / calm, 4) * min(share / 0.3, 1.2) ** 0.5 / max(rim, 0.5) ** 0.7)


def green(small: Pixels) -> Pixels:
    """Grass and leaves; where nothing is green, what stands between sky and foreground."""
    lab = to_lab(small)
    hue = hue_of(lab)
    found = (hue > 94) & (hue < 172) & (np.hypot(lab[..., 1], lab[..., 2]) > 5)
    return whole_shapes(found, 0.01) if found.mean() > 0.01 else heights(small)


def snow(small: Pixels) -> Pixels:
    """Bright and of little colour, below the sky."""
    lab = to_lab(small)
    below = ~sky(small)
    if not below.any():
        return below
    bright = lab[..., 0] > max(float(np.percentile(lab[..., 0][below], 80)), 45)
    colour = np.hypot(lab[..., 1], lab[..., 2])
    return np.asarray(bright & (colour < max(20.0, float(np.median(colour[below])))) & below)


def water(small: Pixels) -> Pixels:
    """Below the shore where the picture mirrors itself, else what is blue in its lower part."""
    height = small.shape[0]
    lab = to_lab(small)
    rows = np.arange(height)[:, None]
    edge = _shore(lab)
    if edge is not None:
        return np.asarray((rows >= edge) & np.ones(small.shape[1], bool))
    bluish = (lab[..., 2] < -5) & (lab[..., 1] < 14) & ~sky(small) & (rows > height * 0.3)
    if bluish.mean() > 0.03:
        return whole_shapes(bluish, 0.1)
    return np.asarray((rows > height * 0.7) & np.ones(small.shape[1], bool))


@remembered
def shore(small: Pixels) -> int | None:
    """The row where the water begins, as a mirror or by its straight line; None where none is seen."""
    return _shore(to_lab(small))


@remembered
def waterline(small: Pixels) -> int | None:
    """The row where water would begin: a mirror's, or where all colours change; `shore` is misled by glitter."""
    lab = to_lab(small)
    return _mirror_row(lab) or _horizon(lab)


@remembered
def mirrors(small: Pixels) -> bool:
    """Whether the lower part of a picture mirrors the upper one, as water does."""
    return _mirror_row(to_lab(small)) is not None


def _shore(lab: Array) -> int | None:
    return _mirror_row(lab) or _straight_row(lab)


def _mirror_row(lab: Array) -> int | None:
    """The row where the picture below repeats the one above upside down; None where it does not."""
    height = lab.shape[0]
    light = cv2.GaussianBlur(lab[..., 0], (0, 0), 1.5)
    rows = np.arange(round(height * 0.35), round(height * 0.76), 2)
    likeness = np.array([_mirrored(light, int(row)) for row in rows])
    peak = int(likeness.argmax())
    near = likeness[max(peak - 5, 0) : peak + 6]
    if likeness[peak] < 0.6 or likeness[peak] - near.min() < 0.08 or peak in (0, len(rows) - 1):
        return None
    row = int(rows[peak])
    return max(row - 1, row, row + 1, key=lambda one: _mirrored(light, one))


def _mirrored(light: Array, row: int) -> float:
    """How alike the parts above and below a row are, upside down; shading from top to bottom is no mirror.

    Half of four strips must agree: round a low sun the sky is its own mirror image, but not at the sides.
    """
    reach = min(row, len(light) - row, len(light) // 3)
    upper, lower = light[row - reach : row][::-1], light[row : row + reach]
    strips = zip(np.array_split(upper, 4, axis=1), np.array_split(lower, 4, axis=1), strict=True)
    return float(np.median([_likeness(one, other) for one, other in strips]))


def _likeness(one: Array, other: Array) -> float:
    """The correlation of what is beside the rows' own means, 0 where there is little."""
    one, other = one - one.mean(1, keepdims=True), other - other.mean(1, keepdims=True)
    if min(one.std(), other.std()) < 3:
        return 0.0
    return float(np.corrcoef(one.ravel(), other.ravel())[0, 1])


def _straight_row(lab: Array) -> int | None:
    """The row of a straight line across the lower part, as the sea's horizon; None where there is none."""
    light = cv2.GaussianBlur(lab[..., 0], (0, 0), 0.8)
    slope = np.abs(np.median(light[2:] - light[:-2], axis=1))
    return _clearest(slope, 2.5)


def _horizon(lab: Array) -> int | None:
    """The row at which colours change most in all columns alike; None where they do nowhere."""
    calm = cv2.GaussianBlur(lab, (0, 0), 0.8)
    step = np.abs(np.median(calm[2:] - calm[:-2], axis=1)).max(-1)
    return _clearest(step, 3)


def _clearest(step: Array, least: float) -> int | None:
    """The row of the clearest step from a row to the next but one, not too far up or down; None where none is so
    clear."""
    height = len(step) + 2
    step[: round(height * 0.3)] = step[round(height * 0.88) :] = 0
    row = int(step.argmax())
    return row + 1 if step[row] > least else None


def ground(small: Pixels) -> Pixels:
    """All that is not sky in the lower part."""
    rows = np.arange(small.shape[0])[:, None]
    return np.asarray(~sky(small) & (rows > small.shape[0] * 0.5))


def heights(small: Pixels) -> Pixels:
    """What stands between sky and foreground: mountains, buildings."""
    above = sky(small)
    foot = _mirror_row(to_lab(small)) or round(small.shape[0] * 0.7)
    rows = np.arange(small.shape[0])[:, None]
    return whole_shapes(np.asarray(~above & (rows < foot)), 0.03)


def hangs(thing: Pixels, above: Pixels, reach: int) -> bool:
    """Whether there is sky (`above`) under a thing too, in so many rows."""
    under = np.zeros_like(thing)
    under[reach:] = thing[:-reach]
    under &= ~thing
    return bool(under.any() and above[under].mean() > 0.6)
