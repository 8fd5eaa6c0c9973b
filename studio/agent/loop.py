"""The loop: words, calls, results, until there is an answer. It can begin anywhere in a conversation and be ended
anywhere; what is done is in the session's messages."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from studio import safe_json
from studio.accounts.ledger import Ledger
from studio.accounts.prices import llm_costs
from studio.agent.asking import Limits
from studio.agent.desk import Desk, work
from studio.agent.session import Session
from studio.agent.speaking import Said, ToolCall, speak
from studio.agent.vision import with_pictures
from studio.catalogue import LLM_MODEL
from studio.director.reading import images_of
from studio.faults import Faults
from studio.settings import Settings
from studio.tools.engine import Engine
from studio.tools.outcome import Outcome, Tick
from studio.tools.quality import with_quality

MOST_ROUNDS = 8
ASK, FINISH = "ask_clarifying_question", "finalize_response"


class Sink:
    """Where the loop tells what happens; every method may be left as it is."""

    async def round_started(self, number: int) -> None:
        """The model is asked; the first round is 1."""

    async def piece(self, text: str) -> None:
        """A piece of its answer."""

    async def said(self, said: Said) -> None:
        """A whole answer, now in the session's messages."""

    async def dispatched(self, call: ToolCall) -> None:
        """A call begins."""

    def ticked(self, call: ToolCall, tick: Tick) -> None:
        """A call is further."""

    async def resolved(self, call: ToolCall, outcome: Outcome, envelope: dict[str, Any]) -> None:
        """A call ended; its result is in the session's messages, its media in the session's media."""


@dataclass(frozen=True)
class Ending:
    """Why the loop ended: `reason` is stop, tool_calls, length, content_filter, question, rounds or paused.

    `pending` are calls that are not ours to run; `usage` is summed over the rounds of this stretch.
    """

    reason: str
    content: str = ""
    pending: tuple[ToolCall, ...] = ()
    usage: Mapping[str, int] = field(default_factory=dict)


@dataclass
class Mind:
    """What the loop needs besides the session: the studio's parts, the tools on offer, the limits.

    `approve` may hold calls back before they begin: a reason pauses the loop. `filtered` says whether the content
    filter is on, `quality` is a run's tier. `desk` are calls that make no media, besides the engine's tools.
    """

    engine: Engine
    ledger: Ledger
    faults: Faults
    settings: Settings
    tools: Sequence[dict[str, Any]]
    choice: Any = None
    limits: Limits = field(default_factory=Limits)
    execute: bool = True
    stop: asyncio.Event = field(default_factory=asyncio.Event)
    approve: "Callable[[Sequence[ToolCall]], Awaitable[bool]] | None" = None
    paced: bool = True
    filtered: bool = True
    quality: str = ""
    desk: Desk = field(default_factory=dict)

    def runs(self, call: ToolCall) -> bool:
        """Whether a call is ours to do."""
        return call.name in self.engine.offered or call.name in self.desk


async def converse(mind: Mind, session: Session, sink: Sink, group: str) -> Ending:
    """Work on a session until it has an answer, needs someone else, or `mind.stop` is set (reason "stopped").

    `group` names the work in the render line and begins the ids of its calls. Calls of one round run side by side;
    their results are told in the order of the calls.
    """
    used = {"prompt_tokens": 0, "completion_tokens": 0, "total_tokens": 0}
    while True:
        waiting = unanswered(session.messages)
        ours = [call for call in waiting if mind.runs(call)]
        if waiting and mind.execute:
            if ours and mind.approve is not None and not await mind.approve(ours):
                return Ending("paused", usage=used)
            await _run_calls(mind, session, sink, group, ours)
            spoken = _spoken(waiting)
            if spoken is not None:
                return Ending(*spoken, usage=used)
            foreign = tuple(call for call in waiting if not mind.runs(call))
            if foreign:
                return Ending("tool_calls", _last_words(session), foreign, used)
        if mind.stop.is_set():
            return Ending("stopped", _last_words(session), usage=used)
        number, place = rounds_so_far(session.messages) + 1, len(session.messages)
        if number > MOST_ROUNDS:
            return Ending("rounds", _last_words(session), usage=used)
        await sink.round_started(number)
        said = await _say(mind, session, number, group)
        async for piece in paced(said, mind):
            await sink.piece(piece)
        session.messages.append(said.message())
        for name, count in said.usage().items():
            used[name] += count
        pay(mind.ledger, session.account, said, group, f"{group}:{place}")
        await sink.said(said)
        if not said.calls or not mind.execute:
            reason = "question" if said.asks else said.finish
            return Ending(reason, said.text, said.calls, used)


async def _say(mind: Mind, session: Session, number: int, group: str) -> Said:
    tools = mind.tools if number < MOST_ROUNDS else ()
    told = await with_pictures(mind.engine.pieces, session, session.told())
    prefix = f"call_{group[-12:].lower()}_{len(session.messages)}"
    if looks(told):  # measuring takes too long for the event loop
        return await asyncio.to_thread(speak, told, tools, mind.choice, mind.limits, prefix)
    return speak(told, tools, mind.choice, mind.limits, prefix)


