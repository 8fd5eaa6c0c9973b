"""Changing a kept template as a brief says: shape, length, models, music, name, inputs."""

import copy
import re
from collections.abc import Iterable, Mapping
from typing import Any

from studio.tools.api import Arguments
from studio.tools.writing.models import destination
from studio.tools.writing.workflows import binding, compose_workflow

MOST_INPUTS = 16
Row = dict[str, Any]
_CLIPS = ("animate_photo", "generate_video")
_MODEL_OF: dict[str, tuple[tuple[str, ...], str]] = {
    "image": (("generate_image",), "model"),
    "edit": (("edit_image",), "model"),
    "video": (_CLIPS, "videoModel"),
    "audio": (("generate_music",), "model"),
}
_RATIO = re.compile(r"\b(1:1|4:3|3:4|16:9|9:16|21:9)\b")
_SECONDS = re.compile(r"\b(\d{1,3}) ?(?:s|secs?|seconds?)\b", re.I)
_ADD_MUSIC = re.compile(r"\badd\b[^.]{0,30}\b(music|song|soundtrack|score)\b", re.I)
_DROP_MUSIC = re.compile(
    r"\b(?:remove|drop|without|no)\b[^.]{0,20}\b(music|song|soundtrack|score)\b", re.I
)
_SWAP = re.compile(r"\b(?:to|use|with|model)\s+([a-z0-9][\w.-]{2,60})", re.I)
_RENAME = re.compile(r"\brename(?: it)? (?:to|as) [\"“']?([^\"”'.]{1,80})", re.I)


def tool_of(stage: Row) -> str:
    """The tool of a stage."""
    return str(stage.get("tool") or stage.get("toolName") or "")


def edited(
    existing: Mapping[str, Any], brief: str, name: str, arguments: Arguments
) -> tuple[Row, list[str]]:
    """The template with the changes the brief asks for, and what they were.

    What the brief does not mention stays; the version rises.
    """
    draft: Row = copy.deepcopy(dict(existing))
    stages: list[Row] = draft.setdefault("stages", [])
    changes = _reshaped(stages, brief, arguments)
    if _DROP_MUSIC.search(brief):
        changes += _without_music(stages)
    elif _ADD_MUSIC.search(brief) or arguments.get("include_audio"):
        changes += _with_music(stages, brief, arguments)
    renamed = _RENAME.search(brief)
    wanted = renamed.group(1).strip() if renamed else name
    if wanted and wanted != draft.get("name"):
        changes.append(f"Renamed to {wanted}.")
        draft["name"] = wanted
    changes += _with_inputs(draft, arguments.get("inputs") or ())
    for key in ("description", "category", "visibility"):
        if arguments.get(key):
            draft[key] = arguments[key]
    draft["version"] = _bumped(str(draft.get("version") or "0.0.0"))
    return draft, changes or ["The brief names no change the studio knows; only the version rose."]


def _reshaped(stages: list[Row], brief: str, arguments: Arguments) -> list[str]:
    """Another aspect ratio, another length, other models."""
    changes: list[str] = []
    ratio = str(arguments.get("aspect_ratio") or next(iter(_RATIO.findall(brief)), ""))
    if ratio:
        changes += _set(stages, ("generate_image", "edit_image"), "aspectRatio", ratio)
    seconds = next((float(one) for one in _SECONDS.findall(brief)), None)
    length = arguments.get("duration_seconds") or seconds
    clips = [stage for stage in stages if tool_of(stage) in _CLIPS]
    if length and clips:
        each = round(min(max(float(length) / len(clips), 2.0), 20.0), 2)
        changes += _set(stages, _CLIPS, "duration", each)
    for word in _SWAP.findall(brief):
        model = destination(word.rstrip("."))
        if model is not None:
            tools, key = _MODEL_OF[model.kind]
            changes += _set(stages, tools, key, model.name)
    return changes


def _with_inputs(draft: Row, rows: Iterable[Mapping[str, Any]]) -> list[str]:
    inputs: list[Row] = draft.setdefault("inputs", [])
    known = {row.get("name") for row in inputs}
    added = [dict(row) for row in rows if row.get("name") not in known][: MOST_INPUTS - len(known)]
    inputs += added
    return [f"Input {row['name']} added." for row in added]


def _set(stages: list[Row], tools: tuple[str, ...], key: str, value: Any) -> list[str]:
    touched = [stage for stage in stages if tool_of(stage) in tools]
    for stage in touched:
        stage.setdefault("args", {})[key] = value
    return [f"{stage.get('id', tool_of(stage))}: {key} is {value}." for stage in touched]


def _with_music(stages: list[Row], brief: str, arguments: Arguments) -> list[str]:
    if any(tool_of(stage) == "generate_music" for stage in stages):
        return []
    made = compose_workflow({"brief": brief, "include_audio": True, "scene_count": 1,
                             "duration_seconds": arguments.get("duration_seconds") or 20})  # fmt: skip
    music = next(step for step in made["steps"] if step["toolName"] == "generate_music")
    stage = {
        "id": "music",
        "type": "fixed",
        "tool": "generate_music",
        "args": music["arguments"],
        "dependsOn": [],
    }
    row = binding("music", "audioIndex", "audio_index", "audio")
    final = next((one for one in stages if tool_of(one) == "stitch_video"), None)
    clips = [
        one
        for one in stages
        if tool_of(one) in ("animate_photo", "generate_video", "sound_to_video")
    ]
    if final is not None:
        stages.insert(stages.index(final), stage)
        final.setdefault("dependsOn", []).append(row)
    else:
        stages.append(stage)
        if clips:
            rows = [binding(one["id"], "videoIndices", "video_index", "video") for one in clips]
            stages.append(
                {
                    "id": "final_cut",
                    "type": "fixed",
                    "tool": "stitch_video",
                    "args": {},
                    "dependsOn": [*rows, row],
                }
            )
    return ["A music step was added."]


def _without_music(stages: list[Row]) -> list[str]:
    gone = {stage.get("id") for stage in stages if tool_of(stage) == "generate_music"}
    stages[:] = [stage for stage in stages if stage.get("id") not in gone]
    for stage in stages:
        rows = stage.get("dependsOn") or []
        stage["dependsOn"] = [row for row in rows if row.get("sourceStepId") not in gone]
    return ["The music step was removed."] if gone else []


def _bumped(version: str) -> str:
    parts = version.split(".")
    last = int(parts[-1]) if parts[-1].isdigit() else 0
    return ".".join([*parts[:-1], str(last + 1)])
