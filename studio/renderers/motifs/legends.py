"""Figures of tales: a mermaid on her rock and a knight in armour."""

import numpy as np

from studio.renderers.drawing.canvas import Array, colour, ellipse, mix
from studio.renderers.motifs.pen import Pen, mirrored

_INK, _WHITE, _SKIN = colour("#1c1618"), colour("#ffffff"), colour("#eebd98")
_STEEL, _GOLD = colour("#aeb8c4"), colour("#e0ac3a")
_HAIRS = ("#b8401f", "#3a2318", "#e0b060", "#7a2f5a")


def paint_mermaid(pen: Pen, hue: Array) -> None:
    """A mermaid who sits on a rock, her tail to the right; `hue` is the tail's."""
    hair = colour(_HAIRS[int(pen.rng.integers(len(_HAIRS)))])
    _rock(pen)
    pen.cast(
        "-.2 -.9, -.3 -.8, -.32 -.6, -.38 -.44, -.3 -.34, -.16 -.36, -.06 -.5, -.02 -.7",
        mix(hair, _INK, 0.2),
    )
    pen.line("-.2 -.7, -.3 -.56, -.34 -.38", 0.062, mix(_SKIN, _INK, 0.1), end=0.045)
    _tail(pen, hue)
    pen.cast("-.2 -.76, -.06 -.76, .0 -.72, -.02 -.6, -.04 -.5, .02 -.38, -.1 -.32, -.24 -.36, -.2 -.52, -.24 -.64, "
             "-.24 -.73", _SKIN)  # fmt: skip
    for x in (-0.17, -0.06):
        pen.cast(
            [
                (x - 0.055, -0.655),
                (x - 0.03, -0.69),
                (x + 0.03, -0.69),
                (x + 0.055, -0.655),
                (x, -0.595),
            ],
            hue,
        )
        for lean in (-0.025, 0.0, 0.025):
            pen.line([(x, -0.61), (x + lean, -0.675)], 0.006, mix(hue, _INK, 0.35), curved=False)
    pen.line("-.02 -.72, .07 -.6, .13 -.48, .15 -.4", 0.06, _SKIN, end=0.036)
    pen.fill("-.15 -.82, -.07 -.82, -.06 -.72, -.16 -.72", mix(_SKIN, _INK, 0.12))
    _mermaid_head(pen, hair)


def _rock(pen: Pen) -> None:
    stone = colour("#6f6a6c")
    pen.oval(0.0, 0.02, 0.72, 0.05, _INK, alpha=0.35, soft=0.02)
    pen.cast(
        "-.62 .03, -.54 -.14, -.4 -.28, -.2 -.34, .1 -.34, .26 -.24, .4 -.16, .5 -.04, .56 .03",
        stone,
    )
    for crack, share in (
        ("-.4 -.2, -.3 -.1, -.34 .0", 0.4),
        ("-.02 -.24, .06 -.12, .02 -.02", 0.4),
        (".26 -.16, .3 -.06", 0.4),
    ):
        pen.line(crack, 0.012, mix(stone, _INK, share))
    pen.blob("-.46 -.2, -.36 -.27, -.22 -.31, -.3 -.24", mix(stone, _WHITE, 0.4), alpha=0.6)
    for x, y in ((-0.46, -0.02), (0.42, -0.02), (-0.1, 0.0)):
        pen.blob(
            [(x - 0.1, y + 0.03), (x - 0.04, y - 0.05), (x + 0.06, y - 0.02), (x + 0.1, y + 0.03)],
            colour("#4f7a4a"),
        )


