"""The ears and muzzles of animals' heads, each drawn onto a head."""

import numpy as np

from studio.renderers.drawing.canvas import colour, mix
from studio.renderers.scenes.persons.drawn import Drawn, Outline, Part


def _ears(outline: Outline, inner: float, *, tone: str = "coat") -> Part:
    """A pair of ears whose outlines are given on the right, in half widths and half heights of the head."""

    def draw(head: Drawn) -> None:
        half, tall = head.species.width / 2, head.species.height / 2
        points = [(x * half, y * tall) for x, y in outline]
        paint = head.dark if "dark-ears" in head.species.marks else getattr(head, tone)
        for ear in head.both(points):
            head.cast(ear, paint)
        middle = np.mean(points, axis=0)
        small = [tuple(middle + (np.array(point) - middle) * inner) for point in points]
        if "dark-ears" not in head.species.marks:
            within = [(float(x), float(y)) for x, y in small]
            head.flat(
                head.both(within), mix(head.pale, colour("#d98a80"), 0.35), alpha=0.85, soft=0.004
            )
        if "tips" in head.species.marks:
            tip = max(points, key=lambda point: -point[1])
            ends = [(tip[0] + (x - tip[0]) * 0.34, tip[1] + (y - tip[1]) * 0.34) for x, y in points]
            head.flat(head.both(ends), head.ink, alpha=0.8, soft=0.006)

    return draw


def _none(_: Drawn) -> None:
    """No ears."""


_POINTED = [(0.22, -0.86), (0.5, -1.35), (0.86, -1.72), (0.98, -1.1), (0.96, -0.4), (0.6, -0.55)]
_LOW = [(0.4, -0.9), (0.75, -1.22), (1.12, -1.2), (1.06, -0.75), (0.86, -0.45), (0.6, -0.6)]
_ROUND = [
    (0.42, -0.88),
    (0.5, -1.18),
    (0.76, -1.3),
    (1.0, -1.14),
    (1.04, -0.84),
    (0.86, -0.5),
    (0.6, -0.6),
]
_WIDE_ROUND = [
    (0.4, -0.8),
    (0.55, -1.35),
    (1.0, -1.62),
    (1.5, -1.36),
    (1.6, -0.82),
    (1.28, -0.34),
    (0.8, -0.3),
]
_LONG = [
    (0.16, -0.8),
    (0.2, -1.7),
    (0.38, -2.4),
    (0.62, -2.5),
    (0.78, -2.0),
    (0.74, -1.3),
    (0.58, -0.7),
]
_HANGING = [
    (0.5, -0.9),
    (0.95, -0.85),
    (1.3, -0.2),
    (1.36, 0.5),
    (1.16, 0.86),
    (0.92, 0.66),
    (0.84, 0.0),
    (0.74, -0.5),
]
_ASIDE = [(0.7, -0.55), (1.2, -0.72), (1.78, -0.5), (1.84, -0.26), (1.4, -0.1), (0.86, -0.14)]
_ASIDE_ROUND = [(0.8, -0.4), (1.1, -0.55), (1.38, -0.3), (1.36, 0.1), (1.1, 0.26), (0.8, 0.1)]
_WIDE = [
    (0.5, -0.8),
    (1.2, -1.15),
    (2.0, -0.95),
    (2.3, -0.2),
    (2.0, 0.75),
    (1.4, 1.05),
    (0.95, 0.6),
    (0.7, 0.0),
]
_TUFTS = [(0.1, -0.8), (0.5, -0.95), (1.0, -1.4), (0.98, -0.9), (0.9, -0.4)]
EARS: dict[str, Part] = {
    "none": _none,
    "pointed": _ears(_POINTED, 0.6),
    "pointed-low": _ears(_LOW, 0.55),
    "round": _ears(_ROUND, 0.58),
    "wide-round": _ears(_WIDE_ROUND, 0.66),
    "long": _ears(_LONG, 0.62),
    "hanging": _ears(_HANGING, 0.0, tone="dark"),
    "aside": _ears(_ASIDE, 0.6),
    "aside-round": _ears(_ASIDE_ROUND, 0.6),
    "wide": _ears(_WIDE, 0.7),
    "tufts": _ears(_TUFTS, 0.5),
}


def _nose(head: Drawn, y: float, wide: float) -> None:
    """A nose like a rounded triangle, with a light on it."""
    nose = [(-wide, y - wide * 0.5), (0.0, y - wide * 0.68), (wide, y - wide * 0.5), (wide * 0.5, y + wide * 0.3),
            (0.0, y + wide * 0.55), (-wide * 0.5, y + wide * 0.3)]  # fmt: skip
    head.flat([head.at(nose)], colour(head.species.nose))
    head.flat(
        [head.oval(-wide * 0.3, y - wide * 0.36, wide * 0.32, wide * 0.13)],
        colour("#ffffff"),
        alpha=0.4,
    )


