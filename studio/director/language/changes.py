"""What is to be different, out of a clause, and a change put into the prompt of what there is."""

import re
from collections.abc import Callable

from studio.director.language.aspects import in_its_place, without_gainsaid
from studio.director.language.clauses import Clause
from studio.director.language.kinds_of_things import of_its_kind
from studio.director.language.politeness import LEAD_IN
from studio.director.language.styles import COLOUR, STYLE
from studio.director.language.subjects import sized_out, trimmed
from studio.director.language.vocabulary import THINGS_IN_ING

_COUNTED = r"(?:an?|the|one|two|three|four|some)"
_OTHER = re.compile(  # a thing and nothing else: "a wolf", "two old wolves instead"
    rf"^(?:(?P<with>with|of) )?(?P<thing>{_COUNTED} (?!(?:bit|little|lot|tad|touch|different|new|better|closer|wider|"
    r"darker|brighter|second|third|fourth|fifth|last)\b)"
    r"(?!.{0,30}\b(?:shot|view|angle|close-?up|version|background|sky|ending|light|look|feel|mood|tone)\b)"
    r"[\w'-]{2,24}(?: [\w'-]{2,24}){0,2}?)(?P<instead> (?:instead|in place)(?: of (?:an?|the|its|his|her) "
    r"(?P<old>[\w'-]+(?: [\w'-]+){0,2}))?)?$",
    re.I,
)
_FRAMED = re.compile(
    r"^(?:an? |the )?(?:[\w-]+ ){0,2}(?:portrait|picture|photo|painting|drawing|poster|logo|illustration|"
    r"sticker|view|shot|close-?up) of ",
    re.I,
)
_LINKS = (
    r"in|on|at|by|under|near|with|beside|before|over|above|behind|between|among|through|from|of|that|who|"
    r"which|is|are|and"
)
_HEAD_WORD = rf"(?!(?:{_LINKS})\b)(?!(?!{THINGS_IN_ING}\b)[\w-]{{2,20}}ing\b)[\w'-]{{1,24}}"
_HEAD_ENDS = rf"(?=$|,| (?:{_LINKS}|[\w-]{{2,20}}ing|[\w-]{{2,20}}[^\Wsui]s)\b)"
_OF_WHAT = re.compile(  # a glass of wine is one thing
    rf"^of [\w'-]{{1,24}}(?: [\w'-]{{1,24}}){{0,2}}?(?=$|,| (?:{_LINKS})\b)", re.I
)
_HEADS = tuple(  # what a prompt is of: what stands before where it is, what it does and has; two words if it can
    re.compile(rf"{_HEAD_WORD}(?: {_HEAD_WORD}){{{more}}}?{_HEAD_ENDS}", re.I)
    for more in ("1,5", "0")
)

_MANNER = re.compile(  # one way of painting takes another's place
    rf",?\s?\b(?:(?:in|as) )?(?:an? |the )?(?:(?:studio|soft|loose|bold|classic) )?{STYLE.pattern}"
    r"(?: (?:painting|drawing|style|art|sketch|illustration|look))*(?=$|,)",
    re.I,
)
_BARE_TIME = re.compile(
    r"(?:(?:in |during |at )?(?:the )?)?(?P<when>day ?time|daylight|night ?time|night|dawn|dusk|noon|sunset|sunrise|"
    r"morning|evening|midnight)",
    re.I,
)
_AT_TIME = {"daytime": "in", "daylight": "in", "morning": "in the", "evening": "in the"}
_ADDRESSED = re.compile(
    r"\b(?:the |of |in |to |on |like |from )?(?:@?(?:image|picture|photo|video|clip|film|audio|song)\s?#?\s?[-−]?\d+"
    r"|\bit\b|this one|that one|\b(?:the|that|my|this) (?:(?!(?:of|in|on|to|with|from|at|and|into|as|for)\b)[\w-]+ )"
    r"{0,3}?(?:picture|image|photo|video|clip|song|track|tune|piece|music|one|first|second|third|last)"
    r"(?: (?:with|of|about|from) the [\w-]+(?=$| (?:but|a bit|much|is|looks?|[\w-]{2,12}er)\b))?"
    r"(?: one| picture| image)?\b)",
    re.I,
)
_LEVEL = re.compile(  # of a tone or a light: "turn up the bass" is more of it
    r"^(?:(?:turn|crank|bring|pump|dial|push|tone|take) "
    r"(?P<way>up|down) (?:the |its )?(?P<of>.+)|(?P<raise>boost|raise|increase|amplify|strengthen|lower|reduce|"
    r"decrease|"
    r"soften|weaken) (?:the |its )?(?P<that>.+)|(?:turn|crank|bring|pump|dial|push|tone|take) (?:the |its )?"
    r"(?P<what>.{2,40}) (?P<there>up|down))$",
    re.I,
)
_RAISED = ("up", "boost", "raise", "increase", "amplify", "strengthen")
_INSTEAD_OF = re.compile(
    r"^(?:in )?(?!(?:with |of )?(?:an?|the|one|two|three|some) )(?P<new>[\w' -]{2,40}?)(?:,? (?:instead of|"
    r"rather than|and not|not)) (?:an? |the )?(?P<old>[\w' -]{2,30})$",
    re.I,
)
_COMMAND = re.compile(
    r"^(?:put|add|give|make|change|turn|have|let|something like|like|use|do|redo|generate|create|try|render)\b\s?",
    re.I,
)


