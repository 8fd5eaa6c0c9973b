"""Reading what people gave: pictures upright and in RGB, films and sound only from files that hold them."""

from pathlib import Path

import av
import cv2
import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from studio.renderers.api import RenderError
from studio.renderers.canvas import Pixels

_MOST_PIXELS = 120_000_000
_CONTAINERS = (
    "mov,mp4,m4a,3gp,3g2,mj2|matroska,webm|avi|mpegts|ogg|wav|w64|mp3|flac|aac|aiff|amr|flv"
)


def open_media(path: Path) -> "av.container.InputContainer":
    """A film or sound file, open for reading; raises av.FFmpegError.

    Play lists and the like, which would make the library read other files or addresses, are no media here.
    """
    allowed = {"format_whitelist": _CONTAINERS.replace("|", ","), "protocol_whitelist": "file"}
    return av.open(str(path), container_options=allowed)


def load_picture(path: Path) -> Pixels:
    """A picture as RGB bytes, turned as its EXIF says, see-through parts on white.

    RenderError when the file is no picture this program can read.
    """
    try:
        with Image.open(path) as opened:
            if opened.width * opened.height > _MOST_PIXELS:
                raise RenderError("The picture is too large to work with.")
            upright = ImageOps.exif_transpose(opened)
            if upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info:
                clear = upright.convert("RGBA")
                upright = Image.alpha_composite(Image.new("RGBA", clear.size, "white"), clear)
            return np.array(upright.convert("RGB"), np.uint8)
    except (
        UnidentifiedImageError,
        OSError,
        ValueError,
        SyntaxError,
        Image.DecompressionBombError,
    ) as error:
        raise RenderError(
            "The picture could not be read: the file is damaged or of an unknown kind."
        ) from error


def cover(pixels: Pixels, width: int, height: int) -> Pixels:
    """The picture scaled and cropped at its middle (a little above, for tall ones) to fill the size exactly."""
    rows, columns = pixels.shape[:2]
    scale = max(width / columns, height / rows)
    fitted = (max(round(columns * scale), width), max(round(rows * scale), height))
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    scaled = cv2.resize(pixels, fitted, interpolation=way)
    left = (fitted[0] - width) // 2
    top = int((fitted[1] - height) * 0.36)
    return np.ascontiguousarray(scaled[top : top + height, left : left + width])
