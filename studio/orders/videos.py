"""Video projects: workflow, options and price."""

from collections.abc import Collection, Mapping
from decimal import Decimal
from typing import Any

from studio.catalogue import DEFAULT_FPS, Model
from studio.orders.values import whole
from studio.prices import video_price

USUAL_SIZE = (832, 480)
INPUTS: tuple[str, ...] = ("referenceImage", "referenceImageEnd", "referenceAudio")


def workflow(model: Model, inputs: Collection[str]) -> str:
    """The model's own."""
    return model.workflow


def options(frame: Mapping[str, Any]) -> dict[str, Any]:
    """What a renderer is told beyond the common fields: `frames`, a count."""
    return {"frames": whole(frame.get("frames"), 5 * DEFAULT_FPS + 1, 1, 3600)}


def price(frame: Mapping[str, Any], width: int, height: int) -> Decimal:
    """Spark for one render."""
    fps = whole(frame.get("fps"), DEFAULT_FPS, 1, 60)
    return video_price(width, height, whole(frame.get("frames"), 5 * fps + 1, 1, 60 * fps) / fps)
