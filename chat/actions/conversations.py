"""Conversations: start, rename, share, delete and bring back."""

from django.db import transaction
from django.utils import timezone

from chat import journal
from chat.actions.errors import ActionRefused
from chat.actions.queue import promote_next
from chat.actions.runs import end_active_run
from chat.models import Conversation
from media.models import Shelf
from teams.access import personal_team
from teams.models import Team, User

TITLE_LENGTH = 80
TURNING = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))  # marks of direction


def start_conversation(
    owner: User, *, team: Team | None = None, access: str | None = None
) -> Conversation:
    """A fresh one in the person's own space, or in `team`, whose members may then write in it."""
    team = team or personal_team(owner)
    personal = team.personal_owner_id is not None
    chosen = access or (Conversation.Access.PRIVATE if personal else Conversation.Access.TEAM_WRITE)
    with transaction.atomic(durable=True):
        return Conversation.objects.create(
            owner=owner, team=team, access=chosen, shelf=Shelf.objects.create()
        )


def untouched_conversation(owner: User) -> Conversation:
    """The person's own conversation in which nothing happened yet; made when there is none."""
    untouched = (
        Conversation.objects.kept()
        .filter(owner=owner, last_seq=0, team=personal_team(owner))
        .first()
    )
    return untouched or start_conversation(owner)


def one_line(text: str) -> str:
    """Words for a title: single blanks between them, and no mark that would turn the text beside it around."""
    return " ".join(text.translate(TURNING).split())


def rename_conversation(conversation: Conversation, title: str) -> None:
    """Raises `ActionRefused` for an empty title; longer ones are cut at 80 characters."""
    title = one_line(title)[:TITLE_LENGTH]
    if not title:
        raise ActionRefused("A title needs at least one character.", code="empty")
    with journal.changing(conversation) as locked:
        locked.title = title
        locked.titled_by_person = True
        locked.save(update_fields=["title", "titled_by_person"])
        journal.append(locked, "conversation_changed", {"changed": ["title"]})


def set_access(conversation: Conversation, access: str) -> None:
    """Who else sees it: one of `Conversation.Access`."""
    if access not in Conversation.Access.values:
        raise ActionRefused("Choose who may see this conversation.", code="unknown")
    with journal.changing(conversation) as locked:
        locked.access = access
        locked.save(update_fields=["access"])
        journal.append(locked, "conversation_changed", {"changed": ["access"]})


def delete_conversation(conversation: Conversation, *, by: User) -> None:
    """To the trash; a run in it is stopped. Twice is harmless."""
    with journal.changing(conversation) as locked:
        if locked.deleted_at is None:
            end_active_run(locked, by=by, go_on=False)
            locked.deleted_at = timezone.now()
            locked.save(update_fields=["deleted_at"])
            journal.append(locked, "conversation_changed", {"changed": ["deleted"]})


def restore_conversation(conversation: Conversation) -> None:
    """Out of the trash; messages that waited when it went there start now. Twice is harmless."""
    with journal.changing(conversation) as locked:
        if locked.deleted_at is not None:
            locked.deleted_at = None
            locked.save(update_fields=["deleted_at"])
            journal.append(locked, "conversation_changed", {"changed": ["deleted"]})
            promote_next(locked)
