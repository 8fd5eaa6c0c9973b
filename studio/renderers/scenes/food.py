"""Food and drink: dishes on a wooden table from above, and what stands tall from the side."""

from collections.abc import Callable

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
from studio.renderers.drawing.palette import Palette
from studio.renderers.prompts.words import Brief
from studio.renderers.scenes.sweets import paint_cake, paint_cone, paint_glass
from studio.renderers.scenes.tabletop import (
    WOODS,
    ball,
    bowl,
    counter,
    mottled,
    plate,
    shadow,
    wooden_table,
)

Place = tuple[float, float, float]
"""Middle and radius of a dish, in pixels."""
_BASIL = smooth(
    [(0, -0.5), (0.24, -0.2), (0.26, 0.15), (0.0, 0.5), (-0.26, 0.15), (-0.24, -0.2)], steps=6
)
_FRUITS = ("#d8342a", "#f08a24", "#8fb83a", "#f2c23a", "#6a2a5c", "#e0566a")


def paint_food(canvas: Canvas, brief: Brief, palette: Palette, turn: int) -> None:
    """The dish the words name first in the table, else a plate of pasta."""
    words = brief.words
    standing = next((paint for names, paint in _STANDING if words & names), None)
    canvas.look_at(canvas.width * 0.5, canvas.height * 0.52)
    if standing is not None:
        wall = mix(
            palette.horizon, colour(("#e8c9b4", "#b9d2cf", "#f0dcae", "#c9bcd8")[turn % 4]), 0.75
        )
        counter(canvas, wall, mix(colour(WOODS[turn % len(WOODS)]), wall, 0.15), 0.74)
        canvas.mark(0.4)
        standing(canvas, brief)
    else:
        wooden_table(canvas, colour(WOODS[turn % len(WOODS)]))
        canvas.mark(0.4)
        dish = next((paint for names, paint in _FLAT if words & names), _pasta)
        x, y = canvas.width * 0.5, canvas.height * 0.51
        dish(canvas, (x, y, canvas.unit * 0.4))
    canvas.mark(0.85)


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


def _scattered(canvas: Canvas, place: Place, count: int, apart: float) -> list[tuple[float, float]]:
    """Places within a dish, none closer to another than `apart` of its radius where that can be had."""
    x, y, radius = place
    rng = canvas.rng
    found: list[tuple[float, float]] = []
    for _ in range(count * 12):
        angle, far = float(rng.uniform(0, 6.28)), radius * float(rng.uniform(0, 1)) ** 0.5
        spot = (x + far * np.cos(angle), y + far * np.sin(angle))
        if all(np.hypot(spot[0] - a, spot[1] - b) > apart * radius for a, b in found):
            found.append(spot)
        if len(found) == count:
            break
    return found


def _pizza(canvas: Canvas, place: Place) -> None:
    x, y, radius = place
    shadow(canvas, x, y + radius * 0.06, radius * 1.06, radius * 1.06, 0.6)
    canvas.disc(x, y, radius * 1.07, colour("#5a3a22"), fade=colour("#3a2414"), depth=0.6)
    mottled(canvas, x, y, radius * 0.98, (colour("#d9a055"), colour("#a8672c")), 7)
    mottled(canvas, x, y, radius * 0.86, (colour("#b8331c"), colour("#8f2412")), 9)
    mottled(canvas, x, y, radius * 0.82, (colour("#f4cf78"), colour("#d98a36")), 9)
    for px, py in _scattered(canvas, (x, y, radius * 0.7), 13, 0.3):
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
    for px, py in _scattered(canvas, (x, y, radius * 0.72), 7, 0.4):
        _leaf(canvas, px, py, radius * 0.2, colour("#3f8f3a"))
    for angle in np.linspace(0.3, 0.3 + np.pi, 4, endpoint=False):
        ends = np.array([np.cos(angle), np.sin(angle)]) * radius
        across = np.array([-ends[1], ends[0]]) * 0.006
        line = np.array([ends + across, -ends + across, -ends - across, ends - across]) + (x, y)
        canvas.shape([line], colour("#6a3416"), alpha=0.5)


