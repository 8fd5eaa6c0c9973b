"""Declined: real people degraded: undressed, sexualised, shown dead or mutilated, faked in what harms them."""

from studio.policy.bare import BARE, HINTED, INTIMATE, PLAIN
from studio.policy.given_names import people, two_names
from studio.policy.other_languages import BARE_ELSEWHERE, DEAD_ELSEWHERE, LINKS_ELSEWHERE
from studio.policy.words import Said, Sentences, Words, any_of, beside, entries, follows, linked

_ROLE_WORDS = """celebrit*, president, presidents, prime minister, chancellor, politician, politicians, senator,
    senators, actress, actor, actors, popstar, popstars, pop star, pop stars, pope, king, kings, queen, queens, my ex,
    my boss, my teacher, my neighbor, my neighbors, my neighbour, my neighbours, my colleague, my colleagues,
    my coworker, my coworkers, my co worker, my co workers, my classmate, my classmates, my sister, my girlfriend,
    my boyfriend, my wife, my husband, my rival, my exgirlfriend, my exboyfriend, my exwife, my exhusband,
    a real person, a real woman, a real man, a famous person, a famous woman, a famous man, the real person,
    the real woman, the real man, the famous person, the famous woman, the famous man, this real person,
    this real woman, this real man, this famous person, this famous woman, this famous man"""
_ROLES = Words(_ROLE_WORDS)
_UNDERWEAR = Words("lingerie, underwear, panties, thong, thongs, g string, garter belt")
_DRESSED_LINKS = frozenset(
    entries(
        """a, an, in, wearing, only, just, nothing, but, red, black, white, pink, lace, sexy, tiny, is, her, his,
        their, standing, lying, posing, sitting, dressed, s"""
    )
)
_DEAD = Words(
    """dead, dead body, dead bodies, corpse*, cadaver*, beheaded, beheading, decapitat*, hanged, lynched, dismember*,
    mutilat*, pool of blood, puddle of blood, shot dead, tortured, stabbed, strangled, assassinat*, murdered,
    throat cut, throat slit, slit throat, cut throat, gunned down, severed head, burned alive, burnt alive, noose,
    guillotin*, body bag, bullet hole in"""
)
_DEAD_AFTER = Words("executed, bleeding to death, killed")
"""Said of somebody who is named before; before a name they say too little."""
_DEAD_LINKS = frozenset(
    entries(
        """a, an, the, of, is, was, being, been, as, in, on, from, lying, lies, laying,
        hanging, lain, found, left, shown, showing, his, her, s, photo, picture, image, portrait, realistic,
        and, with, body, head, scene, where, about, to, realistically, face, down, next, surrounded, by,
        covered"""
    )
)
_BEASTS = Words(
    """monkey, monkeys, ape, apes, gorilla, gorillas, chimp, chimps, chimpanzee, chimpanzees, pig, pigs, cockroach,
    cockroaches, vermin, maggot, maggots, subhuman"""
)
_BEAST_LINKS = frozenset(
    entries(
        """a, an, as, like, is, drawn, shown, depicted, portrayed, turned, into, the, body, of, face, half, dirty,
        ugly, fat"""
    )
)
_SOMEONE = (
    rf"(?:{any_of(_ROLE_WORDS)}|(?-i:[A-Z][a-z]+ [A-Z][a-z]+))"  # two words that may be a name
)
_DEGRADED_WORDS = """arrested, handcuff*, in jail, in prison, humiliated, humiliating, humiliation, degraded, degrading,
    bribe, bribes, taking drugs, doing drugs, snorting, drunk, vomiting, dead body, lynched, beaten up, confess*,
    nazi, fake news, fake statement, fake quote, fake speech"""
_DEGRADED = (
    rf"(?:{any_of(_DEGRADED_WORDS)}|admit\w* (?:to )?(?:a |the )?(?:crime|fraud|affair)|"
    r"announc\w+ (?:that )?(?:the )?(?:war|election))"
)
_GARMENTS = r"(?:clothes|clothing|bikini|bra|underwear|top|dress|swimsuit|panties)"

