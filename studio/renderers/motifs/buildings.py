"""Buildings seen whole: a church, pyramids, a pagoda, a temple of columns, a greenhouse."""

import numpy as np

from studio.renderers.drawing.canvas import Array, colour, ellipse, mix
from studio.renderers.motifs.pen import Pen, mirrored

_INK, _WHITE, _GOLD = colour("#1c1a20"), colour("#ffffff"), colour("#e0b04a")
_LIT = colour("#ffd98a")


def paint_church(pen: Pen, hue: Array) -> None:
    """A white church whose steeple stands before its nave; `hue` is its roof's."""
    wall, shade = colour("#f4efe4"), colour("#cfc8bc")
    pen.shadow(0.1, 0.5)
    pen.cast("-.02 -.44, .52 -.44, .52 .0, -.02 .0", shade, curved=False, deep=0.5)
    pen.cast("-.06 -.42, .06 -.66, .46 -.66, .58 -.42", hue, curved=False)
    for step in range(3):
        _window(pen, 0.17 + 0.13 * step, -0.1, 0.034, 0.22)
    pen.cast("-.3 -.58, .14 -.58, .14 .0, -.3 .0", wall, curved=False, deep=0.5)
    pen.cast("-.36 -.56, -.08 -.78, .2 -.56, .17 -.54, -.33 -.54", hue, curved=False)
    pen.cast("-.2 -.86, .04 -.86, .04 -.5, -.2 -.5", wall, curved=False, deep=0.5)
    pen.cast("-.24 -.85, -.08 -1.26, .08 -.85", hue, curved=False)
    for line in ("-.08 -1.24, -.08 -1.4", "-.13 -1.35, -.03 -1.35"):
        pen.line(line, 0.018, _GOLD, curved=False)
    _window(pen, -0.08, -0.6, 0.05, 0.18)
    pen.oval(-0.08, -0.43, 0.066, 0.066, mix(wall, _INK, 0.4))
    pen.oval(-0.08, -0.43, 0.052, 0.052, _LIT)
    for line in ("-.08 -.48, -.08 -.38", "-.13 -.43, -.03 -.43"):
        pen.line(line, 0.012, mix(wall, _INK, 0.5), curved=False)
    _window(pen, -0.08, 0.0, 0.075, 0.28, glass=colour("#6b3f24"))
    pen.line("-.08 -.005, -.08 -.26", 0.01, _INK, curved=False)
    pen.fill("-.2 -.012, .04 -.012, .07 .03, -.23 .03", mix(wall, _INK, 0.25))


def _window(pen: Pen, x: float, foot: float, half: float, tall: float, glass: Array = _LIT) -> None:
    """A window with a pointed arch."""
    for more, tone in ((0.014, colour("#a89f92")), (0.0, glass)):
        wide = half + more
        pen.fill([(x - wide, foot + more), (x - wide, foot - tall * 0.6), (x - wide * 0.6, foot - tall * 0.86),
                  (x, foot - tall - more), (x + wide * 0.6, foot - tall * 0.86), (x + wide, foot - tall * 0.6),
                  (x + wide, foot + more)], tone)  # fmt: skip


def paint_pyramid(pen: Pen, hue: Array) -> None:
    """A great pyramid of stone courses, and two far ones."""
    for x, scale in ((-0.86, 0.52), (0.94, 0.4)):
        _courses(pen.moved(x, -0.04, scale), mix(hue, colour("#e8d8c0"), 0.3))
    _courses(pen, hue)


def _courses(pen: Pen, hue: Array) -> None:
    """One pyramid: a side in the light, a side in the shade."""
    light, dark = mix(hue, _WHITE, 0.16), mix(hue, _INK, 0.6)
    pen.fill("0 -1.0, -.82 .0, .3 .04", light, fade=hue)
    pen.fill("0 -1.0, .3 .04, .86 -.02", dark, fade=mix(dark, hue, 0.3))
    seam = mix(hue, _INK, 0.35)
    for step in range(1, 13):
        share = step / 13
        left, edge, right = (
            (-0.82 * share, -1 + share),
            (0.3 * share, -1 + 1.04 * share),
            (0.86 * share, -1 + 0.98 * share),
        )
        pen.line([left, edge], 0.007, seam, curved=False, alpha=0.75)
        pen.line([edge, right], 0.007, mix(dark, _INK, 0.4), curved=False, alpha=0.75)
        for joint in range(step * 2):
            at = (joint + 0.5 * (step % 2)) / (step * 2)
            x, y = left[0] + (edge[0] - left[0]) * at, left[1] + (edge[1] - left[1]) * at
            pen.line([(x, y), (x + 0.01, y - 0.07)], 0.005, seam, curved=False, alpha=0.5)
    pen.fill("0 -1.0, -.09 -.89, .034 -.882", mix(light, _WHITE, 0.35), alpha=0.8)


