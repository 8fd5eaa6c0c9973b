"""The messages of one round: every run so far with its calls and results paired, within a budget of characters."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from chat.history.looking import Part, in_view, made_by
from chat.history.prompt import system_prompt
from chat.models import Attachment, Message, Run, ToolCall
from db.prepared import Prepared, together
from media.models import Item

BUDGET_CHARS = 60_000
KEPT_GROUPS = 4
NOTE_CHARS = 4_000
MASKED = "(older result, kept in the conversation)"


@dataclass(frozen=True)
class Told:
    """What the model is told in a round, in words, and the pictures that belong to the newest request."""

    messages: list[Part]
    pictures: list[Item]


@dataclass
class _Group:
    """A request with everything up to the next one; `media` are the (kind, index) that came with it or of it."""

    messages: list[Part]
    media: list[tuple[str, int]] = field(default_factory=list)


_shown = Prepared(
    lambda conversation: (
        Message.objects.filter(conversation=conversation, seq__isnull=False)
        .exclude(state=Message.State.RESTARTED)
        .order_by("seq")
    ),
    int,
)
_attached = Prepared(
    lambda conversation: (
        Attachment.objects.filter(message__conversation=conversation)
        .select_related("item__blob")
        .order_by("position")
    ),
    int,
)
_calls = Prepared(
    lambda conversation: ToolCall.objects.filter(
        run__conversation=conversation, run__kind=Run.Kind.ANSWER
    ).order_by("run", "round", "position"),
    int,
)


def build_round(run: Run, catalogue: Sequence[Item]) -> Told:
    """OpenAI-shaped messages for the next round of `run`: system, earlier turns, the current request.

    Old tool results are masked first, then the oldest turns are folded into a note that keeps indices and words.
    """
    groups, pictures = _groups(run, catalogue)
    _fit(groups)
    messages = [
        {"role": "system", "content": system_prompt(catalogue, service=run.service)},
        *(message for group in groups for message in group.messages),
    ]
    return Told(messages, pictures)


def _groups(run: Run, catalogue: Sequence[Item]) -> tuple[list[_Group], list[Item]]:
    """One group per request: the person's message, then the agent's rounds with their results; what is looked at."""
    here = run.conversation_id
    attachments, made, messages = together(_attached.of(here), _calls.of(here), _shown.of(here))
    attached: dict[int, list[Item]] = {}
    for attachment in attachments:
        attached.setdefault(attachment.message_id, []).append(attachment.item)
    calls: dict[tuple[int, int], list[ToolCall]] = {}
    for call in made:
        calls.setdefault((call.run_id, call.round), []).append(call)
    groups: list[_Group] = []
    pictures: list[Item] = []
    for message, asked in _in_order(messages, calls):
        if message is not None and message.role == Message.Role.USER:
            items = attached.get(message.pk, [])
            view = []
            if message.pk == run.message_id:
                before = [group.media for group in groups]
                view = pictures = in_view(message.text, items, before, catalogue)
            media = [(item.kind, item.index) for item in items]
            groups.append(_Group([_request(message, items, view)], media))
        elif groups:
            groups[-1].messages += _reply(message.text if message else "", asked)
            groups[-1].media += made_by(call.result for call in asked)
    return groups, pictures


def _in_order(
    messages: Sequence[Message], calls: dict[tuple[int, int], list[ToolCall]]
) -> list[tuple[Message | None, list[ToolCall]]]:
    """Requests and rounds as they came: what was said, or None where a round called without a word, and its calls."""
    found: list[tuple[int, Message | None, list[ToolCall]]] = []
    for message in messages:
        asked = calls.pop((message.run_id or 0, message.round or 0), [])
        found.append((message.seq or 0, message, asked))
    found += [(asked[0].seq, None, asked) for asked in calls.values()]
    return [(message, asked) for _, message, asked in sorted(found, key=lambda one: one[0])]


def _request(message: Message, items: Sequence[Item], view: Sequence[Item]) -> Part:
    """Its words, what came with it, and the pictures that are shown behind it where those are others."""
    lines = [message.text]
    if items:
        lines.append(f"Attached: {_named(items)}")
    if view and list(view) != [item for item in items if item.kind == "image"]:
        lines.append(f"Pictures in view: {_named(view)}")
    return {"role": "user", "content": "\n\n".join(lines).strip()}


def _named(items: Sequence[Item]) -> str:
    return ", ".join(f"{item.kind} {item.index}" for item in items)


def _reply(text: str, calls: Sequence[ToolCall]) -> list[Part]:
    if not calls:
        return [{"role": "assistant", "content": text}]
    said: Part = {
        "role": "assistant",
        "content": text,
        "tool_calls": [
            {
                "id": call.call_id,
                "type": "function",
                "function": {"name": call.name, "arguments": json.dumps(call.arguments)},
            }
            for call in calls
        ],
    }
    results = [
        {"role": "tool", "tool_call_id": call.call_id, "name": call.name, "content": _result(call)}
        for call in calls
    ]
    return [said, *results]


def _result(call: ToolCall) -> str:
    told = call.result or {"ok": False, "success": False, "tool": call.name, "error": "Stopped."}
    return json.dumps(told, ensure_ascii=False)


def _fit(groups: list[_Group]) -> None:
    """Bring the conversation under the budget, oldest first; the newest turns stay whole."""
    for group in groups[:-1]:
        if _size(groups) <= BUDGET_CHARS:
            return
        for message in group.messages:
            if message["role"] == "tool":
                message["content"] = MASKED
    folded: list[str] = []
    while _size(groups) > BUDGET_CHARS and len(groups) > KEPT_GROUPS:
        folded.append(_in_short(groups.pop(0)))
    if folded:
        groups[0].messages[0] = _noted(groups[0].messages[0], folded)


def _in_short(group: _Group) -> str:
    """A folded turn in one line: how its request began, and the media that came with it or of it."""
    words = " ".join(group.messages[0]["content"].split())[:120]
    media = ", ".join(f"{kind} {index}" for kind, index in dict.fromkeys(group.media))
    return f"{words} [{media}]" if media else words


def _noted(message: Part, folded: Sequence[str]) -> Part:
    """`message` below a note of the turns that were folded before it: the newest of them that `NOTE_CHARS` hold."""
    room, first = NOTE_CHARS, len(folded)
    while first and len(folded[first - 1]) <= room:
        first -= 1
        room -= len(folded[first])
    note = f"(Earlier in this conversation: {'; '.join(folded[first:])} …)"
    return {**message, "content": f"{note}\n\n{message['content']}"}


def _size(groups: list[_Group]) -> int:
    return sum(len(message["content"]) for group in groups for message in group.messages)
