"""What a request carries, read with the documented refusals."""

import json
from typing import Any

from starlette.requests import Request

from studio.nesting import too_deep
from studio.wire.errors import Refusal


async def json_object(request: Request) -> dict[str, Any]:
    """The body as a JSON object; an empty body is an empty object. Raises Refusal 400."""
    raw = await request.body()
    if not raw.strip():
        return {}
    try:
        body: Any = json.loads(raw)
    except (ValueError, RecursionError) as wrong:
        raise Refusal(400, "The body is not JSON.") from wrong
    if not isinstance(body, dict):
        raise Refusal(400, "The body must be an object.")
    if too_deep(body):
        raise Refusal(400, "The body is nested too deeply.")
    return body


def either(body: dict[str, Any], snake: str, usual: Any = None) -> Any:
    """A member in snake_case or camelCase, as the public API takes both."""
    head, *rest = snake.split("_")
    camel = head + "".join(part.capitalize() for part in rest)
    value = body.get(snake, body.get(camel))
    return usual if value is None else value


def whole_query(request: Request, name: str, usual: int, least: int, most: int) -> int:
    """A whole number of the query, bent into its bounds."""
    text = request.query_params.get(name, "")
    try:
        return min(most, max(least, int(float(text))))
    except (ValueError, OverflowError):
        return usual
