"""What a binding puts into an argument: an address, an index, cues, overlays or a name of an earlier step's results."""

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from studio.tools.api import KINDS, Tool
from studio.workflows.plan import INPUT, Binding

MOST_INLINE_BYTES = 10 * 1024 * 1024


class Unbound(Exception):
    """A binding that finds nothing to bind; the message is a sentence."""


@dataclass(frozen=True)
class Source:
    """What a step left behind: its artifacts (rows of the record), its result, and its place in the session.

    `indices` gives each artifact's index in its kind's space: generated ones from 0, input media from −1 down.
    """

    artifacts: tuple[dict[str, Any], ...]
    indices: Mapping[str, int]
    result: Mapping[str, Any]


@dataclass(frozen=True)
class Session:
    """What the bindings of one step can reach: finished steps and the input media, by name; and where files lie."""

    sources: Mapping[str, Source]
    paths: Mapping[str, Path]


def bound(
    tool: Tool, arguments: Mapping[str, Any], bindings: tuple[Binding, ...], session: Session
) -> dict[str, Any]:
    """The arguments with every binding in place. A list takes what is bound to it at its end. Raises Unbound."""
    filled = dict(arguments)
    for binding in bindings:
        listed = _is_list(tool, binding.target)
        try:
            values = _values(binding, session, _form(tool, binding), every=listed)
        except Unbound:
            if binding.required:
                raise
            continue
        if listed:
            given = filled.get(binding.target)
            filled[binding.target] = [*(given if isinstance(given, list) else []), *values]
        else:
            filled[binding.target] = values[0]
    return filled


def _is_list(tool: Tool, name: str) -> bool:
    return tool.properties[name].get("type") == "array"


def _form(tool: Tool, binding: Binding) -> str:
    """What an artifact becomes: its id, its index, its address or its bytes.

    A reference is an id where assets are named, an index where a number is wanted, else an address.
    """
    transform = binding.transform
    if transform != "asset_ref":
        return "index" if transform.endswith("_index") else transform
    shape = tool.properties[binding.target]
    kind = shape.get("items", {}).get("type") if shape.get("type") == "array" else shape.get("type")
    if binding.target.lower().startswith("asset"):
        return "id"
    return "index" if kind in ("integer", "number") else "url"


def _values(binding: Binding, session: Session, form: str, *, every: bool) -> list[Any]:
    source = session.sources.get(binding.source)
    if source is None:
        raise Unbound(f"Step {binding.source} came to nothing.")
    words = _WORDS.get(binding.transform)
    if words is not None:
        value = words(source.result)
        return list(value) if every and isinstance(value, list) else [value]
    found = _chosen(binding, source)
    if binding.artifact_index is None and not binding.artifact_id and not every:
        found = found[:1]
    return [_value(form, one, source, session) for one in found]


def _chosen(binding: Binding, source: Source) -> list[dict[str, Any]]:
    kind = binding.media_type
    fitting = [one for one in source.artifacts if kind in ("", one["mediaType"])]
    if binding.artifact_id:
        fitting = [one for one in fitting if binding.artifact_id in (one["id"], one.get("name"))]
    if binding.artifact_index is not None:
        fitting = fitting[binding.artifact_index : binding.artifact_index + 1]
    if not fitting:
        place = "the input media" if binding.source == INPUT else f"step {binding.source}"
        raise Unbound(f"There is no such {kind or 'result'} in {place}.")
    return fitting


def _value(form: str, artifact: dict[str, Any], source: Source, session: Session) -> str | int:
    if form == "id":
        return str(artifact["id"])
    if form == "artifact_data_uri":
        return _data_uri(artifact, session.paths)
    if form == "index":
        return source.indices[artifact["id"]]
    return str(artifact["url"])


def _data_uri(artifact: dict[str, Any], paths: Mapping[str, Path]) -> str:
    path = paths.get(artifact["id"])
    if path is None or not path.is_file():
        raise Unbound("The file is no longer there.")
    if path.stat().st_size > MOST_INLINE_BYTES:
        raise Unbound("The file is too large to be written into the arguments (10 MB).")
    return f"data:{artifact['mimeType']};base64,{base64.b64encode(path.read_bytes()).decode()}"


def _cues(result: Mapping[str, Any]) -> list[dict[str, Any]]:
    cues = result.get("cues")
    if isinstance(cues, list) and cues:
        return cues
    lines = _lines(result)
    length = result.get("duration_seconds", result.get("durationSeconds"))
    whole = float(length) if isinstance(length, int | float) and length > 0 else 3.0 * len(lines)
    share = whole / len(lines)
    return [
        {
            "startSeconds": round(place * share, 3),
            "endSeconds": round((place + 1) * share, 3),
            "text": line,
        }
        for place, line in enumerate(lines)
    ]


def _lines(result: Mapping[str, Any]) -> list[str]:
    """The spoken or sung lines of a text result, without its headings."""
    for name in ("lyrics", "script", "text", "content", "prompt", "message"):
        text = result.get(name)
        if isinstance(text, str) and text.strip():
            lines = [line.strip() for line in text.splitlines()]
            kept = [line for line in lines if line and not line.startswith(("[", "#"))]
            if kept:
                return kept[:200]
    raise Unbound("The step wrote no text to make subtitles of.")


def _srt(result: Mapping[str, Any]) -> str:
    written = result.get("srt")
    if isinstance(written, str) and written.strip():
        return written
    blocks = (
        f"{number}\n{_moment(cue['startSeconds'])} --> {_moment(cue['endSeconds'])}\n{cue['text']}\n"
        for number, cue in enumerate(_cues(result), 1)
    )
    return "\n".join(blocks)


def _moment(seconds: float) -> str:
    total = round(seconds * 1000)
    return f"{total // 3_600_000:02}:{total // 60_000 % 60:02}:{total // 1000 % 60:02},{total % 1000:03}"


def _overlays(result: Mapping[str, Any]) -> list[dict[str, Any]]:
    items = result.get("overlays")
    if isinstance(items, list) and items:
        return items
    return [
        {
            "type": "text",
            "text": cue["text"],
            "startSeconds": cue["startSeconds"],
            "endSeconds": cue["endSeconds"],
        }
        for cue in _cues(result)
    ]


_WORDS = {"subtitle_cues": _cues, "subtitle_srt": _srt, "overlay_items": _overlays}
assert set(KINDS) == {"image", "video", "audio"}, "each kind has an index and an address transform"
