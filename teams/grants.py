"""Extra credits: given by an admin, with a reason, for the running period of an allowance."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from teams.models import Allowance, Grant, User
from teams.periods import span


def grant(
    allowance: Allowance, *, amount: Decimal, reason: str, by: User, now: datetime | None = None
) -> Grant:
    """Add credits to the allowance's running period. Calling twice grants twice.

    Locks the allowance; joins the caller's transaction or opens one.
    """
    with transaction.atomic():
        locked = (
            Allowance.objects.select_for_update(of=("self",))
            .select_related("team")
            .get(pk=allowance.pk)
        )
        return Grant.objects.create(
            allowance=locked,
            amount=amount,
            reason=reason,
            by=by,
            period_start=span(locked, now or timezone.now()).first_day,
        )
