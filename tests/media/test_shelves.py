"""Numbers of media: given once, in order, never moved, whoever asks at the same time."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connections, transaction

from media.models import Item, Shelf
from media.shelves import (
    NoSuchIndex,
    attach_uploads,
    catalogue,
    fail_slot,
    fill_slot,
    find_item,
    reopen_slot,
    retire_item,
    take_slots,
)
from teams.models import User
from tests.media.conftest import Take
from tests.media.material import picture, sound


def slots(shelf: Shelf, by: User, count: int = 1, kind: str = "image") -> list[Item]:
    plain: dict[str, Any] = {"tool": "generate_image", "model_id": "m", "seed": None}
    with transaction.atomic():
        return take_slots(
            shelf, kind=kind, prompts=["a sea"] * count, width=64, height=48, made_by=by, sources=[], **plain
        )  # fmt: skip


@pytest.fixture
def shelf(db: None) -> Shelf:
    return Shelf.objects.create()


def test_what_is_made_counts_up_and_what_is_given_counts_down(
    shelf: Shelf, alice: User, take: Take
) -> None:
    assert [item.index for item in slots(shelf, alice, 2)] == [0, 1]
    with transaction.atomic():
        given = attach_uploads(
            shelf,
            [take("a.png", picture()), take("a.wav", sound()), take("b.png", picture("JPEG"))],
        )
    assert [(item.kind, item.index) for item in given] == [
        ("image", -1),
        ("audio", -1),
        ("image", -2),
    ]
    assert [item.index for item in slots(shelf, alice)] == [2]
    assert [item.index for item in slots(shelf, alice, kind="video")] == [0]


def test_an_upload_attached_twice_keeps_its_number(shelf: Shelf, take: Take) -> None:
    sent = take("a.png", picture())
    with transaction.atomic():
        first = attach_uploads(shelf, [sent])
        assert attach_uploads(shelf, [sent]) == []
    assert [item.index for item in first] == [-1]


def test_deleted_and_failed_pieces_keep_their_numbers(shelf: Shelf, alice: User) -> None:
    first, second = slots(shelf, alice, 2)
    with transaction.atomic():
        fail_slot(first, reason="The worker went away.")
        retire_item(second, alice)
    assert [item.index for item in slots(shelf, alice)] == [2]
    assert [item.index for item in catalogue(shelf.pk)] == [0, 1, 2]


def test_a_failed_slot_is_filled_under_its_old_number(
    shelf: Shelf, alice: User, take: Take
) -> None:
    slot = slots(shelf, alice)[0]
    with transaction.atomic():
        fail_slot(slot, reason="It failed.")
        reopen_slot(slot)
        fill_slot(slot, take("a.png", picture()).blob, seed=7, facts={})
    slot.refresh_from_db()
    assert (slot.index, slot.state, slot.seed, slot.reason) == (0, Item.State.READY, 7, "")


def test_a_number_that_is_not_there_is_told_with_those_that_are(
    shelf: Shelf, alice: User, take: Take
) -> None:
    made = slots(shelf, alice, 3)
    with transaction.atomic():
        for item in made:
            fill_slot(item, take("a.png", picture()).blob, seed=None, facts={})
        attach_uploads(shelf, [take("b.png", picture())])
    items = catalogue(shelf.pk)
    assert find_item(items, "image", -1).index == -1
    with pytest.raises(NoSuchIndex, match=r"no image 9 here\. Images 0 to 2 and −1 exist\."):
        find_item(items, "image", 9)
    with pytest.raises(NoSuchIndex, match=r"There is no video yet\."):
        find_item(items, "video", 0)


@pytest.mark.django_db(transaction=True)
def test_many_at_once_get_numbers_of_their_own(alice: User) -> None:
    shelf = Shelf.objects.create()

    def ask(_: int) -> list[int]:
        try:
            return [item.index for item in slots(shelf, alice, 2)]
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        pairs = list(pool.map(ask, range(20)))
    assert all(second == first + 1 for first, second in pairs)
    assert sorted(index for pair in pairs for index in pair) == list(range(40))
