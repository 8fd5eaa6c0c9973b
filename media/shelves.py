"""The numbering of media: indices are given under the shelf's lock and never move.

Every function that gives or changes a number runs inside the caller's transaction.
"""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Max, Min
from django.utils import timezone

from db.prepared import Prepared
from media.models import Blob, Item, Shelf, Upload

_items = Prepared(
    lambda shelf: Item.objects.filter(shelf=shelf).select_related("blob").order_by("pk"), int
)


class NoSuchIndex(LookupError):
    """There is no such index; the message names those there are."""


def attach_uploads(shelf: Shelf, uploads: Sequence[Upload]) -> list[Item]:
    """Give each upload the next negative index of its kind, in order.

    An upload that was attached before (sent from another tab) or removed meanwhile is left out.
    """
    _lock(shelf)
    drafts = Upload.objects.filter(pk__in=[upload.pk for upload in uploads], item=None)
    waiting = set(drafts.select_for_update().values_list("pk", flat=True))
    items = []
    for upload in uploads:
        if upload.pk not in waiting:
            continue
        kind = upload.blob.kind
        lowest = shelf.items.filter(kind=kind, index__lt=0).aggregate(low=Min("index"))["low"] or 0
        item = Item.objects.create(
            shelf=shelf,
            kind=kind,
            origin=Item.Origin.UPLOADED,
            index=lowest - 1,
            state=Item.State.READY,
            blob=upload.blob,
            name=upload.name,
            made_by=upload.owner,
        )
        upload.item = item
        upload.save(update_fields=["item"])
        items.append(item)
    return items


def take_slots(
    shelf: Shelf,
    *,
    kind: str,
    prompts: Sequence[str],
    tool: str,
    model_id: str,
    seed: int | None,
    width: int | None,
    height: int | None,
    made_by: Any,
    sources: Sequence[Item],
) -> list[Item]:
    """The next generated indices of `kind`, one per prompt, in order. Sizes in pixels as promised."""
    _lock(shelf)
    highest = shelf.items.filter(kind=kind, index__gte=0).aggregate(top=Max("index"))["top"]
    first = 0 if highest is None else highest + 1
    items = []
    for offset, prompt in enumerate(prompts):
        item = Item.objects.create(
            shelf=shelf,
            kind=kind,
            origin=Item.Origin.GENERATED,
            index=first + offset,
            tool=tool,
            prompt=prompt,
            model_id=model_id,
            seed=seed,
            expected_width=width,
            expected_height=height,
            made_by=made_by,
        )
        item.sources.set(sources)
        items.append(item)
    return items


def fill_slot(item: Item, blob: Blob, *, seed: int | None, facts: Mapping[str, Any]) -> None:
    """The pending item has its bytes now."""
    _inside()
    item.blob = blob
    item.state = Item.State.READY
    item.seed = seed if seed is not None else item.seed
    item.facts = dict(facts)
    item.reason = ""
    item.save(update_fields=["blob", "state", "seed", "facts", "reason"])


def fail_slot(item: Item, *, reason: str, withheld: bool = False) -> None:
    """The item got no bytes; its index stays. Items that are ready or retired are left alone."""
    _inside()
    if item.state != Item.State.PENDING:
        return
    item.state = Item.State.WITHHELD if withheld else Item.State.FAILED
    item.reason = reason[:300]
    item.save(update_fields=["state", "reason"])


def reopen_slot(item: Item) -> None:
    """A failed or withheld item waits for bytes again, under its old index."""
    _inside()
    assert item.blob_id is None, "a filled slot is redone as a new version"
    item.state = Item.State.PENDING
    item.reason = ""
    item.save(update_fields=["state", "reason"])


def retire_item(item: Item, by: Any) -> None:
    """Deleted by a person: a tombstone keeps the place."""
    _inside()
    item.state = Item.State.RETIRED
    item.retired_at = timezone.now()
    item.retired_by = by
    item.save(update_fields=["state", "retired_at", "retired_by"])


def clear_shelf(shelf: Shelf, *, draft_key: UUID) -> None:
    """Delete a shelf for good, with its items and the uploads of its draft; files nothing refers to are swept later.

    What showed the items is gone already.
    """
    _inside()
    Upload.objects.filter(draft_key=draft_key, item=None).delete()
    shelf.items.all().delete()
    shelf.delete()


def catalogue(shelf_pk: int) -> list[Item]:
    """The latest version of every item on a shelf, in the order they came."""
    latest: dict[tuple[str, int], Item] = {}
    for item in _items(shelf_pk):
        known = latest.get((item.kind, item.index))
        if known is None or item.version > known.version:
            latest[item.kind, item.index] = item
    return list(latest.values())


def find_item(items: Sequence[Item], kind: str, index: int) -> Item:
    """The item of a catalogue that can be used under this number. Raises `NoSuchIndex` with the valid ones."""
    found = next((item for item in items if item.kind == kind and item.index == index), None)
    if found is None:
        raise NoSuchIndex(f"There is no {kind} {shown_index(index)} here. {_range(items, kind)}")
    if not found.is_ready:
        why = {
            Item.State.PENDING: "is still being made",
            Item.State.RETIRED: "was deleted",
        }.get(Item.State(found.state), "was not made")
        raise NoSuchIndex(f"{kind.capitalize()} {shown_index(index)} {why}. {_range(items, kind)}")
    return found


def shown_index(index: int) -> str:
    """As people read it: a real minus sign."""
    return f"−{-index}" if index < 0 else str(index)


def _range(items: Sequence[Item], kind: str) -> str:
    ready = sorted(item.index for item in items if item.kind == kind and item.is_ready)
    made = [index for index in ready if index >= 0]
    given = [index for index in reversed(ready) if index < 0]
    parts = []
    if made:
        whole = made == list(range(made[0], made[-1] + 1)) and len(made) > 2
        parts.append(
            f"{made[0]} to {made[-1]}" if whole else ", ".join(str(index) for index in made)
        )
    if given:
        parts.append(", ".join(shown_index(index) for index in given))
    if not parts:
        return f"There is no {kind} yet."
    noun = {"image": "Images", "video": "Videos", "audio": "Sounds"}.get(kind, "Pieces")
    return f"{noun} {' and '.join(parts)} exist."


def _lock(shelf: Shelf) -> None:
    _inside()
    Shelf.objects.select_for_update().get(pk=shelf.pk)


def _inside() -> None:
    assert connection.in_atomic_block, "numbers are given inside the caller's transaction"
