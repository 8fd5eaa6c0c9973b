"""What the catalogue says of one model, and the shapes its tiers are written in."""

from dataclasses import dataclass
from typing import Any

DEFAULT_FPS = 24
MOST_PX = 15_360
USUAL_CONTEXT = 3
"""Reference pictures that a model looks at when its family has no number of its own."""
STEPS = {"min": 1, "max": 20, "default": 8, "step": 1}
SAMPLER = {"allowed": ["euler"], "default": "euler"}
SCHEDULER = {"allowed": ["simple"], "default": "simple"}


@dataclass(frozen=True)
class Model:
    """One advertised model; `workflow` names the renderer's engine, `needs` the inputs it cannot do without.

    `most_context` are the reference pictures an image model looks at. `sid` is its number, given by the catalogue.
    """

    id: str
    name: str
    tier: str
    media: str
    workflow: str
    needs: tuple[str, ...] = ()
    most_context: int = USUAL_CONTEXT
    sid: int = 0

    @property
    def keeps_size(self) -> bool:
        """Whether a request without a size means the size of the picture it came with."""
        return self.workflow in ("edit", "upscale", "cut_out", "segment", "i23d")

    def listed(self) -> dict[str, Any]:
        """The row of `/api/v1/models/list`."""
        return {
            "id": self.id,
            "name": self.name,
            "SID": self.sid,
            "tier": self.tier,
            "media": self.media,
        }


def bounds(low: int, high: int, default: int, step: int) -> dict[str, int]:
    """A range of a tier."""
    return {"min": low, "max": high, "default": default, "step": step}


def size(name: str, label: str, width: int, height: int, ratio: str) -> dict[str, Any]:
    """A row of the size presets."""
    aspect = f"{width / height:.2f}".rstrip("0").rstrip(".")
    return {
        "id": name,
        "label": label,
        "width": width,
        "height": height,
        "ratio": ratio,
        "aspect": aspect,
    }
