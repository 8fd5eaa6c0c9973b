"""Animals seen whole that no head tells: a giraffe, a camel, a dinosaur, a bee, an octopus."""

import numpy as np

from studio.renderers.drawing.canvas import Array, colour, mix, smooth
from studio.renderers.motifs.body import limb
from studio.renderers.motifs.feathers import feather
from studio.renderers.motifs.pen import Pen

_INK, _WHITE = colour("#1a1412"), colour("#ffffff")


def paint_giraffe(pen: Pen, hue: Array) -> None:
    """A giraffe that looks to the right."""
    pale, brown = mix(hue, colour("#fff4dc"), 0.45), colour("#8a4f24")
    pen.shadow(-0.02, 0.3)
    for x, far in ((-0.13, 1), (0.12, 1), (-0.2, 0), (0.06, 0)):
        tone = mix(pale, _INK, 0.22) if far else pale
        pen.line([(x, -0.42), (x + 0.012, -0.22), (x, -0.02)], 0.05, tone, end=0.034)
        pen.fill(
            [(x - 0.02, -0.035), (x + 0.02, -0.035), (x + 0.028, 0), (x - 0.022, 0)],
            mix(brown, _INK, 0.5),
        )
    pen.line("-.24 -.5, -.3 -.4, -.29 -.26", 0.016, pale, end=0.01)
    pen.oval(-0.29, -0.24, 0.017, 0.034, _INK)
    body = "-.26 -.5, -.18 -.57, .0 -.6, .1 -.68, .18 -.84, .215 -.95, .265 -.93, .25 -.78, .23 -.6, .2 -.46, .1 -.39, -.1 -.38, -.23 -.41"
    pen.cast(body, hue)
    _patches(pen, brown)
    pen.line(".095 -.7, .165 -.84, .205 -.95", 0.02, brown, end=0.014)
    for x in (0.215, 0.245):
        pen.line([(x, -0.97), (x - 0.006, -1.03)], 0.014, hue, curved=False)
        pen.oval(x - 0.006, -1.04, 0.013, 0.012, _INK)
    pen.cast(".17 -.99, .12 -1.01, .11 -.98, .17 -.955", pale)
    pen.cast(".19 -.98, .26 -.99, .32 -.95, .39 -.9, .4 -.87, .35 -.86, .26 -.89, .2 -.92", hue)
    pen.cast(".33 -.93, .39 -.905, .405 -.875, .35 -.86, .32 -.88", pale)
    pen.oval(0.265, -0.955, 0.014, 0.016, _INK)
    pen.oval(0.269, -0.96, 0.005, 0.005, _WHITE)
    pen.oval(0.385, -0.895, 0.006, 0.005, _INK)


def _patches(pen: Pen, brown: Array) -> None:
    """Patches on body and neck, each of its own form."""
    rng = pen.rng
    spots = [(-0.19, -0.49, 1.0), (-0.12, -0.54, 0.9), (-0.1, -0.45, 1.1), (-0.02, -0.55, 1.0), (0.0, -0.45, 1.0),
             (0.08, -0.58, 1.0), (0.09, -0.47, 1.0), (0.16, -0.53, 1.0), (0.14, -0.66, 0.8), (0.2, -0.63, 0.7),
             (0.185, -0.73, 0.75), (0.22, -0.79, 0.6), (0.2, -0.86, 0.55), (0.24, -0.88, 0.45), (-0.19, -0.41, 0.7),
             (0.17, -0.44, 0.7)]  # fmt: skip
    for x, y, share in spots:
        turns = np.linspace(0, 2 * np.pi, 7)[:-1] + float(rng.uniform(0, 1))
        reach = 0.036 * share * rng.uniform(0.78, 1.12, 6)
        pen.blob(
            [
                (x + float(r * np.cos(a)), y + float(r * np.sin(a)))
                for a, r in zip(turns, reach, strict=True)
            ],
            brown,
        )


def paint_camel(pen: Pen, hue: Array) -> None:
    """A camel with a saddle cloth."""
    dark, cloth = mix(hue, _INK, 0.3), colour("#b3352f")
    pen.shadow(0, 0.5)
    for leg in ("-.3 -.5, -.28 -.26, -.32 -.02", ".22 -.5, .24 -.26, .2 -.02"):
        limb(pen, leg, (0.13, 0.06, 0.05, 0.06), dark)
    pen.line("-.46 -.58, -.56 -.44, -.54 -.3", 0.03, dark, end=0.05)
    pen.cast("-.48 -.58, -.42 -.68, -.26 -.72, -.14 -.9, -.02 -1.0, .08 -.9, .18 -.74, .34 -.7, .44 -.58, .52 -.54, .62 -.66, "
             ".66 -.86, .72 -.98, .82 -1.02, .94 -.96, 1.0 -.88, .96 -.83, .84 -.85, .8 -.74, .74 -.52, .6 -.38, .42 -.38, "
             ".2 -.36, -.1 -.36, -.36 -.4", hue)  # fmt: skip
    pen.cast(".74 -1.0, .72 -1.09, .79 -1.03", dark)
    pen.oval(0.85, -0.95, 0.016, 0.014, _INK)
    pen.line(".92 -.86, .96 -.87, .99 -.875", 0.008, dark)
    pen.cast("-.22 -.72, -.13 -.88, -.02 -.99, .07 -.88, .16 -.72, .18 -.46, -.24 -.46", cloth)
    for y in (-0.62, -0.52):
        pen.line([(-0.23, y), (0.175, y)], 0.024, colour("#f2c14e"), curved=False)
    for leg in ("-.36 -.5, -.4 -.28, -.38 -.02", ".36 -.5, .42 -.28, .38 -.02"):
        limb(pen, leg, (0.15, 0.07, 0.055, 0.065), hue)
        foot = -0.38 if leg.startswith("-") else 0.39
        pen.ball(foot + 0.02, -0.015, 0.05, 0.025, dark)
    pen.line(".88 -.9, .7 -.66, .4 -.62, .14 -.7", 0.01, cloth)


