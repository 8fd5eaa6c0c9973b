"""Cars that come when they are called: a fire engine with its ladder, an ambulance."""

from studio.renderers.drawing.canvas import Array, colour, mix
from studio.renderers.motifs.machines import paint_wheel
from studio.renderers.motifs.pen import Pen

_INK, _WHITE, _STEEL, _GLASS = (
    colour("#17171c"),
    colour("#ffffff"),
    colour("#c4cad2"),
    colour("#a8d4e8"),
)


def paint_fire_engine(pen: Pen, hue: Array) -> None:
    """A fire engine from the side."""
    dark, gold = mix(hue, _INK, 0.4), colour("#f2c14e")
    pen.shadow(0, 1.04)
    pen.cast("-1.04 -.7, .38 -.7, .38 -.14, -1.04 -.14", hue, curved=False, deep=0.6)
    pen.cast(
        ".34 -.82, .9 -.82, .98 -.74, 1.04 -.46, 1.08 -.42, 1.08 -.14, .34 -.14",
        hue,
        curved=False,
        deep=0.6,
    )
    pen.fill(".78 -.74, .9 -.74, .97 -.48, .78 -.48", _GLASS, fade=mix(_GLASS, _WHITE, 0.5))
    pen.fill(".44 -.74, .7 -.74, .7 -.48, .44 -.48", _GLASS, fade=mix(_GLASS, _WHITE, 0.5))
    for x in (0.4, 0.74):
        pen.line([(x, -0.78), (x, -0.18)], 0.01, dark, curved=False)
    for step in range(3):
        x = -0.98 + 0.44 * step
        pen.cast([(x, -0.6), (x + 0.38, -0.6), (x + 0.38, -0.36), (x, -0.36)], _STEEL, curved=False)
        for row in range(5):
            y = -0.57 + 0.045 * row
            pen.line([(x + 0.02, y), (x + 0.36, y)], 0.008, mix(_STEEL, _INK, 0.4), curved=False)
    pen.fill("-1.04 -.33, 1.08 -.33, 1.08 -.27, -1.04 -.27", _WHITE * 0.95)
    pen.fill("-1.04 -.315, 1.08 -.315, 1.08 -.285, -1.04 -.285", gold)
    pen.fill("-1.06 -.16, 1.1 -.16, 1.1 -.08, -1.06 -.08", mix(_INK, _STEEL, 0.4))
    _ladder(pen)
    for x, code in ((0.5, "#2f7ff0"), (0.66, "#f24a3a")):
        pen.glow(x, -0.86, 0.09, colour(code) * 0.7)
        pen.cast(
            [(x - 0.07, -0.9), (x + 0.07, -0.9), (x + 0.08, -0.82), (x - 0.08, -0.82)],
            colour(code),
            curved=False,
        )
    pen.ball(1.05, -0.24, 0.035, 0.05, colour("#fff2c0"))
    for x in (-0.72, -0.36, 0.66):
        pen.fill([(x - 0.21, -0.12), (x - 0.15, -0.3), (x + 0.15, -0.3), (x + 0.21, -0.12)], dark)
        paint_wheel(pen, x, -0.15, 0.165, _STEEL)


def _ladder(pen: Pen) -> None:
    """The ladder on the roof, raised a little to the back."""
    low, high = ((0.3, -0.72), (0.3, -0.82)), ((-1.08, -0.9), (-1.08, -1.0))
    for rung in range(13):
        share = rung / 12
        ends = [
            (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)
            for a, b in zip(low, high, strict=True)
        ]
        pen.line(ends, 0.018, mix(_STEEL, _INK, 0.5), curved=False)
    for a, b in zip(low, high, strict=True):
        pen.line([a, b], 0.032, mix(_STEEL, _INK, 0.25), curved=False)
    pen.cast("-.02 -.7, .2 -.7, .16 -.78, .02 -.78", mix(_INK, _STEEL, 0.4), curved=False)


def paint_ambulance(pen: Pen, hue: Array) -> None:
    """An ambulance from the side; `hue` is that of its stripe and star."""
    body = colour("#f6f5f1")
    pen.shadow(0, 0.98)
    pen.cast("-1.0 -.92, .3 -.92, .36 -.86, .36 -.14, -1.0 -.14", body, curved=False, deep=0.6)
    pen.cast(
        ".32 -.78, .58 -.78, .78 -.5, .98 -.44, 1.02 -.36, 1.02 -.14, .32 -.14",
        body,
        curved=False,
        deep=0.6,
    )
    pen.fill(".42 -.72, .56 -.72, .71 -.5, .42 -.5", _GLASS, fade=mix(_GLASS, _WHITE, 0.5))
    pen.fill("-.86 -.82, -.5 -.82, -.5 -.6, -.86 -.6", _GLASS, fade=mix(_GLASS, _WHITE, 0.5))
    pen.fill("-1.0 -.46, .36 -.46, 1.01 -.38, 1.02 -.28, .36 -.34, -1.0 -.34", hue)
    for turn in (0.0, 1.047, 2.094):
        star = pen.moved(-0.1, -0.68, turn=turn)
        star.fill("-.038 -.15, .038 -.15, .038 .15, -.038 .15", hue)
    pen.line("-.1 -.77, -.1 -.59", 0.016, _WHITE, curved=False)
    pen.line(".36 -.88, .36 -.16", 0.01, mix(body, _INK, 0.4), curved=False)
    pen.line(".16 -.88, .16 -.16", 0.008, mix(body, _INK, 0.3), curved=False)
    pen.fill("-1.02 -.16, 1.04 -.16, 1.04 -.1, -1.02 -.1", mix(_INK, _STEEL, 0.4))
    for x, code in ((0.06, "#2f7ff0"), (0.22, "#f24a3a")):
        pen.glow(x, -0.97, 0.09, colour(code) * 0.7)
        pen.cast(
            [(x - 0.06, -1.0), (x + 0.06, -1.0), (x + 0.07, -0.92), (x - 0.07, -0.92)],
            colour(code),
            curved=False,
        )
    pen.ball(0.99, -0.34, 0.03, 0.04, colour("#fff2c0"))
    for x in (-0.62, 0.64):
        pen.fill([(x - 0.2, -0.12), (x - 0.14, -0.28), (x + 0.14, -0.28), (x + 0.2, -0.12)], _INK)
        paint_wheel(pen, x, -0.14, 0.155, _STEEL)
