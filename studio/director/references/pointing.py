"""Which media a clause points at: by number, by place, by name, by group, or the one just spoken of."""

import re
from collections.abc import Sequence

from studio.director.language.values import DIGITS
from studio.director.plan import Scene, Unclear
from studio.director.reading import Medium, number
from studio.director.references.groups import (
    SEVERAL,
    as_they_are_now,
    beside_its_source,
    is_one_in_versions,
    so_called,
)
from studio.director.references.kinds import ANY, KINDS, kind_of, there_is
from studio.director.references.naming import UPLOADED, by_name
from studio.director.references.versions import version_meant

_DIGIT = "|".join(DIGITS)
_INDEX = re.compile(
    rf"@?\b({ANY})\s?(?:number|no\.?|nr\.?|#)?\s?([-−]?\d{{1,3}}(?!\d)(?:\s?(?:,|and|&|\+|or|to|through|-|"
    rf"–)\s?(?:and\s)?#?[-−]?\d{{1,3}}(?![\dpd])(?!\s?(?:s|secs?|seconds?)\b))*)"
    r"(?!\s?(?:(?:more |extra |additional |full )?(?:s|secs?|seconds?)|x|px|p|bpm|%|k|minutes?|min|:\d|degrees?|"
    r"times)\b|[\d.]*[:x×]\d)",
    re.I,
)
_HASH = re.compile(rf"(?:(?<![\w&])#|\b(?:number|no\.) )([-−]?\d+|{_DIGIT})\b", re.I)
_PLACES = {
    "first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3, "fifth": 4, "5th": 4,
    "sixth": 5, "6th": 5, "seventh": 6, "eighth": 7, "last": -1, "latest": -1, "newest": -1, "final": -1,
    "penultimate": -2, "middle": 1, "left": 0, "right": -1,
}  # fmt: skip
_IN_A_ROW = ("left", "middle", "right")
"""Places of media that are shown beside each other, which are so told by their noun only."""
_MOST_IN_A_ROW = 3
_PLACE = "|".join(
    rf"{word}(?=\s(?:one|image|picture|photo|pic|video|clip|version|logo|poster)\b)"
    if word in _IN_A_ROW
    else word
    for word in _PLACES
)
_AT_A_SIDE = re.compile(
    r"\bthe (one|picture|image|photo|version) (?:on|to|at|in) the (left|right|middle|cent(?:er|re))\b",
    re.I,
)
_ORDINAL = re.compile(
    rf"(?:\b(?:the|my|your|that|and)\s(?:very\s)?|^(?=\w+ (?:one|ones|{ANY})\b))(second[- ]to[- ]last|"
    rf"{_PLACE})\b(?!\s\d(?!d\b))(?!\s?-?\s?(?:\d+|{_DIGIT}|"
    rf"half)?\s?-?(?:s|secs?|half|part|minute|verse|chorus|"
    rf"seconds?|frames?)\b)(?:\s(?!(?:and|with|into|to|in|at|so|but|as|from|for|on|of)\b)(\w+))?(?:\s({ANY})\b)?",
    re.I,
)
_GROUP = re.compile(
    rf"\b(first|last|latest|newest)\s(\d{{1,2}}|{SEVERAL}|couple(?: of)?|few)\b(?!\s?-?(?:s|secs?|seconds?)\b)",
    re.I,
)
ALL = re.compile(
    r"\b(both|(?<!\bat )all|each|every(?: one|thing)?|them|these|those|they|the (?:two|three|four|five|six))\b",
    re.I,
)
_THE_COUNT = re.compile(rf"\b(?:the|these|those|my|all)\s({_DIGIT}|\d)\s(?:\w+\s)?({ANY})\b", re.I)
_OTHER = re.compile(r"\bthe (other|previous|one before|earlier)\b", re.I)


ONLY_POINTS = re.compile(
    r"^(?:the |that |this |my |it's |use |take |with |number |no\. ?|#)?(?:@?(?:image|video|audio|picture|photo|"
    r"clip|film|song|track)s?\s?[-−]?\d+(?:(?:,? and|,|,? or| &) (?:@?(?:image|video|audio|picture|photo|clip|film|"
    r"song|track)\s?)?[-−]?\d+){0,8}|(?:very )?(?:first|second|third|fourth|fifth|last|"
    r"newest|latest|other|previous)(?: one| picture| image| video| clip| song| photo)?|(?:[\w-]+ ){1,3}(?:one|"
    r"picture|image|photo|video|clip|song)|both(?: of them)?|all(?: of them)?|[-−]?\d+)\.?$",
    re.I,
)


