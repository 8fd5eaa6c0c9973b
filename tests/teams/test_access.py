"""Roles: everyone has a space of their own, an owner remains, removal acts at once."""

from functools import partial

import pytest
from django.contrib.auth.models import AnonymousUser

from teams import access
from teams.models import Membership, Team, User
from tests.people import make_person
from tests.teams.test_quota import at_once

Role = Membership.Role


@pytest.mark.django_db(transaction=True)
def test_the_personal_team_is_one_even_when_first_needed_at_once() -> None:
    person = make_person("alice")
    results = at_once([lambda: access.personal_team(person)] * 8)
    assert {one.pk for one in results if isinstance(one, Team)} == {Team.objects.get().pk}
    assert access.role(person, Team.objects.get()) == Role.OWNER


@pytest.mark.parametrize(
    ("name", "role", "writes"),
    [("alice", Role.OWNER, True), ("bob", Role.MEMBER, True), ("vera", Role.VIEWER, False)],
)
def test_roles_say_who_may_write(team: Team, name: str, role: Role, writes: bool) -> None:
    found = access.role(User.objects.get(username=name), team)
    assert found == role
    assert access.can_write(found) is writes


def test_strangers_signed_out_and_deactivated_people_have_no_role(
    team: Team, bob: User, charlie: User
) -> None:
    assert access.role(charlie, team) is None
    assert access.role(AnonymousUser(), team) is None
    User.objects.filter(pk=bob.pk).update(is_active=False)
    assert access.role(bob, team) is None
    assert not access.can_write(None)


def test_an_owner_remains(team: Team, alice: User, bob: User) -> None:
    with pytest.raises(access.LastOwner):
        access.remove_member(team, alice)
    with pytest.raises(access.LastOwner):
        access.change_role(team, alice, Role.MEMBER)
    access.change_role(team, bob, Role.OWNER)
    access.remove_member(team, alice)
    assert access.role(alice, team) is None


@pytest.mark.django_db(transaction=True)
def test_two_owners_who_leave_at_once_leave_one() -> None:
    first, second = make_person("alice"), make_person("bob")
    team = Team.objects.create(name="Northlight")
    for person in (first, second):
        access.add_member(team, person, Role.OWNER)
    results = at_once([partial(access.remove_member, team, one) for one in (first, second)])
    assert sum(isinstance(one, access.LastOwner) for one in results) == 1
    assert team.memberships.count() == 1


def test_nobody_loses_their_own_space(alice: User, bob: User) -> None:
    own = access.personal_team(alice)
    access.add_member(own, bob, Role.OWNER)
    with pytest.raises(access.PersonalSpace):
        access.remove_member(own, alice)


def test_adding_twice_is_safe_and_another_role_is_refused(team: Team, bob: User) -> None:
    access.add_member(team, bob, Role.MEMBER)
    with pytest.raises(access.AlreadyMember):
        access.add_member(team, bob, Role.ADMIN)


def test_changing_a_stranger_is_refused(team: Team, charlie: User) -> None:
    with pytest.raises(access.NotAMember):
        access.change_role(team, charlie, Role.ADMIN)
    with pytest.raises(access.NotAMember):
        access.remove_member(team, charlie)
