"""One socket message each way: `{"type": name, "data": base64 of UTF-8 JSON}`; the studio always sends binary."""

import base64
import binascii
import json
import re
from typing import Any

from studio import safe_json
from studio.settings import MAX_JSON_BYTES

_MOST_CHARS = MAX_JSON_BYTES * 4 // 3 + 4
_HEAD_CHARS = 64 * 1024
"""A multiple of four: as much of a payload that cannot be read is searched for its job."""
_JOB = re.compile(rb'"jobID"\s*:\s*"([0-9A-Za-z-]{1,64})"')


class MalformedFrame(ValueError):
    """A message that is not a frame; it is dropped and the socket stays open."""


class UnreadablePayload(MalformedFrame):
    """A frame whose payload is too large or no sound JSON; `job_id` where that can be found in it all the same."""

    def __init__(self, kind: str, job_id: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind
        self.job_id = job_id


def encode(kind: str, data: dict[str, Any]) -> bytes:
    """A frame as browsers, Node and Python read it."""
    body = base64.b64encode(json.dumps(data, separators=(",", ":")).encode()).decode()
    return json.dumps({"type": kind, "data": body}, separators=(",", ":")).encode()


def decode(message: str | bytes) -> tuple[str, Any]:
    """Type and payload of a client's message; raises MalformedFrame."""
    try:
        envelope = safe_json.loads(message)
        kind, body = envelope["type"], envelope.get("data") or ""
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise MalformedFrame(str(error)) from error
    if not isinstance(kind, str) or not isinstance(body, str):
        raise MalformedFrame("the type and the payload must be strings")
    if len(body) > _MOST_CHARS:
        raise UnreadablePayload(
            kind, _job_of(body), f"The request is larger than {MAX_JSON_BYTES // 1024**2} MB."
        )
    try:
        return kind, safe_json.loads(base64.b64decode(body, validate=True)) if body else {}
    except (ValueError, binascii.Error) as error:
        told = f"The request is no JSON that can be read: {error}."
        raise UnreadablePayload(kind, _job_of(body), told) from error


def _job_of(body: str) -> str:
    """The job a payload names near its beginning."""
    try:
        found = _JOB.search(base64.b64decode(body[:_HEAD_CHARS]))
    except (ValueError, binascii.Error):
        return ""
    return found[1].decode() if found else ""