_UNDRESSING = Sentences(
    Words(
        "strip, undress, remove, take, without, no, get, lose, delete, erase, out, pull, rip, tear, make"
    ),
    r"\bstrip (?:her|him)\b",
    r"\bstrip (?:the|this|that) (?:\w+ )?(?:girl|boy|child|kid|woman|man|lady|guy|person|people|model|actress|teacher|"
    r"neighbou?r|bride|cloth(?:es|ing)|dress|bikini|bra|underwear|top|shirt|swimsuit|panties)s?\b",
    r"\b(?:undress|remove (?:her|his|their|the) cloth\w*|take off (?:her|his|their) cloth\w*|(?:without|no) clothes)\b"
    r".{0,40}\b(?:her|him|photo|picture|image|girl|woman|clothes?)\b",
    r"\b(?:take|get|remove|lose|strip|delete|erase)\b.{0,20}\b(?:her|his|their|my \w+['’]?s?|the (?:girl|woman|man|"
    rf"lady|guy)['’]?s?)\s(?:\w+ )?{_GARMENTS}(?:\s(?:off|away))?(?:\s(?:in|from|on) (?:this|the|that|her|my) \w+)?$",
    r"\bout of (?:her|his|their) clothes\b",
    r"\b(?:take|get|pull|rip|tear)\b.{0,10}\b(?:her|his|their) (?:\w+ )?(?:clothes|clothing|pants|trousers|shorts|"
    r"skirt|shirt|blouse|bikini|bra|underwear|top|dress|swimsuit|panties) off\b(?! (?:the|a)\b)",
    r"\bmake (?:her|him|them|me|us|(?:the|this|that|my) (?:girl|boy|child|kid|woman|man|lady|guy|person|people|model|"
    r"actress|teacher|neighbou?r|bride)s?) (?:(?:completely|fully|all|totally|half) )?(?:naked|nude|topless)"
    r"(?=$|[,.!?]| (?:in|on|at|please|and|for)\b)",
    r"\b(?:take|get|pull|rip|tear)\b.{0,30}\b(?:clothes|clothing|pants|trousers|shorts|skirt|shirt|blouse|bikini|bra|"
    r"underwear|top|dress|swimsuit|panties)(?: and \w+)? off (?:of )?(?:her|him|them|(?:the|this|that|my) (?:\w+ )?"
    r"(?:girl|boy|child|kid|woman|man|lady|guy|person|people|model|actress|teacher|neighbou?r|bride)s?)\b",
)
_SPIED_ON = Sentences(
    Words("underwear, bikini, panties, bra"),
    rf"\b{_SOMEONE}\b.{{0,60}}\b(?:underwear|bikini|panties|bra)\b.{{0,60}}\b(?:without (?:her|his|their)|secret\w*|"
    r"know\w*)\b",
)
_SHOWN_DEGRADED = Sentences(
    Words(_DEGRADED_WORDS, "admit*, announc*"),
    r"\b(?:real|fake|realistic|convincing|photo|video|picture|image|footage|news|clip)\b.{0,60}"
    rf"\b{_SOMEONE}\b.{{0,60}}\b{_DEGRADED}\b",
    rf"\b{_SOMEONE}\b.{{0,60}}\b{_DEGRADED}\b.{{0,60}}\b(?:so (?:that )?i can|to) (?:post|share|send|show|upload)\b",
)
_NUDES_OF = Sentences(
    Words("nude*, naked*, topless*"),
    r"\b(?:nude|naked|topless)\w*\s(?:photos?|pictures?|images?|pics?|videos?)\sof\s(?!an? |the |some |two |three |"
    r"\w+ (?:statue|sculpture|figure)|marble|classical|greek)\w+ \w+",
)
_SHOWN = r"(?:photos?|pictures?|images?|pics?|selfies?|snaps?|snapshots?|videos?|clips?)"
_SOMEBODY = (
    r"(?:bride|groom|bridesmaid|woman|women|man|men|girl|boy|lady|guy|person|people|couple|neighbou?r|teacher|"
    r"dancer|singer|waitress|nurse|colleague|friend|her|him|them)s?"
)
_NUDES_FROM = Sentences(
    Words("nude*, naked*, topless*"),
    rf"\b(?:nude|naked|topless)\w*\s(?:{_SHOWN}\s)?of\s(?:the|this|that)\s(?:[\w-]+\s)?{_SOMEBODY}\b.{{0,40}}"
    rf"\b(?:in|from|on)\s(?:this|that|the|my|our|her|his)\s(?:[\w-]+\s)?{_SHOWN}\b",
    rf"\b(?:nude|naked|topless)\w*\s{_SHOWN}\sof\s(?:the|this|that|our)\s(?:[\w-]+\s)?{_SOMEBODY}\b",
)
_FORGED = Sentences(
    Words("licence, licences, license, licenses, passport, passports, id, ids"),
    r"\bfake (?:id|ids|driv\w+ licen[cs]es?|licen[cs]es?|passports?)\b",
    r"\b(?:driv\w+ licen[cs]e|passport|id(?: card)?)\b.{0,60}\b(?:says?|saying|shows?|showing|where|so)\b.{0,20}"
    r"\b(?:1[6-9]|2[01]|adult|old enough|older)\b",
)
_FAKED = Sentences(
    Words("deepfake*, deep fake, deep fakes, fake, clone, imitate, copy, to"),
    r"\bdeep-?fakes?\b",
    r"\bfake\b.{0,30}\b(?:evidence|id card|passport|alibi|news (?:photo|report|footage)|nudes?)\b",
    r"\bto (?:defraud|scam|blackmail|trick voters|deceive|humiliate|embarrass)\b",
    r"\b(?:clone|imitate|fake|copy)\b.{0,30}\bvoice\b.{0,50}\b(?:scam|trick|fool|bank|without (?:his|her|their)|"
    r"prank call|ransom)\b",
)


