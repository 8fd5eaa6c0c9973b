"""A great tree in leaf, and one with a house in it."""

import numpy as np

from studio.renderers.drawing.canvas import Array, colour, mix
from studio.renderers.motifs.pen import Pen

_BARK, _INK, _WOOD, _GLOW = (
    colour("#6b4a30"),
    colour("#17110e"),
    colour("#b07a45"),
    colour("#ffd890"),
)


def _leaf_hue(pen: Pen, hue: Array) -> Array:
    """Leaves of the season."""
    if pen.words & {"autumn", "fall", "october"}:
        return colour("#d9702a")
    if pen.words & {"sakura", "blossom", "blossoms", "cherry"}:
        return colour("#f4a8c0")
    return hue


def _crown(pen: Pen, hue: Array, middle: tuple[float, float], reach: tuple[float, float], count: int,
           far: float = 0.0) -> None:  # fmt: skip
    """Clumps of leaves, darker below and behind, each with a few lit leaves."""
    rng = pen.rng
    for step in range(count):
        t = step / count
        angle, out = float(rng.uniform(0, 2 * np.pi)), float(rng.uniform(0.15, 1)) ** 0.5
        x, y = (
            middle[0] + reach[0] * out * float(np.cos(angle)),
            middle[1] + reach[1] * out * float(np.sin(angle)),
        )
        low = (y - middle[1]) / reach[1]
        size = float(rng.uniform(0.1, 0.16)) * (1.1 - 0.3 * t)
        tone = mix(mix(hue, _INK, 0.3 + 0.14 * low), hue, 0.85 * t)
        tone = mix(tone, colour("#fff2b0"), max(0.0, 0.16 * t - 0.16 * low)) * np.float32(1 - far)
        turns = np.linspace(0, 2 * np.pi, 11)[:-1]
        bumps = size * (1 + rng.uniform(-0.16, 0.16, 10))
        clump = [
            (x + float(b * np.cos(a)), y + float(b * np.sin(a)) * 0.8)
            for a, b in zip(turns, bumps, strict=True)
        ]
        pen.blob(clump, tone)
        for _ in range(5):
            dx, dy = rng.normal(0, size * 0.42, 2)
            pen.oval(x + float(dx), y + float(dy) * 0.7, 0.022, 0.013, mix(tone, colour("#fff6c0"), 0.22),
                     turn=float(rng.uniform(-0.8, 0.8)))  # fmt: skip


def _trunk(pen: Pen) -> None:
    """A trunk with roots, and the limbs that carry the crown."""
    pen.shadow(0, 0.5)
    for limb in (
        "-.03 -.42, -.2 -.6, -.38 -.74",
        ".04 -.42, .2 -.6, .36 -.78",
        "0 -.5, -.06 -.7, -.04 -.9",
        ".02 -.46, .14 -.7, .16 -.88",
    ):
        pen.line(limb, 0.11, mix(_BARK, _INK, 0.12), end=0.03)
    pen.cast(
        "-.09 -.5, .1 -.5, .11 -.3, .13 -.12, .28 .0, .12 -.02, .03 .02, -.08 -.01, -.27 .01, -.13 -.12, -.1 -.3",
        _BARK,
    )
    for line in (
        "-.05 -.46, -.06 -.26, -.1 -.08",
        ".0 -.44, .01 -.2, .0 -.05",
        ".05 -.46, .06 -.26, .1 -.08",
    ):
        pen.line(line, 0.01, mix(_BARK, _INK, 0.4))


def paint_tree(pen: Pen, hue: Array) -> None:
    """A broad old tree."""
    hue = _leaf_hue(pen, hue)
    _crown(pen, hue, (0, -0.76), (0.5, 0.24), 26, far=0.3)
    _trunk(pen)
    _crown(pen, hue, (0, -0.82), (0.44, 0.2), 46)


def paint_treehouse(pen: Pen, hue: Array) -> None:
    """A wooden house in the fork of a great tree, a ladder up to it, lamps in its windows."""
    leaves = _leaf_hue(pen, colour("#4f9a45"))
    _crown(pen, leaves, (0, -0.86), (0.56, 0.26), 40, far=0.35)
    _trunk(pen)
    _platform(pen)
    _house(pen, hue)
    _ladder(pen)
    _crown(pen, leaves, (-0.42, -0.8), (0.13, 0.17), 15)
    _crown(pen, leaves, (0.45, -0.86), (0.12, 0.17), 15)
    _crown(pen, leaves, (0.02, -1.1), (0.36, 0.07), 24)
    pen.line("-.36 -.68, -.36 -.2", 0.008, _INK, curved=False)
    pen.line("-.46 -.68, -.46 -.2", 0.008, _INK, curved=False)
    pen.line("-.48 -.2, -.34 -.2", 0.024, _WOOD, curved=False)


