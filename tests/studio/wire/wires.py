"""The socket without an SDK: frames as clients write them, and those that come back."""

import asyncio
import base64
import json
from typing import Any


def frame(kind: Any, data: Any) -> str:
    """A message as a client sends it."""
    return json.dumps({"type": kind, "data": base64.b64encode(json.dumps(data).encode()).decode()})


def payload(message: str | bytes) -> tuple[str, Any]:
    """Type and payload of a message of the studio's."""
    envelope = json.loads(message)
    return envelope["type"], json.loads(base64.b64decode(envelope["data"]))


async def heard(wire: Any, kind: str) -> Any:
    """The payload of the next frame of this kind; fails after 15 seconds."""
    async with asyncio.timeout(15):
        while True:
            name, data = payload(await wire.recv())
            if name == kind:
                return data
