"""Small animals seen whole: a squirrel with its nut, a spider in its web, a crab, a ladybird on a leaf."""

import numpy as np

from studio.renderers.drawing.canvas import Array, colour, ellipse, mix
from studio.renderers.motifs.body import limb
from studio.renderers.motifs.pen import Pen, mirrored

_INK, _WHITE = colour("#1a1412"), colour("#ffffff")


def paint_squirrel(pen: Pen, hue: Array) -> None:
    """A squirrel that sits up and holds an acorn, its tail behind it."""
    dark, pale = mix(hue, _INK, 0.4), mix(hue, colour("#fff2dc"), 0.8)
    pen.shadow(-0.08, 0.42)
    _brush(pen, hue)
    for ear in (".0 -.84, .0 -1.0, .1 -.9", ".12 -.9, .18 -1.02, .21 -.86"):
        pen.cast(ear, dark, curved=False)
    limb(pen, ".1 -.5, .22 -.42, .3 -.47", (0.1, 0.07, 0.05), dark)
    pen.cast(
        "-.27 -.16, -.25 -.4, -.15 -.6, .0 -.72, .17 -.66, .22 -.46, .19 -.22, .13 -.04, -.16 -.02",
        hue,
    )
    pen.blob(".12 -.62, .2 -.54, .21 -.36, .17 -.14, .1 -.06, .06 -.2, .1 -.42", pale)
    pen.ball(-0.08, -0.19, 0.18, 0.175, mix(hue, _WHITE, 0.06))
    limb(pen, "-.1 -.04, .06 -.035, .24 -.03", (0.09, 0.075, 0.06), dark)
    pen.cast(
        ".0 -.76, .04 -.88, .14 -.92, .24 -.86, .31 -.78, .36 -.73, .35 -.69, .24 -.64, .1 -.63",
        hue,
    )
    pen.blob(".2 -.69, .3 -.72, .35 -.7, .3 -.66, .2 -.63, .1 -.64", pale)
    pen.oval(0.2, -0.785, 0.034, 0.038, pale)
    pen.oval(0.205, -0.785, 0.026, 0.03, _INK)
    pen.oval(0.213, -0.797, 0.009, 0.01, _WHITE)
    pen.oval(0.352, -0.722, 0.017, 0.014, _INK)
    _acorn(pen.moved(0.33, -0.5))
    limb(pen, ".04 -.52, .18 -.43, .29 -.49", (0.1, 0.075, 0.05), hue)


def _brush(pen: Pen, hue: Array) -> None:
    """The tail, with the lines of its fur."""
    pen.cast(
        "-.1 -.03, -.3 .0, -.46 -.1, -.52 -.3, -.48 -.52, -.5 -.68, -.6 -.76, -.7 -.72, -.76 -.84, -.66 -.99, "
        "-.46 -1.03, -.27 -.94, -.17 -.76, -.17 -.5, -.2 -.3",
        hue,
    )
    pen.blob(
        "-.24 -.12, -.36 -.24, -.34 -.5, -.36 -.72, -.48 -.86, -.4 -.9, -.28 -.78, -.25 -.5, -.26 -.28",
        mix(hue, colour("#ffe2b8"), 0.42),
        soft=0.02,
    )
    for line in (
        "-.4 -.14, -.45 -.36, -.4 -.62, -.5 -.86",
        "-.32 -.08, -.4 -.3, -.36 -.56, -.4 -.8",
    ):
        pen.line(line, 0.012, mix(hue, _INK, 0.35), end=0.004, alpha=0.7)


def _acorn(pen: Pen) -> None:
    """A nut with its cup."""
    pen.cast("-.05 .0, .05 .0, .045 .06, .0 .11, -.045 .06", colour("#c98a3a"))
    pen.cast("-.06 .005, -.05 -.045, .0 -.06, .05 -.045, .06 .005", colour("#6a4424"))
    pen.line("0 -.06, .008 -.085", 0.016, colour("#6a4424"), curved=False)


def paint_spider(pen: Pen, hue: Array) -> None:
    """A spider in the middle of its web."""
    silk = colour("#f2f4f8")
    spokes = [np.array([np.cos(turn), np.sin(turn)]) for turn in np.linspace(0, 2 * np.pi, 15)[:-1]]
    for spoke in spokes:
        pen.line([(0, -0.55), (spoke[0] * 0.54, -0.55 + spoke[1] * 0.54)], 0.007, silk, alpha=0.85)
    for reach in np.linspace(0.1, 0.5, 8):
        for first, second in zip(spokes, [*spokes[1:], spokes[0]], strict=True):
            sag = (first + second) / 2 * 0.9
            path = [
                (float(p[0] * reach), -0.55 + float(p[1] * reach)) for p in (first, sag, second)
            ]
            pen.line(path, 0.005, silk, alpha=0.75)
    body = pen.moved(0, -0.55, 0.9)
    for side in (-1, 1):
        for lift, reach, fall in (
            (-0.3, 0.2, -0.4),
            (-0.16, 0.3, -0.16),
            (0.02, 0.3, 0.2),
            (0.12, 0.2, 0.42),
        ):
            knee = (side * reach * 0.75, lift * 0.9 - 0.04)
            body.line([(side * 0.05, -0.04 + lift * 0.12), knee], 0.036, hue, end=0.028)
            body.line([knee, (side * (reach + 0.06), fall * 0.86)], 0.028, hue, end=0.008)
    body.ball(0, 0.12, 0.155, 0.175, hue)
    body.ball(0, -0.1, 0.105, 0.1, mix(hue, _WHITE, 0.1))
    mark = mix(colour("#e23420"), hue, 0.05)
    body.fill("-.05 .05, .05 .05, .0 .12, .05 .19, -.05 .19, .0 .12", mark)
    for x, y, reach in (
        (-0.04, -0.14, 0.028),
        (0.04, -0.14, 0.028),
        (-0.07, -0.1, 0.016),
        (0.07, -0.1, 0.016),
    ):
        body.oval(x, y, reach, reach, _WHITE)
        body.oval(x, y - 0.004, reach * 0.55, reach * 0.55, _INK)


