"""Tools that answer in text."""

from studio.tools.api import TextTool

TOOLS: tuple[TextTool, ...] = ()
