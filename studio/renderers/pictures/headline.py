"""The words a prompt wants to be read in its picture: the name under a logo, else a headline over the scene."""

import numpy as np
from PIL import ImageColor

from studio.renderers.drawing.canvas import Pixels
from studio.renderers.films.written.lettering import Pen, Stamp, width_of, wrap, write
from studio.renderers.prompts.words import Brief

_LEAST_SIDE = 96
"""Pixels below which no letter could be read."""
_ROOM, _MOST_LINES, _SMALLEST_PX = 0.86, 3, 7
_LEVELS = {"top": 0.15, "middle": 0.5, "bottom": 0.84}
_LIGHT = 140
"""Paper brighter than this, in bytes, gets dark letters."""


def with_headline(pixels: Pixels, brief: Brief) -> Pixels:
    """The picture with the title of its brief, as large as fits; a poster has it on its sheet already."""
    height, width = pixels.shape[:2]
    unit = min(height, width)
    if not brief.title or brief.words & {"poster", "cover"} or unit < _LEAST_SIDE:
        return pixels
    is_logo = brief.has("logo")
    size = round(unit * (0.085 if is_logo else 0.11) * brief.letters)
    level = _LEVELS.get(brief.letters_at, 0.84 if is_logo else 0.15)
    band = pixels[round(height * (level - 0.08)) : round(height * (level + 0.08))]
    ink = brief.letters_in
    pen = _pen(size, band, ink, outlined=not is_logo)
    lines = wrap(brief.title, pen, width * _ROOM)
    while pen.size_px > _SMALLEST_PX and (
        len(lines) > _MOST_LINES or max(width_of(line, pen) for line in lines) > width * _ROOM
    ):
        pen = _pen(round(pen.size_px * 0.9), band, ink, outlined=not is_logo)
        lines = wrap(brief.title, pen, width * _ROOM)
    written = write(lines, pen)
    top = min(max(round(height * level - written.shape[0] / 2), 0), height - written.shape[0])
    return Stamp(written, (width - written.shape[1]) // 2, top).lay(pixels)


def _pen(size_px: int, band: Pixels, ink: str, *, outlined: bool) -> Pen:
    """Letters that can be read on this part of the picture, in the colour `ink` (hex) where one was asked for."""
    dark, light = (38, 38, 46, 255), (255, 255, 255, 255)
    if ink:
        red, green, blue = ImageColor.getrgb(ink)[:3]
        bright = red * 0.3 + green * 0.59 + blue * 0.11 > _LIGHT
        around = (12, 12, 16, 255) if bright else light
        return Pen(size_px, (red, green, blue, 255), around if outlined else None, weight=700)
    if float(np.mean(band)) > _LIGHT:
        return Pen(size_px, dark, light if outlined else None, weight=700)
    return Pen(size_px, light, (12, 12, 16, 255) if outlined else None, weight=700)