_IT_IS = re.compile(r"^[\s.,]*it(?:['’]s| is)\s(?=[\w-]+ing\b|(?:at |in )?\w+$)", re.I)
_IN_PLACE = re.compile(r"\b(?:instead|in place of|rather than)\b", re.I)
_MOST_PARTS = 8
_PARTS = re.compile(r",? (?:and|but) |, ", re.I)


def _told_before(prompt: str, change: str) -> str:
    """A change without the thing it begins with, when the prompt has that already: "the fox with a hat"."""
    found = re.match(
        r"^(?:\d+\s)?(?:(?:the|that|my)\s)?([\w-]+)\b[\s,]*(?=$|(?:with|in|at|but|without|as|on)\b)",
        change,
        re.I,
    )
    known = found and re.search(rf"\b{re.escape(found.group(1))}\b", prompt, re.I)
    return trimmed(change[found.end() :]) if found and known else change


def change_in(clause: Clause) -> str:
    """What is to be different: the clause without the command and without the medium it is about."""
    text = trimmed(sized_out(clause.text))
    for _ in range(4):
        text = LEAD_IN.sub("", text)
    text = levelled(text) or _COMMAND.sub("", text)
    text = re.sub(
        r"\b(?:once more|again|another (?:one|version)|one more(?: time)?|with that)\b",
        " ",
        text,
        flags=re.I,
    )
    text = _IT_IS.sub("", text)
    return trimmed(" ".join(_ADDRESSED.sub(" ", text).split()))


def levelled(text: str) -> str:
    """A level that is to be raised or lowered, as more or less of it; empty when it is about none."""
    found = _LEVEL.match(text)
    if found is None:
        return ""
    way = (found["way"] or found["raise"] or found["there"]).lower()
    return f"{'more' if way in _RAISED else 'less'} {found['of'] or found['that'] or found['what']}"


def merged(prompt: str, change: str) -> str:
    """The change after the prompt; a new time of day, weather, season or manner takes the old one's place."""
    change = re.sub(
        r"^(?:but|only|just|this time|now|and|make it|with it|also|so)\b[\s,]*",
        "",
        trimmed(change),
        flags=re.I,
    )
    change = re.sub(
        rf"^in (?={COLOUR}\b)",
        "",
        change,
    )
    change = _told_before(prompt, re.sub(r" instead$", "", change, flags=re.I))
    if time := _BARE_TIME.fullmatch(change):
        change = f"{_AT_TIME.get(time['when'].lower(), 'at')} {time['when']}"
    prompt = without_gainsaid(prompt, change)
    if _MANNER.search(change):
        prompt = _MANNER.sub("", prompt)
    if change and change.lower() in prompt.lower():
        return trimmed(prompt)
    return ", ".join(part for part in (trimmed(prompt), change) if part)


