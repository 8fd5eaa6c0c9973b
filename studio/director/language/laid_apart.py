"""Several things to be laid on a film in one order, each with its place and its time."""

import re

from studio.director.language import values
from studio.director.language.clauses import Clause

_MARK = "\u2985{}\u2986"
_MARKS = re.compile(r"\u2985(\d+)\u2986")
_QUOTED = re.compile(r'"([^"]{1,2000})"')
_BETWEEN = re.compile(r"(,? (?:and|plus|then)(?: then| also)? |[,;.] )", re.I)
_A_PICTURE = re.compile(r"\b(?:logos?|watermark|sticker|emblem|badge)\b", re.I)
_AT_A_PLACE = re.compile(
    r"\b(?:top|bottom|upper|lower|left|right|corner|cent(?:er|re)|middle|above|below)\b", re.I
)
_SIZED = r"(?! (?!logos?\b|watermark\b|sticker\b|picture\b|image\b|ones?\b|and\b|in\b|on\b|at\b|please\b|pls\b|size)\w)"
_TINY = re.compile(rf"\b(?:tiny|mini|very small|really small|super small){_SIZED}", re.I)
_SMALL = re.compile(
    rf"\b(?:small(?:ish|er)?|discreet(?:ly)?|subtle){_SIZED}|\blittle (?:logo|watermark|sticker)\b|"
    r"\bnot (?:too|so|that) (?:big|large)\b",
    re.I,
)
_LARGE = re.compile(rf"(?<!too )(?<!so )(?<!that )\b(?:big|large|huge){_SIZED}", re.I)
TINY_PCT, SMALL_PCT, LARGE_PCT = 7, 10, 30
"""How wide a picture on a film is, in parts of a hundred of the film's width, where its size is told."""


def laid_apart(clause: Clause) -> list[Clause]:
    """A clause for each thing, where it is told of each of several texts where or when; else the clause as it is."""
    quotes: list[str] = []

    def keep(found: re.Match[str]) -> str:
        quotes.append(found[1])
        return _MARK.format(len(quotes) - 1)

    parts: list[str] = []
    told = _BETWEEN.split(_QUOTED.sub(keep, clause.text))
    for mark, said in zip(["", *told[1::2]], told[::2], strict=True):
        if parts and not (_names_a_thing(said) and _names_a_thing(parts[-1])):
            parts[-1] += mark + said
        else:
            parts.append(said)
    apart = [_clause(part, quotes) for part in parts]
    words = [one for one in apart if one.quotes]
    if len(apart) < 2 or (len(words) > 1 and not all(_placed(one.bare) for one in words)):
        return [clause]
    return apart


def width_in(text: str) -> int | None:
    """How wide a picture is to be on a film, as it was said: "kinda small"."""
    if _TINY.search(text):
        return TINY_PCT
    if _SMALL.search(text):
        return SMALL_PCT
    return LARGE_PCT if _LARGE.search(text) else None


def _names_a_thing(part: str) -> bool:
    return bool(_MARKS.search(part) or _A_PICTURE.search(part))


def _placed(text: str) -> bool:
    return bool(_AT_A_PLACE.search(text) or values.span_in(text, 60))


def _clause(part: str, quotes: list[str]) -> Clause:
    used = tuple(quotes[int(place)] for place in _MARKS.findall(part))
    text = _MARKS.sub(lambda found: f'"{quotes[int(found[1])]}"', part)
    return Clause(text, " ".join(_MARKS.sub(" ", part).split()), used)
