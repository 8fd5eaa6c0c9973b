"""Buildings that are seen from afar: an iron tower, a windmill, a clock tower."""

from itertools import pairwise

import numpy as np

from studio.renderers.drawing.canvas import Array, colour, mix
from studio.renderers.motifs.pen import Pen

_INK, _WHITE, _GLOW = colour("#15121a"), colour("#ffffff"), colour("#ffd890")


def _half(height: float) -> float:
    """Half the width of the iron tower at a height 0 … 1."""
    return 0.012 + 0.2 * float((1 - height) ** 2.6)


def paint_iron_tower(pen: Pen, hue: Array) -> None:
    """The iron lattice tower of Paris."""
    dark = mix(hue, _INK, 0.35)
    pen.shadow(0, 0.34, alpha=0.3)
    levels = np.linspace(0.0, 0.9, 26)
    for side in (-1, 1):
        outer = [(side * _half(float(t)), -float(t)) for t in levels]
        inner = [
            (side * max(_half(float(t)) - 0.075 * (1 - float(t)) ** 1.4, 0.0), -float(t))
            for t in levels[::-1]
        ]
        pen.fill(outer + inner, mix(hue, dark, 0.25 if side < 0 else 0.6))
        for low, high in pairwise(levels):
            a, b = float(low), float(high)
            inside = max(_half(a) - 0.075 * (1 - a) ** 1.4, 0.0)
            pen.line([(side * inside, -a), (side * _half(b), -b)], 0.006, dark, curved=False)
            pen.line(
                [(side * _half(a), -a), (side * inside, -b)],
                0.006,
                mix(hue, _WHITE, 0.25),
                curved=False,
            )
    _decks(pen, hue, dark, levels)


def _decks(pen: Pen, hue: Array, dark: Array, levels: Array) -> None:
    """The arch, the three platforms, the tip, and lamps after dark."""
    arch = [
        (0.11 * float(np.cos(turn)), -0.02 - 0.16 * float(np.sin(turn)))
        for turn in np.linspace(0, np.pi, 15)
    ]
    pen.line(arch, 0.02, dark)
    pen.line(arch, 0.008, mix(hue, _WHITE, 0.3))
    for height, tall, over in ((0.21, 0.032, 0.035), (0.42, 0.026, 0.024), (0.88, 0.03, 0.014)):
        half = _half(height) + over
        pen.fill(
            [(-half, -height), (half, -height), (half, -height - tall), (-half, -height - tall)],
            dark,
        )
        pen.line(
            [(-half, -height - tall), (half, -height - tall)],
            0.008,
            mix(hue, _WHITE, 0.35),
            curved=False,
        )
    pen.fill("-.018 -.91, .018 -.91, .012 -.95, -.012 -.95", dark)
    pen.line("0 -.95, 0 -1.03", 0.008, dark, end=0.003, curved=False)
    if pen.dim > 0.12:
        for t in levels[1:]:
            for side in (-1, 1):
                pen.canvas.spark(
                    *pen.spot(side * _half(float(t)), -float(t)),
                    pen.size * 0.018,
                    _GLOW * np.float32(1.6),
                )
        pen.glow(0, -0.9, 0.05, _GLOW * np.float32(0.5))


def paint_windmill(pen: Pen, hue: Array) -> None:
    """A Dutch windmill with cloth on its sails."""
    brick, cap = mix(hue, colour("#b06a4a"), 0.35), colour("#4a3a34")
    pen.shadow(0, 0.3)
    pen.cast("-.2 0, -.125 -.6, .125 -.6, .2 0", brick, curved=False)
    for row in range(12):
        y = -0.04 - 0.046 * row
        half = 0.2 + y * 0.125
        pen.line([(-half, y), (half, y)], 0.004, mix(brick, _INK, 0.4), curved=False, alpha=0.5)
    pen.fill("-.06 0, -.06 -.14, 0 -.19, .06 -.14, .06 0", mix(cap, _INK, 0.3))
    for x, y in ((0.0, -0.46), (-0.05, -0.3), (0.06, -0.3)):
        pen.fill(
            [(x - 0.026, y), (x + 0.026, y), (x + 0.026, y - 0.07), (x - 0.026, y - 0.07)], _WHITE
        )
        pen.fill([(x - 0.019, y - 0.007), (x + 0.019, y - 0.007), (x + 0.019, y - 0.063), (x - 0.019, y - 0.063)],
                 _GLOW if pen.dim > 0.12 else colour("#4f7f9a"))  # fmt: skip
    pen.line("-.26 -.24, .26 -.24", 0.02, cap, curved=False)
    for x in np.linspace(-0.25, 0.25, 9):
        pen.line([(float(x), -0.24), (float(x), -0.3)], 0.008, cap, curved=False)
    pen.line("-.26 -.3, .26 -.3", 0.01, cap, curved=False)
    pen.cast("-.15 -.59, -.13 -.7, -.06 -.77, .06 -.77, .13 -.7, .15 -.59", cap)
    start = float(pen.rng.uniform(0.25, 1.2))
    for step in range(4):
        _sail(pen.moved(0, -0.69, 1.0, turn=start + step * np.pi / 2), cap)
    pen.ball(0, -0.69, 0.032, 0.032, mix(cap, _WHITE, 0.2))


