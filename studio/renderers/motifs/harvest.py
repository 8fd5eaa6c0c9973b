"""Round things: a pumpkin, a cactus in its pot, a skull."""

import numpy as np

from studio.renderers.drawing.canvas import Array, colour, mix
from studio.renderers.motifs.pen import Pen, mirrored

_INK, _WHITE, _STALK = colour("#1a1210"), colour("#ffffff"), colour("#5f7a35")


def paint_pumpkin(pen: Pen, hue: Array) -> None:
    """A pumpkin; cut into a lantern where it is Halloween."""
    pen.shadow(0, 0.56, y=-0.04)
    for x, half in ((-0.36, 0.22), (0.36, 0.22), (-0.2, 0.24), (0.2, 0.24), (0.0, 0.22)):
        pen.ball(x, -0.42, half, 0.4 - 0.16 * abs(x), mix(hue, _INK, 0.14 * abs(x)))
    for x in (-0.28, -0.1, 0.1, 0.28):
        pen.line(
            [(x * 0.4, -0.79 + 0.1 * abs(x)), (x * 1.25, -0.42), (x * 0.7, -0.04 - 0.05 * abs(x))],
            0.016,
            mix(hue, _INK, 0.4),
            alpha=0.5,
        )
    pen.cast("-.07 -.78, -.05 -.92, -.12 -1.0, -.02 -1.03, .05 -.94, .09 -.78, .0 -.74", _STALK)
    pen.line(".06 -.82, .2 -.92, .3 -.84, .4 -.9, .44 -.82", 0.018, _STALK, end=0.008)
    if pen.words & {
        "halloween",
        "lantern",
        "o'lantern",
        "carved",
        "spooky",
        "scary",
        "jack-o'-lantern",
    }:
        _carved(pen)


def _carved(pen: Pen) -> None:
    """Eyes, nose and a jagged mouth with a candle behind them."""
    light, rim = colour("#ffd23c") * np.float32(1.3), colour("#8a3a0a")
    mouth = "-.34 -.34, -.22 -.28, -.16 -.34, -.1 -.25, .0 -.31, .1 -.25, .16 -.34, .22 -.28, .34 -.34, .24 -.16, .12 -.1, .08 -.17, 0 -.09, -.08 -.17, -.12 -.1, -.24 -.16"
    for part in (
        "-.3 -.5, -.2 -.66, -.1 -.5",
        ".1 -.5, .2 -.66, .3 -.5",
        "-.05 -.4, 0 -.5, .05 -.4",
        mouth,
    ):
        pen.fill(part, rim)
        points = np.array([tuple(map(float, pair.split())) for pair in part.split(",")])
        middle = points.mean(axis=0)
        pen.fill((points - middle) * 0.88 + middle + (0.004, -0.006), light, fade=colour("#ff8a1e"))
    pen.glow(0, -0.35, 0.3, colour("#ff8a1e") * np.float32(0.35))


def paint_cactus(pen: Pen, hue: Array) -> None:
    """A cactus with two arms and a flower, in a pot of clay."""
    clay = colour("#c8683f")
    pen.shadow(0, 0.34)
    for arm, wide in (
        ("-.05 -.5, -.24 -.5, -.26 -.72", 0.13),
        (".05 -.6, .24 -.6, .26 -.82", 0.12),
    ):
        pen.line(arm, wide, mix(hue, _INK, 0.12))
        pen.line(arm, wide * 0.3, mix(hue, _WHITE, 0.18), alpha=0.6)
    pen.cast("-.13 -.3, -.14 -.7, -.11 -.94, .0 -1.02, .11 -.94, .14 -.7, .13 -.3", hue)
    for x in (-0.075, -0.025, 0.025, 0.075):
        pen.line([(x, -0.34), (x * 1.15, -0.7), (x * 0.7, -0.96)], 0.008, mix(hue, _INK, 0.3))
        for row in range(9):
            y = -0.38 - 0.065 * row
            pen.line(
                [(x - 0.012, y - 0.012), (x, y), (x + 0.012, y - 0.012)],
                0.005,
                colour("#f6f0d0"),
                curved=False,
            )
    for step in range(7):
        turn = np.pi * (1.05 + 0.9 * step / 6)
        pen.oval(
            0.05 * float(np.cos(turn)),
            -1.03 + 0.05 * float(np.sin(turn)),
            0.034,
            0.026,
            colour("#f0568a"),
            turn=turn,
        )
    pen.oval(0, -1.03, 0.024, 0.018, colour("#ffd23c"))
    if pen.words & {"desert", "sahara", "dune", "dunes"}:
        pen.cast("-.16 -.3, .16 -.3, .16 0, -.16 0", hue, curved=False)
        return
    pen.cast("-.22 -.3, .22 -.3, .17 0, -.17 0", clay, curved=False)
    pen.cast("-.26 -.36, .26 -.36, .25 -.27, -.25 -.27", mix(clay, _WHITE, 0.12), curved=False)


