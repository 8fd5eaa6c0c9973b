"""What adorns printed paper: flowers and sprigs in its corners, confetti, stars, bars, soft shapes, a sunburst."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from studio.renderers.drawing.canvas import Array, Canvas, Points, colour, ellipse, mix, smooth


@dataclass(frozen=True)
class Inks:
    """The colours something is printed in: paper, accents, and the green of leaves."""

    paper: Array
    accents: tuple[Array, ...]
    leaf: Array


Ornament = Callable[[Canvas, Inks, float], None]
"""Paints round the middle of a canvas that is paper already; the number says how much, 1 as usual."""

_LEAF = smooth([(0, 0), (0.3, 0.22), (0.34, 0.55), (0, 1), (-0.34, 0.55), (-0.3, 0.22)], steps=5)
_CORNERS = ((0, 0), (1, 1), (1, 0), (0, 1))


def placed_at(points: Points, x: float, y: float, size: float, turn: float) -> Points:
    """A shape of its own units, turned, at a place in pixels."""
    cos, sin = np.cos(turn), np.sin(turn)
    return np.asarray(points @ np.array([[cos, sin], [-sin, cos]]) * size + (x, y))


def leaf(canvas: Canvas, x: float, y: float, size: float, turn: float, tint: Array) -> None:
    """A leaf from its stalk, with a lighter rib."""
    deep = mix(tint, colour("#20302a"), 0.18)
    canvas.shape([placed_at(_LEAF, x, y, size, turn)], tint, fade=deep, alpha=0.94, depth=0.6)
    rib = np.array([(-0.012, 0.02), (0.012, 0.02), (0.004, 0.9), (-0.004, 0.9)])
    canvas.shape([placed_at(rib, x, y, size, turn)], mix(tint, colour("#ffffff"), 0.4), alpha=0.8)


def blossom(canvas: Canvas, x: float, y: float, reach: float, tint: Array) -> None:
    """A flower of two rings of petals round a golden heart, `reach` pixels from its middle to its edge."""
    spin, count = float(canvas.rng.uniform(0, 6.28)), int(canvas.rng.integers(5, 8))
    rings = (
        (0.58, 0.44, 0.3, mix(tint, colour("#4a1f2c"), 0.16)),
        (0.42, 0.34, 0.24, mix(tint, colour("#fff6ee"), 0.3)),
    )
    for ring, (away, long, wide, tone) in enumerate(rings):
        for step in range(count):
            turn = spin + 6.283 * (step + ring * 0.5) / count
            at = (x + np.cos(turn) * away * reach, y + np.sin(turn) * away * reach)
            petal = ellipse(*at, long * reach, wide * reach * 1.5, turn=turn)
            edge = mix(tone, colour("#ffffff"), 0.22)
            canvas.shape([petal], edge, fade=tone, alpha=0.95, depth=0.7)
    canvas.disc(x, y, reach * 0.19, colour("#d9a441"), depth=0.8)
    for step in range(9):
        turn = spin + step * 0.7
        dot = (x + np.cos(turn) * reach * 0.17, y + np.sin(turn) * reach * 0.17)
        canvas.disc(*dot, reach * 0.035, colour("#8a5a1c"), depth=0.8)


def _arm(
    canvas: Canvas, corner: tuple[int, int], along: int, reach: float, inks: Inks, flowers: int
) -> None:
    """A row of leaves and flowers from a corner along one of its edges, smaller towards its end."""
    rng = canvas.rng
    inward = (1 - 2 * corner[0], 1 - 2 * corner[1])
    for step in range(9):
        t = (step + 0.5) / 9
        x, y = _along(canvas, corner, along, t * reach, rng.uniform(0.02, 0.06) * canvas.unit)
        way = np.arctan2(*((0.5 * inward[0] + (1.2 if along == 0 else 0) * inward[0],
                            0.5 * inward[1] + (1.2 if along else 0) * inward[1])))  # fmt: skip
        size = canvas.unit * 0.105 * (1.1 - 0.45 * t)
        turn = -float(way) + float(rng.normal(0, 0.5))
        leaf(canvas, x, y, size, turn, mix(inks.leaf, inks.paper, float(rng.uniform(0, 0.35))))
    for step in range(flowers):
        t = step / max(flowers, 1)
        x, y = _along(
            canvas, corner, along, t * reach * 0.9, canvas.unit * float(rng.uniform(0.035, 0.07))
        )
        size = canvas.unit * 0.082 * (1.05 - 0.6 * t)
        blossom(canvas, x, y, size, inks.accents[int(rng.integers(len(inks.accents)))])


def _along(
    canvas: Canvas, corner: tuple[int, int], along: int, far: float, off: float
) -> tuple[float, float]:
    """A place `far` pixels along an edge from a corner and `off` pixels inside."""
    from_corner = (far, off) if along == 0 else (off, far)
    x = from_corner[0] if corner[0] == 0 else canvas.width - from_corner[0]
    y = from_corner[1] if corner[1] == 0 else canvas.height - from_corner[1]
    return x, y


def flowers(canvas: Canvas, inks: Inks, amount: float) -> None:
    """Flowers in two corners, with more of them in all four."""
    if amount <= 0:
        return
    corners = _CORNERS if amount > 1 else _CORNERS[:2]
    each = max(round(3 * amount), 1)
    for corner in corners:
        for along in (1, 0):
            side = canvas.height if along else canvas.width
            reach = min(canvas.unit * 0.4, side * (0.46 if amount > 1 else 0.4)) * min(amount, 1.25)
            _arm(canvas, corner, along, reach, inks, each)


def sprigs(canvas: Canvas, inks: Inks, amount: float) -> None:
    """Sprigs of leaves in all corners, with a flower where more was asked for."""
    if amount <= 0:
        return
    for corner in _CORNERS:
        for along in (1, 0):
            _arm(canvas, corner, along, canvas.unit * 0.26, inks, int(amount > 1))


def confetti(canvas: Canvas, inks: Inks, amount: float) -> None:
    """Balloons at the sides and confetti that thins out towards the middle."""
    rng = canvas.rng
    for _ in range(round(150 * amount)):
        x, y = float(rng.uniform(0, canvas.width)), float(rng.uniform(0, canvas.height))
        apart = max(abs(x / canvas.width - 0.5), abs(y / canvas.height - 0.5)) * 2
        size = canvas.unit * float(rng.uniform(0.005, 0.011))
        if apart < 0.82:
            continue
        tint = inks.accents[int(rng.integers(len(inks.accents)))]
        bit = ellipse(0, 0, 1, 0.45, count=4 if rng.random() < 0.5 else 20)
        canvas.shape([placed_at(bit, x, y, size, float(rng.uniform(0, 6.28)))], tint, depth=0.5)
    places = ((0.1, 0.12), (0.21, 0.08), (0.9, 0.1), (0.8, 0.07), (0.04, 0.24), (0.96, 0.23))
    for index, (px, py) in enumerate(places[: round(6 * min(amount, 1))]):
        _balloon(
            canvas, (canvas.width * px, canvas.height * py), inks.accents[index % len(inks.accents)]
        )


def _balloon(canvas: Canvas, at: tuple[float, float], tint: Array) -> None:
    x, y, size = *at, canvas.unit * 0.062
    thread = smooth([(0, 1.2), (0.14, 1.8), (-0.1, 2.4), (0.05, 3.0)], steps=8, closed=False)
    string = np.vstack([thread, thread[::-1] + (0.025, 0)])
    canvas.shape([string * size + (x, y)], mix(tint, colour("#555555"), 0.4), alpha=0.7, depth=0.6)
    canvas.shape(
        [np.array([(0, 1.08), (0.13, 1.28), (-0.13, 1.28)]) * size + (x, y)], tint, depth=0.7
    )
    body = ellipse(x, y, size * 0.9, size * 1.12)
    canvas.shape(
        [body],
        mix(tint, colour("#ffffff"), 0.2),
        fade=mix(tint, colour("#30203a"), 0.15),
        depth=0.8,
    )
    shine = ellipse(x - size * 0.34, y - size * 0.45, size * 0.14, size * 0.26, turn=0.5)
    canvas.shape([shine], colour("#ffffff"), alpha=0.7, blur=size * 0.05)


def stars(canvas: Canvas, inks: Inks, amount: float) -> None:
    """Stars of several sizes near the edges."""
    rng = canvas.rng
    for _ in range(round(90 * amount)):
        x, y = float(rng.uniform(0, canvas.width)), float(rng.uniform(0, canvas.height))
        if max(abs(x / canvas.width - 0.5), abs(y / canvas.height - 0.5)) < 0.4:
            continue
        turns = np.arange(10) * np.pi / 5
        rays = np.where(np.arange(10) % 2, 0.42, 1.0)[:, None] * np.stack(
            [np.sin(turns), np.cos(turns)], -1
        )
        size = canvas.unit * float(rng.uniform(0.006, 0.026))
        tint = inks.accents[int(rng.integers(len(inks.accents)))]
        canvas.shape([placed_at(rays, x, y, size, float(rng.uniform(0, 6.28)))], tint, depth=0.6)


def bar(canvas: Canvas, inks: Inks, amount: float) -> None:
    """A strip of colour on the left and a fine one beside it."""
    wide = canvas.width * 0.07 * max(amount, 0.3)
    for left, right, tint in (
        (0, wide, inks.accents[0]),
        (wide * 1.14, wide * 1.22, inks.accents[-1]),
    ):
        strip = np.array(
            [(left, -2), (right, -2), (right, canvas.height + 2), (left, canvas.height + 2)]
        )
        canvas.shape([strip], tint, depth=0.6)


def shapes(canvas: Canvas, inks: Inks, amount: float) -> None:
    """Large soft rounds that reach in from the corners, and rows of dots."""
    rng, unit = canvas.rng, canvas.unit
    for index, (px, py) in enumerate(((0, 0), (1, 1), (1, 0), (0, 1))[: 2 if amount <= 1 else 4]):
        rough = [
            (np.cos(a) * r, np.sin(a) * r)
            for a, r in zip(np.arange(8) * np.pi / 4, rng.uniform(0.8, 1.15, 8), strict=True)
        ]
        size = unit * float(rng.uniform(0.25, 0.3))
        blob = smooth(rough) * size + (px * canvas.width, py * canvas.height)
        canvas.shape([blob], inks.accents[index % len(inks.accents)], alpha=0.9, depth=0.4)
    for row in range(4):
        for column in range(4):
            x = canvas.width - unit * (0.05 + 0.032 * column)
            canvas.disc(x, unit * (0.05 + 0.032 * row), unit * 0.006, inks.accents[-1], depth=0.5)


def burst(canvas: Canvas, inks: Inks, amount: float) -> None:
    """Rays from the middle over the whole sheet."""
    reach, x, y = float(np.hypot(canvas.width, canvas.height)), canvas.width / 2, canvas.height / 2
    light = mix(inks.paper, inks.accents[0], 0.16 * max(amount, 0.4))
    for step in range(18):
        first, last = 6.2832 * step / 18, 6.2832 * (step + 0.5) / 18
        ray = np.array([(0, 0), (np.cos(first), np.sin(first)), (np.cos(last), np.sin(last))])
        canvas.shape([ray * reach + (x, y)], light, depth=0.3)


def beams(canvas: Canvas, inks: Inks, amount: float) -> None:
    """Beams of stage light from above in a dark hall, with dust in them."""
    rng = canvas.rng
    for step in range(round(7 * max(amount, 0.4))):
        x = canvas.width * float(rng.uniform(0.05, 0.95))
        lean, wide = float(rng.uniform(-0.5, 0.5)), canvas.width * 0.07
        low = canvas.height * 1.05
        cone = np.array(
            [(x, -8), (x + lean * canvas.width - wide, low), (x + lean * canvas.width + wide, low)]
        )
        canvas.shape(
            [cone], inks.accents[step % len(inks.accents)], alpha=0.3, blur=canvas.unit * 0.012
        )
    for _ in range(70):
        spot = (float(rng.uniform(0, canvas.width)), float(rng.uniform(0, canvas.height)))
        canvas.disc(
            *spot, canvas.unit * float(rng.uniform(0.002, 0.006)), inks.accents[0], alpha=0.5
        )


def frame(canvas: Canvas, tint: Array, inset: float) -> None:
    """A fine double line round the sheet, `inset` of the shorter side from its edge."""
    for share, thick in ((inset, 0.0035), (inset + 0.011, 0.0014)):
        x, y, edge = canvas.unit * share, canvas.unit * share, canvas.unit * thick
        right, low = canvas.width - x, canvas.height - y
        for left, top, end, bottom in (
            (x, y, right, y + edge), (x, low - edge, right, low), (x, y, x + edge, low), (right - edge, y, right, low),
        ):  # fmt: skip
            canvas.shape(
                [np.array([(left, top), (end, top), (end, bottom), (left, bottom)])],
                tint,
                depth=0.5,
            )


ORNAMENTS: dict[str, Ornament] = {
    "flowers": flowers,
    "sprigs": sprigs,
    "confetti": confetti,
    "stars": stars,
    "bar": bar,
    "shapes": shapes,
    "burst": burst,
    "beams": beams,
}
