"""People at sports of their own: tennis, golf, boxing, skiing."""

from dataclasses import replace

import numpy as np

from studio.renderers.drawing.canvas import Array, colour, mix
from studio.renderers.motifs.body import (
    Clothes,
    Pose,
    is_woman,
    limb,
    natural,
    paint_arm,
    paint_body,
)
from studio.renderers.motifs.pen import Pen

_INK, _WHITE, _STEEL = colour("#1c1618"), colour("#ffffff"), colour("#b8c0c8")
_SERVE = Pose((0.02, -0.95), (0.0, -0.84), (-0.04, -0.53), ".02 -.82, .13 -.93, .21 -1.06", ".0 -.82, -.13 -.9, -.16 -1.04",
              "-.02 -.51, .09 -.29, .05 -.04, .13 -.01", "-.06 -.51, -.12 -.28, -.26 -.07, -.2 .0")  # fmt: skip
_SWING = Pose((0.02, -0.92), (0.02, -0.81), (-0.04, -0.5), ".06 -.79, .19 -.87, .12 -1.0", "-.0 -.79, .16 -.9, .11 -1.01",
              "-.02 -.48, .06 -.26, .09 -.03, .16 .0", "-.06 -.48, -.14 -.27, -.17 -.05, -.1 -.0")  # fmt: skip
_GUARD = Pose((0.08, -0.9), (0.03, -0.8), (-0.04, -0.49), ".06 -.78, .14 -.64, .26 -.76", ".04 -.78, .22 -.74, .42 -.78",
              "-.02 -.47, .1 -.26, .07 -.03, .15 .0", "-.06 -.47, -.14 -.26, -.26 -.04, -.18 -.01")  # fmt: skip
_SCHUSS = Pose((0.2, -0.74), (0.14, -0.64), (-0.1, -0.42), ".15 -.62, .2 -.46, .34 -.48", ".13 -.62, .16 -.47, .3 -.5",
               "-.08 -.4, .13 -.29, .02 -.06, .1 -.04", "-.1 -.4, .1 -.29, -.03 -.07, .06 -.05")  # fmt: skip


def _player(pen: Pen, top: Array, bottom: Array, otherwise: float, **more: float) -> Clothes:
    """Somebody in a shirt of one colour and the rest of another."""
    skin, hair = natural(pen)
    woman = is_woman(pen, otherwise)
    wear = Clothes(top, bottom, _WHITE * np.float32(0.92), skin, hair, style="bun" if woman else "short",
                   build=0.9 if woman else 1.08)  # fmt: skip
    return replace(wear, **more)  # type: ignore[arg-type]


def paint_tennis(pen: Pen, hue: Array) -> None:
    """A player who serves."""
    pen.shadow(0, 0.36)
    wear = _player(pen, _WHITE * np.float32(0.95), hue, 0.6, leg=0.36)
    pen.line(".21 -1.06, .3 -1.19", 0.026, _INK, curved=False)
    turns = np.linspace(0, 2 * np.pi, 25)
    bow = [(0.375 + 0.1 * float(np.cos(t)) * 0.82 - 0.06 * float(np.sin(t)), -1.31 - 0.13 * float(np.sin(t)) - 0.04 * float(np.cos(t)))
           for t in turns]  # fmt: skip
    pen.fill(bow, _WHITE, alpha=0.35)
    for step in range(3, 10):
        pen.line([bow[step], bow[24 - step]], 0.004, _WHITE, curved=False)
    pen.line(bow, 0.02, hue)
    pen.ball(-0.2, -1.3, 0.04, 0.04, colour("#d8f03a"))
    paint_body(pen, _SERVE, wear)


