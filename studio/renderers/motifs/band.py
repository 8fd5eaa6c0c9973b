"""Musicians: a band on its stage with drums behind, a guitarist, a singer at the microphone, a saxophonist."""

from studio.renderers.drawing.canvas import Array, colour, mix
from studio.renderers.motifs.body import Clothes, Pose, is_woman, natural, paint_arm, paint_body
from studio.renderers.motifs.instruments import held_saxophone, paint_drums
from studio.renderers.motifs.pen import Pen, mirrored, places

_INK, _WHITE, _STEEL = colour("#15131a"), colour("#ffffff"), colour("#c4c9d0")
_PLAYS = Pose((-0.01, -0.93), (0.0, -0.82), (0.0, -0.5), "-.1 -.8, -.2 -.64, -.05 -.56", ".1 -.8, .24 -.72, .3 -.84",
              "-.05 -.48, -.1 -.26, -.13 -.04, -.18 .0", ".05 -.48, .08 -.26, .1 -.04, .16 .0", 0)  # fmt: skip
_SINGS = Pose((0.01, -0.94), (0.0, -0.82), (0.0, -0.5), "-.1 -.8, -.2 -.7, -.05 -.83", ".1 -.8, .24 -.86, .3 -1.02",
              "-.05 -.48, -.06 -.26, -.07 -.04, -.12 .0", ".05 -.48, .11 -.26, .13 -.04, .18 .0", 0)  # fmt: skip
_BLOWS = Pose((-0.01, -0.93), (0.0, -0.82), (0.0, -0.5), "-.1 -.8, -.19 -.64, .14 -.62", ".1 -.8, .27 -.74, .17 -.74",
              "-.05 -.48, -.08 -.26, -.1 -.04, -.15 .0", ".05 -.48, .09 -.26, .12 -.04, .17 .0", 0)  # fmt: skip


def paint_band(pen: Pen, hue: Array) -> None:
    """Three who play; `hue` is that of drums and guitar."""
    paint_drums(pen.moved(0, -0.2, 0.62), hue)
    paint_guitarist(pen.moved(-0.6, 0.0), hue)
    paint_singer(pen.moved(0.56, 0.02), hue)


def paint_guitarist(pen: Pen, hue: Array) -> None:
    """Somebody with an electric guitar of the colour `hue`."""
    wear = _player(pen, mix(hue, _INK, 0.7), 0.2)
    paint_body(pen, _PLAYS, wear)
    _guitar(pen, hue)
    paint_arm(pen, _PLAYS, wear)


def paint_singer(pen: Pen, hue: Array) -> None:
    """Somebody who sings into a microphone, an arm up."""
    wear = _player(pen, mix(hue, _WHITE, 0.2), 0.8)
    paint_body(pen, _SINGS, wear)
    pen.line("-.03 -.845, -.01 -.89", 0.03, _INK, curved=False)
    pen.ball(-0.005, -0.895, 0.024, 0.024, _STEEL)
    paint_arm(pen, _SINGS, wear)


def paint_saxophonist(pen: Pen, hue: Array) -> None:
    """Somebody who blows a saxophone, dressed in the colour `hue`."""
    wear = _player(pen, mix(hue, _INK, 0.3), 0.3)
    paint_body(pen, _BLOWS, wear)
    held_saxophone(pen.moved(0.185, -0.46, 0.43), colour("#e0a83a"))
    paint_arm(pen, _BLOWS, wear)


def _player(pen: Pen, top: Array, otherwise: float) -> Clothes:
    """Clothes for the stage, and a shadow on it."""
    skin, hair = natural(pen)
    woman = is_woman(pen, otherwise)
    pen.shadow(0, 0.24)
    return Clothes(top, colour("#252a3c"), _INK, skin, hair, style="long" if woman else "short",
                   build=0.9 if woman else 1.06)  # fmt: skip


def _guitar(pen: Pen, hue: Array) -> None:
    """An electric guitar across the body, its neck up to the right."""
    part = pen.moved(-0.04, -0.56, 0.5, turn=1.15)
    part.fill("-.022 -.95, .022 -.95, .03 .0, -.03 .0", colour("#4a2f20"))
    part.cast("-.03 -.94, .04 -.94, .06 -1.1, -.01 -1.12", hue)
    part.cast(mirrored("0 -.14, .1 -.24, .2 -.2, .17 -.06, .2 .1, .24 .24, .14 .34, 0 .34"), hue)
    part.fill(places("-.05 -.1, .08 -.1, .1 .2, -.06 .2"), _WHITE, alpha=0.9)
    for x in (-0.012, 0.0, 0.012):
        part.line([(x, -0.96), (x, 0.18)], 0.004, _STEEL, curved=False)
