"""Tools that make sound."""

from studio.tools.api import MediaTool

TOOLS: tuple[MediaTool, ...] = ()