def head_of(prompt: str) -> str:
    """The words at the beginning of a prompt for the thing it is of; empty when none stand there."""
    return next((one.group() for pattern in _HEADS if (one := pattern.match(prompt))), "")


def exchanged(prompt: str, change: str) -> str:
    """The prompt of another thing in the old one's place; empty when the change names no other thing.

    "A wolf" is another thing, "with a wolf" one more, unless it is said to be there instead.
    """
    if swapped := _swapped(prompt, change):
        return swapped
    told = _OTHER.match(trimmed(change))
    colour = re.fullmatch(rf"(?:an? |the )?({COLOUR})(?: one)?", trimmed(change), re.I)
    if colour:
        there = re.search(rf"\b{COLOUR}\b", head_of(prompt), re.I)
        return f"{prompt[: there.start()]}{colour.group(1)}{prompt[there.end() :]}" if there else ""
    if told is None or STYLE.search(change) or (told["with"] and not told["instead"]):
        return ""
    if told["old"]:
        old = re.compile(
            rf"\b(?:(?:an?|the|one|some) )?(?:(?!(?:{_LINKS})\b)[\w-]+ )?{re.escape(told['old'])}\b",
            re.I,
        )
        return old.sub(lambda _: told["thing"], prompt, count=1) if old.search(prompt) else ""
    framed = _FRAMED.match(prompt)
    start = framed.end() if framed else 0
    head = head_of(prompt[start:])
    if not head:
        return ""
    rest = _OF_WHAT.sub("", prompt[start + len(head) :].strip()).strip()
    rest = "" if len(rest.split()) == 1 else rest
    thing = _in_the_style(told["thing"], STYLE.search(head))
    return prompt[:start] + thing + ("" if rest[:1] in ",;." else " ") + rest


def _in_the_style(thing: str, style: re.Match[str] | None) -> str:
    """Another thing drawn as the one whose place it takes: "an archer" as "a pixel art archer"."""
    article, _, rest = thing.partition(" ")
    if style is None or article.lower() not in ("a", "an", "the", "one"):
        return thing
    if article.lower() in ("a", "an"):
        article = "an" if style.group()[0].lower() in "aeiou" else "a"
    return f"{article} {style.group()} {rest}"


def altered(prompt: str, change: str) -> str:
    """A prompt said once more with a change: of another thing, else with the change put after it."""
    prompt, rest = replaced(prompt, change)
    return merged(prompt, rest) if rest else prompt


def replaced(prompt: str, change: str) -> tuple[str, str]:
    """The prompt with what a change says in the place of something that was there, and the rest of the change."""
    return _put(
        prompt,
        change,
        lambda old, part: exchanged(old, part) or of_its_kind(old, part) or in_its_place(old, part),
    )


def resounded(prompt: str, change: str) -> str:
    """The prompt of a song with a change, which names no other thing to be seen."""
    prompt, rest = _put(prompt, change, _reheard)
    return merged(prompt, rest) if rest else prompt


def _reheard(prompt: str, change: str) -> str:
    swapped = exchanged(prompt, change) if _IN_PLACE.search(change) else ""
    return swapped or in_its_place(prompt, change)


def _put(prompt: str, change: str, one: Callable[[str, str], str]) -> tuple[str, str]:
    """All of a change at once if it can be, else each of its parts."""
    if told := one(prompt, change):
        return told, ""
    before, rest = prompt, []
    parts = _PARTS.split(change)
    for part in parts if 1 < len(parts) <= _MOST_PARTS else ():
        told = (
            "" if _OTHER.match(trimmed(part)) and not _IN_PLACE.search(part) else one(prompt, part)
        )
        told = told or in_its_place(prompt, part)
        prompt = told or prompt
        rest += [] if told else [part]
    return (prompt, ", ".join(rest)) if prompt != before else (prompt, change)


def _swapped(prompt: str, change: str) -> str:
    """ "Jazz instead of pop" in a prompt that has pop; empty for any other words."""
    told = _INSTEAD_OF.match(trimmed(change))
    old = told and re.compile(rf"\b{re.escape(told['old'])}\b", re.I)
    if told is None or old is None or not old.search(prompt):
        return ""
    return old.sub(lambda _: told["new"], prompt, count=1)
