"""One tool call at the service: hold, submit, follow, keep the files, settle. Re-attaches after a crash."""

import logging
import time
from collections.abc import Generator
from contextlib import closing

from django.conf import settings

from chat import toolbox
from chat.actions import tools
from chat.actions.errors import RunOver
from chat.gateway import Gateway
from chat.gateway.errors import GatewayError, Unavailable
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
from chat.loop.keeper import Keeper
from chat.loop.submitting import WITHDRAW_S, cancel_upstream, job_events
from chat.models import Run, ToolCall, ToolOutput
from chat.pacing import ProgressPace
from db.connections import release_connection
from media.shelves import catalogue
from teams.quota import NotEnoughCredits

log = logging.getLogger(__name__)


def run_call(run: Run, call: ToolCall, gateway: Gateway, keeper: Keeper) -> None:
    """Take an open call to its end. Service errors end this call alone; `RunOver` and `HandOver` pass through.

    When the run is stopped the remote job is cancelled and the hold settled for what was kept.
    """
    error = ""
    cost = None
    try:
        spec = _spec(run, call)
        with closing(_job(run, call, spec, gateway, keeper)) as events:
            for event in events:
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
    items = catalogue(run.conversation.shelf_id)
    plan = toolbox.plan(call.name, call.arguments, items)
    outputs = list(ToolOutput.objects.filter(maker=call).order_by("position"))
    slots = None if call.shown else [output.position for output in outputs]
    spec = toolbox.job_spec(plan, slots=slots)
    release_connection()
    return spec


def _job(
    run: Run, call: ToolCall, spec: JobSpec, gateway: Gateway, keeper: Keeper
) -> Generator[JobEvent, None, None]:
    """The job's events, each already acted on."""
    pace = ProgressPace(time.monotonic)
    heard = time.monotonic()
    with closing(job_events(run, call, spec, gateway, keeper)) as events:
        for event in events:
            if isinstance(event, JobSubmitted):
                call.remote_id = event.remote_id  # known to a stop that comes right now
            keeper.check()
            if _acted(run, call, event, pace, keeper):
                heard = time.monotonic()
            elif time.monotonic() - heard > settings.RUN_SILENCE_S:
                cancel_upstream(call, gateway)
                raise GatewayError(
                    "The service said nothing for too long. What is finished is kept."
                )
            if pace.due():
                tools.note_progress(run, call, pace.take())
            release_connection()
            yield event


def _acted(run: Run, call: ToolCall, event: JobEvent, pace: ProgressPace, keeper: Keeper) -> bool:
    """Store what the event says; True when the service said something."""
    match event:
        case JobSubmitted(remote_id=remote_id):
            tools.mark_submitted(run, call, remote_id=remote_id)
        case JobQueued():
            for slot in range(ToolOutput.objects.filter(maker=call).count()):
                pace.add(
                    slot, queue_position=event.position, eta_at=event.eta_at, step=event.reason
                )
        case SlotProgress():
            pace.add(
                event.slot,
                status=ToolCall.Status.RUNNING,
                percent=event.percent,
                step=event.step,
                eta_at=event.eta_at,
                preview=keep_preview(event.preview_url),
            )
        case SlotDone():
            _keep(run, call, event, keeper)
        case SlotFailed():
            tools.fail_output(
                run, call, slot=event.slot, sentence=event.sentence, withheld=event.withheld
            )
        case JobEnd():
            pass
        case _:
            return False
    return True


def _keep(run: Run, call: ToolCall, done: SlotDone, keeper: Keeper) -> None:
    """The render's bytes become ours; one that cannot be had fails alone."""
    release_connection()
    try:
        blob = keep_result(done.url, keeper)
    except Unavailable as error:
        tools.fail_output(run, call, slot=done.slot, sentence=str(error))
        return
    tools.fill_output(run, call, slot=done.slot, blob=blob, seed=done.seed, facts=done.facts)


def _withdraw(call: ToolCall, gateway: Gateway) -> None:
    """The run is not ours any more. When it was stopped: cancel upstream, settle for what was kept.

    When another worker has taken it up, the job is that worker's.
    """
    if ToolCall.objects.get(pk=call.pk).is_open:
        return
    release_connection()
    cancel_upstream(call, gateway, look_s=WITHDRAW_S)
    tools.close_hold(call)
    release_connection()
