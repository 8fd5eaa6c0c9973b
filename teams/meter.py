"""The bar on the usage page: spent, held and left as shares of what there is."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from teams.quota import Credits

WIDTH = 1000


@dataclass(frozen=True)
class Meter:
    """Widths out of `WIDTH`: spent from the start, then held; what follows is left."""

    spent: int
    held: int
    percent_used: int


def meter(credits: Credits) -> Meter | None:
    """None where nothing limits. Never wider than the bar, even when more was charged."""
    if credits.total is None:
        return None
    total = max(credits.total, Decimal("0.000001"))
    spent = min(WIDTH, round(credits.spent / total * WIDTH))
    held = min(WIDTH - spent, round(credits.held / total * WIDTH))
    return Meter(spent, held, round((spent + held) / WIDTH * 100))
