"""A film made over: its pace, length and sound stay, what is seen changes as the mode and the prompt say."""

from fractions import Fraction
from pathlib import Path

import cv2
import numpy as np

from studio.renderers.api import RenderError, RenderRequest, RenderResult, Report
from studio.renderers.codecs.encode import MovieWriter
from studio.renderers.drawing.canvas import Array
from studio.renderers.films.changed.controls import (
    depth_look,
    detail_look,
    edge_look,
)
from studio.renderers.films.changed.grades import Look, look_for
from studio.renderers.films.changed.inpaint import inpaint_look
from studio.renderers.films.changed.outpaint import widening_for
from studio.renderers.films.choices import CONTROLS
from studio.renderers.films.finishing import (
    bounded,
    even,
    even_size,
    finished,
    frame_count,
    given_film,
    target,
)
from studio.renderers.films.fitting import fit_inside
from studio.renderers.films.source import RATE, Film, frames, sound_of
from studio.renderers.films.telling import Teller
from studio.renderers.pictures.image import generator
from studio.renderers.prompts.dynamic_prompt import expand_prompt

Cut = tuple[Film, Fraction, float, int]


def render_transform(request: RenderRequest, out_dir: Path, report: Report) -> RenderResult:
    """Renders `v2v` from `referenceVideo`.

    `options`: `control` (one of `CONTROLS`, or empty for the look alone), `strength` of the detailer,
    `outpaintPosition`, `outpaintAspectRatio`, `video_start_s`, `sized`, `generateAudio` (false: silent),
    `returnLastFrame`. `referenceMask` (white is made anew) belongs to inpaint.
    """
    cv2.setNumThreads(1)
    film, fps, start, count = source_cut(request)
    control = str(request.options.get("control") or "")
    if control and control not in CONTROLS:
        raise RenderError(f"A control can be one of {', '.join(CONTROLS)}.")
    size = even_size(film, 1920) if control == "outpaint" else output_size(request, film)
    prompt = expand_prompt(request.prompt, request.variation, request.seed)
    rng = generator(request.seed, request.variation, f"{control} {prompt}")
    teller = Teller(report, count)
    change, shown = _change(request, control, prompt, rng, (film, fps, start, count), size)
    path = target(request, out_dir)
    sound = kept_sound(request, film, start, count, fps)
    with MovieWriter(path, *shown, fps, sound=sound, rate=RATE, quality=18) as movie:
        for index, pixels in enumerate(frames(film, fps, start, count)):
            pixels = change(fit_inside(pixels, size), float(index / fps))
            movie.add(pixels)
            teller.step(pixels)
    teller.done()
    return finished(request, path, shown, count, fps, notes={"prompt": prompt}, last=pixels)


def source_cut(request: RenderRequest) -> Cut:
    """The film, its pace, where in it the work begins and how many frames it takes."""
    film = given_film(request, "referenceVideo", "video1")
    start = bounded(request.options.get("video_start_s"), 0.0, 0.0)
    if start >= film.duration_s:
        raise RenderError(
            f"The video lasts {film.duration_s:.1f} seconds; it cannot start at {start:.1f}."
        )
    left = film.duration_s - start
    wanted = request.duration_s or float(request.options.get("frames") or 0) / max(request.fps, 1)
    length = min(wanted, left) if wanted else left
    return film, film.fps, start, frame_count(length, film.fps)


def output_size(request: RenderRequest, film: Film) -> tuple[int, int]:
    """The size asked for, else the film's own."""
    if request.options.get("sized"):
        return even(request.width), even(request.height)
    return even_size(film, 1920)


def kept_sound(
    request: RenderRequest, film: Film, start: float, count: int, fps: Fraction
) -> Array | None:
    """The film's own sound for these frames, unless a silent film is asked for."""
    if request.options.get("generateAudio") is False:
        return None
    return sound_of(film, start, float(count / fps))


def _change(
    request: RenderRequest,
    control: str,
    prompt: str,
    rng: np.random.Generator,
    cut: Cut,
    size: tuple[int, int],
) -> tuple[Look, tuple[int, int]]:
    """What happens to each frame, and the size it then has."""
    if control == "outpaint":
        options = request.options
        ratio = str(options.get("outpaintAspectRatio") or "")
        if not ratio and options.get("sized"):
            ratio = f"{request.width}:{request.height}"
        wider, shown = widening_for(size, str(options.get("outpaintPosition") or "center"), ratio)
        return lambda pixels, seconds: wider.fill(pixels), shown
    if control == "inpaint":
        film, _, start, count = cut
        return inpaint_look(request, prompt, rng, film, (start, count), size), size
    if control == "depth":
        return depth_look(prompt, size, rng), size
    if control == "detailer":
        strength = request.options.get("strength")
        return detail_look(prompt, size, rng, bounded(strength, 0.6, 0.0, 1.0)), size
    if control in ("canny", "pose"):
        return edge_look(prompt, size, rng), size
    look = look_for(prompt, size, rng)
    return look or edge_look(prompt, size, rng), size
