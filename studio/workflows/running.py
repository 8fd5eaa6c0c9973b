"""Running a workflow: its steps, side by side where the plan allows it, to an end or until the user is needed."""

import asyncio
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from studio.tools.api import ToolRefusal
from studio.tools.arguments import checked
from studio.tools.engine import Engine
from studio.tools.outcome import Failure, Outcome
from studio.tools.pieces import Pieces
from studio.workflows import telling
from studio.workflows.bindings import Unbound, bound
from studio.workflows.control import ASK, CONTROL
from studio.workflows.journal import Journal
from studio.workflows.order import countable, startable
from studio.workflows.record import Step, Workflow
from studio.workflows.session import WorkflowSession

_POOR = "COST_LIMIT_EXCEEDED"


class Runner:
    """Runs workflows. Never raises for what a plan did. Cancelling the task ends the renders at work; setting `halt`
    does too, and what is finished by then is counted."""

    def __init__(self, engine: Engine, pieces: Pieces, journal: Journal) -> None:
        self._engine = engine
        self._pieces = pieces
        self._journal = journal

    async def run(self, workflow: Workflow, halt: asyncio.Event) -> None:
        """From the first steps that are not over to the end, or until the user is needed, or `halt` is set."""
        workflow.status, workflow.waiting = "running", None
        word = (
            "workflow_progress" if any(one.over for one in workflow.steps) else "workflow_started"
        )
        self._journal.note(workflow, word, status="running")
        session = await WorkflowSession.of(workflow, self._pieces)
        await _Going(self._engine, self._journal, workflow, session, halt).through()
        if not workflow.paused and not halt.is_set():
            self._end(workflow)

    def _end(self, workflow: Workflow) -> None:
        good = [step for step in workflow.steps if step.status == "completed"]
        bad = [step for step in workflow.steps if step.status in ("failed", "skipped")]
        useful = [step for step in good if step.artifacts or step.tool not in CONTROL]
        if not bad:
            partial = any(step.incomplete for step in good)
            workflow.status = "partial_failure" if partial else "completed"
        else:
            workflow.status = "partial_failure" if useful else "failed"
            workflow.error = {**(bad[0].error or {}), "stepId": bad[0].id}
        word = "workflow_failed" if workflow.status == "failed" else "workflow_completed"
        self._journal.note(workflow, word, status=workflow.status)


@dataclass(frozen=True)
class _Stop:
    """Why nothing more is begun, once what runs has ended."""

    reason: str
    message: str
    details: dict[str, Any]


class _Going:
    """One workflow under way."""

    def __init__(
        self,
        engine: Engine,
        journal: Journal,
        workflow: Workflow,
        session: WorkflowSession,
        halt: asyncio.Event,
    ) -> None:
        self._engine, self._journal, self._halt = engine, journal, halt
        self._workflow, self._session = workflow, session
        self._tasks: dict[asyncio.Task[Outcome], Step] = {}
        self._ended: dict[str, Outcome] = {}
        self._prices: dict[str, Decimal] = {}
        self._stop: _Stop | None = None

    async def through(self) -> None:
        """Begin what may begin, count what has ended, until there is nothing left to do now."""
        try:
            while True:
                await self._begin_all()
                if not self._tasks:
                    break
                over, _ = await asyncio.wait(self._tasks, return_when=asyncio.FIRST_COMPLETED)
                for task in over:
                    self._take(self._tasks.pop(task), task.result())
                while (step := countable(self._workflow, self._ended)) is not None:
                    self._count(step, self._ended.pop(step.id))
        finally:
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._halt.is_set():
            # nothing more comes that could change what an index means
            for step in self._workflow.steps:
                if step.id in self._ended:
                    self._count(step, self._ended.pop(step.id))
        elif self._stop is not None:
            stop = self._stop
            telling.pause(self._journal, self._workflow, stop.reason, stop.message, stop.details)

    async def _begin_all(self) -> None:
        while self._stop is None and not self._halt.is_set():
            step = startable(self._workflow, self._engine.tools, len(self._tasks))
            if step is None:
                return
            await self._begin(step)

    async def _begin(self, step: Step) -> None:
        control = CONTROL.get(step.tool)
        tool = control.shape if control else self._engine.tool(step.tool)
        bindings = self._session.bindings()
        try:
            arguments = bound(tool, step.arguments, step.planned().bindings, bindings)
        except Unbound as missing:
            failure = Failure("ASSET_NOT_FOUND", str(missing))
            telling.failed(self._journal, self._workflow, step, failure, "skipped")
            return
        if control is None:
            await self._call(step, arguments)
            return
        telling.begun(self._journal, self._workflow, step)
        if step.tool == ASK:
            details = telling.asked(self._journal, self._workflow, step, arguments)
            self._stop = _Stop(ASK, details["question"], details)
            return
        try:
            told = await control.act(self._session.scene(), checked(tool, arguments))
        except ToolRefusal as refused:
            telling.failed(self._journal, self._workflow, step, Failure.of(refused))
            return
        result = {"ok": True, "success": True, "tool": step.tool, **told}
        telling.done(self._journal, self._workflow, step, result, [])

    async def _call(self, step: Step, arguments: Any) -> None:
        workflow, media = self._workflow, self._session.media
        if await self._too_dear(step, arguments):
            return
        telling.begun(self._journal, workflow, step)
        call = self._engine.run(
            workflow.account,
            step.tool,
            arguments,
            media,
            telling.Progress(self._journal, workflow, step),
            group=workflow.id,
            call_id=f"{workflow.id}-{step.id}",
            stop=self._halt,
            filtered=workflow.filtered,
        )
        self._tasks[asyncio.create_task(call)] = step

    def _take(self, step: Step, outcome: Outcome) -> None:
        """A call has ended: its money is known; its results may have to wait to be counted."""
        self._prices.pop(step.id, None)
        step.spent = str(outcome.spent)
        if outcome.failure is None:
            self._ended[step.id] = outcome
        elif outcome.failure.error_type == _POOR:
            step.status = "pending"
            sentence = "The balance is too low for the next step."
            self._stop = _Stop("insufficient_credit", sentence, {})
        else:
            telling.failed(self._journal, self._workflow, step, outcome.failure)

    def _count(self, step: Step, outcome: Outcome) -> None:
        media = self._session.media
        rows = self._session.add(step, outcome)
        step.incomplete = bool(outcome.failed or outcome.withheld)
        telling.done(self._journal, self._workflow, step, outcome.envelope(media), rows)

    async def _too_dear(self, step: Step, arguments: Any) -> bool:
        """Ask again when a step turns out to cost more than was foreseen, and that passes the ceiling."""
        workflow = self._workflow
        if workflow.ceiling is None:
            return False
        try:
            price = await self._engine.price(step.tool, arguments, self._session.media)
        except ToolRefusal:
            return False  # the call itself tells why
        under_way = sum(self._prices.values(), Decimal(0))
        total = workflow.spent - Decimal(step.spent) + under_way + price
        if total <= workflow.ceiling:
            self._prices[step.id] = price
            return False
        row = {"toolCallId": step.id, "stepId": step.id, "toolName": step.tool}
        workflow.preview = workflow.preview | {
            "totalEstimatedCapacityUnits": float(total),
            "validityUntil": telling.good_until(),
            "perToolBreakdown": [{**row, "capacityUnits": float(price)}],
        }
        sentence = f"With this step it costs {total} capacity units, more than {workflow.ceiling}."
        details = {"costApprovalPreview": workflow.preview}
        self._stop = _Stop("cost_reauthorization_required", sentence, details)
        return True
