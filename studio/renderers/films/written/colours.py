"""Colours as people write them."""

import re

from PIL import ImageColor

from studio.renderers.api import RenderError

Colour = tuple[int, int, int, int]
"""Red, green, blue and opacity, 0 … 255."""

_CSS = re.compile(
    r"rgba?\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)(?:[\s,/]+([\d.]+)(%?))?\s*\)", re.I
)


def read_colour(text: str, usual: Colour) -> Colour:
    """A CSS colour (name, hex, rgb, rgba) or one with `@opacity`; the usual one when the text is empty.

    RenderError for anything else.
    """
    text = text.strip()
    if not text:
        return usual
    css = _CSS.fullmatch(text)
    if css:
        red, green, blue = (min(int(float(css[part])), 255) for part in (1, 2, 3))
        share = float(css[4]) / (100 if css[5] else 1) if css[4] else 1.0
        return red, green, blue, round(min(share, 1.0) * 255)
    name, _, opacity = text.partition("@")
    try:
        rgb = ImageColor.getrgb(f"#{name[2:]}" if name.lower().startswith("0x") else name)
        share = float(opacity) if opacity else 1.0
    except ValueError as error:
        raise RenderError(f"“{text[:30]}” is no colour this program knows.") from error
    alpha = rgb[3] if len(rgb) > 3 else 255
    return rgb[0], rgb[1], rgb[2], round(alpha * min(max(share, 0.0), 1.0))
