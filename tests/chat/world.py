"""A conversation with one of everything in it, made from rows."""

import uuid
from dataclasses import dataclass

from chat.actions.conversations import start_conversation
from chat.actions.messages import send_message
from chat.models import Conversation, Message, Run, ToolCall, ToolOutput
from media.intake import take_upload
from media.models import Item, Upload
from teams.models import Team, User


@dataclass(frozen=True)
class World:
    """What addresses of a conversation are made of."""

    conversation: Conversation
    run: Run
    queued: Message
    call: ToolCall
    picture: Item
    upload: Upload


def build_world(owner: User, team: Team, picture: bytes) -> World:
    """A request with a picture, its run with a half-made tray, a queued message, and a draft's file."""
    conversation = start_conversation(owner, team=team)
    sent = _upload(owner, conversation, picture)
    first = send_message(
        conversation, author=owner, text="A lighthouse", client_key=uuid.uuid4(), uploads=[sent]
    )
    run = Run.objects.get(message=first)
    queued = send_message(conversation, author=owner, text="Then a boat", client_key=uuid.uuid4())
    call = ToolCall.objects.create(
        run=run, round=0, position=0, seq=1_000, call_id="one", name="generate_image"
    )
    slot = Item.objects.create(
        shelf=conversation.shelf, kind="image", origin=Item.Origin.GENERATED, index=0
    )
    ToolOutput.objects.create(call=call, maker=call, position=0, item=slot)
    sent.refresh_from_db()
    assert sent.item is not None
    draft = _upload(owner, conversation, picture)
    return World(conversation, run, queued, call, sent.item, draft)


def _upload(owner: User, conversation: Conversation, data: bytes) -> Upload:
    return take_upload(owner=owner, draft_key=conversation.uuid, name="sea.png", chunks=[data])
