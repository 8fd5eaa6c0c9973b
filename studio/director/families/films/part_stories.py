"""What is to be seen in a part of a film that is made new, told behind the order, with all that belongs to it."""

import re

from studio.director.language.continuing import tells_or_asks
from studio.director.language.statements import COMPLAINT
from studio.director.language.vocabulary import EDGES

_COUNT = r"(?:\d{1,2}|few|couple of|two|three|four|five|six|eight|ten|half)"
_PART = (
    rf"(?:(?:the )?(?:(?:very )?(?:first|last|final|opening|closing) (?:{_COUNT}[ -]?)?(?:s|secs?|seconds?)|"
    r"(?:seconds? |from |between )?(?:second )?\d{1,2}(?::\d{2})?(?: ?(?:s|secs?|seconds?))? ?"
    r"(?:to|-|–|and|until|till) ?(?:second )?\d{1,2}(?::\d{2})?(?: ?(?:s|secs?|seconds?))?)"
    r"(?: (?:of|in) (?:it|this|that|(?:the|this|that|my) (?:video|clip|film)(?: \d{1,2})?))?|"
    r"(?:those|these|them|it|that|this)(?: (?:part|bit|seconds|ones))?)"
)
_BEHIND = re.compile(
    rf"^(?:(?:please|now|and|just) )*(?:redo|replace|change|swap|exchange|turn|remake|regenerate|re-?render|"
    rf"re-?shoot|fix|make) {_PART}(?: over| again| anew)?(?: (?:with|by|to(?! show\b)|into|for|as)\s|"
    r"\s?(?:[,.;:?!]|\s[-–—])\s)(?P<told>.{6,})$|"
    rf"^make {_PART} (?P<only>(?:just|only|nothing but) .{{3,}})$|"
    r"^make (?:it|them|that|those|these) (?P<thing>an? (?!(?:bit|little|lot|touch|tad)\b).{6,})$",
    re.I | re.S,
)
_WANTED = re.compile(
    r"^(?:(?:and|but|so|there|instead|please|rather) )*(?:i(?:['’]d| would)? (?:want|need|like|prefer|rather have|"
    r"rather see)(?: to see| to have)? |(?:it|they|there|those|that|this|we) (?:should|must|has to|have to|needs? to) "
    r"(?:be|show|see|have) |(?:show|have|use|let it be) (?=(?:an?|the|some|two|three) ))",
    re.I,
)
_IS_TO_BE = re.compile(r" (?:should|must|has to|have to|needs? to|ought to) be\b", re.I)
_NO_STORY = re.compile(  # another order, or why: what is to change in it, and what stays
    r"^(?:make|turn|give|add|remove|change|keep|leave|put|let|do|try|then|without|so that|it['’]?s|they['’]?re|"
    r"(?:the )?same|(?:much |a bit |more |less )?(?:better|different|differently|nicer|again|smoother|slower|faster|"
    r"longer|shorter)|(?:the )?(?:rest|sound|audio|music)|please|thanks?|thank you)\b",
    re.I,
)


def told_of_part(wanted: str) -> str:
    """All that is told of the part; empty where nothing, or only another order, stands behind it."""
    found = _BEHIND.match(wanted.strip())
    if found is None:
        return ""
    told = _WANTED.sub("", (found["told"] or found["only"] or found["thing"]).strip(EDGES))
    told = _IS_TO_BE.sub("", told, count=1)
    if _NO_STORY.match(told) or COMPLAINT.match(told) or tells_or_asks(told):
        return ""
    return told.strip(EDGES)
