"""What a clause is about: whether it points at something that is there, and of which kind."""

import re
from collections.abc import Sequence

from studio.director.language.clauses import Clause
from studio.director.plan import Scene
from studio.director.references.kinds import KINDS, kinds_named
from studio.director.references.naming import by_name
from studio.director.references.pointing import named

_PRONOUN = re.compile(
    r"\b(it|its|this|that|these|those|them|they|him|her|he|she|both|the result|"
    r"the two(?= together\b|$))\b(?!\s(?:time|way|kind|year))",
    re.I,
)
_ORDINAL = re.compile(
    r"(?:\b(?:the|that)\s(?:very\s)?|^(?=\w+ ones?\b))(?:first|second|third|fourth|fifth|last|latest|newest|other|"
    r"previous)\b"
    r"(?!\s?-?\s?(?:\d+|half|\w+teen|two|three|four|five|six|ten)?\s?-?(?:s|secs?|seconds?)\b)(?:\s(?:one|image|"
    r"picture|photo|version|video|clip|film|song|track|two|three|four)s?)?",
    re.I,
)
_INDEFINITE = re.compile(
    r"\b(?:of|around|about|showing)\s(?:an?|some|two|three)\s(?!\w*(?:photo|image|picture|clip|video)\b)",
    re.I,
)


def first_of(rows: Sequence[tuple[str, str]], text: str) -> str | None:
    """The word of the first pattern that is found."""
    return next((word for pattern, word in rows if re.search(pattern, text, re.I)), None)


def refers(clause: Clause, scene: Scene, kind: str) -> bool:
    """Whether the clause points at a medium of this kind that is there, or was attached with it."""
    text = clause.bare
    if named(text, kind):
        return True
    if not scene.now(kind):
        return False
    nouns = KINDS[kind]
    if re.search(
        rf"\b(?:the|my|this|that|these|those|our|both|all|each|every|its|his|"
        rf"her)\s(?:[\w'-]+\s){{0,4}}?(?:{nouns})\b",
        text,
        re.I,
    ):
        return True
    others = [one for one in kinds_named(text) if one != kind]
    if _ORDINAL.search(text) or re.search(r"\bthe (?:[\w'-]+ ){1,3}ones?\b", text, re.I):
        return not others
    if _PRONOUN.search(text) or scene.attached(kind):
        return True
    spoken = by_name(text, scene, kind)
    return isinstance(spoken, list) and bool(spoken)


def about(clause: Clause, scene: Scene, kinds: Sequence[str] = ("image", "video")) -> str:
    """The kind a clause is about: one it names, else that of the newest medium; empty when there is none."""
    for kind in kinds:
        if named(clause.bare, kind) and re.search(
            rf"\b(?:{KINDS[kind]})\s?#?\s?[-−]?\d", clause.bare, re.I
        ):
            return kind
    spoken = [one for one in kinds_named(clause.bare) if one in kinds]
    if spoken:
        return spoken[0]
    newest = _kind_with_that_many(clause.bare, scene, kinds) or scene.newest_kind(kinds)
    called = [kind for kind in kinds if _called(clause, scene, kind)]
    return called[0] if called and newest not in called else newest


_PLACES = ("first", "second", "third", "fourth", "fifth")
_PLACED = re.compile(rf"\bthe ({'|'.join(_PLACES)})\b(?:,| one\b| (?:in|with|but|as)\b|$)", re.I)


def _kind_with_that_many(text: str, scene: Scene, kinds: Sequence[str]) -> str:
    """The kind of which there is a second, or a third, where the newest has none; empty for all other words."""
    told, newest = _PLACED.search(text), scene.newest_kind(kinds)
    if told is None or newest != "video" or "image" not in kinds:
        return ""
    place = _PLACES.index(told[1].lower()) + 1
    return "image" if len(scene.now("video")) < place <= len(scene.now("image")) else ""


def _called(clause: Clause, scene: Scene, kind: str) -> bool:
    """Whether a medium of this kind is spoken of by its words."""
    found = by_name(clause.bare, scene, kind)
    return isinstance(found, list) and bool(found)


def indefinite(clause: Clause) -> bool:
    """Whether it is about something that is still to be made: "around a statue"."""
    return bool(_INDEFINITE.search(clause.bare)) and not _PRONOUN.search(clause.bare)


def speaks_of_sound(text: str, scene: Scene) -> bool:
    """Whether words speak of a song or a recording: by a noun, by its own words, or as "it" right after it was made."""
    heard = "audio" in kinds_named(text)
    if heard or re.search(r"\bupload", text, re.I):
        return heard
    pointed = re.match(r"\w+ (?:it|this|that)\b", text, re.I)
    if pointed and scene.newest_kind(("image", "video", "audio")) == "audio":
        return True
    spoken = by_name(text, scene, "audio")
    return isinstance(spoken, list) and bool(spoken)
