"""Which parts of the page a run of entries touches, and which entry delivers each."""

from collections.abc import Iterable, Iterator
from typing import Any

from chat.events import RUN_ENDED
from chat.models import Attachment, Event, Message, Run, ToolOutput

# (kind, id): kinds are "new request", "new reply", "new run", "new tray", "message", "text", "tray", "footer",
# "gone" (ids are public ids), "part" (ids are names of `catchup.PARTS`) and "rights" ("access" or "deleted")
Target = tuple[str, str]

BIRTH_OF = {
    "message": ("new request", "new reply"),
    "text": ("new request", "new reply"),
    "gone": ("new reply",),
    "tray": ("new tray",),
    "footer": ("new run",),
}


SHELF = ("shelf", "shelf count")

# what may be done here changed, and with it every control on the page
RIGHTS = frozenset({"access", "deleted"})


class Plan:
    """Targets and the entry that delivers each: births their own, everything else the last that touches it."""

    def __init__(self) -> None:
        self._births: dict[Target, int] = {}
        self._swaps: dict[Target, int] = {}

    def born(self, kind: str, uuid: str, seq: int) -> None:
        self._births.setdefault((kind, uuid), seq)

    def touch(self, seq: int, kind: str, *names: str) -> None:
        for name in names:
            self._swaps.pop((kind, name), None)
            self._swaps[kind, name] = seq

    def whole_at(self) -> int:
        """The last entry that changed what may be done here: it brings everything born so far; 0 without one."""
        return max((seq for (kind, _), seq in self._swaps.items() if kind == "rights"), default=0)

    def settle(self) -> None:
        """Drop what another target brings anyway: a birth is rendered as the row is now, a message with its text."""
        whole = self.whole_at()
        self._births = {target: seq for target, seq in self._births.items() if seq > whole}
        self._swaps = {
            target: seq
            for target, seq in self._swaps.items()
            if seq > whole or (target[0] == "rights" and seq == whole)
        }
        for kind, name in list(self._swaps):
            brought = any((birth, name) in self._births for birth in BIRTH_OF.get(kind, ()))
            if brought or (kind == "text" and ("message", name) in self._swaps):
                del self._swaps[kind, name]

    def places(self) -> Iterator[tuple[Target, int]]:
        """Every target with the number of its entry; births first."""
        yield from self._births.items()
        yield from self._swaps.items()

    def ids(self, kind: str) -> list[str]:
        return [name for (one, name), _ in self.places() if one == kind]


def plan_for(entries: Iterable[Event]) -> Plan:
    """The plan of these entries, in their order. Call it inside `journal.snapshot()`."""
    plan = Plan()
    for entry in entries:
        _note(plan, entry)
    plan.settle()
    return plan


def _note(plan: Plan, entry: Event) -> None:
    payload: dict[str, Any] = entry.payload
    if "tool_call" in payload:
        _note_call(plan, entry, payload["tool_call"])
        return
    if "message" in payload:
        _note_message(plan, entry, payload["message"])
        return
    match entry.type:
        case "run_created":
            if _answers(entry):
                plan.born("new run", payload["run"], entry.seq)
            plan.touch(entry.seq, "part", "composer", "suggestions", "sidebar")
        case "media_retired":
            _note_retired(plan, entry.seq, payload["item"])
        case "conversation_changed":
            plan.touch(entry.seq, "part", "title", "dialogs", "sidebar", "composer")
            plan.touch(entry.seq, "rights", *(RIGHTS & set(payload["changed"])))
        case _:
            _note_run(plan, entry)


def _note_run(plan: Plan, entry: Event) -> None:
    _footer(plan, entry)
    if entry.type == "llm_round_started":
        plan.touch(entry.seq, "part", "credits")
    elif entry.type != "run_started":
        # list and composer tell active from not, and it was active in the queue
        plan.touch(entry.seq, "part", "composer", "sidebar")
    if entry.type in RUN_ENDED:
        plan.touch(entry.seq, "part", "suggestions", "credits")


def _note_message(plan: Plan, entry: Event, uuid: str) -> None:
    seq = entry.seq
    match entry.type:
        case "message_posted":
            plan.born("new request", uuid, seq)
            plan.touch(seq, "part", "queue", "suggestions", "sidebar", "title")
            if Attachment.objects.filter(message__uuid=uuid).exists():
                plan.touch(seq, "part", *SHELF)
        case "message_queued" | "message_withdrawn":
            plan.touch(seq, "part", "queue", "sidebar", *SHELF)
        case "assistant_message_started":
            plan.born("new reply", uuid, seq)
            _footer(plan, entry)
        case "assistant_message_delta":
            # reasoning stands outside the text: while there is no text yet, the whole message is drawn
            plan.touch(seq, "text" if entry.payload["length"] else "message", uuid)
        case "assistant_message_completed":
            plan.touch(seq, "message", uuid)
            plan.touch(seq, "part", "credits")
            _footer(plan, entry)
        case "assistant_message_restarted":
            plan.touch(seq, "gone", uuid)
            plan.touch(seq, "part", "credits")
            _footer(plan, entry)


def _note_call(plan: Plan, entry: Event, uuid: str) -> None:
    if entry.type == "tool_call_dispatched" and _answers(entry):
        plan.born("new tray", uuid, entry.seq)
    else:
        plan.touch(entry.seq, "tray", uuid)
    if entry.payload["media"]:
        plan.touch(entry.seq, "part", "sidebar", *SHELF)
    if entry.type != "tool_call_progress":
        plan.touch(entry.seq, "part", "credits")
        _footer(plan, entry)
    if entry.type == "tool_call_resolved" and not _answers(entry):
        for run in Run.objects.filter(tool_calls__uuid=uuid).values_list("uuid", flat=True):
            plan.touch(entry.seq, "footer", str(run))  # under the answer: what was made since


def _note_retired(plan: Plan, seq: int, item: str) -> None:
    for output in ToolOutput.objects.filter(item__uuid=item).select_related("call"):
        plan.touch(seq, "tray", str(output.call.uuid))
    for uuid in Message.objects.filter(attachments__item__uuid=item).values_list("uuid", flat=True):
        plan.touch(seq, "message", str(uuid))
    plan.touch(seq, "part", "suggestions", "sidebar", *SHELF)


def _footer(plan: Plan, entry: Event) -> None:
    if _answers(entry) and entry.run is not None:
        plan.touch(entry.seq, "footer", str(entry.run.uuid))


def _answers(entry: Event) -> bool:
    """A run that only fills a slot again has no place of its own on the page."""
    return entry.run is not None and entry.run.kind == Run.Kind.ANSWER
