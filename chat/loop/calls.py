"""One tool call at the service: hold, submit, follow, keep the files, settle. Re-attaches after a crash."""

import logging
import time
from collections.abc import Iterator
from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from chat import toolbox
from chat.actions import tools
from chat.actions.errors import RunOver
from chat.gateway import Gateway
from chat.gateway.errors import GatewayError
from chat.gateway.types import (
    JobEnd,
    JobEvent,
    JobQueued,
    JobSpec,
    JobSubmitted,
    SlotDone,
    SlotFailed,
    SlotProgress,
)
from chat.loop.files import keep_preview, keep_result
from chat.loop.keeper import Keeper, release_connection
from chat.models import Run, ToolCall, ToolOutput
from chat.pacing import ProgressPace
from media.shelves import catalogue
from teams.quota import NotEnoughCredits

log = logging.getLogger(__name__)

TRACE_S = 30  # a submission that left no trace for this long is sent again


def run_call(run: Run, call: ToolCall, gateway: Gateway, keeper: Keeper) -> None:
    """Take an open call to its end. Service errors end this call alone; `RunOver` and `HandOver` pass through.

    When the run is stopped the remote job is cancelled and the hold settled for what was kept.
    """
    error = ""
    cost = None
    try:
        spec = _spec(run, call)
        for event in _job(run, call, spec, gateway, keeper):
            if isinstance(event, JobEnd):
                cost = event.cost
    except (GatewayError, NotEnoughCredits, toolbox.BadCall) as refusal:
        error = str(refusal)
        log.info("A call did not get through: %s", refusal)
    except RunOver:
        _withdraw(call, gateway)
        raise
    tools.resolve_tool(run, call, cost=cost, error=error)
    release_connection()


def _spec(run: Run, call: ToolCall) -> JobSpec:
    items = catalogue(run.conversation.shelf)
    plan = toolbox.plan(call.name, call.arguments, items)
    outputs = list(ToolOutput.objects.filter(maker=call).order_by("position"))
    slots = None if call.shown else [output.position for output in outputs]
    spec = toolbox.job_spec(plan, slots=slots)
    release_connection()
    return spec


def _job(
    run: Run, call: ToolCall, spec: JobSpec, gateway: Gateway, keeper: Keeper
) -> Iterator[JobEvent]:
    """The job's events, each already acted on."""
    pace = ProgressPace(time.monotonic)
    heard = time.monotonic()
    for event in _source(run, call, spec, gateway, keeper):
        keeper.check()
        if _acted(run, call, event, pace):
            heard = time.monotonic()
        elif time.monotonic() - heard > settings.RUN_SILENCE_S:
            gateway.cancel_job(call.remote_id)
            raise GatewayError(
                "The service said nothing for too long. You were not charged for this."
            )
        if pace.due():
            tools.note_progress(run, call, pace.take())
        release_connection()
        yield event


def _source(
    run: Run, call: ToolCall, spec: JobSpec, gateway: Gateway, keeper: Keeper
) -> Iterator[JobEvent]:
    """Submit, or after a crash re-attach; submit again only what has left no trace."""
    if call.submission == ToolCall.Submission.SUBMITTING:
        found = _search(call, gateway, keeper)
        if found:
            tools.mark_submitted(run, call, remote_id=found)
    if call.submission == ToolCall.Submission.SUBMITTED:
        return gateway.follow_job(call.remote_id, spec)
    if call.submission == ToolCall.Submission.NONE:
        estimate = gateway.estimate_job(spec)
        tools.start_tool(run, call, estimate=estimate.credits, app_id=gateway.app_id)
        release_connection()
    return gateway.run_job(spec, operation_id=call.operation_id)


def _search(call: ToolCall, gateway: Gateway, keeper: Keeper) -> str | None:
    """Look upstream for a submission whose worker died before it heard back."""
    assert call.submitted_at is not None
    until = call.submitted_at + timedelta(seconds=TRACE_S)
    while True:
        found = gateway.find_job(app_id=call.app_id, operation_id=call.operation_id)
        if found or timezone.now() >= until:
            return found
        keeper.check()
        time.sleep(1.0)


def _acted(run: Run, call: ToolCall, event: JobEvent, pace: ProgressPace) -> bool:
    """Store what the event says; True when the service said something."""
    match event:
        case JobSubmitted(remote_id=remote_id):
            tools.mark_submitted(run, call, remote_id=remote_id)
        case JobQueued():
            for slot in range(ToolOutput.objects.filter(maker=call).count()):
                pace.add(slot, queue_position=event.position, eta_s=event.eta_s, step=event.reason)
        case SlotProgress():
            pace.add(
                event.slot,
                status=ToolCall.Status.RUNNING,
                percent=event.percent,
                step=event.step,
                eta_s=event.eta_s,
                preview=keep_preview(event.preview_url),
            )
        case SlotDone():
            release_connection()
            blob = keep_result(event.url)
            tools.fill_output(
                run, call, slot=event.slot, blob=blob, seed=event.seed, facts=event.facts
            )
        case SlotFailed():
            tools.fail_output(
                run, call, slot=event.slot, sentence=event.sentence, withheld=event.withheld
            )
        case JobEnd():
            pass
        case _:
            return False
    return True


def _withdraw(call: ToolCall, gateway: Gateway) -> None:
    """The run was stopped under us: cancel upstream, settle for what was kept."""
    try:
        if call.remote_id:
            gateway.cancel_job(call.remote_id)
    except GatewayError as error:
        log.warning("The job could not be cancelled upstream: %s", error)
    tools.close_hold(call)
    release_connection()
