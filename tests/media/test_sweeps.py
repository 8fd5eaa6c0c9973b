"""Sweeping up: what nothing refers to goes after its time; what anything refers to never does."""

import os
import threading
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction
from django.utils import timezone

from media import tasks
from media.intake import Refused, read_preview, store_preview, take_result
from media.models import Blob, Shelf, Upload
from media.shelves import attach_uploads
from media.storage import media_storage
from media.tasks import sweep, sweep_files
from tests.media.conftest import Take, files_in
from tests.media.material import picture, png_header
from tests.waiting import until


def age(days: int) -> None:
    """Everything there is came so long ago."""
    then = timezone.now() - timedelta(days=days)
    Blob.objects.update(created_at=then)
    Upload.objects.update(created_at=then)


def age_files(folder: Path, days: float) -> None:
    then = time.time() - days * 86_400
    for path in folder.rglob("*"):
        os.utime(path, (then, then))


def somebody_waits() -> bool:
    """Whether a transaction waits for the lock on some bytes."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
        return cursor.fetchone() is not None


def test_what_is_referred_to_stays(take: Take, places: dict[str, Path]) -> None:
    with transaction.atomic():
        attach_uploads(Shelf.objects.create(), [take("a.png", picture())])
    take("b.png", picture("JPEG"))
    before = files_in(places["media"])
    age(20)
    age_files(places["media"], 20)
    assert sweep() == {"previews": 0, "incoming": 0, "drafts": 0, "blobs": 0, "files": 0}
    assert files_in(places["media"]) == before


def test_a_draft_never_sent_goes_with_its_file(take: Take, places: dict[str, Path]) -> None:
    take("a.png", picture())
    age(31)
    assert sweep() == {"previews": 0, "incoming": 0, "drafts": 1, "blobs": 1, "files": 0}
    assert files_in(places["media"]) == []
    assert not Blob.objects.exists()


def test_a_file_without_a_row_goes_after_a_day(take: Take, places: dict[str, Path]) -> None:
    take("a.png", picture())
    lost = places["media"] / "ab" / "cd" / "abcd"
    lost.parent.mkdir(parents=True)
    lost.write_bytes(b"lost")
    assert sweep()["files"] == 0
    age_files(places["media"], 2)
    assert sweep()["files"] == 1
    assert not lost.exists()
    assert len(files_in(places["media"])) == 2


@pytest.mark.django_db
def test_many_files_are_asked_for_together(
    take: Take, places: dict[str, Path], django_assert_num_queries: Any
) -> None:
    for shade in range(3):
        take(f"{shade}.png", picture(size=(64, 64 + shade)))
    age_files(places["media"], 2)
    with django_assert_num_queries(2):
        assert sweep_files(dry_run=True) == []


@pytest.mark.django_db
def test_a_file_that_goes_while_files_are_looked_at_is_no_failure(
    take: Take, places: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    take("sea.png", picture())
    age_files(places["media"], 2)
    real = tasks._names
    monkeypatch.setattr(tasks, "_names", lambda folder: ["aa/gone.png", *real(folder)])
    assert sweep_files(dry_run=True) == []


@pytest.mark.django_db(transaction=True)
def test_a_file_that_is_being_kept_anew_stays(take: Take, places: dict[str, Path]) -> None:
    """Left by a crash, a day old, and just now taken again: its row is not to be seen yet."""
    upload = take("a.png", picture())
    upload.delete()
    Blob.objects.all().delete()
    age_files(places["media"], 2)

    def sweep_meanwhile() -> None:
        try:
            sweep_files(dry_run=False)
        finally:
            connection.close()

    sweeper = threading.Thread(target=sweep_meanwhile)
    with transaction.atomic():
        blob = take("a.png", picture()).blob
        sweeper.start()
        until(lambda: somebody_waits() or not sweeper.is_alive(), what="the sweep to find the file")
    sweeper.join(20)
    assert media_storage().exists(blob.name)


@pytest.mark.django_db
def test_bytes_that_come_again_have_another_day(take: Take, places: dict[str, Path]) -> None:
    """What a finished render is kept in is referred to in a transaction of its own, a moment later."""
    take("a.png", picture()).delete()
    age(2)
    file = places["media"].parent / "again.png"
    file.write_bytes(picture())
    blob = take_result(file)
    assert sweep()["blobs"] == 0
    blob.refresh_from_db()
    age(2)
    assert sweep()["blobs"] == 1


def test_what_a_crash_left_of_an_upload_goes_after_a_day(places: dict[str, Path], db: None) -> None:
    (places["incoming"] / "tmpa.upload").write_bytes(b"half")
    (places["incoming"] / "tmpfolder" / "renditions").mkdir(parents=True)
    (places["incoming"] / "tmpfolder" / "upload").write_bytes(b"half")
    assert sweep()["incoming"] == 0
    age_files(places["incoming"], 2)
    assert sweep()["incoming"] == 2
    assert list(places["incoming"].iterdir()) == []


@pytest.mark.parametrize("claim", [(8_000, 8_000), (30_000, 30_000), (200_000, 200_000)])
def test_a_preview_that_claims_too_much_is_refused(
    places: dict[str, Path], claim: tuple[int, int]
) -> None:
    with pytest.raises(Refused):
        store_preview(png_header(*claim))
    assert files_in(places["previews"]) == []


def test_a_preview_goes_after_an_hour(places: dict[str, Path], db: None) -> None:
    token = store_preview(picture())
    assert read_preview(token)
    age_files(places["previews"], 0.1)
    (places["previews"] / "gone.webp").symlink_to("nowhere")  # as one that another sweep took
    assert sweep()["previews"] == 1
    assert read_preview(token) is None


@pytest.mark.django_db
def test_a_row_whose_file_went_takes_the_bytes_anew(take: Take) -> None:
    blob = take("a.png", picture()).blob
    media_storage().delete(blob.name)
    assert take("a.png", picture()).blob == blob
    assert media_storage().exists(blob.name)


@pytest.mark.django_db
def test_bytes_that_come_again_while_blobs_are_swept_stay(
    take: Take, places: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Found unused and old; taken again before its turn to go comes."""
    take("a.png", picture()).delete()
    age(2)
    file = places["media"].parent / "again.png"
    file.write_bytes(picture())
    drop, kept = tasks._drop, []

    def drop_late(blob: Blob) -> bool:
        kept.append(take_result(file))
        return drop(blob)

    monkeypatch.setattr(tasks, "_drop", drop_late)
    assert sweep()["blobs"] == 0
    assert Blob.objects.get() == kept[0]
    assert media_storage().exists(kept[0].name)


@pytest.mark.django_db
def test_half_a_file_that_a_crash_left_is_not_taken_for_the_whole(
    take: Take, places: dict[str, Path]
) -> None:
    """Killed while it wrote: the name is that of the whole, and there is no row."""
    upload = take("a.png", picture())
    upload.delete()
    Blob.objects.all().delete()
    whole = {name: (places["media"] / name).read_bytes() for name in files_in(places["media"])}
    for name, data in whole.items():
        (places["media"] / name).write_bytes(data[: len(data) // 2])
    take("a.png", picture())
    assert {name: (places["media"] / name).read_bytes() for name in whole} == whole
    assert files_in(places["media"]) == sorted(whole)


@pytest.mark.django_db
def test_a_row_tells_the_size_of_what_was_made_anew(take: Take, places: dict[str, Path]) -> None:
    """An older version made another file of the same bytes."""
    blob = take("a.png", picture()).blob
    made = blob.renditions.get(purpose="thumbnail")
    (places["media"] / made.name).write_bytes(b"older")
    blob.renditions.update(size_bytes=len(b"older"))
    media_storage().delete(blob.name)
    take("a.png", picture())
    made.refresh_from_db()
    assert made.size_bytes == media_storage().size(made.name)
