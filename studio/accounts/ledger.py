"""Balances of the studio's accounts: one account for each API key that was ever seen."""

import hashlib
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from studio.storage.bookings import Booking
from studio.storage.store import Store
from studio.storage.together import together

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
        self._held: dict[str, Decimal] = {}

    def net(self, address: str) -> Decimal:
        """What is left to spend."""
        credit, debit = self._store.account(address, self._credit)
        return credit - debit

    def hold(self, address: str, amount: Decimal) -> "Hold | None":
        """Keep `amount` for work about to begin; None when less than that is left beside other holds."""
        if self.free(address) < amount:
            return None
        self.keep(address, amount)
        return Hold(self, address, amount)

    def free(self, address: str) -> Decimal:
        """What is left beside all holds."""
        return self.net(address) - self._held.get(address, Decimal(0))

    def keep(self, address: str, amount: Decimal) -> None:
        """Change what is kept back; used by holds."""
        self._held[address] = self._held.get(address, Decimal(0)) + amount
        if not self._held[address]:
            del self._held[address]

    def debit(
        self,
        address: str,
        amount: Decimal,
        about: str = "",
        *,
        source: str = "project",
        source_id: str = "",
        once: str | None = None,
    ) -> None:
        """Book a spend; may pass zero, because the work is already done. `about` says what for.

        Said again under the same `once`, say after a crash, it books nothing.
        """
        booking = Booking(address, amount, about, source, source_id, once=once)
        with together(self._store.db):
            if self._store.bookings.add(booking):
                self._store.add_debit(address, amount, self._credit)

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


class Hold:
    """Money kept for one piece of work: spent part by part, the rest let go. Held in memory only, like the work."""

    def __init__(self, ledger: Ledger, address: str, amount: Decimal) -> None:
        self._ledger = ledger
        self._address = address
        self._left = amount

    def spend(
        self, amount: Decimal, about: str = "", *, source: str = "project", source_id: str = ""
    ) -> None:
        """Book a part of it; `about` says what for."""
        self._ledger.debit(self._address, amount, about, source=source, source_id=source_id)
        self._let_go(min(amount, self._left))

    def fit(self, amount: Decimal) -> bool:
        """Hold so much from now on; False, and nothing has changed, when there is less than that."""
        more = amount - self._left
        if more > 0 and self._ledger.free(self._address) < more:
            return False
        self._let_go(-more)
        return True

    def release(self) -> None:
        """Let go of what was not spent; harmless when said twice."""
        self._let_go(self._left)

    def _let_go(self, amount: Decimal) -> None:
        self._left -= amount
        if amount:
            self._ledger.keep(self._address, -amount)
