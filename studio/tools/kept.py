"""Finished outputs of calls that may be taken up again after a restart: what was paid for is never paid twice."""

import json
import sqlite3
import time
from collections.abc import Callable
from typing import Any

from studio.storage.together import together

_SCHEMA = """
CREATE TABLE IF NOT EXISTS outputs (
    call TEXT NOT NULL, place INTEGER NOT NULL, created REAL NOT NULL, data TEXT NOT NULL, PRIMARY KEY (call, place)
)
"""


class Kept:
    """Rows in the studio's database, by the call's id and the output's place in it."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        db.execute(_SCHEMA)

    def save(self, call: str, place: int, data: dict[str, Any], paid: Callable[[], None]) -> None:
        """Remember one output; it is kept together with what `paid` books for it, or neither is."""
        row = (call, place, time.time(), json.dumps(data, default=str))
        with together(self._db):
            self._db.execute("INSERT OR REPLACE INTO outputs VALUES (?, ?, ?, ?)", row)
            paid()  # last: what it lets go of in memory comes back with no rollback

    def of(self, call: str) -> dict[int, dict[str, Any]]:
        """The outputs a call has so far."""
        rows = self._db.execute("SELECT place, data FROM outputs WHERE call = ?", (call,))
        return {place: json.loads(data) for place, data in rows.fetchall()}

    def drop(self, before: float) -> None:
        """Forget what is older than a moment."""
        self._db.execute("DELETE FROM outputs WHERE created < ?", (before,))
