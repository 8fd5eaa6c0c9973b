"""From a rough mask to one whose border follows the picture's own edges."""

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.regions.pieces import among, measured

_STRIPE = 256


def shrunk(pixels: Pixels, longest: int, least: int = 2) -> Pixels:
    """A copy at most `longest` pixels on a side, and at least `least`."""
    height, width = pixels.shape[:2]
    scale = min(longest / max(height, width), 1)
    size = (max(round(width * scale), least), max(round(height * scale), least))
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA))


def cut(pixels: Pixels, labels: Pixels, rounds: int = 4) -> Pixels:
    """GrabCut (Rother et al. 2004) from labels of cv2 (0 no, 1 yes, 2 rather no, 3 rather yes); a bool mask.

    Both sides need some pixels; where one has none the labels' own opinion comes back.
    """
    yes = (labels == cv2.GC_FGD) | (labels == cv2.GC_PR_FGD)
    if yes.sum() < 12 or (~yes).sum() < 12:
        return np.asarray(yes)
    marks = labels.copy()
    cv2.setRNGSeed(7)  # its colour models start from k-means with random centres
    cv2.grabCut(
        np.ascontiguousarray(pixels[..., ::-1]), marks, (0, 0, 1, 1), np.zeros((1, 65)), np.zeros((1, 65)),
        rounds, cv2.GC_INIT_WITH_MASK,
    )  # fmt: skip
    return np.asarray((marks == cv2.GC_FGD) | (marks == cv2.GC_PR_FGD))


def whole_shapes(mask: Pixels, least: float = 0.08) -> Pixels:
    """The mask without crumbs (smaller than `least` of its largest shape) and without small holes."""
    count, labels, stats = measured(mask.astype(np.uint8))
    if count <= 1:
        return mask
    areas = stats[1:, cv2.CC_STAT_AREA]
    kept = among(labels, count, 1 + np.flatnonzero(areas >= areas.max() * least))
    count, labels, stats = measured((~kept).astype(np.uint8))
    holes = stats[1:, cv2.CC_STAT_AREA] < kept.sum() * 0.02
    return np.asarray(kept | among(labels, count, 1 + np.flatnonzero(holes)))


def soft(mask: Pixels, pixels: Pixels, reach: float = 0.006) -> Array:
    """A mask of any size as 0 … 1 for every pixel, its border along the edges of the picture.

    `reach` is the width of the border as a share of the shorter side. Guided filter (He et al. 2010) on brightness
    and the two colour channels, worked out at no more than 1024 pixels.
    """
    height, width = pixels.shape[:2]
    guide = shrunk(pixels, 1024)
    rows, columns = guide.shape[:2]
    rough = cv2.resize(mask.astype(np.float32), (columns, rows), interpolation=cv2.INTER_LINEAR)
    radius = max(round(min(rows, columns) * reach), 2)
    lab = cv2.cvtColor(guide, cv2.COLOR_RGB2LAB).astype(np.float32) / 255
    near = colour_guided(lab, rough, radius, 1e-4)
    sure = cv2.boxFilter(rough, -1, (6 * radius + 1, 6 * radius + 1))
    near = np.where(sure > 0.999, 1, np.where(sure < 0.001, 0, near))
    near = np.clip((near - 0.12) / 0.76, 0, 1).astype(np.float32)
    return np.asarray(
        np.clip(cv2.resize(near, (width, height), interpolation=cv2.INTER_LINEAR), 0, 1)
    )


def as_cut_out(pixels: Pixels, matte: Array) -> Pixels:
    """RGBA; the colours at the border are the subject's own, not mixed with what was behind it."""
    height, width = pixels.shape[:2]
    small = shrunk(pixels, 512).astype(np.float32)
    share = cv2.resize(matte, small.shape[1::-1], interpolation=cv2.INTER_AREA)
    sure = (share > 0.97).astype(np.float32)
    spread = max(min(small.shape[:2]) / 40, 1.0)
    amount = cv2.GaussianBlur(sure, (0, 0), spread)
    inner = cv2.GaussianBlur(small * sure[..., None], (0, 0), spread) / (amount[..., None] + 1e-3)
    inner = cv2.resize(np.clip(inner, 0, 255).astype(np.uint8), (width, height))
    made = np.empty((height, width, 4), np.uint8)
    # in stripes: whole layers of numbers would need gigabytes
    for top in range(0, height, _STRIPE):
        rows = slice(top, top + _STRIPE)
        share, own = matte[rows, :, None], pixels[rows].astype(np.float32)
        border = np.clip((0.97 - share) / 0.4, 0, 1) * (share > 0.004)
        made[rows, :, :3] = np.clip(own + (inner[rows] - own) * border, 0, 255)
        made[rows, :, 3:] = np.clip(share * 255 + 0.5, 0, 255)
    return made


def colour_guided(guide: Array, values: Array, radius: int, epsilon: float) -> Array:
    """`values` smoothed along the edges of a three-channel guide (0 … 1)."""
    size = (2 * radius + 1, 2 * radius + 1)

    def mean(layer: Array) -> Array:
        return np.asarray(cv2.boxFilter(layer, -1, size))

    middle, value = mean(guide), mean(values)
    covariance = mean(guide * values[..., None]) - middle * value[..., None]
    a, b, c = guide[..., 0], guide[..., 1], guide[..., 2]
    products = np.stack([a * a, a * b, a * c, b * b, b * c, c * c], -1)
    a, b, c = middle[..., 0], middle[..., 1], middle[..., 2]
    spread = np.stack([a * a, a * b, a * c, b * b, b * c, c * c], -1)
    first = mean(products[..., :3]) - spread[..., :3]
    last = mean(products[..., 3:]) - spread[..., 3:]
    slope = _solved(first, last, covariance, epsilon)
    offset = value - (slope * middle).sum(-1)
    return np.asarray((mean(slope) * guide).sum(-1) + mean(offset), np.float32)


def _solved(first: Array, last: Array, right: Array, epsilon: float) -> Array:
    """x of A x = `right` at every pixel, by cofactors: far quicker than a general solver for so many small systems.

    A is symmetric, its upper triangle row by row in `first` and `last`, with `epsilon` added to its diagonal.
    """
    aa, ab, ac = first[..., 0] + epsilon, first[..., 1], first[..., 2]
    bb, bc, cc = last[..., 0] + epsilon, last[..., 1], last[..., 2] + epsilon
    one, two, three = bb * cc - bc * bc, ac * bc - ab * cc, ab * bc - ac * bb
    four, five, six = aa * cc - ac * ac, ab * ac - aa * bc, aa * bb - ab * ab
    x, y, z = right[..., 0], right[..., 1], right[..., 2]
    whole = aa * one + ab * two + ac * three
    rows = (
        one * x + two * y + three * z,
        two * x + four * y + five * z,
        three * x + five * y + six * z,
    )
    return np.asarray(np.stack(rows, -1) / np.maximum(whole, 1e-20)[..., None])
