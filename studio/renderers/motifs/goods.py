"""What is shown in an advertisement: a wrist watch, perfume, headphones, sunglasses, a record, a laptop, a camera."""

import numpy as np

from studio.renderers.drawing.canvas import Array, colour, ellipse, mix
from studio.renderers.motifs.pen import Pen, mirrored

_INK, _WHITE, _STEEL, _GOLD = (
    colour("#15151a"),
    colour("#ffffff"),
    colour("#c4c9d0"),
    colour("#d8a84a"),
)


def paint_watch(pen: Pen, hue: Array) -> None:
    """A watch on a strap of the colour `hue`; a smart one has a screen with rings."""
    smart = bool(pen.words & {"smartwatch", "smartwatches", "smart-watch", "apple-watch"})
    metal = _INK * 3 if smart else (_STEEL, _GOLD)[int(pen.rng.integers(2))]
    pen.fill(
        mirrored(".05 -1.02, .2 -.98, .36 -.6, .36 -.4, .2 .02, .05 .04"),
        _INK,
        alpha=0.35,
        soft=0.03,
    )
    for flip in (1, -1):
        strap = mirrored("0 -.5, .165 -.5, .15 -.72, .125 -.985, .1 -1.0, 0 -1.0")
        pen.cast([(x, -0.5 + (y + 0.5) * flip) for x, y in strap], hue)
        for side in (-0.85, 0.85):
            stitch = [(side * 0.16, -0.5 - 0.24 * flip), (side * 0.125, -0.5 - 0.48 * flip)]
            pen.line(stitch, 0.008, mix(hue, _WHITE, 0.45), curved=False)
    for step in range(5):
        pen.oval(0.0, -0.12 + 0.036 * step, 0.011, 0.008, mix(hue, _INK, 0.65))
    if smart:
        _screen(pen, metal)
        return
    for x in (-0.15, 0.15):
        for y in (-0.76, -0.24):
            pen.ball(x, y, 0.032, 0.05, metal)
    pen.ball(0.29, -0.5, 0.04, 0.034, metal)
    pen.ball(0, -0.5, 0.275, 0.275, metal)
    pen.ring(0, -0.5, 0.245, 0.014, mix(metal, _WHITE, 0.6))
    _dial(pen, metal)


def _dial(pen: Pen, metal: Array) -> None:
    """Hours, two subdials, and the hands at ten past ten, as watches are shown."""
    face = (colour("#16202e"), colour("#f4f1ea"), colour("#123a34"))[int(pen.rng.integers(3))]
    mark = _WHITE if float(face.mean()) < 0.4 else _INK
    pen.cast(ellipse(0, -0.5, 0.232, 0.232), face, curved=False, deep=0.5)
    for hour in range(60):
        sin, cos = float(np.sin(np.pi * hour / 30)), float(np.cos(np.pi * hour / 30))
        long = 0.045 if hour % 5 == 0 else 0.014
        pen.line([(0.218 * sin, -0.5 - 0.218 * cos), ((0.218 - long) * sin, -0.5 - (0.218 - long) * cos)],
                 0.014 if hour % 5 == 0 else 0.004, metal if hour % 5 == 0 else mark, curved=False)  # fmt: skip
    for x in (-0.085, 0.085):
        pen.ring(x, -0.44, 0.052, 0.007, mix(face, mark, 0.45))
        pen.line([(x, -0.44), (x + 0.026, -0.468)], 0.006, metal, curved=False)
    for turn, reach, width in ((-1.05, 0.12, 0.026), (1.05, 0.175, 0.018), (2.7, 0.19, 0.006)):
        tip = (reach * float(np.sin(turn)), -0.5 - reach * float(np.cos(turn)))
        pen.line(
            [(0.0, -0.5), tip],
            width,
            colour("#d8342a") if width < 0.01 else metal,
            end=width * 0.5,
            curved=False,
        )
    pen.oval(0, -0.5, 0.016, 0.016, metal)
    pen.blob("-.17 -.62, -.04 -.72, .06 -.72, -.06 -.62, -.16 -.5", _WHITE, alpha=0.14, soft=0.01)


