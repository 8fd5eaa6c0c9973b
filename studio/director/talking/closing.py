"""The account after the work: what was made, what failed, what is still to be said."""

import re
from collections.abc import Sequence

from studio.director.plan import (
    TEXT_TOOLS,
    Plan,
    Scene,
    Unclear,
    Unsupported,
    sentence_list,
)
from studio.director.reading import Result, Turn
from studio.director.talking.abilities import possible
from studio.director.talking.nexts import next_for

_TEXTS = (
    "enhanced_prompt",
    "lyrics",
    "script",
    "markdown",
    "structure",
    "text",
    "content",
    "prompt",
    "plan",
    "summary",
    "description",
)


def sorry(result: Result) -> str:
    """A failure, calmly, with what can be done about it."""
    reason = (result.error or "nothing came back").rstrip(".")
    money = r"\b(balance|funds|credits?|cost|budget|limit reached|quota)\b|\bneeds about [\d.,]+\. You have\b"
    if re.search(money, reason, re.I):
        help_ = "Ask for something smaller, or for more credits; what was finished before is kept."
    elif re.search(r"\bagain\b", reason, re.I):  # it says already what to do
        help_ = "What was finished before is kept."
    else:
        help_ = "Change the request or try again; what was finished before is kept."
    return f"That did not work: {reason}. {help_}"


def stopped(stop: Unclear | Unsupported, turn: Turn) -> str:
    """A question, or what is not possible with what is."""
    if isinstance(stop, Unclear):
        return stop.question
    return f"I cannot {stop.deed} here. {possible(turn.tools)}"


def closing(turn: Turn, plan: Plan) -> str:
    """What was made, by its numbers; what failed; what is still to be said."""
    films = [result for result in turn.results if result.kind == "video" and result.ok]
    missing = _missing(turn)
    texts = [row for result in turn.results if result.ok and (row := _written(result))]
    if films and films[-1].tool == "sound_to_video" and not texts:
        return _film_answer(turn, films[-1]) + missing + _rest(turn, plan)
    made = _named([result for result in turn.results if result.ok])
    ending = "" if plan.stop else next_for(turn)
    text = "\n\n".join(texts)
    if made:
        text = f"{text}\n\nDone: {made}.{missing}{ending}".strip()
    return (text or f"Nothing could be made this time.{missing}") + _rest(turn, plan)


def _missing(turn: Turn) -> str:
    """What failed and was not made good since, and what the content filter kept back."""
    failed = sum(_failed(turn, place) for place in range(len(turn.rounds)))
    who = "it" if failed == 1 else "each"
    told = f" {failed} could not be made; {who} can be retried in its place." if failed else ""
    withheld = sum(one.withheld for one in turn.results)
    if withheld:
        told += f" The content filter kept {withheld} back; another wording may pass."
    return told


def _rest(turn: Turn, plan: Plan) -> str:
    return f" {stopped(plan.stop, turn)}" if plan.stop is not None else ""


def _written(result: Result) -> str:
    """The words a tool wrote."""
    if result.tool not in TEXT_TOOLS and result.indices:
        return ""
    for name in _TEXTS:
        value = result.told.get(name)
        if isinstance(value, str) and value.strip():
            title = result.told.get("title") or result.told.get("name")
            return (
                f"**{title}**\n\n{value.strip()}"
                if isinstance(title, str) and title
                else value.strip()
            )
    plan = result.told.get("plan") or result.told.get("workflow") or result.told.get("template")
    steps = plan.get("steps") if isinstance(plan, dict) else None
    if isinstance(steps, list):
        return f"The plan has {len(steps)} steps."
    return "The text is ready." if result.tool in TEXT_TOOLS else ""


def _film_answer(turn: Turn, film: Result) -> str:
    song = next((one for one in reversed(Scene(turn).now("audio")) if one.seconds), None)
    calls = [one for row in turn.rounds for one in row.calls if one.result is film]
    start = calls[-1].arguments.get("audioStart") if calls else None
    used, whole = film.seconds, song.seconds if song else None
    name = f"video {film.indices[0]}" if film.indices else "the newest video"
    text = (
        f"Your film is ready as {name}: the cuts fall on the beat and the song is its soundtrack."
    )
    if used and whole and whole > used + 1:
        part = (
            "the part with the most energy" if start is None else f"from second {float(start):.0f}"
        )
        text += f" It uses {used:.0f} of the song's {whole:.0f} seconds, {part}; the whole song is not in it."
    return text + _look(turn, calls[-1].arguments.get("sourceImageIndex") if calls else None)


def _look(turn: Turn, source: object) -> str:
    """Which of the pictures of this turn the film took its look from, and which it could have."""
    drawn = [index for result in turn.results if result.kind == "image" for index in result.indices]
    if source not in drawn:
        return ""
    others = [f"image {index}" for index in drawn if index != source]
    are = "are the other looks" if len(others) > 1 else "is the other look"
    rest = f"; {sentence_list(others)} {are}" if others else ""
    return f" The look comes from image {source}{rest}."


def _failed(turn: Turn, place: int) -> int:
    """How many results of a round are still missing.

    Those are made good that a later call of the same tool made in their places, or that was the same deed once more:
    a call that failed as a whole put right, or the same prompt again.
    """
    later = [
        (one, one.result)
        for row in turn.rounds[place + 1 :]
        for one in row.calls
        if one.result is not None and one.result.ok
    ]
    missing = 0
    for call in turn.rounds[place].calls:
        if call.result is None:
            continue
        tries = [(one, result) for one, result in later if one.tool == call.tool]
        if not call.result.ok and tries:
            continue
        again = [
            result
            for one, result in tries
            if one.arguments.get("prompt") == call.arguments.get("prompt")
            or set(result.indices) & _lost(call.result)
        ]
        missing += max(0, call.result.failed - sum(len(result.indices) for result in again))
    return missing


def _lost(result: Result) -> set[int]:
    """The numbers of results that failed, where it says them."""
    rows = result.told.get("failed")
    told = [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    return {row["index"] for row in told if isinstance(row.get("index"), int)}


def _named(results: Sequence[Result]) -> str:
    """Every result by its number: "image 7, image 8 and video 0". In full, for each becomes a button in the product."""
    names = [f"{one.kind} {index}" for one in results for index in one.indices]
    return sentence_list(list(dict.fromkeys(names)))
