"""The line of messages: what runs now and what runs next. Inner steps; the caller holds the conversation's lock."""

from uuid import UUID, uuid4

from django.conf import settings

from chat import access, doorbell, journal
from chat.actions.errors import ActionRefused
from chat.models import Conversation, Message, Run
from media.shelves import retire_item
from teams.models import User


def drop_queued(locked: Conversation, message: Message, *, by: User) -> None:
    """Take a waiting message out; its attachments leave a tombstone, their indices stay taken."""
    for attachment in message.attachments.select_related("item"):
        retire_item(attachment.item, by)
    uuid = str(message.uuid)
    message.delete()
    journal.append(locked, "message_withdrawn", {"message": uuid})


def begin_run(locked: Conversation, message: Message) -> Run:
    """Post a queued or new message and queue its run. No run may be active."""
    uuid = _ring(locked)
    message.state = Message.State.POSTED
    message.seq = locked.last_seq + 1
    message.save(update_fields=None if message.pk is None else ["state", "seq"])
    journal.append(locked, "message_posted", {"message": str(message.uuid)})
    assert message.author_id is not None
    return queue_run(locked, message=message, asked_by_id=message.author_id, uuid=uuid)


def queue_run(
    locked: Conversation,
    *,
    message: Message | None,
    asked_by_id: int,
    kind: str = Run.Kind.ANSWER,
    uuid: UUID | None = None,
) -> Run:
    """A new run row, announced to readers and workers. No run may be active. `uuid`: the bell has rung for it.

    Raises `ActionRefused` in the trash: somebody was let in before it was deleted.
    """
    if locked.deleted_at is not None:
        raise ActionRefused("This conversation is in the trash. Restore it first.", code="trash")
    run = Run(
        uuid=uuid or _ring(locked),
        conversation=locked,
        kind=kind,
        message=message,
        asked_by_id=asked_by_id,
        service=settings.SERVICE,
        seq=locked.last_seq + 1,
    )
    run.save()
    journal.append(locked, "run_created", {"run": str(run.uuid), "status": run.status}, run=run)
    return run


def _ring(locked: Conversation) -> UUID:
    """The name of a run to come, for which the workers' bell rings already.

    So its way is gone when this change is committed; whoever hears it sooner waits for the lock. A bell for a change
    that is given up finds nothing.
    """
    uuid = uuid4()
    doorbell.ring_worker(uuid, locked.pk)
    return uuid


def promote_next(locked: Conversation) -> None:
    """Start the oldest queued message whose author may still write; others are withdrawn."""
    for message in locked.messages.filter(state=Message.State.QUEUED).order_by("pk"):
        assert message.author is not None
        if access.allows(message.author, locked, access.Need.WRITE):
            begin_run(locked, message)
            return
        drop_queued(locked, message, by=message.author)
