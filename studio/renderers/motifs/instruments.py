"""Musical instruments: a grand piano, a violin, a saxophone, a trumpet, drums, a microphone."""

import numpy as np

from studio.renderers.drawing.canvas import Array, colour, ellipse, mix
from studio.renderers.motifs.body import limb
from studio.renderers.motifs.pen import Pen, mirrored, places

_INK, _WHITE, _STEEL, _GOLD = (
    colour("#15131a"),
    colour("#ffffff"),
    colour("#c4c9d0"),
    colour("#d8a84a"),
)


def paint_piano(pen: Pen, hue: Array) -> None:
    """A grand piano from the player's side, its lid up, with a bench."""
    deep, shine = mix(hue, _INK, 0.5), mix(hue, _WHITE, 0.3)
    pen.shadow(0, 0.84)
    pen.cast(mirrored("0 -.5, .05 -.5, .05 -.1, .1 -.04, 0 -.04"), deep, curved=False)
    for x in (-0.035, 0.0, 0.035):
        pen.line([(x, -0.06), (x * 1.5, -0.02)], 0.02, _GOLD, curved=False)
    _lid(pen, hue)
    pen.cast("-.3 -.8, .3 -.8, .27 -1.02, -.27 -1.02", mix(hue, _WHITE, 0.08), curved=False)
    for x in (-0.11, 0.11):
        pen.fill(
            [(x - 0.1, -0.82), (x + 0.1, -0.82), (x + 0.09, -0.99), (x - 0.09, -0.99)],
            colour("#fbf6ea"),
        )
        for row in range(4):
            y = -0.965 + 0.036 * row
            pen.line([(x - 0.075, y), (x + 0.075, y)], 0.005, mix(_INK, _WHITE, 0.45), curved=False)
    _keyboard(pen, hue, shine)
    for x in (-0.72, 0.72):
        pen.cast(
            [(x - 0.06, -0.48), (x + 0.06, -0.48), (x + 0.035, -0.06), (x - 0.035, -0.06)],
            hue,
            curved=False,
        )
        pen.ball(x, -0.03, 0.035, 0.03, _GOLD)
    _bench(pen, hue)


def _lid(pen: Pen, hue: Array) -> None:
    """The raised lid, its underside, and strings that run below it."""
    lid = "-.8 -.76, -.78 -1.08, -.6 -1.3, -.26 -1.38, .12 -1.3, .4 -1.18, .7 -.98, .8 -.76"
    pen.cast(lid, hue)
    pen.cast(
        [(x * 0.9, -0.76 + (y + 0.76) * 0.88) for x, y in places(lid)],
        mix(colour("#a8743a"), hue, 0.45),
    )
    for step in range(16):
        x = -0.6 + 0.075 * step
        pen.line(
            [(x, -0.78), (x * 0.7 - 0.06, -0.98 - 0.14 * float(np.cos(x * 1.6)))],
            0.005,
            _GOLD,
            curved=False,
            alpha=0.7,
        )
    pen.line(".56 -.77, .62 -1.0", 0.02, mix(hue, _INK, 0.5), curved=False)


def _keyboard(pen: Pen, hue: Array, shine: Array) -> None:
    """The case with its keys, black ones in twos and threes."""
    pen.cast(
        "-.86 -.8, .86 -.8, .88 -.72, .88 -.48, -.88 -.48, -.88 -.72", hue, curved=False, deep=0.7
    )
    pen.line("-.84 -.79, .84 -.79", 0.012, shine, curved=False)
    pen.fill("-.76 -.72, .76 -.72, .76 -.69, -.76 -.69", colour("#8a1f2a"))
    pen.fill("-.76 -.69, .76 -.69, .78 -.55, -.78 -.55", colour("#faf6ec"))
    wide = 1.54 / 28
    for key in range(29):
        x = -0.77 + wide * key
        pen.line([(x * 0.985, -0.69), (x, -0.552)], 0.004, mix(_INK, _WHITE, 0.4), curved=False)
        if key % 7 in (1, 2, 4, 5, 6) and key < 28:
            pen.fill(
                [(x - 0.015, -0.69), (x + 0.015, -0.69), (x + 0.015, -0.61), (x - 0.015, -0.61)],
                _INK,
            )
    pen.line("-.8 -.54, .8 -.54", 0.018, mix(hue, _INK, 0.3), curved=False)
    pen.line("-.4 -.765, .4 -.765", 0.01, _GOLD, curved=False, alpha=0.5)


