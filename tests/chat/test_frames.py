"""A page and the frames after it are the page as it is now: for every change, for everyone who may look."""

import copy
import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from decimal import Decimal
from functools import cache, partial
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from chat.actions import conversations, messages, runs, shelf, slots, sweeps
from chat.events import FOLDABLE
from chat.frames import Frame, catchup, frames_after, page_context
from chat.gateway.errors import Refused
from chat.loop import drive_run
from chat.models import Conversation, Message, Run, ToolOutput
from media.intake import take_upload
from media.models import Item, Upload
from teams.models import User
from tests.chat.conftest import newest_run, say
from tests.chat.dom import Page
from tests.chat.test_loop import drive, image_call, script
from tests.fakes import Crash, FakeGateway, Round


class Viewer:
    """Someone with the page open: a copy that lives on frames, and a still of every moment."""

    def __init__(self, user: User, conversation: Conversation) -> None:
        self.user = user
        self.conversation = conversation
        self.client = Client()
        self.client.force_login(user)
        self.live = self.fresh()
        self.cursor = _cursor(self.live)
        self.stills = [copy.deepcopy(self.live.root)]

    def fresh(self) -> Page:
        response = self.client.get(self.conversation.get_absolute_url())
        assert response.status_code == 200
        return Page(response.content.decode())

    def catch_up(self) -> None:
        """What the socket does on a ring; the page must be the fresh one then."""
        for frame in frames_after(self.conversation.pk, self.user, self.cursor):
            assert frame.seq > self.cursor
            self.live.apply(frame.content)
            self.cursor = frame.seq
        fresh = self.fresh()
        self.stills.append(fresh.root)
        assert self.live.normal() == fresh.normal()


class Film:
    """Watches every commit of a conversation through the eyes of several people."""

    def __init__(self, conversation: Conversation, *people: User) -> None:
        self.viewers = [Viewer(person, conversation) for person in people]
        self.lock = threading.Lock()
        self.faults: list[AssertionError] = []

    def ring(self, uuid: UUID, seq: int) -> None:
        """In the place of the doorbell: called after each commit, in the thread that made it."""
        with self.lock:
            if self.faults:
                return
            try:
                for viewer in self.viewers:
                    viewer.catch_up()
            except AssertionError as fault:
                self.faults.append(fault)

    def check(self) -> None:
        """The end is the same from every moment on, and from the first with a reconnect after every frame.

        From every moment for the first viewer, and in turn for the others, whose pages say less.
        """
        if self.faults:
            raise self.faults[0]
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(catchup, "_part", _drawn_once(catchup._part))
            self._replay()

    def _replay(self) -> None:
        for turn, viewer in enumerate(self.viewers):
            end = viewer.fresh().normal()
            after = cache(partial(frames_after, viewer.conversation.pk, viewer.user))
            for still in viewer.stills[turn - 1 :: 2] if turn else viewer.stills:
                _play(page := _copy(still), after, step=None)
                assert page.normal() == end
            _play(page := _copy(viewer.stills[0]), after, step=1)
            assert page.normal() == end


def _drawn_once(part: Callable[..., str]) -> Callable[..., str]:
    """A part of the page is the same for a person whatever their cursor: nothing changes any more."""
    known: dict[tuple[str, int], str] = {}

    def drawn(name: str, conversation: Conversation, user: User, base: object) -> str:
        if (name, user.pk) not in known:
            known[name, user.pk] = part(name, conversation, user, base)
        return known[name, user.pk]

    return drawn


def _copy(root: object) -> Page:
    page = Page.__new__(Page)
    page.root = copy.deepcopy(root)
    return page


def _play(page: Page, after: Callable[[int], list[Frame]], step: int | None) -> None:
    """Apply what comes after the page's cursor; with `step`, so many frames per connection."""
    cursor = _cursor(page)
    while frames := after(cursor)[:step]:
        for frame in frames:
            page.apply(frame.content)
            cursor = frame.seq


def _cursor(page: Page) -> int:
    log = page.find("log")
    assert log is not None
    return int(log.get("data-last-seq") or 0)


@pytest.fixture
def film(
    conversation: Conversation,
    alice: User,
    bob: User,
    vera: User,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Film]:
    made = Film(conversation, alice, bob, vera)
    monkeypatch.setattr("chat.doorbell.ring", made.ring)
    yield made
    made.check()


