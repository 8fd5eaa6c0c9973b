"""The usage page, the theme, and credits in Django admin."""

import re
from decimal import Decimal

import pytest
from django.db import transaction
from django.test import Client

from teams import quota
from teams.access import personal_team
from teams.models import Allowance, Grant, Hold, Membership, Team, User
from tests.teams.test_quota import spend


def left_on(client: Client, path: str = "/usage/") -> Decimal:
    html = client.get(path).content.decode()
    found = re.search(r'data-credits-left="([-\d.]*)"', html)
    assert found is not None
    return Decimal(found[1])


@pytest.fixture
def office(client: Client, root: User) -> Client:
    client.force_login(root)
    return client


def test_shows_what_is_left_spent_and_held(client: Client, alice: User) -> None:
    team = personal_team(alice)
    hold = spend(alice, team, 24, "call:1")
    with transaction.atomic():
        quota.settle(hold, charged=Decimal("22.8"))
    spend(alice, team, "6.6", "call:2")
    client.force_login(alice)
    html = client.get("/usage/").content.decode()
    assert left_on(client) == Decimal("1970.6")
    for text in ("1,970", "of 2,000 this month", "22.8 spent", "6.6 held", "Settled", "Running"):
        assert text in html
    assert "style=" not in html


def test_an_empty_ledger_says_so(client: Client, alice: User) -> None:
    client.force_login(alice)
    assert "Nothing was spent here yet." in client.get("/usage/").content.decode()


def test_the_ledger_has_pages(client: Client, alice: User) -> None:
    team = personal_team(alice)
    for number in range(26):
        spend(alice, team, 1, f"call:{number}")
    client.force_login(alice)
    assert client.get("/usage/").content.decode().count('<tr data-state="held"') == 25
    assert client.get("/usage/?page=2").content.decode().count('<tr data-state="held"') == 1
    assert client.get("/usage/?page=nonsense").status_code == 200


def test_each_of_ones_teams_and_no_other(client: Client, team: Team, bob: User) -> None:
    client.force_login(bob)
    assert team.name in client.get("/usage/").content.decode()
    assert left_on(client, f"/usage/?team={team.uuid}") == 2000
    stranger = Team.objects.create(name="Elsewhere")
    assert client.get(f"/usage/?team={stranger.uuid}").status_code == 404
    assert client.get("/usage/?team=nonsense").status_code == 404


def test_unlimited_credits_are_said_plainly(client: Client, alice: User) -> None:
    team = personal_team(alice)
    allowance = quota.default_allowance(alice, team)
    allowance.amount = None
    allowance.save(update_fields=["amount"])
    client.force_login(alice)
    html = client.get("/usage/").content.decode()
    assert 'data-credits-left=""' in html
    assert "Unlimited" in html


def test_admins_read_allowances_as_their_people_do(client: Client, alice: User, root: User) -> None:
    quota.default_allowance(alice, personal_team(alice))
    Allowance.objects.create(scope="team", team=personal_team(root), amount=None)
    client.force_login(root)
    html = client.get("/admin/teams/allowance/", {"o": "6"}).content.decode()
    assert '<td class="field-credits">2,000</td>' in html
    assert '<td class="field-credits">unlimited</td>' in html


def test_the_theme_is_kept_and_leads_back(client: Client, alice: User) -> None:
    client.force_login(alice)
    response = client.post("/settings/theme/", {"theme": "dark", "next": "/usage/"})
    assert response.headers["Location"] == "/usage/"
    assert 'data-theme="dark"' in client.get("/usage/").content.decode()
    away = client.post("/settings/theme/", {"theme": "neon", "next": "//elsewhere.example/"})
    assert away.headers["Location"] == "/"
    alice.refresh_from_db()
    assert alice.theme == "dark"
    assert client.get("/settings/theme/").status_code == 405


def test_an_admin_changes_an_allowance_and_the_credits_left_change(
    office: Client, alice: User
) -> None:
    team = personal_team(alice)
    spend(alice, team, 10, "call:1")
    allowance = Allowance.objects.get(user=alice)
    form = {
        "scope": "person",
        "team": team.pk,
        "user": alice.pk,
        "period": "month",
        "amount": "50",
        "grants-TOTAL_FORMS": "0",
        "grants-INITIAL_FORMS": "0",
    }
    path = f"/admin/teams/allowance/{allowance.pk}/change/"
    assert office.get(path).status_code == 200
    assert office.post(path, form).status_code == 302
    assert quota.credits(alice, team).left == 40
    refused = office.post(path, {**form, "amount": "-1"})
    assert refused.status_code == 200
    wrong = office.post(path, {**form, "scope": "team"})
    assert "Choose a person and a team for a person" in wrong.content.decode()
    assert quota.credits(alice, team).left == 40


def test_an_admin_gives_extra_credits_with_a_reason(office: Client, alice: User) -> None:
    team = personal_team(alice)
    allowance = quota.default_allowance(alice, team)
    path = "/admin/teams/allowance/"
    form = {"action": "top_up", "_selected_action": str(allowance.pk)}
    asked = office.post(path, form)
    assert "Give extra credits" in asked.content.decode()
    office.post(path, {**form, "give": "1", "amount": "120"})
    assert not Grant.objects.exists()
    office.post(path, {**form, "give": "1", "amount": "120", "reason": "Fair week"})
    given = Grant.objects.get()
    assert (given.amount, given.reason, str(given.by)) == (Decimal(120), "Fair week", "root")
    assert quota.credits(alice, team).left == 2120


def test_holds_are_read_only_in_the_admin(office: Client, alice: User) -> None:
    hold = spend(alice, personal_team(alice), 10, "call:1")
    assert office.get("/admin/teams/hold/").status_code == 200
    assert office.get(f"/admin/teams/hold/{hold.pk}/change/").status_code == 200
    assert office.post(f"/admin/teams/hold/{hold.pk}/change/", {"held": "1"}).status_code == 403
    assert office.post(f"/admin/teams/hold/{hold.pk}/delete/", {"post": "yes"}).status_code == 403
    assert Hold.objects.get().held == 10


@pytest.mark.parametrize("page", ["user", "team", "allowance"])
def test_every_admin_page_opens(office: Client, team: Team, alice: User, page: str) -> None:
    quota.default_allowance(alice, team)
    assert office.get(f"/admin/teams/{page}/").status_code == 200
    assert office.get(f"/admin/teams/{page}/add/").status_code == 200


def test_the_admin_keeps_an_owner_on_a_team(office: Client, team: Team, alice: User) -> None:
    rows = list(team.memberships.order_by("pk"))
    form = {
        "name": team.name,
        "time_zone": "UTC",
        "personal_owner": "",
        "memberships-TOTAL_FORMS": str(len(rows)),
        "memberships-INITIAL_FORMS": str(len(rows)),
    }
    for number, row in enumerate(rows):
        form |= {
            f"memberships-{number}-id": str(row.pk),
            f"memberships-{number}-team": str(team.pk),
            f"memberships-{number}-user": str(row.user_id),
            f"memberships-{number}-role": "member",
        }
    path = f"/admin/teams/team/{team.pk}/change/"
    assert "A team needs its owner." in office.post(path, form).content.decode()
    assert Membership.objects.get(team=team, user=alice).role == "owner"
    form["memberships-1-role"] = "owner"
    assert office.post(path, form).status_code == 302
    assert Membership.objects.get(team=team, user=alice).role == "member"
