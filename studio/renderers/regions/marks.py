"""Words, points and boxes as a client sent them, checked; places are shares of width and height, 0 to 1."""

from collections.abc import Mapping, Sequence
from typing import Any

from studio.renderers.api import RenderError

MOST_POINTS, MOST_BOXES, MOST_LETTERS = 32, 16, 240
Mark = Mapping[str, Any]


def read_words(value: Any) -> str:
    """What is to be selected, in words; may be empty. RenderError when they are too many."""
    text = str(value or "").strip()
    if len(text) > MOST_LETTERS:
        raise RenderError(f"Text can have {MOST_LETTERS} letters at most.")
    return text


def read_points(value: Any) -> list[Mark]:
    """The points, each with `x` and `y`. RenderError says what is wrong."""
    points = _objects(value)
    if len(points) > MOST_POINTS:
        raise RenderError(f"Points can be {MOST_POINTS} at most.")
    if not all(_share(point.get(axis)) for point in points for axis in "xy"):
        raise RenderError("Points are shares of width and height, 0 to 1.")
    return points


def read_boxes(value: Any) -> list[Mark]:
    """The boxes, each with `x0`, `y0`, `x1` and `y1`. RenderError says what is wrong."""
    boxes = _objects(value)
    if len(boxes) > MOST_BOXES:
        raise RenderError(f"Boxes can be {MOST_BOXES} at most.")
    for box in boxes:
        whole = all(_share(box.get(edge)) for edge in ("x0", "y0", "x1", "y1"))
        if not whole or box["x0"] >= box["x1"] or box["y0"] >= box["y1"]:
            raise RenderError("A box needs x0 < x1 and y0 < y1, shares of width and height.")
    return boxes


def _objects(value: Any) -> list[Mark]:
    several = isinstance(value, Sequence) and not isinstance(value, str)
    return [one for one in value if isinstance(one, Mapping)] if several else []


def _share(value: Any) -> bool:
    """Whether it is a number from 0 to 1; NaN is none."""
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1
