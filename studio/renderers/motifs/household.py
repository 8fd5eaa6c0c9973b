"""What stands or hangs in a house: an umbrella, a chair, an alarm clock; and a crown on its cushion."""

import numpy as np

from studio.renderers.drawing.canvas import Array, colour, ellipse, mix
from studio.renderers.motifs.pen import Pen

_INK, _WHITE, _STEEL, _GOLD = (
    colour("#17151a"),
    colour("#ffffff"),
    colour("#c4c9d0"),
    colour("#e2ae3c"),
)


def paint_umbrella(pen: Pen, hue: Array) -> None:
    """An open umbrella, its crook down to the right."""
    pen.shadow(0.16, 0.34, alpha=0.35)
    part = pen.moved(0.04, -0.03, turn=-0.14)
    wood = colour("#7a4a2a")
    part.line("0 -.5, 0 -.06, .03 .02, .1 .04, .16 .0, .16 -.05", 0.036, wood)
    part.line("0 -.6, 0 -.3", 0.022, _STEEL, curved=False)
    turns = np.linspace(np.pi, 2 * np.pi, 33)
    dome = [(0.62 * float(np.cos(t)), -0.48 + 0.48 * float(np.sin(t))) for t in turns]
    hem = []
    for step in range(6, 0, -1):
        right, left = -0.62 + step * 1.24 / 6, -0.62 + (step - 1) * 1.24 / 6
        hem += [
            (right * 0.66 + left * 0.34, -0.535),
            (right * 0.34 + left * 0.66, -0.535),
            (left, -0.48),
        ]
    part.cast([*dome, *hem], hue, curved=False)
    for first, second, tone in ((-0.96, -0.66, _WHITE), (-0.33, 0.0, _WHITE), (0.33, 0.66, _INK)):
        near, far = (
            [_rib(first * 0.62, t) for t in (0.1, 0.5, 0.94)],
            [_rib(second * 0.62, t) for t in (0.94, 0.5, 0.1)],
        )
        part.fill([*near, *far], mix(hue, tone, 0.3), alpha=0.6)
    for x in np.linspace(-0.413, 0.413, 5):
        part.line([_rib(float(x), t) for t in np.linspace(0, 1, 7)], 0.01, mix(hue, _INK, 0.4))
    part.line("0 -.95, 0 -1.03", 0.03, wood, end=0.016, curved=False)


def _rib(x: float, share: float) -> tuple[float, float]:
    """A place on the rib that ends at `x` of the hem, from the top (0) down."""
    turn = share * np.pi / 2
    return x * float(np.sin(turn)), -0.49 - 0.47 * float(np.cos(turn))


def paint_chair(pen: Pen, hue: Array) -> None:
    """A wooden chair seen from its front corner."""
    dark, pale = mix(hue, _INK, 0.4), mix(hue, _WHITE, 0.2)
    pen.shadow(0.02, 0.36)
    for x, foot in ((-0.2, -0.1), (0.32, -0.12)):
        pen.line([(x, -0.44), (x + 0.015, foot)], 0.05, dark, end=0.036, curved=False)
    for x, lean in ((-0.2, -0.04), (0.32, 0.04)):
        pen.line([(x, -0.46), (x + lean, -1.02)], 0.055, hue, end=0.044, curved=False)
    for y, tall in ((-0.96, 0.1), (-0.78, 0.07), (-0.63, 0.06)):
        lean = 0.04 * (-y - 0.46) / 0.56
        pen.cast([(-0.2 - lean, y - tall / 2), (0.32 + lean, y - tall / 2), (0.32 + lean, y + tall / 2),
                  (-0.2 - lean, y + tall / 2)], pale if tall > 0.08 else hue, curved=False)  # fmt: skip
    pen.line("-.29 -.2, .26 -.2", 0.034, dark, curved=False)
    for x in (-0.3, 0.27):
        pen.line([(x, -0.38), (x - 0.005, 0.0)], 0.062, hue, end=0.044, curved=False)
    pen.fill("-.36 -.38, .34 -.38, .34 -.32, -.36 -.32", dark)
    pen.cast(
        "-.36 -.4, -.24 -.5, .38 -.5, .34 -.4, .33 -.37, -.35 -.37",
        mix(hue, _WHITE, 0.12),
        curved=False,
        deep=0.6,
    )
    pen.line("-.34 -.385, .33 -.385", 0.012, mix(hue, _WHITE, 0.45), curved=False)


