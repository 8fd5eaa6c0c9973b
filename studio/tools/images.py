"""Tools that make or change pictures."""

from studio.tools.api import MediaTool

TOOLS: tuple[MediaTool, ...] = ()
