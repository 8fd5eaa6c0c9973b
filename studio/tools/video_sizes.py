"""How large a film is made: exact pixels, a shape, a resolution of the shorter side, or the source's own shape."""

import re
from collections.abc import Mapping
from typing import Any

from studio.catalogue.video_families import two_stage
from studio.tools.api import Piece, ToolRefusal
from studio.tools.video_models import VideoModel

_AREA = 832 * 480
_USUAL = {"16:9": (832, 480), "9:16": (480, 832), "1:1": (640, 640)}
_EXACT = re.compile(r"\s*(\d{2,5})\s*[x×*]\s*(\d{2,5})\s*", re.IGNORECASE)
_RATIO = re.compile(r"\s*(\d{1,3}(?:\.\d+)?)\s*[:/]\s*(\d{1,3}(?:\.\d+)?)\s*")
_LEAST, _MOST = 256, 3840
_MOST_PIXELS = 3840 * 2160
_OPEN = ("", "auto", "adaptive", "source", "original")


def film_size(
    arguments: Mapping[str, Any], source: Piece | None = None, model: VideoModel | None = None
) -> tuple[int, int]:
    """Width and height in pixels, both even; one alone brings the other. ToolRefusal for a shape that is none.

    Where there is a model, as near to that as its family makes films; LTX and WAN make them as small as is asked for.
    """
    width, height = _wanted(arguments, source)
    if model is None:
        return width, height
    if not model.limits.kept:
        return model.limits.sizes.within(width, height)
    times = 2 if two_stage(model.id) else 1
    width, height = model.limits.sizes.nearest(round(width / times), round(height / times))
    return width * times, height * times


def _wanted(arguments: Mapping[str, Any], source: Piece | None) -> tuple[int, int]:
    width, height = arguments.get("width"), arguments.get("height")
    if width and height:
        return _bounded(float(width), float(height))
    named = str(arguments.get("aspectRatio") or arguments.get("ratio") or "").strip().lower()
    exact = _EXACT.fullmatch(named)
    if exact:
        return _bounded(float(exact[1]), float(exact[2]))
    ratio = _ratio(named, source)
    if width:
        return _bounded(float(width), float(width) / ratio)
    if height:
        return _bounded(float(height) * ratio, float(height))
    short = arguments.get("targetResolution")
    if short:
        side = min(max(float(short), 240), 2160)
        return _bounded(side * max(ratio, 1), side / min(ratio, 1))
    if named in _USUAL or (source is None and named in _OPEN):
        return _USUAL[named if named in _USUAL else "16:9"]
    return _bounded(_grid((_AREA * ratio) ** 0.5), _grid((_AREA / ratio) ** 0.5))


def _ratio(named: str, source: Piece | None) -> float:
    if named in _OPEN:
        if source is not None and source.width and source.height:
            return min(max(source.width / source.height, 0.3), 3.4)
        return 16 / 9
    found = _RATIO.fullmatch(named)
    if found is None or float(found[1]) <= 0 or float(found[2]) <= 0:
        raise ToolRefusal(f"“{named[:30]}” is no shape; write it like 16:9 or 1920x1080.")
    ratio = float(found[1]) / float(found[2])
    if not 0.25 <= ratio <= 4:
        raise ToolRefusal("A video can be at most four times as long as it is wide.")
    return ratio


def _grid(side: float) -> float:
    return round(side / 16) * 16


def _bounded(width: float, height: float) -> tuple[int, int]:
    """Even and within bounds; too large a picture is made smaller in the same shape."""
    scale = min(1.0, _MOST / max(width, height), (_MOST_PIXELS / (width * height)) ** 0.5)
    scale = max(scale, min(_LEAST / min(width, height), _MOST / max(width, height)))
    return round(width * scale / 2) * 2, round(height * scale / 2) * 2
