"""Drums, basses and chords: patterns played over the form."""

import numpy as np

from studio.renderers.music.brief import Brief
from studio.renderers.music.form import Bar, Form
from studio.renderers.music.notes import Grid, Hit, Note, Track
from studio.renderers.music.patterns import STEPS, fit, read, sections_of
from studio.renderers.music.style import Layer
from studio.renderers.music.theory import Chord, nearest, voice

_LOUD = {"X": 1.0, "x": 0.82, "o": 0.5, "d": 0.85, "u": 0.62, "r": 0.85, "h": 0.8}
_STRUM_S = 0.011
_LONGEST_S = 8.5
_RISE_S = 1.6


def drum_hits(brief: Brief, form: Form, seed: int) -> list[Hit]:
    """The kit: patterns by energy, a fill at the end of a section, a crash where one begins."""
    rng = np.random.default_rng(seed)
    grid = Grid(brief, seed + 1)
    chosen = [(beat, rng.choice(sections_of(beat.pattern))) for beat in brief.style.beats]
    riser = brief.style.extras.get("riser")
    hits: list[Hit] = []
    for bar in form.bars:
        filling = _fill(bar, form, brief, rng)
        start = filling[0][0] if filling else STEPS[brief.meter]
        for beat, pattern in chosen:
            if bar.section.energy < beat.enters:
                continue
            for step, _, mark in read(fit(pattern, brief.meter, bar.index)):
                if step >= start and "kick" not in beat.drum:
                    continue
                hits.append(_hit(grid, bar, step, beat.drum, _LOUD.get(mark, 0.8), rng))
        hits += [_hit(grid, bar, step, drum, loud, rng) for step, drum, loud in filling]
        if bar.place == 0 and bar.section.energy > 0.7 and brief.style.crash and bar.index:
            hits.append(Hit(grid.at(bar.index, 0), brief.style.crash, 0.75))
        if riser and bar.last and _rises(bar, form):
            hits.append(Hit(max(grid.at(bar.index + 1, 0) - _RISE_S, 0), riser, 0.8))
    texture = brief.style.extras.get("texture")
    if texture:
        hits += [
            Hit(start * 3.9, texture, 0.8, int(start) % 3)
            for start in range(int(form.close_s / 3.9) + 1)
        ]
    return hits


def _hit(grid: Grid, bar: Bar, step: int, drum: str, loud: float, rng: np.random.Generator) -> Hit:
    lift = 0.72 + 0.28 * bar.section.energy
    return Hit(grid.played(bar.index, step), drum, grid.touch(loud * lift), int(rng.integers(0, 3)))


