"""A larger copy of a film: every frame and its sound kept, edges made crisp again after the enlargement."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np

from studio.renderers.api import RenderError, RenderRequest, RenderResult, Report
from studio.renderers.codecs.encode import MovieWriter
from studio.renderers.drawing.canvas import Pixels
from studio.renderers.films.choices import UPSCALE_RESOLUTIONS, UPSCALE_USUAL_FROM
from studio.renderers.films.finishing import finished, given_film, target
from studio.renderers.films.source import (
    FASTEST,
    RATE,
    Film,
    decoded,
    every_frame,
    frames,
    sound_of,
)
from studio.renderers.films.telling import Teller

_SHORTEST, _LONGEST = 768, 1344
_MOST_BYTES = 100_000_000
_GRAIN = 0.7


def render_upscale(request: RenderRequest, out_dir: Path, report: Report) -> RenderResult:
    """Renders `upscale`: `referenceVideo` (or `video1`) with `resolution` pixels on its shorter side.

    `options`: `resolution` (1080 or 1440; usually 1440, 1080 for a source below 720), `detailPreference` (stable or
    sharper), `processingSpeed` (stable or faster). The seed only changes the finest texture. RenderError beyond the
    service's limits: at most twice the source's size, a source of at most 768 by 1344 pixels and 100 MB.
    """
    cv2.setNumThreads(1)
    film = given_film(request, "referenceVideo", "video1")
    size = enlarged_size(film, int(request.options.get("resolution") or 0))
    path = target(request, out_dir)
    teller = Teller(report, film.frames)
    lens = _Lens(
        (film.width, film.height),
        size,
        request.seed,
        sharp=request.options.get("detailPreference") == "sharper",
        quick=request.options.get("processingSpeed") == "faster",
    )
    count = 0
    sound = sound_of(film, 0.0, None if film.steady else film.length_s)
    with MovieWriter(
        path, *size, film.fps, sound=sound, rate=RATE, quality=18, uneven=not film.steady
    ) as movie:
        for pixels, until_s in _kept(film):
            movie.add(lens.enlarge(pixels), until_s)
            count += 1
            teller.step(pixels)
    if not count:
        raise RenderError("The video could not be read: the file is damaged or of an unknown kind.")
    teller.done()
    result = finished(request, path, size, count, film.fps)
    return result if film.steady else replace(result, duration_s=film.length_s)


def _kept(film: Film) -> Iterator[tuple[Pixels, float | None]]:
    """The frames of the copy and, where they do not come at an even pace, when each ends."""
    if film.steady:
        for pixels in frames(film) if film.fps == FASTEST else every_frame(film):
            yield pixels, None
        return
    source = decoded(film)
    shown = next(source, None)
    for coming in source:
        assert shown is not None, "one came before it"
        yield shown[1], coming[0]
        shown = coming
    if shown is not None:
        yield shown[1], film.length_s


def enlarged_size(film: Film, resolution: int) -> tuple[int, int]:
    """Width and height of the copy; RenderError when the film is too large, or too small for it."""
    short, long = sorted((film.width, film.height))
    wanted = resolution or (1440 if short >= UPSCALE_USUAL_FROM else 1080)
    if wanted not in UPSCALE_RESOLUTIONS:
        raise RenderError("A video can be upscaled to 1080 or 1440 pixels on its shorter side.")
    if film.path.stat().st_size > _MOST_BYTES:
        raise RenderError("A video to upscale can be up to 100 MB.")
    if short > _SHORTEST or long > _LONGEST:
        raise RenderError(
            f"A video to upscale can be up to {_LONGEST} by {_SHORTEST} pixels; this one is "
            f"{film.width} by {film.height}."
        )
    if wanted > 2 * short:
        raise RenderError(
            f"A video can be upscaled to twice its size; {wanted} needs at least {wanted // 2} "
            f"pixels on the shorter side, this one has {short}."
        )
    scale = wanted / short
    return round(film.width * scale / 2) * 2, round(film.height * scale / 2) * 2


class _Lens:
    """Enlarges frames of one size. Bytes throughout: in floating point it would take four times as long."""

    def __init__(
        self, source: tuple[int, int], size: tuple[int, int], seed: int, *, sharp: bool, quick: bool
    ) -> None:
        self._size = size
        self._way = cv2.INTER_CUBIC if quick else cv2.INTER_LANCZOS4
        self._amount = 1.5 if sharp else 0.95
        self._sigma = max(size[0] / source[0] * 0.62, 0.8)
        self._slack: Pixels = np.full((size[1], size[0]), 10 if sharp else 3, np.uint8)
        rng = np.random.default_rng([seed & 0xFFFFFFFF, 0x5EED])
        grain = cv2.GaussianBlur(
            rng.standard_normal((size[1], size[0]), dtype=np.float32), (0, 0), 0.7
        )
        # One pattern for all frames: texture that changes from frame to frame would shimmer.
        steps = np.round(grain / np.float32(grain.std()) * np.float32(_GRAIN))
        self._lighter: Pixels = np.clip(steps, 0, 9).astype(np.uint8)
        self._darker: Pixels = np.clip(-steps, 0, 9).astype(np.uint8)
        self._reach = cv2.getStructuringElement(cv2.MORPH_RECT, (5, 5))

    def enlarge(self, pixels: Pixels) -> Pixels:
        """The frame at the larger size."""
        tones = cv2.cvtColor(pixels, cv2.COLOR_RGB2YCrCb)
        light = cv2.resize(tones[..., 0], self._size, interpolation=self._way)
        large = cv2.resize(tones, self._size, interpolation=cv2.INTER_LINEAR)
        cv2.insertChannel(self._crisp(light), large, 0)
        return np.asarray(cv2.cvtColor(large, cv2.COLOR_YCrCb2RGB))

    def _crisp(self, light: Pixels) -> Pixels:
        """Steeper edges that stay between the tones on their two sides, so that no bright rims appear."""
        soft = cv2.GaussianBlur(light, (0, 0), self._sigma)
        steep = cv2.addWeighted(light, 1 + self._amount, soft, -self._amount, 0)
        low = cv2.subtract(cv2.erode(light, self._reach), self._slack)
        high = cv2.add(cv2.dilate(light, self._reach), self._slack)
        kept = cv2.min(cv2.max(steep, low), high)
        return np.asarray(cv2.subtract(cv2.add(kept, self._lighter), self._darker))
