"""Runs: claim, renew, hand back, stop, end, try again."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from chat import access, doorbell, journal
from chat.actions.errors import ActionRefused, RunOver
from chat.actions.queue import promote_next, queue_run
from chat.events import EventType, RunPayload
from chat.models import Conversation, Message, Run, ToolCall, ToolOutput
from db.prepared import Prepared
from media.models import Item
from media.shelves import fail_slot
from teams import quota
from teams.models import Hold, Team, User

# claims whose worker died or lost the run; being handed over is no fault of the run
MAX_ATTEMPTS = 6

END_ENTRY: dict[str, EventType] = {
    Run.Status.COMPLETED: "run_completed",
    Run.Status.PARTIAL_FAILURE: "run_partial_failure",
    Run.Status.FAILED: "run_failed",
    Run.Status.CANCELLED: "run_cancelled",
}


@dataclass(frozen=True)
class RoundStart:
    """A round of the model about to be asked for: its number from 0, the key of its hold, the credits to hold."""

    round: int
    key: str
    estimate: Decimal


_untried = Prepared(
    lambda uuid: Run.objects.select_related("asked_by", "conversation__team").filter(
        uuid=uuid, status=Run.Status.QUEUED, attempts=0, kind=Run.Kind.ANSWER
    ),
    UUID,
)


@contextmanager
def untried_run(uuid: UUID, conversation_pk: int) -> Iterator[Run | None]:
    """A queued answer that no worker has had yet, under its conversation's lock; None for any other.

    The bell may be faster than the change that rang it; the lock waits for that.
    """
    with journal.changing(conversation_pk) as locked:
        run = _untried.first(uuid)
        if run is not None:
            locked.team = run.conversation.team
            run.conversation = locked
        yield run


def begin_untried(run: Run, *, owner: str, start: RoundStart) -> Hold:
    """Claim the run of `untried_run` and start its first round in its commit, so that its first word comes soon.

    Raises `NotEnoughCredits`; left with it, the run is still queued.
    """
    now = timezone.now()
    run.status, run.lease_owner, run.attempts = Run.Status.RUNNING, owner, 1
    run.lease_until, run.started_at = now + timedelta(seconds=settings.RUN_LEASE_S), now
    Run.objects.filter(pk=run.pk).update(
        status=run.status,
        lease_owner=owner,
        lease_until=run.lease_until,
        attempts=run.attempts,
        started_at=now,
    )
    journal.append(run.conversation, "run_started", _payload(run), run=run)
    return _start(run.conversation, run, run.conversation.team, start)


def claim_run(uuid: UUID, *, owner: str) -> Run | None:
    """Take a queued run, or one whose lease lapsed, for this worker slot; None when there is nothing to take.

    A run taken up again drops the text of its broken round: an entry says so.
    """
    now = timezone.now()
    found = Run.objects.filter(uuid=uuid).values_list("conversation_id", flat=True).first()
    if found is None:
        return None
    with journal.changing(found) as locked:
        claimable = Q(status=Run.Status.QUEUED) | Q(status=Run.Status.RUNNING, lease_until__lt=now)
        taken = Run.objects.filter(claimable, uuid=uuid).update(
            status=Run.Status.RUNNING,
            lease_owner=owner,
            lease_until=now + timedelta(seconds=settings.RUN_LEASE_S),
            attempts=F("attempts") + 1,
            started_at=Coalesce("started_at", now),
        )
        if not taken:
            return None
        run = Run.objects.select_related("asked_by", "message").get(uuid=uuid)
        run.conversation = locked
        if run.attempts - run.hand_overs > MAX_ATTEMPTS:
            close_run(
                locked,
                run,
                Run.Status.FAILED,
                reason="It was tried several times and did not get through.",
            )
            return None
        if run.attempts > 1:
            _restart_broken_text(locked, run)
        journal.append(locked, "run_started", _payload(run), run=run)
    return run


def renew_lease(run: Run) -> None:
    """Keep the run for another lease. Raises `RunOver` when it is stopped, ended, or claimed anew."""
    kept = _claimed_as(run).update(
        lease_until=timezone.now() + timedelta(seconds=settings.RUN_LEASE_S)
    )
    if not kept:
        raise RunOver


def access_age_s(run: Run) -> float:
    """Seconds since its asker was known to have the right to ask: since it was made, perhaps by another clock."""
    return max(0.0, (timezone.now() - run.created_at).total_seconds())


def check_asker(run: Run) -> None:
    """Stop the run, and no other, when the person who asked may not write any more. Raises `RunOver` then."""
    run.conversation.refresh_from_db(fields=["access", "team", "owner"])
    asker = User.objects.get(pk=run.asked_by_id)
    if not access.allows(asker, run.conversation, access.Need.WRITE):
        with journal.changing(run.conversation_id) as locked:
            reason = "The person who asked has no access any more."
            close_run(locked, mine(run), Run.Status.CANCELLED, reason=reason)
        raise RunOver


def hand_back(run: Run) -> None:
    """Give the run back to the queue, as at a shutdown; another worker re-attaches to its jobs."""
    with journal.changing(run.conversation_id) as locked:
        changed = _claimed_as(run).update(
            status=Run.Status.QUEUED, lease_until=None, hand_overs=F("hand_overs") + 1
        )
        if changed:
            run.status = Run.Status.QUEUED
            journal.append(locked, "run_queued", _payload(run), run=run)
            transaction.on_commit(lambda: doorbell.ring_worker(run.uuid, run.conversation_id))


def mine(run: Run) -> Run:
    """The run's row under lock, when this claim of it still stands; else `RunOver`. Inside `journal.changing`."""
    fresh = _mine.first(run.pk, run.lease_owner, run.attempts)
    if fresh is None:
        raise RunOver
    return fresh


