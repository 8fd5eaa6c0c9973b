"""The studio's own LoRAs: looks its picture renderer knows, under ids of its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from studio.safe_json import is_number

MOST = 8
FAINT = 0.2
"""Below this strength a look leaves no trace."""


@dataclass(frozen=True)
class Lora:
    """One look; `words` are what the renderer understands it by."""

    id: str
    name: str
    words: str
    about: str
    category: str = "art-direction"

    def listed(self, model_ids: list[str]) -> dict[str, Any]:
        """The row of `GET /v1/loras/comfy`."""
        return {
            "loraId": self.id,
            "slug": self.id,
            "name": self.name,
            "description": self.about,
            "relatedLoraIds": [],
            "ui": {
                "min": 0,
                "max": 1,
                "default": 1,
                "step": 0.05,
                "recommendedMin": 0.5,
                "recommendedMax": 1,
                "category": self.category,
                "nsfw": False,
                "sexual": False,
                "creator": "studio",
                "sourceUrl": "",
            },
            "modelIds": model_ids,
        }


_ALL = (
    Lora("studio-poster", "Poster", "poster", "Flat planes of colour, as in a travel poster."),
    Lora("studio-watercolor", "Watercolour", "watercolor", "Pigment that runs on wet paper."),
    Lora("studio-ink", "Ink", "ink", "Black ink on paper."),
    Lora("studio-oil", "Oil", "oil painting", "Thick strokes of a brush."),
    Lora("studio-neon", "Neon", "neon", "Glowing lines in the dark.", "lighting"),
    Lora("studio-retro", "Retro", "retro", "Faded colours and grain.", "colour"),
    Lora("studio-pixel", "Pixels", "pixel", "Large square pixels, few colours."),
)
LORAS = {lora.id: lora for lora in _ALL}


class UnknownLora(ValueError):
    """A request names a look this studio has not, or too many; the message is a sentence."""


def wanted(frame: Mapping[str, Any]) -> list[tuple[Lora, float]]:
    """The looks of a request with their strengths, 0 … 1. Raises UnknownLora."""
    names = frame.get("loras")
    strengths = frame.get("loraStrengths")
    if not isinstance(names, list):
        return []
    if len(names) > MOST:
        raise UnknownLora(f"At most {MOST} LoRAs go into one request.")
    found = []
    for place, name in enumerate(names):
        lora = LORAS.get(name) if isinstance(name, str) else None
        if lora is None:
            raise UnknownLora(f"This studio has no LoRA {str(name)[:80]!r}.")
        given = strengths[place] if isinstance(strengths, list) and place < len(strengths) else 1
        sound = is_number(given)
        found.append((lora, min(1.0, max(0.0, float(given))) if sound else 1.0))
    return found


def with_looks(prompt: str, frame: Mapping[str, Any]) -> str:
    """The prompt with the words of every look that is strong enough to be seen."""
    words = [lora.words for lora, strength in wanted(frame) if strength >= FAINT]
    return ", ".join([prompt, *words]) if words else prompt
