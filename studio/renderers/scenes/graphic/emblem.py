"""Logos: a mark in one or two colours on plain paper, with the name under it where one was given."""

from collections.abc import Callable

import numpy as np

from studio.renderers.drawing.canvas import (
    Array,
    Canvas,
    Points,
    colour,
    ellipse,
    mix,
    placed,
    smooth,
)
from studio.renderers.drawing.palette import Palette
from studio.renderers.prompts.words import Brief
from studio.renderers.scenes.persons.heads import HEADS, Head

_PAIRS = (("#1f4e5f", "#f2a03d"), ("#2b2d42", "#ef5b5b"), ("#264027", "#d9a441"), ("#5a2a82", "#f2b6c6"),
          ("#7a3e1d", "#e8c08a"), ("#0f3d6e", "#3fb8a8"))  # fmt: skip
_PAPERS = ("#f6f2e9", "#eef1f2", "#f4ece4")


def paint_emblem(canvas: Canvas, brief: Brief, palette: Palette, turn: int) -> None:
    """A round badge, a shield or a bare mark in turn, of what the words name."""
    own = brief.colours
    dark, bright = (colour(code) for code in _PAIRS[turn % len(_PAIRS)])
    if own:
        dark = mix(colour(own[0]), colour("#101018"), 0.25)
        bright = colour(own[1]) if len(own) > 1 else mix(colour(own[0]), colour("#ffffff"), 0.65)
    paper = palette.near if "neon" in brief.words else colour(_PAPERS[turn % len(_PAPERS)])
    canvas.rgb[:] = canvas.gradient([(0, paper), (1, paper * np.float32(0.93))])
    lift = 0.09 if brief.title else 0.0
    x, y, size = (
        canvas.width * 0.5,
        canvas.height * (0.5 - lift),
        canvas.unit * (0.31 if brief.title else 0.36),
    )
    canvas.look_at(x, y)
    ground = _frame(canvas, (x, y), size, turn, dark, bright)
    kind = next((one for one in brief.subjects if one in HEADS), None)
    if kind is not None:
        species = HEADS[kind]
        coat = mix(colour(species.coats[0]), bright, 0.25)
        Head(canvas, species, coat, (x, y + size * 0.12), size * 2.1).paint(chest=False)
    else:
        mark = next((draw for words, draw in _MARKS if brief.words & words), _initial(brief))
        mark(canvas, (x, y), size * 0.62, (bright, ground))


def _frame(
    canvas: Canvas, middle: tuple[float, float], size: float, turn: int, dark: Array, bright: Array
) -> Array:
    """What the mark stands on; says its colour."""
    x, y = middle
    if turn % 3 == 1:
        shield = [
            (-0.86, -0.92),
            (0.0, -1.04),
            (0.86, -0.92),
            (0.88, 0.1),
            (0.5, 0.72),
            (0.0, 1.08),
            (-0.5, 0.72),
            (-0.88, 0.1),
        ]
        for scale, tone in ((1.06, dark), (0.98, bright), (0.93, dark)):
            canvas.shape([placed(smooth(shield, steps=6), x, y, size * scale)], tone, depth=0.5)
        return dark
    canvas.disc(x, y, size * 1.05, dark, depth=0.5)
    if turn % 3 == 0:
        canvas.disc(x, y, size * 0.98, bright, depth=0.5)
        canvas.disc(x, y, size * 0.95, dark, depth=0.5)
    return dark


Place = tuple[float, float]
Tones = tuple[Array, Array]
Mark = Callable[[Canvas, Place, float, Tones], None]


def _of(*parts: tuple[int, Points]) -> Mark:
    """A mark from its parts in their own units: each with 0 for the bright colour or 1 for that of the ground."""

    def draw(canvas: Canvas, place: Place, size: float, tones: Tones) -> None:
        for tone, points in parts:
            canvas.shape([placed(points, *place, size)], tones[tone], depth=0.7)

    return draw


def _initial(brief: Brief) -> Mark:
    """Rings and bars that differ from name to name, where nothing known is named."""
    rng = np.random.default_rng([ord(letter) for letter in (brief.title or "mark")][:24])
    sides = int(rng.integers(3, 8))
    outer = ellipse(0, 0, 1, 1, turn=-np.pi / 2, count=sides)
    inner = ellipse(0, 0, 0.62, 0.62, turn=-np.pi / 2 + np.pi / sides, count=sides)
    return _of(
        (0, outer),
        (1, ellipse(0, 0, 0.74, 0.74, turn=-np.pi / 2, count=sides)),
        (0, inner),
        (1, ellipse(0, 0, 0.22, 0.22)),
    )


def _star(points: int, inner: float) -> Points:
    turns = np.arange(2 * points) * np.pi / points - np.pi / 2
    reach = np.where(np.arange(2 * points) % 2, inner, 1.0)
    return np.stack([np.cos(turns) * reach, np.sin(turns) * reach], -1)


