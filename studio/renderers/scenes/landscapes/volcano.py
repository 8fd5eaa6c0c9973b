"""A volcano that erupts: its cone, streams of lava, a fountain of fire, smoke and ash above."""

import numpy as np

from studio.renderers.drawing.canvas import Array, colour, mix, ridge
from studio.renderers.scenes.landscapes.terrain import paint_land
from studio.renderers.scenes.stage import Stage

_LAVA, _HOT = colour("#ff5a14"), colour("#ffd24a")


def paint_volcano(stage: Stage) -> None:
    """One cone that stands before the sky, its crater in the picture's upper half."""
    canvas, palette, rng = stage.canvas, stage.palette, stage.canvas.rng
    x, top = canvas.width * (0.5 + 0.06 * stage.side), stage.horizon - canvas.unit * 0.36
    half = canvas.unit * 0.055
    _smoke(stage, x, top)
    canvas.glow(x, top, canvas.unit * 0.12, _LAVA * np.float32(0.7), power=1.4)
    _fountain(stage, x, top)
    away = np.maximum(np.abs(canvas.x[0] - x) - half, 0) / canvas.unit
    rough = ridge(rng, canvas.width, 12, octaves=6, gain=0.55)
    fall = canvas.unit * (0.42 * (1 - np.exp(-away * 3.4)) + 0.05 * away)
    line = top + fall + canvas.unit * 0.016 * (rough - 0.5)
    dip = np.clip(1 - np.abs(canvas.x[0] - x) / half, 0, 1)
    line = (line + canvas.unit * 0.022 * dip**0.6).astype(np.float32)
    rock = mix(mix(colour("#4a3f46"), palette.haze, 0.25), palette.near, 0.25 + 0.35 * palette.dark)
    shade = 0.75 + 0.55 * canvas.noise(16, octaves=5, gain=0.6, stretch=0.5)
    paint_land(
        stage,
        line,
        rock,
        mix(rock, palette.near, 0.45),
        depth=0.3,
        reach=canvas.unit * 0.4,
        shade=shade,
    )
    for start, lean in ((-0.5, -0.5), (0.1, 0.12), (0.55, 0.6)):
        _stream(stage, (x + half * start, top + canvas.unit * 0.018), lean)


def _stream(stage: Stage, start: tuple[float, float], lean: float) -> None:
    """Lava that winds down a slope and cools."""
    canvas, rng = stage.canvas, stage.canvas.rng
    t = np.linspace(0, 1, 26)
    wander = np.sin(t * float(rng.uniform(7, 11)) + float(rng.uniform(0, 6))) * 0.02 * t
    px = start[0] + canvas.unit * (lean * 0.3 * t**1.3 + wander)
    py = start[1] + canvas.unit * 0.4 * t**0.85
    for wide, hue, reach in ((0.016, _LAVA, 26), (0.007, _HOT, 20)):
        half = canvas.unit * wide * (0.5 + 0.9 * t[:reach])
        path = np.vstack(
            [
                np.stack([px[:reach] - half, py[:reach]], -1),
                np.stack([px[:reach] + half, py[:reach]], -1)[::-1],
            ]
        )
        canvas.shape(
            [path], hue * np.float32(1.3), fade=mix(hue, colour("#8a1a0a"), 0.55), depth=0.32
        )
    for step in range(0, 26, 4):
        canvas.glow(
            float(px[step]),
            float(py[step]),
            canvas.unit * 0.035,
            _LAVA * np.float32(0.1),
            power=1.5,
        )


def _fountain(stage: Stage, x: float, top: float) -> None:
    """Drops of fire thrown up, hottest at the crater."""
    canvas, rng = stage.canvas, stage.canvas.rng
    for _ in range(240):
        rise = abs(float(rng.normal(0, 0.5)))
        spot = (
            x + canvas.unit * float(rng.normal(0, 0.028 + 0.06 * rise)),
            top + canvas.unit * (0.02 - 0.24 * rise),
        )
        hue = mix(_HOT, _LAVA, min(rise, 1.0))
        canvas.disc(
            *spot,
            canvas.unit * float(rng.uniform(0.002, 0.009)) * (1.2 - 0.6 * min(rise, 1)),
            hue * np.float32(1.5),
        )


def _smoke(stage: Stage, x: float, top: float) -> None:
    """A column that widens as it rises, lit from below."""
    canvas, palette, rng = stage.canvas, stage.palette, stage.canvas.rng
    ash: Array = mix(mix(colour("#5a5258"), palette.cloud, 0.25), palette.near, 0.45 * palette.dark)
    for step in range(54):
        t = step / 53
        up = canvas.unit * (0.02 + 0.62 * t)
        spot = (
            x + canvas.unit * (stage.side * 0.2 * t**1.6 + float(rng.normal(0, 0.02 + 0.07 * t))),
            top - up,
        )
        reach = canvas.unit * (0.03 + 0.085 * t) * float(rng.uniform(0.7, 1.2))
        tone = mix(
            mix(ash, palette.light, 0.12 * float(rng.random())), _LAVA, 0.5 * max(0.0, 1 - 2.6 * t)
        )
        canvas.disc(*spot, reach, tone, alpha=0.55, blur=reach * 0.28, depth=0.08)
