"""How a run ends: its status is that of its calls, and the record never says more than the log."""

import asyncio
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from studio.agent.loop import Ending, Mind, answer
from studio.agent.session import Session
from studio.agent.speaking import Said, ToolCall
from studio.runs.archive import Archive
from studio.runs.execution import Execution
from studio.runs.record import Run
from studio.server import Studio, build
from studio.settings import Settings
from studio.tools.api import Media, Piece
from studio.tools.outcome import Failure, Outcome, Output
from tests.studio.policy.test_content_filter import opened
from tests.waiting import eventually

ME = "0xme"
GOOD, BAD = True, False


@pytest.fixture
def studio(tmp_path: Path) -> Iterator[Studio]:
    made = build(Settings(tmp_path))
    yield made
    made.store.close()


def begun(studio: Studio) -> Run:
    run = Run(
        "run_1", ME, {"messages": [{"role": "user", "content": "two foxes"}]}, "", status="running"
    )
    studio.runs.event(run, "run_created")
    return run


def outcome(place: str, *, good: bool) -> Outcome:
    if not good:
        return Outcome(
            "generate_image", failure=Failure("GPU_WORKER_FAILED", "The worker went away.")
        )
    piece = Piece("image", Path(place), f"http://studio/{place}.png", "image/png", 64, 64)
    return Outcome("generate_image", "image", "z_image_turbo_bf16", (Output(place, piece),))


async def ended(studio: Studio, *rounds: tuple[bool, ...]) -> Run:
    """A run of these rounds; each call of one was good or bad."""
    run = begun(studio)
    session = Session(ME, list(run.request["messages"]), Media())
    mind = Mind(studio.engine, studio.ledger, studio.faults, studio.settings, tools=())
    execution = Execution(run, session, mind, studio.runs, 60)
    for number, ends in enumerate(rounds):
        calls = [ToolCall(f"c{number}_{n}", "generate_image", {}) for n in range(len(ends))]
        said = Said((), tuple(calls), "tool_calls", 1, 1)
        session.messages.append(said.message())
        await execution.said(said)
        for call, good in zip(calls, ends, strict=True):
            came = outcome(call.id, good=good)
            envelope = came.envelope(session.media)
            answer(session, call, came, envelope)
            await execution.resolved(call, came, envelope)
    execution.end(Ending("stop", "Done."))
    return run


@pytest.mark.parametrize(
    ("rounds", "status"),
    [
        ([(GOOD, GOOD)], "completed"),
        ([(BAD, GOOD)], "partial_failure"),
        ([(GOOD, BAD)], "partial_failure"),
        ([(BAD,), (GOOD,)], "completed"),
        ([(GOOD, BAD), (GOOD,)], "completed"),
        ([(GOOD,), (BAD, GOOD)], "partial_failure"),
        ([(BAD, BAD)], "failed"),
    ],
)
async def test_a_failure_counts_unless_a_later_round_mended_it(
    studio: Studio, rounds: list[tuple[bool, ...]], status: str
) -> None:
    run = await ended(studio, *rounds)
    assert run.status == status
    assert run.final is not None
    told = "partial_failure" if status == "partial_failure" else "stop"
    assert run.final["finishReason"] == told
    kind = {"partial_failure": "run_partial_failure"}.get(status, f"run_{status}")
    assert studio.runs.events(run)[-1]["type"] == kind


async def test_a_record_and_the_event_of_its_end_are_written_together(studio: Studio) -> None:
    run = begun(studio)
    studio.store.db.execute(
        "CREATE TRIGGER dies BEFORE INSERT ON run_events BEGIN SELECT RAISE(ABORT, 'dies'); END"
    )
    with pytest.raises(sqlite3.IntegrityError):
        studio.runs.event(replace(run, status="completed"), "run_completed")
    (kept,) = Archive(studio.store.db).unfinished()
    assert kept.status == "running"
    assert [one["type"] for one in studio.runs.events(kept)] == ["run_created"]


async def test_a_run_cancelled_before_a_crash_is_not_taken_up(studio: Studio) -> None:
    run = begun(studio)
    run.cancellation = "no longer wanted"
    Archive(studio.store.db).save(run)
    studio.runs.resume()
    found = studio.runs.find(ME, run.id)
    assert found is not None
    assert (found.status, found.cancellation) == ("cancelled", "no longer wanted")
    assert [one["type"] for one in studio.runs.events(found)] == ["run_created", "run_cancelled"]


async def test_a_no_is_kept_with_its_answers_or_not_at_all(tmp_path: Path) -> None:
    async with opened(tmp_path) as studio:
        wish = {
            "messages": [{"role": "user", "content": "draw a red fox"}],
            "runtimeConfig": {"requireJobConfirmation": True},
        }
        run, _ = await studio.runs.create(ME, wish, None)
        await asyncio.wait_for(eventually(lambda: run.resting), 10)
        assert run.waiting is not None
        call = run.waiting["details"]["toolCallId"]
        studio.store.db.execute(
            "CREATE TRIGGER dies BEFORE INSERT ON run_events WHEN NEW.data LIKE '%run_resumed%'"
            " BEGIN SELECT RAISE(ABORT, 'dies'); END"
        )
        with pytest.raises(sqlite3.IntegrityError):
            await studio.runs.decide(run, {"decision": "cancel", "tool_call_id": call}, None)
        kept = Archive(studio.store.db).load(ME, run.id)
        assert kept is not None
        assert (kept.status, kept.tool_results) == ("waiting_for_user", [])
        assert studio.runs.events(kept)[-1]["type"] == "run_waiting_for_user"
