"""The page of a conversation, whole and as fragments: one state, two ways to deliver it."""

from chat.frames.blocks import Block, MessageBlock, RunBlock, ToolCallBlock
from chat.frames.catchup import Frame, beside, frames_after
from chat.frames.page import ConversationList, conversation_list, page_context

__all__ = [
    "Block",
    "ConversationList",
    "Frame",
    "MessageBlock",
    "RunBlock",
    "ToolCallBlock",
    "beside",
    "conversation_list",
    "frames_after",
    "page_context",
]