def paint_clock(pen: Pen, hue: Array) -> None:
    """An alarm clock with two bells, at ten past ten."""
    pen.shadow(0, 0.42)
    for side in (-1, 1):
        pen.line(
            [(side * 0.2, -0.16), (side * 0.32, 0.0)],
            0.07,
            mix(_STEEL, _INK, 0.3),
            end=0.05,
            curved=False,
        )
        bell = pen.moved(side * 0.24, -0.83, turn=0.55 * side)
        bell.line("0 .08, 0 -.04", 0.03, _STEEL, curved=False)
        bell.cast(
            "-.18 .02, -.16 -.1, -.06 -.18, .06 -.18, .16 -.1, .18 .02", mix(_GOLD, _WHITE, 0.1)
        )
        bell.ball(0, -0.19, 0.03, 0.03, _GOLD)
    pen.line([(0.16 * float(np.cos(t)), -0.92 - 0.16 * float(np.sin(t))) for t in np.linspace(0.3, np.pi - 0.3, 9)], 0.036,
             _STEEL)  # fmt: skip
    pen.line("0 -.86, 0 -.94", 0.03, _STEEL, curved=False)
    pen.ball(0, -0.95, 0.036, 0.04, _GOLD)
    pen.ball(0, -0.46, 0.42, 0.42, hue)
    pen.ring(0, -0.46, 0.4, 0.02, mix(hue, _WHITE, 0.35))
    pen.oval(0, -0.46, 0.34, 0.34, colour("#fbf7ea"))
    for step in range(60):
        turn = 2 * np.pi * step / 60
        reach = (0.27, 0.31)[step % 5 != 0]
        spot = np.array([np.sin(turn), -np.cos(turn)])
        path = [(float(spot[0] * r), -0.46 + float(spot[1] * r)) for r in (reach, 0.325)]
        pen.line(path, 0.022 if step % 5 == 0 else 0.008, _INK, curved=False)
    for tip, width in (((-0.15, -0.56), 0.036), ((0.21, -0.585), 0.026)):
        pen.line([(0, -0.46), tip], width, _INK, end=width * 0.5, curved=False)
    pen.line("0 -.42, 0 -.46, -.06 -.26", 0.01, colour("#d6322f"), curved=False)
    pen.ball(0, -0.46, 0.03, 0.03, colour("#d6322f"))


def paint_crown(pen: Pen, hue: Array) -> None:
    """A king's crown with gems, on a cushion of velvet in the colour `hue`."""
    pen.shadow(0, 0.72)
    pen.cast("-.72 -.08, -.78 -.3, -.6 -.27, .0 -.32, .6 -.27, .78 -.3, .72 -.08, .78 .02, .6 -.01, .0 .02, -.6 -.01, -.78 .02",
             hue)  # fmt: skip
    pen.line("-.7 -.13, .0 -.12, .7 -.13", 0.014, mix(hue, _INK, 0.4), alpha=0.7)
    for x in (-0.77, 0.77):
        for y in (-0.29, 0.01):
            pen.ball(x, y, 0.045, 0.045, _GOLD)
    pen.oval(0, -0.27, 0.5, 0.06, _INK, alpha=0.35, soft=0.02)
    pen.fill(ellipse(0, -0.5, 0.46, 0.09), mix(_GOLD, _INK, 0.55))
    tips = ((-0.56, -0.84), (-0.3, -0.94), (0.0, -1.0), (0.3, -0.94), (0.56, -0.84))
    dips = ((-0.38, -0.6), (-0.14, -0.62), (0.14, -0.62), (0.38, -0.6))
    edge = [point for pair in zip(tips, (*dips, (0, 0)), strict=True) for point in pair][:-1]
    pen.cast([*edge, (0.5, -0.46), (0.46, -0.27), (0.24, -0.235), (0.0, -0.225), (-0.24, -0.235), (-0.46, -0.27), (-0.5, -0.46)],
             _GOLD, curved=False, deep=1.3)  # fmt: skip
    for low in (-0.25, -0.42):
        band = [(-0.47, low - 0.02), (0.0, low + 0.03), (0.47, low - 0.02)]
        pen.line(band, 0.036, mix(_GOLD, colour("#fff2b0"), 0.45))
    gems = ("#d8283f", "#2f7fd0", "#2f9e6b", "#2f7fd0", "#d8283f")
    for (x, y), code in zip(tips, gems, strict=True):
        pen.ball(x, y - 0.03, 0.05, 0.05, colour("#fbf4e4"))
        pen.ball(x * 0.72, -0.33 + 0.03 * (1 - abs(x)), 0.05, 0.055, colour(code))
        pen.oval(x * 0.72 - 0.014, -0.35, 0.014, 0.016, _WHITE, alpha=0.8)
