"""What is swept up: expired previews, uploads cut off, forgotten drafts, files and blobs nothing refers to."""

import contextlib
import logging
import shutil
import time
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path

from celery import shared_task
from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from media.models import Blob, Rendition, Upload
from media.storage import content_of, lock_content, media_storage

log = logging.getLogger(__name__)

PREVIEW_S = 3_600
DRAFT_DAYS = 30
GRACE = timedelta(days=1)
AT_ONCE = 500  # files whose rows are asked for together


@shared_task(name="media.sweep")
def sweep() -> dict[str, int]:
    """Collect what nothing refers to any more; counts by kind."""
    return {
        "previews": sweep_previews(),
        "incoming": sweep_incoming(),
        "drafts": sweep_drafts(),
        "blobs": len(sweep_blobs(dry_run=False)),
        "files": len(sweep_files(dry_run=False)),
    }


def sweep_previews() -> int:
    """Previews older than an hour."""
    before = time.time() - PREVIEW_S
    gone = 0
    for preview in Path(settings.MEDIA_PREVIEW_DIR).glob("*.webp"):
        with contextlib.suppress(FileNotFoundError):  # another sweep may be at it
            if preview.stat().st_mtime < before:
                preview.unlink()
                gone += 1
    return gone


def sweep_incoming() -> int:
    """What a process that was killed left while it took a file; whatever is being taken is younger."""
    before = time.time() - GRACE.total_seconds()
    gone = 0
    for left in Path(settings.FILE_UPLOAD_TEMP_DIR).iterdir():
        with contextlib.suppress(FileNotFoundError):
            if left.lstat().st_mtime >= before:
                continue
            if left.is_dir() and not left.is_symlink():
                shutil.rmtree(left)
            else:
                left.unlink()
            gone += 1
    return gone


def sweep_drafts() -> int:
    """Uploads of drafts that were never sent."""
    before = timezone.now() - timedelta(days=DRAFT_DAYS)
    gone, _ = Upload.objects.filter(item=None, created_at__lt=before).delete()
    return gone


def _unused() -> QuerySet[Blob]:
    before = timezone.now() - GRACE
    return Blob.objects.filter(items=None, uploads=None, created_at__lt=before)


def sweep_blobs(*, dry_run: bool) -> list[str]:
    """Blobs without an item or an upload, a day old; their hashes. The files go after the rows."""
    unused = _unused().order_by("pk")[:1000]
    return [blob.sha256 for blob in unused if dry_run or _drop(blob)]


def _drop(blob: Blob) -> bool:
    """Row and files go under the lock that also keeps them; False for bytes that came anew since they were found."""
    with transaction.atomic():
        lock_content(blob.sha256)
        if not _unused().filter(pk=blob.pk).exists():
            return False
        names = [blob.name, *blob.renditions.values_list("name", flat=True)]
        blob.delete()
        for name in names:
            media_storage().delete(name)
    return True


def sweep_files(*, dry_run: bool) -> list[str]:
    """Files without a row, a day old: a crash fell between bytes and row."""
    before = timezone.now() - GRACE
    lost = []
    old = (name for name in _names("") if _is_older(name, before))
    while some := list(islice(old, AT_ONCE)):
        lost += _without_row(some)
    if not dry_run:
        for name in lost:
            _drop_file(name)
    return lost


def _is_older(name: str, than: datetime) -> bool:
    """False also for a file that went since it was listed."""
    try:
        return media_storage().get_modified_time(name) <= than
    except FileNotFoundError:
        return False


def _without_row(names: Sequence[str]) -> list[str]:
    """Asked by content, for which there is an index."""
    blobs = Blob.objects.filter(sha256__in={content_of(name) for name in names})
    made = Rendition.objects.filter(blob__in=blobs)
    known = {*blobs.values_list("name", flat=True), *made.values_list("name", flat=True)}
    return [name for name in names if name not in known]


def _drop_file(name: str) -> None:
    """Under the lock that also keeps it: the same bytes may be coming anew just now, their row not yet to be seen."""
    with transaction.atomic():
        lock_content(content_of(name))
        if _without_row([name]):
            media_storage().delete(name)


def _names(folder: str) -> list[str]:
    storage = media_storage()
    if folder and not storage.exists(folder):
        return []
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:
        return []
    found = [f"{folder}/{name}".lstrip("/") for name in files]
    for name in folders:
        found += _names(f"{folder}/{name}".lstrip("/"))
    return found
