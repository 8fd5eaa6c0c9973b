"""Messages of people: send, edit or withdraw while queued."""

from collections.abc import Sequence
from uuid import UUID

from django.conf import settings

from chat import journal
from chat.actions.conversations import one_line
from chat.actions.errors import ActionRefused
from chat.actions.queue import begin_run, drop_queued
from chat.models import Attachment, Conversation, Message, Run
from db.prepared import Prepared, together
from media.models import Upload
from media.shelves import attach_uploads
from teams.models import User

WAITING_MOST = 20  # in one conversation: every change of the line draws all of it
TITLE_MOST = 39  # characters of a title nobody chose, its ellipsis among them

_earlier = Prepared(
    lambda pk, key: Message.objects.filter(conversation=pk, client_key=key), int, UUID
)
_active = Prepared(
    lambda pk: Run.objects.filter(conversation=pk).active().values_list("pk", flat=True), int
)


def send_message(
    conversation: Conversation,
    *,
    author: User,
    text: str,
    client_key: UUID,
    uploads: Sequence[Upload] = (),
) -> Message:
    """Post a message and start a run; while a run is active the message is queued instead.

    The same `client_key` again returns the message made before. Uploads get their indices here, in order. Raises
    `ActionRefused` when there is nothing to send, the text is too long, the line is, or an upload is not ready.
    """
    text = _words(text)
    with journal.changing(conversation) as locked:
        earlier, active = together(_earlier.of(locked.pk, client_key), _active.of(locked.pk))
        if earlier:
            return earlier[0]
        _check(text, uploads)
        if active:
            _check_line(locked)
        message = Message(
            conversation=locked,
            role=Message.Role.USER,
            author=author,
            text=text,
            state=Message.State.QUEUED,
            client_key=client_key,
        )
        items = attach_uploads(locked.shelf, uploads) if uploads else []
        _check(text, items)
        _title(locked, message, uploads)
        if active:
            message.save()
            journal.append(locked, "message_queued", {"message": str(message.uuid)})
        else:
            begin_run(locked, message)
        for position, item in enumerate(items):
            Attachment.objects.create(message=message, item=item, position=position)
    return message


def was_sent(conversation: Conversation, client_key: UUID) -> bool:
    """Whether a message with this key stands already: its files need not be taken again."""
    return bool(_earlier(conversation.pk, client_key))


def edit_queued_message(message: Message, *, text: str, by: User) -> None:
    """Change the words of one's own message that has not started yet."""
    text = _words(text)
    with journal.changing(message.conversation_id) as locked:
        queued = _own_queued(locked, message, by)
        _check(text, list(queued.attachments.all()))
        queued.text = text
        queued.save(update_fields=["text"])
        journal.append(locked, "message_queued", {"message": str(queued.uuid)})


def withdraw_message(message: Message, *, by: User) -> None:
    """Take back one's own queued message; its attachments leave a tombstone, their indices stay taken."""
    with journal.changing(message.conversation_id) as locked:
        drop_queued(locked, _own_queued(locked, message, by), by=by)


def _own_queued(locked: Conversation, message: Message, by: User) -> Message:
    queued = locked.messages.filter(pk=message.pk, state=Message.State.QUEUED).first()
    if queued is None:
        raise ActionRefused("This message has already started.", code="started")
    if queued.author_id != by.pk:
        raise ActionRefused("Only its author can change a waiting message.", code="not_yours")
    return queued


def _words(text: str) -> str:
    """As they are counted and kept: a form ends its lines with two characters where the page shows one."""
    return text.replace("\r\n", "\n").strip()


def _check(text: str, attached: Sequence[object]) -> None:
    if not text and not attached:
        raise ActionRefused("Write something or attach a file first.", code="empty")
    if len(text) > settings.MESSAGE_MAX_LENGTH:
        over = len(text) - settings.MESSAGE_MAX_LENGTH
        raise ActionRefused(f"The message is {over:,} characters too long.", code="too_long")
    if len(attached) > settings.MEDIA_LIMITS["files_per_message"]:
        most = settings.MEDIA_LIMITS["files_per_message"]
        raise ActionRefused(f"A message carries up to {most} files.", code="too_many")
    if any(isinstance(upload, Upload) and upload.blob_id is None for upload in attached):
        raise ActionRefused("A file is not in yet. Send again when it is.", code="not_ready")


def _check_line(locked: Conversation) -> None:
    if locked.messages.filter(state=Message.State.QUEUED).count() >= WAITING_MOST:
        raise ActionRefused(
            f"{WAITING_MOST} messages wait already. Send again when one has started.", code="line"
        )


def _title(locked: Conversation, message: Message, uploads: Sequence[Upload]) -> None:
    """The first message names the conversation until a person does."""
    if locked.title:
        return
    locked.title = short_title(message.text or " ".join(upload.name for upload in uploads))
    locked.title = locked.title[:1].upper() + locked.title[1:]
    locked.save(update_fields=["title"])
    journal.append(locked, "conversation_changed", {"changed": ["title"]})


def short_title(text: str) -> str:
    """The first words of `text`, at most `TITLE_MOST` characters; an ellipsis tells that there was more."""
    whole = one_line(text)
    if len(whole) <= TITLE_MOST:
        return whole.rstrip(".,;:") or whole
    begun, _, _ = whole[: TITLE_MOST - 1].rpartition(" ")
    if len(begun) < TITLE_MOST // 2:  # a word longer than the half
        return f"{whole[: TITLE_MOST - 1]}…"
    return f"{begun.rstrip('.,;:')} …"
