"""Things of a season and of the wood's floor: a Christmas tree with presents, mushrooms, a snail, a hedgehog."""

import numpy as np

from studio.renderers.drawing.canvas import Array, colour, ellipse, mix
from studio.renderers.motifs.body import limb
from studio.renderers.motifs.pen import Pen

_INK, _WHITE, _GOLD = colour("#1c1618"), colour("#ffffff"), colour("#f2c14e")


def paint_christmas_tree(pen: Pen, hue: Array) -> None:
    """A fir with lights, baubles, a star and presents below."""
    pen.shadow(0, 0.5)
    pen.cast("-.05 -.16, .05 -.16, .06 .0, -.06 .0", colour("#6a4228"), curved=False)
    for step, (top, low, half) in enumerate(
        ((-0.5, -0.1, 0.46), (-0.72, -0.34, 0.37), (-0.94, -0.58, 0.26))
    ):
        left = [(-half * t, top + (low - top) * t) for t in (0.1, 0.4, 0.7, 1.0)]
        scallops = [
            (half * (-1 + 2 * t), low + (0.035 if k % 2 else 0.0))
            for k, t in enumerate(np.linspace(0.08, 0.92, 9))
        ]
        right = [(-x, y) for x, y in reversed(left)]
        pen.cast([*left, *scallops, *right], mix(hue, _WHITE, 0.06 * step))
    _trimmings(pen)
    star = [(0.075 * (1 if k % 2 == 0 else 0.45) * float(np.sin(np.pi * k / 5)),
             -0.97 - 0.075 * (1 if k % 2 == 0 else 0.45) * float(np.cos(np.pi * k / 5))) for k in range(10)]  # fmt: skip
    pen.fill(star, _GOLD)
    for x, half, tall, code in (
        (-0.34, 0.12, 0.16, "#c8323a"),
        (0.3, 0.14, 0.13, "#2f6fb0"),
        (0.08, 0.1, 0.1, "#e0ac3a"),
    ):
        _present(pen, x, half, tall, colour(code))


def _trimmings(pen: Pen) -> None:
    """Garlands of light and coloured balls."""
    for y, half in ((-0.72, 0.16), (-0.5, 0.27), (-0.24, 0.38)):
        turns = np.linspace(-1, 1, 15)
        garland = [(half * float(t), y + 0.05 * float(1 - t * t) + 0.04 * float(t)) for t in turns]
        pen.line(garland, 0.008, mix(_GOLD, _WHITE, 0.3), alpha=0.8)
        for x, dy in garland[1::2]:
            pen.oval(x, dy, 0.012, 0.014, colour("#fff2c0"))
    for x, y in ((-0.06, -0.8), (0.09, -0.62), (-0.16, -0.56), (0.02, -0.44), (0.24, -0.4), (-0.26, -0.32), (0.1, -0.2),
                 (-0.1, -0.18), (0.34, -0.16), (-0.38, -0.14)):  # fmt: skip
        code = ("#d8323a", "#e8b53a", "#3f8fd0", "#d85a9a")[int(pen.rng.integers(4))]
        pen.ball(x, y, 0.034, 0.034, colour(code))


def _present(pen: Pen, x: float, half: float, tall: float, hue: Array) -> None:
    """A parcel with a ribbon and its bow."""
    ribbon = mix(hue, _WHITE, 0.75)
    pen.cast(
        [(x - half, -tall), (x + half, -tall), (x + half, 0.0), (x - half, 0.0)], hue, curved=False
    )
    pen.fill([(x - 0.018, -tall), (x + 0.018, -tall), (x + 0.018, 0.0), (x - 0.018, 0.0)], ribbon)
    for side in (-1, 1):
        pen.ball(x + side * 0.032, -tall - 0.016, 0.032, 0.018, ribbon, turn=side * -0.4)


