"""A run at work: the loop's news as recorded events, the pauses, the end."""

import json
import time
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from studio.accounts.prices import USD_PER_SPARK
from studio.agent.desk import price_of
from studio.agent.loop import Ending, Mind, Sink, answer
from studio.agent.session import Session
from studio.agent.speaking import Said, ToolCall
from studio.catalogue import MODELS
from studio.runs.costs import amount, must_ask, question
from studio.runs.record import Run
from studio.spellings import either
from studio.tools.api import TextTool, ToolRefusal
from studio.tools.outcome import Failure, Outcome, Tick

DELTA_CHARS = 48
START, RESUME = "start_workflow", "resume_workflow"
"""The calls of the desk that cost what the workflow does."""
FINISHES = {
    "stop": "stop",
    "tool_calls": "tool_calls",
    "length": "length",
    "content_filter": "safety",
    "question": "waiting_for_user",
    "rounds": "stop",
    "stopped": "cancelled",
}


class Journal(Protocol):
    """Where a run's events go; the service's own."""

    def event(self, run: Run, kind: str, payload: dict[str, Any] | None = None) -> None:
        """Write the run as it is, then the event, then tell whoever listens."""
        ...


class Execution(Sink):
    """One stretch of a run, from its beginning or a pause to the next pause or the end."""

    def __init__(
        self, run: Run, session: Session, mind: Mind, journal: Journal, valid_s: float
    ) -> None:
        self._run, self._session, self._journal = run, session, journal
        self._valid_s = valid_s
        self._told = ""
        self.mind = mind
        mind.approve = self.approve

    # --- What the loop tells ------------------------------------------------------------------

    async def round_started(self, number: int) -> None:
        self._event("llm_round_started", {"round": number})

    async def piece(self, text: str) -> None:
        self._told += text
        if len(self._told) >= DELTA_CHARS:
            self._flush()

    async def said(self, said: Said) -> None:
        self._flush()
        run = self._run
        run.messages.append(said.message())
        rows = []
        for call in said.calls:
            row = {"toolCallId": call.id, "toolName": call.name, "arguments": call.arguments}
            rows.append(row)
            run.tool_calls.append({**row, "sequence": len(run.tool_calls)})
        payload: dict[str, Any] = {"content": said.text}
        self._event("assistant_message_completed", payload | ({"toolCalls": rows} if rows else {}))

    async def dispatched(self, call: ToolCall) -> None:
        self._event("tool_call_dispatched", {"toolCallId": call.id, "toolName": call.name})

    def ticked(self, call: ToolCall, tick: Tick) -> None:
        self._event("tool_call_progress", {"toolCallId": call.id, **tick.payload()})

    async def resolved(self, call: ToolCall, outcome: Outcome, envelope: dict[str, Any]) -> None:
        run, session = self._run, self._session
        run.messages.append(session.messages[-1])
        run.media_context, run.prompts = session.context(), session.prompts
        if call.name == START and outcome.ok:
            run.workflows.append(envelope["creativeWorkflow"]["workflowId"])
        status = "ok" if outcome.ok else envelope["status"].replace("failed", "err")
        self._result(call, status, envelope)
        made = [self._artifact(call, outcome, n) for n in range(len(outcome.outputs))]
        run.artifacts += made
        payload: dict[str, Any] = {
            "toolCallId": call.id,
            "toolName": call.name,
            "status": status,
            "mediaUrls": [{k: v for k, v in one.items() if k != "id"} for one in made],
            "artifacts": made,
        }
        if not outcome.ok:
            payload |= {"errorCode": envelope["error_type"], "message": envelope["message"]}
        self._event("tool_call_resolved", payload)
        if made:
            self._event("media_context_updated", {"mediaContext": run.media_context})

    # --- Costs --------------------------------------------------------------------------------

    async def approve(self, calls: Sequence[ToolCall]) -> bool:
        """Whether the calls may begin; False leaves the run waiting, with the reason in its record."""
        run = self._run
        prices = {call.id: await self._price(call) for call in calls}
        open_calls = [call for call in calls if prices[call.id] and call.id not in run.approved]
        due = sum(prices[call.id] for call in open_calls)
        if open_calls and must_ask(run, due, self._jobs(open_calls, prices)):
            self._ask(open_calls, prices)
            return False
        net = float(self.mind.ledger.net(run.account))
        if due > net:
            details = {
                "toolCallId": open_calls[0].id,
                "pendingToolCallIds": [call.id for call in open_calls],
                "requiredCapacityUnits": round(due, 4),
                "availableCapacityUnits": round(net, 4),
            }
            self.wait("insufficient_credit", "The balance is too low for this.", details)
            return False
        for call in open_calls:
            preview = {
                "toolCallId": call.id,
                "toolName": call.name,
                "estimatedCapacityUnits": prices[call.id],
                "tokenType": run.token_type,
            }
            run.billing_previews.append(preview)
            run.approved.append(call.id)
            run.estimated += prices[call.id]
            self._event("billing_preview_updated", {"billingPreview": preview})
        return True

    def _ask(self, calls: Sequence[ToolCall], prices: dict[str, float]) -> None:
        run = self._run
        details = question(run, calls, prices, self._valid_s)
        for call in calls:
            cost = amount(prices[call.id], run.token_type)
            payload = {
                "toolCallId": call.id,
                "toolName": call.name,
                "estimatedCost": cost,
                "tokenType": run.token_type,
                "estimatedUsdCost": round(prices[call.id] * float(USD_PER_SPARK), 6),
                "summary": f"{call.name} for {cost:g} {run.token_type}",
                "toolArgs": call.arguments,
            }
            self._event("run_awaiting_cost_confirmation", payload)
        preview = details["costApprovalPreview"]
        total = amount(preview["totalEstimatedCapacityUnits"], run.token_type)
        self.wait("cost_approval_required", f"This costs {total:g} {run.token_type}.", details)

    async def _price(self, call: ToolCall) -> float:
        engine, desk = self.mind.engine, self.mind.desk
        if call.name in desk:
            if call.name == RESUME and either(call.arguments, "workflow_id") in self._run.workflows:
                return 0.0  # what is left of it was agreed to when this run began it
            return float(await price_of(desk[call.name], self._session, call.arguments))
        if call.name not in engine.tools:
            return 0.0
        try:
            return float(await engine.price(call.name, call.arguments, self._session.media))
        except ToolRefusal:
            return 0.0  # the call itself will say what is wrong

    def _jobs(self, calls: Sequence[ToolCall], prices: Mapping[str, float]) -> float:
        """What these calls cost, words aside."""
        tools = self.mind.engine.tools
        return sum(prices[one.id] for one in calls if not isinstance(tools.get(one.name), TextTool))

    # --- Ends ---------------------------------------------------------------------------------

    def wait(self, reason: str, message: str, details: dict[str, Any] | None = None) -> None:
        """Pause until somebody decides."""
        run = self._run
        run.status = "waiting_for_user"
        run.waiting = {"reason": reason, "message": message}
        if details is not None:
            run.waiting["details"] = details
        self._event("run_waiting_for_user", run.waiting)

    def end(self, ending: Ending) -> None:
        """Give the run the status its ending means."""
        run = self._run
        if ending.reason == "paused":
            return
        run.final = {"content": ending.content, "finishReason": FINISHES[ending.reason]}
        if ending.pending:
            known = {row["toolCallId"]: row for row in run.tool_calls}
            run.final["pendingToolCalls"] = [known[call.id] for call in ending.pending]
        if ending.reason == "question":
            self.wait("ask_clarifying_question", ending.content)
            return
        run.completed = time.time()
        if ending.reason == "stopped":
            run.status = "cancelled"
            self._event("run_cancelled", {"status": "cancelled", "reason": run.cancellation})
            return
        failed = [row for row in self._standing() if row["status"] == "err"]
        broken = bool(failed) or any(one.get("partial") for one in run.artifacts)
        if not broken:
            run.status = "completed"
            self._event("run_completed", {"status": "completed"})
        elif run.artifacts:
            run.status = "partial_failure"
            run.final["finishReason"] = "partial_failure"
            self._event("run_partial_failure", {"status": "partial_failure"})
        else:
            self.fail(failed[-1]["summary"], failed[-1]["errorCode"])

    def fail(self, message: str, code: str) -> None:
        """Nothing came of it."""
        run = self._run
        run.status, run.failure = "failed", message
        run.completed = run.completed or time.time()
        self._event("run_failed", {"error": {"message": message, "code": code}})

    def declined(self, calls: Sequence[ToolCall]) -> None:
        """The person said no to these calls: they are answered as cancelled."""
        for call in calls:
            failure = Failure("USER_CANCELLED", "The person declined the cost.")
            outcome = Outcome(call.name, failure=failure)
            envelope = outcome.envelope(self._session.media)
            answer(self._session, call, outcome, envelope)
            self._run.messages.append(self._session.messages[-1])
            self._result(call, "cancelled", envelope)
            payload = {"toolCallId": call.id, "toolName": call.name, "status": "cancelled"}
            self._event("tool_call_resolved", {**payload, "mediaUrls": [], "artifacts": []})

    def _standing(self) -> list[dict[str, Any]]:
        """The results of each tool's last round: a failure that a later round mended does not count."""
        number, calls = 0, []
        for message in self._run.messages:
            if message["role"] == "tool":
                calls.append((number, message["name"], message["tool_call_id"]))
            else:
                number += 1
        last = {name: number for number, name, _ in calls}
        standing = {call for number, name, call in calls if last[name] == number}
        return [row for row in self._run.tool_results if row["toolCallId"] in standing]

    def _result(self, call: ToolCall, status: str, envelope: dict[str, Any]) -> None:
        run = self._run
        row = {"toolCallId": call.id, "status": status, "sequence": len(run.tool_results)}
        if status == "ok":
            indices = envelope.get("indices")
            told = (
                f"{envelope.get('mediaType')} {indices}" if indices else json.dumps(envelope)[:500]
            )
            row["summary"] = told
        else:
            row |= {"summary": envelope["message"], "errorCode": envelope["error_type"]}
        run.tool_results.append(row)

    def _artifact(self, call: ToolCall, outcome: Outcome, place: int) -> dict[str, Any]:
        model = MODELS.get(outcome.model_id)
        return {
            "id": f"art_{call.id}_{place + 1}",
            "url": outcome.outputs[place].piece.url,
            "mediaType": outcome.media_type,
            "modelKey": outcome.model_id,
            "modelDisplayName": model.name if model else outcome.model_id,
            "toolName": call.name,
            **({"partial": True} if outcome.failed or outcome.withheld else {}),
        }

    def _flush(self) -> None:
        if self._told:
            self._event("assistant_message_delta", {"content": self._told})
            self._told = ""

    def _event(self, kind: str, payload: dict[str, Any]) -> None:
        self._journal.event(self._run, kind, payload)
