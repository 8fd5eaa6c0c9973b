"""What is behind somebody close by: a plain wall with a disc of light, or the place that is painted already."""

import cv2

from studio.renderers.drawing.canvas import Canvas, mix
from studio.renderers.drawing.palette import Palette


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
