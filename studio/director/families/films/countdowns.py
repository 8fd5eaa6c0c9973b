"""Numbers that are counted on a film: a timer, a countdown, each number a second long."""

import re

from studio.director.families.films.subtitle_cues import cue
from studio.director.language.clauses import Clause
from studio.director.language.values import DIGITS
from studio.director.plan import Found, Scene, Unclear, Unsupported
from studio.director.references.pointing import meant
from studio.director.references.topic import about

_COUNTS = re.compile(
    r"\b(?:timers?|count-?downs?|count-?ups?|counters?|stop-?watch|"
    r"count(?:s|ing)?(?: (?:down|up))?(?= from\b| \d|: ?\d)|(?:numbers|digits)(?= (?:from )?\d))\b|"
    r"\bcount(?:s|ing)? (?:down|up)\b",
    re.I,
)
_ORDER = re.compile(
    r"^(?:put|add|place|show|display|have|give|overlay|insert|lay|stick|write|include|count|make (?:it|the|this)|let|"
    r"(?:an? |\d)|count-?down|timer|subtitles?|captions?)\b",
    re.I,
)
_NEW_FILM = re.compile(
    r"^(?:make|create|generate|film|shoot|an?)\b.{0,40}\b(?:video|film|clip|animation)\b", re.I
)
_NUMBER = rf"(\d{{1,3}}|{'|'.join(DIGITS)})"
_SPAN = re.compile(
    rf"\bfrom {_NUMBER}(?: seconds?)?(?: (?:down |up )?(?:to|till|until|through) |\s?[-–]\s?){_NUMBER}\b|"
    rf"\b{_NUMBER}(?: (?:down |up )?to |\s?[-–]\s?){_NUMBER}\b",
    re.I,
)
_LISTED = re.compile(r"\b(\d{1,2}(?:(?:, ?|\s|[-–…. ]{1,3})\d{1,2}){1,59})\b")
_FROM = re.compile(
    rf"\b(?:from|of) {_NUMBER}\b|\b{_NUMBER}[- ](?:second|sec|s)\b|\b{_NUMBER} ?s\b", re.I
)
_AT_THE_END = re.compile(
    r"\b(?:at the end|before it ends|in the last|for the last|over the last)\b", re.I
)
MOST_NUMBERS = 60
USUAL_FROM = 5


def counted(clause: Clause, scene: Scene) -> Found:
    """A timer or a countdown laid on a film, a number a second; the numbers are squeezed into a shorter film."""
    text = clause.bare
    if not _COUNTS.search(text) or not _ORDER.match(text) or _NEW_FILM.match(text):
        return None
    if about(clause, scene) != "video" or not scene.now("video"):
        return None
    films = meant(text, scene, "video")
    if isinstance(films, Unclear):
        return films
    if not scene.offers("add_subtitles"):
        return Unsupported("put numbers on a film")
    known = scene.medium("video", films[0])
    seconds = known.seconds if known else None
    numbers = numbers_in(text)
    each = min(1.0, seconds / len(numbers)) if seconds else 1.0
    start = max((seconds or 0) - each * len(numbers), 0) if _AT_THE_END.search(text) else 0.0
    cues = [
        cue(start + each * place, start + each * (place + 1), str(one))
        for place, one in enumerate(numbers)
    ]
    arguments = {"sourceVideoIndex": films[0], "cues": cues}
    return [scene.call("add_subtitles", arguments, f"video {films[0]}")]


def numbers_in(text: str) -> list[int]:
    """The numbers to be counted: those that are listed, from one to another, or down from one."""
    if told := _SPAN.search(text):
        first, last = (_value(one) for one in told.groups() if one)
        step = 1 if last >= first else -1
        return list(range(first, last + step, step))[:MOST_NUMBERS]
    if listed := _LISTED.search(text):
        return [int(one) for one in re.findall(r"\d+", listed.group(1))][:MOST_NUMBERS]
    start = _FROM.search(text)
    most = _value(next(one for one in start.groups() if one)) if start else USUAL_FROM
    most = max(1, min(most, MOST_NUMBERS))
    return (
        list(range(1, most + 1))
        if re.search(r"\bup\b|\bstop-?watch", text, re.I)
        else list(range(most, 0, -1))
    )


def _value(text: str) -> int:
    return DIGITS.get(text.lower(), 0) or int(text)
