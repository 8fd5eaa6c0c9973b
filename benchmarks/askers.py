"""SDK clients in a process of their own: their work is not the studio's.

`python -m benchmarks.askers PORT NAME KEY…` occupies the studio with a project, waits for a line on its input, then
asks for one project with each KEY in the same moment, and prints the seconds each took to its last result, as JSON.
"""

import asyncio
import json
import sys
import time
from typing import Any

from sogni_client import SogniClient

_PICTURES = 12
_PATIENCE_S = 300


async def _asked(port: str, name: str, keys: list[str]) -> list[float]:
    clients = [await _client(port, key, f"{name} {n}") for n, key in enumerate(["busy", *keys])]
    busy = asyncio.create_task(_project(clients[0], 99, pictures=2))
    await asyncio.to_thread(sys.stdin.readline)
    began = time.monotonic()
    projects = (_project(client, number) for number, client in enumerate(clients[1:]))
    ends = [moment - began for moment in await asyncio.gather(*projects)]
    await busy
    for client in clients:
        await client.aclose()
    return ends


async def _client(port: str, key: str, app: str) -> Any:
    client = await SogniClient.create(
        api_key=key,
        app_id=app,
        rest_endpoint=f"http://127.0.0.1:{port}",
        socket_endpoint=f"ws://127.0.0.1:{port}",
    )
    await client.projects.wait_for_models()
    return client


async def _project(client: Any, number: int, pictures: int = _PICTURES) -> float:
    """The moment of its last result (`time.monotonic`)."""
    project = await client.projects.create(
        type="image", model_id="z_image_turbo_bf16", positive_prompt="a lighthouse on a rocky coast",
        number_of_media=pictures, size_preset="custom", width=1024, height=768, seed=number,
    )  # fmt: skip
    urls = await project.wait_for_completion(_PATIENCE_S)
    assert len(urls) == pictures
    return time.monotonic()


if __name__ == "__main__":
    print(json.dumps(asyncio.run(_asked(sys.argv[1], sys.argv[2], sys.argv[3:]))))
