"""Two wheels: a bicycle and a motorcycle, seen from the side."""

import numpy as np

from studio.renderers.drawing.canvas import Array, colour, mix
from studio.renderers.motifs.pen import Pen

_RUBBER, _STEEL, _LEATHER, _INK = (
    colour("#1d1d22"),
    colour("#c4c9d0"),
    colour("#8a5230"),
    colour("#15151a"),
)
_SPORTS = {"mountain", "mountains", "racing", "race", "cyclist", "biker"}


def paint_bicycle(pen: Pen, hue: Array) -> None:
    """A city bicycle with mudguards and, now and then, a basket."""
    pen.shadow(0, 0.86)
    for x in (-0.52, 0.54):
        _bicycle_wheel(pen, x, hue)
    pale = mix(hue, colour("#ffffff"), 0.25)
    _transmission(pen)
    for tube, width in (
        ("-.52 -.33, -.1 -.31", 0.03), ("-.52 -.33, -.2 -.76", 0.024), ("-.1 -.31, -.235 -.9", 0.04),
        ("-.1 -.31, .37 -.74", 0.046), ("-.21 -.78, .34 -.82", 0.04), ("-.21 -.775, .34 -.815", 0.012),
    ):  # fmt: skip
        pen.line(tube, width, pale if width == 0.012 else hue, curved=False)
    pen.line(".33 -.9, .385 -.7", 0.05, hue, curved=False)
    pen.line(".385 -.7, .45 -.5, .54 -.33", 0.034, hue, end=0.022)
    pen.line("-.235 -.9, -.25 -.96", 0.026, _STEEL, curved=False)
    pen.cast("-.4 -.985, -.25 -1.0, -.08 -.975, -.1 -.955, -.24 -.94, -.3 -.92, -.4 -.94", _LEATHER)
    pen.line(".33 -.9, .31 -1.0", 0.028, _STEEL, curved=False)
    pen.line(".12 -1.03, .24 -1.045, .32 -1.0, .42 -1.02", 0.026, _STEEL)
    pen.line(".08 -1.03, .18 -1.04", 0.04, _LEATHER, curved=False)
    pen.ball(0.47, -0.84, 0.05, 0.055, _STEEL)
    pen.oval(0.5, -0.84, 0.02, 0.045, colour("#fff4c8"))
    carries = pen.rng.random() < 0.5 and not pen.words & _SPORTS
    if pen.words & {"basket", "flowers", "flower"} or carries:
        _basket(pen)


def _bicycle_wheel(pen: Pen, x: float, hue: Array) -> None:
    """Tyre, rim, spokes that cross at the hub, and the mudguard above."""
    for spoke in range(18):
        angle = np.pi * 2 * spoke / 18
        lean = angle + (0.5 if spoke % 2 else -0.5)
        inner = (x + 0.02 * np.cos(lean), -0.33 + 0.02 * np.sin(lean))
        outer = (x + 0.29 * np.cos(angle), -0.33 + 0.29 * np.sin(angle))
        pen.line([inner, outer], 0.006, _STEEL, curved=False, alpha=0.85)
    pen.ring(x, -0.33, 0.33, 0.036, _RUBBER)
    pen.ring(x, -0.33, 0.296, 0.016, _STEEL)
    pen.oval(x, -0.33, 0.032, 0.032, _STEEL)
    pen.oval(x, -0.33, 0.014, 0.014, _INK)
    start, stop = (-2.9, -0.75) if x < 0 else (-2.3, -0.15)
    turns = np.linspace(start, stop, 14)
    guard = [(x + 0.35 * np.cos(turn), -0.33 + 0.35 * np.sin(turn)) for turn in turns]
    pen.line(guard, 0.03, hue)


def _transmission(pen: Pen) -> None:
    """Chain, chainring, cranks and pedals."""
    pen.line("-.52 -.37, -.1 -.39", 0.012, _INK, curved=False)
    pen.line("-.52 -.3, -.1 -.23", 0.012, _INK, curved=False)
    pen.ring(-0.1, -0.31, 0.085, 0.022, _STEEL)
    for turn in (0.5, 2.6, 4.7):
        tip = (-0.1 + 0.07 * np.cos(turn), -0.31 + 0.07 * np.sin(turn))
        pen.line([(-0.1, -0.31), tip], 0.014, _STEEL, curved=False)
    pen.line("-.2 -.42, -.1 -.31, .0 -.2", 0.022, _STEEL, curved=False)
    pen.line("-.045 -.19, .05 -.19", 0.03, _INK, curved=False)
    pen.line("-.25 -.43, -.16 -.43", 0.026, _INK, curved=False)


