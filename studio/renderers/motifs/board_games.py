"""A chess board in perspective with its pieces, or a few of them."""

import numpy as np

from studio.renderers.drawing.canvas import Array, colour, mix
from studio.renderers.motifs.pen import Pen, mirrored

_LIGHT, _DARK = colour("#f0dcb8"), colour("#8a5a36")
_IVORY, _EBONY, _INK = colour("#f6ecd8"), colour("#3a2a26"), colour("#120c0a")
_ROWS = (
    "rnbqkbnr",
    "pp.p.ppp",
    "..p.....",
    "....p...",
    "....P...",
    ".....N..",
    "PPPP.PPP",
    "RNBQKB.R",
)
"""A game a few moves old, the far side first."""
_BODIES = {
    "p": ".04 -.5, .1 -.46, .08 -.4, .1 -.37, .06 -.34, .07 -.2, .13 -.1, .17 -.06, .17 0",
    "r": ".13 -.56, .13 -.46, .1 -.42, .085 -.2, .14 -.1, .19 -.06, .19 0",
    "b": ".02 -.72, .07 -.62, .1 -.52, .07 -.45, .11 -.41, .07 -.38, .08 -.2, .14 -.1, .18 -.06, .18 0",
    "q": ".15 -.74, .1 -.56, .13 -.52, .08 -.49, .09 -.22, .16 -.1, .2 -.06, .2 0",
    "k": ".1 -.76, .13 -.66, .1 -.56, .14 -.52, .085 -.49, .095 -.22, .17 -.1, .21 -.06, .21 0",
    "n": ".08 -.14, .15 -.1, .19 -.06, .19 0",
}
_HORSE = (
    "-.1 -.12, -.13 -.3, -.08 -.46, .02 -.58, .03 -.66, .09 -.6, .2 -.52, .3 -.38, .27 -.32, .2 -.34, "
    ".12 -.36, .06 -.33, .11 -.24, .12 -.12"
)


def paint_chess(pen: Pen, hue: Array) -> None:
    """A board of wood seen from one side, a game on it; `hue` stains its dark squares."""
    dark = mix(_DARK, hue, 0.5)
    frame = mix(dark, _INK, 0.55)
    corners = [_place(x, y) for x, y in ((-0.5, -0.5), (8.5, -0.5), (8.5, 8.5), (-0.5, 8.5))]
    low = [(corners[3][0], corners[3][1] + 0.07), (corners[2][0], corners[2][1] + 0.07)]
    pen.shadow(0, 1.02, y=-0.04)
    pen.fill([corners[3], corners[2], low[1], low[0]], mix(frame, _INK, 0.4))
    pen.fill(corners, mix(frame, dark, 0.4), fade=mix(frame, dark, 0.7))
    for row in range(8):
        for column in range(8):
            square = [_place(column + x, row + y) for x, y in ((0, 0), (1, 0), (1, 1), (0, 1))]
            pen.fill(square, dark if (row + column) % 2 else _LIGHT)
    pen.fill(
        [_place(0, 0), _place(3.4, 0), _place(1.2, 8), _place(0, 8)], colour("#ffffff"), alpha=0.08
    )
    for row, line in enumerate(_ROWS):
        for column, name in enumerate(line):
            if name != ".":
                _stand(pen, name, column + 0.5, row + 0.62)


def _place(x: float, y: float) -> tuple[float, float]:
    """A place on the board (0 … 8 both ways, far to near) as the eye sees it."""
    near = 1 / (1.62 - 0.62 * (y + 0.5) / 9)
    return (x - 4) * 0.235 * near, -0.12 - 0.62 * (near - 1) / (1 / 1.62 - 1)


def _stand(pen: Pen, name: str, x: float, y: float) -> None:
    """A piece on its square, with its shadow."""
    px, py = _place(x, y)
    scale = 0.54 / (1.62 - 0.62 * (y + 0.5) / 9)
    pen.oval(
        px + 0.045, py + 0.004, 0.13 * scale * 1.3, 0.036 * scale * 1.4, _INK, alpha=0.4, soft=0.008
    )
    paint_piece(pen.moved(px, py, scale), name.lower(), _IVORY if name.isupper() else _EBONY)


def paint_piece(pen: Pen, name: str, wood: Array) -> None:
    """One piece by its letter, turned on a lathe and lit from the left."""
    edge = mix(wood, _INK, 0.55)
    pen.cast(mirrored(_BODIES[name]), wood, curved=False, deep=1.3)
    if name == "n":
        pen.cast(_HORSE, wood, deep=1.3)
        pen.oval(0.13, -0.47, 0.016, 0.016, edge)
        pen.line("-.08 -.2, -.09 -.34, -.02 -.48, .02 -.58", 0.018, edge)
    elif name == "p":
        pen.ball(0, -0.55, 0.105, 0.105, wood)
    elif name == "b":
        pen.ball(0, -0.75, 0.04, 0.04, wood)
        pen.line(".02 -.66, .08 -.58", 0.018, edge, curved=False)
    elif name == "r":
        for x in (-0.095, 0.0, 0.095):
            pen.fill(
                [(x - 0.035, -0.61), (x + 0.035, -0.61), (x + 0.035, -0.55), (x - 0.035, -0.55)],
                wood,
            )
    elif name == "q":
        for x in np.linspace(-0.15, 0.15, 5):
            pen.ball(float(x), -0.77 + 0.25 * abs(float(x)) ** 1.6, 0.032, 0.032, wood)
    elif name == "k":
        pen.fill("-.02 -.92, .02 -.92, .02 -.74, -.02 -.74", wood)
        pen.fill("-.07 -.87, .07 -.87, .07 -.83, -.07 -.83", wood)
    for y, half in ((-0.07, 0.17), (-0.02, 0.185)):
        pen.line([(-half, y), (0, y + 0.02), (half, y)], 0.012, edge, alpha=0.5)
