"""Saved uploads: files a person keeps and puts into the input slots of project after project.

prepare → PUT → finalize → bind. state: uploading → ready. Idle ones are deleted after `IDLE_DAYS`.
"""

import hashlib
import os
import re
import time
import uuid
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from studio.files.blobs import Blobs, blob_key
from studio.safe_json import is_whole
from studio.storage.documents import Documents

KIND = "upload"
TYPES = frozenset(
    {
        "image/png", "image/jpeg", "image/webp", "video/mp4", "video/quicktime", "video/webm",
        "audio/mp4", "audio/mpeg", "audio/flac", "audio/wav", "audio/x-wav", "audio/wave",
    }
)  # fmt: skip
SHA256 = re.compile(r"[0-9a-f]{64}")
IDLE_DAYS = 30
DAY_S = 24 * 3600
LIMITS: dict[str, int] = {
    "entries": 200,
    "bytes": 2 * 1024**3,
    "fileBytes": 100 * 1024**2,
    "idleDays": IDLE_DAYS,
    "copyBytesPerDay": 20 * 1024**3,
    "bindingsPerDay": 2000,
}
FULL = "Your saved upload library is full. Delete one to make room."


class UploadRefused(Exception):
    """What cannot be done with a saved upload; `status` is the HTTP status, the message a sentence."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


@dataclass
class SavedUpload:
    """One file of one account; `bound` are the (Unix time, bytes) of its copies of the last day."""

    id: str
    account: str
    sha256: str
    bytes: int
    contentType: str
    name: str
    state: str = "uploading"
    created: float = 0.0
    used: float = 0.0
    bound: list[tuple[float, int]] = field(default_factory=list)

    def public(self) -> dict[str, Any]:
        """As the SDKs type it; moments in milliseconds."""
        return {
            "id": self.id,
            "name": self.name,
            "bytes": self.bytes,
            "contentType": self.contentType,
            "state": self.state,
            "createdAt": int(self.created * 1000),
            "expiresAt": int((self.used + IDLE_DAYS * DAY_S) * 1000),
        }


class SavedUploads:
    """The saved uploads of every account. Raises UploadRefused."""

    def __init__(
        self,
        root: Path,
        documents: Documents,
        blobs: Blobs,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._root = root
        self._documents = documents
        self._blobs = blobs
        self._clock = clock
        self._receiving: set[str] = set()
        root.mkdir(parents=True, exist_ok=True, mode=0o700)

    def ready(self, account: str) -> list[SavedUpload]:
        """What is kept, oldest first."""
        kept = (one for one in self._of(account) if one.state == "ready")
        return [one for one in kept if self._path(one).is_file()]

    def prepare(self, account: str, wanted: Any) -> SavedUpload:
        """Announce a file; the same bytes and type again are the same upload."""
        given = _checked(wanted)
        for one in self._of(account):
            if (one.sha256, one.contentType) == (given["sha256"], given["contentType"]):
                if not self._path(one).is_file():
                    one.state = "uploading"  # a crash took the file, not the row: its bytes are asked for again
                one.used = self._clock()
                self._save(one)
                return one
        kept = self._of(account)
        if (
            len(kept) >= LIMITS["entries"]
            or sum(one.bytes for one in kept) + given["bytes"] > LIMITS["bytes"]
        ):
            raise UploadRefused(409, FULL)
        now = self._clock()
        made = SavedUpload(str(uuid.uuid4()), account, **given, created=now, used=now)
        self._save(made)
        return made

    def headers(self, upload: SavedUpload) -> dict[str, str]:
        """What the PUT must carry, exactly: the type, the hash of the bytes, and that nothing is overwritten."""
        return {
            "Content-Type": upload.contentType,
            "X-Content-SHA256": upload.sha256,
            "If-None-Match": "*",
        }

    def receiving(self, account: str, name: str) -> SavedUpload:
        """The upload a PUT may fill now; `received` must follow. 412 when the bytes are there, 423 while they come."""
        upload = self.get(account, name, busy_ok=True)
        if self._path(upload).is_file():
            raise UploadRefused(412, "The file is already there.")
        if name in self._receiving:
            raise UploadRefused(423, "The file is just being uploaded.")
        self._receiving.add(name)
        return upload

    def received(self, upload: SavedUpload, part: Path | None) -> None:
        """Take the received file in after checking size and hash; None when the transfer failed."""
        try:
            if part is None:
                return
            with part.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
            if part.stat().st_size != upload.bytes or digest != upload.sha256:
                raise UploadRefused(400, "The bytes are not the ones that were announced.")
            os.replace(part, self._path(upload))
        finally:
            self._receiving.discard(upload.id)

    def finalize(self, account: str, name: str) -> SavedUpload:
        """Make an uploaded file reusable; again is harmless."""
        upload = self.get(account, name)
        if not self._path(upload).is_file():
            raise UploadRefused(409, "The file was not uploaded yet.")
        upload.state, upload.used = "ready", self._clock()
        self._save(upload)
        return upload

    async def bind(self, account: str, name: str, job: str, slot: str, media: str) -> None:
        """Copy a ready upload into an input slot of a project."""
        upload = self.get(account, name)
        if upload.state != "ready" or not self._path(upload).is_file():
            raise UploadRefused(409, "The upload is not finalized yet.")
        if not _fits(upload.contentType, slot):
            raise UploadRefused(400, f"{upload.contentType} does not fit into {slot}.")
        now = self._clock()
        self._within_a_day(account, upload, now)
        part = self._blobs.incoming / f"{uuid.uuid4()}"
        os.link(self._path(upload), part)
        upload.used = now
        upload.bound.append((now, upload.bytes))
        self._save(upload)  # before anything is waited for: another copy would not see this one
        keys = [blob_key(account, job.upper(), slot)]
        if media:
            keys.append(blob_key(account, job.upper(), slot, media.upper()))
        await self._blobs.adopt(part, upload.contentType, *keys)

    def remove(self, account: str, name: str) -> None:
        """Delete one. Copies already in projects stay."""
        self._forget(self.get(account, name))

    def sweep(self) -> None:
        """Delete what was not used for `IDLE_DAYS`, and what was announced a day ago and never came."""
        now = self._clock()
        for data in self._documents.all(KIND):
            upload = _load(data)
            life = IDLE_DAYS * DAY_S if upload.state == "ready" else DAY_S
            if upload.used + life < now and upload.id not in self._receiving:
                self._forget(upload)

    def get(self, account: str, name: str, *, busy_ok: bool = False) -> SavedUpload:
        """One of this account's; 404 for any other id, 423 while its bytes come in."""
        data = self._documents.get(KIND, account, name)
        if data is None:
            raise UploadRefused(404, "There is no such upload.")
        if name in self._receiving and not busy_ok:
            raise UploadRefused(423, "The file is just being uploaded.")
        return _load(data)

    def _within_a_day(self, account: str, upload: SavedUpload, now: float) -> None:
        upload.bound = [one for one in upload.bound if one[0] > now - DAY_S]
        copies = [two for one in self._of(account) for two in one.bound if two[0] > now - DAY_S]
        size = sum(size for _, size in copies) + upload.bytes
        if len(copies) >= LIMITS["bindingsPerDay"] or size > LIMITS["copyBytesPerDay"]:
            raise UploadRefused(429, "Too many copies of saved uploads today.")

    def _of(self, account: str) -> list[SavedUpload]:
        return sorted(
            (_load(data) for data in self._documents.all(KIND, account)),
            key=lambda one: one.created,
        )

    def _save(self, upload: SavedUpload) -> None:
        self._documents.put(KIND, upload.account, upload.id, asdict(upload))

    def _forget(self, upload: SavedUpload) -> None:
        """The file first: a row without a file is found again, a file without a row is not."""
        self._path(upload).unlink(missing_ok=True)
        self._documents.drop(KIND, upload.account, upload.id)

    def _path(self, upload: SavedUpload) -> Path:
        return self._root / upload.id


def _load(data: dict[str, Any]) -> SavedUpload:
    return SavedUpload(**{**data, "bound": [(moment, size) for moment, size in data["bound"]]})


def _checked(wanted: Any) -> dict[str, Any]:
    if not isinstance(wanted, dict):
        raise UploadRefused(400, "The body must be an object.")
    digest, size, mime = wanted.get("sha256"), wanted.get("bytes"), wanted.get("contentType")
    if not isinstance(digest, str) or not SHA256.fullmatch(digest):
        raise UploadRefused(400, "sha256 must be 64 lower-case hexadecimal digits.")
    if not is_whole(size) or not 0 < size <= LIMITS["fileBytes"]:
        raise UploadRefused(400, "bytes must be between 1 and 100 MiB.")
    if not isinstance(mime, str) or mime not in TYPES:
        raise UploadRefused(400, "This type of file cannot be saved.")
    name = wanted.get("name")
    label = name.strip()[:200] if isinstance(name, str) and name.strip() else "Saved upload"
    return {"sha256": digest, "bytes": size, "contentType": mime, "name": label}


def _fits(mime: str, slot: str) -> bool:
    kind = "audio" if "Audio" in slot else "video" if "Video" in slot else "image"
    return mime.startswith(f"{kind}/")
