"""What carries people through the air and over the sea: an airliner, an airship, a tall ship."""

import numpy as np

from studio.renderers.drawing.canvas import Array, colour, mix
from studio.renderers.motifs.pen import Pen

_INK, _WHITE, _STEEL = colour("#15161c"), colour("#ffffff"), colour("#b8c0c8")


def paint_airplane(pen: Pen, hue: Array) -> None:
    """An airliner that climbs to the right, its far wing behind."""
    body = colour("#f6f7f8")
    pen.cast(".1 -.36, .34 -.62, .42 -.62, .3 -.36", mix(_STEEL, _INK, 0.15), curved=False)
    pen.cast("-.78 -.4, -.96 -.78, -.8 -.78, -.56 -.42", hue, curved=False)
    pen.cast(
        "-.94 -.36, -.8 -.42, .5 -.46, .74 -.42, .92 -.31, .94 -.26, .84 -.2, .5 -.16, -.3 -.16, -.7 -.24",
        body,
    )
    pen.blob(
        "-.9 -.32, -.3 -.27, .5 -.25, .93 -.27, .84 -.2, .5 -.16, -.3 -.16, -.7 -.24",
        mix(hue, _WHITE, 0.1),
        alpha=0.95,
    )
    pen.fill(".74 -.39, .84 -.35, .88 -.31, .76 -.32", colour("#2a3a4c"))
    for step in range(15):
        pen.oval(-0.5 + 0.077 * step, -0.345, 0.016, 0.024, colour("#3a5068"))
    pen.ball(0.26, -0.13, 0.13, 0.055, _STEEL)
    pen.oval(0.375, -0.13, 0.024, 0.05, _INK)
    pen.cast(".26 -.27, -.16 .1, -.32 .1, -.12 -.26", mix(_STEEL, _WHITE, 0.35), curved=False)
    pen.fill("-.16 .1, -.32 .1, -.29 .07, -.14 .07", hue)
    pen.cast("-.62 -.32, -.92 -.2, -1.0 -.22, -.82 -.34", mix(_STEEL, _WHITE, 0.2), curved=False)


def paint_airship(pen: Pen, hue: Array) -> None:
    """An airship of ribs and brass with a gondola below."""
    brass = colour("#c08a3a")
    for fin in (
        "-.66 -.62, -1.0 -1.02, -1.02 -.7, -.84 -.58",
        "-.66 -.46, -1.0 -.1, -1.02 -.4, -.84 -.5",
    ):
        pen.cast(fin, mix(hue, _INK, 0.3), curved=False)
    pen.cast(
        "-1.0 -.56, -.7 -.76, -.2 -.9, .4 -.88, .8 -.74, .98 -.56, .8 -.38, .4 -.26, -.2 -.24, -.7 -.36",
        hue,
    )
    for share in (-0.6, -0.2, 0.2, 0.6):
        pen.line(
            [(-0.96, -0.56), (0.0, -0.57 + 0.31 * share), (0.95, -0.56)],
            0.01,
            mix(hue, _INK, 0.35),
            alpha=0.7,
        )
    for x, half in ((-0.55, 0.26), (-0.15, 0.325), (0.25, 0.325), (0.6, 0.25)):
        pen.line(
            [(x - 0.02, -0.57 - half), (x + 0.05, -0.57), (x - 0.02, -0.57 + half)], 0.024, brass
        )
    for x in (-0.22, 0.0, 0.22):
        pen.line([(x * 1.4, -0.27), (x, -0.14)], 0.012, _INK, curved=False)
    pen.cast("-.36 -.16, .36 -.16, .3 -.02, .2 .04, -.24 .04, -.32 -.02", colour("#6b4228"))
    pen.line("-.38 -.16, .38 -.16", 0.028, brass, curved=False)
    for step in range(6):
        pen.oval(-0.23 + 0.092 * step, -0.075, 0.03, 0.034, brass)
        pen.oval(-0.23 + 0.092 * step, -0.075, 0.021, 0.025, colour("#ffe0a0"))
    pen.line("-.38 -.08, -.46 -.08", 0.03, brass, curved=False)
    pen.oval(-0.47, -0.08, 0.018, 0.13, _STEEL, alpha=0.85)


