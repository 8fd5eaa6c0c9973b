"""Values of a frame a client sent, kept within bounds."""

from typing import Any


def whole(value: Any, usual: int, least: int, most: int) -> int:
    """A whole number within bounds; the usual one for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return usual
    return int(min(max(value, least), most)) if value == value else usual


def seconds(value: Any) -> float | None:
    """A length or a moment in seconds, or None where none was given."""
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value:
        return None
    return float(min(max(value, 0), 24 * 3600))
