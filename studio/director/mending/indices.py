"""A wrong number of a picture, film or song: the one that was meant, the one there is in its place, or a question."""

import re
from typing import Any

from studio.director.mending.mended import Mended
from studio.director.plan import Scene, Step, Unclear, sentence_list
from studio.director.reading import Past
from studio.director.references.kinds import there_is

_KIND = r"(image|picture|photo|video|clip|audio|song|model)"
_NO_INDEX = re.compile(
    rf"\bno (?:such )?(?!model\b(?! [-−]?\d)){_KIND}\b(?! model\b)(?:\s?([-−]?\d+))?", re.I
)
_ABSENT = (
    r"\b(?:out of (?:range|bounds)|not (?:an? |be )?(?:exist|found|available|there|known|valid|existing)|invalid|"
    r"unknown|no longer|gone|"
    r"beyond|does not|doesn['’]t|isn['’]t)\b"
)
_INDEX = r"\b\w{0,30}(?:ind(?:ex|ices))\b"
_OF_AN_INDEX = re.compile(
    rf"{_INDEX}[^.]{{0,120}}{_ABSENT}|{_ABSENT}[^.]{{0,40}}{_INDEX}|\b{_KIND} (?:number |#)?[-−]?\d+\b[^.]{{0,40}}"
    rf"{_ABSENT}|{_ABSENT} {_KIND} (?:number |#)?[-−]?\d+\b",
    re.I,
)
_GONE = re.compile(r"^(image|video|audio|model) ([-−]?\d+) (?:was|is)\b", re.I)
_COUNTED = re.compile(
    rf"(?<![\d.])\d+ (?:uploaded )?(?:{_KIND}s?|uploads?|results?|files?)\b", re.I
)

KIND_WORDS = {
    "image": r"image|picture|front|view|mask",
    "video": r"video",
    "audio": r"audio|voice|song|sound",
}
_KINDS = {"picture": "image", "photo": "image", "clip": "video", "song": "audio"}


def speaks_of_an_index(error: str) -> bool:
    """Whether a failure says that something of this number is not there."""
    return bool(_NO_INDEX.search(error) or _OF_AN_INDEX.search(error) or _GONE.search(error))


def other_index(
    call: Past, given: dict[str, Any], error: str, scene: Scene, step: Step | None
) -> Mended | Unclear | None:
    """The index that was meant, or the only one there is, in place of the wrong one; a question when there are several.

    `step` is the call as it is understood now, with all that is known to be there.
    """
    kind, names = _about(given, error)
    if not names:
        return None
    valid = _valid(error, kind, given, names, scene)
    if not valid:
        return Unclear(there_is(scene, kind))
    changed = _meant(call, given, names, valid, step) or _only(given, names, valid)
    if not changed:
        return Unclear(
            there_is(scene, kind)
            if scene.now(kind)
            else f"There is {kind} {', '.join(map(str, valid))}. Which one do you mean?"
        )
    new = [one for value in changed.values() for one in _each(value)]
    taken = f"{kind}{'s' if len(new) > 1 else ''} {sentence_list([str(one) for one in new])}"
    return Mended(call.tool, {**given, **changed}, _said(given, changed, taken, scene))


def _said(given: dict[str, Any], changed: dict[str, Any], taken: str, scene: Scene) -> str:
    """Whose number it was: one that a person wrote is not there, any other was counted wrong here."""
    wrong = [
        str(one)
        for name in changed
        for one in _each(given[name])
        if one not in _each(changed[name])
    ]
    words = scene.turn.text.replace("−", "-")
    if any(re.search(rf"(?<![\d.-]){re.escape(one)}(?![\d.])", words) for one in wrong):
        return f"That number is not there; I take {taken}."
    return f"I had counted wrong; it is {taken}."


def _about(given: dict[str, Any], error: str) -> tuple[str, list[str]]:
    """The kind a failure is about, and the arguments that hold its numbers."""
    told = _NO_INDEX.search(error) or _GONE.search(error)
    kind = (told[1] or "").lower() if told else ""
    kind = _KINDS.get(kind, kind)
    names = [name for name in given if re.search(r"Ind(?:ex|ices)$", name)]
    if kind:
        of_it = [name for name in names if re.search(KIND_WORDS.get(kind, kind), name, re.I)]
        return kind, of_it or names
    named = [name for name in names if name in error] or names
    told_kinds = [
        k for k, words in KIND_WORDS.items() if named and re.search(words, named[0], re.I)
    ]
    return next(iter(told_kinds), "image"), named


def _each(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _meant(
    call: Past, given: dict[str, Any], names: list[str], valid: list[int], step: Step | None
) -> dict[str, Any]:
    """What the person's words mean, where that is there and another than what failed; nothing else."""
    if step is None or step.tool != call.tool:
        return {}
    told = {name: step.arguments.get(name) for name in names}
    there = all(one in valid for value in told.values() for one in _each(value))
    return told if there and any(told[name] != given[name] for name in names) else {}


def _only(given: dict[str, Any], names: list[str], valid: list[int]) -> dict[str, Any]:
    """The one there is in place of each wrong one; nothing where several could be meant."""
    wrong = [one for name in names for one in _each(given[name]) if one not in valid]
    if len(valid) != 1 or (not wrong and len(names) > 1):
        return {}
    return {name: _swapped(given[name], valid) for name in names}


def _swapped(value: Any, valid: list[int]) -> Any:
    if isinstance(value, list):
        return list(dict.fromkeys(one if one in valid else valid[0] for one in value))
    return value if value in valid else valid[0]


def _valid(
    error: str, kind: str, given: dict[str, Any], names: list[str], scene: Scene
) -> list[int]:
    """The numbers there are: those a failure names, as far as they are known here, without those that failed."""
    used = {one for name in names for one in _each(given[name])}
    told = _numbers(_COUNTED.sub(" ", error))
    known = [one.index for one in scene.now(kind)]
    wrong = next((one for one in told if one in used), None)
    named = list(dict.fromkeys(one for one in told if one != wrong))
    if not known:
        return named
    return [one for one in named if one in known] or [one for one in known if one != wrong] or known


def _numbers(text: str) -> list[int]:
    """The numbers of a text in order, each span with all that are in it."""
    found: list[int] = []
    spans = re.findall(
        r"(?<![\d.])(-?\d{1,4})(?!\d)(?:\s?(?:to|and up to|…|\.\.\.?|–|-)\s?(-?\d{1,4})(?!\d))?",
        text.replace("−", "-"),
    )
    for first, last in spans:
        low, high = sorted((int(first), int(last or first)))
        found += range(low, min(high, low + 30) + 1)
    return found
