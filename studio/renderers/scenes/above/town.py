"""A town from above: blocks of houses that lean outward, streets with cars, parks; lit windows by night."""

import numpy as np

from studio.renderers.drawing.canvas import Array, Canvas, colour, mix
from studio.renderers.drawing.palette import Palette
from studio.renderers.prompts.words import Brief
from studio.renderers.scenes.above.ground import INK, WHITE, Ground

Box = tuple[float, float, float, float]
"""Left, top, right and bottom on the plan."""
_WALLS = ("#c8bba8", "#b5a290", "#9aa4ac", "#d8c8b0", "#a8826a", "#8f98a4", "#c29a7a")
_TILES = ("#b5553a", "#a04a36", "#c26a44", "#8a5a4a")
_CARS = ("#d6322f", "#f4f2ec", "#2463c8", "#f2c14e", "#23252c", "#9aa2aa")
_BLOCK, _STREET = 0.2, 0.052
_LEAST_WINDOW = 0.25
"""The radius, in pixels, of the smallest window that is painted."""


def paint_town(canvas: Canvas, brief: Brief, palette: Palette) -> None:
    """A grid of blocks; houses with tiled roofs among gardens where a village is named."""
    rng, dark = canvas.rng, palette.dark
    village = not brief.has("city")
    ground = Ground(
        canvas, float(rng.uniform(-0.3, 0.3)), mix(palette.near, palette.middle, 0.35), 0.62 * dark
    )
    base = colour("#7f9a5a") if village else colour("#54565c")
    canvas.rgb[:] = ground.tone(base)
    canvas.depth[:] = 0.3
    count = int(ground.reach / (_BLOCK + _STREET)) + 2
    step = _BLOCK + _STREET
    middles = [
        ((column + 0.5) * step, (row + 0.5) * step)
        for column in range(-count, count + 1)
        for row in range(-count, count + 1)
    ]
    _streets(ground, count, palette, village=village)
    canvas.mark(0.4)
    houses: list[tuple[Box, float]] = []
    for number, (x, y) in enumerate(middles):
        half = _BLOCK / 2
        box = (x - half, y - half, x + half, y + half)
        if village or float(rng.random()) < 0.1 or number == len(middles) // 2:
            pond, trees = not village and number == len(middles) // 2, 7 if village else 16
            _park(ground, box, pond=pond, trees=trees)
        else:
            ground.fill(_corners(box), colour("#a8a39a"))
        if village:
            houses += _cottages(ground, box)
        elif number != len(middles) // 2:
            houses += _lots(ground, box)
    houses.sort(
        key=lambda house: -float(np.hypot(house[0][0] + house[0][2], house[0][1] + house[0][3]))
    )
    for box, tall in houses:
        _house(ground, box, tall, palette, village=village)
    canvas.look_at(canvas.width / 2, canvas.height / 2)
    canvas.mark(0.85)


def _corners(box: Box) -> list[tuple[float, float]]:
    left, top, right, low = box
    return [(left, top), (right, top), (right, low), (left, low)]


def _streets(ground: Ground, count: int, palette: Palette, *, village: bool) -> None:
    """Their middle lines and whoever drives there; lamps along them by night."""
    rng, step = ground.canvas.rng, _BLOCK + _STREET
    for number in range(-count - 1, count + 2):
        for way in ((1.0, 0.0), (0.0, 1.0)):
            if village and number % 3:
                continue
            across = (way[1], way[0])
            middle = np.array(across) * number * step
            ends = np.array(
                [
                    middle - np.array(way) * ground.reach * 1.3,
                    middle + np.array(way) * ground.reach * 1.3,
                ]
            )
            ground.path(ends, _STREET * 0.8, colour("#b8a888" if village else "#43454b"))
            for dash in np.arange(-ground.reach, ground.reach, 0.045):
                if village:
                    break
                spot = middle + np.array(way) * float(dash)
                ground.path(
                    np.array([spot, spot + np.array(way) * 0.02]),
                    0.0035,
                    colour("#e8e2c8"),
                    alpha=0.8,
                )
            if palette.dark > 0.5:
                _lamps(ground, middle, np.array(way))
            for place in rng.uniform(-ground.reach, ground.reach, 2 if village else 5):
                side = 1 if rng.random() < 0.5 else -1
                spot = (
                    middle + np.array(way) * float(place) + np.array(across) * side * _STREET * 0.2
                )
                hue = colour(_CARS[int(rng.integers(len(_CARS)))])
                ground.car(
                    float(spot[0]), float(spot[1]), (way[0] * side, way[1] * side), 0.034, hue
                )


