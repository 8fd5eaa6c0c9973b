"""The studio as one ASGI application: everything it holds, and its routes."""

import asyncio
import contextlib
import logging
import sqlite3
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.routing import BaseRoute

from studio.accounts.ledger import Ledger
from studio.accounts.rate import Rate
from studio.agent.desk import ASSETS, Desk
from studio.chats.jobs import Chats
from studio.faults import Faults
from studio.files.blobs import Blobs
from studio.files.uploads import SavedUploads
from studio.hub import Hub
from studio.projects.notices import Notices
from studio.projects.service import Projects
from studio.rendering.line import FairLine
from studio.rendering.pool import RenderPool
from studio.rendering.workshop import Workshop
from studio.runs import Runs
from studio.runs.archive import Archive
from studio.settings import Settings
from studio.storage.store import Store
from studio.tools.api import Tool
from studio.tools.engine import Engine
from studio.tools.kept import Kept
from studio.tools.pieces import Pieces
from studio.tools.registry import TOOLS
from studio.wire import (
    account_routes,
    chat_routes,
    control_routes,
    estimate_routes,
    lora_routes,
    media_routes,
    model_routes,
    project_routes,
    run_routes,
    socket,
    subscription_routes,
    template_routes,
    tool_routes,
    upload_routes,
    workflow_routes,
)
from studio.wire.chat_errors import ChatRefusal, on_chat_refusal
from studio.wire.errors import Refusal, on_crash, on_http_error, on_refusal
from studio.wire.guard import Guard
from studio.workflows.book import Workflows
from studio.workflows.desk import workflow_desk
from studio.workflows.templates import Templates

logger = logging.getLogger(__name__)

SWEEP_S = 600.0
CHECKPOINT_S = 20.0


@dataclass
class Studio:
    """Everything one running studio holds."""

    settings: Settings
    store: Store
    blobs: Blobs
    ledger: Ledger
    hub: Hub
    pool: RenderPool
    workshop: Workshop
    faults: Faults
    projects: Projects
    chats: Chats
    pieces: Pieces
    engine: Engine
    runs: Runs
    uploads: SavedUploads
    workflows: Workflows
    templates: Templates
    desk: Desk
    sync_rate: Rate
    chat_rate: Rate

    async def close(self) -> None:
        """End everything; what is not finished is found again, or told as lost, after the next start."""
        self.hub.close_all()
        await self.runs.close()
        await self.workflows.close()
        await self.projects.close()
        await self.chats.close()
        self.pieces.close()
        self.pool.close()
        self.store.close()


def build(settings: Settings, tools: Mapping[str, Tool] = TOOLS) -> Studio:
    """Open the data folder and put the parts together; `tools` are the hosted ones."""
    settings.data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    store = Store(settings.data_dir / "studio.sqlite3")
    blobs = Blobs(settings.data_dir / "blobs", store)
    ledger = Ledger(store, settings.spark_balance)
    hub, faults = Hub(), Faults(allowed=settings.allow_faults)
    pool = RenderPool(settings.renderers)
    line = FairLine(settings.renderers)
    workshop = Workshop(blobs, pool, line, faults, settings.render_timeout_s)
    notices = Notices(hub, ledger)
    pieces = Pieces(blobs, settings.address)
    engine = Engine(blobs, ledger, workshop, pieces, faults, Kept(store.db), notices.balance, tools)
    workflows = Workflows(store, engine, pieces, ledger)
    templates = Templates(store.documents, workflows.tools)
    desk = {**ASSETS, **workflow_desk(workflows, templates)}
    return Studio(
        settings=settings,
        store=store,
        blobs=blobs,
        ledger=ledger,
        hub=hub,
        pool=pool,
        workshop=workshop,
        faults=faults,
        projects=Projects(settings, store, blobs, ledger, notices, workshop, faults, pieces),
        chats=Chats(settings, ledger, hub, faults, engine, pieces, desk),
        pieces=pieces,
        engine=engine,
        runs=Runs(settings, Archive(store.db), engine, pieces, ledger, faults, desk),
        uploads=SavedUploads(settings.data_dir / "saved", store.documents, blobs),
        workflows=workflows,
        templates=templates,
        desk=desk,
        sync_rate=Rate(20, 10.0),
        chat_rate=Rate(60, 60.0),
    )


def application(settings: Settings, tools: Mapping[str, Tool] = TOOLS) -> Guard:
    """The guarded application; the studio is built when it starts."""

    @contextlib.asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        studio = build(settings, tools)
        app.state.studio = studio
        await studio.pool.start()
        studio.projects.resume()
        studio.runs.resume()
        studio.workflows.resume_all()
        keeping = [asyncio.create_task(work(studio)) for work in (_sweep, _checkpoint)]
        try:
            yield
        finally:
            for task in keeping:
                task.cancel()
            await asyncio.gather(*keeping, return_exceptions=True)
            await studio.close()

    app = Starlette(
        routes=_routes(faults=settings.allow_faults),
        lifespan=lifespan,
        exception_handlers={
            Refusal: on_refusal,
            ChatRefusal: on_chat_refusal,
            HTTPException: on_http_error,
            Exception: on_crash,
        },
    )
    return Guard(app, expose_transport=settings.allow_faults)


def _routes(*, faults: bool) -> list[BaseRoute]:
    """Templates stand before workflows: `/workflows/templates` is no workflow's id."""
    return [
        *socket.ROUTES,
        *account_routes.ROUTES,
        *chat_routes.ROUTES,
        *tool_routes.ROUTES,
        *run_routes.ROUTES,
        *model_routes.ROUTES,
        *estimate_routes.ROUTES,
        *lora_routes.ROUTES,
        *media_routes.ROUTES,
        *upload_routes.ROUTES,
        *subscription_routes.ROUTES,
        *project_routes.ROUTES,
        *template_routes.ROUTES,
        *workflow_routes.ROUTES,
        *control_routes.ROUTES,
        *(control_routes.FAULT_ROUTES if faults else []),
    ]


class Server(uvicorn.Server):
    """Uvicorn, which at its end tells sockets 1001, as the service does at a restart, before it closes the rest."""

    def __init__(self, config: uvicorn.Config, app: Guard) -> None:
        super().__init__(config)
        self._app = app

    async def shutdown(self, sockets: list[Any] | None = None) -> None:
        studio = self._app.inner.state.studio
        studio.hub.close_all()
        studio.runs.hang_up()
        studio.workflows.journal.leave()
        await studio.hub.empty(within_s=1.0)
        await super().shutdown(sockets)


async def _sweep(studio: Studio) -> None:
    while True:
        await asyncio.sleep(SWEEP_S)
        await studio.blobs.sweep()
        studio.uploads.sweep()
        studio.projects.sweep()
        studio.workflows.sweep()
        studio.runs.sweep()
        studio.engine.sweep()


async def _checkpoint(studio: Studio) -> None:
    """The database waits for the disk here and not in the loop's own writes."""
    while True:
        await asyncio.sleep(CHECKPOINT_S)
        try:
            await asyncio.to_thread(studio.store.checkpoint)
        except sqlite3.Error:
            logger.exception("the database's log could not be worked off")
