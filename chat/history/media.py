"""The media a round of the agent may use."""

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
