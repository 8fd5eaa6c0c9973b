"""More of what shops show: a lipstick, a handbag, a telephone, a bottle, a controller; and a chest and books of old."""

import numpy as np

from studio.renderers.drawing.canvas import Array, colour, mix
from studio.renderers.motifs.pen import Pen, mirrored

_INK, _WHITE, _STEEL, _GOLD = (
    colour("#15151a"),
    colour("#ffffff"),
    colour("#c4c9d0"),
    colour("#d8a84a"),
)


def paint_lipstick(pen: Pen, hue: Array) -> None:
    """A lipstick out of its golden case, the cap beside it."""
    pen.shadow(0.1, 0.46)
    pen.cast(mirrored("0 -.46, .17 -.46, .18 -.43, .18 .0"), _INK * np.float32(2), curved=False)
    pen.fill("-.14 -.44, -.1 -.44, -.1 -.02, -.14 -.02", _WHITE, alpha=0.3)
    pen.cast(mirrored("0 -.6, .14 -.6, .15 -.57, .15 -.46, 0 -.46"), _GOLD)
    pen.cast("-.11 -.6, -.11 -.84, -.06 -.95, .03 -1.0, .1 -.98, .11 -.9, .11 -.6", hue)
    pen.blob(
        "-.09 -.82, -.03 -.93, .05 -.97, .07 -.9, -.02 -.84", mix(hue, _WHITE, 0.35), alpha=0.7
    )
    pen.line("-.08 -.78, -.08 -.62", 0.014, mix(hue, _WHITE, 0.5), curved=False, alpha=0.7)
    cap = [(0.3, 0.0), (0.3, -0.44), (0.33, -0.47), (0.57, -0.47), (0.6, -0.44), (0.6, 0.0)]
    pen.cast(cap, _INK * np.float32(2), curved=False)
    pen.fill("0.34 -.45, .38 -.45, .38 -.02, .34 -.02", _WHITE, alpha=0.3)
    pen.line(".3 -.03, .6 -.03", 0.03, _GOLD, curved=False)


def paint_handbag(pen: Pen, hue: Array) -> None:
    """A leather handbag with a clasp."""
    dark = mix(hue, _INK, 0.4)
    pen.shadow(0, 0.6)
    turns = np.linspace(0.12, np.pi - 0.12, 20)
    pen.line([(0.3 * float(np.cos(t)), -0.58 - 0.4 * float(np.sin(t))) for t in turns], 0.05, dark)
    pen.line(
        [(0.3 * float(np.cos(t)), -0.585 - 0.41 * float(np.sin(t))) for t in turns[3:17]],
        0.012,
        mix(hue, _WHITE, 0.4),
        alpha=0.7,
    )
    pen.cast(mirrored("0 -.64, .42 -.64, .48 -.58, .58 -.1, .54 -.02, .44 .0, 0 .0"), hue)
    pen.cast(
        mirrored("0 -.64, .42 -.64, .46 -.6, .46 -.36, .3 -.28, 0 -.24"), mix(hue, _WHITE, 0.08)
    )
    pen.line(
        ".44 -.37, .3 -.295, 0 -.255, -.3 -.295, -.44 -.37", 0.008, mix(hue, _WHITE, 0.4), alpha=0.9
    )
    for x in (-0.29, 0.29):
        pen.ball(x, -0.6, 0.034, 0.034, _GOLD)
    pen.cast(mirrored("0 -.31, .07 -.31, .08 -.28, .08 -.19, .06 -.17, 0 -.17"), _GOLD)
    pen.ball(0, -0.235, 0.026, 0.026, mix(_GOLD, _WHITE, 0.5))
    pen.blob("-.42 -.54, -.34 -.58, -.36 -.4, -.43 -.36", _WHITE, alpha=0.25, soft=0.01)


