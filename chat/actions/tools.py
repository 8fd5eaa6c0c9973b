"""Tool calls: start with credits held, note progress, fill or fail slots, resolve and settle."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet, Sum
from django.utils import timezone

from chat import journal, toolbox
from chat.actions.runs import mine
from chat.events import EventType
from chat.models import Conversation, Run, ToolCall, ToolOutput
from media import shelves
from media.models import Blob
from teams import quota


def hold_key(call: ToolCall) -> str:
    """The one key under which a call's credits are held."""
    return f"call:{call.uuid}"


def start_tool(run: Run, call: ToolCall, *, estimate: Decimal, app_id: str) -> None:
    """Hold the credits and note that the job is about to be sent, in one commit.

    `call.operation_id` is what the service can be asked for after a crash. Raises `quota.NotEnoughCredits`;
    nothing was started then. Calling again for a call already started keeps its hold.
    """
    with journal.changing(run.conversation_id) as locked:
        fresh = mine(run)
        call.hold = quota.reserve(
            key=hold_key(call),
            user=fresh.asked_by,
            team=locked.team,
            amount=estimate,
            note=toolbox.spend_note(call.name, ToolOutput.objects.filter(maker=call).count()),
        )
        call.estimate = estimate
        call.app_id = app_id
        call.operation_id = str(call.uuid)
        call.status = ToolCall.Status.RUNNING
        call.submission = ToolCall.Submission.SUBMITTING
        call.started_at = call.started_at or timezone.now()
        call.submitted_at = timezone.now()
        call.save()
        _entry(locked, fresh, call, "tool_call_started")


def submit_again(run: Run, call: ToolCall, *, app_id: str) -> None:
    """The job left no trace or was turned away; it is about to be sent again, under its operation id and hold."""
    with journal.changing(run.conversation_id):
        mine(run)
        call.app_id = app_id
        call.submitted_at = timezone.now()
        call.save(update_fields=["app_id", "submitted_at"])


def mark_submitted(run: Run, call: ToolCall, *, remote_id: str) -> None:
    """The service has the job."""
    with journal.changing(run.conversation_id):
        mine(run)
        call.remote_id = remote_id
        call.submission = ToolCall.Submission.SUBMITTED
        call.save(update_fields=["remote_id", "submission"])


def note_progress(run: Run, call: ToolCall, changes: Mapping[int, Mapping[str, Any]]) -> None:
    """Move the open slots of `call` by maker position: percent, step, queue_position, eta_at, preview."""
    now = timezone.now()
    with journal.changing(run.conversation_id) as locked:
        fresh = mine(run)
        outputs = ToolOutput.objects.filter(maker=call).order_by("position")
        for slot, output in enumerate(outputs):
            news = changes.get(slot)
            if news is None or not output.is_open:
                continue
            _move(output, news, now)
        _entry(locked, fresh, call, "tool_call_progress")


def _move(output: ToolOutput, news: Mapping[str, Any], now: Any) -> None:
    status = news.get("status", output.status)
    known = (
        output.eta_at if status == output.status else None
    )  # when it starts is not when it is done
    output.status = status
    if news.get("percent") is not None:
        output.percent = max(output.percent or 0, int(news["percent"]))  # a bar never runs back
    output.step = str(news.get("step") or output.step)[:120]
    output.queue_position = news.get("queue_position")
    output.eta_at = news.get("eta_at") or known
    output.preview = news.get("preview") or output.preview
    output.heard_at = now
    output.save()


def fill_output(
    run: Run, call: ToolCall, *, slot: int, blob: Blob, seed: int | None, facts: Mapping[str, Any]
) -> None:
    """A render is finished and its bytes are ours."""
    with journal.changing(run.conversation_id) as locked:
        fresh = mine(run)
        output = _slot(call, slot)
        if output.status == ToolCall.Status.DONE:
            return
        shelves.fill_slot(output.item, blob, seed=seed, facts=facts)
        output.status = ToolCall.Status.DONE
        output.percent, output.preview, output.reason, output.queue_position = 100, "", "", None
        output.heard_at = timezone.now()
        output.save()
        _entry(locked, fresh, call, "tool_call_progress", media=True)


def fail_output(
    run: Run, call: ToolCall, *, slot: int, sentence: str, withheld: bool = False
) -> None:
    """A render gave nothing. Its index stays; a retry fills it."""
    with journal.changing(run.conversation_id) as locked:
        fresh = mine(run)
        output = _slot(call, slot)
        if output.is_open:
            _fail(output, sentence, withheld=withheld)
            _entry(locked, fresh, call, "tool_call_progress", media=True)


