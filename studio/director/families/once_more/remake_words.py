"""What stays and what is to be different when something is made once more: its own call, its length, the change."""

import math
import re
from collections.abc import Mapping
from typing import Any

from studio.director.language import values
from studio.director.language.aspects import without_gainsaid
from studio.director.language.changes import change_in, replaced
from studio.director.language.clauses import Clause
from studio.director.language.motion import USUAL
from studio.director.language.retold import order_in
from studio.director.language.subjects import sized_out, trimmed, without_length
from studio.director.language.variations import version_of
from studio.director.plan import Scene
from studio.director.reading import Past

AGAIN = re.compile(
    r"^(?:and )?another$|"
    r"^(?:(?:give|show|make|do|have|get)(?: me| us)? )?an? version (?=(?:with|without|in|at|on|where|for) )|"
    r"^(?:(?:give|show|make|do|draw)(?: me| us)? )?(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten) of "
    r"(?:these|those|them|it|that|this)(?=$|,? (?:in|with|but)\b)|"
    r"^(?:give|show|make|try) (?:me |us )?(?:\d{1,2}|two|three|four|five|six|some|a few) (?:more |other )?"
    r"(?:alternatives|versions|variations|options|takes)$|"
    r"^(?:(?:give|show|make|try|do|get)(?: me| us)? )?(?:\d{1,2}|two|three|four|five|six|some|a few) "
    r"(?:(?:more |other |new |different ){1,2}(?:versions|variations|options|alternatives|takes|ones|designs)?|"
    r"(?:versions|variations|options|alternatives|takes))(?=$|, (?:one|in)\b| ?(?:please|with|in) ?)|"
    r"\b(?:again|once more|one more(?: time\b|$|(?=,? but\b))|another (?:(?:[\w-]+ ){0,2}one|version|take|try|"
    r"go|round)|re-?do|"
    r"(?<!to )repeat(?=$|[,.!]| (?:it|that|this|them|once|please|but|image|video|audio|the (?:last|first|second|"
    r"third|same|picture|image|video|song|clip))\b)|retry|re-?roll|re-?make|re-?generate|re-?draw|(?:\d+|two|"
    r"three|four|five|six) more(?=$|, | (?:in|with)\b)|"
    r"same(?: (?:thing|one|picture|image|video|song|again))?|more of (?:these|those|them|this|that|it|the)|"
    r"more like (?:this|that|it|her|him|them|the)|another (?:picture|image|photo|video|clip|film|song|track)(?=,? "
    r"but\b))"
    r"(?!\w)",
    re.I,
)
_BUT = re.compile(
    r"^.*?\b(?:but|only|just|this time|except|now(?= with)|instead)\b(?!\s?$)[\s,]*(?:the )?", re.I
)
_SMALL = re.compile(
    r"\b(?:longer|shorter|slower|faster|a bit|a little|much|(?:twice|half) as long|(?:double|halve|half|twice) "
    r"(?:the|its) "
    r"length)\b",
    re.I,
)
_BY = re.compile(  # "10 seconds longer" is what is added, "longer, 2 minutes" how long it is to be
    r"\b(?:s|secs?|seconds?|min|mins|minutes?) (?:longer|more)\b|\b(?:longer by|more (?:s|secs?|seconds?|min\w*))\b|"
    r"\b(?:[\d.]+|an?|one|two|three|five|ten) more\b",
    re.I,
)
_AS_IT_IS = re.compile(  # what stays is no change
    r",?\s?\b(?:in|with) (?:exactly )?the same (?:style|way|mood|manner|look|key|tempo|spirit)\b",
    re.I,
)
SHORTEST_S = 2.0


def past_of(scene: Scene, kind: str, index: int) -> Past | None:
    """The call from before this turn that made a medium, where the conversation still has it."""
    here = [call for one in scene.turn.rounds if one.ok for call in one.calls]
    before = [one for one in scene.turn.past if one not in here]
    return next((one for one in before if (kind, index) in one.made), None)


def arguments_of(scene: Scene, kind: str, index: int) -> Mapping[str, Any]:
    """The arguments a medium is made with, before this turn or by a step of it; none where that is not known."""
    if past := past_of(scene, kind, index):
        return past.arguments
    made = zip(scene.steps, scene.made, strict=False)
    steps = (step for step, batch in made if any((o.kind, o.index) == (kind, index) for o in batch))
    return next((step.arguments for step in steps), {})


