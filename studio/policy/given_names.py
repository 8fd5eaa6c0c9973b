"""Names of real people as they are written in haste: given names that mean nothing else, with the word behind them."""

import re

_GIVEN_WORDS = """
aaron adele alexander alexandra alice alicia amanda amber amy andrea andrew angela angelina anna anne anthony
antonio ariana arnold barack barbara ben benedict benjamin bernie beyonce boris brad bradley brian britney bruce
cameron camila cara carla carlos caroline catherine charles chloe christian christina christopher cristiano
daniel david deborah denzel diana donald dwayne edward elena elizabeth ellen elon emily emma emmanuel eric ethan
eva florian francesca frank gal george gigi gwyneth hailey halle hannah harrison harry heidi helen henry hillary
hugh isabella ivanka jacob james jamie jane jason jeff jennifer jeremy jessica jimmy joe john johnny jonathan
joseph joshua julia julian justin kamala kanye karen kate katherine kathryn katy keanu keira kendall kevin kim
kylie lana laura lauren leonardo linda lionel lisa lucy luke madonna margot maria mariah marie marilyn martin
mary matthew megan meghan melania melissa meryl michael michelle mila miley monica morgan natalie nathan
nicholas nicki nicole olaf olga olivia oprah patrick paul pedro penelope peter rachel rebecca reese rihanna
robert roger ronald ryan salma samantha samuel sandra sarah scarlett sebastian selena serena shakira sharon
simon sofia sophia sophie stephanie stephen steven susan sylvester taylor theresa thomas timothee tom ursula
vanessa vladimir william xavier yvonne zendaya zoe
"""
_GIVEN = frozenset(_GIVEN_WORDS.split())
_NO_SURNAME_WORDS = """
and are art but can color colour comes dances dancing doll down drawing for from gives goes has had her him his
into looks makes near not nude naked off onto out over painting plays portrait says sculpture she sings sits
sitting smiles standing stands statue style than that the then they through topless under walking walks wants
was wearing wears when who will with without you your
"""
_NO_SURNAME = frozenset(_NO_SURNAME_WORDS.split())
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
