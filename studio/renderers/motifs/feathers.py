"""Birds of one's own: a phoenix, a hummingbird, a parrot, a peacock, a swan, a flamingo."""

import numpy as np

from studio.renderers.drawing.canvas import Array, colour, mix
from studio.renderers.motifs.pen import Pen

_INK, _WHITE = colour("#1a1416"), colour("#ffffff")
_LEAF = colour("#3f8a45")


def feather(pen: Pen, root: tuple[float, float], tip: tuple[float, float], wide: float, hue: Array,
            end: Array | None = None) -> None:  # fmt: skip
    """One feather from `root` to `tip`, pale along its shaft; `end` is the colour of its tip."""
    a, b = np.array(root), np.array(tip)
    along = b - a
    across = np.array([-along[1], along[0]]) / max(float(np.hypot(*along)), 1e-6) * wide
    shape = [a + across * 0.25, a + along * 0.5 + across * 0.9, a + along * 0.86 + across * 0.75, b,
             a + along * 0.86 - across * 0.75, a + along * 0.5 - across * 0.9, a - across * 0.25]  # fmt: skip
    pen.blob([(float(x), float(y)) for x, y in shape], hue)
    if end is not None:
        point = [a + along * 0.7 + across * 0.8, a + along * 0.88 + across * 0.7, b,
                 a + along * 0.88 - across * 0.7, a + along * 0.7 - across * 0.8, a + along * 0.78]  # fmt: skip
        pen.blob([(float(x), float(y)) for x, y in point], end, alpha=0.9)
    pen.line([root, (float((a + along * 0.9)[0]), float((a + along * 0.9)[1]))], wide * 0.14,
             mix(hue, _WHITE, 0.35), end=wide * 0.04, curved=False, alpha=0.7)  # fmt: skip


def _fan(pen: Pen, root: tuple[float, float], turns: tuple[float, float], reach: tuple[float, float], count: int,
         wide: float, hues: tuple[Array, Array]) -> None:  # fmt: skip
    """Feathers that spread from one place, the first ones behind; turns in radians, 0 to the right."""
    for step in range(count):
        t = step / max(count - 1, 1)
        turn = turns[0] + (turns[1] - turns[0]) * t
        far = reach[0] + (reach[1] - reach[0]) * np.sin(np.pi * (0.25 + 0.6 * t))
        tip = (root[0] + far * float(np.cos(turn)), root[1] + far * float(np.sin(turn)))
        feather(pen, root, tip, wide, mix(hues[0], hues[1], t), mix(hues[1], _WHITE, 0.25))


