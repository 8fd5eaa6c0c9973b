"""A room cut open, seen from above its corner: where its places are on the canvas, and blocks in it."""

from dataclasses import dataclass

import numpy as np

from studio.renderers.drawing.canvas import Array, Canvas, Points, colour, mix

WOOD, WHITE, INK = colour("#b5804f"), colour("#ffffff"), colour("#1c1822")
COS, SIN = 0.866, 0.5
Place = tuple[float, float, float]


@dataclass
class Corner:
    """A room whose floor goes from 0 to 1 along `x` (down to the right) and `y` (down to the left), and is 0.8 high."""

    canvas: Canvas
    size: float
    corner: tuple[float, float]
    """Where the two walls meet the floor, in pixels."""
    dim: float
    """How much of the light is gone, 0 … 1."""

    def at(self, x: float, y: float, z: float = 0.0) -> tuple[float, float]:
        """A place of the room on the canvas."""
        return (
            self.corner[0] + (x - y) * COS * self.size,
            self.corner[1] + ((x + y) * SIN - z) * self.size,
        )

    def face(
        self, corners: list[Place], hue: Array, *, alpha: float = 1.0, soft: float = 0.0
    ) -> None:
        """A flat piece by its corners."""
        tone = mix(hue, colour("#0c0a1c"), 0.5 * self.dim)
        outline: Points = np.array([self.at(*corner) for corner in corners])
        self.canvas.shape(
            [outline],
            tone,
            fade=tone * np.float32(0.9),
            alpha=alpha,
            blur=soft * self.size,
            depth=0.7,
        )

    def box(self, start: Place, end: Place, hue: Array) -> None:
        """A block from its far lower corner to its near upper one: top lightest, the right side darkest."""
        (x, y, z), (u, v, w) = start, end
        self.face([(x, v, z), (u, v, z), (u, v, w), (x, v, w)], hue * np.float32(0.8))
        self.face([(u, y, z), (u, v, z), (u, v, w), (u, y, w)], hue * np.float32(0.58))
        self.face([(x, y, w), (u, y, w), (u, v, w), (x, v, w)], mix(hue, WHITE, 0.14))

    def shade(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """What a block takes of the light on the floor."""
        (x, y), (u, v) = start, end
        self.face(
            [(x, y, 0), (u + 0.05, y, 0), (u + 0.05, v + 0.04, 0), (x, v + 0.04, 0)],
            INK,
            alpha=0.28,
            soft=0.012,
        )