def paint_phone(pen: Pen, hue: Array) -> None:
    """A telephone with a bright screen."""
    pen.fill(
        mirrored("0 -1.0, .22 -1.0, .28 -.95, .28 .03, .22 .06, 0 .06"), _INK, alpha=0.35, soft=0.03
    )
    body = mirrored("0 -1.02, .2 -1.02, .245 -1.0, .26 -.95, .26 -.05, .245 -.0, .2 .02, 0 .02")
    pen.fill(body, _STEEL)
    pen.fill([(x * 0.955, -0.5 + (y + 0.5) * 0.98) for x, y in body], _INK)
    screen = [(x * 0.88, -0.5 + (y + 0.5) * 0.945) for x, y in body]
    pen.fill(screen, mix(hue, _INK, 0.2), fade=mix(hue, colour("#ffd8b0"), 0.65))
    pen.oval(0.05, -0.56, 0.11, 0.11, mix(hue, colour("#fff0d0"), 0.8))
    pen.fill(
        "-.225 -.3, -.1 -.44, .02 -.3, .1 -.38, .225 -.26, .225 -.14, -.225 -.14",
        mix(hue, _INK, 0.55),
    )
    pen.fill("-.07 -.965, .07 -.965, .07 -.925, -.07 -.925", _INK)
    for step in range(4):
        x, code = -0.15 + 0.1 * step, ("#f2f2f4", "#f0b04a", "#5fc88a", "#5a9af0")[step]
        pen.fill(
            [(x - 0.034, -0.11), (x + 0.034, -0.11), (x + 0.034, -0.045), (x - 0.034, -0.045)],
            colour(code),
        )
    pen.fill("-.22 -.96, .0 -.96, -.16 -.05, -.22 -.05", _WHITE, alpha=0.07)


def paint_bottle(pen: Pen, hue: Array) -> None:
    """A bottle of glass with a label: wine, else what is said to be in it."""
    wine = bool(pen.words & {"wine", "champagne", "port"})
    glass = mix(hue, _INK, 0.45) if wine else hue
    pen.shadow(0, 0.24)
    body = mirrored("0 -.94, .055 -.94, .06 -.7, .08 -.62, .15 -.54, .175 -.46, .175 -.03, .15 .0")
    pen.cast(body, mix(glass, _WHITE, 0.12))
    pen.blob([(x * 0.84, y * 0.96 - 0.01) for x, y in body], glass, alpha=0.75)
    pen.cast(
        mirrored("0 -1.0, .06 -1.0, .066 -.97, .066 -.8, 0 -.8"),
        colour("#8a1f2a") if wine else colour("#c89a5a"),
    )
    pen.fill("-.172 -.42, .172 -.42, .172 -.12, -.172 -.12", colour("#f6efde"))
    for y in (-0.4, -0.14):
        pen.line([(-0.172, y), (0.172, y)], 0.008, _GOLD, curved=False)
    pen.oval(0, -0.31, 0.05, 0.05, mix(hue, _GOLD, 0.4))
    pen.line("-.09 -.225, .09 -.225", 0.016, _INK, curved=False)
    pen.line("-.05 -.185, .05 -.185", 0.008, mix(_INK, _WHITE, 0.4), curved=False)
    for shine in (
        "-.145 -.5, -.115 -.52, -.115 -.04, -.145 -.04",
        "-.05 -.78, -.03 -.78, -.035 -.62, -.055 -.6",
    ):
        pen.fill(shine, _WHITE, alpha=0.32, soft=0.006)


def paint_controller(pen: Pen, hue: Array) -> None:
    """A game controller."""
    pen.oval(0, 0.0, 0.62, 0.06, _INK, alpha=0.3, soft=0.03)
    half = "0 -.62, .2 -.6, .34 -.66, .5 -.64, .6 -.54, .68 -.28, .7 -.08, .62 .0, .5 -.04, .38 -.2, .3 -.24, 0 -.24"
    pen.cast(mirrored(half), hue)
    pen.blob("-.52 -.58, -.36 -.62, -.4 -.56, -.52 -.48", _WHITE, alpha=0.3, soft=0.01)
    pen.fill("-.46 -.5, -.4 -.5, -.4 -.32, -.46 -.32", _INK)
    pen.fill("-.52 -.44, -.34 -.44, -.34 -.38, -.52 -.38", _INK)
    for x, y, code in (
        (0.43, -0.5, "#5fc88a"),
        (0.51, -0.41, "#e8505a"),
        (0.35, -0.41, "#5a9af0"),
        (0.43, -0.32, "#f0b84a"),
    ):
        pen.ball(x, y, 0.042, 0.042, colour(code))
    for x in (-0.2, 0.2):
        pen.ball(x, -0.28, 0.095, 0.095, mix(_INK, _WHITE, 0.1))
        pen.ball(x, -0.285, 0.065, 0.065, mix(_INK, _WHITE, 0.22))
    for x in (-0.07, 0.07):
        pen.oval(x, -0.5, 0.03, 0.015, mix(hue, _INK, 0.5))
    pen.ball(0, -0.42, 0.04, 0.04, mix(hue, _WHITE, 0.6))


