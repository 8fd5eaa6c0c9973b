"""What a request carries, read with the documented refusals."""

from typing import Any

from starlette.requests import Request

from studio import safe_json
from studio.spellings import either
from studio.storage.idempotency import MOST_CHARS, Key, fingerprint
from studio.wire.errors import Refusal


def idempotency_key(request: Request, body: dict[str, Any]) -> Key | None:
    """The header Idempotency-Key with what it was sent for, None without one. Raises Refusal 400."""
    text = request.headers.get("idempotency-key")
    if text is None:
        return None
    if not 0 < len(text) <= MOST_CHARS:
        raise Refusal(400, f"An Idempotency-Key has 1 to {MOST_CHARS} characters.")
    return Key(text, fingerprint(body))


async def json_object(request: Request) -> dict[str, Any]:
    """The body as a JSON object; an empty body is an empty object. Raises Refusal 400."""
    raw = await request.body()
    if not raw.strip():
        return {}
    try:
        body: Any = safe_json.loads(raw)
    except ValueError as wrong:
        raise Refusal(
            400, "The body is not JSON, is nested too deeply, or holds too many values."
        ) from wrong
    if not isinstance(body, dict):
        raise Refusal(400, "The body must be an object.")
    return body


async def spending_body(request: Request) -> dict[str, Any]:
    """The body of a call that may cost something: the header X-Token-Type stands in for a missing `token_type`."""
    body = await json_object(request)
    named = request.headers.get("x-token-type")
    if named and either(body, "token_type") is None:
        return {**body, "token_type": named}
    return body


def whole_query(request: Request, name: str, usual: int, least: int, most: int) -> int:
    """A whole number of the query, bent into its bounds."""
    text = request.query_params.get(name, "")
    try:
        return min(most, max(least, int(float(text))))
    except (ValueError, OverflowError):
        return usual
