"""Who works on a run: one thread at a time, also when a lease lapsed under a worker that still lives."""

import contextlib
import threading
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.db import connections
from django.utils import timezone

from chat import doorbell, journal, tasks
from chat.actions import runs, slots, sweeps
from chat.actions.errors import RunOver
from chat.actions.queue import begin_run
from chat.gateway.types import ChatRequest, Estimate
from chat.loop import drive_run, keeper
from chat.models import Conversation, Message, Run, ToolOutput
from media import intake
from media.models import Blob
from teams.access import remove_member
from teams.models import Hold, Team, User
from tests.chat.conftest import newest_run, say
from tests.chat.test_loop import drive, image_call, script
from tests.fakes import FakeGateway
from tests.waiting import until


def lapse() -> None:
    Run.objects.update(lease_until=timezone.now() - timedelta(seconds=1))


def test_a_run_taken_up_by_the_same_slot_is_lost_to_its_first_thread(
    conversation: Conversation, alice: User
) -> None:
    say(conversation, alice, "a boat")
    uuid = newest_run(conversation).uuid
    first = runs.claim_run(uuid, owner="slot-1")
    assert first is not None
    lapse()
    second = runs.claim_run(uuid, owner="slot-1")
    assert second is not None
    with pytest.raises(RunOver):
        runs.renew_lease(first)
    with pytest.raises(RunOver):
        runs.end_run(first, status=Run.Status.FAILED)
    runs.hand_back(first)
    runs.renew_lease(second)


class GivenUp(Exception):
    """The change is not to be."""


@pytest.mark.parametrize("given_up", [False, True], ids=["committed", "given up"])
def test_a_bell_before_the_commit_is_waited_out(
    conversation: Conversation,
    alice: User,
    gateway: FakeGateway,
    monkeypatch: pytest.MonkeyPatch,
    given_up: bool,
) -> None:
    """The worker hears the bell at once; the change that rang it is still open."""
    rung: list[tuple[UUID, int]] = []
    monkeypatch.setattr(doorbell, "ring_worker", lambda *bell: rung.append(bell))
    script(gateway)
    states = []

    def work() -> None:
        try:
            drive_run(*rung[0], owner=gateway.app_id, gateway=gateway)
        finally:
            connections.close_all()

    worker = threading.Thread(target=work)
    with contextlib.suppress(GivenUp), journal.changing(conversation) as locked:
        message = Message(conversation=locked, role="user", author=alice, client_key=uuid4())
        message.text = "a boat"
        begin_run(locked, message)
        worker.start()
        worker.join(0.5)
        states.append(worker.is_alive())
        if given_up:
            raise GivenUp
    worker.join(20)
    assert states == [True]
    assert not worker.is_alive()
    found = list(Run.objects.values_list("status", flat=True))
    assert found == ([] if given_up else [Run.Status.COMPLETED])


def test_a_thread_that_slept_over_its_lease_sends_nothing(
    conversation: Conversation, alice: User, gateway: FakeGateway
) -> None:
    """The first thread hangs in the estimate for longer than its lease, and wakes while another works on the run."""
    script(gateway, image_call())
    say(conversation, alice, "a lighthouse")
    hangs, goes_on = threading.Event(), threading.Event()

    def hang(step: str) -> None:
        if step == "estimate" and not hangs.is_set():
            hangs.set()
            goes_on.wait(20)
        if step == "progress" and threading.current_thread() is not sleeper:
            goes_on.set()
            sleeper.join(20)

    gateway.at = hang

    def sleep_over() -> None:
        try:
            drive(conversation, gateway)
        finally:
            connections.close_all()

    sleeper = threading.Thread(target=sleep_over)
    sleeper.start()
    assert hangs.wait(20)
    lapse()
    run = drive(conversation, gateway)
    assert run.status == Run.Status.COMPLETED
    assert gateway.submissions == 1


def test_a_worker_that_starts_anew_takes_up_what_its_slot_held_at_once(
    conversation: Conversation, alice: User
) -> None:
    say(conversation, alice, "a boat")
    uuid = newest_run(conversation).uuid
    assert runs.claim_run(uuid, owner="slot-1") is not None
    sweeps.void_leases("slot-2")
    assert sweeps.claimable_runs() == []
    sweeps.void_leases("slot-1")
    assert [run.uuid for run in sweeps.claimable_runs()] == [uuid]
    assert runs.claim_run(uuid, owner="slot-1") is not None


