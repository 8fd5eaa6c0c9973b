"""What is behind somebody close by: a plain wall with a disc of light, or the place that is painted already."""

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Canvas, colour, mix
from studio.renderers.drawing.palette import Palette, difference

_ALIKE = 42.0
"""What is no further apart (CIELAB) than this does not set each other off."""
_PALE = 0.3
"""Colours of this much light are set off by shade, darker ones by light."""


def light_backdrop(
    canvas: Canvas, palette: Palette, cx: float, cy: float, *, before_place: bool
) -> None:
    """A plain wall and the disc of light, or the place that is there already, out of focus."""
    if before_place:
        canvas.rgb[:] = cv2.GaussianBlur(canvas.rgb, (0, 0), canvas.unit * 0.012)
        return
    back = palette.middle if palette.dark < 0.7 else mix(palette.zenith, palette.middle, 0.5)
    canvas.rgb[:] = canvas.gradient([(0, mix(back, palette.horizon, 0.25)), (1, back)])
    light = mix(palette.light, palette.horizon, 0.3)
    canvas.disc(cx, cy - canvas.unit * 0.04, canvas.unit * 0.4, light)


def set_off(canvas: Canvas, hue: Array, middle: tuple[float, float], reach: float) -> None:
    """Shade or light, softly, behind what is of `hue`, where it would not be seen before what is there.

    `reach` is its half width, in pixels.
    """
    x, y = middle
    rows = slice(max(int(y - reach), 0), max(int(y + reach), 1))
    columns = slice(max(int(x - reach), 0), max(int(x + reach), 1))
    behind = np.clip(canvas.rgb[rows, columns].reshape(-1, 3), 0, 1).mean(0)
    apart = difference(hue, behind)
    if apart >= _ALIKE:
        return
    pale = float(hue @ np.array([0.21, 0.72, 0.07], np.float32)) > _PALE
    other = behind * np.float32(0.25) if pale else mix(behind, colour("#f6efe0"), 0.45)
    canvas.disc(x, y, reach * 1.2, other, alpha=1 - 0.5 * apart / _ALIKE, blur=reach * 0.3)
