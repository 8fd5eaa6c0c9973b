"""Getting one job to the service exactly once: estimate, send, find again after a crash, take back after a stop."""

import logging
import time
from collections.abc import Generator
from datetime import timedelta

from django.utils import timezone

from chat.actions import tools
from chat.gateway import Gateway
from chat.gateway.errors import GatewayError, Interrupted, Unavailable
from chat.gateway.types import Estimate, JobEvent, JobSpec
from chat.loop.keeper import Keeper
from chat.models import Run, ToolCall
from db.connections import release_connection

log = logging.getLogger(__name__)

TRACE_S = 30.0  # a submission that left no trace for this long is sent again
LOOK_S = 1.0
LOOK_MOST_S = 300.0  # how long a service that cannot be asked is asked for a trace
TRIES = 3
RETRY_S = 2.0
WITHDRAW_S = 5.0


def job_events(
    run: Run, call: ToolCall, spec: JobSpec, gateway: Gateway, keeper: Keeper
) -> Generator[JobEvent, None, None]:
    """Submit, or after a crash re-attach; submit again only what has left no trace or was turned away for now.

    Raises the gateway's errors, `NotEnoughCredits`, `RunOver`, `HandOver`.
    """
    known = call.submission != ToolCall.Submission.NONE
    if not known:
        estimate = _estimate(spec, gateway, keeper)
        tools.start_tool(run, call, estimate=estimate.credits, app_id=gateway.app_id)
        release_connection()
    for again in range(TRIES):
        if call.submission == ToolCall.Submission.SUBMITTING and (known or again):
            found = _search(call, gateway, keeper) if known else None
            if found:
                tools.mark_submitted(run, call, remote_id=found)
            else:
                tools.submit_again(run, call, app_id=gateway.app_id)
            release_connection()
        try:
            if call.submission == ToolCall.Submission.SUBMITTED:
                yield from gateway.follow_job(call.remote_id, spec)
            else:
                yield from gateway.run_job(spec, operation_id=call.operation_id)
        except GatewayError as error:
            sent = call.submission == ToolCall.Submission.SUBMITTED
            if sent or again == TRIES - 1 or not _may_send_again(error):
                raise
            log.warning("The job is sent again: %s", error)
            # a broken line does not tell whether the service has the job
            known = isinstance(error, Interrupted)
            keeper.pause(getattr(error, "retry_after_s", RETRY_S))
        else:
            return


def cancel_upstream(call: ToolCall, gateway: Gateway, *, look_s: float = 0.0) -> None:
    """Ask the service to stop the job of a call that is over, also when its id was not heard any more.

    `look_s`: how long to look for it then; at least once. Failures are logged: the hold is settled all the same.
    """
    try:
        remote_id = call.remote_id or _trace(call, gateway, look_s)
        if remote_id:
            gateway.cancel_job(remote_id)
    except GatewayError as error:
        log.warning("The job could not be cancelled upstream: %s", error)


def _trace(call: ToolCall, gateway: Gateway, look_s: float) -> str | None:
    if call.submission != ToolCall.Submission.SUBMITTING:
        return None
    until = time.monotonic() + look_s
    while True:
        found = gateway.find_job(app_id=call.app_id, operation_id=call.operation_id)
        if found or time.monotonic() >= until:
            return found
        time.sleep(LOOK_S / 2)


def _estimate(spec: JobSpec, gateway: Gateway, keeper: Keeper) -> Estimate:
    for again in range(TRIES):
        try:
            return gateway.estimate_job(spec)
        except GatewayError as error:
            if again == TRIES - 1 or not _may_send_again(error):
                raise
            log.warning("The price is asked for again: %s", error)
            keeper.pause(getattr(error, "retry_after_s", RETRY_S))
    raise AssertionError("the last try returns or raises")


def _may_send_again(error: GatewayError) -> bool:
    return isinstance(error, Unavailable | Interrupted) and error.code not in ("key", "cancelled")


def _search(call: ToolCall, gateway: Gateway, keeper: Keeper) -> str | None:
    """Look upstream for a submission whose worker died, or whose line broke, before it was heard of.

    A service that cannot be asked has not said no: it is asked again, for five minutes.
    """
    assert call.submitted_at is not None
    until = call.submitted_at + timedelta(seconds=TRACE_S)
    given_up = timezone.now() + timedelta(seconds=LOOK_MOST_S)
    while True:
        try:
            found = gateway.find_job(app_id=call.app_id, operation_id=call.operation_id)
            if found or timezone.now() >= until:
                return found
        except GatewayError as error:
            if not _may_send_again(error) or timezone.now() >= given_up:
                raise
            log.info("A job cannot be looked for now: %s", error)
        keeper.pause(LOOK_S)
