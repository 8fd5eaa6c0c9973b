"""One shot: a picture with depth, a camera that moves through it, weather and water laid over."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import cv2
import numpy as np

from studio.renderers.codecs.inputs import cover, load_picture
from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.drawing.depth import estimate_depth, salient_point
from studio.renderers.drawing.effects import Effect
from studio.renderers.films.changed.widening import widened
from studio.renderers.films.shots.camera import ROOM, Camera
from studio.renderers.regions.keeping import Kept, kept_in
from studio.renderers.song_films.moves import Plate

_SHARPEST = 1.3
_RISE_S = 0.35


class Picture:
    """A given picture in the frame's shape, with made-up room around it; `focus` is where the eye goes."""

    def __init__(self, pixels: Pixels, size: tuple[int, int]) -> None:
        width, height = size
        spare = min(pixels.shape[1] / width, pixels.shape[0] / height)
        scale = float(np.clip(spare, 1.0, _SHARPEST))
        core = cover(pixels, round(width * scale), round(height * scale))
        self._core = core
        self.focus = salient_point(core)
        around = widened(core, ROOM)
        top = (around.shape[0] - core.shape[0]) // 2
        left = (around.shape[1] - core.shape[1]) // 2
        depth: Array = cv2.copyMakeBorder(
            estimate_depth(core),
            top,
            around.shape[0] - core.shape[0] - top,
            left,
            around.shape[1] - core.shape[1] - left,
            cv2.BORDER_REPLICATE,
        )
        self.plate = Plate(around, depth, width, height)

    @cached_property
    def kept(self) -> Kept | None:
        """What stays in sight, in shares of the plate."""
        found, least = kept_in(self._core), (1 - ROOM) / 2
        return found and found.within(least, least, ROOM, ROOM)

    @classmethod
    def load(cls, path: Path, size: tuple[int, int]) -> "Picture":
        """From a file."""
        return cls(load_picture(path), size)


class Shot:
    """Frames of a picture seen by a moving camera.

    `last_s` is the time of the last frame. Effects come up at the start when `first_exact`, and go before the end when
    `last_exact`, so that those frames are the picture and nothing else.
    """

    def __init__(
        self,
        plate: Plate,
        camera: Camera,
        effects: Sequence[Effect],
        last_s: float,
        *,
        first_exact: bool = False,
        last_exact: bool = False,
    ) -> None:
        self._plate, self.camera, self._effects = plate, camera, effects
        self._last_s, self._first, self._last = last_s, first_exact, last_exact

    def seen(self, way: float) -> Pixels:
        """What the camera sees at a share 0 … 1 of its way, without effects."""
        return self._plate.look(self.camera.at(way))

    def dressed(self, picture: Pixels, seconds: float) -> Pixels:
        """A frame with the effects of its moment."""
        strength = 1.0
        if self._first:
            strength = min(strength, seconds / _RISE_S)
        if self._last:
            strength = min(strength, (self._last_s - seconds) / _RISE_S)
        if strength <= 0 or not self._effects:
            return picture
        dressed = picture
        for effect in self._effects:
            dressed = effect(dressed, seconds)
        if strength >= 1:
            return dressed
        return np.asarray(cv2.addWeighted(picture, 1 - strength, dressed, strength, 0))

    def frame(self, way: float, seconds: float) -> Pixels:
        """The finished frame."""
        return self.dressed(self.seen(way), seconds)
