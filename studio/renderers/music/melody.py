"""The tune: a motif, its answer, their repetition and variation, sung or played."""

from dataclasses import dataclass, replace

import numpy as np

from studio.renderers.music.brief import Brief
from studio.renderers.music.form import Bar, Form, Section
from studio.renderers.music.notes import Grid, Note, Track
from studio.renderers.music.patterns import BEATS, STEPS
from studio.renderers.music.style import Lead
from studio.renderers.music.theory import ladder, nearest

_PHRASE = (
    "A",
    "A",
    "A",
    "B",
)  # four two-bar turns: statement, again over other chords, varied, close
_REACH = 9
_LONGEST_S = 4.0
_VOICE_LIFT = 1.55


@dataclass(frozen=True)
class Motif:
    """Two bars of rhythm, as steps where notes begin, and their contour in scale steps."""

    bars: tuple[list[int], list[int]]
    moves: list[int]

    def varied(self, rng: np.random.Generator) -> "Motif":
        """The same rhythm, its second half with another contour."""
        half = len(self.bars[0])
        return replace(self, moves=self.moves[:half] + _contour(rng, len(self.moves))[half:])


def invent(rng: np.random.Generator, lead: Lead, meter: int, lift: float) -> Motif:
    """A new motif; its second bar has fewer notes and leaves room to breathe."""
    steps, beats = STEPS[meter], BEATS[meter]
    per_beat = steps // beats
    first = max(1, round(lead.density * steps / 16 * lift + rng.normal(0, 0.5)))
    bars = (
        _rhythm(rng, first, steps, per_beat, lead.offbeat, rest=0),
        _rhythm(rng, max(1, first - 1), steps, per_beat, lead.offbeat, rest=steps // 4),
    )
    return Motif(bars, _contour(rng, len(bars[0]) + len(bars[1])))


def _rhythm(
    rng: np.random.Generator, count: int, steps: int, per_beat: int, offbeat: float, *, rest: int
) -> list[int]:
    """Steps of a bar where notes begin; none within the last `rest` steps."""
    weights = np.zeros(steps)
    for step in range(steps - rest):
        inside = step % per_beat
        if inside == 0:
            weights[step] = 1.0 if step == 0 else 0.75
        elif inside == per_beat // 2:
            weights[step] = 0.45 + 0.7 * offbeat
        elif per_beat == 6 and inside % 2 == 0:
            weights[step] = 0.5
        else:
            weights[step] = 0.02 + 0.4 * offbeat**2
    usable = int((weights > 0).sum())
    chosen = rng.choice(steps, size=min(count, usable), replace=False, p=weights / weights.sum())
    return sorted(int(step) for step in chosen)


def _contour(rng: np.random.Generator, count: int) -> list[int]:
    """Scale steps from note to note: mostly by step, a leap answered by a turn back."""
    moves, last = [0], 0
    for _ in range(count - 1):
        if abs(last) >= 3:
            step = -int(np.sign(last)) * int(rng.integers(1, 3))
        else:
            step = int(
                rng.choice(
                    (-3, -2, -1, -1, 0, 1, 1, 2, 3, 4),
                    p=(0.04, 0.13, 0.2, 0.08, 0.09, 0.2, 0.08, 0.11, 0.04, 0.03),
                )
            )
        moves.append(step)
        last = step
    return moves


def play_lead(brief: Brief, form: Form, seed: int) -> Track:
    """The tune over the whole form: verses and choruses have motifs of their own; sung sections follow the words."""
    lead = brief.style.lead
    rng = np.random.default_rng(seed)
    grid = Grid(brief, seed + 1)
    instrument = brief.lead or lead.instrument
    track = Track(instrument, lead.gain * (_VOICE_LIFT if instrument == "voice" else 1), 0.0, lead.send, echo=lead.echo,
                  echo_s=brief.beat_s * 0.75)  # fmt: skip
    motifs: dict[str, Motif] = {}
    singing = any(section.verse for section in form.sections)
    for section in form.sections:
        bars = form.bars[section.first : section.first + section.bars]
        if section.verse:
            track.notes += _sing(brief, lead, grid, section, bars, rng)
            continue
        if section.energy < lead.enters * (1 - brief.softness) or (
            singing and section.name != "solo"
        ):
            continue
        kind = "chorus" if section.name in ("chorus", "pre") else section.name
        if kind not in motifs:
            lift = 1.0 if kind == "chorus" else 0.85 if kind == "verse" else 1.15
            motifs[kind] = invent(rng, lead, brief.meter, lift)
        track.notes += _play(brief, lead, grid, bars, motifs[kind], rng)
    if track.notes and form.bars[-1].section.energy >= lead.enters:
        pitch = nearest((brief.key.tonic,), track.notes[-1].pitch)
        left = min(brief.duration_s - form.close_s, _LONGEST_S)
        track.notes.append(Note(form.close_s, left, pitch, 0.7, track.notes[-1].colour))
    return track


def _play(
    brief: Brief,
    lead: Lead,
    grid: Grid,
    bars: tuple[Bar, ...],
    motif: Motif,
    rng: np.random.Generator,
) -> list[Note]:
    placed: list[tuple[Bar, int]] = []
    moves: list[int | None] = []
    answer = motif.varied(rng)
    for turn in range(0, len(bars), 2):
        kind = _PHRASE[(turn // 2) % 4]
        own = answer if kind == "B" else motif
        steps = [
            (bar, step)
            for bar, rhythm in zip(bars[turn : turn + 2], own.bars, strict=False)
            for step in rhythm
        ]
        placed += steps
        moves += [None, *own.moves[1 : len(steps)]] if steps else []
    return _realise(brief, lead, grid, placed, moves, [0] * len(placed))


def _sing(
    brief: Brief,
    lead: Lead,
    grid: Grid,
    section: Section,
    bars: tuple[Bar, ...],
    rng: np.random.Generator,
) -> list[Note]:
    """A note for each syllable; a line takes its share of the section's bars and ends before the next begins."""
    assert section.verse
    lines = section.verse.lines
    steps = STEPS[brief.meter]
    total = len(bars) * steps
    share = total / len(lines)
    unit = 2 if share >= 16 else 1
    placed: list[tuple[Bar, int]] = []
    moves: list[int | None] = []
    colours: list[int] = []
    tunes = [_contour(rng, 40), _contour(rng, 40)]
    for number, line in enumerate(lines):
        start = number * share
        room = max(int(share * 0.86 / unit), 1)
        count = min(len(line), max(int(share * 0.95), 1))
        for place in range(count):
            offset = (
                int(place * room / count) * unit
                if count <= room
                else int(place * share * 0.95 / count)
            )
            spot = min(int(start) + offset, total - 1)
            placed.append((bars[spot // steps], spot % steps))
            colours.append(line[place])
        tune = tunes[(number // 2) % 2] if number % 4 != 3 else tunes[1]
        moves += [None if place == 0 else tune[place % 40] for place in range(count)]
    return _realise(brief, lead, grid, placed, moves, colours)


def _realise(
    brief: Brief, lead: Lead, grid: Grid, placed: list[tuple[Bar, int]], moves: list[int | None], colours: list[int],
) -> list[Note]:  # fmt: skip
    """Pitches for a rhythm: contour on the scale, chord notes on the beat, held within reach of the middle.

    Where a move is None the tune begins again from home, which lies higher in loud sections.
    """
    instrument = brief.lead or lead.instrument
    centre = _centre(instrument, lead)
    rungs = ladder(brief.key, centre - _REACH, centre + _REACH)
    steps = STEPS[brief.meter]
    per_beat = steps // BEATS[brief.meter]
    at = len(rungs) // 2
    notes: list[Note] = []
    for number, ((bar, step), move) in enumerate(zip(placed, moves, strict=True)):
        if move is None:
            at, move = len(rungs) // 2 + (2 if bar.section.energy > 0.9 else 0), 0
        at = at + move
        if not 0 <= at < len(rungs):
            at = int(np.clip(at - 2 * move, 1, len(rungs) - 2))
        pitch = rungs[at]
        here = bar.index * steps + step
        after = placed[number + 1] if number + 1 < len(placed) else None
        until = after[0].index * steps + after[1] if after else (bar.index + 1) * steps
        length = max(min(until - here, steps), 1)
        chord = bar.chord_at(step)
        if step % per_beat == 0 or length >= per_beat or after is None:
            pitch = nearest(chord.classes[:3], pitch)
            at = min(range(len(rungs)), key=lambda rung: abs(rungs[rung] - pitch))
        held = length if length <= per_beat else length - 1
        loud = grid.touch(
            (0.62 + 0.25 * bar.section.energy) * (1.0 if step % per_beat == 0 else 0.88)
        )
        length_s = min(held * grid.step_s * lead.slide, _LONGEST_S)
        notes.append(Note(grid.played(bar.index, step), length_s, pitch, loud, colours[number]))
    return notes


def _centre(instrument: str, lead: Lead) -> int:
    """The middle of the instrument's good range."""
    own = {
        "voice": 67,
        "cello": 57,
        "sax": 66,
        "fiddle": 74,
        "trumpet": 69,
        "lead guitar": 68,
        "bells": 77,
        "flute": 75,
    }
    return own.get(instrument, lead.centre)
