"""Fruits as they lie on a table: a cut watermelon, a pineapple, halves of an avocado."""

import numpy as np

from studio.renderers.drawing.canvas import Array, colour, ellipse, mix
from studio.renderers.motifs.pen import Pen, mirrored

_INK, _WHITE = colour("#1a1412"), colour("#ffffff")


def paint_watermelon(pen: Pen, hue: Array) -> None:
    """Half a melon that shows its flesh in the colour `hue`, and a slice before it."""
    rind = colour("#2f7a3a")
    pen.shadow(0, 0.9)
    pen.ball(-0.16, -0.5, 0.62, 0.5, rind)
    for x, tall in ((-0.68, 0.2), (-0.6, 0.31), (-0.5, 0.4)):
        pen.line([(x + 0.03, -0.5 - tall), (x - 0.03, -0.5), (x + 0.03, -0.5 + tall)], 0.022, mix(rind, colour("#a8d078"), 0.6),
                 end=0.03)  # fmt: skip
    for share, tone in ((1.0, colour("#2a6a34")), (0.95, colour("#dff0c0")), (0.88, hue)):
        pen.cast(ellipse(-0.06, -0.5, 0.56 * share, 0.48 * share), tone, curved=False, deep=0.5)
    for ring, count in ((0.56, 11), (0.3, 6)):
        for step in range(count):
            turn = 2 * np.pi * (step + ring) / count
            x, y = (
                -0.06 + 0.56 * ring * float(np.cos(turn)),
                -0.5 + 0.48 * ring * float(np.sin(turn)),
            )
            pen.oval(x, y, 0.028, 0.018, _INK, turn=turn)
    _slice(pen.moved(0.44, 0.02), hue)


def _slice(pen: Pen, hue: Array) -> None:
    """A wedge that stands on its rind."""
    for share, tone in ((1.0, colour("#2f7a3a")), (0.93, colour("#dff0c0")), (0.84, hue)):
        turns = np.linspace(0, np.pi, 24)
        bow = [
            (0.5 * share * float(np.cos(t)), -0.34 + 0.36 * share * float(np.sin(t))) for t in turns
        ]
        pen.cast([*bow, (-0.5 * share, -0.34), (0.5 * share, -0.34)], tone, curved=False, deep=0.5)
    for x, y in (
        (-0.26, -0.27),
        (-0.1, -0.22),
        (0.08, -0.26),
        (0.25, -0.25),
        (-0.02, -0.12),
        (0.16, -0.14),
        (-0.17, -0.13),
    ):
        pen.oval(x, y, 0.018, 0.028, _INK)


def paint_pineapple(pen: Pen, hue: Array) -> None:
    """A pineapple with its tuft of leaves."""
    leaf = colour("#3f8f4a")
    pen.shadow(0, 0.32)
    for step in range(11):
        lean = (step - 5) / 5
        bend = lean * 0.36
        tall = 0.46 - 0.16 * abs(lean)
        tone = mix(leaf, _INK if step % 2 else _WHITE, 0.16)
        pen.cast([(lean * 0.1 - 0.05, -0.68), (bend * 0.7 - 0.03, -0.68 - tall * 0.6), (bend, -0.7 - tall),
                  (bend * 0.7 + 0.05, -0.68 - tall * 0.5), (lean * 0.1 + 0.05, -0.68)], tone)  # fmt: skip
    for lean in (-0.4, 0.4, 0.0):
        pen.cast([(lean * 0.2 - 0.06, -0.66), (lean * 0.5 - 0.03, -0.84), (lean * 0.6, -0.95), (lean * 0.5 + 0.05, -0.82),
                  (lean * 0.2 + 0.06, -0.66)], mix(leaf, _WHITE, 0.08))  # fmt: skip
    pen.cast(
        mirrored("0 -.72, .14 -.71, .24 -.62, .28 -.4, .25 -.16, .15 -.02, 0 .0"), hue, deep=1.3
    )
    seam, eye = mix(hue, _INK, 0.5), mix(hue, _WHITE, 0.4)
    for row in range(9):
        y = -0.66 + 0.076 * row
        half = float(np.interp(y, [-0.72, -0.62, -0.4, -0.16, 0.0], [0.12, 0.22, 0.26, 0.23, 0.1]))
        for step in range(-3, 4):
            x = (step + 0.5 * (row % 2)) * 0.092
            if abs(x) > half:
                continue
            wide = 0.047 * float(np.sqrt(max(1 - (x / 0.31) ** 2, 0.2)))
            pen.line([(x - wide, y), (x, y - 0.075), (x + wide, y), (x, y + 0.075)], 0.008, seam,
                     curved=False, closed=True, alpha=0.8)  # fmt: skip
            pen.line([(x, y - 0.01), (x + 0.004, y - 0.035)], 0.014, eye, end=0.004)


def paint_avocado(pen: Pen, hue: Array) -> None:
    """Two halves of an avocado, the stone in one of them."""
    skin, flesh, rim = mix(hue, _INK, 0.35), colour("#f0ecA0"), colour("#b8d060")
    pen.shadow(0, 0.75)
    pear = "0 -1.0, .13 -.96, .22 -.82, .26 -.64, .36 -.44, .38 -.24, .3 -.08, .16 .0, 0 .02"
    for x, stone in ((-0.4, False), (0.4, True)):
        half = pen.moved(x, 0.0, turn=-0.14 if x < 0 else 0.14)
        half.cast(mirrored(pear), skin)
        for share, tone in ((0.92, rim), (0.84, flesh)):
            half.cast(
                [(px * share, -0.4 + (py + 0.4) * share) for px, py in mirrored(pear)],
                tone,
                deep=0.5,
            )
        if stone:
            half.ball(0, -0.3, 0.17, 0.18, colour("#8a5430"))
            half.oval(-0.05, -0.37, 0.05, 0.03, _WHITE, alpha=0.5, turn=-0.5)
        else:
            half.cast(
                ellipse(0, -0.3, 0.17, 0.18),
                mix(flesh, colour("#a8964a"), 0.5),
                curved=False,
                deep=-0.8,
            )
