"""Who may do what in a conversation: the one function behind pages, fragments, sockets, media and workers."""

from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple
from uuid import UUID

from django.contrib.sessions.models import Session
from django.db.models import Q
from django.http import Http404
from django.utils import timezone

from chat.models import Conversation
from chat.models.conversation import ConversationQuerySet
from teams.models import Membership, User

WRITERS = (Membership.Role.OWNER, Membership.Role.ADMIN, Membership.Role.MEMBER)


class Need(IntEnum):
    """What a door asks for; each includes the ones before."""

    VIEW = 1
    WRITE = 2
    MANAGE = 3


def allows(user: User, conversation: Conversation, need: Need) -> bool:
    """True when `user` may; asks the rows each time, so that a removal acts at once."""
    return _permitted(user, need).filter(pk=conversation.pk).exists()


def find_conversation(user: User, uuid: UUID, need: Need) -> Conversation:
    """The conversation, when the user may; else Http404, the same as for one that does not exist."""
    found = (
        _permitted(user, need).filter(uuid=uuid).select_related("team", "shelf", "owner").first()
    )
    if found is None:
        raise Http404
    return found


def visible_conversations(user: User) -> ConversationQuerySet:
    """Everything the user may see and that is not in the trash, newest first."""
    return _permitted(user, Need.VIEW).kept()


def trashed_conversations(user: User) -> ConversationQuerySet:
    """What the user may bring back, newest first."""
    trashed = _permitted(user, Need.MANAGE).filter(deleted_at__isnull=False)
    return trashed.order_by("-deleted_at")


def may_reach_item(user: User, shelf_pk: int) -> bool:
    """True when the user may see the conversation that owns this shelf."""
    return _permitted(user, Need.VIEW).filter(shelf_id=shelf_pk).exists()


def still_allowed(pairs: Iterable[tuple[int, int]]) -> set[tuple[int, int]]:
    """Of (user pk, conversation pk), those that may still view: one query per user for a whole process."""
    wanted: dict[int, set[int]] = {}
    for user, conversation in pairs:
        wanted.setdefault(user, set()).add(conversation)
    users = User.objects.filter(pk__in=wanted, is_active=True)
    return {
        (user.pk, conversation)
        for user in users
        for conversation in _permitted(user, Need.VIEW)
        .filter(pk__in=wanted[user.pk])
        .values_list("pk", flat=True)
    }


class Seat(NamedTuple):
    """Whom a connection is for: the session it was opened with, and the password's mark in it."""

    session: str
    user: int
    mark: str


def seat_of(user: User, session: str | None) -> Seat:
    return Seat(session or "", user.pk, user.get_session_auth_hash())


def still_signed_in(seats: Iterable[Seat]) -> set[Seat]:
    """Of these, those whose session has not ended and whose password is the same: two queries for a whole process."""
    asked = set(seats)
    live = set(
        Session.objects.filter(
            session_key__in={seat.session for seat in asked}, expire_date__gt=timezone.now()
        ).values_list("session_key", flat=True)
    )
    people = User.objects.filter(pk__in={seat.user for seat in asked})
    marks = {user.pk: user.get_session_auth_hash() for user in people}
    return {seat for seat in asked if seat.session in live and marks.get(seat.user) == seat.mark}


def _permitted(user: User, need: Need) -> ConversationQuerySet:
    if not user.is_authenticated or not user.is_active:
        return Conversation.objects.none()
    memberships = Membership.objects.filter(user=user)
    writes = memberships.filter(role__in=WRITERS)
    # who is a viewer now only reads what they began, too
    owned = Q(owner=user, team__in=(memberships if need == Need.VIEW else writes).values("team"))
    if need == Need.MANAGE:
        return Conversation.objects.filter(owned)
    kept = Q(deleted_at=None)
    shared = {
        Need.VIEW: Q(
            access__in=(Conversation.Access.TEAM_VIEW, Conversation.Access.TEAM_WRITE),
            team__in=memberships.values("team"),
        ),
        Need.WRITE: Q(
            access=Conversation.Access.TEAM_WRITE,
            team__in=writes.values("team"),
        ),
    }[need]
    # in the trash it is there for its owner alone, and nobody writes in it
    if need == Need.VIEW:
        return Conversation.objects.filter(owned | (shared & kept))
    return Conversation.objects.filter((owned | shared) & kept)
