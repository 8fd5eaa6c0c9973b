"""Single things before a plain wall: a sword, a heart, a snowman, a guitar."""

from collections.abc import Callable
from functools import partial

import cv2
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
from studio.renderers.scenes.backdrop import light_backdrop

Outline = list[tuple[float, float]]
_WOOD, _STEEL, _GOLD, _INK = (
    colour("#c07a35"),
    colour("#c9d3de"),
    colour("#e0ac3a"),
    colour("#221a18"),
)


class _Thing:
    """Shapes in a space of their own, ±1 about the middle, y down."""

    def __init__(self, canvas: Canvas, turn: float = 0.0) -> None:
        self.canvas, self.reach = canvas, canvas.unit * 0.4
        self.at = partial(
            placed, cx=canvas.width * 0.5, cy=canvas.height * 0.5, scale=self.reach, turn=turn
        )

    def flat(
        self, outline: Outline | Points, paint: Array, *, alpha: float = 1.0, soft: float = 0.0
    ) -> None:
        self.canvas.shape([self.at(outline)], paint, alpha=alpha, blur=soft * self.reach, depth=0.8)

    def cast(self, outline: Outline | Points, paint: Array) -> None:
        """A rounded part: lighter above on the left, darker at its rim."""
        cut = self.canvas.outline([self.at(outline)])
        if cut is None:
            return
        mask, (top, left) = cut
        rows, columns = mask.shape
        inner = cv2.GaussianBlur(
            mask, (0, 0), max(self.reach * 0.06, 0.6), borderType=cv2.BORDER_CONSTANT
        )
        across = np.linspace(-0.5, 0.5, columns)[None, :]
        down = np.linspace(-0.5, 0.5, rows)[:, None]
        light = 0.86 - 0.22 * across - 0.22 * down + 0.3 * (np.clip(inner * 1.6 - 0.6, 0, 1) - 0.5)
        shaded = (paint * light[..., None]).astype(np.float32)
        self.canvas.paint(mask, shaded, at=(top, left), depth=0.8)


def paint_keepsake(canvas: Canvas, brief: Brief, palette: Palette) -> None:
    """The first of them that the words name, in the colour said of it."""
    light_backdrop(canvas, palette, canvas.width * 0.5, canvas.height * 0.5, before_place=False)
    canvas.mark(0.3)
    draw, own = next((made for words, made in _THINGS if brief.words & words), _THINGS[0][1])
    asked = brief.colour_of("keepsake") or (brief.colours[0] if brief.colours else own)
    draw(canvas, colour(asked))
    canvas.look_at(canvas.width * 0.5, canvas.height * 0.5)
    canvas.mark(0.85)


def _sword(canvas: Canvas, hue: Array) -> None:
    thing = _Thing(canvas, turn=0.7)
    blade = [(-0.085, 0.42), (-0.075, -0.85), (0.0, -1.08), (0.075, -0.85), (0.085, 0.42)]
    thing.flat(blade, _STEEL)
    thing.flat([(0.0, 0.42), (0.0, -1.08), (0.075, -0.85), (0.085, 0.42)], mix(_STEEL, _INK, 0.35))
    thing.flat([(-0.02, 0.4), (-0.012, -0.7), (0.012, -0.7), (0.02, 0.4)], mix(_STEEL, _INK, 0.55))
    thing.cast(
        smooth([(-0.34, 0.38), (0.0, 0.42), (0.34, 0.38), (0.3, 0.5), (0.0, 0.53), (-0.3, 0.5)]),
        _GOLD,
    )
    thing.flat([(-0.06, 0.5), (0.06, 0.5), (0.055, 0.86), (-0.055, 0.86)], hue)
    for step in range(5):
        y = 0.54 + 0.065 * step
        thing.flat(
            [(-0.06, y), (0.06, y + 0.03), (0.06, y + 0.05), (-0.06, y + 0.02)], _INK, alpha=0.5
        )
    thing.cast(ellipse(0, 0.93, 0.095, 0.095), _GOLD)
    thing.cast(ellipse(0, 0.455, 0.05, 0.05), colour("#c23a4a"))


def _heart(canvas: Canvas, hue: Array) -> None:
    thing = _Thing(canvas)
    t = np.linspace(0, 2 * np.pi, 120, endpoint=False)
    x = 16 * np.sin(t) ** 3
    y = -(13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t))
    outline = np.stack([x, y], -1) / 17.0
    thing.flat(outline + np.array([0.03, 0.08]), _INK, alpha=0.3, soft=0.06)
    thing.cast(outline, hue)
    thing.flat(ellipse(-0.48, -0.42, 0.2, 0.11, turn=-0.7), colour("#ffffff"), alpha=0.5, soft=0.03)


