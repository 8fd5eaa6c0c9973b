"""One slot of a tray again: a failed one is filled under the index it already has."""

from chat import journal
from chat.actions.errors import ActionRefused
from chat.actions.queue import queue_run
from chat.models import Run, ToolCall, ToolOutput
from media.shelves import reopen_slot
from teams.models import User


def retry_slot(output: ToolOutput, *, by: User) -> Run:
    """Make a failed or stopped slot again, alone. Raises `ActionRefused` when it is not, or something runs."""
    with journal.changing(output.call.run.conversation_id) as locked:
        fresh = ToolOutput.objects.select_related("item", "call", "call__run").get(pk=output.pk)
        if fresh.status not in (ToolCall.Status.FAILED, ToolCall.Status.CANCELLED):
            raise ActionRefused("This one does not need a retry.", code="not_failed")
        if Run.objects.filter(conversation=locked).active().exists():
            raise ActionRefused("Something is running here. Retry when it is done.", code="busy")
        first = fresh.call
        run = queue_run(locked, message=first.run.message, asked_by_id=by.pk, kind=Run.Kind.RETRY)
        call = ToolCall.objects.create(
            run=run,
            round=0,
            position=0,
            seq=locked.last_seq + 1,
            call_id=f"retry_{run.uuid.hex[:12]}",
            name=first.name,
            arguments=first.arguments,
            shown=False,
        )
        reopen_slot(fresh.item)
        fresh.maker = call
        fresh.status = ToolCall.Status.QUEUED
        fresh.percent = fresh.queue_position = fresh.eta_at = fresh.heard_at = None
        fresh.step = fresh.preview = fresh.reason = ""
        fresh.save()
        journal.append(
            locked,
            "tool_call_dispatched",
            {"tool_call": str(first.uuid), "status": first.status, "media": True},
            run=run,
        )
    return run
