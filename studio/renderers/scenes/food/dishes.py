"""Dishes from above: pizza, pasta, soup, salad, sushi."""

import numpy as np

from studio.renderers.drawing.canvas import (
    Array,
    Canvas,
    Points,
    colour,
    ellipse,
    mix,
    placed,
    smooth,
)
from studio.renderers.scenes.food.tabletop import (
    Place,
    ball,
    bowl,
    mottled,
    plate,
    scattered,
    shadow,
)

_BASIL = smooth(
    [(0, -0.5), (0.24, -0.2), (0.26, 0.15), (0.0, 0.5), (-0.26, 0.15), (-0.24, -0.2)], steps=6
)


def _leaf(canvas: Canvas, x: float, y: float, size: float, green: Array) -> None:
    turn = float(canvas.rng.uniform(0, 6.28))
    shadow(canvas, x + size * 0.06, y + size * 0.1, size * 0.3, size * 0.3, 0.35)
    canvas.shape(
        [placed(_BASIL, x, y, size, turn=turn)],
        green,
        fade=mix(green, colour("#0c2a10"), 0.5),
        depth=0.8,
    )
    vein = np.array([(-0.012, -0.42), (0.012, -0.42), (0.012, 0.42), (-0.012, 0.42)])
    canvas.shape(
        [placed(vein, x, y, size, turn=turn)], mix(green, colour("#e8f0c0"), 0.5), alpha=0.6
    )


def paint_pizza(canvas: Canvas, place: Place) -> None:
    """A whole pizza with basil, cut into eight."""
    x, y, radius = place
    shadow(canvas, x, y + radius * 0.06, radius * 1.06, radius * 1.06, 0.6)
    canvas.disc(x, y, radius * 1.07, colour("#5a3a22"), fade=colour("#3a2414"), depth=0.6)
    mottled(canvas, x, y, radius * 0.98, (colour("#d9a055"), colour("#a8672c")), 7)
    mottled(canvas, x, y, radius * 0.86, (colour("#b8331c"), colour("#8f2412")), 9)
    mottled(canvas, x, y, radius * 0.82, (colour("#f4cf78"), colour("#d98a36")), 9)
    for px, py in scattered(canvas, (x, y, radius * 0.7), 13, 0.3):
        shadow(canvas, px + radius * 0.01, py + radius * 0.02, radius * 0.105, radius * 0.105, 0.5)
        mottled(canvas, px, py, radius * 0.1, (colour("#b0301e"), colour("#8a1f14")), 5)
        canvas.disc(
            px - radius * 0.02,
            py - radius * 0.03,
            radius * 0.05,
            colour("#e8785a"),
            alpha=0.35,
            blur=radius * 0.02,
        )
    for px, py in scattered(canvas, (x, y, radius * 0.72), 7, 0.4):
        _leaf(canvas, px, py, radius * 0.2, colour("#3f8f3a"))
    for angle in np.linspace(0.3, 0.3 + np.pi, 4, endpoint=False):
        ends = np.array([np.cos(angle), np.sin(angle)]) * radius
        across = np.array([-ends[1], ends[0]]) * 0.006
        line = np.array([ends + across, -ends + across, -ends - across, ends - across]) + (x, y)
        canvas.shape([line], colour("#6a3416"), alpha=0.5)


def _strands(canvas: Canvas, place: Place, paint: Array, count: int) -> None:
    """Noodles: arcs that lie over one another."""
    x, y, radius = place
    rng = canvas.rng
    for _ in range(count):
        angle, reach = float(rng.uniform(0, 6.28)), radius * float(rng.uniform(0.2, 1.0))
        t = np.linspace(angle, angle + float(rng.uniform(0.9, 2.4)), 26)
        bend = reach * (1 + 0.1 * np.sin(3 * t + angle))
        middle = rng.normal(0, radius * 0.1, 2)
        line = np.stack([x + middle[0] + np.cos(t) * bend, y + middle[1] + np.sin(t) * bend], -1)
        inward = np.minimum(1, radius / np.maximum(np.hypot(line[:, 0] - x, line[:, 1] - y), 1))[
            :, None
        ]
        line = (line - (x, y)) * inward + (x, y)
        normal = np.stack([np.cos(t), np.sin(t)], -1) * radius * 0.022
        tone = paint * np.float32(rng.uniform(0.75, 1.1))
        canvas.shape(
            [np.vstack([line - normal * 1.5, (line + normal * 1.5)[::-1]])],
            tone * np.float32(0.45),
            alpha=0.5,
        )
        canvas.shape([np.vstack([line - normal, (line + normal)[::-1]])], tone, depth=0.75)


