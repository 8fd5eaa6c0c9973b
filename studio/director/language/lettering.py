"""Wishes about the words on a picture: larger, in another colour, at another place, or other words."""

import re

from studio.director.language.clauses import Clause
from studio.director.language.styles import COLOUR

_WORDS = r"(?:titles?|texts?|letters?|lettering|words?|fonts?|headlines?|captions?|typography|writing|slogan|name)"
_ABOUT = re.compile(
    rf"^(?:(?:make|have|move|put|set|change|turn|paint|colou?r|let|give|write) )?(?:(?:the|its|that|this|my|our) )?"
    rf"(?:[\w-]+ ){{0,2}}?{_WORDS}\b(?P<how>.*)$",
    re.I,
)
_LARGE = r"\b(?:big|bigger|large|larger|huge|bolder|bold|giant|stand out|more visible|more readable|legible)\b"
_SMALL = r"\b(?:small|smaller|tiny|little|subtle|discreet|thinner)\b"
_PLACE = re.compile(
    r"\b(?:at|to|in|on) the (?:very )?(?P<place>top|bottom|middle|cent(?:er|re))\b|\b(?P<up>higher|up)\b|"
    r"\b(?P<down>lower|down)\b",
    re.I,
)
_SET_BEFORE = re.compile(
    r",?(?: the title)? (?:in [\w ]{1,40}? letters\b(?: at the \w+)?|at the (?:top|bottom|middle|center|centre)$)",
    re.I,
)


def about_lettering(clause: Clause) -> str:
    """How the words on a picture are to be set: "in large red letters at the top"; empty for any other wish."""
    told = _ABOUT.match(clause.bare)
    if told is None or re.match(r"(?:remove|without|no)\b", clause.bare, re.I):
        return ""
    how = told["how"]
    size = (
        "large" if re.search(_LARGE, how, re.I) else "small" if re.search(_SMALL, how, re.I) else ""
    )
    colour = re.search(rf"\b{COLOUR}\b", how, re.I)
    place = _PLACE.search(how)
    where = ""
    if place:
        where = (place["place"] or ("top" if place["up"] else "bottom")).lower()
    if not (size or colour or where):
        return ""
    words = " ".join(part for part in (size, colour.group().lower() if colour else "") if part)
    return " ".join(
        filter(None, (f"in {words} letters" if words else "", f"at the {where}" if where else ""))
    )


def with_lettering(prompt: str, lettering: str) -> str:
    """The prompt with its words set so, in place of how they were set before."""
    link = ", " if lettering.startswith("the title ") else " "
    return f"{_SET_BEFORE.sub('', prompt)}{link}{lettering}"