def paint_chest(pen: Pen, hue: Array) -> None:
    """An open treasure chest full of gold."""
    iron = colour("#4a4238")
    pen.shadow(0, 0.7)
    pen.cast(
        "-.56 -.5, -.62 -.86, -.5 -1.0, .5 -1.0, .62 -.86, .56 -.5",
        mix(hue, _INK, 0.3),
        curved=False,
    )
    pen.fill("-.48 -.54, -.53 -.84, -.44 -.93, .44 -.93, .53 -.84, .48 -.54", mix(hue, _INK, 0.65))
    pen.glow(0, -0.6, 0.6, colour("#ffcf6a") * np.float32(0.5))
    _hoard(pen)
    pen.cast("-.6 -.48, .6 -.48, .56 .0, -.56 .0", hue, curved=False)
    for y in (-0.33, -0.17):
        pen.line([(-0.58, y), (0.58, y)], 0.008, mix(hue, _INK, 0.5), curved=False)
    for x in (-0.46, 0.46):
        pen.fill([(x - 0.05, -0.48), (x + 0.05, -0.48), (x + 0.045, 0.0), (x - 0.045, 0.0)], iron)
        pen.fill([(x - 0.05, -1.0), (x + 0.05, -1.0), (x + 0.05, -0.92), (x - 0.05, -0.92)], iron)
    pen.line("-.6 -.475, .6 -.475", 0.04, iron, curved=False)
    pen.cast(mirrored("0 -.46, .09 -.46, .09 -.32, 0 -.27"), _GOLD)
    pen.oval(0, -0.39, 0.022, 0.026, _INK)


def _hoard(pen: Pen) -> None:
    """A heap of coins with gems on it."""
    for _ in range(70):
        x = float(pen.rng.normal(0, 0.24))
        x = min(max(x, -0.5), 0.5)
        y = -0.46 - 0.26 * (1 - (x / 0.56) ** 2) * float(pen.rng.random())
        pen.oval(x, y, 0.052, 0.038, mix(_GOLD, _INK, 0.35))
        pen.oval(
            x - 0.004,
            y - 0.008,
            0.046,
            0.032,
            mix(_GOLD, colour("#fff0a0"), float(pen.rng.uniform(0, 0.5))),
        )
    for x, y, code in ((-0.24, -0.62, "#d8283f"), (0.2, -0.66, "#2f7fd0"), (0.02, -0.7, "#2f9e6b")):
        pen.fill(
            [
                (x - 0.05, y),
                (x - 0.025, y - 0.04),
                (x + 0.025, y - 0.04),
                (x + 0.05, y),
                (x, y + 0.06),
            ],
            colour(code),
        )
        pen.fill([(x - 0.02, y - 0.03), (x + 0.02, y - 0.03), (x, y + 0.04)], _WHITE, alpha=0.35)


def paint_books(pen: Pen, hue: Array) -> None:
    """A pile of books, the uppermost open."""
    paper = colour("#f6eedc")
    pen.shadow(0, 0.6)
    tones = (hue, colour("#2f5f6f"), colour("#c89a3f"), colour("#6f3f5f"))
    for step, tone in enumerate(tones):
        low, aside = -0.16 * step, 0.05 * float(np.sin(step * 2.3))
        half = 0.56 - 0.03 * step
        pen.cast(
            [
                (aside - half, low - 0.15),
                (aside + half, low - 0.15),
                (aside + half, low),
                (aside - half, low),
            ],
            tone,
            curved=False,
        )
        pen.fill([(aside + half * 0.2, low - 0.13), (aside + half + 0.005, low - 0.13), (aside + half + 0.005, low - 0.02),
                  (aside + half * 0.2, low - 0.02)], paper)  # fmt: skip
        pen.fill([(aside + half * 0.2, low - 0.15), (aside + half * 0.24, low - 0.15), (aside + half * 0.24, low),
                  (aside + half * 0.2, low)], mix(tone, _INK, 0.3))  # fmt: skip
        for x in (-0.8, -0.7):
            pen.line(
                [(aside + half * x, low - 0.148), (aside + half * x, low - 0.002)],
                0.012,
                _GOLD,
                curved=False,
            )
    _open_book(pen, paper)
    pen.line("0 -.7, 0 -.63", 0.012, mix(hue, _INK, 0.4), curved=False)


def _open_book(pen: Pen, paper: Array) -> None:
    """Two pages with their lines."""
    for side in (-1, 1):
        page = [(0.0, -0.7), (side * 0.18, -0.8), (side * 0.44, -0.8), (side * 0.56, -0.74), (side * 0.5, -0.66), (side * 0.2, -0.68),
                (0.0, -0.63)]  # fmt: skip
        pen.cast(page, paper if side < 0 else paper * np.float32(0.94))
        for row in range(3):
            y = -0.76 + 0.03 * row
            pen.line(
                [(side * (0.1 + 0.02 * row), y + 0.012), (side * 0.44, y - 0.008)],
                0.006,
                mix(_INK, paper, 0.55),
                curved=False,
            )
