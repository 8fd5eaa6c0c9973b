"""A studio that dies between paying for a round of words and saying it asks again, and charges once."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from studio.agent.loop import Mind, Sink, converse
from studio.agent.session import Session
from studio.agent.speaking import Said
from studio.server import Studio, build
from studio.settings import Settings

ME = "0xme"


class Died(Exception):
    """The studio ends here."""


class Dies(Sink):
    """Ends the studio when a round is paid for and about to be written down."""

    async def said(self, said: Said) -> None:
        raise Died


@pytest.fixture
def studio(tmp_path: Path) -> Iterator[Studio]:
    made = build(Settings(tmp_path, tokens_per_s=0, first_token_s=0))
    yield made
    made.store.close()


def mind(studio: Studio) -> Mind:
    return Mind(studio.engine, studio.ledger, studio.faults, studio.settings, tools=(), paced=False)


def asking() -> list[dict[str, Any]]:
    return [{"role": "user", "content": "hello, who are you?"}]


async def test_a_round_begun_again_costs_nothing_more(studio: Studio) -> None:
    before = studio.ledger.net(ME)
    with pytest.raises(Died):
        await converse(mind(studio), Session(ME, asking()), Dies(), "run_1")
    once = before - studio.ledger.net(ME)
    assert once > 0
    session = Session(ME, asking())
    await converse(mind(studio), session, Sink(), "run_1")
    assert before - studio.ledger.net(ME) == once
    session.messages.append({"role": "user", "content": "and what can you do?"})
    await converse(mind(studio), session, Sink(), "run_1")
    assert before - studio.ledger.net(ME) > once
    assert len(studio.store.bookings.newest(ME, 10, 0)) == 2