def paint_dinosaur(pen: Pen, hue: Array) -> None:
    """A tyrannosaur that roars to the right."""
    belly, dark = mix(hue, colour("#f6ecc0"), 0.55), mix(hue, _INK, 0.35)
    pen.shadow(0.02, 0.5)
    pen.cast(
        ".1 -.5, .22 -.42, .2 -.24, .12 -.14, .14 -.05, .26 -.02, .26 .0, .06 .0, .04 -.14, .06 -.28",
        dark,
    )
    tail = "-.02 -.66, -.24 -.6, -.5 -.5, -.78 -.46, -.96 -.54, -.8 -.38, -.54 -.34, -.28 -.32, -.06 -.3"
    pen.cast(tail, hue)
    body = "-.14 -.66, .04 -.74, .2 -.84, .3 -.94, .44 -.9, .42 -.74, .34 -.6, .28 -.46, .12 -.34, -.08 -.3, -.2 -.4"
    pen.cast(body, hue)
    pen.blob(
        ".42 -.76, .36 -.6, .28 -.44, .12 -.34, .02 -.34, .16 -.46, .27 -.62, .34 -.78",
        belly,
        alpha=0.9,
    )
    for step in range(8):
        x, y = (
            0.26 - 0.13 * step,
            -0.915
            + 0.06 * step
            - (0.03 if step > 3 else 0.0)
            + (0.006 * (step - 4) ** 2 if step > 4 else 0),
        )
        pen.fill([(x + 0.05, y + 0.05), (x - 0.03, y - 0.05), (x - 0.05, y + 0.06)], dark)
    pen.cast(
        "-.16 -.56, .02 -.58, .1 -.44, .04 -.3, -.06 -.22, -.06 -.1, .08 -.04, .1 .0, -.14 .0, -.16 -.14, -.14 -.26, -.22 -.4",
        hue,
    )
    _claws(pen, hue, dark)


def _claws(pen: Pen, hue: Array, dark: Array) -> None:
    """Claws, arms, head and spots."""
    for toe in (0.0, 0.05, 0.1):
        pen.fill([(toe - 0.03, -0.02), (toe + 0.02, 0.0), (toe - 0.03, 0.0)], colour("#f4efe0"))
    for dx in (0.0, 0.06):
        pen.line(
            [(0.3 + dx, -0.58), (0.38 + dx, -0.52), (0.44 + dx, -0.57)],
            0.034,
            hue if dx else dark,
            end=0.02,
        )
        pen.fill([(0.43 + dx, -0.59), (0.48 + dx, -0.57), (0.43 + dx, -0.55)], colour("#f4efe0"))
    _jaws(pen, hue, dark)
    for x, y in (
        (-0.4, -0.46),
        (-0.25, -0.5),
        (-0.1, -0.58),
        (0.06, -0.64),
        (-0.56, -0.44),
        (0.2, -0.74),
    ):
        pen.oval(x, y, 0.03, 0.018, dark, turn=-0.4, alpha=0.55)


def _jaws(pen: Pen, hue: Array, dark: Array) -> None:
    """A head with an open mouth full of teeth."""
    pen.blob(".4 -.86, .6 -.84, .74 -.8, .62 -.72, .46 -.74", colour("#8a2a30"))
    pen.blob(".44 -.8, .58 -.78, .66 -.75, .54 -.74", colour("#e07a7a"))
    pen.cast(".36 -.8, .48 -.75, .6 -.7, .7 -.68, .68 -.62, .52 -.64, .4 -.68", hue)
    for step in range(5):
        x = 0.5 + 0.045 * step
        pen.fill(
            [
                (x - 0.016, -0.725 + 0.01 * step),
                (x, -0.775 + 0.01 * step),
                (x + 0.016, -0.72 + 0.01 * step),
            ],
            _WHITE,
        )
    pen.cast(
        ".28 -.92, .36 -1.03, .48 -1.05, .58 -1.0, .76 -.96, .8 -.88, .76 -.83, .6 -.85, .46 -.84, .34 -.8",
        hue,
    )
    for step in range(7):
        x = 0.51 + 0.04 * step
        pen.fill(
            [(x - 0.016, -0.85 + 0.002 * step), (x, -0.795), (x + 0.016, -0.85 + 0.002 * step)],
            _WHITE,
        )
    pen.oval(0.47, -0.97, 0.032, 0.026, colour("#f6d23c"))
    pen.oval(0.478, -0.968, 0.01, 0.022, _INK)
    pen.line(".42 -1.01, .5 -1.0", 0.022, dark, curved=False)
    pen.oval(0.755, -0.925, 0.014, 0.01, dark)


