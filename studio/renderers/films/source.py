"""Reading films that were given: what is known of one, its frames at an even pace, its sound."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import cv2
import numpy as np

from studio.renderers.api import RenderError
from studio.renderers.codecs.hearing import read_sound
from studio.renderers.codecs.inputs import open_media
from studio.renderers.codecs.patience import in_time
from studio.renderers.codecs.proportions import LARGEST_SIDE, shown_size
from studio.renderers.drawing.canvas import Array, Pixels

RATE = 48_000
LONGEST_S = 600.0
FASTEST = Fraction(60)
"""Frames a second; a faster film is shown with fewer."""
_ROUNDED_S = 2.5e-3
"""As far as time stamps in whole milliseconds lie off."""
_MOST_PACKETS = 60 * 700
_TURNS = {90: cv2.ROTATE_90_COUNTERCLOCKWISE, 180: cv2.ROTATE_180, 270: cv2.ROTATE_90_CLOCKWISE}
_UNREADABLE = "The video could not be read: the file is damaged or of an unknown kind."


@dataclass(frozen=True)
class Film:
    """A film's upright size in square pixels, its frames a second and count of frames; `start_s` is its first time.

    `steady` says that its frames come at that pace (or faster than FASTEST, but evenly); else `fps` is how they mostly
    come, `frames` is how many that would be, and only their own times say when each is shown. `length_s` is how long
    they last by their times.
    `sound_rate` is in samples a second, 0 for a silent film; `turn` is what its frames are turned by, in degrees.
    """

    path: Path
    width: int
    height: int
    fps: Fraction
    frames: int
    start_s: float
    sound_rate: int
    turn: int
    length_s: float
    steady: bool

    @property
    def duration_s(self) -> float:
        """How long its picture lasts."""
        return float(self.frames / self.fps)

    @property
    def has_sound(self) -> bool:
        """Whether there is a soundtrack."""
        return self.sound_rate > 0


def open_film(path: Path) -> Film:
    """Looks at a film without decoding more than one frame of it.

    RenderError when it is no film this program can read, larger than 4096 pixels or longer than ten minutes.
    """
    try:
        with open_media(path) as container:
            if not container.streams.video:
                raise RenderError("The file has no picture in it.")
            stream = container.streams.video[0]
            if max(stream.codec_context.width, stream.codec_context.height) > LARGEST_SIDE:
                raise RenderError(f"A video can be up to {LARGEST_SIDE} pixels on a side.")
            times, length, end_s = _extent(container, stream)
            # Nothing of a stream may be touched once its file is closed: the library crashes on it.
            said = stream.average_rate or stream.guessed_rate
            width, height = shown_size(stream)
            rate = int(container.streams.audio[0].rate or RATE) if container.streams.audio else 0
        turn = _turn_of(path)
    except (av.FFmpegError, ValueError, OSError, StopIteration) as error:
        raise RenderError(_UNREADABLE) from error
    fps = _pace(said, len(times), length)
    if turn in (90, 270):
        width, height = height, width
    steady = _steady(times, fps)
    if not steady:
        fps = _usual_pace(times)
        # Only its own word tells how long the last frame stands.
        length = end_s if end_s > times[-1] - times[0] + 1e-3 else length
    count = max(round(length * fps), 1)
    return Film(path, width, height, fps, count, times[0], rate, turn, length, steady)


def _extent(
    container: "av.container.InputContainer", stream: "av.VideoStream"
) -> tuple[list[float], float, float]:
    """The picture's times in order, its length at an even pace, and from its first time to the end of its last packet.

    In seconds; counted and not believed.
    """
    times: list[float] = []
    last = 0.0
    for packet in container.demux(stream):
        if packet.pts is None or packet.time_base is None:
            continue
        times.append(float(packet.pts * packet.time_base))
        last = max(last, times[-1] + float((packet.duration or 0) * packet.time_base))
        if len(times) > _MOST_PACKETS:
            raise RenderError("The video has too many frames to work with.")
    if not times:
        raise RenderError(_UNREADABLE)
    first = min(times)
    spread = max(times) - first
    usual = spread / (len(times) - 1) if len(times) > 1 else 1 / 24
    length = max(last - first, spread + usual)
    if length > LONGEST_S:
        raise RenderError(f"A video can be up to {LONGEST_S / 60:.0f} minutes long.")
    return sorted(times), length, last - first


def _steady(times: list[float], fps: Fraction) -> bool:
    """Whether every frame comes where an even pace has it, but for rounded time stamps."""
    step = (times[-1] - times[0]) / max(len(times) - 1, 1)
    if step >= 1 / FASTEST:
        step = float(1 / fps)
    even = np.arange(len(times)) * step
    return bool(np.abs(np.array(times) - times[0] - even).max() < _ROUNDED_S)


def _turn_of(path: Path) -> int:
    with open_media(path) as container:
        return int(next(in_time(container, container.streams.video[0])).rotation) % 360


def _pace(said: Fraction | None, packets: int, length: float) -> Fraction:
    """Frames a second between 1 and 60: what the file says where its packets agree, else what they come to."""
    counted = packets / max(length, 1e-3)
    if said is not None and 0.8 < float(said) / max(counted, 1e-3) < 1.25:
        return Fraction(min(max(said, Fraction(1)), FASTEST)).limit_denominator(1001)
    return Fraction(min(max(round(counted, 2), 1), float(FASTEST))).limit_denominator(100)


def _usual_pace(times: list[float]) -> Fraction:
    """Frames a second of an uneven film: as most of its frames follow each other."""
    gaps = np.diff(times)
    middle = float(np.median(gaps))
    usual = float(gaps[np.abs(gaps - middle) <= 0.2 * middle].mean())
    pace = min(max(round(1 / max(usual, 1e-3), 2), 1), float(FASTEST))
    return Fraction(pace).limit_denominator(100)


def decoded(film: Film, start_s: float = 0.0) -> Iterator[tuple[float, Pixels]]:
    """Every frame from the one shown at `start_s`, upright RGB with its time; stops quietly where the file breaks."""
    try:
        with open_media(film.path) as container:
            stream = container.streams.video[0]
            stream.thread_type = "AUTO"
            if start_s > 1:
                container.seek(round((film.start_s + start_s) * av.time_base), backward=True)
            for number, frame in enumerate(in_time(container, stream)):
                time = number / film.fps if frame.time is None else frame.time - film.start_s
                if frame.width > LARGEST_SIDE or frame.height > LARGEST_SIDE:
                    return
                yield float(time), _upright(frame, film)
    except (av.FFmpegError, OSError, ValueError):
        return


def _upright(frame: "av.VideoFrame", film: Film) -> Pixels:
    pixels: Pixels = frame.to_ndarray(format="rgb24")
    if film.turn in _TURNS:
        pixels = cv2.rotate(pixels, _TURNS[film.turn])
    if pixels.shape[:2] != (film.height, film.width):
        pixels = cv2.resize(pixels, (film.width, film.height), interpolation=cv2.INTER_AREA)
    return pixels


def frames(
    film: Film,
    fps: Fraction | None = None,
    start_s: float = 0.0,
    count: int | None = None,
) -> Iterator[Pixels]:
    """`count` frames (else all from `start_s` on) at `fps` (else the film's own), each the one on screen at its time.

    The last frame stands where the film ends or breaks. RenderError when nothing decodes.
    """
    pace = fps or film.fps
    if count is None:
        count = max(round((film.duration_s - start_s) * pace), 1)
    source = decoded(film, start_s)
    shown = next(source, None)
    if shown is None:
        raise RenderError(_UNREADABLE)
    coming = next(source, None)
    for index in range(count):
        # A frame is on screen from its own time on; a millisecond forgives rounded time stamps.
        moment = start_s + float(index / pace) + 1e-3
        while coming is not None and coming[0] <= moment:
            shown, coming = coming, next(source, None)
        yield shown[1]
    source.close()  # type: ignore[attr-defined]


def every_frame(film: Film) -> Iterator[Pixels]:
    """Each frame of the file once."""
    return (pixels for _, pixels in decoded(film))


def frame_at(film: Film, moment_s: float) -> Pixels:
    """The frame on screen at a time; the last one for any later."""
    moment = min(max(moment_s, 0.0), max(film.duration_s - float(1 / film.fps), 0.0))
    return next(frames(film, None, moment, 1)).copy()


def sound_of(
    film: Film, start_s: float = 0.0, duration_s: float | None = None, rate: int = RATE
) -> Array | None:
    """A part of a film's sound (else all of its length) as (count, 2) at `rate`; None for a silent film.

    Silence stands where the sound begins late, ends early or breaks; the count is exact.
    """
    if not film.has_sound:
        return None
    length = film.duration_s - start_s if duration_s is None else duration_s
    return read_sound(film.path, film.start_s + start_s, length, rate)
