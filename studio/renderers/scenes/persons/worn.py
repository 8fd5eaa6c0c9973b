"""What somebody close by wears on the head: a crown, a wizard's hat, helmets, sunglasses, headphones, flowers."""

from collections.abc import Callable

import numpy as np

from studio.renderers.drawing.canvas import Array, colour, mix
from studio.renderers.motifs.pen import Pen, mirrored, places
from studio.renderers.prompts.words import Brief

_GOLD, _STEEL, _INK, _WHITE = (
    colour("#e6b23a"),
    colour("#aeb8c4"),
    colour("#17141a"),
    colour("#ffffff"),
)


def dressed(brief: Brief) -> bool:
    """Whether the words name something for the head."""
    return any(brief.words & words and not brief.refuses(*words) for words, _ in _WORN)


def needs_room(brief: Brief) -> bool:
    """Whether it stands up over the head."""
    return any(brief.words & words and not brief.refuses(*words) for words, _ in _WORN[:_TALL])


def on_a_person(pen: Pen, brief: Brief, hue: Array) -> None:
    """Puts on what the words name, in units of the bust, over hair and face."""
    for words, put_on in _WORN:
        if brief.words & words and not brief.refuses(*words):
            put_on(pen, hue)


def on_an_animal(pen: Pen, brief: Brief, hue: Array, eyes: tuple[float, float]) -> None:
    """The same for an animal's head; `eyes` are half their distance and their height, in heads."""
    top = pen.moved(0, eyes[1] + 0.1, 1.15)
    for words, put_on in _WORN[:5]:
        if brief.words & words:
            put_on(top, hue)
    if brief.words & _SHADES:
        _glasses(pen, eyes[0], eyes[1], 0.098)
    if brief.words & _HEARS:
        turns = np.linspace(-1.4, 1.4, 15)
        pen.line(
            [(0.27 * float(np.sin(a)), 0.02 - 0.31 * float(np.cos(a))) for a in turns], 0.04, _INK
        )
        for side in (-1, 1):
            pen.ball(side * 0.27, -0.01, 0.055, 0.09, hue)
            pen.ball(side * 0.295, -0.01, 0.03, 0.065, mix(hue, _INK, 0.5))
    if brief.words & {"cape", "superhero", "superheroine"}:
        _cape(pen)
    if brief.words & {"scarf", "shawl"}:
        hue = mix(hue, _INK, 0.15)
        pen.cast(mirrored("0 .24, .2 .2, .27 .24, .25 .34, .1 .4, 0 .4"), hue)
        pen.cast(".08 .34, .2 .3, .24 .6, .12 .62", hue)
        for x in (0.14, 0.17, 0.2):
            pen.line([(x, 0.6), (x + 0.004, 0.67)], 0.014, mix(hue, _INK, 0.2), curved=False)


def _cape(pen: Pen) -> None:
    """A red cape about the shoulders, its two halves held by a golden clasp."""
    red = colour("#c8202f")
    for side in (-1, 1):
        half = "0 .2, .14 .19, .28 .3, .42 .56, .52 1.0, .3 1.0, .22 .62, .12 .4, 0 .3"
        pen.cast([(side * x, y) for x, y in places(half)], red if side < 0 else mix(red, _INK, 0.1))
        pen.line(
            [(side * 0.16, 0.28), (side * 0.28, 0.52), (side * 0.38, 0.9)],
            0.012,
            mix(red, _INK, 0.4),
            alpha=0.6,
        )
    pen.ball(0, 0.27, 0.045, 0.045, _GOLD)


_TALL = 9
"""So many of `_WORN`, the first ones, are hats, crowns and helmets."""
_SHADES = {"sunglasses", "shades"}
_HEARS = {"headphones", "headset", "dj"}


def _crown(pen: Pen, hue: Array) -> None:
    """Five points, each with a pearl, and stones on the rim."""
    half = "0 -.38, .065 -.47, .09 -.36, .165 -.45, .135 -.27, 0 -.25"
    pen.cast(mirrored(half), _GOLD, curved=False)
    for x, y in ((-0.165, -0.455), (-0.065, -0.475), (0.065, -0.475), (0.165, -0.455)):
        pen.ball(x, y, 0.016, 0.016, mix(_GOLD, _WHITE, 0.5))
    pen.line("-.135 -.285, 0 -.268, .135 -.285", 0.034, mix(_GOLD, _INK, 0.12))
    for x, code in ((-0.09, "#2463c8"), (0.0, "#c8223a"), (0.09, "#2463c8")):
        pen.ball(x, -0.276 + 0.1 * x * x, 0.015, 0.013, colour(code))


