"""What the director sees of a request: the newest wish, the media there are, and what was done about it so far."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from studio.director.kept_arguments import well_formed
from studio.director.language.asked_about import put_plainly
from studio.director.language.briefs import briefed
from studio.director.language.reasons import without_reasons
from studio.director.language.remarks import order_among
from studio.director.language.retold import as_shown
from studio.director.language.spelling import mended
from studio.director.language.sung import order_before_its_words
from studio.director.language.told_ahead import order_alone
from studio.director.language.translation import into_english

MEDIA_LINE = re.compile(r"^- (image|video|audio|model) ([-−]?\d+): (.*)$", re.M)
ATTACHED = re.compile(r"(?:^|\n{1,2})Attached: ([^\n]{1,4000})\n?$")
IN_VIEW = re.compile(r"(?:^|\n{1,2})Pictures in view: ([^\n]{1,4000})\n?$")
NAMED = re.compile(r"(image|video|audio|model) ([-−]?\d+)")
QUOTED_PROMPT = re.compile(
    r'prompt "(.*)"'
)  # the last of the facts, with whatever it quotes itself
UPLOAD_NAME = re.compile(r'uploaded "([^"]*)"')
SECONDS = re.compile(r"(?<![\d.])(\d{1,9}(?:\.\d{1,9})?) s\b")
PIXELS = re.compile(r"\b(\d+)x(\d+)\b")
MOST_TEXT = 12_000  # characters of a wish that are read
_WORDS_ASKED = re.compile(
    r"\b(?:say|words|text|title|lyrics|subtitles?)\b", re.I
)  # each word counts then
NOTE = re.compile(r"^\(Earlier in this conversation: .*?…\)\n\n", re.S)


@dataclass(frozen=True)
class Medium:
    """One line of the catalogue."""

    kind: str
    index: int
    facts: str = ""

    @property
    def prompt(self) -> str:
        found = QUOTED_PROMPT.search(self.facts)
        return found.group(1) if found else ""

    @property
    def shown(self) -> str:
        """What is to be seen by its prompt, without the orders it may have been made by."""
        return as_shown(self.prompt)

    @property
    def name(self) -> str:
        found = UPLOAD_NAME.search(self.facts)
        return found.group(1) if found else ""

    @property
    def seconds(self) -> float | None:
        found = SECONDS.search(QUOTED_PROMPT.sub("", self.facts))
        return float(found.group(1)) if found else None

    @property
    def pixels(self) -> tuple[int, int] | None:
        found = PIXELS.search(QUOTED_PROMPT.sub("", self.facts))
        return (int(found.group(1)), int(found.group(2))) if found else None


@dataclass(frozen=True)
class Result:
    """What a tool said. `told` is all of it."""

    tool: str
    ok: bool
    kind: str
    indices: tuple[int, ...]
    error: str
    failed: int
    withheld: int
    seconds: float | None
    told: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Past:
    """A call of the conversation and what came of it, as (kind, index)."""

    tool: str
    arguments: Mapping[str, Any]
    made: tuple[tuple[str, int], ...]
    result: Result | None = None

    @property
    def kind(self) -> str:
        return self.made[0][0] if self.made else ""


@dataclass(frozen=True)
class Round:
    """Calls that were made side by side."""

    calls: tuple[Past, ...]

    @property
    def results(self) -> tuple[Result, ...]:
        return tuple(one.result for one in self.calls if one.result is not None)

    @property
    def ok(self) -> bool:
        return any(result.ok for result in self.results)


@dataclass(frozen=True)
class Turn:
    """One request of a person and everything since.

    `said` is what they wrote, `text` the same in English with slips mended. `rounds` since, oldest first; `past` calls
    before it and `recent` media (kind, index), newest first. `pictures` are the image addresses of the newest message
    and `viewed` the indices of those, `question` what the director had asked right before it. `rested`: the message
    before was answered in words alone; `chosen`: the medium that it settled on. `remarks` were made around the order.
    """

    text: str
    said: str = ""
    attached: tuple[tuple[str, int], ...] = ()
    media: tuple[Medium, ...] = ()
    rounds: tuple[Round, ...] = ()
    tools: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    system: str = ""
    earlier: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    past: tuple[Past, ...] = ()
    recent: tuple[tuple[str, int], ...] = ()
    pictures: tuple[str, ...] = ()
    viewed: tuple[int, ...] = ()
    question: str = ""
    rested: bool = False
    chosen: tuple[str, int] | None = None
    remarks: tuple[str, ...] = ()

    @property
    def results(self) -> tuple[Result, ...]:
        """Everything tools said in this turn."""
        return tuple(result for one in self.rounds for result in one.results)

    def of_kind(self, kind: str) -> list[Medium]:
        return [medium for medium in self.media if medium.kind == kind]


def read(request: Mapping[str, Any]) -> Turn:
    """Tolerant of anything that has messages; media come from the system text's catalogue."""
    messages = [one for one in request.get("messages") or [] if isinstance(one, dict)]
    system = _system(messages)
    people = [place for place, one in enumerate(messages) if one.get("role") == "user"]
    last = people[-1] if people else len(messages)
    text = _closed_up(NOTE.sub("", text_of(messages[last]))) if people else ""
    in_view = IN_VIEW.search(text)
    text = IN_VIEW.sub("", text)
    attached = ATTACHED.search(text)
    shown = in_view or attached
    said = ATTACHED.sub("", text).strip()[:MOST_TEXT]
    before = messages[:last]
    media = tuple(_media(system))
    question = _question(before)
    whole = _closed_up(mended(into_english(said)))
    order, remarks = (
        (whole, ())
        if _WORDS_ASKED.search(question)
        else order_among(whole, seen=bool(media or attached), came=bool(attached))
    )
    return Turn(
        text=_as_ordered(order),
        remarks=remarks,
        said=said,
        attached=tuple(_names(attached.group(1))) if attached else (),
        media=media,
        rounds=tuple(_rounds(messages[last + 1 :])),
        tools=_tools(request.get("tools") or []),
        system=system,
        earlier=tuple(_wish(messages[one]) for one in people[:-1]),
        answers=tuple(text_of(one) for one in before if one.get("role") == "assistant"),
        past=tuple(call for one in reversed(_rounds(before)) for call in one.calls),
        recent=tuple(_recent(before)),
        pictures=tuple(images_of(messages[last])) if people else (),
        viewed=tuple(n for kind, n in _names(shown.group(1)) if kind == "image") if shown else (),
        question=question,
        rested=_rested(before),
    )


