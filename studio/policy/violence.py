"""Declined: calls to violence against people, told from films that are shot, beats that are made and stories told."""

from studio.policy.words import Said, Sentences, Words, any_of

_GROUP_WORDS = """immigrant, immigrants, migrant, migrants, refugee, refugees, foreigner, foreigners, minority,
    minorities, jew, jews, muslim, muslims, christian, christians, hindu, hindus, black people, blacks, white people,
    whites, asian, asians, arab, arabs, roma, gay, gays, lesbian, lesbians, trans people, transgender people, women,
    disabled people, homeless people, politician, politicians, journalist, journalists, police, policemen, police
    officers, cop, cops, homosexual, homosexuals, latinos, mexicans, israelis, palestinians, kurds, gypsies,
    infidels, our enemy, our enemies, their enemy, their enemies"""
_GROUPS = any_of(_GROUP_WORDS)
_HOUSE_WORDS = """mosque, mosques, synagogue, synagogues, church, churches, temples, refugee home, refugee homes,
    refugee shelter, refugee shelters, refugee camp, refugee camps, refugee centre, refugee centres, refugee center,
    refugee centers"""
_HOUSES = any_of(_HOUSE_WORDS)
_FULL_PLACE_WORDS = """school, schools, kindergarten, hospital, hospitals, mosque, synagogue, church, concert, crowd,
    mall, nightclub, university, parade"""
_FULL_PLACES = any_of(_FULL_PLACE_WORDS)
_OFFICE_WORDS = """mayor, president, prime minister, chancellor, senator, governor, judge, minister, congressman,
    congresswoman, teacher, teachers, headmaster"""
_OFFICES = any_of(_OFFICE_WORDS)
_DETERMINERS = "(?:all|every|each|any|single|last|the|those|these|some|more|of|your|our)"
_WHOM = rf"(?:{_DETERMINERS} )*(?:{_GROUPS}|{_HOUSES})\b"
_PICTURED = r"(?!['’]s? | (?:in|on) (?:black and white|b&w|colou?r|film|polaroid)\b)"
"""What photographers shoot in, and whose portraits are hung."""
_EVERY = rf"(?:all|every|each|any|those|these) (?:(?:the|of|those|these) )*{_GROUPS}\b{_PICTURED}"
# before people these mean one thing; what `shoot` and `hang` mean, which are done to pictures, needs more
_KILL_WORDS = "kill, murder, lynch, slaughter, exterminate, eradicate, gas"
_HURT_WORDS = f"{_KILL_WORDS}, attack, burn, burn down, bomb, stab, beat up, wipe out, set fire to"
_KILL, _HURT = any_of(_KILL_WORDS), any_of(_HURT_WORDS)
_URGED = r"(?:call|urg|tell|incit|encourag|invit|persuad|rall)\w*"
_URGED_HARD = r"(?:call|urg|incit|encourag)\w*"
_SAID = r"(?:say(?:s|ing)?|reads?|reading|chant\w*|shout\w*|words|slogan)(?: that)?"
_CLAUSE = r"(?:^|[:\"“'‘,;.!?] ?)"

_ON_PEOPLE = Sentences(
    (
        Words(
            _HURT_WORDS,
            "beat, shoot, hang, death",
            "killing, murdering, shooting, lynching, attacking, burning, stabbing, slaughtering, exterminating",
        ),
        Words(_GROUP_WORDS, _HOUSE_WORDS),
    ),
    rf"\b{_KILL} {_WHOM}",
    rf"\b{_URGED}\b[^.!?]{{0,60}}(?<!how )\bto (?:{_HURT}|shoot|hang|beat) {_WHOM}",
    rf"\b(?:call|calls|called|calling|demand|demands|demanding) for (?:the )?(?:kill|murder|shoot|lynch|attack|burn|"
    rf"stabb|slaughter|exterminat)ing (?:of )?{_WHOM}",
    rf"\b(?:let'?s|let us|join us(?: and| to)?)\b[^.!?]{{0,20}}\b{_HURT} {_WHOM}",
    rf"(?:{_CLAUSE}|\b{_SAID} ){_HURT} {_WHOM}",
    rf"(?:{_CLAUSE}|\b{_SAID} )(?:shoot|hang) {_EVERY}",
    rf"\bdeath to {_WHOM}",
)
_ON_OFFICES = Sentences(
    (Words("kill, murder, lynch, shoot, hang, stab, attack"), Words(_OFFICE_WORDS)),
    rf"\b{_URGED_HARD}\b[^.!?]{{0,60}}(?<!how )\bto (?:kill|murder|lynch|shoot|hang|stab|attack) "
    rf"(?:the|our|your|this|that) {_OFFICES}\b",
)
_ON_PLACES = Sentences(
    (Words("shoot up, blow up, bomb, burn down, attack, massacre"), Words(_FULL_PLACE_WORDS)),
    rf"\b(?:{_URGED}|how|let'?s|i|we)\b[^.!?]{{0,60}}\b(?:to|let'?s|can|want|will|must|should) (?:i |we |you |one )?"
    rf"(?:shoot up|blow up|bomb|burn down|attack|massacre) (?:a|the|my|your|our|this|that) {_FULL_PLACES}\b",
)
_CALLS = Sentences(
    Words("lynch, incit*"),
    rf"(?:{_CLAUSE}|\b{_SAID} )lynch (?:them|him|her)\b",
    r"\bincit\w+ (?:to )?(?:hatred|violence|riots?)\b",
)
_FATES = Sentences(
    (Words(_GROUP_WORDS), Words("must, should, have to, need to, deserve to")),
    rf"\b{_GROUPS} (?:must|should|have to|need to|deserve to) (?:all )?(?:die|burn|hang|be (?:killed|shot|hanged|"
    r"burned|burnt|gassed|lynched|beaten(?: up)?|exterminated))\b",
)


def calls_to_violence(said: Said) -> bool:
    """Whether it urges people to hurt other people, or says that they should be."""
    rules = (_ON_PEOPLE, _ON_OFFICES, _ON_PLACES, _CALLS, _FATES)
    return any(one.said_in(said) for one in rules)