def _bench(pen: Pen, hue: Array) -> None:
    """The tufted bench before the keys."""
    leather = colour("#5a2228")
    for x in (-0.26, 0.26):
        pen.fill(
            [(x - 0.03, -0.22), (x + 0.03, -0.22), (x + 0.02, 0.04), (x - 0.02, 0.04)],
            mix(hue, _INK, 0.2),
        )
    pen.cast("-.32 -.3, .32 -.3, .34 -.24, .32 -.18, -.32 -.18, -.34 -.24", leather, curved=False)
    for step in range(6):
        pen.oval(-0.25 + 0.1 * step, -0.255, 0.011, 0.008, mix(leather, _INK, 0.5))
    pen.line("-.3 -.285, .3 -.285", 0.01, mix(leather, _WHITE, 0.35), curved=False, alpha=0.7)


def paint_violin(pen: Pen, hue: Array) -> None:
    """A violin with its bow."""
    pen.fill([(x + 0.03, y + 0.03) for x, y in _VIOLIN], _INK, alpha=0.35, soft=0.025, curved=True)
    held_violin(pen, hue)
    pen.line(".44 -1.1, .36 -.5, .3 .04", 0.018, mix(hue, _INK, 0.35))
    pen.line(".415 -1.08, .27 .0", 0.01, colour("#f4efe2"), curved=False)
    pen.cast(".28 .05, .26 -.06, .32 -.07, .33 .04", _INK)


_VIOLIN = mirrored("0 -.62, .1 -.62, .17 -.58, .185 -.5, .15 -.43, .11 -.37, .12 -.3, .19 -.25, .235 -.15, .21 -.04, .12 .02, "
                   "0 .03")  # fmt: skip


def held_violin(pen: Pen, hue: Array) -> None:
    """The same without bow and shadow."""
    dark = mix(hue, _INK, 0.6)
    pen.cast(_VIOLIN, hue)
    pen.line(_VIOLIN, 0.008, dark, closed=True)
    pen.blob(
        "-.12 -.54, -.05 -.58, -.06 -.46, -.11 -.44", mix(hue, _WHITE, 0.5), alpha=0.4, soft=0.01
    )
    for side in (-1, 1):
        pen.line([(side * x, y) for x, y in ((0.075, -0.38), (0.095, -0.36), (0.075, -0.28), (0.1, -0.2), (0.12, -0.22))],
                 0.014, _INK)  # fmt: skip
    pen.fill("-.026 -.97, .026 -.97, .036 -.4, -.036 -.4", _INK)
    pen.fill("-.022 -.19, .022 -.19, .05 -.0, -.05 -.0", _INK)
    pen.cast("-.07 -.28, .07 -.28, .06 -.255, -.06 -.255", colour("#e0b878"))
    for step in range(4):
        x = -0.02 + 0.0133 * step
        pen.line([(x * 0.8, -0.98), (x * 1.6, -0.1)], 0.004, _WHITE, curved=False, alpha=0.9)
    pen.cast("-.034 -.96, .034 -.96, .026 -1.1, -.026 -1.1", hue)
    pen.ball(0, -1.13, 0.045, 0.045, hue)
    pen.ring(0, -1.13, 0.03, 0.01, dark)
    for side, y in ((-1, -1.0), (1, -1.02), (-1, -1.06), (1, -1.08)):
        pen.line([(side * 0.02, y), (side * 0.075, y)], 0.02, _INK, end=0.03, curved=False)


def paint_saxophone(pen: Pen, hue: Array) -> None:
    """A saxophone of brass that stands by itself."""
    pen.oval(0.12, 0.02, 0.34, 0.04, _INK, alpha=0.3, soft=0.02)
    held_saxophone(pen, hue)


