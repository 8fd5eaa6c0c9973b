"""A part of a film made anew, or replaced by a part of another."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from studio.renderers.api import RenderError, RenderRequest, RenderResult, Report
from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.films.changed.grades import look_for
from studio.renderers.films.finishing import bounded, even_size, finished, given_film, target
from studio.renderers.films.joined.continuing import Continuation, drift_before, sound_after
from studio.renderers.films.joined.splice import Splice, sized, write_splice
from studio.renderers.films.shots.generate import composed_shot
from studio.renderers.films.shots.morph import Morph
from studio.renderers.films.source import Film, frame_at, frames, open_film, sound_of
from studio.renderers.films.telling import Teller
from studio.renderers.pictures.image import generator
from studio.renderers.prompts.dynamic_prompt import expand_prompt
from studio.renderers.prompts.words import read_prompt

_EDGE_S = 0.3
_HEARD_S = 3.0
_ANOTHER = re.compile(
    r"\b(replac|swap|instead|cut(s|ting)? to|show|appear|becom|turn(s|ing)? into|insert|a scene)|"
    r"^\s*(an?(?! (bit|little|lot|touch|tad|slight\w*|more|less|much)\b)|two|three)\b",
    re.I,
)
"""What tells of another scene, as “a storm over the mountains” does, and not of a change to the old one."""


@dataclass(frozen=True)
class Window:
    """The part of a film that goes, in seconds."""

    start_s: float
    end_s: float


def read_window(film: Film, start: float, end: float, *, insertion: bool) -> Window:
    """The window two numbers mean. A negative start counts from the end, a negative end is the end.

    A start from the end with an end that lies before it means the last `end` seconds. RenderError when nothing is left,
    unless `insertion` allows an empty window.
    """
    whole = film.duration_s
    begin = max(whole + start, 0.0) if start < 0 else start
    stop = whole if end < 0 else min(end, whole)
    if start < 0 <= end and stop <= begin:
        begin, stop = max(whole - end, 0.0), whole
    if begin > whole or (begin >= stop and not (insertion and begin == stop)):
        raise RenderError(
            f"The window must end after it starts, and start within the video; it lasts {whole:.2f} seconds."
        )
    return Window(begin, stop)


def render_replace(request: RenderRequest, out_dir: Path, report: Report) -> RenderResult:
    """Replaces `options` `start_s` … `end_s` of `video1`.

    With `video2` that film (or its `replacement_start_s` … `replacement_end_s`) is put in as it is and the length
    changes by the difference; otherwise the window is made anew from the prompt, at its own length.
    `keepOriginalAudio` leaves the window's own sound.
    """
    cv2.setNumThreads(1)
    film = given_film(request, "video1", "referenceVideo")
    other = request.inputs.get("video2")
    first, stop = _window_frames(request, film, insertion=other is not None)
    if other is None:
        splice = Splice(film, first, max(stop, first + 1), max(stop - first, 1))
        new, sound = _anew(request, splice)
    else:
        splice, new, sound = _from_other(request, film, open_film(other), first, stop)
    if request.options.get("keepOriginalAudio") and film.has_sound:
        # The window's own and no more: what follows it is heard where it is seen.
        kept = first + min(splice.count, splice.end - first)
        length = (splice.sample(kept) - splice.sample(first)) / splice.rate
        sound = sound_of(film, float(first / film.fps), length, splice.rate)
    path, part = target(request, out_dir), target(request, out_dir, "segment")
    teller = Teller(report, splice.frames)
    last = write_splice(splice, new, sound, (path, part), teller)
    teller.done()
    times = (splice.first, splice.first + splice.count)
    return finished(
        request,
        path,
        even_size(film),
        splice.frames,
        film.fps,
        notes={"replaced_s": [round(float(frame / film.fps), 4) for frame in times]},
        sources=(part,),
        last=last,
    )


def _window_frames(request: RenderRequest, film: Film, *, insertion: bool) -> tuple[int, int]:
    """The window's first frame, and the first after it. RenderError when it has no start or no end."""
    start = bounded(request.options.get("start_s"), math.inf)
    end = bounded(request.options.get("end_s"), math.inf)
    if math.isinf(start) or math.isinf(end):
        raise RenderError("The window needs a start and an end in seconds.")
    window = read_window(film, start, end, insertion=insertion)
    first, stop = (
        min(round(time * film.fps), film.frames) for time in (window.start_s, window.end_s)
    )
    return first, stop


