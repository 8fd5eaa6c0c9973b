"""The sound a place makes, built from noise and tones by the words of a prompt."""

import re
from collections.abc import Callable

import numpy as np
import scipy

from studio.renderers.drawing.canvas import Array
from studio.renderers.films.source import RATE

_LEVEL = 0.075
_EDGE_S = 0.04
Layer = Callable[[int, np.random.Generator], Array]


def ambience(prompt: str, count: int, rng: np.random.Generator) -> Array:
    """`count` samples at 48 kHz, stereo, of what the words would sound like; a soft chord when none of them sounds."""
    text = prompt.lower()
    layers = [layer for pattern, layer in _LAYERS if re.search(pattern, text)][:4]
    if not layers:
        layers = [_pad, _wind]
    whole = np.zeros((count, 2), np.float32)
    for number, layer in enumerate(layers):
        whole += _even(layer(count, rng)) * np.float32(1.0 if number < 2 else 0.7)
    whole = _even(whole) * np.float32(_LEVEL)
    edge = min(round(_EDGE_S * RATE), count // 2)
    ramp = np.linspace(0, 1, edge, dtype=np.float32)[:, None]
    if edge:
        whole[:edge] *= ramp
        whole[-edge:] *= ramp[::-1]
    return np.asarray(np.tanh(whole * 1.6) / 1.6, np.float32)


def sounds_named(prompt: str) -> bool:
    """Whether any of the words sounds."""
    return any(re.search(pattern, prompt.lower()) for pattern, _ in _LAYERS)


def _even(sound: Array) -> Array:
    level = float(np.sqrt((sound * sound).mean())) if len(sound) else 0.0
    return sound / np.float32(level) if level > 1e-6 else sound


def _noise(count: int, rng: np.random.Generator) -> Array:
    return rng.standard_normal((count, 2), dtype=np.float32)


def _band(sound: Array, low: float | None, high: float | None, order: int = 2) -> Array:
    kind = "band" if low and high else "low" if high else "high"
    edges = [low, high] if low and high else high or low
    sections = scipy.signal.butter(order, edges, kind, fs=RATE, output="sos")
    return np.asarray(scipy.signal.sosfilt(sections, sound, axis=0), np.float32)


def _slow(count: int, rng: np.random.Generator, every_s: float) -> Array:
    """A curve that wanders between 0 and 1, a new aim every so many seconds."""
    knots = rng.random(int(count / RATE / every_s) + 4).astype(np.float32)
    place = np.arange(count, dtype=np.float32) / (RATE * every_s) + np.float32(rng.random())
    left = place.astype(np.int64)
    t = place - left
    t = t * t * (3 - 2 * t)
    return np.asarray(knots[left] * (1 - t) + knots[left + 1] * t, np.float32)[:, None]


def _grains(
    count: int,
    rng: np.random.Generator,
    rate_hz: float,
    make: Callable[[np.random.Generator], Array],
) -> Array:
    """Single short sounds at random moments and places between the ears."""
    whole = np.zeros((count, 2), np.float32)
    for _ in range(min(int(rng.poisson(max(count / RATE * rate_hz, 0.5))), 6000)):
        grain = make(rng)
        first = int(rng.integers(0, max(count - 1, 1)))
        part = grain[: count - first]
        side = float(rng.uniform(0.2, 0.8))
        whole[first : first + len(part), 0] += part * (1 - side)
        whole[first : first + len(part), 1] += part * side
    return whole


def _wind(count: int, rng: np.random.Generator) -> Array:
    low, high = _band(_noise(count, rng), 90, 420), _band(_noise(count, rng), 420, 1400)
    gust = _slow(count, rng, 1.7)
    return np.asarray(low * (0.35 + gust) + 0.4 * high * gust**2, np.float32)


def _waves(count: int, rng: np.random.Generator) -> Array:
    time = np.arange(count, dtype=np.float32)[:, None] / RATE
    swell = (0.5 + 0.5 * np.sin(2 * np.pi * time / 5.7 + float(rng.uniform(0, 6)))) ** 2.2
    wash = (0.5 + 0.5 * np.sin(2 * np.pi * time / 4.1 + float(rng.uniform(0, 6)))) ** 3
    deep, foam = _band(_noise(count, rng), 60, 500), _band(_noise(count, rng), 900, 5200)
    return np.asarray(deep * (0.5 + swell) + 0.35 * foam * (0.12 + swell + 0.5 * wash), np.float32)


def _rain(count: int, rng: np.random.Generator) -> Array:
    def drop(chance: np.random.Generator) -> Array:
        time = np.arange(round(0.012 * RATE)) / RATE
        return np.asarray(
            np.sin(2 * np.pi * float(chance.uniform(1800, 4200)) * time) * np.exp(-time * 420)
        ) * float(chance.uniform(0.3, 1.6))

    return np.asarray(
        0.5 * _band(_noise(count, rng), 1100, 9000) + _grains(count, rng, 90, drop), np.float32
    )


def _thunder(count: int, rng: np.random.Generator) -> Array:
    def roll(chance: np.random.Generator) -> Array:
        length = round(float(chance.uniform(2.0, 3.4)) * RATE)
        time = np.arange(length, dtype=np.float32) / RATE
        rumble = _band(chance.standard_normal((length, 1), dtype=np.float32), 30, 160)[:, 0]
        return np.asarray(rumble * np.minimum(time * 9, 1) * np.exp(-time * 1.3) * 7)

    return _grains(count, rng, 0.28, roll)


def _fire(count: int, rng: np.random.Generator) -> Array:
    def crack(chance: np.random.Generator) -> Array:
        length = round(0.02 * RATE)
        time = np.arange(length) / RATE
        return np.asarray(
            chance.standard_normal(length) * np.exp(-time * float(chance.uniform(200, 700)))
        ) * float(chance.uniform(0.5, 4))

    glow = _band(_noise(count, rng), 50, 240) * (0.5 + _slow(count, rng, 0.7))
    return np.asarray(glow + _band(_grains(count, rng, 16, crack), 500, 7000), np.float32)


def _birds(count: int, rng: np.random.Generator) -> Array:
    def song(chance: np.random.Generator) -> Array:
        notes = []
        pitch = float(chance.uniform(2300, 4300))
        for _ in range(int(chance.integers(2, 6))):
            time = np.arange(round(float(chance.uniform(0.05, 0.13)) * RATE)) / RATE
            bend = 1 + float(chance.uniform(-0.2, 0.25)) * time / time[-1]
            tone = np.sin(2 * np.pi * np.cumsum(pitch * bend) / RATE)
            notes += [tone * np.hanning(len(time)), np.zeros(round(0.05 * RATE))]
        return np.asarray(np.concatenate(notes) * float(chance.uniform(0.2, 0.8)))

    return np.asarray(_grains(count, rng, 0.9, song) + 0.03 * _wind(count, rng), np.float32)


def _crickets(count: int, rng: np.random.Generator) -> Array:
    time = np.arange(count, dtype=np.float32)[:, None] / RATE
    whole = np.zeros((count, 2), np.float32)
    for pitch, beat in ((4200, 13.0), (4650, 11.2), (3900, 15.3)):
        chirp = np.clip(np.sin(2 * np.pi * beat * time), 0, 1) ** 2
        bouts = np.clip(_slow(count, rng, 0.8) * 2 - 0.7, 0, 1)
        side = (
            np.array([1.0, 0.4], np.float32) if pitch > 4100 else np.array([0.4, 1.0], np.float32)
        )
        whole += (np.sin(2 * np.pi * pitch * time) * chirp * bouts * side).astype(np.float32)
    return whole + 0.1 * _wind(count, rng)


def _city(count: int, rng: np.random.Generator) -> Array:
    hum = _band(_noise(count, rng), 40, 220)
    passing = _band(_noise(count, rng), 250, 1600) * np.clip(_slow(count, rng, 1.6) * 2 - 0.9, 0, 1)
    return np.asarray(hum + 0.7 * passing, np.float32)


def _stream(count: int, rng: np.random.Generator) -> Array:
    def bubble(chance: np.random.Generator) -> Array:
        time = np.arange(round(0.05 * RATE)) / RATE
        pitch = float(chance.uniform(350, 900)) * (1 + 4 * time)
        return np.asarray(np.sin(2 * np.pi * pitch * time) * np.exp(-time * 70)) * 0.8

    return np.asarray(
        0.4 * _band(_noise(count, rng), 500, 3500) + _grains(count, rng, 30, bubble), np.float32
    )


def _engine(count: int, rng: np.random.Generator) -> Array:
    pitch = 62 + 14 * _slow(count, rng, 2.0)[:, 0]
    phase = np.cumsum(pitch / RATE)
    tone = sum(np.sin(2 * np.pi * phase * part) / part for part in (1, 2, 3, 4, 6))
    return np.asarray(
        np.asarray(tone)[:, None] + 0.6 * _band(_noise(count, rng), 80, 900), np.float32
    )


def _pad(count: int, rng: np.random.Generator) -> Array:
    time = np.arange(count, dtype=np.float32) / RATE
    root = 110 * 2 ** (int(rng.integers(0, 8)) / 12)
    whole = np.zeros((count, 2), np.float32)
    for ratio in (1, 1.5, 2, 2.5, 3):
        for side in (0, 1):
            pitch = root * ratio * (1 + (0.0011 if side else -0.0011))
            swell = 0.6 + 0.4 * np.sin(2 * np.pi * time / (5 + ratio) + ratio + side)
            whole[:, side] += (np.sin(2 * np.pi * pitch * time) * swell / ratio).astype(np.float32)
    return whole


_LAYERS: tuple[tuple[str, Layer], ...] = (
    (r"\b(sea|ocean|waves?|beach|surf|coast|shore|cliffs?|lighthouse|sail|harbou?r)\b", _waves),
    (r"\b(rain|rainy|drizzle|downpour|storm|stormy)\b", _rain),
    (r"\b(thunder|lightning|storm|stormy|tempest)\b", _thunder),
    (r"\b(fire|flames?|campfire|fireplace|candles?|torch|burning|lava|volcano)\b", _fire),
    (r"\b(river|stream|creek|waterfall|fountain|brook|lake|pond|underwater|bubbles)\b", _stream),
    (r"\b(birds?|forest|meadow|garden|morning|dawn|spring|woods?|trees?|jungle)\b", _birds),
    (r"\b(crickets|night|dusk|evening|moonlit|moon|fireflies|firefly)\b", _crickets),
    (r"\b(city|street|traffic|downtown|urban|skyline|crowd|market|subway|station)\b", _city),
    (r"\b(car|truck|engine|driv(es?|ing)|motorcycle|train|spaceship|rocket|boat|plane)\b", _engine),
    (r"\b(wind|windy|breeze|gust|desert|dunes?|mountains?|snow|blizzard|clouds?|sky|fog|mist)\b", _wind),
)  # fmt: skip