def _tail(pen: Pen, hue: Array) -> None:
    """Hips to fluke, with rows of scales and fins that catch the light."""
    deep, pale = mix(hue, _INK, 0.4), mix(hue, _WHITE, 0.45)
    for fin in (".66 -.3, .78 -.42, .86 -.6, .96 -.66, .94 -.46, .84 -.3, .7 -.2",
                ".66 -.3, .64 -.46, .56 -.6, .56 -.72, .68 -.62, .74 -.46, .74 -.3"):  # fmt: skip
        pen.cast(fin, mix(hue, pale, 0.5))
    for ray in (
        ".7 -.28, .82 -.44, .92 -.6",
        ".7 -.28, .84 -.4, .93 -.52",
        ".69 -.3, .66 -.5, .6 -.66",
        ".7 -.3, .7 -.5, .64 -.62",
    ):
        pen.line(ray, 0.009, deep, end=0.003)
    tail = ("-.24 -.4, -.14 -.48, -.02 -.46, .12 -.44, .26 -.38, .4 -.22, .54 -.18, .64 -.26, .68 -.34, .76 -.3, "
            ".74 -.16, .62 -.04, .44 .0, .26 -.08, .1 -.2, -.1 -.26, -.22 -.3")  # fmt: skip
    pen.cast(tail, hue)
    spine = ((-0.1, -0.36, 0.085), (0.0, -0.345, 0.085), (0.1, -0.32, 0.095), (0.2, -0.27, 0.1), (0.3, -0.2, 0.095),
             (0.4, -0.14, 0.075), (0.5, -0.1, 0.06), (0.59, -0.12, 0.05), (0.66, -0.18, 0.04))  # fmt: skip
    for step, (x, y, half) in enumerate(spine):
        before, after = spine[max(step - 1, 0)], spine[min(step + 1, 8)]
        turn = np.arctan2(after[1] - before[1], after[0] - before[0])
        for across in (-0.66, -0.22, 0.22, 0.66):
            px = x - float(np.sin(turn)) * half * across + (0.03 if step % 2 else 0.0)
            py = y + float(np.cos(turn)) * half * across
            arc = [(px - 0.02 * float(np.sin(turn + bend)), py + 0.02 * float(np.cos(turn + bend)))
                   for bend in (-2.6, -2.1, -1.57, -1.04, -0.5)]  # fmt: skip
            pen.line(arc, 0.007, pale if across < 0 else deep, alpha=0.75)
    pen.blob("-.25 -.4, -.12 -.43, .04 -.44, -.04 -.39, -.16 -.37, -.24 -.35", pale, alpha=0.8)


def _mermaid_head(pen: Pen, hair: Array) -> None:
    """The face, hair that falls over one shoulder, and a star in it."""
    pen.cast(
        "-.2 -.9, -.17 -.8, -.1 -.765, -.03 -.79, .0 -.88, -.02 -.97, -.1 -1.0, -.18 -.97", _SKIN
    )
    for x in (-0.13, -0.045):
        pen.oval(x, -0.88, 0.017, 0.019, _WHITE)
        pen.oval(x + 0.003, -0.878, 0.0105, 0.014, colour("#2f6f6a"))
        pen.line([(x - 0.02, -0.893), (x, -0.903), (x + 0.02, -0.893)], 0.008, _INK)
        pen.line([(x - 0.02, -0.925), (x, -0.934), (x + 0.02, -0.926)], 0.007, mix(hair, _INK, 0.3))
        pen.oval(x - 0.005, -0.845, 0.018, 0.011, colour("#e86a5a"), alpha=0.35)
    pen.line("-.085 -.86, -.078 -.842, -.09 -.84", 0.006, mix(_SKIN, _INK, 0.3))
    pen.blob("-.11 -.817, -.088 -.823, -.065 -.818, -.088 -.805", colour("#c8404a"))
    pen.cast("-.1 -1.03, .0 -1.0, .04 -.9, .02 -.8, .0 -.86, -.02 -.95, -.1 -.96, -.17 -.94, -.2 -.84, -.21 -.7, "
             "-.25 -.56, -.34 -.44, -.3 -.6, -.29 -.78, -.27 -.94, -.19 -1.02", hair)  # fmt: skip
    for strand in (
        "-.1 -1.0, -.22 -.94, -.25 -.76, -.28 -.6",
        "-.04 -1.0, .01 -.93, .015 -.86",
        "-.14 -1.01, -.23 -.9, -.24 -.7",
    ):
        pen.line(strand, 0.008, mix(hair, _WHITE, 0.3), end=0.003, alpha=0.8)
    star = [(0.045 * (1 if k % 2 == 0 else 0.45) * float(np.sin(np.pi * k / 5)) + 0.0,
             -0.96 - 0.045 * (1 if k % 2 == 0 else 0.45) * float(np.cos(np.pi * k / 5))) for k in range(10)]  # fmt: skip
    pen.fill(star, colour("#ffb04a"))


