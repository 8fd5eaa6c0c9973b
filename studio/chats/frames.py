"""A chat job's news as frames: pieces, calls, the reason of the end."""

import asyncio
import json
import time
from collections.abc import Callable
from typing import Any

from studio.agent.loop import Sink
from studio.agent.session import Session
from studio.agent.speaking import ToolCall
from studio.tools.outcome import Outcome

ARGUMENT_CHARS = 24
Add = Callable[[str, dict[str, Any]], None]


class Plain(Session):
    """A session whose media are told by the client alone."""

    def told(self) -> list[dict[str, Any]]:
        return self.messages


class Frames(Sink):
    """Tells the loop's news as frames of one job.

    `told` gets (moment, characters of visible text so far) for each piece. `drop` is an armed fault: the line is
    `cut` after so many pieces.
    """

    def __init__(
        self,
        add: Add,
        told: list[tuple[float, int]],
        cut: Callable[[], None],
        drop: dict[str, Any] | None,
    ) -> None:
        self._add, self._told_at, self._cut, self._drop = add, told, cut, drop
        self._first = True
        self._spoken = ""
        self.results: list[dict[str, Any]] = []

    async def piece(self, text: str) -> None:
        role = {"role": "assistant"} if self._first else {}
        self._first = False
        self._add("jobTokens", {"content": text, **role})
        self._spoken += text
        self._told_at.append((time.time(), len(self._visible())))
        if self._drop is not None and len(self._told_at) == int(self._drop.get("after", 3)) + 1:
            self._cut()

    def _visible(self) -> str:
        thinking, closed, words = self._spoken.partition("</think>")
        return words if closed else "" if thinking.startswith("<think>") else thinking

    async def resolved(self, call: ToolCall, outcome: Outcome, envelope: dict[str, Any]) -> None:
        self.results.append(envelope)
        if not self._spoken.endswith("\n"):
            await self.piece("\n\n")  # the next round's words begin a paragraph of their own

    async def ended(self, reason: str, calls: tuple[ToolCall, ...]) -> None:
        """The calls that are the client's to run, and why the answer ends."""
        for index, call in enumerate(calls):
            await self._call(index, call)
        named = {"question": "stop", "rounds": "stop"}.get(reason, reason)
        self._add("jobTokens", {"content": "", "finishReason": named})

    async def _call(self, index: int, call: ToolCall) -> None:
        arguments = json.dumps(call.arguments, ensure_ascii=False)
        head = {"index": index, "id": call.id, "type": "function"}
        function = {"name": call.name, "arguments": ""}
        self._tell({**head, "function": function})
        for start in range(0, len(arguments), ARGUMENT_CHARS):
            piece = arguments[start : start + ARGUMENT_CHARS]
            self._tell({"index": index, "function": {"arguments": piece}})
            await asyncio.sleep(0)

    def _tell(self, part: dict[str, Any]) -> None:
        self._add("jobTokens", {"content": "", "tool_calls": [part]})
