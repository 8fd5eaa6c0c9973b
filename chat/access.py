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
from db.prepared import Prepared, together
from teams.access import WRITING_ROLES
from teams.models import Membership, User

Access, Role = Conversation.Access, Membership.Role


class Need(IntEnum):
    """What a door asks for; each includes the ones before."""

    VIEW = 1
    WRITE = 2
    MANAGE = 3


# what a team gets of a conversation shared with it: by which kinds of sharing, and in which roles
SHARED: dict[Need, tuple[frozenset[str], frozenset[str]]] = {
    Need.VIEW: (frozenset({Access.TEAM_VIEW, Access.TEAM_WRITE}), frozenset(Role)),
    Need.WRITE: (frozenset({Access.TEAM_WRITE}), WRITING_ROLES),
    Need.MANAGE: (frozenset(), frozenset()),
}


_role = Prepared(
    lambda user, team: Membership.objects.filter(user=user, team=team).values_list(
        "role", flat=True
    ),
    int,
    int,
)
_conversation = Prepared(lambda uuid: Conversation.objects.filter(uuid=uuid), UUID)
_role_in = Prepared(
    lambda user, conversation: Membership.objects.filter(
        user=user, team__conversations__uuid=conversation
    ).values_list("role", flat=True),
    int,
    UUID,
)


def rights(user: User, conversation: Conversation) -> frozenset[Need]:
    """What `user` may do; `conversation` as it is now, the membership is asked each time: a removal acts at once."""
    if not user.is_authenticated or not user.is_active:
        return frozenset()
    return _rights(user, _role.first(user.pk, conversation.team_id), conversation)


def allows(user: User, conversation: Conversation, need: Need) -> bool:
    """True when `user` may."""
    return need in rights(user, conversation)


def find_conversation(user: User, uuid: UUID, need: Need) -> Conversation:
    """The conversation, when the user may; else Http404, the same as for one that does not exist."""
    if not user.is_authenticated or not user.is_active:
        raise Http404
    conversations, roles = together(_conversation.of(uuid), _role_in.of(user.pk, uuid))
    for found in conversations:
        if need in _rights(user, next(iter(roles), None), found):
            return found
    raise Http404


def visible_conversations(user: User) -> ConversationQuerySet:
    """Everything the user may see and that is not in the trash, newest first."""
    return _visible(user).kept()


def trashed_conversations(user: User) -> ConversationQuerySet:
    """What the user may bring back, newest first."""
    if not user.is_authenticated or not user.is_active:
        return Conversation.objects.none()
    writes = Membership.objects.filter(user=user, role__in=WRITING_ROLES)
    owned = Conversation.objects.filter(owner=user, team__in=writes.values("team"))
    return owned.filter(deleted_at__isnull=False).order_by("-deleted_at", "-pk")


def may_reach_item(user: User, shelf_pk: int) -> bool:
    """True when the user may see the conversation that owns this shelf."""
    return _visible(user).filter(shelf_id=shelf_pk).exists()


def still_allowed(pairs: Iterable[tuple[int, int]]) -> set[tuple[int, int]]:
    """Of (user pk, conversation pk), those that may still view: one query per user for a whole process."""
    wanted: dict[int, set[int]] = {}
    for user, conversation in pairs:
        wanted.setdefault(user, set()).add(conversation)
    users = User.objects.filter(pk__in=wanted, is_active=True)
    return {
        (user.pk, conversation)
        for user in users
        for conversation in _visible(user)
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


def _rights(user: User, role: str | None, conversation: Conversation) -> frozenset[Need]:
    return frozenset(need for need in Need if _grants(user, role, conversation, need))


def _grants(user: User, role: str | None, conversation: Conversation, need: Need) -> bool:
    """The rule for one conversation; `_visible` says the same of VIEW for many."""
    if role is None:
        return False
    # who is a viewer now only reads what they began, too
    owns = conversation.owner_id == user.pk and (need is Need.VIEW or role in WRITING_ROLES)
    if conversation.deleted_at is not None:
        # in the trash it is there for its owner alone, to be read or brought back
        return owns and need is not Need.WRITE
    kinds, roles = SHARED[need]
    return owns or (conversation.access in kinds and role in roles)


def _visible(user: User) -> ConversationQuerySet:
    """The conversations whose rule grants VIEW."""
    if not user.is_authenticated or not user.is_active:
        return Conversation.objects.none()
    kinds, roles = SHARED[Need.VIEW]
    memberships = Membership.objects.filter(user=user)
    owned = Q(owner=user, team__in=memberships.values("team"))
    shared = Q(access__in=kinds, team__in=memberships.filter(role__in=roles).values("team"))
    return Conversation.objects.filter(owned | (shared & Q(deleted_at=None)))
