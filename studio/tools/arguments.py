"""What a model or a person wrote as a tool's arguments, made fit for its plan: slips mended, the rest refused."""

import json
import math
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from studio import safe_json
from studio.catalogue.aliases import selector
from studio.tools.api import Tool, ToolRefusal
from studio.tools.looks import LookTool

MOST_ARGUMENT_BYTES = 1024 * 1024
MOST_TEXT = 64 * 1024
"""Characters of one text that is no address of inline data; subtitles of a long film have half of that."""
_LARGEST = 2**63
_TRUE, _FALSE = ("true", "yes", "1", "on"), ("false", "no", "0", "off")


def parsed(arguments: Any, *, inline: int = 0) -> dict[str, Any]:
    """Arguments as an object; a model sends them as JSON text. Raises ToolRefusal.

    `inline` are characters of inline data that may come on top of what arguments may have.
    """
    if isinstance(arguments, str):
        if len(arguments) > MOST_ARGUMENT_BYTES + inline:
            raise ToolRefusal("The arguments are too long.")
        try:
            arguments = safe_json.loads(arguments or "{}")
        except ValueError as error:
            raise ToolRefusal("The arguments are not JSON.") from error
    if arguments is None:
        return {}
    if not isinstance(arguments, Mapping):
        raise ToolRefusal("The arguments must be an object.")
    if safe_json.too_deep(arguments):
        raise ToolRefusal("The arguments are nested too deeply.")
    texts = list(safe_json.texts_of(arguments))
    words = [len(one) for one in texts if not one.startswith("data:")]
    beyond = sum(words) > MOST_ARGUMENT_BYTES or max(words, default=0) > MOST_TEXT
    if beyond or sum(map(len, texts)) > MOST_ARGUMENT_BYTES + inline:
        raise ToolRefusal("The arguments are too long.")
    return dict(arguments)


def checked(tool: Tool | LookTool, arguments: Any) -> dict[str, Any]:
    """The arguments as the tool's schema has them; raises ToolRefusal with a sentence that names the first fault.

    Unknown and null arguments are dropped; another spelling of a known name (`source_image_index`) is taken for it.
    """
    known = {_plain(name): name for name in tool.properties}
    fit: dict[str, Any] = {}
    for name, value in parsed(arguments).items():
        place = name if name in tool.properties else known.get(_plain(name))
        if place is not None and value is not None and (place == name or place not in fit):
            fit[place] = mended(value, tool.properties[place])
    for name in tool.required:
        if fit.get(name) in (None, "", []):
            raise ToolRefusal(f"{tool.name} needs {name}.")
    for name, value in fit.items():
        if _beyond(value):
            raise ToolRefusal(f"{name} holds a number that is none, or far too large.")
    fault = min(_validator(tool).iter_errors(fit), key=_depth, default=None)
    if fault is not None:
        raise ToolRefusal(_sentence(fault))
    return fit


def schema_of(tool: Tool | LookTool) -> dict[str, Any]:
    """The tool's parameters as a JSON schema."""
    return {
        "type": "object",
        "properties": {name: dict(fragment) for name, fragment in tool.properties.items()},
        "required": list(tool.required),
    }


def mended(value: Any, fragment: Mapping[str, Any]) -> Any:
    """The value in the type the fragment asks for, where that is only a slip; else as it was."""
    kinds = fragment.get("type")
    wanted = kinds if isinstance(kinds, list) else [kinds]
    if any(_is(value, kind) for kind in wanted):
        return _inside(value, fragment)
    for kind in wanted:
        turned = _turned(value, kind, fragment)
        if turned is not None:
            return turned
    return _spelled(value, fragment)


def _inside(value: Any, fragment: Mapping[str, Any]) -> Any:
    items, members = fragment.get("items"), fragment.get("properties")
    if isinstance(value, list) and isinstance(items, Mapping):
        return [mended(one, items) for one in value]
    if isinstance(value, dict) and isinstance(members, Mapping):
        return {
            key: mended(one, members[key]) if key in members else one for key, one in value.items()
        }
    if isinstance(value, float) and fragment.get("type") == "integer":
        return int(value)
    return _spelled(value, fragment)


