"""For a journey: a tent, a campfire, a suitcase."""

import numpy as np

from studio.renderers.drawing.canvas import Array, colour, mix
from studio.renderers.motifs.pen import Pen, mirrored

_INK, _WHITE, _WOOD = colour("#1a1512"), colour("#ffffff"), colour("#6a4228")


def paint_tent(pen: Pen, hue: Array) -> None:
    """A ridge tent, its door open on the light within."""
    pen.shadow(0, 0.95)
    pen.fill("-.1 -.86, .36 -.92, .92 -.06, .5 .0", mix(hue, _INK, 0.3), fade=mix(hue, _INK, 0.5))
    pen.fill("-.1 -.86, -.72 .0, .5 .0", hue, fade=mix(hue, _INK, 0.22))
    pen.fill("-.1 -.7, -.4 .0, .24 .0", colour("#ffd88a"), fade=colour("#f29a3f"))
    pen.glow(-0.1, -0.2, 0.5, colour("#ffb35c") * np.float32(0.35))
    for flap in ("-.1 -.72, -.4 .0, -.56 .0, -.3 -.3", "-.1 -.72, .24 .0, .38 .0, .12 -.34"):
        pen.fill(flap, mix(hue, _WHITE, 0.14))
    for seam in ("-.1 -.86, -.72 .0", "-.1 -.86, .5 .0", "-.1 -.86, .36 -.92"):
        pen.line(seam, 0.014, mix(hue, _WHITE, 0.4), curved=False)
    for rope in ("-.66 -.08, -.9 .02", ".36 -.92, .98 .02", "-.1 -.86, -.16 -.93"):
        pen.line(rope, 0.008, mix(_WHITE, _INK, 0.25), curved=False)


def paint_campfire(pen: Pen, hue: Array) -> None:
    """Logs, stones about them, flames and sparks."""
    pen.glow(0, -0.4, 1.1, colour("#ff9a3a") * np.float32(0.5))
    pen.oval(0, 0.0, 0.62, 0.08, _INK, alpha=0.4, soft=0.03)
    for turn in np.linspace(0.1, np.pi - 0.1, 9):
        tone = mix(colour("#6f6a66"), _INK, float(pen.rng.uniform(0, 0.35)))
        pen.ball(-0.52 * float(np.cos(turn)), -0.05 * float(np.sin(turn)), 0.1, 0.07, tone)
    for flame, tone in (
        ("-.3 -.06, -.36 -.3, -.2 -.52, -.16 -.74, -.02 -.98, .04 -.76, .18 -.62, .2 -.46, .34 -.32, .3 -.06", hue),
        ("-.2 -.06, -.24 -.26, -.12 -.42, -.06 -.7, .08 -.5, .2 -.3, .2 -.06", colour("#ffb02e")),
        ("-.11 -.06, -.13 -.2, -.04 -.34, .0 -.46, .08 -.28, .12 -.06", colour("#fff0a0")),
    ):  # fmt: skip
        pen.blob(flame, tone, soft=0.006)
    for log in ("-.46 -.02, .3 -.18", ".46 -.02, -.3 -.18", "-.3 .0, .34 .0"):
        pen.line(log, 0.11, mix(_WOOD, _INK, 0.25), curved=False)
        pen.line(log, 0.05, _WOOD, curved=False)
    for x in (-0.46, 0.46):
        pen.oval(x, -0.02, 0.045, 0.055, colour("#c89a6a"))
    for _ in range(16):
        pen.oval(
            float(pen.rng.uniform(-0.36, 0.36)),
            -float(pen.rng.uniform(0.5, 1.08)),
            0.009,
            0.009,
            colour("#ffc860"),
        )


def paint_suitcase(pen: Pen, hue: Array) -> None:
    """A suitcase with stickers from everywhere."""
    dark, brass = mix(hue, _INK, 0.4), colour("#d8a84a")
    pen.shadow(0, 0.72)
    pen.line("-.18 -.86, -.16 -.98, .16 -.98, .18 -.86", 0.05, dark)
    pen.cast(mirrored("0 -.88, .6 -.88, .7 -.82, .72 -.1, .66 -.0"), hue)
    for x in (-0.44, 0.44):
        pen.fill([(x - 0.045, -0.88), (x + 0.045, -0.88), (x + 0.045, 0.0), (x - 0.045, 0.0)], dark)
        pen.fill(
            [(x - 0.06, -0.56), (x + 0.06, -0.56), (x + 0.06, -0.44), (x - 0.06, -0.44)], brass
        )
    pen.line("-.7 -.5, .7 -.5", 0.012, dark, curved=False)
    pen.oval(-0.2, -0.66, 0.12, 0.12, colour("#f4efe2"))
    pen.oval(-0.2, -0.66, 0.095, 0.095, colour("#2f7fb0"))
    pen.fill("-.26 -.62, -.2 -.73, -.14 -.62", colour("#f4efe2"))
    pen.fill(".04 -.76, .32 -.72, .3 -.58, .02 -.62", colour("#d8433a"))
    pen.line(".08 -.7, .27 -.672", 0.02, _WHITE, curved=False)
    pen.fill("-.32 -.36, -.02 -.4, .0 -.2, -.3 -.16", colour("#2f8f6b"))
    pen.oval(-0.16, -0.28, 0.06, 0.06, colour("#f6d23c"))
    pen.oval(0.2, -0.28, 0.11, 0.09, colour("#f2b632"), turn=0.3)
    pen.line(".13 -.27, .27 -.29", 0.02, _INK, curved=False)
