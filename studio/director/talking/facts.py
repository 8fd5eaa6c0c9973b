"""Answers from what the conversation knows: its media, their sizes and lengths, what was paid."""

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any, NamedTuple

from studio.director.plan import Scene, sentence_list
from studio.director.reading import Medium, Turn
from studio.director.references.kinds import kinds_named
from studio.director.references.pointing import ALL, meant, named

COST = re.compile(
    r"\b(how much|what)\b.{0,30}\b(cost\w*|spen[dt]|price\w*|charged?|pay|paid|credits?|spark)\b|\b(cost|price) "
    r"(?:so far|of|for)\b|\bis (?:it|this) (?:free|expensive)\b|\bwhat did (?:it|that|this|they|everything) cost\b|"
    r"\b(?:my )?balance\b|\bhow many credits\b|"
    r"^(?:(?:and|so|ok) )*how much (?:is|are|for|was|were|will|would|did) (?:it|this|that|all(?: of (?:it|this|that))?|"
    r"everything|an? [\w-]+|one)(?: be)?(?: (?:so far|in total|now|then|altogether))*$",
    re.I,
)

_ABOUT = re.compile(
    r"^(?:and |so |please |can you |could you )*(what(?:'s| is| are| do you see| does)|describe|how (long|big|"
    r"large|wide|tall|many pixels)|which size|tell "
    r"me about|(?:in |at )?what (?:size|colou?rs?|length|resolution)|compare|which (?:image|picture|photo|video|"
    r"clip|song|"
    r"one)\b|(?:show|open|see) (?:me )?(?:@?image|picture|photo|video|clip|song|audio) [-−]?\d+$|(?:give me |the "
    r")*details of|(?:give me |the "
    r")*info(?:rmation)? (?:on|about))\b",
    re.I,
)

_LIST = re.compile(
    r"\b(what (?:do (?:we|i) have|have (?:we|you|i) made|did (?:we|you|i) make|is there)|list (?:all |the |my |"
    r"our )?(?:\w+ )?(?:media|"
    r"files|pictures|images|videos|songs)|show (?:me )?(?:the )?list|how many (?:pictures|images|videos|songs|"
    r"films|clips))\b",
    re.I,
)


_PHOTO = re.compile(r"\b(?:this|the|that|my) (?:photos?|pics?|selfie|snapshot|upload\w*)\b", re.I)


def money(turn: Turn) -> str:
    """What calls of this conversation said they cost; nothing is made up."""
    costs = [cost for past in turn.past if past.result and (cost := _cost(past.result.told))]
    if costs:
        unit = costs[0].unit
        told = [cost for cost in costs if cost.unit == unit]
        total = sum((cost.amount for cost in told), Decimal(0))
        about = "" if all(cost.charged for cost in told) else "about "
        what, together = (
            ("The result", "") if len(told) == 1 else (f"The {len(told)} requests", " together")
        )
        return (
            f"{what} I know of cost {about}{total.normalize():f} {unit}{together}. My words cost a little too; "
            "your balance has the exact figures."
        )
    if not (turn.past or turn.media):
        return (
            "I do not know prices. A larger request shows its cost before it starts, and every result shows what "
            "it cost."
        )
    return (
        "I am not told what it cost. Each result shows its own cost, and your balance has the sum; larger "
        "requests are shown before they start."
    )


class _Cost(NamedTuple):
    amount: Decimal
    unit: str
    charged: bool
    """Or only estimated."""


def _cost(told: Mapping[str, Any]) -> _Cost | None:
    for key, field, unit in (("cost", "credits", "credits"), ("estimated_cost", "spark", "Spark")):
        figures = told.get(key)
        if isinstance(figures, dict) and figures.get(field) is not None:
            try:
                return _Cost(Decimal(str(figures[field])), unit, charged=key == "cost")
            except InvalidOperation:
                continue
    return None


def listed(turn: Turn, text: str) -> str:
    if not _LIST.search(text):
        return ""
    if not turn.media:
        return "There is nothing in this conversation yet."
    rows = [
        f"{m.kind} {m.index}" + (f" ({m.prompt[:40]})" if m.prompt else "") for m in turn.media[:24]
    ]
    return f"There is {sentence_list(rows)}."


def facts_of(turn: Turn, text: str) -> str:
    kinds = kinds_named(text)
    pointed = turn.media and (turn.attached or re.search(r"\b(it|this|that)\b", text, re.I))
    if (
        not _ABOUT.search(text)
        or not (kinds or pointed)
        or re.match(r"^(make|create|draw|generate|paint)\b", text, re.I)
    ):
        return ""
    if re.search(
        r"\bwhat (?:if|about)\b|\bshould\b|\blook like (?:at|in|with|without|from|as|if)\b",
        text,
        re.I,
    ):
        return ""
    media = about_media(turn, text)
    if not media:
        return "There is nothing of that kind in this conversation yet."
    known = " ".join(_told(one) for one in media)
    again = (
        " Attach it, or ask for it by its number, and I measure its light and colours."
        if media[0].kind == "image"
        else ""
    )
    return f"{known} I only know these facts; I do not look at its content.{again}"


def _told(one: Medium) -> str:
    """What is known of one medium, in a sentence."""
    facts = [f"{one.pixels[0]} by {one.pixels[1]} pixels"] if one.pixels else []
    facts += [f"{one.seconds:g} seconds long"] if one.seconds else []
    facts += [f"made from the words “{one.prompt}”"] if one.prompt else []
    name = f"your file “{one.name}”" if one.name else ""
    told = ", ".join(part for part in (name, *facts) if part) or one.facts or "here"
    return f"{one.kind.capitalize()} {one.index} is {told}."


def about_media(turn: Turn, text: str) -> list[Medium]:
    """The media a question is about."""
    scene = Scene(turn)
    kinds = kinds_named(text)
    kind = kinds[0] if kinds else scene.newest_kind(("image", "video", "audio", "model"))
    found = meant(text, scene, kind) if kind else []
    photos = [one.index for one in scene.now("image") if one.index < 0]
    if kind == "image" and photos and _PHOTO.search(text) and not named(text, kind):
        found = photos[-1:]
    indices = found if isinstance(found, list) else []
    most = 4 if ALL.search(text) or len(named(text, kind)) > 1 else 1
    return [one for index in indices[:most] if (one := scene.medium(kind, index))]
