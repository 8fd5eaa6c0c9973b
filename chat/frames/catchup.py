"""Everything after a cursor, as HTML: what a socket sends on every ring, reconnect and heartbeat.

One frame per entry. The entries say which parts of the page are touched; each part is rendered once, from the rows as
they are now, into the frame of the last entry that touches it. So a page that leaves after any frame and comes back
with that frame's number ends the same. Births (messages, runs, trays) are appended by the entry they were made by;
everything else is replaced by id.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string

from chat import journal
from chat.events import FOLDABLE
from chat.frames import page
from chat.frames.blocks import (
    RunBlock,
    calls_of,
    message_block,
    messages_of,
    runs_of,
    timeline,
    tool_call_block,
)
from chat.frames.plan import Plan, Target, plan_for
from chat.models import Conversation, Event, Message
from teams.models import User

TOO_FAR = 400
# inside the composer: not on the page of someone who may only look
COMPOSER_PARTS = frozenset({"composer", "shelf count"})
BESIDE = frozenset({"credits", "sidebar"})


@dataclass(frozen=True)
class Frame:
    """`seq`: the cursor after it. `content`: fragments for out-of-band swaps."""

    seq: int
    type: str
    content: str


Parts = Mapping[str, tuple[str, Callable[[Conversation, User], dict[str, Any]]]]

PARTS: Parts = {
    "dock": ("chat/_dock.html", page.dock_context),
    "composer": ("chat/_composer_actions.html", lambda c, _: page.composer_context(c)),
    "shelf count": ("chat/_shelf_count.html", lambda c, _: page.shelf_context(c)),
    "queue": ("chat/_queue.html", lambda c, _: page.queue_context(c)),
    "shelf": ("chat/_shelf.html", lambda c, _: page.shelf_context(c)),
    "suggestions": ("chat/_suggestions.html", lambda c, _: page.suggestions_context(c)),
    "title": ("chat/_title.html", lambda c, _: {}),
    "presence": ("chat/_presence.html", lambda c, _: page.presence_context(c)),
    "lightbox": ("chat/_lightbox.html", lambda c, _: {}),
    "dialogs": ("chat/_dialogs.html", lambda c, _: {}),
    "credits": ("chat/_credits.html", page.credits_context),
    "sidebar": ("chat/_sidebar.html", page.sidebar_context),
}


def frames_after(conversation_pk: int, user: User, seq: int) -> list[Frame]:
    """What `user` must be sent, in order, to stand at the newest entry; empty when the cursor is there already.

    Too far behind: one frame with every part of the page. Raises `Conversation.DoesNotExist`.
    """
    with journal.snapshot():
        conversation = Conversation.objects.select_related("team", "shelf", "owner").get(
            pk=conversation_pk
        )
        if conversation.last_seq <= seq:
            return []
        viewer = page.viewer_of(user, conversation)
        base = page.common(conversation, viewer)
        if conversation.last_seq - seq > TOO_FAR:
            # the dock stays: someone may be writing in it
            whole = _whole(conversation, user, base, set(PARTS) - {"dock"})
            return [Frame(conversation.last_seq, "resync", whole)]
        entries = journal.entries_after(conversation, seq)
        plan = plan_for(entries)
        return _framed(entries, plan, _rendered(conversation, user, base, plan))


def beside(conversation_pk: int, user: User) -> dict[str, str]:
    """The parts of `user`'s page that change without an entry of its conversation, as they are now: what is left to
    spend, and the other conversations. Raises `Conversation.DoesNotExist`."""
    conversation = Conversation.objects.select_related("team").get(pk=conversation_pk)
    return {
        name: _swap(template, context(conversation, user))
        for name, (template, context) in PARTS.items()
        if name in BESIDE
    }


def _framed(entries: list[Event], plan: Plan, fragments: Mapping[Target, str]) -> list[Frame]:
    """The fragments in the frames of their entries; foldable entries with nothing left to show are skipped."""
    contents: dict[int, list[str]] = {}
    for target, seq in plan.places():
        contents.setdefault(seq, []).append(fragments.get(target, ""))
    last = entries[-1].seq
    return [
        Frame(entry.seq, entry.type, "".join(contents.get(entry.seq, ())))
        for entry in entries
        if entry.seq in contents or entry.type not in FOLDABLE or entry.seq == last
    ]


def _rendered(
    conversation: Conversation, user: User, base: dict[str, Any], plan: Plan
) -> dict[Target, str]:
    """Every touched part as HTML, with one query per table."""
    found = {
        **dict(_messages(conversation, base, plan)),
        **dict(_calls(conversation, base, plan)),
        **dict(_runs(conversation, base, plan)),
    }
    for uuid in plan.ids("gone"):
        found["gone", uuid] = f'<div id="message-{uuid}" hx-swap-oob="delete"></div>'
    for what in plan.ids("rights"):
        parts = set(PARTS) - ({"dock"} if what == "access" and base["can_manage"] else set())
        found["rights", what] = _whole(conversation, user, base, parts, up_to=plan.whole_at())
    for name in plan.ids("part"):
        found["part", name] = _part(name, conversation, user, base)
    return found


def _part(name: str, conversation: Conversation, user: User, base: dict[str, Any]) -> str:
    if name in COMPOSER_PARTS and not base["can_write"]:
        return ""
    template, context = PARTS[name]
    return _swap(template, {**base, **context(conversation, user)})


def _messages(
    conversation: Conversation, base: dict[str, Any], plan: Plan
) -> Iterable[tuple[Target, str]]:
    wanted = {kind: set(plan.ids(kind)) for kind in ("new request", "new reply", "message", "text")}
    uuids = set().union(*wanted.values())
    for message in messages_of(conversation).filter(uuid__in=uuids) if uuids else ():
        uuid = str(message.uuid)
        context = {**base, "block": message_block(message), "message": message}
        if uuid in wanted["new request"]:
            yield ("new request", uuid), _append("timeline", "chat/_message.html", context)
        if uuid in wanted["new reply"]:
            place = f"run-blocks-{_run_of(message)}"
            yield ("new reply", uuid), _append(place, "chat/_message.html", context)
        if uuid in wanted["message"]:
            yield ("message", uuid), _swap("chat/_message.html", context)
        if uuid in wanted["text"]:
            yield ("text", uuid), _swap("chat/_message_text.html", context)


def _calls(
    conversation: Conversation, base: dict[str, Any], plan: Plan
) -> Iterable[tuple[Target, str]]:
    born, touched = set(plan.ids("new tray")), set(plan.ids("tray"))
    uuids = born | touched
    for call in calls_of(conversation).filter(uuid__in=uuids) if uuids else ():
        uuid = str(call.uuid)
        context = {**base, "block": tool_call_block(call)}
        if uuid in born:
            place = f"run-blocks-{call.run.uuid}"
            yield ("new tray", uuid), _append(place, "chat/_tool_call.html", context)
        if uuid in touched:
            yield ("tray", uuid), _swap("chat/_tool_call.html", context)


def _runs(
    conversation: Conversation, base: dict[str, Any], plan: Plan
) -> Iterable[tuple[Target, str]]:
    """A new run comes without children: each is appended by its own entry."""
    born, touched = set(plan.ids("new run")), set(plan.ids("footer"))
    uuids = born | touched
    for run in runs_of(conversation).filter(uuid__in=uuids) if uuids else ():
        uuid = str(run.uuid)
        context = {**base, "block": RunBlock(run), "run": run}
        if uuid in born:
            yield ("new run", uuid), _append("timeline", "chat/_run.html", context)
        if uuid in touched:
            yield ("footer", uuid), _swap("chat/_run_footer.html", context)


def _run_of(message: Message) -> str:
    assert message.run is not None, "a reply belongs to a run"
    return str(message.run.uuid)


def _append(target: str, template: str, context: dict[str, Any]) -> str:
    html = render_to_string(template, context)
    return f'<div hx-swap-oob="beforeend:#{target}">{html}</div>'


def _swap(template: str, context: dict[str, Any]) -> str:
    """The partial with its root marked for a swap by id; partials print `oob` in their root tag."""
    return render_to_string(template, {**context, "oob": True})


def _whole(
    conversation: Conversation,
    user: User,
    base: dict[str, Any],
    names: Iterable[str],
    *,
    up_to: int | None = None,
) -> str:
    """The timeline and these parts anew; what was born after `up_to` comes by its own entry."""
    context = page.timeline_context(timeline(conversation, up_to=up_to))
    parts = [_part(name, conversation, user, base) for name in PARTS if name in names]
    return _swap("chat/_timeline.html", {**base, **context}) + "".join(parts)
