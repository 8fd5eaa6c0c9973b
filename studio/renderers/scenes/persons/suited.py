"""An animal as an astronaut: its head under a helmet of glass, before space."""

from dataclasses import replace

import numpy as np

from studio.renderers.drawing.canvas import Canvas, colour, mix
from studio.renderers.drawing.palette import Palette
from studio.renderers.prompts.words import Brief
from studio.renderers.scenes.landscapes.cosmos import paint_cosmos
from studio.renderers.scenes.persons.heads import HEADS, Head, natural_coat

SUITED = frozenset({"astronaut", "cosmonaut", "spaceman", "spacesuit", "space-suit"})
_SUIT, _SEAM, _GLASS = colour("#e8ebf0"), colour("#8d97a6"), colour("#cfe6ff")
_DARK = colour("#39424f")


def paint_suited(canvas: Canvas, brief: Brief, palette: Palette, kind: str, turn: int) -> None:
    """The animal `kind` of `HEADS` in a space suit; a planet and stars behind it."""
    paint_cosmos(canvas, replace(brief, words=brief.words - SUITED), palette, turn)
    rng = canvas.rng
    x = canvas.width * 0.5 + canvas.unit * float(rng.uniform(-0.04, 0.04))
    middle = (x, canvas.height * 0.5 - canvas.unit * 0.1)
    coat, tilt = natural_coat(brief, kind, rng), float(rng.uniform(-0.08, 0.08))
    suit = Head(canvas, HEADS[kind], coat, middle, canvas.unit * 0.44, tilt=tilt)
    _suit(suit)
    suit.flat([suit.oval(0, 0, 0.82, 0.82)], _SUIT)
    suit.flat([suit.oval(0, 0, 0.75, 0.75)], mix(_DARK, palette.zenith, 0.3))
    face = (x, middle[1] + canvas.unit * 0.03)
    Head(canvas, HEADS[kind], coat, face, canvas.unit * 0.72, tilt=tilt).paint(chest=False)
    _glass(suit)
    canvas.look_at(*middle)
    canvas.mark(0.85)


def _suit(head: Head) -> None:
    """Shoulders, the ring the helmet stands on, and the panel on the chest."""
    low = (head.canvas.height - head.middle[1]) / head.size + 0.1
    right = [(0.0, 0.5), (0.62, 0.62), (1.02, 0.86), (1.18, 1.2), (1.22, low)]
    head.cast(head.at(right + [(-x, y) for x, y in reversed(right[1:])]), _SUIT)
    for side in (-1, 1):
        head.flat([head.oval(side * 0.9, 1.25, 0.035, 0.34, turn=-0.12 * side)], _SEAM, alpha=0.7)
    head.flat([head.oval(0, 0.8, 0.66, 0.15)], _SEAM)
    head.flat([head.oval(0, 0.77, 0.62, 0.13)], _SUIT)
    panel = [(-0.26, 1.0), (0.26, 1.0), (0.24, 1.26), (-0.24, 1.26)]
    head.flat([head.at(panel)], _DARK)
    for place, code in zip((-0.13, 0.0, 0.13), ("#e2483d", "#f2b632", "#43a867"), strict=True):
        head.flat([head.oval(place, 1.12, 0.035, 0.035)], colour(code))


def _glass(head: Head) -> None:
    """What shows that there is glass before the face: a light veil and two gleams."""
    head.flat([head.oval(0, 0, 0.75, 0.75)], _GLASS, alpha=0.07)
    arc = np.linspace(3.5, 4.6, 12)
    outer = [(0.7 * np.cos(turn), 0.7 * np.sin(turn)) for turn in arc]
    inner = [(0.62 * np.cos(turn), 0.64 * np.sin(turn)) for turn in reversed(arc[1:-1])]
    head.flat([head.at(outer + inner)], colour("#ffffff"), alpha=0.55, soft=0.006)
    head.flat([head.oval(0.5, 0.42, 0.07, 0.025, turn=-0.8)], colour("#ffffff"), alpha=0.4)
