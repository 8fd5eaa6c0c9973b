"""Whether policy declines a text, the texts of a tool call or an order, or one branch of a prompt."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any

from studio.policy.bare import INNOCENT
from studio.policy.deception import deceives
from studio.policy.disguise import readings, run_together
from studio.policy.harm import teaches_harm
from studio.policy.minors import glued, sexualises_minors
from studio.policy.other_languages import forbids_elsewhere
from studio.policy.real_people import degrades, exposes
from studio.policy.violence import calls_to_violence
from studio.policy.words import Said
from studio.renderers.prompts.dynamic_prompt import expand_prompt
from studio.safe_json import texts_of

_UNWANTED = ("negativePrompt", "negative_prompt")
"""Arguments that say what is not to be seen."""
_WINDOW, _SHARED = 8192, 1024
"""Characters; what belongs together lies nearer than the second."""


class Ground(StrEnum):
    """Why something is not made."""

    MINORS = "minors"
    REAL_PEOPLE = "real people"
    HARM = "harm"
    VIOLENCE = "violence"
    OTHER = "other"
    """One of these, in another language than English."""


def forbids(text: str) -> bool:
    """Whether policy keeps this from being made. Takes time in proportion to its length, 50 ms for 20,000 letters."""
    return ground_against(text) is not None


def ground_against(text: str) -> Ground | None:
    """Why policy keeps this from being made, the first ground that is found; none where it may be made."""
    if glued(run_together(text)) and glued(run_together(INNOCENT.sub("|", text))):
        return Ground.MINORS
    grounds = (_ground(part) for one in readings(text) for part in _windows(one))
    return next((one for one in grounds if one is not None), None)


def _windows(text: str) -> Iterator[str]:
    """A long text in parts that overlap: in a thread it lets others run between two of them."""
    for start in range(0, max(len(text) - _SHARED, 1), _WINDOW - _SHARED):
        yield text[start : start + _WINDOW]


def _ground(text: str) -> Ground | None:
    """Of one reading of a text, with single blanks."""
    said = Said(text)
    if calls_to_violence(said):
        return Ground.VIOLENCE
    if degrades(said) or deceives(said):
        return Ground.REAL_PEOPLE
    if teaches_harm(said):
        return Ground.HARM
    paired = _pairs(said) and _pairs(Said(INNOCENT.sub(" ", text)))
    return paired or (Ground.OTHER if forbids_elsewhere(said) else None)


def _pairs(said: Said) -> Ground | None:
    """What two words say together, and neither alone."""
    if sexualises_minors(said):
        return Ground.MINORS
    return Ground.REAL_PEOPLE if exposes(said) else None


def forbids_any(arguments: Mapping[str, Any], most_chars: int | None = None) -> bool:
    """Whether a tool's arguments, or an order's, ask for such a thing, in whatever text they hold.

    `most_chars` are as many of a text as anybody will use.
    """
    return any(forbids(one[:most_chars]) for one in texts_of(arguments, _UNWANTED))


def forbids_branch(prompt: str, variation: int, seed: int) -> bool:
    """Whether the branches that a prompt takes for one variation say what its text as a whole did not."""
    return "{" in prompt and forbids(expand_prompt(prompt, variation, seed))
