"""What the director sees of a request: the newest wish, the media there are, and what was done about it so far."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from studio.director.tongues import into_english

MEDIA_LINE = re.compile(r"^- (image|video|audio|model) ([-−]?\d+): (.*)$", re.M)
ATTACHED = re.compile(r"\n*Attached: (.+)\s*$")
NAMED = re.compile(r"(image|video|audio|model) ([-−]?\d+)")
QUOTED_PROMPT = re.compile(r'prompt "([^"]*)"')
MOST_WISH = 8000
"""Characters of a wish that are read; the rules take more than their share of time for more."""
SECONDS = re.compile(r"(\d+(?:\.\d+)?) s\b")


@dataclass(frozen=True)
class Medium:
    """One line of the catalogue."""

    kind: str
    index: int
    facts: str

    @property
    def prompt(self) -> str:
        found = QUOTED_PROMPT.search(self.facts)
        return found.group(1) if found else ""

    @property
    def seconds(self) -> float | None:
        found = SECONDS.search(self.facts)
        return float(found.group(1)) if found else None


@dataclass(frozen=True)
class Result:
    """What a tool said in this turn."""

    tool: str
    ok: bool
    kind: str
    indices: tuple[int, ...]
    error: str
    failed: int
    seconds: float | None


@dataclass(frozen=True)
class Past:
    """A call of the conversation and what came of it, as (kind, index)."""

    tool: str
    arguments: Mapping[str, Any]
    made: tuple[tuple[str, int], ...]

    @property
    def kind(self) -> str:
        return self.made[0][0] if self.made else ""


@dataclass(frozen=True)
class Turn:
    """One request of a person and everything since. `rounds`: how often calls were made for it.

    `seen` are the pictures that were looked at for it: a name and what was measured.
    """

    text: str
    attached: tuple[tuple[str, int], ...]
    media: tuple[Medium, ...]
    rounds: int
    results: tuple[Result, ...]
    tools: Mapping[str, Mapping[str, Any]]
    title_wanted: bool = False
    earlier: tuple[str, ...] = field(default=())
    past: tuple[Past, ...] = field(default=())
    seen: tuple[tuple[str, str], ...] = field(default=())

    def of_kind(self, kind: str) -> list[Medium]:
        return [medium for medium in self.media if medium.kind == kind]

    def made(self, kind: str) -> list[int]:
        """Indices made in this turn, in order."""
        return [index for one in self.results if one.kind == kind for index in one.indices]


def read(request: Mapping[str, Any]) -> Turn:
    """Tolerant of anything that has messages; media come from the system text's catalogue."""
    messages = [one for one in request.get("messages") or [] if isinstance(one, dict)]
    system = "\n".join(_text(one) for one in messages if one.get("role") in ("system", "developer"))
    people = [place for place, one in enumerate(messages) if one.get("role") == "user"]
    last = people[-1] if people else len(messages)
    since = messages[last + 1 :]
    wish, attached = parted(_text(messages[last]) if people else "")
    return Turn(
        text=into_english(wish),
        attached=tuple(_names(attached)),
        media=tuple(_media(system)),
        rounds=sum(1 for one in since if one.get("tool_calls")),
        results=tuple(_result(one) for one in since if one.get("role") == "tool"),
        tools=_tools(request.get("tools") or []),
        title_wanted="title" in wish.lower() and "conversation" in wish.lower(),
        earlier=tuple(_text(messages[place])[:MOST_WISH] for place in people[:-1]),
        past=tuple(_past(messages[:last])),
        seen=tuple(request.get("seen") or ()),
    )


def parted(text: str) -> tuple[str, str]:
    """A message's wish, and the names of what is attached to it."""
    tail = text[-4000:]
    found = ATTACHED.search(tail)
    if found is None:
        return text.strip()[:MOST_WISH], ""
    wish = text[: len(text) - len(tail) + found.start()]
    return wish.strip()[:MOST_WISH], found.group(1)


def _past(messages: Sequence[Mapping[str, Any]]) -> list[Past]:
    """Calls before this turn whose results are still told, newest first."""
    results = {
        str(one.get("tool_call_id")): _result(one) for one in messages if one.get("role") == "tool"
    }
    found = []
    for message in messages:
        for call in message.get("tool_calls") or []:
            function = call.get("function") if isinstance(call, dict) else None
            result = results.get(str(call.get("id"))) if isinstance(call, dict) else None
            if isinstance(function, dict) and result is not None:
                arguments = _object(function.get("arguments"))
                made = tuple((result.kind, index) for index in result.indices)
                found.append(Past(str(function.get("name")), arguments, made))
    return found[::-1]


def _object(text: Any) -> dict[str, Any]:
    try:
        value = json.loads(text) if isinstance(text, str) else text
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _text(message: Mapping[str, Any]) -> str:
    content = message.get("content")
    if isinstance(content, str):
        return content
    parts = content if isinstance(content, list) else []
    return "\n".join(
        str(part.get("text", "")) for part in parts if isinstance(part, dict) and "text" in part
    )


def _media(system: str) -> list[Medium]:
    return [Medium(kind, number(index), facts) for kind, index, facts in MEDIA_LINE.findall(system)]


def _names(text: str) -> list[tuple[str, int]]:
    return [(kind, number(index)) for kind, index in NAMED.findall(text)]


def number(text: str) -> int:
    """An index as people or the wire write it."""
    return int(text.replace("−", "-"))


def _tools(tools: Sequence[Any]) -> dict[str, Mapping[str, Any]]:
    found = {}
    for tool in tools:
        function = tool.get("function") if isinstance(tool, dict) else None
        if isinstance(function, dict) and isinstance(function.get("name"), str):
            found[function["name"]] = function.get("parameters") or {}
    return found


def _result(message: Mapping[str, Any]) -> Result:
    try:
        told = json.loads(_text(message))
    except (ValueError, RecursionError):
        told = {}
    if not isinstance(told, dict):
        told = {}
    details = [one for one in _rows(told, "results") if isinstance(one, dict)]
    length = next((one.get("duration_seconds") for one in details), None)
    seconds = length if isinstance(length, int | float) else None
    return Result(
        tool=str(told.get("tool") or message.get("name") or ""),
        ok=bool(told.get("ok", told.get("success", False))),
        kind=str(told.get("mediaType") or ""),
        indices=tuple(index for index in _rows(told, "indices") if isinstance(index, int)),
        error=str(told.get("error") or told.get("message") or ""),
        failed=len(_rows(told, "failed")),
        seconds=seconds,
    )


def _rows(told: Mapping[str, Any], name: str) -> list[Any]:
    value = told.get(name)
    return value if isinstance(value, list) else []