def upload(conversation: Conversation, owner: User, data: bytes) -> Upload:
    return take_upload(owner=owner, draft_key=conversation.uuid, name="sea.png", chunks=[data])


def test_an_answer_with_pictures(
    film: Film, conversation: Conversation, alice: User, gateway: FakeGateway
) -> None:
    script(gateway, image_call(numberOfVariations=2))
    say(conversation, alice, "two lighthouses")
    assert drive(conversation, gateway).status == Run.Status.COMPLETED


def test_files_and_what_becomes_of_them(
    film: Film, conversation: Conversation, alice: User, gateway: FakeGateway, picture: bytes
) -> None:
    sent = [upload(conversation, alice, picture)]
    messages.send_message(conversation, author=alice, text="", client_key=UUID(int=1), uploads=sent)
    script(gateway, image_call())
    drive(conversation, gateway)
    for item in Item.objects.filter(shelf=conversation.shelf):
        shelf.retire_item(conversation, item, by=alice)


def test_a_slot_that_fails_and_its_retry(
    film: Film, conversation: Conversation, alice: User, gateway: FakeGateway
) -> None:
    gateway.failing_slots = frozenset({1})
    gateway.rounds = [
        Round("Two of them.", (image_call(numberOfVariations=2),)),
        Round("", error=Refused("The account's plan does not include this.")),
    ]
    say(conversation, alice, "two lighthouses")
    drive(conversation, gateway)
    note = "One finished piece is kept, 1 credit charged."
    assert note in film.viewers[0].client.get(conversation.get_absolute_url()).content.decode()
    gateway.failing_slots = frozenset()
    slots.retry_slot(ToolOutput.objects.get(position=1), by=alice)
    drive(conversation, gateway)
    assert ToolOutput.objects.get(position=1).status == "done"
    page = film.viewers[0].client.get(conversation.get_absolute_url()).content.decode()
    assert note in page
    assert "Since then image 1 was made." in page


def test_one_reason_for_all_slots_is_said_once(
    film: Film, conversation: Conversation, alice: User, gateway: FakeGateway
) -> None:
    gateway.job_cost = Decimal(1_000_000)
    script(gateway, image_call(numberOfVariations=4))
    say(conversation, alice, "four lighthouses")
    drive(conversation, gateway)
    page = film.viewers[0].client.get(conversation.get_absolute_url()).content.decode()
    assert page.count("Nothing was started.") == 1
    assert "You were not charged" not in page
    assert page.count('data-status="failed"') == 5  # the call and its slots


def test_messages_that_wait(
    film: Film, conversation: Conversation, alice: User, bob: User, gateway: FakeGateway
) -> None:
    say(conversation, alice, "a lighthouse")
    mine = say(conversation, alice, "a boat")
    his = say(conversation, bob, "a whale")
    messages.edit_queued_message(mine, text="a red boat", by=alice)
    messages.withdraw_message(his, by=bob)
    say(conversation, bob, "two whales")
    gateway.rounds = [Round("Here you are.")]
    for _ in range(3):
        drive(conversation, gateway)
    assert not Message.objects.filter(state=Message.State.QUEUED).exists()


def test_a_stop_in_the_middle_and_another_try(
    film: Film, conversation: Conversation, alice: User, bob: User, gateway: FakeGateway
) -> None:
    def stop(step: str) -> None:
        if step == "progress" and gateway.at is stop:
            gateway.at = lambda step: None
            runs.stop_run(conversation, by=bob)

    script(gateway, image_call(numberOfVariations=2))
    gateway.at = stop
    say(conversation, alice, "two lighthouses")
    run = drive(conversation, gateway)
    assert run.status == Run.Status.CANCELLED
    runs.retry_run(run, by=alice)
    assert drive(conversation, gateway).status == Run.Status.COMPLETED


