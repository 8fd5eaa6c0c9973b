"""How long the studio keeps what it was given; the clock is the test's."""

import hashlib
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from studio.accounts.rate import MOST_ACCOUNTS, Rate
from studio.files.blobs import Blobs, blob_key
from studio.files.uploads import DAY_S, IDLE_DAYS, SavedUploads, UploadRefused
from studio.projects.records import Project
from studio.projects.register import Register
from studio.runs.archive import Archive
from studio.runs.record import Run
from studio.settings import HISTORY_LIFETIME_S, MEDIA_LIFETIME_S, UNCLAIMED_LIFETIME_S
from studio.storage.store import Store
from studio.workflows.book import Workflows, WrongMoment
from studio.workflows.journal import KIND
from studio.workflows.record import Workflow

ME = "0xme"


class Clock:
    now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


class Shelf:
    """Blobs and saved uploads of a folder, under one clock."""

    def __init__(self, folder: Path) -> None:
        self.clock = Clock()
        self.store = Store(folder / "s.sqlite3")
        self.blobs = Blobs(folder / "blobs", self.store, self.clock)
        self.uploads = SavedUploads(folder / "saved", self.store.documents, self.blobs, self.clock)

    def save(self, data: bytes) -> str:
        """Prepare, receive and finalize; the upload's id."""
        digest = hashlib.sha256(data).hexdigest()
        wanted = {"sha256": digest, "bytes": len(data), "contentType": "image/png"}
        made = self.uploads.prepare(ME, wanted)
        part = self.blobs.incoming / "part"
        part.write_bytes(data)
        self.uploads.received(self.uploads.receiving(ME, made.id), part)
        self.uploads.finalize(ME, made.id)
        return made.id


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path)


async def test_media_are_gone_after_a_day(shelf: Shelf) -> None:
    key = blob_key(ME, "job", "complete", "a")
    await shelf.blobs.write(key, b"x", "image/png")
    shelf.clock.now += MEDIA_LIFETIME_S - 1
    assert shelf.blobs.find(key) is not None
    shelf.clock.now += 2
    assert shelf.blobs.find(key) is None
    await shelf.blobs.sweep()
    assert not shelf.blobs.path(key).exists()


async def test_a_copy_in_a_project_lives_its_own_day(shelf: Shelf) -> None:
    name = shelf.save(b"picture")
    shelf.clock.now += 2 * DAY_S
    for _ in range(2):
        await shelf.uploads.bind(ME, name, "job", "startingImage", "")
    key = blob_key(ME, "JOB", "startingImage")
    assert shelf.blobs.path(key).read_bytes() == b"picture"
    assert not list(shelf.blobs.incoming.iterdir())
    shelf.uploads.remove(ME, name)
    assert shelf.blobs.find(key) is not None
    shelf.clock.now += DAY_S + 1
    assert shelf.blobs.find(key) is None


async def test_idle_uploads_go_and_used_ones_stay(shelf: Shelf) -> None:
    idle, used = shelf.save(b"idle"), shelf.save(b"used")
    announced = shelf.uploads.prepare(
        ME, {"sha256": "0" * 64, "bytes": 3, "contentType": "image/png"}
    )
    shelf.clock.now += (IDLE_DAYS - 1) * DAY_S
    await shelf.uploads.bind(ME, used, "job", "startingImage", "")
    shelf.clock.now += 2 * DAY_S
    shelf.uploads.sweep()
    assert [one.id for one in shelf.uploads.ready(ME)] == [used]
    for gone in (idle, announced.id):
        with pytest.raises(UploadRefused):
            shelf.uploads.get(ME, gone)


async def test_a_file_that_a_crash_left_without_a_row_goes_too(shelf: Shelf) -> None:
    key, other = blob_key(ME, "job", "complete", "a"), blob_key(ME, "job", "complete", "b")
    await shelf.blobs.write(key, b"x", "image/png")
    shelf.store.drop_blob(key)
    shelf.clock.now += MEDIA_LIFETIME_S - 1
    await shelf.blobs.write(other, b"y", "image/png")
    await shelf.blobs.sweep()
    assert shelf.blobs.path(key).is_file()
    shelf.clock.now += 2
    await shelf.blobs.sweep()
    assert not shelf.blobs.path(key).exists()
    assert shelf.blobs.find(other) is not None