def paint_crab(pen: Pen, hue: Array) -> None:
    """A crab with its claws up."""
    dark, pale = mix(hue, _INK, 0.3), mix(hue, _WHITE, 0.35)
    pen.shadow(0, 0.7)
    for side in (-1, 1):
        for out, knee, low in ((0.52, -0.42, -0.04), (0.68, -0.4, -0.08), (0.78, -0.42, -0.18)):
            path = [(side * 0.34, -0.3), (side * out, knee), (side * (out + 0.1), low)]
            limb(pen, path, (0.1, 0.07, 0.025), dark)
        arm = [(side * 0.4, -0.42), (side * 0.68, -0.54), (side * 0.64, -0.72)]
        limb(pen, arm, (0.11, 0.11, 0.09), dark)
        _claw(pen.moved(side * 0.62, -0.72, turn=-0.5 * side), side, hue)
        pen.line([(side * 0.13, -0.54), (side * 0.15, -0.68)], 0.04, dark)
        pen.ball(side * 0.155, -0.71, 0.062, 0.062, _WHITE)
        pen.oval(side * 0.145, -0.71, 0.034, 0.038, _INK)
        pen.oval(side * 0.145 + 0.01, -0.725, 0.011, 0.012, _WHITE)
    pen.cast(mirrored("0 -.6, .24 -.58, .44 -.48, .52 -.34, .44 -.18, .24 -.08, 0 -.06"), hue)
    pen.blob(
        mirrored("0 -.2, .22 -.21, .34 -.25, .26 -.14, 0 -.1"), mix(hue, colour("#ffe8c8"), 0.6)
    )
    pen.line("-.13 -.3, .0 -.26, .13 -.3", 0.02, mix(hue, _INK, 0.65))
    for x, y, reach in (
        (-0.28, -0.44, 0.036),
        (-0.18, -0.51, 0.026),
        (0.26, -0.46, 0.032),
        (0.34, -0.38, 0.022),
    ):
        pen.oval(x, y, reach, reach * 0.8, pale, alpha=0.8)


def _claw(pen: Pen, side: int, hue: Array) -> None:
    """One pincer, open upwards."""
    outer = [
        (0.0, 0.04),
        (0.14, -0.04),
        (0.19, -0.18),
        (0.13, -0.32),
        (0.07, -0.36),
        (0.09, -0.22),
        (0.02, -0.14),
    ]
    inner = [
        (0.0, 0.04),
        (-0.1, -0.02),
        (-0.13, -0.14),
        (-0.08, -0.26),
        (-0.03, -0.3),
        (-0.04, -0.18),
        (0.03, -0.12),
    ]
    for shape, tone in ((inner, mix(hue, _INK, 0.12)), (outer, hue)):
        pen.cast([(side * x, y) for x, y in shape], tone)


def paint_ladybird(pen: Pen, hue: Array) -> None:
    """A ladybird that walks along a leaf."""
    leaf = colour("#5fa845")
    pen.cast(
        "-1.0 .02, -.7 -.1, -.2 -.13, .4 -.12, .86 -.04, 1.0 .04, .6 .14, .0 .18, -.6 .13", leaf
    )
    pen.line("-.96 .02, .0 .03, .94 .035", 0.018, mix(leaf, _WHITE, 0.4), end=0.008)
    for x in (-0.6, -0.3, 0.0, 0.3, 0.6):
        for y in (-0.08, 0.13):
            pen.line([(x, 0.03), (x + 0.12, y)], 0.008, mix(leaf, _WHITE, 0.35), alpha=0.7)
    pen.oval(-0.02, -0.02, 0.62, 0.07, _INK, alpha=0.35, soft=0.02)
    for x in (-0.34, 0.0, 0.34):
        limb(pen, [(x, -0.16), (x + 0.1, -0.1), (x + 0.12, 0.0)], (0.06, 0.05, 0.035), _INK)
    for tip in ((0.72, -0.66), (0.84, -0.58)):
        pen.line([(0.56, -0.42), (tip[0] - 0.06, -0.56), tip], 0.022, _INK)
        pen.oval(tip[0], tip[1], 0.028, 0.028, _INK)
    pen.ball(0.53, -0.28, 0.19, 0.2, mix(_INK, _WHITE, 0.08))
    for y in (-0.35, -0.25):
        pen.oval(0.62, y, 0.036, 0.045, _WHITE)
        pen.oval(0.635, y, 0.02, 0.026, _INK)
    shell = "-.6 -.1, -.6 -.3, -.46 -.54, -.2 -.69, .08 -.7, .32 -.58, .46 -.38, .48 -.14, .3 -.08, -.3 -.07"
    pen.cast(shell, hue, deep=1.3)
    pen.line("-.6 -.26, -.1 -.36, .46 -.28", 0.022, _INK)
    for x, y, reach in ((-0.38, -0.44, 0.075), (-0.08, -0.54, 0.085), (0.2, -0.47, 0.075), (-0.4, -0.18, 0.07),
                        (-0.08, -0.2, 0.08), (0.24, -0.18, 0.07)):  # fmt: skip
        pen.fill(ellipse(x, y, reach, reach * 0.9), _INK)
    pen.blob("-.4 -.56, -.2 -.65, .0 -.66, -.14 -.6, -.34 -.5", _WHITE, alpha=0.45, soft=0.012)
