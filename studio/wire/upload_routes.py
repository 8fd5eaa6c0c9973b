"""REST: saved uploads (prepare, PUT, finalize, bind, list, delete)."""

import asyncio
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from studio.files.uploads import LIMITS, SavedUploads, UploadRefused
from studio.spellings import camelled
from studio.wire.account_routes import success
from studio.wire.bodies import json_object
from studio.wire.callers import base_url, caller
from studio.wire.errors import BAD_REQUEST, CONFLICT, FORBIDDEN, NOT_FOUND, RATE_LIMITED, Refusal
from studio.wire.media_routes import RESULTS, SLOT, receive, signed

CODES = {404: NOT_FOUND, 409: CONFLICT, 412: CONFLICT, 423: CONFLICT, 429: RATE_LIMITED}


async def capabilities(request: Request) -> Response:
    """Saved uploads are offered to every account of the studio."""
    caller(request)
    return success({"enabled": True})


async def listed(request: Request) -> Response:
    account = caller(request)
    kept = _uploads(request).ready(account.address)
    return success({"assets": [one.public() for one in reversed(kept)], "limits": LIMITS})


async def prepare(request: Request) -> Response:
    account, uploads = caller(request), _uploads(request)
    body = camelled(await json_object(request))
    upload = _do(uploads.prepare, account.address, body)
    if upload.state == "ready":
        return success(upload.public())
    claims = {"do": "save", "account": account.address, "upload": upload.id}
    blobs = request.app.state.studio.blobs
    url = blobs.sign(base_url(request), place="blobs/saved", **claims)
    return success(
        {
            **upload.public(),
            "uploadUrl": url,
            "uploadHeaders": uploads.headers(upload),
        }
    )


async def put(request: Request) -> Response:
    """The bytes; exactly the headers that were given, and bytes whose hash is the announced one."""
    claims, uploads = signed(request, "save"), _uploads(request)
    upload = _do(uploads.get, claims["account"], claims["upload"], busy_ok=True)
    given = request.headers
    if any(given.get(name) != value for name, value in uploads.headers(upload).items()):
        raise Refusal(403, "The headers are not the ones this address was made for.", FORBIDDEN)
    upload = _do(uploads.receiving, claims["account"], claims["upload"])
    part = request.app.state.studio.blobs.incoming / secrets.token_hex(16)
    whole = False
    try:
        await receive(request.stream(), part, most=upload.bytes)
        whole = True
    finally:
        try:
            await asyncio.to_thread(_do, uploads.received, upload, part if whole else None)
        finally:
            part.unlink(missing_ok=True)
    return Response(status_code=200)


async def finalize(request: Request) -> Response:
    account = caller(request)
    upload = _do(_uploads(request).finalize, account.address, request.path_params["id"])
    return success(upload.public())


async def bind(request: Request) -> Response:
    account = caller(request)
    body = camelled(await json_object(request))
    job, slot, media = body.get("projectId"), body.get("type"), body.get("id") or ""
    if not isinstance(job, str) or not 0 < len(job) <= 200:
        raise Refusal(400, "projectId is missing or too long.", BAD_REQUEST)
    if not isinstance(slot, str) or not SLOT.fullmatch(slot) or slot in RESULTS:
        raise Refusal(400, "type is not one of the input slots.", BAD_REQUEST)
    if not isinstance(media, str) or len(media) > 200:
        raise Refusal(400, "id is too long.", BAD_REQUEST)
    with _refusing():
        await _uploads(request).bind(account.address, request.path_params["id"], job, slot, media)
    return success({"projectId": job, "type": slot})


async def remove(request: Request) -> Response:
    account = caller(request)
    _do(_uploads(request).remove, account.address, request.path_params["id"])
    return Response(status_code=204)


def _uploads(request: Request) -> SavedUploads:
    uploads: SavedUploads = request.app.state.studio.uploads
    return uploads


def _do(action: Any, *given: Any, **named: Any) -> Any:
    with _refusing():
        return action(*given, **named)


@contextmanager
def _refusing() -> Iterator[None]:
    """What a saved upload refuses, as the wire refuses."""
    try:
        yield
    except UploadRefused as refused:
        wait = 3600 if refused.status == 429 else None
        raise Refusal(
            refused.status, str(refused), CODES.get(refused.status, BAD_REQUEST), wait
        ) from refused


ROUTES = [
    Route("/v1/assets/capabilities", capabilities),
    Route("/v1/assets/prepare", prepare, methods=["POST"]),
    Route("/v1/assets", listed),
    Route("/v1/assets/{id}/finalize", finalize, methods=["POST"]),
    Route("/v1/assets/{id}/bind", bind, methods=["POST"]),
    Route("/v1/assets/{id}", remove, methods=["DELETE"]),
    Route("/blobs/saved/{token}", put, methods=["PUT"]),
]
