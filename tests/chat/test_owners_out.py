"""Owners whose place on the team has changed: a viewer reads, somebody removed finds nothing, not even a title."""

import pytest
from django.http import Http404
from django.test import Client

from chat.access import Need, allows, find_conversation
from chat.actions.conversations import delete_conversation, rename_conversation, start_conversation
from chat.models import Conversation
from teams.access import change_role, remove_member
from teams.models import Membership, Team, User


@pytest.fixture
def bobs(transactional_db: None, bob: User, team: Team) -> Conversation:
    made = start_conversation(bob, team=team)
    rename_conversation(made, "The secret film")
    return made


def test_an_owner_made_a_viewer_only_reads(bobs: Conversation, bob: User, team: Team) -> None:
    assert all(allows(bob, bobs, need) for need in Need)
    change_role(team, bob, Membership.Role.VIEWER)
    assert allows(bob, bobs, Need.VIEW)
    assert not allows(bob, bobs, Need.WRITE)
    assert not allows(bob, bobs, Need.MANAGE)


def test_the_trash_of_somebody_removed_is_empty(
    bobs: Conversation, bob: User, team: Team, client: Client
) -> None:
    client.force_login(bob)
    delete_conversation(bobs, by=bob)
    assert "The secret film" in client.get("/trash/").content.decode()
    remove_member(team, bob)
    assert "The secret film" not in client.get("/trash/").content.decode()
    with pytest.raises(Http404):
        find_conversation(bob, bobs.uuid, Need.VIEW)
