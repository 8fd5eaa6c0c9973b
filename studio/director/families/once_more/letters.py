"""Letters on a film that are to be larger or smaller, or of another colour: the words for it."""

import re

from studio.director.families.films.overlays import COLOURS

SIZE = re.compile(r"\b(?:(?P<larger>big(?:ger)?|larger?|huge)|small(?:er)?|tin(?:y|ier))\b", re.I)
USUAL_PCT = 6
"""Their size where none was told, in parts of a hundred of the film's height."""
_TINT = re.compile(rf"\b(?:{'|'.join(COLOURS)})\b", re.I)
_OF_THE_FILM = re.compile(r"\bblack and white\b", re.I)


def tint_in(text: str) -> str | None:
    """The code of the colour that is told first."""
    tint = _TINT.search(text)
    return COLOURS[tint[0].lower()] if tint else None


def without_size_and_tint(text: str) -> str:
    """What else is told; all of it where "black and white" is, which is how the film is to look."""
    return text if _OF_THE_FILM.search(text) else SIZE.sub(" ", _TINT.sub(" ", text))
