"""One round of the model: ask, stream, store, and record the calls it asks for."""

import json
import logging
import re
import time
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings

from chat import doorbell, history, toolbox
from chat.actions import replies, runs
from chat.actions.errors import RunOver
from chat.actions.replies import CallDraft
from chat.gateway import Gateway
from chat.gateway.errors import GatewayError
from chat.gateway.types import ChatRequest, RoundEnd, TextPiece, ToolRequest
from chat.loop.keeper import HandOver, Keeper, release_connection
from chat.models import Message, Run, ToolCall
from chat.pacing import TextPace
from media.models import Item
from media.shelves import catalogue

log = logging.getLogger(__name__)

TRIES = 3
RETRY_S = 1.0
RETRY_MOST_S = 60.0
MENDS = 2  # tries the model gets to mend a bad call; then it answers in words
QUESTION_ENDS = ("?", "？", "؟")


class RoundOutcome(Enum):
    """Whether the round was the answer, or calls are to be run."""

    FINAL = "final"
    CALLS = "calls"


@dataclass
class _Reply:
    """The message a round streams into, made at its first piece."""

    pace: TextPace
    message: Message | None = None
    uuid: UUID = field(default_factory=uuid4)

    def show(self, run: Run) -> None:
        """The live end of the text. Pages keep one that comes before its message has a place."""
        pace = self.pace
        doorbell.tail(run.conversation.uuid, self.uuid, after=pace.stored, text=pace.tail)
        pace.shown_now()


def ask_model(run: Run, gateway: Gateway, keeper: Keeper, *, round: int) -> RoundOutcome:
    """Stream one round into a message; a broken or refused-for-now round is asked again up to three times.

    Raises the gateway's errors, `NotEnoughCredits`, `RunOver`, `HandOver`. A final round has ended the run.
    """
    for again in range(TRIES):
        try:
            return _ask(run, gateway, keeper, round=round, name=f"{round}:{run.attempts}:{again}")
        except GatewayError as error:
            if not error.retryable or again == TRIES - 1:
                raise
            log.warning("The round is asked again: %s", error)
            runs.restart_text(run)
            _wait(keeper, getattr(error, "retry_after_s", RETRY_S))
    raise AssertionError("the last try returns or raises")


def _wait(keeper: Keeper, seconds: float) -> None:
    until = time.monotonic() + min(seconds, RETRY_MOST_S)
    while time.monotonic() < until:
        keeper.check()
        time.sleep(0.2)


def _ask(run: Run, gateway: Gateway, keeper: Keeper, *, round: int, name: str) -> RoundOutcome:
    keeper.check()
    items = catalogue(run.conversation.shelf)
    last = round == settings.RUN_MAX_ROUNDS - 1 or _mends_spent(run)
    tools = [] if last else toolbox.offered(items)
    messages = history.build_round(run, items)
    request = ChatRequest(messages=messages, tools=tools, model=settings.SOGNI_LLM_MODEL)
    release_connection()
    estimate = gateway.estimate_chat(request).credits
    hold = runs.start_round(run, round=round, key=f"round:{run.uuid}:{name}", estimate=estimate)
    reply = _Reply(TextPace(time.monotonic))
    try:
        end = _stream(run, gateway, keeper, request, reply, round)
    except GatewayError:
        replies.close_round_hold(hold, charged=Decimal(0))
        raise
    except (RunOver, HandOver):
        replies.close_round_hold(hold, charged=hold.held)  # the service has no cancel and bills it
        raise
    drafts = _drafts(items, end.tool_requests if tools else (), reply.pace.text)
    if reply.message is None and not drafts:
        reply.message = replies.start_reply(run, round=round, uuid=reply.uuid)
        reply.pace.add("There is nothing to add.", "")
    final = all(draft.result is not None and not draft.error for draft in drafts)
    try:
        replies.complete_round(
            run,
            reply.message,
            text=reply.pace.text,
            thinking=reply.pace.thinking,
            calls=drafts,
            hold=hold,
            cost=end.cost,
            final=final,
        )
    except RunOver:
        replies.close_round_hold(hold, charged=end.cost)
        raise
    release_connection()
    return RoundOutcome.FINAL if final else RoundOutcome.CALLS


