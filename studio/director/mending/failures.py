"""What a failure is about, and which call to make in its place."""

import re
from typing import Any

from studio.director.mending.bounds import bounded, choices_in, chosen
from studio.director.mending.indices import other_index, speaks_of_an_index
from studio.director.mending.mended import Mended
from studio.director.mending.missing import absent_in, filled
from studio.director.plan import Scene, Step, Unclear
from studio.director.reading import Past, Result, Round, Turn

MOST_TRIES = 2

_UNEXPECTED = re.compile(
    r"'(\w+)' (?:was|were) unexpected|\b(?:unknown|unexpected|unsupported|unrecogni[sz]ed) (?:argument|parameter|"
    r"property|field|key)s?:?\s?'?(\w+)|\b(\w+) is not (?:supported|allowed|known)\b",
    re.I,
)

_MODEL = re.compile(
    r"\bmodel\b.{0,200}\b(?:unknown|not (?:available|found|supported|known)|unavailable|does not exist|invalid)|"
    r"\b(?:unknown|unsupported|invalid|no such) (?:video )?model\b|\bno (?:[a-z]+ )?model\b",
    re.I,
)

_MODEL_NAMES = ("model", "videoModel", "destination_model", "imageModel")


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
    """The first thing the failure says that can be put right."""
    error, given = result.error, dict(call.arguments)
    if speaks_of_an_index(error):
        return other_index(call, given, error, scene, step)
    if _MODEL.search(error):
        kept = {name: value for name, value in given.items() if name not in _MODEL_NAMES}
        remark = "That model is not here; I take the usual one."
        return Mended(call.tool, kept, remark) if kept != given else None
    name = next((one for one in given if re.search(rf"\b{re.escape(one)}\b", error)), "")
    if name and (choices := choices_in(error)):
        return chosen(call, given, name, choices)
    fixed = bounded(call, given, name, error, scene.turn.tools) or _without_the_odd(
        call, given, error
    )
    if fixed is not None:
        return fixed
    if absent := absent_in(error):
        return filled(call, given, absent, scene, step)
    if _retryable(result) and tries(scene.turn) < MOST_TRIES:
        return Mended(call.tool, given, "That did not come through; I try it once more.")
    return None


def _without_the_odd(call: Past, given: dict[str, Any], error: str) -> Mended | None:
    """The call without an argument the tool does not know."""
    found = _UNEXPECTED.search(error)
    odd = next((one for one in found.groups() if one), "") if found else ""
    if odd not in given:
        return None
    kept = {key: value for key, value in given.items() if key != odd}
    return Mended(call.tool, kept, "One setting is not known here; I leave it out.")