def _from_other(
    request: RenderRequest, film: Film, other: Film, first: int, stop: int
) -> tuple[Splice, Iterator[Pixels], Array | None]:
    whole = other.duration_s
    begin = bounded(request.options.get("replacement_start_s"), 0.0)
    end = bounded(request.options.get("replacement_end_s"), whole, 0.0, whole)
    if not 0 <= begin < end:
        raise RenderError(
            f"The replacement must end after it starts; that video lasts {other.duration_s:.2f} seconds."
        )
    count = max(round((end - begin) * film.fps), 1)
    splice = Splice(film, first, stop, count)
    length = (splice.sample(first + count) - splice.sample(first)) / splice.rate
    sound = sound_of(other, begin, length, splice.rate)
    return splice, frames(other, film.fps, begin, count), sound


def _anew(request: RenderRequest, splice: Splice) -> tuple[Iterator[Pixels], Array | None]:
    """New footage between the frames around the window: a scene where one is named, else the old one changed."""
    film, size = splice.film, even_size(splice.film)
    prompt = expand_prompt(request.prompt, request.variation, request.seed)
    rng = generator(request.seed, request.variation, "replace " + prompt)
    step = float(1 / film.fps)
    start = float(splice.first / film.fps)
    length = float(splice.count / film.fps)
    begin = sized(frame_at(film, max(start - step, 0)), size)
    end = sized(frame_at(film, start + length), size) if splice.end < film.frames else None
    sound = _sound_anew(splice, prompt, rng)
    edge = min(_EDGE_S, length / 4)
    look = look_for(prompt, size, rng)
    recoloured = look_for(prompt, size, rng, weather=False) is not None
    if read_prompt(prompt).subjects and (not recoloured or _ANOTHER.search(prompt)):
        shot = composed_shot(request, prompt, size, length)
        seen = (
            shot.frame(index / max(splice.count - 1, 1), index * step)
            for index in range(splice.count)
        )
        return _between(begin, seen, end, splice.count, edge / step), sound
    if look is not None:
        own = frames(film, None, start, splice.count)
        looked = (look(sized(pixels, size), index * step) for index, pixels in enumerate(own))
        return looked, sound
    drift = drift_before(film, start)
    footage = Continuation(begin, end, prompt, length, drift, rng)
    return (footage.frame((index + 1) * step) for index in range(splice.count)), sound


def _sound_anew(splice: Splice, prompt: str, rng: np.random.Generator) -> Array | None:
    """What is heard in new footage: the sound before it goes on, at the film's very beginning the one after it."""
    film = splice.film
    start, end = float(splice.first / film.fps), float(splice.end / film.fps)
    near = (start - _HEARD_S, _HEARD_S) if start > _HEARD_S else (0.0, start)
    if start < 1:
        near = (end, min(_HEARD_S, film.duration_s - end))
    heard = sound_of(film, *near, splice.rate)
    if heard is None:
        return None
    samples = splice.sample(splice.first + splice.count) - splice.sample(splice.first)
    return sound_after(heard, prompt, samples, splice.rate, rng)


def _between(
    begin: Pixels, seen: Iterator[Pixels], end: Pixels | None, count: int, edge: float
) -> Iterator[Pixels]:
    """A scene that comes out of one picture and goes into another, over `edge` frames each."""
    arriving: Morph | None = None
    leaving: Morph | None = None
    for index, pixels in enumerate(seen):
        share = (index + 1) / (edge + 1)
        rest = (count - index) / (edge + 1)
        if share < 1:
            arriving = arriving or Morph(begin, pixels)
            pixels = arriving.mix(begin, pixels, share)
        if rest < 1 and end is not None:
            leaving = leaving or Morph(pixels, end)
            pixels = leaving.mix(pixels, end, 1 - rest)
        yield np.asarray(pixels)
