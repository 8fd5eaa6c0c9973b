"""The pieces of a shelf in the order they are shown, with what each was made from."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby

from chat.models import Attachment, Conversation, ToolCall, ToolOutput
from media.models import Item
from media.shelves import catalogue


@dataclass(frozen=True)
class Piece:
    """One tile. `sources`: public ids of what it came from. `stopped`: a person ended its making."""

    item: Item
    sources: tuple[str, ...]
    stopped: bool


def pieces_of(conversation: Conversation) -> list[Piece]:
    """What came together stays together: the newest group first, inside a group in the order of coming."""
    items = [item for item in catalogue(conversation.shelf_id) if item.state != Item.State.RETIRED]
    made = list(
        ToolOutput.objects.filter(item__shelf=conversation.shelf_id).values_list(
            "item_id", "call_id", "status"
        )
    )
    given = Attachment.objects.filter(item__shelf=conversation.shelf_id)
    group = {
        **{item: ("call", call) for item, call, _ in made},
        **{item: ("message", sent) for item, sent in given.values_list("item_id", "message_id")},
    }
    stopped = {item for item, _, status in made if status == ToolCall.Status.CANCELLED}
    sources = _sources_on(conversation)
    groups = [
        list(together)
        for _, together in groupby(items, key=lambda item: group.get(item.pk, ("item", item.pk)))
    ]
    return [
        Piece(item, tuple(sources[item.pk]), item.pk in stopped)
        for together in reversed(groups)
        for item in together
    ]


def _sources_on(conversation: Conversation) -> defaultdict[int, list[str]]:
    """Item → public ids of its sources, in one query."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    links = Item.sources.through.objects.filter(from_item__shelf=conversation.shelf_id)
    for item, source in links.order_by("pk").values_list("from_item_id", "to_item__uuid"):
        found[item].append(str(source))
    return found
