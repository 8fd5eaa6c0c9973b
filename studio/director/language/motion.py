"""What moves in a picture that comes to life, and how: the words of motion, and the motion out of a clause."""

import re

from studio.director.language.clauses import Clause
from studio.director.language.motion_verbs import MOTION, VERBS
from studio.director.language.subjects import sized_out, trimmed, without_length
from studio.director.language.vocabulary import THINGS_IN_ING

USUAL = "slow push in, gentle movement"
_WHO = r"(?:the|my|his|her|its|an?) [\w ]{1,60}?|it|him|her|them|this|he|she|they"
_MOTIONS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"^((?:(?:slow(?:ly)?|gentle|smooth) )?(?:zoom|pan|tilt|push|pull|dolly)\b(?s:.{1,200}?)\bwhile\s(?s:.{3,}))$",
        r"\b(?:with|so that|where|while|as if|in which|:)\s((?s:.{3,}))$",
        rf"\b(?:make|let|have|see)\s((?:it|him|her|them|everyone|everybody|people|all of them|both|(?:the|my)(?: "
        rf"(?!so\b)[\w'-]{{1,24}}){{1,8}}?|this)\s{MOTION}\b"
        r"(?s:.*))$",
        r"\bso (?!(?:i|we|you|it (?:is|lasts|takes|fits|has))\b)((?:he|she|it|they|the|his|her|its|their|my|an?|"
        r"[\w-]{3,24}s?) "
        r"(?s:.{3,}))$",
        r"\b(?:to life|alive|in(?:to)? motion|(?:image|picture|photo|it|this|that|one|them|him|her|video|"
        r"clip)\s?[-−]?\d*)"
        r"\s?[,:]\s?((?s:.{4,}))$",
        r"[,;.]\s((?:the|his|her|its|their|my)\s[\w' -]{1,40}?\s(?:should|must|could|can|has to|have to)\s(?s:.{3,}))$",
        r"\b((?:slow(?:ly)?|fast|quick|gentle|smooth)?\s?(?:zoom|pan|tilt|push|pull|dolly|track|orbit|"
        r"drift)\w*\b(?s:.*))$",
        rf"(?:^animate|\b(?:clips?|videos?|films?|movies?|animations?|gifs?) of) ((?:{_WHO}) (?!{THINGS_IN_ING}\b)"
        rf"[\w-]{{2,20}}ing\b"
        r"(?s:.*))$",
        r"^(?:animate|bring) (?:the|my|this|that) (?!.{0,40}\b(?:image|picture|photo)\b)[\w' -]{1,40}[,:] "
        r"((?s:.{4,}))$",
        r"^animate,\s(?!(?:for|please|in|as|about|\d)\b)((?s:.{4,}))$",
        r"^animate (?:it|him|her|them|this) ((?:like|to|doing|[\w-]{2,20}ing) (?s:.{3,}))$",
        r"^animate, ((?!being\b)[\w-]{2,20}ing\b(?s:.*))$",
        r"^(?:do )?(?:an? )?((?:(?:slow|gentle|smooth|steady|cinematic) ){0,2}drone (?:shot|flight)\b(?s:.*))$",
        r"^(?:an? )?((?:(?:slow|gentle|smooth|steady|calm|fast|quick) ){0,2}camera (?:mov|motion|flight|glid|fl|travel|"
        r"ride)\w*\b(?s:.*))$",
    )
)

_ONLY_HEARD = re.compile(
    r"(?:(?:the|my|our|this|that|some|an?) )?(?:[\w-]+ ){0,2}(?:songs?|music|track|tune|soundtrack|sound|audio)",
    re.I,
)

_ONLY_MOVES = re.compile(
    r"(?:it|him|her|them|this) (?:move|moves|moving|come alive|come to life)(?: (?:a (?:bit|little)|please|pls))?",
    re.I,
)


_WHO_DOES = {"him": "he", "her": "she", "them": "they", "it": "it", "this": "it"}
_DONE = re.compile(rf"^(?P<who>him|her|them|it|this) (?P<deed>{MOTION})\b", re.I)


def _told_of(motion: str) -> str:
    """What somebody is told to do as what they do: "them dance" as "they dance", "him smile" as "he smiles"."""
    found = _DONE.match(motion)
    if found is None:
        return motion
    who, deed = _WHO_DOES[found["who"].lower()], found["deed"]
    if deed.lower().endswith("ing") and who == "it":
        return motion
    if deed.lower().endswith("ing"):
        return f"{who} {'are' if who == 'they' else 'is'} {deed}{motion[found.end() :]}"
    verb = next((one for one in VERBS.split() if one == deed.lower()), "")
    if verb and who != "they":
        deed = _third(deed)
    return f"{who} {deed}{motion[found.end() :]}"


_SHOULD = re.compile(
    r"^(?P<who>he|she|it|they|this|everyone|everybody|everything|people|"
    r"(?:the|my|his|her|their|our) [\w'-]+(?: "
    r"(?!should|"
    r"shall|must)[\w'-]+){0,3}) (?:should|shall|must|has to|have to|needs? to|can|could|is (?:going )?to|are to) "
    r"(?P<deed>[\w-]{2,20})\b",
    re.I,
)
_AND_DOES = re.compile(rf"((?:,| and|, and) )({'|'.join(VERBS.split())})\b", re.I)
_MANY = re.compile(r"(?:they|people|.*[^s]s)$", re.I)


def as_told(motion: str) -> str:
    """What somebody should do as what they do: "she should look left" as "she looks left"."""
    found = _SHOULD.match(motion)
    if found is None:
        return _told_of(motion)
    who, deed = found["who"], found["deed"]
    rest = motion[found.end() :]
    if _MANY.match(who):
        return f"{who} {deed}{rest}"
    rest = _AND_DOES.sub(lambda one: f"{one[1]}{_third(one[2])}", rest)
    return f"{who} {_third(deed)}{rest}"


def _third(verb: str) -> str:
    """A verb as one says it of somebody else: "carries", "watches"."""
    if re.search(r"[^aeiou]y$", verb):
        return f"{verb[:-1]}ies"
    return verb + ("es" if re.search(r"(?:s|x|sh|ch|o)$", verb) else "s")


def motion_in(clause: Clause) -> str:
    """What moves and how, in the person's words; a gentle move when they left it open."""
    text = without_length(sized_out(clause.text))
    found = next((one for pattern in _MOTIONS if (one := pattern.search(text))), None)
    motion = as_told(trimmed(found.group(1))) if found else ""
    motion = re.sub(r"\s@?(?:image|picture|photo)\s?[-−]?\d+$", "", motion, flags=re.I)
    if re.match(
        r"(?:and )?@?(?:image|picture|photo|the (?:first|second|third|last))\b", motion, re.I
    ):
        motion = ""
    if _ONLY_HEARD.fullmatch(motion) or _ONLY_MOVES.fullmatch(motion):
        motion = ""
    spoken = re.search(r"\b(say|speak|sing|talk)\w*\b", clause.bare, re.I)
    if clause.quotes and clause.quote not in motion and spoken:
        motion = f'{motion}, saying "{clause.quote}"'.strip(" ,")
    return motion or USUAL
