"""A call put right."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Mended:
    """A call put right, and what to say about it."""

    tool: str
    arguments: dict[str, Any]
    remark: str