def paint_skull(pen: Pen, hue: Array) -> None:
    """A skull from the front; roses at its side where they are named."""
    pen.shadow(0, 0.5)
    pen.cast(
        mirrored("0 -1.0, .26 -.96, .42 -.78, .43 -.56, .36 -.42, .29 -.38, .27 -.26, 0 -.24"), hue
    )
    pen.cast(mirrored("0 -.3, .25 -.3, .27 -.16, .2 -.03, .1 0, 0 .0"), mix(hue, _INK, 0.06))
    for side in (-1, 1):
        pen.blob(
            [
                (side * x, y)
                for x, y in (
                    (0.07, -0.56),
                    (0.17, -0.64),
                    (0.3, -0.6),
                    (0.31, -0.47),
                    (0.2, -0.4),
                    (0.09, -0.44),
                )
            ],
            _INK,
        )
        pen.blob(
            [(side * x, y) for x, y in ((0.35, -0.42), (0.3, -0.36), (0.29, -0.28), (0.33, -0.34))],
            mix(hue, _INK, 0.4),
            alpha=0.6,
        )
        pen.blob(
            [
                (side * x, y)
                for x, y in ((0.01, -0.42), (0.05, -0.34), (0.06, -0.3), (0.015, -0.32))
            ],
            _INK,
        )
    _teeth(pen, hue)


def _teeth(pen: Pen, hue: Array) -> None:
    """Two rows of teeth, a crack, and roses."""
    pen.fill(mirrored("0 -.235, .2 -.23, .21 -.12, 0 -.11"), mix(_INK, hue, 0.12))
    for row in range(2):
        for step in range(7):
            x, y = -0.168 + 0.056 * step, -0.2 + 0.062 * row
            pen.cast(
                [
                    (x - 0.024, y - 0.034),
                    (x + 0.024, y - 0.034),
                    (x + 0.022, y + 0.028),
                    (x - 0.022, y + 0.028),
                ],
                mix(hue, _WHITE, 0.4),
            )
    pen.line(".1 -.98, .15 -.88, .11 -.82, .17 -.76", 0.01, mix(hue, _INK, 0.5))
    if pen.words & {"rose", "roses", "flower", "flowers", "floral"}:
        for x, y, size in (
            (-0.42, -0.12, 0.2),
            (0.42, -0.12, 0.2),
            (0.34, -0.84, 0.15),
            (-0.2, 0.0, 0.14),
            (0.2, 0.0, 0.14),
        ):
            _rose(pen, x, y, size)


def _rose(pen: Pen, x: float, y: float, size: float) -> None:
    red = colour("#c8223a")
    for turn in (0.4, 2.6, 4.2):
        tip = (x + 1.4 * size * float(np.cos(turn)), y + 1.1 * size * float(np.sin(turn)))
        pen.line([(x, y), tip], size * 0.5, colour("#3f7a45"), end=0.01, curved=False)
    pen.ball(x, y, size, size * 0.92, red)
    for ring in range(4):
        reach = size * (0.82 - 0.2 * ring)
        for step in range(5 - ring):
            turn = 2 * np.pi * step / (5 - ring) + ring * 0.7
            arc = [
                (
                    x + reach * float(np.cos(turn + bend)),
                    y + reach * 0.9 * float(np.sin(turn + bend)),
                )
                for bend in (-0.6, 0.0, 0.6)
            ]
            pen.line(
                arc,
                size * 0.09,
                mix(red, _WHITE, 0.22) if step % 2 else mix(red, _INK, 0.4),
                end=size * 0.03,
                alpha=0.8,
            )
