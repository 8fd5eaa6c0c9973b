"""What is put right in the background: lapsed runs, stale holds, folded journals, emptied trash."""

import logging
from datetime import timedelta

from django.db import transaction
from django.db.models import F, ProtectedError, Q, QuerySet
from django.utils import timezone

from chat.events import FOLDABLE
from chat.models import Conversation, Event, Run, ToolCall
from media.shelves import clear_shelf
from teams import quota
from teams.models import Hold

log = logging.getLogger(__name__)

TRASH_DAYS = 30
QUEUED_GRACE_S = 2
HOLD_GRACE_S = 60


def claimable_runs() -> list[Run]:
    """Queued runs nobody took and running ones whose lease lapsed; the sweep rings for them again."""
    now = timezone.now()
    waiting = Q(status=Run.Status.QUEUED, created_at__lt=now - timedelta(seconds=QUEUED_GRACE_S))
    lapsed = Q(status=Run.Status.RUNNING, lease_until__lt=now)
    return list(Run.objects.filter(waiting | lapsed).order_by("pk")[:200])


def void_leases(owner: str) -> None:
    """This worker slot starts anew: what its predecessor held is to be had at once. A claim still decides."""
    Run.objects.filter(status=Run.Status.RUNNING, lease_owner=owner).update(
        lease_until=timezone.now()
    )


def unsettled_calls() -> list[ToolCall]:
    """Calls that are over for a while but whose credits are still held."""
    before = timezone.now() - timedelta(seconds=HOLD_GRACE_S)
    return list(
        ToolCall.objects.filter(
            hold__state=Hold.State.HELD,
            ended_at__lt=before,
            status__in=("done", "failed", "cancelled"),
        ).select_related("run", "hold")[:200]
    )


def settle_lost_rounds() -> int:
    """Rounds of the model whose worker died: the service billed them, so what was held is charged."""
    before = timezone.now() - timedelta(seconds=HOLD_GRACE_S)
    lost = Hold.objects.filter(
        state=Hold.State.HELD, key__startswith="round:", reserved_at__lt=before
    )
    settled = 0
    for hold in lost:
        run_uuid, _, attempt, _ = hold.key.removeprefix("round:").split(":")
        run = Run.objects.filter(uuid=run_uuid).first()
        if run is not None and run.is_active and run.attempts == int(attempt):
            continue
        with transaction.atomic(durable=True):
            quota.settle(hold, charged=hold.held)
        settled += 1
    return settled


def fold_journals() -> int:
    """Delete superseded checkpoints and progress of conversations where nothing runs. How many went.

    Only what came since the last time is looked at.
    """
    busy = Run.objects.active().values("conversation")
    fresh = Conversation.objects.exclude(pk__in=busy).filter(last_seq__gt=F("folded_to"))
    gone = 0
    for conversation in fresh.order_by("pk")[:500]:
        with transaction.atomic(durable=True):
            locked = Conversation.objects.select_for_update().filter(pk=conversation.pk).first()
            if locked is None:
                continue  # deleted for good meanwhile
            deleted, _ = Event.objects.filter(
                conversation=locked,
                type__in=FOLDABLE,
                seq__gt=locked.folded_to,
                seq__lte=conversation.last_seq,
            ).delete()
            locked.folded_to = conversation.last_seq
            locked.save(update_fields=["folded_to"])
            gone += deleted
    return gone


def empty_trash() -> int:
    """Delete for good what lay in the trash for 30 days; how many went. What was spent stays booked."""
    old = Conversation.objects.filter(deleted_at__lt=timezone.now() - timedelta(days=TRASH_DAYS))
    gone = 0
    for pk in old.order_by("deleted_at").values_list("pk", flat=True)[:100]:
        try:
            with transaction.atomic(durable=True):
                gone += _delete_for_good(old, pk)
        except ProtectedError:
            log.exception("A conversation in the trash cannot be deleted; the others are.")
    return gone


def _delete_for_good(old: QuerySet[Conversation], pk: int) -> bool:
    locked = old.select_for_update(of=("self",)).select_related("shelf").filter(pk=pk).first()
    if locked is None:
        return False  # brought back meanwhile
    shelf, draft_key = locked.shelf, locked.uuid
    locked.delete()  # messages, runs, calls, slots and the journal go with it
    clear_shelf(shelf, draft_key=draft_key)
    return True
