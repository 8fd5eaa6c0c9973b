"""Letters on a film that are to be larger or smaller, or of another colour: the words for it."""

import re

from studio.director.families.films.overlays import COLOURS

_SIZE = re.compile(
    r"\b(?:(?P<larger>big(?P<more>ger)?|large(?P<more_yet>r)?|huge)|small(?P<less>er)?|tin(?:y|(?P<less_yet>ier)))\b",
    re.I,
)
USUAL_PCT = 6
"""Their size where none was told, in parts of a hundred of the film's height."""
_TINT = re.compile(rf"\b(?:{'|'.join(COLOURS)})\b", re.I)
_OF_THE_FILM = re.compile(r"\bblack and white\b", re.I)


def larger_in(text: str) -> bool | None:
    """Whether they are to be larger, or smaller; None where no size is told.

    Of "make the small text bigger" the word that compares counts.
    """
    told = list(_SIZE.finditer(text))
    compared = [one for one in told if any(one.groups()[1:])]
    decisive = compared or told
    return bool(decisive[-1]["larger"]) if decisive else None


def tint_in(text: str) -> str | None:
    """The code of the colour that is told first."""
    tint = _TINT.search(text)
    return COLOURS[tint[0].lower()] if tint else None


def without_size_and_tint(text: str) -> str:
    """What else is told; all of it where "black and white" is, which is how the film is to look."""
    return text if _OF_THE_FILM.search(text) else _SIZE.sub(" ", _TINT.sub(" ", text))
