"""Image projects: workflow, options and price."""

from collections.abc import Collection, Mapping
from decimal import Decimal
from typing import Any

from studio.catalogue import Model
from studio.prices import image_price

USUAL_SIZE = (1024, 1024)
INPUTS: tuple[str, ...] = ("startingImage",)


def workflow(model: Model, inputs: Collection[str]) -> str:
    """A starting picture turns words-to-picture into picture-to-picture."""
    return "i2i" if model.workflow == "t2i" and "startingImage" in inputs else model.workflow


def options(frame: Mapping[str, Any]) -> dict[str, Any]:
    """What a renderer is told beyond the common fields."""
    return {}


def price(frame: Mapping[str, Any], width: int, height: int) -> Decimal:
    """Spark for one render."""
    return image_price(width, height)
