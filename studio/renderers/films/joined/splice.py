"""Putting new footage into a film: after its end, or in place of a part of it."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from studio.renderers.codecs.encode import MovieWriter
from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.films.finishing import even_size
from studio.renderers.films.fitting import fit_inside
from studio.renderers.films.joined.continuing import rate_of
from studio.renderers.films.source import Film, frames, sound_of
from studio.renderers.films.telling import Teller

_CLICK_S = 0.004


@dataclass(frozen=True)
class Splice:
    """A film whose frames `first` … `end` − 1 give way to `count` new ones."""

    film: Film
    first: int
    end: int
    count: int

    @property
    def frames(self) -> int:
        """All frames of the outcome."""
        return self.first + self.count + self.film.frames - self.end

    @property
    def rate(self) -> int:
        """Samples a second of the outcome's sound."""
        return rate_of(self.film)

    def sample(self, frame: int) -> int:
        """The sample at which a frame begins."""
        return round(frame / self.film.fps * self.rate)

    def sound(self, new: Array | None) -> Array | None:
        """The film's own sound around the new one, to the sample; None where both are silent."""
        if not self.film.has_sound and new is None:
            return None
        whole = np.zeros((self.sample(self.frames), 2), np.float32)
        begin, resume = self.sample(self.first), self.sample(self.first + self.count)
        if self.film.has_sound:
            before = sound_of(self.film, 0, begin / self.rate, self.rate)
            rest = (len(whole) - resume) / self.rate
            after = sound_of(self.film, float(self.end / self.film.fps), rest, self.rate)
            assert before is not None
            assert after is not None
            whole[: len(before)], whole[resume : resume + len(after)] = before, after
        if new is not None:
            part = new[: resume - begin]
            whole[begin : begin + len(part)] = part
        for place in (begin, resume):
            self._soften(whole, place)
        return whole

    def _soften(self, whole: Array, place: int) -> None:
        """No click where one sound ends and another begins."""
        reach = min(round(_CLICK_S * self.rate), place, len(whole) - place)
        if reach > 0:
            ramp = np.linspace(1, 0, reach, dtype=np.float32)[:, None]
            whole[place - reach : place] *= ramp
            whole[place : place + reach] *= ramp[::-1]


def write_splice(
    splice: Splice,
    new: Iterator[Pixels],
    sound: Array | None,
    paths: tuple[Path | None, Path | None],
    teller: Teller,
) -> Pixels:
    """Writes the whole (first path) and the new part alone (second path) in one pass; the last frame comes back."""
    film, size = splice.film, even_size(splice.film)
    whole_path, part_path = paths
    rate = splice.rate
    with ExitStack() as stack:

        def movie(path: Path | None, track: Array | None) -> MovieWriter | None:
            if path is None:
                return None
            return stack.enter_context(
                MovieWriter(path, *size, film.fps, sound=track, rate=rate, quality=17)
            )

        whole = movie(whole_path, splice.sound(sound) if whole_path else None)
        part = movie(part_path, sound)
        pixels = None
        for number, pixels in _all(splice, new, size, whole is not None):
            if whole is not None:
                whole.add(pixels)
            if part is not None and splice.first <= number < splice.first + splice.count:
                part.add(pixels)
            teller.step(pixels)
    assert pixels is not None
    return pixels


def _all(
    splice: Splice, new: Iterator[Pixels], size: tuple[int, int], around: bool
) -> Iterator[tuple[int, Pixels]]:
    """Frames with their numbers in the outcome; only the new ones unless `around`."""
    film, number = splice.film, splice.first
    if around:
        for index, pixels in enumerate(frames(film, None, 0, splice.first) if splice.first else ()):
            yield index, sized(pixels, size)
    for pixels in new:
        yield number, fit_inside(pixels, size)
        number += 1
    if around and splice.end < film.frames:
        start = float(splice.end / film.fps)
        for pixels in frames(film, None, start, film.frames - splice.end):
            yield number, sized(pixels, size)
            number += 1


def sized(pixels: Pixels, size: tuple[int, int]) -> Pixels:
    """A film's own frame in its even size."""
    if (pixels.shape[1], pixels.shape[0]) == size:
        return pixels
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA))
