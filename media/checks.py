"""System checks of the media app."""

import os
from typing import Any

from django.conf import settings
from django.core.checks import Error, register


@register()
def folders_can_be_written(**_: Any) -> list[Error]:
    """Uploads and previews need their folders."""
    return [
        Error(f"{folder} cannot be written; uploads would fail.", id="media.E001")
        for folder in (settings.FILE_UPLOAD_TEMP_DIR, settings.MEDIA_PREVIEW_DIR)
        if not os.access(folder, os.W_OK)
    ]
