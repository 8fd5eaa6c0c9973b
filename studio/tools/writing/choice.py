"""Drawing from lists: the same brief always draws the same."""

import zlib
from collections.abc import Sequence
from typing import TypeVar

Item = TypeVar("Item")


class Choice:
    """Draws that hang on some words only. A list is gone through before anything in it comes again."""

    def __init__(self, *words: object) -> None:
        self._state = zlib.crc32("\n".join(map(str, words)).encode()) or 1
        self._left: dict[int, list[int]] = {}

    def _number(self, below: int) -> int:
        self._state = (self._state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self._state >> 33) % below

    def pick(self, items: Sequence[Item]) -> Item:
        """One item; each call with the same list gives another until all were given."""
        key = hash(tuple(map(str, items)))
        left = self._left.get(key)
        if not left:
            left = list(range(len(items)))
            self._left[key] = left
        return items[left.pop(self._number(len(left)))]
