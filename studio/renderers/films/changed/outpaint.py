"""How much room a film gets around its picture, and on which sides."""

from studio.renderers.api import RenderError
from studio.renderers.films.changed.widening import Widening
from studio.renderers.films.choices import OUTPAINT_POSITIONS, OUTPAINT_RATIOS

_MODERATE = 1.5
_LONGEST = 2560


def widened_size(size: tuple[int, int], position: str, ratio: str) -> tuple[int, int]:
    """The canvas: as large as the ratio needs, else half as large again in the position's direction; even sides.

    The picture is never cut; a ratio that the picture has already leaves it as it is.
    """
    width, height = size
    if ratio:
        wide_part, _, tall_part = ratio.partition(":")
        if not (wide_part.isdigit() and tall_part.isdigit() and int(wide_part) and int(tall_part)):
            raise RenderError(f"The shape can be one of {', '.join(OUTPAINT_RATIOS)}.")
        wanted = int(wide_part) / int(tall_part)
        return max(width, round(height * wanted / 2) * 2), max(
            height, round(width / wanted / 2) * 2
        )
    wide = width if position in ("top", "bottom") else round(width * _MODERATE / 2) * 2
    tall = height if position in ("left", "right") else round(height * _MODERATE / 2) * 2
    return wide, tall


def widening_for(
    size: tuple[int, int], position: str, ratio: str
) -> tuple[Widening, tuple[int, int]]:
    """What sets frames into the larger canvas, and its size. `position` is where the original stands in it."""
    if position not in OUTPAINT_POSITIONS:
        raise RenderError(f"The position can be one of {', '.join(OUTPAINT_POSITIONS)}.")
    canvas = widened_size(size, position, ratio)
    if max(canvas) > _LONGEST:
        raise RenderError(f"The larger picture would be more than {_LONGEST} pixels long.")
    spare_x, spare_y = canvas[0] - size[0], canvas[1] - size[1]
    left = {"left": 0, "right": spare_x}.get(position, spare_x // 2)
    top = {"top": 0, "bottom": spare_y}.get(position, spare_y // 2)
    return Widening(size, canvas, (left, top)), canvas
