"""The log of every workflow: written, kept, and followed by whoever listens."""

import asyncio
import copy
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from typing import Any

from studio.projects.records import iso
from studio.settings import HISTORY_LIFETIME_S
from studio.storage.store import Store
from studio.storage.together import together
from studio.workflows.log import Log
from studio.workflows.record import Workflow

KIND = "workflow"
FLEETING = ("workflow_progress", "artifact_created")
"""Events that change nothing in the record, or are followed by one that does in the same breath."""


class Journal:
    """Events rise by one from 1. A follower gets them all, whenever it comes, and the end."""

    def __init__(self, store: Store) -> None:
        self._db = store.db
        self._documents = store.documents
        self._log = Log(store.db)
        self._bells: dict[str, asyncio.Event] = {}
        self._closing = False

    def load(self) -> list[Workflow]:
        """Every record of the last days with its log, in the order they were begun; older ones are forgotten."""
        self._documents.drop_before(KIND, time.time() - HISTORY_LIFETIME_S)
        found = [Workflow.load(data) for data in self._documents.all(KIND)]
        self._log.keep_only(one.id for one in found)
        for one in found:
            if one.events:
                self._part(one)
            one.events = self._log.of(one.id)
        return sorted(found, key=lambda one: one.created)

    def _part(self, workflow: Workflow) -> None:
        """Give rows to the log of a record from when it was a part of that."""
        with self.at_once(workflow):
            for event in workflow.events:
                self._log.append(workflow.id, event)
            self.save(workflow)

    @contextmanager
    def at_once(self, workflow: Workflow) -> Iterator[None]:
        """What is noted of a workflow in the body is kept as a whole or not at all, here as in the file: the next event
        gets the next number."""
        known = len(workflow.events)
        try:
            with together(self._db):
                yield
        except BaseException:
            del workflow.events[known:]
            raise

    def save(self, workflow: Workflow) -> None:
        """Keep the record as it is now."""
        workflow.updated = time.time()
        self._documents.put(KIND, workflow.account, workflow.id, workflow.dump())

    def note(
        self,
        workflow: Workflow,
        kind: str,
        message: str = "",
        *,
        status: str = "",
        **data: Any,
    ) -> None:
        """One more event, kept together with the record and told. `status` is the workflow's. A step's is given as
        `status_` and goes into `data`: the SDKs end their stream at any status beside it."""
        number = len(workflow.events) + 1
        event: dict[str, Any] = {
            "id": f"{workflow.id}-e{number}",
            "workflowId": workflow.id,
            "sequence": number,
            "timestamp": iso(time.time()),
            "type": kind,
        }
        if status:
            event["status"] = status
        if message:
            event["message"] = message
        if data:
            told = {name.removesuffix("_"): value for name, value in data.items()}
            event["data"] = copy.deepcopy(told)  # what was said does not change with the record
        with self.at_once(workflow):
            self._log.append(workflow.id, event)
            workflow.events.append(event)
            if status or kind not in FLEETING:
                self.save(workflow)
        self._ring(workflow.id)

    def forget(self, workflow: Workflow) -> None:
        """Delete a record and its log."""
        with together(self._db):
            self._documents.drop(KIND, workflow.account, workflow.id)
            self._log.drop(workflow.id)

    def leave(self) -> None:
        """The studio ends: followers are let go."""
        self._closing = True
        for name in list(self._bells):
            self._ring(name)

    async def follow(
        self, workflow: Workflow, after: int, quiet_s: float
    ) -> AsyncIterator[dict[str, Any] | None]:
        """Every event after a sequence; None after so many quiet seconds. Ends when nothing more will come by itself:
        when the workflow is over or waits for the user."""
        seen = max(0, after)
        while True:
            bell = self._bells.setdefault(workflow.id, asyncio.Event())
            while seen < len(workflow.events):
                seen += 1
                yield workflow.events[seen - 1]
            if self._closing or workflow.over or workflow.paused:
                return
            try:
                await asyncio.wait_for(bell.wait(), quiet_s)
            except TimeoutError:
                yield None

    def _ring(self, name: str) -> None:
        bell = self._bells.pop(name, None)
        if bell is not None:
            bell.set()
