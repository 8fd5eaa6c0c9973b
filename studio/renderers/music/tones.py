"""Pitched sounds by adding partials. All partials of a note are one matrix product, so a note costs little."""

import math
import zlib
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import scipy

from studio.renderers.drawing.canvas import Array

RATE = 44100
_BLOCK = 256
_TWO_PI = 2 * np.pi
_VOWELS = (  # first three formants of a, e, i, o, u, in hertz
    (800, 1150, 2900),
    (480, 1900, 2600),
    (320, 2300, 3100),
    (480, 850, 2700),
    (340, 700, 2550),
)


@dataclass(frozen=True)
class Voice:
    """How an instrument sounds.

    Partials fall by 1/k^`rolloff`, even ones times `even`, then by a low-pass at `cut` hertz (times the pitch's ratio
    to middle C to the power `follow`). `decay_s` is the time constant at middle C (0 sustains), `tilt` makes high
    partials die sooner. `sweep_s` lets an opening brightness up to `open` hertz fade. `detune` lists the cents of
    unison voices. `noise` is breath or hammer, dying in `noise_s` (0: with the note). Times in seconds.
    """

    rolloff: float = 1.0
    even: float = 1.0
    cut: float = 4000
    follow: float = 0.5
    decay_s: float = 0.0
    tilt: float = 0.0
    open: float = 0.0
    sweep_s: float = 0.12
    detune: tuple[float, ...] = (0.0,)
    stereo: float = 0.0
    attack_s: float = 0.004
    release_s: float = 0.06
    noise: float = 0.0
    noise_s: float = 0.02
    noise_hz: float = 3000
    vibrato: float = 0.0
    vibrato_hz: float = 5.2
    drive: float = 0.0
    cabinet_hz: float = 0.0
    ratios: tuple[float, ...] = ()
    strengths: tuple[float, ...] = ()
    stretch: float = 0.0
    pluck: float = 0.0
    stack: tuple[int, ...] = (0,)
    partials: int = 48
    sings: bool = False
    shift: int = 0


@lru_cache(maxsize=256)
def sections(order: int, edges: float | tuple[float, float], kind: str) -> Array:
    """A Butterworth filter in second-order sections, not to be changed. A piece asks for the same few with every note,
    and to work one out takes as long as many a note.
    """
    made: Array = scipy.signal.butter(order, edges, kind, fs=RATE, output="sos")
    return made


def hertz(pitch: float) -> float:
    """The frequency of a pitch."""
    return float(440 * 2 ** ((pitch - 69) / 12))


def sounding(voice: Voice, pitch: int, count: int, colour: int) -> Array:
    """`count` samples of one pitch, (channels, samples), its loudest 60 ms at level 1 (root mean square).

    `colour` chooses the vowel where the voice sings; elsewhere it is a different take of the same note.
    """
    rng = np.random.default_rng(zlib.crc32(f"{pitch} {colour}".encode()))
    sides = [_side(voice, pitch + voice.shift, count, colour, side, rng) for side in _sides(voice)]
    wave = np.stack(sides)
    if voice.drive:
        wave = np.tanh(wave / _level(wave) * voice.drive)
    if voice.cabinet_hz:
        wave = scipy.signal.sosfilt(sections(2, (75, voice.cabinet_hz), "bandpass"), wave, axis=1)
    ramp = min(max(int(voice.attack_s * RATE), 8), count)
    wave[:, :ramp] *= np.sin(np.linspace(0, np.pi / 2, ramp)) ** 2
    return np.asarray(wave / _level(wave), np.float32)


def _sides(voice: Voice) -> tuple[float, ...]:
    return (-1.0, 1.0) if voice.stereo else (0.0,)


