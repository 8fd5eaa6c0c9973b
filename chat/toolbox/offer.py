"""The tools a round is offered: only those the conversation can use."""

import functools
from collections.abc import Sequence
from typing import Any

from chat.toolbox.table import TOOLS, Tool
from media.models import Item


def offered(catalogue: Sequence[Item]) -> list[dict[str, Any]]:
    """OpenAI-shaped function tools for a conversation with these media."""
    kinds = {item.kind for item in catalogue if item.is_ready}
    return [
        _function(name) for name, tool in TOOLS.items() if not tool.needs or tool.needs in kinds
    ]


@functools.cache
def _function(name: str) -> dict[str, Any]:
    tool: Tool = TOOLS[name]
    return {
        "type": "function",
        "function": {
            "name": tool.name,
            "description": tool.description,
            "parameters": tool.schema,
        },
    }