def _lamps(ground: Ground, middle: Array, way: Array) -> None:
    """Warm light along a street."""
    for place in np.arange(-ground.reach, ground.reach, 0.09):
        x, y = ground.at([tuple(middle + way * float(place))])[0]
        ground.canvas.spark(
            float(x), float(y), ground.canvas.unit * 0.05, colour("#ffb45c") * np.float32(0.5)
        )


def _park(ground: Ground, box: Box, *, pond: bool, trees: int) -> None:
    """Grass with trees, and a pond in the one of the middle."""
    rng = ground.canvas.rng
    ground.fill(_corners(box), colour("#7fae57"))
    if pond:
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        ground.disc(x, y, 0.058, colour("#dcd2b4"))
        ground.disc(x, y, 0.048, colour("#4f9ac0"))
        ground.disc(x, y, 0.012, WHITE, alpha=0.8)
    for _ in range(trees):
        x, y = (
            float(rng.uniform(box[0] + 0.01, box[2] - 0.01)),
            float(rng.uniform(box[1] + 0.01, box[3] - 0.01)),
        )
        if pond and np.hypot(x - (box[0] + box[2]) / 2, y - (box[1] + box[3]) / 2) < 0.07:
            continue
        hue = mix(colour("#3f7f3f"), colour("#8fae4a"), float(rng.random()))
        ground.crown(x, y, float(rng.uniform(0.011, 0.018)), hue)


def _lots(ground: Ground, box: Box) -> list[tuple[Box, float]]:
    """The houses of one block and how tall each is: taller towards the middle of the town."""
    rng, gap = ground.canvas.rng, 0.007
    x, y = float(rng.uniform(0.35, 0.65)), float(rng.uniform(0.35, 0.65))
    cut_x, cut_y = box[0] + (box[2] - box[0]) * x, box[1] + (box[3] - box[1]) * y
    parts = [(box[0], box[1], cut_x, cut_y), (cut_x, box[1], box[2], cut_y), (box[0], cut_y, cut_x, box[3]),
             (cut_x, cut_y, box[2], box[3])]  # fmt: skip
    if rng.random() < 0.3:
        parts = [(box[0], box[1], box[2], cut_y), (box[0], cut_y, box[2], box[3])]
    far = float(np.hypot(box[0] + box[2], box[1] + box[3])) / 2
    found: list[tuple[Box, float]] = []
    for left, top, right, low in parts:
        tall = (0.08 + 0.3 * float(rng.random()) ** 2) * max(1.15 - far * 0.9, 0.4)
        found.append(((left + gap, top + gap, right - gap, low - gap), tall))
    return found


def _cottages(ground: Ground, box: Box) -> list[tuple[Box, float]]:
    """One or two low houses of a block."""
    rng = ground.canvas.rng
    found: list[tuple[Box, float]] = []
    for number in range(1 + int(rng.random() < 0.55)):
        wide, deep = (0.075, 0.052) if rng.random() < 0.5 else (0.052, 0.075)
        x = (box[0] + box[2]) / 2 + float(rng.uniform(-0.03, 0.03)) + (0.05 if number else -0.04)
        y = (box[1] + box[3]) / 2 + float(rng.uniform(-0.03, 0.03)) + (0.05 if number else -0.045)
        found.append(((x - wide / 2, y - deep / 2, x + wide / 2, y + deep / 2), 0.03))
    return found


def _house(ground: Ground, box: Box, tall: float, palette: Palette, *, village: bool) -> None:
    """Its shade on the ground, the walls that are seen, the roof and what is on it."""
    rng, corners = ground.canvas.rng, _corners(box)
    names = _TILES if village else _WALLS
    hue = colour(names[int(rng.integers(len(names)))])
    wall = colour("#efe4d0") if village else hue
    cast = np.array(corners) + (0.13 * tall, 0.16 * tall)
    foot, top = ground.at(corners), ground.at(corners, tall)
    seen = ground.shows(np.vstack([foot, top, ground.at(cast)]))
    if seen:
        shade = np.vstack([corners[0:1], [cast[1]], cast[2:3], [cast[3]], corners[3:4]])
        ground.fill(shade, INK, alpha=0.35)
    for first in range(4):
        second = (first + 1) % 4
        face = np.array([foot[first], foot[second], top[second], top[first]])
        light = (0.72, 0.5, 0.42, 0.66)[first]
        if seen:
            ground.canvas.shape([face], ground.tone(wall * np.float32(light)), depth=0.4)
        if palette.dark > 0.4 and not village:
            _lit(ground, face, palette.dark, seen=seen)
        elif seen and not village:
            _floors(ground, face, tall)
    if not village:
        _flat_roof(ground, box, tall, mix(hue, WHITE, 0.22), seen=seen)
    elif seen:
        _gable(ground, box, tall, hue)


