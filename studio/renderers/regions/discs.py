"""Round things that are no subject though they stand out: a sun or moon in its glow, a plain disc behind a portrait."""

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.regions.colours import steepness

_LEAST, _MOST = 0.002, 0.12
_GLOW = 3.0
"""How much lighter, in percent of white, it is close to a light than further off."""
_ALL_WAYS, _FADING = 0.7, 0.4
"""In so many opposite ways together, and in so many ways at all, a light's glow fades."""
_SPOTTED = 25.0
"""So much darker, in percent of white, than its brightest part a moon's spots may be."""
_ARC_DEGREES = 110
_ALL_ROUND = 0.85
_ROUND = 0.94
_BITTEN = 0.88
_BY_LIGHT = np.array([0.35, 1, 1], np.float32)
"""How much of lightness, a and b counts within a disc, which glows in its middle."""
_SAME, _GLOWING, _EVEN = 5.0, 8.0, 2.5
"""How far, in Lab bytes, a colour is off that of a plain disc to be surely its, and how much it changes there from
pixel to pixel: what stands before a disc may have nearly its colour."""


def lights(small: Pixels, above: Pixels) -> Pixels:
    """Where a sun or moon is, with its glow: round, about as bright as can be, and the sky (`above`) fades from it."""
    light = _light(small)
    found = np.zeros(light.shape, bool)
    for _, glow in _shining(light, above):
        found |= glow
    room = max(round(min(light.shape) * 0.02), 1)
    grown = cv2.dilate(found.astype(np.uint8), np.ones((2 * room + 1, 2 * room + 1), np.uint8))
    return (
        np.asarray((grown > 0) & (found | (light > np.median(light[found]) - 25)))
        if found.any()
        else found
    )


def shining(small: Pixels, above: Pixels) -> list[Pixels]:
    """The suns and moons themselves, each without its glow and whole but for what stands before it."""
    light = _light(small)
    return [_disc(light, piece) for piece, _ in _shining(light, above)]


def _light(small: Pixels) -> Array:
    return np.asarray(
        cv2.cvtColor(small, cv2.COLOR_RGB2LAB)[..., 0].astype(np.float32) / np.float32(2.55)
    )


def _shining(light: Array, above: Pixels) -> list[tuple[Pixels, Pixels]]:
    """The brightest part of every sun and moon, each with its glow."""
    if light.max() < 70 or not above.any():
        return []
    # the brighter the haze around, the closer to white a sun must be looked for
    for below in (9, 4, 1.5):
        bright = (light > light.max() - below).astype(np.uint8)
        count, labels, stats, _ = cv2.connectedComponentsWithStats(bright, connectivity=4)
        pieces = [
            labels == label
            for label in range(1, count)
            if _LEAST < stats[label, cv2.CC_STAT_AREA] / light.size < _MOST
        ]
        glows = [(piece, _glow(light, piece, above)) for piece in pieces]
        if any(glow.any() for _, glow in glows):
            return [(piece, glow) for piece, glow in glows if glow.any()]
    return []


def _disc(light: Array, piece: Pixels) -> Pixels:
    """The disc of which a piece is the brightest part: what in its circle is nearly as bright."""
    (x, y), radius = cv2.minEnclosingCircle(cv2.findNonZero(piece.astype(np.uint8)))
    rows, columns = np.ogrid[: light.shape[0], : light.shape[1]]
    within = np.hypot(columns - x, rows - y) < radius + 1
    return np.asarray(within & (light > np.median(light[piece]) - _SPOTTED))


def _glow(light: Array, piece: Pixels, above: Pixels) -> Pixels:
    """The piece and its glow, where it fills a good part of its circle and the sky around fades away; else nothing.

    A sky that is only lighter on one side, as before any ball, does not fade away on all of them.
    """
    (x, y), radius = cv2.minEnclosingCircle(cv2.findNonZero(piece.astype(np.uint8)))
    rows, columns = np.ogrid[: light.shape[0], : light.shape[1]]
    away = np.hypot(columns - x, rows - y) / max(radius, 1)
    ring, beyond = (away > 1.15) & (away < 1.5), (away > 2.2) & (away < 2.9)
    far = light[beyond & above]
    round_enough = piece.sum() > 0.42 * np.pi * radius**2
    if not round_enough or (ring & above).sum() < max(0.35 * ring.sum(), 20) or len(far) < 20:
        return np.zeros(piece.shape, bool)
    sector = np.floor(np.arctan2(rows - y, columns - x) / (np.pi / 4)).astype(int) % 8
    fades = np.full(8, np.nan)
    for way in range(8):
        here = (sector == way) & above
        close, off = light[here & ring], light[here & beyond]
        if len(close) > 3 and len(off) > 3:
            fades[way] = np.median(close) - np.median(off)
    # what a sky loses one way it gains the other; a glow is lost both ways
    both = (fades[:4] + fades[4:]) / 2
    known = both[~np.isnan(both)]
    around = bool(len(known)) and np.mean(known > _GLOW) >= _ALL_WAYS
    aside = _fades_aside(light, ring & above, beyond & above, x, radius)
    if not (around or aside) or np.mean(fades > 0) < _FADING:
        return np.zeros(piece.shape, bool)
    return np.asarray(piece | ((away < 3) & (light > float(np.median(far)))))


