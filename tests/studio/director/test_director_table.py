"""The director against the table: every tool, chains over several rounds, questions, refusals, small talk."""

from collections.abc import Mapping
from typing import Any

import pytest

from studio.director.talking.policy import CARE, DECLINED
from tests.studio.director.asking import HOSTED, ask, play
from tests.studio.director.director_table import ROWS


def met(wanted: Any, got: Any) -> bool:
    """Whether an argument is as the table says."""
    if isinstance(wanted, tuple):
        return isinstance(got, str) and all(word.lower() in got.lower() for word in wanted)
    if isinstance(wanted, Mapping):
        return isinstance(got, Mapping) and all(met(one, got.get(n)) for n, one in wanted.items())
    if isinstance(wanted, list):
        return (
            isinstance(got, list)
            and len(got) == len(wanted)
            and all(met(one, other) for one, other in zip(wanted, got, strict=True))
        )
    return bool(wanted == got)


@pytest.mark.parametrize(("text", "media", "outcome"), ROWS, ids=[row[0][:60] for row in ROWS])
def test_it_does_what_was_said(text: str, media: tuple[str, ...], outcome: Any) -> None:
    if isinstance(outcome, str):
        reply = ask(text, media)
        assert not reply.calls
        assert (reply.text in (*DECLINED.values(), CARE)) == (outcome == "decline")
        assert reply.asks == (outcome == "ask")
        assert ("I cannot" in reply.text) or outcome != "cannot"
        return
    rounds = play(text, media)
    calls = [call for one in rounds for call in one]
    assert [call.name for call in calls] == [name for name, _ in outcome]
    for call, (_, wanted) in zip(calls, outcome, strict=True):
        for name, value in wanted.items():
            assert met(value, call.arguments.get(name)), (name, call.arguments)


def test_the_table_has_every_tool_and_enough_rows() -> None:
    called = {name for row in ROWS if isinstance(row[2], list) for name, _ in row[2]}
    assert called == set(HOSTED)
    assert len(ROWS) >= 120
