"""The deed that was done last, done to something else: "do the same with the second one"."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from studio.director.families.once_more.remake_words import kept
from studio.director.families.pictures import edits
from studio.director.language.clauses import Clause
from studio.director.language.retold import order_in
from studio.director.plan import MAKES, Found, Scene, Unclear, side_by_side
from studio.director.references.kinds import kinds_named, there_is
from studio.director.references.naming import by_name
from studio.director.references.pointing import ONLY_POINTS, meant, pointer_in

_SAME = re.compile(
    r"^(?:(?:and|now|then|also) )*(?:do |make |apply |repeat )?(?:the |that )?(?:very |exact )?same(?: thing| again)? "
    r"(?:with|to|for|on) (?P<what>.{1,80}?)(?:,? (?:too|as well|also|please))*[?.!]*$|"
    r"^(?:(?:and|now|then|also) )*(?:(?:do|make|apply|try) )?(?:(?:it|that|this) )?(?:again|once more|one more time|"
    r"too|also|as well) (?:with|for|to|on) (?P<again>.{1,80}?)(?:,? (?:too|as well|please))*[?.!]*$|"
    r"^(?P<too>(?:the|my|this|that|@?image|@?video|picture|clip)\b.{1,60}?),? (?:too|as well|also|like (?:that|"
    r"this)|the same way)$",
    re.I,
)
_SOURCES = {
    "sourceImageIndex": "image", "sourceImageIndices": "image", "sourceVideoIndex": "video",
    "videoSourceIndex": "video", "videoIndex": "video",
}  # fmt: skip


_CORRECTS = re.compile(  # the deed was right, what it was done to was not
    r"^(?:no+|nope|nah|not (?:that|this|the|him|her|them|it)\b|wrong\b|sorry|oops|wait|actually|i mean|"
    r"rather)\b|\bi mean[t]?\b",
    re.I,
)
_AROUND = re.compile(
    r"^(?:(?:no+|nope|nah|not (?:that|this|it|him|her|them|the \w+)(?: one)?|wrong (?:one|picture|image|photo|"
    r"video|clip)|sorry|"
    r"oops|wait|actually|rather|but|i mean[t]?|use|take|do|with|for|animate)[\s,.!:-]{1,3}){1,5}|"
    r",? (?:i mean[t]?|instead|please)$",
    re.I,
)
_OTHER = re.compile(r"^(?:the )?other(?: (?:one|picture|image|photo|video|clip|film))?$", re.I)


_OTHERS = re.compile(
    r"^(?:all )?the (?:others|rest|other (?:two|three|four|ones|pictures|images))$", re.I
)
_AT_A_PLACE = re.compile(
    r"the (first|second|third|fourth|last)(?: (?:one|picture|image|photo|pic|video|clip))?$", re.I
)
_NOW = re.compile(r"(?:and |now |then |next )+(the [\w-]+(?: [\w-]+)?)[.!?]?$", re.I)
_PLACE = re.compile(
    r"the (?:first|second|third|fourth|fifth|sixth|last|left|right|middle)(?: (?:one|picture|image|photo))?$",
    re.I,
)


_WHAT_TO_DO = Unclear("What shall I do with that one? Say it in a few words.")


def corrected(clause: Clause, scene: Scene) -> Found:
    """ "No, the other one": the newest deed once more, done to what was meant."""
    past = _newest(scene) if _CORRECTS.search(scene.turn.text) and not scene.steps else None
    if past is None:
        return None
    tool, arguments = past
    words = _AROUND.sub("", _AROUND.sub("", clause.bare)).strip(" .,!?")
    name = next(one for one in _SOURCES if one in arguments)
    kind = _SOURCES[name]
    if not isinstance(arguments[name], int) or not scene.offers(tool):
        return None
    found = _another(words, scene, kind, arguments[name])
    if isinstance(found, Unclear):
        return found
    if not found:
        return None
    single = {one: value for one, value in kept(arguments).items() if one != name}
    return [scene.call(tool, {**single, name: found[0]}, f"{kind} {found[0]}")]


def _another(words: str, scene: Scene, kind: str, used: int) -> list[int] | Unclear:
    """The medium that is meant instead of the one that was used; empty when the words do not point at one."""
    if _OTHER.match(words):
        return _the_other(scene, kind, used)
    if ONLY_POINTS.match(words):
        return meant(words, scene, kind)
    named = (
        by_name(words, scene, kind) if re.match(r"(?:the|my|that) [\w' -]{1,40}$", words) else []
    )
    return named if isinstance(named, list) and named != [used] else []


def _points(words: str, scene: Scene) -> bool:
    """Whether words mean one of the media, by place, number, kind or what it shows."""
    if pointer_in(words) or _OTHER.match(words) or _OTHERS.match(words) or kinds_named(words):
        return True
    found = [by_name(words, scene, kind, loosely=False) for kind in ("image", "video")]
    return any(isinstance(one, list) and one for one in found)


def _beside(scene: Scene, kind: str, used: int) -> list[int]:
    """Those that were made, or given, beside the one that was used; else all others."""
    batch = next((call.made for call in scene.turn.past if (kind, used) in call.made), ())
    beside = [index for _, index in batch if index != used]
    of_it = {
        index
        for past in scene.turn.past
        if used in _sources(past.arguments, kind)
        for _, index in past.made
    }
    pool = [one.index for one in scene.now(kind) if one.index != used]
    pool = [index for index in pool if index not in of_it] or pool
    given = [index for index in pool if index < 0] if used < 0 else []
    return beside or given or pool


def _sources(arguments: Mapping[str, Any], kind: str) -> list[Any]:
    """What a call made something of, of this kind."""
    told = (arguments.get(name) for name, one in _SOURCES.items() if one == kind)
    return [one for one in told if isinstance(one, int)]


def _given(whom: str, scene: Scene, kind: str, used: Any) -> list[int] | Unclear:
    """The one that a place counts among what was given, where the deed was done to one of those; else none."""
    told = _AT_A_PLACE.match(whom) if isinstance(used, int) and used < 0 else None
    given = sorted((one.index for one in scene.now(kind) if one.index < 0), reverse=True)
    place = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": len(given) - 1}
    at = place[told[1].lower()] if told else len(given)
    return [given[at]] if at < len(given) and given[at] != used else []


def _the_other(scene: Scene, kind: str, used: int) -> list[int] | Unclear:
    """The one beside the one that was used; a question where there are several."""
    rest = _beside(scene, kind, used)
    return rest if len(rest) == 1 else Unclear(there_is(scene, kind))


def repeated(clause: Clause, scene: Scene) -> Found:
    """The newest call that was made from something, made from what is meant now; its other arguments stay."""
    told = _SAME.match(clause.bare)
    whom = told["what"] or told["too"] or told["again"] if told else _next_one(clause, scene)
    if told and not told["what"] and not _points(whom, scene):
        return None  # "the door too": a part of the picture
    past = _newest(scene) if whom else None
    if past is None:
        return _WHAT_TO_DO if told and told["too"] and _OTHER.match(whom) else None
    tool, arguments = past
    name = next(one for one in _SOURCES if one in arguments)
    kind = _SOURCES[name]
    used = arguments[name]
    if _OTHERS.match(whom) and isinstance(used, int):
        rest = _beside(scene, kind, used)[:8]
        return _done_to(rest, tool, arguments, scene) if rest else None
    other = _OTHER.match(whom) and isinstance(used, int)
    found = _given(whom, scene, kind, used)
    found = found or (_the_other(scene, kind, used) if other else meant(whom, scene, kind))
    if isinstance(found, Unclear):
        return found
    if not found:
        return None
    return _done_to(found, tool, arguments, scene)


def _done_to(found: Sequence[int], tool: str, arguments: Mapping[str, Any], scene: Scene) -> Found:
    """The call made once more from each of these; None where its tool is not offered."""
    if change := _change_told(tool, arguments, scene):
        words = Clause(change, change)
        return edits.changed_ones(words, scene, ("edit_image", "refine_result"), found)
    if not scene.offers(tool):
        return None
    name = next(one for one in _SOURCES if one in arguments)
    single = {one: value for one, value in kept(arguments).items() if one != name}
    kind, name = _SOURCES[name], name.replace("Indices", "Index")
    return side_by_side(
        [scene.call(tool, {**single, name: index}, f"{kind} {index}") for index in found[:8]]
    )


def _next_one(clause: Clause, scene: Scene) -> str:
    """What "now the whale" points at, where the deed before was done to another picture; empty else."""
    if scene.steps or scene.newest_kind(("image", "video")) != "video":
        return ""
    if _OTHER.match(clause.bare):
        return clause.bare
    said = _NOW.match(scene.turn.text)
    if said is None:
        return ""
    if _PLACE.match(said[1]):
        return said[1] if len(scene.now("video")) < len(scene.now("image")) else ""
    found = by_name(clause.bare, scene, "image", loosely=False)
    return said[1] if isinstance(found, list) and len(found) == 1 else ""


def _newest(scene: Scene) -> tuple[str, Mapping[str, Any]] | None:
    """The newest call with a source, of this turn or from before."""
    if scene.steps:
        calls = [(one.tool, one.arguments) for one in reversed(scene.steps)]
    else:
        calls = [(one.tool, dict(one.arguments)) for one in scene.turn.past]
    return next((one for one in calls if any(name in one[1] for name in _SOURCES)), None)


def _change_told(tool: str, arguments: Mapping[str, Any], scene: Scene) -> str:
    """The change alone, where the call told the whole picture or is of a tool that is not there; else empty."""
    prompt = str(arguments.get("prompt") or "")
    if tool != "generate_image":
        return "" if scene.offers(tool) or MAKES.get(tool) != "image" else prompt
    source = arguments.get("sourceImageIndex")
    known = scene.medium("image", source) if isinstance(source, int) else None
    if known is None or not known.prompt:
        return ""
    if order := order_in(prompt)[1]:
        return order
    told = [part.strip() for part in prompt.split(",")]
    return ", ".join(part for part in told if part and part not in known.prompt)
