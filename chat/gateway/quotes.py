"""What a round of the model will cost, from the service's quotes: one per size of request, kept for a while.

A round is held before it is asked for; waiting for a quote each time would be seen in every answer's first word.
Sizes are rounded up, so a hold is a little more than the quote would be; what is charged is the service's word.
"""

import json
import time
from collections.abc import Awaitable, Callable
from typing import Any

from chat.gateway.mapping import credits
from chat.gateway.types import Estimate

STEP_CHARS = 4_096
KEPT_S = 600.0

Ask = Callable[[dict[str, Any]], Awaitable[dict[str, Any]]]


class Quotes:
    """`ask` is the SDK's `chat.estimate_cost`."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, int, int], tuple[float, Estimate]] = {}

    def known(self, params: dict[str, Any]) -> Estimate | None:
        """The quote for a round of this size, when it was asked for lately. `params` as the round is asked for."""
        kept = self._known.get((params["model"], params["max_tokens"], _size(params)))
        return kept[1] if kept is not None and time.monotonic() - kept[0] < KEPT_S else None

    async def ask(self, ask: Ask, params: dict[str, Any]) -> Estimate:
        """The service's quote, kept for the next rounds."""
        size = _size(params)
        told = await ask(
            {
                "model": params["model"],
                "messages": [{"role": "user", "content": "x" * size}],
                "max_tokens": params["max_tokens"],
                "token_type": params["token_type"],
            }
        )
        estimate = Estimate(credits(told["costInToken"]))
        self._known[params["model"], params["max_tokens"], size] = (time.monotonic(), estimate)
        return estimate


def _size(params: dict[str, Any]) -> int:
    return -(-_chars(params["messages"]) // STEP_CHARS) * STEP_CHARS


def _chars(messages: list[dict[str, Any]]) -> int:
    """As the SDK counts: the JSON of the messages, pictures left out."""
    return sum(len(json.dumps(_without_pictures(message))) + 1 for message in messages)


def _without_pictures(message: dict[str, Any]) -> dict[str, Any]:
    content = message.get("content")
    if not isinstance(content, list):
        return message
    return {**message, "content": [part for part in content if part.get("type") == "text"]}
