"""A step, a question, and which media a clause points at."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from studio.director import words
from studio.director.reading import Turn, number


@dataclass(frozen=True)
class Step:
    """One call: tool, arguments, and what to call it in a sentence. `also` run in the same round."""

    tool: str
    arguments: dict[str, Any]
    subject: str
    also: tuple["Step", ...] = field(default=())


@dataclass(frozen=True)
class Unclear:
    """A question instead of a call."""

    question: str


def allowed(turn: Turn, tool: str, arguments: dict[str, Any]) -> dict[str, Any]:
    """Only keys the offered schema knows, with a value."""
    known = turn.tools.get(tool, {}).get("properties") or {}
    return {key: value for key, value in arguments.items() if key in known and value is not None}


def side_by_side(steps: Sequence[Step]) -> list[Step]:
    """Independent steps as one round."""
    first, *rest = steps
    return [Step(first.tool, first.arguments, first.subject, tuple(rest))]


def named_indices(clause: str, kind: str) -> list[int]:
    """Every medium of this kind that is named by its number, in order."""
    found = [
        number(index)
        for word, index in words.INDEX.findall(clause)
        if words.SPOKEN.get(word.lower(), word.lower()) == kind
    ]
    return list(dict.fromkeys(found))


def unknown_index(clause: str, turn: Turn) -> Unclear | None:
    """A question back when a number is named that is not there."""
    for word, index in words.INDEX.findall(clause):
        kind = words.SPOKEN.get(word.lower(), word.lower())
        known = [medium.index for medium in turn.of_kind(kind)]
        if number(index) not in known:
            there = ", ".join(f"{kind} {one}" for one in known[-6:]) or f"no {kind} yet"
            return Unclear(f"There is no {kind} {number(index)} here. There is {there}.")
    return None


def pictures_meant(clause: str, turn: Turn, before: Sequence[Step]) -> list[int]:
    """The pictures a clause points at: numbers, "the second one", "both", just made, attached, or the newest."""
    named = named_indices(clause, "image")
    if named:
        return named
    made = turn.made("image")
    shown = [one.index for one in turn.of_kind("image")]
    generated = [index for index in shown if index >= 0]
    if before:
        first = made[0] if made else max(generated, default=-1) + 1
        count = int(before[-1].arguments.get("numberOfVariations", 1)) + len(before[-1].also)
        made = made or list(range(first, first + count))
    attached = [index for kind, index in turn.attached if kind == "image"]
    group = made or attached or generated or shown
    ordinal = words.ORDINAL.search(clause)
    if ordinal:
        group = made or generated or shown
        place = words.ORDINALS[ordinal.group(1).lower()]
        return [group[place]] if group and -len(group) <= place < len(group) else []
    if words.ALL.search(clause):
        return group[-2:] if re.search(r"\bboth\b", clause, re.I) else group[:4]
    if made or attached:
        return group[:1]
    return shown[-1:]
