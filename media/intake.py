"""The only way bytes come in: limit, hash, decode, make renditions, store; then the row.

Whatever goes wrong on the way, nothing is left behind.
"""

import secrets
import tempfile
from collections.abc import Iterable
from io import BytesIO
from mimetypes import guess_type
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Count, Sum
from django.utils import timezone
from PIL import Image, UnidentifiedImageError

from db.connections import release_connection
from media.child.sniff import DAMAGED, TAKEN_ENDINGS
from media.models import Blob, Kind, Rendition, Upload, now_us
from media.probing import Probed, probe
from media.refusals import Refused
from media.storage import keep, lock_content, media_storage, name_for, sha256_of

__all__ = ["Refused", "read_preview", "store_preview", "take_result", "take_upload"]

MB = 1024 * 1024
PREVIEW_LONGEST = 512
PREVIEW_PIXELS = 16_000_000  # opened in this process, so far fewer than a finished picture may have
NOUN = {Kind.IMAGE: "images", Kind.AUDIO: "sound", Kind.VIDEO: "video"}
INSTEAD = {"image": "a PNG", "audio": "an MP3", "video": "an MP4"}


def take_upload(
    *, owner: Any, draft_key: UUID, name: str, chunks: Iterable[bytes], place: int | None = None
) -> Upload:
    """Receive a person's file for a draft; `place` is its order there, by default after what is in it.

    Raises `Refused`, named; nothing is stored then.
    """
    place = now_us() if place is None else place
    name = Path(name.replace("\\", "/")).name.strip()[:200] or "file"
    with tempfile.TemporaryDirectory(dir=settings.FILE_UPLOAD_TEMP_DIR) as folder:
        path = Path(folder) / "upload"
        try:
            size = _receive(path, chunks)
            _check_drafts(owner, size)
            blob = _take(path, Path(folder), limited=True)
            with transaction.atomic():
                _lock_drafts(owner)
                _check_drafts(owner, size)  # others of theirs came in meanwhile
                return Upload.objects.create(
                    owner=owner, draft_key=draft_key, blob=blob, name=name, place=place
                )
        except Refused as refused:
            raise _as_named(refused, name) from refused


def _as_named(refused: Refused, name: str) -> Refused:
    """The refusal about this file; who sends a picture, a sound or a film, by its name, knows that such are taken."""
    told = (guess_type(name)[0] or "").partition("/")[0]
    if refused.code == "unknown" and Path(name).suffix.lower() in TAKEN_ENDINGS:
        refused = Refused(DAMAGED, code="undecodable")
    elif refused.code == "unknown" and told in INSTEAD:
        reason = f"Files of this format are not taken. Attach {INSTEAD[told]} of it."
        refused = Refused(reason, code="unknown")
    return refused.named(name)


def take_result(path: Path) -> Blob:
    """Keep a finished render of the service, type and size checked. Raises `Refused`."""
    with tempfile.TemporaryDirectory(dir=settings.FILE_UPLOAD_TEMP_DIR) as folder:
        return _take(path, Path(folder), limited=False)


def store_preview(data: bytes) -> str:
    """Keep a small WebP of an unfinished picture for a while; the token to ask for it. Raises `Refused`."""
    try:
        with Image.open(BytesIO(data), formats=("JPEG", "PNG", "WEBP")) as picture:
            if picture.width * picture.height > PREVIEW_PIXELS:
                raise Refused("The preview is too large.", code="too_many_pixels")
            small = picture.convert("RGB")
    except (
        UnidentifiedImageError,
        OSError,
        SyntaxError,
        ValueError,
        Image.DecompressionBombError,
    ) as error:
        raise Refused("The preview could not be opened.", code="undecodable") from error
    small.thumbnail((PREVIEW_LONGEST, PREVIEW_LONGEST))
    token = secrets.token_urlsafe(18)
    small.save(_preview_path(token), "WEBP", quality=70)
    return token


def read_preview(token: str) -> bytes | None:
    """The preview's WebP, or None when it has expired."""
    try:
        return _preview_path(token).read_bytes()
    except OSError:
        return None