def paint_tall_ship(pen: Pen, hue: Array) -> None:
    """A ship with three masts under sail; black sails and a flag with bones where pirates are named."""
    pirates = bool(pen.words & {"pirate", "pirates", "ghost"})
    cloth = colour("#2a2628") if pirates else colour("#f4ecd8")
    dark = mix(hue, _INK, 0.4)
    for step in range(4):
        pen.oval(
            0.0,
            0.03 + 0.04 * step,
            0.62 - 0.09 * step,
            0.02,
            mix(hue, _INK, 0.3),
            alpha=0.4 - 0.08 * step,
        )
    pen.line(".5 -.24, .84 -.42", 0.02, dark, end=0.01, curved=False)
    for x, top in ((-0.36, -0.96), (0.02, -1.1), (0.34, -0.98)):
        pen.line([(x, -0.16), (x, top)], 0.02, dark, end=0.012, curved=False)
        tall = (-top - 0.28) / 3
        for row in range(3):
            low = -0.28 - tall * row
            half = 0.2 - 0.036 * row
            sail = [(x - half, low), (x - half * 0.86, low - tall * 0.92), (x + half * 0.86, low - tall * 0.92), (x + half, low),
                    (x + half * 0.55, low - 0.03), (x + 0.04, low - 0.045), (x - half * 0.5, low - 0.03)]  # fmt: skip
            pen.cast(sail, cloth, curved=False, deep=0.8)
            pen.line(
                [(x - half * 0.9, low - tall * 0.92), (x + half * 0.9, low - tall * 0.92)],
                0.012,
                dark,
                curved=False,
            )
    _hull(pen, hue, cloth, pirates=pirates)


def _hull(pen: Pen, hue: Array, cloth: Array, *, pirates: bool) -> None:
    """Jib, rigging, and the hull with its gun ports."""
    dark = mix(hue, _INK, 0.4)
    pen.fill(".38 -.32, .8 -.42, .4 -.82", mix(cloth, _WHITE, 0.1), alpha=0.95)
    for line in (
        "-.62 -.28, -.36 -.95",
        "-.36 -.95, .02 -1.08",
        ".02 -1.08, .34 -.97",
        ".34 -.97, .83 -.42",
    ):
        pen.line(line, 0.005, dark, curved=False, alpha=0.8)
    pen.cast(
        "-.7 -.36, -.5 -.34, -.44 -.24, .3 -.22, .52 -.3, .6 -.28, .5 -.08, .4 .02, -.48 .03, -.62 -.1",
        hue,
    )
    for y in (-0.15, -0.09):
        pen.line(
            [(-0.62, y - 0.03), (-0.4, y), (0.2, y), (0.5, y - 0.03)],
            0.012,
            mix(hue, colour("#e0ac3a"), 0.6),
        )
    for step in range(7):
        x = -0.42 + 0.12 * step
        pen.fill(
            [(x - 0.022, -0.2), (x + 0.022, -0.2), (x + 0.022, -0.165), (x - 0.022, -0.165)], _INK
        )
    for x in (-0.63, -0.56):
        pen.oval(x, -0.28, 0.02, 0.024, colour("#ffd890"))
    _flag(pen, pirates)


def _flag(pen: Pen, pirates: bool) -> None:
    pen.blob(
        ".02 -1.12, .12 -1.15, .24 -1.1, .24 -1.0, .12 -1.05, .02 -1.02",
        _INK if pirates else colour("#c8323a"),
    )
    if pirates:
        pen.oval(0.12, -1.09, 0.022, 0.022, _WHITE)
        pen.line(".09 -1.06, .16 -1.045", 0.009, _WHITE, curved=False)
        pen.line(".16 -1.065, .09 -1.04", 0.009, _WHITE, curved=False)
        for x in (0.112, 0.13):
            pen.oval(x, -1.09, 0.005, 0.006, _INK)
    pen.line([(0.02, -1.0), (0.02, -1.16)], float(np.float32(0.01)), _INK, curved=False)
