"""A grown person in any pose, from joints: limbs, clothes, hair and a small face."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from studio.renderers.drawing.canvas import Array, Points, colour, mix
from studio.renderers.drawing.outlines import beside, headings, path_through
from studio.renderers.motifs.pen import Outline, Pen, places

_INK = colour("#1c1618")
_SKINS = ("#f0c29c", "#dca07a", "#a86f4a", "#7a4c30")
_HAIRS = ("#1c1614", "#3a2318", "#6b3f22", "#a8622c", "#d8a860")
_WOMEN = frozenset(
    {
        "woman",
        "girl",
        "lady",
        "princess",
        "queen",
        "bride",
        "she",
        "her",
        "female",
        "ballerina",
        "cowgirl",
        "superheroine",
    }
)
_MEN = frozenset({"man", "boy", "king", "prince", "guy", "he", "his", "male", "cowboy"})


@dataclass(frozen=True)
class Pose:
    """Joints in heights of a person, looking right; an arm is shoulder, elbow, hand; a leg hip, knee, ankle, toe."""

    head: tuple[float, float]
    neck: tuple[float, float]
    hips: tuple[float, float]
    near_arm: str
    far_arm: str
    near_leg: str
    far_leg: str
    facing: int = 1
    """1 to the right, 0 to the viewer, who then sees both shoulders."""


@dataclass(frozen=True)
class Clothes:
    """Colours, and how much of arms and legs is covered, 0 … 1."""

    top: Array
    bottom: Array
    shoes: Array
    skin: Array
    hair: Array
    sleeve: float = 0.4
    leg: float = 1.0
    style: str = "short"
    """How the hair is worn: short, long, bun, or none."""
    build: float = 1.0
    """How broad somebody is."""


def is_woman(pen: Pen, otherwise: float = 0.5) -> bool:
    """Whether the words name a woman; by chance (`otherwise`) where they leave it open."""
    if pen.words & (_WOMEN | _MEN):
        return bool(pen.words & _WOMEN)
    return bool(pen.rng.random() < otherwise)


def natural(pen: Pen) -> tuple[Array, Array]:
    """A skin and a hair colour by chance."""
    return colour(_SKINS[int(pen.rng.integers(4))]), colour(_HAIRS[int(pen.rng.integers(5))])


def paint_body(pen: Pen, pose: Pose, clothes: Clothes) -> None:
    """The whole figure: what is behind first."""
    far = np.float32(0.72)
    if clothes.style == "long":
        _long_hair(pen, pose, clothes.hair)
    _arm(pen, pose.far_arm, clothes, far)
    _leg(pen, pose.far_leg, clothes, far)
    _leg(pen, pose.near_leg, clothes, np.float32(1))
    _torso(pen, pose, clothes)
    limb(pen, [pose.neck, pose.head], (0.05, 0.045), clothes.skin * np.float32(0.86))
    paint_head(pen, pose.head, clothes, pose.facing)
    paint_arm(pen, pose, clothes)


def paint_arm(pen: Pen, pose: Pose, clothes: Clothes) -> None:
    """The near arm alone, over whatever was painted since."""
    _arm(pen, pose.near_arm, clothes, np.float32(1))


def limb(pen: Pen, joints: Outline, widths: Sequence[float], hue: Array) -> None:
    """A rounded limb through its joints, as wide at each as `widths` say."""
    for path, wide in _pieces(*_path(places(joints), widths)):
        pen.cast(_around(path, wide), hue, curved=False, deep=0.8)


def _pieces(path: Points, wide: Points) -> list[tuple[Points, Points]]:
    """A limb in one piece, or in two where it is bent so far that its halves lie on one another."""
    steps = np.diff(path, axis=0)
    steps /= np.maximum(np.hypot(steps[:, 0], steps[:, 1]), 1e-6)[:, None]
    bend = (steps[:-1] * steps[1:]).sum(1)
    if len(path) < 4 or float(steps[0] @ steps[-1]) > _FOLDED:
        return [(path, wide)]
    at = int(np.argmin(bend)) + 1
    return [(path[: at + 1], wide[: at + 1]), (path[at:], wide[at:])]


_FOLDED = -0.4
"""The cosine between both ends of a limb below which it lies on itself."""


def _path(joints: list[tuple[float, float]], widths: Sequence[float]) -> tuple[Points, Points]:
    """Places along a limb, and half its width at each."""
    path = path_through(joints, steps=6)
    at = np.linspace(0, len(widths) - 1, len(path))
    return path, np.interp(at, np.arange(len(widths)), np.array(widths) / 2)


def _around(path: Points, wide: Points) -> Points:
    """The outline of a path with round ends."""
    along, across = headings(path), beside(path, wide[:, None])
    turns = np.linspace(0, np.pi, 9)[1:-1, None]
    end = path[-1] + np.cos(turns) * across[-1] + np.sin(turns) * along[-1] * wide[-1]
    start = path[0] - np.cos(turns) * across[0] - np.sin(turns) * along[0] * wide[0]
    return np.vstack([path + across, end, (path - across)[::-1], start])


def _covered(
    pen: Pen, joints: list[tuple[float, float]], widths: Sequence[float], share: float, hue: Array
) -> None:
    """Cloth over the first `share` of a limb."""
    path, wide = _path(joints, widths)
    count = max(round(len(path) * share), 2)
    for part, half in _pieces(path[:count], wide[:count] * 1.14):
        pen.cast(_around(part, half), hue, curved=False, deep=0.8)


def _arm(pen: Pen, joints: str, clothes: Clothes, light: np.float32) -> None:
    broad = clothes.build
    widths = (0.062 * broad, 0.05 * broad, 0.034)
    arm = places(joints)
    limb(pen, arm, widths, clothes.skin * light)
    hand = arm[-1]
    pen.ball(hand[0], hand[1], 0.026, 0.026, clothes.skin * light)
    if clothes.sleeve:
        _covered(pen, arm, widths, clothes.sleeve, clothes.top * light)


def _leg(pen: Pen, joints: str, clothes: Clothes, light: np.float32) -> None:
    broad = 0.5 + clothes.build / 2
    widths = (0.108 * broad, 0.08 * broad, 0.046)
    *leg, toe = places(joints)
    limb(pen, leg, widths, clothes.skin * light)
    if clothes.leg:
        _covered(pen, leg, widths, clothes.leg, clothes.bottom * light)
    ankle = leg[-1]
    limb(pen, [ankle, ((ankle[0] + toe[0]) / 2, (ankle[1] + toe[1]) / 2), toe], (0.056, 0.05, 0.034),
         clothes.shoes * light)  # fmt: skip


def _torso(pen: Pen, pose: Pose, clothes: Clothes) -> None:
    """From shoulders to hips along the spine; seen from the side it is narrower."""
    neck, hips = np.array(pose.neck), np.array(pose.hips)
    spine = neck - hips
    across = np.array([-spine[1], spine[0]]) / max(float(np.hypot(*spine)), 1e-6)
    front = 1.0 if pose.facing == 0 else 0.78
    shoulder, waist, hip = (width * front for width in (0.115 * clothes.build, 0.078, 0.086))

    def at(up: float, out: float) -> tuple[float, float]:
        x, y = hips + spine * up + across * out
        return float(x), float(y)

    seat = [
        at(0.22, -waist),
        at(0.22, waist),
        at(0.0, hip),
        at(-0.1, hip * 0.8),
        at(-0.1, -hip * 0.8),
        at(0.0, -hip),
    ]
    pen.cast(seat, clothes.bottom if clothes.leg else clothes.top)
    shirt = [at(1.02, -0.03), at(0.98, -shoulder), at(0.6, -shoulder * 0.9), at(0.16, -waist * 1.04),
             at(0.16, waist * 1.04), at(0.6, shoulder * 0.9), at(0.98, shoulder), at(1.02, 0.03)]  # fmt: skip
    pen.cast(shirt, clothes.top)


def paint_head(pen: Pen, at: tuple[float, float], clothes: Clothes, facing: int) -> None:
    """Face and hair about the head's middle."""
    x, y = at
    if clothes.style == "bun":
        pen.ball(x - 0.035 * facing, y - 0.08, 0.03, 0.028, clothes.hair)
    pen.ball(x, y, 0.06, 0.072, clothes.skin)
    if facing:
        pen.ball(x + 0.058, y + 0.012, 0.012, 0.012, clothes.skin)
    for eye in (-0.022, 0.022) if facing == 0 else (0.032,):
        pen.oval(x + eye, y - 0.002, 0.0065, 0.0085, _INK)
    smile = (
        [(-0.02, 0.032), (0.0, 0.04), (0.02, 0.032)]
        if facing == 0
        else [(0.022, 0.036), (0.036, 0.038), (0.046, 0.032)]
    )
    pen.line(
        [(x + dx, y + dy) for dx, dy in smile], 0.006, mix(clothes.skin, colour("#8a2a2a"), 0.6)
    )
    if clothes.style != "none":
        _hair(pen, x, y, clothes.hair, facing)


