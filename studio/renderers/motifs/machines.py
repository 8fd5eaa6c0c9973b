"""Engines on wheels and in the air: a tractor, a bus, a helicopter."""

from studio.renderers.drawing.canvas import Array, colour, mix
from studio.renderers.motifs.pen import Pen

_INK, _WHITE, _STEEL, _GLASS = (
    colour("#17171c"),
    colour("#ffffff"),
    colour("#b8c0c8"),
    colour("#a8d4e8"),
)


def paint_wheel(pen: Pen, x: float, y: float, reach: float, hub: Array) -> None:
    """A tyre with its hub."""
    pen.ball(x, y, reach, reach, mix(_INK, _WHITE, 0.07))
    pen.ring(x, y, reach * 0.92, reach * 0.05, mix(_INK, _WHITE, 0.22))
    pen.ball(x, y, reach * 0.55, reach * 0.55, hub)
    pen.oval(x, y, reach * 0.18, reach * 0.18, mix(hub, _INK, 0.5))


def paint_tractor(pen: Pen, hue: Array) -> None:
    """A tractor with a cab and an exhaust."""
    pen.shadow(0, 0.86)
    pen.line(".36 -.6, .36 -.98", 0.04, _INK, curved=False)
    pen.cast(
        "-.62 -1.02, -.02 -1.02, .02 -.96, .02 -.5, -.66 -.5, -.66 -.96",
        mix(hue, _INK, 0.25),
        curved=False,
    )
    pen.fill("-.56 -.94, -.06 -.94, -.06 -.6, -.58 -.6", _GLASS, fade=mix(_GLASS, _WHITE, 0.5))
    pen.line("-.3 -.95, -.3 -.58", 0.03, mix(hue, _INK, 0.25), curved=False)
    pen.cast("-.1 -.62, .66 -.58, .76 -.52, .78 -.26, -.1 -.22", hue)
    pen.fill(".7 -.52, .77 -.5, .78 -.3, .7 -.3", _INK)
    for row in range(3):
        pen.line(
            [(0.18, -0.5 + 0.06 * row), (0.56, -0.485 + 0.06 * row)],
            0.016,
            mix(hue, _INK, 0.4),
            curved=False,
        )
    pen.cast(
        "-.86 -.52, -.74 -.76, -.4 -.82, -.08 -.66, .0 -.46, -.12 -.52, -.4 -.68, -.7 -.6",
        mix(hue, _WHITE, 0.1),
    )
    paint_wheel(pen, -0.42, -0.36, 0.37, colour("#f2c14e"))
    paint_wheel(pen, 0.56, -0.22, 0.225, colour("#f2c14e"))
    pen.ball(0.79, -0.44, 0.035, 0.045, colour("#fff2c0"))


def paint_bus(pen: Pen, hue: Array) -> None:
    """A bus from the side; a school's is yellow with dark stripes."""
    hue = colour("#f2b632") if pen.words & {"school", "school-bus"} else hue
    pen.shadow(0, 1.0)
    pen.cast("-.98 -.88, -.9 -.94, .62 -.94, .72 -.88, .74 -.52, .96 -.48, 1.0 -.4, 1.0 -.12, -1.0 -.12, -1.0 -.8", hue,
             curved=False, deep=0.7)  # fmt: skip
    for step in range(6):
        x = -0.93 + 0.225 * step
        pen.fill(
            [(x, -0.82), (x + 0.185, -0.82), (x + 0.185, -0.56), (x, -0.56)],
            _GLASS,
            fade=mix(_GLASS, _WHITE, 0.5),
        )
    pen.fill(".46 -.84, .67 -.84, .69 -.5, .46 -.5", _GLASS, fade=mix(_GLASS, _WHITE, 0.5))
    pen.fill(".46 -.46, .66 -.46, .66 -.14, .46 -.14", mix(hue, _INK, 0.14))
    for y in (-0.46, -0.36):
        pen.line([(-0.98, y), (0.42, y)], 0.03, _INK, curved=False)
    pen.fill("-1.0 -.16, 1.0 -.16, 1.0 -.1, -1.0 -.1", mix(_INK, _STEEL, 0.3))
    pen.ball(0.96, -0.34, 0.04, 0.05, colour("#fff2c0"))
    pen.oval(-0.985, -0.34, 0.02, 0.04, colour("#d8323a"))
    for x in (-0.6, 0.68):
        paint_wheel(pen, x, -0.14, 0.155, _STEEL)


def paint_helicopter(pen: Pen, hue: Array) -> None:
    """A helicopter with turning blades."""
    pen.cast("-.2 -.56, -.5 -.52, -.94 -.6, -1.0 -.56, -.5 -.36, -.2 -.3", mix(hue, _INK, 0.2))
    pen.cast("-.86 -.58, -.98 -.84, -.88 -.84, -.74 -.56", hue)
    pen.oval(-0.94, -0.68, 0.02, 0.2, _STEEL, turn=0.5, alpha=0.7)
    pen.cast(
        "-.36 -.44, -.2 -.68, .14 -.74, .46 -.68, .68 -.48, .66 -.3, .44 -.18, -.1 -.18, -.32 -.28",
        hue,
    )
    pen.blob(".2 -.66, .44 -.62, .62 -.46, .6 -.36, .34 -.38, .2 -.42", _GLASS)
    pen.fill("-.08 -.62, .1 -.64, .1 -.42, -.08 -.42", _GLASS)
    pen.blob(".3 -.62, .42 -.59, .36 -.46, .28 -.46", _WHITE, alpha=0.5)
    pen.line("-.3 -.32, .6 -.28", 0.03, mix(hue, _WHITE, 0.7))
    for x in (-0.08, 0.34):
        pen.line([(x, -0.2), (x + 0.02, -0.04)], 0.024, _INK, curved=False)
    pen.line("-.32 -.03, .52 -.03, .62 -.08", 0.028, _INK)
    pen.line(".12 -.72, .12 -.86", 0.04, _INK, curved=False)
    pen.oval(0.12, -0.87, 0.92, 0.03, mix(_STEEL, _WHITE, 0.3), alpha=0.55)
    pen.line("-.76 -.88, .12 -.87, .98 -.86", 0.018, mix(_INK, _STEEL, 0.3), curved=False)
    pen.ball(0.12, -0.88, 0.04, 0.028, mix(_INK, _STEEL, 0.3))
