"""The agent's loop, from a message to a kept picture, and when things go wrong on the way."""

import json
import threading
from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from chat.actions import runs, slots, sweeps, tools
from chat.gateway.errors import Refused, Unavailable
from chat.gateway.types import ToolRequest
from chat.loop import drive_run
from chat.loop.rounds import ends_in_question
from chat.models import Conversation, Event, Message, Run, ToolCall, ToolOutput
from media.models import Item
from teams import quota
from teams.models import Hold, User
from tests.chat.conftest import newest_run, say
from tests.fakes import Crash, FakeGateway, Round

STEPS = ("chat", "piece", "estimate", "submit", "submitted", "progress", "done", "end")


def image_call(call_id: str = "call_1", **arguments: object) -> ToolRequest:
    arguments.setdefault("prompt", "a lighthouse")
    return ToolRequest(call_id, "generate_image", json.dumps(arguments))


def drive(conversation: Conversation, gateway: FakeGateway) -> Run:
    run = newest_run(conversation)
    drive_run(run.uuid, run.conversation_id, owner=gateway.app_id, gateway=gateway)
    run.refresh_from_db()
    return run


def script(gateway: FakeGateway, *calls: ToolRequest) -> None:
    gateway.rounds = [Round("A lighthouse, coming up.", calls), Round("Here is image 0.")]


def test_it_keeps_a_picture_and_answers(
    conversation: Conversation, alice: User, gateway: FakeGateway
) -> None:
    script(gateway, image_call(numberOfVariations=2, prompt="a {red|blue} lighthouse"))
    say(conversation, alice, "a lighthouse please")
    run = drive(conversation, gateway)
    assert run.status == Run.Status.COMPLETED
    items = list(Item.objects.filter(shelf=conversation.shelf).order_by("index"))
    assert [(item.index, item.state) for item in items] == [(0, "ready"), (1, "ready")]
    assert [item.prompt for item in items] == ["a red lighthouse", "a blue lighthouse"]
    texts = [m.text.strip() for m in Message.objects.filter(role="assistant").order_by("seq")]
    assert texts == ["A lighthouse, coming up.", "Here is image 0."]
    told = json.loads(gateway.asked[1].messages[-1]["content"])
    assert told["indices"] == [0, 1]


def test_its_journal_has_no_gap(
    conversation: Conversation, alice: User, gateway: FakeGateway
) -> None:
    script(gateway, image_call())
    say(conversation, alice, "a lighthouse")
    drive(conversation, gateway)
    conversation.refresh_from_db()
    seqs = list(Event.objects.filter(conversation=conversation).values_list("seq", flat=True))
    assert seqs == list(range(1, conversation.last_seq + 1))


def test_it_charges_what_it_made(
    conversation: Conversation, alice: User, gateway: FakeGateway
) -> None:
    gateway.failing_slots = frozenset({1})
    script(gateway, image_call(numberOfVariations=2))
    say(conversation, alice, "two lighthouses")
    drive(conversation, gateway)
    call = ToolCall.objects.get()
    assert call.cost == Decimal(1)
    assert not Hold.objects.filter(state=Hold.State.HELD).exists()
    spent = quota.credits(alice, conversation.team).spent
    assert spent == Decimal("1.02")


@pytest.mark.parametrize("step", STEPS)
def test_a_crash_at_any_step_ends_in_one_result(
    conversation: Conversation, alice: User, gateway: FakeGateway, step: str
) -> None:
    script(gateway, image_call())
    say(conversation, alice, "a lighthouse")
    crashed: list[str] = []

    def die(at: str) -> None:
        if at == step and not crashed:
            crashed.append(at)
            raise Crash

    gateway.at = die
    with pytest.raises(Crash):
        drive(conversation, gateway)
    Run.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    ToolCall.objects.update(submitted_at=timezone.now() - timedelta(minutes=1))
    assert [run.pk for run in sweeps.claimable_runs()] == [newest_run(conversation).pk]
    run = drive(conversation, gateway)
    assert run.status == Run.Status.COMPLETED
    assert gateway.submissions == 1
    assert [item.state for item in Item.objects.all()] == ["ready"]
    Hold.objects.update(reserved_at=timezone.now() - timedelta(minutes=5))
    for call in sweeps.unsettled_calls():
        tools.close_hold(call)
    sweeps.settle_lost_rounds()
    assert not Hold.objects.filter(state=Hold.State.HELD).exists()
    assert Hold.objects.filter(key__startswith="call:").count() == 1


def test_stop_ends_every_slot_and_cancels_upstream(
    conversation: Conversation, alice: User, gateway: FakeGateway
) -> None:
    gateway.hold_progress = threading.Event()
    script(gateway, image_call())
    say(conversation, alice, "a lighthouse")
    stopper = threading.Thread(target=lambda: _stop_when_running(conversation, alice))
    stopper.start()
    run = drive(conversation, gateway)
    stopper.join(10)
    assert run.status == Run.Status.CANCELLED
    assert [output.status for output in ToolOutput.objects.all()] == ["cancelled"]
    assert len(gateway.cancelled) == 1
    hold = Hold.objects.get(key__startswith="call:")
    assert (hold.state, hold.charged) == (Hold.State.SETTLED, Decimal(0))


