"""A small bird on a branch."""

from studio.renderers.drawing.canvas import Array, colour, mix
from studio.renderers.motifs.pen import Pen

_INK = colour("#17120f")
_WOOD = colour("#6a4a30")
_LEAF = colour("#4f8f45")


def paint_songbird(pen: Pen, hue: Array) -> None:
    """A round bird with a short beak, its wing folded, between a few leaves."""
    dark, pale = mix(hue, _INK, 0.45), mix(hue, colour("#fff6e4"), 0.6)
    pen.line("-.78 -.13, -.2 -.09, .3 -.12, .82 -.2", 0.07, _WOOD, end=0.04)
    for x, y, up in ((-0.62, -0.15, -1), (0.52, -0.17, -1), (0.72, -0.17, 1), (-0.42, -0.08, 1)):
        leaf = [
            (x, y),
            (x + 0.05, y + 0.12 * up),
            (x + 0.16, y + 0.17 * up),
            (x + 0.12, y + 0.05 * up),
        ]
        pen.cast(leaf, _LEAF)
    pen.cast("-.2 -.36, -.5 -.2, -.74 .04, -.66 .1, -.4 -.06, -.12 -.22", dark)
    pen.cast(
        ".24 -.96, .36 -.88, .38 -.74, .37 -.56, .28 -.3, .08 -.15, -.14 -.2, -.27 -.38, -.2 -.58, .0 -.74, .08 -.9",
        hue,
    )
    pen.cast(".36 -.62, .34 -.42, .2 -.2, .05 -.17, .12 -.4, .24 -.58", pale)
    pen.cast(".04 -.66, .1 -.5, .0 -.32, -.24 -.22, -.46 -.16, -.3 -.4, -.16 -.56", dark)
    for step in range(3):
        root, tip = (
            (0.0 - 0.07 * step, -0.5 + 0.09 * step),
            (-0.26 - 0.05 * step, -0.28 + 0.05 * step),
        )
        pen.line([root, tip], 0.02, mix(dark, pale, 0.35), end=0.008, curved=False)
    pen.fill(".36 -.84, .52 -.78, .37 -.74", colour("#e8a02a"))
    pen.line([(0.37, -0.79), (0.5, -0.78)], 0.008, mix(_INK, _WOOD, 0.4), curved=False)
    pen.oval(0.25, -0.83, 0.036, 0.038, _INK)
    pen.oval(0.262, -0.845, 0.012, 0.012, colour("#ffffff"))
    for x in (0.02, 0.14):
        for toe in (-0.04, 0.0, 0.04):
            pen.line([(x, -0.18), (x + toe, -0.08)], 0.02, colour("#8a5a34"), curved=False)
