"""One round of the model over the SDK's socket chat, as text pieces and one end."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

from chat.gateway.errors import BadArguments, Interrupted, Unavailable
from chat.gateway.mapping import credits
from chat.gateway.plain import plain_json, plain_text
from chat.gateway.thinking import ThinkingFilter
from chat.gateway.types import ChatRequest, RoundEnd, RoundEvent, ToolRequest

SILENCE_S = 120.0
MOST_ID_CHARS, MOST_NAME_CHARS = 120, 60
MOST_PICTURES = 20
MOST_PICTURE_CHARS = 14_000_000  # 10 MB as base64


async def stream_round(client: Any, params: dict[str, Any]) -> AsyncIterator[RoundEvent]:
    """`params` as `chat.completions.create` takes them. Raises when the stream breaks or falls silent.

    A text that lost frames over a dropped line ends like a whole one (the service is not asked for them again),
    so after a drop only a stream that accounts for every token counts as whole.
    """
    sieve = ThinkingFilter()
    dropped = pieces = 0

    def note_drop(_data: Any) -> None:
        nonlocal dropped
        dropped += 1

    forget = client.api_client.socket.on("disconnected", note_drop)
    try:
        stream = await client.chat.completions.create(stream=True, **params)
        while True:
            try:
                chunk = await asyncio.wait_for(anext(stream), SILENCE_S)
            except StopAsyncIteration:
                break
            except TimeoutError as silent:
                raise Unavailable("The model said nothing for two minutes.") from silent
            content = plain_text(chunk.get("content") or "")
            pieces += bool(content or chunk.get("tool_calls"))
            if said := sieve.feed(content):
                yield said
    finally:
        forget()
    result = stream.final_result or {}
    if dropped and pieces < _tokens(result, "completion_tokens"):
        raise Interrupted("The line to the service broke. Nothing is lost.", code="line")
    if said := sieve.finish():
        yield said
    yield _round_end(result, sieve.calls)


def chat_params(
    request: ChatRequest, *, model: str, token_type: str, most_tokens: int
) -> dict[str, Any]:
    """Raises `BadArguments` for pictures that are not `data:`: the SDK would read them from disk or the network."""
    _refuse_addresses(request.messages)
    params: dict[str, Any] = {
        "model": request.model or model,
        "messages": request.messages,
        "max_tokens": request.max_tokens or most_tokens,
        "sogni_tools": "none",
        "token_type": token_type,
    }
    if request.tools:
        params.update(tools=request.tools, tool_choice="auto")
    if request.thinking is not None:
        params["think"] = request.thinking
    return params


def _refuse_addresses(messages: list[dict[str, Any]]) -> None:
    pictures = 0
    for message in messages:
        content = message.get("content")
        for part in content if isinstance(content, list) else []:
            if not isinstance(part, dict) or part.get("type") == "text":
                continue
            image = part.get("image_url")
            url = image.get("url") if isinstance(image, dict) else None
            if not isinstance(url, str) or not url.startswith("data:image/"):
                raise BadArguments(
                    "Pictures are passed as data, never as an address.", code="address"
                )
            pictures += 1
            if pictures > MOST_PICTURES or len(url) > MOST_PICTURE_CHARS:
                raise BadArguments(
                    "At most 20 pictures of 10 MB each can be looked at.", code="pictures"
                )


def _round_end(result: dict[str, Any], written: list[str]) -> RoundEnd:
    requests = _requests(result.get("tool_calls") or []) or _written(written)
    cost = result.get("cost") or {}
    return RoundEnd(
        requests,
        "tool_calls" if requests else str(result.get("finishReason") or "stop"),
        credits(cost.get("costInToken", cost.get("costInSpark"))),
        _tokens(result, "prompt_tokens"),
        _tokens(result, "completion_tokens"),
    )


def _requests(calls: list[dict[str, Any]]) -> tuple[ToolRequest, ...]:
    return tuple(
        _request(
            call.get("id") or f"call_{place}",
            call["function"]["name"],
            call["function"].get("arguments") or "",
        )
        for place, call in enumerate(calls)
        if call.get("function", {}).get("name")
    )


def _request(call_id: object, name: object, arguments: object) -> ToolRequest:
    """Of a length and in characters that can be kept."""
    return ToolRequest(
        plain_text(str(call_id))[:MOST_ID_CHARS],
        plain_text(str(name))[:MOST_NAME_CHARS],
        plain_json(str(arguments)),
    )


def _written(calls: list[str]) -> tuple[ToolRequest, ...]:
    """Calls the model wrote into its text as `{"name", "arguments"}`; others are dropped."""
    found = []
    for place, text in enumerate(calls):
        try:
            call = json.loads(text)
            name, arguments = call["name"], call.get("arguments") or {}
        except (ValueError, KeyError, TypeError, AttributeError):
            continue
        raw = arguments if isinstance(arguments, str) else json.dumps(arguments)
        found.append(_request(f"call_{place}", name, raw))
    return tuple(found)


def _tokens(result: dict[str, Any], name: str) -> int:
    return int((result.get("usage") or {}).get(name) or 0)
