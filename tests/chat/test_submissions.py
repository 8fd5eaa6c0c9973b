"""A job reaches the service once, whatever breaks on the way, and is taken back when nobody wants it any more."""

import threading
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connections
from django.utils import timezone

from chat import tasks
from chat.actions import runs
from chat.gateway.errors import Interrupted, Unavailable
from chat.loop import files, submitting
from chat.models import Conversation, Run, ToolCall, ToolOutput
from media.models import Item
from teams.models import Hold, User
from tests.chat.conftest import newest_run, say
from tests.chat.test_loop import drive, image_call, script
from tests.fakes import Crash, FakeGateway


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(submitting, "RETRY_S", 0.0)
    monkeypatch.setattr(submitting, "TRACE_S", 0.5)
    monkeypatch.setattr(submitting, "LOOK_S", 0.05)
    monkeypatch.setattr(submitting, "WITHDRAW_S", 0.5)
    monkeypatch.setattr(files, "RETRY_S", 0.0)


def once(at: str, do: Callable[[], object]) -> Callable[[str], None]:
    """A script of the gateway's steps: `do` at the first `at`."""
    done: list[str] = []

    def step(name: str) -> None:
        if name == at and not done:
            done.append(name)
            do()

    return step


def raising(error: BaseException) -> Callable[[], None]:
    def do() -> None:
        raise error

    return do


def ask(conversation: Conversation, alice: User, gateway: FakeGateway, count: int = 1) -> None:
    script(gateway, image_call(numberOfVariations=count))
    say(conversation, alice, "a lighthouse")


def test_a_stop_between_sending_and_hearing_back_cancels_the_job(
    conversation: Conversation, alice: User, gateway: FakeGateway
) -> None:
    ask(conversation, alice, gateway)
    gateway.at = once("submitted", lambda: runs.stop_run(conversation, by=alice))
    run = drive(conversation, gateway)
    assert run.status == Run.Status.CANCELLED
    assert gateway.cancelled == list(gateway.jobs)
    assert not Hold.objects.filter(state=Hold.State.HELD).exists()


