"""Tools that make or change films, by what they do."""

from studio.tools import video_changing, video_joining, video_making, video_staging, video_writing
from studio.tools.api import MediaTool

TOOLS: tuple[MediaTool, ...] = (
    *video_making.TOOLS,
    *video_changing.TOOLS,
    *video_joining.TOOLS,
    *video_staging.TOOLS,
    *video_writing.TOOLS,
)
