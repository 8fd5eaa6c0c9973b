"""A table from above: laid for a meal with its chairs about it, or a desk with what lies on it."""

import numpy as np

from studio.renderers.drawing.canvas import Array, Canvas, Points, colour, ellipse, mix
from studio.renderers.drawing.palette import Palette
from studio.renderers.prompts.words import Brief
from studio.renderers.scenes.above.ground import INK, WHITE, Ground
from studio.renderers.scenes.food.tabletop import WOODS, ball, bowl, plate, wooden_table

TABLES = frozenset(
    {"table", "tables", "desk", "workspace", "tabletop", "workplace", "dining-table", "worktop"}
)
_STEEL = colour("#c4cad2")


def paint_table(canvas: Canvas, brief: Brief, palette: Palette) -> None:
    """A round table with four chairs and four places laid; a desk where one is named."""
    rng = canvas.rng
    wood = colour(brief.colour_of("room") or WOODS[int(rng.integers(3))])
    ground = Ground(canvas, 0.0, palette.near, 0.5 * palette.dark)
    if brief.words & {"desk", "workspace", "workplace", "office"}:
        wooden_table(canvas, ground.tone(wood))
        canvas.mark(0.4)
        _desk(ground, palette.accents[0])
    else:
        _laid(canvas, ground, wood, palette.accents[int(rng.integers(3))])
    canvas.look_at(canvas.width / 2, canvas.height / 2)
    canvas.mark(0.85)


def _box(
    x: float, y: float, half: float, tall: float, turn: float = 0.0, corner: float = 0.2
) -> Points:
    """A box with rounded corners about (x, y)."""
    cut = min(half, tall) * corner
    quarter = np.linspace(0, np.pi / 2, 6)
    parts = []
    for number, (sx, sy) in enumerate(((1, 1), (-1, 1), (-1, -1), (1, -1))):
        turns = quarter + number * np.pi / 2
        parts.append(
            np.stack(
                [sx * (half - cut) + cut * np.cos(turns), sy * (tall - cut) + cut * np.sin(turns)],
                -1,
            )
        )
    cos, sin = np.cos(turn), np.sin(turn)
    return np.asarray(np.vstack(parts) @ np.array([[cos, sin], [-sin, cos]]) + (x, y))


def _put(ground: Ground, places: Points, hue: Array, shade: float = 0.012) -> None:
    """Something flat that casts a little shade."""
    ground.fill(places + shade, INK, alpha=0.4, soft=0.004)
    ground.fill(places, hue)


def _laid(canvas: Canvas, ground: Ground, wood: Array, cloth: Array) -> None:
    """The floor, four chairs, the table's top and all that stands on it."""
    wooden_table(canvas, ground.tone(mix(wood, colour("#d8c4a4"), 0.75)))
    for number in range(4):
        turn = number * np.pi / 2 + np.pi / 4
        x, y = 0.42 * float(np.cos(turn)), 0.42 * float(np.sin(turn))
        _put(ground, _box(x, y, 0.1, 0.1, turn), mix(wood, INK, 0.3), 0.02)
        ground.fill(_box(x, y, 0.085, 0.085, turn), mix(cloth, WHITE, 0.12))
        back = (x * 1.22, y * 1.22)
        _put(ground, _box(back[0], back[1], 0.018, 0.105, turn, 0.5), mix(wood, INK, 0.15))
    canvas.mark(0.4)
    ground.fill(ellipse(0.025, 0.035, 0.4, 0.4), INK, alpha=0.5, soft=0.012)
    ground.fill(ellipse(0, 0, 0.39, 0.39), mix(wood, INK, 0.3))
    ground.fill(ellipse(0, 0, 0.378, 0.378), mix(wood, WHITE, 0.16))
    for step in np.linspace(-0.3, 0.3, 7):
        half = float(np.sqrt(0.375**2 - step**2))
        ground.path(np.array([(-half, step), (half, step)]), 0.003, mix(wood, INK, 0.3), alpha=0.7)
    for number in range(4):
        _place(canvas, ground, number * np.pi / 2 + np.pi / 4, cloth)
    middle = (canvas.width / 2, canvas.height / 2)
    bowl(canvas, *middle, canvas.unit * 0.1, ground.tone(colour("#3f6f8a")))
    for dx, dy, code in ((-0.04, -0.03, "#d6322f"), (0.035, -0.035, "#f28a22"), (-0.03, 0.04, "#8fae3a"),
                         (0.042, 0.03, "#d6322f"), (0.0, 0.0, "#f2c14e")):  # fmt: skip
        spot = (middle[0] + dx * canvas.unit, middle[1] + dy * canvas.unit)
        ball(canvas, *spot, canvas.unit * 0.036, ground.tone(colour(code)))


def _place(canvas: Canvas, ground: Ground, turn: float, cloth: Array) -> None:
    """One place: a mat, a plate, knife and fork, a glass."""
    out, side = np.array([np.cos(turn), np.sin(turn)]), np.array([-np.sin(turn), np.cos(turn)])
    middle = out * 0.255
    ground.fill(
        _box(float(middle[0]), float(middle[1]), 0.085, 0.125, turn, 0.2),
        mix(cloth, colour("#f4ead6"), 0.55),
    )
    x, y = ground.at([tuple(middle)])[0]
    plate(canvas, float(x), float(y), canvas.unit * 0.075, ground.tone(colour("#f4f2ec")))
    for aside, wide in ((-0.1, 0.009), (0.1, 0.007)):
        ends = np.array([middle + side * aside + out * 0.06, middle + side * aside - out * 0.06])
        ground.path(ends + 0.004, wide, INK, alpha=0.4)
        ground.path(ends, wide, _STEEL)
        ground.path(np.array([ends[1], ends[1] - out * 0.014]), wide * 2.2, _STEEL)
    glass = middle + side * 0.115 - out * 0.085
    ground.fill(ellipse(glass[0] + 0.008, glass[1] + 0.01, 0.028, 0.028), INK, alpha=0.35)
    ground.disc(float(glass[0]), float(glass[1]), 0.028, colour("#dff0f4"))
    ground.disc(float(glass[0]), float(glass[1]), 0.021, colour("#8fc8dc"))
    ground.disc(float(glass[0]) - 0.008, float(glass[1]) - 0.009, 0.006, WHITE)


