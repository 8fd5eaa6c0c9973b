"""Two things at once: what one door let through, another has changed before it is done."""

import uuid
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from chat import access
from chat.actions import messages, runs, slots, tools
from chat.actions.conversations import delete_conversation, restore_conversation
from chat.actions.errors import ActionRefused, RunOver
from chat.models import Conversation, Message, Run, ToolCall, ToolOutput
from teams import quota
from teams.access import remove_member
from teams.models import Hold, Team, User
from tests.chat.conftest import newest_run, say
from tests.chat.test_loop import drive, image_call, script
from tests.fakes import Crash, FakeGateway


def statuses() -> list[str]:
    return list(Run.objects.order_by("pk").values_list("status", flat=True))


def test_a_second_press_of_stop_ends_no_other_run(
    conversation: Conversation, alice: User, client: Client
) -> None:
    """The next message in line starts at the first press; the second is meant for the same answer."""
    say(conversation, alice, "a boat")
    first = newest_run(conversation)
    say(conversation, alice, "a lake")
    client.force_login(alice)
    page = client.get(conversation.get_absolute_url()).content.decode()
    address = page.partition('id="stop"')[2].partition('hx-post="')[2].partition('"')[0]
    for _ in range(2):
        assert client.post(address, headers={"HX-Request": "true"}).status_code == 204
    assert statuses() == [Run.Status.CANCELLED, Run.Status.QUEUED]
    assert newest_run(conversation) != first
    assert client.post(f"/c/{conversation.uuid}/stop").status_code == 302  # whatever runs now
    assert statuses() == [Run.Status.CANCELLED, Run.Status.CANCELLED]
    odd = client.post(f"/c/{conversation.uuid}/stop?run=odd", headers={"HX-Request": "true"})
    assert odd.status_code == 204


def test_somebody_who_went_takes_no_other_run_along(
    conversation: Conversation,
    alice: User,
    bob: User,
    team: Team,
    gateway: FakeGateway,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The run of bob, who was removed, is stopped by alice just as its worker finds him gone."""
    say(conversation, bob, "a boat")
    claimed = runs.claim_run(newest_run(conversation).uuid, owner=gateway.app_id)
    assert claimed is not None
    say(conversation, alice, "a lake")
    remove_member(team, bob)
    real = access.allows

    def stopped_meanwhile(*asked: Any) -> bool:
        monkeypatch.setattr(access, "allows", real)
        runs.stop_run(conversation, by=alice)
        return real(*asked)

    monkeypatch.setattr(access, "allows", stopped_meanwhile)
    with pytest.raises(RunOver):
        runs.check_asker(claimed)
    assert statuses() == [Run.Status.CANCELLED, Run.Status.QUEUED]


def test_nothing_starts_in_a_conversation_that_was_just_deleted(
    conversation: Conversation, alice: User, gateway: FakeGateway
) -> None:
    """From another tab, between the door and the deed."""
    gateway.failing_slots = frozenset({0})
    script(gateway, image_call())
    say(conversation, alice, "a boat")
    run = drive(conversation, gateway)
    Run.objects.update(status=Run.Status.FAILED)
    run.refresh_from_db()
    delete_conversation(conversation, by=alice)
    for late in (
        lambda: say(conversation, alice, "a lake"),
        lambda: runs.retry_run(run, by=alice),
        lambda: slots.retry_slot(ToolOutput.objects.get(), by=alice),
    ):
        with pytest.raises(ActionRefused, match="trash"):
            late()
    assert statuses() == [Run.Status.FAILED]
    assert Message.objects.filter(role="user").count() == 1
    restore_conversation(conversation)
    assert say(conversation, alice, "a lake").state == Message.State.POSTED


def test_an_answer_that_came_meanwhile_is_not_asked_for_again(
    conversation: Conversation, alice: User, gateway: FakeGateway
) -> None:
    """The button was pressed while it still ran."""
    script(gateway)
    say(conversation, alice, "a boat")
    as_it_was = newest_run(conversation)
    drive(conversation, gateway)
    with pytest.raises(ActionRefused, match="newest"):
        runs.retry_run(as_it_was, by=alice)
    assert statuses() == [Run.Status.COMPLETED]


def test_a_message_that_stands_is_found_in_the_trash_too(
    conversation: Conversation, alice: User
) -> None:
    key = uuid.uuid4()
    first = messages.send_message(conversation, author=alice, text="a boat", client_key=key)
    delete_conversation(conversation, by=alice)
    again = messages.send_message(conversation, author=alice, text="a boat", client_key=key)
    assert again == first


@pytest.mark.parametrize("retried_first", [False, True])
def test_a_slot_retried_before_its_call_is_settled_is_paid_once(
    conversation: Conversation, alice: User, gateway: FakeGateway, retried_first: bool
) -> None:
    """The worker dies over the third of four pictures, the run is stopped, and one is asked for again at once."""
    script(gateway, image_call(numberOfVariations=4))
    say(conversation, alice, "four boats")
    seen: list[str] = []

    def die_at_the_third(step: str) -> None:
        seen.append(step)
        if seen.count("progress") == 3:
            raise Crash

    gateway.at = die_at_the_third
    with pytest.raises(Crash):
        drive(conversation, gateway)
    gateway.at = lambda step: None
    runs.stop_run(conversation, by=alice)
    call = ToolCall.objects.get()
    before = quota.credits(alice, conversation.team).spent
    slots.retry_slot(ToolOutput.objects.get(position=2), by=alice)
    gateway.job_cost = Decimal("0.5")
    if retried_first:
        assert drive(conversation, gateway).status == Run.Status.COMPLETED
        tools.close_hold(call)
    else:
        tools.close_hold(call)
        assert drive(conversation, gateway).status == Run.Status.COMPLETED
    charged = dict(Hold.objects.filter(key__startswith="call:").values_list("held", "charged"))
    assert charged == {Decimal(2): Decimal(1), Decimal("0.5"): Decimal("0.5")}
    assert quota.credits(alice, conversation.team).spent == before + Decimal("1.5")
    call.refresh_from_db()
    assert call.cost == Decimal("1.5")
    costs = list(ToolOutput.objects.order_by("position").values_list("cost", flat=True))
    assert costs == [Decimal("0.5"), Decimal("0.5"), Decimal("0.5"), None]


def test_an_export_tells_each_cost_once(
    conversation: Conversation, alice: User, gateway: FakeGateway, client: Client
) -> None:
    """The tray people see sums up what its retries cost; in the export each call has its own."""
    gateway.failing_slots = frozenset({1})
    script(gateway, image_call(numberOfVariations=2))
    say(conversation, alice, "two boats")
    drive(conversation, gateway)
    gateway.failing_slots = frozenset()
    slots.retry_slot(ToolOutput.objects.get(position=1), by=alice)
    drive(conversation, gateway)
    client.force_login(alice)
    told = client.get(f"/c/{conversation.uuid}/export.json").json()
    assert sorted(call["cost"] for call in told["tool_calls"]) == [1.0, 2.0]
    assert ToolCall.objects.get(shown=True).cost == Decimal(3)
    assert sum(item["cost"] for item in told["media"]) == 3.0
