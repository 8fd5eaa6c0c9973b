"""Changes told as orders to what only makes pictures ("a cat: put her in space"), and what a picture so made shows.

The tool for pictures reads an order behind a colon as the edit it is. Later wishes need the words of what is to be seen
instead: "a cat, in space".
"""

import re

from studio.director.language.changes import change_in, exchanged, merged
from studio.director.language.clauses import Clause
from studio.director.language.styles import COLOUR, STYLE
from studio.director.language.subjects import trimmed
from studio.director.language.vocabulary import VERB

_BEHIND_COLON = re.compile(
    r"^(?P<shown>[^\"“”:]*(?:[\"“][^\"”]*[\"”][^\"“”:]*)*): (?P<order>.+)$", re.S
)
_FRAGMENT = (
    r"(?:at|in|on|from|with|without|more|less|no|as|but|different|another|much|"
    r"a bit|a little|watercolou?r|pixel|oil)"
)
_ORDER = re.compile(
    rf"^(?:crop|{VERB}|{_FRAGMENT})\b|^[\w-]+er\b|^(?:[\w-]+ )?{STYLE.pattern}(?: \w+)?$", re.I
)
_COLOURED = re.compile(rf"with (?:an? )?(?P<colour>{COLOUR}) (?P<what>[\w' -]{{2,30}})", re.I)
_ONLY_COLOUR = re.compile(COLOUR, re.I)
_WHOM = r"(?:it|him|her|them|me|us|this|that|everything|(?:the|my|his|its|their) [\w-]{1,24}(?: [\w-]{1,24})?)"
_WHOSE = r"(?:the|my|his|her|its|their)"
_AS_SHOWN = tuple(
    (re.compile(pattern, re.I | re.S), words)
    for pattern, words in (
        (r"^crop to [\d:]+$", ""),
        (r"^(?:brighten|darken|lighten|sharpen|blur|enhance|improve|fix|retouch) [\w-]+(?: up)?$", ""),
        (r"^(?:make|turn) (?:it|this|that|everything) (?P<rest>night|dusk|dawn|sunset|noon)$", r"at \g<rest>"),
        (r"^(?:make|turn) (?:it|this|that|everything) (?P<rest>winter|summer|spring|autumn|fall)$", r"in \g<rest>"),
        (r"^(?:make|let|have) (?:it|this|that|(?:the|its) colou?rs) (?:really )?pop$", "in vivid colours"),
        (r"^(?:put|place|set|move|show) (?:it|him|her|them|me|us|this|that) (?P<rest>(?:in|into|on|onto|at|under|"
         r"inside|by|near|beside|among|before|behind) .+)$", r"\g<rest>"),
        (r"^(?:draw|paint|show|make|turn) (?:it|him|her|them|me|us) as (?P<rest>.+)$", r"as \g<rest>"),
        (r"^(?:make|have|let) (?P<who>(?:my|the) [\w-]+) look like (?P<rest>.+)$", r"\g<who> as \g<rest>"),
        (rf"^give {_WHOM} (?P<rest>.+)$", r"with \g<rest>"),
        (r"^(?:add|put|insert|include|draw|stick|paint) (?P<rest>(?:an?|some|two|three|more) .+)$",
         r"with \g<rest>"),
        (r"^(?:write|add|put) (?:the (?:words?|text|title) )?(?P<rest>[\"“][^\"”]+[\"”]).*$",
         r"with the words \g<rest>"),
        (rf"^(?:remove|erase|delete|take away|get rid of) (?P<rest>{_WHOSE}? ?.+)$", r"without \g<rest>"),
        (rf"^(?:change|replace|swap|turn|make) (?:the )?background (?:to |into |with )?(?:be )?(?P<rest>{COLOUR})$",
         r"with \g<rest> background"),
        (r"^(?:change|replace|swap|turn) (?:the )?background (?:to|into|with) (?P<rest>.+)$", r"before \g<rest>"),
        (rf"^(?:change|turn) {_WHOSE} (?P<old>[\w -]{{1,40}}?) (?:to|into) (?P<rest>{COLOUR})$",
         r"with \g<rest> \g<old>"),
        (rf"^(?:change|replace|swap|turn) {_WHOSE} (?P<old>[\w -]{{1,40}}?) (?:to|into|with|by|for) (?P<rest>.+)$",
         r"with \g<rest>"),
        (rf"^(?:make|paint|colou?r|turn) {_WHOSE} (?P<thing>[\w-]{{1,24}}(?: [\w-]{{1,24}})?) (?P<how>[\w-]{{1,24}})$",
         r"with \g<how> \g<thing>"),
        (r"^(?:make|turn|have|let) (?:it|him|her|them|this|that|everything|(?:the|this|that|my) (?:whole )?"
         r"(?:picture|image|photo|thing)) (?:look |be )?(?:like |into |to )?(?P<rest>.+)$", r"\g<rest>"),
    )
)  # fmt: skip


def ordered(shown: str, order: str) -> str:
    """A prompt that tells what a picture shows and what is to change in it; the order alone where nobody knows."""
    return f"{_without_colons(shown)}: {order}" if shown else order


def _without_colons(shown: str) -> str:
    """Words in which no colon can be taken for the one before the order."""
    parts = re.split(r"([\"“][^\"”]*[\"”])", shown)
    return "".join(
        part if at % 2 else re.sub(r"\s?:\s", ", ", part) for at, part in enumerate(parts)
    )


def order_in(prompt: str) -> tuple[str, str]:
    """What a prompt says is shown, and the order behind it; either may be empty."""
    told = _BEHIND_COLON.match(prompt)
    if told and _ORDER.match(told["order"].lstrip("{")):
        return told["shown"], told["order"]
    return prompt, ""


def as_shown(prompt: str) -> str:
    """What a picture of this prompt shows, in words that order nothing."""
    shown, order = order_in(prompt)
    if not order:
        return (
            _seen(prompt)
            if re.match(rf"{VERB} (?:it|him|her|them|me|us|the|my|his|this|that)\b", prompt, re.I)
            else prompt
        )
    seen = _seen(order)
    if (thing := _COLOURED.fullmatch(seen)) and thing["what"].lower() in shown.lower():
        there = re.compile(rf"\b{COLOUR} (?={re.escape(thing['what'])}\b)", re.I)
        if there.search(shown):
            return there.sub(f"{thing['colour']} ", shown)
    return (exchanged(shown, seen) if _ONLY_COLOUR.fullmatch(seen) else "") or merged(shown, seen)


def _seen(order: str) -> str:
    """An order as what is to be seen when it is done: "give her a crown" is "with a crown"."""
    for pattern, words in _AS_SHOWN:
        if told := pattern.match(trimmed(order)):
            return told.expand(words)
    return change_in(Clause(order, order))
