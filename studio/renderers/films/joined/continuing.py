"""New footage that goes on from a film: from its last frame, or between two of its frames."""

from dataclasses import replace
from itertools import pairwise

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.films.changed.grades import look_for
from studio.renderers.films.shots.ambience import ambience, sounds_named
from studio.renderers.films.shots.camera import read_camera
from studio.renderers.films.shots.morph import Morph
from studio.renderers.films.shots.shot import Picture
from studio.renderers.films.source import Film, frames

_GLIDE_S = 0.45
_FARTHEST = 0.035
_TURN_S = 1.4
_TAIL_S = 3.0
_JOIN_S = 0.03


class Continuation:
    """Frames that begin where a film stands still for a moment: its last picture, its drift, then what the prompt says.

    With an `end` picture they arrive there. Deterministic in the generator it is given.
    """

    def __init__(
        self,
        begin: Pixels,
        end: Pixels | None,
        prompt: str,
        duration_s: float,
        drift: tuple[float, float],
        rng: np.random.Generator,
    ) -> None:
        size = (begin.shape[1], begin.shape[0])
        self._duration, self._drift = duration_s, drift
        self._begin, self._end = (
            Picture(begin, size),
            Picture(end, size) if end is not None else None,
        )
        self._camera = read_camera(prompt, 1, self._begin.focus, rng, lambda: self._begin.kept)
        self._look = look_for(prompt, size, rng)
        self._morph = None
        if self._end is not None:
            self._morph = Morph(self._seen(self._begin, 0.5, 0), self._seen(self._end, 0.5, 0))

    def frame(self, seconds: float) -> Pixels:
        """The frame so long after the beginning."""
        t = float(np.clip(seconds / max(self._duration, 1e-3), 0, 1))
        pixels = self._seen(self._begin, t if self._end is None else min(t * 1.4, 1), seconds)
        left = self._duration - seconds
        if self._end is not None and self._morph is not None:
            share = float(np.clip((t - 0.3) / 0.6, 0, 1))
            share = share * share * (3 - 2 * share)
            pixels = self._morph.mix(pixels, self._seen(self._end, (1 - t) * 1.4, 9), share)
        if self._look is None:
            return pixels
        strength = min(seconds / min(_TURN_S, self._duration / 2), 1.0)
        if self._end is not None:
            strength = min(strength, left / min(_TURN_S, self._duration / 2))
        looked = self._look(pixels, seconds)
        share = float(np.clip(strength, 0, 1))
        return np.asarray(cv2.addWeighted(pixels, 1 - share, looked, share, 0))

    def _seen(self, picture: Picture, way: float, seconds: float) -> Pixels:
        view = self._camera.at(float(np.clip(way, 0, 1)))
        glide = _GLIDE_S * (1 - np.exp(-seconds / _GLIDE_S)) * np.exp(-seconds / 2)
        dx, dy = (
            float(np.clip(-speed * glide, -_FARTHEST, _FARTHEST)) / self._camera.room
            for speed in self._drift
        )
        return picture.plate.look(replace(view, x=view.x + dx, y=view.y + dy))


def drift_before(film: Film, moment_s: float) -> tuple[float, float]:
    """How fast the picture moves as a whole just before a time: shares of width and height a second."""
    count = min(6, film.frames)
    start = max(moment_s - count / float(film.fps), 0.0)
    small = [
        cv2.cvtColor(
            cv2.resize(pixels, (160, 96), interpolation=cv2.INTER_AREA), cv2.COLOR_RGB2GRAY
        )
        for pixels in frames(film, None, start, count)
    ]
    if len(small) < 2:
        return 0.0, 0.0
    window = cv2.createHanningWindow((160, 96), cv2.CV_32F)
    steps = []
    for one, other in pairwise(small):
        (dx, dy), trust = cv2.phaseCorrelate(
            one.astype(np.float32), other.astype(np.float32), window
        )
        steps.append((dx, dy) if trust > 0.3 and max(abs(dx), abs(dy)) < 8 else (0.0, 0.0))
    middle = np.median(np.array(steps), axis=0) * float(film.fps)
    return float(middle[0] / 160), float(middle[1] / 96)


def sound_after(
    before: Array, prompt: str, count: int, rate: int, rng: np.random.Generator
) -> Array:
    """`count` samples that go on after a sound: what the prompt names, else the texture of the sound's own end."""
    if sounds_named(prompt):
        made = ambience(prompt, round(count * 48_000 / rate) + 2, rng)
        place = np.linspace(0, len(made) - 1, count)
        made = np.stack(
            [np.interp(place, np.arange(len(made)), made[:, side]) for side in (0, 1)], -1
        )
    else:
        made = _texture(before[-round(_TAIL_S * rate) :], count, rate, rng)
    rise, fall = min(round(_JOIN_S * rate), count), min(round(0.35 * rate), count)
    made[:rise] *= np.linspace(0, 1, rise)[:, None]
    made[-fall:] *= np.linspace(1, 0, fall)[:, None]
    return np.asarray(made, np.float32)


def _texture(tail: Array, count: int, rate: int, rng: np.random.Generator) -> Array:
    """Overlapping pieces of the tail at random places: its colour without its course."""
    out = np.zeros((count, 2), np.float32)
    size = min(round(0.5 * rate), len(tail))
    if size < 64:
        return out
    window = np.hanning(size).astype(np.float32)[:, None]
    for first in range(-size // 2, count, size // 2):
        place = int(rng.integers(0, len(tail) - size + 1))
        piece = tail[place : place + size] * window
        low, high = max(first, 0), min(first + size, count)
        out[low:high] += piece[low - first : high - first]
    return out


def rate_of(film: Film) -> int:
    """The rate a film's sound can be kept at."""
    return film.sound_rate if film.sound_rate in (44_100, 48_000) else 48_000