def paint_knight(pen: Pen, hue: Array) -> None:
    """A knight in full plate with sword and shield; `hue` is of plume, cloth and shield."""
    dark = mix(_STEEL, _INK, 0.45)
    pen.shadow(0, 0.34)
    pen.cast(
        "-.2 -.78, .2 -.78, .27 -.4, .33 -.06, .1 -.02, -.1 -.02, -.33 -.06, -.27 -.4",
        mix(hue, _INK, 0.45),
    )
    for side in (-1, 1):
        _leg(pen, side, dark)
    pen.cast(mirrored("0 -.5, .13 -.5, .17 -.34, .13 -.28, .07 -.32, .0 -.26"), hue)
    pen.line("0 -.48, 0 -.28", 0.012, _GOLD, curved=False)
    pen.cast(mirrored("0 -.81, .12 -.8, .17 -.72, .155 -.6, .11 -.49, 0 -.48"), _STEEL)
    pen.blob(
        "-.09 -.76, -.02 -.77, -.04 -.64, -.09 -.6", mix(_STEEL, _WHITE, 0.7), alpha=0.7, soft=0.006
    )
    pen.line("0 -.8, 0 -.5", 0.008, dark, curved=False)
    pen.fill("-.125 -.52, .125 -.52, .13 -.475, -.13 -.475", colour("#5a3a24"))
    pen.ball(0, -0.497, 0.028, 0.028, _GOLD)
    _sword_arm(pen, dark)
    _helmet(pen, hue, dark)
    _shield(pen, hue)


def _leg(pen: Pen, side: int, dark: Array) -> None:
    """Thigh, knee, greave and pointed shoe."""
    pen.cast(
        [(side * x, y) for x, y in ((0.01, -0.44), (0.13, -0.44), (0.125, -0.26), (0.04, -0.25))],
        _STEEL,
    )
    pen.cast(
        [
            (side * x, y)
            for x, y in (
                (0.045, -0.25),
                (0.125, -0.25),
                (0.13, -0.14),
                (0.11, -0.03),
                (0.05, -0.03),
            )
        ],
        _STEEL,
    )
    pen.ball(side * 0.085, -0.25, 0.05, 0.042, mix(_STEEL, _WHITE, 0.3))
    pen.line([(side * 0.05, -0.25), (side * 0.12, -0.25)], 0.007, dark)
    pen.cast(
        [
            (side * x, y)
            for x, y in ((0.04, -0.04), (0.11, -0.04), (0.18, -0.01), (0.18, 0.005), (0.04, 0.005))
        ],
        _STEEL,
    )
    pen.line([(side * 0.085, -0.2), (side * 0.085, -0.06)], 0.008, mix(_STEEL, _WHITE, 0.6))


