"""The deed that was done last, done to something else: "do the same with the second one"."""

import re
from collections.abc import Mapping
from typing import Any

from studio.director.families.remake_words import kept
from studio.director.language.clauses import Clause
from studio.director.plan import Found, Scene, Unclear, side_by_side
from studio.director.references.pointing import meant

_SAME = re.compile(
    r"^(?:(?:and|now|then|also) )*(?:do |make |apply |repeat )?(?:the |that )?(?:very |exact )?same(?: thing| again)? "
    r"(?:with|to|for|on) (?P<what>.{1,80})$|"
    r"^(?P<too>(?:the|my|this|that|@?image|@?video|picture|clip)\b.{1,60}?),? (?:too|as well|also)$",
    re.I,
)
_SOURCES = {
    "sourceImageIndex": "image", "sourceImageIndices": "image", "sourceVideoIndex": "video",
    "videoSourceIndex": "video", "videoIndex": "video",
}  # fmt: skip


def repeated(clause: Clause, scene: Scene) -> Found:
    """The newest call that was made from something, made from what is meant now; its other arguments stay."""
    told = _SAME.match(clause.bare)
    past = _newest(scene) if told else None
    if told is None or past is None:
        return None
    tool, arguments = past
    name = next(one for one in _SOURCES if one in arguments)
    kind = _SOURCES[name]
    found = meant(told["what"] or told["too"], scene, kind)
    if isinstance(found, Unclear):
        return found
    if not found or not scene.offers(tool):
        return None
    single = {one: value for one, value in kept(arguments).items() if one != name}
    name = name.replace("Indices", "Index")
    return side_by_side(
        [scene.call(tool, {**single, name: index}, f"{kind} {index}") for index in found[:8]]
    )


def _newest(scene: Scene) -> tuple[str, Mapping[str, Any]] | None:
    """The newest call with a source, of this turn or from before."""
    if scene.steps:
        calls = [(one.tool, one.arguments) for one in reversed(scene.steps)]
    else:
        calls = [(one.tool, dict(one.arguments)) for one in scene.turn.past]
    return next((one for one in calls if any(name in one[1] for name in _SOURCES)), None)
