"""What a film order comes with, and what the renderers are given of it: for the models that decide by their inputs."""

import re
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from studio.catalogue import Model
from studio.catalogue.video_families import Family, family_of

URLS = {"image": "referenceImageURLs", "video": "referenceVideoURLs", "audio": "referenceAudioURLs"}
"""The lists of addresses of an order, by what is behind them."""
_SHOWN = re.compile(r"hasReferenceImage(End)?|hasContextImage\d+")
_FILMED = re.compile(r"hasReferenceVideo\d*")
_HEARD = re.compile(r"hasReferenceAudio(Identity|\d*)")
_PINNED = re.compile(r"hasKeyframeImage\d+")
_AS = {"r2v": "t2v", "flfa2v": "ia2v"}
"""Ways of making that another renderer makes too."""


def kept_family(model_id: str) -> Family | None:
    """The family whose limits an order of this model is held to, if any."""
    family = family_of(model_id)
    return family if family is not None and family.kept else None


def addresses(frame: Mapping[str, Any], kind: str) -> list[Any]:
    """The addresses of references of one kind, as they were sent."""
    given = frame.get(URLS[kind])
    return given if isinstance(given, list) else []


def _flags(frame: Mapping[str, Any], pattern: re.Pattern[str]) -> int:
    return sum(
        value is True and bool(pattern.fullmatch(name)) for name, value in list(frame.items())
    )


def counts(frame: Mapping[str, Any]) -> tuple[int, int, int]:
    """How many pictures, films and sounds an order refers to, keyframes aside."""
    return (
        _flags(frame, _SHOWN) + len(addresses(frame, "image")),
        _flags(frame, _FILMED) + len(addresses(frame, "video")),
        _flags(frame, _HEARD) + len(addresses(frame, "audio")),
    )


def pinned(frame: Mapping[str, Any]) -> int:
    """How many keyframes an order comes with."""
    return _flags(frame, _PINNED)


def way(model: Model, frame: Mapping[str, Any], inputs: Collection[str]) -> str:
    """The renderer's workflow. Most models have one; Seedance and Wan 3 are told by what comes with them."""
    family = kept_family(model.id)
    if family is None:
        return model.workflow
    if not family.vendor or family.name == "happyhorse":
        extended = family.h3 and model.workflow == "t2v" and "referenceVideo" in inputs
        return "extend_video" if extended else _AS.get(model.workflow, model.workflow)
    task = {"edit": "v2v", "extend": "extend_video"}.get(str(frame.get("seedanceTaskType")))
    if task:
        return task
    if "referenceImage" in inputs or "referenceImageEnd" in inputs:
        return "ia2v" if "referenceAudio" in inputs else "i2v"
    if family.name == "seedance" and "referenceVideo" in inputs:
        return "v2v"
    seen = any(name.startswith(("contextImage", "video", "referenceVideo")) for name in inputs)
    return "a2v" if "referenceAudio" in inputs and not seen else "t2v"


def arranged(
    model: Model,
    frame: Mapping[str, Any],
    uploads: Mapping[str, Path],
    referred: Mapping[str, list[Path]],
) -> dict[str, Path]:
    """The inputs under the names that the renderers know; `referred` is what is behind the order's addresses."""
    if kept_family(model.id) is None:
        return dict(uploads)
    loose = model.workflow == "r2v" or way(model, frame, uploads) in ("t2v", "a2v")
    pictures = (("referenceImage",) if model.workflow == "r2v" else ()) + tuple(
        f"contextImage{number}" for number in range(1, 17)
    )
    films = (("referenceVideo",) if loose else ()) + tuple(f"referenceVideo{n}" for n in (1, 2, 3))
    sounds = ("referenceAudio", "referenceAudio1", "referenceAudio2", "referenceAudio3")
    given = {
        "image": [uploads[name] for name in pictures if name in uploads] + referred["image"],
        "video": [uploads[name] for name in films if name in uploads] + referred["video"],
        "audio": [uploads[name] for name in sounds if name in uploads] + referred["audio"],
    }
    moved = (*pictures, *films, *sounds)
    found = {name: path for name, path in uploads.items() if name not in moved}
    found |= {f"contextImage{number}": path for number, path in enumerate(given["image"], 1)}
    found |= {f"video{number}": path for number, path in enumerate(given["video"], 1)}
    if given["audio"]:
        found["referenceAudio"] = given["audio"][0]
    if model.workflow == "i2v" and given["image"]:
        found.setdefault("referenceImage", given["image"][0])
    return found
