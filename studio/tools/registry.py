"""Every tool by name."""

from studio.tools import audio, images, texts, videos
from studio.tools.api import Tool

_ALL: tuple[Tool, ...] = (*images.TOOLS, *videos.TOOLS, *audio.TOOLS, *texts.TOOLS)
TOOLS: dict[str, Tool] = {tool.name: tool for tool in _ALL}
