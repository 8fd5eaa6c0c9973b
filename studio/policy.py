"""What the studio declines, whoever asks and by whichever door."""

import re
from collections.abc import Mapping
from typing import Any

from studio.violence import calls_to_violence

_MINOR = re.compile(
    r"\b(child|children|kids?|minors?|teen\w*|underage|toddlers?|bab(y|ies)|(school)?(girl|boy)s?|"
    r"(1[0-7]|[1-9])[\s-]*year)\b",
    re.I,
)
_SEXUAL = re.compile(r"\b(nude|naked|undressed|topless|sex\w*|porn\w*|erotic\w*)\b", re.I)
_KNOWN = re.compile(
    r"\b(celebrity|president|actress|actor|my (ex|boss|teacher|neighbou?r))\b", re.I
)
_PLAIN = re.compile(
    r"\b(how to|instructions?|step by step|recipe)\b.{0,40}"
    r"\b((?<!smoke )(?<!bath )(?<!glitter )(?<!photo )bomb|explosive|nerve agent|meth)\b"
    r"|\b(build|make)\b.{0,12}\b(pipe bomb|bomb at home|explosives|nerve agent)\b|\bhow (do|can) i\b.{0,20}\bbomb\b"
    r"|\bdeepfake\b",
    re.I | re.S,
)


def forbids(text: str) -> bool:
    """Whether policy keeps this from being made."""
    if _PLAIN.search(text) or calls_to_violence(text):
        return True
    return bool(_SEXUAL.search(text) and (_MINOR.search(text) or _KNOWN.search(text)))


def forbids_any(arguments: Mapping[str, Any]) -> bool:
    """Whether a tool's arguments ask for such a thing, in a text or in a list of texts."""
    texts = [one for one in arguments.values() if isinstance(one, str)]
    rows = [one for one in arguments.values() if isinstance(one, list)]
    return any(
        forbids(one) for one in texts + [t for row in rows for t in row if isinstance(t, str)]
    )
