"""Arguments made to fit the schema a tool is offered with: names, bounds, choices, and the way it counts media."""

import re
from collections.abc import Container, Mapping
from fractions import Fraction
from typing import Any

from studio.safe_json import is_number

# the service's own limits, where a short schema leaves them out: seconds
_USUAL_BOUNDS = {
    ("animate_photo", "duration"): (2, 20),
    ("sound_to_video", "duration"): (2, 30),
    ("generate_video", "duration"): (2, 30),
    ("extend_video", "duration"): (2, 30),
    ("generate_music", "duration"): (10, 600),
    ("dance_montage", "duration"): (8, 30),
}
UNITS = {
    "duration": " seconds", "duration_seconds": " seconds", "bpm": " beats a minute", "width": " pixels",
    "height": " pixels", "targetLongestEdge": " pixels", "targetResolution": " pixels",
}  # fmt: skip
WORDS = {
    "duration": "length", "duration_seconds": "length", "numberOfVariations": "number of results",
    "targetLongestEdge": "long side", "scene_count": "number of scenes", "scale": "factor", "bpm": "tempo",
    "targetResolution": "resolution", "ratio": "shape", "outpaintAspectRatio": "shape", "aspect_ratio": "shape",
    "aspectRatio": "shape",
}  # fmt: skip
_SOUNDS = ("generate_music", "generate_speech")
_SHORTEST_MORE_S = 2  # seconds that a film can be let go on for at least
_SORTS: Mapping[str, type | tuple[type, ...]] = {
    "string": str, "boolean": bool, "array": list, "object": dict, "number": (int, float), "integer": int,
}  # fmt: skip
_INDEX = re.compile(r"(Index|Indices|_index|_indices)$")
_FROM_ZERO = re.compile(r"\b0-based\b", re.I)
_OF_UPLOADS = re.compile(
    r"\b0 = (?:the )?first upload|\bindex of (?:an?|the) uploaded\b|\buploaded files list\b|\b0-based "
    r"reference-image index\b",
    re.I,
)


def fitted(
    schema: Mapping[str, Any],
    tool: str,
    arguments: Mapping[str, Any],
    uploads: Mapping[str, int],
    offered: Container[str] = (),
) -> tuple[dict[str, Any], list[str]]:
    """Known arguments within their bounds, and a remark for each value that had to be moved.

    Sizes come in as `width` and `height`, or as `aspectRatio`, and leave in the names the schema has.
    """
    known = schema.get("properties") or {}
    fit: dict[str, Any] = {}
    notes: list[str] = []
    for name, value in _shaped(known, arguments).items():
        fragment = known.get(name)
        if fragment is None:
            continue
        if _INDEX.search(name):
            value = _counted(fragment, name, value, uploads)
            if value is None:
                continue
        moved = _within(fragment, _USUAL_BOUNDS.get((tool, name)), value)
        if moved is None or not _of_its_sort(fragment, moved):
            continue
        if moved != value and isinstance(value, int | float):
            unit = UNITS.get(name, "")
            told = f"The {WORDS.get(name, name)} can be {moved:g}{unit} here, not {value:g}."
            notes.append(told + further(tool, name, value, moved, offered))
        fit[name] = moved
    return fit, notes


def further(tool: str, name: str, wanted: float, taken: float, offered: Container[str]) -> str:
    """How to come to what was wanted, a sentence behind a limit; empty where no offered tool leads there."""
    more = wanted - taken
    filmed = name == "duration" and tool not in _SOUNDS
    if filmed and more >= _SHORTEST_MORE_S and "extend_video" in offered:
        return f" It can go on afterwards: say “{more:g} seconds longer”."
    if name in ("width", "height") and more > 0 and "upscale_image" in offered:
        return " It can be enlarged afterwards: say “enlarge it”."
    return ""


def _of_its_sort(fragment: Mapping[str, Any], value: Any) -> bool:
    """Whether a value is of the type its fragment tells; of a list, each of its values."""
    sort = _SORTS.get(str(fragment.get("type")))
    if sort is None or (sort is int and isinstance(value, float) and value.is_integer()):
        return True
    if not isinstance(value, sort) or (isinstance(value, bool) and sort is not bool):
        return False
    items = fragment.get("items") or {}
    return not isinstance(value, list) or all(_of_its_sort(items, one) for one in value)


def _shaped(known: Mapping[str, Any], arguments: Mapping[str, Any]) -> dict[str, Any]:
    """The size in the words of this schema."""
    given = dict(arguments)
    width, height, shape = (given.pop(n, None) for n in ("width", "height", "aspectRatio"))
    if width and height and {"width", "height"} <= set(known):
        return {**given, "width": width, "height": height}
    if width and height and not shape:
        part = Fraction(int(width), int(height)).limit_denominator(40)
        shape = f"{part.numerator}:{part.denominator}"
    if shape:
        name = next((n for n in ("aspectRatio", "aspect_ratio", "ratio") if n in known), None)
        if name is not None:
            given.setdefault(name, shape)
    return given


def _within(fragment: Mapping[str, Any], usual: tuple[float, float] | None, value: Any) -> Any:
    """The nearest value the fragment allows; None when there is none."""
    choices = fragment.get("enum")
    if choices:
        return _chosen(choices, value)
    if is_number(value):
        least, most = fragment.get("minimum"), fragment.get("maximum")
        if usual is not None:
            least = max(usual[0], least) if least is not None else usual[0]
            most = min(usual[1], most) if most is not None else usual[1]
        value = max(value, least) if least is not None else value
        value = min(value, most) if most is not None else value
        if isinstance(value, float) and (value.is_integer() or fragment.get("type") == "integer"):
            value = int(value)
    if isinstance(value, str) and isinstance(fragment.get("maxLength"), int):
        value = value[: fragment["maxLength"]]
    if isinstance(value, list) and isinstance(fragment.get("maxItems"), int):
        value = value[: fragment["maxItems"]]
    return value


def _chosen(choices: list[Any], value: Any) -> Any:
    if value in choices:
        return value
    numbers = [one for one in choices if isinstance(one, int | float)]
    if numbers and isinstance(value, int | float):
        return min(numbers, key=lambda one: abs(one - value))
    shapes = {one: shape_in(one) for one in choices}
    wanted = shape_in(value)
    if wanted and any(shapes.values()):
        near = [one for one in choices if shapes[one]]
        return min(near, key=lambda one: abs((shapes[one] or 0) - wanted))
    return None


def shape_in(text: Any) -> float | None:
    """Width by height of a shape like "16:9"; None for any other words."""
    found = re.fullmatch(r"(\d{1,5}):(\d{1,5})", str(text))
    return int(found.group(1)) / max(int(found.group(2)), 1) if found else None


def _counted(fragment: Mapping[str, Any], name: str, value: Any, uploads: Mapping[str, int]) -> Any:
    """An index as this argument counts: some of the service's count uploads from 0 and know no results."""
    told = str(fragment.get("description") or "")
    if not (_FROM_ZERO.search(told) and _OF_UPLOADS.search(told)):
        return value
    if not isinstance(value, int):
        return value
    if value < 0:
        return -value - 1
    kind = "audio" if "audio" in name.lower() else "video" if "video" in name.lower() else "image"
    return value if kind == "image" or uploads.get(kind) else None