def _claimed_as(run: Run) -> QuerySet[Run]:
    """The run, while it is claimed as `run` says."""
    return _claimed(run.pk, run.lease_owner, run.attempts)


def _claimed(pk: int, owner: str, attempts: int) -> QuerySet[Run]:
    """A worker slot keeps its name over restarts and may take up its own lapsed run in another thread, so the number
    of the claim counts as well."""
    return Run.objects.filter(
        pk=pk, status=Run.Status.RUNNING, lease_owner=owner, attempts=attempts
    )


_mine = Prepared(lambda *claim: _claimed(*claim).select_for_update(), int, str, int)


def restart_text(run: Run) -> None:
    """The round broke and is asked again: its text so far leaves the page."""
    with journal.changing(run.conversation_id) as locked:
        _restart_broken_text(locked, mine(run))


def start_round(run: Run, start: RoundStart) -> Hold:
    """The model is about to be asked; the estimate is held. Raises `NotEnoughCredits`, and nothing has changed then."""
    with journal.changing(run.conversation_id) as locked:
        fresh = mine(run)
        fresh.round = start.round
        fresh.save(update_fields=["round"])
        hold = _start(locked, fresh, locked.team, start)
    run.round = start.round
    return hold


def _start(locked: Conversation, run: Run, team: Team, start: RoundStart) -> Hold:
    hold = quota.reserve(
        key=start.key, user=run.asked_by, team=team, amount=start.estimate, note="thinking"
    )
    journal.append(
        locked, "llm_round_started", {"run": str(run.uuid), "round": start.round}, run=run
    )
    return hold


def end_run(run: Run, *, status: str, reason: str = "") -> None:
    """The run's own end: completed, partial_failure or failed. The next queued message starts."""
    with journal.changing(run.conversation_id) as locked:
        close_run(locked, mine(run), status, reason=reason)


def stop_run(conversation: Conversation, *, by: User, only: UUID | None = None) -> bool:
    """Stop the active run, from any tab; finished outputs stay. False when none was active.

    `only`: the run that is meant. When it is over already, the one that came after it goes on.
    """
    with journal.changing(conversation) as locked:
        return end_active_run(locked, by=by, only=only)


