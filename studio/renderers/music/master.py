"""The master: no rumble, the style's brightness and warmth, even loudness, a clean beginning and end."""

import numpy as np
import scipy

from studio.renderers.codecs.loudness import brought_to
from studio.renderers.drawing.canvas import Array
from studio.renderers.music.style import Style
from studio.renderers.music.tones import RATE

_BLOCK = 1 << 20
_SHELF_HZ = 3200


def master(sound: Array, style: Style, closing_s: float) -> Array:
    """Finishes a mix in place. `closing_s` is how long the closing chord has; the last part of it fades."""
    sos = np.vstack(
        [scipy.signal.butter(2, 28, "highpass", fs=RATE, output="sos"), _shelf(style.treble_db)]
    )
    level = float(np.sqrt(np.mean(sound[:, ::7] ** 2))) or 1.0
    state = np.zeros((len(sos), 2, 2))
    push = 0.35 + style.drive
    for begin in range(0, sound.shape[1], _BLOCK):
        piece, state = scipy.signal.sosfilt(sos, sound[:, begin : begin + _BLOCK] / level, zi=state)
        sound[:, begin : begin + _BLOCK] = np.tanh(piece * push * 0.45)
    _edges(sound, closing_s)
    sound = brought_to(sound, RATE)
    return sound


def _edges(sound: Array, closing_s: float) -> None:
    start = int(0.004 * RATE)
    sound[:, :start] *= np.linspace(0, 1, start, dtype=np.float32)
    fade = min(int(min(closing_s * 0.55, 2.0) * RATE), sound.shape[1])
    sound[:, -fade:] *= 1 - np.linspace(0, 1, fade, dtype=np.float32) ** 2


def _shelf(gain_db: float) -> Array:
    """A high shelf (after the Audio EQ Cookbook)."""
    amp = 10 ** (gain_db / 40)
    omega = 2 * np.pi * _SHELF_HZ / RATE
    cos, alpha = np.cos(omega), np.sin(omega) / 2 * np.sqrt(2)
    root = 2 * np.sqrt(amp) * alpha
    top = [
        amp * (amp + 1 + (amp - 1) * cos + root),
        -2 * amp * (amp - 1 + (amp + 1) * cos),
        amp * (amp + 1 + (amp - 1) * cos - root),
    ]
    bottom = [
        amp + 1 - (amp - 1) * cos + root,
        2 * (amp - 1 - (amp + 1) * cos),
        amp + 1 - (amp - 1) * cos - root,
    ]
    return np.array(
        [[*(np.array(top) / bottom[0]), 1.0, bottom[1] / bottom[0], bottom[2] / bottom[0]]]
    )
