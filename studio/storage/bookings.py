"""What accounts were charged, one row a charge: the list of transactions and the usage of a period."""

import sqlite3
import time
from dataclasses import dataclass, field
from decimal import Decimal

KEPT_S = 90 * 24 * 3600.0
SCHEMA = """
CREATE TABLE IF NOT EXISTS bookings (
    id INTEGER PRIMARY KEY, account TEXT NOT NULL, moment REAL NOT NULL, amount TEXT NOT NULL,
    about TEXT NOT NULL, source TEXT NOT NULL, source_id TEXT NOT NULL, once TEXT
);
CREATE INDEX IF NOT EXISTS bookings_of_account ON bookings (account, id);
"""
_ONCE = "CREATE UNIQUE INDEX IF NOT EXISTS bookings_once ON bookings (account, once) WHERE once IS NOT NULL"
"""What is charged under a name of its own is charged once."""


@dataclass(frozen=True)
class Booking:
    """One charge in Spark. `source` is project, llm or tool; `moment` is Unix time; `once` a name it has for itself."""

    account: str
    amount: Decimal
    about: str
    source: str
    source_id: str
    moment: float = field(default_factory=time.time)
    id: int = 0
    once: str | None = None


class Bookings:
    """Every charge of the last 90 days."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        db.executescript(SCHEMA)
        if "once" not in {row[1] for row in db.execute("PRAGMA table_info(bookings)")}:
            db.execute("ALTER TABLE bookings ADD COLUMN once TEXT")  # a data folder from before
        db.execute(_ONCE)
        db.execute("DELETE FROM bookings WHERE moment < ?", (time.time() - KEPT_S,))

    def add(self, one: Booking) -> bool:
        """Write it down; False, and nothing written, when one with the same `once` is there already."""
        written = self._db.execute(
            "INSERT INTO bookings (account, moment, amount, about, source, source_id, once)"
            " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            (
                one.account,
                one.moment,
                str(one.amount),
                one.about,
                one.source,
                one.source_id,
                one.once,
            ),
        )
        return written.rowcount == 1

    def newest(self, account: str, limit: int, offset: int) -> list[Booking]:
        """A page, newest first."""
        rows = self._db.execute(
            "SELECT account, amount, about, source, source_id, moment, id FROM bookings"
            " WHERE account = ? ORDER BY id DESC LIMIT ? OFFSET ?",
            (account, limit, offset),
        )
        return [Booking(row[0], Decimal(row[1]), *row[2:]) for row in rows]

    def since(self, account: str, moment: float) -> tuple[int, Decimal]:
        """Number and sum of the charges for renders since a moment."""
        rows = self._db.execute(
            "SELECT amount FROM bookings WHERE account = ? AND moment >= ? AND source != 'llm'",
            (account, moment),
        ).fetchall()
        return len(rows), sum((Decimal(row[0]) for row in rows), Decimal(0))
