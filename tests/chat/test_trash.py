"""The trash: after 30 days everything of a conversation goes but what was spent; until then it can be brought back."""

import uuid
from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from chat.actions.conversations import delete_conversation, restore_conversation, start_conversation
from chat.actions.messages import send_message
from chat.actions.sweeps import TRASH_DAYS, empty_trash
from chat.models import Attachment, Conversation, Event, Message, Run, ToolCall, ToolOutput
from media.intake import take_upload
from media.models import Blob, Item, Shelf, Upload
from media.tasks import sweep_blobs
from teams import quota
from teams.models import Hold, User
from tests.chat.conftest import say
from tests.chat.test_loop import drive, image_call, script
from tests.fakes import FakeGateway

EVERYTHING = (Message, Run, ToolCall, ToolOutput, Event, Attachment, Item, Shelf, Upload)


@pytest.fixture
def full(
    conversation: Conversation, alice: User, gateway: FakeGateway, picture: bytes
) -> Conversation:
    """With an upload that was sent, one that waits, a finished picture, and messages that wait."""
    script(gateway, image_call())
    sent, _waits = (
        take_upload(owner=alice, draft_key=conversation.uuid, name="sea.png", chunks=[picture])
        for _ in range(2)
    )
    send_message(
        conversation, author=alice, text="a lighthouse", client_key=uuid.uuid4(), uploads=[sent]
    )
    assert drive(conversation, gateway).status == Run.Status.COMPLETED
    say(conversation, alice, "and a boat")
    say(conversation, alice, "then another")
    return conversation


def put_away(conversation: Conversation, by: User, *, days: float) -> None:
    delete_conversation(conversation, by=by)
    then = timezone.now() - timedelta(days=days)
    Conversation.objects.filter(pk=conversation.pk).update(deleted_at=then)


def counts() -> dict[str, int]:
    return {model.__name__: model._default_manager.count() for model in EVERYTHING}


def test_everything_goes_but_what_was_spent(full: Conversation, alice: User) -> None:
    other = start_conversation(alice, team=full.team)
    say(other, alice, "stays")
    put_away(full, alice, days=TRASH_DAYS + 1)
    spent = quota.credits(alice, full.team).spent
    assert spent > Decimal(0)
    holds = Hold.objects.count()
    assert empty_trash() == 1
    assert not Conversation.objects.filter(pk=full.pk).exists()
    assert counts() == {
        **dict.fromkeys(counts(), 0),
        "Message": 1, "Run": 1, "Event": 3, "Shelf": 1,
    }  # fmt: skip
    assert (quota.credits(alice, full.team).spent, Hold.objects.count()) == (spent, holds)
    assert empty_trash() == 0
    Blob.objects.update(created_at=timezone.now() - timedelta(days=2))
    assert len(sweep_blobs(dry_run=False)) == 1
    assert not Blob.objects.exists()


def test_one_that_cannot_go_keeps_no_other(full: Conversation, alice: User) -> None:
    """Something else may show a file of it."""
    other = start_conversation(alice, team=full.team)
    say(other, alice, "look")
    item = Item.objects.filter(shelf=full.shelf)[0]
    shown = Attachment.objects.create(message=other.messages.get(), item=item, position=0)
    later = start_conversation(alice, team=full.team)
    put_away(full, alice, days=TRASH_DAYS + 2)
    put_away(later, alice, days=TRASH_DAYS + 1)
    before = full.messages.count()
    assert empty_trash() == 1
    assert full.messages.count() == before
    assert not Conversation.objects.filter(pk=later.pk).exists()
    shown.delete()
    assert empty_trash() == 1


@pytest.mark.parametrize("days", [0, TRASH_DAYS - 0.1])
def test_what_is_younger_stays(full: Conversation, alice: User, days: float) -> None:
    before = counts()
    put_away(full, alice, days=days)
    before["Event"] = Event.objects.count()
    assert empty_trash() == 0
    assert counts() == before


def test_what_was_brought_back_stays(full: Conversation, alice: User) -> None:
    put_away(full, alice, days=TRASH_DAYS + 1)
    restore_conversation(full)
    assert empty_trash() == 0
    assert Conversation.objects.filter(pk=full.pk).exists()