def _screen(pen: Pen, metal: Array) -> None:
    """A rounded screen with three rings of activity."""
    frame = mirrored("0 -.8, .17 -.8, .25 -.77, .27 -.7, .27 -.3, .25 -.23, .17 -.2, 0 -.2")
    pen.cast([(0.255, -0.62), (0.3, -0.61), (0.3, -0.53), (0.255, -0.52)], metal)
    pen.cast(frame, metal)
    pen.fill([(x * 0.88, -0.5 + (y + 0.5) * 0.89) for x, y in frame], colour("#05060a"))
    for code, reach, share in (
        ("#fa2d5a", 0.17, 0.82),
        ("#a6f02e", 0.13, 0.66),
        ("#25d6e8", 0.09, 0.5),
    ):
        turns = np.linspace(0, 2 * np.pi, 48)
        ring = [(reach * float(np.sin(t)), -0.47 - reach * float(np.cos(t))) for t in turns]
        pen.line(ring, 0.028, colour(code) * np.float32(0.22))
        pen.line(ring[: int(48 * share)], 0.028, colour(code))
    pen.line("-.14 -.705, -.03 -.705", 0.022, _WHITE, curved=False)
    pen.line(".08 -.705, .14 -.705", 0.022, colour("#8a929c"), curved=False)
    pen.fill("-.2 -.74, .0 -.74, -.18 -.4, -.22 -.4", _WHITE, alpha=0.06)


def paint_perfume(pen: Pen, hue: Array) -> None:
    """A flacon of cut glass; `hue` is what is in it."""
    pale, deep = mix(hue, _WHITE, 0.6), mix(hue, _INK, 0.35)
    pen.shadow(0, 0.42)
    pen.fill("-.3 .0, .3 .0, .52 .1, -.1 .1", hue, alpha=0.25, soft=0.03)
    body = mirrored("0 -.66, .2 -.66, .31 -.6, .35 -.5, .35 -.06, .32 .0")
    pen.cast(body, mix(pale, _WHITE, 0.35), deep=0.6)
    inner = mirrored("0 -.5, .27 -.5, .285 -.46, .285 -.1, .25 -.06, 0 -.06")
    pen.fill(inner, mix(hue, _WHITE, 0.3), fade=deep)
    pen.oval(0, -0.5, 0.272, 0.02, mix(pale, _WHITE, 0.4))
    for facet in (
        "-.31 -.59, -.22 -.63, -.22 -.03, -.31 -.03",
        ".25 -.62, .31 -.59, .31 -.03, .27 -.03",
    ):
        pen.fill(facet, _WHITE, alpha=0.32 if facet[0] == "-" else 0.16)
    pen.line("0 -.64, 0 -.12", 0.012, mix(hue, _WHITE, 0.7), curved=False, alpha=0.6)
    pen.fill("-.17 -.4, .17 -.4, .17 -.18, -.17 -.18", colour("#fbf6ec"), alpha=0.94)
    pen.line("-.15 -.38, .15 -.38, .15 -.2, -.15 -.2", 0.006, _GOLD, curved=False, closed=True)
    pen.line("-.09 -.31, .09 -.31", 0.016, _INK, curved=False)
    pen.line("-.05 -.26, .05 -.26", 0.008, _GOLD, curved=False)
    pen.cast(mirrored("0 -.74, .1 -.74, .11 -.7, .11 -.66, 0 -.655"), _GOLD)
    pen.line("-.1 -.695, .1 -.695", 0.008, mix(_GOLD, _INK, 0.4), curved=False)
    cap = mirrored("0 -1.0, .12 -1.0, .15 -.97, .15 -.77, .13 -.74, 0 -.74")
    pen.cast(cap, mix(deep, _INK, 0.4) if float(hue.mean()) > 0.3 else _GOLD)
    pen.fill("-.12 -.97, -.07 -.97, -.07 -.77, -.12 -.77", _WHITE, alpha=0.4)
    if pen.words & {"rose", "roses", "petal", "petals", "flower", "flowers", "floral"}:
        _petals(pen)


def _petals(pen: Pen) -> None:
    """Rose petals about the foot of the bottle."""
    for x, y, turn in (
        (-0.46, 0.0, 0.4),
        (0.44, 0.02, -0.5),
        (-0.3, 0.05, -0.2),
        (0.26, 0.06, 0.6),
        (0.5, -0.06, 0.2),
    ):
        hue = mix(colour("#d8486a"), _WHITE, float(pen.rng.uniform(0, 0.35)))
        pen.cast(ellipse(x, y, 0.085, 0.045, turn=turn), hue, curved=False)
        pen.line(
            [(x - 0.06, y - 0.01), (x + 0.05, y + 0.01)],
            0.006,
            mix(hue, _INK, 0.2),
            end=0.002,
            alpha=0.6,
        )


