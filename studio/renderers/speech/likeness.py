"""Coming near to a recorded voice: its pitch, pace and colour. The voice itself is not copied, and the notes say so."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
import scipy

from studio.renderers.api import RenderError
from studio.renderers.drawing.canvas import Array
from studio.renderers.speech.engine import RATE
from studio.renderers.speech.voices import Speaker

_LONGEST_S, _SHORTEST_S = 30.0, 3.0
_EDGES = (120, 250, 500, 1000, 2000, 3500, 6000, 9500)
_MOST_DB = 7.0
_SPLIT_HZ = 158.0
_USUAL_SYLLABLES, _USUAL_PACE = 4.2, 165


@dataclass(frozen=True)
class Likeness:
    """What is known of a recorded voice: median pitch in hertz, syllables a second, level of each band in decibels."""

    pitch_hz: float
    syllables_s: float
    colour_db: Array


def listen(sound: Array, rate: int) -> Likeness:
    """Measures a recording, (samples,) of one person; what lies past thirty seconds is left out."""
    if len(sound) < _SHORTEST_S * rate:
        raise RenderError(
            "The recording is shorter than three seconds; a voice needs a little more."
        )
    mono = scipy.signal.resample_poly(sound[: int(_LONGEST_S * rate)], RATE // 50, rate // 50)
    pitch = pitch_of(mono)
    if pitch is None:
        raise RenderError("No voice is heard in the recording.")
    return Likeness(pitch, _syllables(mono), colour_of(mono))


def pitch_of(mono: Array) -> float | None:
    """The median pitch of voiced moments in hertz at 22 050 samples a second; None when nothing is voiced."""
    size, hop = 1024, 512
    if len(mono) < size:
        return None
    frames = np.lib.stride_tricks.sliding_window_view(mono, size)[::hop]
    level = np.sqrt((frames**2).mean(axis=1))
    frames = frames[level > 0.3 * np.percentile(level, 90)]
    frames = (frames - frames.mean(axis=1, keepdims=True)) * np.hanning(size)
    echo = np.fft.irfft(np.abs(np.fft.rfft(frames, 2 * size, axis=1)) ** 2, axis=1)[:, :size]
    window = np.fft.irfft(np.abs(np.fft.rfft(np.hanning(size), 2 * size)) ** 2)[:size]
    echo = echo / np.maximum(echo[:, :1], 1e-9) * (window[0] / np.maximum(window, 1e-3))
    low, high = int(RATE / 380), int(RATE / 65)
    best = echo[:, low:high].argmax(axis=1) + low
    sure = echo[np.arange(len(best)), best] > 0.55
    return float(RATE / np.median(best[sure])) if sure.sum() >= 5 else None


def _syllables(mono: Array) -> float:
    hop = RATE // 100
    power = (mono[: len(mono) // hop * hop].reshape(-1, hop) ** 2).mean(axis=1)
    level = scipy.ndimage.gaussian_filter1d(np.sqrt(power), 3)
    peaks, _ = scipy.signal.find_peaks(level, prominence=0.12 * level.max(), distance=10)
    spoken = float((level > 0.12 * level.max()).sum()) / 100
    return float(len(peaks)) / max(spoken, 0.5)


def colour_of(mono: Array) -> Array:
    """The level of each band beside their mean, in decibels."""
    freqs, power = scipy.signal.welch(mono, RATE, nperseg=2048)
    bands = [power[(freqs >= low) & (freqs < high)].mean() for low, high in pairwise(_EDGES)]
    made = 10 * np.log10(np.maximum(bands, 1e-12))
    return np.asarray(made - made.mean())


def matched(likeness: Likeness, say: Callable[[Speaker], Array]) -> Speaker:
    """The engine's nearest speaker: the throat by pitch, then pace, then pitch tried until it fits."""
    high = likeness.pitch_hz > _SPLIT_HZ
    pace = _USUAL_PACE * np.clip(likeness.syllables_s / _USUAL_SYLLABLES, 0.65, 1.5)
    speaker = Speaker("f2" if high else "m3", 50, 48, round(float(pace)))
    below, above = 0, 99
    for _ in range(6):
        heard = pitch_of(say(speaker))
        if heard is None or abs(heard / likeness.pitch_hz - 1) < 0.03:
            break
        if heard < likeness.pitch_hz:
            below = speaker.pitch
        else:
            above = speaker.pitch
        if above - below <= 1:
            break
        speaker = replace(speaker, pitch=(below + above) // 2)
    return speaker


def coloured(mono: Array, likeness: Likeness) -> Array:
    """The sound with its bands moved towards those of the recording."""
    change = np.clip(likeness.colour_db - colour_of(mono), -_MOST_DB, _MOST_DB)
    middles = np.sqrt(np.array(_EDGES[:-1]) * np.array(_EDGES[1:]))
    freqs = np.concatenate([[0.0], middles, [RATE / 2]])
    gains = 10 ** (np.concatenate([[change[0]], change, [change[-1]]]) / 20)
    taps = scipy.signal.firwin2(513, freqs, gains, fs=RATE)
    return np.asarray(scipy.signal.fftconvolve(mono, taps, "same"), np.float32)
