"""What the whole page of a conversation is rendered from, and each partial that is redrawn on its own."""

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.db.models import OuterRef, Subquery

from chat import access
from chat.frames.blocks import Block, messages_of, timeline
from chat.frames.rack import pieces_of
from chat.frames.suggestions import suggestions_for
from chat.models import Conversation, Message, Run
from media.models import Item, Upload
from teams import quota
from teams.models import User

LISTED = 60
NAMED = 3


@dataclass(frozen=True)
class Viewer:
    """Who looks, and what they may do here."""

    user: User
    can_write: bool
    can_manage: bool


def viewer_of(user: User, conversation: Conversation) -> Viewer:
    rights = access.rights(user, conversation)
    return Viewer(
        user,
        can_write=access.Need.WRITE in rights,
        can_manage=access.Need.MANAGE in rights,
    )


def common(conversation: Conversation, viewer: Viewer) -> dict[str, Any]:
    """What every partial may read."""
    return {
        "conversation": conversation,
        "viewer": viewer.user,
        "can_write": viewer.can_write and conversation.deleted_at is None,
        "can_manage": viewer.can_manage,
        "service": settings.SERVICE,
    }


def page_context(conversation: Conversation, user: User) -> dict[str, Any]:
    """Everything `chat/conversation.html` reads. Call it inside `journal.snapshot()`."""
    viewer = viewer_of(user, conversation)
    blocks = timeline(conversation)
    return {
        **common(conversation, viewer),
        **timeline_context(blocks),
        **composer_context(conversation),
        **queue_context(conversation),
        **credits_context(conversation, user),
        **sidebar_context(conversation, user),
        **shelf_context(conversation),
        **suggestions_context(conversation),
        **draft_context(conversation, user),
        **presence_context(conversation),
    }


def dock_context(conversation: Conversation, user: User) -> dict[str, Any]:
    """Queue and composer, or why there is none."""
    return {
        **composer_context(conversation),
        **queue_context(conversation),
        **shelf_context(conversation),
        **draft_context(conversation, user),
    }


def draft_context(conversation: Conversation, user: User) -> dict[str, Any]:
    """A fresh message and the files that wait for it."""
    mine = Upload.objects.filter(owner=user, draft_key=conversation.uuid, item=None)
    return {
        "limits": settings.MEDIA_LIMITS,
        "drafts": list(mine.select_related("blob")),
        "message_max": settings.MESSAGE_MAX_LENGTH,
        "client_key": uuid4(),
    }


def timeline_context(blocks: list[Block]) -> dict[str, Any]:
    return {"blocks": blocks, "is_empty": not blocks}


def composer_context(conversation: Conversation) -> dict[str, Any]:
    return {"active_run": Run.objects.filter(conversation=conversation).active().first()}


def queue_context(conversation: Conversation) -> dict[str, Any]:
    queued = messages_of(conversation).filter(state=Message.State.QUEUED).order_by("pk")
    return {"queued": list(queued)}


def credits_context(conversation: Conversation, user: User) -> dict[str, Any]:
    return {"credits": quota.credits(user, conversation.team)}


def sidebar_context(conversation: Conversation | None, user: User) -> dict[str, Any]:
    return {"conversations": conversation_list(user), "current": conversation}


def shelf_context(conversation: Conversation) -> dict[str, Any]:
    pieces = pieces_of(conversation)
    return {"pieces": pieces, "items": [piece.item for piece in pieces]}


def suggestions_context(conversation: Conversation) -> dict[str, Any]:
    return {"suggestions": suggestions_for(conversation)}


def presence_context(conversation: Conversation) -> dict[str, Any]:
    """Who shares the conversation, a few by name and the others counted; nobody where it is its owner's alone."""
    if conversation.access == Conversation.Access.PRIVATE:
        return {"people": [], "more_people": 0}
    members = User.objects.filter(memberships__team=conversation.team, is_active=True)
    named = list(members.order_by("pk")[: NAMED + 1])
    if len(named) <= NAMED:
        return {"people": named if len(named) > 1 else [], "more_people": 0}
    return {"people": named[:NAMED], "more_people": members.count() - NAMED}


@dataclass(frozen=True)
class ConversationList:
    """What the sidebar shows, newest first, and whether there is more than it holds."""

    newest: list[Conversation]
    has_older: bool


def conversation_list(user: User) -> ConversationList:
    """Each with `run_status`, and `newest_item` (of a picture or a film) beside the row."""
    active = Run.objects.filter(conversation=OuterRef("pk")).active().values("status")[:1]
    newest = (
        Item.objects.filter(shelf=OuterRef("shelf"), state=Item.State.READY)
        .exclude(kind="audio")
        .order_by("-pk")
        .values("uuid")[:1]
    )
    found = list(
        access.visible_conversations(user)
        .touched()
        .annotate(run_status=Subquery(active), newest_item=Subquery(newest))
        .order_by("-active_at")[: LISTED + 1]
    )
    return ConversationList(found[:LISTED], len(found) > LISTED)
