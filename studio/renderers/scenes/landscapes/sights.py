"""What makes a landscape a particular one: a castle on its rock, palms on a beach, a waterfall."""

import numpy as np

from studio.renderers.drawing.canvas import (
    Array,
    colour,
    mix,
    placed,
    ridge,
    smooth,
    smoothstep,
)
from studio.renderers.drawing.outlines import box
from studio.renderers.scenes.landscapes.terrain import paint_land
from studio.renderers.scenes.stage import Stage

_TOWERS = (
    (-0.5, 0.11, 0.52), (0.52, 0.1, 0.46), (-0.24, 0.1, 0.72), (0.28, 0.11, 0.8), (0.02, 0.14, 1.0), (0.14, 0.06, 0.62),
)  # fmt: skip
"""Middle, half width and height of a castle's towers, the rear ones first."""


def _lit(stage: Stage, hue: Array, far: float) -> Array:
    """A colour in the light of the hour, seen from afar."""
    palette = stage.palette
    return mix(mix(hue, palette.near, 0.85 * palette.dark), palette.haze, far)


def paint_castle(stage: Stage, x: float, foot: float, size: float) -> None:
    """A castle with pointed roofs on a rock, its windows lit after dark."""
    canvas, palette = stage.canvas, stage.palette
    code = stage.brief.colour_of("castle")
    stone = _lit(stage, colour(code or "#c9bca8"), 0.12)
    roof = _lit(stage, mix(palette.accents[0], colour("#3a4a78"), 0.6), 0.1)
    _rock(stage, x, foot, size)
    for middle, half, tall in _TOWERS:
        _tower(stage, (x + middle * size, foot), (half * size * 0.5, tall * size), stone, roof)
    wall = box(x, foot, 0.56 * size, 0.28 * size)
    canvas.shape(
        [wall], mix(stone, palette.light, 0.08), fade=mix(stone, palette.near, 0.4), depth=0.5
    )
    teeth = [
        box(x + step * size * 0.08, foot - 0.27 * size, 0.022 * size, 0.05 * size)
        for step in range(-7, 8)
    ]
    canvas.shape(teeth, stone, depth=0.5)
    gate = smooth([(-0.07, 0), (-0.07, -0.12), (0, -0.19), (0.07, -0.12), (0.07, 0)], steps=5)
    canvas.shape([placed(gate, x, foot, size)], mix(stone, palette.near, 0.8))


def _rock(stage: Stage, x: float, foot: float, size: float) -> None:
    canvas, palette = stage.canvas, stage.palette
    rough = ridge(canvas.rng, canvas.width, 9, octaves=5, gain=0.5)
    away = np.abs(canvas.x[0] - x) / (size * 0.68)
    line = (
        foot
        + size * 1.1 * smoothstep(0.9, 2.6, away)
        + (rough - 0.5) * size * 0.22 * np.clip(away, 0.1, 1)
    )
    base = _lit(stage, colour("#6a6a58" if palette.dark < 0.5 else "#4a4650"), 0.15)
    paint_land(
        stage, line.astype(np.float32), base, mix(base, palette.near, 0.6), depth=0.45, reach=size
    )


def _tower(
    stage: Stage, foot: tuple[float, float], shape: tuple[float, float], stone: Array, roof: Array
) -> None:
    canvas, palette = stage.canvas, stage.palette
    (x, y), (half, tall) = foot, shape
    canvas.shape([box(x, y, half, tall)], stone, fade=mix(stone, palette.near, 0.4), depth=0.48)
    side = -1 if stage.light_x > x else 1
    canvas.shape([box(x + side * half * 0.6, y, half * 0.4, tall)], palette.near, alpha=0.3)
    canvas.shape(
        [box(x, y - tall, half * 1.25, half * 0.5)], mix(stone, palette.light, 0.1), depth=0.48
    )
    cone = np.array(
        [
            (x - half * 1.4, y - tall - half * 0.4),
            (x, y - tall - half * 3.6),
            (x + half * 1.4, y - tall - half * 0.4),
        ]
    )
    canvas.shape([cone], roof, fade=mix(roof, palette.near, 0.4), depth=0.48)
    top = y - tall - half * 3.6
    flag = np.array([(x, top - half), (x + half * 1.2, top - half * 0.7), (x, top - half * 0.4)])
    canvas.shape(
        [flag, box(x, top + 1, max(half * 0.06, 0.6), half)],
        mix(palette.accents[0], palette.near, 0.5 * palette.dark),
    )
    warm = colour("#ffc46b") * np.float32(0.5 + 1.2 * palette.dark)
    pane = warm if palette.dark > 0.3 else mix(stone, palette.near, 0.7)
    for row in range(2):
        slit = smooth([(-0.18, 0), (-0.18, -0.5), (0, -0.72), (0.18, -0.5), (0.18, 0)], steps=4)
        canvas.shape([placed(slit, x, y - tall * (0.6 + 0.22 * row), half)], pane)