def _platform(pen: Pen) -> None:
    """Beams, boards and a railing."""
    pen.line("-.07 -.3, -.24 -.46", 0.03, mix(_WOOD, _INK, 0.45), curved=False)
    pen.line(".08 -.3, .26 -.46", 0.03, mix(_WOOD, _INK, 0.45), curved=False)
    pen.fill("-.4 -.49, .42 -.49, .4 -.45, -.38 -.45", mix(_WOOD, _INK, 0.15))
    for step in range(9):
        pen.line(
            [(-0.38 + 0.095 * step, -0.487), (-0.378 + 0.095 * step, -0.455)],
            0.005,
            mix(_WOOD, _INK, 0.6),
            curved=False,
        )


def _house(pen: Pen, hue: Array) -> None:
    """Boards, a crooked roof of shingles, a round and a square window, a door."""
    wall = mix(_WOOD, hue, 0.25)
    pen.fill("-.26 -.49, -.28 -.8, 0 -.98, .27 -.8, .25 -.49", wall, fade=mix(wall, _INK, 0.25))
    for step in range(8):
        x = -0.21 + 0.06 * step
        pen.line(
            [(x, -0.49), (x - 0.004, -0.8)], 0.005, mix(wall, _INK, 0.45), curved=False, alpha=0.7
        )
    roof = mix(hue, _INK, 0.25)
    for side in (-1, 1):
        edge = [(0, -1.04), (side * 0.38, -0.77), (side * 0.35, -0.71), (0, -0.95)]
        pen.fill(edge, mix(roof, _INK, 0.1 if side < 0 else 0.3))
        for step in range(6):
            x = side * (0.03 + 0.06 * step)
            y = -1.0 + 0.71 * abs(x)
            pen.line([(x, y - 0.01), (x, y + 0.05)], 0.006, mix(roof, _INK, 0.5), curved=False)
    pen.fill("-.2 -.49, -.2 -.68, -.1 -.68, -.1 -.49", mix(wall, _INK, 0.55))
    pen.oval(-0.118, -0.58, 0.009, 0.009, colour("#e0b040"))
    pen.oval(0, -0.83, 0.06, 0.06, mix(wall, _INK, 0.5))
    pen.oval(0, -0.83, 0.046, 0.046, _GLOW)
    pen.line("0 -.876, 0 -.784", 0.008, mix(wall, _INK, 0.5), curved=False)
    pen.fill("-.0 -.71, .17 -.71, .17 -.565, .0 -.565", mix(wall, _INK, 0.5))
    pen.fill(".014 -.698, .156 -.698, .156 -.578, .014 -.578", _GLOW, fade=colour("#ffb45c"))
    pen.line(".085 -.7, .085 -.57", 0.01, mix(wall, _INK, 0.5), curved=False)
    pen.line(".01 -.64, .16 -.64", 0.01, mix(wall, _INK, 0.5), curved=False)
    for x in (-0.36, 0.3, 0.38):
        pen.line([(x, -0.49), (x, -0.6)], 0.012, mix(_WOOD, _INK, 0.3), curved=False)
    for y in (-0.6, -0.55):
        pen.line([(0.28, y), (0.4, y)], 0.014, mix(_WOOD, _INK, 0.2), curved=False)
    if pen.dim > 0.15:
        pen.glow(0.08, -0.64, 0.16, colour("#ffb45c") * np.float32(0.7 * pen.dim))


def _ladder(pen: Pen) -> None:
    wood = mix(_WOOD, colour("#ffffff"), 0.15)
    for x in (-0.2, -0.1):
        pen.line([(x, -0.47), (x - 0.05, 0.02)], 0.018, mix(wood, _INK, 0.25), curved=False)
    for step in range(9):
        y = -0.43 + 0.052 * step
        shift = -0.05 * (y + 0.47) / 0.49
        pen.line([(-0.205 + shift, y), (-0.095 + shift, y)], 0.016, wood, curved=False)