def resolve_tool(
    run: Run,
    call: ToolCall,
    *,
    cost: Decimal | None,
    error: str = "",
) -> None:
    """The call is over: open slots fail with `error`, the hold is settled, what the model is told is kept.

    `cost` None: what the estimate says for the outputs that came. Twice is harmless.
    """
    with journal.changing(run.conversation_id) as locked:
        fresh = mine(run)
        for output in ToolOutput.objects.filter(maker=call).select_related("item"):
            if output.is_open:
                _fail(output, error or "Nothing came back.")
        settle_call(call, cost=cost)
        good = ToolOutput.objects.filter(maker=call, status=ToolCall.Status.DONE).exists()
        call.status = ToolCall.Status.DONE if good else ToolCall.Status.FAILED
        call.submission = ToolCall.Submission.CLOSED
        call.error = error[:500]
        outputs = ToolOutput.objects.filter(maker=call).select_related("item__blob")
        call.result = toolbox.result_for_model(call, list(outputs))
        call.ended_at = timezone.now()
        call.save()
        _mend_tray(call)
        _entry(locked, fresh, call, "tool_call_resolved", media=True)


def close_hold(call: ToolCall) -> None:
    """Settle a call that ended without its worker (stopped, or closed after a crash). Twice is harmless."""
    with journal.changing(call.run.conversation_id) as locked:
        fresh = ToolCall.objects.select_related("hold", "run").get(pk=call.pk)
        if fresh.is_open or fresh.submission == ToolCall.Submission.CLOSED:
            return
        settle_call(fresh, cost=None)
        fresh.submission = ToolCall.Submission.CLOSED
        fresh.save(update_fields=["submission", "cost"])
        _entry(locked, fresh.run, fresh, "tool_call_resolved")


def settle_call(call: ToolCall, *, cost: Decimal | None) -> None:
    """Book what the call cost: the service's word, or the estimate's share for the outputs that came.

    A slot that was asked for again meanwhile has another maker, and still was one of those that were ordered.
    """
    if call.hold is None:
        return
    outputs = list(ToolOutput.objects.filter(maker=call).select_related("item"))
    good = [output for output in outputs if output.status == ToolCall.Status.DONE]
    if cost is None:
        # a retry's slots stand in another tray
        ordered = call.outputs.count() or max(len(outputs), 1)
        share = Decimal(len(good)) / Decimal(ordered)
        cost = ((call.estimate or Decimal(0)) * share).quantize(Decimal("0.000001"))
    quota.settle(call.hold, charged=cost)
    call.cost = cost + _cost_of(call.outputs.exclude(maker=call))
    each = (cost / len(good)).quantize(Decimal("0.000001")) if good else None
    for output in good:
        output.cost = output.item.cost = each
        output.save(update_fields=["cost"])
        output.item.save(update_fields=["cost"])
    tray = outputs[0].call if outputs else call
    if tray.pk != call.pk:
        ToolCall.objects.filter(pk=tray.pk).update(cost=_cost_of(tray.outputs.all()))


def _cost_of(outputs: QuerySet[ToolOutput]) -> Decimal:
    found: Decimal = outputs.aggregate(sum=Sum("cost", default=Decimal(0)))["sum"]
    return found


def _mend_tray(call: ToolCall) -> None:
    """A retry fills slots of an earlier call: how that one stands, and what the model is told of it, follow."""
    first = ToolOutput.objects.select_related("call").filter(maker=call).first()
    if call.shown or first is None:
        return
    tray = first.call
    outputs = list(tray.outputs.select_related("item__blob").order_by("position"))
    if any(output.status == ToolCall.Status.DONE for output in outputs):
        tray.status, tray.error = ToolCall.Status.DONE, ""
    tray.result = toolbox.result_for_model(tray, outputs)
    tray.save(update_fields=["status", "error", "result"])


def _slot(call: ToolCall, slot: int) -> ToolOutput:
    return ToolOutput.objects.select_related("item").filter(maker=call).order_by("position")[slot]


def _fail(output: ToolOutput, sentence: str, *, withheld: bool = False) -> None:
    output.status = ToolCall.Status.FAILED
    output.reason = sentence[:300]
    output.preview = ""
    output.save(update_fields=["status", "reason", "preview"])
    shelves.fail_slot(output.item, reason=output.reason, withheld=withheld)


def _entry(
    locked: Conversation, run: Run, call: ToolCall, type: EventType, *, media: bool = False
) -> None:
    """An entry names the tray people see: a retry shows in the tray of the first call."""
    tray = call
    if not call.shown:
        tray = ToolOutput.objects.select_related("call").filter(maker=call)[0].call
    journal.append(
        locked, type, {"tool_call": str(tray.uuid), "status": tray.status, "media": media}, run=run
    )