def _hair(pen: Pen, x: float, y: float, hue: Array, facing: int) -> None:
    """The hair on top of the head, its parting towards the face."""
    if facing:
        cap = [(0.054, -0.04), (0.03, -0.078), (-0.02, -0.086), (-0.062, -0.05), (-0.068, 0.0), (-0.05, 0.04),
               (-0.034, 0.01), (-0.012, -0.024), (0.024, -0.034)]  # fmt: skip
    else:
        cap = [(0.062, 0.0), (0.062, -0.05), (0.03, -0.086), (-0.03, -0.086), (-0.062, -0.05), (-0.062, 0.0),
               (-0.05, -0.03), (-0.01, -0.05), (0.046, -0.034)]  # fmt: skip
    pen.cast([(x + dx, y + dy) for dx, dy in cap], hue)


def _long_hair(pen: Pen, pose: Pose, hue: Array) -> None:
    """Hair that falls behind the shoulders and blows back."""
    x, y = pose.head
    if pose.facing:
        fall = [
            (0.02, -0.075),
            (-0.06, -0.06),
            (-0.1, 0.02),
            (-0.16, 0.1),
            (-0.2, 0.15),
            (-0.1, 0.15),
            (-0.03, 0.09),
        ]
    else:
        fall = [(0.0, -0.08), (0.066, -0.05), (0.08, 0.04), (0.1, 0.14), (0.0, 0.12), (-0.1, 0.14), (-0.08, 0.04),
                (-0.066, -0.05)]  # fmt: skip
    pen.cast([(x + dx, y + dy) for dx, dy in fall], mix(hue, _INK, 0.15))
