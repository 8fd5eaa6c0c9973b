"""The files clients upload and renders make, under hashed names, and the signed addresses that reach them."""

import asyncio
import base64
import contextlib
import hashlib
import hmac
import json
import os
import secrets
import shutil
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from studio.settings import MEDIA_LIFETIME_S
from studio.storage.store import BlobRow, Store

ADDRESS_LIFETIME_S = 6 * 3600


def blob_key(account: str, job_id: str, slot: str, media_id: str = "") -> str:
    """The name of a file: nothing a client sends becomes part of a path."""
    parts = json.dumps([account, job_id, slot, media_id])
    return hashlib.sha256(parts.encode()).hexdigest()


class Blobs:
    """Files with a MIME type that live 24 hours, as on the service."""

    def __init__(self, root: Path, store: Store, clock: Callable[[], float] = time.time) -> None:
        self._root = root
        self._store = store
        self._clock = clock
        self._secret = store.secret("addresses")
        root.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.incoming = root / "incoming"
        shutil.rmtree(self.incoming, ignore_errors=True)
        self.incoming.mkdir(mode=0o700)

    def path(self, key: str) -> Path:
        """Where a blob's bytes are, or would be."""
        return self._root / key[:2] / key

    async def adopt(self, source: Path, mime: str, *keys: str, maker: str = "") -> None:
        """Move a finished file in under the first key and link it under the others; the loop waits for no disk.

        `maker` is the model that made it, where one did.
        """
        size = await asyncio.to_thread(self._move, source, [self.path(key) for key in keys])
        for key in keys:
            self._store.save_blob(BlobRow(key, mime, size, self._clock(), maker))

    async def write(self, key: str, data: bytes, mime: str) -> None:
        """Store a small blob, such as a preview, in one go; the loop waits for no disk."""
        part = self._spare()
        await asyncio.to_thread(part.write_bytes, data)
        await self.adopt(part, mime, key)

    def find(self, key: str) -> BlobRow | None:
        """The blob under this key, unless it never was or its 24 hours are over."""
        row = self._store.blob(key)
        if row is None or row.created + MEDIA_LIFETIME_S < self._clock():
            return None
        return row if self.path(key).is_file() else None

    @contextlib.asynccontextmanager
    async def lent(self, key: str) -> AsyncIterator[Path]:
        """The blob's file under a name of its own: what takes its place meanwhile does not reach into it.

        FileNotFoundError when it is gone.
        """
        lent = self._spare()
        await asyncio.to_thread(lent.hardlink_to, self.path(key))
        try:
            yield lent
        finally:
            lent.unlink(missing_ok=True)

    async def sweep(self) -> None:
        """Delete what is older than 24 hours, also files a crash left without a row; the loop waits for no disk."""
        before = self._clock() - MEDIA_LIFETIME_S
        await asyncio.to_thread(self._delete, before)
        for key in self._store.blobs_before(before):
            if not self.path(key).is_file():
                self._store.drop_blob(key)

    def _delete(self, before: float) -> None:
        """Files that came to their place before this Unix time; what is written meanwhile stays."""
        for path in self._root.glob("[0-9a-f][0-9a-f]/*"):
            if path.stat().st_mtime < before:
                path.unlink(missing_ok=True)

    def sign(
        self,
        base_url: str,
        *,
        place: str = "blobs",
        lifetime_s: int = ADDRESS_LIFETIME_S,
        **claims: Any,
    ) -> str:
        """An address that may be used for a while, by whoever holds it, for exactly what `claims` say."""
        payload = {**claims, "until": int(self._clock()) + lifetime_s}
        body = base64.urlsafe_b64encode(json.dumps(payload).encode()).decode().rstrip("=")
        return f"{base_url}/{place}/{body}.{self._seal(body)}"

    def claims(self, token: str) -> dict[str, Any] | None:
        """What a signed address allows, or None when it is forged or too old."""
        body, _, seal = token.partition(".")
        if not body.isascii() or not hmac.compare_digest(seal.encode(), self._seal(body).encode()):
            return None
        claims = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
        return claims if claims["until"] >= self._clock() else None

    def named(self, url: Any) -> str | None:
        """The key of the file behind one of our signed addresses; None for any other."""
        if not isinstance(url, str) or len(url) > 4096:
            return None
        try:
            parts = urlsplit(url)
            local = parts.hostname in ("127.0.0.1", "localhost", "::1")
        except ValueError:
            return None
        folder, _, token = parts.path.rpartition("/")
        if parts.scheme not in ("http", "https") or not local or folder != "/blobs":
            return None
        try:
            claims = self.claims(token)
        except ValueError:
            return None
        return str(claims["key"]) if claims is not None and claims["do"] == "get" else None

    def _seal(self, body: str) -> str:
        return hmac.new(self._secret, body.encode(), hashlib.sha256).hexdigest()[:40]

    def _spare(self) -> Path:
        return self.incoming / secrets.token_hex(16)

    def _move(self, source: Path, targets: list[Path]) -> int:
        """Move a file to the first place and link it to the others; its size in bytes. Several may do it at once.

        Slow at times: where a file is replaced, ext4 hands its bytes to the disk first.
        """
        size, now = source.stat().st_size, self._clock()
        os.utime(source, (now, now))  # a link to a file of long ago is new here
        copies = [self._spare() for _ in targets[1:]]
        for copy in copies:
            os.link(source, copy)
        for one, target in zip([source, *copies], targets, strict=True):
            target.parent.mkdir(exist_ok=True, mode=0o700)
            os.replace(one, target)
            one.unlink(missing_ok=True)  # renaming onto another link of the same file does nothing
        return size