def held_saxophone(pen: Pen, hue: Array) -> None:
    """The same without the shadow on the floor."""
    dark, pale = mix(hue, _INK, 0.45), mix(hue, _WHITE, 0.65)
    limb(pen, "-.4 -.98, -.3 -1.03", (0.03, 0.05), _INK)
    limb(pen, "-.32 -1.02, -.2 -1.06, -.08 -1.02, -.04 -.9", (0.045, 0.055, 0.06), hue)
    limb(
        pen,
        "-.04 -.92, .0 -.6, .04 -.26, .14 -.08, .28 -.1, .36 -.26, .4 -.46",
        (0.065, 0.09, 0.12, 0.15, 0.16, 0.17, 0.22),
        hue,
    )
    pen.cast(".3 -.46, .26 -.6, .3 -.64, .52 -.66, .58 -.62, .52 -.46, .42 -.38", hue)
    pen.cast(ellipse(0.42, -0.635, 0.16, 0.05, turn=-0.06), pale, curved=False)
    pen.oval(0.42, -0.63, 0.125, 0.034, dark, turn=-0.06)
    pen.line("-.02 -.86, .04 -.5, .1 -.22", 0.016, pale, alpha=0.8)
    for x, y, reach in ((0.02, -0.78, 0.03), (0.035, -0.69, 0.034), (0.05, -0.59, 0.038), (0.065, -0.48, 0.042),
                        (0.08, -0.37, 0.046), (0.1, -0.25, 0.05), (0.33, -0.32, 0.05)):  # fmt: skip
        pen.ball(x, y, reach, reach, mix(hue, _WHITE, 0.25))
        pen.oval(x, y, reach * 0.62, reach * 0.62, colour("#f2e8d8"))
    pen.line("-.07 -.82, -.03 -.5, .01 -.28", 0.016, _STEEL)
    pen.line(".12 -.66, .18 -.4, .24 -.24", 0.012, dark)


def paint_trumpet(pen: Pen, hue: Array) -> None:
    """A trumpet, its bell to the right."""
    pen.oval(0.05, 0.0, 0.7, 0.05, _INK, alpha=0.3, soft=0.03)
    held_trumpet(pen, hue)


def held_trumpet(pen: Pen, hue: Array) -> None:
    """The same without its shadow; the mouthpiece is at −1, −0.5."""
    dark, pale = mix(hue, _INK, 0.45), mix(hue, _WHITE, 0.6)
    pen.line(
        "-.52 -.5, -.62 -.44, -.62 -.28, -.52 -.22, .36 -.22, .48 -.28, .48 -.42, .36 -.5",
        0.062,
        hue,
    )
    pen.line("-.96 -.5, .5 -.5", 0.052, hue, end=0.08, curved=False)
    pen.cast(
        "-1.02 -.55, -.96 -.54, -.86 -.52, -.86 -.48, -.96 -.46, -1.02 -.45",
        mix(_STEEL, _WHITE, 0.2),
        curved=False,
    )
    pen.cast(".4 -.55, .62 -.57, .78 -.64, .9 -.76, .97 -.84, 1.0 -.84, 1.0 -.16, .97 -.16, .9 -.24, .78 -.36, .62 -.43, .4 -.45",
             hue)  # fmt: skip
    pen.cast(ellipse(0.985, -0.5, 0.05, 0.35), pale, curved=False)
    pen.oval(0.99, -0.5, 0.034, 0.3, dark)
    for x in (-0.17, 0.0, 0.17):
        pen.cast(
            [(x - 0.06, -0.64), (x + 0.06, -0.64), (x + 0.06, -0.12), (x - 0.06, -0.12)],
            hue,
            curved=False,
            deep=1.4,
        )
        for y in (-0.64, -0.56, -0.2, -0.12):
            pen.line([(x - 0.065, y), (x + 0.065, y)], 0.028, pale, curved=False)
        pen.line([(x, -0.66), (x, -0.74)], 0.024, _STEEL, curved=False)
        pen.cast(
            [(x - 0.05, -0.77), (x + 0.05, -0.77), (x + 0.045, -0.73), (x - 0.045, -0.73)],
            colour("#f4efe2"),
            curved=False,
        )
    pen.line("-.84 -.515, .4 -.515", 0.012, pale, curved=False, alpha=0.9)
    pen.line("-.5 -.235, .34 -.235", 0.012, pale, curved=False, alpha=0.9)
    pen.ring(0.3, -0.62, 0.055, 0.02, dark)


