"""The hosted tools as they are put before the model: which ones, in OpenAI's shape."""

from collections.abc import Mapping, Sequence
from typing import Any

from studio.agent.desk import Desk
from studio.agent.members import Unacceptable
from studio.tools.api import Tool
from studio.tools.arguments import schema_of
from studio.tools.looks import LookTool

CREATIVE_TOOLS, CREATIVE_AGENT, NONE = "creative-tools", "creative-agent", "none"
_SPELLINGS = {
    "true": CREATIVE_TOOLS,
    "creative-tools": CREATIVE_TOOLS,
    "rich": CREATIVE_TOOLS,
    "creative-agent": CREATIVE_AGENT,
    "agent": CREATIVE_AGENT,
    "false": NONE,
    "none": NONE,
}
_AGENT_ONLY = {
    "ask_clarifying_question": ("question", "Ask the person before going on."),
    "finalize_response": ("content", "Give the final answer."),
}


def surface_of(value: Any, usual: str) -> str:
    """The surface a request names, legacy spellings included; raises Unacceptable."""
    if value is None:
        return usual
    name = str(value).strip().lower()
    if isinstance(value, bool | str) and name in _SPELLINGS:
        return _SPELLINGS[name]
    raise Unacceptable("sogni_tools must be creative-tools, creative-agent, none, true or false.")


def desk_of(surface: str, desk: Desk) -> Desk:
    """The calls of an agent that are open on a surface: all on `creative-agent`, none elsewhere."""
    return desk if surface == CREATIVE_AGENT else {}


def functions(tools: Mapping[str, Tool | LookTool]) -> list[dict[str, Any]]:
    """Every tool as a function."""
    return [
        {"type": "function", "function": {"name": name, "parameters": schema_of(tool)}}
        for name, tool in tools.items()
    ]


def offered(
    surface: str,
    tools: Mapping[str, Tool | LookTool],
    own: Sequence[dict[str, Any]],
    desk: Desk,
    choice: Any = None,
) -> list[dict[str, Any]]:
    """The client's own tools with the surface's beside them; where both name one, the client's words win.

    The director calls nothing of the `desk` by itself: of that it is shown what `choice` insists on.
    """
    names = {tool["function"]["name"] for tool in own}
    hosted = [] if surface == NONE else functions(tools)
    if surface == CREATIVE_AGENT:
        hosted += [_spoken(name, *told) for name, told in _AGENT_ONLY.items()]
        hosted += functions(
            {name: one.shape for name, one in desk.items() if name == _named(choice)}
        )
    return [*own, *(one for one in hosted if one["function"]["name"] not in names)]


def _named(choice: Any) -> Any:
    """The function a tool_choice names."""
    function = choice.get("function", choice) if isinstance(choice, Mapping) else None
    return function.get("name") if isinstance(function, Mapping) else None


def _spoken(name: str, member: str, description: str) -> dict[str, Any]:
    schema = {"type": "object", "properties": {member: {"type": "string"}}, "required": [member]}
    function = {"name": name, "description": description, "parameters": schema}
    return {"type": "function", "function": function}
