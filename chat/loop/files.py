"""The service's files become ours: fetched by the guarded fetcher, checked, kept."""

import logging
import tempfile
from pathlib import Path

from django.conf import settings

from chat.gateway.errors import Unavailable
from chat.loop.keeper import Keeper
from media import fetching, intake
from media.models import Blob

log = logging.getLogger(__name__)

PREVIEW_BYTES = 2 * 1024 * 1024
RESULT_BYTES = 512 * 1024 * 1024
TRIES = 3
RETRY_S = 1.0


def _origins() -> list[str]:
    """The addresses of our own configuration; any other must be public."""
    return [settings.SOGNI_REST_ENDPOINT, settings.SOGNI_SOCKET_ENDPOINT.replace("ws", "http", 1)]


def keep_result(url: str, keeper: Keeper) -> Blob:
    """Copy a finished render into our storage; a broken transfer is tried again, for it was paid for.

    Raises `Unavailable` when it cannot be had or is not media, and what `keeper.check` raises meanwhile.
    """
    for again in range(TRIES):
        try:
            return _copy(url, keeper)
        except fetching.FetchRefused as error:
            log.warning("A result could not be fetched: %s", error)
            if again < TRIES - 1:
                keeper.pause(RETRY_S * (again + 1))
        except intake.Refused as error:
            log.warning("A result could not be kept: %s", error)
            break
    raise Unavailable("The finished file could not be read.")


def _copy(url: str, keeper: Keeper) -> Blob:
    with tempfile.TemporaryDirectory(dir=settings.FILE_UPLOAD_TEMP_DIR) as folder:
        dest = Path(folder) / "result"
        fetching.fetch(
            url,
            allowed_origins=_origins(),
            max_bytes=RESULT_BYTES,
            timeout_s=300,
            dest=dest,
            tick=keeper.check,
        )
        return keeper.during(lambda: intake.take_result(dest))  # decoding takes its time


def keep_preview(url: str) -> str:
    """A small expiring copy of a preview; its token, or nothing when it cannot be had."""
    if not url:
        return ""
    with tempfile.TemporaryDirectory(dir=settings.FILE_UPLOAD_TEMP_DIR) as folder:
        dest = Path(folder) / "preview"
        try:
            fetching.fetch(
                url, allowed_origins=_origins(), max_bytes=PREVIEW_BYTES, timeout_s=10, dest=dest
            )
            return intake.store_preview(dest.read_bytes())
        except (fetching.FetchRefused, intake.Refused) as error:
            log.info("A preview could not be had: %s", error)
            return ""