def _basket(pen: Pen) -> None:
    """A wicker basket over the front wheel, full of flowers."""
    rng = pen.rng
    for _ in range(16):
        x, y = float(rng.uniform(0.47, 0.79)), float(rng.uniform(-1.1, -1.0))
        pen.line([(0.62, -0.9), (x, y)], 0.01, colour("#4f8f4a"))
    for _ in range(22):
        x, y = float(rng.uniform(0.45, 0.81)), float(rng.uniform(-1.15, -1.0))
        code = ("#f28ab0", "#f6d23c", "#ffffff", "#e8566a", "#8f6fd8")[int(rng.integers(5))]
        pen.oval(x, y, 0.034, 0.032, mix(colour(code), _INK, 0.12))
        pen.oval(x - 0.006, y - 0.006, 0.024, 0.022, colour(code))
        pen.oval(x, y, 0.009, 0.009, colour("#f6b62c"))
    wicker = colour("#b98550")
    pen.cast(".43 -1.0, .83 -1.0, .77 -.74, .49 -.74", wicker, curved=False)
    for row in range(5):
        y, inset = -0.96 + 0.05 * row, 0.012 * row
        pen.line(
            [(0.45 + inset, y), (0.81 - inset, y)], 0.011, mix(wicker, _INK, 0.4), curved=False
        )
    for column in range(6):
        x = 0.49 + 0.055 * column
        pen.line([(x - 0.02 + 0.006 * column, -0.99), (x, -0.75)], 0.008, mix(wicker, _INK, 0.3))
    pen.line(".42 -1.0, .84 -1.0", 0.035, mix(wicker, colour("#fff0d0"), 0.3), curved=False)


def paint_motorcycle(pen: Pen, hue: Array) -> None:
    """A classic motorcycle with a round lamp and a long exhaust."""
    pen.shadow(0, 0.95)
    for x in (-0.62, 0.66):
        _motorcycle_wheel(pen, x)
    dark = mix(hue, _INK, 0.45)
    pen.line("-.62 -.3, -.12 -.3, .1 -.34", 0.06, _INK)
    pen.line(".66 -.3, .52 -.58, .42 -.86", 0.055, _STEEL)
    pen.line("-.62 -.3, -.42 -.6", 0.045, _STEEL)
    pen.cast(
        "-.98 -.5, -.86 -.63, -.62 -.67, -.42 -.62, -.36 -.54, -.56 -.6, -.74 -.58, -.9 -.44", hue
    )
    pen.cast(".4 -.6, .6 -.66, .82 -.62, .96 -.48, .9 -.46, .78 -.56, .62 -.59, .46 -.54", hue)
    _motor(pen)
    pen.line("-.3 -.56, .0 -.58, .34 -.7", 0.05, _INK)
    pen.cast("-.06 -.62, .06 -.82, .28 -.86, .42 -.78, .38 -.64, .14 -.58", hue)
    pen.blob(".06 -.73, .2 -.8, .36 -.76, .2 -.74", mix(hue, colour("#ffffff"), 0.55), alpha=0.7)
    pen.line(".0 -.645, .36 -.66", 0.018, dark)
    pen.cast(
        "-.62 -.66, -.5 -.78, -.36 -.72, -.14 -.7, -.02 -.68, -.06 -.6, -.4 -.6", colour("#2a211d")
    )
    pen.line(".42 -.86, .36 -.97, .22 -1.0", 0.032, _STEEL)
    pen.line(".26 -1.0, .14 -.99", 0.05, _INK)
    pen.ball(0.52, -0.83, 0.085, 0.09, _STEEL)
    pen.oval(0.575, -0.83, 0.035, 0.075, colour("#fff6d0"))
    pen.oval(-0.95, -0.52, 0.03, 0.035, colour("#e8342a"))


def _motorcycle_wheel(pen: Pen, x: float) -> None:
    for spoke in range(12):
        angle = np.pi * spoke / 6
        tip = (x + 0.2 * np.cos(angle), -0.3 + 0.2 * np.sin(angle))
        pen.line([(x, -0.3), tip], 0.012, _STEEL, curved=False)
    pen.ring(x, -0.3, 0.3, 0.09, _RUBBER)
    pen.ring(x, -0.3, 0.215, 0.022, _STEEL)
    pen.ring(x, -0.3, 0.285, 0.008, colour("#3a3a42"))
    pen.ball(x, -0.3, 0.06, 0.06, _STEEL)


def _motor(pen: Pen) -> None:
    """Cylinders with cooling fins, the case below and the exhaust."""
    pen.cast("-.2 -.32, .02 -.4, .22 -.36, .26 -.2, .1 -.12, -.16 -.14", colour("#8b919a"))
    pen.ball(0.02, -0.25, 0.09, 0.09, colour("#aeb4bc"))
    for lean, top in ((-0.14, -0.58), (0.16, -0.6)):
        pen.fill([(lean - 0.09, top), (lean + 0.09, top), (lean + 0.05, -0.34), (lean - 0.05, -0.34)],
                 colour("#6f757e"))  # fmt: skip
        for fin in range(6):
            y, half = top + 0.03 + 0.038 * fin, 0.1 - 0.007 * fin
            pen.line([(lean - half, y), (lean + half, y)], 0.016, _STEEL, curved=False)
    pen.line(".2 -.42, .3 -.22, .06 -.12, -.4 -.14", 0.045, _STEEL)
    pen.line("-.36 -.14, -.92 -.2", 0.06, _STEEL, end=0.1, curved=False)
    pen.oval(-0.935, -0.2, 0.02, 0.042, _INK)
