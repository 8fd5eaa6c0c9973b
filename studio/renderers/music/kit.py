"""Drums and other unpitched sounds, made from sines that fall and noise that fades."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import scipy

from studio.renderers.drawing.canvas import Array
from studio.renderers.music.tones import RATE, sections

_METAL = (1.0, 1.483, 1.932, 2.546, 2.63, 3.897, 4.61, 5.83)


@dataclass(frozen=True)
class Drum:
    """One sound: a recipe with its numbers. `pan` −1 … 1, `send` to the room, `gain` beside the others."""

    make: Callable[..., Array]
    numbers: tuple[float, ...]
    gain: float = 1.0
    pan: float = 0.0
    send: float = 0.1


def _seconds(length_s: float) -> Array:
    return np.arange(int(length_s * RATE)) / RATE


def _noise(count: int, low: float, high: float, rng: np.random.Generator) -> Array:
    band = sections(2, (low, min(high, 20000)), "bandpass")
    made = scipy.signal.sosfilt(band, rng.standard_normal(count))
    return np.asarray(made / (np.abs(made).max() + 1e-9))


def _thump(
    rng: np.random.Generator, low: float, high: float, fall_s: float, ring_s: float, click: float
) -> Array:
    """A skin: its pitch falls from `high` to `low` hertz, it rings for `ring_s`; `click` is the beater."""
    at = _seconds(ring_s * 5)
    phase = low * at + (high - low) * fall_s * (1 - np.exp(-at / fall_s))
    body = np.sin(2 * np.pi * phase) * np.exp(-at / ring_s)
    return np.asarray(
        body + click * _noise(len(at), 1500, 9000, rng) * np.exp(-at / 0.004), np.float32
    )


def _snare(
    rng: np.random.Generator, tone: float, ring_s: float, rattle_s: float, low: float, body: float
) -> Array:
    """A skin of `tone` hertz over wires that rattle for `rattle_s`."""
    at = _seconds(max(rattle_s, ring_s) * 6)
    skin = np.sin(2 * np.pi * (tone * at + 0.6 * np.exp(-at / 0.02))) * np.exp(-at / ring_s)
    skin = skin + 0.5 * np.sin(2 * np.pi * tone * 1.58 * at) * np.exp(-at / (ring_s * 0.7))
    wires = _noise(len(at), low, 11000, rng) * np.exp(-at / rattle_s)
    return np.asarray(body * skin + wires, np.float32)


def _clap(rng: np.random.Generator, centre: float, tail_s: float) -> Array:
    """Hands: three bursts and a tail."""
    at = _seconds(tail_s * 6)
    shape = np.exp(-at / tail_s) * 0.7
    for start in (0.0, 0.011, 0.021):
        after = at - start
        shape = shape + np.where(after >= 0, np.exp(-np.clip(after, 0, None) / 0.005), 0)
    return np.asarray(_noise(len(at), centre * 0.6, centre * 3.2, rng) * shape, np.float32)


def _metal(
    rng: np.random.Generator, base: float, ring_s: float, low: float, tone: float, rise_s: float
) -> Array:
    """A cymbal: inharmonic squares over noise, above `low` hertz."""
    at = _seconds(ring_s * 5)
    squares = sum(np.sign(np.sin(2 * np.pi * base * ratio * at)) for ratio in _METAL)
    noise = rng.standard_normal(len(at))
    made = scipy.signal.sosfilt(
        sections(3, low, "highpass"), tone * np.asarray(squares) / 4 + noise
    )
    shape = np.exp(-at / ring_s) * (1 - np.exp(-at / max(rise_s, 1e-4)))
    return np.asarray(made * shape, np.float32)


def _shaker(rng: np.random.Generator, low: float, length_s: float) -> Array:
    """Grains, swelling and gone."""
    at = _seconds(length_s)
    return np.asarray(
        _noise(len(at), low, 16000, rng) * np.sin(np.pi * at / length_s) ** 1.5, np.float32
    )


def _knock(rng: np.random.Generator, tone: float, ring_s: float, noise: float) -> Array:
    """Wood, rim, clave or block."""
    at = _seconds(ring_s * 6)
    made = np.sin(2 * np.pi * tone * at) + 0.6 * np.sin(2 * np.pi * tone * 1.504 * at)
    grain = noise * _noise(len(at), 1200, 9000, rng) * np.exp(-at / 0.008)
    return np.asarray(made * np.exp(-at / ring_s) + grain, np.float32)


def _pixel(rng: np.random.Generator, step: float, length_s: float, high: float) -> Array:
    """Noise of an old game machine: random levels held for `step` samples, or a falling square with `high` hertz."""
    at = _seconds(length_s)
    if high:
        phase = high * 0.03 * (1 - np.exp(-at / 0.03)) + 45 * at
        made = np.sign(np.sin(2 * np.pi * phase))
    else:
        made = np.repeat(rng.choice([-1.0, 1.0], len(at) // int(step) + 1), int(step))[: len(at)]
    return np.asarray(made * np.exp(-at / (length_s / 4)), np.float32)


def _swell(rng: np.random.Generator, length_s: float, low: float, high: float) -> Array:
    """Noise that rises: what leads into a new part."""
    at = _seconds(length_s)
    return np.asarray(_noise(len(at), low, high, rng) * (at / length_s) ** 2.5, np.float32)


def _crackle(rng: np.random.Generator, length_s: float) -> Array:
    """An old record: hiss and sparse clicks."""
    at = _seconds(length_s)
    clicks = np.where(rng.random(len(at)) < 0.0003, rng.standard_normal(len(at)) * 5, 0)
    noise = clicks * 2 + rng.standard_normal(len(at)) * 0.12
    made = scipy.signal.sosfilt(sections(1, (400, 7000), "bandpass"), noise)
    edge = np.clip(np.minimum(at, length_s - at) * 8, 0, 1)
    return np.asarray(made * edge, np.float32)


DRUMS: dict[str, Drum] = {
    "kick": Drum(_thump, (52, 150, 0.03, 0.11, 0.5), 1.0, send=0.03),
    "rock kick": Drum(_thump, (56, 190, 0.022, 0.09, 0.9), 1.05, send=0.06),
    "soft kick": Drum(_thump, (58, 110, 0.03, 0.1, 0.12), 0.8, send=0.08),
    "house kick": Drum(_thump, (49, 260, 0.028, 0.14, 0.7), 1.2, send=0.0),
    "tight kick": Drum(_thump, (58, 320, 0.014, 0.06, 1.1), 1.0, send=0.0),
    "boom kick": Drum(_thump, (44, 140, 0.035, 0.26, 0.4), 1.15, send=0.02),
    "snare": Drum(_snare, (190, 0.06, 0.075, 1300, 0.7), 0.8, send=0.16),
    "rock snare": Drum(_snare, (178, 0.08, 0.1, 1000, 0.9), 0.95, send=0.24),
    "crisp snare": Drum(_snare, (215, 0.045, 0.055, 1700, 0.6), 0.85, send=0.12),
    "big snare": Drum(_snare, (170, 0.09, 0.16, 900, 0.8), 0.95, send=0.6),
    "brush": Drum(_snare, (230, 0.02, 0.07, 2200, 0.1), 0.4, send=0.2),
    "dusty snare": Drum(_snare, (182, 0.07, 0.06, 900, 1.0), 0.75, send=0.14),
    "clap": Drum(_clap, (1250, 0.055), 0.75, send=0.25),
    "snap": Drum(_clap, (2100, 0.02), 0.5, 0.1, send=0.3),
    "rim": Drum(_knock, (820, 0.014, 0.5), 0.5, -0.15, send=0.2),
    "hat": Drum(_metal, (410, 0.022, 7000, 0.6, 0.0005), 0.3, 0.2, send=0.03),
    "open hat": Drum(_metal, (405, 0.14, 6500, 0.6, 0.0005), 0.3, 0.2, send=0.05),
    "ride": Drum(_metal, (520, 0.32, 5200, 1.1, 0.001), 0.24, -0.25, send=0.1),
    "crash": Drum(_metal, (330, 0.75, 3200, 0.4, 0.002), 0.42, -0.2, send=0.25),
    "swell": Drum(_swell, (1.6, 1500, 12000), 0.25, send=0.5),
    "high tom": Drum(_thump, (150, 230, 0.05, 0.14, 0.3), 0.8, 0.3, send=0.2),
    "low tom": Drum(_thump, (95, 160, 0.05, 0.2, 0.3), 0.9, -0.3, send=0.2),
    "shaker": Drum(_shaker, (5000, 0.075), 0.22, -0.35, send=0.08),
    "tambourine": Drum(_metal, (900, 0.06, 7500, 0.8, 0.004), 0.26, 0.35, send=0.15),
    "conga": Drum(_thump, (205, 245, 0.02, 0.1, 0.35), 0.6, 0.3, send=0.18),
    "low conga": Drum(_thump, (150, 180, 0.02, 0.14, 0.25), 0.65, 0.15, send=0.18),
    "clave": Drum(_knock, (2450, 0.025, 0.1), 0.32, -0.4, send=0.3),
    "block": Drum(_knock, (1050, 0.02, 0.1), 0.4, 0.4, send=0.25),
    "taiko": Drum(_thump, (62, 120, 0.05, 0.3, 0.5), 0.8, send=0.4),
    "timpani": Drum(_thump, (82, 92, 0.08, 0.5, 0.12), 0.36, -0.1, send=0.5),
    "chip kick": Drum(_pixel, (1, 0.12, 420), 0.7, send=0.0),
    "chip snare": Drum(_pixel, (5, 0.16, 0), 0.55, send=0.0),
    "chip hat": Drum(_pixel, (1, 0.05, 0), 0.2, send=0.0),
    "crackle": Drum(_crackle, (4.0,), 0.1, send=0.0),
    "stomp": Drum(_thump, (70, 120, 0.02, 0.07, 0.5), 0.9, send=0.2),
}


@lru_cache(maxsize=256)
def drum_sound(name: str, take: int) -> Array:
    """One hit, its loudest sample at 1; takes differ a little, as hands do. The array is shared: do not write to it."""
    drum = DRUMS[name]
    rng = np.random.default_rng((sum(name.encode()), take))
    made = drum.make(rng, *drum.numbers)
    tail = min(len(made), 400)
    made[-tail:] *= np.linspace(1, 0, tail)
    return np.asarray(made / (np.abs(made).max() + 1e-9), np.float32)