def paint_beach(stage: Stage) -> None:
    """Sand towards the viewer, wet at its edge, with the foam of the last wave."""
    canvas, palette, rng = stage.canvas, stage.palette, stage.canvas.rng
    sand = _lit(stage, mix(colour("#e8cf9c"), palette.horizon, 0.2), 0.0)
    curve = ridge(rng, canvas.width, 1.6, octaves=4, gain=0.3)
    lean = (canvas.x[0] / canvas.width - 0.5) * -stage.side * canvas.height * 0.1
    line = (canvas.height * 0.86 + lean + (curve - 0.5) * canvas.unit * 0.08).astype(np.float32)
    foam = mix(palette.light, palette.horizon, 0.2)
    for lift, tone in ((0.03, foam), (0.016, mix(sand, palette.water, 0.45))):
        paint_land(stage, line - canvas.unit * lift, tone, tone, depth=0.8, reach=canvas.unit * 0.1)
    paint_land(
        stage, line, sand, mix(sand, palette.near, 0.3), depth=0.88, reach=canvas.height * 0.25
    )


def paint_palms(stage: Stage) -> None:
    """Palms that lean over the shore from the side where the picture is light."""
    canvas, rng = stage.canvas, stage.canvas.rng
    for index, (aside, tall) in enumerate(((0.42, 0.5), (0.47, 0.66), (0.36, 0.4))):
        x = canvas.width * 0.5 - stage.side * canvas.width * aside
        foot = canvas.height * (0.95 - 0.03 * index)
        _palm(stage, x, foot, canvas.unit * tall * float(rng.uniform(0.9, 1.1)))


def _palm(stage: Stage, x: float, foot: float, tall: float) -> None:
    canvas, palette, rng = stage.canvas, stage.palette, stage.canvas.rng
    t = np.linspace(0, 1, 24)
    lean = stage.side * tall * float(rng.uniform(0.22, 0.4))
    px, py = x + lean * t**1.8, foot - tall * t
    wide = tall * (0.032 - 0.016 * t) * (1 + 0.12 * np.sin(t * 90))
    bark = _lit(stage, colour("#7a5a3c"), 0.0)
    trunk = np.vstack([np.stack([px - wide, py], -1), np.stack([px + wide, py], -1)[::-1]])
    canvas.shape([trunk], bark, fade=mix(bark, palette.near, 0.5), depth=0.92)
    top = (float(px[-1]), float(py[-1]))
    green = _lit(stage, colour("#3f8a3f"), 0.0)
    for index in range(11):
        angle = -np.pi / 2 + (index - 5) * 0.52 + float(rng.normal(0, 0.1))
        _frond(
            stage,
            top,
            tall * float(rng.uniform(0.36, 0.46)),
            angle,
            mix(green, palette.light, 0.06 * (index % 3)),
        )
    for step in (-1, 0, 1):
        canvas.disc(
            top[0] + step * tall * 0.025,
            top[1] + tall * 0.025,
            tall * 0.022,
            mix(bark, palette.near, 0.4),
            depth=0.92,
        )


def _frond(
    stage: Stage, top: tuple[float, float], reach: float, angle: float, green: Array
) -> None:
    """A leaf that hangs down at its end, with its fingers below the rib."""
    t = np.linspace(0, 1, 18)
    px = top[0] + np.cos(angle) * reach * t
    py = top[1] + np.sin(angle) * reach * t * 0.8 + reach * 0.55 * t**2
    fingers = []
    for index in range(2, 18):
        drop = reach * 0.2 * np.sin(np.pi * t[index] ** 0.8)
        aside = reach * 0.05 * np.cos(angle)
        x, y = float(px[index]), float(py[index])
        fingers.append(
            np.array([(x - reach * 0.022, y), (x + reach * 0.022, y), (x + aside, y + drop)])
        )
        fingers.append(
            np.array(
                [(x - reach * 0.02, y), (x + reach * 0.02, y), (x + aside * 1.5, y - drop * 0.3)]
            )
        )
    rib = np.vstack(
        [np.stack([px, py - reach * 0.012], -1), np.stack([px, py + reach * 0.012], -1)[::-1]]
    )
    for part in (*fingers, rib):
        stage.canvas.shape([part], green, depth=0.93)


