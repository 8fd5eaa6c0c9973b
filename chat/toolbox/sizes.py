"""Pixel sizes and frame counts the models take. A size is (width, height) in pixels."""

import math
import re
from collections.abc import Mapping
from typing import Any

Size = tuple[int, int]

IMAGE_AREA = 1024 * 1024
IMAGE_LEAST, IMAGE_MOST = 256, 2048
VIDEO_SHORT, VIDEO_LEAST, VIDEO_MOST = 480, 480, 3840
VIDEO_AREA = 3840 * 2160
VIDEO_USUAL = (832, 480)
WIDEST = 21 / 9
GRID = 16
FPS = 24
_PIXELS = re.compile(r"\s*(\d{3,4})\s*[x×]\s*(\d{3,4})\s*", re.I)


def image_size(
    width: int | None, height: int | None, shape: str | None, source: Size | None
) -> Size:
    """What was asked for; else a megapixel in the asked shape, that of `source`, or square.

    What the model does not take is made smaller or larger in its shape; only one that is longer than 8 to 1 is bent.
    Multiples of 16 where we choose.
    """
    exact = pixels_of(shape)
    if exact and not (width or height):
        width, height = exact
    ratio = ratio_of(shape) or (_ratio(source, most=4.0) if source else 1.0)
    if width or height:
        wide, high = width or (height or 0) * ratio, height or (width or 0) / ratio
        scale = _scale(wide, high, IMAGE_LEAST, IMAGE_MOST)
        return _clamp(wide * scale), _clamp(high * scale)
    wide = math.sqrt(IMAGE_AREA * ratio)
    return _grid(wide, IMAGE_LEAST, IMAGE_MOST), _grid(wide / ratio, IMAGE_LEAST, IMAGE_MOST)


def video_size(shape: str | None, short: float | None, source: Size | None) -> Size:
    """Pixels that were asked for; else that shape, or that of `source`, with a shorter side of `short` pixels."""
    if exact := pixels_of(shape):
        scale = min(
            _scale(*exact, VIDEO_LEAST, VIDEO_MOST), math.sqrt(VIDEO_AREA / (exact[0] * exact[1]))
        )
        return _film_size(exact[0] * scale, exact[1] * scale)
    ratio = ratio_of(shape) or _ratio(source or VIDEO_USUAL, most=WIDEST)
    if not shape and not source and not short:
        return VIDEO_USUAL
    wide = max(ratio, 1 / ratio)
    most = min(VIDEO_MOST / wide, math.sqrt(VIDEO_AREA / wide)) // GRID * GRID
    least = _grid(min(short or VIDEO_SHORT, most), VIDEO_LEAST, VIDEO_MOST)
    return _film_size(least * wide, least) if ratio >= 1 else _film_size(least, least * wide)


def _film_size(width: float, height: float) -> Size:
    """On the grid; where rounded sides would have more pixels than the models take, cut ones."""
    size = _grid(width, VIDEO_LEAST, VIDEO_MOST), _grid(height, VIDEO_LEAST, VIDEO_MOST)
    if size[0] * size[1] > VIDEO_AREA:
        return int(width // GRID) * GRID, int(height // GRID) * GRID
    return size


def asked_size(arguments: Mapping[str, Any]) -> Size | None:
    """The pixels that a call names, both sides of them; None when it leaves the size to us."""
    width, height = arguments.get("width"), arguments.get("height")
    if isinstance(width, int) and isinstance(height, int):
        return width, height
    shape = arguments.get("aspectRatio")
    return None if width or height else pixels_of(shape if isinstance(shape, str) else None)


def ltx_frames(seconds: float) -> int:
    """LTX films have 8k + 1 frames."""
    return round(seconds * FPS / 8) * 8 + 1


def pixels_of(text: str | None) -> Size | None:
    """Of "1080x1920"; a ratio is none."""
    found = _PIXELS.fullmatch(text or "")
    return (int(found.group(1)), int(found.group(2))) if found else None


def ratio_of(text: str | None) -> float | None:
    """Width over height of "16:9", "9/16", "1.91:1", "1080x1920"; None when it is none or absurd."""
    if not text:
        return None
    parts = re.split(r"[:/x×]", text, flags=re.I)
    try:
        shape = float(parts[0]) / float(parts[1])
    except (ValueError, IndexError, ZeroDivisionError):
        return None
    return shape if 0.25 <= shape <= 4 else None


def _ratio(size: Size, *, most: float) -> float:
    return min(max(size[0] / size[1], 1 / most), most)


def _scale(width: float, height: float, least: int, most: int) -> float:
    """What brings both sides within the bounds; the upper one where no number does."""
    return min(most / max(width, height), max(1.0, least / min(width, height)))


def _clamp(side: float) -> int:
    return max(IMAGE_LEAST, min(IMAGE_MOST, round(side / 8) * 8))


def _grid(side: float, least: int, most: int) -> int:
    return max(least, min(most, round(side / GRID) * GRID))
