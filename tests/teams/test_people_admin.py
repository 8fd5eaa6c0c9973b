"""People in the administration: who may change people does not become more than they are, nor take over who is."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client

from teams import quota
from teams.access import change_role
from teams.models import Allowance, Membership, Team, User
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


@pytest.mark.parametrize(
    ("change", "other_owner", "leaves"),
    [
        ({"DELETE": "on"}, False, False),
        ({"role": "viewer"}, False, False),
        ({"role": "viewer"}, True, True),
        ({"DELETE": "on"}, True, True),
        ({"role": "owner"}, False, False),
    ],
)
def test_a_team_keeps_an_owner_also_on_the_page_of_a_person(
    root: User,
    alice: User,
    bob: User,
    team: Team,
    change: dict[str, str],
    other_owner: bool,
    leaves: bool,
) -> None:
    if other_owner:
        change_role(team, bob, Membership.Role.OWNER)
    hers = Membership.objects.get(team=team, user=alice)
    row = {
        "id": str(hers.pk),
        "user": str(alice.pk),
        "team": str(team.pk),
        "role": "owner",
        **change,
    }
    rows = {f"memberships-0-{name}": value for name, value in row.items()}
    counts = {"memberships-TOTAL_FORMS": "1", "memberships-INITIAL_FORMS": "1"}
    client = Client()
    client.force_login(root)
    answer = client.post(f"/admin/teams/user/{alice.pk}/change/", fields(alice, **counts, **rows))
    refused = change != {"role": "owner"} and not leaves
    assert answer.status_code == (200 if refused else 302)
    assert ("A team needs an owner." in answer.content.decode()) == refused
    still = Membership.objects.filter(team=team, user=alice, role=Membership.Role.OWNER)
    assert still.exists() is not leaves


@pytest.mark.parametrize("kind", ["user", "team"])
def test_who_may_spend_goes_with_their_allowance(
    root: User, bob: User, team: Team, kind: str
) -> None:
    quota.credits(bob, team)
    gone = bob if kind == "user" else team
    client = Client()
    client.force_login(root)
    client.post(f"/admin/teams/{kind}/{gone.pk}/delete/", {"post": "yes"})
    assert not Allowance.objects.filter(user=bob, team=team).exists()
    assert not type(gone)._default_manager.filter(pk=gone.pk).exists()
