"""The same scene from another place, as words name it."""

import re
from dataclasses import dataclass

import numpy as np

from studio.renderers.drawing.canvas import Pixels
from studio.renderers.pictures.parallax import camera_view

_BEHIND = 120.0
"""What is seen after a larger turn is the back, and that is the mirror image."""
_MOST, _SOON = 26.0, 42.0
"""Degrees: how far round one picture can be seen at most, and how soon a turn comes near to that."""
_TIP = 0.48
_TURNS = (
    (r"\bback[- ]?right\b", 150.0),
    (r"\bback[- ]?left\b", -150.0),
    (r"\b(back|rear|behind)\b( view| side)?", 180.0),
    (r"\b(front[- ]?right|right[- ](three|3)[- /]?quarter)", 45.0),
    (r"\b(front[- ]?left|left[- ](three|3)[- /]?quarter)", -45.0),
    (r"\b((from|to) (the|its|his|her) )?right\b", 90.0),
    (r"\b((from|to) (the|its|his|her) )?left\b", -90.0),
    (r"\b(3/4|three[- ]quarter|quarter) view\b", 45.0),
    (r"\bfront\b( view)?", 0.0),
    (r"\b(side view|profile)\b", 90.0),
)
_HEIGHTS = (
    (r"\b(low[- ]?angle|from below|worm|looking up|lower angle)", -30.0),
    (r"\b(bird|top[- ]?down|overhead|high[- ]?angle|from above|aerial|looking down|drone)", 30.0),
    (r"\belevated\b", 16.0),
    (r"\beye[- ]?level\b", 0.0),
)
_DISTANCES = (
    (r"\bclose[- ]?up\b|\bcloser\b", 1.4),
    (r"\bwide( shot| angle| view)?\b|\bfurther\b|\bdistant\b", 0.8),
    (r"\bmedium\b", 1.0),
)


@dataclass(frozen=True)
class Angle:
    """Where the camera goes: degrees round the scene (right is positive), degrees up, and how close (1 as it was)."""

    turn: float = 0.0
    height: float = 0.0
    near: float = 1.0


def read_angle(text: str) -> Angle | None:
    """The camera place a text asks for; None when it names none."""
    low = text.lower()
    turn = next((value for pattern, value in _TURNS if re.search(pattern, low)), None)
    height = next((value for pattern, value in _HEIGHTS if re.search(pattern, low)), None)
    near = next((value for pattern, value in _DISTANCES if re.search(pattern, low)), None)
    degrees = re.search(r"(-?\d{1,3})\s*(?:°|deg)", low)
    if degrees:
        amount = float(degrees[1])
        turn = -abs(amount) if turn is not None and turn < 0 else amount
    if turn is None and height is None and near is None:
        return None
    return Angle(turn or 0.0, height or 0.0, near or 1.0)


def seen_from(pixels: Pixels, angle: Angle, strength: float = 1.0) -> Pixels:
    """The picture from another angle, the same size, without empty borders.

    One picture shows one side: a quarter turn becomes as much of it as flat pieces can bear, the back is the mirror
    image.
    """
    turn = (angle.turn + 180) % 360 - 180
    behind = abs(turn) > _BEHIND
    if behind:  # seen from its other side and then mirrored
        turn = -(float(np.sign(turn) or 1) * (180 - abs(turn)) or 12.0)
    yaw = float(np.sign(turn) * _MOST * (1 - np.exp(-abs(turn) / _SOON))) * strength
    pitch = angle.height * _TIP * strength
    if abs(yaw) + abs(pitch) < 1 and angle.near == 1.0:
        pitch, yaw = 2.0, 5.0  # a front view of a front view: still another angle
    seen = camera_view(pixels, yaw, pitch, angle.near)
    return np.ascontiguousarray(seen[:, ::-1]) if behind else seen
