"""A worker killed before any statement it sends to the database: the rows go on from there, or end well.

What it was about to write is gone, what it had committed stands: for the rows that is a `kill -9`.
"""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from chat import tasks
from chat.actions import runs
from chat.actions.conversations import delete_conversation, start_conversation
from chat.loop import drive_run
from chat.models import Conversation, Event, Message, Run, ToolCall, ToolOutput
from media.models import Item
from teams.models import Hold, User
from tests.chat.conftest import newest_run, say
from tests.chat.test_loop import image_call, script
from tests.fakes import Crash, FakeGateway

pytestmark = pytest.mark.long
EACH = Decimal(1)  # of the two pictures


def die_before(statement: int) -> Callable[..., Any]:
    """Counts what is sent to the database from 1."""
    sent = 0

    def send(execute: Callable[..., Any], *told: Any) -> Any:
        nonlocal sent
        sent += 1
        if sent == statement:
            raise Crash
        return execute(*told)

    return send


def killed(run: Run, gateway: FakeGateway, statement: int) -> bool:
    """Drive the run; whether the worker died of it."""
    try:
        with connection.execute_wrapper(die_before(statement)):
            drive_run(run.uuid, run.conversation_id, owner=gateway.app_id, gateway=gateway)
    except Crash:
        return True
    return False


def much_later() -> None:
    """Leases have lapsed, and what was sent without a trace left none for long."""
    then = timezone.now() - timedelta(minutes=2)
    Run.objects.filter(status=Run.Status.RUNNING).update(lease_until=then)
    ToolCall.objects.filter(submitted_at__isnull=False).update(submitted_at=then)
    ToolCall.objects.filter(ended_at__isnull=False).update(ended_at=then)
    Hold.objects.filter(state=Hold.State.HELD).update(reserved_at=then)


def taken_up(run: Run, gateway: FakeGateway, by: User) -> None:
    drive_run(run.uuid, run.conversation_id, owner="another", gateway=gateway)


def stopped(run: Run, gateway: FakeGateway, by: User) -> None:
    runs.stop_run(run.conversation, by=by)


def deleted(run: Run, gateway: FakeGateway, by: User) -> None:
    delete_conversation(run.conversation, by=by)


def check(run: Run, gateway: FakeGateway) -> None:
    """Nothing waits or is held, what came is paid once, and the journal has no gap."""
    here = run.conversation
    made = ToolOutput.objects.filter(call__run=run, status=ToolCall.Status.DONE).count()
    keys = [f"call:{uuid}" for uuid in run.tool_calls.values_list("uuid", flat=True)]
    charged = sum(hold.charged or 0 for hold in Hold.objects.filter(key__in=keys))
    here.refresh_from_db()
    seqs = list(Event.objects.filter(conversation=here).values_list("seq", flat=True))
    assert not run.is_active
    assert not Hold.objects.filter(state=Hold.State.HELD).exists()
    assert not Item.objects.filter(shelf=here.shelf, state=Item.State.PENDING).exists()
    assert not run.messages.filter(state=Message.State.STREAMING).exists()
    assert charged == EACH * made
    assert gateway.submissions <= 1
    assert seqs == list(range(1, here.last_seq + 1))


@pytest.mark.parametrize("then", [taken_up, stopped, deleted])
def test_it_ends_well(
    conversation: Conversation,
    alice: User,
    gateway: FakeGateway,
    monkeypatch: pytest.MonkeyPatch,
    then: Callable[[Run, FakeGateway, User], None],
) -> None:
    monkeypatch.setattr(tasks, "get_gateway", lambda: gateway)
    statement, dies = 0, True
    while dies:
        statement += 1
        gateway.submissions = 0
        script(gateway, image_call(numberOfVariations=2))
        here = start_conversation(alice, team=conversation.team)
        say(here, alice, "two lighthouses")
        run = newest_run(here)
        dies = killed(run, gateway, statement)
        much_later()
        if dies:
            then(run, gateway, alice)
        much_later()
        tasks.sweep_holds()
        run.refresh_from_db()
        check(run, gateway)
        if then is taken_up or not dies:
            assert run.status == Run.Status.COMPLETED, statement
    assert statement > 50
