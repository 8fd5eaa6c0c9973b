"""People at their instruments: a pianist, a violinist, a trumpeter, a drummer."""

from studio.renderers.drawing.canvas import Array, colour, ellipse, mix
from studio.renderers.motifs.body import Clothes, Pose, is_woman, natural, paint_arm, paint_body
from studio.renderers.motifs.instruments import held_trumpet, held_violin, paint_drums
from studio.renderers.motifs.pen import Pen

_INK, _WHITE, _GOLD = colour("#15131a"), colour("#ffffff"), colour("#d8a84a")
_AT_THE_KEYS = Pose((0.08, -0.47), (0.03, -0.36), (-0.02, -0.02), ".04 -.34, .12 -.17, .35 -.19", ".04 -.34, .17 -.18, .41 -.2",
                    ".0 .0, .27 -.01, .26 .32, .36 .37", ".0 .0, .29 -.01, .3 .32, .4 .37")  # fmt: skip
_FIDDLES = Pose((0.015, -0.93), (0.0, -0.82), (0.0, -0.5), "-.1 -.8, -.24 -.66, -.06 -.64", ".1 -.8, .32 -.76, .39 -.93",
                "-.05 -.48, -.08 -.26, -.1 -.04, -.15 .0", ".05 -.48, .09 -.26, .12 -.04, .17 .0", 0)  # fmt: skip
_TRUMPETS = Pose((0.02, -0.94), (0.0, -0.82), (-0.03, -0.5), ".02 -.79, .2 -.67, .44 -.83", ".02 -.79, .24 -.69, .38 -.85",
                 "-.02 -.48, .04 -.26, .06 -.04, .14 .0", "-.04 -.48, -.09 -.26, -.14 -.04, -.06 .0")  # fmt: skip
_DRUMS = Pose((0.0, -0.93), (0.0, -0.82), (0.0, -0.5), "-.1 -.8, -.24 -.66, -.3 -.6", ".1 -.8, .26 -.74, .3 -.86",
              "-.05 -.48, -.08 -.3, -.1 -.2, -.15 -.2", ".05 -.48, .09 -.3, .12 -.2, .17 -.2", 0)  # fmt: skip


def _dressed(pen: Pen, hue: Array) -> Clothes:
    """Evening wear in the colour `hue`."""
    skin, hair = natural(pen)
    woman = is_woman(pen)
    return Clothes(hue, mix(hue, _INK, 0.55), _INK, skin, hair, sleeve=0.9, style="long" if woman else "short",
                   build=0.9 if woman else 1.06)  # fmt: skip


def paint_pianist(pen: Pen, hue: Array) -> None:
    """Somebody in the colour `hue` at a grand piano, seen from the side."""
    part = pen.moved(-0.27, 0.0)
    part.shadow(0.24, 0.98)
    wear = _dressed(pen, hue)
    _grand(part)
    for x in (-0.6, -0.3):
        part.line([(x, -0.3), (x, 0.0)], 0.034, _INK, curved=False)
    part.cast(
        "-.66 -.38, -.24 -.38, -.22 -.34, -.24 -.29, -.66 -.29, -.68 -.34",
        colour("#6a2430"),
        curved=False,
    )
    body = part.moved(-0.44, -0.38)
    paint_body(body, _AT_THE_KEYS, wear)


