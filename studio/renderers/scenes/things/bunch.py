"""Flowers in a vase."""

from studio.renderers.drawing.canvas import Canvas, colour
from studio.renderers.drawing.palette import Palette
from studio.renderers.prompts.words import Brief
from studio.renderers.scenes.things.flowers import bloom, flower_hues, leaves
from studio.renderers.scenes.things.solids import paint_solids

_LOWER = 0.12
"""A vase with flowers stands so much lower than one without, as a share of the shorter side."""
_MOUTH = 0.31 - _LOWER
"""How far above the picture's middle a vase ends, of the shorter side."""
_BLOOMS = (
    (-0.22, 0.0, 0.1), (0.22, 0.0, 0.1), (-0.13, -0.12, 0.095), (0.14, -0.12, 0.095), (0.0, -0.15, 0.095),
    (-0.1, 0.02, 0.1), (0.1, 0.025, 0.1), (0.0, -0.03, 0.12),
)  # fmt: skip
"""Where they are beside and below the vase's mouth, and how large, of the shorter side; the foremost last."""


def paint_bunch(canvas: Canvas, brief: Brief, palette: Palette, turn: int) -> None:
    """A vase, and so many flowers in it that they hide its mouth."""
    paint_solids(canvas, brief, palette, turn)
    down = max(round(canvas.unit * _LOWER), 1)
    for layer in (canvas.rgb, canvas.depth):
        layer[down:] = layer[:-down].copy()
        layer[:down] = layer[down]
    vase = brief.colour_of("solids")
    hues = flower_hues(brief, canvas.rng, colour(vase) if vase else None)
    x, y, unit = canvas.width * 0.5, canvas.height * 0.5 - canvas.unit * _MOUTH, canvas.unit
    spots = [(x + aside * unit, y + low * unit, size * unit) for aside, low, size in _BLOOMS]
    for spot in spots:
        leaves(canvas, *spot, palette)
    for number, spot in enumerate(spots):
        bloom(canvas, *spot, hues[number % len(hues)])
    canvas.look_at(x, canvas.height * 0.4)