async def paced(said: Said, mind: Mind) -> AsyncIterator[str]:
    """The pieces at the studio's rate; armed faults may slow them."""
    slow = mind.faults.take("slow")
    pace = float((slow or {}).get("factor", 1.0))
    rate = mind.settings.tokens_per_s if mind.paced or slow is not None else 0
    if rate or mind.paced:
        await asyncio.sleep(mind.settings.first_token_s * pace)
    due = time.monotonic()
    for piece in said.pieces:
        yield piece
        if rate > 0:
            due += pace / rate
            await asyncio.sleep(max(0.0, due - time.monotonic()))
        if mind.stop.is_set():
            return


def pay(ledger: Ledger, account: str, said: Said, about: str, once: str) -> None:
    """Book a round of words; `once` names the round, so that one begun again after a crash costs nothing more."""
    costs = llm_costs(said.prompt_tokens, said.completion_tokens)
    due = Decimal(str(costs["costInSpark"]))
    ledger.debit(account, due, LLM_MODEL, source="llm", source_id=about, once=once)


async def _run_calls(
    mind: Mind, session: Session, sink: Sink, group: str, calls: Sequence[ToolCall]
) -> None:
    media = session.media

    async def run(call: ToolCall) -> Outcome:
        await sink.dispatched(call)
        if call.name in mind.desk:
            return await work(mind.desk[call.name], session, call.arguments, f"{group}:{call.id}")
        return await mind.engine.run(
            session.account,
            call.name,
            with_quality(call.name, call.arguments, mind.quality),
            media,
            lambda tick: sink.ticked(call, tick),
            group=group,
            call_id=f"{group}:{call.id}",
            stop=mind.stop,
            filtered=mind.filtered,
        )

    async with asyncio.TaskGroup() as together:
        tasks = [together.create_task(run(call)) for call in calls]
    for call, task in zip(calls, tasks, strict=True):
        outcome = task.result()
        envelope = outcome.envelope(session.media)
        answer(session, call, outcome, envelope)
        await sink.resolved(call, outcome, envelope)


def answer(session: Session, call: ToolCall, outcome: Outcome, envelope: Mapping[str, Any]) -> None:
    """Put a call's result into the session."""
    session.media = outcome.added_to(session.media)
    prompt = str(call.arguments.get("prompt") or "")
    for output in outcome.outputs:
        session.prompts[str(output.piece.path)] = str(output.facts.get("prompt") or prompt)
    told = dict(envelope)
    if "output_assets" in told:
        told["results"] = told["output_assets"]
    content = json.dumps(told, ensure_ascii=False)
    message = {"role": "tool", "tool_call_id": call.id, "name": call.name, "content": content}
    session.messages.append(message)


def unanswered(messages: Sequence[Mapping[str, Any]]) -> list[ToolCall]:
    """Calls of the newest answer without a result."""
    last = max(
        (n for n, one in enumerate(messages) if one.get("role") == "assistant"), default=None
    )
    if last is None or any(one.get("role") == "user" for one in messages[last + 1 :]):
        return []
    done = {one.get("tool_call_id") for one in messages[last + 1 :] if one.get("role") == "tool"}
    found = []
    for call in messages[last].get("tool_calls") or []:
        function = call.get("function") if isinstance(call, Mapping) else None
        if isinstance(function, Mapping) and call.get("id") not in done:
            arguments = _object(function.get("arguments"))
            found.append(ToolCall(str(call.get("id")), str(function.get("name")), arguments))
    return found


def looks(messages: Sequence[Mapping[str, Any]]) -> bool:
    """Whether the newest wish comes with pictures."""
    people = [one for one in messages if one.get("role") == "user"]
    return bool(people and images_of(people[-1]))


def rounds_so_far(messages: Sequence[Mapping[str, Any]]) -> int:
    """Answers since the newest wish."""
    people = [n for n, one in enumerate(messages) if one.get("role") == "user"]
    since = messages[people[-1] + 1 :] if people else messages
    return sum(1 for one in since if one.get("role") == "assistant")


def _spoken(calls: Sequence[ToolCall]) -> tuple[str, str] | None:
    """A call that is only words: a question to the person, or the final answer."""
    for call in calls:
        if call.name == ASK:
            return "question", str(call.arguments.get("question") or "")
        if call.name == FINISH:
            return "stop", str(call.arguments.get("content") or "")
    return None


def _last_words(session: Session) -> str:
    for message in reversed(session.messages):
        if message.get("role") == "assistant":
            return str(message.get("content") or "")
    return ""


def _object(text: Any) -> dict[str, Any]:
    try:
        value = safe_json.loads(text) if isinstance(text, str) else text
    except ValueError:
        return {}
    return dict(value) if isinstance(value, Mapping) else {}
