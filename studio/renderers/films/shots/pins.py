"""Keyframes: pictures a film shows at chosen frames, faded into whatever it shows before and after."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from studio.renderers.api import RenderRequest
from studio.renderers.codecs.encode import MovieWriter
from studio.renderers.codecs.inputs import cover, load_picture
from studio.renderers.drawing.canvas import Pixels

_FADE_S = 0.5


class PinnedMovie(MovieWriter):
    """A movie whose frames give way to `keyframeImage1` … at the frames of `options["pins"]`, there wholly.

    A fade takes half a second at most, and ends before the next keyframe and the film's first and last frame.
    """

    def __init__(
        self,
        request: RenderRequest,
        path: Path,
        size: tuple[int, int],
        fps: int,
        frames: int,
        **more: Any,
    ) -> None:
        super().__init__(path, *size, fps, **more)
        self._count = 0
        self._faded = _faded(request, size, fps, frames)

    def add(self, pixels: Pixels, until_s: float | None = None) -> None:
        """Appends one frame, or what a keyframe makes of it."""
        picture, share = self._faded.get(self._count, (pixels, 0.0))
        self._count += 1
        if share >= 1:
            pixels = picture
        elif share > 0:
            pixels = np.asarray(cv2.addWeighted(picture, share, pixels, 1 - share, 0))
        super().add(pixels, until_s)


def _faded(
    request: RenderRequest, size: tuple[int, int], fps: int, frames: int
) -> Mapping[int, tuple[Pixels, float]]:
    """For each frame near a keyframe: the picture, and how much of it is seen."""
    given = [
        (int(place), request.inputs[name])
        for number, place in enumerate(request.options.get("pins") or (), 1)
        if (name := f"keyframeImage{number}") in request.inputs
    ]
    stops = sorted({0, frames - 1, *(place for place, _ in given)})
    found: dict[int, tuple[Pixels, float]] = {}
    for place, path in given:
        picture = np.ascontiguousarray(cover(load_picture(path), *size))
        gap = min((abs(place - one) for one in stops if one != place), default=1)
        reach = max(min(round(_FADE_S * fps), gap), 1)
        for index in range(place - reach + 1, place + reach):
            share = 1 - abs(index - place) / reach
            if share > found.get(index, (picture, 0.0))[1]:
                found[index] = (picture, share * share * (3 - 2 * share))
    return found
