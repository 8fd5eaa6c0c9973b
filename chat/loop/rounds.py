"""One round of the model: ask, stream, store, and record the calls it asks for."""

import json
import logging
import re
import time
from contextlib import closing
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings

from chat import doorbell, history, toolbox
from chat.actions import replies, runs
from chat.actions.errors import RunOver
from chat.actions.replies import CallDraft
from chat.actions.runs import RoundStart
from chat.gateway import Gateway
from chat.gateway.errors import GatewayError
from chat.gateway.types import ChatRequest, Estimate, RoundEnd, TextPiece, ToolRequest
from chat.loop.keeper import HandOver, Keeper, is_leaving
from chat.models import Message, Run, ToolCall
from chat.pacing import TextPace
from db.connections import release_connection
from media.models import Item
from teams.models import Hold

log = logging.getLogger(__name__)

TRIES = 3
RETRY_S = 1.0
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


@dataclass(frozen=True)
class Question:
    """A round ready to be asked: the media it may use, the request in words, its pictures, what it starts with."""

    items: list[Item]
    request: ChatRequest
    pictures: list[Item]
    start: RoundStart

    def whole(self) -> ChatRequest:
        """The request with its pictures. Reads their files."""
        messages = history.with_pictures(self.request.messages, self.pictures)
        return replace(self.request, messages=messages)


@dataclass(frozen=True)
class Opening:
    """A run that was claimed with its first question, and the hold of that."""

    run: Run
    question: Question
    hold: Hold


def open_run(uuid: UUID, conversation_pk: int, *, owner: str, gateway: Gateway) -> Opening | None:
    """Claim an untried run with its first question, in one commit. None for a run that is not to be had so.

    All of it happens under the conversation's lock, so only a price that is known already will do, and a run so young
    that its asker need not be looked at again. Raises the gateway's errors and `NotEnoughCredits`; nothing has changed
    then.
    """
    with runs.untried_run(uuid, conversation_pk) as run:
        if run is None or run.service != settings.SERVICE:
            return None
        if runs.access_age_s(run) >= settings.ACCESS_RECHECK_S:
            return None
        items = history.media_of(run)
        request, pictures = _request(run, 0, items)
        known = gateway.known_estimate(request)
        if known is None:
            return None
        question = Question(items, request, pictures, _start(run, 0, "0:1:0", known))
        return Opening(run, question, runs.begin_untried(run, owner=owner, start=question.start))


def ask_model(
    run: Run, gateway: Gateway, keeper: Keeper, *, round: int, opening: Opening | None = None
) -> RoundOutcome:
    """Stream one round into a message; a broken or refused-for-now round is asked again up to three times.

    Raises the gateway's errors, `NotEnoughCredits`, `RunOver`, `HandOver`. A final round has ended the run.
    """
    for again in range(TRIES):
        try:
            if opening is not None and not again:
                _leave_unasked(opening.hold)
                return _ask(run, gateway, keeper, opening.question, opening.hold)
            keeper.check()
            name = f"{round}:{run.attempts}:{again}"
            question = _question(run, gateway, round=round, name=name)
            return _ask(run, gateway, keeper, question, runs.start_round(run, question.start))
        except GatewayError as error:
            if not error.retryable or again == TRIES - 1:
                raise
            log.warning("The round is asked again: %s", error)
            runs.restart_text(run)
            keeper.pause(getattr(error, "retry_after_s", RETRY_S))
    raise AssertionError("the last try returns or raises")


def _leave_unasked(hold: Hold) -> None:
    """Raises `HandOver` when the worker stops between claim and question: what is not asked costs nothing."""
    if is_leaving():
        replies.close_round_hold(hold, charged=Decimal(0))
        raise HandOver


def _question(run: Run, gateway: Gateway, *, round: int, name: str) -> Question:
    items = history.media_of(run)
    request, pictures = _request(run, round, items)
    release_connection()
    start = _start(run, round, name, gateway.estimate_chat(request))
    return Question(items, request, pictures, start)


def _request(run: Run, round: int, items: list[Item]) -> tuple[ChatRequest, list[Item]]:
    """What the model is asked, in words, and the pictures it is to look at; `items` are the media it may use."""
    last = round == settings.RUN_MAX_ROUNDS - 1 or (round > MENDS and _mends_spent(run))
    tools = [] if last else toolbox.offered(items)
    told = history.build_round(run, items)
    request = ChatRequest(messages=told.messages, tools=tools, model=settings.SOGNI_LLM_MODEL)
    return request, told.pictures


def _start(run: Run, round: int, name: str, estimate: Estimate) -> RoundStart:
    """`name` tells this try from the others of the run: each has a hold of its own."""
    return RoundStart(round, f"round:{run.uuid}:{name}", estimate.credits)


def _ask(
    run: Run, gateway: Gateway, keeper: Keeper, question: Question, hold: Hold
) -> RoundOutcome:
    round, items = question.start.round, question.items
    reply = _Reply(TextPace(time.monotonic))
    try:
        end = _stream(run, gateway, keeper, question.whole(), reply, round)
    except GatewayError:
        replies.close_round_hold(hold, charged=Decimal(0))
        raise
    except (RunOver, HandOver):
        replies.close_round_hold(hold, charged=hold.held)  # the service has no cancel and bills it
        raise
    drafts = _drafts(items, end.tool_requests if question.request.tools else (), reply.pace.text)
    final = all(draft.plan is None and not draft.error for draft in drafts)
    try:
        if not drafts and not reply.pace.text:
            reply.pace.add("There is nothing to add.", "")
            reply.message = reply.message or replies.start_reply(run, round=round, uuid=reply.uuid)
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
    with closing(gateway.stream_chat(request)) as events:
        for event in events:
            if isinstance(event, TextPiece):
                if event.retracts:
                    _retract(run, reply)
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


def _retract(run: Run, reply: _Reply) -> None:
    """What was shown as text so far was reasoning: it leaves the text at once, on the page and in the row."""
    pace = reply.pace
    pace.retract()
    if reply.message is None:
        return
    replies.checkpoint_reply(run, reply.message, text="", thinking=pace.thinking)
    reply.show(run)
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
    return CallDraft(request.call_id, request.name, dict(plan.arguments), plan=plan)


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
