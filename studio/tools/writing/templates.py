"""compose_workflow_template: a workflow to keep, with inputs; or a kept one changed."""

import copy
import re
from collections.abc import Mapping
from typing import Any

from studio.tools.api import Arguments, ToolRefusal
from studio.tools.writing.models import destination
from studio.tools.writing.topic import read_topic
from studio.tools.writing.workflows import binding, compose_workflow

MOST_INPUTS = 16
_PLACEHOLDER = re.compile(r"\$inputs\.([A-Za-z0-9_]+)")
_MEDIA = {"image": "sourceImageIndex", "video": "videoSourceIndex", "audio": "audioSourceIndex"}
_RATIO = re.compile(r"\b(1:1|4:3|3:4|16:9|9:16|21:9)\b")
_SECONDS = re.compile(r"\b(\d{1,3}) ?(?:s|secs?|seconds?)\b", re.I)
_ADD_MUSIC = re.compile(r"\badd\b[^.]{0,30}\b(music|song|soundtrack|score)\b", re.I)
_DROP_MUSIC = re.compile(
    r"\b(?:remove|drop|without|no)\b[^.]{0,20}\b(music|song|soundtrack|score)\b", re.I
)
_SWAP = re.compile(r"\b(?:to|use|with|model)\s+([a-z0-9][\w.-]{2,60})", re.I)
_RENAME = re.compile(r"\brename(?: it)? (?:to|as) [\"“']?([^\"”'.]{1,80})", re.I)
Row = dict[str, Any]


def compose_workflow_template(arguments: Arguments) -> dict[str, Any]:
    """`template_draft` and a concrete `plan` for its example inputs. `existing_template` is changed, its ids kept."""
    name = str(arguments.get("name") or "").strip()
    brief = " ".join(str(arguments.get("brief") or "").split())
    if not brief:
        raise ToolRefusal("Say what the template should make.", "USER_INPUT_INCOMPLETE")
    existing = arguments.get("existing_template")
    if isinstance(existing, Mapping) and existing:
        draft, changes = _edited(existing, brief, name, arguments)
    else:
        if not name:
            raise ToolRefusal("The template needs a name.", "USER_INPUT_INCOMPLETE")
        draft, changes = _drafted(brief, name, arguments), []
    plan = example_plan(draft)
    answer: Row = {"template_draft": draft, "plan": plan, "steps": plan["steps"]}
    return {**answer, "changes": changes} if changes else answer


def _drafted(brief: str, name: str, arguments: Arguments) -> Row:
    made = compose_workflow({**arguments, "brief": brief})
    topic = read_topic(brief)
    declared = [dict(row) for row in arguments.get("inputs") or () if isinstance(row, Mapping)][
        :MOST_INPUTS
    ]
    inputs = declared or [
        {"name": "subject", "type": "text", "required": True, "description": "What it is about.",
         "default": topic.phrase},
        {"name": "style", "type": "text", "required": False, "description": "How it looks.",
         "default": str(arguments.get("style") or "natural photographic look")},
    ]  # fmt: skip
    stages = [_stage(step, inputs, topic.phrase) for step in made["steps"]]
    return {
        "name": name,
        "version": "0.0.1",
        "description": str(
            arguments.get("description") or f"Makes {topic.phrase} in {len(stages)} steps."
        ),
        "brief": brief,
        "category": str(arguments.get("category") or "custom"),
        "visibility": str(arguments.get("visibility") or "private"),
        "stability": "experimental",
        "inputs": inputs,
        "stages": stages,
        "estimatedCapacityUnits": made["estimated_capacity_units"],
        "tags": list(topic.words[:5]),
    }


def _stage(step: Row, inputs: list[Row], subject: str) -> Row:
    """A step whose words make room for the inputs; media inputs become what its first picture starts from."""
    args = dict(step["arguments"])
    texts = [row["name"] for row in inputs if row["type"] in ("text", "select")]
    if step["toolName"] == "generate_image" and texts:
        words = re.sub(
            re.escape(subject), f"$inputs.{texts[0]}", args["prompt"], count=1, flags=re.IGNORECASE
        )
        if f"$inputs.{texts[0]}" not in words:
            words = f"$inputs.{texts[0]}, {words}"
        args["prompt"] = ", ".join([words, *(f"$inputs.{name}" for name in texts[1:])])
    rows = [dict(row) for row in step["dependsOn"]]
    image = next((row for row in inputs if row["type"] == "image"), None)
    if step["toolName"] == "generate_image" and image is not None:
        rows.append(_from_input(image, "sourceImageIndex", "image_index"))
    song = next((row for row in inputs if row["type"] == "audio"), None)
    if (
        step["toolName"] == "stitch_video"
        and song is not None
        and not any(row["targetArgument"] == "audioIndex" for row in rows)
    ):
        rows.append(_from_input(song, "audioIndex", "audio_index"))
    return {
        "id": step["id"],
        "type": "fixed",
        "tool": step["toolName"],
        "args": args,
        "dependsOn": rows,
    }


def _from_input(row: Row, target: str, transform: str) -> Row:
    made = binding("$input_media", target, transform, row["type"], sourceArtifactId=row["name"])
    made.pop("sourceArtifactIndex")
    return {**made, "required": bool(row.get("required"))}