def _sword_arm(pen: Pen, dark: Array) -> None:
    """The right arm with a sword raised before the shoulder."""
    pen.line(".17 -.72, .23 -.6, .25 -.52", 0.085, _STEEL, end=0.07)
    pen.line(".25 -.52, .29 -.6, .3 -.64", 0.07, _STEEL, end=0.06)
    pen.fill(".282 -.72, .318 -.72, .315 -1.16, .3 -1.2, .285 -1.16", mix(_STEEL, _WHITE, 0.45))
    pen.fill(".3 -.72, .318 -.72, .315 -1.16, .3 -1.2", mix(_STEEL, _INK, 0.2))
    pen.line(".23 -.715, .37 -.715", 0.026, _GOLD, curved=False)
    pen.line(".3 -.71, .3 -.56", 0.026, colour("#5a3a24"), curved=False)
    pen.ball(0.3, -0.55, 0.022, 0.022, _GOLD)
    pen.ball(0.3, -0.645, 0.045, 0.04, mix(_STEEL, dark, 0.3))
    for x, y, rx in ((0.17, -0.755, 0.08), (0.25, -0.53, 0.05)):
        pen.ball(x, y, rx, rx * 0.82, mix(_STEEL, _WHITE, 0.2))
    pen.line(".105 -.75, .17 -.72, .235 -.74", 0.008, dark)


def _helmet(pen: Pen, hue: Array, dark: Array) -> None:
    """A closed helm with its slit, breaths and a plume."""
    for step in range(6):
        pen.line([(0.0, -1.02), (-0.08 - 0.025 * step, -1.15 + 0.03 * step), (-0.2 - 0.012 * step, -1.08 + 0.05 * step),
                  (-0.24 + 0.01 * step, -0.92 + 0.045 * step)], 0.05, mix(hue, _WHITE if step % 2 else _INK, 0.14), end=0.012)  # fmt: skip
    pen.cast(mirrored("0 -.82, .085 -.81, .1 -.76, 0 -.75"), mix(_STEEL, dark, 0.4))
    pen.cast(mirrored("0 -1.04, .06 -1.02, .1 -.95, .105 -.87, .08 -.8, 0 -.77"), _STEEL)
    pen.fill(mirrored("0 -.945, .085 -.94, .088 -.915, 0 -.9"), _INK)
    pen.line("0 -1.03, 0 -.78", 0.014, _GOLD, curved=False)
    pen.line("-.1 -.955, 0 -.965, .1 -.955", 0.012, _GOLD)
    for side in (-1, 1):
        for row in range(3):
            for column in range(2):
                pen.oval(side * (0.03 + 0.024 * column), -0.865 + 0.022 * row, 0.0055, 0.0055, _INK)
    pen.blob("-.075 -.98, -.045 -1.01, -.04 -.97, -.07 -.95", _WHITE, alpha=0.65)


def _shield(pen: Pen, hue: Array) -> None:
    """A shield on the left arm, quartered in the knight's colour, with a cross."""
    pen.ball(-0.17, -0.755, 0.08, 0.066, mix(_STEEL, _WHITE, 0.2))
    pen.line("-.17 -.72, -.24 -.6", 0.08, _STEEL)
    frame = "-.42 -.7, -.25 -.73, -.08 -.7, -.085 -.5, -.14 -.34, -.25 -.22, -.36 -.34, -.415 -.5"
    pen.cast(frame, mix(_STEEL, _GOLD, 0.5))
    inner = [((x + 0.25) * 0.86 - 0.25, (y + 0.5) * 0.86 - 0.5) for x, y in
             ((-0.42, -0.7), (-0.25, -0.73), (-0.08, -0.7), (-0.085, -0.5), (-0.14, -0.34), (-0.25, -0.22),
              (-0.36, -0.34), (-0.415, -0.5))]  # fmt: skip
    pen.cast(inner, hue, deep=0.7)
    cross = mix(_WHITE, _GOLD, 0.15)
    pen.fill("-.272 -.69, -.228 -.69, -.228 -.28, -.25 -.26, -.272 -.28", cross)
    pen.fill("-.39 -.575, -.11 -.575, -.11 -.53, -.39 -.53", cross)
    pen.fill(ellipse(-0.25, -0.552, 0.034, 0.034), _GOLD)
