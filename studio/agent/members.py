"""The plain members of a chat request: switches, numbers, choices. Wrong ones are refused before anything is spent."""

import math
from collections.abc import Mapping
from typing import Any

from studio.accounts.prices import BILLING_MODES, TOKEN_TYPES
from studio.safe_json import is_number
from studio.spellings import either

_CHOICES = {
    "task_profile": ("general", "coding", "reasoning"),
    "token_type": TOKEN_TYPES,
    "billing_mode": BILLING_MODES,
}
_SWITCHES = ("sogni_tool_execution", "safe_content_filter", "stream", "think")
_NUMBERS = (
    "temperature", "top_p", "top_k", "min_p", "repetition_penalty", "frequency_penalty", "presence_penalty",
)  # fmt: skip
"""The director has no dice: these change nothing, and their size is no matter, as it is clamped to the model's tier."""
_TEXTS = ("app_source",)
_MOST_TEXT = 200
_TOOL_CHOICES = ("none", "auto", "required")


class Unacceptable(ValueError):
    """The request cannot be taken. `status` is HTTP's, `kind` and `code` are what chat clients read."""

    def __init__(
        self,
        message: str,
        status: int = 400,
        kind: str = "invalid_request_error",
        code: str = "invalid_parameters",
    ) -> None:
        super().__init__(message)
        self.status = status
        self.kind = kind
        self.code = code


def check_members(body: Mapping[str, Any]) -> None:
    """Raises Unacceptable for the first member of a wrong kind, in either spelling; missing and null ones are fine."""
    for name, choices in _CHOICES.items():
        if either(body, name) not in (None, *choices):
            raise Unacceptable(f"{name} must be one of {', '.join(choices)}.")
    for name in _SWITCHES:
        if not isinstance(either(body, name), bool | None):
            raise Unacceptable(f"{name} must be true or false.")
    for name in _NUMBERS:
        if not _is_number(either(body, name, 0)):
            raise Unacceptable(f"{name} must be a number.")
    for name in _TEXTS:
        text = either(body, name, "")
        if not isinstance(text, str) or len(text) > _MOST_TEXT:
            raise Unacceptable(f"{name} must be text of at most {_MOST_TEXT} characters.")
    choice = either(body, "tool_choice")
    if choice is not None and choice not in _TOOL_CHOICES and not _names_a_tool(choice):
        raise Unacceptable(
            "tool_choice must be none, auto, required or an object that names a function."
        )


def _is_number(value: Any) -> bool:
    return is_number(value) and math.isfinite(value)


def _names_a_tool(choice: Any) -> bool:
    if not isinstance(choice, Mapping):
        return False
    function = choice.get("function", choice)  # the older form has the name beside the type
    return isinstance(function, Mapping) and isinstance(function.get("name"), str)