def paint_golf(pen: Pen, hue: Array) -> None:
    """A golfer at the end of the swing, the flag far off."""
    pen.shadow(0, 0.3)
    pen.line(".56 .0, .56 -.62", 0.012, _WHITE, curved=False)
    pen.blob(".56 -.62, .68 -.6, .78 -.55, .68 -.51, .56 -.5", colour("#d8323a"))
    pen.oval(0.56, 0.0, 0.06, 0.012, _INK)
    pen.line(".11 -1.0, -.16 -1.02, -.36 -.86", 0.014, _STEEL)
    pen.cast("-.34 -.88, -.4 -.86, -.42 -.79, -.36 -.82", _STEEL)
    paint_body(pen, _SWING, _player(pen, hue, colour("#e8e0cc"), 0.3))
    pen.ball(0.36, -0.36, 0.024, 0.024, _WHITE)
    for step in range(3):
        pen.line([(0.2 - 0.06 * step, -0.18 + 0.05 * step), (0.26 - 0.05 * step, -0.24 + 0.05 * step)], 0.008, _WHITE,
                 end=0.002, alpha=0.6)  # fmt: skip


def paint_boxer(pen: Pen, hue: Array) -> None:
    """A boxer on guard, behind the ropes of the ring."""
    pen.shadow(0, 0.38)
    for y, tone in (
        (-0.62, colour("#d8323a")),
        (-0.42, _WHITE * np.float32(0.92)),
        (-0.22, colour("#2f5fb0")),
    ):
        pen.line([(-0.62, y), (0.0, y + 0.02), (0.66, y)], 0.02, tone)
    for x in (-0.62, 0.66):
        pen.fill(
            [(x - 0.03, -0.72), (x + 0.03, -0.72), (x + 0.03, 0.0), (x - 0.03, 0.0)],
            mix(hue, _INK, 0.4),
        )
    wear = _player(pen, hue, hue, 0.3, leg=0.52, sleeve=0.0)
    wear = replace(wear, top=wear.top if wear.style == "bun" else wear.skin, shoes=_INK, build=1.2)
    paint_body(pen, _GUARD, wear)
    for x, y in ((0.45, -0.79), (0.29, -0.78)):
        pen.ball(x, y, 0.075, 0.066, colour("#c8202f"))
        pen.line([(x - 0.06, y - 0.01), (x - 0.055, y + 0.05)], 0.024, _WHITE)


def paint_skier(pen: Pen, hue: Array) -> None:
    """A skier in a schuss who throws up snow."""
    snow = colour("#f6fafc")
    pen.line("-.5 .0, .1 .0, .42 -.02, .52 -.1", 0.028, mix(hue, _INK, 0.35))
    pen.line("-.56 -.03, .04 -.03, .36 -.05, .46 -.12", 0.022, hue)
    pen.line(".34 -.48, .0 -.36, -.42 -.3", 0.014, _STEEL)
    wear = replace(_player(pen, hue, colour("#26304a"), 0.4, sleeve=0.95), shoes=_INK)
    paint_body(pen, _SCHUSS, wear)
    x, y = _SCHUSS.head
    pen.ball(x - 0.005, y - 0.015, 0.072, 0.074, mix(hue, _WHITE, 0.2))
    pen.cast(
        [
            (x + 0.0, y - 0.035),
            (x + 0.066, y - 0.035),
            (x + 0.07, y + 0.012),
            (x + 0.01, y + 0.018),
        ],
        _INK,
    )
    pen.cast(
        [(x + 0.0, y + 0.02), (x + 0.058, y + 0.02), (x + 0.03, y + 0.062), (x - 0.03, y + 0.05)],
        wear.skin,
    )
    limb(pen, [(0.33, -0.48), (0.36, -0.48)], (0.05, 0.05), _INK)
    paint_arm(pen, _SCHUSS, replace(wear, skin=_INK))
    for _ in range(40):
        out = float(pen.rng.uniform(0, 1))
        reach = 0.01 + 0.03 * (1 - out) * float(pen.rng.uniform(0.4, 1))
        pen.oval(
            -0.86 + 0.5 * out,
            0.03 - float(pen.rng.uniform(0, 0.34)) * (1 - out),
            reach,
            reach,
            snow,
            alpha=0.8,
        )
    pen.blob("-.9 .06, -.6 -.02, -.2 .03, .3 .02, .5 .06, -.1 .08", snow, alpha=0.85)
