"""Reading what people gave: pictures upright and in RGB, films and sound only from files that hold them."""

from pathlib import Path

import av
import cv2
import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from studio.renderers.api import RenderError
from studio.renderers.drawing.canvas import Pixels

LARGEST_SIDE = 4096
"""As large as anything is rendered but by the upscaler."""
REFERENCE_SIDE = 2048
"""Where many pictures are held at once."""
_MOST_PIXELS = 120_000_000
_LEAST_SIDE = 16
_NARROWEST = 16
"""The longest side against the shortest."""
_CONTAINERS = (
    "mov,mp4,m4a,3gp,3g2,mj2|matroska,webm|avi|mpegts|ogg|wav|w64|mp3|flac|aac|aiff|amr|flv"
)
_PICTURES = "png_pipe|jpeg_pipe|webp_pipe|bmp_pipe|gif"


def open_media(path: Path, *, pictures: bool = False) -> "av.container.InputContainer":
    """A film or sound file, open for reading; raises av.FFmpegError. `pictures` lets single ones pass too.

    Play lists and the like, which would make the library read other files or addresses, are no media here.
    """
    known = f"{_CONTAINERS}|{_PICTURES}" if pictures else _CONTAINERS
    allowed = {"format_whitelist": known.replace("|", ","), "protocol_whitelist": "file"}
    return av.open(str(path), container_options=allowed)


def load_picture(path: Path, longest: int = LARGEST_SIDE) -> Pixels:
    """A picture as RGB bytes, turned as its EXIF says, see-through parts on white.

    `longest` bounds its sides in pixels: a larger one is read smaller. RenderError when the file is no picture this
    program can read.
    """
    clear = _load(path, longest)
    if clear.shape[2] == 3:
        return clear
    share = clear[..., 3:].astype(np.uint16)
    whitened = (clear[..., :3] * share + 255 * (255 - share) + 127) // 255
    return np.asarray(whitened, np.uint8)


def load_cut_out(path: Path, longest: int = LARGEST_SIDE) -> tuple[Pixels, Pixels | None]:
    """A picture as RGB bytes and its opacity (height, width), None where it has none. Raises as `load_picture`."""
    clear = _load(path, longest)
    return np.ascontiguousarray(clear[..., :3]), clear[..., 3] if clear.shape[2] == 4 else None


def _load(path: Path, longest: int) -> Pixels:
    """(height, width, 3), or 4 with opacity."""
    try:
        with Image.open(path) as opened:
            if opened.width * opened.height > _MOST_PIXELS or min(opened.size) < 1:
                raise RenderError("The picture is too large to work with.")
            opened.draft("RGB", (longest, longest))
            ImageOps.exif_transpose(opened, in_place=True)  # else it is copied, turned or not
            upright: Image.Image = opened
            if max(upright.size) > longest:
                upright.thumbnail((longest, longest), reducing_gap=3)
            if upright.mode.startswith("I"):  # 16-bit grey; Pillow would cut it off at 255
                upright = Image.fromarray((np.asarray(upright) // 257).astype(np.uint8))
            seen_through = upright.mode in ("RGBA", "LA", "PA", "La", "RGBa")
            seen_through = seen_through or "transparency" in upright.info
            return np.array(upright.convert("RGBA" if seen_through else "RGB"), np.uint8)
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


def check_workable(pixels: Pixels) -> None:
    """RenderError for pictures too small or too narrow to find anything in."""
    short, long = sorted(pixels.shape[:2])
    if short < _LEAST_SIDE:
        raise RenderError(f"The picture is too small: it needs {_LEAST_SIDE} pixels on each side.")
    if long > _NARROWEST * short:
        raise RenderError("The picture is too narrow to work on.")


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
