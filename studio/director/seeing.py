"""Questions about what a picture shows, answered from what was measured of it."""

import re

from studio.director.reading import Turn

_LOOK = re.compile(
    r"\b(what('s| is| do you see| can you see| does| are)|describe|which colou?rs?|what colou?rs?|how (bright|dark)|"
    r"looks? like|tell me about|caption|look at|do you see|can you see|was (siehst|ist)|beschreib\w*|décris|qu'est)\b",
    re.I,
)
_PICTURE = re.compile(
    r"\b(image|picture|photo|here|this|it|these|see|colou?rs?|bild|foto|photo)\b", re.I
)
_MAKE = re.compile(r"^(please )?(make|create|generate|draw|paint|animate|turn|put|add)\b", re.I)


def asks_to_see(text: str) -> bool:
    """Whether somebody wants to hear what a picture shows."""
    return bool(_LOOK.search(text) and _PICTURE.search(text) and not _MAKE.match(text.strip()))


def told(turn: Turn) -> str:
    """What was seen, picture by picture; empty when nothing was looked at."""
    if not turn.seen:
        return ""
    lines = [f"{name[:1].upper()}{name[1:]}: {text}" for name, text in turn.seen]
    return " ".join(lines) + " I measure size, light and colour; I do not recognise what is in it."
