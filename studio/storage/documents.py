"""Small records that survive a restart: saved uploads, workflows, templates; JSON in the studio's database."""

import json
import sqlite3
import time
from typing import Any

SCHEMA = """
CREATE TABLE IF NOT EXISTS documents (
    kind TEXT NOT NULL, account TEXT NOT NULL, id TEXT NOT NULL, updated REAL NOT NULL, data TEXT NOT NULL,
    PRIMARY KEY (kind, account, id)
);
CREATE INDEX IF NOT EXISTS documents_by_age ON documents (kind, account, updated);
"""


class Documents:
    """Documents by kind, account and id. Writes are synchronous, well under a millisecond; one event loop."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        db.executescript(SCHEMA)

    def put(self, kind: str, account: str, name: str, data: Any) -> None:
        """Write or replace one document; it becomes the newest of its kind."""
        self._db.execute(
            "INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?, ?)",
            (kind, account, name, time.time(), json.dumps(data)),
        )

    def get(self, kind: str, account: str, name: str) -> Any:
        """The document, or None."""
        row = self._db.execute(
            "SELECT data FROM documents WHERE kind = ? AND account = ? AND id = ?",
            (kind, account, name),
        ).fetchone()
        return json.loads(row[0]) if row else None

    def all(self, kind: str, account: str | None = None) -> list[Any]:
        """Every document of a kind, of one account or of all, oldest first."""
        rows = self._db.execute(
            "SELECT data FROM documents WHERE kind = ? AND (? IS NULL OR account = ?) ORDER BY updated",
            (kind, account, account),
        )
        return [json.loads(row[0]) for row in rows]

    def drop(self, kind: str, account: str, name: str) -> None:
        self._db.execute(
            "DELETE FROM documents WHERE kind = ? AND account = ? AND id = ?", (kind, account, name)
        )

    def drop_before(self, kind: str, moment: float) -> None:
        """Forget what was last written before this Unix time."""
        self._db.execute("DELETE FROM documents WHERE kind = ? AND updated < ?", (kind, moment))
