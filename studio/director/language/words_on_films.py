"""Words that are to stand on a film, ordered in one breath with the film: a deed of their own after it."""

import re

from studio.director.language.vocabulary import FILM

_MOVES = re.compile(rf"\b(?:{FILM}|animat\w+|to life|in motion)\b|^(?:film|shoot|extend)\b", re.I)
_PLACE = (
    r"(?:at|on|in|over|across|along|for|during|to|onto) (?:the |its |a )?(?:very |whole )?(?:top|bottom|middle|"
    r"cent(?:er|re)|end|ending|start|beginning|foot|corner|(?:lower|upper|top|bottom)[ -](?:left|right|third)|it\b|"
    rf"{FILM}|(?:first|last|final|opening|closing) (?:[\w-]+ )?(?:s|secs?|seconds?)\b)"
)
_THEN_WORDS = re.compile(
    r"(?:,? (?:and|then|plus)|,)(?: (?:then|also|please))? (?=(?:put|write|add|show|place|lay|stick|display|overlay|"
    rf"type|have|print) \u2983\d+\u2984,? {_PLACE})",
    re.I,
)
_TIMED = re.compile(
    r"\b(?:first|last|final|opening|closing) (?:[\w-]+ )?(?:s|secs?|seconds?)\b", re.I
)


def words_apart(deed: str) -> list[str]:
    """A film and the words on it as two deeds; words in a picture belong to it, unless a time is told for them."""
    parts = _THEN_WORDS.split(deed)
    moved = _MOVES.search(parts[0])
    return parts if len(parts) > 1 and (moved or _TIMED.search(parts[-1])) else [deed]
