"""What people do to media in a conversation."""

from chat import journal
from chat.actions.errors import ActionRefused
from chat.models import Conversation
from media import shelves
from media.models import Item
from teams.models import User


def retire_item(conversation: Conversation, item: Item, *, by: User) -> None:
    """Delete a piece; a tombstone keeps its place and its index. Twice is harmless."""
    with journal.changing(conversation) as locked:
        if item.shelf_id != locked.shelf_id:
            raise ActionRefused("This piece is not part of this conversation.", code="elsewhere")
        fresh = Item.objects.get(pk=item.pk)
        if fresh.state == Item.State.PENDING:
            raise ActionRefused("This one is still being made.", code="pending")
        if fresh.state != Item.State.RETIRED:
            shelves.retire_item(fresh, by)
            journal.append(locked, "media_retired", {"item": str(fresh.uuid)})