def end_active_run(
    locked: Conversation, *, by: User, only: UUID | None = None, go_on: bool = True
) -> bool:
    """Inner step of stop and delete; the conversation's lock is held. `go_on`: start the next queued message."""
    run = Run.objects.select_for_update().filter(conversation=locked).active().first()
    if run is None or only not in (None, run.uuid):
        return False
    run.stopped_by = by
    run.save(update_fields=["stopped_by"])
    close_run(locked, run, Run.Status.CANCELLED, go_on=go_on)
    return True


def retry_run(run: Run, *, by: User) -> None:
    """Ask again for the message of a run that failed or was stopped; only the conversation's last one."""
    with journal.changing(run.conversation_id) as locked:
        if Run.objects.filter(conversation=locked).active().exists():
            raise ActionRefused(
                "Something is running here. Try again when it is done.", code="busy"
            )
        last = Run.objects.filter(conversation=locked, kind=Run.Kind.ANSWER).order_by("pk").last()
        if last is None or last.pk != run.pk or last.status == Run.Status.COMPLETED:
            raise ActionRefused("Only the newest answer can be asked for again.", code="not_last")
        queue_run(locked, message=last.message, asked_by_id=by.pk)


def close_run(
    locked: Conversation, run: Run, status: str, *, reason: str = "", go_on: bool = True
) -> None:
    """Inner step of every end: the run and whatever of it is still open; every spinner ends here."""
    now = timezone.now()
    for message in run.messages.filter(state=Message.State.STREAMING):
        message.state = Message.State.STOPPED
        message.completed_at = now
        message.save(update_fields=["state", "completed_at"])
        journal.append(
            locked, "assistant_message_completed", {"message": str(message.uuid)}, run=run
        )
    for call in run.tool_calls.filter(status__in=("queued", "running", "waiting")):
        _close_call(locked, run, call, stopped=status == Run.Status.CANCELLED)
    run.status = status
    run.reason = reason[:300]
    run.ended_at = now
    run.lease_until = None
    run.save(update_fields=["status", "reason", "ended_at", "lease_until"])
    journal.append(locked, END_ENTRY[status], _payload(run), run=run)
    if go_on and locked.deleted_at is None:
        promote_next(locked)


def _close_call(locked: Conversation, run: Run, call: ToolCall, *, stopped: bool) -> None:
    """Close an open call: finished slots stay, open ones end. Its hold is settled in the background."""
    state = ToolCall.Status.CANCELLED if stopped else ToolCall.Status.FAILED
    reason = "Stopped" if stopped else "Not made"
    for output in ToolOutput.objects.filter(maker=call).select_related("item"):
        if output.is_open:
            output.status = state
            output.reason = reason
            output.preview = ""
            output.save(update_fields=["status", "reason", "preview"])
            if output.item.state == Item.State.PENDING:
                fail_slot(output.item, reason=reason)
    good = ToolOutput.objects.filter(maker=call, status=ToolCall.Status.DONE).exists()
    call.status = ToolCall.Status.DONE if good else state
    call.ended_at = timezone.now()
    call.save(update_fields=["status", "ended_at"])
    shown = call if call.shown else ToolOutput.objects.filter(maker=call).first()
    tray = shown.call if isinstance(shown, ToolOutput) else call
    journal.append(
        locked,
        "tool_call_resolved",
        {"tool_call": str(tray.uuid), "status": tray.status, "media": True},
        run=run,
    )


def _restart_broken_text(locked: Conversation, run: Run) -> None:
    for message in run.messages.filter(state=Message.State.STREAMING):
        message.state = Message.State.RESTARTED
        message.save(update_fields=["state"])
        journal.append(
            locked, "assistant_message_restarted", {"message": str(message.uuid)}, run=run
        )


def _payload(run: Run) -> RunPayload:
    return {"run": str(run.uuid), "status": run.status}
