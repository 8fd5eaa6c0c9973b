"""The doorbell: hints over Redis that there is something to read. Nothing that matters travels here.

A ring may be lost, doubled or late without harm; readers go to the rows. When Redis is away, ringing is silently
given up: catch-up reads and sweeps find everything.
"""

import logging
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import UUID

from celery import current_app
from channels.layers import get_channel_layer

from chat import eventloop

log = logging.getLogger(__name__)

CREDITS = "credits"  # the group of every socket: admins change allowances seldom

# sending a task talks to the broker and may wait for one that is away; nobody else does
_bells = ThreadPoolExecutor(max_workers=2, thread_name_prefix="worker-bell")


def group_of(conversation: UUID) -> str:
    """The channel-layer group of a conversation's sockets."""
    return f"conversation.{conversation.hex}"


def ring(conversation: UUID, seq: int) -> None:
    """Tell the conversation's sockets that entries up to `seq` are committed."""
    _send(conversation, {"type": "ring", "seq": seq})


def tail(conversation: UUID, message: UUID, *, after: int, text: str) -> None:
    """The live end of a streaming message: all text since the checkpoint of `after` characters."""
    _send(conversation, {"type": "tail", "message": str(message), "after": after, "text": text})


def ring_credits(*, team: int | None, user: int | None) -> None:
    """Tell open pages that what may be spent has changed: for `user` in `team`, by their pk; None is everyone."""
    eventloop.submit(_group_send(CREDITS, {"type": "credits", "team": team, "user": user}))


def ring_worker(run: UUID, conversation_pk: int) -> None:
    """Tell the workers that a run is ready to be claimed, or will be when the change of its conversation commits."""
    _bells.submit(_send_task, str(run), conversation_pk)


def _send_task(run: str, conversation_pk: int) -> None:
    try:
        current_app.send_task(
            "chat.drive_run", args=[run, conversation_pk], retry=False, ignore_result=True
        )
    except Exception as error:  # noqa: BLE001 - any broker failure; the sweep rings again
        log.warning(
            "The broker cannot be reached (%s); the sweep will ring for run %s.", error, run
        )


def _send(conversation: UUID, message: dict[str, Any]) -> None:
    eventloop.submit(_group_send(group_of(conversation), message))


async def _group_send(group: str, message: dict[str, Any]) -> None:
    try:
        await get_channel_layer().group_send(group, message)
    except Exception as error:  # noqa: BLE001 - any Redis failure; sockets catch up by themselves
        log.debug("No ring for %s: %s", group, error)
