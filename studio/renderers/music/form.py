"""The form of a piece: sections of whole bars, their energy, and the chords of every bar."""

from dataclasses import dataclass

from studio.renderers.music.brief import Brief
from studio.renderers.music.lyrics import Verse
from studio.renderers.music.patterns import STEPS
from studio.renderers.music.theory import Chord, read_chord

ENERGY = {
    "intro": 0.35, "verse": 0.6, "pre": 0.74, "chorus": 0.96, "bridge": 0.55, "break": 0.38, "solo": 0.88,
    "outro": 0.45,
}  # fmt: skip
_LOOP = {"chorus": 1, "bridge": 2, "pre": 2}
_ROUND = (
    "verse",
    "chorus",
    "verse",
    "chorus",
    "bridge",
    "chorus",
    "solo",
    "chorus",
    "break",
    "verse",
    "chorus",
)
_SHORTEST_END_S, _LEAST_BARS = 1.0, 1


@dataclass(frozen=True)
class Section:
    """`bars` of one character, from bar `first`. `number` counts the sections of that name; `verse` is what is sung."""

    name: str
    first: int
    bars: int
    energy: float
    number: int
    verse: Verse | None = None


@dataclass(frozen=True)
class Bar:
    """One bar: its place in the piece and in its section, and its chords as (step, chord)."""

    index: int
    section: Section
    place: int
    chords: tuple[tuple[int, Chord], ...]

    @property
    def last(self) -> bool:
        """Whether the section ends with it."""
        return self.place == self.section.bars - 1

    def chord_at(self, step: int) -> Chord:
        """The chord sounding at a step."""
        return next(chord for start, chord in reversed(self.chords) if start <= step)


@dataclass(frozen=True)
class Form:
    """All bars, and when the closing chord falls, in seconds: what is left after it rings out."""

    sections: tuple[Section, ...]
    bars: tuple[Bar, ...]
    close_s: float
    tonic: Chord


def lay_out(brief: Brief) -> Form:
    """As many whole bars as the duration holds, then a closing chord of at least a second."""
    count = max(int((brief.duration_s - _SHORTEST_END_S) / brief.bar_s), _LEAST_BARS)
    plan = _sung(brief.verses, count) if brief.verses else _played(count)
    sections: list[Section] = []
    first = 0
    for name, bars, verse in plan:
        number = sum(one.name == name for one in sections)
        energy = ENERGY[name] + (0.04 * min(number, 2) if name != "outro" else 0)
        if count <= 6 and name != "intro":
            energy = max(energy, 0.86)
        sections.append(
            Section(name, first, bars, min(energy, 1.0) * (1 - brief.softness), number, verse)
        )
        first += bars
    bars_made = tuple(bar for section in sections for bar in _bars(section, brief))
    tonic = read_chord("i" if brief.key.minor else "I", brief.key)
    return Form(tuple(sections), bars_made, min(count * brief.bar_s, brief.duration_s * 0.9), tonic)


def _bars(section: Section, brief: Brief) -> list[Bar]:
    loops = brief.style.minor_loops if brief.key.minor else brief.style.major_loops
    loop = loops[_LOOP.get(section.name, 0)].split("|")
    steps = STEPS[brief.meter]
    made = []
    for place in range(section.bars):
        names = loop[place % len(loop)].split()
        chords = tuple(
            (round(number * steps / len(names)), read_chord(name, brief.key))
            for number, name in enumerate(names)
        )
        made.append(Bar(section.first + place, section, place, chords))
    return made


Plan = list[tuple[str, int, Verse | None]]


def _played(count: int) -> Plan:
    """Sections for an instrumental of `count` bars."""
    if count <= 3:
        return [("chorus", count, None)]
    if count <= 7:
        lead_in = 1 if count < 6 else 2
        return [("intro", lead_in, None), ("chorus", count - lead_in, None)]
    if count <= 13:
        return [("intro", 2, None), ("verse", 4, None), ("chorus", count - 6, None)]
    unit = 4 if count < 40 else 8 if count < 130 else 16
    edge = max(unit // 2, 2)
    inner = count - 2 * edge
    whole = max(inner // unit, 2)
    names = [_ROUND[place % len(_ROUND)] for place in range(whole)]
    names[-1] = "chorus"
    if whole > 2 and names[-2] == "chorus":
        names[-2] = "pre"
    lengths = [unit] * whole
    left = inner - unit * whole
    spare = min(left, 2)  # two bars more of intro, the rest is the last chorus
    lengths[-1] += left - spare
    plan: Plan = [("intro", edge + spare, None)]
    plan += [(name, bars, None) for name, bars in zip(names, lengths, strict=True)]
    return [*plan, ("outro", edge, None)]


def _sung(verses: tuple[Verse, ...], count: int) -> Plan:
    """Sections as the lyric sheet has them: bars in proportion to their lines; the sheet is cut when it is too long."""
    parts = list(verses)
    if parts[0].name != "intro" and count >= 12:
        parts.insert(0, Verse("intro", ()))
    if parts[-1].name != "outro" and count >= 16:
        parts.append(Verse("outro", ()))
    parts = parts[:count]
    wishes = [_wish(verse, bool(sum(len(one.lines) for one in verses))) for verse in parts]
    scale = count / sum(wishes)
    bars = [max(1, round(wish * scale)) for wish in wishes]
    if scale > 1.5 or scale > 0.7:
        bars = [max(1, 2 * round(length / 2)) if length > 2 else length for length in bars]
    while sum(bars) != count:
        off = 1 if sum(bars) < count else -1
        place = max(range(len(bars)), key=lambda at: (wishes[at] * scale - bars[at]) * off)
        if bars[place] + off < 1:
            place = bars.index(max(bars))
        bars[place] += off
    return [
        (verse.name, length, verse if verse.lines else None)
        for verse, length in zip(parts, bars, strict=True)
    ]


def _wish(verse: Verse, sung: bool) -> float:
    if verse.lines:
        syllables = sum(len(line) for line in verse.lines) / len(verse.lines)
        return len(verse.lines) * (1.0 if syllables <= 5 else 2.0)
    return {"intro": 4, "outro": 4, "solo": 8, "break": 4}.get(verse.name, 4 if sung else 8)
