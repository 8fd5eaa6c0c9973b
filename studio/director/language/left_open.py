"""A choice that is left to us: "you pick", "surprise me", "any dance"; and what was said besides."""

import re

from studio.director.language.vocabulary import EDGES

_OPEN = re.compile(
    r",?\s?(?:\b(?:and|but|so|just|or|please|i['’]ll let|let) )?\b(?:surprise (?:me|us)|(?:(?:with|to|do|of) "
    r")?(?:whatever|"
    r"whichever|anything|however)(?: \w+)? (?:you|u) (?:like|want|prefer|think (?:fits|is best))|"
    r"(?:at )?your (?:choice|pick)|(?:you|u) (?:can )?(?:choose|decide|pick)(?: (?:it|one|which(?: one)?|for (?:me|us)|"
    r"the (?:dance|style|song|rest)))?|something random|dealer['’]?s choice|(?:it['’]?s |(?:the )?[\w-]{3,20} (?:is|"
    r"are) )?"
    r"(?:all )?up to (?:you|u)|"
    r"(?:no matter|(?:i|we) (?:don['’]?t|do not) (?:care|mind)) (?:which|what)(?: one| dance)?|"
    r"any (?:dance|style|one)(?: (?:is fine|will do|you like|works))?)(?= ?(?:$|[,.;!?]))",
    re.I,
)


def left_open(text: str) -> bool:
    """Whether a choice is left to us."""
    return bool(_OPEN.search(text))


def said_besides(text: str) -> str:
    """The text without the words that leave the choice to us."""
    return " ".join(_OPEN.sub("", text).split()).strip(EDGES.replace('"', "").replace("'", ""))
