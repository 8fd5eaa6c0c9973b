"""JSON that came over the wire, made safe to keep and to send on: bounded in depth and number, finite, whole signs.

It is read on the event loop (a thread would hold the interpreter just as long), so what takes long is refused unread.
"""

import json
import math
import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, NoReturn, TypeGuard

MOST_DEPTH = 64
MOST_VALUES = 100_000
"""Values and names together; each takes time, however small it is. An honest request has a few thousand."""
_HALF_CHARACTER = re.compile(r"\\u[dD][89a-fA-F]")


def loads(raw: str | bytes) -> Any:
    """The value of a UTF-8 JSON text. Raises ValueError for anything else, for numbers beyond a float, for depth, and
    for more than about `MOST_VALUES` values.

    Halves of a character, as a client that cut its text leaves them, become question marks: no answer could carry them.
    """
    text = raw if isinstance(raw, str) else raw.decode()
    if _crowded(text):
        raise ValueError("too many values")
    try:
        value = json.loads(text, parse_constant=_no_number, parse_float=_finite, parse_int=_whole)
    except RecursionError as deep:
        raise ValueError("nested too deeply") from deep
    if too_deep(value):
        raise ValueError("nested too deeply")
    if _HALF_CHARACTER.search(text):
        value = json.loads(json.dumps(value, ensure_ascii=False).encode(errors="replace"))
    return value


def _crowded(text: str) -> bool:
    """Whether there are too many values to read: by their commas and colons, of which those in strings do not count."""
    if text.count(",") + text.count(":") <= MOST_VALUES:
        return False
    bare = text.replace("\\\\", "").replace('\\"', "")
    if bare.count('"') > 2 * MOST_VALUES:
        return True
    outside = bare.split('"')[::2]
    return sum(part.count(",") + part.count(":") for part in outside) > MOST_VALUES


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


def is_number(value: Any) -> TypeGuard[int | float]:
    """Whether a value of JSON is a number: true and false, which Python counts among them, are none."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def is_whole(value: Any) -> TypeGuard[int]:
    """Whether it is a number written without a point; true and false are none."""
    return isinstance(value, int) and not isinstance(value, bool)


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


def texts_of(value: Any, but: Collection[str] = ()) -> Iterator[str]:
    """Every text in a value of JSON; members named in `but` are left out."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            if name not in but:
                yield from texts_of(inner, but)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_of(inner, but)
