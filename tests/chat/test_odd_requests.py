"""Requests no page of ours makes: answered in a sentence, never with a crash, and harmless."""

import logging
import re
import uuid
from io import StringIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from chat.actions.conversations import start_conversation
from chat.actions.messages import send_message
from chat.models import Conversation, Message
from media.intake import take_upload
from media.models import Item, Shelf, Upload
from teams.models import Team, User
from tests.chat.world import World, build_world

JSON = {"Accept": "application/json"}


@pytest.fixture
def world(alice: User, team: Team, picture: bytes) -> World:
    return build_world(alice, team, picture)


@pytest.fixture
def hers(client: Client, alice: User) -> Client:
    client.force_login(alice)
    return client


def test_a_waiting_message_with_a_null_is_refused(hers: Client, world: World) -> None:
    address = reverse("edit-queued", args=[world.conversation.uuid, world.queued.uuid])
    answer = hers.post(address, {"text": "a\0b"}, headers=JSON)
    assert answer.status_code == 422
    assert Message.objects.get(pk=world.queued.pk).text == "Then a boat"


@pytest.mark.parametrize("charset", ["utf-7", "latin-1", "utf-16"])
def test_a_form_in_another_charset_is_a_bad_request(world: World, charset: str) -> None:
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    client.get("/accounts/login/")  # with its cookie the form is read for the token
    answer = client.post(
        reverse("send", args=[world.conversation.uuid]),
        "text=hello",
        content_type=f"application/x-www-form-urlencoded; charset={charset}",
    )
    assert answer.status_code == 400
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert "could not be read" in answer.content.decode()


def test_another_host_is_a_bad_request(client: Client, db: None) -> None:
    answer = client.get("/", headers={"Host": "evil.example"})
    assert answer.status_code == 400
    assert "evil.example" not in answer.content.decode()


def test_a_file_named_twice_is_attached_once(hers: Client, world: World) -> None:
    chip = str(world.upload.uuid)
    hers.post(
        reverse("send", args=[world.conversation.uuid]), {"text": "it", "upload": [chip, chip]}
    )
    assert Message.objects.get(text="it").attachments.count() == 1


def test_files_of_a_draft_keep_the_order_in_which_they_were_picked(
    hers: Client, world: World, picture: bytes
) -> None:
    address = reverse("upload", args=[world.conversation.uuid])
    # the larger ones come in last; a place that cannot be is none, and the server gives one after all before
    for name, place in (
        ("third", "3"),
        ("first", "1"),
        ("second", "2"),
        ("odd", "-1e9"),
        ("no", ""),
    ):
        file = SimpleUploadedFile(f"{name}.png", picture)
        assert hers.post(address, {"file": file, "place": place}).status_code == 201
    page = hers.get(reverse("conversation", args=[world.conversation.uuid])).content.decode()
    names = re.findall(r'data-attachment [^>]*aria-label="(\w+)\.png"', page)
    assert names == ["first", "second", "third", "sea", "odd", "no"]


def test_one_file_sent_in_two_messages_at_once_keeps_one_number(
    alice: User, team: Team, picture: bytes, transactional_db: None
) -> None:
    conversation = start_conversation(alice, team=team)
    mine = take_upload(owner=alice, draft_key=conversation.uuid, name="sea.png", chunks=[picture])
    seen_by_two = [Upload.objects.get(pk=mine.pk), Upload.objects.get(pk=mine.pk)]
    for copy in seen_by_two:
        send_message(conversation, author=alice, text="it", client_key=uuid.uuid4(), uploads=[copy])
    assert list(Item.objects.filter(shelf=conversation.shelf).values_list("index", flat=True)) == [
        -1
    ]


def test_a_key_of_another_conversation_makes_a_message_of_its_own(
    hers: Client, world: World, alice: User, team: Team
) -> None:
    elsewhere = start_conversation_of(alice, team)
    form = {"text": "twice", "client_key": str(uuid.uuid4())}
    for conversation in (world.conversation, elsewhere, elsewhere):
        hers.post(reverse("send", args=[conversation.uuid]), form)
    assert Message.objects.filter(text="twice").count() == 2


def start_conversation_of(owner: User, team: Team) -> Conversation:
    return Conversation.objects.create(owner=owner, team=team, shelf=Shelf.objects.create())


def test_too_many_fields_are_a_bad_request(hers: Client, world: World) -> None:
    fields: dict[str, Any] = {f"field{number}": "x" for number in range(1_500)}
    answer = hers.post(reverse("send", args=[world.conversation.uuid]), fields)
    assert answer.status_code == 400


def test_an_odd_request_is_one_line_in_the_log(
    hers: Client, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    handler = next(one for one in logging.getLogger().handlers if one.name == "stderr")
    assert isinstance(handler, logging.StreamHandler)
    told = StringIO()
    monkeypatch.setattr(handler, "stream", told)
    hers.get("/", headers={"Host": "evil.example"})
    fields: dict[str, Any] = {f"field{number}": "x" for number in range(1_500)}
    hers.post(reverse("send", args=[world.conversation.uuid]), fields)
    lines = told.getvalue().splitlines()
    assert [line for line in lines if "django.security" not in line] == []
    assert len(lines) == 2
