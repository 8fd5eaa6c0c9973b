"""The baseline: a bare relay of the studio's tokens over Channels. No rows, no pages, no access, no money.

`python -m benchmarks.relay web` serves a socket that joins a group; what it receives is passed to the worker.
`python -m benchmarks.relay worker` asks the studio with the same SDK and sends every piece to that group.
"""

import asyncio
import json
import os
import sys
import time
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sogni_web.settings")

ASKS = "relay.asks"
SYSTEM = {"role": "system", "content": "You help people to make pictures and films."}


def application() -> Any:
    """The ASGI application of the relay's web process."""
    import django

    django.setup()
    from channels.generic.websocket import AsyncWebsocketConsumer
    from channels.routing import ProtocolTypeRouter, URLRouter
    from django.urls import path

    class Relay(AsyncWebsocketConsumer):  # type: ignore[misc]
        async def connect(self) -> None:
            self.name = self.scope["url_route"]["kwargs"]["name"]
            await self.channel_layer.group_add(self.name, self.channel_name)
            await self.accept()

        async def receive(self, text_data: str = "", bytes_data: bytes | None = None) -> None:
            ask = {"type": "ask", "name": self.name, "text": text_data}
            await self.channel_layer.group_send(ASKS, ask)

        async def piece(self, message: dict[str, Any]) -> None:
            await self.send(json.dumps({"type": "tail", "after": 0, "text": message["text"]}))

        async def end(self, message: dict[str, Any]) -> None:
            await self.send(json.dumps({"type": "end"}))

    return ProtocolTypeRouter({"websocket": URLRouter([path("ws/<str:name>/", Relay.as_asgi())])})


def serve(port: int) -> None:
    from daphne.server import Server

    Server(application(), endpoints=[f"tcp:port={port}:interface=127.0.0.1"]).run()


async def work() -> None:
    import django

    django.setup()
    from channels.layers import get_channel_layer
    from django.conf import settings
    from sogni_client import SogniClient

    client = await SogniClient.create(
        app_id="relay-benchmark",
        api_key="local-studio",
        rest_endpoint=settings.SOGNI_REST_ENDPOINT,
        socket_endpoint=settings.SOGNI_SOCKET_ENDPOINT,
        network=settings.SOGNI_NETWORK,
    )
    layer = get_channel_layer()
    channel = await layer.new_channel()
    await layer.group_add(ASKS, channel)
    print("ready", flush=True)
    tasks = set()
    while True:
        ask = await layer.receive(channel)
        task = asyncio.create_task(_answer(client, layer, settings.SOGNI_LLM_MODEL, ask))
        tasks.add(task)
        task.add_done_callback(tasks.discard)


async def _answer(client: Any, layer: Any, model: str, ask: dict[str, Any]) -> None:
    stream = await client.chat.completions.create(
        model=model,
        messages=[SYSTEM, {"role": "user", "content": ask["text"]}],
        stream=True,
        sogni_tools="none",
        token_type="spark",
    )
    text, shown = "", 0.0
    async for chunk in stream:
        text += chunk.get("content") or ""
        if text and time.monotonic() - shown >= 0.05:  # the product's own pace
            shown = time.monotonic()
            await layer.group_send(ask["name"], {"type": "piece", "text": text})
    await layer.group_send(ask["name"], {"type": "piece", "text": text})
    await layer.group_send(ask["name"], {"type": "end"})


if __name__ == "__main__":
    if sys.argv[1] == "web":
        serve(int(sys.argv[2]))
    else:
        asyncio.run(work())
