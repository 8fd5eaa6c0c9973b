"""What Celery runs: the doorbell's answer and the sweeps. The rows decide; a message twice does no harm."""

import logging
from typing import Any
from uuid import UUID

from celery import shared_task
from celery.signals import worker_ready, worker_shutting_down

from chat import doorbell, loop
from chat.actions import sweeps, tools
from chat.gateway import get_gateway
from chat.loop import keeper
from chat.loop.submitting import cancel_upstream
from chat.models import ToolCall

log = logging.getLogger(__name__)


@shared_task(name="chat.drive_run")
def drive_run(uuid: str, conversation_pk: int) -> None:
    """Claim a run and take it as far as it goes."""
    # one that stops would ask the model, for money, and hand over at once; the sweep rings for the others
    if keeper.is_leaving():
        return
    gateway = get_gateway()
    loop.drive_run(UUID(uuid), conversation_pk, owner=gateway.app_id, gateway=gateway)


@shared_task(name="chat.sweep_runs")
def sweep_runs() -> int:
    """Ring again for runs that nobody works on."""
    waiting = sweeps.claimable_runs()
    for run in waiting:
        doorbell.ring_worker(run.uuid, run.conversation_id)
    return len(waiting)


@shared_task(name="chat.sweep_holds")
def sweep_holds() -> int:
    """Settle what dead workers left held; cancel their jobs upstream."""
    calls = sweeps.unsettled_calls()
    for call in calls:
        if call.submission != ToolCall.Submission.CLOSED:
            cancel_upstream(call, get_gateway())
        tools.close_hold(call)
    return len(calls) + sweeps.settle_lost_rounds()


@shared_task(name="chat.fold_journals")
def fold_journals() -> int:
    """Drop superseded checkpoints."""
    return sweeps.fold_journals()


@shared_task(name="chat.empty_trash")
def empty_trash() -> int:
    """Delete for good what lay in the trash for long enough."""
    return sweeps.empty_trash()


@worker_ready.connect
def begin(**_: Any) -> None:
    """A fresh worker looks at once for what a dead one left."""
    keeper.stay()
    sweeps.void_leases(get_gateway().app_id)
    sweep_runs()


@worker_shutting_down.connect
def leave(**_: Any) -> None:
    """Runs are handed back before the worker goes."""
    keeper.leave()
