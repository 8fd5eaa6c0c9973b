"""Chat jobs: the director's words at a settable rate; frames survive a dropped line and are replayed."""

import asyncio
import json
import logging
import re
import time
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from studio.catalogue import LLM_MODEL
from studio.director import Reply, direct
from studio.faults import Faults
from studio.hub import ABORT, Connection, Hub
from studio.ledger import Ledger
from studio.prices import llm_costs
from studio.settings import CHAT_KEEP_S, Settings

logger = logging.getLogger(__name__)

TOKEN = re.compile(r"\s*\S{1,12}|\s+")
ARGUMENT_CHARS = 24


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

    def __init__(self, settings: Settings, ledger: Ledger, hub: Hub, faults: Faults) -> None:
        self._settings = settings
        self._ledger = ledger
        self._hub = hub
        self._faults = faults
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
        began = time.monotonic()
        try:
            refusal = self._refusal(chat, request)
            if refusal is not None:
                self._add(chat, "llmJobError", refusal)
                return
            reply = direct(request)
            await self._stream(chat, request, reply)
            self._result(chat, request, reply, began)
        except Exception:
            logger.exception("a chat job failed")
            self._add(
                chat, "llmJobError", {"error": "genfailure", "error_message": "The studio failed."}
            )
        finally:
            chat.ended_at = time.monotonic()

    def _refusal(self, chat: Chat, request: dict[str, Any]) -> dict[str, Any] | None:
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
        if request.get("model") != LLM_MODEL:
            return {
                "error": "modelNotFound",
                "error_code": "4104",
                "error_message": "Model not found",
            }
        if not isinstance(request.get("messages"), list):
            return {
                "error": "badRequest",
                "error_code": "4000",
                "error_message": "messages must be a list",
            }
        return None

    async def _stream(self, chat: Chat, request: dict[str, Any], reply: Reply) -> None:
        slow = self._faults.take("slow")
        pace = float((slow or {}).get("factor", 1.0))
        drop = self._faults.take("drop")
        self._add(chat, "jobState", {"type": "queued", "queuePosition": 1, "modelId": LLM_MODEL})
        self._add(chat, "jobState", {"type": "jobStarted", "workerName": "studio-director"})
        await asyncio.sleep(self._settings.first_token_s * pace)
        thinking = f"<think>{reply.thinking}</think>" if reply.thinking else ""
        rate = self._settings.tokens_per_s
        due = time.monotonic()
        chars = -len(thinking)
        for number, piece in enumerate(TOKEN.findall(thinking + reply.text)):
            self._add(
                chat,
                "jobTokens",
                {"content": piece, **({"role": "assistant"} if not number else {})},
            )
            chars += len(piece)
            chat.told.append((time.time(), chars))
            if drop is not None and number == int(drop.get("after", 3)):
                self._cut(chat)
            if rate > 0:
                due += pace / rate
                await asyncio.sleep(max(0.0, due - time.monotonic()))
        for index, call in enumerate(reply.calls):
            await self._call(chat, index, call.name, json.dumps(call.arguments, ensure_ascii=False))
        self._add(
            chat,
            "jobTokens",
            {"content": "", "finishReason": "tool_calls" if reply.calls else "stop"},
        )

    async def _call(self, chat: Chat, index: int, name: str, arguments: str) -> None:
        head = {"index": index, "id": f"call_{chat.id[:8]}_{index}", "type": "function"}
        self._add(
            chat,
            "jobTokens",
            {"content": "", "tool_calls": [{**head, "function": {"name": name, "arguments": ""}}]},
        )
        for start in range(0, len(arguments), ARGUMENT_CHARS):
            part = {
                "index": index,
                "function": {"arguments": arguments[start : start + ARGUMENT_CHARS]},
            }
            self._add(chat, "jobTokens", {"content": "", "tool_calls": [part]})
            await asyncio.sleep(0)

    def _result(self, chat: Chat, request: dict[str, Any], reply: Reply, began: float) -> None:
        written = len(reply.text) + sum(len(json.dumps(call.arguments)) for call in reply.calls)
        used = len(json.dumps(request.get("messages"))) // 4, written // 4 + 1
        costs = llm_costs(*used)
        self._ledger.debit(chat.account, Decimal(str(costs["costInSpark"])))
        self._add(
            chat,
            "llmJobResult",
            {
                "timeTaken": round(time.monotonic() - began, 3),
                "workerName": "studio-director",
                "usage": {
                    "prompt_tokens": used[0],
                    "completion_tokens": used[1],
                    "total_tokens": sum(used),
                },
                "cost": costs,
            },
        )

    def _add(self, chat: Chat, kind: str, body: dict[str, Any]) -> None:
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

    def _cut(self, chat: Chat) -> None:
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
