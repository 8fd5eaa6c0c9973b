"""A kitchen: units along the wall, lamps over the worktop, jars and fruit upon it."""

import numpy as np

from studio.renderers.drawing.canvas import Array, colour, placed, smooth
from studio.renderers.scenes.rooms.joinery import BOOKS, Joinery


def furnish_kitchen(room: Joinery) -> None:
    """Kitchen units, cupboards on one side of the wall, and what hangs and stands there."""
    u, foot = room.unit, room.level + room.unit * 0.06
    front, top = room.cloth, colour("#e9e4da") * room.shade
    half = room.canvas.width * 0.5
    for px in np.arange(-half, half, u * 0.22):
        x = room.middle + float(px) + u * 0.11
        room.box(x, foot, u * 0.105, u * 0.27, front)
        room.box(x, foot - u * 0.235, u * 0.04, u * 0.01, colour("#c9b48a"))
        if abs(float(px)) > u * 0.15 and np.sign(px) == room.side:
            room.box(x, room.level - u * 0.42, u * 0.105, u * 0.24, front * np.float32(0.92))
    room.box(room.middle, foot - u * 0.265, half * 1.02, u * 0.03, top)
    _lamps(room)
    _worktop(room, foot, top)
    room.seat = (room.middle, room.level + u * 0.26)


def _lamps(room: Joinery) -> None:
    """Three lamps that hang over the worktop."""
    u = room.unit
    for index, px in enumerate((-0.3, 0.0, 0.3)):
        x = room.middle + u * px
        room.box(x, room.level - u * 0.5, u * 0.003, u * 0.4, colour("#1c1a18"))
        bell = smooth([(-0.5, 0), (-0.3, -0.5), (0, -0.6), (0.3, -0.5), (0.5, 0)], steps=6)
        room.canvas.shape(
            [placed(bell, x, room.level - u * 0.5, u * 0.12)],
            colour(BOOKS[index]) * room.shade,
            depth=0.5,
        )
        room.lamps.append((x, room.level - u * 0.49))


def _worktop(room: Joinery, foot: float, top: Array) -> None:
    """Jars, and a dish of fruit, on the worktop of the units that stand on `foot` pixels."""
    u = room.unit
    for index, px in enumerate((-0.42, 0.36, 0.46)):
        jar = room.rounded(
            room.middle + u * px,
            foot - u * 0.29,
            u * 0.035,
            u * (0.08 + 0.03 * index),
            u * 0.012,
        )
        room.canvas.shape([jar], colour(BOOKS[(index * 2 + 1) % 7]) * room.shade, depth=0.6)
    for hue in ("#d8342a", "#f2b63a", "#8fb83a"):
        px = room.middle + u * float(room.canvas.rng.uniform(-0.08, 0.08))
        room.canvas.disc(
            px,
            foot - u * 0.325,
            u * 0.034,
            colour(hue) * room.shade,
            fade=colour(hue) * room.shade * np.float32(0.5),
        )
    dish = placed(
        smooth([(-0.5, -0.3), (0.5, -0.3), (0.3, 0.0), (-0.3, 0.0)], steps=6),
        room.middle,
        foot - u * 0.29,
        u * 0.26,
    )
    room.canvas.shape([dish], top, fade=top * np.float32(0.6), depth=0.6)
