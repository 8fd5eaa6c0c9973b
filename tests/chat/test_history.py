"""What the model is shown: everything paired, within a budget, and what there is to work with."""

import base64
import json
import time
from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection, transaction
from PIL import Image

from chat import history
from chat.actions.messages import send_message
from chat.actions.runs import stop_run
from chat.gateway.types import TextPiece
from chat.history import building, looking
from chat.models import Conversation, Run
from media.child.pictures import THUMBNAIL
from media.models import Blob, Item, Rendition, Upload
from media.renditions import open_thumbnail
from media.shelves import catalogue
from teams.models import User
from tests.chat.conftest import newest_run, say
from tests.chat.test_loop import drive, image_call, script
from tests.fakes import FakeGateway, Round
from tests.media.conftest import Take, places, take  # noqa: F401 - fixtures
from tests.media.material import picture


def shown(run: Run) -> list[dict[str, Any]]:
    told = history.build_round(run, catalogue(run.conversation.shelf_id))
    return history.with_pictures(told.messages, told.pictures)


def viewed(run: Run) -> list[tuple[str, int]]:
    told = history.build_round(run, catalogue(run.conversation.shelf_id))
    return [(item.kind, item.index) for item in told.pictures]


def test_calls_stand_with_their_results(
    conversation: Conversation, alice: User, gateway: FakeGateway
) -> None:
    script(gateway, image_call())
    say(conversation, alice, "a lighthouse")
    drive(conversation, gateway)
    say(conversation, alice, "and now a boat")
    messages = shown(newest_run(conversation))
    asked = [call["id"] for one in messages for call in one.get("tool_calls", [])]
    answered = [one["tool_call_id"] for one in messages if one["role"] == "tool"]
    assert asked == answered != []
    result = json.loads(next(one["content"] for one in messages if one["role"] == "tool"))
    assert result["indices"] == [0]
    assert result["results"][0]["seed"] == 7
    assert messages[0]["role"] == "system"
    assert messages[-1]["role"] == "user"
    assert messages[-1]["content"][0]["text"].startswith("and now a boat\n\n")


def test_a_round_without_a_word_stands_where_it_was_also_later(
    conversation: Conversation, alice: User, gateway: FakeGateway
) -> None:
    silent = Round("", (image_call("one"),), pieces=(TextPiece(thinking="a picture"),))
    gateway.rounds = [silent, Round("And another.", (image_call("two"),)), Round("Both are here.")]
    say(conversation, alice, "two lighthouses, one after the other")
    drive(conversation, gateway)
    say(conversation, alice, "and now a boat")
    for messages in (gateway.asked[-1].messages, shown(newest_run(conversation))):
        asked = [call["id"] for one in messages for call in one.get("tool_calls", [])]
        answered = [one["tool_call_id"] for one in messages if one["role"] == "tool"]
        assert asked == answered == ["one", "two"]


def test_the_files_of_a_waiting_message_are_not_there_until_it_starts(
    conversation: Conversation,
    alice: User,
    gateway: FakeGateway,
    take: Take,  # noqa: F811
) -> None:
    say(conversation, alice, "a lighthouse")
    sent = take("sea.png", picture())
    with transaction.atomic():
        Upload.objects.filter(pk=sent.pk).update(draft_key=conversation.uuid)
    send_message(conversation, author=alice, text="this", client_key=uuid4(), uploads=[sent])
    assert history.media_of(newest_run(conversation)) == []
    stop_run(conversation, by=alice)
    usable = history.media_of(newest_run(conversation))
    assert [(item.kind, item.index) for item in usable] == [("image", -1)]


def test_the_media_there_are_stand_in_the_rules(
    conversation: Conversation, alice: User, gateway: FakeGateway
) -> None:
    script(gateway, image_call())
    say(conversation, alice, "a lighthouse")
    drive(conversation, gateway)
    say(conversation, alice, "more")
    assert "image 0" in shown(newest_run(conversation))[0]["content"]


def test_pictures_of_the_request_are_seen_as_data_and_small(
    conversation: Conversation,
    alice: User,
    take: Take,  # noqa: F811
) -> None:
    sent = take("sea.png", picture(size=(2400, 1200)))
    sent.draft_key = conversation.uuid
    with transaction.atomic():
        sent.save()
    send_message(
        conversation, author=alice, text="animate this", client_key=uuid4(), uploads=[sent]
    )
    content = shown(newest_run(conversation))[-1]["content"]
    assert content[0] == {"type": "text", "text": "animate this\n\nAttached: image -1"}
    head, data = content[1]["image_url"]["url"].split(",", 1)
    assert head == "data:image/jpeg;base64"
    assert max(Image.open(BytesIO(base64.b64decode(data))).size) == THUMBNAIL


def test_a_thumbnail_that_comes_late_is_seen_then(
    conversation: Conversation,
    alice: User,
    take: Take,  # noqa: F811
) -> None:
    sent = take("sea.png", picture())
    sent.draft_key = conversation.uuid
    with transaction.atomic():
        sent.save()
    send_message(conversation, author=alice, text="animate", client_key=uuid4(), uploads=[sent])
    run = newest_run(conversation)
    thumbnails = Rendition.objects.filter(purpose=Rendition.Purpose.THUMBNAIL)
    name = thumbnails.get().name
    thumbnails.update(purpose=Rendition.Purpose.POSTER)
    assert len(shown(run)[-1]["content"]) == 1
    Rendition.objects.filter(name=name).update(purpose=Rendition.Purpose.THUMBNAIL)
    assert len(shown(run)[-1]["content"]) == 2


