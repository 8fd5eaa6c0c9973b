"""What the service says, fit to be kept: PostgreSQL takes no NUL, UTF-8 no half character, JSON no NaN."""

import json
import math
from typing import Any


def plain_text(text: str) -> str:
    """Without NUL; half characters become question marks."""
    return text.replace("\0", "").encode("utf-8", "replace").decode()


def plain_json(text: str) -> str:
    """JSON text again, with null for numbers that are none. What is no JSON, or nested without end, is told as it is
    or as null: whoever reads it refuses both."""
    try:
        return json.dumps(_plain(json.loads(text)), ensure_ascii=False)
    except RecursionError:
        return "null"
    except ValueError:
        return plain_text(text)


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return plain_text(value)
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {plain_text(name): _plain(one) for name, one in value.items()}
    return value
