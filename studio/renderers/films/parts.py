"""A film made of parts: the whole and each part alone, written in one pass."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

from studio.renderers.canvas import Array, Pixels
from studio.renderers.encode import MovieWriter
from studio.renderers.films.source import RATE
from studio.renderers.films.telling import Teller


def write_parts(
    whole: Path,
    parts: Sequence[Path],
    starts: Sequence[int],
    size: tuple[int, int],
    fps: int,
    sound: Array | None,
    frame: Callable[[int, int], Pixels],
    teller: Teller,
) -> Pixels:
    """Writes every frame into the whole and into its part; the last one comes back.

    `starts` are the first frames of the parts and, at its end, the count of all; `frame` gives the picture for the
    number of a part and of a frame; `sound` is 48 kHz stereo for the whole.
    """
    pixels = None
    with MovieWriter(whole, *size, fps, sound=sound, rate=RATE) as movie:
        for number, (first, end) in enumerate(pairwise(starts)):
            span = slice(round(first / fps * RATE), round(end / fps * RATE))
            own = None if sound is None else sound[span]
            with MovieWriter(parts[number], *size, fps, sound=own, rate=RATE) as part:
                for index in range(first, end):
                    pixels = frame(number, index)
                    movie.add(pixels)
                    part.add(pixels)
                    teller.step(pixels)
    assert pixels is not None
    return pixels