def paint_headphones(pen: Pen, hue: Array) -> None:
    """Closed headphones with a padded band."""
    pen.shadow(0, 0.44)
    dark = mix(hue, _INK, 0.55)
    arc = [
        (0.4 * float(np.cos(t)), -0.5 - 0.44 * float(np.sin(t)))
        for t in np.linspace(0.05, np.pi - 0.05, 24)
    ]
    pen.line(arc, 0.1, dark)
    pen.line([(x * 1.03, -0.5 + (y + 0.5) * 1.035) for x, y in arc], 0.052, hue)
    pen.line(
        [(x * 1.06, -0.5 + (y + 0.5) * 1.06) for x, y in arc[10:20]],
        0.012,
        mix(hue, _WHITE, 0.6),
        alpha=0.8,
    )
    for side in (-1, 1):
        pen.line([(side * 0.405, -0.56), (side * 0.43, -0.36)], 0.05, _STEEL, curved=False)
        pen.cast([(side * x, y) for x, y in ((0.24, -0.5), (0.33, -0.53), (0.36, -0.28), (0.33, -0.04), (0.24, -0.06),
                                             (0.2, -0.28))], mix(_INK, _WHITE, 0.08))  # fmt: skip
        pen.cast([(side * x, y) for x, y in ((0.32, -0.52), (0.43, -0.5), (0.5, -0.38), (0.51, -0.2), (0.44, -0.06),
                                             (0.32, -0.04))], hue)  # fmt: skip
        pen.line(
            [(side * 0.4, -0.42), (side * 0.445, -0.28), (side * 0.4, -0.14)],
            0.014,
            mix(hue, _WHITE, 0.55),
            alpha=0.8,
        )


def paint_sunglasses(pen: Pen, hue: Array) -> None:
    """Sunglasses whose lenses hold a sunset."""
    pen.oval(0.02, 0.02, 0.86, 0.06, _INK, alpha=0.3, soft=0.03)
    for side in (-1, 1):
        pen.line([(side * 0.8, -0.42), (side * 0.9, -0.5), (side * 0.84, -0.64), (side * 0.7, -0.7)], 0.05,
                 mix(hue, _INK, 0.4), end=0.034)  # fmt: skip
        lens = [(side * x, y) for x, y in ((0.1, -0.46), (0.42, -0.52), (0.78, -0.48), (0.8, -0.3), (0.68, -0.06), (0.44, 0.0),
                                           (0.2, -0.06), (0.1, -0.26))]  # fmt: skip
        pen.cast(lens, hue)
        glass = [
            (side * 0.45 + (x - side * 0.45) * 0.86, -0.26 + (y + 0.26) * 0.84) for x, y in lens
        ]
        pen.blob(glass, colour("#2a2450"), fade=colour("#f08a4a"))
        shine = [
            (x - 0.45 + side * 0.45, y)
            for x, y in ((0.24, -0.42), (0.42, -0.45), (0.3, -0.1), (0.2, -0.14))
        ]
        pen.fill(shine, _WHITE, alpha=0.16)
        pen.ball(side * 0.77, -0.45, 0.02, 0.02, _GOLD)
    pen.line("-.14 -.4, -.06 -.47, .06 -.47, .14 -.4", 0.055, hue)


def paint_record(pen: Pen, hue: Array) -> None:
    """A record half out of its sleeve."""
    pen.fill("-.76 -.96, .24 -.96, .24 .04, -.76 .04", _INK, alpha=0.35, soft=0.03)
    pen.cast(ellipse(0.3, -0.5, 0.46, 0.46, count=96), colour("#1a1a20"), curved=False, deep=0.4)
    for reach in np.linspace(0.2, 0.44, 11):
        pen.ring(0.3, -0.5, float(reach), 0.004, colour("#3c3c46"))
    for turn in (0.7, 3.84):
        wedge = [(0.3, -0.5), *((0.3 + 0.45 * float(np.cos(turn + d)), -0.5 - 0.45 * float(np.sin(turn + d)))
                                for d in (-0.2, -0.1, 0.0, 0.1, 0.2))]  # fmt: skip
        pen.fill(wedge, _WHITE, alpha=0.14, soft=0.012)
    pen.oval(0.3, -0.5, 0.16, 0.16, hue)
    pen.ring(0.3, -0.5, 0.14, 0.006, mix(hue, _WHITE, 0.6))
    pen.oval(0.3, -0.5, 0.016, 0.016, _WHITE)
    pen.fill("-.78 -1.0, .2 -1.0, .2 .0, -.78 .0", hue, fade=mix(hue, _INK, 0.4))
    pale = mix(hue, colour("#fff0d0"), 0.75)
    for step in range(4):
        reach = 0.34 - 0.08 * step
        pen.oval(-0.29, -0.54, reach, reach, pale if step % 2 == 0 else mix(hue, _INK, 0.25))
    pen.line("-.66 -.12, .08 -.12", 0.022, pale, curved=False)
    pen.line("-.66 -.06, -.26 -.06", 0.014, pale, curved=False)
    pen.line(".196 -1.0, .196 .0", 0.01, mix(hue, _INK, 0.6), curved=False)


