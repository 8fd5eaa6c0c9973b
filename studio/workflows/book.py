"""Every account's workflows: started, found, asked about, answered, begun again, ended."""

import asyncio
import logging
import secrets
import time
from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from weakref import WeakValueDictionary

from studio.accounts.ledger import Ledger
from studio.settings import HISTORY_LIFETIME_S
from studio.storage.idempotency import REUSED, Key
from studio.storage.store import Store
from studio.tools.api import Tool
from studio.tools.engine import Engine
from studio.tools.pieces import Pieces
from studio.workflows.control import ASK, CONTROL
from studio.workflows.costs import (
    expected,
    expired,
    is_accepted,
    left_of,
    preview_of,
    renew,
    token_of,
)
from studio.workflows.journal import Journal
from studio.workflows.plan import Plan, read_plan
from studio.workflows.record import Workflow, steps_of
from studio.workflows.reseeding import fresh_seeds, with_seeds
from studio.workflows.running import Runner
from studio.workflows.session import input_rows
from studio.workflows.telling import pause

logger = logging.getLogger(__name__)

MOST_ACTIVE = 10
CANCEL_S = 2.0
"""How long a cancel waits for what is finished in that moment."""


class TooManyActive(Exception):
    """The account has `MOST_ACTIVE` workflows under way."""


class WrongMoment(Exception):
    """The workflow is in no state for this; the message is a sentence."""