def _pointed_hat(pen: Pen, hue: Array) -> None:
    """A wide brim and a tall bent point with stars."""
    cloth = mix(hue, colour("#2f2f7a"), 0.6)
    pen.cast("-.13 -.24, -.1 -.42, -.03 -.58, .1 -.66, .05 -.56, .09 -.42, .14 -.24, 0 -.22", cloth)
    pen.cast(
        "-.28 -.2, -.14 -.27, 0 -.25, .14 -.27, .28 -.2, .15 -.19, 0 -.2, -.15 -.19",
        mix(cloth, _INK, 0.15),
    )
    pen.line("-.13 -.27, 0 -.25, .135 -.27", 0.035, _GOLD)
    for x, y, size in ((-0.04, -0.36, 0.026), (0.05, -0.42, 0.02), (0.02, -0.53, 0.015)):
        star = [(x + size * (1 if k % 2 == 0 else 0.42) * float(np.sin(np.pi * k / 5)),
                 y - size * (1 if k % 2 == 0 else 0.42) * float(np.cos(np.pi * k / 5))) for k in range(10)]  # fmt: skip
        pen.fill(star, colour("#ffe08a"))


def _top_hat(pen: Pen, hue: Array) -> None:
    cloth = mix(hue, _INK, 0.88)
    pen.cast("-.12 -.25, -.13 -.5, .13 -.5, .12 -.25", cloth, curved=False)
    pen.fill("-.122 -.27, .122 -.27, .126 -.33, -.126 -.33", colour("#a8323a"))
    pen.cast("-.24 -.25, 0 -.275, .24 -.25, .22 -.225, 0 -.235, -.22 -.225", cloth)


def _wreath(pen: Pen, hue: Array) -> None:
    """Leaves and flowers around the brow."""
    turns = np.linspace(-1.25, 1.25, 13)
    for turn in turns:
        x, y = 0.145 * float(np.sin(turn)), -0.2 - 0.1 * float(np.cos(turn))
        pen.oval(x, y + 0.012, 0.036, 0.016, colour("#4f8f45"), turn=float(turn) + 0.6)
    for step, turn in enumerate(turns[::2]):
        x, y = 0.145 * float(np.sin(turn)), -0.205 - 0.1 * float(np.cos(turn))
        petal = colour(("#f28ab0", "#fbf8f0", "#f2c14e")[step % 3])
        for leaf in range(6):
            angle = np.pi * leaf / 3
            pen.oval(
                x + 0.017 * float(np.cos(angle)),
                y + 0.017 * float(np.sin(angle)),
                0.015,
                0.013,
                petal,
            )
        pen.oval(x, y, 0.01, 0.01, colour("#e8862c"))


def _knights_helm(pen: Pen, hue: Array) -> None:
    """A steel helmet with its visor up, so that the face is seen, and plates on the shoulders."""
    pen.cast(
        "-.05 -.36, -.14 -.48, -.3 -.5, -.36 -.36, -.34 -.2, -.28 -.36, -.18 -.36, -.06 -.32", hue
    )
    plate = mix(_STEEL, _WHITE, 0.1)
    for side in (-1, 1):
        pen.cast(
            [
                (side * x, y)
                for x, y in ((0.1, 0.17), (0.3, 0.2), (0.37, 0.34), (0.36, 0.46), (0.2, 0.34))
            ],
            plate,
        )
        pen.line(
            [(side * 0.14, 0.24), (side * 0.28, 0.29), (side * 0.36, 0.42)],
            0.01,
            mix(_STEEL, _INK, 0.4),
        )
    pen.cast(mirrored("0 .1, .1 .08, .15 .14, .13 .22, 0 .26"), mix(_STEEL, _INK, 0.12))
    for side in (-1, 1):
        pen.cast(
            [
                (side * x, y)
                for x, y in (
                    (0.165, -0.2),
                    (0.17, -0.02),
                    (0.11, 0.1),
                    (0.07, 0.1),
                    (0.115, -0.02),
                    (0.12, -0.2),
                )
            ],
            _STEEL,
        )
    _visor(pen, plate)


