"""What stands in a room cut open, built of blocks: beds, sofas, desks, units, shelves, lamps and plants."""

import numpy as np

from studio.renderers.drawing.canvas import Array, colour, ellipse, mix
from studio.renderers.scenes.rooms.corner import INK, WHITE, WOOD, Corner, Place


def furnish_bedroom(room: Corner, accent: Array, second: Array) -> None:
    """Bed, night table, wardrobe, lamp, rug."""
    _rug(room, (0.3, 0.46), (0.94, 0.98), second)
    room.box((0.02, 0.02, 0), (0.26, 0.34, 0.62), WOOD)
    room.face(
        [(0.26, 0.18, 0.02), (0.26, 0.185, 0.02), (0.26, 0.185, 0.6), (0.26, 0.18, 0.6)],
        INK,
        alpha=0.6,
    )
    _picture(room, 0.62, accent)
    room.shade((0.42, 0.02), (0.86, 0.7))
    room.box((0.42, 0.0, 0), (0.88, 0.05, 0.36), WOOD)
    room.box((0.43, 0.05, 0), (0.87, 0.7, 0.12), WOOD * np.float32(0.85))
    room.box((0.44, 0.05, 0.12), (0.86, 0.69, 0.2), WHITE * np.float32(0.92))
    room.box((0.435, 0.26, 0.12), (0.865, 0.7, 0.225), accent)
    room.box((0.435, 0.26, 0.225), (0.865, 0.34, 0.232), mix(accent, WHITE, 0.5))
    for x in (0.47, 0.67):
        room.box((x, 0.08, 0.2), (x + 0.16, 0.2, 0.26), WHITE * np.float32(0.97))
    room.box((0.29, 0.03, 0), (0.41, 0.16, 0.16), WOOD)
    _lamp(room, (0.35, 0.1, 0.16))
    _plant(room, 0.94, 0.1)


def furnish_living(room: Corner, accent: Array, second: Array) -> None:
    """Sofa, table, shelf with books, lamp, plant, rug."""
    _rug(room, (0.22, 0.3), (0.9, 0.86), second)
    _books(room, 0.04, second)
    _picture(room, 0.62, accent)
    room.shade((0.42, 0.04), (0.94, 0.3))
    room.box((0.42, 0.03, 0.03), (0.94, 0.1, 0.32), accent)
    room.box((0.42, 0.1, 0.03), (0.94, 0.28, 0.16), accent)
    room.box((0.47, 0.1, 0.16), (0.68, 0.285, 0.19), mix(accent, WHITE, 0.2))
    room.box((0.685, 0.1, 0.16), (0.89, 0.285, 0.19), mix(accent, WHITE, 0.2))
    for x in (0.42, 0.89):
        room.box((x, 0.04, 0.03), (x + 0.05, 0.29, 0.23), accent * np.float32(0.94))
    room.box((0.5, 0.11, 0.19), (0.6, 0.15, 0.28), second)
    room.shade((0.46, 0.46), (0.76, 0.68))
    for x, y in ((0.46, 0.46), (0.73, 0.46), (0.46, 0.65), (0.73, 0.65)):
        room.box((x, y, 0), (x + 0.03, y + 0.03, 0.12), WOOD * np.float32(0.7))
    room.box((0.45, 0.45, 0.12), (0.77, 0.69, 0.15), WOOD)
    room.box((0.52, 0.5, 0.15), (0.64, 0.6, 0.17), WHITE * np.float32(0.9))
    _plant(room, 0.1, 0.94)
    _lamp(room, (0.98, 0.16, 0.0), tall=0.46)


