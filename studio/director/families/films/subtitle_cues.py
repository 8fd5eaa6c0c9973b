"""Words of a person as subtitles: a pasted file, lines with times, or lines spread over the film."""

import re
from typing import Any

from studio.director.language.clauses import Clause
from studio.director.language.vocabulary import EDGES

WORDS_PER_S = 2.5
LONGEST_LINE = 7  # words
_TIME = r"(\d{1,2}:\d{2}(?:\.\d{1,3})?|\d{1,5}(?:\.\d{1,3})?)"
_THE_END = r"(?:the )?(?:very )?end(?: of (?:it|the (?:film|video|clip)))?"
_TIMED = re.compile(
    rf"(?:from |between )?{_TIME}\s?s?(?:ec(?:onds?)?)?\s?(?:to|and|until|till|-|"
    rf"–)\s?(?:{_TIME}|{_THE_END})\s?s?(?:ec(?:onds?)?)?\s?[:,]?\s?(?:say |show |it says |put )?\"([^\"]+)\"",
    re.I,
)
_AFTER = re.compile(
    rf"\"([^\"]+)\"\s?(?:,?\s?(?:from|between|at))?\s?{_TIME}\s?s?(?:ec(?:onds?)?)?\s?(?:to|and|until|-|–)\s?{_TIME}",
    re.I,
)
_LINE = re.compile(
    rf"^\s?\[?{_TIME}\]?\s?s?\s?(?:to|-|–)\s?{_TIME}\]?\s?s?\s?[:,]?\s?(.+)$", re.I | re.M
)


_NEXT_TIME = re.compile(
    rf"[\s,;/]{{1,4}}(?:and (?:then )?|then )?(?=(?:from )?{_TIME}\s?s?(?:ec(?:onds?)?)?\s?(?:to|-|–)\s?{_TIME})",
    re.I,
)


def cues_in(clause: Clause, seconds: float | None) -> dict[str, Any]:
    """Arguments for subtitles; empty when the clause has no words for them. `seconds` is the film's length."""
    whole = clause.quote
    if "-->" in whole:
        return {"srt": whole}
    timed = [(a, b, words) for a, b, words in _TIMED.findall(clause.text)]
    timed += [(a, b, words) for words, a, b in _AFTER.findall(clause.text)] if not timed else []
    rows = _NEXT_TIME.sub("\n", whole or clause.text)
    timed += _LINE.findall(rows) if not timed else []
    if timed:
        return {"cues": [_timed(a, b, words, seconds) for a, b, words in timed]}
    quoted = (
        list(clause.quotes) if len(clause.quotes) > 1 else _lines(whole or _bare_words(clause.text))
    )
    return {"cues": _spread(quoted, seconds)} if quoted else {}


def _timed(start: str, end: str, words: str, seconds: float | None) -> dict[str, Any]:
    """A line with its times; without a second one it stays to the film's end, or as long as its words need."""
    began = _seconds(start)
    needed = began + max(2.0, len(words.split()) / WORDS_PER_S)
    return cue(began, _seconds(end) if end else (seconds or needed), words)


def _bare_words(text: str) -> str:
    """Words after "saying" that nobody put in quotes."""
    found = re.search(
        r"\b(?:saying|say|says|that reads?|reading|with the (?:words|text|line)s?)\s(?!what|whatever|"
        r"something)((?s:.+))$",
        text,
        re.I | re.S,
    )
    return found.group(1).strip(EDGES) if found else ""


def _lines(text: str) -> list[str]:
    """Short lines: as they were broken, else by sentence, else every few words."""
    rows = [row.strip() for row in re.split(r"\n+|(?<=[.!?…])\s|\s?/\s", text) if row.strip()]
    found = []
    for row in rows:
        words = row.split()
        parts = max(1, -(-len(words) // LONGEST_LINE))
        size = -(-len(words) // parts)
        found += [" ".join(words[start : start + size]) for start in range(0, len(words), size)]
    return found[:200]


def _spread(lines: list[str], seconds: float | None) -> list[dict[str, Any]]:
    """Lines over the film, each as long as its words need."""
    needs = [max(1.0, len(line.split()) / WORDS_PER_S) for line in lines]
    scale = seconds / sum(needs) if seconds and (sum(needs) > seconds or len(lines) > 1) else 1.0
    if seconds and len(lines) == 1:
        scale = seconds / needs[0]
    cues, start = [], 0.0
    for line, need in zip(lines, needs, strict=True):
        cues.append(cue(start, start + need * scale, line))
        start += need * scale
    return cues


def cue(start: float, end: float, text: str) -> dict[str, Any]:
    return {
        "startSeconds": round(start, 2),
        "endSeconds": round(max(end, start + 0.2), 2),
        "text": text.strip(),
    }


def _seconds(text: str) -> float:
    if ":" in text:
        minutes, rest = text.split(":")
        return int(minutes) * 60 + float(rest)
    return float(text)
