"""Idempotency keys: the same key means the same request, and what that began."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

MOST_CHARS = 255
REUSED = "This Idempotency-Key was used for another request."


def fingerprint(body: Mapping[str, Any]) -> str:
    """The same for the same request, whatever the order of its members."""
    text = json.dumps(body, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True)
class Key:
    """A key, and the fingerprint of the request it came with."""

    text: str
    request: str
