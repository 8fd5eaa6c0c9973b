"""Chat jobs: the director's words at a settable rate; frames survive a dropped line and are replayed."""

import asyncio
import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from studio.accounts.ledger import Ledger
from studio.accounts.prices import llm_costs
from studio.agent import surface
from studio.agent.asking import Ask, filtered, read
from studio.agent.desk import Desk
from studio.agent.loop import Mind, converse
from studio.agent.members import Unacceptable
from studio.agent.session import opened
from studio.catalogue import LLM_MODEL
from studio.chats.frames import Frames, Plain
from studio.faults import Faults
from studio.hub import ABORT, Connection, Hub
from studio.settings import CHAT_KEEP_S, Settings
from studio.spellings import either
from studio.tools.api import ToolRefusal
from studio.tools.engine import Engine
from studio.tools.pieces import Pieces, new_id

logger = logging.getLogger(__name__)

WORKER = "studio-director"
CODES = {"model_not_found": ("modelNotFound", "4104")}


@dataclass
class Chat:
    """One job and every frame it made; `sent` of them reached a socket.

    `received_at` and `told` (moment, characters of visible text so far) are wall-clock seconds, for measurements.
    """

    id: str
    account: str
    app_id: str
    frames: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    queued: int = 0
    sent: int = 0
    ended_at: float | None = None
    received_at: float = field(default_factory=time.time)
    told: list[tuple[float, int]] = field(default_factory=list)
    task: "asyncio.Task[None] | None" = None


