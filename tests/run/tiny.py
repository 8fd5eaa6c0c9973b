"""A tiny application behind the product's own server, as a process: `python -m tests.run.tiny PORT BODY_S`."""

import json
import sys
from typing import Any

from sogni_web.run import web

PIECE = bytes(256 * 1024)


async def application(scope: dict[str, Any], receive: Any, send: Any) -> None:
    """`/large` answers 200 MB, `/crash` nothing; everything else tells what arrived."""
    taken = 0
    more = True
    while more:
        message = await receive()
        taken += len(message.get("body", b""))
        more = message.get("more_body", False)
    assert scope["path"] != "/crash", "asked to"
    await send({"type": "http.response.start", "status": 200, "headers": []})
    if scope["path"] == "/large":
        for _ in range(800):
            await send({"type": "http.response.body", "body": PIECE, "more_body": True})
        await send({"type": "http.response.body", "body": b""})
        return
    told = json.dumps({"taken": taken, "root_path": scope["root_path"]}).encode()
    await send({"type": "http.response.body", "body": told})


if __name__ == "__main__":
    web.BODY_S = float(sys.argv[2])
    web.serve(application, bind="127.0.0.1", port=int(sys.argv[1]), limit_bytes=80 * 2**20)