def _stream(
    run: Run,
    gateway: Gateway,
    keeper: Keeper,
    request: ChatRequest,
    reply: _Reply,
    round: int,
) -> RoundEnd:
    release_connection()
    pace = reply.pace
    end: RoundEnd | None = None
    for event in gateway.stream_chat(request):
        if isinstance(event, TextPiece):
            pace.add(event.text, event.thinking)
        elif isinstance(event, RoundEnd):
            end = event
        if pace.text and reply.message is None:
            reply.show(run)
            reply.message = replies.start_reply(run, round=round, uuid=reply.uuid)
            release_connection()
        _show(run, reply)
        keeper.check()
    assert end is not None, "a round ends with RoundEnd or an error"
    return end


def _show(run: Run, reply: _Reply) -> None:
    if reply.message is None:
        return
    pace = reply.pace
    if pace.tail_due():
        reply.show(run)
    if pace.checkpoint_due():
        replies.checkpoint_reply(run, reply.message, text=pace.text, thinking=pace.thinking)
        pace.stored_now()
        release_connection()


def _mends_spent(run: Run) -> bool:
    """Whether the newest rounds asked for nothing that could be started: a bad call and its tries to mend it."""
    rounds: dict[int, bool] = {}
    for number, status, started_at in run.tool_calls.values_list("round", "status", "started_at"):
        bad = status == ToolCall.Status.FAILED and started_at is None
        rounds[number] = rounds.get(number, True) and bad
    newest = sorted(rounds, reverse=True)[: 1 + MENDS]
    return len(newest) > MENDS and all(rounds[number] for number in newest)


def _drafts(items: list[Item], requests: tuple[ToolRequest, ...], text: str) -> list[CallDraft]:
    """The calls to record: planned, refused with a sentence, or not run because the text asks the person."""
    if requests and ends_in_question(text):
        told = {
            "ok": False,
            "error": "Not run: your text asks the person a question. Wait for the answer.",
        }
        return [
            CallDraft(
                request.call_id,
                request.name,
                _loaded(request.arguments),
                result=told,
                shown=False,
            )
            for request in requests
        ]
    drafts = []
    for request in requests:
        try:
            drafts.append(_planned(request, items))
        except toolbox.BadCall as bad:
            drafts.append(
                CallDraft(
                    request.call_id,
                    request.name,
                    _loaded(request.arguments),
                    error=str(bad),
                    result={"ok": False, "success": False, "tool": request.name, "error": str(bad)},
                )
            )
    return drafts


def _planned(request: ToolRequest, items: list[Item]) -> CallDraft:
    plan = toolbox.plan(request.name, request.arguments, items)
    return CallDraft(
        request.call_id,
        request.name,
        dict(plan.arguments),
        kind=plan.kind,
        labels=plan.labels,
        prompts=plan.prompts,
        width=plan.width,
        height=plan.height,
        model_id=plan.model_id,
        seed=plan.seed,
        sources=[item for _, item in plan.inputs],
    )


def _loaded(arguments: str) -> dict[str, Any]:
    try:
        loaded = json.loads(arguments or "{}")
    except ValueError:
        return {}
    return loaded if isinstance(loaded, dict) else {}


def ends_in_question(text: str) -> bool:
    """True when the last sentence asks the person: outside code and quotes it ends in a question mark."""
    plain = re.sub(r"```.*?(```|$)|`[^`]*`", "", text, flags=re.S)
    plain = re.sub(r"[\"“«][^\"”»]*[\"”»]", "", plain)
    return plain.rstrip(" \n\t*_)").endswith(QUESTION_ENDS)
