"""One round of words: what the director says to a request, within the request's limits."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from studio.agent.asking import Limits, tokens_of
from studio.director import Call, direct
from studio.director.reading import MOST_TEXT, text_of
from studio.policy import forbids

TOKEN = re.compile(r"\s*\S{1,12}|\s+")


@dataclass(frozen=True)
class ToolCall:
    """A call as it goes over the wire."""

    id: str
    name: str
    arguments: dict[str, Any]

    def wire(self) -> dict[str, Any]:
        """OpenAI's shape."""
        text = json.dumps(self.arguments, ensure_ascii=False)
        return {
            "id": self.id,
            "type": "function",
            "function": {"name": self.name, "arguments": text},
        }


@dataclass(frozen=True)
class Said:
    """A round's answer in pieces; thinking comes first, in its tags. `finish` is OpenAI's finish reason."""

    pieces: tuple[str, ...]
    calls: tuple[ToolCall, ...]
    finish: str
    prompt_tokens: int
    completion_tokens: int
    asks: bool = False

    @property
    def text(self) -> str:
        return "".join(self.pieces)

    def usage(self) -> dict[str, int]:
        """OpenAI's usage object."""
        total = self.prompt_tokens + self.completion_tokens
        return {
            "prompt_tokens": self.prompt_tokens,
            "completion_tokens": self.completion_tokens,
            "total_tokens": total,
        }

    def message(self) -> dict[str, Any]:
        """The assistant's message in the history."""
        told: dict[str, Any] = {"role": "assistant", "content": self.text}
        return told | ({"tool_calls": [call.wire() for call in self.calls]} if self.calls else {})


def speak(
    messages: Sequence[Mapping[str, Any]],
    tools: Sequence[Mapping[str, Any]],
    choice: Any,
    limits: Limits,
    call_prefix: str,
) -> Said:
    """Ask the director. `tools` are what may be called now; ids of calls begin with `call_prefix`."""
    offered = [] if choice == "none" else list(tools)
    thinks = {"enable_thinking": limits.thinking}
    reply = direct({"messages": messages, "tools": offered, "chat_template_kwargs": thinks})
    words = _newest(messages)
    forced = _forced(choice, offered, reply.calls, words, messages)
    calls = tuple(
        ToolCall(f"{call_prefix}_{place}", call.name, call.arguments)
        for place, call in enumerate(forced or reply.calls)
    )
    thinking = f"<think>{reply.thinking}</think>" if reply.thinking else ""
    text, stopped = _stopped(reply.text, limits.stop)
    if limits.response_format and not calls:
        text = as_json(text, limits.response_format)
    pieces = TOKEN.findall(thinking + text)
    finish = "tool_calls" if calls else "content_filter" if forbids(words[:MOST_TEXT]) else "stop"
    if len(pieces) > limits.max_tokens:
        pieces, calls, finish = pieces[: limits.max_tokens], (), "length"
    elif stopped:
        calls, finish = (), "stop"
    written = len(pieces) + sum(len(json.dumps(call.arguments)) // 4 + 4 for call in calls)
    return Said(
        tuple(pieces),
        calls,
        finish,
        tokens_of(messages),
        max(1, written),
        reply.asks,
    )


def as_json(text: str, response_format: Mapping[str, Any]) -> str:
    """The answer as the JSON that was asked for; the words go where the schema has a first place for words."""
    try:
        value = json.loads(text)
    except ValueError:
        value = None
    wanted = response_format.get("json_schema")
    schema = wanted.get("schema") if isinstance(wanted, Mapping) else None
    if response_format.get("type") != "json_schema" or not isinstance(schema, dict):
        return text if isinstance(value, dict) else json.dumps({"answer": text}, ensure_ascii=False)
    needed = schema.get("required") or []
    fits = isinstance(value, dict) and all(name in value for name in needed)
    return text if fits else json.dumps(filled(schema, text), ensure_ascii=False)


def filled(schema: Any, text: str, depth: int = 0) -> Any:
    """A value the schema allows, as simple as can be, with `text` in the places for words."""
    if not isinstance(schema, Mapping) or depth > 8:
        return text
    for name in ("const", "default"):
        if name in schema:
            return schema[name]
    if schema.get("enum"):
        return schema["enum"][0]
    kind = schema.get("type")
    kind = kind[0] if isinstance(kind, list) and kind else kind
    if kind == "object" or (kind is None and isinstance(schema.get("properties"), Mapping)):
        members = schema.get("properties") or {}
        return {name: filled(member, text, depth + 1) for name, member in members.items()}
    if kind == "array":
        least = schema.get("minItems")
        count = min(least, 16) if isinstance(least, int) and least > 0 else 1
        return [filled(schema.get("items") or {}, text, depth + 1) for _ in range(count)]
    if kind in ("integer", "number"):
        least = schema.get("minimum", 0)
        return least if isinstance(least, int | float) else 0
    if kind == "boolean":
        return False
    if kind == "null":
        return None
    most = schema.get("maxLength")
    return text[:most] if isinstance(most, int) else text


def _forced(
    choice: Any,
    tools: Sequence[Mapping[str, Any]],
    calls: Sequence[Call],
    words: str,
    messages: Sequence[Mapping[str, Any]],
) -> list[Call]:
    """The call a client insists on, where the director made none; only on the first round of a turn."""
    if not tools or (messages and messages[-1].get("role") == "tool"):
        return []
    functions = {tool["function"]["name"]: tool["function"] for tool in tools}
    name = None
    if isinstance(choice, Mapping):
        function = choice.get("function")
        name = function.get("name") if isinstance(function, Mapping) else choice.get("name")
        if any(call.name == name for call in calls):
            return [call for call in calls if call.name == name]
    elif choice == "required" and not calls:
        name = next(iter(functions))
    if name not in functions:
        return []
    schema = functions[name].get("parameters") or {}
    members, needed = schema.get("properties") or {}, schema.get("required") or []
    arguments = {key: filled(members.get(key), words, 1) for key in needed if isinstance(key, str)}
    return [Call(str(name), arguments)]


def _stopped(text: str, stops: Sequence[str]) -> tuple[str, bool]:
    places = [text.find(stop) for stop in stops if stop in text]
    return (text[: min(places)], True) if places else (text, False)


def _newest(messages: Sequence[Mapping[str, Any]]) -> str:
    return next((text_of(m) for m in reversed(messages) if m.get("role") == "user"), "")