def _visor(pen: Pen, plate: Array) -> None:
    """The bowl and the visor that is turned up."""
    pen.cast(mirrored("0 -.4, .1 -.38, .165 -.28, .17 -.17, .12 -.2, 0 -.235"), plate)
    pen.cast(
        mirrored("0 -.33, .12 -.31, .175 -.24, .16 -.2, .08 -.235, 0 -.245"), mix(_STEEL, _INK, 0.2)
    )
    for x in (-0.08, -0.04, 0.04, 0.08):
        pen.line(
            [(x, -0.285 + 0.2 * abs(x)), (x * 1.06, -0.265 + 0.2 * abs(x))],
            0.012,
            _INK,
            curved=False,
        )
    pen.line("0 -.4, 0 -.24", 0.014, _GOLD, curved=False)


def _kabuto(pen: Pen, hue: Array) -> None:
    """A samurai's helmet: a lacquered bowl, neck plates, and a crescent of gold on the brow."""
    lacquer = mix(hue, colour("#2a1a20"), 0.72)
    for row in range(4):
        out = 0.2 + 0.026 * row
        y = -0.16 + 0.055 * row
        for side in (-1, 1):
            pen.cast(
                [
                    (side * 0.125, y - 0.04),
                    (side * out, y),
                    (side * (out + 0.02), y + 0.05),
                    (side * 0.13, y + 0.03),
                ],
                lacquer,
            )
            pen.line(
                [(side * 0.13, y + 0.02), (side * (out + 0.015), y + 0.045)],
                0.01,
                colour("#c8323a"),
                curved=False,
            )
    pen.cast(mirrored("0 -.43, .1 -.4, .16 -.3, .17 -.2, .1 -.235, 0 -.25"), lacquer)
    for x in (-0.1, -0.05, 0.05, 0.1):
        pen.line([(x * 0.3, -0.42), (x, -0.33), (x * 1.2, -0.24)], 0.006, _GOLD)
    pen.cast(mirrored("0 -.26, .13 -.245, .2 -.19, .12 -.2, 0 -.215"), mix(lacquer, _INK, 0.3))
    pen.cast(
        mirrored("0 -.26, .06 -.28, .16 -.4, .19 -.56, .22 -.4, .14 -.25, 0 -.215"),
        _GOLD,
    )
    pen.ball(0, -0.25, 0.03, 0.03, colour("#c8323a"))


def _horned_helmet(pen: Pen, hue: Array) -> None:
    for side in (-1, 1):
        horn = [
            (side * x, y)
            for x, y in (
                (0.13, -0.3),
                (0.24, -0.34),
                (0.31, -0.46),
                (0.3, -0.58),
                (0.24, -0.46),
                (0.14, -0.4),
            )
        ]
        pen.cast(horn, colour("#f0e4c8"))
    pen.cast(mirrored("0 -.42, .1 -.39, .155 -.3, .16 -.19, 0 -.23"), _STEEL)
    pen.line("-.16 -.2, 0 -.235, .16 -.2", 0.034, colour("#8a5a30"))
    pen.line("0 -.42, 0 -.24", 0.026, colour("#8a5a30"), curved=False)
    pen.cast("-.02 -.24, .02 -.24, .014 -.12, -.014 -.12", _STEEL, curved=False)


def _pirates_hat(pen: Pen, hue: Array) -> None:
    pen.cast(
        "-.26 -.22, -.22 -.34, -.1 -.44, 0 -.47, .1 -.44, .22 -.34, .26 -.22, .14 -.28, 0 -.26, -.14 -.28",
        mix(hue, _INK, 0.86),
    )
    pen.line("-.25 -.23, -.13 -.29, 0 -.27, .13 -.29, .25 -.23", 0.014, _GOLD)
    pen.ball(0, -0.37, 0.035, 0.032, _WHITE)
    for x in (-0.013, 0.013):
        pen.oval(x, -0.373, 0.008, 0.009, _INK)
    pen.line("-.05 -.33, .05 -.31", 0.012, _WHITE, curved=False)
    pen.line(".05 -.33, -.05 -.31", 0.012, _WHITE, curved=False)
    pen.oval(0.054, -0.118, 0.034, 0.03, _INK)
    pen.line("-.13 -.2, .03 -.14", 0.009, _INK, curved=False)