def paint_phoenix(pen: Pen, hue: Array) -> None:
    """A bird of fire with raised wings and long plumes, in its own light."""
    ember, flame, gold = mix(hue, _INK, 0.3), mix(hue, colour("#ff7a1e"), 0.6), colour("#ffd24a")
    for reach, light in ((0.5, "#ff5a14"), (0.22, "#ffb03c")):
        pen.glow(0, -0.55, reach, colour(light) * np.float32(0.4))
    _plumes(pen, flame, gold)
    for side in (-1, 1):
        _burning_wing(pen, side, (ember, flame, gold))
    body = "-.02 -.74, .08 -.7, .12 -.56, .09 -.42, .0 -.3, -.09 -.42, -.12 -.56, -.08 -.7"
    pen.cast(body, mix(hue, colour("#ff7a1e"), 0.35))
    for row in range(4):
        for x in np.linspace(-0.07, 0.07, 4 - row // 2):
            y = -0.62 + 0.075 * row
            feather(
                pen, (float(x), y), (float(x) * 1.1, y + 0.09), 0.022, mix(flame, gold, 0.2 * row)
            )
    pen.cast(
        "-.06 -.68, -.05 -.8, -.04 -.9, .02 -.95, .09 -.93, .11 -.87, .06 -.82, .07 -.7", flame
    )
    pen.fill(".1 -.93, .21 -.885, .19 -.86, .1 -.86", mix(gold, _INK, 0.15))
    pen.oval(0.06, -0.9, 0.016, 0.016, _INK)
    pen.oval(0.064, -0.904, 0.005, 0.005, _WHITE)
    for step, tip in enumerate(((-0.2, -1.06), (-0.13, -1.12), (-0.03, -1.14))):
        feather(pen, (0.01, -0.93), tip, 0.022, mix(flame, gold, 0.3 * step), gold)


def _burning_wing(pen: Pen, side: int, hues: tuple[Array, Array, Array]) -> None:
    """Three rows of feathers along an arm that rises, longest outside."""
    ember, flame, gold = hues
    for row, (length, wide, pair) in enumerate(
        (
            (0.6, 0.05, (ember, flame)),
            (0.4, 0.045, (flame, mix(flame, gold, 0.5))),
            (0.22, 0.035, (gold, gold)),
        )
    ):
        count = 11 - 2 * row
        for step in range(count):
            t = step / (count - 1)
            root = (side * (0.06 + 0.4 * t), -0.62 - 0.3 * t**0.8)
            turn = np.pi * (0.42 - 0.92 * t)
            far = length * (0.62 + 0.5 * np.sin(np.pi * (0.15 + 0.7 * t)))
            tip = (root[0] + side * far * float(np.cos(turn)), root[1] + far * float(np.sin(turn)))
            feather(
                pen,
                root,
                tip,
                wide,
                mix(pair[0], pair[1], 0.3 + 0.5 * t),
                gold if row < 2 else _WHITE,
            )
    pen.line([(side * 0.04, -0.6), (side * 0.2, -0.76), (side * 0.44, -0.9), (side * 0.5, -0.98)], 0.07,
             mix(flame, gold, 0.35), end=0.02)  # fmt: skip


def _plumes(pen: Pen, flame: Array, gold: Array) -> None:
    """Tail plumes that curl at their ends, each with an eye of light."""
    for step, (x, y, curl) in enumerate(
        (
            (-0.4, 0.16, -0.14),
            (0.4, 0.16, 0.14),
            (-0.22, 0.3, -0.1),
            (0.22, 0.3, 0.1),
            (0.0, 0.36, 0.06),
        )
    ):
        path = [
            (x * 0.1, -0.4),
            (x * 0.35, -0.1),
            (x * 0.8, y - 0.1),
            (x + curl * 0.6, y),
            (x + curl, y - 0.1),
        ]
        pen.line(path, 0.07, mix(flame, gold, 0.1 * step), end=0.012)
        pen.line(path, 0.022, gold, end=0.006)
        pen.oval(x + curl, y - 0.1, 0.05, 0.05, flame)
        pen.oval(x + curl, y - 0.1, 0.03, 0.03, gold)


def paint_hummingbird(pen: Pen, hue: Array) -> None:
    """A hummingbird that hovers before a trumpet flower, its throat alight."""
    back = mix(hue, _INK, 0.25)
    _trumpet(pen)
    _fan(
        pen,
        (-0.12, -0.6),
        (-2.3, -1.35),
        (0.36, 0.62),
        8,
        0.05,
        (mix(back, _INK, 0.4), mix(back, _WHITE, 0.2)),
    )
    for step in range(5):
        feather(
            pen,
            (-0.2, -0.32),
            (-0.42 - 0.03 * step, -0.02 + 0.035 * step - 0.06),
            0.03,
            mix(back, _INK, 0.15 * step),
        )
    pen.cast("-.24 -.26, -.26 -.42, -.16 -.56, .0 -.66, .08 -.76, .2 -.8, .28 -.74, .26 -.64, .16 -.54, .06 -.4, "
             "-.08 -.28, -.18 -.24", hue)  # fmt: skip
    pen.blob(
        "-.2 -.28, -.1 -.42, .04 -.52, .16 -.56, .1 -.42, -.06 -.3",
        mix(_WHITE, hue, 0.15),
        alpha=0.92,
    )
    _throat(pen, hue, back)


def _throat(pen: Pen, hue: Array, back: Array) -> None:
    """The throat, the near wing and the head with its long bill."""
    pen.cast(".1 -.54, .14 -.66, .26 -.7, .27 -.64, .2 -.55", colour("#d8264a"))
    for row in range(3):
        for x in (0.14, 0.18, 0.22):
            pen.oval(
                x + 0.01 * row, -0.58 - 0.035 * row, 0.014, 0.012, colour("#ff7a8f"), alpha=0.7
            )
    _fan(
        pen,
        (-0.04, -0.58),
        (-2.75, -1.75),
        (0.4, 0.6),
        9,
        0.055,
        (mix(back, _INK, 0.2), mix(hue, _WHITE, 0.35)),
    )
    for row in range(7):
        x = -0.1 + 0.05 * row
        pen.oval(x, -0.5 - 0.035 * row, 0.03, 0.02, mix(hue, _WHITE, 0.4), turn=-0.6, alpha=0.35)
    pen.line(".27 -.725, .4 -.71, .56 -.69", 0.022, _INK, end=0.008)
    pen.oval(0.2, -0.735, 0.026, 0.026, _INK)
    pen.oval(0.207, -0.742, 0.008, 0.008, _WHITE)
    pen.line(".15 -.765, .2 -.77, .235 -.755", 0.01, _WHITE, alpha=0.8)


def _trumpet(pen: Pen) -> None:
    """A branch on the right with leaves and hanging blooms, one of them at the bill's tip."""
    pen.line(".98 -1.12, .86 -.9, .84 -.6, .9 -.2, .86 .08", 0.028, colour("#5f7a3f"), end=0.02)
    for x, y, turn in (
        (0.98, -0.95, -0.5),
        (0.72, -0.3, 2.6),
        (1.02, -0.36, 0.4),
        (0.76, -0.02, 2.9),
        (0.72, -1.0, 3.6),
    ):
        tip = (x + 0.24 * float(np.cos(turn)), y + 0.24 * float(np.sin(turn)))
        feather(pen, (x, y), tip, 0.06, mix(_LEAF, _INK, 0.1))
    for x, y, scale, turn in (
        (0.84, -0.72, 1.0, 0.0),
        (0.88, -0.16, 0.8, 0.5),
        (0.9, -1.06, 0.66, -0.5),
    ):
        bloom = pen.moved(x, y, scale, turn=turn)
        pink = colour("#f0476e")
        for lobe, tone in (("-.3 -.14, -.38 -.04, -.3 .02, -.24 -.06", 0.1), ("-.26 .0, -.36 .1, -.26 .16, -.2 .06", 0.25),
                           ("-.24 -.1, -.28 .0, -.24 .1, -.2 0", 0.5)):  # fmt: skip
            bloom.blob(lobe, mix(pink, _INK, tone * 0.4))
        bloom.cast(
            "-.3 -.12, -.24 -.1, -.1 -.05, .02 -.03, .02 .05, -.1 .07, -.22 .12, -.3 .13, -.26 .02",
            pink,
        )
        bloom.line("-.3 .01, -.4 .0", 0.012, colour("#ffe08a"))
        bloom.cast("-.02 -.05, .06 -.03, .06 .05, -.02 .07", _LEAF)


def paint_parrot(pen: Pen, hue: Array) -> None:
    """A macaw on a branch."""
    blue, gold = colour("#2463c8"), colour("#f6c62c")
    pen.line("-.66 -.2, -.2 -.16, .3 -.19, .7 -.26", 0.07, colour("#6a4a30"), end=0.05)
    for step in range(5):
        feather(
            pen,
            (-0.06, -0.3),
            (-0.24 - 0.05 * step, 0.42 - 0.07 * step),
            0.04,
            (hue, blue, mix(hue, _INK, 0.3))[step % 3],
        )
    pen.cast(
        ".02 -1.0, .14 -.98, .22 -.88, .2 -.74, .22 -.56, .14 -.3, .0 -.16, -.12 -.2, -.2 -.4, -.16 -.66, -.1 -.9",
        hue,
    )
    for row, tone in enumerate((hue, gold, blue, blue)):
        for step in range(4):
            root = (-0.1 - 0.02 * step, -0.66 + 0.1 * row + 0.02 * step)
            feather(
                pen,
                root,
                (root[0] - 0.12 - 0.02 * row, root[1] + 0.26 + 0.05 * row),
                0.045,
                mix(tone, _INK, 0.08 * step),
            )
    pen.cast(".06 -.95, .18 -.94, .22 -.86, .16 -.78, .08 -.8, .03 -.88", _WHITE)
    pen.cast(".16 -.94, .3 -.92, .36 -.8, .31 -.68, .28 -.78, .2 -.8", colour("#2a2628"))
    pen.blob(".2 -.8, .28 -.77, .24 -.72, .18 -.75", colour("#3a3436"))
    pen.oval(0.12, -0.89, 0.028, 0.028, gold)
    pen.oval(0.12, -0.89, 0.014, 0.014, _INK)
    for x in (-0.02, 0.08):
        for toe in (-0.03, 0.0, 0.03):
            pen.line(
                [(x + toe * 0.3, -0.22), (x + toe, -0.15)], 0.026, colour("#4a4446"), curved=False
            )


def paint_peacock(pen: Pen, hue: Array) -> None:
    """A peacock that shows its train from the front."""
    green, teal, gold = colour("#2f8f4f"), colour("#138a8a"), colour("#d8a83a")
    for row in range(5, 0, -1):
        count = 9 + 4 * row
        for step in range(count):
            turn = np.pi * (1.06 - 1.12 * step / (count - 1)) * -1 + 0.0
            far = 0.16 + 0.15 * row
            x, y = far * float(np.cos(turn)), -0.36 + far * float(np.sin(turn)) * 0.92
            pen.line([(0, -0.36), (x, y)], 0.012, mix(green, _INK, 0.3), curved=False)
            _eye(pen, x, y, 0.036 + 0.009 * row, float(turn), (green, gold, teal, hue))
    pen.cast(
        "-.02 -.78, .06 -.72, .05 -.6, .13 -.42, .12 -.24, .0 -.12, -.12 -.24, -.13 -.42, -.05 -.6, -.07 -.72",
        hue,
    )
    pen.ball(0, -0.76, 0.065, 0.065, hue)
    for x in (-0.05, -0.025, 0, 0.025, 0.05):
        pen.line([(0, -0.82), (x, -0.9)], 0.007, hue, curved=False)
        pen.oval(x, -0.91, 0.012, 0.012, teal)
    for side in (-1, 1):
        pen.oval(side * 0.032, -0.775, 0.02, 0.014, _WHITE)
        pen.oval(side * 0.032, -0.773, 0.009, 0.009, _INK)
        pen.line([(side * 0.05, -0.14), (side * 0.06, 0.0)], 0.016, colour("#9a7a4a"), curved=False)
        pen.line([(side * 0.03, 0.0), (side * 0.1, 0.0)], 0.014, colour("#9a7a4a"), curved=False)
    pen.fill("-.02 -.75, .02 -.75, 0 -.7", gold)


def _eye(
    pen: Pen, x: float, y: float, size: float, turn: float, hues: tuple[Array, Array, Array, Array]
) -> None:
    """The eye of a train's feather."""
    for share, hue in zip((1.0, 0.74, 0.54, 0.3), hues, strict=True):
        pen.oval(x, y, size * share * 1.15, size * share * 0.9, hue, turn=turn)


def paint_swan(pen: Pen, hue: Array) -> None:
    """A swan that swims, its neck in a curve."""
    shade = mix(hue, colour("#6f86a8"), 0.35)
    for step in range(4):
        pen.oval(
            0.0,
            0.03 + 0.035 * step,
            0.6 - 0.1 * step,
            0.02,
            mix(hue, colour("#6f86a8"), 0.4),
            alpha=0.4 - 0.08 * step,
        )
    pen.line(".34 -.2, .46 -.42, .34 -.62, .3 -.8, .42 -.88", 0.13, hue, end=0.09)
    pen.cast(
        "-.66 -.36, -.4 -.3, -.1 -.42, .2 -.4, .44 -.26, .46 -.1, .3 .0, -.2 .02, -.46 -.06, -.58 -.2",
        hue,
    )
    for step in range(6):
        root = (0.2 - 0.06 * step, -0.34 + 0.035 * step)
        feather(
            pen,
            root,
            (-0.56 + 0.05 * step, -0.46 + 0.07 * step),
            0.06,
            mix(hue, shade, 0.12 * step),
        )
    pen.cast(".32 -.9, .42 -.96, .52 -.92, .54 -.84, .44 -.8, .34 -.82", hue)
    pen.blob(".5 -.9, .58 -.86, .68 -.8, .6 -.79, .52 -.82", colour("#f08a24"))
    pen.blob(".47 -.92, .53 -.89, .52 -.84, .47 -.87", _INK)
    pen.oval(0.455, -0.89, 0.015, 0.015, _INK)


def paint_flamingo(pen: Pen, hue: Array) -> None:
    """A flamingo on one leg."""
    dark = mix(hue, _INK, 0.18)
    pen.line("-.02 -.5, .0 -.25, -.01 0", 0.022, dark, curved=False)
    pen.line("-.01 0, .08 .0", 0.02, dark, curved=False)
    pen.line("-.04 -.5, .1 -.34, -.06 -.26", 0.022, dark, curved=False)
    pen.line(".18 -.6, .3 -.66, .26 -.8, .1 -.86, .08 -.98, .2 -1.04", 0.07, hue, end=0.055)
    pen.cast("-.36 -.52, -.2 -.66, .04 -.7, .22 -.62, .2 -.5, .04 -.44, -.16 -.44", hue)
    for step in range(6):
        root = (0.12 - 0.04 * step, -0.64 + 0.02 * step)
        feather(
            pen,
            root,
            (-0.34 + 0.05 * step, -0.56 + 0.03 * step),
            0.045,
            mix(hue, dark, 0.25 * (step % 3)),
        )
    pen.cast(".14 -1.07, .22 -1.09, .29 -1.04, .28 -.98, .2 -.98", hue)
    pen.blob(".27 -1.04, .36 -1.0, .36 -.9, .31 -.95, .26 -.98", mix(hue, _WHITE, 0.6))
    pen.blob(".345 -.98, .365 -.94, .35 -.88, .325 -.93", _INK)
    pen.oval(0.235, -1.04, 0.012, 0.012, _INK)
