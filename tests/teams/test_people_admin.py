"""People in the administration: who may change people does not become more than they are, nor take over who is."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client

from teams.models import User
from tests.people import PASSWORD


@pytest.fixture
def clerk(charlie: User) -> Client:
    """Staff who may change people and nothing else."""
    charlie.is_staff = True
    charlie.save(update_fields=["is_staff"])
    rights = ("view_user", "change_user", "delete_user", "add_user")
    charlie.user_permissions.set(Permission.objects.filter(codename__in=rights))
    client = Client()
    client.force_login(charlie)
    return client


def fields(person: User, **changes: str) -> dict[str, str]:
    given = {"username": person.username, "email": person.email, "theme": person.theme}
    joined = {"date_joined_0": "2026-01-01", "date_joined_1": "00:00:00"}
    no_teams = {"memberships-TOTAL_FORMS": "0", "memberships-INITIAL_FORMS": "0"}
    return {**given, **joined, **no_teams, "is_active": "on", "_save": "Save", **changes}


def test_nobody_makes_themselves_more(clerk: Client, charlie: User) -> None:
    changes = fields(charlie, is_superuser="on", is_staff="on", first_name="Charlotte")
    clerk.post(f"/admin/teams/user/{charlie.pk}/change/", changes)
    charlie.refresh_from_db()
    assert charlie.first_name == "Charlotte"
    assert not charlie.is_superuser


def test_a_clerk_still_changes_people(clerk: Client, alice: User) -> None:
    clerk.post(f"/admin/teams/user/{alice.pk}/change/", fields(alice, first_name="Alicia"))
    alice.refresh_from_db()
    assert alice.first_name == "Alicia"


def test_a_superuser_is_out_of_reach(clerk: Client, root: User) -> None:
    clerk.post(f"/admin/teams/user/{root.pk}/change/", fields(root, first_name="Mine"))
    new = {"password1": "mine for ever and ever", "password2": "mine for ever and ever"}
    clerk.post(f"/admin/teams/user/{root.pk}/password/", new)
    clerk.post(f"/admin/teams/user/{root.pk}/delete/", {"post": "yes"})
    chosen = {"action": "delete_selected", "_selected_action": [root.pk], "post": "yes"}
    clerk.post("/admin/teams/user/", chosen)
    root.refresh_from_db()
    assert root.first_name == ""
    assert root.check_password(PASSWORD)


def test_a_superuser_may_make_another(root: User, alice: User) -> None:
    client = Client()
    client.force_login(root)
    client.post(f"/admin/teams/user/{alice.pk}/change/", fields(alice, is_superuser="on"))
    alice.refresh_from_db()
    assert alice.is_superuser


@pytest.mark.parametrize("in_use", [True, False])
@pytest.mark.parametrize("by_group", [True, False])
def test_somebody_with_more_rights_is_out_of_reach(
    clerk: Client, alice: User, in_use: bool, by_group: bool
) -> None:
    """Their password would be a way to what the clerk may not do."""
    alice.is_staff, alice.is_active = True, in_use
    alice.save(update_fields=["is_staff", "is_active"])
    more = Permission.objects.get(codename="delete_conversation")
    if by_group:
        group = Group.objects.create(name="tidiers")
        group.permissions.add(more)
        alice.groups.add(group)
    else:
        alice.user_permissions.add(more)
    clerk.post(f"/admin/teams/user/{alice.pk}/change/", fields(alice, first_name="Mine"))
    new = {"password1": "mine for ever and ever", "password2": "mine for ever and ever"}
    clerk.post(f"/admin/teams/user/{alice.pk}/password/", new)
    alice.refresh_from_db()
    assert alice.first_name == "Alice"
    assert alice.check_password(PASSWORD)
