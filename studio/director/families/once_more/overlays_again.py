"""Words or a picture laid on a film, laid on it anew: in another colour, at another place, with other words."""

import re
from typing import Any

from studio.director.families.films.overlays import position_in
from studio.director.families.once_more.letters import (
    USUAL_PCT,
    larger_in,
    tint_in,
    without_size_and_tint,
)
from studio.director.families.once_more.newest import newest_deed
from studio.director.families.once_more.remake_words import kept
from studio.director.language import values
from studio.director.language.clauses import Clause
from studio.director.language.continuing import bared
from studio.director.plan import Found, Scene

_AROUND = re.compile(
    r"\b(?:make|put|have|set|do|use|move|place|let|the|it|be|in|at|to|on|and|but|a|bit|little|much|more|letters?|text|"
    r"title|font|words?|logo|caption|colou?r|please|instead|now|should|of|video|film|edge|corner|top|bottom|left|right|"
    r"middle|cent(?:er|re)|upper|lower|bold|bolder|only|just|show|for|from|between|seconds?|secs?|s|first|last|until|"
    r"one|two|three|four|five|six|\d[\d.:]*)\b|[\s,.!-]",
    re.I,
)
_OTHER_WORDS = re.compile(
    r"^(?:change|set) (?:it|that|the (?:text|title|words?|caption)) (?:to|into) (?P<words>(?!(?:black|white|"
    r"vertical|square|a|an|the|"
    r"another|bold|\d+ ?s)\b)[^\"]{2,60})$|^(?:it|the (?:text|title)) should (?:say|read) (?P<said>[^\"]{2,60})$",
    re.I,
)
_LARGER, _LEAST_PCT, _MOST_PCT = 1.6, 2, 30
"""How much larger one step is, and the sizes of letters in parts of a hundred of the film's height."""
_SAYS = re.compile(
    r"^(?:(?:no|but|and|now|the|text|title|it|that|words?) ){0,4}(?:should|must|has to|needs to)? ?(?:say|read|be)s?\b|"
    r"^(?:change|replace|make|set) (?:it|that|this|the (?:text|title|words?|caption))(?: to| into| with| say| read)\b",
    re.I,
)


def overlaid_again(clause: Clause, scene: Scene) -> Found:
    """The newest words or picture on a film, on the film they were put on, so that none lies over another."""
    past = newest_deed(scene, "overlay_video")
    items = past.arguments.get("overlays") if past else None
    if past is None or not isinstance(items, list) or len(items) != 1:
        return None
    told = _told(clause, dict(items[0]), scene, past.arguments.get("sourceVideoIndex"))
    if not told:
        return None
    arguments = {**kept(past.arguments), "overlays": [{**items[0], **told}]}
    return [scene.call(past.tool, arguments, f"video {arguments.get('sourceVideoIndex', 0)}")]


def _told(clause: Clause, item: dict[str, Any], scene: Scene, film: Any) -> dict[str, Any]:
    """What is to be different: only where words tell nothing else."""
    text = bared(clause.bare)
    if clause.quotes:
        return {"text": clause.quote} if _SAYS.match(text) and item.get("kind") == "text" else {}
    if item.get("kind") == "text" and (other := _OTHER_WORDS.match(bared(clause.text))):
        return {"text": (other["words"] or other["said"]).strip()}
    if _AROUND.sub("", without_size_and_tint(text)):
        return {}
    found: dict[str, Any] = {}
    if (larger := larger_in(text)) is not None and item.get("kind") == "text":
        before = item.get("fontSizePct", USUAL_PCT)
        factor = _LARGER if larger else 1 / _LARGER
        found["fontSizePct"] = round(min(max(before * factor, _LEAST_PCT), _MOST_PCT))
    if (tint := tint_in(text)) and item.get("kind") == "text":
        found["color"] = tint
    if re.search(r"\bbold(?:er)?\b", text, re.I):
        found["fontWeight"] = "bold"
    if where := position_in(text):
        found["position"] = where
    known = scene.medium("video", film) if isinstance(film, int) else None
    if span := values.span_in(text, known.seconds if known else None):
        found |= {"startSeconds": span[0], "endSeconds": span[1]}
    return found
