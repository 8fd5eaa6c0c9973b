"""The edit: which part of a song is used, and which shot stands between which beats."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from studio.renderers.song_films.song import Analysis, Song

LONGEST_S = 30.0
_SHORTEST_SHOT_S = 0.36
"""Never more than three hard changes a second: faster ones can harm people with photosensitive epilepsy."""


@dataclass(frozen=True)
class Part:
    """The part of a song that is shown; `beats_s` and `downbeats_s` count from its start."""

    start_s: float
    duration_s: float
    beats_s: tuple[float, ...]
    downbeats_s: frozenset[float]
    sections_s: frozenset[float]


@dataclass(frozen=True)
class Shot:
    """One shot from `start_s` to `end_s` (of the part); `energy` 0 … 1; `fresh` when a new part of the song begins."""

    start_s: float
    end_s: float
    energy: float
    fresh: bool


def choose_part(song: Song, start_s: float | None, duration_s: float | None) -> Part:
    """The part asked for, else the most energetic stretch of that length, opening on a bar where there is one.

    Half a minute where no length is asked for, and at most when the part is chosen here.
    """
    wanted = min(duration_s or LONGEST_S, song.duration_s)
    if start_s is not None:
        start = float(np.clip(start_s, 0, max(song.duration_s - 1.0, 0)))
        return part_of(song, start, min(wanted, song.duration_s - start))
    wanted = min(wanted, LONGEST_S)
    if song.duration_s - wanted < 0.25:
        return part_of(song, 0.0, wanted)
    return part_of(song, _best_start(song.analysis, song.duration_s, wanted), wanted)


def whole_of(song: Song) -> Part:
    """All of a song."""
    return part_of(song, 0.0, song.duration_s)


def within(shots: list[Shot], part: Part) -> list[tuple[int, Shot]]:
    """Those of a whole song's shots that a part shows, with their numbers, in seconds of the part.

    The first may have begun before it and the last may end after it, so that parts shown one after the other are the
    film of the whole song.
    """
    begin, end = part.start_s, part.start_s + part.duration_s
    return [
        (
            number,
            Shot(shot.start_s - begin, shot.end_s - begin, shot.energy, shot.fresh),
        )
        for number, shot in enumerate(shots)
        if shot.end_s > begin + 1e-6 and shot.start_s < end - 1e-6
    ]


def _best_start(heard: Analysis, song_s: float, wanted: float) -> float:
    latest = song_s - wanted
    beats = heard.beats
    starts = [beats.times_s[index] for index in beats.downbeats if beats.times_s[index] <= latest]
    starts = starts or [time for time in beats.times_s if time <= latest] or [0.0]

    def score(start: float) -> float:
        inside = heard.mean(heard.energy, start, start + wanted) + 0.4 * heard.mean(
            heard.onset, start, start + wanted
        )
        lift = heard.mean(heard.energy, start, start + 4) - heard.mean(
            heard.energy, max(start - 4, 0), max(start, 0.1)
        )
        return inside + 0.12 * max(lift, 0)

    return max(starts, key=score)


def part_of(song: Song, start: float, duration: float) -> Part:
    """A part with its beats."""
    beats = song.analysis.beats
    inside = {
        index: time - start
        for index, time in enumerate(beats.times_s)
        if -1e-6 <= time - start < duration - 0.02
    }
    return Part(
        start_s=round(start, 6),
        duration_s=duration,
        beats_s=tuple(max(time, 0.0) for time in inside.values()),
        downbeats_s=frozenset(inside[index] for index in beats.downbeats if index in inside),
        sections_s=frozenset(inside[index] for index in beats.sections if index in inside),
    )


def plan_shots(song: Song, part: Part) -> list[Shot]:
    """Shots of 8, 4, 2 or, where the song is strongest, single beats; every one begins on a beat."""
    heard = song.analysis
    beats = [beat for beat in part.beats_s if beat > 0.12]
    powers = _powers(heard, part, beats)
    cuts: list[float] = []
    index, singles = 0, 0
    while index < len(beats):
        if index:
            cuts.append(beats[index])
        else:
            first = _first_cut(part, beats)
            index = first
            cuts.append(beats[first])
        length = _length(powers[index], singles, _gap(beats, index))
        singles = singles + 1 if length == 1 else 0
        index += _to_bar(part, beats, index, length)
    edges = [0.0, *cuts, part.duration_s]
    if len(edges) > 2 and edges[-1] - edges[-2] < 0.5:
        edges.pop(-2)
    shots = []
    for begin, end in pairwise(edges):
        energy = heard.mean(heard.energy, part.start_s + begin, part.start_s + end)
        shots.append(
            Shot(begin, end, energy, any(abs(begin - change) < 0.05 for change in part.sections_s))
        )
    return shots


def _powers(heard: Analysis, part: Part, beats: list[float]) -> list[float]:
    """How strong the song is around each beat, ranked within the part and weighed by its absolute level."""
    if not beats:
        return []
    raw = np.array(
        [
            heard.mean(heard.energy, part.start_s + beat - 0.1, part.start_s + beat + 1.2)
            + 0.5 * heard.mean(heard.onset, part.start_s + beat - 0.1, part.start_s + beat + 1.2)
            for beat in beats
        ]
    )
    ranks = np.argsort(np.argsort(raw)) / max(len(raw) - 1, 1)
    return [float(value) for value in 0.6 * ranks + 0.4 * np.clip(raw / 1.2, 0, 1)]


def _gap(beats: list[float], index: int) -> float:
    nearby = beats[max(index - 1, 0) : index + 3]
    return float(np.diff(nearby).mean()) if len(nearby) > 1 else 0.5


def _first_cut(part: Part, beats: list[float]) -> int:
    """The opening shot lasts until the second bar, or a few beats."""
    bars = [index for index, beat in enumerate(beats) if beat in part.downbeats_s and beat > 1.0]
    return bars[0] if bars and beats[bars[0]] < 2.8 else min(3, len(beats) - 1)


def _length(power: float, singles: int, gap: float) -> int:
    length = 8 if power < 0.1 else 4 if power < 0.45 else 2 if power < 0.86 or singles >= 4 else 1
    while length * gap < _SHORTEST_SHOT_S:
        length *= 2
    while length > 1 and length * gap > 4.4:
        length //= 2
    return length


def _to_bar(part: Part, beats: list[float], index: int, length: int) -> int:
    """Long shots end where a bar begins."""
    if length >= 4:
        for step in (length, length - 1, length + 1, length - 2):
            if index + step < len(beats) and beats[index + step] in part.downbeats_s:
                return step
    return length
