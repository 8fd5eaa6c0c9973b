"""What may still be spent: reserve before a paid call, settle or release after it.

Available is computed from rows, never kept in a counter: allowance plus grants of the period,
less what its holds have charged and still hold. The allowance rows are the locks. Everything that
spends locks every allowance that binds the call in the order person, team, instance, and sums
after it has them; so two calls at once never overspend by one credit. Callers that also lock a
conversation lock it first.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, Q, QuerySet
from django.utils import timezone

from db.prepared import Prepared, together
from teams import wording
from teams.models import Allowance, Hold, Team, User
from teams.periods import span
from teams.sums import sums_of

_MICRO = Decimal("0.000001")
_NONE = Decimal(0)


def _binding_on(user: int, team: int) -> QuerySet[Allowance]:
    """None, and so nothing is locked, while the person's own is missing: its lock comes first."""
    own = Allowance.objects.filter(scope=Allowance.Scope.PERSON, user=user, team=team)
    target = (
        Q(scope=Allowance.Scope.PERSON, user=user, team=team)
        | Q(scope=Allowance.Scope.TEAM, team=team)
        | Q(scope=Allowance.Scope.INSTANCE)
    )
    # nulls come last, so this is the order of the locks: person, team, instance
    return Allowance.objects.filter(target, Exists(own)).order_by("user_id", "team_id", "pk")


_allowances = Prepared(_binding_on, int, int)
_locked = Prepared(lambda user, team: _binding_on(user, team).select_for_update(), int, int)
_hold = Prepared(lambda key: Hold.objects.filter(key=key).select_for_update(), str)


class NotEnoughCredits(Exception):
    """A call needs more than is left. `renews_at` is None when the allowance never renews."""

    code = "not_enough_credits"

    def __init__(
        self,
        needed: Decimal,
        left: Decimal,
        renews_at: datetime | None,
        *,
        scope: Allowance.Scope = Allowance.Scope.PERSON,
    ) -> None:
        self.needed, self.left, self.renews_at = needed, left, renews_at
        has = {"person": "You have", "team": "Your team has", "instance": "This studio has"}[scope]
        until = "" if renews_at is None else f" until {wording.day_text(renews_at)}"
        super().__init__(
            f"This needs about {wording.at_least(needed)}. "
            f"{has} {wording.at_most(left)}{until}. Nothing was started."
        )


class HoldSettled(Exception):
    """The key belongs to a call that has been paid: a new call needs a key of its own."""

    code = "hold_settled"

    def __init__(self) -> None:
        super().__init__("This was paid already. Ask for it again.")


@dataclass(frozen=True)
class Credits:
    """What a person may still spend in a team, by the allowance that binds tightest.

    `left` and `total` are None when nothing limits them; `left` may be negative. `total` counts
    `extra`, the grants of the period. `renews_at` is None when nothing renews.
    """

    left: Decimal | None
    total: Decimal | None
    extra: Decimal
    spent: Decimal
    held: Decimal
    renews_at: datetime | None
    period: Allowance.Period
    scope: Allowance.Scope


def reserve(
    *,
    key: str,
    user: User,
    team: Team,
    amount: Decimal,
    note: str = "",
    now: datetime | None = None,
) -> Hold:
    """Hold `amount` credits for one call, inside the caller's transaction.

    Calling twice with one key returns the same open hold; a released one is held anew. Raises
    NotEnoughCredits (nothing is written but a missing default allowance) and HoldSettled. Locks
    the binding allowances until the transaction ends. `now` is the clock, for tests.
    """
    _assert_in_transaction()
    assert amount >= 0, "a hold is never negative"
    moment = now or timezone.now()
    amount = amount.quantize(_MICRO, rounding=ROUND_CEILING)
    binding, held = together(_locked.of(user.pk, team.pk), _hold.of(key))
    if not binding:
        _make_default(user, team)
        binding = _locked(user.pk, team.pk)
    balances = _balances(binding, team, moment)
    hold = next(iter(held), None)
    if hold is not None:
        assert (hold.user_id, hold.team_id) == (user.pk, team.pk), "one key, one person and team"
        if hold.state == Hold.State.HELD:
            return hold
        if hold.state == Hold.State.SETTLED:
            raise HoldSettled
    tightest = _tightest(balances)
    if tightest.left is not None and amount > tightest.left:
        raise NotEnoughCredits(amount, tightest.left, tightest.renews_at, scope=tightest.scope)
    if hold is None:  # its allowances are locked: nobody else makes it meanwhile
        hold = Hold(key=key, user=user, team=team)
    hold.held, hold.state, hold.note = amount, Hold.State.HELD, note[:200]
    hold.reserved_at, hold.closed_at = moment, None
    hold.save()
    return hold


