"""Wishes about the words on a picture: larger, in another colour, at another place, or other words."""

import re

from studio.director.language.clauses import Clause
from studio.director.language.styles import COLOUR

_WORDS = r"(?:titles?|texts?|letters?|lettering|words?|fonts?|headlines?|captions?|typography|writing|slogan|names?)"
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
    return _setting(*_parts(clause.bare))


def with_lettering(prompt: str, lettering: str) -> str:
    """The prompt with its words set so; of how they were set before stays what is not said anew."""
    link = ", the title " if lettering.startswith("the title ") else " "
    before = _SET_BEFORE.search(prompt)
    told, was = _parts(lettering), _parts(before.group() if before else "")
    setting = _setting(*(new or old for new, old in zip(told, was, strict=True)))
    return f"{_SET_BEFORE.sub('', prompt)}{link}{setting}"


def beside_words(prompt: str, more: str) -> str:
    """The prompt with something more in it, ahead of how its words are set."""
    found = _SET_BEFORE.search(prompt)
    end = found.start() if found else len(prompt)
    return f"{prompt[:end]}, {more}{prompt[end:]}"


def without_setting(prompt: str) -> str:
    """The prompt without how its words were set."""
    return _SET_BEFORE.sub("", prompt)


def _parts(text: str) -> tuple[str, str, str]:
    """Size, colour and place of letters, each empty where it is not told."""
    large, small = re.search(_LARGE, text, re.I), re.search(_SMALL, text, re.I)
    if re.search(r"\b(?:too|not so|not as|less) ", text, re.I):  # that is what is wrong with them
        large, small = small, large
    size = "large" if large else "small" if small else ""
    colour, place = re.search(rf"\b{COLOUR}\b", text, re.I), _PLACE.search(text)
    where = (place["place"] or ("top" if place["up"] else "bottom")).lower() if place else ""
    where = "middle" if where.startswith("cent") else where
    return size, colour.group().lower() if colour else "", where


def _setting(size: str, colour: str, where: str) -> str:
    words = " ".join(part for part in (size, colour) if part)
    letters = f"in {words} letters" if words else ""
    return " ".join(filter(None, (letters, f"at the {where}" if where else "")))
