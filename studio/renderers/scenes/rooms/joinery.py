"""What furniture is put together from: boxes, their shadows, and the stuffs of one room."""

import numpy as np

from studio.renderers.drawing.canvas import Array, Canvas, Points, colour, ellipse
from studio.renderers.drawing.palette import Palette

BOOKS = ("#a83a2e", "#2f5f7a", "#d9a441", "#4f7a4a", "#6a3f6a", "#e4dcc8", "#2b3440")
_WOOD = "#6a4630"


class Joinery:
    """A room's wood, cloth and light, its floor at `level` pixels; `side` is where its weight lies."""

    def __init__(
        self, canvas: Canvas, palette: Palette, level: float, side: int, cloth: Array
    ) -> None:
        self.canvas, self.palette, self.level, self.side, self.cloth = (
            canvas,
            palette,
            level,
            side,
            cloth,
        )
        self.unit, self.middle = canvas.unit, canvas.width / 2
        self.shade = np.float32(1 - 0.4 * palette.dark)
        self.wood = colour(_WOOD) * self.shade
        self.lamps: list[tuple[float, float]] = []
        self.seat = (self.middle, level + self.unit * 0.2)
        """Where somebody small may sit."""

    def box(
        self, x: float, foot: float, half: float, tall: float, paint: Array, *, low: float = 0.7
    ) -> None:
        """A cuboid from the front, by its middle and foot in pixels, darker below."""
        outline = self.rounded(x, foot, half, tall, min(half, tall) * 0.12)
        self.canvas.shape([outline], paint, fade=paint * np.float32(low), depth=0.55)

    def rounded(self, x: float, foot: float, half: float, tall: float, corner: float) -> Points:
        """The outline of a box with round corners, all in pixels."""
        turns = np.linspace(0, np.pi / 2, 6)
        arcs = []
        for cx, cy, start in ((x + half - corner, foot - tall + corner, -np.pi / 2), (x + half - corner,
            foot - corner, 0.0),
                              (x - half + corner, foot - corner, np.pi / 2), (x - half + corner,
                                  foot - tall + corner, np.pi)):  # fmt: skip
            arcs.append(
                np.stack(
                    [cx + corner * np.cos(start + turns), cy + corner * np.sin(start + turns)], -1
                )
            )
        return np.vstack(arcs)

    def shadow(self, x: float, foot: float, half: float) -> None:
        """What stands on `foot` takes of the light."""
        spot = ellipse(x, foot, half * 1.05, self.unit * 0.025)
        self.canvas.shape([spot], colour("#0c0806"), alpha=0.5, blur=self.unit * 0.012)
