"""When the period of an allowance begins and when it renews."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings

from teams.models import Allowance

_FOR_GOOD = date(1970, 1, 1)


@dataclass(frozen=True)
class Span:
    """One period: from `start` up to but not including `end`; None where there is no bound.

    `first_day` is the local date grants of the period are booked on.
    """

    first_day: date
    start: datetime | None
    end: datetime | None


def zone_of(allowance: Allowance) -> ZoneInfo:
    """The team's time zone; the instance's for everyone together."""
    return ZoneInfo(settings.TIME_ZONE if allowance.team is None else allowance.team.time_zone)


def span(allowance: Allowance, now: datetime) -> Span:
    """The period of the allowance that contains `now` (aware), from local midnight on."""
    if allowance.period == Allowance.Period.NEVER:
        return Span(_FOR_GOOD, None, None)
    zone = zone_of(allowance)
    today = now.astimezone(zone).date()
    if allowance.period == Allowance.Period.DAY:
        first, after = today, today + timedelta(days=1)
    else:
        first = today.replace(day=1)
        after = (first + timedelta(days=31)).replace(day=1)
    return Span(first, _midnight(first, zone), _midnight(after, zone))


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=zone)
