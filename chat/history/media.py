"""The media a round of the agent may use."""

from collections.abc import Sequence

from chat.models import Attachment, Message, Run
from db.prepared import Prepared
from media.models import Item
from media.shelves import catalogue

_waiting = Prepared(
    lambda conversation: Attachment.objects.filter(
        message__conversation=conversation, message__state=Message.State.QUEUED
    ).values_list("item_id", flat=True),
    int,
)


def media_of(run: Run) -> list[Item]:
    """Everything on the shelf but the files of messages that wait in line: those may still be taken back."""
    items = catalogue(run.conversation.shelf_id)
    if all(item.index >= 0 for item in items):
        return items
    waiting = set(_waiting(run.conversation_id))
    return [item for item in items if item.pk not in waiting]


def shows_pictures(run: Run, items: Sequence[Item]) -> bool:
    """Whether the request came with pictures, for which files have to be read. `items`: what is on the shelf."""
    return any(item.index < 0 and item.kind == "image" for item in items) and (
        Attachment.objects.filter(message=run.message_id, item__kind="image").exists()
    )
