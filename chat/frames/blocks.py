"""What stands on the timeline, loaded with a constant number of queries."""

from dataclasses import dataclass, field

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import CharField, Exists, F, OuterRef, Prefetch, Q, QuerySet, Value
from django.db.models.functions import Cast, Concat

from chat.models import Attachment, Conversation, Message, Run, ToolCall, ToolOutput
from media.models import Item

ITEMS = Item.objects.select_related("blob", "retired_by").prefetch_related("sources")


@dataclass
class MessageBlock:
    """A message with what was attached to it."""

    message: Message
    attachments: list[Item]
    template = "chat/_message.html"

    @property
    def element_id(self) -> str:
        return f"message-{self.message.uuid}"


@dataclass
class ToolCallBlock:
    """A tray and its slots."""

    call: ToolCall
    slots: list[ToolOutput]
    template = "chat/_tool_call.html"

    @property
    def element_id(self) -> str:
        return f"tool-call-{self.call.uuid}"


@dataclass
class RunBlock:
    """One answer of the agent: messages and trays in order, and how it stands."""

    run: Run
    blocks: list[MessageBlock | ToolCallBlock] = field(default_factory=list)
    template = "chat/_run.html"

    @property
    def element_id(self) -> str:
        return f"run-section-{self.run.uuid}"


Block = MessageBlock | RunBlock


def message_block(message: Message) -> MessageBlock:
    return MessageBlock(message, [attachment.item for attachment in message.attachments.all()])


def tool_call_block(call: ToolCall) -> ToolCallBlock:
    return ToolCallBlock(call, list(call.outputs.all()))


def messages_of(conversation: Conversation) -> "QuerySet[Message]":
    """With authors and attachments."""
    attachments = Attachment.objects.prefetch_related(Prefetch("item", queryset=ITEMS))
    return (
        Message.objects.filter(conversation=conversation)
        .exclude(state=Message.State.RESTARTED)
        .select_related("author", "run")
        .prefetch_related(Prefetch("attachments", queryset=attachments))
    )


def calls_of(conversation: Conversation) -> "QuerySet[ToolCall]":
    """The trays people see, with their slots."""
    outputs = ToolOutput.objects.select_related("maker__run").prefetch_related(
        Prefetch("item", queryset=ITEMS)
    )
    return (
        ToolCall.objects.filter(run__conversation=conversation, shown=True)
        .select_related("run__stopped_by", "run__asked_by", "run__message")
        .prefetch_related(Prefetch("outputs", queryset=outputs))
        .order_by("seq")
    )


def runs_of(conversation: Conversation) -> "QuerySet[Run]":
    """The answers. `shows_work`: a tray at work or a text being written says already that something happens.

    `made_since`: names of what a retry made after the answer had said that it was not made.
    """
    open_calls = ToolCall.objects.filter(
        run=OuterRef("pk"), status__in=(ToolCall.Status.QUEUED, ToolCall.Status.RUNNING)
    )
    later = (
        ToolOutput.objects.filter(
            call__run=OuterRef("pk"),
            status=ToolCall.Status.DONE,
            maker__status=ToolCall.Status.DONE,
        )
        .exclude(maker=F("call"))
        .order_by("pk")
        .values_list(Concat("item__kind", Value(" "), Cast("item__index", CharField())), flat=True)
    )
    open_texts = Message.objects.filter(run=OuterRef("pk"), state=Message.State.STREAMING)
    return (
        Run.objects.filter(conversation=conversation, kind=Run.Kind.ANSWER)
        .annotate(
            shows_work=Exists(open_calls) | Exists(open_texts), made_since=ArraySubquery(later)
        )
        .select_related("asked_by", "stopped_by")
        .order_by("pk")
    )


def timeline(conversation: Conversation, *, up_to: int | None = None) -> list[Block]:
    """Everything posted, in order: each request, then its answers. `up_to`: nothing born after that number."""
    born = Q() if up_to is None else Q(seq__lte=up_to)
    runs = {run.pk: RunBlock(run) for run in runs_of(conversation).filter(born)}
    requests: list[MessageBlock] = []
    inner: list[tuple[int, int, MessageBlock | ToolCallBlock]] = []
    for message in messages_of(conversation).filter(born, seq__isnull=False):
        assert message.seq is not None, "asked for"
        if message.role == Message.Role.USER:
            requests.append(message_block(message))
        elif message.run_id in runs:
            inner.append((message.seq, message.run_id or 0, message_block(message)))
    inner += [
        (call.seq, call.run_id, tool_call_block(call))
        for call in calls_of(conversation).filter(born)
        if call.run_id in runs
    ]
    for _, run, block in sorted(inner, key=lambda one: one[0]):
        runs[run].blocks.append(block)
    return _ordered(requests, list(runs.values()))


def _ordered(requests: list[MessageBlock], runs: list[RunBlock]) -> list[Block]:
    """Requests in order; a run stands after everything posted before it was made.

    A run asked for again stands at the end of what was there then.
    """
    placed: list[tuple[int, int, Block]] = [
        (request.message.seq or 0, 0, request) for request in requests
    ]
    placed += [(run.run.seq, 1, run) for run in runs]
    return [block for _, _, block in sorted(placed, key=lambda one: one[:2])]
