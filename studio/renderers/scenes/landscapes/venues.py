"""Where people perform: a stage in the spotlight, a gym with its court, a pitch under floodlights."""

import numpy as np

from studio.renderers.drawing.canvas import Array, Canvas, colour, ellipse, mix, smoothstep
from studio.renderers.motifs.pen import Pen

_WHITE = colour("#ffffff")


def paint_stage(canvas: Canvas) -> float:
    """Velvet curtains, boards, and a beam from above; says where a foot stands, as a share of the height."""
    level = canvas.height * 0.74
    velvet = colour(("#8a1420", "#5a1030", "#2a1a5a", "#123f4a")[int(canvas.rng.integers(4))])
    folds = np.sin(canvas.x / canvas.unit * 46 + 2.2 * np.sin(canvas.x / canvas.unit * 9))
    fall = 0.34 + 0.4 * np.exp(-(((canvas.x - canvas.width / 2) / (canvas.unit * 0.42)) ** 2))
    shade = (0.62 + 0.38 * folds) * fall * (0.55 + 0.5 * canvas.y / level)
    canvas.rgb[:] = velvet * shade[..., None].astype(np.float32)
    _boards(canvas, level, colour("#7a4a2a"))
    _beam(canvas, level)
    canvas.depth[:] = 0.2
    return 0.86


def _boards(canvas: Canvas, level: float, wood: Array) -> None:
    """Planks that run to the back wall, lit in the middle."""
    down = np.clip((canvas.y - level) / (canvas.height - level), 0, 1)
    across = (canvas.x - canvas.width / 2) / canvas.unit / (0.4 + down) * 11
    seam = np.exp(-(((across - np.round(across)) / 0.035) ** 2))
    pool = np.exp(
        -(((canvas.x - canvas.width / 2) / (canvas.unit * 0.46)) ** 2) - ((down - 0.45) / 0.6) ** 2
    )
    tone = (1 + 0.1 * np.sin(np.round(across) * 7.3) - 0.4 * seam) * (0.28 + 1.1 * pool)
    mask = canvas.below(level)
    canvas.paint(mask, (wood * tone[..., None]).astype(np.float32))


def _beam(canvas: Canvas, level: float) -> None:
    """The cone of a spotlight and the dust in it."""
    x, unit = canvas.width / 2, canvas.unit
    foot = level + (canvas.height - level) * 0.45
    cone = np.array(
        [
            (x - unit * 0.05, -unit * 0.1),
            (x + unit * 0.05, -unit * 0.1),
            (x + unit * 0.44, foot),
            (x - unit * 0.44, foot),
        ]
    )
    canvas.shape([cone], colour("#fff2d0"), alpha=0.2, blur=unit * 0.03)
    canvas.shape(
        [ellipse(x, foot, unit * 0.44, unit * 0.07)],
        colour("#ffe8b8"),
        alpha=0.24,
        blur=unit * 0.02,
    )
    for _ in range(40):
        down = float(canvas.rng.random())
        spread = unit * (0.05 + 0.36 * down)
        canvas.spark(
            x + float(canvas.rng.uniform(-1, 1)) * spread,
            foot * down,
            unit * 0.003,
            colour("#fff0d0") * np.float32(0.5),
        )


def paint_court(canvas: Canvas) -> float:
    """A gym: a wall with high windows and a polished floor with its lines."""
    level, unit = canvas.height * 0.78, canvas.unit
    wall = colour(("#2f4a6a", "#5a4a7a", "#2f5f5a")[int(canvas.rng.integers(3))])
    canvas.rgb[:] = canvas.gradient(
        [(0, wall * np.float32(0.6)), (1, wall * np.float32(1.15))], bottom=level
    )
    for step in range(-4, 5):
        x = canvas.width / 2 + step * unit * 0.3
        pane = np.array(
            [
                (x - unit * 0.11, unit * 0.08),
                (x + unit * 0.11, unit * 0.08),
                (x + unit * 0.11, unit * 0.3),
                (x - unit * 0.11, unit * 0.3),
            ]
        )
        canvas.shape([pane], colour("#dcecf4"), fade=mix(wall, _WHITE, 0.45), alpha=0.75)
        canvas.glow(x, unit * 0.2, unit * 0.2, mix(wall, _WHITE, 0.5) * np.float32(0.2), power=1.5)
    _boards(canvas, level, colour("#c98a4a"))
    for y, thick in ((0.2, 0.006), (0.62, 0.012)):
        row = level + (canvas.height - level) * y
        line = np.array(
            [
                (0, row),
                (canvas.width, row),
                (canvas.width, row + unit * thick),
                (0, row + unit * thick),
            ]
        )
        canvas.shape([line], _WHITE, alpha=0.7)
    canvas.depth[:] = 0.2
    return 0.9


def paint_pitch(canvas: Canvas) -> float:
    """A stadium by night: stands full of people, floodlights, and mown grass."""
    level, unit, rng = canvas.height * 0.62, canvas.unit, canvas.rng
    canvas.rgb[:] = canvas.gradient(
        [(0, colour("#070d20")), (0.6, colour("#16305a")), (1, colour("#2a5a8a"))], bottom=level
    )
    stand = np.array(
        [
            (0, level * 0.5),
            (canvas.width * 0.5, level * 0.66),
            (canvas.width, level * 0.5),
            (canvas.width, level),
            (0, level),
        ]
    )
    canvas.shape([stand], colour("#141c34"))
    for _ in range(900):
        x, y = float(rng.random()) * canvas.width, float(rng.random())
        top = level * (0.5 + 0.16 * (1 - abs(x / canvas.width * 2 - 1)))
        code = ("#d84a3a", "#e8d8b8", "#3f7fd0", "#f0c04a", "#8a93a8")[int(rng.integers(5))]
        canvas.disc(
            x, top + (level - top) * (0.06 + 0.86 * y), unit * 0.0045, colour(code), alpha=0.6
        )
    for x in (0.12, 0.88):
        lamp = (canvas.width * x, level * 0.2)
        pen = Pen(canvas, lamp[0], lamp[1], unit)
        pen.line("0 0, 0 .32", 0.012, colour("#2a3350"), curved=False)
        for row in range(2):
            for column in range(-2, 3):
                pen.oval(0.026 * column, 0.024 * row, 0.011, 0.01, _WHITE)
        canvas.glow(*lamp, unit * 0.24, colour("#cfe0ff"), power=1.5)
    _grass(canvas, level)
    canvas.depth[:] = 0.2
    return 0.88


def _grass(canvas: Canvas, level: float) -> None:
    """Stripes that run towards the stand, and a touchline."""
    down = np.clip((canvas.y - level) / (canvas.height - level), 0, 1)
    across = (canvas.x - canvas.width / 2) / canvas.unit / (0.34 + down) * 5
    stripe = smoothstep(-0.1, 0.1, np.sin(across * np.pi).astype(np.float32))
    turf = colour("#2f8a3f") * (0.62 + 0.3 * stripe + 0.34 * down)[..., None]
    blades = canvas.noise(60, octaves=2)[..., None]
    mask = canvas.below(level)
    canvas.paint(mask, (turf * (0.86 + 0.28 * blades)).astype(np.float32))
    row, thick = level + (canvas.height - level) * 0.16, canvas.unit * 0.008
    line = np.array([(0, row), (canvas.width, row), (canvas.width, row + thick), (0, row + thick)])
    canvas.shape([line], _WHITE, alpha=0.75)
