"""A call that failed, put right from what the failure says: at most twice, and never the same call unchanged."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from studio.director.plan import Scene, Step, Unclear
from studio.director.reading import Past, Result, Round, Turn, number
from studio.director.references.kinds import there_is

MOST_TRIES = 2
_NO_INDEX = re.compile(
    r"\bno (?:such )?(image|video|audio|model)\b\s?([-−]?\d+)?|\b(?:index|indices)\b.{0,200}"
    r"\b(?:out of range|not exist|"
    r"invalid|unknown|not found|does not)",
    re.I,
)
_GONE = re.compile(r"^(image|video|audio|model) ([-−]?\d+) (?:was|is)\b", re.I)
_MISSING = re.compile(
    r"'(\w+)' is a required|\bneeds (?!about\b)(?:an? |the )?(\w+)\b|"  # not "needs about 268": that is money
    r"\b(\w+) is (?:required|missing)\b|\bmissing (?:required )?"
    r"(?:argument|parameter|field|property)?:?\s?'?(\w+)|\brequires (?:an? |the )?'?(\w+)",
    re.I,
)
_UNEXPECTED = re.compile(
    r"'(\w+)' (?:was|were) unexpected|\b(?:unknown|unexpected|unsupported|unrecogni[sz]ed) (?:argument|parameter|"
    r"property|field|key)s?:?\s?'?(\w+)|\b(\w+) is not (?:supported|allowed|known)\b",
    re.I,
)
_MODEL = re.compile(
    r"\bmodel\b.{0,200}\b(?:unknown|not (?:available|found|supported|known)|unavailable|does not exist|invalid)|"
    r"\b(?:unknown|unsupported|invalid|no such) (?:video )?model\b",
    re.I,
)
_MOST = re.compile(
    r"(?:maximum(?: of| is)?|at most|no more than|up to|less than or equal to|exceeds?(?: the)?(?: maximum| "
    r"limit)?(?: of)?|<=|greater than the maximum of|cannot (?:be more than|exceed))\s?(-?\d+(?:\.\d+)?)",
    re.I,
)
_LEAST = re.compile(
    r"(?:minimum(?: of| is)?|at least|no less than|greater than or equal to|>=|less than the minimum of|must be "
    r"(?:more|greater) than)\s?(-?\d+(?:\.\d+)?)",
    re.I,
)
_BETWEEN = re.compile(
    r"\b(?:between|from)\s(-?\d+(?:\.\d+)?)\s?(?:and|to|-|–)\s?(-?\d+(?:\.\d+)?)|\b(\d+(?:\.\d+)?)\s?(?:-|–|"
    r"to)\s?(\d+(?:\.\d+)?)\b",
    re.I,
)
_CHOICES = re.compile(
    r"not one of \[([^\]]{0,400})\]|\bmust be (?:one of|either) ([\w,\s'\"|.:/-]+)", re.I
)
_MODEL_NAMES = ("model", "videoModel", "destination_model", "imageModel")
_NUMBER_WORDS = {
    "duration": r"second|duration|length|long",
    "numberOfVariations": r"variation|count|results",
    "width": r"width|wide",
    "height": r"height|tall",
}
_KIND = {
    "image": r"image|picture|front|view|mask",
    "video": r"video",
    "audio": r"audio|voice|song|sound",
}


@dataclass(frozen=True)
class Mended:
    """A call put right, and what to say about it."""

    tool: str
    arguments: dict[str, Any]
    remark: str


def tries(turn: Turn) -> int:
    """How many rounds in a row have failed."""
    count = 0
    for one in reversed(turn.rounds):
        if one.ok:
            break
        count += 1
    return count


def mend(turn: Turn, scene: Scene, step: Step | None) -> Mended | Unclear | None:
    """What to do about the newest round, which failed; None when there is nothing to put right or tries are used up."""
    if tries(turn) > MOST_TRIES or not turn.rounds:
        return None
    call = next((one for one in turn.rounds[-1].calls if one.result is not None), None)
    if call is None or call.result is None or call.tool not in turn.tools:
        return None
    found = _mended(call, call.result, scene, step)
    if isinstance(found, Mended) and _tried(found, turn.rounds) and not _retryable(call.result):
        return None
    return found


def _tried(found: Mended, rounds: tuple[Round, ...]) -> bool:
    return any(
        one.tool == found.tool and dict(one.arguments) == found.arguments
        for row in rounds
        for one in row.calls
    )


def _retryable(result: Result) -> bool:
    return result.told.get("retryable") is True


def _mended(call: Past, result: Result, scene: Scene, step: Step | None) -> Mended | Unclear | None:
    error = result.error
    known = (
        (scene.turn.tools[call.tool].get("properties") or {})
        if call.tool in scene.turn.tools
        else {}
    )
    given = dict(call.arguments)
    if _NO_INDEX.search(error) or _GONE.search(error):
        return _other_index(call, given, error, scene)
    if _MODEL.search(error):
        kept = {name: value for name, value in given.items() if name not in _MODEL_NAMES}
        return (
            Mended(call.tool, kept, "That model is not here; I take the usual one.")
            if kept != given
            else None
        )
    name = next((one for one in given if re.search(rf"\b{re.escape(one)}\b", error)), "")
    choices = _CHOICES.search(error)
    if choices and name:
        return _chosen(call, given, name, next(one for one in choices.groups() if one))
    bounded = _bounded(call, given, name, error)
    if bounded is not None:
        return bounded
    unexpected = _UNEXPECTED.search(error)
    if unexpected:
        odd = next(one for one in unexpected.groups() if one)
        if odd in given:
            kept = {key: value for key, value in given.items() if key != odd}
            return Mended(call.tool, kept, "One setting is not known here; I leave it out.")
    absent = _MISSING.search(error)
    if absent:
        return _filled(call, given, next(one for one in absent.groups() if one), known, scene, step)
    if _retryable(result) and tries(scene.turn) < MOST_TRIES:
        return Mended(call.tool, given, "That did not come through; I try it once more.")
    return None


def _other_index(
    call: Past, given: dict[str, Any], error: str, scene: Scene
) -> Mended | Unclear | None:
    """The one index there is in place of the wrong one; a question when there are several."""
    told = _NO_INDEX.search(error) or _GONE.search(error)
    kind = (told.group(1) or "").lower() if told else ""
    names = [name for name in given if re.search(r"Ind(?:ex|ices)$", name)]
    if kind:
        names = [name for name in names if re.search(_KIND.get(kind, kind), name, re.I)] or names
    else:
        named = [name for name in names if name in error] or names
        kind = next(
            (k for k, words in _KIND.items() if named and re.search(words, named[0], re.I)), "image"
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


def _number_meant(given: dict[str, Any], name: str, error: str) -> str:
    """Which numeric argument a failure is about."""
    numeric = [
        one
        for one, value in given.items()
        if isinstance(value, int | float)
        and not isinstance(value, bool)
        and not one.endswith("Index")
    ]
    if name in numeric:
        return name
    return next(
        (one for one in numeric if re.search(_NUMBER_WORDS.get(one, re.escape(one)), error, re.I)),
        "",
    )


def _bounded(call: Past, given: dict[str, Any], name: str, error: str) -> Mended | None:
    """The nearest value within the bounds a failure tells."""
    name = _number_meant(given, name, error)
    if not name:
        return None
    value = given[name]
    rest = (
        error.replace(str(value), " ", 1)
        if re.match(rf"\s?(?:{name}\b[:\s]*)?{re.escape(str(value))}\b", error)
        else error
    )
    low, high = _limits(rest)
    fit = value
    if high is not None and value > high:
        fit = high
    elif low is not None and value < low:
        fit = low
    if fit == value:
        return None
    fit = int(fit) if float(fit).is_integer() else fit
    other = {"width": "height", "height": "width"}.get(name, "")
    if isinstance(given.get(other), int | float):  # the shape stays
        given = {**given, other: round(given[other] * fit / value / 8) * 8}
    return Mended(
        call.tool,
        {**given, name: fit},
        f"{value:g} is not possible there; I take {fit:g}, the nearest that is.",
    )


def _limits(error: str) -> tuple[float | None, float | None]:
    most, least = _MOST.search(error), _LEAST.search(error)
    if most or least:
        return (float(least.group(1)) if least else None), (float(most.group(1)) if most else None)
    between = _BETWEEN.search(error)
    if between:
        low, high = [float(one) for one in between.groups() if one][:2]
        return low, high
    return None, None


def _chosen(call: Past, given: dict[str, Any], name: str, text: str) -> Mended | None:
    """The nearest of the choices for a number; without the argument for a word."""
    options = [one.strip(" '\"") for one in re.split(r"[,|]|\bor\b", text) if one.strip(" '\"")]
    value = given[name]
    numbers = [float(one) for one in options if re.fullmatch(r"-?\d+(?:\.\d+)?", one)]
    if numbers and isinstance(value, int | float):
        near = min(numbers, key=lambda one: abs(one - value))
        fit = int(near) if near.is_integer() else near
        return Mended(
            call.tool, {**given, name: fit}, f"{value:g} is not possible there; I take {fit:g}."
        )
    same = next((one for one in options if one.lower() == str(value).lower()), None)
    kept = {key: one for key, one in given.items() if key != name}
    if same is not None:
        return Mended(call.tool, {**kept, name: same}, "I write that as it is known here.")
    return Mended(call.tool, kept, "That choice is not there; I take the usual one.")


def _filled(
    call: Past,
    given: dict[str, Any],
    name: str,
    known: Mapping[str, Any],
    scene: Scene,
    step: Step | None,
) -> Mended | Unclear | None:
    """The missing argument from what the person said, where that is clear."""
    name = next((one for one in known if one.lower() == name.lower()), name)
    value: Any = None
    if step is not None and step.tool == call.tool:
        value = step.arguments.get(name)
    if value is None and name in ("prompt", "brief", "description"):
        value = scene.turn.text or None
    kind = next((k for k, words in _KIND.items() if re.search(words, name, re.I)), "")
    if value is None and kind and re.search(r"ind(?:ex|ices)$", name, re.I):
        there = [one.index for one in scene.now(kind)]
        if len(there) != 1:
            return Unclear(there_is(scene, kind))
        value = there if name.lower().endswith("indices") else there[0]
    if value is None and isinstance(known.get(name), Mapping):
        fragment = known[name]
        value = fragment.get(
            "default", fragment.get("minimum", (fragment.get("enum") or [None])[0])
        )
    if value is None or given.get(name) == value:
        words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).replace("_", " ").lower()
        return Unclear(f"One thing is missing for that: the {words}. What shall it be?")
    return Mended(call.tool, {**given, name: value}, "One thing was missing; I add it.")
