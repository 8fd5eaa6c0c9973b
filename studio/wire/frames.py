"""One socket message each way: `{"type": name, "data": base64 of UTF-8 JSON}`; the studio always sends binary."""

import base64
import binascii
import json
from typing import Any

from studio import safe_json
from studio.settings import MAX_JSON_BYTES


class MalformedFrame(ValueError):
    """A message that is not a frame; it is dropped and the socket stays open."""


def encode(kind: str, data: dict[str, Any]) -> bytes:
    """A frame as browsers, Node and Python read it."""
    body = base64.b64encode(json.dumps(data, separators=(",", ":")).encode()).decode()
    return json.dumps({"type": kind, "data": body}, separators=(",", ":")).encode()


def decode(message: str | bytes) -> tuple[str, Any]:
    """Type and payload of a client's message; raises MalformedFrame."""
    try:
        envelope = safe_json.loads(message)
        kind, body = envelope["type"], envelope.get("data") or ""
        if not isinstance(kind, str) or len(body) > MAX_JSON_BYTES * 4 // 3 + 4:
            raise MalformedFrame("the type must be a string and the payload at most 16 MB")
        payload = safe_json.loads(base64.b64decode(body, validate=True)) if body else {}
    except (
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        binascii.Error,
    ) as error:
        raise MalformedFrame(str(error)) from error
    return kind, payload
