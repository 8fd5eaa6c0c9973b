"""Cities: towers behind one another with lit windows, and a wet street of lights in front."""

import numpy as np

from studio.renderers.drawing.canvas import Array, colour, mix
from studio.renderers.scenes.stage import Stage


def paint_skyline(stage: Stage, *, layers: int = 4) -> None:
    """Rows of towers on the horizon, nearer rows taller and darker."""
    canvas, rng, palette = stage.canvas, stage.canvas.rng, stage.palette
    for index in range(layers):
        t = index / (layers - 1)
        base = mix(palette.haze, palette.near, 0.2 + 0.75 * t)
        foot = stage.horizon + 3
        x = -canvas.unit * 0.05
        while x < canvas.width:
            width = canvas.unit * float(rng.uniform(0.05, 0.11)) * (0.7 + 0.6 * t)
            centre = np.exp(-(((x / canvas.width - 0.5) / 0.36) ** 2))
            tall = (
                canvas.unit
                * float(rng.uniform(0.12, 0.42))
                * (0.5 + 0.75 * centre)
                * (1.05 - 0.3 * t)
            )
            _tower(stage, x, foot, width, tall, base, t)
            x += width * float(rng.uniform(0.9, 1.25))
        if index < layers - 1:
            rows = canvas.y[: int(foot)]
            veil = np.exp(-((foot - rows) / (canvas.unit * 0.13))) * 0.32
            mask = np.ascontiguousarray(
                np.broadcast_to(veil, (rows.shape[0], canvas.width)), np.float32
            )
            canvas.paint(mask, mix(palette.horizon, palette.haze, 0.4))


def _tower(
    stage: Stage, x: float, foot: float, width: float, tall: float, base: Array, t: float
) -> None:
    canvas, rng = stage.canvas, stage.canvas.rng
    top = foot - tall
    body = [np.array([(x, foot), (x, top), (x + width, top), (x + width, foot)])]
    form = float(rng.random())
    if form < 0.25:
        body.append(
            np.array([(x, top + 1), (x + width * 0.5, top - width * 0.5), (x + width, top + 1)])
        )
    elif form < 0.55:
        step = width * 0.2
        body.append(
            np.array(
                [
                    (x + step, top + 1),
                    (x + step, top - tall * 0.1),
                    (x + width - step, top - tall * 0.1),
                    (x + width - step, top + 1),
                ]
            )
        )
        if form < 0.4:
            middle = x + width / 2
            body.append(
                np.array([(middle - 1, top), (middle, top - tall * 0.28), (middle + 1, top)])
            )
    canvas.shape(body, mix(base, stage.palette.horizon, 0.08), fade=base, depth=0.2 + 0.4 * t)
    _windows(stage, x, top, foot, width, t)


def _windows(stage: Stage, x: float, top: float, foot: float, width: float, t: float) -> None:
    canvas, rng, palette = stage.canvas, stage.canvas.rng, stage.palette
    cell = max(canvas.unit * (0.0075 + 0.006 * t), 4.0)
    columns, rows = int((width - cell) / cell), int((foot - top - cell) / (cell * 1.25))
    if columns < 1 or rows < 1:
        return
    lit = rng.random((rows, columns)) < (0.1 + 0.34 * palette.dark)
    warmth = rng.random((rows, columns))
    neon = "neon" in stage.brief.styles
    hues = [colour("#ffc877"), colour("#ffe6b0"), palette.accents[1] if neon else colour("#bfe3ff")]
    strength = (0.35 + 0.75 * t) * (0.35 + 0.75 * palette.dark)
    half_w, half_h = max(int(cell * 0.5), 1), max(int(cell * 0.55), 1)
    left = x + (width - columns * cell) / 2
    for row, column in zip(*np.nonzero(lit), strict=True):
        px, py = int(left + column * cell + cell * 0.25), int(top + cell * 0.7 + row * cell * 1.25)
        if px < 0 or py < 0 or px >= canvas.width or py + half_h >= foot:
            continue
        hue = hues[int(warmth[row, column] * 2.99)]
        view = canvas.rgb[py : py + half_h, px : px + half_w]
        view += (
            hue * np.float32(strength * (0.5 + 0.7 * float(warmth[row, column]))) - view
        ) * np.float32(0.85)


def paint_lights(stage: Stage, *, count: int = 46) -> None:
    """Out-of-focus lights near the viewer, as a lens draws them."""
    canvas, rng, palette = stage.canvas, stage.canvas.rng, stage.palette
    hues = [colour("#ffb35c"), colour("#ff6a4a"), colour("#ffe0a0"), *palette.accents[:2]]
    low = stage.horizon + (canvas.height - stage.horizon) * 0.2
    for _ in range(count):
        x, y = float(rng.uniform(0, canvas.width)), float(rng.uniform(low, canvas.height * 0.98))
        near = (y - low) / (canvas.height - low)
        radius = canvas.unit * (0.005 + 0.03 * near) * float(rng.uniform(0.6, 1.3))
        hue = hues[int(rng.integers(len(hues)))]
        canvas.disc(x, y, radius, hue * np.float32(1.1), alpha=0.34, blur=radius * 0.09)
