"""Amounts and days as people read them."""

from __future__ import annotations

from datetime import datetime
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal


def credits_text(amount: Decimal, rounding: str = ROUND_HALF_UP) -> str:
    """One decimal under 100 unless it is whole, none above, thousands apart: 6.6, 38, 1,240."""
    step = Decimal("0.1") if abs(amount) < 100 else Decimal(1)
    rounded = amount.quantize(step, rounding=rounding)
    whole = rounded == rounded.to_integral_value()
    return f"{rounded:,.0f}" if whole else f"{rounded:,.1f}"


def at_least(amount: Decimal) -> str:
    """What a call needs: never told lower than it is."""
    return credits_text(amount, ROUND_CEILING)


def at_most(amount: Decimal) -> str:
    """What is left: never told higher than it is, and never below none."""
    return credits_text(max(amount, Decimal(0)), ROUND_FLOOR)


def day_text(moment: datetime) -> str:
    """The day without its year: 1 June."""
    return f"{moment.day} {moment:%B}"
