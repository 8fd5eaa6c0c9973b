"""Fruit and pancakes, from above."""

import numpy as np

from studio.renderers.drawing.canvas import Canvas, colour, placed, smooth
from studio.renderers.scenes.food.tabletop import (
    Place,
    ball,
    bowl,
    mottled,
    plate,
    scattered,
    shadow,
)

_FRUITS = ("#d8342a", "#f08a24", "#8fb83a", "#f2c23a", "#6a2a5c", "#e0566a")
_BANANA = smooth(
    [
        (-0.62, -0.1),
        (-0.2, 0.2),
        (0.3, 0.2),
        (0.66, -0.16),
        (0.6, -0.2),
        (0.26, 0.02),
        (-0.18, 0.02),
        (-0.56, -0.18),
    ],
    steps=7,
)
_SYRUP = smooth(
    [
        (-0.3, -0.3),
        (0.3, -0.24),
        (0.4, 0.1),
        (0.2, 0.5),
        (0.08, 0.2),
        (-0.2, 0.52),
        (-0.34, 0.1),
    ],
    steps=8,
)


def paint_fruit(canvas: Canvas, place: Place) -> None:
    """A bowl of round fruits, grapes and bananas."""
    x, y, radius = place
    rng = canvas.rng
    bowl(canvas, x, y, radius, colour("#3f6f8a"))
    for px, py in scattered(canvas, (x, y, radius * 0.66), 11, 0.34):
        size = radius * float(rng.uniform(0.22, 0.3))
        hue = colour(_FRUITS[int(rng.integers(len(_FRUITS)))])
        shadow(canvas, px + size * 0.1, py + size * 0.16, size * 1.05, size * 1.05, 0.4)
        ball(canvas, px, py, size, hue)
        canvas.disc(
            px + size * 0.06, py - size * 0.1, size * 0.11, hue * np.float32(0.25), blur=size * 0.04
        )
        stem = placed(
            [(-0.03, 0), (0.03, 0), (0.1, -0.3), (0.05, -0.32)],
            px + size * 0.06,
            py - size * 0.08,
            size,
        )
        canvas.shape([stem], colour("#4a3018"))
    _grapes(canvas, place)
    _bananas(canvas, place)


def _grapes(canvas: Canvas, place: Place) -> None:
    """A bunch that hangs to a point."""
    x, y, radius = place
    gx, gy = x + radius * 0.3, y + radius * 0.3
    for step in range(17):
        row = int(np.sqrt(2 * step + 0.25) - 0.5)
        column = step - row * (row + 1) // 2
        ball(
            canvas,
            gx + (column - row / 2) * radius * 0.13,
            gy + (2 - row) * radius * 0.1,
            radius * 0.078,
            colour("#5a2f7a"),
        )


def _bananas(canvas: Canvas, place: Place) -> None:
    """Two bananas, one behind the other."""
    x, y, radius = place
    for shift in (-0.14, 0.0):
        spot = (x - radius * 0.2, y + radius * (0.32 + shift))
        canvas.shape(
            [placed(_BANANA, *spot, radius)], colour("#f6d24a"), fade=colour("#c9922a"), depth=0.85
        )
        canvas.disc(
            spot[0] + radius * 0.63, spot[1] - radius * 0.18, radius * 0.035, colour("#4a3418")
        )


def paint_pancakes(canvas: Canvas, place: Place) -> None:
    """A stack of pancakes with syrup, berries and butter."""
    x, y, radius = place
    plate(canvas, x, y, radius * 1.05, colour("#e8e4dc"))
    for layer in range(4):
        py = y + radius * (0.1 - 0.07 * layer)
        shadow(canvas, x, py + radius * 0.05, radius * 0.6, radius * 0.58, 0.35)
        mottled(canvas, x, py, radius * 0.6, (colour("#e8b266"), colour("#c47f34")), 5)
    canvas.shape([placed(_SYRUP, x, y - radius * 0.1, radius)], colour("#8a4214"), alpha=0.75)
    for px, py in scattered(canvas, (x, y - radius * 0.12, radius * 0.36), 9, 0.4):
        ball(
            canvas,
            px,
            py,
            radius * 0.08,
            colour(("#33407a", "#c8283a")[int(canvas.rng.integers(2))]),
        )
    block = placed(
        [(-0.12, -0.1), (0.12, -0.1), (0.12, 0.1), (-0.12, 0.1)],
        x,
        y - radius * 0.1,
        radius,
        turn=0.5,
    )
    canvas.shape([block], colour("#fbe38a"), fade=colour("#e8bf4a"))
