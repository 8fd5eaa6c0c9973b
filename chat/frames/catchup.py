"""Everything after a cursor, as HTML: what a socket sends on every ring, reconnect and heartbeat.

One frame per catch-up: the entries since the cursor say which parts of the page are touched, and each part is rendered
once from the rows as they are now. Messages, runs and trays are appended; everything else is replaced by id.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.template.loader import render_to_string

from chat import journal
from chat.events import RUN_ENDED
from chat.frames import page
from chat.frames.blocks import (
    calls_of,
    message_block,
    messages_of,
    runs_of,
    timeline,
    tool_call_block,
)
from chat.models import Conversation, Event, Message, Run, ToolOutput
from teams.models import User

TOO_FAR = 400


@dataclass(frozen=True)
class Frame:
    """`seq`: the cursor after it. `content`: fragments for out-of-band swaps."""

    seq: int
    type: str
    content: str


@dataclass
class _Touched:
    """Parts of the page that the entries name. Dicts keep the order and drop repeats."""

    posted: dict[str, None] = field(default_factory=dict)
    runs: dict[int, None] = field(default_factory=dict)
    started: dict[str, None] = field(default_factory=dict)
    texts: dict[str, None] = field(default_factory=dict)
    messages: dict[str, None] = field(default_factory=dict)
    gone: dict[str, None] = field(default_factory=dict)
    dispatched: dict[str, None] = field(default_factory=dict)
    trays: dict[str, None] = field(default_factory=dict)
    footers: dict[int, None] = field(default_factory=dict)
    parts: dict[str, None] = field(default_factory=dict)

    def also(self, *parts: str) -> None:
        """Parts of the page that are redrawn whole."""
        self.parts.update(dict.fromkeys(parts))


PARTS = {
    "composer": ("chat/_composer_actions.html", page.composer_context),
    "queue": ("chat/_queue.html", page.queue_context),
    "shelf": ("chat/_shelf.html", page.shelf_context),
    "suggestions": ("chat/_suggestions.html", page.suggestions_context),
    "title": ("chat/_title.html", lambda conversation: {}),
}
PERSONAL = {
    "credits": ("chat/_credits.html", page.credits_context),
    "sidebar": ("chat/_sidebar.html", page.sidebar_context),
}


def frames_after(conversation_pk: int, user: User, seq: int) -> Frame | None:
    """What `user` must be sent to stand at the newest entry; None when the cursor is there already."""
    with journal.snapshot():
        conversation = Conversation.objects.select_related("team", "shelf", "owner").get(
            pk=conversation_pk
        )
        if conversation.last_seq <= seq:
            return None
        viewer = page.viewer_of(user, conversation)
        base = page.common(conversation, viewer)
        if conversation.last_seq - seq > TOO_FAR:
            return Frame(conversation.last_seq, "resync", _whole(conversation, user, base))
        entries = journal.entries_after(conversation, seq)
        touched = _touched(entries)
        content = "".join(_render(conversation, user, base, touched))
        kind = entries[-1].type if entries else "resync"
        return Frame(conversation.last_seq, kind, content)


def _touched(entries: Iterable[Event]) -> _Touched:
    touched = _Touched()
    for entry in entries:
        _note(touched, entry)
    return touched


def _note(touched: _Touched, entry: Event) -> None:
    payload: dict[str, Any] = entry.payload
    if "tool_call" in payload:
        _note_call(touched, entry, payload["tool_call"])
        return
    match entry.type:
        case "message_posted":
            touched.posted[payload["message"]] = None
            touched.also("queue", "suggestions", "sidebar", "shelf")
        case "message_queued" | "message_withdrawn":
            touched.also("queue", "shelf")
        case "run_created":
            if entry.run is not None and entry.run.kind == Run.Kind.ANSWER:
                touched.runs[entry.run.pk] = None
            touched.also("composer", "suggestions", "sidebar")
        case "assistant_message_started":
            touched.started[payload["message"]] = None
            _footer(touched, entry)
        case "assistant_message_delta":
            touched.texts[payload["message"]] = None
        case "assistant_message_completed":
            touched.messages[payload["message"]] = None
            _footer(touched, entry)
        case "assistant_message_restarted":
            touched.gone[payload["message"]] = None
        case "media_retired":
            _retired(touched, payload["item"])
        case "conversation_changed":
            touched.also("title", "sidebar", "composer")
        case _:
            _footer(touched, entry)
            if entry.type in RUN_ENDED:
                touched.also("composer", "suggestions", "sidebar", "credits", "shelf")


def _note_call(touched: _Touched, entry: Event, call: str) -> None:
    born = entry.type == "tool_call_dispatched"
    if born and entry.run is not None and entry.run.kind == Run.Kind.ANSWER:
        touched.dispatched[call] = None
    else:
        touched.trays[call] = None
    touched.also("shelf")
    if entry.type != "tool_call_progress":
        touched.also("credits")
        _footer(touched, entry)


def _footer(touched: _Touched, entry: Event) -> None:
    if entry.run is not None and entry.run.kind == Run.Kind.ANSWER:
        touched.footers[entry.run.pk] = None


def _retired(touched: _Touched, item: str) -> None:
    for output in ToolOutput.objects.filter(item__uuid=item).select_related("call"):
        touched.trays[str(output.call.uuid)] = None
    for message in Message.objects.filter(attachments__item__uuid=item):
        touched.messages[str(message.uuid)] = None
    touched.also("shelf", "suggestions")


def _render(
    conversation: Conversation, user: User, base: dict[str, Any], touched: _Touched
) -> Iterable[str]:
    yield from _appended(conversation, base, touched)
    yield from _replaced(conversation, base, touched)
    for name in touched.parts:
        if name in PARTS:
            template, context = PARTS[name]
            yield _swap(template, {**base, **context(conversation)})
        else:
            template, personal = PERSONAL[name]
            yield _swap(template, {**base, **personal(conversation, user)})


def _appended(conversation: Conversation, base: dict[str, Any], touched: _Touched) -> Iterable[str]:
    """Births. A run born in this batch brings its own children."""
    if touched.posted or touched.runs:
        for block in timeline(conversation):
            message = getattr(block, "message", None)
            run = getattr(block, "run", None)
            if (message is not None and str(message.uuid) in touched.posted) or (
                run is not None and run.pk in touched.runs
            ):
                yield _append("timeline", block.template, {**base, "block": block})
    children = [
        (message.seq or 0, message.run, message_block(message))
        for message in messages_of(conversation).filter(uuid__in=_uuids(touched.started))
    ]
    born: list[tuple[int, Run | None, Any]] = [
        *children,
        *(
            (call.seq, call.run, tool_call_block(call))
            for call in calls_of(conversation).filter(uuid__in=_uuids(touched.dispatched))
        ),
    ]
    for _, run, block in sorted(born, key=lambda one: one[0]):
        if run is not None and run.pk not in touched.runs:
            yield _append(f"run-blocks-{run.uuid}", block.template, {**base, "block": block})


def _replaced(conversation: Conversation, base: dict[str, Any], touched: _Touched) -> Iterable[str]:
    """Changes of what the page has already."""
    for uuid in touched.gone:
        if uuid not in touched.started:
            yield f'<div id="message-{uuid}" hx-swap-oob="delete"></div>'
    changed = [uuid for uuid in touched.messages if uuid not in touched.started]
    for message in messages_of(conversation).filter(uuid__in=_uuids(changed)):
        if message.run_id not in touched.runs:
            yield _swap("chat/_message.html", {**base, "block": message_block(message)})
    texts = [u for u in touched.texts if u not in touched.started and u not in touched.messages]
    for message in messages_of(conversation).filter(uuid__in=_uuids(texts)):
        if message.run_id not in touched.runs:
            yield _swap("chat/_message_text.html", {**base, "message": message})
    trays = [uuid for uuid in touched.trays if uuid not in touched.dispatched]
    for call in calls_of(conversation).filter(uuid__in=_uuids(trays)):
        if call.run_id not in touched.runs:
            yield _swap("chat/_tool_call.html", {**base, "block": tool_call_block(call)})
    footers = [pk for pk in touched.footers if pk not in touched.runs]
    for run in runs_of(conversation).filter(pk__in=footers):
        yield _swap("chat/_run_footer.html", {**base, **page.run_context(run)})


def _uuids(texts: Iterable[str]) -> list[UUID]:
    return [UUID(text) for text in texts]


def _append(target: str, template: str, context: dict[str, Any]) -> str:
    html = render_to_string(template, context)
    return f'<div hx-swap-oob="beforeend:#{target}">{html}</div>'


def _swap(template: str, context: dict[str, Any]) -> str:
    """The partial with its root marked for a swap by id; partials print `oob` in their root tag."""
    return render_to_string(template, {**context, "oob": True})


def _whole(conversation: Conversation, user: User, base: dict[str, Any]) -> str:
    """Far behind: every part of the page anew."""
    context = {**base, **page.timeline_context(timeline(conversation))}
    parts = [_swap("chat/_timeline.html", context)]
    parts += [_swap(template, {**base, **make(conversation)}) for template, make in PARTS.values()]
    parts += [
        _swap(template, {**base, **personal(conversation, user)})
        for template, personal in PERSONAL.values()
    ]
    return "".join(parts)
