"""Prepared querysets answer as the querysets they were made from."""

import threading
import time
from uuid import UUID, uuid4

import pytest
from django.db import connection, transaction
from django.db.models import QuerySet
from django.db.transaction import TransactionManagementError
from django.test.utils import CaptureQueriesContext

from chat.models import Conversation
from db.prepared import CannotBePrepared, Prepared, together
from teams.models import Membership, Team, User

pytestmark = pytest.mark.django_db


def _members(team: int, role: str) -> QuerySet[Membership]:
    return (
        Membership.objects.filter(team=team, role=role)
        .select_related("user", "team")
        .order_by("pk")
    )


@pytest.fixture
def team() -> Team:
    team = Team.objects.create(name="Harbour")
    for name in ("ada", "bo", "cy"):
        user = User.objects.create_user(name, f"{name}@example.org")
        Membership.objects.create(team=team, user=user, role=Membership.Role.MEMBER)
    return team


def test_the_rows_and_what_they_are_joined_with_are_the_same(team: Team) -> None:
    asked = Prepared(_members, int, str)
    for role in (Membership.Role.MEMBER, Membership.Role.OWNER):
        assert asked(team.pk, role) == list(_members(team.pk, role))
    with CaptureQueriesContext(
        connection,
    ) as seen:
        emails = [member.user.email for member in asked(team.pk, "member")]
        names = {member.team.name for member in asked(team.pk, "member")}
    assert emails == ["ada@example.org", "bo@example.org", "cy@example.org"]
    assert names == {"Harbour"}
    assert len(seen) == 2


def test_it_is_built_once_and_sees_what_is_there_now(team: Team) -> None:
    built = []

    def build(name: str) -> QuerySet[Team]:
        built.append(name)
        return Team.objects.filter(name=name)

    asked = Prepared(build, str)
    assert asked.first("Harbour") == team
    assert asked.first("Lighthouse") is None
    other = Team.objects.create(name="Lighthouse")
    assert asked.first("Lighthouse") == other
    assert len(built) == 1


def test_one_value_may_stand_in_several_places_and_beside_constants(team: Team) -> None:
    asked = Prepared(
        lambda pk: Membership.objects.filter(team=pk, team__id__lte=pk, role="member").values_list(
            "role", flat=True
        ),
        int,
    )
    assert asked(team.pk) == ["member"] * 3


def test_rows_come_as_models_whose_changes_are_saved(team: Team) -> None:
    found = Prepared(lambda pk: Team.objects.filter(pk=pk), int).first(team.pk)
    assert found is not None
    found.name = "Quay"
    found.save()
    team.refresh_from_db()
    assert team.name == "Quay"


def test_several_are_asked_in_one_statement_and_answered_in_order(team: Team) -> None:
    teams = Prepared(lambda pk: Team.objects.filter(pk=pk), int)
    members = Prepared(_members, int, str)
    none = Prepared(lambda uuid: Conversation.objects.filter(uuid=uuid), UUID)
    with CaptureQueriesContext(connection) as seen:
        found, nobody, people, roles = together(
            teams.of(team.pk),
            none.of(uuid4()),
            members.of(team.pk, "member"),
            Prepared(_roles, int).of(team.pk),
        )
    assert len(seen) == 1
    assert (found, nobody) == ([team], [])
    assert [member.user.username for member in people] == ["ada", "bo", "cy"]
    assert roles == ["member"] * 3


def _roles(team: int) -> QuerySet[Membership, str]:
    return Membership.objects.filter(team=team).values_list("role", flat=True)


@pytest.mark.django_db(transaction=True)
def test_of_several_each_sees_what_the_one_before_it_waited_for(team: Team) -> None:
    """A lock comes first, and what is read after it is what its holder has left."""
    locked = Prepared(lambda pk: Team.objects.filter(pk=pk).select_for_update(), int)
    names = Prepared(lambda pk: Team.objects.filter(pk=pk).values_list("name", flat=True), int)
    holding, found = threading.Event(), []

    def hold() -> None:
        try:
            with transaction.atomic():
                locked(team.pk)
                holding.set()
                time.sleep(0.2)  # the other one comes to wait; had it not, it would read the same
                Team.objects.filter(pk=team.pk).update(name="Quay")
        finally:
            connection.close()

    thread = threading.Thread(target=hold)
    thread.start()
    assert holding.wait(10)
    with transaction.atomic():
        found += together(locked.of(team.pk), names.of(team.pk))[1]
    thread.join(10)
    assert found == ["Quay"]


def test_a_uuid_is_asked_for_as_it_is() -> None:
    assert Prepared(lambda uuid: Conversation.objects.filter(uuid=uuid), UUID)(uuid4()) == []


@pytest.mark.django_db(transaction=True)
def test_rows_are_locked_inside_a_transaction_only(team: Team) -> None:
    asked = Prepared(lambda pk: Team.objects.filter(pk=pk).select_for_update(), int)
    with transaction.atomic():
        assert asked(team.pk) == [team]
    with pytest.raises(TransactionManagementError):
        asked(team.pk)


@pytest.mark.django_db(transaction=True)
def test_threads_use_their_own_connections(team: Team) -> None:
    asked = Prepared(lambda pk: Team.objects.filter(pk=pk), int)
    found: list[Team | None] = []

    def look() -> None:
        try:
            found.append(asked.first(team.pk))
        finally:
            connection.close()

    with transaction.atomic():
        Team.objects.filter(pk=team.pk).update(name="Not yet")
        thread = threading.Thread(target=look)
        thread.start()
        thread.join(10)
        mine = asked.first(team.pk)
    assert [one.name for one in found if one] == ["Harbour"]
    assert mine is not None
    assert mine.name == "Not yet"


def test_a_value_that_never_reaches_the_query_is_a_mistake() -> None:
    with pytest.raises(CannotBePrepared, match="do not reach"):
        Prepared(lambda _pk: Team.objects.filter(name="x"), int)(1)
    with pytest.raises(CannotBePrepared, match="1 values are asked for, not 0"):
        Prepared(lambda pk: Team.objects.filter(pk=pk), int)()
    with pytest.raises(CannotBePrepared, match="cannot be prepared"):
        Prepared(lambda at: Team.objects.filter(created_at=at), float)
