"""Reading a prompt as a film: which scenes follow each other, and how long each is."""

import re
from dataclasses import dataclass

_CUT = re.compile(
    r"\s*(?:\b(?:smash |hard |jump )?cuts? to:?\s|\bthen (?:we |the camera )?(?:cut|see|show)s?\b:?"
    r"|\b(?:next|second|third|fourth|final|last) (?:shot|scene)\b:?|\b(?:shot|scene) \d+\b:?"
    r"|\bdissolves? (?:to|into)\b|\n\s*\n|\[\d[\d:.s\s-]*\])\s*",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^\s*(?:(?:first|opening) (?:shot|scene)\b:?|opens? on)\s*", re.IGNORECASE)
_LONGEST_TAKE_S = 9.0
_SHORTEST_S = 1.5
_MOST_SCENES = 8


@dataclass(frozen=True)
class Scene:
    """One scene: its words, and which take of them this is."""

    prompt: str
    take: int


def scenes_of(prompt: str, duration_s: float, pictures: int = 0) -> list[Scene]:
    """The scenes a prompt tells, at least one; a long film of one scene is shown in several takes.

    With more pictures given than scenes told, there are as many scenes as pictures.
    """
    parts = [_LEAD.sub("", part).strip(" .,;:-") for part in _CUT.split(prompt)]
    told = [part for part in parts if part][:_MOST_SCENES] or [prompt]
    most = max(int(duration_s / _SHORTEST_S), 1)
    told = told[:most]
    takes = max(round(duration_s / len(told) / _LONGEST_TAKE_S), 1)
    takes = max(takes, -(-min(pictures, most) // len(told)))
    return [Scene(part, take) for part in told for take in range(takes)]


def share_frames(frames: int, scenes: int) -> list[int]:
    """The first frame of each scene, and the end."""
    return [round(frames * number / scenes) for number in range(scenes + 1)]
