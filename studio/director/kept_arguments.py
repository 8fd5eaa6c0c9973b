"""The arguments of a call from before, as a conversation hands them back: only those that can be what they say."""

import math
import re
from collections.abc import Mapping
from typing import Any

from studio.safe_json import is_number, is_whole

_INDEX = re.compile(r"(?:Index|_index)$")
_INDICES = re.compile(r"(?:Indices|_indices)$")
_NUMBER = re.compile(
    r"(?:seconds|pct|strength|resolution|edge|size)$|^(?:duration|audioStart|width|height|numberOfVariations|scale|bpm|"
    r"seed|creativity|guidance|timesig|threshold|scene_count)$",
    re.I,
)
_TEXT = re.compile(
    r"prompt$|^(?:text|dance|lyrics|dialogue|voice|voiceDescription|language|model|ratio|aspect_?ratio|brief|srt|"
    r"description|name|kind|type|position|color|fontWeight|controlMode|distance|elevation|keyscale|platform)$",
    re.I,
)
_ROWS = {"overlays": ("kind", "position"), "cues": ("text", "startSeconds", "endSeconds")}
"""Lists of objects, and what each of these must have."""
_OBJECTS = {"transition": ("type",)}


def well_formed(tool: str, arguments: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments without those of another sort than their name tells."""
    found = {name: _read(tool, name, value) for name, value in arguments.items()}
    return {name: value for name, value in found.items() if value is not None}


def _read(tool: str, name: str, value: Any) -> Any:
    """One argument; None where it cannot be what its name tells."""
    if _INDEX.search(name):
        return value if is_whole(value) else None
    if _INDICES.search(name):
        return value if isinstance(value, list) and value and all(map(is_whole, value)) else None
    if name in _ROWS:
        return _rows(tool, value, _ROWS[name])
    if name in _OBJECTS or (name == "style" and tool == "add_subtitles"):
        return _whole(tool, value, _OBJECTS.get(name, ()))
    if _TEXT.search(name):
        return value if isinstance(value, str) else None
    return (value if _is_number(value) else None) if _NUMBER.search(name) else value


def _rows(tool: str, value: Any, needed: tuple[str, ...]) -> list[dict[str, Any]] | None:
    if not isinstance(value, list):
        return None
    rows = [_whole(tool, one, needed) for one in value]
    return [one for one in rows if one is not None] if all(rows) else None


def _whole(tool: str, value: Any, needed: tuple[str, ...]) -> dict[str, Any] | None:
    """An object with all it must have, and nothing in it of another sort than its name tells."""
    told = well_formed(tool, value) if isinstance(value, dict) else None
    return told if told is not None and all(one in told for one in needed) else None


def _is_number(value: Any) -> bool:
    return is_number(value) and math.isfinite(value)
