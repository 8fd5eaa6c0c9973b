"""A given film with pictures laid over some of its frames; nothing else about it changes."""

from collections.abc import Callable, Sequence
from pathlib import Path

import cv2

from studio.renderers.api import RenderRequest, RenderResult, Report
from studio.renderers.codecs.encode import MovieWriter
from studio.renderers.films.finishing import even_size, finished, target
from studio.renderers.films.source import RATE, Film, frames, sound_of
from studio.renderers.films.telling import Teller
from studio.renderers.films.written.lettering import Stamp

Stamps = Callable[[int], Sequence[Stamp]]
"""What lies on frame number so-and-so, lowest first."""


def frame_span(film: Film, start_s: float, end_s: float) -> range:
    """The frames on screen from one time to another, at least one."""
    first = min(max(round(start_s * film.fps), 0), film.frames)
    return range(first, min(max(round(end_s * film.fps), first + 1), film.frames))


def render_stamped(
    request: RenderRequest, film: Film, stamps: Stamps, out_dir: Path, report: Report
) -> RenderResult:
    """The film's frames, pace, length and sound, with the stamps on it."""
    size = even_size(film)
    path = target(request, out_dir)
    teller = Teller(report, film.frames)
    with MovieWriter(path, *size, film.fps, sound=sound_of(film), rate=RATE, quality=17) as movie:
        for number, pixels in enumerate(frames(film)):
            if (pixels.shape[1], pixels.shape[0]) != size:
                pixels = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
            for stamp in stamps(number):
                pixels = stamp.lay(pixels)
            movie.add(pixels)
            teller.step(pixels)
    teller.done()
    return finished(request, path, size, film.frames, film.fps, last=pixels)
