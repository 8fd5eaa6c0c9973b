"""What people do in a conversation: once means once, in its turn, and only where they may."""

import uuid
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections
from django.test import Client
from django.urls import reverse

from chat.actions import messages, runs
from chat.actions.conversations import (
    TITLE_LENGTH,
    delete_conversation,
    rename_conversation,
    restore_conversation,
    start_conversation,
    untouched_conversation,
)
from chat.actions.errors import ActionRefused
from chat.models import Conversation, Message, Run
from media.models import Upload
from teams.models import User
from tests.chat.conftest import newest_run, say
from tests.chat.test_loop import drive, script
from tests.fakes import FakeGateway


def test_a_double_click_is_one_message(conversation: Conversation, alice: User) -> None:
    key = uuid.uuid4()

    def send(_: int) -> uuid.UUID:
        try:
            sent = messages.send_message(conversation, author=alice, text="a boat", client_key=key)
            return sent.uuid
        finally:
            connections.close_all()

    with ThreadPoolExecutor(6) as pool:
        assert len(set(pool.map(send, range(12)))) == 1
    assert Message.objects.filter(conversation=conversation).count() == 1
    assert Run.objects.filter(conversation=conversation).count() == 1


def test_many_at_once_make_one_run_and_a_line(
    conversation: Conversation, alice: User, bob: User
) -> None:
    def send(number: int) -> None:
        try:
            say(conversation, alice if number % 2 else bob, f"request {number}")
        finally:
            connections.close_all()

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(send, range(8)))
    assert Run.objects.filter(conversation=conversation).active().count() == 1
    waiting = Message.objects.filter(conversation=conversation, state=Message.State.QUEUED)
    assert waiting.count() == 7


def test_waiting_messages_run_in_their_order(
    conversation: Conversation, alice: User, bob: User, gateway: FakeGateway
) -> None:
    script(gateway)
    for author, text in ((alice, "first"), (bob, "second"), (alice, "third")):
        say(conversation, author, text)
    for expected in ("first", "second", "third"):
        assert newest_run(conversation).message.text == expected  # type: ignore[union-attr]
        script(gateway)
        drive(conversation, gateway)
    assert not Run.objects.filter(conversation=conversation).active().exists()


def test_a_waiting_message_is_changed_and_taken_back_by_its_author_alone(
    conversation: Conversation, alice: User, bob: User
) -> None:
    say(conversation, alice, "first")
    waiting = say(conversation, bob, "a boat")
    with pytest.raises(ActionRefused):
        messages.edit_queued_message(waiting, text="mine now", by=alice)
    with pytest.raises(ActionRefused):
        messages.withdraw_message(waiting, by=alice)
    messages.edit_queued_message(waiting, text="a red boat", by=bob)
    waiting.refresh_from_db()
    assert waiting.text == "a red boat"
    messages.withdraw_message(waiting, by=bob)
    assert not Message.objects.filter(
        conversation=conversation, state=Message.State.QUEUED
    ).exists()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("   ", "Write something or attach a file first."), ("x" * 20_001, "1 characters too long")],
)
def test_what_cannot_be_sent_is_refused_in_a_sentence(
    conversation: Conversation, alice: User, text: str, sentence: str
) -> None:
    client = Client()
    client.force_login(alice)
    answer = client.post(
        reverse("send", args=[conversation.uuid]),
        {"text": text, "client_key": str(uuid.uuid4())},
        headers={"HX-Request": "true"},
    )
    assert answer.status_code == 422
    assert sentence in answer.json()["sentence"]
    assert not Message.objects.filter(conversation=conversation).exists()


def test_a_sent_message_gives_the_page_its_next_key(
    conversation: Conversation, alice: User
) -> None:
    client = Client()
    client.force_login(alice)
    key = str(uuid.uuid4())
    answer = client.post(
        reverse("send", args=[conversation.uuid]),
        {"text": "a boat", "client_key": key},
        headers={"HX-Request": "true"},
    )
    assert answer.status_code == 204
    assert "message-sent" in answer["HX-Trigger"]
    assert key not in answer["HX-Trigger"]