def _preview_path(token: str) -> Path:
    assert token.replace("-", "").replace("_", "").isalnum(), "tokens are made by store_preview"
    return Path(settings.MEDIA_PREVIEW_DIR) / f"{token}.webp"


def _receive(path: Path, chunks: Iterable[bytes]) -> int:
    """Bytes written."""
    size = 0
    with path.open("wb") as file:
        for chunk in chunks:
            size += len(chunk)
            if size > settings.UPLOAD_MAX_BYTES:
                most = settings.UPLOAD_MAX_BYTES // MB
                raise Refused(f"It is larger than {most} MB.", code="too_large")
            file.write(chunk)
    if not size:
        raise Refused("It is empty.", code="empty")
    return size


def _lock_drafts(owner: Any) -> None:
    """Until the transaction ends no other file of this person's becomes a draft."""
    get_user_model().objects.select_for_update(no_key=True).get(pk=owner.pk)


def _check_drafts(owner: Any, size: int) -> None:
    """What is never sent is kept for a month: it may not fill the disk."""
    waiting = Upload.objects.filter(owner=owner, item=None).aggregate(
        files=Count("pk"), size_bytes=Sum("blob__size_bytes", default=0)
    )
    most = settings.MEDIA_LIMITS
    if (
        waiting["files"] >= most["draft_files"]
        or waiting["size_bytes"] + size > most["draft_bytes"]
    ):
        raise Refused(
            "Too many files wait unsent in your conversations. Send or remove some first.",
            code="too_many",
        )


def _take(path: Path, folder: Path, *, limited: bool) -> Blob:
    sha256 = sha256_of(path)
    known = _known(sha256)
    if known is not None:
        if limited:
            _check_size(known.kind, known.size_bytes)
        return known
    made = folder / "renditions"
    made.mkdir()
    release_connection()  # it decodes, or waits for its turn
    probed = probe(path, made)
    size = path.stat().st_size
    if limited:
        _check_size(probed.kind, size)
    name = name_for(sha256)
    with transaction.atomic():
        lock_content(sha256)
        keep(path, name)
        for purpose, (file, _) in probed.renditions.items():
            keep(file, name_for(sha256, f".{purpose}{file.suffix}"))
        return _row(sha256, name, size, probed)


def _known(sha256: str) -> Blob | None:
    """The blob of these bytes. Its day of grace begins anew, so that it is there when something refers to it."""
    with transaction.atomic():
        lock_content(sha256)
        known = Blob.objects.filter(sha256=sha256).first()
        if known is None or not media_storage().exists(known.name):
            return None
        known.created_at = timezone.now()
        known.save(update_fields=["created_at"])
        return known


def _row(sha256: str, name: str, size: int, probed: Probed) -> Blob:
    blob, created = Blob.objects.get_or_create(
        sha256=sha256,
        defaults={
            "name": name,
            "kind": probed.kind,
            "mime": probed.mime,
            "size_bytes": size,
            "width": probed.width,
            "height": probed.height,
            "duration_s": probed.duration_s,
            "fps": probed.fps,
        },
    )
    if not created:  # their files may have been written anew, by another version
        for purpose, (file, _) in probed.renditions.items():
            blob.renditions.filter(purpose=purpose).update(size_bytes=file.stat().st_size)
    else:
        Rendition.objects.bulk_create(
            Rendition(
                blob=blob,
                purpose=purpose,
                name=name_for(sha256, f".{purpose}{file.suffix}"),
                mime=mime,
                size_bytes=file.stat().st_size,
            )
            for purpose, (file, mime) in probed.renditions.items()
        )
    return blob


def _check_size(kind: str, size: int) -> None:
    most = settings.MEDIA_LIMITS[f"{kind}_bytes"]
    if size > most:
        noun = NOUN[Kind(kind)].capitalize()
        raise Refused(
            f"It is {size / MB:.0f} MB; {noun.lower()} may have up to {most // MB} MB.",
            code="too_large",
        )
