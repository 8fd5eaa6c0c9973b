"""Media that belong together: made at once, versions of one another, or called by the same word."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from studio.director.language.values import DIGITS
from studio.director.plan import Scene
from studio.director.reading import Medium, Past
from studio.director.references.kinds import kind_of
from studio.director.references.versions import lineage

SEVERAL = "|".join(one for one in DIGITS if one != "one")
_ALL_SO_MANY = re.compile(
    rf"\b(?:all|the other|the remaining) ({SEVERAL}|\d)\b(?! (?:s|secs?|seconds?)\b)", re.I
)
_THE_OTHERS = re.compile(
    rf"\b(?:the|all) (?:other|remaining) (?:({SEVERAL}|\d)|ones|pictures|images|photos|versions|clips|videos)\b|"
    r"\b(?:the|all) (?:others|rest)\b(?! of (?:it|the)\b)",
    re.I,
)
_BY_PLACE = re.compile(r"\b(?:first|second|third|fourth|fifth|sixth|middle|left|right)\b", re.I)


def is_one_in_versions(
    batch: Sequence[Medium], scene: Scene, kind: str, pool: Sequence[Medium]
) -> bool:
    """Whether there is one picture only, in versions that were made from each other: "they" are who is on it."""
    line = lineage(scene, kind)
    return len(batch) == 1 and len(line) > 1 and all(one.index in line for one in pool)


def as_they_are_now(
    clause: str, scene: Scene, kind: str, pool: Sequence[Medium]
) -> Sequence[Medium]:
    """ "All three" of what was made together, as they have become since; "the other three" without the one that was
    used or chosen. Empty where no such group was made."""
    told, others = _ALL_SO_MANY.search(clause), _THE_OTHERS.search(clause)
    if told is None and others is None:
        return []
    there = {one.index: one for one in pool}
    for place, past in enumerate(scene.turn.past):
        made = [index for one, index in past.made if one == kind and index in there]
        if len(made) < 2:
            continue
        since = {call.arguments.get("sourceImageIndex"): call for call in scene.turn.past[:place]}
        chosen = (
            scene.turn.chosen[1] if scene.turn.chosen and scene.turn.chosen[0] == kind else None
        )
        if others:
            group = [there[index] for index in made if index not in since and index != chosen]
        else:
            now = [_latest(index, since, kind) for index in made]
            group = [there[index] for index in now if index in there]
        word = (told[1] if told else others[1] if others else None) or ""
        count = int(DIGITS.get(word.lower(), 0) or word or 0) if word else len(group)
        return group if count == len(group) and len(group) < len(made) + (others is None) else []
    return []


def _latest(index: int, since: Mapping[Any, Past], kind: str) -> int:
    """What a picture has become by changes of it alone."""
    call = since.get(index)
    made = [one for k, one in call.made if k == kind] if call else []
    return made[0] if len(made) == 1 else index


def so_called(noun: str, pool: Sequence[Medium]) -> list[Medium]:
    """Those that the noun behind a place is said of: "the second watercolor" of three."""
    noun = noun.lower().rstrip("s")
    if len(noun) < 4 or kind_of(noun) or noun in ("version", "result", "take"):
        return []
    known = [one for one in pool if noun in one.prompt.lower()]
    return known if 1 < len(known) < len(pool) else []


def beside_its_source(
    batch: Sequence[Medium], words: Sequence[str], scene: Scene, kind: str, pool: Sequence[Medium]
) -> list[Medium]:
    """Those that were made together, of which one was just changed: "and the third one" is one of them.

    "The last one" is the newest of all, unless the change before was told by a place too.
    """
    before = scene.turn.earlier[-1] if scene.turn.earlier else ""
    line = lineage(scene, kind)
    if len(batch) != 1 or len(line) < 2 or line[0] != batch[0].index:
        return []
    if {"last", "latest", "newest", "final"} & set(words) and not _BY_PLACE.search(before):
        return []
    past = next((one for one in scene.turn.past if (kind, line[1]) in one.made), None)
    there = {one.index: one for one in pool}
    return (
        [there[index] for one, index in past.made if one == kind and index in there] if past else []
    )