def paint_laptop(pen: Pen, hue: Array) -> None:
    """An open laptop with a bright screen."""
    shell = mix(_STEEL, _INK, 0.12)
    pen.shadow(0, 0.8)
    pen.cast(
        mirrored("0 -1.0, .6 -1.0, .64 -.96, .64 -.12, 0 -.12"), mix(shell, _INK, 0.7), curved=False
    )
    pen.fill(
        "-.6 -.95, .6 -.95, .6 -.17, -.6 -.17",
        mix(hue, colour("#1a1030"), 0.35),
        fade=mix(hue, colour("#ffd0a0"), 0.55),
    )
    pen.oval(0.14, -0.52, 0.15, 0.15, mix(hue, colour("#fff0c8"), 0.8))
    pen.fill(
        "-.6 -.3, -.36 -.46, -.1 -.34, .14 -.44, .4 -.32, .6 -.42, .6 -.17, -.6 -.17",
        mix(hue, _INK, 0.45),
    )
    pen.fill("-.6 -.95, -.1 -.95, -.5 -.17, -.6 -.17", _WHITE, alpha=0.07)
    pen.cast("-.64 -.13, .64 -.13, .82 -.02, .8 .02, -.8 .02, -.82 -.02", shell, curved=False)
    pen.fill("-.56 -.115, .56 -.115, .64 -.06, -.64 -.06", mix(shell, _INK, 0.65))
    for row in range(3):
        pen.line(
            [(-0.58 - 0.02 * row, -0.103 + 0.015 * row), (0.58 + 0.02 * row, -0.103 + 0.015 * row)],
            0.003,
            shell,
        )
    pen.fill("-.16 -.05, .16 -.05, .18 -.022, -.18 -.022", mix(shell, _INK, 0.2))


def paint_camera(pen: Pen, hue: Array) -> None:
    """A camera with a large lens; its covering is of the colour `hue`."""
    pen.shadow(0, 0.62)
    pen.cast(mirrored("0 -.78, .58 -.78, .64 -.72, .64 -.04, .58 .0, 0 .0"), _STEEL)
    pen.fill("-.64 -.6, .64 -.6, .64 -.14, -.64 -.14", hue)
    pen.cast(mirrored("0 -1.0, .15 -1.0, .22 -.79, .22 -.76, 0 -.76"), _STEEL, curved=False)
    pen.fill("-.13 -.95, .13 -.95, .15 -.83, -.15 -.83", _INK)
    for x, half in ((-0.45, 0.09), (0.42, 0.11)):
        pen.cast(
            [(x - half, -0.78), (x - half, -0.86), (x + half, -0.86), (x + half, -0.78)],
            mix(_STEEL, _INK, 0.3),
        )
    for reach, tone in ((0.33, mix(_INK, _WHITE, 0.1)), (0.28, mix(_STEEL, _INK, 0.55)), (0.25, mix(_INK, _WHITE, 0.05)),
                        (0.19, colour("#1a2436"))):  # fmt: skip
        pen.ball(0.0, -0.37, reach, reach, tone)
    pen.oval(0.02, -0.36, 0.13, 0.13, colour("#2a3f7a"), alpha=0.8, soft=0.01)
    pen.oval(0.04, -0.34, 0.07, 0.07, colour("#7a3f8a"), alpha=0.6, soft=0.01)
    pen.oval(-0.07, -0.45, 0.05, 0.032, _WHITE, turn=-0.7, alpha=0.75)
    pen.oval(0.48, -0.68, 0.045, 0.035, colour("#ffe8b0"))
