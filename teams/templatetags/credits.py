"""Amounts of credits in templates."""

from datetime import datetime
from decimal import Decimal

from django import template

from teams import wording

register = template.Library()

TRACE = Decimal("0.05")  # what one decimal can still show


@register.filter
def credits(amount: Decimal) -> str:
    """6.6, 38, 1,240: for what was spent or held."""
    return wording.credits_text(amount)


@register.filter
def ledger_amount(amount: Decimal) -> str:
    """One decimal, as in every line of the ledger; a trace is told as one, and nothing as 0."""
    if not amount:
        return "0"
    return f"{amount:,.1f}" if amount >= TRACE else "under 0.1"


@register.filter
def credits_left(amount: Decimal) -> str:
    """The same, never told higher than it is and never below none."""
    return wording.at_most(amount)


@register.filter
def day(moment: datetime) -> str:
    """The day in the moment's own time zone: 1 June."""
    return wording.day_text(moment)
