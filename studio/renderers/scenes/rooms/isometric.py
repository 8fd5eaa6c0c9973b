"""A room cut open and seen from above a corner: its floor, two walls and a window, and who furnishes it."""

import numpy as np

from studio.renderers.drawing.canvas import Array, Canvas, colour, ellipse, mix
from studio.renderers.drawing.palette import Palette
from studio.renderers.prompts.words import Brief
from studio.renderers.scenes.rooms.corner import COS, INK, WHITE, WOOD, Corner
from studio.renderers.scenes.rooms.corner_furniture import (
    furnish_bedroom,
    furnish_kitchen,
    furnish_living,
    furnish_office,
)

ISOMETRIC = frozenset({"isometric", "isometrical", "diorama", "dollhouse"})


def paint_isometric(canvas: Canvas, brief: Brief, palette: Palette) -> None:
    """The room the words name: bedroom, office or gamer's room, kitchen, else a living room."""
    rng = canvas.rng
    accents = [palette.accents[int(index)] for index in rng.permutation(4)]
    ground = mix(accents[3], WHITE, 0.62) * np.float32(1 - 0.7 * palette.dark)
    canvas.rgb[:] = canvas.gradient([(0, mix(ground, WHITE, 0.15)), (1, ground * np.float32(0.8))])
    canvas.depth[:] = 0.1
    size = min(canvas.width * 0.88 / (2 * COS), canvas.height * 0.9 / 1.86)
    room = Corner(canvas, size, (canvas.width / 2, canvas.height / 2 - size * 0.1), palette.dark)
    code = brief.colour_of("room")
    accent = colour(code) if code else accents[0]
    _shell(room, mix(accents[1], WHITE, 0.45), palette)
    canvas.mark(0.4)
    if brief.words & {"bedroom", "bed", "nursery"}:
        furnish_bedroom(room, accent, accents[2])
    elif brief.words & {"kitchen", "cafe", "restaurant", "bakery"}:
        furnish_kitchen(room, accent, accents[2])
    elif brief.words & {"office", "desk", "study", "gamer", "gaming", "workspace", "library"}:
        furnish_office(room, accent, accents[2])
    else:
        furnish_living(room, accent, accents[2])
    canvas.look_at(canvas.width / 2, canvas.height * 0.55)
    canvas.mark(0.85)


def _shell(room: Corner, wall: Array, palette: Palette) -> None:
    """Slab, boards, both walls with their thickness, a window with that hour's sky, and a skirting."""
    under = room.at(0.5, 0.5, -0.28)
    room.canvas.shape(
        [ellipse(*under, room.size * 0.95, room.size * 0.42)],
        INK,
        alpha=0.25,
        blur=room.size * 0.06,
    )
    room.box((0, 0, -0.06), (1.04, 1.04, 0.0), mix(WOOD, INK, 0.2))
    for board in range(12):
        tone = WOOD * np.float32(0.92 + 0.16 * ((board * 7) % 5) / 4)
        y = board / 12
        room.face([(0, y, 0), (1.0, y, 0), (1.0, y + 1 / 12, 0), (0, y + 1 / 12, 0)], tone)
    room.face([(0, 0, 0), (1.04, 0, 0), (1.04, 0, 0.8), (0, 0, 0.8)], wall)
    room.face([(0, 0, 0), (0, 1.04, 0), (0, 1.04, 0.8), (0, 0, 0.8)], wall * np.float32(0.84))
    edge = mix(wall, WHITE, 0.5)
    room.face(
        [
            (-0.04, -0.04, 0.8),
            (1.04, -0.04, 0.8),
            (1.04, 0, 0.8),
            (0, 0, 0.8),
            (0, 1.04, 0.8),
            (-0.04, 1.04, 0.8),
        ],
        edge,
    )
    for ends in ([(1.04, -0.04), (1.04, 0.0)], [(-0.04, 1.04), (0.0, 1.04)]):
        (x, y), (u, v) = ends
        room.face([(x, y, -0.06), (u, v, -0.06), (u, v, 0.8), (x, y, 0.8)], edge * np.float32(0.7))
    room.face([(0, 0, 0), (1.04, 0, 0), (1.04, 0, 0.035), (0, 0, 0.035)], edge)
    room.face([(0, 0, 0), (0, 1.04, 0), (0, 1.04, 0.035), (0, 0, 0.035)], edge * np.float32(0.86))
    _window(room, palette)


def _window(room: Corner, palette: Palette) -> None:
    """A window in the left wall."""
    y, v, z, w = 0.52, 0.88, 0.32, 0.68
    saved, room.dim = room.dim, 0.0
    room.face(
        [
            (0, y - 0.02, z - 0.02),
            (0, v + 0.02, z - 0.02),
            (0, v + 0.02, w + 0.02),
            (0, y - 0.02, w + 0.02),
        ],
        WHITE * np.float32(0.94),
    )
    sky = mix(palette.middle, palette.horizon, 0.5)
    room.face([(0, y, z), (0, v, z), (0, v, w), (0, y, w)], sky)
    room.face(
        [(0, y, z), (0, v, z), (0, v, z + 0.07), (0, y + 0.14, z + 0.14), (0, y, z + 0.09)],
        mix(palette.near, sky, 0.3),
    )
    sun = room.at(0, 0.68, 0.58)
    room.canvas.disc(*sun, room.size * 0.035, mix(palette.light, WHITE, 0.2))
    middle = (y + v) / 2
    for bar in (
        [
            (0, middle - 0.008, z),
            (0, middle + 0.008, z),
            (0, middle + 0.008, w),
            (0, middle - 0.008, w),
        ],
        [(0, y, 0.5), (0, v, 0.5), (0, v, 0.516), (0, y, 0.516)],
    ):
        room.face([(float(a), b, c) for a, b, c in bar], WHITE * np.float32(0.94))
    room.dim = saved
    if palette.dark < 0.7:
        room.face(
            [(0.14, y, 0), (0.42, y - 0.06, 0), (0.42, v - 0.06, 0), (0.14, v, 0)],
            colour("#fff2c8"),
            alpha=0.2,
        )
