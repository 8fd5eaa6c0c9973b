"""The limits of a picture's order: what is beyond them is refused in a sentence before it is paid for."""

from collections.abc import Mapping
from typing import Any

from studio.catalogue import Model
from studio.catalogue.image_sizes import misfit
from studio.projects.orders.images import context_images
from studio.projects.orders.refusals import BadOrder
from studio.safe_json import is_number

_BEYOND = 10**9
_SIZED = ("t2i", "edit", "upscale")
"""Models that make a picture as large as is asked for; the others keep to the one they are given."""


def check_picture(model: Model, frame: Mapping[str, Any]) -> None:
    """Raises BadOrder for more reference pictures than the model looks at, and for a size it does not make, or half
    of one."""
    shown = context_images(frame)
    if shown > model.most_context:
        raise BadOrder(
            f"Reference pictures: {model.most_context} at most with {model.name}, not {shown}."
        )
    wide, high = _pixels(frame.get("width")), _pixels(frame.get("height"))
    if model.workflow not in _SIZED or (wide is None and high is None):
        return
    if wide is None or high is None:
        raise BadOrder("width and height belong together, both in pixels.")
    wrong = misfit(model.id, wide, high)
    if wrong:
        raise BadOrder(wrong)


def _pixels(value: Any) -> int | None:
    """A number of pixels, of which nobody asks for more than a billion; whatever else is sent counts as no size."""
    sound = is_number(value)
    return int(min(max(value, -_BEYOND), _BEYOND)) if sound else None
