"""Conversations in the administration: who only looks changes nothing."""

import pytest
from django.contrib.auth.models import Permission
from django.test import Client

from chat.models import Run
from teams.models import Team, User
from tests.chat.world import World, build_world


@pytest.fixture
def world(alice: User, team: Team, picture: bytes) -> World:
    return build_world(alice, team, picture)


def staff(person: User, *rights: str) -> Client:
    person.is_staff = True
    person.save(update_fields=["is_staff"])
    person.user_permissions.set(Permission.objects.filter(codename__in=rights))
    client = Client()
    client.force_login(person)
    return client


def act(client: Client, model: str, action: str, pk: int) -> None:
    client.post(f"/admin/chat/{model}/", {"action": action, "_selected_action": [pk]})


@pytest.mark.parametrize(("right", "trashed"), [("view", False), ("delete", True)])
def test_only_who_may_delete_moves_to_the_trash(
    world: World, charlie: User, right: str, trashed: bool
) -> None:
    client = staff(charlie, "view_conversation", f"{right}_conversation")
    act(client, "conversation", "move_to_trash", world.conversation.pk)
    world.conversation.refresh_from_db()
    assert (world.conversation.deleted_at is not None) is trashed


@pytest.mark.parametrize(("right", "stopped"), [("view", False), ("change", True)])
def test_only_who_may_change_stops_a_run(
    world: World, charlie: User, right: str, stopped: bool
) -> None:
    client = staff(charlie, "view_run", f"{right}_run")
    act(client, "run", "stop", world.run.pk)
    assert (Run.objects.get(pk=world.run.pk).status == Run.Status.CANCELLED) is stopped
