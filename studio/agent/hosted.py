"""One hosted chat completion: the conversation answered, its tools run here, told as OpenAI tells it."""

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from studio.agent import surface
from studio.agent.asking import filtered, read
from studio.agent.loop import Ending, Mind, Sink, converse
from studio.agent.session import Session, opened
from studio.agent.speaking import ToolCall
from studio.catalogue import LLM_MODEL
from studio.spellings import either
from studio.tools.api import ToolRefusal
from studio.tools.outcome import Outcome
from studio.tools.pieces import new_id

FINISHES = {"question": "stop", "rounds": "stop", "stopped": "stop"}


@dataclass
class Hosted(Sink):
    """A completion under way. `deltas` are pieces for a stream, None at their end."""

    mind: Mind
    session: Session
    id: str = field(default_factory=lambda: f"chatcmpl-{new_id()}")
    created: int = field(default_factory=lambda: int(time.time()))
    deltas: "asyncio.Queue[dict[str, Any] | None]" = field(default_factory=asyncio.Queue)
    results: list[dict[str, Any]] = field(default_factory=list)
    workflows: dict[str, dict[str, Any]] = field(default_factory=dict)
    """The durable workflows this answer had to do with, by id, as they were told last."""
    ending: Ending = field(default_factory=lambda: Ending("stop"))
    _text: str = ""

    async def run(self) -> None:
        """Answer; the rest is in this object afterwards."""
        try:
            self.deltas.put_nowait({"role": "assistant", "content": ""})
            self.ending = await converse(self.mind, self.session, self, self.id)
            links = self._links()
            if links:
                await self.piece(links)
            if self.ending.pending:
                calls = [
                    {"index": place, **call.wire()}
                    for place, call in enumerate(self.ending.pending)
                ]
                self.deltas.put_nowait({"tool_calls": calls})
        finally:
            self.deltas.put_nowait(None)

    async def round_started(self, number: int) -> None:
        if self._text.strip():
            await self.piece("\n\n")

    async def piece(self, text: str) -> None:
        self._text += text
        self.deltas.put_nowait({"content": text})

    async def resolved(self, call: ToolCall, outcome: Outcome, envelope: dict[str, Any]) -> None:
        self.results.append({"toolCallId": call.id, **envelope})
        workflow = envelope.get("creativeWorkflow")
        if workflow is not None:
            self.workflows[workflow["workflowId"]] = workflow

    def completion(self) -> dict[str, Any]:
        """The whole answer."""
        message: dict[str, Any] = {"role": "assistant", "content": self._text}
        if self.ending.pending:
            message["tool_calls"] = [call.wire() for call in self.ending.pending]
        choice = {"index": 0, "message": message, "finish_reason": self._finish()}
        return {**self._head("chat.completion"), "choices": [choice], **self._tail()}

    def chunk(self, delta: Mapping[str, Any]) -> dict[str, Any]:
        """One piece of a streamed answer."""
        choice = {"index": 0, "delta": delta, "finish_reason": None}
        return {**self._head("chat.completion.chunk"), "choices": [choice]}

    def last_chunk(self) -> dict[str, Any]:
        """The end of a streamed answer, with what was used and made."""
        choice = {"index": 0, "delta": {}, "finish_reason": self._finish()}
        return {**self._head("chat.completion.chunk"), "choices": [choice], **self._tail()}

    def _head(self, kind: str) -> dict[str, Any]:
        return {"id": self.id, "object": kind, "created": self.created, "model": LLM_MODEL}

    def _tail(self) -> dict[str, Any]:
        workflows = list(self.workflows.values())
        tail: dict[str, Any] = {"usage": dict(self.ending.usage), "creative_workflows": workflows}
        return tail | ({"sogni_tool_results": self.results} if self.results else {})

    def _finish(self) -> str:
        return FINISHES.get(self.ending.reason, self.ending.reason)

    def _links(self) -> str:
        """What was made, at the end of the answer: a later request finds it there again."""
        lines = []
        for result in self.results:
            kind, start = result.get("mediaType"), result.get("startIndex", 0)
            for place, url in enumerate(result.get("resultUrls") or []):
                if url not in self._text:
                    mark = "!" if kind == "image" else ""
                    lines.append(f"{mark}[{kind} {start + place}]({url})")
        return "\n\n" + "\n".join(lines) if lines else ""


async def begin(studio: Any, account: str, body: Mapping[str, Any]) -> Hosted:
    """Check a request and open its session. Raises Unacceptable, and ToolRefusal for media that are not ours."""
    ask = read(body)
    named = surface.surface_of(either(body, "sogni_tools"), surface.CREATIVE_TOOLS)
    execute = either(body, "sogni_tool_execution") is not False
    references = [
        *_list(either(body, "media_references")),
        *_list(either(body, "api_media_references")),
    ]
    session = await opened(studio.pieces, account, ask.messages, references=references, inline=True)
    mind = Mind(
        engine=studio.engine,
        ledger=studio.ledger,
        faults=studio.faults,
        settings=studio.settings,
        tools=surface.offered(named, studio.engine.offered, ask.tools, studio.desk, ask.choice),
        choice=ask.choice,
        limits=ask.limits,
        execute=execute and named != surface.NONE,
        paced=body.get("stream") is True,
        filtered=filtered(body),
        desk=surface.desk_of(named, studio.desk),
    )
    return Hosted(mind, session)


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list | None):
        raise ToolRefusal("media_references must be a list.")
    return value or []
