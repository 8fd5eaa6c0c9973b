"""Workflows outlive their studio: their log, what their steps paid, and records of an earlier studio."""

import time
from pathlib import Path
from typing import Any

import pytest

from studio.storage.store import Store
from studio.workflows.journal import KIND, Journal
from studio.workflows.record import Step, Workflow
from studio.workflows.telling import done
from tests.studio.conformance.plans import DRAW, bind, edit, plan
from tests.studio.flow_tools import PRICE, TOOLS
from tests.studio.near import NearStudio, near_studio
from tests.studio.policy.test_content_filter import opened

BASE = "/v1/creative-agent/workflows"
ME = "0xme"


def seen(near: NearStudio, name: str, good: Any, within_s: float = 30) -> dict[str, Any]:
    """The workflow's record once it is as it should be."""
    until = time.monotonic() + within_s
    with near.http() as http:
        while True:
            found: dict[str, Any] = http.get(f"{BASE}/{name}").json()["data"]["workflow"]
            if good(found):
                return found
            assert time.monotonic() < until, found["status"]
            time.sleep(0.05)


def test_what_a_step_paid_before_a_crash_counts(tmp_path: Path) -> None:
    """Two pictures and an edit that is dearer than foreseen pass a ceiling of five, one picture and the edit do not."""
    arguments = {"prompt": "a fox", "seed": 5, "numberOfVariations": 2}
    two = {**DRAW, "arguments": arguments}
    unforeseen = edit(bind("draw", "mask_image_url", "artifact_data_uri", sourceArtifactIndex=0))
    body = {"input": plan(two, unforeseen), "max_estimated_capacity_units": 5}
    with near_studio(tmp_path, TOOLS, renderers=1) as near, near.http() as http:
        before = float(http.get("/v4/account/balance").json()["data"]["spark"]["net"])
        near.fault("stall", slot=1)
        name = http.post(BASE, json=body).json()["data"]["workflow"]["workflowId"]
        until = time.monotonic() + 30
        while before == float(http.get("/v4/account/balance").json()["data"]["spark"]["net"]):
            assert time.monotonic() < until
            time.sleep(0.02)
    with near_studio(tmp_path, TOOLS, renderers=1) as near:
        asked = seen(near, name, lambda one: one["status"] not in ("queued", "running"))
        assert asked["waitingReason"] == "cost_reauthorization_required"
        preview = asked["waiting"]["details"]["costApprovalPreview"]
        assert preview["totalEstimatedCapacityUnits"] == float(3 * PRICE)
        with near.http() as http:
            after = float(http.get("/v4/account/balance").json()["data"]["spark"]["net"])
        assert before - after == float(2 * PRICE)


def workflow(**more: Any) -> Workflow:
    step = Step("draw", "generate_image", {"prompt": "a fox"}, [], [])
    return Workflow("wf_1", ME, "a plan", [step], {}, **more)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "s.sqlite3")


def test_the_log_is_there_again(store: Store) -> None:
    journal, made = Journal(store), workflow()
    journal.note(made, "workflow_started", status="running")
    journal.note(made, "workflow_progress", stepId="draw", progress=0.5, status_="processing")
    (found,) = Journal(store).load()
    assert found.events == made.events
    assert [event["sequence"] for event in found.events] == [1, 2]
    assert "workflow_progress" not in str(store.documents.get(KIND, ME, "wf_1"))
    journal.forget(made)
    assert Journal(store).load() == []
    assert store.db.execute("SELECT COUNT(*) FROM workflow_events").fetchone() == (0,)


def test_an_event_and_the_record_it_tells_of_are_kept_together(store: Store) -> None:
    journal, made = Journal(store), workflow()
    journal.save(made)
    made.status = "running"
    with pytest.raises(ZeroDivisionError), journal.at_once(made):
        journal.note(made, "workflow_started", status="running")
        raise ZeroDivisionError
    (found,) = Journal(store).load()
    assert (found.status, found.events) == ("queued", [])


def test_a_write_that_failed_leaves_no_gap_in_the_log(store: Store) -> None:
    """Readers come back with the number they saw last."""
    journal, made = Journal(store), workflow()
    journal.note(made, "workflow_started", status="running")
    row = {"id": "a", "mediaType": "image", "url": "http://a"}
    with pytest.raises(TypeError):
        done(journal, made, made.steps[0], {("no", "key"): 1}, [row, row])  # type: ignore[dict-item]
    made.steps[0].result = {}
    done(journal, made, made.steps[0], {"ok": True}, [row])
    (found,) = Journal(store).load()
    assert [one["sequence"] for one in found.events] == [1, 2, 3]
    assert found.events == made.events


def test_a_record_of_an_earlier_studio_is_taken(store: Store) -> None:
    events = [{"id": "wf_1-e1", "sequence": 1, "type": "workflow_started"}]
    store.documents.put(KIND, ME, "wf_1", {**workflow().dump(), "events": events, "spent": "2"})
    for _ in range(2):
        journal = Journal(store)
        (found,) = journal.load()
        assert found.events[0] == events[0]
        journal.note(found, "workflow_completed", status="completed")
    assert [event["sequence"] for event in found.events] == [1, 2, 3]


async def test_a_yes_to_a_cost_is_kept_before_it_is_acted_on(tmp_path: Path) -> None:
    async with opened(tmp_path) as studio:
        book = studio.workflows
        dear = {"max_estimated_capacity_units": 1}
        made, _ = await book.start(ME, plan(DRAW), dear, {}, None)
        assert made.awaits_cost
        book.confirm(made, "confirm", made.preview)
        (kept,) = Journal(studio.store).load()
        assert (kept.status, kept.waiting, kept.approved) == ("queued", None, True)
