"""Journal entry types and what each carries. Ids are public UUID strings; nothing here holds media bytes."""

from typing import Literal, TypedDict

EventType = Literal[
    "message_posted",
    "message_queued",
    "message_withdrawn",
    "run_created",
    "run_started",
    "run_queued",
    "llm_round_started",
    "assistant_message_started",
    "assistant_message_delta",
    "assistant_message_restarted",
    "assistant_message_completed",
    "tool_call_dispatched",
    "tool_call_started",
    "tool_call_progress",
    "tool_call_resolved",
    "run_waiting_for_user",
    "run_resumed",
    "run_completed",
    "run_partial_failure",
    "run_failed",
    "run_cancelled",
    "media_retired",
    "conversation_changed",
]

# superseded by a later entry, swept away afterwards
FOLDABLE: frozenset[str] = frozenset({"assistant_message_delta", "tool_call_progress"})

RUN_ENDED: frozenset[str] = frozenset(
    {"run_completed", "run_partial_failure", "run_failed", "run_cancelled"}
)


class MessagePayload(TypedDict):
    """message_posted, message_queued, message_withdrawn, assistant_message_started, …_restarted, …_completed"""

    message: str


class DeltaPayload(TypedDict):
    """assistant_message_delta: a checkpoint. `length`: characters of visible text stored so far."""

    message: str
    length: int


class RunPayload(TypedDict):
    """run_created, run_started, run_queued (handed back), run_resumed, run_waiting_for_user and the four ends"""

    run: str
    status: str


class RoundPayload(TypedDict):
    """llm_round_started: `round` counts from 0"""

    run: str
    round: int


class ToolCallPayload(TypedDict):
    """tool_call_dispatched, …_started, …_progress, …_resolved. `media`: a piece came or was given up."""

    tool_call: str
    status: str
    media: bool


class MediaPayload(TypedDict):
    """media_retired"""

    item: str


class ConversationPayload(TypedDict):
    """conversation_changed: which fields ("title", "access", "deleted")"""

    changed: list[str]


Payload = (
    MessagePayload
    | DeltaPayload
    | RunPayload
    | RoundPayload
    | ToolCallPayload
    | MediaPayload
    | ConversationPayload
)
