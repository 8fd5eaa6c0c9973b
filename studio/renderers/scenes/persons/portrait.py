"""Portraits as flat illustrations: a bust before a disc of light, cut from paper-like shapes."""

import numpy as np

from studio.renderers.drawing.canvas import Array, Canvas, colour, mix
from studio.renderers.drawing.palette import Palette
from studio.renderers.motifs.pen import Pen
from studio.renderers.prompts.vocabulary import COLOUR_WORDS
from studio.renderers.prompts.words import Brief
from studio.renderers.scenes.backdrop import light_backdrop
from studio.renderers.scenes.persons.bust import Bust
from studio.renderers.scenes.persons.worn import dressed, needs_room, on_a_person

_SKINS = ("#f1c7a3", "#e0a982", "#c98a62", "#a4683f", "#7c4a2c", "#5a3520")
_HAIRS = ("#1c1614", "#3a2318", "#6b3f22", "#a8622c", "#d8a860", "#8a8a8c", "#e8e4dc")
_NAMED_HAIRS = {
    "red-hair": "#a83a1e",
    "ginger-hair": "#b8501f",
    "auburn-hair": "#7a2f1c",
    "blond-hair": "#d8a860",
    "blonde-hair": "#d8a860",
    "brown-hair": "#5a3520",
    "black-hair": "#1c1614",
    "grey-hair": "#8a8a8c",
    "gray-hair": "#8a8a8c",
    "white-hair": "#e8e4dc",
    "silver-hair": "#b9bcc2",
}
_OLD = {
    "old",
    "grandmother",
    "grandfather",
    "elderly",
    "fisherman",
    "sailor",
    "keeper",
    "wizard",
    "captain",
}
_WOMEN = {
    "woman",
    "girl",
    "grandmother",
    "queen",
    "lady",
    "princess",
    "she",
    "her",
    "mother",
    "actress",
    "ballerina",
    "witch",
    "sorceress",
    "empress",
    "fairy",
    "bride",
}
_HATS = {"fisherman", "sailor", "keeper", "captain", "cap", "beanie", "hat", "winter"}

_GLAD = {"smiling", "smile", "smiles", "happy", "laughing", "joyful", "cheerful"}
_SCARVES = {"scarf", "shawl", "neckerchief"}


def _worn(garment: str, brief: Brief, usual: Array) -> Array:
    """The colour the words give a garment, as in “a green scarf”; the usual one where they give none."""
    for word in sorted(brief.words):
        name, _, what = word.rpartition("-")
        if what == garment and name in COLOUR_WORDS:
            return colour(COLOUR_WORDS[name])
    return usual


def _clothes(
    brief: Brief, palette: Palette, rng: np.random.Generator
) -> tuple[Array, Array, Array | None]:
    """The colours of coat, lining and scarf; None for no scarf."""
    coat, lining = palette.accents[0], mix(palette.accents[1], palette.near, 0.25)
    if not brief.colours:
        coat = mix(palette.water, palette.accents[int(rng.integers(3))], 0.45)
    if brief.words & _IN_WHITE:
        coat = colour("#f2f4f4")
    if not brief.words & _SCARVES or brief.refuses("scarf"):
        return coat, lining, None
    scarf = _worn("scarf", brief, mix(lining, palette.light, 0.15))
    if float(np.abs(scarf - coat).max()) < 0.05:  # the only colour said was the scarf's
        coat = mix(coat, palette.near, 0.6)
    return coat, lining, scarf


_IN_WHITE = frozenset({"doctor", "nurse", "surgeon", "scientist", "chef", "baker"})
"""Who wears a white coat at work."""
CLOSE_WORDS = frozenset({"portrait", "headshot", "selfie", "bust", "face", "close-up", "closeup"})
"""Who is asked for so stands close by, also where a place is named."""


def paint_portrait(
    canvas: Canvas, brief: Brief, palette: Palette, *, before_place: bool = False
) -> None:
    """One person from the chest up; age, hair, hat and clothes follow the words, else chance.

    `before_place`: the canvas shows a place already, which is put out of focus behind them.
    """
    rng = canvas.rng
    old = bool(brief.words & _OLD)
    woman = _is_woman(brief, rng, old=old)
    skin, hair = _skin_and_hair(brief, rng, old=old)
    costume, tall = dressed(brief), needs_room(brief)
    size = canvas.unit * (0.8 if tall else 1.0)
    cx, cy = canvas.width * 0.5, canvas.height * 0.5 + canvas.unit * (0.1 if tall else 0.02)
    light_backdrop(canvas, palette, cx, cy, before_place=before_place)
    canvas.look_at(cx, cy - size * 0.08)
    canvas.mark(0.25)
    coat, lining, scarf = _clothes(brief, palette, rng)
    figure = Bust(canvas, cx, cy, size, skin, hair, coat, lining, palette)
    hat = _has_hat(brief, rng, woman=woman)
    if woman:
        figure.long_hair()
    figure.body(canvas.height)
    if scarf is not None:
        figure.scarf(scarf)
    canvas.mark(0.45)
    figure.head()
    figure.face(
        beard=not woman and (old or rng.random() < 0.6) and not brief.refuses("beard"),
        glasses=rng.random() < 0.2 and not costume and not brief.refuses("glasses"),
        woman=woman,
        smiles=bool(brief.words & _GLAD),
    )
    canvas.mark(0.7)
    if hat and not costume:
        figure.beanie(palette.accents[2] if not brief.colours else mix(coat, palette.near, 0.3))
    else:
        figure.hair_top(woman=woman)
    on_a_person(Pen(canvas, cx, cy, size), brief, coat)
    canvas.mark(0.85)


def _has_hat(brief: Brief, rng: np.random.Generator, *, woman: bool) -> bool:
    """As the words say, else some of the men."""
    return bool(brief.words & _HATS) or (
        not woman and rng.random() < 0.35 and not brief.refuses("hat", "cap", "beanie")
    )


def _is_woman(brief: Brief, rng: np.random.Generator, *, old: bool) -> bool:
    """As the words say, else by chance; the old ones nobody named are men."""
    return bool(brief.words & _WOMEN) or (
        not brief.words
        & {"man", "boy", "grandfather", "king", "prince", "gentleman", "samurai", "viking"}
        and rng.random() < 0.5
        and not old
    )


def _skin_and_hair(brief: Brief, rng: np.random.Generator, *, old: bool) -> tuple[Array, Array]:
    """By chance, but for hair of a colour that is asked for."""
    skin = colour(_SKINS[int(rng.integers(len(_SKINS)))])
    hair = colour(_HAIRS[int(rng.integers(5, 7))] if old else _HAIRS[int(rng.integers(5))])
    named = next((_NAMED_HAIRS[word] for word in sorted(brief.words & _NAMED_HAIRS.keys())), None)
    return skin, colour(named) if named else hair
