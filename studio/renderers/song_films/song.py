"""Reading a song: its samples, its onsets, beats and downbeats, its loudness and bass over time."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import av
import numpy as np
import scipy
from numpy.typing import NDArray

from studio.renderers.api import RenderError
from studio.renderers.codecs.inputs import open_media
from studio.renderers.codecs.patience import in_time
from studio.renderers.drawing.canvas import Array
from studio.renderers.song_films.beats import Beats, find_beats

_RATES = (44100, 48000)
_LONGEST_S = 15 * 60
_ANALYSIS_RATE = 22050
_WINDOW = 1024
_HOP = 220
_BANDS = 36


@dataclass(frozen=True)
class Song:
    """Samples −1 … 1 as (count, channels), one or two channels, at 44.1 or 48 kHz."""

    samples: Array
    rate: int

    @property
    def duration_s(self) -> float:
        """How long the song is."""
        return len(self.samples) / self.rate

    @cached_property
    def analysis(self) -> "Analysis":
        """What is heard in it; worked out once."""
        return analyse(self)

    def part(self, start_s: float, duration_s: float) -> Array:
        """The samples of one part, silence where the song has ended."""
        first = round(start_s * self.rate)
        count = round(duration_s * self.rate)
        piece = self.samples[first : first + count]
        return np.pad(piece, ((0, count - len(piece)), (0, 0)))


@dataclass(frozen=True)
class Analysis:
    """Curves with `frame_rate` values a second, each scaled to 0 … 1; beats in seconds of the song."""

    frame_rate: float
    onset: Array
    energy: Array
    bass: Array
    beats: Beats

    def at(self, curve: Array, time_s: float) -> float:
        """A curve's value at a time."""
        return float(np.interp(time_s * self.frame_rate, np.arange(len(curve)), curve))

    def mean(self, curve: Array, start_s: float, end_s: float) -> float:
        """A curve's mean over a span."""
        first = int(np.clip(start_s * self.frame_rate, 0, len(curve) - 1))
        last = int(np.clip(end_s * self.frame_rate, first + 1, len(curve)))
        return float(curve[first:last].mean())


def load_song(path: Path) -> Song:
    """Decodes a file's first audio stream (at most 15 minutes of it).

    RenderError when the file is no media, has no sound, or is shorter than a second.
    """
    try:
        with open_media(path, pictures=True) as container:
            if not container.streams.audio:
                raise RenderError("The file has no sound in it.")
            samples, rate = _decode(container)
    except (av.FFmpegError, ValueError, OSError) as error:
        raise RenderError(
            "The sound could not be read: the file is damaged or of an unknown kind."
        ) from error
    if len(samples) < rate:
        raise RenderError("The sound is shorter than one second; a video needs a little more.")
    return Song(samples, rate)


def _decode(container: "av.container.InputContainer") -> tuple[Array, int]:
    stream = container.streams.audio[0]
    source_rate = stream.rate or 48000
    rate = source_rate if source_rate in _RATES else 48000
    layout = "mono" if stream.channels == 1 else "stereo"
    resampler = av.AudioResampler(format="fltp", layout=layout, rate=rate)
    pieces: list[Array] = []
    count = 0
    try:
        for frame in in_time(container, stream):
            frame.pts = None
            for piece in resampler.resample(frame):
                pieces.append(piece.to_ndarray().T)
                count += len(pieces[-1])
            if count > _LONGEST_S * rate:
                break
    except av.FFmpegError:
        if count < rate:
            raise
    pieces.extend(piece.to_ndarray().T for piece in resampler.resample(None))
    if not pieces:
        raise RenderError("The sound could not be read: nothing in it decodes.")
    samples = np.ascontiguousarray(np.vstack(pieces), np.float32)
    return np.nan_to_num(samples, copy=False, nan=0.0, posinf=0.0, neginf=0.0), rate


def analyse(song: Song) -> Analysis:
    """Onsets by spectral flux over log-compressed bands, loudness and bass, then the beats."""
    mono = song.samples.mean(axis=1)
    common = int(np.gcd(_ANALYSIS_RATE, song.rate))
    sound = scipy.signal.resample_poly(mono, _ANALYSIS_RATE // common, song.rate // common).astype(
        np.float32
    )
    half = _WINDOW // 2
    sound = np.pad(sound, (half, _WINDOW))
    frames = (len(sound) - _WINDOW) // _HOP + 1
    window = scipy.signal.get_window("hann", _WINDOW).astype(np.float32)
    bands = np.zeros((frames, _BANDS), np.float32)
    loud = np.zeros(frames, np.float32)
    filters = _filters()
    view = np.lib.stride_tricks.sliding_window_view(sound, _WINDOW)[::_HOP]
    for first in range(0, frames, 2048):
        block = view[first : first + 2048] * window
        power = np.abs(scipy.fft.rfft(block, axis=1)).astype(np.float32)
        bands[first : first + len(block)] = power @ filters
        loud[first : first + len(block)] = np.sqrt((block * block).mean(axis=1))
    frame_rate = _ANALYSIS_RATE / _HOP
    level = np.log1p(bands * 4)
    rise = np.zeros_like(level)
    rise[2:] = np.maximum(level[2:] - level[:-2], 0)
    onset = rise.mean(axis=1)
    low = np.maximum(level[:, :5], 0).mean(axis=1)
    low_rise = rise[:, :7].mean(axis=1)
    local = scipy.ndimage.uniform_filter1d(onset, int(frame_rate * 1.2))
    onset = np.maximum(onset - local, 0)
    beats = find_beats(onset + 0.6 * low_rise, low_rise, level, frame_rate)
    return Analysis(
        frame_rate=frame_rate,
        onset=_scaled(onset),
        energy=_scaled(scipy.ndimage.uniform_filter1d(np.sqrt(loud), int(frame_rate * 0.5))),
        bass=_scaled(low),
        beats=beats,
    )


def _filters() -> NDArray[np.float32]:
    """Triangular bands, evenly spaced by ear from 30 Hz to 10 kHz, as (bins, bands)."""
    bins = np.fft.rfftfreq(_WINDOW, 1 / _ANALYSIS_RATE)
    mel = np.linspace(2595 * np.log10(1 + 30 / 700), 2595 * np.log10(1 + 10000 / 700), _BANDS + 2)
    edges = 700 * (10 ** (mel / 2595) - 1)
    filters = np.zeros((len(bins), _BANDS), np.float32)
    for band in range(_BANDS):
        low, middle, high = edges[band : band + 3]
        up, down = (bins - low) / (middle - low), (high - bins) / (high - middle)
        filters[:, band] = np.clip(np.minimum(up, down), 0, None)
    return np.asarray(filters / np.maximum(filters.sum(axis=0), 1e-6), np.float32)


def _scaled(curve: Array) -> Array:
    low, high = np.percentile(curve, 3), np.percentile(curve, 99)
    if high - low < 1e-6:
        return np.zeros_like(curve, np.float32)
    return np.asarray(np.clip((curve - low) / (high - low), 0, 1), np.float32)
