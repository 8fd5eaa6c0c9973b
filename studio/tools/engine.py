"""Running a hosted tool: arguments checked, planned, priced, rendered in fair turns, told in an envelope."""

import asyncio
import json
import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from studio.accounts.ledger import Ledger
from studio.accounts.prices import llm_price
from studio.faults import Faults
from studio.files.blobs import Blobs
from studio.policy import forbids_any, forbids_branch
from studio.rendering.workshop import Workshop
from studio.settings import HISTORY_LIFETIME_S
from studio.tools.api import Media, MediaTool, TextTool, Tool, ToolRefusal, Work
from studio.tools.arguments import checked, parsed
from studio.tools.call import Caller, Desk, MediaCall, Report
from studio.tools.kept import Kept
from studio.tools.looks import LOOKS, LookTool
from studio.tools.outcome import Failure, Outcome, Tick
from studio.tools.pieces import MOST_INLINE_CHARS, Pieces, new_id
from studio.tools.registry import TOOLS

logger = logging.getLogger(__name__)

MOST_PROMPT = 8192
"""Characters of a prompt, branches included: every version of it is read for what policy forbids."""
ANYBODY = ""
_CHARS_A_TOKEN = 4
_POOR = Failure("COST_LIMIT_EXCEEDED", "Balance too low")
_BROKEN = Failure("UNKNOWN_ERROR", "The tool failed on this call.")
_DECLINED = ("Policy keeps this from being made.", "SAFETY_REJECTED")


def silent(tick: Tick) -> None:
    """A report nobody wants."""


