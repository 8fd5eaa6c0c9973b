"""Runs as the cases ask for them, through the SDK."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from sogni_client import SogniClient

from tests.studio_server import RunningStudio

MODEL = "qwen3.6-35b-a3b-gguf-iq4xs"
Connect = Callable[..., Awaitable[Any]]
ASKING = {"requireJobConfirmation": True}


def wish(text: str, **more: Any) -> dict[str, Any]:
    return {"messages": [{"role": "user", "content": text}], "model": MODEL, **more}


async def told(client: Any, run: dict[str, Any], **more: Any) -> list[dict[str, Any]]:
    """The run's events until the studio closes the stream."""
    async with asyncio.timeout(60):
        return [event async for event in client.chat.runs.stream_events(run["runId"], **more)]


async def ended(
    client: Any, body: dict[str, Any], **more: Any
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """A run from its beginning to the end of its stream, and its events."""
    run = await client.chat.runs.create(**body, **more)
    events = await told(client, run)
    assert [one["sequence"] for one in events] == list(range(len(events)))
    return await client.chat.runs.get(run["runId"]), events


def kinds(events: list[dict[str, Any]]) -> list[str]:
    """The types in order, repetitions once."""
    return [
        one["type"] for n, one in enumerate(events) if not n or events[n - 1]["type"] != one["type"]
    ]


async def plain_client(studio: RunningStudio) -> Any:
    """A client of a studio that a case runs for itself."""
    return await SogniClient.create(
        app_id="restart", api_key="restart", rest_endpoint=studio.rest, socket_endpoint=studio.ws
    )
