"""Balances of the studio's accounts: one account for each API key that was ever seen."""

import hashlib
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from studio.bookings import Booking
from studio.store import Store

CENT = Decimal("0.000001")


def plain(amount: Decimal) -> str:
    """The decimal string the wire carries, without an exponent or trailing zeros."""
    text = f"{amount.quantize(CENT):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


@dataclass(frozen=True)
class Account:
    """Who calls: derived from the API key alone, so any non-empty key has an account of its own."""

    address: str
    username: str = "studio"


def account_of(api_key: str) -> Account:
    """The account of a key. The key itself is neither kept nor logged."""
    return Account(address="0x" + hashlib.sha256(api_key.encode()).hexdigest()[:40])


class Ledger:
    """What every account was given and has spent, in Spark; survives a restart."""

    def __init__(self, store: Store, credit: Decimal) -> None:
        self._store = store
        self._credit = credit

    def net(self, address: str) -> Decimal:
        """What is left to spend."""
        credit, debit = self._store.account(address, self._credit)
        return credit - debit

    def debit(
        self,
        address: str,
        amount: Decimal,
        about: str = "",
        *,
        source: str = "project",
        source_id: str = "",
    ) -> None:
        """Book a spend; may pass zero, because the work is already done. `about` says what for."""
        self._store.add_debit(address, amount, self._credit)
        self._store.bookings.add(Booking(address, amount, about, source, source_id))

    def set_net(self, address: str, net: Decimal) -> None:
        """Make `net` the spendable balance (a control for tests)."""
        _, debit = self._store.account(address, self._credit)
        self._store.set_credit(address, net + debit)

    def balance(self, address: str) -> dict[str, Any]:
        """The balance object of `GET /v4/account/balance` and of `balanceUpdate`."""
        credit, debit = self._store.account(address, self._credit)
        net = plain(credit - debit)
        return {
            "sogni": {"settled": "0", "credit": "0", "debit": "0", "net": "0"},
            "spark": {
                "settled": net,
                "credit": plain(credit),
                "debit": plain(debit),
                "net": net,
                "premiumCredit": net,
            },
        }