def _floors(ground: Ground, face: Array, tall: float) -> None:
    """Rows of windows on one wall by day."""
    for share in np.linspace(0.15, 0.9, max(int(tall * 26), 2)):
        low, high = share, share + 0.035
        row = np.array([face[0] + (face[3] - face[0]) * low, face[1] + (face[2] - face[1]) * low,
                        face[1] + (face[2] - face[1]) * high, face[0] + (face[3] - face[0]) * high])  # fmt: skip
        ground.canvas.shape([row], ground.tone(colour("#3a4a5a")), alpha=0.5)


def _lit(ground: Ground, face: Array, dark: float, *, seen: bool) -> None:
    """Windows that are lit, here and there on one wall; where none is `seen`, chance goes on as if they were."""
    rng = ground.canvas.rng
    size = ground.canvas.unit * 0.0034
    seen = seen and size > _LEAST_WINDOW
    for along, up in rng.uniform(0.08, 0.9, (14, 2)):
        if rng.random() > 0.75 * dark:
            continue
        hue = "#ffd88a" if rng.random() < 0.8 else "#bfe0ff"
        if seen:
            low, high = face[0] + (face[1] - face[0]) * along, face[3] + (face[2] - face[3]) * along
            x, y = low + (high - low) * up
            ground.canvas.disc(float(x), float(y), size, colour(hue))


def _flat_roof(ground: Ground, box: Box, tall: float, hue: Array, *, seen: bool) -> None:
    """A roof with its rim, and sheds, a garden or a pool on it."""
    rng = ground.canvas.rng
    left, top, right, low = box
    wide, deep = right - left, low - top
    kind = float(rng.random())
    x, y = left + wide * float(rng.uniform(0.25, 0.6)), top + deep * float(rng.uniform(0.25, 0.6))
    if not seen:
        return
    ground.fill(_corners(box), mix(hue, WHITE, 0.3), up=tall)
    rim = 0.005
    ground.fill(_corners((left + rim, top + rim, right - rim, low - rim)), hue, up=tall)
    part = (x, y, x + wide * 0.26, y + deep * 0.26)
    if kind < 0.2:
        lawn = (left + wide * 0.16, top + deep * 0.16, right - wide * 0.16, low - deep * 0.16)
        ground.fill(_corners(lawn), colour("#7fae57"), up=tall)
    elif kind < 0.3:
        ground.fill(_corners((x, y, x + wide * 0.3, y + deep * 0.2)), colour("#5fc0e0"), up=tall)
    else:
        ground.fill(np.array(_corners(part)) + 0.004, INK, up=tall, alpha=0.3)
        ground.fill(_corners(part), mix(hue, INK, 0.25), up=tall)


def _gable(ground: Ground, box: Box, tall: float, hue: Array) -> None:
    """A tiled roof with its ridge, one side in the shade."""
    left, top, right, low = box
    if right - left > low - top:
        ridge = ((left, (top + low) / 2), (right, (top + low) / 2))
        sides = (
            [(left, top), (right, top), ridge[1], ridge[0]],
            [ridge[0], ridge[1], (right, low), (left, low)],
        )
    else:
        ridge = (((left + right) / 2, top), ((left + right) / 2, low))
        sides = (
            [(left, top), ridge[0], ridge[1], (left, low)],
            [ridge[0], (right, top), (right, low), ridge[1]],
        )
    for side, light in zip(sides, (1.12, 0.74), strict=True):
        ground.fill(side, hue * np.float32(light), up=tall)
    ground.path(np.array(ridge) * (1 + tall), 0.004, mix(hue, WHITE, 0.35))
    x, y = ridge[0][0] * 0.7 + ridge[1][0] * 0.3, ridge[0][1] * 0.7 + ridge[1][1] * 0.3
    ground.fill(_corners((x - 0.006, y - 0.006, x + 0.006, y + 0.006)), colour("#6a4a40"), up=tall)
