"""Keys, chords and how one chord leads to the next. Pitches are MIDI numbers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

NAMES = ("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B")
_FLATS = {"Db": "C#", "Eb": "D#", "Gb": "F#", "Ab": "G#", "Bb": "A#", "Cb": "B", "Fb": "E"}
_SHARPS = {"E#": "F", "B#": "C"}
_KEY = re.compile(
    r"\b([A-Ga-g])\s*(#|♯|b|♭|[- ]?sharp|[- ]?flat)?[\s-]*(major|minor|maj|min|m)\b", re.IGNORECASE
)
MAJOR = (0, 2, 4, 5, 7, 9, 11)
MINOR = (0, 2, 3, 5, 7, 8, 10)
_ROMAN = {"i": 0, "ii": 1, "iii": 2, "iv": 3, "v": 4, "vi": 5, "vii": 6}
_CHORD = re.compile(r"(b?)([iv]+|[IV]+)(.*)")
_SHAPES = {
    "": (0, 4, 7),
    "m": (0, 3, 7),
    "dim": (0, 3, 6),
    "7": (0, 4, 7, 10),
    "m7": (0, 3, 7, 10),
    "M7": (0, 4, 7, 11),
    "9": (0, 4, 10, 14),
    "m9": (0, 3, 10, 14),
    "M9": (0, 4, 11, 14),
    "add9": (0, 4, 7, 14),
    "madd9": (0, 3, 7, 14),
    "sus": (0, 5, 7),
    "msus": (0, 2, 7),
    "dim7": (0, 3, 6, 10),
}


@dataclass(frozen=True)
class Key:
    """A tonic (0 is C) and a mode."""

    tonic: int
    minor: bool

    @property
    def scale(self) -> tuple[int, ...]:
        """Pitch classes of the scale, from the tonic up."""
        return tuple((self.tonic + step) % 12 for step in (MINOR if self.minor else MAJOR))

    @property
    def name(self) -> str:
        """As a keyscale is spelled: "F# minor"."""
        return f"{NAMES[self.tonic]} {'minor' if self.minor else 'major'}"


@dataclass(frozen=True)
class Chord:
    """A root pitch class and its intervals, upwards."""

    root: int
    shape: tuple[int, ...]

    @property
    def classes(self) -> tuple[int, ...]:
        """The pitch classes sounding."""
        return tuple((self.root + step) % 12 for step in self.shape)


def read_key(text: str) -> Key | None:
    """The first key named in a text, such as "Bb major", "f sharp minor" or "Am"; None when there is none."""
    for match in _KEY.finditer(text):
        letter, sign, mode = match.group(1), (match.group(2) or "").strip(" -"), match.group(3)
        if mode in ("m", "M") and not letter.isupper():
            continue  # "a m…" is no key
        sign = {"♯": "#", "sharp": "#", "♭": "b", "flat": "b"}.get(sign.lower(), sign.lower())
        name = letter.upper() + sign
        name = _FLATS.get(name, _SHARPS.get(name, name))
        return Key(NAMES.index(name), mode.lower().startswith("mi") or mode == "m")
    return None


def read_chord(numeral: str, key: Key) -> Chord:
    """A chord from a roman numeral: case gives the third, `b` lowers, the rest names the shape ("ii7", "IVM7", "bVII").

    In minor keys III, VI and VII are those of the natural scale; V and vii° take the raised seventh.
    """
    match = _CHORD.fullmatch(numeral)
    assert match, numeral
    flat, roman, suffix = match.groups()
    small = roman.islower()
    degree = _ROMAN[roman.lower()]
    step = (MINOR if key.minor else MAJOR)[degree] - (1 if flat else 0)
    shape = _SHAPES["m" + suffix if small and not suffix.startswith("dim") else suffix]
    return Chord((key.tonic + step) % 12, shape)


def voice(chord: Chord, before: Sequence[int], centre: int, spread: int = 7) -> tuple[int, ...]:
    """The chord's notes around `centre`, each voice moving as little as it can from the chord before."""
    candidates: list[tuple[float, tuple[int, ...]]] = []
    for turn in range(len(chord.shape)):
        for lowest in range(centre - spread, centre + spread):
            if lowest % 12 != (chord.root + chord.shape[turn]) % 12:
                continue
            notes = _stack(chord, turn, lowest)
            middle = sum(notes) / len(notes)
            cost = abs(middle - centre) * 0.6
            if before:
                cost += sum(min(abs(note - old) for old in before) for note in notes)
                cost += abs(notes[-1] - before[-1]) * 0.7
            candidates.append((cost, notes))
    return min(candidates)[1]


def _stack(chord: Chord, turn: int, lowest: int) -> tuple[int, ...]:
    """The chord in one inversion, from a lowest note up, in close position."""
    classes = [(chord.root + step) % 12 for step in chord.shape]
    notes = [lowest]
    for place in classes[turn + 1 :] + classes[:turn]:
        notes.append(notes[-1] + (place - notes[-1] - 1) % 12 + 1)
    return tuple(notes)


def nearest(classes: Sequence[int], pitch: int) -> int:
    """The pitch of one of these classes that lies closest."""
    return min(
        (pitch + offset for offset in range(-6, 7) if (pitch + offset) % 12 in classes),
        key=lambda found: (abs(found - pitch), found),
    )


def ladder(key: Key, low: int, high: int) -> list[int]:
    """Every pitch of the scale between two pitches."""
    return [pitch for pitch in range(low, high + 1) if pitch % 12 in key.scale]