def paint_pagoda(pen: Pen, hue: Array) -> None:
    """A pagoda of four storeys with roofs that turn up at their ends; `hue` is its timber's."""
    tile, wall = colour("#2f4a52"), colour("#f2e6cc")
    pen.shadow(0, 0.46)
    for half, top, low in ((0.46, -0.07, 0.0), (0.4, -0.12, -0.06)):
        pen.cast(
            mirrored([(0, top), (half, top), (half, low), (0, low)]),
            colour("#b8b0a4"),
            curved=False,
            deep=0.5,
        )
    pen.fill("-.1 -.12, .1 -.12, .14 .02, -.14 .02", colour("#d8d0c2"))
    for storey in range(4):
        scale, foot = 1 - 0.15 * storey, -0.12 - 0.22 * storey
        half = 0.29 * scale
        pen.cast(
            [(-half, foot - 0.15), (half, foot - 0.15), (half, foot), (-half, foot)],
            wall,
            curved=False,
            deep=0.5,
        )
        for post in np.linspace(-1, 1, 5):
            pen.line(
                [(float(post) * half, foot - 0.15), (float(post) * half, foot)],
                0.026 * scale,
                hue,
                curved=False,
            )
        for rail in (-0.035, -0.13):
            pen.line([(-half, foot + rail), (half, foot + rail)], 0.02, hue, curved=False)
        wide = 0.5 * scale
        roof = [(0.0, foot - 0.235), (half * 0.7, foot - 0.23), (wide * 0.8, foot - 0.165), (wide, foot - 0.185),
                (wide * 1.04, foot - 0.165), (wide * 0.8, foot - 0.12), (0.0, foot - 0.125)]  # fmt: skip
        pen.cast(mirrored(roof), tile, curved=False)
        pen.line([(-wide, foot - 0.155), (-wide * 0.78, foot - 0.125), (wide * 0.78, foot - 0.125), (wide, foot - 0.155)],
                 0.02, hue)  # fmt: skip
    pen.fill("-.075 -.24, .075 -.24, .075 -.12, -.075 -.12", mix(hue, _INK, 0.5))
    pen.line("0 -.99, 0 -1.2", 0.024, _GOLD, end=0.008, curved=False)
    for y in (-1.04, -1.09, -1.13):
        pen.oval(0, y, 0.034, 0.012, _GOLD)


def _column(pen: Pen, at: float, hue: Array, dark: Array, pale: Array) -> None:
    """One fluted column with its head and foot."""
    pen.cast([(at - 0.055, -0.64), (at + 0.055, -0.64), (at + 0.068, -0.16), (at - 0.068, -0.16)], hue, curved=False,
             deep=1.4)  # fmt: skip
    for flute in (-0.032, -0.01, 0.012, 0.034):
        pen.line(
            [(at + flute * 0.85, -0.63), (at + flute, -0.18)],
            0.006,
            dark,
            curved=False,
            alpha=0.55,
        )
    for y, half in ((-0.645, 0.085), (-0.165, 0.08)):
        pen.cast(
            [(at - half, y - 0.03), (at + half, y - 0.03), (at + half, y), (at - half, y)],
            pale,
            curved=False,
        )


def paint_columns(pen: Pen, hue: Array) -> None:
    """A temple of old Greece: steps, columns and a gable."""
    dark, pale = mix(hue, colour("#4a3f38"), 0.55), mix(hue, _WHITE, 0.35)
    pen.shadow(0, 0.9)
    pen.fill("-.72 -.66, .72 -.66, .72 -.14, -.72 -.14", mix(dark, _INK, 0.45), fade=dark)
    for step in range(3):
        half, foot = 0.92 - 0.06 * step, -0.05 * step
        tone = mix(hue, _WHITE, 0.08 * step)
        pen.cast(
            [(-half, foot - 0.05), (half, foot - 0.05), (half, foot), (-half, foot)],
            tone,
            curved=False,
            deep=0.5,
        )
        pen.line([(-half, foot - 0.048), (half, foot - 0.048)], 0.008, pale, curved=False)
    for x in np.linspace(-0.66, 0.66, 6):
        _column(pen, float(x), hue, dark, pale)
    pen.cast("-.8 -.78, .8 -.78, .8 -.67, -.8 -.67", hue, curved=False, deep=0.5)
    for x in np.linspace(-0.72, 0.72, 13):
        pen.fill([(float(x) - 0.018, -0.77), (float(x) + 0.018, -0.77), (float(x) + 0.018, -0.7), (float(x) - 0.018, -0.7)],
                 dark)  # fmt: skip
    pen.cast("-.88 -.78, .0 -1.04, .88 -.78", pale, curved=False, deep=0.5)
    pen.fill("-.66 -.8, .0 -.985, .66 -.8", dark)
    pen.ball(0, -0.86, 0.07, 0.055, hue)
    for x in (-0.3, 0.3):
        pen.ball(x, -0.835, 0.05, 0.03, hue)


