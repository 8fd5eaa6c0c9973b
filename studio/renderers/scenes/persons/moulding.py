"""Flat parts of a person seen from the front, each with its lit and its shaded half."""

import numpy as np

from studio.renderers.drawing.canvas import (
    Array,
    Canvas,
    Points,
    mix,
    placed,
    smooth,
)
from studio.renderers.drawing.palette import Palette


class Moulding:
    """Parts in units of the bust, whose middle is (cx, cy) and whose size is `size`, in pixels."""

    def __init__(
        self,
        canvas: Canvas,
        cx: float,
        cy: float,
        size: float,
        skin: Array,
        hair: Array,
        coat: Array,
        lining: Array,
        palette: Palette,
    ) -> None:
        self.canvas, self.cx, self.cy, self.size = canvas, cx, cy, size
        self.skin, self.hair, self.coat, self.lining, self.palette = (
            skin,
            hair,
            coat,
            lining,
            palette,
        )

    def _at(
        self, points: list[tuple[float, float]], *, rounded: bool = True, steps: int = 9
    ) -> Points:
        drawn = smooth(points, steps=steps) if rounded else np.array(points)
        return placed(drawn, self.cx, self.cy, self.size)

    def _both(self, points: list[tuple[float, float]], **options: bool) -> Points:
        """A symmetric outline from its right half, top to bottom."""
        mirrored = [(-x, y) for x, y in reversed(points)]
        return self._at(points + mirrored, **options)

    def _cast(self, polygon: Points, paint: Array, *, shade: float = 0.28) -> None:
        """A part and the shadow on its right side."""
        self.canvas.shape([polygon], paint, depth=0.75)
        cut = self.canvas.outline([polygon])
        if cut is None:
            return
        mask, (top, left) = cut
        x = self.canvas.x[:, left : left + mask.shape[1]]
        edge = np.clip((x - self.cx - self.size * 0.028) / (self.size * 0.006), 0, 1)
        self.canvas.paint(
            (mask * edge).astype(np.float32), mix(paint, self.palette.near, shade), at=(top, left)
        )
