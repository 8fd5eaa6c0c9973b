"""Who is what in which team. The only place that creates and changes memberships."""

from __future__ import annotations

from typing import TypeAlias

from django.contrib.auth.models import AnonymousUser
from django.db import transaction

from teams.models import Membership, Team, User

Role: TypeAlias = Membership.Role

WRITING_ROLES = frozenset({Role.OWNER, Role.ADMIN, Role.MEMBER})


class Refused(Exception):
    """An expected refusal: `code` for programs, the message for people."""

    code = "refused"
    sentence = "This cannot be changed."

    def __init__(self) -> None:
        super().__init__(self.sentence)


class LastOwner(Refused):
    """The change would leave a team without an owner who can sign in."""

    code = "last_owner"
    sentence = "A team needs an owner. Make somebody else an owner first."


class PersonalSpace(Refused):
    """The change would take a person's own space away from them."""

    code = "personal_space"
    sentence = "This is the person’s own space. They stay its owner."


class AlreadyMember(Refused):
    """The person is on the team in another role."""

    code = "already_member"
    sentence = "This person is on the team already. Change the role instead."


class NotAMember(Refused):
    """The person is not on the team."""

    code = "not_a_member"
    sentence = "This person is not on the team."


def personal_team(user: User) -> Team:
    """The person's own team, made with its owner on first need.

    Safe to call twice and at the same time: the unique owner lets one of two inserts win and the
    other reads its row. One query once the team is there.
    """
    found = Team.objects.filter(personal_owner=user).first()
    if found is not None:
        return found
    with transaction.atomic():
        team, _ = Team.objects.get_or_create(
            personal_owner=user, defaults={"name": f"{user.display_name[:110]}’s space"}
        )
        Membership.objects.get_or_create(team=team, user=user, defaults={"role": Role.OWNER})
    return team


def membership(user: User | AnonymousUser, team: Team) -> Membership | None:
    """The person's membership as it is now, or None: a stranger, signed out or deactivated.

    Reads the row every time, so a removed or deactivated person loses access at the next look
    even where a long-lived `user` object says otherwise.
    """
    if not user.is_authenticated:
        return None
    return Membership.objects.filter(team=team, user_id=user.pk, user__is_active=True).first()


def role(user: User | AnonymousUser, team: Team) -> Role | None:
    """The person's role in the team as it is now, or None (see `membership`)."""
    found = membership(user, team)
    return None if found is None else Role(found.role)


def can_write(role: Role | None) -> bool:
    """Whether somebody with this role may send, upload, stop and approve."""
    return role in WRITING_ROLES


def teams_of(user: User) -> list[Team]:
    """The teams the person is on, their own first, then by name. Makes the personal team."""
    own = personal_team(user)
    others = Team.objects.filter(memberships__user=user).exclude(pk=own.pk).order_by("name", "pk")
    return [own, *others]


def add_member(team: Team, user: User, role: Role) -> Membership:
    """Put a person on a team. Calling twice with one role is safe.

    Raises AlreadyMember when they are on it in another role.
    """
    with transaction.atomic():
        _lock(team)
        found, created = Membership.objects.get_or_create(
            team=team, user=user, defaults={"role": role}
        )
        if not created and found.role != role:
            raise AlreadyMember
    return found


def change_role(team: Team, user: User, role: Role) -> Membership:
    """Give a member another role. Calling twice is safe.

    Raises NotAMember, LastOwner, or PersonalSpace for the owner of a personal team.
    """
    with transaction.atomic():
        _lock(team)
        found = _member(team, user)
        if role != Role.OWNER:
            check_leaving(found)
        found.role = role
        found.save(update_fields=["role"])
    return found


def remove_member(team: Team, user: User) -> None:
    """Take a person off a team. Their sockets and runs notice at their next look.

    Raises NotAMember, LastOwner, or PersonalSpace for the owner of a personal team.
    """
    with transaction.atomic():
        _lock(team)
        found = _member(team, user)
        check_leaving(found)
        found.delete()


def check_leaving(leaving: Membership) -> None:
    """Refuse that this member goes or gets a smaller role: LastOwner, or PersonalSpace for the owner of a personal one.

    Locks the team until the caller's transaction ends.
    """
    team = leaving.team
    _lock(team)
    if team.personal_owner_id == leaving.user_id:
        raise PersonalSpace
    others = Membership.objects.filter(team=team, role=Role.OWNER, user__is_active=True)
    if leaving.role == Role.OWNER and not others.exclude(pk=leaving.pk).exists():
        raise LastOwner


def _lock(team: Team) -> None:
    """Serialise changes to one team: two owners who leave at once must not both succeed."""
    Team.objects.select_for_update().get(pk=team.pk)


def _member(team: Team, user: User) -> Membership:
    found = Membership.objects.filter(team=team, user=user).first()
    if found is None:
        raise NotAMember
    return found
