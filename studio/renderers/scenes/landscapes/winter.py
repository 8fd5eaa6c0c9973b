"""What winter does to water: floes that drift on it, snow on the shore before the viewer and on the cape."""

import numpy as np

from studio.renderers.drawing.canvas import Array, Points, colour, mix, ridge
from studio.renderers.scenes.landscapes.terrain import paint_land
from studio.renderers.scenes.stage import Stage


def snow_hue(stage: Stage) -> Array:
    """Snow in the light of the hour."""
    palette = stage.palette
    white = mix(colour("#f6fafd"), palette.horizon, 0.22)
    return mix(white, mix(palette.water, palette.haze, 0.6), 0.5 * palette.dark)


def paint_floes(stage: Stage) -> None:
    """Sheets of ice in rows that grow towards the viewer, each with its edge under water."""
    canvas, rng = stage.canvas, stage.canvas.rng
    below = canvas.height - stage.horizon
    snow = snow_hue(stage)
    side = mix(mix(snow, colour("#3f86a8"), 0.5), stage.palette.near, 0.3 * stage.palette.dark)
    for row in range(9):
        t = (row + 0.4) / 9
        y = stage.horizon + below * (0.03 + 0.82 * t**1.7)
        size = canvas.unit * (0.02 + 0.13 * t**1.5)
        gap = size * (2.5 + 2.2 * t)
        for x in np.arange(float(rng.uniform(-1, 0)) * gap, canvas.width + gap, gap):
            if rng.random() < 0.78:
                spot = (
                    x + float(rng.normal(0, size * 0.5)),
                    y + float(rng.normal(0, below * 0.02 * (0.3 + t))),
                )
                _floe(
                    stage, spot, size * float(rng.uniform(0.55, 1.25)), (snow, side), 0.2 + 0.6 * t
                )


def _floe(
    stage: Stage, spot: tuple[float, float], size: float, hues: tuple[Array, Array], near: float
) -> None:
    """One sheet: its shade on the water, its broken edge and its snow."""
    canvas, rng = stage.canvas, stage.canvas.rng
    turns = np.sort(rng.uniform(0, 2 * np.pi, 9))
    reach = size * rng.uniform(0.75, 1.1, 9)
    top: Points = np.stack(
        [spot[0] + reach * np.cos(turns), spot[1] + reach * 0.26 * np.sin(turns)], -1
    )
    thick = max(size * 0.07, 1.0)
    snow, side = hues
    canvas.shape([top + (0, thick * 2.2)], stage.palette.near, alpha=0.3, blur=size * 0.05)
    canvas.shape([top + (0, thick)], side, depth=near)
    canvas.shape([top], mix(snow, side, 0.22), fade=snow, depth=near)


def paint_snowy_shore(stage: Stage) -> None:
    """Snow along the lower edge, with a rim of ice and a few stones under caps of snow."""
    canvas, rng = stage.canvas, stage.canvas.rng
    below = canvas.height - stage.horizon
    snow = snow_hue(stage)
    shade = mix(snow, stage.palette.water, 0.45)
    rough = ridge(rng, canvas.width, 3.2, octaves=5, gain=0.45)
    lean = (canvas.x[0] / canvas.width - 0.5) * stage.side * below * 0.12
    line = (canvas.height - below * 0.16 - below * 0.14 * (rough - 0.5) + lean).astype(np.float32)
    for lift, tone in (
        (0.05, mix(shade, stage.palette.water, 0.35)),
        (0.022, mix(snow, shade, 0.6)),
        (0.0, snow),
    ):
        paint_land(
            stage, line - below * lift, tone, mix(tone, shade, 0.7), depth=0.9, reach=below * 0.3
        )
    for place in rng.uniform(0.04, 0.96, 5):
        x = canvas.width * float(place)
        foot = float(line[int(x)]) + below * float(rng.uniform(0.0, 0.06))
        _stone(stage, (x, foot), canvas.unit * float(rng.uniform(0.018, 0.045)), snow)


def _stone(stage: Stage, foot: tuple[float, float], size: float, snow: Array) -> None:
    """A dark stone with snow on top."""
    x, y = foot
    rock = mix(colour("#3f4650"), stage.palette.near, 0.3 + 0.4 * stage.palette.dark)
    turns = np.linspace(np.pi, 2 * np.pi, 9)
    bump = 1 + 0.14 * stage.canvas.rng.normal(size=9)
    body = np.stack([x + size * bump * np.cos(turns), y + size * 0.75 * bump * np.sin(turns)], -1)
    stage.canvas.shape(
        [np.vstack([body, [(x + size, y + size * 0.2), (x - size, y + size * 0.2)]])],
        rock,
        depth=0.92,
    )
    low = np.stack(
        [
            x + size * 0.86 * np.cos(turns[::-1]),
            y - size * 0.42 + size * 0.12 * np.sin(turns[::-1] * 3),
        ],
        -1,
    )
    stage.canvas.shape([np.vstack([body * (1, 1) - (0, size * 0.08), low])], snow, depth=0.92)
