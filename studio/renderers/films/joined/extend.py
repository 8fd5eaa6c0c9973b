"""A film goes on: new footage from its last frame, alone and joined to it."""

from pathlib import Path

import cv2
import numpy as np

from studio.renderers.api import RenderError, RenderRequest, RenderResult, Report
from studio.renderers.drawing.canvas import Array
from studio.renderers.films.finishing import (
    even_size,
    finished,
    frame_count,
    given_film,
    target,
)
from studio.renderers.films.joined.continuing import Continuation, drift_before, sound_after
from studio.renderers.films.joined.splice import Splice, sized, write_splice
from studio.renderers.films.source import frame_at, sound_of
from studio.renderers.films.telling import Teller
from studio.renderers.pictures.image import generator
from studio.renderers.prompts.dynamic_prompt import expand_prompt

LONGEST_S = 30.0


def render_extend(request: RenderRequest, out_dir: Path, report: Report) -> RenderResult:
    """Adds `duration_s` seconds to `video1`, as the prompt says.

    `options`: `output` is `segment` (the new footage alone) or `whole` (the film with it; the segment is its source).
    The same seed gives the same segment in both. A silent film stays silent.
    """
    cv2.setNumThreads(1)
    film = given_film(request, "video1", "referenceVideo")
    added = request.duration_s or 5.0
    if added > LONGEST_S:
        raise RenderError(f"A film can be extended by up to {LONGEST_S:.0f} seconds at a time.")
    count = frame_count(added, film.fps)
    splice = Splice(film, film.frames, film.frames, count)
    frame_count(float(splice.frames / film.fps), film.fps)
    prompt = expand_prompt(request.prompt, request.variation, request.seed)
    rng = generator(request.seed, request.variation, "extend " + prompt)
    size = even_size(film)
    last = sized(frame_at(film, film.duration_s), size)
    drift = drift_before(film, film.duration_s)
    footage = Continuation(last, None, prompt, float(count / film.fps), drift, rng)
    sound = _sound(splice, prompt, rng)
    whole = request.options.get("output") != "segment"
    segment = target(request, out_dir, "segment" if whole else "video")
    path = target(request, out_dir) if whole else segment
    teller = Teller(report, splice.frames if whole else count)
    # The first new frame comes one step after the last old one.
    new = (footage.frame(float((index + 1) / film.fps)) for index in range(count))
    final = write_splice(splice, new, sound, (path if whole else None, segment), teller)
    teller.done()
    return finished(
        request,
        path,
        size,
        splice.frames if whole else count,
        film.fps,
        notes={"prompt": prompt, "added_s": round(float(count / film.fps), 4)},
        sources=(segment,) if whole else (),
        last=final,
    )


def _sound(splice: Splice, prompt: str, rng: np.random.Generator) -> Array | None:
    """What is heard in the new part; None after a silent film."""
    film = splice.film
    if not film.has_sound:
        return None
    before = sound_of(film, max(film.duration_s - 4, 0), None, splice.rate)
    assert before is not None
    length = splice.sample(splice.frames) - splice.sample(film.frames)
    return sound_after(before, prompt, length, splice.rate, rng)
