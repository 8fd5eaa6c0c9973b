"""The ground as a bird sees it: a plan that is turned and set on the canvas, and relief in the light of a low sun."""

from collections.abc import Sequence

import numpy as np

from studio.renderers.drawing.canvas import Array, Canvas, Points, colour, ellipse, mix
from studio.renderers.drawing.outlines import stripe

INK, WHITE = colour("#14131a"), colour("#ffffff")
_EDGE = 4.0
"""So many pixels beyond the canvas still count as on it, for soft edges."""


class Ground:
    """A plan in shares of the picture's shorter side about its middle, turned by `turn`; what is tall leans outward."""

    def __init__(self, canvas: Canvas, turn: float, near: Array, dim: float) -> None:
        """`near` is what the hour makes of every colour, by the share `dim`."""
        self.canvas, self.turn, self.near, self.dim = canvas, turn, near, dim
        self.reach = float(np.hypot(canvas.width, canvas.height)) / canvas.unit / 2
        """How far the plan goes to be beyond every corner."""

    def at(self, places: Sequence[tuple[float, float]] | Points, up: float = 0.0) -> Points:
        """Places of the plan, `up` above the ground, on the canvas."""
        plan = np.asarray(places, np.float64) * (1 + up)
        cos, sin = np.cos(self.turn), np.sin(self.turn)
        turned = plan @ np.array([[cos, sin], [-sin, cos]])
        return np.asarray(
            turned * self.canvas.unit + (self.canvas.width / 2, self.canvas.height / 2)
        )

    def sees(self, places: Sequence[tuple[float, float]] | Points, room: float = 0.0) -> bool:
        """Whether anything within `room` of these places of the plan may be on the canvas."""
        return self.shows(self.at(places), room)

    def shows(self, points: Points, room: float = 0.0) -> bool:
        """The same of points that are in pixels."""
        margin = room * self.canvas.unit + _EDGE
        left, top = points.min(0) - margin
        right, low = points.max(0) + margin
        return bool(right > 0 and low > 0 and left < self.canvas.width and top < self.canvas.height)

    def tone(self, hue: Array) -> Array:
        """A colour in the light of the hour."""
        return mix(hue, self.near, self.dim)

    def fill(
        self, places: Sequence[tuple[float, float]] | Points, hue: Array, *, up: float = 0.0, alpha: float = 1.0,
        soft: float = 0.0,
    ) -> None:  # fmt: skip
        """A flat patch."""
        self.canvas.shape(
            [self.at(places, up)],
            self.tone(hue),
            alpha=alpha,
            blur=soft * self.canvas.unit,
            depth=0.3 + up,
        )

    def disc(self, x: float, y: float, radius: float, hue: Array, *, alpha: float = 1.0) -> None:
        """A round patch."""
        if self.sees([(x, y)], radius):
            self.fill(ellipse(x, y, radius, radius, count=24), hue, alpha=alpha)

    def path(self, places: Points, width: float, hue: Array, *, alpha: float = 1.0) -> None:
        """A way along places, as wide everywhere."""
        if not self.sees(places, width):
            return
        self.fill(stripe(places, width / 2), hue, alpha=alpha)

    def crown(self, x: float, y: float, radius: float, hue: Array) -> None:
        """A tree: its shade, its crown, and the light on it."""
        if not self.sees([(x, y)], radius * 2):
            return
        self.fill(
            ellipse(x + radius * 0.35, y + radius * 0.4, radius, radius, count=14), INK, alpha=0.35
        )
        self.fill(ellipse(x, y, radius, radius * 0.96, count=16), hue)
        self.fill(ellipse(x - radius * 0.24, y - radius * 0.26, radius * 0.6, radius * 0.56, count=12),
                  mix(hue, colour("#f4ffc0"), 0.26), alpha=0.8)  # fmt: skip

    def car(self, x: float, y: float, along: tuple[float, float], size: float, hue: Array) -> None:
        """A car that drives along a direction."""
        if not self.sees([(x, y)], size):
            return
        way = np.array(along) / float(np.hypot(*along))
        side = np.array([-way[1], way[0]])

        def box(front: float, back: float, half: float) -> Points:
            ends = [(front, half), (front, -half), (back, -half), (back, half)]
            return np.array(
                [np.array((x, y)) + (way * far + side * out) * size for far, out in ends]
            )

        self.fill(box(0.55, -0.5, 0.28) + 0.08 * size, INK, alpha=0.4)
        self.fill(box(0.5, -0.5, 0.23), hue)
        self.fill(box(0.22, 0.1, 0.19), mix(INK, colour("#a8d0e8"), 0.3))
        self.fill(box(-0.3, -0.38, 0.18), mix(INK, colour("#a8d0e8"), 0.3))
        self.fill(box(0.08, -0.28, 0.17), mix(hue, WHITE, 0.18))


def shaded(height: Array, steep: float) -> Array:
    """How bright relief is with the light from the upper left, about 1."""
    down, across = np.gradient(height)
    return np.asarray(np.clip(1 + steep * (across + down), 0.45, 1.5), np.float32)