class Chats:
    """The chat jobs of every account."""

    def __init__(
        self,
        settings: Settings,
        ledger: Ledger,
        hub: Hub,
        faults: Faults,
        engine: Engine,
        pieces: Pieces,
        desk: Desk,
    ) -> None:
        self._settings = settings
        self._ledger = ledger
        self._hub = hub
        self._faults = faults
        self._engine = engine
        self._pieces = pieces
        self._desk = desk
        self._all: dict[tuple[str, str], Chat] = {}

    def submit(self, account: str, app_id: str, request: dict[str, Any]) -> None:
        """An llmJobRequest frame; sent twice it runs once."""
        job_id = str(request.get("jobID") or "").upper()
        if not job_id or len(job_id) > 64 or (account, job_id) in self._all:
            return
        self._forget_old()
        chat = Chat(job_id, account, app_id)
        self._all[account, job_id] = chat
        chat.task = asyncio.create_task(self._run(chat, request))

    def active_ids(self, account: str, app_id: str) -> list[str]:
        """Jobs that are not over, or whose end the client has not heard."""
        return [
            one.id
            for one in self._all.values()
            if (one.account, one.app_id) == (account, app_id)
            and (one.ended_at is None or one.sent < len(one.frames))
        ]

    def replay(self, connection: Connection) -> None:
        """Send a returning client what it missed."""
        for one in self._all.values():
            if (one.account, one.app_id) == (connection.account.address, connection.app_id):
                one.queued = one.sent
                self._flush(one)

    def recent(self, account: str) -> list[Chat]:
        """The jobs still kept, oldest first."""
        return [one for one in self._all.values() if one.account == account]

    async def close(self) -> None:
        tasks = [one.task for one in self._all.values() if one.task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _run(self, chat: Chat, request: dict[str, Any]) -> None:
        try:
            refusal = self._refusal(chat)
            if refusal is None:
                await self._answer(chat, request)
            else:
                self.add(chat, "llmJobError", refusal)
        except Unacceptable as refused:
            error, code = CODES.get(refused.code, ("badRequest", "4000"))
            self._fail(chat, error, str(refused), code)
        except ToolRefusal as refused:
            self._fail(chat, "badRequest", str(refused), "4000")
        except Exception:
            logger.exception("a chat job failed")
            self._fail(chat, "genfailure", "The studio failed.")
        finally:
            chat.ended_at = time.monotonic()

    async def _answer(self, chat: Chat, request: dict[str, Any]) -> None:
        if request.get("model") != LLM_MODEL:
            raise Unacceptable("Model not found", code="model_not_found")
        ask = read(request)
        began = time.monotonic()
        mind = self._mind(ask, request)
        if mind.execute:
            session = await opened(self._pieces, chat.account, ask.messages, inline=True)
        else:
            session = Plain(chat.account, list(ask.messages))
        sink = Frames(
            lambda kind, body: self.add(chat, kind, body),
            chat.told,
            lambda: self.cut(chat),
            self._faults.take("drop"),
        )
        head = {"queuePosition": 1, "modelId": LLM_MODEL}
        self.add(chat, "jobState", {"type": "queued", **head})
        self.add(chat, "jobState", {"type": "jobStarted", "workerName": WORKER})
        ending = await converse(mind, session, sink, f"{chat.id}-{new_id()}")
        await sink.ended(ending.reason, ending.pending)
        used, token = ending.usage, either(request, "token_type", "spark")
        costs = llm_costs(used["prompt_tokens"], used["completion_tokens"], token)
        body = {
            "timeTaken": round(time.monotonic() - began, 3),
            "workerName": WORKER,
            "usage": dict(ending.usage),
            "cost": costs,
        }
        if sink.results:
            body["sogni_tool_results"] = sink.results
        self.add(chat, "llmJobResult", body)

    def _mind(self, ask: Ask, request: Mapping[str, Any]) -> Mind:
        """On the socket Sogni's tools come with `sogni_tools` only, and run here only when that is asked for."""
        wanted = either(request, "sogni_tools")
        named = surface.surface_of(wanted, surface.NONE)
        execute = either(request, "sogni_tool_execution") is True
        if execute and wanted is None:
            named = surface.CREATIVE_TOOLS
        return Mind(
            engine=self._engine,
            ledger=self._ledger,
            faults=self._faults,
            settings=self._settings,
            tools=surface.offered(named, self._engine.offered, ask.tools, self._desk, ask.choice),
            choice=ask.choice,
            limits=ask.limits,
            execute=execute and named != surface.NONE,
            filtered=filtered(request),
            desk=surface.desk_of(named, self._desk),
        )

    def _refusal(self, chat: Chat) -> dict[str, Any] | None:
        if self._faults.take("no_balance") is not None or self._ledger.net(chat.account) <= 0:
            return {
                "error": "insufficientFunds",
                "error_code": "4024",
                "error_message": "Insufficient balance",
            }
        if self._faults.take("rate_limit") is not None:
            return {
                "error": "rateLimited",
                "error_code": "126",
                "error_message": "Too many requests",
            }
        if self._faults.take("llm_error") is not None:
            return {"error": "server_restarting", "error_message": "The worker is restarting"}
        return None

    def _fail(self, chat: Chat, error: str, sentence: str, code: str = "") -> None:
        body = {"error": error, "error_message": sentence}
        self.add(chat, "llmJobError", body | ({"error_code": code} if code else {}))

    def add(self, chat: Chat, kind: str, body: dict[str, Any]) -> None:
        """A frame of a job: sent now, or when its client is back."""
        chat.frames.append((kind, {"jobID": chat.id, **body}))
        self._flush(chat)

    def _flush(self, chat: Chat) -> None:
        connection = self._hub.find(chat.account, chat.app_id)
        if connection is None:
            return
        while chat.queued < len(chat.frames):
            chat.queued += 1
            connection.send(*chat.frames[chat.queued - 1], self._marker(chat, chat.queued))

    @staticmethod
    def _marker(chat: Chat, place: int) -> Any:
        def mark() -> None:
            chat.sent = max(chat.sent, place)

        return mark

    def cut(self, chat: Chat) -> None:
        """Drop the client's line without a word (a fault)."""
        connection = self._hub.find(chat.account, chat.app_id)
        if connection is not None:
            connection.close(ABORT)
            self._hub.remove(connection)

    def _forget_old(self) -> None:
        before = time.monotonic() - CHAT_KEEP_S
        for key in [
            k for k, one in self._all.items() if one.ended_at is not None and one.ended_at < before
        ]:
            del self._all[key]
