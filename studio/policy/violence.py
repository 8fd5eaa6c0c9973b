"""Calls to violence against people: told from films that are shot, beats that are made and stories that are told."""

import re

_GROUPS = (
    r"(?:immigrants?|migrants?|refugees?|foreigners?|minorit(?:y|ies)|jews?|muslims?|christians?|hindus?|black people|"
    r"blacks|white people|whites|asians?|arabs?|roma|gays?|lesbians?|trans people|transgender people|women|disabled "
    r"people|homeless people|politicians?|journalists?|police(?:men| officers)?|(?:our|their) enem(?:y|ies))"
)
_HOUSES = r"(?:mosques?|synagogues?|churches|temples?|refugee (?:homes?|shelters?|camps?|centres?|centers?))"
_WHOM = rf"(?:(?:all|every|each|any|single|last|the|those|these|some|more|of|your|our) )*(?:{_GROUPS}|{_HOUSES})\b"
_EVERY = rf"(?:all|every|each|any|those|these) (?:(?:the|of|those|these) )*{_GROUPS}\b"
# before people these mean one thing; what `shoot` and `hang` mean, which are done to pictures, needs more
_KILL = r"(?:kill|murder|lynch|slaughter|exterminate|eradicate|gas)"
_HURT = rf"(?:{_KILL}|attack|burn(?: down)?|bomb|stab|beat up|wipe out|set fire to)"
_URGED = r"(?:call|urg|tell|incit|encourag|invit|persuad|rall)\w*"
_SAID = r"(?:say(?:s|ing)?|reads?|reading|chant\w*|shout\w*|words|slogan)(?: that)?"
_CALLS = re.compile(
    rf"\b{_KILL} {_WHOM}"
    rf"|\b{_URGED}\b[^.!?]{{0,60}}(?<!how )\bto (?:{_HURT}|shoot|hang|beat) {_WHOM}"
    rf"|\b(?:let'?s|let us|join us(?: and| to)?)\b[^.!?]{{0,20}}\b{_HURT} {_WHOM}"
    rf"|(?:^|[:\"“'‘,;.!?] ?|\b{_SAID} ){_HURT} {_WHOM}"
    rf"|(?:^|[:\"“'‘,;.!?] ?|\b{_SAID} )(?:shoot|hang) {_EVERY}"
    rf"|\bdeath to {_WHOM}"
    rf"|\b{_GROUPS} (?:must|should|have to|need to|deserve to) (?:all )?(?:die|burn|hang|be (?:killed|shot|hanged|"
    r"burned|burnt|gassed|lynched|beaten(?: up)?|exterminated))\b"
    r"|\bincit\w+ (?:to )?(?:hatred|violence|riots?)\b",
    re.I,
)


def calls_to_violence(text: str) -> bool:
    """Whether it urges people to hurt other people, or says that they should be."""
    return bool(_CALLS.search(" ".join(text.split())))