def furnish_office(room: Corner, accent: Array, second: Array) -> None:
    """Desk with screens, chair, shelf, lamp, rug."""
    _rug(room, (0.34, 0.34), (0.92, 0.92), second)
    _books(room, 0.04, accent)
    _picture(room, 0.86, second)
    room.shade((0.4, 0.04), (0.98, 0.3))
    for x in (0.42, 0.93):
        room.box((x, 0.06, 0), (x + 0.03, 0.28, 0.24), WOOD * np.float32(0.8))
    room.box((0.4, 0.03, 0.24), (0.98, 0.31, 0.27), WOOD)
    glow = mix(accent, colour("#9fd8ff"), 0.5)
    for x, u in ((0.44, 0.66), (0.69, 0.87)):
        room.box(
            ((x + u) / 2 - 0.02, 0.1, 0.27), ((x + u) / 2 + 0.02, 0.12, 0.33), INK * np.float32(3)
        )
        room.box((x, 0.09, 0.31), (u, 0.115, 0.47), INK * np.float32(2))
        saved, room.dim = room.dim, 0.0
        room.face(
            [
                (x + 0.012, 0.117, 0.322),
                (u - 0.012, 0.117, 0.322),
                (u - 0.012, 0.117, 0.458),
                (x + 0.012, 0.117, 0.458),
            ],
            glow,
        )
        room.dim = saved
        room.canvas.glow(
            *room.at((x + u) / 2, 0.2, 0.36),
            room.size * 0.2,
            glow * np.float32(0.12 + 0.3 * room.dim),
            power=1.4,
        )
    room.box((0.5, 0.19, 0.27), (0.7, 0.26, 0.28), WHITE * np.float32(0.9))
    _lamp(room, (0.93, 0.12, 0.27))
    room.shade((0.54, 0.42), (0.76, 0.62))
    room.box((0.63, 0.5, 0), (0.67, 0.54, 0.14), INK * np.float32(3))
    room.box((0.55, 0.42, 0.13), (0.75, 0.62, 0.18), accent)
    room.box((0.55, 0.6, 0.18), (0.75, 0.64, 0.42), accent)
    _plant(room, 0.1, 0.94)


def furnish_kitchen(room: Corner, accent: Array, second: Array) -> None:
    """Units along the wall, a cooker, a fridge, a table with chairs."""
    room.shade((0.3, 0.02), (1.0, 0.26))
    room.box((0.02, 0.02, 0), (0.26, 0.26, 0.64), WHITE * np.float32(0.86))
    room.face(
        [(0.02, 0.261, 0.4), (0.26, 0.261, 0.4), (0.26, 0.261, 0.408), (0.02, 0.261, 0.408)],
        INK,
        alpha=0.5,
    )
    room.box((0.28, 0.02, 0), (1.0, 0.25, 0.25), accent)
    room.box((0.27, 0.02, 0.25), (1.01, 0.27, 0.28), WHITE * np.float32(0.9))
    for x in (0.46, 0.64, 0.82):
        room.face(
            [
                (x, 0.251, 0.02),
                (x + 0.006, 0.251, 0.02),
                (x + 0.006, 0.251, 0.24),
                (x, 0.251, 0.24),
            ],
            INK,
            alpha=0.4,
        )
    room.face(
        [(0.5, 0.06, 0.281), (0.74, 0.06, 0.281), (0.74, 0.22, 0.281), (0.5, 0.22, 0.281)],
        INK * np.float32(2),
    )
    room.box((0.54, 0.08, 0.281), (0.64, 0.16, 0.35), second)
    room.box((0.28, 0.0, 0.5), (0.98, 0.13, 0.7), mix(accent, WHITE, 0.3))
    _rug(room, (0.3, 0.44), (0.94, 0.96), second)
    for x, y in ((0.46, 0.54), (0.76, 0.54), (0.46, 0.78), (0.76, 0.78)):
        room.box((x, y, 0), (x + 0.03, y + 0.03, 0.2), WOOD * np.float32(0.7))
    room.box((0.44, 0.52, 0.2), (0.81, 0.83, 0.23), WOOD)
    room.box((0.56, 0.62, 0.23), (0.68, 0.73, 0.26), second)
    for y in (0.4, 0.88):
        room.box((0.55, y, 0), (0.69, y + 0.1, 0.13), accent * np.float32(0.9))
    _plant(room, 0.1, 0.94)


def _rug(room: Corner, start: tuple[float, float], end: tuple[float, float], hue: Array) -> None:
    for inset, tone in ((0.0, mix(hue, WHITE, 0.3)), (0.03, hue), (0.05, mix(hue, WHITE, 0.45))):
        (x, y), (u, v) = (start[0] + inset, start[1] + inset), (end[0] - inset, end[1] - inset)
        room.face([(x, y, 0), (u, y, 0), (u, v, 0), (x, v, 0)], tone)