def _desk(ground: Ground, accent: Array) -> None:
    """A laptop, a notebook with its pen, a cup of coffee, a telephone and a plant."""
    _laptop(ground)
    _put(ground, _box(-0.32, 0.2, 0.12, 0.155, -0.12, 0.1), accent)
    ground.fill(_box(-0.312, 0.2, 0.108, 0.143, -0.12, 0.06), colour("#fbf6ea"))
    for row in np.linspace(-0.1, 0.1, 8):
        ends = np.array([(-0.4 + row * 0.12, 0.2 + row), (-0.23 + row * 0.12, 0.18 + row)])
        ground.path(ends, 0.003, colour("#9fb4c8"))
    pen = np.array([(-0.2, 0.06), (-0.16, 0.32)])
    ground.path(pen + 0.008, 0.014, INK, alpha=0.4)
    ground.path(pen, 0.014, mix(INK, accent, 0.3))
    _cup(ground, 0.34, -0.02)
    _put(ground, _box(0.33, 0.24, 0.06, 0.12, 0.14, 0.25), mix(INK, WHITE, 0.12))
    ground.fill(_box(0.33, 0.24, 0.052, 0.11, 0.14, 0.15), mix(accent, colour("#2f4f8a"), 0.5))
    _plant(ground, -0.36, -0.3)
    _put(ground, _box(0.16, 0.26, 0.032, 0.05, 0.05, 0.95), colour("#f0efec"))
    ground.path(np.array([(0.16, 0.215), (0.16, 0.25)]), 0.004, _STEEL)


def _laptop(ground: Ground) -> None:
    """A laptop whose screen leans back."""
    ground.fill(
        np.array([(-0.24, -0.32), (0.28, -0.32), (0.28, 0.17), (-0.24, 0.17)]) + 0.012,
        INK,
        alpha=0.45,
        soft=0.01,
    )
    ground.fill(
        np.array([(-0.25, -0.34), (0.25, -0.34), (0.235, -0.14), (-0.235, -0.14)]),
        mix(INK, WHITE, 0.1),
    )
    ground.fill(
        np.array([(-0.235, -0.328), (0.235, -0.328), (0.222, -0.152), (-0.222, -0.152)]),
        colour("#5fa8e0"),
    )
    ground.fill(
        np.array([(-0.2, -0.3), (0.06, -0.3), (0.05, -0.18), (-0.19, -0.18)]), colour("#eef4fa")
    )
    ground.fill(
        np.array([(0.09, -0.3), (0.2, -0.3), (0.19, -0.24), (0.09, -0.24)]), colour("#f2c14e")
    )
    ground.fill(_box(0.0, 0.01, 0.25, 0.15, 0.0, 0.12), _STEEL)
    for row in range(4):
        for key in range(11):
            x, y = -0.2 + 0.04 * key, -0.105 + 0.037 * row
            ground.fill(_box(x, y, 0.017, 0.015), mix(INK, WHITE, 0.16))
    ground.fill(_box(0.0, 0.098, 0.085, 0.045), mix(_STEEL, INK, 0.16))


def _cup(ground: Ground, x: float, y: float) -> None:
    """Coffee in a cup on its saucer."""
    ground.fill(ellipse(x + 0.016, y + 0.02, 0.1, 0.1), INK, alpha=0.4, soft=0.006)
    ground.disc(x, y, 0.098, colour("#f4f2ec"))
    ground.disc(x, y, 0.086, colour("#dcd8ce"))
    ground.path(np.array([(x + 0.05, y - 0.03), (x + 0.105, y - 0.062)]), 0.022, colour("#fbf9f4"))
    ground.disc(x, y, 0.064, WHITE)
    ground.disc(x, y, 0.054, colour("#5a3420"))
    ground.fill(
        ellipse(x - 0.012, y - 0.014, 0.026, 0.016, turn=-0.6), colour("#a8744a"), alpha=0.8
    )


def _plant(ground: Ground, x: float, y: float) -> None:
    """A plant in its pot, its leaves all round."""
    _put(ground, ellipse(x, y, 0.07, 0.07), colour("#c8744a"), 0.02)
    ground.disc(x, y, 0.058, colour("#4a3426"))
    for leaf in range(11):
        turn = leaf * 2 * np.pi / 11 + 0.2 * (leaf % 2)
        reach = 0.075 if leaf % 2 else 0.05
        spot = (x + reach * np.cos(turn), y + reach * np.sin(turn))
        hue = mix(colour("#2f7a45"), colour("#8fc060"), 0.5 * (leaf % 3) / 2)
        ground.fill(
            ellipse(spot[0] + 0.01, spot[1] + 0.012, reach, 0.022, turn=turn), INK, alpha=0.25
        )
        ground.fill(ellipse(*spot, reach, 0.022, turn=turn), hue)