def paint_waterfall(stage: Stage) -> None:
    """Water that falls between two cliffs into a pool, in its own mist."""
    canvas, palette, rng = stage.canvas, stage.palette, stage.canvas.rng
    x, foot = canvas.width * (0.5 + 0.08 * stage.side), stage.horizon + canvas.unit * 0.1
    top, half = stage.horizon - canvas.unit * 0.42, canvas.unit * 0.085
    rough = ridge(rng, canvas.width, 7, octaves=6, gain=0.55)
    away = np.abs(canvas.x[0] - x) / canvas.unit
    line = top - canvas.unit * 0.1 * (rough - 0.3) + canvas.unit * 0.35 * smoothstep(0.3, 1.1, away)
    rock = _lit(stage, mix(colour("#5f6a52"), palette.haze, 0.25), 0.1)
    grain = canvas.noise(22, octaves=5, gain=0.6, stretch=0.35)
    cliff = np.clip(canvas.y - line[None, :], 0, 1) * np.clip(
        (foot - canvas.y) / (canvas.unit * 0.02), 0, 1
    )
    slope = np.clip((canvas.y - top) / canvas.unit, 0, 1)
    tone = rock * (0.75 + 0.7 * (grain - 0.35) - 0.5 * slope)[..., None]
    canvas.paint(cliff.astype(np.float32), np.maximum(tone, 0).astype(np.float32), depth=0.3)
    for side in (-1, 1):  # moss on the ledges
        for _ in range(26):
            spot = (
                x + side * canvas.unit * float(rng.uniform(0.1, 0.75)),
                foot - canvas.unit * float(rng.uniform(0.0, 0.46)),
            )
            if spot[1] > line[int(np.clip(spot[0], 0, canvas.width - 1))]:
                green = _lit(stage, colour("#4f8a3f"), 0.15)
                canvas.disc(
                    *spot,
                    canvas.unit * float(rng.uniform(0.012, 0.035)),
                    green,
                    alpha=0.75,
                    blur=canvas.unit * 0.006,
                )
    paint_fall(stage, x, (top + canvas.unit * 0.03, foot), half)


def paint_fall(stage: Stage, x: float, span: tuple[float, float], half: float) -> None:
    """The falling water, its pool and its mist."""
    canvas, palette = stage.canvas, stage.palette
    top, foot = span
    down = np.clip((canvas.y - top) / (foot - top), 0, 1)
    threads = canvas.noise(3, octaves=5, gain=0.75, stretch=0.05)
    across = np.abs(canvas.x - x) / (half * (0.75 + 0.5 * down))
    mask = (
        smoothstep(1.1, 0.8, across + 0.5 * (threads - 0.5)) * (canvas.y > top) * (canvas.y < foot)
    )
    white = mix(colour("#f4fbff"), palette.horizon, 0.25)
    tone = (
        mix(_lit(stage, white, 0.0), white, 0.4) * np.clip(0.5 + 1.0 * threads, 0, 1.2)[..., None]
    )
    canvas.paint(mask.astype(np.float32), tone.astype(np.float32), depth=0.35)
    pool = mix(palette.water, palette.horizon, 0.35)
    canvas.shape(
        [
            smooth(
                [
                    (x - half * 7, foot + half * 0.5),
                    (x, foot - half * 0.25),
                    (x + half * 7, foot + half * 0.5),
                    (x + half * 3, foot + half * 1.7),
                    (x - half * 3, foot + half * 1.7),
                ],
                steps=9,
            )
        ],
        pool,
        fade=mix(pool, palette.near, 0.5),
        depth=0.5,
    )
    _mist(stage, (x, foot), half, _lit(stage, white, 0.2))


def _mist(stage: Stage, at: tuple[float, float], half: float, hue: Array) -> None:
    """What rises where the water strikes."""
    rng = stage.canvas.rng
    for _ in range(16):
        x = at[0] + half * float(rng.normal(0, 1.3))
        y = at[1] - half * float(rng.uniform(-0.2, 0.8))
        stage.canvas.disc(
            x, y, half * float(rng.uniform(0.4, 0.9)), hue, alpha=0.2, blur=half * 0.35
        )
