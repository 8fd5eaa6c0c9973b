"""Tools that make or change pictures."""

from studio.tools.api import MediaTool
from studio.tools.image_changes import APPLY_STYLE, CHANGE_ANGLE, REFINE_RESULT, RESTORE_PHOTO
from studio.tools.image_making import EDIT_IMAGE, GENERATE_IMAGE
from studio.tools.image_shapes import IMAGE_TO_3D, REMOVE_BACKGROUND, SEGMENT_IMAGE, UPSCALE_IMAGE

TOOLS: tuple[MediaTool, ...] = (
    GENERATE_IMAGE,
    EDIT_IMAGE,
    APPLY_STYLE,
    RESTORE_PHOTO,
    REFINE_RESULT,
    CHANGE_ANGLE,
    REMOVE_BACKGROUND,
    SEGMENT_IMAGE,
    UPSCALE_IMAGE,
    IMAGE_TO_3D,
)
