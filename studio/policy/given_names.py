"""Who is somebody: given names that mean nothing else with the word behind them, and names that need no other."""

import re

from studio.policy.words import Said, Span, entries

_GIVEN_WORDS = """
aaron adele alexander alexandra alice alicia amanda amber amy andrea andrew angela angelina anna anne anthony
antonio ariana arnold barack barbara ben benedict benjamin billie bernie beyonce boris brad bradley brian britney bruce
cameron camila cara carla carlos caroline catherine charles chloe christian christina christopher cristiano
daniel david deborah denzel diana donald dwayne edward elena elizabeth ellen elon emily emma emmanuel eric ethan
eva florian francesca frank gal george gigi giorgia greta gwyneth hailey halle hannah harrison harry heidi helen henry
hillary hugh isabella ivanka jacob james jamie jane jason jeff jennifer jeremy jessica jimmy joe john johnny jonathan
joseph joshua julia julian justin kamala kanye karen kate katherine kathryn katy keanu keira kendall kevin kim
kylie lana laura lauren leonardo linda lionel lisa lucy luke madonna margot maria mariah marie marilyn martin
mary matthew megan meghan melania melissa meryl michael michelle mila miley monica morgan natalie narendra nathan
nicholas nicki nicole olaf olga olivia oprah patrick paul pedro penelope peter rachel rebecca reese rihanna
robert roger ronald ryan salma samantha samuel sandra sarah scarlett sebastian selena serena shakira sharon
simon sofia sophia sophie stephanie stephen steven susan sylvester taylor theresa thomas timothee tom ursula
vanessa vladimir volodymyr william xavier yvonne zendaya zoe
"""
_GIVEN = frozenset(_GIVEN_WORDS.split())
_NO_SURNAME_WORDS = """
and are art but can color colour comes dances dancing doll down drawing for from gives goes has had her him his
into looks makes near not nude naked off onto out over painting plays portrait says sculpture she sings sits
sitting smiles standing stands statue style than that the then they through topless under walking walks wants
was wearing wears when who will with without you your
"""
_NO_SURNAME = frozenset(_NO_SURNAME_WORDS.split())
_KNOWN_WORDS = """
beyonce biden erdogan kardashian macron merkel messi modi netanyahu obama putin rihanna ronaldo scholz shakira
starmer sunak thunberg trump zelensky zelenskyy zelenskiy zendaya zuckerberg
"""
_KNOWN = frozenset(_KNOWN_WORDS.split())
"""Known to everybody by one name."""
_TOLD_OF = """
    alexander nevsky, alice liddell, anna karenina, anne boleyn, bruce banner, bruce wayne, carrie white,
    catherine howard, charlotte corday, christian grey, emma bovary, harry potter, jacob marley, james bond, jane doe,
    jane eyre, jane grey, jason bourne, jason voorhees, joe bloggs, john brown, john doe, john kennedy, john snow,
    john wick, laura palmer, luke skywalker, maria stuart, marie antoinette, mary magdalene, mary poppins, mary stuart,
    michael myers, patrick bateman, peter pan, peter parker, sarah connor, thomas becket, thomas cromwell, thomas more,
    tom riddle, tom sawyer, william tell, william wallace
"""
_STORIES = frozenset(entries(_TOLD_OF))
"""Long dead or never alive: pictures of their ends are history and stories."""
_CAPITALS = re.compile(r"\b[A-Z][a-z]+ (?:[A-Z][a-z]{1,2}|O['’])?[A-Z][a-z]+\b")
_TWO = re.compile(r"(?<!\w)(by )?([a-z]{2,12}) ([a-z]{3,20})(?!\w)")


def spelled_out(text: str) -> str:
    """The text with such names in capitals: `emma watson` as `Emma Watson`; not those of painters, behind `by`."""
    pieces: list[str] = []
    done = place = 0
    while (found := _TWO.search(text, place)) is not None:
        place = found.end(2)
        if found[2] not in _GIVEN or found[3] in _NO_SURNAME:
            continue
        place = found.end()
        if not found[1]:
            pieces += [text[done : found.start()], found[0].title()]
            done = place
    return "".join([*pieces, text[done:]])


def two_names(said: Said) -> list[Span]:
    """Where two words with capitals may be somebody's name."""
    return [found.span() for found in _CAPITALS.finditer(said.text)]


def people(said: Said) -> list[Span]:
    """Where somebody is named who lives, or did so lately: by a given name and another, or by one that all know."""
    found: list[Span] = []
    for place, word in enumerate(said.words):
        if word in _KNOWN:
            found.append(_with_given_name(said, place))
        elif word in _GIVEN and place + 1 < len(said.words):
            (begin, end), (begins, ends) = said.spans[place : place + 2]
            text = said.text
            capital = text[begin].isupper() and text[begins].isupper()
            if capital and begins == end + 1 and text[begin:ends].lower() not in _STORIES:
                found.append((begin, ends))
    return sorted(found)


def _with_given_name(said: Said, place: int) -> Span:
    """A word that is a name, with one in capitals before it."""
    begin, end = said.spans[place]
    before, gone = said.spans[place - 1] if place else (begin, end)
    given = gone + 1 == begin and said.text[before].isupper()
    return (before if given else begin), end