def paint_greenhouse(pen: Pen, hue: Array) -> None:
    """A greenhouse whose plants are seen through its panes; `hue` is its frame's."""
    glass = colour("#cfeee6")
    gable, slope = (
        "-.86 .0, -.86 -.5, -.5 -.86, -.14 -.5, -.14 .0",
        "-.5 -.86, .52 -.86, .9 -.5, -.14 -.5",
    )
    pen.shadow(0, 0.92)
    pen.fill(
        "-.14 -.5, .9 -.5, .9 .0, -.14 .0",
        mix(glass, colour("#5f9f7a"), 0.5),
        fade=colour("#2f5f44"),
    )
    pen.fill(gable, mix(glass, colour("#7fb894"), 0.35), fade=colour("#3a6b4a"))
    _plants(pen)
    pen.fill(slope, glass, fade=mix(glass, colour("#8fc8b4"), 0.6), alpha=0.82)
    for streak in ("-.2 -.82, -.06 -.82, .16 -.54, .02 -.54", ".3 -.82, .36 -.82, .6 -.54, .54 -.54", "-.74 -.46, -.66 -.54, -.66 -.1, -.74 -.1",
                   ".5 -.44, .58 -.44, .5 -.08, .42 -.08"):  # fmt: skip
        pen.fill(streak, _WHITE, alpha=0.3)
    _panes(pen, hue)
    pen.cast("-.9 -.06, -.14 -.06, -.14 .04, -.9 .04", colour("#a8603f"), curved=False, deep=0.5)
    pen.cast("-.14 -.06, .94 -.06, .94 .04, -.14 .04", colour("#8a4a30"), curved=False, deep=0.5)
    pen.fill(
        "-.62 .04, -.62 -.38, -.38 -.38, -.38 .04", mix(glass, colour("#4f8f64"), 0.5), alpha=0.75
    )
    pen.line("-.62 .03, -.62 -.38, -.38 -.38, -.38 .03", 0.03, hue, curved=False)
    pen.line("-.62 -.18, -.38 -.18", 0.02, hue, curved=False)
    pen.oval(-0.42, -0.14, 0.016, 0.016, _GOLD)


def _panes(pen: Pen, hue: Array) -> None:
    """The bars between the panes, and the ridge."""
    for step in range(6):
        x = -0.14 + 0.208 * step
        pen.line([(x, -0.02), (x, -0.5), (x - 0.36, -0.86)], 0.018, hue, curved=False)
    for low, high in (((-0.14, -0.26), (0.9, -0.26)), ((-0.32, -0.68), (0.71, -0.68))):
        pen.line([low, high], 0.013, hue, curved=False)
    for x in (-0.74, -0.62, -0.38, -0.26):
        top = -0.5 - (0.36 - abs(x + 0.5))
        pen.line([(x, -0.02), (x, top)], 0.014, hue, curved=False)
    for line in (
        "-.86 -.26, -.14 -.26",
        "-.86 -.5, -.14 -.5",
        "-.14 -.5, .9 -.5",
        "-.5 -.86, .54 -.86",
    ):
        pen.line(line, 0.022, hue, curved=False)
    pen.line("-.86 .0, -.86 -.5, -.5 -.86, -.14 -.5, -.14 .0", 0.03, hue, curved=False)


def _plants(pen: Pen) -> None:
    """Leaves, and what is ripe or in flower among them."""
    rng = pen.rng
    for _ in range(70):
        x = float(rng.uniform(-0.8, 0.84))
        y = -0.08 - 0.36 * float(rng.random()) ** 1.3
        tone = mix(colour("#3f8f4a"), colour("#a8d060"), float(rng.random()))
        pen.oval(x, y, 0.075, 0.03, tone, turn=float(rng.uniform(-1.3, 1.3)))
    for _ in range(16):
        x, y = float(rng.uniform(-0.76, 0.8)), float(rng.uniform(-0.4, -0.1))
        pen.fill(
            ellipse(x, y, 0.024, 0.024, count=16),
            colour(("#e23420", "#f2b63a", "#f48ab8")[int(rng.integers(3))]),
        )
