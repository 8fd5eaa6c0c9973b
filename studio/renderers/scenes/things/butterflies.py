"""Butterflies: one large over flowers out of focus, and small ones around it."""

import cv2
import numpy as np

from studio.renderers.drawing.canvas import (
    Array,
    Canvas,
    Points,
    colour,
    ellipse,
    mix,
    placed,
    smooth,
)
from studio.renderers.drawing.palette import Palette, difference, shifted
from studio.renderers.prompts.words import Brief
from studio.renderers.scenes.things.flowers import paint_flowers

_WINGS = ("#f28a24", "#3f7ae8", "#f2c63a", "#d84a9a", "#3fb8a0", "#e8503a")
_SPAN = 0.42
"""The size of the great one, of the picture's shorter side, so that its wings are within."""
_ALIKE, _IN_SHADE = 40.0, 0.35
"""Flowers that have to be of its colour lie in the shade behind it."""
_FORE = smooth(
    [
        (0.03, -0.12),
        (0.2, -0.5),
        (0.62, -0.78),
        (0.86, -0.72),
        (0.84, -0.42),
        (0.6, -0.1),
        (0.28, 0.02),
        (0.04, 0.0),
    ],
    steps=8,
)
_HIND = smooth(
    [
        (0.04, -0.02),
        (0.34, 0.02),
        (0.62, 0.14),
        (0.66, 0.42),
        (0.46, 0.66),
        (0.28, 0.6),
        (0.12, 0.34),
        (0.04, 0.14),
    ],
    steps=8,
)


def paint_butterfly(canvas: Canvas, brief: Brief, palette: Palette) -> None:
    """A great butterfly on a bouquet, or over a soft garden where no flower is named."""
    rng = canvas.rng
    code = brief.colour_of("butterfly")
    hue = colour(code or _WINGS[int(rng.integers(len(_WINGS)))])
    paint_flowers(canvas, brief, palette, 2, before=hue)
    if (said := brief.colour_of("flower")) and difference(colour(said), hue) < _ALIKE:
        canvas.rgb *= np.float32(_IN_SHADE)
    blur = canvas.unit * (0.006 if brief.has("flower") else 0.02)
    canvas.rgb[:] = cv2.GaussianBlur(canvas.rgb, (0, 0), blur)
    x, y = canvas.width * 0.5, canvas.height * 0.47
    turn = float(rng.uniform(-0.4, 0.4))
    for _ in range(3):
        spot = (
            canvas.width * float(rng.uniform(0.08, 0.92)),
            canvas.height * float(rng.choice([0.12, 0.2, 0.84])),
        )
        butterfly(
            canvas,
            spot,
            canvas.unit * 0.09,
            shifted(hue, hue=float(rng.uniform(-50, 50))),
            float(rng.uniform(-1, 1)),
        )
    for wing in (_FORE, _HIND):
        for flip in (False, True):
            veil = placed(
                wing,
                x + canvas.unit * 0.02,
                y + canvas.unit * 0.05,
                canvas.unit * _SPAN,
                flip=flip,
                turn=turn,
            )
            canvas.shape([veil], palette.near, alpha=0.35, blur=canvas.unit * 0.02)
    butterfly(canvas, (x, y), canvas.unit * _SPAN, hue, turn)
    canvas.look_at(x, y)


def butterfly(
    canvas: Canvas, middle: tuple[float, float], size: float, hue: Array, turn: float
) -> None:
    """One butterfly from above, `size` pixels for a wing and a bit."""
    ink = mix(hue, colour("#0c0810"), 0.92)

    def lay(points: Points, paint: Array, *, fade: Array | None = None, alpha: float = 1.0) -> None:
        for flip in (False, True):
            canvas.shape(
                [placed(points, *middle, size, flip=flip, turn=turn)],
                paint,
                fade=fade,
                alpha=alpha,
                depth=0.85,
            )

    for wing, centre in ((_HIND, (0.34, 0.26)), (_FORE, (0.44, -0.34))):
        lay(wing, ink)
        inner = (wing - centre) * 0.84 + centre
        lay(inner, mix(hue, colour("#ffffff"), 0.15), fade=hue * np.float32(0.75))
        for vein in _veins(wing):
            lay(vein, ink, alpha=0.55)
        lay(ellipse(*centre, 0.1, 0.085), mix(hue, colour("#fff4c0"), 0.75), alpha=0.85)
        lay(ellipse(*centre, 0.05, 0.043), ink)
    for step in range(6):
        lay(ellipse(0.84 - 0.045 * step, -0.66 + 0.11 * step, 0.018, 0.016), colour("#fff8e8"))
        lay(ellipse(0.63 - 0.03 * step, 0.3 + 0.06 * step, 0.016, 0.015), colour("#fff8e8"))
    body = [ellipse(0, -0.02, 0.035, 0.24), ellipse(0, -0.28, 0.045, 0.05)]
    canvas.shape([placed(part, *middle, size, turn=turn) for part in body], ink, depth=0.86)
    feeler = smooth([(0.01, -0.3), (0.07, -0.46), (0.17, -0.56), (0.08, -0.45)], steps=6)
    lay(feeler, ink)
    lay(ellipse(0.17, -0.565, 0.015, 0.015), ink)


def _veins(wing: Points) -> list[Points]:
    """Five lines that run out from the body within a wing's outline."""
    veins = []
    for step in range(5):
        angle = (-1.25 + 0.24 * step) if wing is _FORE else (0.25 + 0.26 * step)
        vein = np.array(
            [
                (0.05, -0.01),
                (np.cos(angle) * 0.95, np.sin(angle) * 0.95),
                (np.cos(angle) * 0.95 + 0.012, np.sin(angle) * 0.95),
                (0.062, 0.01),
            ]
        )
        veins.append(np.clip(vein, None, [wing[:, 0].max() * 0.92, 0.62]))
    return veins
