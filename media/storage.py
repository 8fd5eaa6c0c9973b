"""Where the bytes are: under their hash, in the storage called `media`."""

import hashlib
from pathlib import Path
from typing import IO

from django.core.files import File
from django.core.files.storage import Storage, storages
from django.db import connection


def media_storage() -> Storage:
    return storages["media"]


def name_for(sha256: str, suffix: str = "") -> str:
    """The path of a blob or, with a suffix, of a rendition of it."""
    return f"{sha256[:2]}/{sha256[2:4]}/{sha256}{suffix}"


def content_of(name: str) -> str:
    """The sha-256 that `name_for` was given."""
    return name.rpartition("/")[2].partition(".")[0]


def sha256_of(path: Path) -> str:
    """Hex digest of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def keep(path: Path, name: str) -> None:
    """Store the file under `name`; the same name holds the same bytes, so one that is there stays.

    Not one of another size: a process that was killed while it wrote has left half of it. Nobody else may write it
    meanwhile (`lock_content`).
    """
    storage = media_storage()
    if storage.exists(name):
        if storage.size(name) == path.stat().st_size:
            return
        storage.delete(name)
    with path.open("rb") as file:
        saved = storage.save(name, File(file))
    if saved != name:  # another process stored the same bytes meanwhile
        storage.delete(saved)


def open_media(name: str) -> IO[bytes]:
    opened: IO[bytes] = media_storage().open(name, "rb")
    return opened


def lock_content(sha256: str) -> None:
    """Until the transaction ends nobody else keeps or drops these bytes."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [sha256])