def named(clause: str, kind: str) -> list[int]:
    """Every medium of this kind that is named by its number, in order."""
    found: list[int] = []
    for one in _INDEX.finditer(clause):
        if kind_of(one.group(1)) == kind:
            found += _numbers(one.group(2))
    if not found and not _INDEX.search(clause):
        found = [_one(one) for one in _HASH.findall(clause)]
        bare = re.fullmatch(
            r"(?:\w{1,24}(?: up)?|(?:make |create )?(?:videos|clips|films) (?:of|from)) ([-−]?\d{1,2}(?:(?:\s?,\s?|"
            r"\s(?:and|&)\s)[-−]?\d{1,2})*)",
            clause.strip(),
        )
        found = found or (_numbers(bare.group(1)) if bare else [])
    return list(dict.fromkeys(found))


def _one(text: str) -> int:
    return DIGITS.get(text.lower()) or number(text)


def _numbers(text: str) -> list[int]:
    span = re.fullmatch(r"\s?(\d{1,4})\s?(?:to|through|-|–)\s?#?(\d{1,4})\s?", text)
    if span and int(span.group(1)) < int(span.group(2)) <= int(span.group(1)) + 15:
        return list(range(int(span.group(1)), int(span.group(2)) + 1))
    return [number(one) for one in re.findall(r"(?<!\d)[-−]?\d+", text)]


def pointer_in(clause: str) -> str:
    """The words of a clause that point by place or number; empty when there are none."""
    found = _INDEX.search(clause) or _ORDINAL.search(clause)
    return found.group() if found else ""


def missing(clause: str, scene: Scene, kind: str) -> Unclear | None:
    """A question back when a number is named that is not there."""
    known = [one.index for one in scene.now(kind)] + [m.index for m in scene.turn.of_kind(kind)]
    if _counted_from_one(clause, scene, kind):
        return None
    for index in named(clause, kind):
        if index not in known:
            return Unclear(f"There is no {kind} {index} here. {there_is(scene, kind)}")
    return None


def _counted_from_one(clause: str, scene: Scene, kind: str) -> list[int]:
    """ "Number 2" of two that were made together, where none has that index: the second of them."""
    told = _HASH.findall(clause) if not _INDEX.search(clause) else []
    batch = _batch(scene, kind, scene.now(kind)) if len(told) == 1 else []
    place = _one(told[0]) if told else 0
    if len(batch) < 2 or place != len(batch) or scene.medium(kind, place):
        return []
    return [batch[place - 1].index]


def meant(clause: str, scene: Scene, kind: str, *, many: bool = False) -> list[int] | Unclear:
    """The media of a kind a clause points at, the newest when it says none; `many` when a group is usual here.

    Empty when there is nothing to point at.
    """
    question = missing(clause, scene, kind)
    if question is not None:
        return question
    if counted := _counted_from_one(clause, scene, kind):
        return counted
    found = named(clause, kind)
    if found:
        more = [one.index for one in scene.now(kind) if one.index < 0 and one.index not in found]
        return [*found, *more[:1]] if many and UPLOADED.search(clause) else found
    pool = scene.now(kind)
    group = _group(clause, scene, kind, pool) or as_they_are_now(clause, scene, kind, pool)
    if group:
        return [one.index for one in group]
    version = version_meant(clause, scene, kind)
    if version is not None:
        return [version]
    placed = _placed(clause, scene, kind, pool)
    if placed is not None:
        return placed
    spoken = by_name(clause, scene, kind)
    if isinstance(spoken, Unclear) or spoken:
        return spoken
    batch = _batch(scene, kind, pool)
    if _OTHER.search(clause) and len(pool) > 1:
        rest = [one for one in pool if one not in batch[:1]]
        return [rest[-1].index]
    if ALL.search(_without_other(clause, kind)):
        they = kind == "image" and _THEY.search(clause) and not _GROUPED.search(clause)
        if they and (_shows_several(batch) or is_one_in_versions(batch, scene, kind, pool)):
            return [batch[0].index]
        return [one.index for one in _every(clause, batch, pool)]
    if many:
        return [one.index for one in (batch if len(batch) > 1 else pool)]
    return [one.index for one in batch[:1]]


_THEY = re.compile(r"\b(?:them|they)\b", re.I)
_GROUPED = re.compile(
    r"\b(?:both|all|each|every\w*|these|those|the (?:two|three|four|five|six))\b", re.I
)
_SEVERAL_SHOWN = re.compile(
    r"\b(?:two|three|four|five|six|some|several|many|a couple|a pair|a group|people|friends|kids|children|twins|men|"
    r"women)\b|^[^,:]{0,40}?\band an?\b|^(?:[\w-]{2,20} ){0,2}[\w-]{2,20}[^\Wsui]s\b(?! of\b)",
    re.I,
)