def _fruit(canvas: Canvas, place: Place) -> None:
    x, y, radius = place
    rng = canvas.rng
    bowl(canvas, x, y, radius, colour("#3f6f8a"))
    for px, py in _scattered(canvas, (x, y, radius * 0.66), 11, 0.34):
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
    banana = smooth(
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
    for shift in (-0.14, 0.0):
        spot = (x - radius * 0.2, y + radius * (0.32 + shift))
        canvas.shape(
            [placed(banana, *spot, radius)], colour("#f6d24a"), fade=colour("#c9922a"), depth=0.85
        )
        canvas.disc(
            spot[0] + radius * 0.63, spot[1] - radius * 0.18, radius * 0.035, colour("#4a3418")
        )


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


def _pasta(canvas: Canvas, place: Place) -> None:
    x, y, radius = place
    plate(canvas, x, y, radius * 1.05, colour("#eceae4"))
    mottled(canvas, x, y, radius * 0.62, (colour("#d9a24a"), colour("#b8742a")), 8)
    _strands(canvas, (x, y, radius * 0.58), colour("#f2cf7a"), 90)
    mottled(canvas, x, y - radius * 0.04, radius * 0.3, (colour("#c8401f"), colour("#8f2412")), 7)
    for px, py in _scattered(canvas, (x, y, radius * 0.24), 4, 0.7):
        ball(canvas, px, py, radius * 0.085, colour("#7a4428"), shine=0.2)
    for px, py in _scattered(canvas, (x, y, radius * 0.4), 5, 0.5):
        _leaf(canvas, px, py, radius * 0.2, colour("#3f8f3a"))


def _soup(canvas: Canvas, place: Place) -> None:
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
    for px, py in _scattered(canvas, (x, y, radius * 0.7), 14, 0.2):
        ring = [
            ellipse(px, py, radius * 0.035, radius * 0.03),
            ellipse(px, py, radius * 0.018, radius * 0.014)[::-1],
        ]
        canvas.shape([np.vstack(ring)], colour("#7fb84a"))


def _salad(canvas: Canvas, place: Place) -> None:
    x, y, radius = place
    bowl(canvas, x, y, radius, colour("#e4ded2"))
    for px, py in _scattered(canvas, (x, y, radius * 0.74), 46, 0.12):
        green = mix(colour("#7fb043"), colour("#2f7a36"), float(canvas.rng.random()))
        _leaf(canvas, px, py, radius * float(canvas.rng.uniform(0.34, 0.5)), green)
    for px, py in _scattered(canvas, (x, y, radius * 0.66), 8, 0.38):
        ball(canvas, px, py, radius * 0.12, colour("#d8342a"))
    for px, py in _scattered(canvas, (x, y, radius * 0.66), 6, 0.4):
        canvas.disc(px, py, radius * 0.11, colour("#8fc060"), depth=0.8)
        canvas.disc(px, py, radius * 0.095, colour("#e4f0c4"), depth=0.8)


def _sushi(canvas: Canvas, place: Place) -> None:
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


def _pancakes(canvas: Canvas, place: Place) -> None:
    x, y, radius = place
    plate(canvas, x, y, radius * 1.05, colour("#e8e4dc"))
    for layer in range(4):
        py = y + radius * (0.1 - 0.07 * layer)
        shadow(canvas, x, py + radius * 0.05, radius * 0.6, radius * 0.58, 0.35)
        mottled(canvas, x, py, radius * 0.6, (colour("#e8b266"), colour("#c47f34")), 5)
    canvas.shape(
        [
            placed(
                smooth(
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
                ),
                x,
                y - radius * 0.1,
                radius,
            )
        ],
        colour("#8a4214"),
        alpha=0.75,
    )
    for px, py in _scattered(canvas, (x, y - radius * 0.12, radius * 0.36), 9, 0.4):
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


def _burger(canvas: Canvas, _: Brief) -> None:
    x, foot, size = canvas.width * 0.5, canvas.height * 0.83, canvas.unit * 0.62
    rng = canvas.rng

    def layer(points: list[tuple[float, float]], tone: str, low: str) -> None:
        canvas.shape(
            [placed(smooth(points, steps=8), x, foot, size)],
            colour(tone),
            fade=colour(low),
            depth=0.8,
        )

    shadow(canvas, x, foot, size * 0.62, size * 0.07, 0.6)
    layer([(-0.5, -0.16), (-0.48, -0.02), (0.48, -0.02), (0.5, -0.16)], "#d99a4e", "#9a5f28")
    layer(
        [(-0.53, -0.28), (-0.54, -0.16), (0.0, -0.13), (0.54, -0.16), (0.53, -0.28)],
        "#6a3a22",
        "#3a1e12",
    )
    cheese = [
        (-0.53, -0.3),
        (0.53, -0.3),
        (0.44, -0.24),
        (0.26, -0.27),
        (0.14, -0.15),
        (-0.04, -0.27),
        (-0.3, -0.18),
    ]
    layer(cheese, "#f8bf3c", "#e89a22")
    for px in (-0.36, 0.0, 0.36):
        layer(
            [(px - 0.2, -0.36), (px - 0.2, -0.29), (px + 0.2, -0.29), (px + 0.2, -0.36)],
            "#d8402e",
            "#a82a1e",
        )
    wave = [(step / 9 - 1) * 0.57 for step in range(19)]
    frill = [(px, -0.36 + 0.03 * (-1) ** index) for index, px in enumerate(wave)]
    layer(frill + [(0.54, -0.42), (-0.54, -0.42)], "#8fc04a", "#4f8f30")
    layer(
        [
            (-0.54, -0.4),
            (-0.53, -0.56),
            (-0.36, -0.74),
            (0.0, -0.82),
            (0.36, -0.74),
            (0.53, -0.56),
            (0.54, -0.4),
        ],
        "#e8aa58",
        "#b87030",
    )
    gleam = smooth([(-0.4, -0.62), (-0.2, -0.74), (0.02, -0.77), (-0.2, -0.69)], steps=7)
    canvas.shape([placed(gleam, x, foot, size)], colour("#fff0d0"), alpha=0.5, blur=size * 0.015)
    for _step in range(26):
        sx, sy = float(rng.uniform(-0.38, 0.38)), float(rng.uniform(-0.74, -0.54))
        if sy > -0.8 + 0.9 * sx * sx:
            seed = ellipse(
                x + sx * size,
                foot + sy * size,
                size * 0.017,
                size * 0.01,
                turn=float(rng.uniform(-0.6, 0.6)),
            )
            canvas.shape([seed], colour("#fbecc8"))


_STANDING: tuple[tuple[set[str], Callable[[Canvas, Brief], None]], ...] = (
    ({"burger", "hamburger", "cheeseburger", "sandwich"}, _burger),
    ({"cake", "cupcake", "pie", "dessert"}, paint_cake),
    ({"ice-cream", "icecream"}, paint_cone),
    (
        {"cocktail", "juice", "beer", "wine", "lemonade", "smoothie", "milkshake", "drink"},
        paint_glass,
    ),
)
_FLAT: tuple[tuple[set[str], Callable[[Canvas, Place], None]], ...] = (
    ({"pizza"}, _pizza),
    ({"sushi"}, _sushi),
    ({"soup", "ramen", "noodle"}, _soup),
    ({"salad"}, _salad),
    ({"pancake", "waffle", "breakfast", "cookie"}, _pancakes),
    ({"fruit", "apple", "banana", "strawberry", "lemon"}, _fruit),
)
