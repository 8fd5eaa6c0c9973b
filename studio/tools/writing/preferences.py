"""The models a plan is asked to be made with, as far as its tools take them."""

from collections.abc import Callable, Mapping
from typing import Any

from studio.catalogue.aliases import selector
from studio.catalogue.images import EDITORS, PAINTERS
from studio.tools.api import ToolRefusal
from studio.tools.audio import music_model
from studio.tools.video_models import check_agreement, video_model

_PAINTS_FOR = {"qwen": "qwen-2512", "qwen-lightning": "qwen-2512-lightning"}
"""Models that change pictures, and those of their family that paint them."""


def preferred(wanted: Mapping[str, Any]) -> tuple[dict[str, str], tuple[str, ...]]:
    """By image, video and music: the names that the plan's tools take; and a sentence for each that none takes."""
    found: dict[str, str] = {}
    wanting = []
    for kind, fitting in _FITTING.items():
        name = str(wanted.get(kind) or "").strip()
        try:
            taken = fitting(name) if name else ""
        except ToolRefusal as refused:
            wanting.append(f"{refused} The usual one makes it.")
            continue
        if taken:
            found[kind] = taken
    return found, tuple(wanting)


def _painter(name: str) -> str:
    known = selector(name)
    short = _PAINTS_FOR.get({full: one for one, full in EDITORS.items()}.get(known, known), known)
    if short not in (*PAINTERS, *PAINTERS.values()):
        raise ToolRefusal(f"There is no model {name[:60]} for pictures from words.")
    return short


def _animator(name: str) -> str:
    """One that makes a film of its first picture, for anybody."""
    model = video_model(name, "i2v")
    check_agreement(model)
    by_inputs = model.limits.vendor and model.family != "happyhorse"
    if not (by_inputs or "_i2v" in model.id or model.id.endswith("-i2v")):
        raise ToolRefusal(f"{name[:60]} makes no film of a picture it opens with.")
    return name


def _composer(name: str) -> str:
    return music_model(name, None)


_FITTING: Mapping[str, Callable[[str], str]] = {
    "image": _painter,
    "video": _animator,
    "music": _composer,
}