def _mouth(head: Drawn, y: float, wide: float, drop: float) -> None:
    """Two arcs below the nose."""
    for side in (-1, 1):
        curve = [(0.0, y), (side * wide * 0.4, y + drop), (side * wide, y + drop * 0.3)]
        lower = [(x, level + 0.009) for x, level in reversed(curve)]
        head.flat([head.at(curve + lower)], head.ink, alpha=0.75)
    head.flat(
        [head.at([(-0.004, y - 0.03), (0.004, y - 0.03), (0.004, y), (-0.004, y)], rounded=False)],
        head.ink,
        alpha=0.6,
    )


def _muzzle(wide: float, tall: float, y: float, nose: float) -> Part:
    """A pale muzzle of two cheeks with nose and mouth."""

    def draw(head: Drawn) -> None:
        head.flat(
            [head.oval(0, y + 0.006, wide * 1.04, tall * 1.06)], head.dark, alpha=0.2, soft=0.012
        )
        cheeks = [head.oval(side * wide * 0.42, y, wide * 0.6, tall) for side in (-1, 1)]
        for cheek in cheeks:
            head.flat([cheek], mix(head.pale, colour("#ffffff"), 0.15), soft=0.005)
        _nose(head, y - tall * 0.55, nose)
        _mouth(head, y + tall * 0.1, wide * 0.6, tall * 0.5)

    return draw


def _snout(head: Drawn) -> None:
    head.cast(head.oval(0, 0.1, 0.135, 0.098), mix(head.pale, colour("#e08a86"), 0.25))
    for side in (-1, 1):
        head.flat([head.oval(side * 0.05, 0.094, 0.022, 0.034)], colour(head.species.nose))
    _mouth(head, 0.2, 0.07, 0.022)


def _trunk(head: Drawn) -> None:
    right = [(0.085, -0.02), (0.08, 0.2), (0.068, 0.4), (0.1, 0.54), (0.19, 0.56)]
    left = [(0.2, 0.64), (0.06, 0.64), (-0.05, 0.46), (-0.078, 0.2), (-0.085, -0.02)]
    head.cast(head.at(right + left), mix(head.coat, head.pale, 0.08))
    for row in range(7):
        y = 0.08 + 0.055 * row
        fold = [(-0.06, y), (0.0, y + 0.014), (0.06, y), (0.0, y + 0.021)]
        head.flat([head.at(fold)], head.dark, alpha=0.35)


def _beak(head: Drawn) -> None:
    low = 0.13 if "discs" in head.species.marks else 0.1
    beak = [
        (-0.045, 0.0),
        (0.0, -0.02),
        (0.045, 0.0),
        (0.02, low * 0.7),
        (0.0, low),
        (-0.02, low * 0.7),
    ]
    head.cast(head.at(beak), colour("#e8a33a"))
    head.flat(
        [head.at([(-0.04, 0.03), (0.0, 0.042), (0.04, 0.03), (0.0, 0.05)])], head.ink, alpha=0.4
    )


def _koala(head: Drawn) -> None:
    head.cast(head.oval(0, 0.05, 0.06, 0.09), colour("#2b2a2e"))
    _mouth(head, 0.15, 0.06, 0.024)


def _broad_mouth(head: Drawn) -> None:
    head.flat([head.oval(0, 0.12, 0.2, 0.09)], head.pale, alpha=0.9, soft=0.01)
    smile = [(-0.2, 0.035), (-0.1, 0.085), (0.0, 0.1), (0.1, 0.085), (0.2, 0.035)]
    head.flat([head.at(smile + [(x, y + 0.012) for x, y in reversed(smile)])], head.ink, alpha=0.8)
    for side in (-1, 1):
        head.flat([head.oval(side * 0.022, 0.0, 0.007, 0.01)], head.ink, alpha=0.7)


def _wide_muzzle(head: Drawn) -> None:
    head.cast(head.oval(0, 0.105, 0.14, 0.1), head.pale)
    for side in (-1, 1):
        head.flat(
            [head.oval(side * 0.022, 0.06, 0.011, 0.015, turn=0.4 * side)], head.ink, alpha=0.8
        )
    smile = [(-0.08, 0.12), (0.0, 0.15), (0.08, 0.12), (0.0, 0.162)]
    head.flat([head.at(smile)], head.ink, alpha=0.75)


MUZZLES: dict[str, Part] = {
    "short": _muzzle(0.1, 0.062, 0.1, 0.03),
    "narrow": _muzzle(0.085, 0.085, 0.11, 0.036),
    "long": _muzzle(0.115, 0.1, 0.115, 0.045),
    "broad": _muzzle(0.13, 0.088, 0.105, 0.045),
    "snout": _snout,
    "trunk": _trunk,
    "beak": _beak,
    "koala": _koala,
    "mouth": _broad_mouth,
    "wide": _wide_muzzle,
}
