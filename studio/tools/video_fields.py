"""Arguments that several video tools share, as fragments of their schemas."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from studio.tools.seeds import MOST_VARIATIONS

Fragment = Mapping[str, Any]

MODEL: Fragment = {
    "type": "string",
    "description": "Which model makes it: a selector such as ltx25, wan22, seedance2-5 or wan3.0-video, or a full id. "
    "Leave it out for the usual one.",
}
SOUND: Fragment = {
    "type": "boolean",
    "description": "false makes a silent film. Usually there is sound.",
}
VARIATIONS: Fragment = {
    "type": "integer",
    "minimum": 1,
    "maximum": MOST_VARIATIONS,
    "description": "How many versions to make. Vary them with one {a|b|c} group in the prompt.",
}
SHAPE: Fragment = {
    "type": "string",
    "description": "Shape such as 16:9 or 9:16, or exact pixels such as 1920x1080. Leave it out to keep the source's.",
}
RESOLUTION: Fragment = {
    "type": "number",
    "minimum": 240,
    "maximum": 2160,
    "description": "Pixels on the shorter side, such as 480, 720 or 1080.",
}
NEGATIVE: Fragment = {"type": "string", "description": "What should not be seen."}
FORMAT: Fragment = {
    "type": "string",
    "enum": ["mp4", "mov"],
    "description": "File format; mov with Seedance 2.5 only.",
}
LAST_FRAME: Fragment = {
    "type": "boolean",
    "description": "true also hands back the last frame as a picture.",
}
SEED: Fragment = {
    "type": "integer",
    "minimum": -1,
    "maximum": 4294967295,
    "description": "The same seed makes the same film; -1 or nothing draws one.",
}
LITERAL: Fragment = {
    "type": "boolean",
    "description": "Whether the prompt is to be used word for word; it always is here.",
}


def number(low: float, high: float, description: str) -> dict[str, Any]:
    """A bounded number."""
    return {"type": "number", "minimum": low, "maximum": high, "description": description}


def index(description: str) -> dict[str, Any]:
    """The index of a medium."""
    return {"type": "integer", "description": description}


def indices(description: str, *, most: int = 16, least: int = 1) -> dict[str, Any]:
    """A list of indices."""
    return {
        "type": "array",
        "items": {"type": "integer"},
        "minItems": least,
        "maxItems": most,
        "description": description,
    }


def any_indices(description: str) -> dict[str, Any]:
    """A list of indices whose length the planner bounds, by the model."""
    return {"type": "array", "items": {"type": "integer"}, "description": description}


def text(description: str) -> dict[str, Any]:
    """A piece of text."""
    return {"type": "string", "description": description}


def choice(options: Any, description: str) -> dict[str, Any]:
    """One of a few words."""
    return {"type": "string", "enum": list(options), "description": description}


def cents(value: Decimal) -> Decimal:
    """A price to the hundredth."""
    return value.quantize(Decimal("0.01"))
