"""compose_workflow_template: a workflow to keep, with inputs; or a kept one changed."""

import re
from collections.abc import Mapping
from typing import Any

from studio.tools.api import Arguments, ToolRefusal
from studio.tools.writing.template_edits import MOST_INPUTS, Row, edited, tool_of
from studio.tools.writing.topic import read_topic
from studio.tools.writing.workflows import binding, compose_workflow

_PLACEHOLDER = re.compile(r"\$inputs\.([A-Za-z0-9_]+)")


def compose_workflow_template(arguments: Arguments) -> dict[str, Any]:
    """`template_draft` and a concrete `plan` for its example inputs. `existing_template` is changed, its ids kept."""
    name = str(arguments.get("name") or "").strip()
    brief = " ".join(str(arguments.get("brief") or "").split())
    if not brief:
        raise ToolRefusal("Say what the template should make.", "USER_INPUT_INCOMPLETE")
    existing = arguments.get("existing_template")
    if isinstance(existing, Mapping) and existing:
        draft, changes = edited(existing, brief, name, arguments)
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
    units = made["estimated_capacity_units"]
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
        "estimatedCapacityUnits": {"min": units, "max": units},
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
                "toolName": tool_of(stage),
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