def _grand(pen: Pen) -> None:
    """The grand piano, its keys to the left and its lid up."""
    black, shine = colour("#1d1b22"), mix(_INK, _WHITE, 0.35)
    lid = ".14 -.6, .2 -.98, .34 -1.18, .56 -1.24, .8 -1.16, 1.04 -.98, 1.2 -.74, 1.22 -.6"
    pen.cast(lid, black)
    pen.cast(
        ".2 -.6, .25 -.94, .37 -1.12, .56 -1.18, .77 -1.1, .98 -.94, 1.13 -.72, 1.15 -.6",
        colour("#9a6430"),
    )
    for step in range(9):
        x = 0.34 + 0.09 * step
        pen.line([(x, -0.62), (x - 0.05, -0.84)], 0.005, _GOLD, curved=False, alpha=0.8)
    pen.line(".66 -.6, .74 -1.1", 0.022, black, curved=False)
    for x in (0.12, 1.06):
        pen.cast(
            [(x - 0.05, -0.46), (x + 0.05, -0.46), (x + 0.025, -0.05), (x - 0.025, -0.05)],
            black,
            curved=False,
        )
        pen.ball(x, -0.025, 0.03, 0.025, _GOLD)
    pen.cast(".22 -.44, .32 -.44, .3 -.06, .24 -.06", mix(black, _WHITE, 0.05), curved=False)
    pen.line(".2 -.05, .3 -.05", 0.024, _GOLD, curved=False)
    pen.cast(
        ".02 -.62, 1.22 -.62, 1.26 -.55, 1.2 -.45, .6 -.4, .02 -.42", black, curved=False, deep=0.7
    )
    pen.line(".04 -.612, 1.21 -.612", 0.014, shine, curved=False)
    pen.cast("-.16 -.57, .04 -.57, .04 -.43, -.14 -.46", black, curved=False)
    pen.fill("-.14 -.6, .05 -.62, .05 -.575, -.15 -.56", colour("#faf6ec"))
    for step in range(5):
        pen.fill([(-0.11 + 0.034 * step, -0.603), (-0.09 + 0.034 * step, -0.605), (-0.092 + 0.034 * step, -0.585),
                  (-0.112 + 0.034 * step, -0.583)], _INK)  # fmt: skip
    pen.fill(".04 -.62, .16 -.9, .2 -.9, .12 -.62", black)
    pen.fill(".03 -.66, .12 -.9, .17 -.92, .08 -.66", colour("#fbf6ea"))


def paint_violinist(pen: Pen, hue: Array) -> None:
    """Somebody in the colour `hue` who plays the violin."""
    pen.shadow(0, 0.24)
    wear = _dressed(pen, hue)
    paint_body(pen, _FIDDLES, wear)
    held_violin(pen.moved(0.035, -0.8, 0.5, turn=1.12), colour("#b5602a"))
    pen.ball(0.39, -0.94, 0.028, 0.028, wear.skin)
    pen.line("-.09 -.6, .12 -.88, .28 -1.1", 0.013, colour("#5a3420"), curved=False)
    pen.line("-.08 -.62, .27 -1.08", 0.006, colour("#f4efe2"), curved=False)
    paint_arm(pen, _FIDDLES, wear)


def paint_trumpeter(pen: Pen, hue: Array) -> None:
    """Somebody in the colour `hue` who blows a trumpet."""
    pen.shadow(0, 0.24)
    wear = _dressed(pen, hue)
    paint_body(pen, _TRUMPETS, wear)
    held_trumpet(pen.moved(0.46, -0.68, 0.4, turn=-0.08), colour("#e0a83a"))
    paint_arm(pen, _TRUMPETS, wear)


def paint_drummer(pen: Pen, hue: Array) -> None:
    """Somebody behind drums in the colour `hue`, a stick on the cymbal."""
    body = pen.moved(0, -0.3, 1.0)
    wear = _dressed(pen, mix(hue, _INK, 0.75))
    paint_body(body, _DRUMS, wear)
    paint_drums(pen, hue)
    for hand, tip in (((-0.3, -0.9), (-0.5, -0.42)), ((0.3, -1.16), (0.52, -1.06))):
        pen.line([hand, tip], 0.02, colour("#e8d2a8"), end=0.012, curved=False)
        pen.oval(tip[0], tip[1], 0.018, 0.018, colour("#e8d2a8"))
        pen.fill(ellipse(*hand, 0.03, 0.03), wear.skin)
