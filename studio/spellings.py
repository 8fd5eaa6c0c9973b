"""Names of members in the two spellings the public API takes: snake_case and camelCase."""

from collections.abc import Mapping
from typing import Any


def camel(name: str) -> str:
    """`token_type` as `tokenType`; a name in camelCase stays as it is."""
    head, *rest = name.split("_")
    return head + "".join(part.capitalize() for part in rest)


def camelled(body: Mapping[str, Any]) -> dict[str, Any]:
    """An object with its own members' names in camelCase; what they hold is left as it is."""
    return {camel(str(name)): value for name, value in body.items()}


def either(body: Mapping[str, Any], snake: str, usual: Any = None) -> Any:
    """A member in either spelling; `usual` where it is missing or null in both."""
    value = body.get(snake)
    if value is None:
        value = body.get(camel(snake))
    return usual if value is None else value
