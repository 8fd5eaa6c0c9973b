"""Objects on a table by ray marching: rings, balls, a vase, a cup, in soft studio light."""

from collections.abc import Callable

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Canvas, colour
from studio.renderers.drawing.palette import Palette, shifted
from studio.renderers.prompts.numbers import plurals, said_number
from studio.renderers.prompts.vocabulary import COLOUR_WORDS
from studio.renderers.prompts.words import Brief
from studio.renderers.scenes.rooms.studio_floor import BEHIND
from studio.renderers.scenes.things.marching import Distance, Thing, march

_MOST_RAYS = 460_000
VASES = frozenset({"vase", "pottery", "ceramic", "bottle", "ceramics"})
_BALLS = ("ball", "sphere", "bubble", "orb", "marble")
_RINGS = ("ring", "torus", "donut")
_UNTOLD, _SOME = 6, 4
"""How many there are where nothing is named, and where it is said that there are more than one."""
_CUPS = frozenset({"cup", "mug", "coffee", "latte", "espresso", "cappuccino", "tea"})


def paint_solids(canvas: Canvas, brief: Brief, palette: Palette, variation: int) -> None:
    """A still life of the objects the words name, else of rings or balls."""
    rng = canvas.rng
    hues = _hues(brief, palette, rng)
    balls, rings = _count(brief, _BALLS), _count(brief, _RINGS)
    if brief.words & VASES:
        things = [*_vase(rng, hues), *_beside(balls, hues[1:])]
    elif brief.words & _CUPS:
        things = [*_cup(hues), *_beside(balls, hues[1:])]
    elif balls or (variation % 2 and not rings):
        things = _balls(rng, _only_said(brief, hues), balls or _UNTOLD)
    else:
        things = _rings(rng, _only_said(brief, hues), rings or _UNTOLD)
    scale = min(1.0, float(np.sqrt(_MOST_RAYS / (canvas.width * canvas.height))))
    width, height = max(round(canvas.width * scale), 8), max(round(canvas.height * scale), 8)
    back = _backdrop(brief, palette, rng)
    picture, nearness = march(canvas, things, width, height, back)
    if scale < 1:
        picture = cv2.resize(picture, (canvas.width, canvas.height), interpolation=cv2.INTER_CUBIC)
        nearness = cv2.resize(
            nearness, (canvas.width, canvas.height), interpolation=cv2.INTER_LINEAR
        )
    canvas.rgb[:], canvas.depth[:] = picture, nearness
    canvas.look_at(canvas.width * 0.5, canvas.height * 0.52)


def _count(brief: Brief, names: tuple[str, ...]) -> int:
    """How many of these the words ask for."""
    if brief.words & (plurals(names) | ({*names} - {"marble"})):  # of which things are made too
        return said_number(brief.said, names, _SOME)
    return 0


def _hues(brief: Brief, palette: Palette, rng: np.random.Generator) -> list[Array]:
    asked = [colour(code) for code in _said(brief)]
    sets = (
        ("#d84a2f", "#f2c14e", "#1f7a86", "#f4efe4", "#2f3f5c"),
        ("#7a5cff", "#f28a4a", "#5fe0c8", "#f6d66a", "#f4efe8"),
        ("#0f6f7a", "#f0b35c", "#e8e2d4", "#c8563a", "#24323c"),
        ("#e86a8a", "#f6c8b0", "#8fb8c8", "#f4efe4", "#5a4a7a"),
    )
    chosen = [colour(code) for code in sets[int(rng.integers(len(sets)))]]
    return asked + [shifted(hue, hue=float(rng.normal(0, 4))) for hue in chosen]


def _only_said(brief: Brief, hues: list[Array]) -> list[Array]:
    """The colours that were said of the things, where any were: red balls are all red."""
    return hues[: len(_said(brief))] or hues


def _said(brief: Brief) -> list[str]:
    """The colours the words name, as hex, but for that of what is behind."""
    return [code for code in brief.colours if code != _said_behind(brief)]


def _said_behind(brief: Brief) -> str | None:
    """The colour said of what the things stand before, as hex."""
    pairs = ((f"{name}-{what}", code) for name, code in COLOUR_WORDS.items() for what in BEHIND)
    return next((code for pair, code in pairs if pair in brief.words), None)


def _backdrop(brief: Brief, palette: Palette, rng: np.random.Generator) -> Array:
    said = _said_behind(brief)
    if said:
        return colour(said)
    if palette.dark > 0.85 and (brief.time or "neon" in brief.styles):
        return colour("#1c1440")
    return colour(("#e6ddd2", "#d8e0e4", "#3a2a6a", "#dfe4d8", "#e8d0c0")[int(rng.integers(5))])


def _length(points: Array) -> Array:
    return np.asarray(np.sqrt(_squared(points)))


def _squared(points: Array) -> Array:
    return np.asarray(np.einsum("ij,ij->i", points, points))


def _ball(x: float, z: float, radius: float, y: float | None = None) -> Distance:
    middle = np.array([x, radius if y is None else y, z], np.float32)
    return lambda points: np.asarray(_length(points - middle) - np.float32(radius), np.float32)