def _edited(
    existing: Mapping[str, Any], brief: str, name: str, arguments: Arguments
) -> tuple[Row, list[str]]:
    """The template with the changes the brief asks for; what it does not mention stays, and the version rises."""
    draft: Row = copy.deepcopy(dict(existing))
    stages: list[Row] = draft.setdefault("stages", [])
    changes: list[str] = []
    ratio = str(arguments.get("aspect_ratio") or next(iter(_RATIO.findall(brief)[:1]), ""))
    if ratio:
        changes += _set(stages, ("generate_image", "edit_image"), "aspectRatio", ratio)
    length = arguments.get("duration_seconds") or next(
        (float(one) for one in _SECONDS.findall(brief)), None
    )
    clips = [stage for stage in stages if _tool(stage) in ("animate_photo", "generate_video")]
    if length and clips:
        each = round(min(max(float(length) / len(clips), 2.0), 20.0), 2)
        changes += _set(stages, ("animate_photo", "generate_video"), "duration", each)
    for model in (
        found for word in _SWAP.findall(brief) if (found := destination(word.rstrip(".")))
    ):
        tools, key = {
            "image": (("generate_image",), "model"), "edit": (("edit_image",), "model"),
            "video": (("animate_photo", "generate_video"), "videoModel"), "audio": (("generate_music",), "model"),
        }[model.kind]  # fmt: skip
        changes += _set(stages, tools, key, model.name)
    if _DROP_MUSIC.search(brief):
        changes += _without_music(stages)
    elif _ADD_MUSIC.search(brief) or arguments.get("include_audio"):
        changes += _with_music(stages, brief, arguments)
    renamed = _RENAME.search(brief)
    wanted = renamed.group(1).strip() if renamed else name
    if wanted and wanted != draft.get("name"):
        changes.append(f"Renamed to {wanted}.")
        draft["name"] = wanted
    if arguments.get("inputs"):
        known = {row.get("name") for row in draft.setdefault("inputs", [])}
        added = [dict(row) for row in arguments["inputs"] if row.get("name") not in known]
        draft["inputs"] += added[: MOST_INPUTS - len(known)]
        changes += [f"Input {row['name']} added." for row in added]
    for key in ("description", "category", "visibility"):
        if arguments.get(key):
            draft[key] = arguments[key]
    draft["version"] = _bumped(str(draft.get("version") or "0.0.0"))
    return draft, changes or [
        "Nothing in the brief names a change the studio knows; only the version rose."
    ]


def _tool(stage: Row) -> str:
    return str(stage.get("tool") or stage.get("toolName") or "")


def _set(stages: list[Row], tools: tuple[str, ...], key: str, value: Any) -> list[str]:
    touched = [stage for stage in stages if _tool(stage) in tools]
    for stage in touched:
        stage.setdefault("args", {})[key] = value
    return [f"{stage.get('id', _tool(stage))}: {key} is {value}." for stage in touched]


def _with_music(stages: list[Row], brief: str, arguments: Arguments) -> list[str]:
    if any(_tool(stage) == "generate_music" for stage in stages):
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
    final = next((one for one in stages if _tool(one) == "stitch_video"), None)
    clips = [
        one for one in stages if _tool(one) in ("animate_photo", "generate_video", "sound_to_video")
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
    gone = {stage.get("id") for stage in stages if _tool(stage) == "generate_music"}
    stages[:] = [stage for stage in stages if stage.get("id") not in gone]
    for stage in stages:
        rows = stage.get("dependsOn") or []
        stage["dependsOn"] = [row for row in rows if row.get("sourceStepId") not in gone]
    return ["The music step was removed."] if gone else []


def _bumped(version: str) -> str:
    parts = version.split(".")
    last = int(parts[-1]) if parts[-1].isdigit() else 0
    return ".".join([*parts[:-1], str(last + 1)])


def example_plan(draft: Row) -> Row:
    """The template's steps with defaults in place of its inputs: an inline plan as it could be sent."""
    values = {row["name"]: row.get("default", _example(row)) for row in draft.get("inputs") or ()}
    steps = []
    for place, stage in enumerate(draft.get("stages") or (), start=1):
        rows = [
            row for row in stage.get("dependsOn") or () if row.get("sourceStepId") != "$input_media"
        ]
        args = {key: _filled(value, values) for key, value in (stage.get("args") or {}).items()}
        steps.append(
            {
                "id": stage.get("id") or f"stage_{place}",
                "toolName": _tool(stage),
                "arguments": args,
                "dependsOn": rows,
            }
        )
    return {"title": draft.get("name") or "Workflow", "steps": steps}


def _example(row: Row) -> Any:
    options = row.get("options") or [{}]
    first = options[0]
    chosen = first.get("value") if isinstance(first, Mapping) else first
    usual = {
        "number": 1,
        "boolean": False,
        "select": chosen,
        "text": f"an example of {str(row['name']).replace('_', ' ')}",
    }
    return usual.get(row["type"], "")


def _filled(value: Any, values: Mapping[str, Any]) -> Any:
    if isinstance(value, str):
        whole = _PLACEHOLDER.fullmatch(value)
        if whole:
            return values.get(whole.group(1), "")
        return _PLACEHOLDER.sub(lambda found: str(values.get(found.group(1), "")), value)
    if isinstance(value, Mapping):
        return {key: _filled(one, values) for key, one in value.items()}
    return [_filled(one, values) for one in value] if isinstance(value, list) else value
