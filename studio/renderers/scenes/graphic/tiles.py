"""Printed geometry: a grid of quarter circles, stripes and discs in few colours."""

import numpy as np

from studio.renderers.drawing.canvas import Array, Canvas, mix
from studio.renderers.drawing.palette import Palette


def paint_tiles(canvas: Canvas, palette: Palette) -> None:
    rng = canvas.rng
    cream, ink = mix(palette.light, palette.horizon, 0.15), mix(palette.near, palette.zenith, 0.5)
    hues = [
        cream,
        ink,
        palette.accents[0],
        palette.accents[1],
        palette.accents[2],
        mix(palette.water, palette.middle, 0.3),
    ]
    across = int(rng.integers(4, 6)) if canvas.width <= canvas.height else int(rng.integers(6, 9))
    size = canvas.width / across
    down = int(np.ceil(canvas.height / size))
    for row in range(down):
        for column in range(across):
            x, y = column * size, row * size
            back, front, third = rng.permutation(len(hues))[:3]
            square = np.array([(x, y), (x + size, y), (x + size, y + size), (x, y + size)])
            canvas.shape([square], hues[back])
            _tile(canvas, x, y, size, hues[front], hues[third], int(rng.integers(7)))
        canvas.mark(0.15 + 0.75 * (row + 1) / down)


def _tile(
    canvas: Canvas, x: float, y: float, size: float, front: Array, third: Array, form: int
) -> None:
    corner = int(canvas.rng.integers(4))
    cx, cy = x + size * (corner % 2), y + size * (corner // 2)
    start = (0, np.pi / 2, 3 * np.pi / 2, np.pi)[corner]
    t = np.linspace(start, start + np.pi / 2, 40)
    arc = np.stack([np.cos(t), np.sin(t)], -1)
    if form in (0, 1, 2):
        canvas.shape([np.vstack([[(cx, cy)], arc * size + (cx, cy)])], front)
        if form == 1:
            canvas.shape([np.vstack([[(cx, cy)], arc * size * 0.5 + (cx, cy)])], third)
    elif form == 3:
        canvas.disc(x + size / 2, y + size / 2, size * 0.34, front)
        canvas.disc(x + size / 2, y + size / 2, size * 0.13, third)
    elif form == 4:
        canvas.shape([np.array([(x, y), (x + size, y), (x, y + size)])], front)
    elif form == 5:
        half = np.linspace(0, np.pi, 40)
        canvas.shape(
            [np.stack([np.cos(half), np.sin(half)], -1) * size / 2 + (x + size / 2, y)], front
        )
        canvas.shape(
            [np.stack([np.cos(half), np.sin(half)], -1) * size / 2 + (x + size / 2, y + size / 2)],
            third,
        )
    else:
        for stripe in range(0, 6, 2):
            top = y + size * stripe / 6
            canvas.shape(
                [
                    np.array(
                        [(x, top), (x + size, top), (x + size, top + size / 6), (x, top + size / 6)]
                    )
                ],
                front,
            )