def _fades_aside(light: Array, ring: Pixels, beyond: Pixels, x: float, radius: float) -> bool:
    """Whether it is lighter close to a light than further off in the same row, on its left and on its right.

    So a low sun is known of which the lower half is hidden: a sky's own shading goes up and down.
    """
    columns = np.arange(light.shape[1])[None, :]
    for side in (columns < x, columns >= x):
        fades = [
            np.median(row[close]) - np.median(row[off])
            for row, close, off in zip(light, ring & side, beyond & side, strict=True)
            if close.any() and off.any()
        ]
        if len(fades) < 0.3 * radius or np.median(fades) < _GLOW:
            return False
    return True


def without_disc(small: Pixels, mask: Pixels) -> Pixels:
    """A mask without the plain disc its subject stands before; as it is when its edge is no arc of one flat colour.

    Who stands before a disc takes a bite out of it. A round thing of two colours meets along a line instead: it is
    whole, and so is what is round altogether.
    """
    edge = mask & ~(cv2.erode(mask.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0)
    if not edge.any() or _oval(mask):
        return mask
    lab = cv2.cvtColor(cv2.bilateralFilter(small, 5, 30, 5), cv2.COLOR_RGB2LAB).astype(np.float32)
    colours = lab[edge]
    near = (
        np.linalg.norm(colours[:, None] - colours[None, :: max(len(colours) // 64, 1)], axis=-1) < 9
    )
    flat = colours[near[:, near.sum(0).argmax()]].mean(0)
    off = np.linalg.norm(lab - flat, axis=-1)
    alike = off < 14
    circle = _arc(edge & alike)
    if circle is None or _along(edge, *circle).sum() > _ALL_ROUND * edge.sum():
        return mask  # no disc, or nothing stands out of it: then the round thing is the subject
    lit = np.linalg.norm((lab - flat) * _BY_LIGHT, axis=-1) < _GLOWING
    even = (mask & (lit & (steepness(lab) < _EVEN) | (off < _SAME))).astype(np.uint8)
    _, labels = cv2.connectedComponents(even)
    plain = np.isin(labels, np.setdiff1d(labels[edge & alike], 0)) | (mask & (off < _SAME))
    close = cv2.dilate(plain.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    disc = mask & (alike & (close | edge) | lit & close)
    left = cv2.morphologyEx(
        (mask & ~disc).astype(np.uint8), cv2.MORPH_OPEN, np.ones((3, 3), np.uint8)
    )
    behind = disc.any() and _bitten(disc) and _as_wide(disc & edge, circle, left)
    return np.asarray(left > 0) if behind and left.sum() > 0.2 * mask.sum() else mask


def _as_wide(arc: Pixels, circle: tuple[float, float, float], left: Pixels) -> bool:
    """Whether a disc is seen on both sides, rises behind what stands before it, and is about as wide.

    Else it may be its hair, or its own round foot.
    """
    rows, columns = np.nonzero(arc)
    sides = np.mean(columns < circle[0])
    low, before = np.nonzero(left)
    if not len(before) or rows.mean() > low.mean():
        return False
    return bool(0.15 < sides < 0.85 and 2 * circle[2] > 0.85 * np.ptp(before))


def _oval(mask: Pixels) -> bool:
    """Whether a mask is one ellipse, as its moments tell it."""
    moments = cv2.moments(mask.astype(np.uint8), binaryImage=True)
    area = moments["m00"]
    spread = np.array([[moments["mu20"], moments["mu11"]], [moments["mu11"], moments["mu02"]]])
    if area < 40 or np.linalg.det(spread) <= 0:
        return False
    rows, columns = np.ogrid[: mask.shape[0], : mask.shape[1]]
    x, y = columns - moments["m10"] / area, rows - moments["m01"] / area
    (a, b), (_, c) = np.linalg.inv(spread / area)
    inside = a * x * x + 2 * b * x * y + c * y * y < 4
    return bool((inside & mask).sum() > _ROUND * (inside | mask).sum())


def _bitten(disc: Pixels) -> bool:
    """Whether much of a shape's hull is not its own."""
    hull = cv2.contourArea(cv2.convexHull(cv2.findNonZero(disc.astype(np.uint8))))
    return bool(disc.sum() < _BITTEN * hull)


def _arc(edge: Pixels) -> tuple[float, float, float] | None:
    """The circle (x, y, radius) on which most of these points lie, a good way round it; None where there is none."""
    rows, columns = np.nonzero(edge)
    if len(rows) < 40:
        return None
    points = np.stack([columns, rows], -1).astype(np.float64)
    rng = np.random.default_rng(5)
    best, found = 0.75 * len(points), None
    for _ in range(60):
        three = points[rng.choice(len(points), 3, replace=False)]
        system = np.column_stack([2 * three, np.ones(3)])
        if abs(np.linalg.det(system)) < 1e-3:
            continue
        x, y, rest = np.linalg.solve(system, (three**2).sum(1))
        radius = float(np.sqrt(max(rest + x * x + y * y, 0)))
        away = points - (x, y)
        fits = np.abs(np.hypot(away[:, 0], away[:, 1]) - radius) < _off(radius)
        turned = np.degrees(np.arctan2(away[fits, 1], away[fits, 0])) // 5
        if fits.sum() > best and len(np.unique(turned)) * 5 > _ARC_DEGREES:
            best, found = fits.sum(), (float(x), float(y), radius)
    return found


def _off(radius: float) -> float:
    """How far from a circle of this radius a point may be to lie on it, in pixels."""
    return 2.5 + 0.01 * radius


def _along(edge: Pixels, x: float, y: float, radius: float) -> Pixels:
    """Those points of an edge that lie on a circle."""
    rows, columns = np.ogrid[: edge.shape[0], : edge.shape[1]]
    off = np.abs(np.hypot(columns - x, rows - y) - radius)
    return np.asarray(edge & (off < _off(radius)))