def paint_bee(pen: Pen, hue: Array) -> None:
    """A bumble bee that flies to a daisy."""
    for step in range(14):
        turn = 2 * np.pi * step / 14
        feather(
            pen,
            (0.62, 0.0),
            (0.62 + 0.3 * float(np.cos(turn)), 0.0 + 0.2 * float(np.sin(turn))),
            0.05,
            colour("#fbf8f0"),
        )
    pen.ball(0.62, 0.0, 0.1, 0.07, colour("#f0b020"))
    for x, y, turn in ((-0.12, -0.98, -0.5), (0.14, -1.02, 0.25)):
        wing = pen.moved(x, y, 1.0, turn=turn)
        wing.oval(0, 0, 0.13, 0.3, colour("#e8f4ff"), alpha=0.65)
        for lean in (-0.05, 0.0, 0.05):
            wing.line([(0, 0.28), (lean, -0.2)], 0.006, colour("#7f96b0"), curved=False, alpha=0.6)
    pen.fill("-.5 -.5, -.36 -.58, -.36 -.44", _INK)
    pen.ball(-0.02, -0.52, 0.38, 0.27, hue)
    for x, half in ((-0.24, 0.2), (-0.06, 0.265), (0.12, 0.25)):
        pen.blob([(x - 0.045, -0.52 - half), (x + 0.05, -0.52 - half), (x + 0.075, -0.52), (x + 0.05, -0.52 + half),
                  (x - 0.045, -0.52 + half), (x - 0.02, -0.52)], _INK)  # fmt: skip
    pen.ball(0.34, -0.54, 0.19, 0.18, mix(hue, _INK, 0.82))
    for x in (0.34, 0.46):
        pen.oval(x, -0.58, 0.045, 0.055, _WHITE)
        pen.oval(x + 0.014, -0.575, 0.026, 0.034, _INK)
        pen.oval(x + 0.02, -0.59, 0.009, 0.011, _WHITE)
    pen.line(".34 -.48, .4 -.45, .46 -.48", 0.016, _WHITE)
    for x, tip in ((0.32, (0.36, -0.86)), (0.42, (0.54, -0.84))):
        pen.line([(x, -0.7), (x + 0.01, -0.8), tip], 0.018, _INK)
        pen.oval(tip[0], tip[1], 0.026, 0.024, _INK)
    for x in (-0.12, 0.04, 0.18):
        pen.line([(x, -0.28), (x + 0.03, -0.2), (x + 0.07, -0.16)], 0.026, _INK)


def paint_octopus(pen: Pen, hue: Array) -> None:
    """An octopus that looks at us, eight arms about it."""
    ink = colour("#1c1420")
    arms = ((-0.62, -0.06, -0.4), (0.62, -0.06, 0.4), (-0.46, 0.02, -0.2), (0.46, 0.02, 0.2), (-0.26, 0.06, -0.1),
            (0.26, 0.06, 0.1), (-0.09, 0.08, 0.06), (0.09, 0.08, -0.06))  # fmt: skip
    for number, (out, low, curl) in enumerate(arms):
        path = [
            (out * 0.22, -0.42),
            (out * 0.6, -0.18),
            (out, low - 0.06),
            (out + curl * 0.34, low - 0.14 + abs(curl) * 0.1),
        ]
        limb(pen, path, (0.15, 0.11, 0.07, 0.03), hue * np.float32(0.78 + 0.05 * number))
        for spot in smooth(path, steps=5, closed=False)[6:14:2]:
            pen.oval(
                float(spot[0]),
                float(spot[1]) + 0.012,
                0.016,
                0.014,
                mix(hue, colour("#fff0e0"), 0.55),
            )
    pen.cast("0 -1.0, .22 -.96, .33 -.8, .32 -.62, .24 -.46, .2 -.34, 0 -.3, -.2 -.34, -.24 -.46, -.32 -.62, -.33 -.8, -.22 -.96",
             hue)  # fmt: skip
    for side in (-1, 1):
        pen.ball(side * 0.115, -0.56, 0.075, 0.085, colour("#fbf6ec"))
        pen.oval(side * 0.105, -0.55, 0.042, 0.055, ink)
        pen.oval(side * 0.09, -0.57, 0.014, 0.016, colour("#ffffff"))
    pen.line("-.06 -.43, 0 -.405, .06 -.43", 0.014, ink)
    for dx, dy, reach in (
        (-0.14, -0.84, 0.035),
        (0.02, -0.9, 0.026),
        (0.16, -0.8, 0.03),
        (-0.02, -0.76, 0.02),
    ):
        pen.oval(dx, dy, reach, reach * 0.8, mix(hue, ink, 0.25), alpha=0.6)
