"""Wishes for words on the newest picture, said in ways of their own, as the orders the families know."""

import re

from studio.director.families.once_more.remake_words import last_order, words_of
from studio.director.language.clauses import Clause
from studio.director.plan import Scene
from studio.renderers.prompts.printed_kinds import kind_of

_A_THING = r"(?:it|this|that|(?:the|my|our|this|that) [\w'-]+(?: [\w'-]+)?)"
_SAYS = re.compile(
    rf"^(?:can|could|should|make|let|have|may|will) {_A_THING} (?:to )?(?:say|read)s?$|^(?:it|the [\w-]+) "
    rf"(?:should|must|"
    r"needs to|has to|could) (?:say|read)$|^with the words?$",
    re.I,
)
_READS = re.compile(  # of a printed thing; anybody else says it
    rf"^(?:can|could|should|make|let|have|may|will) {_A_THING} (?:to )?(?:say|read) (?P<words>[^\",]{{2,60}}?)[.?! ]*$",
    re.I,
)
_NAMED_ON_IT = re.compile(
    rf"^(?:(?:can|could) i (?:see|have|get) |make |do |show (?:me )?)?(?:{_A_THING} )?with (?:my|our|the|his|her) "
    r"(?:name|title|date|address|slogan|brand name|web ?site|phone number)(?:,| is|:)? (?P<words>[^,\"]{2,60}?),? "
    r"(?:on|in|"
    r"under|below|above|over) (?:it|top|the (?:top|bottom|cover|picture|image|front))$",
    re.I,
)
_WRITE = re.compile(
    r"^(?P<verb>[Ww]rite|[Pp]ut|[Pp]rint|[Aa]dd) (?:on it |there )?(?P<words>[A-ZÀ-Þ0-9][^\"]{2,80}?)(?: (?:on|"
    r"to) (?:it|the [\w]+))?[.!]?$"
)
_CAPTION = re.compile(
    r"(?:(?:with|and|add|the|a) )*(?:caption|title|text|headline|slogan|words?)", re.I
)
_LABELLED = re.compile(  # "name on it: Team Rocket"
    r"^(?:(?:and|with|the|a|our|my) )*(?:name|title|text|words?|caption|slogan|headline)(?: (?:on it|on top|there|"
    r"below|above))?"
    r" ?: (?P<words>[^\"]{2,60}?)[.!]?$",
    re.I,
)
_BIGGER = re.compile(
    r"^(?:(?:much|even|(?:a )?(?:bit|little)|way) )?(?:bigger|larger|smaller|bolder|more readable)$",
    re.I,
)


def about_words(text: str, clause: Clause, scene: Scene) -> str:
    """The order to write, or to set larger, what is said; empty for all other words."""
    if clause.quotes and _SAYS.match(clause.bare.rstrip(" .?!")):
        return f'write "{clause.quote}" on it'
    if clause.quotes and _CAPTION.fullmatch(text) and not scene.now("video"):
        return f'write "{clause.quote}" on it'
    silent = not scene.offers("generate_speech")
    if clause.quotes and silent and re.fullmatch(r"(?:say|read)s?", text, re.I):
        return f'write "{clause.quote}" on it'
    if (reads := _READS.match(clause.bare)) and _is_printed(scene):
        return f'write "{reads["words"].strip()}" on it'
    if named := _NAMED_ON_IT.match(text):
        return f'write "{named["words"].strip()}" on it'
    told = None if clause.quotes else _WRITE.match(clause.text)
    if told and (told["verb"].lower() == "write" or _is_printed(scene)):
        return f'write "{told["words"].strip()}" on it'
    labelled = None if clause.quotes else _LABELLED.match(clause.text)
    if labelled:
        return f'write "{labelled["words"].strip()}" on it'
    if _BIGGER.match(text) and _lettered_last(scene):
        return f"make the letters {text}"
    return ""


def _lettered_last(scene: Scene) -> bool:
    """Whether the newest change was about words on the picture."""
    return '"' in last_order(scene)


def _is_printed(scene: Scene) -> bool:
    """Whether the newest picture is a printed thing."""
    newest = scene.now("image")[-1]
    return kind_of(words_of(scene, "image", newest.index)) is not None