def degrades(said: Said) -> bool:
    """Whether it undresses, fakes or humiliates somebody, by turns of phrase that mean nothing else."""
    rules = (_UNDRESSING, _SPIED_ON, _SHOWN_DEGRADED, _NUDES_OF, _NUDES_FROM, _FORGED, _FAKED)
    return any(one.said_in(said) for one in rules)


def exposes(said: Said) -> bool:
    """Whether it says both who somebody is and that they are bare, dead or beastly. Two words that may be a name are
    one, where bareness is concerned; the dead and the beasts need a name that is one."""
    bare, hinted = said.find(BARE), said.find(HINTED, INTIMATE)
    plain, garments = said.find(PLAIN), said.find(_UNDERWEAR)
    if plain or hinted or garments:
        roles = said.find(_ROLES)
        someone = sorted([*roles, *two_names(said), *people(said)])
        if (
            follows(plain, someone)
            or follows(someone, bare)
            or follows(hinted, roles)
            or linked(said, someone, garments, _DRESSED_LINKS)
        ):
            return True
    return _named_in(said)


def _named_in(said: Said) -> bool:
    """Whether somebody who has a name is dead, a beast, or bare in another language."""
    dead = said.find(_DEAD, DEAD_ELSEWHERE)
    after = said.find(_DEAD_AFTER)
    beasts, bare = said.find(_BEASTS), said.find(BARE_ELSEWHERE)
    if not (dead or after or beasts or bare):
        return False
    named, links = people(said), _DEAD_LINKS | LINKS_ELSEWHERE
    return (
        linked(said, named, sorted([*dead, *after]), links)
        or linked(said, dead, named, links)
        or linked(said, named, beasts, _BEAST_LINKS)
        or beside(named, bare, 30)
    )
