"""The cast: alice owns a team, bob writes and vera views on it, charlie is a stranger, root may all."""

import pytest

from teams.access import add_member, personal_team
from teams.models import Membership, Team, User

PASSWORD = "a long walk by the sea"


def make_person(name: str) -> User:
    return User.objects.create_user(
        username=name, email=f"{name}@example.org", password=PASSWORD, first_name=name.capitalize()
    )


@pytest.fixture
def alice(db: None) -> User:
    person = make_person("alice")
    personal_team(person)
    return person


@pytest.fixture
def bob(db: None) -> User:
    return make_person("bob")


@pytest.fixture
def vera(db: None) -> User:
    return make_person("vera")


@pytest.fixture
def charlie(db: None) -> User:
    return make_person("charlie")


@pytest.fixture
def root(db: None) -> User:
    return User.objects.create_superuser("root", "root@example.org", PASSWORD)


@pytest.fixture
def team(alice: User, bob: User, vera: User) -> Team:
    """Alice's team: bob is a member, vera a viewer."""
    made = Team.objects.create(name="Northlight")
    add_member(made, alice, Membership.Role.OWNER)
    add_member(made, bob, Membership.Role.MEMBER)
    add_member(made, vera, Membership.Role.VIEWER)
    return made
