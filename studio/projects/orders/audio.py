"""Audio projects: music and speech; workflow, options and price."""

from collections.abc import Collection, Mapping
from decimal import Decimal
from typing import Any

from studio.accounts.prices import audio_price, speech_price
from studio.catalogue import MODELS, TIERS, Model
from studio.projects.orders.values import seconds

USUAL_SIZE = (0, 0)
INPUTS: tuple[str, ...] = ("referenceAudio",)
_TOLD = (
    "bpm",
    "keyscale",
    "timesignature",
    "language",
    "lyrics",
    "speaker",
    "instruct",
    "referenceText",
    "creativity",
)
_MOST_TEXT = 6000


def workflow(model: Model, frame: Mapping[str, Any], inputs: Collection[str]) -> str:
    """The model's own: music or speech."""
    return model.workflow


def options(frame: Mapping[str, Any]) -> dict[str, Any]:
    """What a renderer is told beyond the common fields, as the frame spells it.

    Music 3 takes tempo, key and meter from its prompt only.
    """
    told = {name: _kept(frame[name]) for name in _TOLD if frame.get(name) is not None}
    if frame.get("modelID") == "minimax_music3":
        for name in ("bpm", "keyscale", "timesignature"):
            told.pop(name, None)
    return told


def price(frame: Mapping[str, Any], width: int, height: int) -> Decimal:
    """Spark for one render: music by the second, speech by the take."""
    model = MODELS[str(frame.get("modelID"))]
    if model.workflow == "speech":
        return speech_price()
    return audio_price(length(frame))


def length(frame: Mapping[str, Any]) -> float:
    """Seconds of music: as asked for, else the usual length of its model."""
    usual = TIERS[MODELS[str(frame.get("modelID"))].tier]["duration"]["default"]
    return seconds(frame.get("duration")) or float(usual)


def _kept(value: Any) -> Any:
    """Text within bounds and numbers that are ones; anything else as text."""
    if isinstance(value, int | float) and value == value:
        return value
    return str(value)[:_MOST_TEXT]
