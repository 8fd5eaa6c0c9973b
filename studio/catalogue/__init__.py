"""The models the studio advertises, under Sogni's own ids, and the limits of their tiers.

Only what a renderer really makes is listed. One file for each kind of media.
"""

from dataclasses import replace
from typing import Any

from studio.catalogue import audio, images, videos
from studio.catalogue.llm import LLM_MODEL, llm_models
from studio.catalogue.model import DEFAULT_FPS, Model

__all__ = [
    "DEFAULT_FPS",
    "LLM_MODEL",
    "MODELS",
    "SIZE_PRESETS",
    "TIERS",
    "Model",
    "llm_models",
    "preset",
]

_ALL = (*images.MODELS, *videos.MODELS, *audio.MODELS)
MODELS: dict[str, Model] = {model.id: replace(model, sid=n) for n, model in enumerate(_ALL, 1)}
TIERS: dict[str, dict[str, Any]] = {**images.TIERS, **videos.TIERS, **audio.TIERS}
SIZE_PRESETS: dict[str, list[dict[str, Any]]] = {
    "image": images.SIZES,
    "model": [],
    "video": videos.SIZES,
}


def preset(media: str, name: str) -> tuple[int, int] | None:
    """Width and height of a size preset."""
    for entry in SIZE_PRESETS.get(media, []):
        if entry["id"] == name:
            return entry["width"], entry["height"]
    return None
