"""Credits: nothing is overspent, whatever happens at once, twice or late."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from decimal import Decimal
from functools import partial
from threading import Barrier

import pytest
from django.db import connections, transaction

from teams import quota
from teams.access import personal_team
from teams.grants import grant
from teams.models import Allowance, Hold, Team, User
from tests.people import make_person

MAY = datetime(2026, 5, 19, 14, 4, tzinfo=UTC)


def spend(user: User, team: Team, amount: int | str, key: str, now: datetime | None = None) -> Hold:
    with transaction.atomic():
        return quota.reserve(
            key=key, user=user, team=team, amount=Decimal(amount), note="A call", now=now
        )


def allow(user: User, team: Team, amount: int | None, period: str = "month") -> Allowance:
    return Allowance.objects.update_or_create(
        scope="person", user=user, team=team, period=period, defaults={"amount": amount}
    )[0]


def at_once(calls: Sequence[Callable[[], object]]) -> list[object]:
    """Run the calls in as many threads, released together; exceptions are results too."""
    gate = Barrier(len(calls))

    def run(call: Callable[[], object]) -> object:
        gate.wait(10)
        try:
            return call()
        except Exception as error:  # noqa: BLE001 - what a thread raised is its result
            return error
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


@pytest.mark.django_db(transaction=True)
def test_never_overspends_by_one_credit_at_once() -> None:
    person = make_person("alice")
    team = personal_team(person)
    allow(person, team, 10)
    results = at_once([partial(spend, person, team, 1, f"call:{n}") for n in range(16)])
    assert sum(isinstance(one, Hold) for one in results) == 10
    assert sum(isinstance(one, quota.NotEnoughCredits) for one in results) == 6
    assert quota.credits(person, team).left == 0


@pytest.mark.django_db(transaction=True)
def test_the_team_pool_binds_people_who_spend_at_once() -> None:
    people = [make_person(f"person{n}") for n in range(6)]
    team = Team.objects.create(name="Northlight")
    Allowance.objects.create(scope="team", team=team, amount=7)
    Allowance.objects.create(scope="instance", amount=1000)
    calls = [partial(spend, people[n % 6], team, 1, f"call:{n}") for n in range(12)]
    results = at_once(calls)
    refused = [one for one in results if isinstance(one, quota.NotEnoughCredits)]
    assert len(refused) == 5
    assert "Your team has 0" in str(refused[0])
    # a refusal takes the default it made back with it, so exactly those who got something have one
    served = {one.user_id for one in results if isinstance(one, Hold)}
    made = Allowance.objects.filter(scope="person", team=team).values_list("user_id", flat=True)
    assert sorted(made) == sorted(served)


@pytest.mark.django_db(transaction=True)
def test_one_key_at_once_is_one_hold_and_one_default_allowance() -> None:
    person = make_person("alice")
    team = personal_team(person)
    results = at_once([lambda: spend(person, team, 5, "call:1")] * 6)
    assert {one.pk for one in results if isinstance(one, Hold)} == {Hold.objects.get().pk}
    assert Allowance.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_transaction_that_fails_holds_nothing(alice: User) -> None:
    team = personal_team(alice)
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        quota.reserve(key="call:1", user=alice, team=team, amount=Decimal(5))
        raise ZeroDivisionError
    assert not Hold.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_money_moves_only_in_the_callers_transaction(alice: User) -> None:
    with pytest.raises(AssertionError):
        quota.reserve(key="call:1", user=alice, team=personal_team(alice), amount=Decimal(5))


def test_a_fresh_person_has_the_default_credits(alice: User) -> None:
    credits = quota.credits(alice, personal_team(alice), MAY)
    assert (credits.left, credits.total, credits.spent) == (
        Decimal(2000),
        Decimal(2000),
        Decimal(0),
    )
    assert credits.renews_at == datetime(2026, 6, 1, tzinfo=UTC)


def test_settles_to_what_it_cost_and_once(alice: User) -> None:
    team = personal_team(alice)
    hold = spend(alice, team, 24, "call:1")
    assert quota.credits(alice, team).held == 24
    with transaction.atomic():
        quota.settle(hold, charged=Decimal("22.8"))
        quota.settle(hold, charged=Decimal(99))
        quota.release(hold)
    assert (hold.state, hold.charged) == ("settled", Decimal("22.8"))
    assert quota.credits(alice, team).left == Decimal("1977.2")
    with pytest.raises(quota.HoldSettled):
        spend(alice, team, 24, "call:1")


def test_release_gives_everything_back_and_the_key_may_hold_again(alice: User) -> None:
    team = personal_team(alice)
    hold = spend(alice, team, 24, "call:1")
    with transaction.atomic():
        quota.release(hold)
        quota.release(hold)
    assert quota.credits(alice, team).left == 2000
    again = spend(alice, team, 30, "call:1")
    assert (again.pk, again.state, again.held) == (hold.pk, "held", Decimal(30))


def test_a_released_hold_is_still_booked_when_the_service_charged(alice: User) -> None:
    team = personal_team(alice)
    hold = spend(alice, team, 24, "call:1")
    with transaction.atomic():
        quota.release(hold)
        quota.settle(hold, charged=Decimal(20))
    assert quota.credits(alice, team).spent == 20


def test_a_charge_over_the_hold_is_booked_and_the_next_call_refused(alice: User) -> None:
    team = personal_team(alice)
    allow(alice, team, 10)
    hold = spend(alice, team, 10, "call:1")
    with transaction.atomic():
        quota.settle(hold, charged=Decimal(12))
    assert quota.credits(alice, team).left == -2
    with pytest.raises(quota.NotEnoughCredits):
        spend(alice, team, "0.1", "call:2")


def test_refuses_in_a_sentence_that_says_what_is_left_and_until_when(alice: User) -> None:
    team = personal_team(alice)
    allow(alice, team, 38)
    with pytest.raises(quota.NotEnoughCredits) as refused:
        spend(alice, team, "267.2", "call:1", MAY)
    assert str(refused.value) == (
        "This needs about 268. You have 38 until 1 June. Nothing was started."
    )
    assert (refused.value.needed, refused.value.left) == (Decimal("267.2"), Decimal(38))
    assert not Hold.objects.exists()


def test_a_month_begins_at_midnight_in_the_teams_zone(alice: User) -> None:
    team = personal_team(alice)
    team.time_zone = "Pacific/Auckland"
    team.save()
    allow(alice, team, 10)
    spend(alice, team, 10, "call:1", datetime(2026, 5, 31, 11, 59, tzinfo=UTC))  # 23:59 there
    with pytest.raises(quota.NotEnoughCredits):
        spend(alice, team, 1, "call:2", datetime(2026, 5, 31, 11, 59, 59, tzinfo=UTC))
    assert spend(alice, team, 10, "call:3", datetime(2026, 5, 31, 12, 0, tzinfo=UTC)).held == 10


def test_a_late_charge_belongs_to_the_period_of_its_hold(alice: User) -> None:
    team = personal_team(alice)
    allow(alice, team, 10)
    hold = spend(alice, team, 10, "call:1", MAY)
    june = datetime(2026, 6, 2, tzinfo=UTC)
    with transaction.atomic():
        quota.settle(hold, charged=Decimal(9), now=june)
    assert quota.credits(alice, team, june).left == 10
    assert quota.credits(alice, team, MAY).left == 1


def test_the_tightest_of_several_allowances_binds(alice: User) -> None:
    team = personal_team(alice)
    allow(alice, team, 100)
    allow(alice, team, 5, period="day")
    credits = quota.credits(alice, team, MAY)
    assert credits.left == 5
    assert credits.period == Allowance.Period.DAY
    spend(alice, team, 5, "call:1", MAY)
    with pytest.raises(quota.NotEnoughCredits, match="until 20 May"):
        spend(alice, team, 1, "call:2", MAY)


def test_an_empty_amount_is_unlimited(alice: User) -> None:
    team = personal_team(alice)
    allow(alice, team, None)
    spend(alice, team, 1_000_000, "call:1")
    assert quota.credits(alice, team).left is None


def test_extra_credits_count_in_their_period_only(alice: User, root: User) -> None:
    team = personal_team(alice)
    grant(allow(alice, team, 10), amount=Decimal(5), reason="Fair week", by=root, now=MAY)
    assert quota.credits(alice, team, MAY).left == 15
    assert quota.credits(alice, team, datetime(2026, 6, 1, tzinfo=UTC)).left == 10


def test_one_persons_spend_never_counts_for_another(alice: User, bob: User, team: Team) -> None:
    spend(alice, team, 100, "call:1")
    assert quota.credits(bob, team).left == 2000
    assert quota.credits(alice, personal_team(alice)).left == 2000
