"""What the content filter keeps back, where it is on: what is plainly not safe for work, and not declined."""

import re

from studio.policy.bare import SOUNDS_LIKE
from studio.policy.disguise import readings
from studio.renderers.api import RenderRequest
from studio.renderers.prompts.dynamic_prompt import expand_prompt

_EXPLICIT = (
    r"nudes?|nudity|naked|undress(?:ed|ing)|topless|sex|sexual\w*|porn\w*|erotic\w*|hentai|nsfw|"
    r"not safe for work"
)
_FILTERED = re.compile(rf"\b({_EXPLICIT})\b", re.I)
_HARMLESS = re.compile(
    rf"\b(?:no|not|non|never|without)[\s-]+(?:any[\s-]+)?(?:{_EXPLICIT})\b|{SOUNDS_LIKE}", re.I
)
_SELECTS = ("segment",)
"""Their words say what is in a picture that is there already."""


def sensitive(text: str) -> bool:
    """Whether a prompt is plainly not safe for work."""
    return any(_FILTERED.search(_HARMLESS.sub(" ", one)) for one in readings(text))


def flagged(order: RenderRequest) -> bool:
    """Whether the content filter keeps back what this render shows, by the words it is made from."""
    if order.kind not in ("image", "video") or order.workflow in _SELECTS:
        return False
    return sensitive(expand_prompt(order.prompt, order.variation, order.seed))
