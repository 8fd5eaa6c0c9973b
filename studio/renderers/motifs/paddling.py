"""Somebody in a kayak or a canoe, the paddle in the water."""

import numpy as np

from studio.renderers.drawing.canvas import Array, colour, ellipse, mix
from studio.renderers.motifs.body import Clothes, Pose, is_woman, natural, paint_arm, paint_body
from studio.renderers.motifs.pen import Pen

_INK, _WHITE = colour("#17151a"), colour("#ffffff")
_PADDLES = Pose((0.06, -0.44), (0.03, -0.33), (-0.02, 0.0), ".04 -.31, .14 -.2, .26 -.24", ".04 -.31, .0 -.18, .1 -.1",
                ".0 .0, .12 .02, .2 .06, .24 .06", ".0 .0, .12 .02, .2 .06, .24 .06")  # fmt: skip


def paint_kayak(pen: Pen, hue: Array) -> None:
    """A kayak in the colour `hue`; a canoe where one is named."""
    canoe = bool(pen.words & {"canoe", "canoes", "canoeing"})
    pen.fill(ellipse(0, 0.07, 0.98, 0.05), _INK, alpha=0.3, soft=0.02)
    skin, hair = natural(pen)
    woman = is_woman(pen)
    vest = (
        colour("#f2a03a")
        if float(np.abs(hue - colour("#f2a03a")).sum()) > 0.5
        else colour("#2f7fb0")
    )
    wear = Clothes(vest, mix(_INK, hue, 0.3), _INK, skin, hair, sleeve=0.0, style="long" if woman else "short",
                   build=0.95 if woman else 1.1)  # fmt: skip
    body = pen.moved(-0.06, -0.12, 1.45)
    shaft = [(-0.5, 0.02), (0.98, -0.78)] if not canoe else [(0.12, -0.74), (0.48, 0.1)]
    paint_body(body, _PADDLES, wear)
    (_canoe if canoe else _hull)(pen, hue)
    pen.line(shaft, 0.026, colour("#e8dcc0"), curved=False)
    for (x, y), (u, v) in ((shaft[0], shaft[1]), (shaft[1], shaft[0])):
        if canoe and y < 0:
            continue
        _blade(pen, (x, y), (x - u, y - v), mix(hue, _INK, 0.15))
    paint_arm(body, _PADDLES, wear)
    _wake(pen)


def _hull(pen: Pen, hue: Array) -> None:
    """A kayak's closed hull with the seat's rim."""
    pen.cast(
        "-1.1 -.14, -.9 -.14, -.5 -.18, .0 -.2, .5 -.18, .9 -.15, 1.12 -.2, 1.0 -.06, .7 .06, .2 .1, -.4 .1, -.84 .04",
        hue,
    )
    pen.blob(
        "-1.06 -.13, -.5 -.165, .0 -.185, .5 -.165, 1.06 -.18, .7 -.12, .0 -.11, -.7 -.1",
        mix(hue, _WHITE, 0.35),
        alpha=0.9,
    )
    pen.fill(ellipse(-0.08, -0.165, 0.26, 0.03), mix(hue, _INK, 0.7))
    pen.line("-.34 -.16, -.08 -.135, .18 -.16", 0.018, mix(_INK, _WHITE, 0.15))
    pen.line("-.9 .0, -.3 .045, .4 .045, .92 -.03", 0.02, _WHITE, alpha=0.8)
    for x in (-0.7, 0.55):
        pen.line([(x, -0.15), (x + 0.1, -0.12)], 0.014, _INK, curved=False)


def _canoe(pen: Pen, hue: Array) -> None:
    """A canoe's hull, its ends turned up."""
    pen.cast("-1.12 -.34, -1.0 -.3, -.7 -.2, .0 -.17, .7 -.2, 1.0 -.3, 1.12 -.34, 1.06 -.12, .86 .06, .3 .1, -.3 .1, -.86 .06, "
             "-1.06 -.12", hue)  # fmt: skip
    pen.line(
        "-1.1 -.33, -.7 -.2, .0 -.165, .7 -.2, 1.1 -.33", 0.03, mix(hue, colour("#f2dcb0"), 0.7)
    )
    for y in (-0.07, 0.0):
        pen.line(
            [(-0.98, y - 0.06), (0, y + 0.03), (0.98, y - 0.06)],
            0.008,
            mix(hue, _INK, 0.4),
            alpha=0.8,
        )


def _blade(pen: Pen, tip: tuple[float, float], along: tuple[float, float], hue: Array) -> None:
    """The blade at one end of the paddle."""
    length = float(np.hypot(*along))
    dx, dy = along[0] / length, along[1] / length
    middle = (tip[0] + dx * 0.06, tip[1] + dy * 0.06)
    pen.cast(ellipse(*middle, 0.13, 0.05, turn=float(np.arctan2(dy, dx))), hue, curved=False)


def _wake(pen: Pen) -> None:
    """The water along the hull."""
    foam = colour("#eef6fa")
    for path, width in (("-1.02 .08, -.4 .125, .3 .12, 1.0 .04", 0.022), ("-.9 .13, -.5 .15, .0 .15", 0.014),
                        (".2 .15, .6 .14, .9 .1", 0.014)):  # fmt: skip
        pen.line(path, width, foam, end=0.004, alpha=0.75)
