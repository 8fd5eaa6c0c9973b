"""A telescope on its tripod, alone or with somebody who looks through it."""

from studio.renderers.drawing.canvas import Array, colour, ellipse, mix
from studio.renderers.motifs.body import Clothes, Pose, is_woman, natural, paint_arm, paint_body
from studio.renderers.motifs.pen import Pen

_INK, _WHITE, _BRASS = colour("#17151a"), colour("#ffffff"), colour("#d8a84a")
_LOOKS = Pose((0.2, -0.74), (0.1, -0.69), (-0.1, -0.48), ".09 -.66, .14 -.5, .3 -.58", ".09 -.66, .1 -.5, .24 -.46",
              "-.09 -.46, .0 -.25, -.06 -.04, .02 .0", "-.11 -.46, -.13 -.25, -.22 -.04, -.14 .0")  # fmt: skip


def paint_telescope(pen: Pen, hue: Array) -> None:
    """A telescope that points up to the right."""
    _tripod(pen, 0.58)
    _tube(pen.moved(0.0, -0.68, turn=-0.62), hue)


def _tripod(pen: Pen, tall: float) -> None:
    """Three legs of wood."""
    wood = colour("#7a4f30")
    pen.shadow(0, 0.36)
    pen.line(
        [(-0.02, 0.02 - tall), (0.02, -0.02)], 0.04, mix(wood, _INK, 0.45), end=0.03, curved=False
    )
    for x in (-0.34, 0.36):
        pen.line([(0.0, -tall), (x, 0.0)], 0.05, wood, end=0.034, curved=False)
    pen.line([(-0.17, -tall * 0.47), (0.19, -tall * 0.47)], 0.016, _BRASS, curved=False)
    pen.cast(
        [(-0.07, -tall - 0.04), (0.07, -tall - 0.04), (0.05, 0.06 - tall), (-0.05, 0.06 - tall)],
        _BRASS,
        curved=False,
    )


def _tube(tube: Pen, hue: Array) -> None:
    """The tube about the tripod's head, the eye's end to the left."""
    tube.cast("-.3 -.055, .26 -.085, .26 .085, -.3 .055", hue, curved=False, deep=1.3)
    tube.cast(
        ".22 -.105, .52 -.115, .52 .115, .22 .105", mix(hue, _WHITE, 0.1), curved=False, deep=1.3
    )
    for x, half in ((-0.28, 0.06), (0.22, 0.11), (0.5, 0.122)):
        tube.cast(
            [(x - 0.024, -half), (x + 0.024, -half), (x + 0.024, half), (x - 0.024, half)],
            _BRASS,
            curved=False,
        )
    tube.fill(ellipse(0.522, 0, 0.03, 0.112), colour("#9fd8f0"))
    tube.oval(0.522, -0.035, 0.012, 0.034, _WHITE, alpha=0.8)
    tube.cast("-.44 -.034, -.3 -.04, -.3 .04, -.44 .034", mix(_INK, _WHITE, 0.12), curved=False)
    tube.cast("-.47 -.042, -.43 -.042, -.43 .042, -.47 .042", _BRASS, curved=False)
    tube.cast("-.16 -.13, .1 -.14, .1 -.1, -.16 -.1", mix(_INK, _WHITE, 0.16), curved=False)
    tube.ball(0.0, 0.0, 0.045, 0.045, _BRASS)


def paint_stargazer(pen: Pen, hue: Array) -> None:
    """Somebody in the colour `hue` who looks through a telescope."""
    skin, hair = natural(pen)
    woman = is_woman(pen)
    wear = Clothes(mix(hue, _WHITE, 0.1), colour("#2f3a5c"), _INK, skin, hair, sleeve=0.92,
                   style="long" if woman else "short", build=0.92 if woman else 1.06)  # fmt: skip
    body = pen.moved(-0.3, 0.0, 0.9)
    pen.shadow(-0.3, 0.2)
    paint_body(body, _LOOKS, wear)
    stand = pen.moved(0.3, 0.0, 0.85)
    _tripod(stand, 0.86)
    _tube(stand.moved(0.0, -0.96, turn=-0.62), colour("#e8e6ea"))
    paint_arm(body, _LOOKS, wear)
