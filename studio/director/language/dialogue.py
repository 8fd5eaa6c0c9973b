"""Lines that somebody says who is to be seen: "a sailor looks into the camera and says …" is a film, no reading."""

import re

from studio.director.language.clauses import Clause
from studio.director.language.vocabulary import THINGS_IN_ING

_SAYS = (
    r"(?:says?|saying|said|whispers?|shouts?|yells?|asks?|answers?|repl(?:y|ies)|tells?|mutters?|mumbles?|"
    r"speaks?|screams?|"
    r"cries|calls?|murmurs?|announces?|exclaims?|greets?)"
)
GREETS = re.compile(  # that somebody does so is to be seen, and its words are not told
    r"(?:an?|two|three|some|the|my|our) (?:[\w'-]{1,24} ){1,5}?(?:says?|saying) (?:goodbye|good-bye|bye|farewell|"
    r"hello|hi|thanks?|"
    r"thank you|sorry|good night|good morning|grace|prayers|nothing|yes|no|cheese|(?:his|her|their) \w+)\b(?! in "
    r"(?:an?|the)\b)",
    re.I,
)
_SCREEN = re.compile(
    r"\b(?:cinematic|camera|close-?up|dialogue|film noir|movie|in slow motion|lip[- ]?sync\w*|zoom\w*|on screen)\b|"
    r"^(?:scene|dialogue|int\.|ext\.|cut to)\b",
    re.I,
)
_SOMEBODY = (  # a person who is introduced, and no voice
    r"(?:(?:an?|two|three|the|my|our|some)\s(?!(?:[\w-]+ ){0,4}?(?:voice|tone|accent|narrator|announcer|speaker|reader|"
    r"recording|message|tts)\b)(?:[\w'-]{1,24}\s){0,4}?[\w'-]{1,24})"
)
_DOES = (  # what they do, or where they are, besides speaking
    rf"(?:\s(?!{THINGS_IN_ING}\b|\w*says\b)(?:[\w-]{{2,20}}ing|sits?|stands?|walks?|looks?|turns?|runs?|comes?|leans?|"
    r"opens?|enters?|holds?|smiles?|laughs?|nods?|waves?|points?|lies|drives?|rides?|cooks?|wears?|"
    r"stops?|steps?|rings?|"
    r"raises?|lifts?|takes?|puts?|dances?|cries|winks?|jumps?|gets?|goes)\b|"
    r"\s(?:on|in|at|under|by|near|behind|before|inside|outside|beside|next to|in front of|among|between)\s(?:an?|"
    r"the|his|"
    r"her|their|my)\s)"
)
_SEEN = re.compile(rf"^{_SOMEBODY}[\s,]?.{{0,120}}?{_DOES}", re.I)
_TWO_SPEAK = re.compile(rf"\b{_SAYS}\b.{{1,80}}\b{_SAYS}\b", re.I)
_SPEAKS = re.compile(rf"\b{_SAYS}\b", re.I)
_ORDERED = re.compile(
    r"^(?:add|put|write|read|change|edit|remove|overlay|title|caption|subtitle|say|sing|replace|set|insert|"
    r"place|stick|print)\b",
    re.I,
)
_READER = re.compile(
    r"\b(?:read|record|narrat\w+|voice(?:s|[- ]?over)?|speech|tts|aloud|audio|pronounce|dictate|recite|clone)\b",
    re.I,
)


def seen_speaking(clause: Clause) -> bool:
    """Whether words that are quoted are said by somebody in a scene that is told."""
    text = clause.bare
    if (
        not clause.quotes
        or _ORDERED.match(text)
        or not _SPEAKS.search(text)
        or _READER.search(text)
    ):
        return False
    told = _SEEN.match(text) or _TWO_SPEAK.search(text) or _SCREEN.search(text)
    return bool(told)