def _level(wave: Array) -> float:
    reach = min(int(0.06 * RATE), wave.shape[1])
    count = max(wave.shape[1] // reach, 1)
    frames = wave[:, : count * reach].reshape(len(wave), count, reach)
    return float(max(np.sqrt((frames**2).mean(axis=(0, 2))).max(), 1e-6))


def _side(
    voice: Voice, pitch: int, count: int, colour: int, side: float, rng: np.random.Generator
) -> Array:
    freqs, amps, taus = [], [], []
    for interval in voice.stack:
        base = hertz(pitch + interval)
        for cents in voice.detune:
            shift = cents * (1 + 0.4 * voice.stereo * side) + 3 * voice.stereo * side
            own = _partials(voice, base * 2 ** (shift / 1200), base, colour)
            freqs.append(own[0])
            amps.append(own[1])
            taus.append(own[2])
    all_freqs, all_amps = np.concatenate(freqs), np.concatenate(amps)
    free = bool(voice.stereo) or len(voice.detune) > 1
    phases = rng.uniform(0, _TWO_PI, len(all_freqs)) if free else np.zeros(len(all_freqs))
    wave = add_partials(all_freqs, all_amps, np.concatenate(taus), phases, count)
    if voice.noise:
        wave += _breath(voice, count, rng) * voice.noise * float(np.abs(wave).max())
    return _wavering(wave, voice, side) if voice.vibrato else wave


def _partials(voice: Voice, freq: float, base: float, colour: int) -> tuple[Array, Array, Array]:
    """Frequencies, strengths and time constants of one string, pipe or oscillator."""
    if voice.ratios:
        ratios = np.array(voice.ratios)
        freqs, amps = freq * ratios, np.array(voice.strengths)
        order = ratios
    else:
        order = np.arange(1, max(min(voice.partials, int(15000 / freq)), 1) + 1, dtype=float)
        freqs = freq * order * np.sqrt(1 + voice.stretch * order**2)
        amps = order**-voice.rolloff * np.where(order % 2 == 0, voice.even, 1.0)
        if voice.pluck:
            amps = amps * np.abs(np.sin(np.pi * order * voice.pluck)) + 1e-4
    if voice.sings:
        amps = amps * _formants(freqs, colour)
    key = (base / 261.6) ** voice.follow
    dark = amps / (1 + (freqs / (voice.cut * key)) ** 4)
    still = voice.decay_s or 1e6
    taus = still * (261.6 / base) ** (0.45 if voice.decay_s else 0) / (1 + voice.tilt * (order - 1))
    if voice.open:
        bright = amps / (1 + (freqs / (voice.open * key)) ** 4) - dark
        quick = np.minimum(voice.sweep_s, taus)
        freqs, dark = np.concatenate([freqs, freqs]), np.concatenate([dark, bright])
        taus = np.concatenate([taus, quick])
    heard = freqs < 17000
    return freqs[heard], dark[heard], taus[heard]


def _formants(freqs: Array, colour: int) -> Array:
    peaks = _VOWELS[colour % len(_VOWELS)]
    gain = 0.02 + np.zeros(len(freqs))
    for peak, width, height in zip(peaks, (90, 130, 220), (1.0, 0.6, 0.25), strict=True):
        gain += height / (1 + ((freqs - peak) / width) ** 2)
    return np.asarray(gain)


def add_partials(freqs: Array, amps: Array, taus: Array, phases: Array, count: int) -> Array:
    """The sum of decaying sines: sample a·256 + b is Im(A·B), so all of them are one matrix product."""
    poles = -1 / (taus * RATE) + 1j * _TWO_PI * freqs / RATE
    blocks = -(-count // _BLOCK)
    coarse = _turns(poles * _BLOCK, blocks) * (amps * np.exp(1j * phases))
    fine = _turns(poles, _BLOCK).T
    left = np.hstack([coarse.real, coarse.imag]).astype(np.float32)
    right = np.vstack([fine.imag, fine.real]).astype(np.float32)
    return np.asarray((left @ right).ravel()[:count], np.float32)


def _turns(poles: Array, count: int) -> Array:
    """exp(k · pole) for k below `count`, (count, poles): by two short tables, as exponentials cost far more."""
    short = math.isqrt(max(count - 1, 0)) + 1
    steps = np.arange(short)[:, None]
    turns = np.exp(steps * short * poles)[:, None] * np.exp(steps * poles)
    return np.asarray(turns.reshape(short * short, -1)[:count])


def _breath(voice: Voice, count: int, rng: np.random.Generator) -> Array:
    low, high = voice.noise_hz * 0.5, min(voice.noise_hz * 2, 18000)
    noise = rng.standard_normal(count).astype(np.float32)
    noise = scipy.signal.sosfilt(sections(1, (low, high), "bandpass"), noise)
    if voice.noise_s:
        noise = noise * np.exp(-np.arange(count) / (voice.noise_s * RATE))
    return np.asarray(noise, np.float32)


def _wavering(wave: Array, voice: Voice, side: float) -> Array:
    """Vibrato of `vibrato` cents that sets in after the note has begun."""
    seconds = np.arange(len(wave)) / RATE
    grown = np.clip((seconds - 0.18) / 0.4, 0, 1)
    depth_s = (2 ** (voice.vibrato / 1200) - 1) / (_TWO_PI * voice.vibrato_hz)
    shift = depth_s * grown * np.sin(_TWO_PI * voice.vibrato_hz * seconds + 0.4 * side)
    places = np.clip((seconds + shift) * RATE, 0, len(wave) - 1)
    return np.asarray(np.interp(places, np.arange(len(wave)), wave), np.float32)
