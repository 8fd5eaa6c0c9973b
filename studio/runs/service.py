"""The runs of every account: begun once for a key, worked on, told, decided on, ended, taken up after a restart."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Mapping
from typing import Any

from studio.accounts.ledger import Ledger
from studio.agent import surface
from studio.agent.desk import Desk
from studio.agent.loop import Mind, converse, unanswered
from studio.faults import Faults
from studio.projects.records import iso
from studio.runs.archive import Archive
from studio.runs.costs import renewed
from studio.runs.decisions import Conflict, Decision, Expired
from studio.runs.execution import Execution, Journal
from studio.runs.record import Run
from studio.runs.taking import asked, session_of, take
from studio.settings import HISTORY_LIFETIME_S, Settings
from studio.storage.idempotency import REUSED, Key
from studio.tools.api import ToolRefusal
from studio.tools.engine import Engine
from studio.tools.pieces import Pieces

logger = logging.getLogger(__name__)

MOST_RESUMES = 3
CANCEL_S = 2.0
KEEPALIVE_S = 10.0
FLEETING = ("tool_call_progress", "assistant_message_delta")
"""Events that change nothing in the record."""


class Runs(Journal):
    """Every run. One event loop only."""

    def __init__(
        self,
        settings: Settings,
        archive: Archive,
        engine: Engine,
        pieces: Pieces,
        ledger: Ledger,
        faults: Faults,
        desk: Desk,
    ) -> None:
        self._settings = settings
        self._archive = archive
        self._engine = engine
        self._pieces = pieces
        self._ledger = ledger
        self._faults = faults
        self._desk = desk
        self._live: dict[str, Run] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._stops: dict[str, asyncio.Event] = {}
        self._bells: dict[str, asyncio.Event] = {}
        self._ending = False

    # --- What clients ask -------------------------------------------------------------------

    async def create(
        self, account: str, body: Mapping[str, Any], key: Key | None
    ) -> tuple[Run, bool]:
        """A new run, or the one this key began (then True). Raises Unacceptable, ToolRefusal, Conflict."""
        known = self._known(account, key)
        if known is not None:
            return known, True
        run = await take(self._pieces, account, body, key)
        known = self._known(account, key)  # the same key twice in one moment
        if known is not None:
            return known, True
        self.event(run, "run_created")
        self._live[run.id] = run
        self._begin(run)
        return run, False

    def find(self, account: str, run_id: str) -> Run | None:
        """A run of this account."""
        live = self._live.get(run_id)
        if live is not None:
            return live if live.account == account else None
        return self._archive.load(account, run_id)

    def events(self, run: Run, after: int = -1) -> list[dict[str, Any]]:
        """The run's events behind a sequence."""
        return self._archive.events(run.id, after)

    async def follow(self, run: Run, after: int) -> AsyncIterator[list[dict[str, Any]]]:
        """The events behind a sequence as they come, in lots; an empty lot now and then is proof of life.

        Ends when the run rests and all is told.
        """
        while True:
            lot = self._archive.events(run.id, after)
            if lot:
                after = lot[-1]["sequence"]
                yield lot
                continue
            current = self._live.get(run.id)
            if current is None or current.resting or self._ending:
                return
            bell = self._bells.setdefault(run.id, asyncio.Event())
            try:
                async with asyncio.timeout(KEEPALIVE_S):
                    await bell.wait()
            except TimeoutError:
                yield []

    async def cancel(self, run: Run, reason: str | None) -> Run:
        """Stop what is at work, keep what is finished. A run that is over stays as it is."""
        if run.status == "waiting_for_user":
            self._live[run.id] = run
            run.cancellation = reason or "cancelled by the client"
            self._cancelled(run)
        elif not run.resting:
            run.cancellation = run.cancellation or reason or "cancelled by the client"
            self._archive.save(run)
            self._stops[run.id].set()
            task = self._tasks.get(run.id)
            if task is not None:
                await asyncio.wait({task}, timeout=CANCEL_S)
        return run

    async def decide(self, run: Run, body: Mapping[str, Any], key: Key | None) -> Run:
        """Answer a run that waits for a word about cost. Raises Unusable and Conflict."""
        decision = Decision.read(body)
        if _decided(run, key):
            return run
        details = decision.details(run)
        if decision.confirms:
            try:
                decision.accept(run, details)
            except Expired:
                self._ask_again(run, details)
                raise
        session = await session_of(self._pieces, run)
        stored = self._archive.load(run.account, run.id)
        if stored is not None and _decided(stored, key):
            return self.find(run.account, run.id) or stored  # the same decision twice in one moment
        if stored is None or stored.status != "waiting_for_user" or stored.waiting != run.waiting:
            raise Conflict("The run was decided on already.")
        if key is not None:
            run.decisions[key.text] = key.request
        run.status, run.waiting = "running", None
        with self._archive.at_once():  # a no is a no, wherever the studio dies
            self.event(run, "run_cost_confirmation_resolved", decision.payload())
            if not decision.confirms:
                pending = set(details["pendingToolCallIds"])
                calls = [one for one in unanswered(session.messages) if one.id in pending]
                self._execution(run, session).declined(calls)
            reason = "cost_confirmed" if decision.confirms else "cost_declined"
            self.event(run, "run_resumed", {"reason": reason})
        self._live[run.id] = (
            run  # from now on: a write that failed leaves the run as it waits in the archive
        )
        self._begin(run)
        return run

    def _ask_again(self, run: Run, details: Mapping[str, Any]) -> None:
        """The same question, with a preview that is valid again."""
        assert run.waiting is not None, "a run that waits says for what"
        run.waiting["details"] = renewed(details, self._settings.approval_s)
        fresh = run.waiting["details"]["costApprovalPreview"]
        self.event(run, "billing_preview_updated", {"costApprovalPreview": fresh})

    # --- Life ---------------------------------------------------------------------------------

    def resume(self) -> None:
        """Take up what was at work when the studio ended; what was finished is not done again."""
        self.sweep()
        for run in self._archive.unfinished():
            count = (run.recovery or {}).get("resumeCount", 0) + 1
            run.recovery = {"resumeCount": count, "lastResumeAt": iso(time.time())}
            self._live[run.id] = run
            if run.cancellation is not None:  # its client was told so
                self._cancelled(run)
                continue
            if count > MOST_RESUMES:
                self._broken(run, "The studio ended too often under this run.", "UNKNOWN_ERROR")
                self._rest(run)
                continue
            self.event(run, "run_resumed", {"reason": "studio_restarted"})
            self._begin(run)

    def sweep(self) -> None:
        """Forget what has rested for a week."""
        self._archive.drop(time.time() - HISTORY_LIFETIME_S)

    def hang_up(self) -> None:
        """End every stream; the studio stops."""
        self._ending = True
        for bell in self._bells.values():
            bell.set()

    async def close(self) -> None:
        """Stop working; runs stay as recorded and are taken up at the next start."""
        self.hang_up()
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def event(self, run: Run, kind: str, payload: dict[str, Any] | None = None) -> None:
        write = self._archive.append if kind in FLEETING else self._archive.record
        write(run, kind, payload)
        bell = self._bells.pop(run.id, None)
        if bell is not None:
            bell.set()

    def _begin(self, run: Run) -> None:
        self._stops[run.id] = asyncio.Event()
        self._tasks[run.id] = asyncio.create_task(self._work(run))

    async def _work(self, run: Run) -> None:
        execution = None
        try:
            session = await session_of(self._pieces, run)
            execution = self._execution(run, session)
            run.status = "running"
            ending = await converse(execution.mind, session, execution, run.id)
            execution.end(ending)
        except ToolRefusal as lost:
            self._broken(run, str(lost), lost.error_type)
        except Exception:
            logger.exception("a run failed")
            self._broken(run, "The studio failed on this run.", "UNKNOWN_ERROR")
        finally:
            self._tasks.pop(run.id, None)
            if run.resting:
                self._rest(run)

    def _broken(self, run: Run, message: str, code: str) -> None:
        run.status, run.failure, run.completed = "failed", message, time.time()
        self.event(run, "run_failed", {"error": {"message": message, "code": code}})

    def _cancelled(self, run: Run) -> None:
        """The end of a run that was not at work when it was cancelled."""
        run.status, run.waiting, run.completed = "cancelled", None, time.time()
        run.final = {"content": "", "finishReason": "cancelled"}
        self.event(run, "run_cancelled", {"status": "cancelled", "reason": run.cancellation})
        self._rest(run)

    def _rest(self, run: Run) -> None:
        """Nothing will happen to it: it is read from the archive from now on, and its listeners go."""
        self._live.pop(run.id, None)
        self._stops.pop(run.id, None)
        bell = self._bells.pop(run.id, None)
        if bell is not None:
            bell.set()

    def _execution(self, run: Run, session: Any) -> Execution:
        ask = asked(run.request)
        tools = self._engine.offered
        named = run.request.get("tools") is not None
        agent = surface.CREATIVE_AGENT
        offered = (
            list(ask.tools) if named else surface.offered(agent, tools, (), self._desk, ask.choice)
        )
        mind = Mind(
            engine=self._engine,
            ledger=self._ledger,
            faults=self._faults,
            settings=self._settings,
            tools=offered,
            choice=ask.choice,
            limits=ask.limits,
            stop=self._stops.get(run.id) or asyncio.Event(),
            filtered=run.filtered,
            quality=str(run.config.get("qualityTier") or ""),
            desk={} if named else self._desk,
        )
        return Execution(run, session, mind, self, self._settings.approval_s)

    def _known(self, account: str, key: Key | None) -> Run | None:
        stored = None if key is None else self._archive.by_key(account, key.text)
        if stored is None or key is None:
            return None
        if stored.fingerprint != key.request:
            raise Conflict(REUSED)
        return self._live.get(stored.id, stored)


def _decided(run: Run, key: Key | None) -> bool:
    """Whether this very decision was taken before; raises Conflict when its key came with another one."""
    if key is None or key.text not in run.decisions:
        return False
    if run.decisions[key.text] != key.request:
        raise Conflict(REUSED)
    return True