def _fill(
    bar: Bar, form: Form, brief: Brief, rng: np.random.Generator
) -> list[tuple[int, str, float]]:
    """Strokes that lead into the next section; longer before a loud one. Empty where none belongs."""
    drums = brief.style.fills
    if not drums or not bar.last or bar.section.bars < 2 or bar.section.energy < 0.5:
        return []
    steps = STEPS[brief.meter]
    length = min(8 if _rises(bar, form) else 4, steps // 2)
    places = [
        place for place in range(steps - length, steps) if place % 2 == 0 or rng.random() < 0.55
    ]
    made = []
    for number, place in enumerate(places):
        drum = drums[min(number * len(drums) // max(len(places), 1), len(drums) - 1)]
        made.append((place, drum, 0.55 + 0.4 * number / max(len(places), 1)))
    return made


def _rises(bar: Bar, form: Form) -> bool:
    """Whether what follows is louder."""
    following = bar.index + 1
    return following < len(form.bars) and form.bars[following].section.energy > bar.section.energy


def play_layer(brief: Brief, form: Form, layer: Layer, seed: int, *, always: bool = False) -> Track:
    """One bass or chord player through the whole piece, ending with the closing chord."""
    rng = np.random.default_rng(seed)
    grid = Grid(brief, seed + 1)
    pattern = str(rng.choice(sections_of(layer.pattern)))
    track = Track(
        layer.instrument,
        layer.gain,
        layer.pan,
        layer.send,
        layer.ducked,
        layer.echo,
        brief.beat_s * 0.75,
    )
    before: tuple[int, ...] = ()
    for bar in form.bars:
        energy = bar.section.energy
        if not always and not layer.enters <= energy < layer.leaves:
            continue
        lift = 0.7 + 0.3 * energy
        following = _following(bar, form)
        for step, length, mark, chord in _events(fit(pattern, brief.meter, bar.index), bar):
            voiced = before = voice(chord, before, layer.centre)
            if layer.root_only:
                voiced = (_low(chord.root, layer.centre),)
            loud = grid.touch(_LOUD.get(mark, 0.75) * lift)
            start = grid.played(bar.index, step)
            sound_s = min(length * grid.step_s * 0.97, _LONGEST_S)
            pitches = _pitches(mark, voiced, chord, following, layer)
            strum = _STRUM_S if mark in "du" else 0.0
            order = pitches if mark != "u" else pitches[::-1]
            track.notes += [
                Note(start + place * strum, sound_s, pitch, loud)
                for place, pitch in enumerate(order)
            ]
    last = form.bars[-1].section.energy
    if track.notes and (always or layer.enters <= max(last, 0.55)):
        _close(track, form, brief, layer, before)
    return track


def _following(bar: Bar, form: Form) -> Chord:
    """The chord of the next bar; after the last one the closing chord."""
    return form.bars[bar.index + 1].chords[0][1] if bar.index + 1 < len(form.bars) else form.tonic


def _events(pattern: str, bar: Bar) -> list[tuple[int, int, str, Chord]]:
    """The pattern's events with their chords; one that would ring into another chord is struck again there."""
    changes = [step for step, _ in bar.chords if step]
    made = []
    for step, length, mark in read(pattern):
        end = step + length
        while True:
            cut = next((change for change in changes if step < change < end), end)
            made.append((step, cut - step, mark, bar.chord_at(step)))
            if cut == end:
                break
            step = cut
    return made


def _pitches(
    mark: str, voiced: tuple[int, ...], chord: Chord, following: Chord, layer: Layer
) -> tuple[int, ...]:
    """What a mark means over a chord."""
    if mark.isdigit():
        octave, place = divmod(int(mark), len(voiced))
        return (voiced[place] + 12 * octave,)
    if mark in "rhflta":
        root = _low(chord.root, layer.centre)
        third = chord.shape[1]
        fifth = next((step for step in chord.shape if step in (6, 7, 8)), 7)
        if mark == "a":
            return (_approach(root, following, layer.centre),)
        return (root + {"r": 0, "h": 12, "f": fifth, "l": fifth - 12, "t": third}[mark],)
    return voiced


def _low(root: int, centre: int) -> int:
    """The root in the octave that begins five below the centre."""
    return centre - 5 + (root - (centre - 5)) % 12


def _approach(root: int, following: Chord, centre: int) -> int:
    """A step that leads to the next root: from the nearer side."""
    goal = nearest((following.root,), root) if following else root
    goal = _low(goal % 12, centre)
    return goal - 2 if goal > root else goal + 2 if goal < root else root + 7


def _close(track: Track, form: Form, brief: Brief, layer: Layer, before: tuple[int, ...]) -> None:
    """The last chord, held to the end; struck again, softer, where the end is long."""
    left = brief.duration_s - form.close_s
    pitches = voice(form.tonic, before, layer.centre)
    if layer.root_only or set(layer.pattern) & set("rl"):
        pitches = (_low(form.tonic.root, layer.centre),)
    again = max(brief.beat_s * 2, 1.6)
    strokes = max(1, int((left - 0.8) / again)) if left > 2.8 else 1
    for number in range(strokes):
        start = form.close_s + number * again
        for place, pitch in enumerate(pitches):
            note = Note(
                start + place * 0.014,
                min(left - number * again, _LONGEST_S),
                pitch,
                0.74 * 0.8**number,
            )
            track.notes.append(note)