def _system(messages: Sequence[Mapping[str, Any]]) -> str:
    told = (one for one in messages if one.get("role") in ("system", "developer"))
    return "\n".join(map(text_of, told))


def _wish(message: Mapping[str, Any]) -> str:
    """What somebody wrote earlier, without what our client set around it."""
    return ATTACHED.sub("", _closed_up(NOTE.sub("", text_of(message))))


def _rested(before: Sequence[Mapping[str, Any]]) -> bool:
    """Whether the message before was answered in words alone."""
    roles = [one.get("role") for one in before[-2:]]
    return roles == ["user", "assistant"] and not before[-1].get("tool_calls")


def _as_ordered(text: str) -> str:
    """The order in it, without what it is for and what was told before it."""
    return briefed(order_before_its_words(without_reasons(put_plainly(order_alone(text)))))


def _closed_up(text: str) -> str:
    """Every run of blanks is one space, of commas one comma, of line breaks at most two: the rules count on it.

    So they say one blank where others would say any number; a rule that may repeat takes time by the square of a run.
    """
    text = re.sub(r"[^\S\n]+", " ", text)
    text = re.sub(r" ?\n\s*", lambda run: "\n\n" if run[0].count("\n") > 1 else "\n", text)
    return re.sub(r"(?:[,;] ?){2,}", ", ", text)


def number(text: str) -> int:
    """An index as people or the wire write it."""
    return int(text.replace("−", "-"))


