"""What a chat request asks, checked: messages, tools on offer, limits. One reading for REST, runs and the socket."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from studio.agent.members import Unacceptable, check_members
from studio.catalogue import LLM_MODEL
from studio.catalogue.llm import CONTEXT_TOKENS
from studio.director.reading import images_of, text_of
from studio.safe_json import is_number
from studio.spellings import either

ROLES = ("system", "developer", "user", "assistant", "tool")
MOST_MESSAGES = 4000
MOST_IMAGES = 20
MOST_TOOLS = 256
MOST_OUTPUT, USUAL_OUTPUT = 32_768, 4096


def filtered(body: Mapping[str, Any]) -> bool:
    """Whether the content filter is on: always, but for a body that says `safe_content_filter` is false."""
    return either(body, "safe_content_filter") is not False


@dataclass(frozen=True)
class Limits:
    """How an answer is shaped: at most so many tokens, cut at a stop word, in a format, with thinking or without."""

    max_tokens: int = USUAL_OUTPUT
    stop: tuple[str, ...] = ()
    response_format: Mapping[str, Any] | None = None
    thinking: bool = False


@dataclass(frozen=True)
class Ask:
    """A checked request. `tools` are the client's own, as OpenAI functions; `choice` is its tool_choice."""

    messages: tuple[dict[str, Any], ...]
    tools: tuple[dict[str, Any], ...] = ()
    choice: Any = None
    limits: Limits = field(default_factory=Limits)

    @property
    def words(self) -> str:
        """The newest message of the person."""
        for message in reversed(self.messages):
            if message["role"] == "user":
                return text_of(message)
        return ""


def read(body: Mapping[str, Any]) -> Ask:
    """From a body in either spelling of its names; raises Unacceptable."""
    model = body.get("model")
    if model not in (None, "", LLM_MODEL):
        told = str(model)[:80]
        raise Unacceptable(f"Model {told} is not available here.", 404, code="model_not_found")
    check_members(body)
    return Ask(
        messages=_messages(body.get("messages")),
        tools=_tools(body.get("tools")),
        choice=either(body, "tool_choice"),
        limits=_limits(body),
    )


def _messages(given: Any) -> tuple[dict[str, Any], ...]:
    if not isinstance(given, list) or not given:
        raise Unacceptable("messages must be a list with at least one message.")
    if len(given) > MOST_MESSAGES:
        raise Unacceptable(f"messages can be {MOST_MESSAGES} at most.")
    for message in given:
        if not isinstance(message, dict) or message.get("role") not in ROLES:
            raise Unacceptable(f"Each message needs a role, one of {', '.join(ROLES)}.")
        content = message.get("content")
        if not isinstance(content, str | list | None):
            raise Unacceptable("A message's content is text or a list of parts.")
        if isinstance(content, list) and not all(isinstance(part, dict) for part in content):
            raise Unacceptable("The parts of a message must be objects.")
        if not isinstance(message.get("tool_calls"), list | None):
            raise Unacceptable("tool_calls must be a list.")
    if sum(len(images_of(message)) for message in given) > MOST_IMAGES:
        raise Unacceptable(f"A request can carry {MOST_IMAGES} images at most.")
    long = tokens_of(given)
    if long > CONTEXT_TOKENS:
        told = f"The conversation has about {long} tokens; the model takes {CONTEXT_TOKENS}."
        raise Unacceptable(told, code="context_length_exceeded")
    return tuple(given)


def _tools(given: Any) -> tuple[dict[str, Any], ...]:
    if given is None:
        return ()
    if not isinstance(given, list) or len(given) > MOST_TOOLS:
        raise Unacceptable(f"tools must be a list of at most {MOST_TOOLS} functions.")
    for tool in given:
        function = tool.get("function") if isinstance(tool, dict) else None
        if not isinstance(function, dict) or not isinstance(function.get("name"), str):
            raise Unacceptable("Each tool must be a function with a name.")
        schema = function.get("parameters") or {}
        members = isinstance(schema, dict) and schema.get("properties", {})
        if not isinstance(members, dict) or not isinstance(schema.get("required", []), list):
            raise Unacceptable("A function's parameters must be a JSON schema of an object.")
    return tuple(given)


def _limits(body: Mapping[str, Any]) -> Limits:
    template = either(body, "chat_template_kwargs")
    if not isinstance(template, dict | None):
        raise Unacceptable("chat_template_kwargs must be an object.")
    thinking = (template or {}).get("enable_thinking")
    if thinking is None:
        thinking = body.get("think")
    form = either(body, "response_format")
    if not isinstance(form, dict | None):
        raise Unacceptable("response_format must be an object.")
    return Limits(
        max_tokens=_most(either(body, "max_tokens")),
        stop=_stops(body.get("stop")),
        response_format=form if form and form.get("type") != "text" else None,
        thinking=thinking is True,
    )


def _most(value: Any) -> int:
    """Clamped to the model's tier."""
    if value is None:
        return USUAL_OUTPUT
    if not is_number(value) or not math.isfinite(value):
        raise Unacceptable("max_tokens must be a number.")
    return int(min(max(value, 1), MOST_OUTPUT))


def _stops(value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    words: Sequence[Any] = [value] if isinstance(value, str) else value
    if not isinstance(words, list) or len(words) > 16 or not all(isinstance(w, str) for w in words):
        raise Unacceptable("stop must be a text or up to 16 texts.")
    return tuple(word for word in words if word)


def tokens_of(messages: Sequence[Mapping[str, Any]]) -> int:
    """About how many tokens a request has: a quarter of its characters; an image counts as a few words."""
    chars = 0
    for message in messages:
        content = message.get("content")
        parts = content if isinstance(content, list) else []
        chars += len(text_of(message)) + 60 * sum(1 for part in parts if "text" not in part) + 24
        chars += sum(len(str(call)) for call in message.get("tool_calls") or [])
    return max(1, chars // 4)
