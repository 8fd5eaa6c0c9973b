"""The fields of a template, checked."""

import re
from collections.abc import Mapping
from typing import Any

from studio.safe_json import is_number, is_whole
from studio.tools.api import Tool
from studio.workflows.plan import MOST_STEPS

CATEGORIES = (
    "portrait", "video-social", "makeover", "cinematic", "music", "analysis", "custom", "other",
)  # fmt: skip
CHOICES: dict[str, tuple[str, ...]] = {
    "category": CATEGORIES,
    "stability": ("production", "beta", "experimental"),
    "visibility": ("private", "public"),
}
INPUT_TYPES = ("image", "audio", "video", "text", "number", "select", "boolean")
STAGE_TYPES = ("fixed", "interactive", "batch")
MOST_INPUTS = 16
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,59}")
_USUAL: dict[str, Any] = {
    "description": "",
    "brief": "",
    "category": "custom",
    "stability": "experimental",
    "visibility": "private",
    "inputs": [],
    "stages": [],
    "reviewFocus": [],
    "exposeToLLM": False,
    "llmPriority": 0,
    "tags": [],
    "metadata": {},
}
_TEXTS = {"name": 120, "description": 4000, "brief": 8000}
_FREE = ("reviewFocus", "graph", "metadata")
_SPANS = ("estimatedCredits", "estimatedCapacityUnits")


class BadTemplate(ValueError):
    """A template that cannot be kept; the message is a sentence that names the field."""


def checked_fields(sent: Any, tools: Mapping[str, Tool], *, whole: bool) -> dict[str, Any]:
    """The known fields of what was sent; with `whole` those left out get their usual values. Raises BadTemplate."""
    if not isinstance(sent, Mapping):
        raise BadTemplate("The template must be an object.")
    given = ((_KNOWN.get(_plain(str(name))), value) for name, value in sent.items())
    fields = {name: _field(name, value, tools) for name, value in given if name is not None}
    if whole and "name" not in fields:
        raise BadTemplate("The template needs a name.")
    if whole and not fields.get("stages"):
        raise BadTemplate("The template needs at least one stage.")
    return {**_USUAL, **fields} if whole else fields


def _field(name: str, value: Any, tools: Mapping[str, Tool]) -> Any:
    if name == "stages":
        return _stages(value, tools)
    return _CHECKS[name](name, value)


def _text(name: str, value: Any) -> str:
    if not isinstance(value, str) or len(value) > _TEXTS[name]:
        raise BadTemplate(f"{name} must be text of at most {_TEXTS[name]} characters.")
    if name == "name" and not value.strip():
        raise BadTemplate("The template needs a name.")
    return value.strip()


def _choice(name: str, value: Any) -> str:
    if value not in CHOICES[name]:
        raise BadTemplate(f"{name} must be one of {', '.join(CHOICES[name])}.")
    return str(value)


def _free(name: str, value: Any) -> Any:
    if not isinstance(value, dict | list):
        raise BadTemplate(f"{name} must be an object or a list.")
    return value


def _span(name: str, value: Any) -> dict[str, Any]:
    """From a least to a most; one number is both."""
    if isinstance(value, dict):
        least, most = value.get("min"), value.get("max")
    else:
        least = most = value
    return {"min": _number(name, least), "max": _number(name, most)}


def _tags(name: str, value: Any) -> list[str]:
    sound = isinstance(value, list) and all(isinstance(one, str) for one in value)
    if not sound or len(value) > 30:
        raise BadTemplate("tags must be a list of at most 30 words.")
    return [one[:60] for one in value]


def _flag(name: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise BadTemplate(f"{name} must be true or false.")
    return value


def _number(name: str, value: Any) -> float:
    if not is_number(value):
        raise BadTemplate(f"{name} must be a number.")
    return value


def _inputs(name: str, value: Any) -> list[dict[str, Any]]:
    if not isinstance(value, list) or len(value) > MOST_INPUTS:
        raise BadTemplate(f"inputs must be a list of at most {MOST_INPUTS}.")
    rows = [_input(row) for row in value]
    names = [row["name"] for row in rows]
    if len(set(names)) < len(names):
        raise BadTemplate("Two inputs have the same name.")
    return rows


def _input(row: Any) -> dict[str, Any]:
    if not isinstance(row, Mapping):
        raise BadTemplate("An input must be an object.")
    name, kind = row.get("name"), row.get("type", "text")
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise BadTemplate("An input's name is letters, digits and _, and begins with a letter.")
    if kind not in INPUT_TYPES:
        raise BadTemplate(f"The type of {name} must be one of {', '.join(INPUT_TYPES)}.")
    options = row.get("options")
    if kind == "select" and (not isinstance(options, list) or not options):
        raise BadTemplate(f"{name} needs options.")
    known = ("description", "default", "options")
    return {
        "name": name,
        "type": kind,
        "required": row.get("required") is True,
        "multiple": _multiple(name, row.get("multiple")),
        **{key: row[key] for key in known if row.get(key) is not None},
    }


def _multiple(name: str, value: Any) -> bool | dict[str, int]:
    """Whether an input takes several values; the service's own form says how few and how many."""
    if value is None or isinstance(value, bool):
        return value is True
    bounds = value if isinstance(value, Mapping) else {}
    least, most = bounds.get("min"), bounds.get("max")
    if not is_whole(least) or not is_whole(most) or not 0 <= least <= most or most < 1:
        raise BadTemplate(f"multiple of {name} must be true, false or an object with min and max.")
    return {"min": least, "max": most}


def _stages(value: Any, tools: Mapping[str, Tool]) -> list[dict[str, Any]]:
    if not isinstance(value, list) or len(value) > MOST_STEPS:
        raise BadTemplate(f"stages must be a list of at most {MOST_STEPS}.")
    for place, stage in enumerate(value, start=1):
        if not isinstance(stage, Mapping):
            raise BadTemplate(f"Stage {place} must be an object.")
        kind = stage.get("type", "fixed")
        if kind not in STAGE_TYPES:
            raise BadTemplate(f"Stage {place} must be one of {', '.join(STAGE_TYPES)}.")
        tool = stage.get("tool", stage.get("toolName"))
        if kind != "interactive" and (not isinstance(tool, str) or tool not in tools):
            raise BadTemplate(f"Stage {place} calls no known tool: {str(tool)[:80]}.")
    return [dict(stage) for stage in value]


_CHECKS: dict[str, Any] = {
    **dict.fromkeys(_TEXTS, _text),
    **dict.fromkeys(CHOICES, _choice),
    **dict.fromkeys(_FREE, _free),
    **dict.fromkeys(_SPANS, _span),
    "inputs": _inputs,
    "stages": None,
    "tags": _tags,
    "exposeToLLM": _flag,
    "llmPriority": _number,
}


def _plain(name: str) -> str:
    """The same for `exposeToLLM` and `expose_to_llm`."""
    return name.replace("_", "").lower()


_KNOWN = {_plain(name): name for name in _CHECKS}
