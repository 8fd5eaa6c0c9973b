"""Finding the beat: tempo by autocorrelation, beat times by dynamic programming (after Ellis, 2007)."""

from dataclasses import dataclass

import numpy as np
import scipy

from studio.renderers.drawing.canvas import Array

_SLOWEST, _FASTEST = 56.0, 205.0
_USUAL_BPM = 118.0
_TIGHTNESS, _LOOSE = 110.0, 22.0
"""How much an uneven beat costs: a song that keeps no strict time is followed from onset to onset."""
_LATENCY_S = (
    -0.0024
)  # the curve peaks this long before the click that causes it (measured on clicks)


@dataclass(frozen=True)
class Beats:
    """`times_s` of every beat, `bpm`; `downbeats` and `sections` are the indices of beats that open a bar or a part."""

    times_s: tuple[float, ...]
    bpm: float
    downbeats: tuple[int, ...]
    sections: tuple[int, ...]
    steady: bool


def find_beats(onset: Array, low_rise: Array, level: Array, frame_rate: float) -> Beats:
    """Beats of a song from its onset curve, the rises of its bass and its band levels (frames, bands)."""
    spread = float(onset.std())
    if spread < 1e-6:
        return _metronome(len(onset) / frame_rate)
    curve = np.asarray(onset / spread, np.float32)
    period, steady = _period(curve, frame_rate)
    frames = _track(curve, period, _TIGHTNESS if steady else _LOOSE)
    if len(frames) < 3:
        return _metronome(len(onset) / frame_rate)
    times = np.array([_peak_near(curve, frame) for frame in frames]) / frame_rate - _LATENCY_S
    strengths = scipy.ndimage.maximum_filter1d(curve, 5)[frames]
    times = _extended(_eased(times, strengths) if steady else times, len(onset) / frame_rate)
    bpm = 60 / _slope(times)
    downbeats = _downbeats(times, low_rise, level, frame_rate)
    sections = _sections(times, level, frame_rate, downbeats)
    return Beats(tuple(float(time) for time in times), round(bpm, 2), downbeats, sections, steady)


def _metronome(duration_s: float) -> Beats:
    times = np.arange(0, duration_s, 0.5)
    return Beats(
        tuple(float(time) for time in times), 120.0, tuple(range(0, len(times), 4)), (0,), False
    )


