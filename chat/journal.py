"""The journal: the one way a conversation changes, and the one way its readers catch up.

Writers take the conversation's lock, move rows, append entries and commit; the number of an entry is given under that
lock, so a reader that has seen number n never misses a smaller one. Readers see one snapshot of entries and rows.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

from django.db import connection, transaction
from django.utils import timezone

from chat import doorbell
from chat.events import EventType, Payload
from chat.models import Conversation, Event, Run


@contextmanager
def changing(conversation: Conversation | int) -> Iterator[Conversation]:
    """One durable transaction under the conversation's lock (the first lock of every action).

    Yields the locked row, read anew. On leaving, the new `last_seq` is saved; after the commit the doorbell
    rings once. Raises `Conversation.DoesNotExist` when it was deleted for good meanwhile.
    """
    pk = conversation if isinstance(conversation, int) else conversation.pk
    with transaction.atomic(durable=True):
        locked = (
            Conversation.objects.select_for_update(of=("self",))
            .select_related("team", "shelf", "owner")
            .get(pk=pk)
        )
        before = locked.last_seq
        yield locked
        if locked.last_seq != before:
            locked.save(update_fields=["last_seq", "active_at"])
            uuid, seq = locked.uuid, locked.last_seq
            transaction.on_commit(lambda: doorbell.ring(uuid, seq))


def append(
    conversation: Conversation, type: EventType, payload: Payload, *, run: Run | None = None
) -> Event:
    """The next entry. `conversation` is the row that `changing` yielded: its lock is held."""
    assert connection.in_atomic_block, "journal entries are written under the conversation's lock"
    conversation.last_seq += 1
    conversation.active_at = timezone.now()
    return Event.objects.create(
        conversation=conversation,
        seq=conversation.last_seq,
        type=type,
        payload=cast("dict[str, object]", payload),
        run=run,
    )


def entries_after(conversation: Conversation, seq: int) -> list[Event]:
    """Everything after the cursor `seq`, in order. Call it inside `snapshot()`."""
    return list(
        Event.objects.filter(conversation=conversation, seq__gt=seq)
        .select_related("run")
        .order_by("seq")
    )


@contextmanager
def snapshot() -> Iterator[None]:
    """One read-only view of entries and rows: the rows are exactly the state at the last number read.

    Inside another transaction (a test's) it reads in that one.
    """
    if connection.in_atomic_block:
        yield
        return
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield
