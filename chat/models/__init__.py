"""Tables of conversations: what people read (conversations, messages, runs, tool calls) and the journal."""

from chat.models.conversation import Attachment, Conversation, Message
from chat.models.journal import Event
from chat.models.run import Run, ToolCall, ToolOutput

__all__ = [
    "Attachment",
    "Conversation",
    "Event",
    "Message",
    "Run",
    "ToolCall",
    "ToolOutput",
]
