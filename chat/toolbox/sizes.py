"""Pixel sizes and frame counts the models take."""

import math

IMAGE_AREA = 1024 * 1024
IMAGE_LEAST, IMAGE_MOST = 256, 2048
VIDEO_SHORT, VIDEO_LONG_MOST = 480, 1280
GRID = 16
FPS = 24


def image_size(width: int | None, height: int | None, ratio: str | None) -> tuple[int, int]:
    """What was asked for, within the model's bounds; a square megapixel else. Multiples of 16 where we choose."""
    if width and height:
        scale = min(1.0, IMAGE_MOST / max(width, height))
        return _clamp(width * scale), _clamp(height * scale)
    shape = ratio_of(ratio) or 1.0
    if width or height:
        return (
            (_clamp(width), _clamp(width / shape))
            if width
            else (_clamp((height or 0) * shape), _clamp(height or 0))
        )
    wide = math.sqrt(IMAGE_AREA * shape)
    return _grid(wide), _grid(wide / shape)


def video_size(source_width: int | None, source_height: int | None) -> tuple[int, int]:
    """The shape of the source picture with the short side at 480; 832 × 480 without one."""
    if not source_width or not source_height:
        return 832, VIDEO_SHORT
    shape = min(max(source_width / source_height, 9 / 21), 21 / 9)
    long = min(_grid(VIDEO_SHORT * max(shape, 1 / shape)), VIDEO_LONG_MOST)
    return (long, VIDEO_SHORT) if shape >= 1 else (VIDEO_SHORT, long)


def ltx_frames(seconds: float) -> int:
    """LTX films have 8k + 1 frames."""
    return round(seconds * FPS / 8) * 8 + 1


def ratio_of(text: str | None) -> float | None:
    """Width over height of "16:9", "9/16", "1.91:1"; None when it is none or absurd."""
    if not text:
        return None
    parts = text.replace("/", ":").replace("x", ":").split(":")
    try:
        shape = float(parts[0]) / float(parts[1])
    except (ValueError, IndexError, ZeroDivisionError):
        return None
    return shape if 0.25 <= shape <= 4 else None


def _clamp(side: float) -> int:
    return max(IMAGE_LEAST, min(IMAGE_MOST, round(side / 8) * 8))


def _grid(side: float) -> int:
    return max(IMAGE_LEAST, min(IMAGE_MOST, round(side / GRID) * GRID))