def paint_microphone(pen: Pen, hue: Array) -> None:
    """A stage microphone of old on its stand."""
    pen.shadow(0, 0.26)
    pen.cast("-.22 .0, -.18 -.05, .18 -.05, .22 .0", mix(_INK, _WHITE, 0.12))
    pen.line("0 -.04, 0 -.52", 0.035, _STEEL, curved=False)
    pen.cast("-.07 -.52, .07 -.52, .05 -.42, -.05 -.42", mix(_STEEL, _INK, 0.4), curved=False)
    head = pen.moved(0, -0.5, 0.56)
    shell = mirrored("0 -1.0, .2 -.97, .31 -.82, .33 -.56, .3 -.26, .2 -.06, 0 .0")
    head.cast(shell, _STEEL)
    head.blob([(x * 0.82, -0.5 + (y + 0.5) * 0.86) for x, y in shell], mix(_INK, _WHITE, 0.1))
    for step in range(-3, 4):
        x = 0.07 * step
        head.line([(x, -0.92 + abs(x) * 0.3), (x * 1.1, -0.08 - abs(x) * 0.3)], 0.03, _STEEL)
    head.fill("-.34 -.62, .34 -.62, .335 -.5, -.335 -.5", mix(hue, _INK, 0.1))
    for y in (-0.62, -0.5, -0.3):
        head.line([(-0.33, y), (0.33, y)], 0.03, mix(_STEEL, _WHITE, 0.4), curved=False)
    head.blob("-.22 -.86, -.12 -.93, -.14 -.7, -.24 -.66", _WHITE, alpha=0.35, soft=0.02)


def paint_drums(pen: Pen, hue: Array) -> None:
    """A drum kit: bass drum, toms, snare, and cymbals on their stands."""
    chrome, skin = mix(_STEEL, _WHITE, 0.2), colour("#f4efe4")
    pen.shadow(0, 0.82)
    for x, top, far in ((-0.66, -0.98, -0.72), (0.64, -1.04, 0.7)):
        pen.line([(x, top), (far, 0.0)], 0.018, _STEEL, curved=False)
        for foot in (-0.12, 0.12):
            pen.line([(far, -0.2), (far + foot, 0.0)], 0.016, _STEEL, curved=False)
        pen.cast(ellipse(x, top, 0.25, 0.045, turn=0.2 if x < 0 else -0.2), _GOLD, curved=False)
        pen.ball(x, top - 0.012, 0.04, 0.025, mix(_GOLD, _INK, 0.3))
    pen.ball(0, -0.36, 0.37, 0.37, chrome)
    pen.ball(0, -0.36, 0.345, 0.345, hue)
    pen.oval(0, -0.36, 0.305, 0.305, skin)
    for step in range(3):
        pen.ring(0, -0.36, 0.22 - 0.06 * step, 0.012, mix(hue, skin, 0.2 + 0.2 * step))
    for x, y, wide, tall in ((-0.21, -0.7, 0.17, 0.18), (0.21, -0.7, 0.18, 0.18), (-0.58, -0.34, 0.19, 0.13),
                             (0.58, -0.24, 0.21, 0.24)):  # fmt: skip
        if abs(x) > 0.3:
            for foot in (-0.12, 0.12):
                pen.line([(x + foot * 0.9, y), (x + foot * 1.3, 0.0)], 0.018, _STEEL, curved=False)
        pen.cast([(x - wide, y - tall / 2), (x + wide, y - tall / 2), (x + wide * 0.94, y + tall / 2),
                  (x - wide * 0.94, y + tall / 2)], hue, curved=False)  # fmt: skip
        pen.line(
            [(x - wide * 0.94, y + tall / 2), (x + wide * 0.94, y + tall / 2)],
            0.022,
            chrome,
            curved=False,
        )
        pen.cast(ellipse(x, y - tall / 2, wide, 0.045), chrome, curved=False)
        pen.oval(x, y - tall / 2 - 0.006, wide * 0.92, 0.034, skin)
