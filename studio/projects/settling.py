"""How renders and projects end: kept, withheld or failed, paid for, written down and told to their client."""

import asyncio
from decimal import Decimal
from pathlib import Path

from studio.accounts.ledger import Hold
from studio.faults import Faults
from studio.files.blobs import Blobs, blob_key
from studio.projects.last_frame import LAST_FRAME, last_frame
from studio.projects.notices import Notices
from studio.projects.orders import settled
from studio.projects.records import Project, Render
from studio.projects.register import Register
from studio.renderers.api import RenderResult
from studio.storage.store import Store
from studio.storage.together import together

BROKEN = ("genfailure", "The studio failed on this render.")
"""What is said of a fault nobody foresaw; its own words go to the log."""


class Settling:
    """The last thing that happens to a render, and to a project. `address` is where signed files are fetched from."""

    def __init__(
        self,
        address: str,
        register: Register,
        store: Store,
        blobs: Blobs,
        notices: Notices,
        faults: Faults,
    ) -> None:
        self._address = address
        self._register = register
        self._store = store
        self._blobs = blobs
        self._notices = notices
        self._faults = faults

    async def finish(
        self,
        project: Project,
        render: Render,
        result: RenderResult,
        hold: Hold,
        *,
        sensitive: bool,
    ) -> None:
        """A render is made: keep its file, unless the filter withholds it, charge for it, and tell its client.

        One that is cancelled while its file is being kept costs nothing, and nothing more is said of it.
        """
        forced = self._faults.take("withheld") is not None
        render.withheld = forced or (sensitive and project.filtered)
        render.labelled = sensitive and not render.withheld
        url = last = None
        if not render.withheld:
            if project.key_frame.get("returnLastFrame") is True and result.mime.startswith(
                "video/"
            ):
                last = await self._last_frame(project, render, result.path)
            render.result_key = _key(project, render, "complete")
            await self._blobs.adopt(
                result.path, result.mime, render.result_key, maker=project.model_id
            )
            url = self._blobs.sign(self._address, key=render.result_key, do="get")
        if render.finished:
            return
        render.mime, render.step = result.mime, render.steps
        self._book(project, render, settled(project, result), hold)
        self._notices.result(project, render, url, last)
        self._notices.balance(project.account)

    def _book(self, project: Project, render: Render, due: Decimal, hold: Hold) -> None:
        """Remembered and paid for at once: a studio that dies here charges once."""
        about = f"{project.kind.capitalize()} with {project.model_id}"
        before, render.status = render.status, "jobCompleted"
        try:
            with together(self._store.db):
                self._register.save(project)
                hold.spend(due, about, source_id=project.id)
        except Exception:
            render.status = before
            raise

    async def _last_frame(self, project: Project, render: Render, film: Path) -> str:
        key = _key(project, render, LAST_FRAME)
        await self._blobs.write(key, await asyncio.to_thread(last_frame, film), "image/png")
        return self._blobs.sign(self._address, key=key, do="get")

    def fail(self, project: Project, render: Render, error: str, sentence: str) -> None:
        """A render came to nothing, and costs nothing. Its client is told even where it cannot be written down.

        Harmless when the render is over already.
        """
        if render.finished:
            return
        render.status, render.reason = "jobError", error
        try:
            self._register.save(project)
        finally:
            self._notices.failed(project, render, error, sentence)

    def end(self, project: Project) -> None:
        """Every render is over; one good one makes it a success."""
        good = any(render.status == "jobCompleted" for render in project.renders)
        project.status = "completed" if good else "errored"
        self._register.save(project)
        self._told(project)

    def abandon(self, project: Project) -> None:
        """After a fault nobody foresaw: fail what is open and end it. Harmless when it is over already."""
        if project.finished:
            return
        for render in project.renders:
            if not render.finished:
                self._notices.failed(project, render, *BROKEN)
        self._register.lose(project, BROKEN[0])
        self._told(project)

    def _told(self, project: Project) -> None:
        body = {"type": "jobCompleted"}
        self._notices.say(project, "jobState", body, lambda: self._register.claim(project))


def _key(project: Project, render: Render, slot: str) -> str:
    return blob_key(project.account, project.id, slot, render.img_id)
