"""Tools that make or change films."""

from studio.tools.api import MediaTool

TOOLS: tuple[MediaTool, ...] = ()
