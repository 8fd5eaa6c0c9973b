"""What the studio declines, whoever asks and by whichever door, and what its content filter keeps back."""

import re
from collections.abc import Mapping
from typing import Any

from studio.renderers.api import RenderRequest
from studio.renderers.dynamic_prompt import expand_prompt
from studio.violence import calls_to_violence

_MINOR = re.compile(
    r"\b(child|children|kids?|minors?|teen\w*|underage|toddlers?|bab(y|ies)|(school)?(girl|boy)s?|"
    r"(1[0-7]|[1-9])[\s-]*year)\b",
    re.I,
)
_EXPLICIT = (
    r"nudes?|nudity|naked|undress(?:ed|ing)|topless|sex|sexual\w*|porn\w*|erotic\w*|hentai|nsfw|"
    r"not safe for work"
)
"""Plainly not safe for work; what is forbidden with minors and known people, and filtered without."""
_SEXUAL = re.compile(rf"\b({_EXPLICIT}|sex\w*)\b", re.I)
_FILTERED = re.compile(rf"\b({_EXPLICIT})\b", re.I)
_HARMLESS = re.compile(
    rf"\b(?:no|not|non|never|without)[\s-]+(?:any[\s-]+)?(?:{_EXPLICIT})\b"
    r"|\b(?:same|opposite)[\s-]sex\b|\bnaked[\s-](?:eyes?|mole|oats|cake|flame)\b"
    r"|\bnude[\s-](?:lipsticks?|colou?r\w*|tones?|heels|pumps|shade)\b",
    re.I,
)
_SELECTS = ("segment",)
"""Their words say what is in a picture that is there already."""
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


def sensitive(text: str) -> bool:
    """Whether a prompt is plainly not safe for work."""
    return bool(_FILTERED.search(_HARMLESS.sub(" ", text)))


def flagged(order: RenderRequest) -> bool:
    """Whether the content filter keeps back what this render shows, by the words it is made from."""
    if order.kind not in ("image", "video") or order.workflow in _SELECTS:
        return False
    return sensitive(expand_prompt(order.prompt, order.variation, order.seed))