async def test_a_saved_upload_whose_file_a_crash_took_is_asked_for_again(shelf: Shelf) -> None:
    name = shelf.save(b"picture")
    (next((shelf.blobs.incoming.parent.parent / "saved").iterdir())).unlink()
    assert shelf.uploads.ready(ME) == []
    with pytest.raises(UploadRefused) as refused:
        await shelf.uploads.bind(ME, name, "job", "startingImage", "")
    assert refused.value.status == 409
    assert shelf.save(b"picture") == name
    await shelf.uploads.bind(ME, name, "job", "startingImage", "")


def test_an_account_may_ask_again_after_a_while() -> None:
    clock = Clock()
    rate = Rate(2, 10.0, clock)
    assert [rate.take(ME), rate.take(ME)] == [0, 0]
    clock.now += 4
    assert rate.take(ME) == 6
    assert rate.take("0xother") == 0
    clock.now += 6.1
    assert rate.take(ME) == 0


def test_accounts_that_ask_no_more_are_forgotten() -> None:
    clock = Clock()
    rate = Rate(2, 10.0, clock)
    for n in range(MOST_ACCOUNTS + 1):
        rate.take(f"0x{n}")
    clock.now += 5
    assert [rate.take(ME), rate.take(ME)] == [0, 0]
    clock.now += 6
    assert rate.take(ME) == 4
    assert len(rate) == 1


@pytest.mark.parametrize(
    ("status", "kept"), [("completed", False), ("waiting_for_user", False), ("running", True)]
)
def test_workflows_that_rest_are_forgotten_after_a_week(
    shelf: Shelf, status: str, kept: bool
) -> None:
    long_ago = time.time() - HISTORY_LIFETIME_S - 60
    made = Workflow("wf_1", ME, "a plan", [], {}, status=status, updated=long_ago)
    shelf.store.documents.put(KIND, ME, made.id, made.dump())
    nobody: Any = None
    book = Workflows(shelf.store, nobody, nobody, nobody)
    assert book.find(ME, "wf_1") is not None
    book.sweep()
    assert (book.find(ME, "wf_1") is not None) is kept
    assert (shelf.store.documents.get(KIND, ME, "wf_1") is not None) is kept


def test_an_end_nobody_heard_is_kept_for_an_hour_and_the_project_for_a_week(shelf: Shelf) -> None:
    register = Register(shelf.store, shelf.blobs)
    frame = {"modelID": "z_image_turbo_bf16"}
    made = Project("JOB", ME, "app", {"keyFrames": [frame]}, [], "1", status="completed")
    register.enter(made)
    for age_s, unheard in ((UNCLAIMED_LIFETIME_S - 60, [made]), (UNCLAIMED_LIFETIME_S + 60, [])):
        made.updated = time.time() - age_s
        assert register.unclaimed(ME, "app") == unheard
    for age_s, kept in ((HISTORY_LIFETIME_S - 60, made), (HISTORY_LIFETIME_S + 60, None)):
        made.updated = time.time() - age_s
        register.sweep()
        assert register.find(ME, "job") is kept


@pytest.mark.parametrize(("status", "kept"), [("completed", False), ("running", True)])
def test_runs_that_rest_are_forgotten_with_their_log(shelf: Shelf, status: str, kept: bool) -> None:
    archive = Archive(shelf.store.db)
    run = Run("run_1", ME, {}, "", status=status)
    archive.record(run, "run_created", None)
    archive.drop(run.updated - 1)
    assert archive.load(ME, "run_1") is not None
    archive.drop(run.updated + 1)
    assert (archive.load(ME, "run_1") is not None) is kept
    assert bool(archive.events("run_1")) is kept


def test_a_cost_that_waited_over_a_restart_can_still_be_approved(shelf: Shelf) -> None:
    """An old preview is refused once; the one that is told instead is the one that counts."""
    old = {"totalEstimatedCapacityUnits": 3.0, "validityUntil": "2026-01-01T00:00:00Z"}
    made = Workflow("wf_1", ME, "a plan", [], {}, status="waiting_for_user", preview=old)
    details = {"costApprovalPreview": old}
    made.waiting = {"reason": "cost_approval_required", "message": "", "details": details}
    shelf.store.documents.put(KIND, ME, made.id, made.dump())
    nobody: Any = None
    for _ in range(2):  # as it is kept, and as it is kept after that
        book = Workflows(shelf.store, nobody, nobody, nobody)
        found = book.find(ME, "wf_1")
        assert found is not None
        with pytest.raises(WrongMoment):
            book.confirm(found, "confirm", old)
        told = (found.waiting or {})["details"]["costApprovalPreview"]
        assert told == found.preview
        assert datetime.fromisoformat(told["validityUntil"]) > datetime.now(UTC)
