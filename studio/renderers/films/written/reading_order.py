"""In which order a line of mixed writing stands on screen: Unicode's algorithm (UAX #9) without its embedding marks."""

import unicodedata
from itertools import groupby

_LEFTWARD = ("R", "AL")
_NUMBER = ("EN", "AN")
_WITHIN_NUMBERS, _BESIDE_NUMBERS = ("CS", "ES"), ("ET",)
_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")


def leftward(text: str) -> bool:
    """Whether a line is read from right to left: its first letter decides."""
    kinds = (unicodedata.bidirectional(letter) for letter in text)
    first = next((kind for kind in kinds if kind in ("L", *_LEFTWARD)), "L")
    return first in _LEFTWARD


def stretches(text: str) -> list[tuple[str, bool]]:
    """A line's stretches of one direction, left to right on screen: its letters as spoken, and if it reads leftward."""
    base = "R" if leftward(text) else "L"
    kinds = _neutrals_placed(_numbers_joined(_kinds(text), base), base)
    depth = {"R": 1, "L": 2, "N": 2} if base == "R" else {"L": 0, "R": 1, "N": 2}
    parts: list[tuple[int, str]] = []
    place = 0
    for level, group in groupby(depth[kind] for kind in kinds):
        size = len(list(group))
        parts.append((level, text[place : place + size]))
        place += size
    for least in (2, 1):
        parts = _turned(parts, least)
    return [(part, level == 1) for level, part in parts]


def mirrored(text: str) -> str:
    """Letters in the order of a leftward line, for a program that cannot turn them itself."""
    return text[::-1].translate(_MIRRORED)


def _kinds(text: str) -> list[str]:
    """For each letter R, L, N (of a number), C or E (inside and beside numbers), else a dash."""
    found: list[str] = []
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in ("NSM", "BN"):  # an accent, a joiner: as what it stands on
            found.append(found[-1] if found else "-")
        elif kind in _LEFTWARD:
            found.append("R")
        elif kind in _NUMBER:
            found.append("N")
        elif kind in _WITHIN_NUMBERS:
            found.append("C")
        else:
            found.append("E" if kind in _BESIDE_NUMBERS else "L" if kind == "L" else "-")
    return found


def _numbers_joined(kinds: list[str], base: str) -> list[str]:
    """Points and signs go with their numbers, and numbers after rightward letters with those."""
    found = list(kinds)
    for place in range(1, len(found) - 1):
        if found[place] == "C" and found[place - 1] == found[place + 1] == "N":
            found[place] = "N"
    for order in (range(1, len(found)), range(len(found) - 2, -1, -1)):
        for place in order:
            before = found[place - order.step]
            found[place] = "N" if found[place] == "E" and before == "N" else found[place]
    strong = base
    for place, kind in enumerate(found):
        strong = kind if kind in "RL" else strong
        found[place] = "L" if kind == "N" and strong == "L" else "-" if kind in "CE" else kind
    return found


def _neutrals_placed(kinds: list[str], base: str) -> list[str]:
    """Spaces and signs between two stretches of one direction go with them, others with the line."""
    found: list[str] = []
    for kind, group in groupby(kinds):
        size = len(list(group))
        if kind == "-":
            after = kinds[len(found) + size] if len(found) + size < len(kinds) else base
            sides = {"R" if side == "N" else side for side in (found[-1] if found else base, after)}
            kind = sides.pop() if len(sides) == 1 else base
        found += [kind] * size
    return found


def _turned(parts: list[tuple[int, str]], least: int) -> list[tuple[int, str]]:
    """Parts of at least that depth beside each other change their order."""
    out: list[tuple[int, str]] = []
    for deep, group in groupby(parts, lambda part: part[0] >= least):
        some = list(group)
        out += some[::-1] if deep else some
    return out
