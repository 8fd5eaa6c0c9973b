"""Values of a frame a client sent, kept within bounds."""

from collections.abc import Mapping
from typing import Any

from studio.safe_json import is_number


def whole(value: Any, usual: int, least: int, most: int) -> int:
    """A whole number within bounds; the usual one for anything else."""
    if not is_number(value):
        return usual
    return int(min(max(value, least), most)) if value == value else usual


def seconds(value: Any) -> float | None:
    """A length or a moment in seconds, or None where none was given."""
    if not is_number(value) or value != value:
        return None
    return float(min(max(value, 0), 24 * 3600))


def share(value: Any) -> float | None:
    """A number from 0 to 1, or None for anything else."""
    sound = is_number(value) and 0 <= value <= 1
    return float(value) if sound else None


def control(frame: Mapping[str, Any]) -> Mapping[str, Any]:
    """What of its input an order holds on to: the first of its control nets, empty where there is none."""
    jobs = frame.get("currentControlNetsJob")
    return jobs[0] if isinstance(jobs, list) and jobs and isinstance(jobs[0], dict) else {}