def paint_mushrooms(pen: Pen, hue: Array) -> None:
    """A large toadstool with white dots and a small one beside it, in the grass."""
    pen.shadow(0, 0.5)
    for x, scale in ((0.34, 0.5), (-0.06, 1.0)):
        part = pen.moved(x, 0.0, scale)
        part.cast("-.1 -.6, .1 -.6, .1 -.3, .15 .0, -.15 .0, -.1 -.3", colour("#f4ead4"))
        part.cast("-.2 -.5, .2 -.5, .16 -.42, .06 -.45, -.06 -.43, -.16 -.42", colour("#e8dcc2"))
        part.cast(ellipse(0, -0.58, 0.42, 0.08), colour("#e8cfae"), curved=False)
        part.cast(
            "-.47 -.58, -.42 -.76, -.26 -.93, .0 -1.0, .26 -.93, .42 -.76, .47 -.58, .2 -.54, .0 -.53, -.2 -.54",
            hue,
        )
        for dx, y, reach in ((-0.24, -0.74, 0.055), (0.02, -0.86, 0.06), (0.25, -0.73, 0.05), (-0.06, -0.65, 0.045),
                             (0.14, -0.62, 0.03), (-0.35, -0.62, 0.032), (0.38, -0.62, 0.028), (-0.14, -0.9, 0.03)):  # fmt: skip
            part.oval(dx, y, reach, reach * 0.8, colour("#fbf4e8"))
    for x in np.linspace(-0.5, 0.56, 30):
        lean, tall = float(pen.rng.normal(0, 0.03)), float(pen.rng.uniform(0.05, 0.14))
        pen.line([(float(x), 0.02), (float(x) + lean, -tall)], 0.02, mix(colour("#4f8f4a"), _INK, float(pen.rng.uniform(0, 0.3))),
                 end=0.004)  # fmt: skip


def paint_snail(pen: Pen, hue: Array) -> None:
    """A snail with a coiled house."""
    flesh = colour("#d8b48a")
    pen.shadow(0, 0.7)
    pen.cast(
        "-.78 .0, -.6 -.07, -.2 -.2, .2 -.2, .42 -.28, .48 -.46, .58 -.52, .68 -.46, .7 -.3, .6 -.1, .46 .0",
        flesh,
    )
    for tip in ((0.54, -0.78), (0.72, -0.74)):
        pen.line([(0.6, -0.46), tip], 0.034, flesh, end=0.026)
        pen.ball(tip[0], tip[1], 0.032, 0.032, _INK)
    pen.line(".6 -.34, .65 -.32, .69 -.35", 0.01, mix(flesh, _INK, 0.6))
    pen.ball(-0.12, -0.5, 0.44, 0.42, hue)
    turns = np.linspace(0, 5.2 * np.pi, 70)
    coil = [
        (
            -0.1 + 0.4 * (1 - t / 17) * float(np.cos(t + 0.6)),
            -0.48 + 0.38 * (1 - t / 17) * float(np.sin(t + 0.6)),
        )
        for t in turns
    ]
    pen.line(coil, 0.032, mix(hue, _INK, 0.45), end=0.012)
    pen.blob("-.4 -.62, -.24 -.8, -.06 -.84, -.22 -.7", _WHITE, alpha=0.28, soft=0.015)


def paint_hedgehog(pen: Pen, hue: Array) -> None:
    """A hedgehog that looks at us from the side."""
    face, nose = colour("#e0bc90"), (0.66, -0.24)
    pen.shadow(0, 0.62)
    for layer in range(4):
        tone = mix(hue, _INK if layer % 2 == 0 else colour("#e8d2a8"), 0.4 - 0.08 * layer)
        reach = 1.0 - 0.2 * layer
        for turn in np.linspace(0.1, np.pi + 0.25, 26 - 4 * layer):
            lean = float(turn) + 0.16
            out = (
                -0.06 + 0.56 * reach * float(np.cos(turn)),
                -0.14 - 0.6 * reach * float(np.sin(turn)),
            )
            tip = (out[0] + 0.13 * float(np.cos(lean)), out[1] - 0.13 * float(np.sin(lean)))
            pen.line(
                [(-0.06 + (out[0] + 0.06) * 0.5, -0.14 + (out[1] + 0.14) * 0.5), out, tip],
                0.09,
                tone,
                end=0.004,
            )
    pen.cast(
        "-.5 -.12, -.2 -.2, .1 -.3, .26 -.5, .4 -.5, .52 -.38, .66 -.28, .66 -.2, .5 -.12, .3 -.04, -.3 -.02",
        face,
    )
    pen.ball(0.24, -0.46, 0.075, 0.07, mix(face, _INK, 0.25))
    pen.ball(nose[0], nose[1], 0.045, 0.04, _INK)
    pen.oval(0.44, -0.35, 0.03, 0.034, _INK)
    pen.oval(0.45, -0.362, 0.01, 0.01, _WHITE)
    pen.line(".5 -.17, .56 -.16, .6 -.19", 0.01, mix(face, _INK, 0.6))
    pen.oval(0.42, -0.24, 0.04, 0.026, colour("#e8867a"), alpha=0.5)
    for x in (-0.34, -0.14, 0.18, 0.34):
        limb(pen, [(x, -0.07), (x + 0.03, -0.005)], (0.09, 0.07), mix(face, _INK, 0.2))
