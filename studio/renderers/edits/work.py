"""The picture under the knife, and one step of work on it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import cv2
import numpy as np

from studio.renderers.api import RenderError
from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.regions.matte import soft
from studio.renderers.regions.named import region
from studio.renderers.regions.saliency import find_subject


@dataclass
class Work:
    """What the steps change. `opacity` is 0 … 1 where the picture has become see-through."""

    pixels: Pixels
    rng: np.random.Generator
    prompt: str = ""
    variation: int = 0
    others: tuple[Pixels, ...] = ()
    """Further pictures that were given."""
    opacity: Array | None = None
    reshaped: bool = False
    """Whether a step chose the size itself, by cropping or turning."""
    _found: dict[str, Array] = field(default_factory=dict)

    @property
    def height(self) -> int:
        return int(self.pixels.shape[0])

    @property
    def width(self) -> int:
        return int(self.pixels.shape[1])

    @property
    def unit(self) -> int:
        """The shorter side, the measure of everything drawn."""
        return min(self.width, self.height)

    def subject(self) -> Array:
        """What the picture is of, 0 … 1; an oval in the middle where nothing stands out."""
        if "subject" not in self._found:
            try:
                self._found["subject"] = find_subject(self.pixels)
            except RenderError:
                oval = np.zeros((self.height, self.width), np.float32)
                middle = (self.width // 2, round(self.height * 0.55))
                axes = (round(self.width * 0.3), round(self.height * 0.38))
                cv2.ellipse(oval, middle, axes, 0, 0, 360, 1.0, -1, cv2.LINE_AA)
                self._found["subject"] = oval
        return self._found["subject"]

    def place(self, words: str) -> Array | None:
        """What words name, 0 … 1 for every pixel; None when nothing fits them."""
        if words not in self._found:
            mask = region(self.pixels, words)
            if mask is None or mask.mean() < 0.0005:
                return None
            self._found[words] = soft(mask, self.pixels)
        return self._found[words]

    def put(self, pixels: Any, *, moved: bool = False) -> None:
        """The new state; `moved` when things are no longer where they were."""
        self.pixels = (
            np.clip(pixels, 0, 255).astype(np.uint8) if pixels.dtype != np.uint8 else pixels
        )
        if moved:
            self._found.clear()

    def blend(self, changed: Any, share: Array) -> None:
        """Takes over a changed picture where `share` (0 … 1) says so."""
        mixed = self.pixels + (changed.astype(np.float32) - self.pixels) * share[..., None]
        self.put(mixed + 0.5)


@dataclass(frozen=True)
class Step:
    """One thing to do. Steps are done by `rank`: what is removed first, frames and lettering last.

    `said` tells the person what was understood.
    """

    rank: int
    said: str
    do: Callable[[Work], None]


(
    COMBINE,
    REMOVE,
    BACKGROUND,
    COLOUR,
    SEASON,
    TIME,
    WEATHER,
    REPAIR,
    TONE,
    THINGS,
    STYLE,
    SHAPE,
    FRAME,
    LETTERS,
) = range(14)
