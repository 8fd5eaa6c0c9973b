"""Measuring sound in tests: decoded and heard by other means than those that made it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import av
import numpy as np
import scipy.ndimage
import scipy.signal

Array = np.ndarray[Any, Any]
NAMES = ("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B")


@dataclass(frozen=True)
class Sound:
    """(channels, samples) of −1 … 1."""

    samples: Array
    rate: int
    codec: str

    @property
    def duration_s(self) -> float:
        return float(self.samples.shape[1] / self.rate)

    @property
    def mono(self) -> Array:
        return np.asarray(self.samples.mean(axis=0))


def hear(path: Path) -> Sound:
    """Decodes a file whole."""
    with av.open(str(path)) as container:
        stream = container.streams.audio[0]
        resampler = av.AudioResampler(format="fltp", layout=stream.layout.name, rate=stream.rate)
        pieces = [
            piece.to_ndarray()
            for frame in container.decode(stream)
            for piece in resampler.resample(frame)
        ]
        return Sound(np.concatenate(pieces, axis=1), stream.rate, stream.codec_context.name)


def lufs(path: Path) -> float:
    """Integrated loudness by FFmpeg's own meter."""
    with av.open(str(path)) as container:
        stream = container.streams.audio[0]
        graph = av.filter.Graph()
        source = graph.add_abuffer(template=stream)
        meter = graph.add("ebur128", "metadata=1")
        sink = graph.add("abuffersink")
        source.link_to(meter)
        meter.link_to(sink)
        graph.configure()
        heard = -70.0
        for frame in container.decode(stream):
            source.push(frame)
            while True:
                try:
                    out = sink.pull()
                except (av.BlockingIOError, av.EOFError):
                    break
                heard = float(out.metadata.get("lavfi.r128.I", heard))
        return heard


def onset_curve(sound: Sound) -> tuple[Array, float]:
    """How much the spectrum rises from frame to frame, and frames a second."""
    rate = 22050
    mono = scipy.signal.resample_poly(sound.mono, 1, sound.rate // rate)
    hop = 128
    _, _, spectrum = scipy.signal.stft(mono, rate, nperseg=1024, noverlap=1024 - hop)
    level = np.log1p(300 * np.abs(spectrum))
    rise = np.maximum(np.diff(level, axis=1), 0).mean(axis=0)
    return np.asarray(np.maximum(rise - scipy.ndimage.uniform_filter1d(rise, 60), 0)), rate / hop


def tempo_near(sound: Sound, bpm: float) -> float:
    """The strongest period of the onsets within an eighth of the one given, measured over many beats."""
    curve, rate = onset_curve(sound)
    curve = curve - curve.mean()
    size = 1 << int(np.ceil(np.log2(2 * len(curve))))
    echo = np.fft.irfft(np.abs(np.fft.rfft(curve, size)) ** 2)[: len(curve)]
    candidates = bpm * np.linspace(0.88, 1.12, 481)
    scores = np.zeros(len(candidates))
    for beats in (1, 2, 4, 8, 12, 16):
        lags = beats * 60 / candidates * rate
        scores += np.interp(lags, np.arange(len(echo)), echo, right=0) * beats**0.5
    return float(candidates[int(np.argmax(scores))])


def pulse(sound: Sound, bpm: float) -> float:
    """How strongly onsets repeat at a beat, −1 … 1."""
    curve, rate = onset_curve(sound)
    curve = curve - curve.mean()
    values = []
    for beats in (1, 2, 4):
        lag = round(beats * 60 / bpm * rate)
        best = max(
            float(np.corrcoef(curve[:-shift], curve[shift:])[0, 1])
            for shift in range(lag - 2, lag + 3)
        )
        values.append(best)
    return max(values)


def chroma(sound: Sound) -> Array:
    """How strongly each pitch class sounds, 60 Hz to 2 kHz; sums to 1."""
    rate = 11025
    mono = scipy.signal.resample_poly(sound.mono, 1, sound.rate // rate)
    freqs, _, spectrum = scipy.signal.stft(mono, rate, nperseg=8192, noverlap=6144)
    power = np.sqrt(np.abs(spectrum))
    heard = (freqs > 60) & (freqs < 2000)
    steady = scipy.ndimage.median_filter(power[heard], (1, 3))
    peaks = steady.mean(axis=1)
    peaks = np.maximum(peaks - scipy.ndimage.median_filter(peaks, 41), 0)
    classes = np.round(69 + 12 * np.log2(freqs[heard] / 440)).astype(int) % 12
    made = np.bincount(classes, weights=peaks, minlength=12)
    return np.asarray(made / made.sum())


def scale_of(sound: Sound, *, minor: bool) -> str:
    """The tonic whose scale holds most of what sounds."""
    heard = chroma(sound)
    steps = (0, 2, 3, 5, 7, 8, 10) if minor else (0, 2, 4, 5, 7, 9, 11)
    shares = [sum(heard[(tonic + step) % 12] for step in steps) for tonic in range(12)]
    return f"{NAMES[int(np.argmax(shares))]} {'minor' if minor else 'major'}"


def centroid(sound: Sound) -> float:
    """The middle of the spectrum in hertz."""
    freqs, power = scipy.signal.welch(sound.mono, sound.rate, nperseg=8192)
    return float((freqs * np.sqrt(power)).sum() / np.sqrt(power).sum())


def onsets_per_s(sound: Sound) -> float:
    """Clear beginnings of sounds a second."""
    curve, _ = onset_curve(sound)
    peaks, _ = scipy.signal.find_peaks(
        curve, height=max(0.03, 0.25 * float(np.percentile(curve, 98))), distance=8
    )
    return float(len(peaks) / sound.duration_s)


def level_db(sound: Sound, window_s: float = 0.05) -> Array:
    """Level over time in decibels below full scale."""
    size = int(window_s * sound.rate)
    count = sound.samples.shape[1] // size
    frames = sound.mono[: count * size].reshape(count, size)
    return np.asarray(20 * np.log10(np.sqrt((frames**2).mean(axis=1)) + 1e-6))


def longest_quiet_s(sound: Sound, below_db: float = -50) -> float:
    """The longest stretch without sound."""
    longest = run = 0
    for value in level_db(sound):
        run = run + 1 if value < below_db else 0
        longest = max(longest, run)
    return longest * 0.05


def width(sound: Sound) -> float:
    """Energy of the difference of the sides beside that of their sum."""
    if len(sound.samples) < 2:
        return 0.0
    left, right = sound.samples
    return float(np.mean((left - right) ** 2) / max(np.mean((left + right) ** 2), 1e-12))
