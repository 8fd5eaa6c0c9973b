"""Whether policy declines a text, the texts of a tool call or an order, or one branch of a prompt."""

from collections.abc import Iterator, Mapping
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


def forbids(text: str) -> bool:
    """Whether policy keeps this from being made. Takes time in proportion to its length, 50 ms for 20,000 letters."""
    together = glued(run_together(text)) and glued(run_together(INNOCENT.sub("|", text)))
    return together or any(_declines(part) for one in readings(text) for part in _windows(one))


def _windows(text: str) -> Iterator[str]:
    """A long text in parts that overlap: in a thread it lets others run between two of them."""
    for start in range(0, max(len(text) - _SHARED, 1), _WINDOW - _SHARED):
        yield text[start : start + _WINDOW]


def _declines(text: str) -> bool:
    """One reading of a text, with single blanks."""
    said = Said(text)
    return (
        calls_to_violence(said)
        or degrades(said)
        or deceives(said)
        or teaches_harm(said)
        or (_pairs(said) and _pairs(Said(INNOCENT.sub(" ", text))))
        or forbids_elsewhere(said)
    )


def _pairs(said: Said) -> bool:
    """What two words say together, and neither alone."""
    return sexualises_minors(said) or exposes(said)


def forbids_any(arguments: Mapping[str, Any], most_chars: int | None = None) -> bool:
    """Whether a tool's arguments, or an order's, ask for such a thing, in whatever text they hold.

    `most_chars` are as many of a text as anybody will use.
    """
    return any(forbids(one[:most_chars]) for one in texts_of(arguments, _UNWANTED))


def forbids_branch(prompt: str, variation: int, seed: int) -> bool:
    """Whether the branches that a prompt takes for one variation say what its text as a whole did not."""
    return "{" in prompt and forbids(expand_prompt(prompt, variation, seed))
