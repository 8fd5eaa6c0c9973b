"""The journal: the one way a conversation changes, and the one way its readers catch up.

Writers take the conversation's lock, move rows, append entries and commit; the number of an entry is given under that
lock, so a reader that has seen number n never misses a smaller one. Readers see one snapshot of entries and rows.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.utils import timezone
from psycopg.types.json import Jsonb

from chat import doorbell
from chat.events import EventType, Payload
from chat.models import Conversation, Event, Run
from db.prepared import Prepared

_COLUMNS = "(conversation_id, seq, type, payload, run_id, at)"
_ROW = "(%s, %s, %s, %s, %s, %s)"


@dataclass(frozen=True)
class _Entry:
    """An entry with its number; written together with the others of its change."""

    seq: int
    type: EventType
    payload: Payload
    run_pk: int | None
    at: datetime


_locked = Prepared(lambda pk: Conversation.objects.filter(pk=pk).select_for_update(), int)
_after = Prepared(
    lambda pk, seq: (
        Event.objects.filter(conversation=pk, seq__gt=seq).select_related("run").order_by("seq")
    ),
    int,
    int,
)

# the row that is locked, and what was said about it so far
_change: ContextVar[tuple[Conversation, list[_Entry]] | None] = ContextVar("change", default=None)


@contextmanager
def changing(conversation: Conversation | int) -> Iterator[Conversation]:
    """One durable transaction under the conversation's lock (the first lock of every action).

    Yields the locked row, read anew. On leaving, the entries and the new `last_seq` are written; after the commit the
    doorbell rings once. Raises `Conversation.DoesNotExist` when it was deleted for good meanwhile.
    """
    pk = conversation if isinstance(conversation, int) else conversation.pk
    entries: list[_Entry] = []
    with transaction.atomic(durable=True):
        locked = _locked.first(pk)
        if locked is None:
            raise Conversation.DoesNotExist
        change = _change.set((locked, entries))
        try:
            yield locked
        finally:
            _change.reset(change)
        if entries:
            _write(locked, entries)
            uuid, seq = locked.uuid, locked.last_seq
            transaction.on_commit(lambda: doorbell.ring(uuid, seq), robust=True)


def append(
    conversation: Conversation, type: EventType, payload: Payload, *, run: Run | None = None
) -> None:
    """The next entry. `conversation` is the row that `changing` yielded: its lock is held."""
    change = _change.get()
    assert change is not None, "journal entries are written under the conversation's lock"
    locked, entries = change
    assert locked is conversation, "numbers are given on the locked row only"
    conversation.last_seq += 1
    conversation.active_at = timezone.now()
    pk = None if run is None else run.pk
    entries.append(_Entry(conversation.last_seq, type, payload, pk, conversation.active_at))


def _write(locked: Conversation, entries: Sequence[_Entry]) -> None:
    """Every change ends with this one statement, several times a second for each answer: so it is written by hand."""
    values: list[Any] = []
    for one in entries:
        values += [locked.pk, one.seq, one.type, Jsonb(one.payload), one.run_pk, one.at]
    rows = ", ".join([_ROW] * len(entries))
    written = f"INSERT INTO {Event._meta.db_table} {_COLUMNS} VALUES {rows}"  # noqa: S608 - placeholders only
    table = Conversation._meta.db_table
    moved = f"UPDATE {table} SET last_seq = %s, active_at = %s WHERE id = %s"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH written AS ({written}) {moved}",
            [*values, locked.last_seq, locked.active_at, locked.pk],
        )


def entries_after(conversation: Conversation, seq: int) -> list[Event]:
    """Everything after the cursor `seq`, in order. Call it inside `snapshot()`."""
    return _after(conversation.pk, seq)


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
