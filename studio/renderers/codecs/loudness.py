"""Loudness as ITU-R BS.1770-4 measures it, and bringing sound to a level without clipping.

Sound is (channels, samples).
"""

import numpy as np
import scipy

from studio.renderers.drawing.canvas import Array

TARGET_LUFS, CEILING_DB = -14.0, -1.5
_BLOCK = 1 << 20
_LOOK_S = 0.004
_FILTERS = (  # centre in hertz, quality, gain in decibels (None: a high-pass)
    (1681.974450955533, 0.7071752369554196, 3.999843853973347),
    (38.13547087602444, 0.5003270373238773, None),
)


def _weighting(rate: int) -> Array:
    """The K filter at any rate: a shelf for the head, a high-pass for the ear (analogue prototypes after De Man)."""
    sections = []
    for centre, quality, gain_db in _FILTERS:
        k = np.tan(np.pi * centre / rate)
        bottom = 1 + k / quality + k * k
        if gain_db is None:
            top = [1.0, -2.0, 1.0]
        else:
            high = 10 ** (gain_db / 20)
            band = high**0.4996667741545416
            top = [
                (high + band * k / quality + k * k) / bottom,
                2 * (k * k - high) / bottom,
                (high - band * k / quality + k * k) / bottom,
            ]
        sections.append([*top, 1.0, 2 * (k * k - 1) / bottom, (1 - k / quality + k * k) / bottom])
    return np.array(sections)


def loudness(sound: Array, rate: int) -> float:
    """Integrated loudness in LUFS; −70 for silence."""
    sos = _weighting(rate)
    state = np.zeros((len(sos), len(sound), 2))
    step = rate // 10
    energies = []
    rest = np.zeros((len(sound), 0))
    for begin in range(0, sound.shape[1], _BLOCK):
        weighted, state = scipy.signal.sosfilt(sos, sound[:, begin : begin + _BLOCK], zi=state)
        rest = np.concatenate([rest, weighted], axis=1)
        whole = rest.shape[1] // step
        energies.append(
            (rest[:, : whole * step].reshape(len(sound), whole, step) ** 2).mean(axis=2).sum(axis=0)
        )
        rest = rest[:, whole * step :]
    tenths = np.concatenate(energies)
    if len(tenths) < 4:
        return float(_lufs(tenths.mean())) if len(tenths) else -70.0
    windows = np.convolve(tenths, np.ones(4) / 4, "valid")
    heard = windows[_lufs(windows) > -70]
    if not len(heard):
        return -70.0
    gated = heard[_lufs(heard) > _lufs(heard.mean()) - 10]
    return float(_lufs(gated.mean()))


def _lufs(energy: Array) -> Array:
    return np.asarray(-0.691 + 10 * np.log10(np.maximum(energy, 1e-10)))


def limited(sound: Array, rate: int, ceiling_db: float = CEILING_DB) -> Array:
    """The sound with peaks turned down smoothly, none above the ceiling. Changes the array in place."""
    ceiling = 10 ** (ceiling_db / 20)
    reach = max(int(_LOOK_S * rate), 1)
    margin = 3 * reach
    tail = sound[:, :0].copy()
    for begin in range(0, sound.shape[1], _BLOCK):
        end = min(begin + _BLOCK, sound.shape[1])
        window = np.concatenate([tail, sound[:, begin : min(end + margin, sound.shape[1])]], axis=1)
        lead = tail.shape[1]
        tail = sound[:, max(end - margin, 0) : end].copy()
        peak = np.abs(window).max(axis=0)
        if peak.max() <= ceiling:
            continue
        gain = np.minimum(1, ceiling / np.maximum(peak, 1e-9))
        gain = scipy.ndimage.minimum_filter1d(gain, 2 * reach + 1, mode="nearest")
        gain = scipy.ndimage.uniform_filter1d(gain, 2 * reach + 1, mode="nearest")
        sound[:, begin:end] *= gain[lead : lead + end - begin].astype(np.float32)
    return sound


def brought_to(
    sound: Array, rate: int, target: float = TARGET_LUFS, ceiling_db: float = CEILING_DB
) -> Array:
    """The sound at a loudness, within half a unit where its peaks allow, and under the ceiling. In place."""
    for _ in range(3):
        short = target - loudness(sound, rate)
        if abs(short) < 0.15 or short > 80:
            break
        sound *= np.float32(10 ** (short / 20))
        limited(sound, rate, ceiling_db)
    return limited(sound, rate, ceiling_db)
