"""What a render cost and that it was made are written as one: a studio that dies between charges once."""

from decimal import Decimal
from pathlib import Path

import pytest

from studio.ledger import Ledger
from studio.store import Store
from studio.together import together
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


def fails() -> None:
    raise Died