class Engine:
    """The tools, for whoever calls them: a chat, a run, a workflow."""

    def __init__(
        self,
        blobs: Blobs,
        ledger: Ledger,
        workshop: Workshop,
        pieces: Pieces,
        faults: Faults,
        kept: Kept,
        told_balance: Callable[[str], None],
        tools: Mapping[str, Tool] = TOOLS,
    ) -> None:
        self._desk = Desk(blobs, pieces, workshop, faults, kept)
        self._ledger = ledger
        self._told_balance = told_balance
        self.tools = tools

    @property
    def pieces(self) -> Pieces:
        """Where media are found."""
        return self._desk.pieces

    @property
    def offered(self) -> Mapping[str, Tool | LookTool]:
        """What a model may call: the tools, and those that only look."""
        return {**self.tools, **LOOKS}

    def tool(self, name: str) -> Tool:
        """The tool of this name; raises ToolRefusal."""
        found = self.tools.get(name)
        if found is None:
            raise ToolRefusal(f"There is no tool {name[:80]}.")
        return found

    async def plan(self, name: str, arguments: Any, media: Media) -> Work | None:
        """What a call would render, nothing begun; None for a tool that answers in text. Raises ToolRefusal.

        Files that come inside the arguments are kept by what is in them, whosever they are.
        """
        tool = self.tool(name)
        if isinstance(tool, MediaTool):
            given = await asyncio.to_thread(parsed, arguments, inline=MOST_INLINE_CHARS)
            arguments = await self._desk.pieces.kept(ANYBODY, given)
        fit = await asyncio.to_thread(_permitted, tool, arguments)
        if isinstance(tool, TextTool):
            return None
        work = tool.plan(fit, await self._desk.pieces.named(media, fit))
        await asyncio.to_thread(_allow, work)
        return work

    async def price(self, name: str, arguments: Any, media: Media) -> Decimal:
        """What a call would cost, in Spark. Raises ToolRefusal.

        A text tool is priced by the tokens it reads and writes.
        """
        work = await self.plan(name, arguments, media)
        if work is None:
            return _words_price(arguments, await asyncio.to_thread(self.write, name, arguments))
        return work.price_each * len(work.renders)

    async def written(self, account: str, name: str, arguments: Any, once: str) -> Outcome:
        """A text tool, answered and paid for; under the same `once`, say after a restart, it is paid for once."""
        outcome = await asyncio.to_thread(self.write, name, arguments)
        due = _words_price(arguments, outcome)
        if not due:
            return outcome
        if self._ledger.free(account) < due:
            return Outcome(name, failure=_POOR)
        self._ledger.debit(account, due, f"Text by {name}", source="llm", source_id=once, once=once)
        self._told_balance(account)
        return replace(outcome, cost=due, spent=due)

    def sweep(self) -> None:
        """Forget the outputs of calls nobody can take up any more."""
        self._desk.kept.drop(time.time() - HISTORY_LIFETIME_S)

    def write(self, name: str, arguments: Any) -> Outcome:
        """A text tool, answered at once. Refusals are told in the outcome."""
        try:
            tool = self.tool(name)
            assert isinstance(tool, TextTool), "only text tools are written"
            return Outcome(name, told=tool.write(_permitted(tool, arguments)))
        except ToolRefusal as refused:
            return Outcome(name, failure=Failure.of(refused))
        except Exception:
            logger.exception("the tool %s failed", name)
            return Outcome(name, failure=_BROKEN)

    async def run(
        self,
        account: str,
        name: str,
        arguments: Any,
        media: Media,
        report: Report = silent,
        *,
        group: str = "",
        call_id: str = "",
        stop: asyncio.Event | None = None,
        filtered: bool = True,
    ) -> Outcome:
        """Do it. Never raises for what the caller did.

        While `filtered`, what is not safe for work is made, paid for and kept back; else it is given with a label.
        Setting `stop` ends the renders that are not finished and returns what there is; cancelling the task ends all.
        A call with a `call_id` that ran before, say before a restart, takes up the outputs it had made then.
        Calls of one `group` (a run, a workflow, a chat) share its turns in the line. The outcome knows no indices:
        `outcome.envelope(media)` counts them from the media there are when the results are added, so that calls side
        by side get theirs in the order of the calls.
        """
        if isinstance(self.tools.get(name), TextTool):
            return await self.written(account, name, arguments, call_id or new_id())
        if name in LOOKS and name not in self.tools:
            return await self._look(LOOKS[name], arguments, media)
        work = await self._work(name, arguments, media)
        if isinstance(work, Failure):
            return Outcome(name, failure=work)
        try:
            named = f"{account}:{call_id or new_id()}"
            caller = Caller(account, group or new_id(), named, filtered)
            return await self._make(caller, name, work, report, stop)
        finally:
            self._told_balance(account)

    async def _work(self, name: str, arguments: Any, media: Media) -> Work | Failure:
        """What a media tool would render, or why it cannot."""
        try:
            work = await self.plan(name, arguments, media)
        except ToolRefusal as refused:
            return Failure.of(refused)
        except Exception:
            logger.exception("the tool %s could not be planned", name)
            return _BROKEN
        assert work is not None, "a media tool plans renders"
        return work

    async def _make(
        self, caller: Caller, name: str, work: Work, report: Report, stop: asyncio.Event | None
    ) -> Outcome:
        """Render what was planned, as far as there is money for what is left of it."""
        due = work.price_each * len(work.renders)
        poor = self._desk.faults.take("no_balance") is not None
        left = len(work.renders) - len(self._desk.kept.of(caller.call_id))
        hold = None if poor else self._ledger.hold(caller.account, work.price_each * max(0, left))
        head = Outcome(name, work.media_type, work.model_id, cost=due, notes=work.notes)
        if hold is None:
            return replace(head, failure=_POOR)
        try:
            call = MediaCall(self._desk, caller, head, work, hold, report)
            return await call.run(stop or asyncio.Event())
        finally:
            hold.release()

    async def _look(self, tool: LookTool, arguments: Any, media: Media) -> Outcome:
        try:
            fit = checked(tool, arguments)
            known = await self._desk.pieces.named(media, fit)
            return Outcome(tool.name, told=await asyncio.to_thread(tool.look, fit, known))
        except ToolRefusal as refused:
            return Outcome(tool.name, failure=Failure.of(refused))
        except Exception:
            logger.exception("the tool %s failed", tool.name)
            return Outcome(tool.name, failure=_BROKEN)


def _words_price(arguments: Any, outcome: Outcome) -> Decimal:
    if not outcome.ok:
        return Decimal(0)
    read = arguments if isinstance(arguments, str) else json.dumps(arguments)
    written = json.dumps(outcome.told, default=str)
    return llm_price(-(-len(read) // _CHARS_A_TOKEN), -(-len(written) // _CHARS_A_TOKEN))


def _permitted(tool: Tool, arguments: Any) -> dict[str, Any]:
    """Checked arguments that policy allows; raises ToolRefusal."""
    fit = checked(tool, arguments)
    if forbids_any(fit):
        raise ToolRefusal(*_DECLINED)
    return fit


def _allow(work: Work) -> None:
    """Raises ToolRefusal for prompts too long to be read, and for what policy forbids in one of their branches."""
    if any(len(one.prompt) > MOST_PROMPT for one in work.renders):
        raise ToolRefusal(f"A prompt can have {MOST_PROMPT} characters.")
    if any(forbids_branch(one.prompt, one.variation, one.seed) for one in work.renders):
        raise ToolRefusal(*_DECLINED)
