"""A café: a counter with its machine, a board with the menu, shelves of cups, lamps, and tables with chairs."""

import numpy as np

from studio.renderers.drawing.canvas import colour, mix
from studio.renderers.motifs.pen import Pen
from studio.renderers.scenes.rooms.joinery import BOOKS, Joinery

CAFES = frozenset({"cafe", "coffee-shop", "coffeehouse", "bistro", "restaurant", "bakery", "diner"})
_INK, _WHITE, _STEEL = colour("#1c1816"), colour("#ffffff"), colour("#b8bec6")


def furnish_cafe(room: Joinery) -> None:
    """The counter on the side where the room's weight lies, tables before it."""
    side, u = room.side, room.unit
    pen = Pen(room.canvas, room.middle + side * u * 0.17, room.level + u * 0.05, u * 0.9)
    light = room.shade
    _board(pen, light)
    _shelf(pen, light)
    pen.cast(
        [(-0.38, -0.3), (0.4, -0.3), (0.4, 0.0), (-0.38, 0.0)], room.cloth, curved=False, deep=0.6
    )
    for step in range(7):
        x = -0.33 + 0.11 * step
        pen.line(
            [(x, -0.27), (x, -0.02)], 0.006, room.cloth * light * np.float32(0.7), curved=False
        )
    pen.cast(
        [(-0.41, -0.335), (0.43, -0.335), (0.43, -0.295), (-0.41, -0.295)], room.wood, curved=False
    )
    _machine(pen, light)
    _cakes(pen, light)
    for x in (-0.36, -0.04, 0.28):
        pen.line([(x, -1.1), (x, -0.8)], 0.006, _INK, curved=False)
        bell = [(x - 0.075, -0.77), (x - 0.03, -0.83), (x + 0.03, -0.83), (x + 0.075, -0.77)]
        pen.cast(bell, colour("#2f3a3a"))
        room.lamps.append(pen.spot(x, -0.75))
    for dx, scale in ((-0.52, 1.0), (0.3, 1.08)):
        _table(
            Pen(
                room.canvas,
                room.middle + side * u * (dx + 0.02),
                room.level + u * 0.27 * scale,
                u * 0.3 * scale,
            ),
            room,
        )
    room.seat = (room.middle - side * u * 0.14, room.level + u * 0.28)


def _board(pen: Pen, light: np.float32) -> None:
    """A blackboard with what there is today."""
    pen.fill("-.34 -.72, -.02 -.72, -.02 -.44, -.34 -.44", colour("#7a5232") * light)
    pen.fill("-.325 -.705, -.035 -.705, -.035 -.455, -.325 -.455", colour("#22282a") * light)
    pen.line("-.26 -.675, -.1 -.675", 0.014, _WHITE * light, curved=False, alpha=0.8)
    for row in range(4):
        y = -0.63 + 0.042 * row
        pen.line(
            [(-0.3, y), (-0.17 + 0.02 * (row % 2), y)],
            0.007,
            _WHITE * light,
            curved=False,
            alpha=0.6,
        )
        pen.line([(-0.1, y), (-0.06, y)], 0.007, colour("#f2c86a") * light, curved=False, alpha=0.8)


def _shelf(pen: Pen, light: np.float32) -> None:
    """Cups and jars on two boards."""
    for row, y in enumerate((-0.46, -0.62)):
        for step in range(6):
            x, hue = 0.07 + 0.058 * step, colour(BOOKS[(step * 2 + row) % 7]) * light
            tall = 0.045 if row == 0 else 0.06 + 0.02 * (step % 2)
            pen.cast(
                [(x - 0.02, y - tall), (x + 0.02, y - tall), (x + 0.017, y), (x - 0.017, y)],
                hue,
                curved=False,
            )
        pen.cast(
            [(0.03, y), (0.4, y), (0.4, y + 0.018), (0.03, y + 0.018)],
            colour("#7a5232") * light,
            curved=False,
        )


def _machine(pen: Pen, light: np.float32) -> None:
    """An espresso machine, its cup below the spout."""
    steel = _STEEL * light
    pen.cast("-.3 -.52, -.04 -.52, -.03 -.44, -.31 -.44", steel, curved=False)
    pen.cast("-.28 -.45, -.22 -.45, -.22 -.335, -.28 -.335", steel * np.float32(0.8), curved=False)
    pen.cast("-.12 -.45, -.06 -.45, -.06 -.335, -.12 -.335", steel * np.float32(0.8), curved=False)
    pen.fill("-.22 -.44, -.12 -.44, -.12 -.34, -.22 -.34", mix(_INK, steel, 0.2))
    pen.line("-.19 -.43, -.15 -.43", 0.03, _INK, curved=False)
    pen.cast("-.19 -.375, -.15 -.375, -.155 -.338, -.185 -.338", _WHITE * light, curved=False)
    for x, code in ((-0.26, "#d8433a"), (-0.22, "#5fc88a"), (-0.1, "#e8d8a0")):
        pen.oval(x, -0.48, 0.011, 0.011, colour(code))


def _cakes(pen: Pen, light: np.float32) -> None:
    """Cakes under a bell of glass."""
    for x, code in ((0.13, "#8a4a2a"), (0.2, "#e8a0b0"), (0.27, "#e8c070")):
        pen.cast(
            [(x - 0.03, -0.385), (x + 0.03, -0.385), (x + 0.03, -0.345), (x - 0.03, -0.345)],
            colour(code) * light,
        )
        pen.oval(x, -0.388, 0.03, 0.01, mix(colour(code), _WHITE, 0.5) * light)
    pen.fill(".08 -.345, .08 -.42, .12 -.46, .28 -.46, .32 -.42, .32 -.345", _WHITE, alpha=0.16)
    pen.line(".06 -.34, .34 -.34", 0.014, _STEEL * light, curved=False)


def _table(pen: Pen, room: Joinery) -> None:
    """A round table with two cups, and a chair on either side."""
    wood, iron = room.wood, mix(_INK, _STEEL, 0.15) * room.shade
    pen.shadow(0, 0.75)
    for side in (-1, 1):
        pen.line([(side * 0.62, -1.02), (side * 0.56, -0.5), (side * 0.6, 0.0)], 0.035, iron)
        pen.line([(side * 0.3, -0.5), (side * 0.26, 0.0)], 0.035, iron, curved=False)
        pen.cast(
            [(side * x, y) for x, y in ((0.24, -0.54), (0.6, -0.54), (0.6, -0.47), (0.24, -0.47))],
            room.cloth,
        )
        pen.cast(
            [
                (side * x, y)
                for x, y in ((0.54, -1.06), (0.66, -1.08), (0.64, -0.72), (0.55, -0.72))
            ],
            room.cloth,
        )
    pen.cast("-.03 -.7, .03 -.7, .03 -.08, .16 -.02, -.16 -.02, -.03 -.08", iron, curved=False)
    pen.ball(0, -0.7, 0.42, 0.06, wood * np.float32(0.8))
    pen.ball(0, -0.73, 0.42, 0.06, wood * np.float32(1.15))
    for x in (-0.16, 0.14):
        pen.oval(x, -0.735, 0.1, 0.024, _WHITE * room.shade)
        pen.cast(
            [(x - 0.06, -0.85), (x + 0.06, -0.85), (x + 0.045, -0.745), (x - 0.045, -0.745)],
            _WHITE * room.shade * np.float32(0.95),
        )
        pen.oval(x, -0.848, 0.05, 0.014, colour("#4a2a18"))
