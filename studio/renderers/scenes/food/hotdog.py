"""A hot dog on a plate, from above."""

import numpy as np

from studio.renderers.drawing.canvas import Canvas, Points, colour, ellipse, mix, placed, smooth
from studio.renderers.scenes.food.tabletop import Place

_BUN, _CRUMB, _SAUSAGE = colour("#d9994f"), colour("#f6deb0"), colour("#b5482c")
_MUSTARD, _LEAF = colour("#f4bf2a"), colour("#6fae45")


def paint_hotdog(canvas: Canvas, place: Place) -> None:
    """The sausage in its bun with lettuce and a line of mustard, lying aslant."""
    x, y, reach = place
    canvas.shape([ellipse(x + reach * 0.04, y + reach * 0.06, reach, reach)], colour("#000000"), alpha=0.35,
                 blur=reach * 0.05)  # fmt: skip
    canvas.shape([ellipse(x, y, reach, reach)], colour("#efece4"))
    canvas.shape([ellipse(x, y, reach * 0.74, reach * 0.74)], colour("#dfdbd0"), blur=reach * 0.01)
    turn = float(canvas.rng.uniform(-0.5, -0.25))

    def at(points: list[tuple[float, float]] | Points) -> Points:
        return placed(points, x, y, reach, turn=turn)

    canvas.shape([at(_pill(0.8, 0.36, 0.05))], colour("#000000"), alpha=0.3, blur=reach * 0.04)
    canvas.shape([at(_pill(0.8, 0.36))], _BUN)
    canvas.shape([at(_pill(0.72, 0.27, -0.05))], mix(_BUN, _CRUMB, 0.35), blur=reach * 0.03)
    canvas.shape([at(_pill(0.76, 0.21, 0.02))], _CRUMB)
    edge = np.linspace(-0.7, 0.7, 24)
    frill = [(float(u), -0.17 - 0.05 * (step % 2)) for step, u in enumerate(edge)]
    frill += [(float(u), 0.19 + 0.05 * (step % 2)) for step, u in enumerate(edge[::-1])]
    canvas.shape([at(smooth(frill, steps=4))], _LEAF)
    canvas.shape([at(_pill(0.88, 0.155, 0.02))], colour("#000000"), alpha=0.25, blur=reach * 0.02)
    canvas.shape([at(_pill(0.88, 0.145))], _SAUSAGE)
    canvas.shape([at(_pill(0.8, 0.05, -0.06))], mix(_SAUSAGE, colour("#ffffff"), 0.4), alpha=0.6,
                 blur=reach * 0.02)  # fmt: skip
    along = np.linspace(-0.76, 0.76, 60)
    wave = 0.085 * np.sin(along * 22)
    upper = [(float(u), float(v - 0.03)) for u, v in zip(along, wave, strict=True)]
    lower = [(float(u), float(v + 0.03)) for u, v in zip(along[::-1], wave[::-1], strict=True)]
    canvas.shape([at([*upper, *lower])], _MUSTARD)


def _pill(half: float, thick: float, down: float = 0.0) -> list[tuple[float, float]]:
    """A rounded bar lying along the first axis, `half` to each side."""
    ends = np.linspace(-np.pi / 2, np.pi / 2, 14)
    right = [(half - thick + thick * np.cos(t), down + thick * np.sin(t)) for t in ends]
    left = [(-half + thick - thick * np.cos(t), down - thick * np.sin(t)) for t in ends]
    return [(float(u), float(v)) for u, v in [*right, *left]]
