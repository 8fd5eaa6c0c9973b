"""From a template and what was put into it to a plan: `$inputs.name` in arguments, batches, questions."""

import re
from collections.abc import Mapping
from typing import Any

from studio.safe_json import is_number
from studio.spellings import either
from studio.tools.api import KINDS
from studio.workflows.plan import INPUT, PlanFault

_WHOLE = re.compile(r"\$inputs\.([A-Za-z0-9_]{1,60})")
_INSIDE = re.compile(r"\$inputs\.([A-Za-z0-9_]{1,60})|\$item\b")
MOST_ITEMS = 20
_LEFT_OUT = object()
Given = dict[str, Any]


def taken_inputs(template: Mapping[str, Any], sent: Any) -> Given:
    """The template's inputs with what was sent, defaults for the rest. Raises PlanFault naming the input."""
    if sent is not None and not isinstance(sent, Mapping):
        raise PlanFault("inputs must be an object.")
    given = dict(sent or {})
    declared = {row["name"]: row for row in template["inputs"]}
    for name in given:
        if name not in declared:
            raise PlanFault(f"The template has no input {str(name)[:60]}.")
    taken: Given = {}
    for name, row in declared.items():
        value = given.get(name, row.get("default"))
        if value in (None, "", []):
            if row.get("required"):
                raise PlanFault(f"The input {name} is missing.")
            continue
        taken[name] = _fitting(name, row, value)
    return taken


def _fitting(name: str, row: Mapping[str, Any], value: Any) -> Any:
    if row.get("multiple") and not isinstance(value, list):
        value = [value]
    many = value if row.get("multiple") else [value]
    bounds = row.get("multiple")
    least, most = (bounds["min"], bounds["max"]) if isinstance(bounds, Mapping) else (0, MOST_ITEMS)
    if not least <= len(many) <= min(most, MOST_ITEMS):
        raise PlanFault(f"{name} takes {least} to {min(most, MOST_ITEMS)} values.")
    for one in many:
        if not _is(row, one):
            raise PlanFault(f"{name} must be {_NAMES[row['type']]}.")
    return value


def _is(row: Mapping[str, Any], value: Any) -> bool:
    kind = row["type"]
    if kind == "boolean":
        return isinstance(value, bool)
    if kind == "number":
        return is_number(value)
    if kind == "select":
        return value in [
            one.get("value") if isinstance(one, dict) else one for one in row["options"]
        ]
    if kind in KINDS:
        return isinstance(value, str) and value.startswith(("http://", "https://"))
    return isinstance(value, str) and len(value) <= 8000


_NAMES = {
    "boolean": "true or false",
    "number": "a number",
    "select": "one of its options",
    "text": "text of at most 8000 characters",
    "image": "the address of an image",
    "video": "the address of a video",
    "audio": "the address of a sound",
}


def media_of(template: Mapping[str, Any], given: Given) -> Given:
    """The inputs that are media: they become input media under their names."""
    return {
        row["name"]: given[row["name"]]
        for row in template["inputs"]
        if row["type"] in KINDS and row["name"] in given
    }


def plan_of(template: Mapping[str, Any], given: Given) -> dict[str, Any]:
    """An inline plan, as it could have been sent. Raises PlanFault for a stage that cannot be one."""
    steps: list[dict[str, Any]] = []
    for place, stage in enumerate(template["stages"]):
        steps.extend(_steps(stage, place, given))
    return {"title": template["name"], "steps": steps}


def _steps(stage: Mapping[str, Any], place: int, given: Given) -> list[dict[str, Any]]:
    name = stage.get("id") or f"stage_{place + 1}"
    kind = stage.get("type", "fixed")
    if kind == "interactive":
        question = _filled(stage.get("question", stage.get("prompt", "")), given, None)
        asked = {"question": question, "options": stage.get("options") or []}
        return [{"id": name, "toolName": "ask_clarifying_question", "arguments": asked}]
    if kind != "batch":
        return [_step(stage, name, given, None)]
    items = _filled(stage.get("over"), given, None)
    if not isinstance(items, list) or not 0 < len(items) <= MOST_ITEMS:
        raise PlanFault(f"over must be a list of 1 to {MOST_ITEMS} values.", name)
    return [
        _step(stage, f"{name}_{number}", given, item) for number, item in enumerate(items, start=1)
    ]


def _step(stage: Mapping[str, Any], name: str, given: Given, item: Any) -> dict[str, Any]:
    arguments = _filled(stage.get("args", stage.get("arguments", {})), given, item)
    bindings = either(stage, "depends_on") or []
    return {
        "id": name,
        "toolName": stage.get("tool", stage.get("toolName")),
        "arguments": arguments if isinstance(arguments, dict) else {},
        "dependsOn": [one for one in bindings if not _of_absent_input(one, given)],
    }


def _of_absent_input(binding: Any, given: Given) -> bool:
    """An optional input that was left out binds nothing."""
    return (
        isinstance(binding, Mapping)
        and either(binding, "source_step_id") == INPUT
        and binding.get("required") is False
        and either(binding, "source_artifact_id") not in (None, *given)
    )


def _filled(value: Any, given: Given, item: Any) -> Any:
    """A value with its placeholders replaced; a member that is nothing but an absent input is left out."""
    if isinstance(value, str):
        if value == "$item":
            return item
        whole = _WHOLE.fullmatch(value)
        if whole:
            return given.get(whole[1], _LEFT_OUT)
        return _INSIDE.sub(lambda found: _words(found, given, item), value)
    if isinstance(value, Mapping):
        filled = {key: _filled(one, given, item) for key, one in value.items()}
        return {key: one for key, one in filled.items() if one is not _LEFT_OUT}
    if isinstance(value, list):
        filled_list = [_filled(one, given, item) for one in value]
        return [one for one in filled_list if one is not _LEFT_OUT]
    return value


def _words(found: re.Match[str], given: Given, item: Any) -> str:
    value = item if found[0] == "$item" else given.get(found[1], "")
    return ", ".join(str(one) for one in value) if isinstance(value, list) else str(value)