def words_of(scene: Scene, kind: str, index: int) -> str:
    """The whole prompt of one medium, which the list of media may have cut short."""
    known, past = scene.medium(kind, index), past_of(scene, kind, index)
    prompt = past.arguments.get("prompt") if past else None
    if past is None or not isinstance(prompt, str):
        return known.prompt if known else ""
    return version_of(prompt, [one for _, one in past.made].index(index))


def last_order(scene: Scene) -> str:
    """What the newest picture was changed by; empty where it was not."""
    newest = next(iter(scene.turn.recent), None)
    if newest is None or newest[0] != "image":
        return ""
    prompt, past = words_of(scene, *newest), past_of(scene, *newest)
    of_a_file = past is not None and past.arguments.get("sourceImageIndex", 0) < 0
    return order_in(prompt)[1] or (prompt if of_a_file else "")


def kept(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """A call's own arguments without what must differ."""
    return {name: value for name, value in arguments.items() if name != "seed"}


def length_in(clause: Clause, seconds: float | None) -> float | None:
    """How long it is to be, in seconds; `seconds` is how long it was. None when nothing was said of it."""
    told, factor = values.seconds_in(clause.bare), values.pace_in(clause.bare)
    if told is not None:
        more = re.search(r"\b(?:longer|(?<!once )(?<!one )more)\b", clause.bare, re.I)
        if seconds and more and (_BY.search(clause.bare) or told <= seconds):
            return seconds + told
        return told
    if factor == 1.0:
        return None
    return float(max(math.floor((seconds or 5.0) * factor + 0.5), SHORTEST_S))


def pace_words(clause: Clause) -> str:
    """ "slower" or "faster", where it was said."""
    found = re.search(r"\b(slower|faster)\b", clause.bare, re.I)
    return found.group(1).lower() if found else ""


def change_of(clause: Clause) -> str:
    """The words of the change alone."""
    text = clause.text
    text = re.sub(r"\s?\bthis time$", "", trimmed(_AS_IT_IS.sub("", text)), flags=re.I)
    if re.search(r"\b(?:but|only|just|this time|except)\b", text, re.I):
        text = _BUT.sub("", text, count=1)
    elif with_ := re.search(
        r"\b(?:again|one|more|version|same(?: \w+)?)\b[\s,]{0,3}((?:with|without|at|in|as|from)\b(?s:.+))$",
        text,
        re.I,
    ):
        text = with_.group(1)
    elif AGAIN.search(text):
        text = AGAIN.sub("", text)
    text = change_in(Clause(without_length(sized_out(values.START_AT.sub(" ", text))), ""))
    text = _SMALL.sub(
        "", re.sub(r"\b(?:please|more time|of|like|one|version|time)\b\s?$", "", text, flags=re.I)
    )
    text = re.sub(
        r"^(?:the|a|an|of|like|from|to|that|and|same|make|do|it)\b\s?(?=$)|^(?:please\s)?(?:make|do|give|play)\b\s?",
        "",
        trimmed(" ".join(text.split())),
        flags=re.I,
    )
    words = trimmed(re.sub(r"^(?:up|down|instead)\b|\b(?:up|down)$", "", trimmed(text), flags=re.I))
    if not re.match(r"(?:with |of )?(?:an?|the|one|two|three|some) ", words, re.I):
        words = trimmed(re.sub(r"\binstead$", "", words, flags=re.I))
    words = re.sub(r"[\s,]+(?:and|but|or)$|^(?:and|but|or)\s", "", words, flags=re.I)
    return (
        ""
        if re.fullmatch(
            r"(?:(?:the|a|an|of|like|for|to|me|us|same|picture|image|video|film|clip|song|it|this|that|them|try|"
            r"thing|version|second|first|third|last|more|be|\d{1,2}|two|three|four|five|six)\b\s?)*",
            words,
            re.I,
        )
        else words
    )


def reworded(change: str, prompt: str) -> str:
    """A film's words with the change ahead of them; another subject takes the old one's place."""
    if not change or change.lower() in prompt.lower():
        return prompt or USUAL
    prompt, rest = replaced(prompt, change)
    if not rest:
        return prompt
    told = without_gainsaid(prompt, rest)
    return f"{rest}, {told}" if told else rest
