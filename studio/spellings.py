"""Names of members in the two spellings the public API takes: snake_case and camelCase."""

from collections.abc import Mapping
from typing import Any


def camel(name: str) -> str:
    """`token_type` as `tokenType`; a name in camelCase stays as it is."""
    head, *rest = name.split("_")
    return head + "".join(part.capitalize() for part in rest)


def either(body: Mapping[str, Any], snake: str, usual: Any = None) -> Any:
    """A member in either spelling; `usual` where it is missing or null in both."""
    value = body.get(snake)
    if value is None:
        value = body.get(camel(snake))
    return usual if value is None else value
