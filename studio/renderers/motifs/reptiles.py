"""Reptiles seen whole: a crocodile with its mouth open, a snake in its coils."""

import numpy as np

from studio.renderers.drawing.canvas import Array, colour, ellipse, mix
from studio.renderers.motifs.body import limb
from studio.renderers.motifs.pen import Pen

_INK, _WHITE, _BONE = colour("#15140f"), colour("#ffffff"), colour("#fbf6e6")


def paint_crocodile(pen: Pen, hue: Array) -> None:
    """A crocodile that looks to the right, its jaws apart."""
    dark, pale = mix(hue, _INK, 0.35), mix(hue, colour("#f0e8b0"), 0.6)
    pen.shadow(0, 1.0)
    for leg in (
        "-.36 -.24, -.5 -.14, -.42 -.04, -.32 -.02",
        ".34 -.22, .24 -.12, .3 -.04, .4 -.02",
    ):
        limb(pen, leg, (0.18, 0.11, 0.08, 0.07), dark)
    for step in range(22):
        x = -1.1 + 0.072 * step
        y = _back(x)
        tall = 0.05 + 0.03 * (step % 2)
        pen.fill([(x - 0.05, y + 0.03), (x - 0.005, y - tall), (x + 0.045, y + 0.03)], dark)
    pen.cast(
        "-1.26 -.1, -1.0 -.2, -.7 -.32, -.36 -.43, .0 -.46, .3 -.44, .5 -.42, .56 -.26, .46 -.12, .2 -.07, -.2 -.06, -.5 -.08, "
        "-.8 -.06, -1.06 -.04",
        hue,
    )
    pen.blob("-.5 -.12, -.2 -.16, .2 -.17, .5 -.2, .46 -.12, .2 -.07, -.2 -.06, -.46 -.08", pale)
    _crocodile_head(pen, hue, dark, pale)
    for leg in (
        "-.52 -.26, -.66 -.16, -.58 -.04, -.46 -.015",
        ".2 -.24, .08 -.13, .12 -.04, .24 -.015",
    ):
        limb(pen, leg, (0.22, 0.13, 0.09, 0.08), hue)
    for x in (-0.5, -0.44, 0.2, 0.26):
        pen.fill([(x, -0.035), (x + 0.06, 0.0), (x, 0.005)], _BONE)
    for row, y in enumerate((-0.36, -0.27)):
        for step in range(9):
            x = -0.56 + 0.115 * step + 0.05 * row
            pen.oval(x, y + 0.05 * abs(x), 0.032, 0.018, dark, alpha=0.55)


def _back(x: float) -> float:
    """How high the back is there."""
    return float(np.interp(x, [-1.26, -1.0, -0.7, -0.36, 0.0, 0.3, 0.5],
                           [-0.1, -0.19, -0.31, -0.42, -0.45, -0.43, -0.41]))  # fmt: skip


def _crocodile_head(pen: Pen, hue: Array, dark: Array, pale: Array) -> None:
    """Both jaws with their teeth, the eye on its hump and the nostril."""
    pen.cast(".46 -.28, .7 -.34, 1.22 -.42, 1.24 -.12, .8 -.14, .5 -.16", colour("#8a2a30"))
    pen.cast(".6 -.19, .8 -.2, 1.02 -.17, 1.0 -.12, .7 -.12", colour("#d8707a"))
    for step in range(8):
        x = 0.68 + 0.078 * step
        low = -0.31 - 0.013 * step
        pen.fill([(x - 0.028, low - 0.03), (x + 0.028, low - 0.035), (x, low + 0.055)], _BONE)
        foot = -0.105 + 0.002 * step
        pen.fill([(x - 0.008, foot), (x + 0.044, foot), (x + 0.018, foot - 0.075)], _BONE)
    pen.cast(
        ".42 -.2, .6 -.15, .9 -.115, 1.22 -.13, 1.29 -.09, 1.24 -.05, .9 -.03, .6 -.05, .42 -.1",
        pale,
    )
    pen.cast(
        ".4 -.4, .5 -.52, .6 -.58, .7 -.55, .76 -.47, .96 -.44, 1.16 -.5, 1.28 -.49, 1.32 -.42, 1.26 -.38, .96 -.36, .7 -.31, "
        ".5 -.25, .42 -.28",
        hue,
    )
    pen.ball(0.615, -0.535, 0.07, 0.068, mix(hue, _WHITE, 0.08))
    pen.oval(0.63, -0.535, 0.043, 0.043, colour("#f2d03a"))
    pen.oval(0.635, -0.535, 0.013, 0.038, _INK)
    pen.oval(1.25, -0.465, 0.02, 0.014, dark)


def paint_snake(pen: Pen, hue: Array) -> None:
    """A snake that rises from its coils, its tongue out."""
    dark, pale = mix(hue, _INK, 0.55), mix(hue, colour("#fff2b8"), 0.65)
    pen.shadow(0.05, 0.62)
    limb(
        pen,
        ".3 -.1, .58 -.05, .78 -.07, .92 -.16",
        (0.17, 0.13, 0.08, 0.02),
        hue * np.float32(0.85),
    )
    for y, wide, tall in ((-0.13, 0.56, 0.14), (-0.29, 0.44, 0.125), (-0.43, 0.31, 0.105)):
        pen.oval(0, y + tall * 0.7, wide * 0.96, tall * 0.7, _INK, alpha=0.35, soft=0.01)
        pen.cast(ellipse(0, y, wide, tall), hue, curved=False, deep=1.3)
        count = round(wide * 13)
        for step in range(count):
            lean = (step + 0.5) / count * 2 - 1
            x, half = lean * wide * 0.9, 0.045 * (1 - 0.5 * abs(lean))
            middle = y + tall * 0.24 * (1 - lean * lean)
            pen.fill(
                [(x - half, middle), (x, middle - 0.06), (x + half, middle), (x, middle + 0.06)],
                dark,
            )
    neck = ".0 -.44, -.24 -.52, -.24 -.72, -.02 -.82, .1 -.92"
    limb(pen, neck, (0.2, 0.18, 0.155, 0.14, 0.12), hue)
    limb(pen, "-.1 -.47, -.17 -.56, -.16 -.7, .02 -.8", (0.06, 0.07, 0.06, 0.03), pale)
    for x, y in ((-0.27, -0.54), (-0.3, -0.66), (-0.22, -0.78), (-0.08, -0.86)):
        pen.fill([(x - 0.03, y), (x, y - 0.045), (x + 0.035, y), (x, y + 0.045)], dark)
    tongue = colour("#d8283f")
    pen.line(".34 -.92, .44 -.9, .5 -.91", 0.018, tongue)
    for tip in ((0.57, -0.95), (0.57, -0.88)):
        pen.line([(0.5, -0.91), tip], 0.014, tongue, end=0.006)
    pen.cast("-.02 -.94, .06 -1.04, .18 -1.06, .3 -1.0, .38 -.93, .34 -.87, .2 -.83, .06 -.84", hue)
    pen.line(".14 -.87, .26 -.885, .36 -.91", 0.012, dark)
    pen.oval(0.2, -0.985, 0.034, 0.032, colour("#f6d23c"))
    pen.oval(0.205, -0.985, 0.011, 0.028, _INK)
    pen.oval(0.345, -0.945, 0.01, 0.008, dark)