def test_a_later_request_is_shown_the_newest_pictures_and_told_their_numbers(
    conversation: Conversation,
    alice: User,
    gateway: FakeGateway,
    take: Take,  # noqa: F811
) -> None:
    sent = take("sea.png", picture())
    with transaction.atomic():
        Upload.objects.filter(pk=sent.pk).update(draft_key=conversation.uuid)
    script(gateway, image_call())
    send_message(conversation, author=alice, text="like this", client_key=uuid4(), uploads=[sent])
    drive(conversation, gateway)
    say(conversation, alice, "what is in this photo?")
    messages = shown(newest_run(conversation))
    content = messages[-1]["content"]
    assert messages[1] == {"role": "user", "content": "like this\n\nAttached: image -1"}
    assert content[0]["text"] == "what is in this photo?\n\nPictures in view: image -1, image 0"
    assert [part["type"] for part in content] == ["text", "image_url", "image_url"]


def test_a_picture_that_is_named_is_shown_whenever_it_was_made(
    conversation: Conversation, alice: User, gateway: FakeGateway
) -> None:
    for number in range(6):
        gateway.rounds = [Round("Here.", (image_call(f"c{number}"),)), Round("Done.")] * 6
        say(conversation, alice, "a lighthouse")
        drive(conversation, gateway)
    say(conversation, alice, "compare image 0 with @image 2, and image 99")
    assert viewed(newest_run(conversation)) == [("image", 0), ("image", 2)]
    script(gateway)
    drive(conversation, gateway)
    say(conversation, alice, "and the newest?")
    newest = viewed(newest_run(conversation))
    assert newest == [("image", 4), ("image", 5)]
    assert len(newest) <= looking.NEWEST_MOST


def test_a_message_full_of_numbers_is_read_at_once() -> None:
    """It is read under the conversation's lock."""
    shelf = [Item(pk=n, kind="image", index=n, state=Item.State.READY) for n in range(1, 400)]
    words = " ".join(f"#{n}" for n in range(2, 3_000))
    started = time.process_time()
    view = looking.in_view(words, [], [], shelf)
    assert time.process_time() - started < 0.2
    assert [item.index for item in view] == list(range(2, 22))


def test_a_picture_is_made_small_once_for_all_rounds(
    conversation: Conversation, alice: User, gateway: FakeGateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    script(gateway, image_call())
    say(conversation, alice, "a lighthouse")
    drive(conversation, gateway)
    say(conversation, alice, "what is in it?")
    read: list[Blob] = []

    def reads(blob: Blob) -> bytes | None:
        read.append(blob)
        return open_thumbnail(blob)

    monkeypatch.setattr(looking, "open_thumbnail", reads)
    first, again = (shown(newest_run(conversation))[-1]["content"] for _ in range(2))
    assert first == again
    assert first[1]["type"] == "image_url"
    assert len(read) == 1


def test_a_deleted_picture_is_not_looked_at(
    conversation: Conversation, alice: User, gateway: FakeGateway
) -> None:
    script(gateway, image_call())
    say(conversation, alice, "a lighthouse")
    drive(conversation, gateway)
    item = catalogue(conversation.shelf_id)[0]
    with transaction.atomic():
        Item.objects.filter(pk=item.pk).update(state=Item.State.RETIRED)
    say(conversation, alice, "what is in image 0?")
    assert viewed(newest_run(conversation)) == []


def test_no_file_is_read_under_the_lock_of_a_conversation(
    conversation: Conversation,
    alice: User,
    gateway: FakeGateway,
    take: Take,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked: list[bool] = []

    def reads(blob: Blob) -> bytes | None:
        looked.append(connection.in_atomic_block)
        return open_thumbnail(blob)

    monkeypatch.setattr(looking, "open_thumbnail", reads)
    sent = take("sea.png", picture())
    with transaction.atomic():
        Upload.objects.filter(pk=sent.pk).update(draft_key=conversation.uuid)
    send_message(conversation, author=alice, text="this", client_key=uuid4(), uploads=[sent])
    script(gateway)
    assert drive(conversation, gateway).status == Run.Status.COMPLETED
    assert looked == [False]


def test_a_long_conversation_is_folded_within_the_budget(
    conversation: Conversation, alice: User, gateway: FakeGateway
) -> None:
    for number in range(12):
        say(conversation, alice, f"request {number}: " + "long words " * 800)
        script(gateway, image_call())
        drive(conversation, gateway)
    say(conversation, alice, "the last one")
    messages = history.build_round(
        newest_run(conversation), catalogue(conversation.shelf_id)
    ).messages
    assert messages[-1]["content"].startswith("the last one")
    assert sum(len(str(one["content"])) for one in messages[1:]) <= building.BUDGET_CHARS * 1.1
    assert messages[1]["role"] == "user"
    note, _, request = messages[1]["content"].partition("\n\n")
    first_kept = int(request.split(":")[0].removeprefix("request "))
    assert first_kept > 3
    assert note.startswith("(Earlier in this conversation: request 0: long words ")
    assert note.count("Earlier in this conversation") == 1
    assert "[image 0]; request 1: " in note  # what was made stays named
    for number in range(first_kept):
        assert f"request {number}: long words " in note
