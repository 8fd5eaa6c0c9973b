"""Refusals of the chat endpoints: OpenAI's shape, the flat one and the service's own, all filled."""

from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse

from studio.agent.members import Unacceptable
from studio.wire.errors import (
    BAD_REQUEST,
    NOT_FOUND,
    RATE_LIMITED,
    TOO_LARGE,
    UNAUTHORIZED,
    Refusal,
    error_body,
)

CODES = {401: UNAUTHORIZED, 402: 4024, 404: NOT_FOUND, 413: TOO_LARGE, 429: RATE_LIMITED, 503: 1001}
"""The service's numbers beside OpenAI's words; those of poverty and of a restart are the socket's."""


class ChatRefusal(Exception):
    """A chat call that is refused; `kind` and `code` are OpenAI's type and code."""

    def __init__(
        self,
        status: int,
        message: str,
        kind: str = "invalid_request_error",
        code: str = "invalid_parameters",
        retry_after: int | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.kind = kind
        self.code = code
        self.retry_after = retry_after


def refusal_of(error: Unacceptable) -> ChatRefusal:
    """From what reading the request raised."""
    return ChatRefusal(error.status, str(error), error.kind, error.code)


def refused_early(error: Refusal) -> ChatRefusal:
    """From what any call may be refused for: no key, or a body that cannot be read."""
    if error.status == 401:
        return ChatRefusal(401, str(error), "authentication_error", "invalid_api_key")
    return ChatRefusal(error.status, str(error))


def chat_error_body(error: ChatRefusal) -> dict[str, Any]:
    """Readers of any of the three shapes find their members; there is never a null among them."""
    message = str(error)
    return {
        **error_body(message, CODES.get(error.status, BAD_REQUEST), error.retry_after),
        "error": {"message": message, "type": error.kind, "code": error.code},
        "error_code": error.code,
        "error_message": message,
    }


async def on_chat_refusal(request: Request, error: Exception) -> JSONResponse:
    """Starlette's handler for ChatRefusal."""
    assert isinstance(error, ChatRefusal)
    headers = {} if error.retry_after is None else {"Retry-After": str(error.retry_after)}
    return JSONResponse(chat_error_body(error), error.status, headers=headers)
