"""The log of every workflow: written, kept, and followed by whoever listens."""

import asyncio
import copy
import time
from collections.abc import AsyncIterator
from typing import Any

from studio.documents import Documents
from studio.records import iso
from studio.workflows.record import Workflow

KIND = "workflow"


class Journal:
    """Events rise by one from 1. A follower gets them all, whenever it comes, and the end."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents
        self._bells: dict[str, asyncio.Event] = {}
        self._closing = False

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
        """One more event, saved and told. `status` is the workflow's. A step's is given as `status_` and goes into
        `data`: the SDKs end their stream at any status beside it."""
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
        workflow.events.append(event)
        self.save(workflow)
        self._ring(workflow.id)

    def forget(self, workflow: Workflow) -> None:
        """Delete a record."""
        self._documents.drop(KIND, workflow.account, workflow.id)

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
