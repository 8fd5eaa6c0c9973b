"""The events of workflows, one row each: what was said is never written twice."""

import json
import sqlite3
from collections.abc import Iterable
from typing import Any

_SCHEMA = """
CREATE TABLE IF NOT EXISTS workflow_events (
    workflow TEXT NOT NULL, sequence INTEGER NOT NULL, data TEXT NOT NULL, PRIMARY KEY (workflow, sequence)
) WITHOUT ROWID;
"""


class Log:
    """Small synchronous writes; one event loop."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        db.executescript(_SCHEMA)

    def append(self, workflow: str, event: dict[str, Any]) -> None:
        """Write a workflow's next event."""
        row = (workflow, event["sequence"], json.dumps(event))
        self._db.execute("INSERT INTO workflow_events VALUES (?, ?, ?)", row)

    def of(self, workflow: str) -> list[dict[str, Any]]:
        """A workflow's events, in order."""
        rows = self._db.execute(
            "SELECT data FROM workflow_events WHERE workflow = ? ORDER BY sequence", (workflow,)
        )
        return [json.loads(row[0]) for row in rows.fetchall()]

    def drop(self, workflow: str) -> None:
        """Forget a workflow's events."""
        self._db.execute("DELETE FROM workflow_events WHERE workflow = ?", (workflow,))

    def keep_only(self, workflows: Iterable[str]) -> None:
        """Forget the events of all others."""
        kept = set(workflows)
        known = self._db.execute("SELECT DISTINCT workflow FROM workflow_events").fetchall()
        for (name,) in known:
            if name not in kept:
                self.drop(name)
