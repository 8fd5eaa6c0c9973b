"""What was spent and granted in a period, in one statement: it stands before every paid call, under the locks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db import connection

from teams.models import Allowance, Grant, Hold
from teams.periods import Span


@dataclass(frozen=True)
class Sums:
    """Credits of one allowance's period: charged, still held, and granted on top."""

    spent: Decimal
    held: Decimal
    extra: Decimal


def sums_of(allowance: Allowance, period: Span) -> Sums:
    """The holds that count against `allowance` and its grants. Takes no lock."""
    where: list[str] = ["TRUE"]
    values: list[int | datetime | None] = []
    for column, value in (("team_id", allowance.team_id), ("user_id", allowance.user_id)):
        if value is not None:
            where.append(f"{column} = %s")
            values.append(value)
    if period.start is not None:
        where.append("reserved_at >= %s AND reserved_at < %s")
        values += [period.start, period.end]
    statement = f"""
        SELECT COALESCE(SUM(charged), 0),
               COALESCE(SUM(held) FILTER (WHERE state = %s), 0),
               (SELECT COALESCE(SUM(amount), 0) FROM {Grant._meta.db_table}
                WHERE allowance_id = %s AND period_start = %s)
        FROM {Hold._meta.db_table} WHERE {" AND ".join(where)}
    """  # noqa: S608 - names of our own tables and columns only
    with connection.cursor() as cursor:
        cursor.execute(statement, [Hold.State.HELD.value, allowance.pk, period.first_day, *values])
        return Sums(*cursor.fetchone())
