"""A render and its price are written as one, and nothing is charged twice: a studio may die at any moment."""

import sqlite3
from decimal import Decimal
from pathlib import Path

import pytest

from studio.accounts.ledger import Ledger
from studio.storage.store import BlobRow, Store
from studio.storage.together import together
from studio.tools.kept import Kept

ME = "0xme"


class Died(Exception):
    """The studio ends here."""


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "s.sqlite3")


def test_a_charge_whose_work_is_not_remembered_is_none(store: Store) -> None:
    ledger = Ledger(store, Decimal(10))
    with pytest.raises(Died), together(store.db):
        ledger.debit(ME, Decimal(4), "a picture")
        raise Died
    assert ledger.net(ME) == 10
    assert store.bookings.newest(ME, 10, 0) == []
    with together(store.db):
        ledger.debit(ME, Decimal(4), "a picture")
    assert ledger.net(ME) == 6


def test_an_output_is_kept_with_its_price_or_not_at_all(store: Store) -> None:
    ledger, kept = Ledger(store, Decimal(10)), Kept(store.db)

    def pay() -> None:
        ledger.debit(ME, Decimal(1))

    kept.save("call", 0, {"id": "a"}, pay)
    with pytest.raises(TypeError):
        kept.save("call", 1, {("no", "key"): 1}, pay)  # type: ignore[dict-item]
    with pytest.raises(Died):
        kept.save("call", 2, {"id": "c"}, fails)
    assert list(kept.of("call")) == [0]
    assert ledger.net(ME) == 9


def test_a_charge_with_a_name_of_its_own_is_made_once(store: Store, tmp_path: Path) -> None:
    ledger = Ledger(store, Decimal(10))
    for _ in range(2):
        ledger.debit(ME, Decimal(3), "a round", once="run:1")
    ledger.debit("0xyou", Decimal(3), "another account's", once="run:1")
    ledger.debit(ME, Decimal(1), "no name")
    ledger.debit(ME, Decimal(1), "no name")
    assert ledger.net(ME) == 5
    store.close()
    again = Ledger(Store(tmp_path / "s.sqlite3"), Decimal(10))
    again.debit(ME, Decimal(3), "a round", once="run:1")
    assert again.net(ME) == 5


def test_a_data_folder_from_before_charges_had_names_is_taken(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "old.sqlite3") as db:
        db.execute(
            "CREATE TABLE bookings (id INTEGER PRIMARY KEY, account TEXT NOT NULL, moment REAL NOT NULL,"
            " amount TEXT NOT NULL, about TEXT NOT NULL, source TEXT NOT NULL, source_id TEXT NOT NULL)"
        )
    db.close()
    store = Store(tmp_path / "old.sqlite3")
    for _ in range(2):
        Ledger(store, Decimal(10)).debit(ME, Decimal(3), once="run:1")
    assert len(store.bookings.newest(ME, 10, 0)) == 1


def test_a_data_folder_from_before_files_had_makers_is_taken(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "old.sqlite3") as db:
        db.execute(
            "CREATE TABLE blobs (key TEXT PRIMARY KEY, mime TEXT, size INTEGER, created REAL)"
        )
        db.execute("INSERT INTO blobs VALUES ('k', 'image/png', 7, 0.0)")
    db.close()
    store = Store(tmp_path / "old.sqlite3")
    assert store.blob("k") == BlobRow("k", "image/png", 7, 0.0)


def fails() -> None:
    raise Died
