"""Sentences that go on with what is to be made: "A street in Lisbon. It is early morning." is one picture.

They are spelled as people speak of their own life and of what is there; behind a new thing they are told of that.
"""

import re

from studio.director.language.vocabulary import PEOPLE

_NEW = re.compile(  # a wish for a thing that is not there yet
    r"(?:(?:so|but|and|now|please|then|ok|okay|just|also|next|i['’]?d?|we['’]?d?|can|could|"
    r"would|will|you|me|us|to|how|what|about)[\s,]{1,3}){0,7}"
    r"(?:(?:make|create|generate|draw|paint|sketch|show|design|film|shoot|illustrate|depict|render|imagine|"
    r"visuali[sz]e|write|compose|need|want|like|love|get|have|see|do)(?: me| us)? )?"
    r"(?:(?:an?|some|another|one|two|three|four|five|six|\d{1,2}) \w|(?:my|our) [\w ]{2,30} (?:as|in|on|at|with)\b|"
    r"(?<=draw )my \w|(?<=paint )my \w|(?<=sketch )my \w)",
    re.I,
)
_POINTS = re.compile(
    r"\b(?:it|this|that|these|those|them|him|her|he|she|"
    r"(?:the|your|my|our|image|picture|photo|video|number) (?:[\w-]+ )?"
    r"(?:one|picture|photo|image|video|film|clip|song|track|sky|background|colou?rs?|first|second|third|last|\d))\b",
    re.I,
)
_OF_IT = re.compile(r"(?:and |but )?(?:it|this|that|he|she|they|there)\b", re.I)
_OF_US = re.compile(r"(?:and |but )?(?:i|we|you)(?:['’](?:m|re)| am| are) ", re.I)
_LOOK = re.compile(r"(?:he|she|they)\b", re.I)
_CALLED = re.compile(r"\b(?:called|named|name is)\b", re.I)
_SOMETHING = re.compile(r"\b(?:an?|some|two|three|called|named) \w", re.I)
_SO_NOW = re.compile(  # behind an order: how it is to be then
    r"(?:and |but )?(?:he|she|they|i|we)(?:['’](?:s|re|m)| is| are| am) (?:now )?(?:on|in|at|under|inside) "
    r"(?!my\b|our\b)|"
    r"(?:and |but )?(?:it|he|she|they|there|i|we)(?:['’](?:s|re|m)| is| are| am) (?:(?:now|all|still|so|very|just) )?"
    r"(?:(?!(?:distract|annoy|bor|disturb|amaz|stunn|miss|charm|embarrass|confus|spoil|ruin|bother|terrify|tir)ing)"
    r"[\w-]{2,}ing\b|(?:sunn|rain|fogg|mist|snow|cloud|storm|wind|haz)y\b|.{0,24}\b(?:night|dawn|dusk|sunset|sunrise|"
    r"morning|evening|noon|midnight|twilight|winter|summer|autumn|spring|christmas|halloween|cold|hot|warm|wet|dark)\b)",
    re.I,
)
_WORK = re.compile(  # what a logo, a cover or a sign is for
    r"(?:i|we)(?:(?:['’](?:m|re)| am| are) (?:an?|the) |(?:['’](?:m|re|ve)| am| are| have)? ?(?:just )?"
    r"(?:(?:bak|sell|mak|brew|run|offer|teach|roast|grow|build|serv|repair|writ|publish|record)(?:e|ing)?|wrote) )",
    re.I,
)
_LEANS = re.compile(r"\b(?:it|him|her|them)\b", re.I)
_KIN_AND = re.compile(  # what somebody close does, or where they are, is to be seen: "my grandma baking bread"
    rf"(?:my|our) (?:[\w-]+ )?(?:{PEOPLE})(?: and i)? (?:[\w-]{{2,}}ing|in|on|at|with|as|under|by|near)\b",
    re.I,
)


def is_new_thing(sentence: str, *, asked: bool) -> bool:
    """Whether a sentence that was kept is of something that is still to be made."""
    said = sentence.strip()
    return not _POINTS.search(said) and bool(not asked or _NEW.match(said))


def goes_on(sentence: str) -> bool:
    """Whether a sentence behind a new thing can tell of it."""
    said = sentence.strip()
    return bool(_OF_IT.match(said) or _OF_US.match(said))


def is_so_then(sentence: str) -> bool:
    """Whether a sentence behind an order can say how it is to be: "Put him on a beach. It is sunset."."""
    return bool(_SO_NOW.match(sentence.strip()))


def looks_so(sentence: str) -> bool:
    """ "They look happy", which praises nothing behind a new thing."""
    return bool(_LOOK.match(sentence.strip()))


def names_something(sentence: str) -> bool:
    return bool(_CALLED.search(sentence))


def of_the_work(sentence: str) -> bool:
    """What somebody does, sells or writes: "we bake sourdough", "I'm writing a book about crows"."""
    return bool(_WORK.match(sentence.strip()))


def seen_doing(sentence: str) -> bool:
    return bool(_KIN_AND.match(sentence.strip()))


def leans_on(order: str, sentence: str) -> bool:
    """Whether an order's "it" is what a sentence has just brought in: "I saw a fox yesterday. Draw it."."""
    return bool(_LEANS.search(order) and _SOMETHING.search(sentence))
