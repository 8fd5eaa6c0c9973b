"""Mixing: every note and hit into place, the room around them. Works through the piece in stretches of time, so that
memory does not grow with what is played."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import scipy

from studio.renderers.drawing.canvas import Array
from studio.renderers.music.instruments import INSTRUMENTS
from studio.renderers.music.kit import DRUMS, drum_sound
from studio.renderers.music.notes import Piece
from studio.renderers.music.style import Style
from studio.renderers.music.tones import RATE, sounding

_STRETCH = 1 << 19
_TAIL = 10 * RATE
_TONE_GAIN, _DRUM_GAIN = 0.16, 0.54
_LENGTHS_S = (0.3, 0.6, 1.2, 2.4, 4.8, 9.6)
_CACHE_BYTES = 160_000_000
_ECHOES = 3
_DUCK_S = 0.13


@dataclass(frozen=True)
class _Sound:
    """One sound to be placed: where it starts, how to make it, and how loud it is on either side and in the room."""

    start: int
    make: Callable[[], Array]
    left: float
    right: float
    send: float
    ducked: bool


class _Shelf:
    """Tones already made, kept while they are few."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, int, int, float], Array] = {}
        self._bytes = 0

    def tone(self, instrument: str, pitch: int, colour: int, length_s: float) -> Array:
        """A note of an instrument, (channels, samples), with its release."""
        spec = INSTRUMENTS[instrument]
        need = min(length_s + spec.release_s, _LENGTHS_S[-1])
        size = next(length for length in _LENGTHS_S if need <= length)
        key = (instrument, pitch, colour, size)
        if key not in self._kept:
            if self._bytes > _CACHE_BYTES:
                self._kept.clear()
                self._bytes = 0
            self._kept[key] = sounding(spec, pitch, int(size * RATE), colour)
            self._bytes += self._kept[key].nbytes
        wave = self._kept[key][:, : max(int(need * RATE), 64)].copy()
        fade = min(int(spec.release_s * RATE) + 32, wave.shape[1])
        wave[:, -fade:] *= np.linspace(1, 0, fade, dtype=np.float32) ** 2
        return wave


def mix(
    piece: Piece, style: Style, duration_s: float, seed: int, tell: Callable[[float], None]
) -> Array:
    """The whole piece, (2, samples) of float32, not yet mastered. `tell` hears the share done."""
    count = round(duration_s * RATE)
    made = np.zeros((2, count), np.float32)
    stretch = min(_STRETCH, count)
    sounds = sorted(_sounds(piece, style.kit_gain), key=lambda sound: sound.start)
    room = _room(style.room_s, seed)
    carry = np.zeros((3, 2, _TAIL), np.float32)  # dry, ducked, to the room
    ringing = np.zeros((2, 0), np.float32)
    place = 0
    for begin in range(0, count, stretch):
        buses = np.zeros((3, 2, stretch + _TAIL), np.float32)
        buses[:, :, :_TAIL] += carry
        while place < len(sounds) and sounds[place].start < begin + stretch:
            _add(buses, sounds[place], begin)
            place += 1
        carry = buses[:, :, stretch:].copy()
        dry, ducked, send = buses[:, :, :stretch]
        if style.duck:
            ducked = ducked * _duck(piece.kicks_s, (begin, stretch), style.duck)
        wet = scipy.signal.oaconvolve(send, room, axes=1).astype(np.float32)
        wet[:, : ringing.shape[1]] += ringing
        ringing = wet[:, stretch:]
        length = min(stretch, count - begin)
        made[:, begin : begin + length] = (dry + ducked + wet[:, :stretch] * style.wet)[:, :length]
        tell((begin + length) / count)
    return made


