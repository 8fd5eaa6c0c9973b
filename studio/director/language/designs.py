"""Wishes for printed and posted things, told as people do: a story, "help with a card?", then what stands on it."""

import re

from studio.director.language.vocabulary import VERB
from studio.renderers.prompts.printed import DATE, TIME, looks_only, set_text
from studio.renderers.prompts.printed_kinds import kind_of

_HELP = re.compile(
    r"^(?:[^?.!]{0,160}?\b)?(?:(?:can|could|would|will) (?:you|u) )?(?:please )?help(?: me| us)?(?: out)?(?: please)? "
    r"(?:with|to (?:make|design|create|do)|make|design|create|do|making|designing|creating) (?=[\w\"'])",
    re.I,
)
_STORY = re.compile(
    rf"^(?:we|i|my|our|it|there|this)\b['’\w ,-]{{3,120}}?[,.!:] ?(?:so )?(?:(?:can|could|would) (?:you|u) |please )?"
    rf"(?:(?:i|we)(?:['’]d| would)? (?:need|want|like|love) |(?={VERB} |an? ))",
    re.I,
)
_TAKEN_BACK = re.compile(
    r"^(?:please )?(?:undo|revert|forget|scrap|take back)\b[^.;!?]{0,80}[.;!] ?(?:(?:just|please|and|now|but|only) )*"
    rf"(?={VERB} (?:the|my|our) )",
    re.I,
)
_NO_DETAILS = re.compile(
    rf"^(?:{VERB}|i|we|you|it|this|that|there|then|and|please|thanks?|maybe|something|no|with|in|make|what|how|"
    rf"can|could|"
    r"should)\b",
    re.I,
)
_LINKED = re.compile(r"(?:for|with|in|at|on|of|who|that|and|by|from) ", re.I)
_WHEN = re.compile(rf"(?:{DATE}|{TIME})", re.I)
_QUOTE = re.compile(
    r"^(?P<head>.{0,40}?\bquote (?:poster|card|post|graphic|print)s?)\s?(?::|[-–—]|saying|that says)\s?"
    r"(?P<said>[^\"“”„]{4,200})$",
    re.I,
)


def design_told(text: str) -> str:
    """The message as one order with all that is to stand on the thing; as it is where none is wished for."""
    if kind_of(text) is None:
        return text
    text = _TAKEN_BACK.sub("", text)
    if quote := _QUOTE.match(text):
        return f'make {quote["head"]} "{quote["said"].strip(" .")}"'
    order = _HELP.sub("make ", text, count=1)
    order = _STORY.sub("make ", order, count=1) if order == text else order
    order = re.sub(r"^make (?=(?:make|create|design|draw)\b)", "", order)
    order = re.sub(r"\s(?:please|pls)(?=:)", "", order, flags=re.I)
    split = re.match(
        r"(?P<wish>[^?.!:\n]{4,200}?)\s?(?:\?|[.!:](?=\s)|\n)\s?(?P<details>[^?!]{3,300})$", order
    )
    if split is None or kind_of(split["wish"]) is None or _NO_DETAILS.match(split["details"]):
        return order
    wish, details = split["wish"].strip(), _capitals(split["details"].strip(" .\n"))
    of_it = re.search(r"\b(?:with|of|from|using) (?:it|this|that)$", wish, re.I)
    if ":" in order[len(split["wish"]) : split.start("details")] and not of_it:
        return order
    if of_it:
        return f'{wish} with the words "{details}"'
    told = kind_of(wish)
    named = told is not None and not wish[told[1].end() :].strip() and not _WHEN.match(details)
    return (
        f"{wish} for {details}"
        if named and re.match(r"[A-ZÀ-Þ](?!\w* [a-z]+ (?:is|are)\b)", details)
        else f"{wish}, {details}"
    )


def _capitals(details: str) -> str:
    """A list of what stands on it; places in small letters get their capitals."""
    rows = re.split(r"\s?[,\n;]\s?", details)
    return ", ".join(
        row
        if row != row.lower()
        or _WHEN.search(row)
        or looks_only(row)
        or _LINKED.match(row)
        or len(row.split()) > 3
        else set_text(row)
        for row in rows
        if row
    )


def names_kind(text: str) -> str:
    """The word for a printed thing that is spoken of as known: "the card", "my flyer"; empty for none."""
    found = re.search(
        r"\b(?:the|this|that|my|our) (?:[\w-]+ ){0,2}?(?P<what>cards?|invit(?:ation|e)|flyer|flier|poster|post|"
        r"banner|menu|"
        r"thumbnail|cover|sticker|schedule|header)\b",
        text,
        re.I,
    )
    return found["what"].lower() if found else ""
