"""A wrong number of a picture, film or song: the one there is in its place, or a question."""

import re
from typing import Any

from studio.director.mending.mended import Mended
from studio.director.plan import Scene, Unclear
from studio.director.reading import Past, number
from studio.director.references.kinds import there_is

_NO_INDEX = re.compile(
    r"\bno (?:such )?(image|video|audio|model)\b\s?([-−]?\d+)?|\b(?:index|indices)\b.{0,200}"
    r"\b(?:out of range|not exist|"
    r"invalid|unknown|not found|does not)",
    re.I,
)

_GONE = re.compile(r"^(image|video|audio|model) ([-−]?\d+) (?:was|is)\b", re.I)

KIND_WORDS = {
    "image": r"image|picture|front|view|mask",
    "video": r"video",
    "audio": r"audio|voice|song|sound",
}


def speaks_of_an_index(error: str) -> bool:
    """Whether a failure says that something of this number is not there."""
    return bool(_NO_INDEX.search(error) or _GONE.search(error))


def other_index(
    call: Past, given: dict[str, Any], error: str, scene: Scene
) -> Mended | Unclear | None:
    """The one index there is in place of the wrong one; a question when there are several."""
    told = _NO_INDEX.search(error) or _GONE.search(error)
    kind = (told.group(1) or "").lower() if told else ""
    names = [name for name in given if re.search(r"Ind(?:ex|ices)$", name)]
    if kind:
        names = [
            name for name in names if re.search(KIND_WORDS.get(kind, kind), name, re.I)
        ] or names
    else:
        named = [name for name in names if name in error] or names
        kind = next(
            (k for k, words in KIND_WORDS.items() if named and re.search(words, named[0], re.I)),
            "image",
        )
        names = named
    valid = _valid(error, told.end() if told else 0) or [one.index for one in scene.now(kind)]
    wrong = (
        number(told.group(2))
        if told and told.lastindex and told.lastindex >= 2 and told.group(2)
        else None
    )
    if not names:
        return None
    if not valid:
        return Unclear(there_is(scene, kind))
    if len(valid) > 1:
        return Unclear(
            there_is(scene, kind)
            if scene.now(kind)
            else f"There is {kind} {', '.join(map(str, valid))}. Which one do you mean?"
        )
    changed = {name: _swapped(given[name], wrong, valid) for name in names}
    return Mended(
        call.tool, {**given, **changed}, f"That number is not there; I take {kind} {valid[0]}."
    )


def _swapped(value: Any, wrong: int | None, valid: list[int]) -> Any:
    if isinstance(value, list):
        return list(dict.fromkeys(one if one in valid else valid[0] for one in value))
    return valid[0] if wrong is None or value == wrong or value not in valid else value


def _valid(error: str, start: int) -> list[int]:
    """The numbers a failure names as there."""
    rest = error[start:].replace("−", "-")
    found: list[int] = []
    for first, last in re.findall(r"(?<![\d.])(-?\d+)(?:\s?(?:to|…|\.\.\.?|–)\s?(-?\d+))?", rest):
        if last:
            low, high = sorted((int(first), int(last)))
            found += list(range(low, min(high, low + 30) + 1))
        else:
            found.append(int(first))
    return list(dict.fromkeys(found))
