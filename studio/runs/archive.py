"""Runs and their events in the studio's database. An event is written before anybody is told of it."""

import json
import sqlite3
import time
from contextlib import AbstractContextManager
from typing import Any

from studio.projects.records import iso
from studio.runs.record import FINAL, Run
from studio.storage.together import together

_SCHEMA = """
CREATE TABLE IF NOT EXISTS runs (
    id TEXT PRIMARY KEY, account TEXT NOT NULL, key TEXT, status TEXT NOT NULL, updated REAL NOT NULL,
    data TEXT NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS runs_by_key ON runs (account, key) WHERE key IS NOT NULL;
CREATE TABLE IF NOT EXISTS run_events (
    run TEXT NOT NULL, sequence INTEGER NOT NULL, data TEXT NOT NULL, PRIMARY KEY (run, sequence)
) WITHOUT ROWID;
"""


class Archive:
    """Small synchronous writes; one event loop. Sequences of a run's events begin at 0 and have no gaps."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        db.executescript(_SCHEMA)

    def at_once(self) -> AbstractContextManager[None]:
        """What is written in the body is kept as a whole or not at all."""
        return together(self._db)

    def save(self, run: Run) -> None:
        """Write a run as it is now."""
        run.updated = time.time()
        row = (run.id, run.account, run.key, run.status, run.updated, json.dumps(run.dump()))
        self._db.execute("INSERT OR REPLACE INTO runs VALUES (?, ?, ?, ?, ?, ?)", row)

    def load(self, account: str, run_id: str) -> Run | None:
        """A run of this account."""
        return self._one("SELECT data FROM runs WHERE account = ? AND id = ?", account, run_id)

    def by_key(self, account: str, key: str) -> Run | None:
        """The run an idempotency key began."""
        return self._one("SELECT data FROM runs WHERE account = ? AND key = ?", account, key)

    def unfinished(self) -> list[Run]:
        """Runs that were queued or at work when the studio ended."""
        query = "SELECT data FROM runs WHERE status IN ('queued', 'running') ORDER BY updated"
        return [Run.load(json.loads(row[0])) for row in self._db.execute(query).fetchall()]

    def record(self, run: Run, kind: str, payload: dict[str, Any] | None) -> dict[str, Any]:
        """Write a run as it is now and its next event, both or neither; returns the event."""
        with self.at_once():
            self.save(run)
            return self.append(run, kind, payload)

    def append(self, run: Run, kind: str, payload: dict[str, Any] | None) -> dict[str, Any]:
        """Write a run's next event alone; returns it."""
        row = self._db.execute(
            "SELECT COALESCE(MAX(sequence), -1) FROM run_events WHERE run = ?", (run.id,)
        ).fetchone()
        event: dict[str, Any] = {"sequence": row[0] + 1, "type": kind, "at": iso(time.time())}
        if payload is not None:
            event["payload"] = payload
        self._db.execute(
            "INSERT INTO run_events VALUES (?, ?, ?)",
            (run.id, event["sequence"], json.dumps(event)),
        )
        return event

    def events(self, run_id: str, after: int = -1) -> list[dict[str, Any]]:
        """A run's events behind a sequence, in order."""
        rows = self._db.execute(
            "SELECT data FROM run_events WHERE run = ? AND sequence > ? ORDER BY sequence",
            (run_id, after),
        )
        return [json.loads(row[0]) for row in rows.fetchall()]

    def drop(self, before: float) -> None:
        """Forget finished runs not touched since a moment, with their events."""
        marks = ", ".join("?" * (len(FINAL) + 1))
        states = (*FINAL, "waiting_for_user", before)
        old = f"SELECT id FROM runs WHERE status IN ({marks}) AND updated < ?"  # noqa: S608 - question marks only
        with self.at_once():
            self._db.execute(f"DELETE FROM run_events WHERE run IN ({old})", states)  # noqa: S608
            self._db.execute(f"DELETE FROM runs WHERE id IN ({old})", states)  # noqa: S608

    def _one(self, query: str, *values: str) -> Run | None:
        row = self._db.execute(query, values).fetchone()
        return Run.load(json.loads(row[0])) if row else None
