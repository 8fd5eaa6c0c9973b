"""What was found in a picture is kept for a while: a picture is rarely looked at once.

Every variation of an edit, every wish of its sentence and the next edit of the same source ask the same.
"""

import copy
import functools
import hashlib
from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec, TypeVar

from studio.renderers.drawing.canvas import Pixels

_HOW = ParamSpec("_HOW")
_Found = TypeVar("_Found")
_FEW = 12
"""How many pictures a process remembers for each thing that is looked for; a mask of a small one has 80 kB."""
_memories: list[dict[Any, Any]] = []


def remembered(
    look: Callable[Concatenate[Pixels, _HOW], _Found],
) -> Callable[Concatenate[Pixels, _HOW], _Found]:
    """Makes a function of a picture and plain values answer from memory where it was asked the same lately.

    Every caller has a copy of its own. What it raises is not remembered.
    """
    known: dict[Any, _Found] = {}
    _memories.append(known)

    @functools.wraps(look)
    def looked(pixels: Pixels, /, *how: _HOW.args, **named: _HOW.kwargs) -> _Found:
        digest = hashlib.blake2b(pixels.tobytes()).digest()
        key = (pixels.shape, digest, how, tuple(named.items()))
        try:
            found = known.pop(key)
        except KeyError:
            found = look(pixels, *how, **named)
        known[key] = found  # the last in line to be forgotten
        if len(known) > _FEW:
            known.pop(next(iter(known)), None)
        return copy.deepcopy(found)

    return looked


def forget() -> None:
    """Look afresh at every picture."""
    for known in _memories:
        known.clear()