_CUP = smooth(
    [(-0.62, -0.3), (0.52, -0.3), (0.46, 0.3), (0.24, 0.56), (-0.34, 0.56), (-0.56, 0.3)], steps=7
)
_STEAM = smooth(
    [
        (-0.05, -0.4),
        (-0.14, -0.62),
        (0.06, -0.8),
        (-0.03, -1.02),
        (0.1, -1.02),
        (0.17, -0.78),
        (-0.02, -0.62),
        (0.06, -0.4),
    ],
    steps=7,
)
_LEAF = smooth(
    [
        (0, -0.98),
        (0.52, -0.5),
        (0.6, 0.1),
        (0.3, 0.6),
        (0, 0.76),
        (-0.3, 0.6),
        (-0.6, 0.1),
        (-0.52, -0.5),
    ],
    steps=7,
)
_BOLT = np.array(
    [(0.14, -1.0), (-0.5, 0.14), (-0.06, 0.14), (-0.2, 1.0), (0.5, -0.24), (0.06, -0.24)]
)
_ROCKET = smooth(
    [(0, -1.0), (0.3, -0.5), (0.32, 0.2), (0.2, 0.6), (-0.2, 0.6), (-0.32, 0.2), (-0.3, -0.5)],
    steps=7,
)
_FINS = np.array([(0.28, 0.1), (0.62, 0.66), (0.2, 0.6), (-0.2, 0.6), (-0.62, 0.66), (-0.28, 0.1)])
_FLAME = smooth([(-0.14, 0.62), (0.14, 0.62), (0.0, 1.05)], steps=7)
_WAVE = smooth(
    [
        (-1.0, 0.4),
        (-0.5, -0.1),
        (0.0, -0.6),
        (0.5, -0.62),
        (0.72, -0.3),
        (0.5, -0.1),
        (0.3, -0.3),
        (0.05, -0.1),
        (0.3, 0.3),
        (1.0, 0.4),
        (0.6, 0.62),
        (-0.6, 0.62),
    ],
    steps=7,
)
_NOTE = np.array(
    [(-0.1, -0.9), (0.62, -1.04), (0.62, -0.72), (0.04, -0.6), (0.04, 0.5), (-0.1, 0.5)]
)
_HEART = smooth(
    [
        (0, -0.45),
        (0.35, -0.86),
        (0.86, -0.66),
        (0.84, -0.1),
        (0.4, 0.42),
        (0, 0.84),
        (-0.4, 0.42),
        (-0.84, -0.1),
        (-0.86, -0.66),
        (-0.35, -0.86),
    ],
    steps=7,
)
_PETALS = tuple(
    (0, ellipse(np.cos(a) * 0.52, np.sin(a) * 0.52, 0.42, 0.26, turn=a))
    for a in np.arange(8) * np.pi / 4
)
_LOAF = smooth(
    [(-0.98, 0.2), (-0.8, -0.3), (-0.3, -0.5), (0.3, -0.5), (0.8, -0.3), (0.98, 0.2), (0.8, 0.48), (0, 0.54),
     (-0.8, 0.48)], steps=7,
)  # fmt: skip
_SLASH = smooth([(-0.15, 0.24), (0.1, -0.32), (0.19, -0.3), (-0.03, 0.24)], steps=5)
_MARKS: tuple[tuple[set[str], Mark], ...] = (
    ({"coffee", "cafe", "tea", "cup", "latte"},
     _of((0, np.vstack([ellipse(0.56, 0.02, 0.3, 0.26), ellipse(0.56, 0.02, 0.18, 0.15)[::-1]])), (0, _CUP), (0,
         _STEAM),
         (0, _STEAM - (0.3, -0.06)), (0, _STEAM + (0.3, 0.06)), (0, smooth([(-0.8, 0.66), (0.7, 0.66), (0.5, 0.8),
             (-0.6, 0.8)])))),
    ({"bakery", "bread", "baker", "croissant", "pastry", "patisserie", "loaf", "bake"},
     _of((0, _LOAF), *((1, _SLASH + (place, 0.0)) for place in (-0.5, 0.0, 0.5)))),
    ({"mountain", "mountains", "outdoor", "hiking", "peak", "summit", "adventure", "ski"},
     _of((0, np.array([(-1.0, 0.6), (-0.2, -0.8), (0.2, -0.16), (0.42, -0.46), (1.0, 0.6)])),
         (1, np.array([(-0.2, -0.8), (0.04, -0.42), (-0.1, -0.28), (-0.22, -0.42), (-0.4, -0.26), (-0.42, -0.42)])),
         (0, ellipse(0.62, -0.72, 0.18, 0.18)))),
    ({"music", "song", "band", "record", "studio", "radio", "dj"}, _of((0, _NOTE), (0, ellipse(-0.28, 0.52, 0.32,
        0.24, turn=-0.3)))),
    ({"rocket", "startup", "space", "launch", "tech"}, _of((0, _FINS), (0, _ROCKET), (1, ellipse(0, -0.2, 0.14,
        0.14)), (0, _FLAME))),
    ({"surf", "wave", "ocean", "sea", "water", "beach"}, _of((0, _WAVE), (0, ellipse(-0.5, -0.66, 0.2, 0.2)))),
    ({"flower", "florist", "beauty", "spa", "rose", "garden", "yoga"}, _of(*_PETALS, (1, ellipse(0, 0, 0.22, 0.22)))),
    ({"leaf", "organic", "eco", "green", "nature", "natural", "vegan", "plant", "tree", "farm"},
     _of((0, _LEAF), (1, np.array([(-0.02, -0.7), (0.02, -0.7), (0.03, 1.0), (-0.03, 1.0)])),
         (1, np.array([(0, 0.3), (0.36, -0.1), (0.38, -0.04), (0, 0.42)])), (1, np.array([(0, 0.06), (-0.36, -0.3),
             (-0.38, -0.24), (0, 0.18)])))),
    ({"energy", "electric", "power", "fitness", "gym", "speed", "sport", "gaming", "game"}, _of((0, _BOLT))),
    ({"heart", "love", "wedding", "health", "medical", "care"}, _of((0, _HEART))),
)  # fmt: skip
_MARKS = (
    *_MARKS,
    (
        {"star", "brand", "award", "club", "cinema", "film"},
        _of((0, _star(5, 0.45)), (1, _star(5, 0.45) * 0.5)),
    ),
)