def _snowman(canvas: Canvas, hue: Array) -> None:
    thing = _Thing(canvas)
    snow = colour("#f2f6fb")
    thing.flat(ellipse(0, 0.98, 0.8, 0.12), _INK, alpha=0.25, soft=0.05)
    for side in (-1, 1):
        arm = [(side * 0.3, -0.02), (side * 0.86, -0.36), (side * 0.88, -0.31), (side * 0.32, 0.06)]
        thing.flat(arm, colour("#5d4030"))
    for y, reach in ((0.56, 0.5), (-0.02, 0.38), (-0.52, 0.28)):
        thing.cast(ellipse(0, y, reach, reach * 0.94), snow)
    for y in (-0.1, 0.06, 0.22):
        thing.flat(ellipse(0, y, 0.035, 0.035), _INK)
    for side in (-1, 1):
        thing.flat(ellipse(side * 0.1, -0.58, 0.032, 0.036), _INK)
    thing.flat([(0.0, -0.53), (0.34, -0.45), (0.0, -0.45)], colour("#f08a24"))
    smile = [(-0.11, -0.4), (0.0, -0.35), (0.11, -0.4), (0.1, -0.38), (0.0, -0.325), (-0.1, -0.38)]
    thing.flat(smooth(smile), _INK)
    thing.flat(
        smooth(
            [(-0.29, -0.3), (0.0, -0.24), (0.29, -0.3), (0.28, -0.18), (0.0, -0.12), (-0.28, -0.18)]
        ),
        hue,
    )
    thing.flat([(0.1, -0.2), (0.24, -0.2), (0.27, 0.18), (0.13, 0.18)], mix(hue, _INK, 0.15))
    thing.flat([(-0.34, -0.72), (0.34, -0.72), (0.34, -0.78), (-0.34, -0.78)], _INK)
    thing.flat([(-0.21, -0.76), (0.21, -0.76), (0.2, -1.12), (-0.2, -1.12)], _INK)
    thing.flat([(-0.21, -0.8), (0.21, -0.8), (0.207, -0.87), (-0.207, -0.87)], hue)


def _guitar(canvas: Canvas, hue: Array) -> None:
    thing = _Thing(canvas, turn=0.42)
    neck = mix(_WOOD, _INK, 0.5)
    right = [
        (0.0, 0.02),
        (0.26, 0.06),
        (0.3, 0.24),
        (0.22, 0.42),
        (0.34, 0.58),
        (0.42, 0.8),
        (0.3, 1.02),
        (0.0, 1.1),
    ]
    body = smooth([*right, *((-x, y) for x, y in reversed(right[1:-1]))])
    thing.flat(body + np.array([0.04, 0.06]), _INK, alpha=0.3, soft=0.05)
    thing.cast(body, hue)
    thing.flat([(-0.055, 0.35), (-0.045, -0.82), (0.045, -0.82), (0.055, 0.35)], neck)
    thing.flat(ellipse(0, 0.42, 0.145, 0.145), mix(_WOOD, colour("#fff0d0"), 0.5))
    thing.flat(ellipse(0, 0.42, 0.115, 0.115), _INK)
    thing.flat([(-0.17, 0.83), (0.17, 0.83), (0.17, 0.88), (-0.17, 0.88)], neck)
    thing.cast([(-0.07, -0.8), (-0.09, -1.12), (0.09, -1.12), (0.07, -0.8)], neck)
    for step in range(9):
        y = -0.72 + 0.115 * step
        thing.flat([(-0.05, y), (0.05, y), (0.05, y + 0.012), (-0.05, y + 0.012)], _STEEL)
    for step in range(6):
        x = -0.036 + 0.0144 * step
        string = [(x - 0.003, 0.85), (x - 0.003, -0.82), (x + 0.003, -0.82), (x + 0.003, 0.85)]
        thing.flat(string, colour("#f5efe0"), alpha=0.9)
    for step in range(3):
        for side in (-1, 1):
            thing.flat(ellipse(side * 0.115, -0.87 - 0.09 * step, 0.03, 0.022), _STEEL)


_THINGS: tuple[tuple[set[str], tuple[Callable[[Canvas, Array], None], str]], ...] = (
    ({"sword", "dagger"}, (_sword, "#6b3a2a")),
    ({"heart"}, (_heart, "#d8283f")),
    ({"snowman"}, (_snowman, "#d03a3a")),
    ({"guitar", "ukulele"}, (_guitar, "#c98a3f")),
)
"""What words name, who draws it, and the colour of its part that may have another."""
