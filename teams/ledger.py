"""A person's spends in one team as the lines of a page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from django.core.paginator import Page, Paginator
from django.utils import timezone

from teams import wording
from teams.models import Hold, Team, User

PAGE_SIZE = 25
_STATES = {"held": "Running", "settled": "Settled", "released": "Given back"}


@dataclass(frozen=True)
class Line:
    """One spend: credits held and charged (None while it runs), its day and state in words."""

    at: datetime
    at_text: str
    what: str
    held: Decimal
    charged: Decimal | None
    state: str
    state_text: str


def page(user: User, team: Team, number: str | int) -> tuple[list[Line], Page[Hold]]:
    """The lines of one page, newest first, times in the team's zone; a wrong number is mended."""
    holds = Hold.objects.filter(user=user, team=team)
    found = Paginator(holds, PAGE_SIZE).get_page(number)
    zone = ZoneInfo(team.time_zone)
    today = timezone.localdate(timezone=zone)
    return [_line(hold, zone, today) for hold in found], found


def _line(hold: Hold, zone: ZoneInfo, today: date) -> Line:
    at = timezone.localtime(hold.reserved_at, zone)
    what = hold.note.replace("_", " ").strip() or "A call"
    return Line(
        at=at,
        at_text=f"{at:%H:%M} today" if at.date() == today else wording.day_text(at),
        what=what[0].upper() + what[1:],
        held=hold.held,
        charged=Decimal(0) if hold.state == Hold.State.RELEASED else hold.charged,
        state=hold.state,
        state_text=_STATES[hold.state],
    )
