"""REST: upload and download addresses, and the blob store they lead to."""

import asyncio
import re
import secrets
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import anyio
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from studio.files.blobs import Blobs, blob_key
from studio.projects.last_frame import LAST_FRAME, last_frame
from studio.storage.store import BlobRow
from studio.wire.account_routes import success
from studio.wire.callers import base_url, caller
from studio.wire.errors import BAD_REQUEST, FORBIDDEN, NOT_FOUND, TOO_LARGE, Refusal

SLOT = re.compile(
    r"startingImage|cnImage|contextImage([1-9]|1[0-6])|referenceImage|referenceImageEnd|keyframeImage[1-8]"
    r"|referenceMask|referenceAudio[1-3]?|referenceVideo[1-3]?|complete|preview"
)
MIME = re.compile(r"(image|audio|video)/[a-z0-9.-]{1,40}")
"""What a file may be served as; without a plus, for a picture in XML could run scripts."""
RESULTS = ("complete", "preview")
GONE = "There is no such file, or its 24 hours are over."


async def upload_url(request: Request) -> JSONResponse:
    """Any job id will do: files are kept by job, slot and, where one is named, media id."""
    account = caller(request)
    job, slot, media = _named(request)
    if slot in RESULTS:
        raise Refusal(400, "Results are made here, not uploaded.")
    mime = request.query_params.get("contentType") or "application/octet-stream"
    claims = {"job": job, "slot": slot, "media": media, "account": account.address}
    url = request.app.state.studio.blobs.sign(base_url(request), do="put", mime=mime, **claims)
    return success({"uploadUrl": url})


async def download_url(request: Request) -> JSONResponse:
    """Results, previews, and what was uploaded. A film, sound or model is told to the image route as such."""
    account = caller(request)
    job, slot, media = _named(request)
    blobs: Blobs = request.app.state.studio.blobs
    keys = [blob_key(account.address, job, slot, media), blob_key(account.address, job, slot)]
    key = next((one for one in keys if blobs.find(one) is not None), None)
    if key is None:
        raise Refusal(404, GONE, NOT_FOUND)
    row = blobs.find(key)
    if (
        request.url.path.startswith("/v1/image/")
        and slot == "complete"
        and row is not None
        and not row.mime.startswith("image/")
    ):
        raise Refusal(404, "This result is no image; ask /v1/media/downloadUrl for it.", NOT_FOUND)
    if request.query_params.get("artifact"):
        if slot != "complete":
            raise Refusal(400, "Only a result has an artifact.", BAD_REQUEST)
        key = await _artifact(request, key, (account.address, job, media))
    return success({"downloadUrl": blobs.sign(base_url(request), do="get", key=key)})


async def _artifact(request: Request, film: str, place: tuple[str, str, str]) -> str:
    """The key of a result's last frame, taken out of the film when it is first asked for."""
    if request.query_params["artifact"] != LAST_FRAME:
        raise Refusal(400, "The only artifact of a result is lastFrame.", BAD_REQUEST)
    account, job, media = place
    blobs: Blobs = request.app.state.studio.blobs
    key, row = blob_key(account, job, LAST_FRAME, media), blobs.find(film)
    if row is None or not row.mime.startswith("video/"):
        raise Refusal(404, "Only a video has a last frame.", NOT_FOUND)
    if blobs.find(key) is None:
        try:
            picture = await asyncio.to_thread(last_frame, blobs.path(film))
        except ValueError as none:
            raise Refusal(404, str(none), NOT_FOUND) from none
        await blobs.write(key, picture, "image/png")
    return key


async def put_blob(request: Request) -> Response:
    """Take the bytes of an upload; the signed address says where they belong."""
    claims = signed(request, "put")
    blobs: Blobs = request.app.state.studio.blobs
    part = blobs.incoming / secrets.token_hex(16)
    try:
        await receive(request.stream(), part)
        mime = request.headers.get("content-type") or claims["mime"]
        place = (claims["account"], claims["job"], claims["slot"])
        keys = [blob_key(*place)]
        if claims["media"]:
            keys.append(blob_key(*place, claims["media"]))
        safe = mime if MIME.fullmatch(mime) else "application/octet-stream"
        await blobs.adopt(part, safe, *keys)
    finally:
        part.unlink(missing_ok=True)
    return Response(status_code=200)


async def get_blob(request: Request) -> Response:
    claims = signed(request, "get")
    blobs: Blobs = request.app.state.studio.blobs
    row = blobs.find(claims["key"])
    if row is None:
        raise Refusal(404, GONE, NOT_FOUND)
    return BlobResponse(blobs, row)


class BlobResponse(FileResponse):
    """A blob as it is when the answer begins; a newer preview may take its place while it is sent."""

    def __init__(self, blobs: Blobs, row: BlobRow) -> None:
        super().__init__(
            blobs.path(row.key), media_type=row.mime, headers={"X-Content-Type-Options": "nosniff"}
        )
        self._blobs, self._row = blobs, row

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            async with self._blobs.lent(self._row.key) as self.path:
                await super().__call__(scope, receive, send)
        except FileNotFoundError as gone:
            raise Refusal(404, GONE, NOT_FOUND) from gone


def _named(request: Request) -> tuple[str, str, str]:
    query = request.query_params
    job, slot = query.get("jobId", ""), query.get("type", "")
    media = query.get("imageId") or query.get("id") or ""
    if not 0 < len(job) <= 200 or len(media) > 200:
        raise Refusal(400, "jobId is missing or too long.", BAD_REQUEST)
    if not SLOT.fullmatch(slot):
        raise Refusal(400, "type is not one of the known slots.", BAD_REQUEST)
    return job.upper(), slot, media.upper()


def signed(request: Request, do: str) -> dict[str, Any]:
    """What the signed address of this request allows; raises Refusal 403 unless it allows `do`."""
    try:
        claims: dict[str, Any] | None = request.app.state.studio.blobs.claims(
            request.path_params["token"]
        )
    except ValueError:
        claims = None
    if claims is None or claims["do"] != do:
        raise Refusal(403, "This address is not valid or no longer so.", FORBIDDEN)
    return claims


async def receive(stream: AsyncIterator[bytes], part: Path, most: int | None = None) -> None:
    """Write a body to a file; more than `most` bytes are refused with 413."""
    seen = 0
    async with await anyio.open_file(part, "wb") as file:
        async for chunk in stream:
            seen += len(chunk)
            if most is not None and seen > most:
                raise Refusal(413, "The body is larger than was announced.", TOO_LARGE)
            await file.write(chunk)


ROUTES = [
    Route("/v1/image/uploadUrl", upload_url),
    Route("/v1/media/uploadUrl", upload_url),
    Route("/v1/image/downloadUrl", download_url),
    Route("/v1/media/downloadUrl", download_url),
    Route("/blobs/{token}", put_blob, methods=["PUT"]),
    Route("/blobs/{token}", get_blob),
]
