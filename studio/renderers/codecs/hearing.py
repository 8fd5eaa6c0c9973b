"""Hearing what people gave: any part of a file's sound, on the file's own clock."""

from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np

from studio.renderers.codecs.inputs import open_media
from studio.renderers.codecs.patience import in_time
from studio.renderers.drawing.canvas import Array

_GAP_S = 0.05
"""Time stamps that go on later than this after the sound before are a gap."""


def read_sound(path: Path, start_s: float, duration_s: float, rate: int) -> Array:
    """`duration_s` of a file's sound from `start_s` on its own clock: (count, 2) at `rate`; silence fills gaps."""
    out = np.zeros((round(duration_s * rate), 2), np.float32)
    place = 0
    try:
        with open_media(path) as container:
            if start_s > 2:
                container.seek(round((start_s - 1) * av.time_base), backward=True)
            for time_s, samples in _sounding(container, rate):
                if time_s is not None:
                    place = round((time_s - start_s) * rate)
                place = _lay(out, place, samples)
                if place >= len(out):
                    break
    except (av.FFmpegError, OSError, ValueError, IndexError):
        return out
    return out


def _sounding(
    container: "av.container.InputContainer", rate: int
) -> Iterator[tuple[float | None, Array]]:
    """The sound piece by piece, (count, 2); its first piece and each one after a gap come with their time in seconds.

    A recorder that missed something, or was paused, leaves a gap: the rest would be heard too early without it.
    """
    resampler: av.AudioResampler | None = None
    told: float | None = None
    end_s = 0.0
    for frame in in_time(container, container.streams.audio[0]):
        begin_s = end_s if frame.time is None else frame.time
        if resampler is None or begin_s - end_s > _GAP_S:
            if resampler is not None:
                yield from ((None, piece.to_ndarray().T) for piece in resampler.resample(None))
            resampler = av.AudioResampler(format="fltp", layout="stereo", rate=rate)
            told = end_s = begin_s
        end_s += frame.samples / frame.sample_rate
        frame.pts = None
        for piece in resampler.resample(frame):
            yield told, piece.to_ndarray().T
            told = None
    if resampler is not None:
        yield from ((told, piece.to_ndarray().T) for piece in resampler.resample(None))


def _lay(out: Array, place: int, samples: Array) -> int:
    """Writes samples at a place, as far as they lie inside; the place after them comes back."""
    end = place + len(samples)
    first, last = max(place, 0), min(end, len(out))
    if last > first:
        out[first:last] = np.nan_to_num(samples[first - place : last - place])
    return end
