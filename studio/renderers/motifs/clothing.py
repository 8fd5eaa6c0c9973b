"""What is worn: a pair of sneakers."""

from studio.renderers.drawing.canvas import Array, colour, mix
from studio.renderers.motifs.pen import Pen

_INK, _WHITE, _RUBBER = colour("#1c1a1e"), colour("#f6f4ee"), colour("#e9e4d8")


def paint_sneakers(pen: Pen, hue: Array) -> None:
    """A pair of low sneakers, the far one behind and turned a little."""
    far = pen.moved(0.16, -0.17, 0.94, turn=-0.06)
    far.shadow(0.0, 0.95, alpha=0.3)
    _shoe(far, mix(hue, _INK, 0.1))
    pen.shadow(-0.12, 1.0)
    _shoe(pen.moved(-0.12, 0.0), hue)


def _shoe(pen: Pen, hue: Array) -> None:
    """One shoe with its toe to the right."""
    light = float(hue.mean()) > 0.6
    trim = mix(hue, colour("#2b3140"), 0.75) if light else _WHITE
    seam = mix(hue, _INK, 0.28)
    pen.blob("-.66 -.66, -.4 -.72, -.1 -.66, -.14 -.5, -.5 -.5", mix(hue, _INK, 0.6))
    pen.cast("-.2 -.5, -.28 -.72, -.2 -.8, -.08 -.78, .12 -.52, .2 -.4", mix(hue, _INK, 0.12))
    pen.cast(
        "-.76 -.12, -.81 -.22, -.81 -.42, -.78 -.62, -.7 -.72, -.6 -.66, -.44 -.54, -.22 -.62, -.1 -.64, "
        ".06 -.52, .28 -.4, .52 -.37, .72 -.33, .84 -.24, .84 -.14, .7 -.1, .0 -.1", hue)  # fmt: skip
    pen.cast(
        ".42 -.37, .58 -.36, .74 -.32, .84 -.24, .85 -.15, .7 -.11, .5 -.12, .42 -.22",
        mix(hue, _INK, 0.07),
    )
    pen.line(".42 -.375, .43 -.22, .5 -.13", 0.012, seam)
    _side(pen, hue, trim, seam)
    _laces(pen, seam, trim if light else _WHITE)
    sole = "-.84 -.17, -.4 -.15, .2 -.14, .6 -.15, .89 -.18, .93 -.12, .88 -.02, .7 0, -.7 0, -.83 -.03, -.87 -.1"
    pen.cast(sole, _WHITE if not light else _RUBBER, deep=0.7)
    pen.line("-.85 -.1, -.2 -.085, .5 -.085, .91 -.11", 0.014, mix(trim, _RUBBER, 0.25))
    for step in range(15):
        x = -0.78 + 0.11 * step
        pen.line([(x, -0.03), (x + 0.02, -0.005)], 0.016, mix(_RUBBER, _INK, 0.45), curved=False)


def _side(pen: Pen, hue: Array, trim: Array, seam: Array) -> None:
    """Heel tab, the band along the side, holes for air, and stitches."""
    pen.cast("-.82 -.44, -.79 -.64, -.71 -.72, -.64 -.68, -.66 -.5, -.7 -.4", trim)
    pen.blob("-.8 -.17, -.82 -.34, -.62 -.3, -.52 -.16", mix(trim, hue, 0.25))
    for step in range(2):
        x = -0.36 + 0.17 * step
        pen.line([(x, -0.16), (x + 0.05, -0.32), (x + 0.16, -0.47 + 0.03 * step)], 0.06, trim)
    pen.line("-.5 -.53, -.44 -.36, -.3 -.3", 0.01, seam)
    pen.line("-.08 -.55, .1 -.36, .36 -.28", 0.01, seam)
    for step in range(3):
        for row in range(2):
            pen.oval(0.54 + 0.075 * step, -0.28 + 0.045 * row, 0.012, 0.01, seam)


def _laces(pen: Pen, seam: Array, lace: Array) -> None:
    """The eyelets' edge and five crossings, with a bow on top."""
    pen.line("-.2 -.6, .0 -.44, .24 -.36", 0.012, seam)
    for step in range(5):
        x, y = -0.2 + 0.1 * step, -0.665 + 0.068 * step
        pen.line(
            [(x + 0.01, y - 0.05), (x + 0.045, y + 0.0), (x + 0.02, y + 0.07)],
            0.034,
            mix(lace, _INK, 0.3),
        )
        pen.line([(x, y - 0.055), (x + 0.04, y - 0.005), (x + 0.012, y + 0.06)], 0.028, lace)
    for loop in ("-.2 -.7, -.36 -.8, -.44 -.72, -.34 -.66, -.2 -.69", "-.19 -.7, -.06 -.84, .04 -.78, -.04 -.7, -.19 -.69",
                 "-.2 -.7, -.32 -.6, -.34 -.5", "-.18 -.7, -.1 -.62, -.02 -.6"):  # fmt: skip
        pen.line(loop, 0.024, lace)
    pen.ball(-0.195, -0.7, 0.028, 0.026, lace)