def _turned(value: Any, kind: Any, fragment: Mapping[str, Any]) -> Any:
    if kind in ("integer", "number") and isinstance(value, str):
        return _number(value, whole=kind == "integer")
    if kind == "boolean" and not isinstance(value, list | dict):
        word = str(value).strip().lower()
        return True if word in _TRUE else False if word in _FALSE else None
    if kind == "string" and isinstance(value, int | float):
        return _spelled(f"{value:g}" if isinstance(value, float) else str(value).lower(), fragment)
    if kind in ("array", "object") and isinstance(value, str) and value[:1] in "[{":
        return _from_text(value, kind, fragment)
    if kind == "array" and not isinstance(value, list | dict):
        return _inside([value], fragment)
    if kind == "array" and isinstance(value, dict):
        return _inside([value], fragment)
    return None


def _from_text(text: str, kind: str, fragment: Mapping[str, Any]) -> Any:
    try:
        value = safe_json.loads(text)
    except ValueError:
        return None
    return _inside(value, fragment) if _is(value, kind) else None


def _number(text: str, *, whole: bool) -> int | float | None:
    try:
        value = float(text.strip().replace("−", "-"))
    except ValueError:
        return None
    if _beyond(value):
        return None
    return int(value) if value.is_integer() else None if whole else value


def _beyond(value: Any) -> bool:
    """Whether there is a NaN in it, which no bound of a schema keeps out, or a number no file could hold."""
    if isinstance(value, Mapping):
        return any(_beyond(one) for one in value.values())
    if isinstance(value, list):
        return any(_beyond(one) for one in value)
    if isinstance(value, float) and not math.isfinite(value):
        return True
    return isinstance(value, int | float) and abs(value) > _LARGEST


def _spelled(value: Any, fragment: Mapping[str, Any]) -> Any:
    """A choice written in another case, or a model by another name."""
    choices = fragment.get("enum")
    if isinstance(choices, list | tuple) and isinstance(value, str) and value not in choices:
        named = selector(value)
        for choice in choices:
            if isinstance(choice, str) and _plain(choice) == _plain(named):
                return choice
    return value


def _is(value: Any, kind: Any) -> bool:
    if isinstance(value, bool):
        return bool(kind == "boolean")
    if kind == "integer":
        return isinstance(value, int) or (isinstance(value, float) and value.is_integer())
    types: dict[str, tuple[type, ...]] = {
        "number": (int, float), "string": (str,), "array": (list,), "object": (dict,),
    }  # fmt: skip
    return kind is None or isinstance(value, types.get(str(kind), ()))


def _plain(name: str) -> str:
    return name.replace("_", "").replace("-", "").replace(" ", "").lower()


@lru_cache(maxsize=256)
def _compiled(text: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads(text))


def _validator(tool: Tool | LookTool) -> Draft202012Validator:
    return _compiled(json.dumps(schema_of(tool), sort_keys=True, default=list))


def _depth(error: ValidationError) -> tuple[int, str]:
    return len(error.absolute_path), str(list(error.absolute_path))


def _sentence(error: ValidationError) -> str:
    place = ".".join(str(part) for part in error.absolute_path) or "the arguments"
    rules = {
        "minimum": "must be at least {}",
        "maximum": "must be at most {}",
        "exclusiveMinimum": "must be more than {}",
        "exclusiveMaximum": "must be less than {}",
        "enum": "must be one of {}",
        "type": "must be of type {}",
        "minItems": "must have at least {} entries",
        "maxItems": "must have at most {} entries",
        "maxLength": "must have at most {} characters",
        "minLength": "must have at least {} characters",
        "required": "must have {}",
    }
    bound = error.validator_value
    told = ", ".join(str(one) for one in bound) if isinstance(bound, list | tuple) else str(bound)
    rule = rules.get(str(error.validator))
    return f"{place} {rule.format(told)}." if rule else f"{place} is not valid."
