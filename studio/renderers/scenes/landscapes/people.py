"""People in a landscape, seen whole: travellers in coats, women, men and children, alone or together."""

import numpy as np

from studio.renderers.drawing.canvas import Array, Points, colour, ellipse, mix, placed, smooth
from studio.renderers.prompts.vocabulary import COLOUR_WORDS
from studio.renderers.scenes.landscapes import outlines
from studio.renderers.scenes.stage import Stage

_COATED = {
    "keeper",
    "traveller",
    "traveler",
    "wanderer",
    "monk",
    "hat",
    "coat",
    "cloak",
    "lantern",
    "lamp",
    "detective",
}
_WOMEN = {"woman", "girl", "lady", "princess", "dancer", "her", "she", "bride"}
_MEN = {"man", "boy", "king", "he", "his", "monk", "groom"}
_CHILDREN = {"child", "children", "girl", "boy", "kid", "kids", "baby", "little"}
_WEDDING = {"bride", "groom", "newlyweds", "wedding"}
_TOGETHER = {
    "groom",
    "newlyweds",
    "wedding",
    "couple",
    "people",
    "friends",
    "family",
    "lovers",
    "two",
    "crowd",
    "group",
    "children",
    "kids",
}
_HAIRS = ("#1c1614", "#3a2318", "#6b3f22", "#a8622c", "#d8a860")
_TROUSERS = (
    (-0.09, -0.46),
    (-0.1, -0.2),
    (-0.15, 0.0),
    (-0.08, 0.0),
    (-0.01, -0.36),
    (0.05, -0.2),
    (0.1, 0.0),
    (0.17, 0.0),
    (0.12, -0.22),
    (0.1, -0.46),
)
_SHIRT = (
    (-0.09, -0.78),
    (-0.14, -0.72),
    (-0.13, -0.56),
    (-0.1, -0.44),
    (0.1, -0.44),
    (0.12, -0.56),
    (0.14, -0.72),
    (0.09, -0.78),
)
_DRESS = (
    (-0.07, -0.78),
    (-0.11, -0.7),
    (-0.07, -0.55),
    (-0.13, -0.36),
    (-0.2, -0.15),
    (0.2, -0.15),
    (0.14, -0.36),
    (0.07, -0.55),
    (0.11, -0.7),
    (0.07, -0.78),
)
_ARM = ((0.11, -0.74), (0.16, -0.62), (0.19, -0.46), (0.17, -0.42), (0.13, -0.5), (0.09, -0.66))
_LONG_HAIR = (
    (0.0, -0.98),
    (0.08, -0.95),
    (0.09, -0.82),
    (0.11, -0.66),
    (0.0, -0.62),
    (-0.11, -0.66),
    (-0.09, -0.82),
    (-0.08, -0.95),
)
_SHORT_HAIR = (
    (0.0, -0.985),
    (0.075, -0.95),
    (0.08, -0.88),
    (0.04, -0.9),
    (-0.04, -0.9),
    (-0.08, -0.88),
    (-0.075, -0.95),
)

Part = tuple[Points, Array]


def people_sizes(stage: Stage) -> list[float]:
    """How many people the words ask for, each with its height as a share of a grown one's."""
    words = stage.brief.words
    if words & {"family"}:
        return [1.0, 0.94, 0.58]
    if words & _TOGETHER:
        return [0.62, 0.58] if words & _CHILDREN else [1.0, 0.93]
    return [0.62 if words & _CHILDREN else 1.0]


def figure_parts(stage: Stage, number: int) -> list[Part]:
    """One of the people: outlines in heights of a person, feet at 0, each with its colour by daylight."""
    words, rng = stage.brief.words, stage.canvas.rng
    code = _garment(words) or stage.brief.colour_of("person") or stage.brief.colour_of("portrait")
    accents = stage.palette.accents
    cloth = colour(code) if code and number == 0 else accents[int(rng.integers(4))]
    skin = colour(("#e0a982", "#c98a62", "#8a5a3a")[int(rng.integers(3))])
    if words & _COATED:
        return _coated(cloth, skin)
    if words & (_WOMEN | _MEN):
        woman = bool(words & _WOMEN) != bool(number % 2)
    else:
        woman = bool(number % 2) if words & _TOGETHER else bool(rng.random() < 0.5)
    if code is None and words & _WEDDING:
        cloth = colour("#f8f5ef" if woman else "#1c1e26")
    hair = colour(_HAIRS[int(rng.integers(len(_HAIRS)))])
    legs = np.array(_TROUSERS)
    arms = [smooth(list(_ARM), steps=6), smooth([(-x, y) for x, y in _ARM], steps=6)]
    head = (ellipse(0.0, -0.87, 0.062, 0.075), skin)
    if woman:
        return [(smooth([(-0.07, -0.2), (-0.08, 0), (-0.02, 0), (-0.02, -0.2)], steps=4), skin),
                (smooth([(0.07, -0.2), (0.09, 0), (0.03, 0), (0.02, -0.2)], steps=4), skin),
                *((arm, skin) for arm in arms), (smooth(list(_DRESS), steps=6), cloth), head,
                (smooth(list(_LONG_HAIR), steps=6), hair)]  # fmt: skip
    return [(smooth([(float(x), float(y)) for x, y in legs], steps=5), mix(colour("#2f3f5c"), cloth, 0.15)),
            *((arm, cloth * np.float32(0.85)) for arm in arms), (smooth(list(_SHIRT), steps=6), cloth), head,
            (smooth(list(_SHORT_HAIR), steps=6), hair)]  # fmt: skip


def _garment(words: frozenset[str]) -> str | None:
    """The colour said of what somebody wears, as hex."""
    said = (
        code
        for name, code in COLOUR_WORDS.items()
        if words & {f"{name}-{one}" for one in _GARMENTS}
    )
    return next(said, None)


_GARMENTS = (
    "dress",
    "coat",
    "cloak",
    "jacket",
    "shirt",
    "sweater",
    "hoodie",
    "suit",
    "gown",
    "raincoat",
    "robe",
)


def _coated(cloth: Array, skin: Array) -> list[Part]:
    """A long coat and a hat."""
    hat = mix(cloth, colour("#15110f"), 0.5)
    return [
        (smooth(outlines.COAT, steps=6), cloth),
        (smooth(outlines.ARM, steps=5), cloth * np.float32(0.85)),
        (ellipse(0.0, -0.86, 0.062, 0.075), skin),
        (np.array([(-0.12, -0.905), (0.12, -0.905), (0.12, -0.89), (-0.12, -0.89)]), hat),
        (np.array([(-0.065, -0.9), (-0.06, -0.99), (0.06, -0.99), (0.065, -0.9)]), hat),
    ]


def carries_lamp(stage: Stage) -> bool:
    """Whether a traveller in the dark has a lamp in hand."""
    return bool(stage.brief.words & _COATED) and stage.palette.dark > 0.3


def hand_of(x: float, foot: float, size: float, *, flip: bool) -> tuple[float, float]:
    """Where a figure's hand is, in pixels."""
    spot = placed([(0.17, -0.44)], x, foot, size, flip=flip)[0]
    return float(spot[0]), float(spot[1])