def _shows_several(batch: Sequence[Medium]) -> bool:
    """Whether one picture alone was spoken of last and shows more than one: so they are "them"."""
    return len(batch) == 1 and bool(_SEVERAL_SHOWN.search(batch[0].shown))


def _without_other(clause: str, kind: str) -> str:
    """The clause without groups of another kind: "all the videos" is no group of songs."""
    others = "|".join(nouns for one, nouns in KINDS.items() if one != kind)
    return re.sub(
        rf"\b(both|all|these|those|each|every)\b(?=(?:\s\w+)?\s(?:{others})\b)",
        "",
        clause,
        flags=re.I,
    )


def _every(clause: str, batch: Sequence[Medium], pool: Sequence[Medium]) -> Sequence[Medium]:
    if re.search(r"\bboth\b", clause, re.I):
        return batch if len(batch) == 2 else pool[-2:]
    if re.search(
        r"\b(all|every)\s(?:of\s)?(?:the|my|our)?\s?(?:\w+\s)?(?:" + ANY + r")\b", clause, re.I
    ):
        return pool[:16]
    return (batch if len(batch) > 1 else pool)[:16]


def _group(clause: str, scene: Scene, kind: str, pool: Sequence[Medium]) -> Sequence[Medium]:
    """ "the last two", "the first three images", "the two clips"."""
    found = _GROUP.search(clause)
    if found:
        word = found.group(2).lower()
        count = (
            3
            if word == "few"
            else 2
            if word.startswith("couple")
            else int(DIGITS.get(word, 0) or word)
        )
        group = next((one for one in (_batch(scene, kind, pool), pool) if len(one) >= count), pool)
        return group[:count] if found.group(1).lower() == "first" else group[-count:]
    counted = _THE_COUNT.search(clause)
    if counted and kind_of(counted.group(2)) == kind:
        count = int(DIGITS.get(counted.group(1).lower(), 0) or counted.group(1))
        batch = _batch(scene, kind, pool)
        return batch if len(batch) == count else pool[-count:]
    return []


def _placed(
    clause: str, scene: Scene, kind: str, pool: Sequence[Medium]
) -> list[int] | Unclear | None:
    """ "the second one", "the first and the third picture"."""
    places, words = [], []
    clause = _AT_A_SIDE.sub(_side_first, clause)
    for found in _ORDINAL.finditer(clause):
        other = kind_of(found.group(2) or "") or kind_of(found.group(3) or "")
        if not other or other == kind:
            word = found.group(1).lower().replace("-", " ")
            words.append(word)
            places.append(-2 if word == "second to last" else _PLACES[word])
    if not places:
        return None
    batch = _batch(scene, kind, pool)
    if len(batch) > _MOST_IN_A_ROW and {"left", "right"} & set(words):
        return Unclear(there_is(scene, kind))
    made = [one for one in pool if one.index >= 0]
    place = _ORDINAL.search(clause)
    called = so_called((place.group(2) if place else "") or "", pool)
    beside = beside_its_source(batch, words, scene, kind, pool)
    group = next(
        (
            g
            for g in (called, batch, beside, made, list(pool))
            if all(_fits(p, g) for p in places) and (len(g) > 1 or len(pool) < 2)
        ),
        None,
    )
    if group is None:
        return Unclear(there_is(scene, kind))
    return list(dict.fromkeys(group[place].index for place in places))


def _side_first(found: re.Match[str]) -> str:
    """ "The one on the left" as "the left one"."""
    side = "middle" if found[2].lower().startswith("cent") else found[2].lower()
    return f"the {side} {found[1]}"


def _fits(place: int, group: Sequence[Medium]) -> bool:
    return -len(group) <= place < len(group)


def _batch(scene: Scene, kind: str, pool: Sequence[Medium]) -> list[Medium]:
    """The media spoken of last: just made, attached, the newest call's, else the newest alone."""
    here = scene.last_batch(kind)
    if here:
        return here
    attached = [m for index in scene.attached(kind) if (m := scene.medium(kind, index))]
    if attached:
        return attached
    there = {one.index: one for one in pool}
    chosen = scene.turn.chosen
    if chosen and chosen[0] == kind and chosen[1] in there:
        return [there[chosen[1]]]
    recent = [index for one, index in scene.turn.recent if one == kind and index in there]
    if recent:
        past = next((p for p in scene.turn.past if (kind, recent[0]) in p.made), None)
        same = [i for k, i in past.made if k == kind and i in there] if past else recent[:1]
        return [there[index] for index in same]
    made = [one for one in pool if one.index >= 0]
    return (made or list(pool))[-1:]
