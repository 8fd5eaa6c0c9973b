"""Numbers under concurrency, and what readers see of them."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections

from chat import journal
from chat.models import Conversation, Event


def write(conversation: Conversation, times: int, *, fail: bool = False) -> None:
    try:
        for _ in range(times):
            with journal.changing(conversation.pk) as locked:
                journal.append(locked, "conversation_changed", {"changed": ["title"]})
                journal.append(locked, "conversation_changed", {"changed": ["title"]})
                if fail:
                    raise RuntimeError
    finally:
        connections.close_all()


def test_many_writers_leave_no_gap_and_no_double(conversation: Conversation) -> None:
    before = conversation.last_seq
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: write(conversation, 10), range(8)))
    numbers = list(
        Event.objects.filter(conversation=conversation, seq__gt=before)
        .order_by("seq")
        .values_list("seq", flat=True)
    )
    assert numbers == list(range(before + 1, before + 161))
    conversation.refresh_from_db()
    assert conversation.last_seq == numbers[-1]


def test_a_reader_that_follows_never_misses_one(conversation: Conversation) -> None:
    seen: list[int] = []

    def follow() -> None:
        try:
            cursor = conversation.last_seq
            while len(seen) < 80:
                with journal.snapshot():
                    fresh = Conversation.objects.get(pk=conversation.pk)
                    entries = journal.entries_after(fresh, cursor)
                seen.extend(entry.seq for entry in entries)
                cursor = seen[-1] if seen else cursor
        finally:
            connections.close_all()

    first = conversation.last_seq + 1
    with ThreadPoolExecutor(5) as pool:
        reader = pool.submit(follow)
        list(pool.map(lambda _: write(conversation, 10), range(4)))
        reader.result(30)
    assert seen == list(range(first, first + 80))


def test_what_is_rolled_back_leaves_no_number(conversation: Conversation) -> None:
    before = conversation.last_seq
    with pytest.raises(RuntimeError):
        write(conversation, 1, fail=True)
    write(conversation, 1)
    conversation.refresh_from_db()
    assert conversation.last_seq == before + 2
