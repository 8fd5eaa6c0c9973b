"""Following a media project: what the SDK or the service's record says, as news since last time.

Level-triggered on purpose: a missed frame, a reconnect, another client under our id or a late start changes nothing.
"""

import asyncio
import logging
from collections.abc import AsyncIterator
from typing import Any

from chat.gateway.connection import Connection
from chat.gateway.errors import Interrupted
from chat.gateway.mapping import NOT_CHARGED, gateway_error, job_failure
from chat.gateway.renders import Ends, cancelled, failure_reason, from_sdk, recorded
from chat.gateway.told import Told
from chat.gateway.types import JobEnd, JobEvent, JobQueued, JobSpec

log = logging.getLogger(__name__)

LOOK_S = 3.0
POLL_S = 2.0
POLL_MOST_S = 15.0
UNKNOWN_TRIES = 4
RECORD_TRIES = 4

WAITING = {
    "no_workers": "No machine is free for this model yet. It starts as soon as one is.",
    "concurrency_limit": "It starts when an earlier job of this account is finished.",
    "model_concurrency_limit": "It starts when an earlier job with this model is finished.",
    "payment_pending": "It starts when the payment has gone through.",
}


async def follow(
    connection: Connection, remote_id: str, spec: JobSpec, project: Any = None
) -> AsyncIterator[JobEvent]:
    """To `JobEnd`, over lost lines and lost clients. Raises when the whole job gives nothing."""
    told = Told(spec.count)
    while True:
        client = await _reached(connection)
        project = project or await _tracked(connection, client, remote_id)
        source = (
            _watch(connection, client, project, told)
            if project is not None
            else _poll(client.projects, remote_id, spec.kind, told)
        )
        async for event in source:
            yield event
        if told.complete:
            break
        project = None  # the client was signed out or forgot the project: ask again
    yield JobEnd()


async def _reached(connection: Connection) -> Any:
    """The live client. A service that cannot be reached has not lost its jobs: it is asked again, until whoever
    listens gives up."""
    pause = POLL_S
    while True:
        try:
            return await connection.client()
        except Exception as error:
            failure = gateway_error(error)
            if not failure.retryable or failure.code == "key":
                raise failure from error
            log.info("A job cannot be followed now: %s", failure)
        await asyncio.sleep(pause)
        pause = min(pause * 1.5, POLL_MOST_S)


async def _tracked(connection: Connection, client: Any, remote_id: str) -> Any:
    def known() -> Any:
        tracked = client.projects.tracked_projects
        return next((one for one in tracked if one.id == remote_id), None)

    if known() is None:
        await connection.catch_up(client)
    return known()


async def _watch(
    connection: Connection, client: Any, project: Any, told: Told
) -> AsyncIterator[JobEvent]:
    """A tracked project; returns early when its client is no longer the one in use."""
    woken, ends = asyncio.Event(), Ends()
    forget = project.on("updated", lambda _keys: woken.set())
    forget_ends = client.projects.on("job", ends.hear)
    try:
        while connection.holds(client):
            woken.clear()
            for event in _project_news(project, told, ends):
                yield event
            if told.complete:
                return
            if project.finished and not woken.is_set():
                if not told.anything_ended and project.status != "completed":
                    raise job_failure(project.error or cancelled(project.status))
                async for event in _remains(client.projects, project, told):
                    yield event
                return
            try:
                await asyncio.wait_for(woken.wait(), LOOK_S)
            except TimeoutError:
                if not client.api_client.socket.is_connected:
                    await connection.catch_up(client)
    finally:
        forget()
        forget_ends()


async def _remains(api: Any, project: Any, told: Told) -> AsyncIterator[JobEvent]:
    """A finished project some renders of which were not heard of: the service's record has the last word."""
    for again in range(RECORD_TRIES):
        try:
            renders = await recorded(api, project.id, project.type)
        except Exception as error:  # noqa: BLE001 - without a record the rest has failed
            log.info("The record of a finished project could not be read: %s", error)
            if again < RECORD_TRIES - 1:
                await asyncio.sleep(POLL_S)
        else:
            for event in told.news(renders):
                yield event
            break
    for event in told.rest_failed(project.error):
        yield event


def _project_news(project: Any, told: Told, ends: Ends) -> list[JobEvent]:
    events = told.news(from_sdk(job, ends) for job in project.jobs)
    if not project.finished and project.status in ("pending", "queued"):
        position = project.queue_position
        waiting = project.waiting_reason or {}
        reason = WAITING.get(str(waiting.get("reason")), "")
        placed = position if isinstance(position, int) and position >= 0 else None
        if placed is not None or reason:
            events += told.queued(JobQueued(placed, project.estimated_start_at, reason))
    return events


async def _poll(api: Any, remote_id: str, kind: str, told: Told) -> AsyncIterator[JobEvent]:
    """A project this client does not track, from the service's record. Raises `Interrupted` when it is lost."""
    pause, unknown = POLL_S, 0
    while True:
        try:
            record = await api.get_status(remote_id)
            renders = await recorded(api, remote_id, kind, record)
        except Exception as error:
            failure = gateway_error(error)
            unknown += failure.code == "lost"
            if unknown >= UNKNOWN_TRIES:
                raise Interrupted(
                    f"The service lost this job. {NOT_CHARGED}", code="lost"
                ) from error
            if not failure.retryable or failure.code == "key":
                raise failure from error
            await asyncio.sleep(pause)
            pause = min(pause * 1.5, POLL_MOST_S)
            continue
        pause, unknown = POLL_S, 0
        for event in told.news(renders):
            yield event
        if record.get("finished") and not told.complete:
            if not told.anything_ended and record.get("status") != "completed":
                raise job_failure(
                    failure_reason(record.get("reason")) or cancelled(record["status"])
                )
            for event in told.rest_failed(failure_reason(record.get("reason"))):
                yield event
        if told.complete:
            return
        await asyncio.sleep(pause)
