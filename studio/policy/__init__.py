"""What the studio declines, whoever asks and by whichever door, and what its content filter keeps back.

Declined are sexual content with minors (`minors`), degraded real people (`real_people`), imitations of them that
are meant to deceive (`deception`), instructions for harm (`harm`)
and calls to violence (`violence`), however the letters are dressed up (`disguise`, `misspelt`); in the larger languages
besides English the plainest forms of it (`other_languages`). `verdict` asks them all; `words` is how lists of words are
written and looked for. Everything is judged by its words alone: no picture is looked at.
"""

from studio.policy.content_filter import flagged, sensitive
from studio.policy.verdict import Ground, forbids, forbids_any, forbids_branch, ground_against

__all__ = [
    "Ground",
    "flagged",
    "forbids",
    "forbids_any",
    "forbids_branch",
    "ground_against",
    "sensitive",
]
