"""The pen motifs are drawn with: outlines in heights of the thing, set on the canvas and toned by the light."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from studio.renderers.drawing.canvas import (
    Array,
    Canvas,
    Points,
    ellipse,
    inwards,
    mix,
    placed,
    smooth,
)
from studio.renderers.drawing.outlines import path_through, stripe

Outline = str | Points | Sequence[tuple[float, float]]
"""Places “x y, x y …” in heights of the thing: its foot at 0, up is negative."""


@lru_cache(maxsize=1024)
def _parsed(text: str) -> tuple[tuple[float, float], ...]:
    pairs = (place.split() for place in text.split(","))
    return tuple((float(x), float(y)) for x, y in pairs)


def places(outline: Outline) -> list[tuple[float, float]]:
    """An outline's places as pairs of numbers."""
    if isinstance(outline, str):
        return list(_parsed(outline))
    return [(float(x), float(y)) for x, y in outline]


def mirrored(outline: Outline) -> list[tuple[float, float]]:
    """A whole outline from its right half, which is told from the top down."""
    right = places(outline)
    return right + [(-x, y) for x, y in reversed(right)]


class Pen:
    """Draws one thing whose foot is at (x, foot), `size` pixels tall; `shade` tones its colours by `dim` (0 … 1)."""

    def __init__(
        self,
        canvas: Canvas,
        x: float,
        foot: float,
        size: float,
        *,
        flip: bool = False,
        turn: float = 0.0,
        shade: Array | None = None,
        dim: float = 0.0,
        words: frozenset[str] = frozenset(),
    ) -> None:
        self.canvas, self.x, self.foot, self.size = canvas, x, foot, size
        self.flip, self.turn, self.words = flip, turn, words
        self.shade, self.dim = shade, dim

    @property
    def rng(self) -> np.random.Generator:
        """The picture's source of chance."""
        return self.canvas.rng

    def moved(
        self, dx: float, dy: float, scale: float = 1.0, turn: float = 0.0, *, flip: bool = False
    ) -> "Pen":
        """A pen for a part: its foot at (dx, dy) of this one, `scale` as large, turned further, or mirrored."""
        x, y = self.spot(dx, dy)
        return Pen(self.canvas, x, y, self.size * scale, flip=self.flip != flip,
                   turn=self.turn + (-turn if self.flip else turn), shade=self.shade, dim=self.dim,
                   words=self.words)  # fmt: skip

    def tone(self, hue: Array) -> Array:
        """A colour in the light of the hour."""
        return hue if self.shade is None or not self.dim else mix(hue, self.shade, self.dim)

    def at(self, outline: Outline, *, curved: bool = False, closed: bool = True) -> Points:
        """An outline on the canvas, in pixels."""
        points = places(outline)
        drawn = smooth(points, steps=7, closed=closed) if curved else np.array(points)
        return placed(drawn, self.x, self.foot, self.size, flip=self.flip, turn=self.turn)

    def spot(self, x: float, y: float) -> tuple[float, float]:
        """One place on the canvas, in pixels."""
        found = self.at([(x, y)])[0]
        return float(found[0]), float(found[1])

    def fill(self, outline: Outline, hue: Array, *, fade: Array | None = None, alpha: float = 1.0,
             soft: float = 0.0, curved: bool = False) -> None:  # fmt: skip
        """A flat shape with corners, or `curved`; `fade` is its colour at the foot, `soft` blurs its edge."""
        self.canvas.shape([self.at(outline, curved=curved)], self.tone(hue),
                          fade=None if fade is None else self.tone(fade), alpha=alpha,
                          blur=soft * self.size, depth=0.85)  # fmt: skip

    def blob(self, outline: Outline, hue: Array, **options: float | Array | None) -> None:
        """A flat shape with a rounded outline."""
        self.fill(outline, hue, curved=True, **options)  # type: ignore[arg-type]

    def oval(self, x: float, y: float, rx: float, ry: float, hue: Array, *, turn: float = 0.0,
             alpha: float = 1.0, soft: float = 0.0) -> None:  # fmt: skip
        """A flat ellipse."""
        self.fill(ellipse(x, y, rx, ry, turn=turn), hue, alpha=alpha, soft=soft)

    def ring(self, x: float, y: float, radius: float, width: float, hue: Array) -> None:
        """A circle's line, its outer edge at `radius`."""
        inner = ellipse(x, y, radius - width, radius - width)[::-1]
        outer = ellipse(x, y, radius, radius)
        self.fill(np.vstack([outer, outer[:1], inner[-1:], inner]), hue)

    def line(self, outline: Outline, width: float, hue: Array, *, end: float | None = None,
             curved: bool = True, closed: bool = False, alpha: float = 1.0) -> None:  # fmt: skip
        """A stroke of `width` that runs out to `end`, with round ends."""
        points = places(outline)
        if closed:
            points = [*points, points[0]]
        path = path_through(points, steps=8, curved=curved)
        wide = np.linspace(width, width if end is None else end, len(path))[:, None] / 2
        last = float(wide[-1, 0])
        parts = [stripe(path, wide)]
        parts.append(ellipse(float(path[0, 0]), float(path[0, 1]), width / 2, width / 2, count=14))
        if last > 0.002:
            parts.append(ellipse(float(path[-1, 0]), float(path[-1, 1]), last, last, count=14))
        self.canvas.shape(
            [self.at(part) for part in parts], self.tone(hue), alpha=alpha, depth=0.85
        )

    def cast(self, outline: Outline, hue: Array, *, curved: bool = True, deep: float = 1.0) -> None:
        """A rounded body: lighter above on the left, darker below on the right, with a soft rim in shade."""
        cut = self.canvas.outline([self.at(outline, curved=curved)])
        if cut is None:
            return
        mask, (top, left) = cut
        rows, columns = mask.shape
        inner = inwards(mask, min(rows, columns) * 0.035)
        across = np.linspace(-0.5, 0.5, columns, dtype=np.float32)[None, :]
        down = np.linspace(-0.5, 0.5, rows, dtype=np.float32)[:, None]
        light = 1.02 - deep * (0.2 * across + 0.3 * down + 0.26 * (1 - inner))
        shaded = self.tone(hue) * np.clip(light, 0.3, 1.3)[..., None]
        self.canvas.paint(mask, shaded.astype(np.float32), at=(top, left), depth=0.85)

    def ball(
        self, x: float, y: float, rx: float, ry: float, hue: Array, *, turn: float = 0.0
    ) -> None:
        """A rounded ellipse."""
        self.cast(ellipse(x, y, rx, ry, turn=turn, count=40), hue, curved=False)

    def shadow(self, x: float, half: float, *, y: float = 0.0, alpha: float = 0.45) -> None:
        """What the thing takes of the light on the ground it stands on."""
        outline = ellipse(x, y, half, half * 0.1)
        hue = np.array([0.01, 0.008, 0.008], np.float32)
        self.canvas.shape([self.at(outline)], hue, alpha=alpha, blur=self.size * 0.02)

    def glow(self, x: float, y: float, reach: float, light: Array) -> None:
        """Light that falls off from a place."""
        self.canvas.glow(*self.spot(x, y), self.size * reach, light, power=1.6)