def _toque(pen: Pen, hue: Array) -> None:
    """A cook's tall white hat."""
    linen = colour("#f8f6f0")
    for x, y, reach in ((-0.1, -0.44, 0.085), (0.1, -0.44, 0.085), (0.0, -0.47, 0.1)):
        pen.ball(x, y, reach, reach, linen)
    pen.cast(mirrored("0 -.42, .12 -.41, .135 -.25, .13 -.225, 0 -.235"), linen)
    for x in (-0.08, -0.03, 0.03, 0.08):
        pen.line([(x, -0.27), (x * 1.15, -0.43)], 0.006, mix(linen, _INK, 0.2), end=0.002)


def _stethoscope(pen: Pen, hue: Array) -> None:
    """A doctor's, about the neck."""
    pen.line("-.1 .1, -.12 .2, -.08 .34, -.02 .4", 0.016, mix(_INK, _STEEL, 0.2))
    pen.line(".1 .1, .12 .2, .08 .34, -.02 .4", 0.016, mix(_INK, _STEEL, 0.2))
    pen.line("-.02 .4, .0 .46", 0.016, mix(_INK, _STEEL, 0.2))
    pen.ball(0.0, 0.48, 0.036, 0.036, _STEEL)


def _headphones(pen: Pen, hue: Array) -> None:
    turns = np.linspace(-1.45, 1.45, 15)
    pen.line(
        [(0.158 * float(np.sin(a)), -0.16 - 0.22 * float(np.cos(a))) for a in turns], 0.026, _INK
    )
    for side in (-1, 1):
        pen.ball(side * 0.155, -0.11, 0.034, 0.062, hue)
        pen.ball(side * 0.168, -0.11, 0.02, 0.045, mix(hue, _INK, 0.6))


def _glasses(pen: Pen, apart: float, y: float, size: float) -> None:
    """Dark round glasses with a gleam."""
    for side in (-1, 1):
        x = side * apart
        pen.oval(x, y, size, size * 0.86, _INK)
        pen.oval(x, y, size * 0.88, size * 0.74, colour("#2a2f4a"))
        pen.blob([(x - 0.6 * size, y - 0.1 * size), (x - 0.2 * size, y - 0.6 * size), (x + 0.1 * size, y - 0.6 * size),
                  (x - 0.4 * size, y + 0.2 * size)], _WHITE, alpha=0.4)  # fmt: skip
        pen.line(
            [(x + side * size * 0.9, y), (x + side * size * 1.6, y - size * 0.25)],
            size * 0.16,
            _INK,
            curved=False,
        )
    pen.line(
        [(-apart + size * 0.8, y - size * 0.2), (apart - size * 0.8, y - size * 0.2)],
        size * 0.18,
        _INK,
        curved=False,
    )


def _sunglasses(pen: Pen, hue: Array) -> None:
    _glasses(pen, 0.054, -0.115, 0.044)


_PutOn = Callable[[Pen, Array], None]
_WORN: tuple[tuple[set[str], _PutOn], ...] = (
    (
        {"crown", "queen", "king", "emperor", "empress", "princess", "prince", "royal", "pharaoh"},
        _crown,
    ),
    ({"wizard", "witch", "sorcerer", "sorceress", "wizard-hat", "mage"}, _pointed_hat),
    ({"top-hat", "gentleman", "magician"}, _top_hat),
    ({"chef", "baker", "chef-hat"}, _toque),
    ({"flower-crown", "elf", "elven", "fairy", "wreath"}, _wreath),
    ({"knight", "paladin", "templar", "gladiator"}, _knights_helm),
    ({"samurai", "shogun", "ronin"}, _kabuto),
    ({"viking", "vikings"}, _horned_helmet),
    ({"pirate", "buccaneer"}, _pirates_hat),
    (_HEARS, _headphones),
    ({"doctor", "nurse", "surgeon", "stethoscope"}, _stethoscope),
    (_SHADES, _sunglasses),
)
"""What words name, and who puts it on; the first five fit an animal too."""
