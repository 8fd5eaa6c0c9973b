"""JSON that came over the wire, made safe to keep and to send on: bounded in depth, finite, whole characters."""

import json
import math
import re
from collections.abc import Mapping
from typing import Any, NoReturn

MOST_DEPTH = 64
_LARGE = re.compile(r"\d{300}|[eE]\+?\d{3}")
"""Without a match no number can be too large, and the parser need not ask about each."""
_HALF_CHARACTER = re.compile(r"\\u[dD][89a-fA-F]")


def loads(raw: str | bytes) -> Any:
    """The value of a UTF-8 JSON text. Raises ValueError for anything else, for numbers beyond a float, and for depth.

    Halves of a character, as a client that cut its text leaves them, become question marks: no answer could carry them.
    """
    text = raw if isinstance(raw, str) else raw.decode()
    asks: dict[str, Any] = {}
    if _LARGE.search(text):
        asks = {"parse_float": _finite, "parse_int": _whole}
    try:
        value = json.loads(text, parse_constant=_no_number, **asks)
    except RecursionError as deep:
        raise ValueError("nested too deeply") from deep
    if too_deep(value):
        raise ValueError("nested too deeply")
    if _HALF_CHARACTER.search(text):
        value = json.loads(json.dumps(value, ensure_ascii=False).encode(errors="replace"))
    return value


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError("a number is too large")
    return number


def _whole(text: str) -> int:
    _finite(text)
    return int(text)


def too_deep(value: Any) -> bool:
    """Whether something is nested beyond what any honest request needs."""
    level: list[Any] = [value]
    for _ in range(MOST_DEPTH):
        deeper: list[Any] = []
        for one in level:
            if isinstance(one, Mapping):
                deeper += [inner for inner in one.values() if isinstance(inner, Mapping | list)]
            elif isinstance(one, list):
                deeper += [inner for inner in one if isinstance(inner, Mapping | list)]
        if not deeper:
            return False
        level = deeper
    return True