def _sail(pen: Pen, wood: Array) -> None:
    pen.fill(".015 -.09, .1 -.09, .1 -.54, .015 -.54", colour("#f6efdf"), alpha=0.92)
    pen.line("0 0, 0 -.55", 0.018, wood, curved=False)
    pen.line(".1 -.09, .1 -.54", 0.008, wood, curved=False)
    for row in range(8):
        pen.line([(0, -0.1 - 0.063 * row), (0.1, -0.1 - 0.063 * row)], 0.006, wood, curved=False)


def paint_clock_tower(pen: Pen, hue: Array) -> None:
    """A tall tower of stone with a lit dial and a spire."""
    dark, roof = mix(hue, _INK, 0.35), colour("#3f5a6a")
    pen.shadow(0, 0.2)
    pen.cast("-.115 0, -.115 -.62, .115 -.62, .115 0", hue, curved=False)
    for column in range(4):
        x = -0.075 + 0.05 * column
        for row in range(3):
            top = -0.56 + 0.18 * row
            pen.fill(
                [
                    (x - 0.014, top + 0.14),
                    (x - 0.014, top + 0.02),
                    (x, top),
                    (x + 0.014, top + 0.02),
                    (x + 0.014, top + 0.14),
                ],
                dark,
            )
    for y, half in ((-0.02, 0.13), (-0.2, 0.122), (-0.38, 0.122), (-0.6, 0.13), (-0.84, 0.14)):
        pen.fill(
            [(-half, y), (half, y), (half, y - 0.022), (-half, y - 0.022)], mix(hue, _WHITE, 0.3)
        )
    pen.cast("-.13 -.62, -.13 -.84, .13 -.84, .13 -.62", mix(hue, _WHITE, 0.12), curved=False)
    if pen.dim > 0.12:
        pen.glow(0, -0.73, 0.12, _GLOW * np.float32(0.5))
    pen.oval(0, -0.73, 0.1, 0.1, mix(roof, _INK, 0.4))
    pen.oval(0, -0.73, 0.088, 0.088, colour("#fff6dc"))
    for hour in range(12):
        turn = np.pi * hour / 6
        a, b = 0.068, 0.08
        pen.line([(a * float(np.cos(turn)), -0.73 + a * float(np.sin(turn))), (b * float(np.cos(turn)), -0.73 + b * float(np.sin(turn)))],
                 0.007, _INK, curved=False)  # fmt: skip
    pen.line("0 -.73, .035 -.77", 0.012, _INK, curved=False)
    pen.line("0 -.73, -.018 -.8", 0.009, _INK, curved=False)
    _spire(pen, hue, roof)


def _spire(pen: Pen, hue: Array, roof: Array) -> None:
    """The roof, the lantern and its point."""
    pen.fill("-.14 -.86, -.06 -.98, .06 -.98, .14 -.86", roof, fade=mix(roof, _INK, 0.3))
    for x in (-0.04, 0.0, 0.04):
        pen.fill(
            [(x - 0.012, -0.98), (x - 0.012, -1.04), (x + 0.012, -1.04), (x + 0.012, -0.98)],
            mix(hue, _WHITE, 0.2),
        )
    pen.fill("-.07 -1.04, 0 -1.28, .07 -1.04", roof)
    pen.fill("0 -1.04, 0 -1.28, .07 -1.04", mix(roof, _INK, 0.3))
    pen.line("0 -1.27, 0 -1.34", 0.008, colour("#e0ac3a"), curved=False)
