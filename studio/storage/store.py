"""What survives a restart of the studio: balances, project records and the list of blobs, in one SQLite file."""

import json
import secrets
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from studio.storage.bookings import Bookings
from studio.storage.documents import Documents

_SCHEMA = """
CREATE TABLE IF NOT EXISTS accounts (address TEXT PRIMARY KEY, credit TEXT NOT NULL, debit TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS projects (
    account TEXT NOT NULL, id TEXT NOT NULL, updated REAL NOT NULL, data TEXT NOT NULL,
    PRIMARY KEY (account, id)
);
CREATE TABLE IF NOT EXISTS blobs (
    key TEXT PRIMARY KEY, mime TEXT NOT NULL, size INTEGER NOT NULL, created REAL NOT NULL,
    maker TEXT NOT NULL DEFAULT ''
);
CREATE TABLE IF NOT EXISTS secrets (name TEXT PRIMARY KEY, value TEXT NOT NULL);
"""
_MAKER = "ALTER TABLE blobs ADD COLUMN maker TEXT NOT NULL DEFAULT ''"
_MOST_PAGES = 16_384
"""64 MB of log, after which a write waits for the disk itself; `checkpoint` comes long before."""


@dataclass(frozen=True)
class BlobRow:
    """One stored file: its MIME type, its size in bytes, the Unix time it was written and the model that made it."""

    key: str
    mime: str
    size: int
    created: float
    maker: str = ""


class Store:
    """Small synchronous writes of well under a millisecond; one connection, used by one event loop."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._db = sqlite3.connect(path, isolation_level=None)
        self.db = self._db  # for parts with tables of their own
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.execute("PRAGMA synchronous=NORMAL")
        self._db.execute(f"PRAGMA wal_autocheckpoint={_MOST_PAGES}")
        self._db.executescript(_SCHEMA)
        if "maker" not in {row[1] for row in self._db.execute("PRAGMA table_info(blobs)")}:
            self._db.execute(_MAKER)  # a data folder from before
        path.chmod(0o600)
        self.documents = Documents(self._db)
        self.bookings = Bookings(self._db)

    def close(self) -> None:
        self._db.close()

    def checkpoint(self) -> None:
        """Bring the log's pages into the file, on a connection of its own. Waits for the disk: call it in a thread."""
        with closing(sqlite3.connect(self._path)) as db:
            db.execute("PRAGMA wal_checkpoint(PASSIVE)")

    def secret(self, name: str) -> bytes:
        """A random secret of this data directory, made on first need."""
        self._db.execute(
            "INSERT OR IGNORE INTO secrets VALUES (?, ?)", (name, secrets.token_hex(32))
        )
        row = self._db.execute("SELECT value FROM secrets WHERE name = ?", (name,)).fetchone()
        return bytes.fromhex(row[0])

    def account(self, address: str, default_credit: Decimal) -> tuple[Decimal, Decimal]:
        """Credit and debit of an account; an unknown one has the default credit and no debit."""
        row = self._db.execute(
            "SELECT credit, debit FROM accounts WHERE address = ?", (address,)
        ).fetchone()
        return (Decimal(row[0]), Decimal(row[1])) if row else (default_credit, Decimal(0))

    def add_debit(self, address: str, amount: Decimal, default_credit: Decimal) -> None:
        """Add to what an account has spent."""
        credit, debit = self.account(address, default_credit)
        self._db.execute(
            "INSERT OR REPLACE INTO accounts VALUES (?, ?, ?)",
            (address, str(credit), str(debit + amount)),
        )

    def save_project(self, account: str, project_id: str, updated: float, data: Any) -> None:
        self._db.execute(
            "INSERT OR REPLACE INTO projects VALUES (?, ?, ?, ?)",
            (account, project_id, updated, json.dumps(data)),
        )

    def projects(self) -> list[dict[str, Any]]:
        """Every stored project, oldest first."""
        rows = self._db.execute("SELECT data FROM projects ORDER BY updated").fetchall()
        return [json.loads(row[0]) for row in rows]

    def drop_project(self, account: str, project_id: str) -> None:
        self._db.execute("DELETE FROM projects WHERE account = ? AND id = ?", (account, project_id))

    def drop_projects(self, before: float) -> None:
        self._db.execute("DELETE FROM projects WHERE updated < ?", (before,))

    def save_blob(self, row: BlobRow) -> None:
        self._db.execute(
            "INSERT OR REPLACE INTO blobs VALUES (?, ?, ?, ?, ?)",
            (row.key, row.mime, row.size, row.created, row.maker),
        )

    def blob(self, key: str) -> BlobRow | None:
        row = self._db.execute(
            "SELECT key, mime, size, created, maker FROM blobs WHERE key = ?", (key,)
        ).fetchone()
        return BlobRow(*row) if row else None

    def blobs_before(self, created: float) -> list[str]:
        rows = self._db.execute("SELECT key FROM blobs WHERE created < ?", (created,)).fetchall()
        return [row[0] for row in rows]

    def drop_blob(self, key: str) -> None:
        self._db.execute("DELETE FROM blobs WHERE key = ?", (key,))
