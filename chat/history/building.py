"""The messages of one round: every run so far with its calls and results paired, within a budget of characters."""

import base64
import json
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from PIL import Image

from chat.history.prompt import system_prompt
from chat.models import Attachment, Message, Run, ToolCall
from db.prepared import Prepared, together
from media.models import Item
from media.renditions import open_thumbnail

BUDGET_CHARS = 60_000
KEPT_GROUPS = 4
MASKED = "(older result, kept in the conversation)"
VISION_MOST = 20
VISION_LONGEST = 1024

Part = dict[str, Any]

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


def build_round(run: Run, catalogue: Sequence[Item]) -> list[Part]:
    """OpenAI-shaped messages for the next round of `run`: system, earlier turns, the current request with its pictures.

    Old tool results are masked first, then the oldest turns are folded into a note that keeps indices and words.
    """
    groups = _groups(run)
    _fit(groups)
    return [
        {"role": "system", "content": system_prompt(catalogue, service=run.service)},
        *(message for group in groups for message in group),
    ]


def _groups(run: Run) -> list[list[Part]]:
    """One list per request: the person's message, then the agent's rounds with their results."""
    here = run.conversation_id
    attachments, made, messages = together(_attached.of(here), _calls.of(here), _shown.of(here))
    attached: dict[int, list[Item]] = {}
    for attachment in attachments:
        attached.setdefault(attachment.message_id, []).append(attachment.item)
    calls: dict[tuple[int, int], list[ToolCall]] = {}
    for call in made:
        calls.setdefault((call.run_id, call.round), []).append(call)
    groups: list[list[Part]] = []
    for message, asked in _in_order(messages, calls):
        if message is not None and message.role == Message.Role.USER:
            items = attached.get(message.pk, [])
            groups.append([_request(message, items, current=message.pk == run.message_id)])
        elif groups:
            groups[-1] += _reply(message.text if message else "", asked)
    return groups


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


def _request(message: Message, items: Sequence[Item], *, current: bool) -> Part:
    text = message.text
    if items:
        names = ", ".join(f"{item.kind} {item.index}" for item in items)
        text = f"{text}\n\nAttached: {names}".strip()
    pictures = [item for item in items if item.kind == "image" and item.is_ready]
    if not current or not pictures:
        return {"role": "user", "content": text}
    parts: list[Part] = [{"type": "text", "text": text}]
    parts += [
        {"type": "image_url", "image_url": {"url": url}} for url in _seen(pictures[:VISION_MOST])
    ]
    return {"role": "user", "content": parts}


def _seen(pictures: Iterable[Item]) -> Iterable[str]:
    """The pictures as small JPEG data addresses."""
    for item in pictures:
        small = open_thumbnail(item.blob) if item.blob else None
        if small is None:
            continue
        with Image.open(BytesIO(small), formats=("WEBP",)) as picture:
            flat = picture.convert("RGB")
        flat.thumbnail((VISION_LONGEST, VISION_LONGEST))
        out = BytesIO()
        flat.save(out, "JPEG", quality=85)
        yield "data:image/jpeg;base64," + base64.b64encode(out.getvalue()).decode()


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


def _fit(groups: list[list[Part]]) -> None:
    """Bring the conversation under the budget, oldest first; the newest turns stay whole."""
    for group in groups[:-1]:
        if _size(groups) <= BUDGET_CHARS:
            return
        for message in group:
            if message["role"] == "tool":
                message["content"] = MASKED
    while _size(groups) > BUDGET_CHARS and len(groups) > KEPT_GROUPS:
        folded = groups.pop(0)
        words = str(folded[0]["content"])[:120]
        groups[0][0] = _noted(groups[0][0], words)


def _noted(message: Part, words: str) -> Part:
    note = f"(Earlier in this conversation: {words} …)"
    content = message["content"]
    if isinstance(content, str):
        return {**message, "content": f"{note}\n\n{content}"}
    return {**message, "content": [{"type": "text", "text": note}, *content]}


def _size(groups: list[list[Part]]) -> int:
    return sum(len(str(message["content"])) for group in groups for message in group)