def _sounds(piece: Piece, kit_gain: float) -> Iterator[_Sound]:
    shelf = _Shelf()
    for track in piece.tracks:
        for note in track.notes:
            loud = track.gain * note.velocity**1.3 * _TONE_GAIN
            make = _tone_maker(shelf, track.instrument, note.pitch, note.colour, note.length_s)
            for number in range(_ECHOES + 1 if track.echo else 1):
                share = loud * track.echo**number
                side = track.pan if number == 0 else (0.6 if number % 2 else -0.6)
                start = round((note.start_s + number * track.echo_s) * RATE)
                yield _Sound(start, make, *_sides(share, side), track.send, track.ducked)
    for hit in piece.hits:
        drum = DRUMS[hit.drum]
        loud = drum.gain * hit.velocity**1.2 * _DRUM_GAIN * kit_gain
        yield _Sound(
            round(hit.start_s * RATE),
            _drum_maker(hit.drum, hit.take),
            *_sides(loud, drum.pan),
            drum.send,
            ducked=False,
        )


def _tone_maker(
    shelf: _Shelf, instrument: str, pitch: int, colour: int, length_s: float
) -> Callable[[], Array]:
    return lambda: shelf.tone(instrument, pitch, colour, length_s)


def _drum_maker(name: str, take: int) -> Callable[[], Array]:
    return lambda: drum_sound(name, take)[None, :]


def _sides(loud: float, pan: float) -> tuple[float, float]:
    """Constant power between the sides."""
    angle = (pan + 1) * np.pi / 4
    return loud * float(np.cos(angle)) * 1.414, loud * float(np.sin(angle)) * 1.414


def _add(buses: Array, sound: _Sound, begin: int) -> None:
    wave = sound.make()
    start = sound.start - begin
    wave = wave[:, : buses.shape[2] - start]
    end = start + wave.shape[1]
    gains = np.array([[sound.left], [sound.right]], np.float32)
    sided = wave * gains
    buses[1 if sound.ducked else 0][:, start:end] += sided
    if sound.send:
        buses[2][:, start:end] += sided * np.float32(sound.send)


def _duck(kicks_s: list[float], part: tuple[int, int], depth: float) -> Array:
    """A gain that falls with each kick and comes back, for a part of so many samples from its first on."""
    begin, count = part
    if not kicks_s:
        return np.ones(count, np.float32)
    kicks = np.array(sorted(kicks_s))
    at = (begin + np.arange(0, count, 16)) / RATE
    last = np.searchsorted(kicks, at, side="right") - 1
    since = np.where(last >= 0, at - kicks[np.clip(last, 0, None)], 9.0)
    gain = 1 - depth * np.exp(-((since / _DUCK_S) ** 2)) * np.clip(since / 0.004, 0.0, 1.0)
    fine = np.interp(np.arange(count), np.arange(0, count, 16), gain)
    return np.asarray(fine, np.float32)


def _room(length_s: float, seed: int) -> Array:
    """The answer of a room to a clap: early reflections, then a tail that darkens and dies over `length_s`."""
    rng = np.random.default_rng(seed % 7 + round(length_s * 100))
    count = int(length_s * 1.25 * RATE)
    at = np.arange(count) / RATE
    noise = rng.standard_normal((2, count))
    bright = noise * np.exp(-at * 6.9 / (length_s * 0.55))
    sos = scipy.signal.butter(1, 2200, "lowpass", fs=RATE, output="sos")
    dark = scipy.signal.sosfilt(sos, noise, axis=1) * 2 * np.exp(-at * 6.9 / length_s)
    tail = (0.35 * bright + dark) * np.clip((at - 0.012) / 0.02, 0, 1)
    for side in (0, 1):
        for _ in range(7):
            tail[side, int(rng.uniform(0.006, 0.05) * RATE)] += rng.uniform(0.8, 2.5) * rng.choice(
                (-1, 1)
            )
    high = scipy.signal.butter(2, 180, "highpass", fs=RATE, output="sos")
    tail = scipy.signal.sosfilt(high, tail, axis=1)
    return np.asarray(tail / np.sqrt((tail**2).sum(axis=1, keepdims=True)) * 0.9, np.float32)