def _books(room: Corner, y: float, hue: Array) -> None:
    """A shelf by the left wall, full of books."""
    room.shade((0.0, y), (0.16, y + 0.38))
    room.box((0.0, y, 0), (0.02, y + 0.38, 0.62), WOOD * np.float32(0.6))
    for level in range(3):
        z = 0.02 + 0.2 * level
        room.box((0.02, y, z), (0.15, y + 0.38, z + 0.02), WOOD)
        at = y + 0.02
        while at < y + 0.33:
            wide, tall = (
                float(room.canvas.rng.uniform(0.02, 0.04)),
                float(room.canvas.rng.uniform(0.1, 0.15)),
            )
            code = ("#c8493a", "#e0b04a", "#3f7f9a", "#5f8f5a", "#8a5a9a", "#e8dcc8")[
                int(room.canvas.rng.integers(6))
            ]
            room.box(
                (0.03, at, z + 0.02),
                (0.13, at + wide, z + 0.02 + tall),
                mix(colour(code), hue, 0.15),
            )
            at += wide + 0.004
    room.box((0.0, y, 0.62), (0.15, y + 0.38, 0.64), WOOD)


def _picture(room: Corner, x: float, hue: Array) -> None:
    """A picture on the right wall."""
    room.face(
        [(x - 0.12, 0, 0.46), (x + 0.1, 0, 0.46), (x + 0.1, 0, 0.7), (x - 0.12, 0, 0.7)],
        WOOD * np.float32(0.6),
    )
    room.face(
        [(x - 0.1, 0, 0.48), (x + 0.08, 0, 0.48), (x + 0.08, 0, 0.68), (x - 0.1, 0, 0.68)],
        colour("#f4ecdc"),
    )
    room.face(
        [(x - 0.1, 0, 0.48), (x + 0.08, 0, 0.48), (x + 0.08, 0, 0.54), (x - 0.02, 0, 0.62)], hue
    )


def _lamp(room: Corner, at: Place, *, tall: float = 0.16) -> None:
    """A lamp that lights what is around it after dark."""
    x, y, z = at
    foot, top = room.at(x, y, z), room.at(x, y, z + tall)
    s = room.size
    room.canvas.shape(
        [ellipse(foot[0], foot[1], s * 0.035, s * 0.02)], INK * np.float32(3), depth=0.7
    )
    stem = np.array(
        [
            (foot[0] - s * 0.006, foot[1]),
            (foot[0] + s * 0.006, foot[1]),
            (top[0] + s * 0.006, top[1]),
            (top[0] - s * 0.006, top[1]),
        ]
    )
    room.canvas.shape([stem], INK * np.float32(3), depth=0.7)
    cloth = colour("#ffe6b0")
    cone = np.array(
        [
            (top[0] - s * 0.035, top[1] - s * 0.08),
            (top[0] + s * 0.035, top[1] - s * 0.08),
            (top[0] + s * 0.065, top[1]),
            (top[0] - s * 0.065, top[1]),
        ]
    )
    room.canvas.shape([cone], cloth, fade=cloth * np.float32(0.85), depth=0.7)
    room.canvas.glow(
        top[0], top[1], s * 0.24, colour("#ffb35c") * np.float32(0.08 + 0.5 * room.dim), power=1.4
    )


def _plant(room: Corner, x: float, y: float) -> None:
    """A plant in a pot."""
    room.shade((x - 0.05, y - 0.05), (x + 0.05, y + 0.05))
    room.box((x - 0.05, y - 0.05, 0), (x + 0.05, y + 0.05, 0.11), colour("#f0e8dc"))
    foot, s = room.at(x, y, 0.11), room.size
    for turn, reach in ((-1.0, 0.15), (0.95, 0.16), (-0.45, 0.22), (0.5, 0.23), (0.02, 0.26)):
        tip = (foot[0] + s * reach * float(np.sin(turn)), foot[1] - s * reach * float(np.cos(turn)))
        middle = ((foot[0] + tip[0]) / 2, (foot[1] + tip[1]) / 2)
        green = mix(colour("#3f9a5a"), colour("#0c0a1c"), 0.5 * room.dim) * np.float32(
            0.85 + 0.25 * abs(turn)
        )
        room.canvas.shape(
            [ellipse(middle[0], middle[1], s * reach * 0.5, s * 0.034, turn=turn - np.pi / 2)],
            green,
            depth=0.75,
        )