def _torus(
    middle: tuple[float, float, float], big: float, small: float, tilt: float, turn: float
) -> Distance:
    lean = np.sin(tilt)
    axis = np.array([np.sin(turn) * lean, np.cos(tilt), np.cos(turn) * lean], np.float32)
    place = np.array(middle, np.float32)

    def distance(points: Array) -> Array:
        local = points - place
        above = local @ axis
        ring = np.sqrt(np.maximum(_squared(local) - above * above, 0)) - np.float32(big)
        return np.asarray(np.sqrt(ring * ring + above * above) - np.float32(small), np.float32)

    return distance


def _rings(rng: np.random.Generator, hues: list[Array], count: int) -> list[Thing]:
    things, height = [], 0.0
    for index in range(min(count, 4)):
        big, small = 0.86 - 0.17 * index, 0.2 - 0.035 * index
        tilt = 0.0 if index == 0 else float(rng.uniform(0.12, 0.34)) * (1 if index % 2 else -1)
        height += small * (1.0 if index == 0 else 1.5) + abs(np.sin(tilt)) * big * 0.42
        place = (float(rng.uniform(-0.1, 0.1)) * index, height, float(rng.uniform(-0.05, 0.05)))
        things.append(
            Thing(
                _torus(place, big, small, tilt, float(rng.uniform(0, 3))),
                hues[index % len(hues)],
                0.8,
            )
        )
        height += small * 0.75
    return things


def _balls(rng: np.random.Generator, hues: list[Array], count: int) -> list[Thing]:
    if count == 1:
        return [Thing(_ball(0.0, 0.1, 0.72), hues[0], 0.9)]
    layout = [
        (-0.62, 0.1, 0.46),
        (0.3, 0.35, 0.66),
        (0.08, -0.75, 0.24),
        (1.08, -0.35, 0.3),
        (-1.1, -0.55, 0.2),
        (-0.35, -0.85, 0.13),
    ]
    order = rng.permutation(5)
    return [
        Thing(
            _ball(x + float(rng.normal(0, 0.04)), z, radius),
            hues[int(order[index % 5]) % len(hues)],
            0.9,
        )
        for index, (x, z, radius) in enumerate(layout[:count])
    ]


def _beside(count: int, hues: list[Array]) -> list[Thing]:
    """So many balls to the sides of a larger thing."""
    places = ((1.1, -0.1, 0.28), (-1.05, -0.3, 0.2), (0.76, -0.8, 0.13), (-0.62, -0.85, 0.15))
    return [
        Thing(_ball(x, z, radius), hue, 0.6)
        for (x, z, radius), hue in zip(places[:count], hues, strict=False)
    ]


def _turned(profile: Callable[[Array], Array], top: float, ribs: int) -> Distance:
    def distance(points: Array) -> Array:
        around = np.sqrt(points[:, 0] ** 2 + points[:, 2] ** 2)
        wave = 1 + (0.035 * np.cos(ribs * np.arctan2(points[:, 2], points[:, 0])) if ribs else 0)
        wall = around - profile(np.clip(points[:, 1] / top, 0, 1)) * wave
        ends = np.maximum(-points[:, 1], points[:, 1] - top)
        return np.asarray(np.maximum(wall, ends) * 0.62, np.float32)

    return distance


def _vase(rng: np.random.Generator, hues: list[Array]) -> list[Thing]:
    belly, waist, neck = (
        float(rng.uniform(0.3, 0.42)),
        float(rng.uniform(0.28, 0.4)),
        float(rng.uniform(0.16, 0.26)),
    )

    def profile(t: Array) -> Array:
        body = 0.3 + (belly + 0.14) * np.maximum(
            np.sin(np.pi * np.clip(t / 0.9, 0, 1)), 0
        ) ** 1.1 * (1 - 0.3 * t)
        return np.asarray(body * (1 - t**5) + (neck + waist * 0.25) * t**5, np.float32)

    return [Thing(_turned(profile, 1.65, int(rng.choice([0, 9, 12]))), hues[0], 0.85)]


def _cup(hues: list[Array]) -> list[Thing]:
    outer = _turned(lambda t: np.asarray(0.5 + 0.1 * t, np.float32), 0.95, 0)
    inner = _turned(lambda t: np.asarray(0.44 + 0.1 * t, np.float32), 1.4, 0)
    handle = _torus((0.62, 0.5, 0.0), 0.25, 0.065, np.pi / 2, 0.0)

    def cup(points: Array) -> Array:
        hollow = -inner(points - np.array([0, 0.1, 0], np.float32))
        around = np.sqrt(points[:, 0] ** 2 + points[:, 2] ** 2)
        grip = np.maximum(handle(points), 0.5 - around)
        return np.asarray(np.minimum(np.maximum(outer(points), hollow), grip))

    saucer = _turned(lambda t: np.asarray(0.75 + 0.22 * t, np.float32), 0.07, 0)
    coffee = _turned(lambda t: np.asarray(0.47 + 0.06 * t, np.float32), 0.82, 0)

    def cup_floor(points: Array) -> Array:
        return coffee(points - np.array([0, 0.01, 0], np.float32)) + np.float32(0.02)

    return [
        Thing(cup, hues[0], 0.85),
        Thing(saucer, hues[3], 0.7),
        Thing(cup_floor, colour("#2a160c"), 0.9),
    ]
