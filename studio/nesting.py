"""How deep what a client sent is nested: code that walks or writes JSON must not meet the end of the stack."""

from collections.abc import Mapping
from typing import Any

MOST_DEPTH = 64


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
