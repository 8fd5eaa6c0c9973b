"""A dance rhythm of the studio's own: drums, a bass and a few notes over them, on an exact grid of beats."""

from dataclasses import dataclass

import numpy as np
import scipy

from studio.renderers.drawing.canvas import Array
from studio.renderers.films.source import RATE

_LEVEL = 0.82


@dataclass(frozen=True)
class Rhythm:
    """A bar of sixteen steps for each drum (`x` strikes, `o` softly), the bass's half tones above its root by step,
    and the notes of the tune, all in a scale over `root` Hz. `swing` delays every second step, as a share of it."""

    bpm: float
    kick: str
    snare: str
    hat: str
    bass: str
    tune: tuple[int, ...]
    root: float = 55.0
    swing: float = 0.0
    bright: float = 1.0


def beat_times(bpm: float, duration_s: float) -> list[float]:
    """When the beats fall, from 0 on."""
    gap = 60 / bpm
    return [number * gap for number in range(int(np.ceil(duration_s / gap - 1e-9)))]


def play(rhythm: Rhythm, count: int, rng: np.random.Generator) -> Array:
    """`count` samples at 48 kHz, stereo, beginning on the first beat; the last moments fade."""
    whole = np.zeros((count, 2), np.float32)
    step = 60 / rhythm.bpm / 4
    kit = {"kick": _kick(), "snare": _snare(rng), "hat": _hat(rng)}
    lines = {"kick": rhythm.kick, "snare": rhythm.snare, "hat": rhythm.hat}
    for number in range(int(count / RATE / step) + 1):
        place = number % 16
        late = rhythm.swing * step if number % 2 else 0.0
        first = round((number * step + late) * RATE)
        for name, line in lines.items():
            mark = line[place % len(line)]
            if mark != "-":
                side = 0.0 if name != "hat" else 0.18 * (-1) ** number
                _add(whole, first, kit[name] * (1.0 if mark == "x" else 0.5), side)
        tone = rhythm.bass[place % len(rhythm.bass)]
        if tone != "-":
            _add(whole, first, _bass(rhythm.root * 2 ** (int(tone, 16) / 12), step * 1.8), 0)
        if place % 2 == 0 and number >= 32:
            note = rhythm.tune[(number // 2) % len(rhythm.tune)]
            if note >= 0:
                sound = _pluck(rhythm.root * 8 * 2 ** (note / 12), rhythm.bright)
                _add(whole, first, sound, 0.3 * (-1) ** (number // 2))
    fall = min(round(0.35 * RATE), count)
    whole[-fall:] *= np.linspace(1, 0, fall, dtype=np.float32)[:, None]
    loudest = max(float(np.abs(whole).max()), 1e-6)
    pressed = np.tanh(whole * (1.5 / loudest)) * _LEVEL
    return np.asarray(scipy.signal.sosfilt(_upright(), pressed, axis=0), np.float32)


def _upright() -> Array:
    """What takes away the steady part that drums and a soft ceiling leave: a loudspeaker would lean by it."""
    return np.asarray(scipy.signal.butter(1, 12, "high", fs=RATE, output="sos"))


def _add(whole: Array, first: int, sound: Array, side: float) -> None:
    part = sound[: max(len(whole) - first, 0)]
    whole[first : first + len(part), 0] += part * np.float32(1 - side)
    whole[first : first + len(part), 1] += part * np.float32(1 + side)


def _time(seconds: float) -> Array:
    return np.arange(round(seconds * RATE), dtype=np.float32) / RATE


def _kick() -> Array:
    time = _time(0.28)
    pitch = 46 + 120 * np.exp(-time * 34)
    body = np.sin(2 * np.pi * np.cumsum(pitch) / RATE) * np.exp(-time * 13)
    return np.asarray(body + 0.25 * np.exp(-time * 900), np.float32)


def _snare(rng: np.random.Generator) -> Array:
    time = _time(0.2)
    sections = scipy.signal.butter(2, [900, 7000], "band", fs=RATE, output="sos")
    noise = scipy.signal.sosfilt(sections, rng.standard_normal(len(time)))
    tone = np.sin(2 * np.pi * 190 * time) * np.exp(-time * 34)
    return np.asarray(0.5 * noise * np.exp(-time * 24) + 0.4 * tone, np.float32)


def _hat(rng: np.random.Generator) -> Array:
    time = _time(0.07)
    sections = scipy.signal.butter(2, 7000, "high", fs=RATE, output="sos")
    noise = scipy.signal.sosfilt(sections, rng.standard_normal(len(time)))
    return np.asarray(0.2 * noise * np.exp(-time * 70), np.float32)


def _bass(hertz: float, seconds: float) -> Array:
    time = _time(seconds)
    wave = sum(np.sin(2 * np.pi * hertz * part * time) / part**1.4 for part in (1, 2, 3, 4))
    shape = np.minimum(time * 200, 1) * np.exp(-time * 4) * np.clip((seconds - time) * 60, 0, 1)
    return np.asarray(0.34 * np.asarray(wave) * shape, np.float32)


def _pluck(hertz: float, bright: float) -> Array:
    time = _time(0.3)
    wave = sum(
        np.sin(2 * np.pi * hertz * part * time) * np.exp(-time * 5 * part / bright) / part
        for part in (1, 2, 3)
    )
    return np.asarray(0.12 * np.asarray(wave) * np.exp(-time * 7), np.float32)
