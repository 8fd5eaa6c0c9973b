"""What one person may do in a while: send, attach, keep in drafts; others are not held up by it."""

import subprocess
import threading
import time
import uuid
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse
from redis import Redis

from chat.actions import messages
from chat.actions.conversations import start_conversation
from chat.models import Conversation, Message
from media import intake, probing
from media.intake import Refused, take_upload
from media.models import Upload
from teams import rates
from teams.models import Team, User

JSON = {"Accept": "application/json"}


@pytest.fixture(autouse=True)
def fresh_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted from nothing, in a minute that does not end under a test."""
    cache.clear()
    monkeypatch.setattr(rates, "_minute", lambda: 1)


@pytest.fixture
def shared(transactional_db: None, alice: User, team: Team) -> Conversation:
    return start_conversation(alice, team=team)


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def send(client: Client, conversation: Conversation) -> Any:
    form = {"text": "again", "client_key": str(uuid.uuid4())}
    return client.post(reverse("send", args=[conversation.uuid]), form, headers=JSON)


def attach(client: Client, conversation: Conversation, data: bytes) -> Any:
    form = {"file": SimpleUploadedFile("sea.png", data)}
    return client.post(reverse("upload", args=[conversation.uuid]), form, headers=JSON)


def test_sending_without_end_is_slowed_down_for_one_person(
    shared: Conversation, alice: User, bob: User, settings: Any
) -> None:
    settings.PER_MINUTE = {**settings.PER_MINUTE, "send": 2}
    hers, his = signed_in(alice), signed_in(bob)
    assert [send(hers, shared).status_code for _ in range(4)] == [302, 302, 429, 429]
    assert send(his, shared).status_code == 302
    assert Message.objects.filter(author=alice).count() == 2
    told = send(hers, shared).json()
    assert told == {
        "code": "too_fast",
        "sentence": "That is a lot at once. Try again in a moment.",
    }


def test_attaching_without_end_is_slowed_down(
    shared: Conversation, alice: User, picture: bytes, settings: Any
) -> None:
    settings.PER_MINUTE = {**settings.PER_MINUTE, "upload": 1}
    hers = signed_in(alice)
    assert [attach(hers, shared, picture).status_code for _ in range(2)] == [201, 429]


def test_the_files_of_a_form_count_as_well(
    shared: Conversation, alice: User, picture: bytes, settings: Any
) -> None:
    """Without JavaScript files come with the message itself."""
    settings.PER_MINUTE = {**settings.PER_MINUTE, "upload": 2}
    hers = signed_in(alice)

    def send_with(files: int) -> int:
        form = {
            "text": "look",
            "client_key": str(uuid.uuid4()),
            "files": [SimpleUploadedFile("sea.png", picture) for _ in range(files)],
        }
        answer = hers.post(reverse("send", args=[shared.uuid]), form, headers=JSON)
        return answer.status_code

    assert send_with(3) == 429
    assert not Upload.objects.exists()
    cache.clear()
    assert send_with(2) == 302
    assert send_with(1) == 429
    assert Upload.objects.count() == 2


def test_nobody_is_turned_away_when_it_can_not_be_counted(
    shared: Conversation, alice: User, monkeypatch: pytest.MonkeyPatch, caplog: Any
) -> None:
    nobody = Redis.from_url("unix:///nowhere/valkey.sock")
    monkeypatch.setattr(rates, "_redis", lambda: nobody)
    assert send(signed_in(alice), shared).status_code == 302
    assert "A rate could not be counted" in caplog.text


@pytest.mark.parametrize(("limit", "most"), [("draft_files", 2), ("draft_bytes", 400)])
def test_drafts_are_no_place_to_keep_things(
    shared: Conversation,
    alice: User,
    bob: User,
    picture: bytes,
    settings: Any,
    limit: str,
    most: int,
) -> None:
    most = most if limit == "draft_files" else 2 * len(picture)
    settings.MEDIA_LIMITS = {**settings.MEDIA_LIMITS, limit: most}
    hers = signed_in(alice)
    elsewhere = start_conversation(alice)
    answers = [attach(hers, place, picture) for place in (shared, elsewhere, shared)]
    assert [answer.status_code for answer in answers] == [201, 201, 422]
    assert "wait unsent" in answers[2].json()["sentence"]
    assert attach(signed_in(bob), shared, picture).status_code == 201
    Upload.objects.filter(owner=alice).first().delete()  # type: ignore[union-attr]
    assert attach(hers, shared, picture).status_code == 201


def come_at_once(owner: User, picture: bytes, count: int) -> list[str]:
    """So many files of one person, each in a thread; what became of them."""
    answers: list[str] = []

    def attach_one() -> None:
        try:
            take_upload(owner=owner, draft_key=uuid.uuid4(), name="a.png", chunks=[picture])
            answers.append("taken")
        except Refused as refused:
            answers.append(refused.code)
        finally:
            connection.close()

    threads = [threading.Thread(target=attach_one) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(answers)


def test_files_that_come_at_once_are_counted_one_after_the_other(
    transactional_db: None,
    alice: User,
    bob: User,
    picture: bytes,
    settings: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """All of them are let in to be opened; only as many as may wait become drafts."""
    settings.MEDIA_LIMITS = {**settings.MEDIA_LIMITS, "draft_files": 2}
    take_upload(owner=bob, draft_key=uuid.uuid4(), name="a.png", chunks=[picture])  # known: quick
    check, looked = intake._check_drafts, threading.local()
    first, second = threading.Barrier(5), threading.Barrier(5)

    def meet(owner: User, size: int) -> None:
        check(owner, size)
        if not hasattr(looked, "once"):
            looked.once = True
            first.wait(20)
        else:
            with suppress(threading.BrokenBarrierError):
                second.wait(
                    0.3
                )  # whoever is here alone goes on; all of them together would get through

    monkeypatch.setattr(intake, "_check_drafts", meet)
    assert come_at_once(alice, picture, 5) == ["taken"] * 2 + ["too_many"] * 3
    assert Upload.objects.filter(owner=alice).count() == 2


def test_only_so_many_files_are_opened_at_once(
    alice: User, picture: bytes, monkeypatch: pytest.MonkeyPatch, transactional_db: None
) -> None:
    at_once, most = 0, 0
    lock = threading.Lock()

    def slow(*_: object, **__: object) -> Any:
        nonlocal at_once, most
        with lock:
            at_once += 1
            most = max(most, at_once)
        time.sleep(0.1)  # the others come meanwhile
        with lock:
            at_once -= 1
        raise ValueError

    monkeypatch.setattr(subprocess, "run", slow)

    def one() -> None:
        with pytest.raises(Refused):
            probing.probe(Path("x"), Path("y"))

    threads = [threading.Thread(target=one) for _ in range(probing.AT_ONCE * 3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == probing.AT_ONCE


def test_a_line_that_does_not_move_is_left(
    alice: User, picture: bytes, monkeypatch: pytest.MonkeyPatch, db: None
) -> None:
    monkeypatch.setattr(probing, "_turns", threading.BoundedSemaphore(1))
    monkeypatch.setattr(probing, "TURN_S", 0.05)
    with probing._turns, pytest.raises(Refused, match="Many files"):
        take_upload(owner=alice, draft_key=uuid.uuid4(), name="a.png", chunks=[picture])


def test_no_database_connection_waits_for_a_file_to_be_opened(
    alice: User, picture: bytes, monkeypatch: pytest.MonkeyPatch, transactional_db: None
) -> None:
    opened = probing.probe
    waits: list[bool] = []

    def look(path: Path, folder: Path) -> probing.Probed:
        waits.append(connection.connection is not None)
        return opened(path, folder)

    monkeypatch.setattr(intake, "probe", look)
    take_upload(owner=alice, draft_key=uuid.uuid4(), name="a.png", chunks=[picture])
    assert waits == [False]


def test_a_line_of_messages_has_an_end(
    shared: Conversation, alice: User, bob: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages, "WAITING_MOST", 2)
    answers = [send(signed_in(person), shared) for person in (alice, bob, alice, bob)]
    assert [answer.status_code for answer in answers] == [302, 302, 302, 422]
    assert answers[-1].json()["sentence"].startswith("2 messages wait already.")
    messages.withdraw_message(Message.objects.get(state="queued", author=bob), by=bob)
    assert send(signed_in(bob), shared).status_code == 302
