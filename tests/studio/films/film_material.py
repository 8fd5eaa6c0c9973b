"""Films made for the tests of the film tools, and what is measured on their results."""

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import av
import numpy as np

from studio.renderers.codecs.encode import MovieWriter

RATE = 48_000
Paint = Callable[[int], Any]


def plain(colour: tuple[int, int, int], size: tuple[int, int] = (192, 128)) -> Paint:
    """Every frame one colour, a little lighter at the right."""
    slope = np.linspace(-12, 12, size[0])[None, :, None]
    frame = np.clip(np.zeros((size[1], size[0], 3)) + colour + slope, 0, 255).astype(np.uint8)
    return lambda index: frame


def moving_square(size: tuple[int, int] = (192, 128), step: int = 3) -> Paint:
    """A bright square that goes right over a mottled ground."""
    rng = np.random.default_rng(2)
    coarse = rng.integers(40, 120, (size[1] // 8, size[0] // 8, 3)).astype(np.uint8)
    ground = np.kron(coarse, np.ones((8, 8, 1), np.uint8))

    def paint(index: int) -> Any:
        frame = ground.copy()
        left = 16 + index * step % (size[0] - 64)
        frame[40:80, left : left + 32] = (240, 210, 60)
        return frame

    return paint


def tone(hertz: float, seconds: float, loud: float = 0.4) -> Any:
    """A sine that swells, stereo."""
    time = np.arange(round(seconds * RATE)) / RATE
    wave = loud * np.sin(2 * np.pi * hertz * time) * (0.6 + 0.4 * np.sin(2 * np.pi * 0.7 * time))
    return np.stack([wave, wave], -1).astype(np.float32)


def write_film(
    path: Path,
    paint: Paint,
    frames: int,
    fps: int = 16,
    *,
    size: tuple[int, int] = (192, 128),
    sound: Any = None,
) -> Path:
    """A film of painted frames."""
    with MovieWriter(path, *size, fps, sound=sound, rate=RATE, quality=14) as movie:
        for index in range(frames):
            movie.add(paint(index))
    return path


def facts(path: Path) -> dict[str, Any]:
    """Codecs, size, pace, count of frames and lengths, as a player sees them."""
    with av.open(str(path)) as container:
        video: Any = container.streams.video[0]
        audio: Any = container.streams.audio[0] if container.streams.audio else None
        told = {
            "codec": video.codec_context.name,
            "audio": audio.codec_context.name if audio else None,
            "size": (video.width, video.height),
            "fps": float(video.average_rate or 0),
            "duration": float((video.duration or 0) * video.time_base),
            "sound_s": float((audio.duration or 0) * audio.time_base) if audio else None,
        }
        told["frames"] = sum(1 for _ in container.decode(video))
    data = path.read_bytes()
    told["faststart"] = data.index(b"moov") < data.index(b"mdat")
    return told


def alike(one: Any, other: Any) -> float:
    """How closely one sound follows another, 1 for the same."""
    count = min(len(one), len(other))
    return float(np.corrcoef(one[:count], other[:count])[0, 1])


def distance(one: Any, other: Any) -> float:
    """Mean difference of two pictures, in levels."""
    return float(np.abs(one.astype(np.float32) - other.astype(np.float32)).mean())


def write_uneven(
    path: Path,
    frames: list[Any],
    times: list[float],
    sound: Any,
    missed: tuple[float, float] = (0.0, 0.0),
) -> Path:
    """A film as phones and screen recorders make them: frames shown from `times` (seconds) on, and stereo `sound`.

    The last time is the film's end; from one second to the other of `missed` no sound was recorded.
    """
    with av.open(str(path), "w") as container:
        video: Any = container.add_stream("libx264", rate=24)
        video.height, video.width = frames[0].shape[:2]
        video.pix_fmt, video.options = "yuv420p", {"crf": "12"}
        video.codec_context.time_base = video.time_base = Fraction(1, 1000)
        video.codec_context.max_b_frames = 0
        audio: Any = container.add_stream("aac", rate=RATE, layout="stereo")
        for pixels, (time, end) in zip(frames, pairwise(times), strict=True):
            frame = av.VideoFrame.from_ndarray(pixels, format="rgb24")
            frame.pts, frame.time_base = round(time * 1000), Fraction(1, 1000)
            frame.duration = round(end * 1000) - frame.pts
            container.mux(video.encode(frame))
        container.mux(video.encode(None))
        for first in range(0, len(sound), 1024):
            if missed[0] <= first / RATE < missed[1]:
                continue
            part = np.ascontiguousarray(sound[first : first + 1024].T)
            heard = av.AudioFrame.from_ndarray(part, "fltp", "stereo")
            heard.sample_rate, heard.pts, heard.time_base = RATE, first, Fraction(1, RATE)
            container.mux(audio.encode(heard))
        container.mux(audio.encode(None))
    return path


def shown_at(path: Path) -> list[float]:
    """When each frame is shown, in seconds."""
    with av.open(str(path)) as container:
        return [float(frame.time or 0) for frame in container.decode(video=0)]