def _stop_when_running(conversation: Conversation, by: User) -> None:
    from django.db import connection

    try:
        deadline = timezone.now() + timedelta(seconds=10)
        while timezone.now() < deadline:
            if ToolOutput.objects.filter(status="running").exists():
                break
            threading.Event().wait(0.05)
        runs.stop_run(conversation, by=by)
    finally:
        connection.close()


def test_a_failed_slot_is_made_again_alone(
    conversation: Conversation, alice: User, gateway: FakeGateway
) -> None:
    gateway.failing_slots = frozenset({0})
    script(gateway, image_call(numberOfVariations=2, prompt="{red|blue}"))
    say(conversation, alice, "two")
    drive(conversation, gateway)
    failed = ToolOutput.objects.get(status="failed")
    gateway.failing_slots = frozenset()
    slots.retry_slot(failed, by=alice)
    drive(conversation, gateway)
    failed.refresh_from_db()
    assert failed.status == ToolCall.Status.DONE
    assert failed.item.index == 0
    spec = list(gateway.jobs.values())[-1]
    assert (spec.count, spec.prompt) == (1, "red")


def test_what_was_kept_back_is_told_apart_from_what_failed(
    conversation: Conversation, alice: User, gateway: FakeGateway
) -> None:
    gateway.failing_slots, gateway.withheld_slots = frozenset({0}), frozenset({1})
    script(gateway, image_call(numberOfVariations=3, prompt="{red|blue|green}"))
    say(conversation, alice, "three")
    drive(conversation, gateway)
    told = ToolCall.objects.get().result
    assert told is not None
    assert [one["index"] for one in told["failed"]] == [0]
    assert (told["withheldCount"], [one["index"] for one in told["withheld"]]) == (1, [1])
    assert told["indices"] == [2]
    cost = ToolOutput.objects.get(item__index=2).cost
    assert cost and told["cost"] == {"credits": f"{cost.normalize():f}"}


def test_too_few_credits_start_nothing(
    conversation: Conversation, alice: User, gateway: FakeGateway
) -> None:
    gateway.job_cost = Decimal(1_000_000)
    script(gateway, image_call())
    say(conversation, alice, "a lighthouse")
    drive(conversation, gateway)
    assert gateway.submissions == 0
    assert "Nothing was started" in ToolCall.objects.get().error


def test_a_bad_call_is_told_to_the_model(
    conversation: Conversation, alice: User, gateway: FakeGateway
) -> None:
    wrong = ToolRequest("c", "animate_photo", json.dumps({"prompt": "x", "sourceImageIndex": 9}))
    gateway.rounds = [Round("Moving.", (wrong,)), Round("There is no such picture.")]
    say(conversation, alice, "animate image 9")
    run = drive(conversation, gateway)
    assert run.status == Run.Status.COMPLETED
    assert "There is no image 9" in gateway.asked[1].messages[-1]["content"]


def test_a_question_is_not_run_over(
    conversation: Conversation, alice: User, gateway: FakeGateway
) -> None:
    gateway.rounds = [Round("Which picture do you mean?", (image_call(),))]
    say(conversation, alice, "animate it")
    run = drive(conversation, gateway)
    assert (run.status, gateway.submissions) == (Run.Status.COMPLETED, 0)


def test_a_message_sent_meanwhile_waits_its_turn(
    conversation: Conversation, alice: User, bob: User, gateway: FakeGateway
) -> None:
    gateway.rounds = [Round("Hello.")]
    say(conversation, alice, "hi")
    second = say(conversation, bob, "me too")
    assert second.state == Message.State.QUEUED
    drive(conversation, gateway)
    second.refresh_from_db()
    assert second.state == Message.State.POSTED
    assert newest_run(conversation).asked_by == bob


def test_a_refused_round_ends_the_run_with_its_sentence(
    conversation: Conversation, alice: User, gateway: FakeGateway
) -> None:
    gateway.rounds = [Round("", error=Refused("The account's plan does not include this."))]
    say(conversation, alice, "hi")
    run = drive(conversation, gateway)
    assert (run.status, run.reason) == ("failed", "The account's plan does not include this.")
    assert not Hold.objects.filter(state=Hold.State.HELD).exists()


def test_a_broken_round_is_asked_again(
    conversation: Conversation, alice: User, gateway: FakeGateway
) -> None:
    gateway.rounds = [Round("Half a", error=Unavailable("Busy.", retry_after_s=0.01))]

    def mend(step: str) -> None:
        if step == "chat" and gateway.asked:
            gateway.rounds = [Round("Whole.")]

    gateway.at = mend
    say(conversation, alice, "hi")
    run = drive(conversation, gateway)
    assert run.status == Run.Status.COMPLETED
    states = [(m.text.strip(), m.state) for m in Message.objects.filter(role="assistant")]
    assert ("Whole.", "complete") in states
    assert all(state in ("complete", "restarted") for _, state in states)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Which one?", True),
        ("Soll ich？ ", True),
        ('She said "why?" and left.', False),
        ("`a ? b : c?`", False),
        ("Is it **this one?**", True),
    ],
)
def test_it_knows_a_question(text: str, asks: bool) -> None:
    assert ends_in_question(text) is asks