class Workflows:
    """The workflows of every account. One event loop only."""

    def __init__(self, store: Store, engine: Engine, pieces: Pieces, ledger: Ledger) -> None:
        self.journal = Journal(store)
        self._engine = engine
        self._pieces = pieces
        self._ledger = ledger
        self._runner = Runner(engine, pieces, self.journal)
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._halts: dict[str, asyncio.Event] = {}
        self._gates: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._all = {one.id: one for one in self.journal.load()}

    @property
    def tools(self) -> dict[str, Tool]:
        """What a step can call."""
        return {**self._engine.tools, **{name: one.shape for name, one in CONTROL.items()}}

    def resume_all(self) -> None:
        """Go on with what a restart interrupted; once, when renders can be made."""
        for workflow in self._all.values():
            if workflow.status in ("queued", "running"):
                self._run_again(workflow)

    def sweep(self) -> None:
        """Forget what has rested for seven days, also what waited for its user in vain."""
        before = time.time() - HISTORY_LIFETIME_S
        resting = [one for one in self._all.values() if one.over or one.paused]
        for workflow in resting:
            if workflow.updated < before:
                self.journal.forget(self._all.pop(workflow.id))

    async def close(self) -> None:
        self.journal.leave()
        for task in self._tasks.values():
            task.cancel()
        await asyncio.gather(*self._tasks.values(), return_exceptions=True)

    # --- What clients ask -------------------------------------------------------------------

    def find(self, account: str, name: str) -> Workflow | None:
        one = self._all.get(name)
        return one if one is not None and one.account == account else None

    def newest(self, account: str, limit: int, offset: int) -> list[Workflow]:
        mine = [one for one in reversed(self._all.values()) if one.account == account]
        return mine[offset : offset + limit]

    def active(self, account: str) -> int:
        return sum(1 for one in self._all.values() if one.account == account and not one.over)

    async def start(
        self,
        account: str,
        plan: Any,
        request: dict[str, Any],
        named: dict[str, Any],
        key: Key | None,
    ) -> tuple[Workflow, bool]:
        """Check, price and begin a plan; `named` are a template's media. The same key is the same workflow.

        Returns the workflow and whether it is new. Raises PlanFault, ToolRefusal, TooManyActive, and WrongMoment for
        a key that came with another request before.
        """
        async with self._gate(account):
            known = self._by_key(account, key)
            if known is not None:
                return known, False
            checked = read_plan(plan, self.tools)
            inputs = await input_rows(self._pieces, request.get("media_references"), named)
            approved = request.get("confirm_cost") is True
            made = await self._begin(account, checked, request, inputs, key, approved=approved)
            return made, True

    async def _begin(
        self,
        account: str,
        plan: Plan,
        request: dict[str, Any],
        inputs: list[dict[str, Any]],
        key: Key | None,
        **more: Any,
    ) -> Workflow:
        if self.active(account) >= MOST_ACTIVE:
            raise TooManyActive
        name = f"wf_{secrets.token_hex(12)}"
        if key is not None:
            more |= {"key": key.text, "fingerprint": key.request}
        made = Workflow(name, account, plan.title, steps_of(plan), request, inputs, **more)
        whole = await expected(self._engine, self._pieces, made)
        made.preview = preview_of(whole, request)
        for step in made.steps:
            step.kind = whole.kinds.get(step.id, step.kind)
        self._all[made.id] = made
        self._go(made, whole.total)
        return made

    async def price(
        self, account: str, plan: Any, request: dict[str, Any], named: dict[str, Any]
    ) -> Decimal:
        """The capacity units of what `start` would begin, which begins nothing. Raises as it does."""
        checked = read_plan(plan, self.tools)
        inputs = await input_rows(self._pieces, request.get("media_references"), named)
        draft = Workflow("", account, checked.title, steps_of(checked), request, inputs)
        return (await expected(self._engine, self._pieces, draft)).total

    async def left(self, workflow: Workflow) -> Decimal:
        """The capacity units of what `resume` would go on with; none where it would not. Raises as `price` does."""
        if not self._resumable(workflow) or workflow.awaits_cost:
            return Decimal(0)
        return left_of(workflow, await expected(self._engine, self._pieces, workflow))

    def _go(self, workflow: Workflow, total: Decimal) -> None:
        """Begin, or say why not yet: over the ceiling, or over the balance."""
        ceiling = workflow.ceiling
        if ceiling is not None and total > ceiling:
            sentence = f"The plan may cost {total} capacity units, more than {ceiling}."
            details = {"costApprovalPreview": workflow.preview}
            pause(self.journal, workflow, "cost_approval_required", sentence, details)
        elif self._ledger.net(workflow.account) < total:
            sentence = "The balance is too low for this plan."
            pause(self.journal, workflow, "insufficient_credit", sentence, {})
        else:
            self._run_again(workflow)

    def resume(
        self, workflow: Workflow, answer: str, billing: Mapping[str, Any] | None = None
    ) -> bool:
        """Go on after a pause, or try again what failed; whether there was anything to go on with. `billing` are
        members of the request that are others from now on.

        A cost that waits for approval is not approved by this: that is `confirm`. Raises WrongMoment, TooManyActive.
        """
        if not self._resumable(workflow):
            return False
        waiting = workflow.waiting or {}
        if workflow.awaits_cost:
            raise WrongMoment("The cost must be confirmed first.")
        if workflow.over and self.active(workflow.account) >= MOST_ACTIVE:
            raise TooManyActive
        if waiting.get("reason") == ASK:
            step = workflow.step(waiting["details"]["stepId"])
            assert step is not None, "a question belongs to a step"
            question = waiting["details"]["question"]
            step.status, step.result = "completed", {"question": question, "answer": answer}
            self.journal.note(workflow, "step_completed", stepId=step.id, status_="completed")
        for step in workflow.steps:
            if step.status in ("failed", "skipped"):
                step.status, step.error = "pending", None
        workflow.error = None
        if billing:
            workflow.request |= billing
            workflow.preview = {**workflow.preview, "tokenType": token_of(workflow.request)}
        self._run_again(workflow)
        return True

    def _resumable(self, workflow: Workflow) -> bool:
        return workflow.id not in self._tasks and workflow.status not in ("completed", "cancelled")

    def confirm(self, workflow: Workflow, decision: str, accepted: Any) -> None:
        """Approve or refuse a cost. Raises WrongMoment when none waits, or another was accepted."""
        if not workflow.awaits_cost:
            raise WrongMoment("No cost waits for an approval.")
        if decision == "cancel":
            self._cancelled(workflow)
            return
        if not is_accepted(workflow, accepted):
            if expired(workflow):
                renew(workflow)
                self.journal.save(workflow)
            raise WrongMoment("This is not the cost that waits for approval, or it is too old.")
        workflow.approved, workflow.waiting = True, None
        total = Decimal(str(workflow.preview["totalEstimatedCapacityUnits"]))
        self._go(workflow, total - workflow.spent)

    async def reseed(
        self,
        workflow: Workflow,
        overrides: Any,
        key: Key | None,
        billing: Mapping[str, Any] | None = None,
    ) -> tuple[Workflow, bool]:
        """The same plan once more with fresh seeds; `overrides` gives some, `billing` other members of the request.
        Returns and raises as `start` does."""
        async with self._gate(workflow.account):
            known = self._by_key(workflow.account, key)
            if known is not None:
                return known, False
            plan = workflow.plan()
            seeds = fresh_seeds(plan, overrides, self.tools)
            rows = [{"stepId": step, "newSeed": seed} for step, seed in seeds.items()]
            inputs = [dict(one) for one in workflow.inputs]
            taken = await self._begin(
                workflow.account,
                with_seeds(plan, seeds),
                {**workflow.request, **(billing or {})},
                inputs,
                key,
                cloned_from=workflow.id,
                seeds=rows,
                approved=workflow.approved,
            )
            return taken, True

    async def cancel(self, workflow: Workflow) -> bool:
        """End it with its renders; what was made stays. Whether that changed anything; of two at once the first did."""
        if workflow.over:
            return False
        task = self._tasks.get(workflow.id)
        if task is None:
            self._cancelled(workflow)
            return True
        halt = self._halts[workflow.id]
        first = not halt.is_set()
        halt.set()
        await asyncio.wait({task}, timeout=CANCEL_S)
        if not workflow.over:
            task.cancel()
            self._tasks.pop(workflow.id, None)
            self._halts.pop(workflow.id, None)
            self._cancelled(workflow)
        return first and workflow.status == "cancelled"

    def _cancelled(self, workflow: Workflow) -> None:
        """Its end, once."""
        if workflow.over:
            return
        for step in workflow.steps:
            if step.status in ("running", "waiting"):
                step.status = "failed"
                step.error = {
                    "error_type": "USER_CANCELLED",
                    "message": "The workflow was cancelled.",
                }
        workflow.status, workflow.waiting = "cancelled", None
        self.journal.note(workflow, "workflow_cancelled", status="cancelled")

    # --- Under way --------------------------------------------------------------------------

    def _gate(self, account: str) -> asyncio.Lock:
        """Starts of one account come one after the other, so that its key and its limit are looked at in turn."""
        return self._gates.setdefault(account, asyncio.Lock())

    def _by_key(self, account: str, key: Key | None) -> Workflow | None:
        if key is None:
            return None
        mine = (one for one in self._all.values() if one.account == account)
        found = next((one for one in mine if one.key == key.text), None)
        if found is not None and found.fingerprint != key.request:
            raise WrongMoment(REUSED)
        return found

    def _run_again(self, workflow: Workflow) -> None:
        """Begin, or go on; written down first, so that a studio that dies now does it after its next start."""
        for step in workflow.steps:
            if step.status == "running":
                step.status = "pending"
        workflow.status, workflow.waiting = "queued", None
        self.journal.save(workflow)
        halt = self._halts[workflow.id] = asyncio.Event()
        self._tasks[workflow.id] = asyncio.create_task(self._run(workflow, halt))

    async def _run(self, workflow: Workflow, halt: asyncio.Event) -> None:
        try:
            await self._runner.run(workflow, halt)
            if halt.is_set():
                self._cancelled(workflow)
        except Exception:
            logger.exception("a workflow failed")
            workflow.status = "failed"
            workflow.error = {"error_type": "UNKNOWN_ERROR", "message": "The studio failed."}
            self.journal.note(workflow, "workflow_failed", status="failed")
        finally:
            if self._tasks.get(workflow.id) is asyncio.current_task():
                del self._tasks[workflow.id]
                del self._halts[workflow.id]
