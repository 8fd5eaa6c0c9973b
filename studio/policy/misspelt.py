"""Words that matter, written wrong: a letter left out, doubled, or two that changed places."""

import re

from studio.policy.words import entries

HIDDEN = frozenset(
    entries(
        """child, children, kid, kids, teen, teens, girl, girls, boy, boys, baby, babies, toddler, minor, minors,
        underage, nude, nudes, nudity, naked, topless, porn, porno, sex, sexy, sexual, undress, undressed,
        kill, kills, bomb, bombs, jews, muslims, blacks"""
    )
)
"""What people hide behind signs, where it matters."""
_OFTEN_WRONG = HIDDEN | frozenset(
    entries(
        """preteen, toddlers, pornography,
        schoolgirl, teenager, erotic, lingerie, explosives, beheaded, corpse, murder, immigrants,
        angelina, barack, benjamin, christina, cristiano, donald, elizabeth, emmanuel, hillary, jennifer,
        kamala, leonardo, melania, michelle, natalie, rihanna, scarlett, taylor, vladimir"""
    )
)
_ORDINARY = frozenset(
    entries(
        """babis, bobs, chid, copse, corse, explosies, gils, jenifer, kils, michele, minos, murer, muslis, natale,
        nues, pono, poro, poron, rianna, scarlet, talor, tene, tenes"""
    )
)
"""Words and names of their own that a slip would make of those."""
_SHORTEST = 4


def _slips(word: str) -> set[str]:
    """What a hasty hand makes of a word; its first letter stays. Short words keep all their letters."""
    inner = range(1, len(word))
    swapped = {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in inner[:-1]}
    doubled = {word[:at] + word[at] + word[at:] for at in inner}
    dropped = {word[:at] + word[at + 1 :] for at in inner[:-1]} if len(word) > _SHORTEST else set()
    return swapped | doubled | dropped


_MEANT = {
    slip: word
    for word in sorted(_OFTEN_WRONG)
    if len(word) >= _SHORTEST
    for slip in _slips(word)
    if slip not in _ORDINARY and slip not in _OFTEN_WRONG
}
_SIMPLE = re.compile(r"[A-Za-z]{4,13}")


def mended(text: str) -> str:
    """The text with such words written right; names, too, in small letters or capitals as they were."""
    return _SIMPLE.sub(_mend, text)


def _mend(word: re.Match[str]) -> str:
    meant = _MEANT.get(word[0].lower())
    if meant is None:
        return word[0]
    return meant.title() if word[0].istitle() else meant
