"""What is new about a job, out of what the service says of it again and again."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from chat.gateway import jobs
from chat.gateway.renders import Ends, Render
from chat.gateway.told import Told
from chat.gateway.types import SlotDone, SlotProgress

AT_WORK = Render(key="A", index=0, status="processing", step=2, steps=8, percent=25)


def test_a_preview_is_told_once() -> None:
    told = Told(1)
    seen = [replace(AT_WORK, preview_url="https://x/1", percent=p) for p in (30, 40, 40)]
    seen.append(replace(AT_WORK, preview_url="https://x/2", percent=50))
    news = [event for render in seen for event in told.news([render])]
    assert all(isinstance(event, SlotProgress) for event in news)
    assert [getattr(event, "preview_url", None) for event in news] == [
        "https://x/1",
        "",
        "https://x/2",
    ]


def test_a_render_that_is_made_again_keeps_its_place() -> None:
    told = Told(2)
    told.news([AT_WORK, replace(AT_WORK, key="B", index=1)])
    again = replace(AT_WORK, key="C", status="completed", url="https://x/result", seed=7)
    assert told.news([again]) == [SlotDone(0, "https://x/result", 7)]


def test_the_newest_word_on_when_a_render_ends_is_kept_as_a_moment() -> None:
    ends, now = Ends(), datetime.now(UTC)
    at_first = SimpleNamespace(id="A", eta=now + timedelta(seconds=12))
    assert ends.of(at_first) == at_first.eta  # and not twelve seconds from whenever it is read
    for said in ({"etaSeconds": 3.5}, {"step": 5}, {"etaSeconds": None}):
        ends.hear({"type": "progress", "jobId": "A", **said})
    told = ends.of(at_first)
    assert told is not None
    assert 3.5 <= (told - now).total_seconds() < 4.5
    assert ends.of(SimpleNamespace(id="B", eta=None)) is None


class Record:
    """The service's record of a finished job, which it gives at the second try."""

    def __init__(self) -> None:
        self.refusals = 1

    async def get_status(self, remote_id: str) -> dict[str, Any]:
        if self.refusals:
            self.refusals -= 1
            raise ConnectionResetError
        return {"completedWorkerJobs": [{"imgID": "A", "jobIndex": 0, "status": "jobCompleted"}]}

    async def get_result(self, remote_id: str, *, kind: str) -> dict[str, Any]:
        return {"jobs": [{"id": "A", "url": "https://x/result"}]}


async def test_a_finished_render_is_not_given_up_for_one_broken_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(jobs, "POLL_S", 0.0)
    project = SimpleNamespace(id="P", type="image", error=None)
    events = [event async for event in jobs._remains(Record(), project, Told(1))]
    assert events == [SlotDone(0, "https://x/result", None)]
