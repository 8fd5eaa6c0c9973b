"""Small plans, and what the workflow cases share."""

import asyncio
import io
from collections.abc import Awaitable, Callable
from typing import Any

import httpx
from PIL import Image

from tests.studio.near import NearStudio

Sdk = Callable[..., Awaitable[Any]]
DRAW = {"id": "draw", "toolName": "generate_image", "arguments": {"prompt": "a fox", "seed": 5}}


def bind(source: str, target: str, transform: str, **more: Any) -> dict[str, Any]:
    return {"sourceStepId": source, "targetArgument": target, "transform": transform, **more}


def edit(*bindings: dict[str, Any], name: str = "edit") -> dict[str, Any]:
    return {
        "id": name,
        "toolName": "edit_image",
        "arguments": {"prompt": "at night"},
        "dependsOn": list(bindings),
    }


def plan(*steps: dict[str, Any], title: str = "A fox") -> dict[str, Any]:
    return {"title": title, "steps": list(steps)}


async def ended(client: Any, workflow: Any) -> Any:
    """The record once its stream is over."""
    async with asyncio.timeout(60):
        async for _ in client.workflows.stream_events(workflow["workflowId"]):
            pass
    return await client.workflows.get(workflow["workflowId"])


def upload(near: NearStudio, key: str) -> str:
    """A picture of the account's own, by the reference recipe."""
    out = io.BytesIO()
    Image.new("RGB", (96, 64), "teal").save(out, "PNG")
    with near.http(key) as http:
        place = {"jobId": "refs", "imageId": "media_ref_1", "type": "referenceImage",
                 "contentType": "image/png"}  # fmt: skip
        to = http.get("/v1/image/uploadUrl", params=place).json()["data"]["uploadUrl"]
        httpx.put(to, content=out.getvalue(), headers={"Content-Type": "image/png"})
        return str(http.get("/v1/image/downloadUrl", params=place).json()["data"]["downloadUrl"])