def test_a_run_that_its_workers_die_of_is_given_up(conversation: Conversation, alice: User) -> None:
    say(conversation, alice, "a boat")
    uuid = newest_run(conversation).uuid
    for _ in range(runs.MAX_ATTEMPTS):
        assert runs.claim_run(uuid, owner="slot-1") is not None
        lapse()
    assert runs.claim_run(uuid, owner="slot-1") is None
    assert newest_run(conversation).status == Run.Status.FAILED


def test_being_handed_over_counts_against_no_run(conversation: Conversation, alice: User) -> None:
    """However often workers are restarted under it; only those that died count, before and after."""
    say(conversation, alice, "a boat")
    uuid = newest_run(conversation).uuid
    for number in range(2 * runs.MAX_ATTEMPTS):
        claimed = runs.claim_run(uuid, owner="slot-1")
        assert claimed is not None
        assert claimed.attempts == number + 1
        runs.hand_back(claimed)
        runs.hand_back(claimed)  # twice is harmless
    for _ in range(runs.MAX_ATTEMPTS):
        assert runs.claim_run(uuid, owner="slot-1") is not None
        lapse()
    assert runs.claim_run(uuid, owner="slot-1") is None
    assert newest_run(conversation).status == Run.Status.FAILED


def test_a_worker_that_stops_takes_up_nothing(
    conversation: Conversation, alice: User, gateway: FakeGateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks, "get_gateway", lambda: gateway)
    script(gateway)
    say(conversation, alice, "a boat")
    uuid = str(newest_run(conversation).uuid)
    keeper.leave()
    tasks.drive_run(uuid, conversation.pk)
    run = newest_run(conversation)
    assert (run.status, run.attempts, gateway.asked) == (Run.Status.QUEUED, 0, [])
    keeper.stay()
    tasks.drive_run(uuid, conversation.pk)
    assert newest_run(conversation).status == Run.Status.COMPLETED


def test_a_worker_that_stops_between_claim_and_question_pays_for_nothing(
    conversation: Conversation, alice: User, gateway: FakeGateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopping(request: ChatRequest) -> Estimate:
        keeper.leave()
        return gateway.estimate_chat(request)

    script(gateway)
    say(conversation, alice, "a boat")
    with monkeypatch.context() as patched:
        patched.setattr(gateway, "known_estimate", stopping)
        run = drive(conversation, gateway)
    keeper.stay()
    assert (run.status, run.attempts, gateway.asked) == (Run.Status.QUEUED, 1, [])
    assert Hold.objects.get().state == Hold.State.RELEASED
    assert drive(conversation, gateway).status == Run.Status.COMPLETED


def test_a_file_that_takes_long_to_open_does_not_cost_the_lease(
    conversation: Conversation,
    alice: User,
    gateway: FakeGateway,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    take = intake.take_result

    def slow(path: Path) -> Blob:
        lapse()
        until(lambda: Run.objects.get().lease_until > timezone.now(), what="a new lease")  # type: ignore[operator]
        return take(path)

    monkeypatch.setattr(intake, "take_result", slow)
    script(gateway, image_call())
    say(conversation, alice, "a lighthouse")
    run = drive(conversation, gateway)
    assert (run.status, run.attempts) == (Run.Status.COMPLETED, 1)


@pytest.mark.parametrize("retries", [False, True], ids=["answer", "retry"])
def test_a_run_that_waited_is_not_begun_for_someone_who_is_gone(
    conversation: Conversation,
    bob: User,
    team: Team,
    gateway: FakeGateway,
    retries: bool,
) -> None:
    script(gateway, image_call())
    say(conversation, bob, "a boat")
    if retries:
        gateway.failing_slots = frozenset({0})
        drive(conversation, gateway)
        slots.retry_slot(ToolOutput.objects.get(), by=bob)
    asked, submitted = len(gateway.asked), gateway.submissions
    remove_member(team, bob)
    Run.objects.filter(status="queued").update(created_at=timezone.now() - timedelta(minutes=1))
    run = drive(conversation, gateway)
    assert (run.status, run.reason) == (
        Run.Status.CANCELLED,
        "The person who asked has no access any more.",
    )
    assert (len(gateway.asked), gateway.submissions) == (asked, submitted)