def paint_pasta(canvas: Canvas, place: Place) -> None:
    """A plate of pasta under its sauce."""
    x, y, radius = place
    plate(canvas, x, y, radius * 1.05, colour("#eceae4"))
    mottled(canvas, x, y, radius * 0.62, (colour("#d9a24a"), colour("#b8742a")), 8)
    _strands(canvas, (x, y, radius * 0.58), colour("#f2cf7a"), 90)
    mottled(canvas, x, y - radius * 0.04, radius * 0.3, (colour("#c8401f"), colour("#8f2412")), 7)
    for px, py in scattered(canvas, (x, y, radius * 0.24), 4, 0.7):
        ball(canvas, px, py, radius * 0.085, colour("#7a4428"), shine=0.2)
    for px, py in scattered(canvas, (x, y, radius * 0.4), 5, 0.5):
        _leaf(canvas, px, py, radius * 0.2, colour("#3f8f3a"))


def paint_soup(canvas: Canvas, place: Place) -> None:
    """A bowl of noodles in broth, with eggs and onion rings."""
    x, y, radius = place
    bowl(canvas, x, y, radius, colour("#2a3040"))
    mottled(canvas, x, y, radius * 0.86, (colour("#c9822f"), colour("#a85f1e")), 6)
    _strands(canvas, (x - radius * 0.1, y + radius * 0.1, radius * 0.66), colour("#f0d490"), 55)
    for side in (-1, 1):
        ex, ey = x + radius * (0.3 + 0.2 * side), y - radius * (0.34 - 0.1 * side)
        canvas.shape(
            [ellipse(ex, ey, radius * 0.2, radius * 0.16, turn=0.4)], colour("#fbf4e4"), depth=0.8
        )
        ball(canvas, ex, ey, radius * 0.1, colour("#f2a52a"), shine=0.4)
    for px, py in scattered(canvas, (x, y, radius * 0.7), 14, 0.2):
        ring = [
            ellipse(px, py, radius * 0.035, radius * 0.03),
            ellipse(px, py, radius * 0.018, radius * 0.014)[::-1],
        ]
        canvas.shape([np.vstack(ring)], colour("#7fb84a"))


def paint_salad(canvas: Canvas, place: Place) -> None:
    """A bowl of leaves, tomatoes and cucumber."""
    x, y, radius = place
    bowl(canvas, x, y, radius, colour("#e4ded2"))
    for px, py in scattered(canvas, (x, y, radius * 0.74), 46, 0.12):
        green = mix(colour("#7fb043"), colour("#2f7a36"), float(canvas.rng.random()))
        _leaf(canvas, px, py, radius * float(canvas.rng.uniform(0.34, 0.5)), green)
    for px, py in scattered(canvas, (x, y, radius * 0.66), 8, 0.38):
        ball(canvas, px, py, radius * 0.12, colour("#d8342a"))
    for px, py in scattered(canvas, (x, y, radius * 0.66), 6, 0.4):
        canvas.disc(px, py, radius * 0.11, colour("#8fc060"), depth=0.8)
        canvas.disc(px, py, radius * 0.095, colour("#e4f0c4"), depth=0.8)


def paint_sushi(canvas: Canvas, place: Place) -> None:
    """Two rows of rolls on a slate."""
    x, y, radius = place
    board: Points = np.array(
        [(-1.35, -0.62), (1.35, -0.62), (1.35, 0.62), (-1.35, 0.62)]
    ) * radius * 0.92 + (x, y)
    shadow(canvas, x, y + radius * 0.1, radius * 1.3, radius * 0.66, 0.5)
    canvas.shape([board], colour("#2b3036"), fade=colour("#1c2024"), depth=0.6)
    fillings = ("#f0764a", "#e8b53a", "#6fa83f", "#d8455a")
    for row in range(2):
        for column in range(4):
            px, py = x + radius * (column - 1.5) * 0.56, y + radius * (row - 0.5) * 0.58
            size = radius * 0.235
            shadow(canvas, px + size * 0.1, py + size * 0.2, size * 1.05, size * 1.05, 0.6)
            canvas.disc(px, py, size, colour("#10201a"), depth=0.8)
            mottled(canvas, px, py, size * 0.88, (colour("#fbf8f0"), colour("#e4ded0")), 10)
            for turn in range(3):
                angle = 2.1 * turn + row
                hue = colour(fillings[(column + row + turn) % 4])
                canvas.disc(
                    px + np.cos(angle) * size * 0.2,
                    py + np.sin(angle) * size * 0.2,
                    size * 0.24,
                    hue,
                )