def settle(hold: Hold, *, charged: Decimal, now: datetime | None = None) -> None:
    """Book what the call cost, inside the caller's transaction; `hold` is brought up to date.

    May exceed what was held: the service has charged, so it is booked in full and the next
    reserve is refused. A released hold is booked as well. Calling twice is safe, the first
    charge stands. Locks the hold only.
    """
    _assert_in_transaction()
    assert charged >= 0, "a charge is never negative"
    row = Hold.objects.select_for_update().get(pk=hold.pk)
    if row.state != Hold.State.SETTLED:
        row.state = Hold.State.SETTLED
        row.charged = charged.quantize(_MICRO, rounding=ROUND_HALF_UP)
        row.closed_at = now or timezone.now()
        row.save(update_fields=["state", "charged", "closed_at"])
    _bring_up_to_date(hold, row)


def release(hold: Hold, *, now: datetime | None = None) -> None:
    """Give a hold back in full, inside the caller's transaction; `hold` is brought up to date.

    Calling twice is safe; a settled hold stays settled. Locks the hold only.
    """
    _assert_in_transaction()
    row = Hold.objects.select_for_update().get(pk=hold.pk)
    if row.state == Hold.State.HELD:
        row.state = Hold.State.RELEASED
        row.closed_at = now or timezone.now()
        row.save(update_fields=["state", "closed_at"])
    _bring_up_to_date(hold, row)


def credits(user: User, team: Team, now: datetime | None = None) -> Credits:
    """What the person may still spend in the team. Takes no lock; three queries as a rule.

    The first look writes the default allowance, so that an admin finds a row to change.
    """
    moment = now or timezone.now()
    binding = _allowances(user.pk, team.pk)
    if not binding:
        _make_default(user, team)
        binding = _allowances(user.pk, team.pk)
    return _tightest(_balances(binding, team, moment))


def balance(allowance: Allowance, now: datetime) -> Credits:
    """What one allowance says, computed from the rows of its period. Callers that spend lock it."""
    period = span(allowance, now)
    sums = sums_of(allowance, period)
    total = None if allowance.amount is None else allowance.amount + sums.extra
    return Credits(
        left=None if total is None else total - sums.spent - sums.held,
        total=total,
        extra=sums.extra,
        spent=sums.spent,
        held=sums.held,
        renews_at=period.end,
        period=Allowance.Period(allowance.period),
        scope=Allowance.Scope(allowance.scope),
    )


def default_allowance(user: User, team: Team) -> Allowance:
    """The first allowance of a person in a team, made with the default amount when missing."""
    own = Allowance.objects.filter(scope=Allowance.Scope.PERSON, user=user, team=team)
    found = own.order_by("pk").first()
    if found is None:
        _make_default(user, team)
        found = own.order_by("pk")[0]
    return found


def _balances(binding: list[Allowance], team: Team, moment: datetime) -> list[Credits]:
    """What each allowance says; those of the team share the team that is here already."""
    for row in binding:
        if row.team_id is not None:
            row.team = team
    return [balance(row, moment) for row in binding]


def _make_default(user: User, team: Team) -> None:
    """The person's own allowance where there is none. Two first calls at once insert one row."""
    person = Allowance(
        scope=Allowance.Scope.PERSON,
        user=user,
        team=team,
        period=Allowance.Period.MONTH,
        amount=settings.DEFAULT_MONTHLY_CREDITS,
    )
    Allowance.objects.bulk_create([person], ignore_conflicts=True)


def _tightest(balances: list[Credits]) -> Credits:
    """The one with least left; the person's own where nothing limits (it is always first)."""
    limited = [one for one in balances if one.left is not None]
    return min(limited, key=lambda one: one.left or _NONE) if limited else balances[0]


def _bring_up_to_date(hold: Hold, row: Hold) -> None:
    hold.state, hold.charged, hold.closed_at = row.state, row.charged, row.closed_at


def _assert_in_transaction() -> None:
    assert transaction.get_connection().in_atomic_block, "money moves in the caller's transaction"