def test_a_worker_that_dies_in_the_middle_of_a_word(
    film: Film, conversation: Conversation, alice: User, gateway: FakeGateway
) -> None:
    def die(step: str) -> None:
        if step == "piece" and Message.objects.filter(role="assistant").exclude(text="").exists():
            gateway.at = lambda step: None
            raise Crash

    script(gateway, image_call())
    gateway.rounds[0] = Round("First a finished block.\n\nThen " + "more " * 300)
    gateway.at = die
    say(conversation, alice, "a lighthouse")
    with pytest.raises(Crash):
        drive(conversation, gateway)
    Run.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    drive_run(newest_run(conversation).uuid, conversation.pk, owner="another", gateway=gateway)
    assert Message.objects.filter(state=Message.State.RESTARTED).exists()


def test_a_run_that_fails(
    film: Film, conversation: Conversation, alice: User, gateway: FakeGateway
) -> None:
    gateway.rounds = [Round("Let me", error=None)]
    say(conversation, alice, "a lighthouse")
    run = newest_run(conversation)
    claimed = runs.claim_run(run.uuid, owner="someone")
    assert claimed is not None
    runs.end_run(claimed, status=Run.Status.FAILED, reason="The service is away.")
    runs.retry_run(run, by=alice)


def test_a_run_that_is_handed_over(film: Film, conversation: Conversation, alice: User) -> None:
    say(conversation, alice, "a lighthouse")
    claimed = runs.claim_run(newest_run(conversation).uuid, owner="someone")
    assert claimed is not None
    runs.hand_back(claimed)
    assert runs.claim_run(claimed.uuid, owner="someone else") is not None


def test_a_journal_that_is_folded_leads_to_the_same_page(
    film: Film, conversation: Conversation, alice: User, gateway: FakeGateway
) -> None:
    script(gateway, image_call(numberOfVariations=2))
    gateway.rounds += [Round("One more.", (image_call(),)), Round("Here is image 2.")]
    say(conversation, alice, "two lighthouses")
    assert sweeps.fold_journals() == 0, "something is queued"
    drive(conversation, gateway)
    assert sweeps.fold_journals() > 0
    assert not conversation.events.filter(type__in=FOLDABLE).exists()
    assert sweeps.fold_journals() == 0
    say(conversation, alice, "another")
    drive(conversation, gateway)
    assert sweeps.fold_journals() > 0


def test_what_an_owner_does(film: Film, conversation: Conversation, alice: User) -> None:
    say(conversation, alice, "a lighthouse")
    conversations.rename_conversation(conversation, "Lights")
    conversations.set_access(conversation, "team_write")
    film.viewers = film.viewers[:1]
    conversations.delete_conversation(conversation, by=alice)
    conversations.restore_conversation(conversation)


def test_someone_far_behind_gets_the_whole_page(
    film: Film,
    conversation: Conversation,
    alice: User,
    gateway: FakeGateway,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    script(gateway, image_call())
    say(conversation, alice, "a lighthouse")
    drive(conversation, gateway)
    monkeypatch.setattr("chat.frames.catchup.TOO_FAR", 2)
    assert [frame.type for frame in frames_after(conversation.pk, alice, 0)] == ["resync"]


def test_every_entry_has_its_frame(
    conversation: Conversation, alice: User, gateway: FakeGateway
) -> None:
    script(gateway, image_call())
    say(conversation, alice, "a lighthouse")
    drive(conversation, gateway)
    frames = frames_after(conversation.pk, alice, 0)
    conversation.refresh_from_db()
    assert frames[-1].seq == conversation.last_seq
    seqs = [frame.seq for frame in frames]
    assert seqs == sorted(set(seqs))
    foldable = {"assistant_message_delta", "tool_call_progress"}
    kept = conversation.events.exclude(type__in=foldable).values_list("seq", flat=True)
    assert set(kept) <= set(seqs)


def test_a_long_conversation_takes_no_more_queries(
    conversation: Conversation, alice: User, gateway: FakeGateway
) -> None:
    def look() -> int:
        client = Client()
        client.force_login(alice)
        client.get(conversation.get_absolute_url())
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(conversation.get_absolute_url()).status_code == 200
        return len(queries)

    script(gateway, image_call(numberOfVariations=2))
    for _ in range(2):
        say(conversation, alice, "two lighthouses")
        drive(conversation, gateway)
    few = look()
    for _ in range(3):
        say(conversation, alice, "two lighthouses")
        drive(conversation, gateway)
    assert look() == few
    assert page_context(conversation, alice)["blocks"]
