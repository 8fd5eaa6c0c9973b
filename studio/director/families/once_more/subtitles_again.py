"""Subtitles that are there, set anew: larger, in another colour, at another place, with one line more."""

import re
from typing import Any

from studio.director.families.films.subtitle_cues import cues_in
from studio.director.families.once_more.letters import (
    USUAL_PCT,
    larger_in,
    tint_in,
    without_size_and_tint,
)
from studio.director.families.once_more.newest import newest_deed
from studio.director.families.once_more.remake_words import kept
from studio.director.language.clauses import Clause
from studio.director.language.continuing import bared
from studio.director.plan import Found, Scene

_TIME = r"\d{1,3}(?::\d\d)?(?:\.\d{1,2})?"
_NEXT = re.compile(
    r"^(?:(?:and|also|then|plus|add|put|now|an?|another|one|the|more|second|third|next|last|other|line|ones?|"
    r"subtitles?|captions?|text|it|should|say|says) ){0,6}(?:from|between) "
    rf"(?P<span>{_TIME} ?(?:s|secs?|seconds?)? ?(?:to|and|until|-|–) ?{_TIME})(?: ?(?:s|secs?|seconds?)\b)?"
    r" ?[:,]? ?(?P<words>[^\s:,].{1,300})$",
    re.I | re.S,
)
_AROUND = re.compile(
    r"\b(?:make|put|have|set|do|use|give|let|the|them|it|be|in|at|to|on|and|but|a|bit|little|much|even|more|letters?|"
    r"text|font|words?|subtitles?|captions?|colou?r|please|instead|now|should|of|video|film|edge|size)\b|[\s,.!]",
    re.I,
)
_TOP, _FOOT = re.compile(r"\b(?:top|higher)\b", re.I), re.compile(r"\b(?:bottom|lower)\b", re.I)
_STEP_PCT, _LEAST_PCT, _MOST_PCT = 3, 3, 15
"""Sizes of letters, in parts of a hundred of the film's height."""


def subtitled_again(clause: Clause, scene: Scene) -> Found:
    """The newest subtitles on the film they were put on, so that none lies over another."""
    past = newest_deed(scene, "add_subtitles")
    if past is None:
        return None
    arguments = kept(past.arguments)
    text = bared(clause.bare)
    style = {} if clause.quotes else _style(text, arguments.get("style") or {})
    cues = arguments.get("cues")
    if style:
        arguments["style"] = {**(arguments.get("style") or {}), **style}
    elif isinstance(cues, list) and (more := _next_cue(clause)):
        arguments["cues"] = [*cues, *more]
    else:
        return None
    return [scene.call(past.tool, arguments, f"video {arguments.get('sourceVideoIndex', 0)}")]


def _style(text: str, before: dict[str, Any]) -> dict[str, Any]:
    """How the letters are to be, where words tell nothing else."""
    if _AROUND.sub("", _FOOT.sub(" ", _TOP.sub(" ", without_size_and_tint(text)))):
        return {}
    size = before.get("fontSizePct", USUAL_PCT)
    found: dict[str, Any] = {}
    if (larger := larger_in(text)) is not None:
        found["fontSizePct"] = (
            min(size + _STEP_PCT, _MOST_PCT) if larger else max(size - _STEP_PCT + 1, _LEAST_PCT)
        )
    if tint := tint_in(text):
        found["color"] = tint
    if _TOP.search(text) or _FOOT.search(text):
        found["position"] = "top" if _TOP.search(text) else "bottom"
    return found


def _next_cue(clause: Clause) -> list[dict[str, Any]]:
    """One line more, with its time."""
    told = _NEXT.match(clause.text)
    if told is None:
        return []
    words = told["words"].strip(' "“”')
    line = f'from {told["span"]}: "{words}"'
    cues = cues_in(Clause(line, "", ()), None).get("cues")
    return cues if isinstance(cues, list) else []
