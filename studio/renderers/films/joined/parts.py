"""A film made of parts: each part alone, and the whole, with every frame encoded once."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

from studio.renderers.codecs.encode import MovieWriter, new_movie
from studio.renderers.codecs.inputs import open_media
from studio.renderers.codecs.soundtrack import Soundtrack
from studio.renderers.drawing.canvas import Array, Pixels
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
    """Writes every part, and the whole from them; the last frame comes back.

    `starts` are the first frames of the parts and, at its end, the count of all; `frame` gives the picture for the
    number of a part and of a frame; `sound` is 48 kHz stereo for the whole.
    """
    pixels = None
    for number, (first, end) in enumerate(pairwise(starts)):
        span = slice(round(first / fps * RATE), round(end / fps * RATE))
        own = None if sound is None else sound[span]
        with MovieWriter(parts[number], *size, fps, sound=own, rate=RATE) as part:
            for index in range(first, end):
                pixels = frame(number, index)
                part.add(pixels)
                teller.step(pixels)
    assert pixels is not None
    _join(whole, parts, [Fraction(start, fps) for start in starts], sound)
    return pixels


def _join(
    whole: Path, parts: Sequence[Path], starts: Sequence[Fraction], sound: Array | None
) -> None:
    """The pictures of the parts one after the other, not encoded again, and the sound of the whole in one piece.

    `starts` are in seconds, at its end the length of all. The parts were written alike, each from a whole picture on.
    """
    with new_movie(whole) as movie, open_media(parts[0]) as first:
        video = movie.add_stream_from_template(first.streams.video[0])
        track = None if sound is None else Soundtrack(movie, sound, RATE)
        for path, start in zip(parts, starts, strict=False):
            with open_media(path) as part:
                for packet in part.demux(video=0):
                    if packet.pts is None or packet.dts is None or packet.time_base is None:
                        continue  # it only says that the part is over
                    if track is not None:
                        track.reach(start + packet.pts * packet.time_base)
                    shift = round(start / packet.time_base)
                    packet.pts, packet.dts = packet.pts + shift, packet.dts + shift
                    packet.stream = video
                    movie.mux(packet)
        if track is not None:
            track.end(starts[-1])