def test_without_scripts_a_form_leads_back_to_the_page(
    conversation: Conversation, alice: User
) -> None:
    client = Client()
    client.force_login(alice)
    answer = client.post(
        reverse("send", args=[conversation.uuid]),
        {"text": "a boat", "client_key": str(uuid.uuid4())},
    )
    assert answer.status_code == 302
    assert "a boat" in client.get(answer["Location"]).content.decode()


def test_a_form_sent_twice_stores_its_files_once(
    conversation: Conversation, alice: User, picture: bytes
) -> None:
    client = Client()
    client.force_login(alice)
    key = str(uuid.uuid4())
    for _ in range(2):
        form = {"text": "", "client_key": key, "files": SimpleUploadedFile("sea.png", picture)}
        assert client.post(reverse("send", args=[conversation.uuid]), form).status_code == 302
    assert conversation.messages.count() == 1
    assert Upload.objects.count() == 1


def test_stopping_twice_is_harmless(conversation: Conversation, alice: User) -> None:
    say(conversation, alice, "a boat")
    assert runs.stop_run(conversation, by=alice)
    assert not runs.stop_run(conversation, by=alice)
    assert newest_run(conversation).status == Run.Status.CANCELLED


def test_only_the_newest_answer_is_asked_for_again(
    conversation: Conversation, alice: User, gateway: FakeGateway
) -> None:
    say(conversation, alice, "a boat")
    runs.stop_run(conversation, by=alice)
    first = newest_run(conversation)
    say(conversation, alice, "a fox")
    with pytest.raises(ActionRefused, match="Something is running here"):
        runs.retry_run(first, by=alice)
    script(gateway)
    drive(conversation, gateway)
    with pytest.raises(ActionRefused, match="Only the newest"):
        runs.retry_run(first, by=alice)


def test_the_first_page_is_one_untouched_conversation(alice: User) -> None:
    first = untouched_conversation(alice)
    assert untouched_conversation(alice) == first
    say(first, alice, "a boat")
    assert untouched_conversation(alice) != first


def test_the_trash_stops_what_runs_and_gives_back(conversation: Conversation, alice: User) -> None:
    say(conversation, alice, "a boat")
    delete_conversation(conversation, by=alice)
    assert newest_run(conversation).status == Run.Status.CANCELLED
    restore_conversation(conversation)
    conversation.refresh_from_db()
    assert conversation.deleted_at is None


def test_a_title_has_words_and_an_end(alice: User, transactional_db: None) -> None:
    made = start_conversation(alice)
    with pytest.raises(ActionRefused):
        rename_conversation(made, "  \n ")
    rename_conversation(made, "  The\n coast " + "x" * 300)
    made.refresh_from_db()
    assert made.title.startswith("The coast x")
    assert len(made.title) == TITLE_LENGTH


def test_the_field_takes_what_a_title_keeps(
    conversation: Conversation, alice: User, client: Client
) -> None:
    client.force_login(alice)
    page = client.get(conversation.get_absolute_url()).content.decode()
    assert f'maxlength="{TITLE_LENGTH}"' in page


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("a boat.", "A boat"),
        ("...", "..."),
        ("a \u202eboat\u202c \u2067at\u2069 sea", "A boat at sea"),
        (
            "four versions of a lighthouse poster, then animate the second",
            "Four versions of a lighthouse poster …",
        ),
        ("https://example.org/" + "x" * 60, "Https://example.org/" + "x" * 18 + "…"),
        (
            "look at https://example.org/" + "x" * 60,
            "Look at https://example.org/" + "x" * 10 + "…",
        ),
    ],
)
def test_a_title_nobody_chose_is_short_and_tells_that_there_was_more(
    conversation: Conversation, alice: User, said: str, title: str
) -> None:
    say(conversation, alice, said)
    conversation.refresh_from_db()
    assert conversation.title == title
    assert len(title) < 40


def test_a_line_end_counts_once_however_a_form_writes_it(
    conversation: Conversation, alice: User, settings: Any
) -> None:
    settings.MESSAGE_MAX_LENGTH = 8
    sent = say(conversation, alice, "a boat\r\nx\r\n")
    assert sent.text == "a boat\nx"
