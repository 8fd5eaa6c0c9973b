"""Refusals in the service's documented body: status, message and errorCode."""

from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse

BAD_REQUEST = 100
UNAUTHORIZED = 101
CONFLICT = 102
NOT_FOUND = 103
TOO_LARGE = 104
FORBIDDEN = 105
RATE_LIMITED = 126


class Refusal(Exception):
    """A call the studio refuses, with a sentence for the person."""

    def __init__(
        self,
        status: int,
        message: str,
        code: int = BAD_REQUEST,
        retry_after: int | None = None,
        details: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.retry_after = retry_after
        self.details = details


def error_body(
    message: str,
    code: int,
    retry_after: int | None = None,
    details: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """The body every refused REST call has; `details` for programs, also with the failure's name beside it."""
    body: dict[str, Any] = {"status": "error", "message": message, "errorCode": code}
    if retry_after is not None:
        body["retryAfter"] = retry_after
    if details:
        body["details"] = details
        if "error_type" in details:
            body["error_type"] = details["error_type"]
    return body


async def on_refusal(request: Request, error: Exception) -> JSONResponse:
    """Starlette's handler for Refusal."""
    assert isinstance(error, Refusal)
    headers = {} if error.retry_after is None else {"Retry-After": str(error.retry_after)}
    return JSONResponse(
        error_body(str(error), error.code, error.retry_after, error.details),
        error.status,
        headers=headers,
    )


async def on_http_error(request: Request, error: Exception) -> JSONResponse:
    """Unknown routes and wrong methods, in the documented body."""
    assert isinstance(error, HTTPException)
    if error.status_code == 404:
        body = error_body("This route does not exist.", NOT_FOUND)
    else:
        body = error_body(f"{error.detail}.", BAD_REQUEST)
    return JSONResponse(body, error.status_code, headers=error.headers)


async def on_crash(request: Request, error: Exception) -> JSONResponse:
    """A fault of the studio's own; the traceback is in its log."""
    return JSONResponse(error_body("The studio failed to answer. Its log says why.", 1), 500)