def _period(curve: Array, frame_rate: float) -> tuple[float, bool]:
    """Frames between beats, and whether the song keeps time at all."""
    centred = curve - curve.mean()
    size = 1 << int(np.ceil(np.log2(2 * len(centred))))
    spectrum = np.fft.rfft(centred, size)
    echo = np.fft.irfft(np.abs(spectrum) ** 2, size)[: len(centred)]
    echo = echo / max(float(echo[0]), 1e-9)
    longest = min(int(frame_rate * 60 / _SLOWEST) + 1, len(echo) // 2)
    shortest = int(frame_rate * 60 / _FASTEST)
    lags = np.arange(shortest, max(longest, shortest + 2))
    places = np.arange(len(echo))
    comb = np.zeros(len(lags))
    for multiple, weight in ((1, 1.0), (2, 0.75), (3, 0.3), (4, 0.6)):
        comb += weight * np.interp(
            lags * multiple, places, scipy.ndimage.maximum_filter1d(echo, 3), right=0
        )
    octaves = np.log2(60 * frame_rate / lags / _USUAL_BPM)
    score = np.maximum(comb, 0) * np.exp(-0.5 * (octaves / 0.75) ** 2)
    best = int(np.argmax(score))
    steady = bool(comb[best] > 0.25)
    return _refined(echo, float(lags[best])), steady


def _refined(echo: np.ndarray, lag: float) -> float:
    """The same lag measured over eight periods, for finer resolution."""
    best = lag
    for multiple in (1, 2, 4, 8):
        centre = best * multiple
        reach = max(int(lag * 0.06 * min(multiple, 2)), 2)
        low, high = round(centre) - reach, round(centre) + reach + 1
        if low < 1 or high + 1 >= len(echo):
            break
        peak = low + int(np.argmax(echo[low:high]))
        a, b, c = echo[peak - 1 : peak + 2]
        bend = a - 2 * b + c
        shift = 0.5 * (a - c) / bend if abs(bend) > 1e-12 else 0.0
        best = (peak + float(np.clip(shift, -1, 1))) / multiple
    return best


def _track(curve: Array, period: float, tightness: float) -> list[int]:
    """Frames of the beats that follow strong onsets at an even pace."""
    score = scipy.ndimage.gaussian_filter1d(curve, max(period / 32, 1)).astype(np.float64)
    gaps = np.arange(round(period * 0.5), round(period * 2) + 1)
    penalty = tightness * np.log(gaps / period) ** 2
    total = score.copy()
    back = np.full(len(score), -1)
    reach = int(gaps[-1])
    for frame in range(int(gaps[0]), len(score)):
        earlier = frame - gaps
        usable = earlier >= 0 if frame < reach else slice(None)
        values = total[earlier[usable]] - penalty[usable]
        best = int(np.argmax(values))
        if values[best] > 0:
            total[frame] += values[best]
            back[frame] = earlier[usable][best]
    tail = max(len(total) - round(period), 0)
    frame = tail + int(np.argmax(total[tail:]))
    found = []
    while frame >= 0:
        found.append(frame)
        frame = int(back[frame])
    return found[::-1]


def _peak_near(curve: Array, frame: int) -> float:
    low, high = max(frame - 3, 1), min(frame + 4, len(curve) - 1)
    if high <= low:
        return float(frame)
    peak = low + int(np.argmax(curve[low:high]))
    a, b, c = (float(value) for value in curve[peak - 1 : peak + 2])
    bend = a - 2 * b + c
    if b < 0.5 or abs(bend) < 1e-9:
        return float(frame)
    return peak + float(np.clip(0.5 * (a - c) / bend, -0.5, 0.5))


def _eased(times: np.ndarray, strengths: np.ndarray) -> np.ndarray:
    """Beats pulled to the line their neighbours draw: weak ones wholly, strong ones only when they lie far off."""
    if len(times) < 7:
        return times
    steps = np.arange(len(times), dtype=np.float64)
    weights = 0.15 + np.clip(strengths / max(float(np.percentile(strengths, 80)), 1e-6), 0, 1)
    eased = times.copy()
    for index in range(len(times)):
        near = slice(max(index - 6, 0), index + 7)
        slope, offset = np.polyfit(steps[near], times[near], 1, w=weights[near])
        line = slope * index + offset
        own = (
            0.0 if abs(times[index] - line) > 0.045 else float(np.clip(weights[index] - 0.15, 0, 1))
        )
        eased[index] = line + (times[index] - line) * own
    return eased


def _slope(times: np.ndarray) -> float:
    gaps = np.diff(times)
    middle = float(np.median(gaps))
    kept = gaps[np.abs(gaps - middle) < 0.2 * middle]
    return float(kept.mean()) if len(kept) else middle


def _extended(times: np.ndarray, duration_s: float) -> np.ndarray:
    """The same pace carried on to the beginning and the end of the song."""
    gap = _slope(times)
    before = np.arange(times[0] - gap, -0.02, -gap)[::-1]
    after = np.arange(times[-1] + gap, duration_s - 0.02, gap)
    return np.asarray(np.clip(np.concatenate([before, times, after]), 0, None))


def _beat_frames(times: np.ndarray, frame_rate: float, count: int) -> np.ndarray:
    return np.asarray(np.clip(np.round(times * frame_rate).astype(int), 0, count - 1))


def _beat_levels(level: Array, frames: np.ndarray) -> np.ndarray:
    """The levels of every band from each beat to the next, on average."""
    ends = np.append(frames[1:], len(level))
    return np.stack(
        [level[a : max(b, a + 1)].mean(axis=0) for a, b in zip(frames, ends, strict=True)]
    )


def _downbeats(
    times: np.ndarray, low_rise: Array, level: Array, frame_rate: float
) -> tuple[int, ...]:
    frames = _beat_frames(times, frame_rate, len(low_rise))
    punch = scipy.ndimage.maximum_filter1d(low_rise, 7)[frames]
    change = _change(level, frames)
    scores = [
        float(
            punch[phase::4].mean() / (punch.mean() + 1e-6)
            + change[phase::4].mean() / (change.mean() + 1e-6)
        )
        for phase in range(min(4, len(frames)))
    ]
    return tuple(range(int(np.argmax(scores)), len(times), 4))


def _change(level: Array, frames: np.ndarray) -> np.ndarray:
    """How much the sound after each beat differs from the sound before it."""
    means = _beat_levels(level, frames)
    steps = np.abs(np.diff(means, axis=0)).mean(axis=1)
    return np.concatenate([[0.0], steps])


def _sections(
    times: np.ndarray, level: Array, frame_rate: float, downbeats: tuple[int, ...]
) -> tuple[int, ...]:
    """Downbeats where eight beats sound unlike the eight before."""
    frames = _beat_frames(times, frame_rate, len(level))
    means = _beat_levels(level, frames)
    novelty = {}
    for beat in downbeats:
        if 4 <= beat <= len(means) - 4:
            before, after = (
                means[max(beat - 8, 0) : beat].mean(axis=0),
                means[beat : beat + 8].mean(axis=0),
            )
            novelty[beat] = float(np.abs(after - before).mean())
    if not novelty:
        return (0,)
    values = np.array(list(novelty.values()))
    limit = values.mean() + 0.8 * values.std()
    return (0, *(beat for beat, value in novelty.items() if value > limit))
