"""What floats: a kite on its line, a flying saucer, a ghost."""

import numpy as np

from studio.renderers.drawing.canvas import Array, colour, mix
from studio.renderers.motifs.pen import Pen, mirrored

_INK, _WHITE, _STEEL = colour("#1a1620"), colour("#ffffff"), colour("#aeb6c4")


def paint_kite(pen: Pen, hue: Array) -> None:
    """A kite of four fields with a tail of bows."""
    other = mix(hue, colour("#fff0c0"), 0.72)
    pen.line("-.04 -.56, -.3 -.2, -.62 .1", 0.005, mix(_INK, _WHITE, 0.6))
    pen.line(".06 -.28, .14 -.16, .06 -.06, .16 .04, .1 .12", 0.012, mix(hue, _INK, 0.3))
    for x, y, turn in ((0.12, -0.17, 0.4), (0.09, -0.05, -0.4), (0.14, 0.05, 0.3)):
        for side in (-1, 1):
            pen.oval(x + side * 0.034, y, 0.034, 0.02, other if turn > 0 else hue, turn=turn * side)
    middle, ends = (-0.02, -0.68), ((-0.1, -1.04), (0.26, -0.72), (0.06, -0.28), (-0.3, -0.62))
    for number, start in enumerate(ends):
        pen.fill([middle, start, ends[(number + 1) % 4]], hue if number % 2 == 0 else other,
                 fade=mix(hue if number % 2 == 0 else other, _INK, 0.14))  # fmt: skip
    for one, other_end in ((0, 2), (1, 3)):
        pen.line([ends[one], ends[other_end]], 0.01, mix(hue, _INK, 0.5), curved=False)


def paint_saucer(pen: Pen, hue: Array) -> None:
    """A flying saucer with its beam."""
    beam = colour("#c8ffd0")
    pen.fill("-.2 -.5, .2 -.5, .52 .04, -.52 .04", beam, alpha=0.3, soft=0.02)
    pen.fill("-.1 -.5, .1 -.5, .28 .04, -.28 .04", beam, alpha=0.25, soft=0.02)
    pen.ball(0, -0.78, 0.28, 0.24, mix(hue, colour("#bfeaf4"), 0.75))
    pen.ball(0, -0.72, 0.1, 0.12, colour("#7fd070"))
    for side in (-1, 1):
        pen.oval(side * 0.042, -0.75, 0.026, 0.04, _INK, turn=side * 0.4)
    pen.blob("-.2 -.86, -.1 -.96, .0 -.98, -.08 -.88, -.16 -.78", _WHITE, alpha=0.55, soft=0.01)
    pen.cast(
        "-.76 -.56, -.5 -.68, -.2 -.73, .2 -.73, .5 -.68, .76 -.56, .5 -.46, .2 -.42, -.2 -.42, -.5 -.46",
        _STEEL,
    )
    pen.line("-.72 -.56, -.3 -.6, .3 -.6, .72 -.56", 0.016, mix(_STEEL, _WHITE, 0.5))
    for step in range(7):
        x = -0.54 + 0.18 * step
        light = (hue, colour("#ffe08a"))[step % 2]
        y = -0.515 + 0.03 * float(np.cos(x * 2.4))
        pen.glow(x, y, 0.09, light * np.float32(0.4))
        pen.oval(x, y, 0.036, 0.026, mix(light, _WHITE, 0.3))


def paint_ghost(pen: Pen, hue: Array) -> None:
    """A friendly ghost that floats."""
    sheet = mix(hue, _WHITE, 0.2)
    pen.glow(0, -0.55, 0.75, sheet * np.float32(0.25))
    pen.oval(0, 0.02, 0.3, 0.035, _INK, alpha=0.3, soft=0.03)
    pen.cast("0 -1.0, .2 -.95, .32 -.8, .36 -.55, .4 -.3, .44 -.08, .34 -.14, .24 -.05, .14 -.14, .02 -.05, -.1 -.14, "
             "-.2 -.05, -.3 -.14, -.42 -.07, -.4 -.3, -.36 -.55, -.32 -.8, -.2 -.95", sheet)  # fmt: skip
    for side in (-1, 1):
        arm = [
            (side * x, y)
            for x, y in ((0.32, -0.6), (0.44, -0.62), (0.54, -0.54), (0.5, -0.47), (0.38, -0.48))
        ]
        pen.cast(arm, sheet)
        pen.oval(side * 0.11, -0.74, 0.046, 0.068, _INK)
        pen.oval(side * 0.11 - 0.014, -0.77, 0.014, 0.018, _WHITE)
        pen.oval(side * 0.19, -0.64, 0.045, 0.026, colour("#f08a9a"), alpha=0.5)
    pen.blob(mirrored("0 -.63, .05 -.62, .045 -.55, 0 -.52"), _INK)