def test_a_stop_whose_worker_died_meanwhile_still_cancels_the_job(
    conversation: Conversation,
    alice: User,
    gateway: FakeGateway,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ask(conversation, alice, gateway)
    gateway.at = once("submitted", raising(Crash()))
    with pytest.raises(Crash):
        drive(conversation, gateway)
    runs.stop_run(conversation, by=alice)
    ToolCall.objects.update(ended_at=timezone.now() - timedelta(minutes=2))
    monkeypatch.setattr(tasks, "get_gateway", lambda: gateway)
    tasks.sweep_holds()
    assert gateway.cancelled == list(gateway.jobs)
    assert not Hold.objects.filter(state=Hold.State.HELD, key__startswith="call:").exists()


def test_a_worker_that_lost_the_run_to_another_leaves_its_job_alone(
    conversation: Conversation, alice: User, gateway: FakeGateway
) -> None:
    ask(conversation, alice, gateway)
    sleeps, goes_on = threading.Event(), threading.Event()

    def sleep(step: str) -> None:
        if step == "done" and threading.current_thread() is sleeper:
            sleeps.set()
            goes_on.wait(20)
        elif step == "done":
            goes_on.set()
            sleeper.join(20)

    def first() -> None:
        try:
            drive(conversation, gateway)
        finally:
            connections.close_all()

    gateway.at = sleep
    sleeper = threading.Thread(target=first)
    sleeper.start()
    assert sleeps.wait(20)
    Run.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    run = drive(conversation, gateway)
    assert run.status == Run.Status.COMPLETED
    assert (gateway.submissions, gateway.cancelled) == (1, [])


@pytest.mark.parametrize("step", ["submit", "submitted"])
def test_a_line_that_breaks_while_sending_sends_it_once(
    conversation: Conversation, alice: User, gateway: FakeGateway, step: str
) -> None:
    ask(conversation, alice, gateway)
    gateway.at = once(step, raising(Interrupted("The line broke.", code="line")))
    run = drive(conversation, gateway)
    assert run.status == Run.Status.COMPLETED
    assert gateway.submissions == 1
    assert [item.state for item in Item.objects.all()] == ["ready"]


@pytest.mark.parametrize("step", ["estimate", "submit"])
def test_a_busy_service_is_asked_again(
    conversation: Conversation, alice: User, gateway: FakeGateway, step: str
) -> None:
    ask(conversation, alice, gateway)
    gateway.at = once(step, raising(Unavailable("Busy.", code="busy", retry_after_s=0)))
    run = drive(conversation, gateway)
    assert run.status == Run.Status.COMPLETED
    assert [item.state for item in Item.objects.all()] == ["ready"]
    assert Hold.objects.filter(key__startswith="call:").count() == 1


def test_a_service_that_cannot_be_asked_for_a_trace_has_not_said_no(
    conversation: Conversation, alice: User, gateway: FakeGateway
) -> None:
    ask(conversation, alice, gateway)
    gateway.at = once("submitted", raising(Crash()))
    with pytest.raises(Crash):
        drive(conversation, gateway)
    Run.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    ToolCall.objects.update(submitted_at=timezone.now() - timedelta(minutes=1))
    gateway.at = once("find", raising(Interrupted("The line broke.", code="line")))
    run = drive(conversation, gateway)
    assert run.status == Run.Status.COMPLETED
    assert gateway.submissions == 1


def test_a_second_sending_is_looked_for_as_long_as_the_first(
    conversation: Conversation, alice: User, gateway: FakeGateway
) -> None:
    ask(conversation, alice, gateway)
    gateway.at = once("submit", raising(Crash()))
    with pytest.raises(Crash):
        drive(conversation, gateway)
    long_ago = timezone.now() - timedelta(minutes=1)
    Run.objects.update(lease_until=long_ago)
    ToolCall.objects.update(submitted_at=long_ago)
    gateway.at = once("submit", raising(Crash()))
    with pytest.raises(Crash):
        drive(conversation, gateway)
    assert ToolCall.objects.get().submitted_at > long_ago + timedelta(seconds=50)  # type: ignore[operator]
    Run.objects.update(lease_until=long_ago)
    gateway.at = lambda step: None
    assert drive(conversation, gateway).status == Run.Status.COMPLETED
    assert newest_run(conversation).attempts == 3


def test_a_job_that_was_turned_away_and_sent_again_is_looked_for_as_long(
    conversation: Conversation, alice: User, gateway: FakeGateway
) -> None:
    ask(conversation, alice, gateway)
    long_ago = timezone.now() - timedelta(minutes=1)
    sent: list[str] = []

    def turned_away_then_dead(step: str) -> None:
        if step != "submit":
            return
        sent.append(step)
        if len(sent) == 2:
            raise Crash
        ToolCall.objects.update(submitted_at=long_ago)
        raise Unavailable("Busy.", code="busy", retry_after_s=0)

    gateway.at = turned_away_then_dead
    with pytest.raises(Crash):
        drive(conversation, gateway)
    assert ToolCall.objects.get().submitted_at > long_ago + timedelta(seconds=50)  # type: ignore[operator]


def test_a_file_that_cannot_be_had_fails_alone(
    conversation: Conversation, alice: User, gateway: FakeGateway
) -> None:
    gateway.lost_files = frozenset({0})
    ask(conversation, alice, gateway, count=3)
    run = drive(conversation, gateway)
    assert run.status == Run.Status.COMPLETED
    states = list(ToolOutput.objects.order_by("position").values_list("status", flat=True))
    assert states == ["failed", "done", "done"]
    assert ToolOutput.objects.get(position=0).reason == "The finished file could not be read."
    assert ToolCall.objects.get().cost == Decimal("1.333333")
