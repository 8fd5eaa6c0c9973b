"""The agent's messages: begin, checkpoint, complete with the calls asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from chat import journal
from chat.actions.runs import close_run, mine
from chat.models import Conversation, Message, Run, ToolCall, ToolOutput
from chat.toolbox import Plan
from media.shelves import take_slots
from teams import quota
from teams.models import Hold


@dataclass(frozen=True)
class CallDraft:
    """A call to record: what the model asked, and the `plan` by which it is run.

    One without a plan is not run: `result` is what the model is told instead, `error` the sentence for people.
    """

    call_id: str
    name: str
    arguments: dict[str, Any]
    plan: Plan | None = None
    error: str = ""
    result: dict[str, Any] | None = None
    shown: bool = True


def start_reply(run: Run, *, round: int, uuid: UUID) -> Message:
    """An empty streaming message at the end of the page; `uuid` is the id its tails go by."""
    with journal.changing(run.conversation_id) as locked:
        fresh = mine(run)
        message = Message.objects.create(
            uuid=uuid,
            conversation=locked,
            role=Message.Role.ASSISTANT,
            run=fresh,
            round=round,
            state=Message.State.STREAMING,
            seq=locked.last_seq + 1,
        )
        journal.append(
            locked, "assistant_message_started", {"message": str(message.uuid)}, run=fresh
        )
    return message


def checkpoint_reply(run: Run, message: Message, *, text: str, thinking: str) -> None:
    """Store the text so far; readers get it as finished Markdown, the rest as a live tail."""
    with journal.changing(run.conversation_id) as locked:
        fresh = mine(run)
        message.text, message.thinking = text, thinking
        message.save(update_fields=["text", "thinking"])
        journal.append(
            locked,
            "assistant_message_delta",
            {"message": str(message.uuid), "length": len(text)},
            run=fresh,
        )


def complete_round(
    run: Run,
    message: Message | None,
    *,
    text: str,
    thinking: str,
    calls: Sequence[CallDraft],
    hold: Hold | None,
    cost: Decimal,
    final: bool,
) -> None:
    """The round's text is whole, its calls are recorded with their slots, its cost is settled: one commit.

    `final`: this was the answer, the run is completed in the same commit.
    """
    with journal.changing(run.conversation_id) as locked:
        fresh = mine(run)
        if hold is not None:
            quota.settle(hold, charged=cost)
        if message is not None:
            message.text, message.thinking = text, thinking
            message.state = Message.State.COMPLETE
            message.completed_at = timezone.now()
            message.save(update_fields=["text", "thinking", "state", "completed_at"])
            journal.append(
                locked, "assistant_message_completed", {"message": str(message.uuid)}, run=fresh
            )
        for position, draft in enumerate(calls):
            _record(locked, fresh, position, draft)
        if final:
            close_run(locked, fresh, Run.Status.COMPLETED)


def close_round_hold(hold: Hold, *, charged: Decimal) -> None:
    """A round that brought no answer: what the service bills for it. Twice is harmless."""
    with transaction.atomic(durable=True):
        if charged:
            quota.settle(hold, charged=charged)
        else:
            quota.release(hold)


def _record(locked: Conversation, run: Run, position: int, draft: CallDraft) -> None:
    """A row for a call that was asked for; one that is run gets its slots."""
    runs = draft.plan is not None
    status = ToolCall.Status.FAILED if draft.error else ToolCall.Status.CANCELLED
    call = ToolCall.objects.create(
        run=run,
        round=run.round,
        position=position,
        seq=locked.last_seq + 1,
        call_id=draft.call_id,
        name=draft.name,
        arguments=draft.arguments,
        status=ToolCall.Status.QUEUED if runs else status,
        submission=ToolCall.Submission.NONE if runs else ToolCall.Submission.CLOSED,
        error=draft.error[:500],
        result=draft.result,
        shown=draft.shown,
        ended_at=None if runs else timezone.now(),
    )
    if draft.plan is not None:
        _take_slots(locked, run, call, draft.plan)
    journal.append(
        locked,
        "tool_call_dispatched",
        {"tool_call": str(call.uuid), "status": call.status, "media": runs},
        run=run,
    )


def _take_slots(locked: Conversation, run: Run, call: ToolCall, plan: Plan) -> None:
    """The numbers of what the call will make, and a slot for each."""
    items = take_slots(
        locked.shelf,
        kind=plan.kind,
        tool=plan.tool,
        prompts=plan.prompts,
        model_id=plan.model_id,
        seed=plan.seed,
        width=plan.width,
        height=plan.height,
        made_by=run.asked_by,
        sources=[item for _, item in plan.inputs],
    )
    slots = enumerate(zip(items, plan.labels, plan.prompts, strict=True))
    ToolOutput.objects.bulk_create(
        ToolOutput(
            call=call, maker=call, position=slot, item=item, label=label[:120], prompt=prompt
        )
        for slot, (item, label, prompt) in slots
    )
