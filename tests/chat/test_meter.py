"""What the meter in the header shows of what is left."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from chat.templatetags import chat_tags
from teams.models import Allowance
from teams.quota import Credits

NONE = Decimal(0)


@pytest.mark.parametrize(
    ("left", "total", "look", "width", "until"),
    [
        (Decimal(2000), Decimal(2000), "fine", 38, ""),
        (Decimal(380), Decimal(2000), "low", 7, "until 1 June"),
        (NONE, Decimal(2000), "none", 0, "until 1 June"),
        (Decimal(-25), NONE, "none", 0, "until 1 June"),
        (NONE, NONE, "none", 0, "until 1 June"),
        (None, None, "fine", 38, ""),
    ],
)
def test_the_bar_and_its_words_agree(
    left: Decimal | None, total: Decimal | None, look: str, width: int, until: str
) -> None:
    credits = Credits(
        left=left,
        total=total,
        extra=NONE,
        spent=NONE,
        held=NONE,
        renews_at=datetime(2026, 6, 1, tzinfo=UTC),
        period=Allowance.Period.MONTH,
        scope=Allowance.Scope.PERSON,
    )
    assert chat_tags.meter_look(credits) == look
    assert chat_tags.meter_width(credits, 38) == width
    assert chat_tags.credits_until(credits) == until