def _rounds(messages: Sequence[Mapping[str, Any]]) -> list[Round]:
    """Every message with calls, each with the results that are still told; an id counts until the next calls only."""
    found: list[Round] = []
    results: dict[str, Result] = {}
    for message in reversed(messages):
        if message.get("role") == "tool":
            results[str(message.get("tool_call_id"))] = _result(message)
        calls = message.get("tool_calls")
        rows = [_call(one, results) for one in calls] if isinstance(calls, list) else []
        if rows:
            found.append(Round(tuple(row for row in rows if row is not None)))
        if message.get("role") in ("assistant", "user"):
            results = {}
    return found[::-1]


def _call(call: Any, results: Mapping[str, Result]) -> Past | None:
    function = call.get("function") if isinstance(call, dict) else None
    if not isinstance(function, dict):
        return None
    result = results.get(str(call.get("id")))
    made = tuple((result.kind, index) for index in result.indices) if result else ()
    name = str(function.get("name"))
    return Past(name, well_formed(name, _object(function.get("arguments"))), made, result)


def _recent(messages: Sequence[Mapping[str, Any]]) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    for one in messages:
        if one.get("role") == "user":
            attached = ATTACHED.search(text_of(one))
            found += _names(attached.group(1)) if attached else []
        elif one.get("role") == "tool":
            result = _result(one)
            found += [(result.kind, index) for index in result.indices]
    return found[::-1]


def _question(messages: Sequence[Mapping[str, Any]]) -> str:
    """The director's last words, when they were a question and nothing was made."""
    if not messages or messages[-1].get("role") != "assistant" or messages[-1].get("tool_calls"):
        return ""
    text = text_of(messages[-1]).strip()
    return text if re.search(r"\?[^.!?]*(?:\.[^?]*)?$", text) else ""


def _object(text: Any) -> dict[str, Any]:
    try:
        value = json.loads(text) if isinstance(text, str) else text
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def text_of(message: Mapping[str, Any]) -> str:
    """The words of a message, pictures left out."""
    content = message.get("content")
    if isinstance(content, str):
        return content
    parts = content if isinstance(content, list) else []
    return "\n".join(
        part["text"]
        for part in parts
        if isinstance(part, dict) and isinstance(part.get("text"), str)
    )


def images_of(message: Mapping[str, Any]) -> list[str]:
    """The addresses of a message's image parts."""
    content = message.get("content")
    found = []
    for part in content if isinstance(content, list) else []:
        image = part.get("image_url") if isinstance(part, dict) else None
        url = image.get("url") if isinstance(image, dict) else image
        if isinstance(url, str):
            found.append(url)
    return found


def _media(system: str) -> list[Medium]:
    return [Medium(kind, number(index), facts) for kind, index, facts in MEDIA_LINE.findall(system)]


def _names(text: str) -> list[tuple[str, int]]:
    return [(kind, number(index)) for kind, index in NAMED.findall(text)]


def _tools(tools: Sequence[Any]) -> dict[str, Mapping[str, Any]]:
    found = {}
    for tool in tools:
        function = tool.get("function") if isinstance(tool, dict) else None
        if isinstance(function, dict) and isinstance(function.get("name"), str):
            found[function["name"]] = function.get("parameters") or {}
    return found


def _result(message: Mapping[str, Any]) -> Result:
    told = _object(text_of(message))
    results = told.get("results")
    details = results if isinstance(results, list) else []
    seconds = next((one.get("duration_seconds") for one in details if isinstance(one, dict)), None)
    indices = told.get("indices")
    failed, withheld = told.get("failed"), told.get("withheldCount")
    return Result(
        tool=str(told.get("tool") or message.get("name") or ""),
        ok=bool(told.get("ok", told.get("success", False))),
        kind=str(told.get("mediaType") or ""),
        indices=tuple(i for i in indices if isinstance(i, int))
        if isinstance(indices, list)
        else (),
        error=str(told.get("error") or told.get("message") or ""),
        failed=len(failed) if isinstance(failed, list) else 0,
        withheld=withheld if isinstance(withheld, int) else 0,
        seconds=float(seconds) if isinstance(seconds, int | float) else None,
        told=told,
    )
