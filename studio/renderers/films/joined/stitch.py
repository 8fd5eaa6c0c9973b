"""Clips put one after the other: one size, one pace, hard cuts or transitions, own sound or a track over all."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import cv2
import numpy as np

from studio.renderers.api import RenderError, RenderRequest, RenderResult, Report
from studio.renderers.codecs.encode import MovieWriter
from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.films.choices import MOST_CLIPS, TRANSITIONS
from studio.renderers.films.finishing import bounded, even_size, finished, frame_count, target
from studio.renderers.films.fitting import fit_inside
from studio.renderers.films.joined.transitions import Transition
from studio.renderers.films.sound import lay_under, track
from studio.renderers.films.source import LONGEST_S, RATE, Film, frames, open_film, sound_of
from studio.renderers.films.telling import Teller
from studio.renderers.pictures.image import generator

_RATES = (44_100, 48_000)


@dataclass(frozen=True)
class Timeline:
    """When each clip is on screen: first frame of each, its count, and the frames two neighbours share.

    `rate` is that of the sound: the clips' own where it is the same for all, so that sound cut in pieces joins again.
    """

    firsts: tuple[int, ...]
    counts: tuple[int, ...]
    shared: int
    fps: Fraction
    rate: int

    @property
    def frames(self) -> int:
        """All frames."""
        return self.firsts[-1] + self.counts[-1]

    def sample(self, frame: int) -> int:
        """The sample at which a frame begins."""
        return round(frame / self.fps * self.rate)


def plan_timeline(films: list[Film], transition_s: float) -> Timeline:
    """Clips end to end, overlapping by the transition, which takes at most half of the shortest clip."""
    fps = max(film.fps for film in films)
    counts = [frame_count(film.duration_s, fps) for film in films]
    shared = min(round(transition_s * fps), min(counts) // 2) if len(films) > 1 else 0
    firsts = [0]
    for count in counts[:-1]:
        firsts.append(firsts[-1] + count - shared)
    rates = {film.sound_rate for film in films if film.has_sound}
    rate = rates.pop() if len(rates) == 1 else RATE
    return Timeline(tuple(firsts), tuple(counts), shared, fps, rate if rate in _RATES else RATE)


def render_stitch(request: RenderRequest, out_dir: Path, report: Report) -> RenderResult:
    """Joins `video1`, `video2` … in order; `referenceAudio`, where given, replaces their sound.

    `options`: `transition` (one of `TRANSITIONS`) and `transition_s`. Size and shape are the first clip's, the pace is
    the fastest clip's. The length is the sum of the clips less the shared transitions. Notes: `cuts_s`.
    """
    cv2.setNumThreads(1)
    films = _films(request)
    kind = str(request.options.get("transition") or "")
    if kind and kind not in TRANSITIONS:
        raise RenderError(f"A transition can be one of {', '.join(TRANSITIONS)}.")
    wanted = bounded(request.options.get("transition_s"), 0.5, 0.0, 10.0) if kind else 0.0
    plan = plan_timeline(films, wanted)
    if plan.frames / plan.fps > LONGEST_S:
        raise RenderError(f"Stitched together this is longer than {LONGEST_S / 60:.0f} minutes.")
    size = even_size(films[0])
    song = request.inputs.get("referenceAudio")
    sound = (
        _joined(films, plan) if song is None else track(song, plan.sample(plan.frames), plan.rate)
    )
    path = target(request, out_dir)
    teller = Teller(report, plan.frames)
    change = Transition(kind, size, generator(request.seed, 0, "transition"))
    with MovieWriter(path, *size, plan.fps, sound=sound, rate=plan.rate, quality=18) as movie:
        for pixels in joined_frames(films, plan, size, change):
            movie.add(pixels)
            teller.step(pixels)
    teller.done()
    return finished(
        request,
        path,
        size,
        plan.frames,
        plan.fps,
        notes={"cuts_s": [round(float(first / plan.fps), 4) for first in plan.firsts[1:]]},
        sources=_copies(films, out_dir),
        last=pixels,
    )


def _films(request: RenderRequest) -> list[Film]:
    names = [f"video{number}" for number in range(1, MOST_CLIPS + 1)]
    films = [open_film(request.inputs[name]) for name in names if name in request.inputs]
    if not films:
        raise RenderError("Videos are needed to stitch them together.")
    return films


def _copies(films: list[Film], folder: Path) -> list[Path]:
    """The clips as they were given, beside the result."""
    kept = []
    for number, film in enumerate(films, 1):
        kept.append(folder / f"clip-{number}{film.path.suffix or '.mp4'}")
        shutil.copyfile(film.path, kept[-1])
    return kept


def joined_frames(
    films: list[Film], plan: Timeline, size: tuple[int, int], change: Transition
) -> Iterator[Pixels]:
    """All frames of the timeline; two clips are open at once only while one gives way to the next."""
    coming = _fitted(films[0], plan, 0, size)
    for number in range(len(films)):
        current, used = coming, 0 if number == 0 else plan.shared
        last = number + 1 == len(films)
        for _ in range(plan.counts[number] - used - (0 if last else plan.shared)):
            yield next(current)
        if last:
            return
        coming = _fitted(films[number + 1], plan, number + 1, size)
        for step in range(plan.shared):
            yield change.mix(next(current), next(coming), (step + 1) / (plan.shared + 1))


def _fitted(film: Film, plan: Timeline, number: int, size: tuple[int, int]) -> Iterator[Pixels]:
    return (fit_inside(pixels, size) for pixels in frames(film, plan.fps, 0, plan.counts[number]))


def _joined(films: list[Film], plan: Timeline) -> Array | None:
    """The clips' own sound, mixed where they overlap; None when all are silent."""
    if not any(film.has_sound for film in films):
        return None
    whole = np.zeros((plan.sample(plan.frames), 2), np.float32)
    for number, film in enumerate(films):
        first = plan.sample(plan.firsts[number])
        end = plan.sample(plan.firsts[number] + plan.counts[number])
        sound = sound_of(film, 0, (end - first) / plan.rate, plan.rate)
        if sound is not None:
            rise = plan.sample(plan.firsts[number] + plan.shared) - first if number else 0
            last = number + 1 == len(films)
            fall = 0 if last or not plan.shared else end - plan.sample(plan.firsts[number + 1])
            lay_under(whole, first, sound, rise, fall)
    return np.clip(whole, -1, 1, out=whole)
