"""The limits of a picture's order: what is beyond them is refused in a sentence before it is paid for."""

from collections.abc import Mapping
from typing import Any

from studio.catalogue import Model
from studio.catalogue.image_sizes import misfit
from studio.projects.orders.images import context_images
from studio.projects.orders.refusals import BadOrder

_SIZED = ("t2i", "edit", "upscale")
"""Models that make a picture as large as is asked for; the others keep to the one they are given."""


def check_picture(model: Model, frame: Mapping[str, Any]) -> None:
    """Raises BadOrder for more reference pictures than the model looks at, and for a size it does not make."""
    shown = context_images(frame)
    if shown > model.most_context:
        raise BadOrder(
            f"Reference pictures: {model.most_context} at most with {model.name}, not {shown}."
        )
    wide, high = _pixels(frame.get("width")), _pixels(frame.get("height"))
    if model.workflow in _SIZED and wide is not None and high is not None:
        wrong = misfit(model.id, wide, high)
        if wrong:
            raise BadOrder(wrong)


def _pixels(value: Any) -> int | None:
    """A number of pixels; whatever else is sent counts as no size."""
    sound = isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e9
    return int(value) if sound else None
