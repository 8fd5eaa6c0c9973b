"""From linear light to pixels and files: bloom, tone, vignette, grain, and the encoding."""

from pathlib import Path

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Canvas, Pixels

_MIMES = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "webp": "image/webp"}


def develop(
    canvas: Canvas, *, bloom: float = 0.22, vignette: float = 0.28, grain: float = 0.011
) -> Pixels:
    """The finished picture, (height, width, 3) RGB bytes, without banding."""
    light: Array = canvas.rgb
    np.maximum(light, 0, out=light)
    if bloom > 0:
        light = light + _bloom(light) * np.float32(bloom)
    if vignette > 0:
        light *= _vignette(canvas, vignette)[..., None]
    toned = tone(light)
    if grain > 0:
        speckle = canvas.rng.standard_normal((canvas.height, canvas.width), dtype=np.float32)
        toned += (speckle * np.float32(grain))[..., None]
    dither = canvas.rng.random((canvas.height, canvas.width, 1), dtype=np.float32) - np.float32(0.5)
    toned *= 255
    toned += dither + np.float32(0.5)
    return np.clip(toned, 0, 255).astype(np.uint8)


def tone(light: Array) -> Array:
    """Linear light to display values 0 … 1, with a soft shoulder for lights brighter than the screen."""
    shoulder = np.float32(0.75)
    over = np.maximum(light - shoulder, 0)
    squeezed = np.minimum(light, shoulder) + (1 - shoulder) * (over / (over + (1 - shoulder)))
    return np.asarray(cv2.pow(squeezed, 1 / 2.2), np.float32)


def _bloom(light: Array) -> Array:
    height, width = light.shape[:2]
    small = (max(width // 4, 2), max(height // 4, 2))
    bright = cv2.resize(np.maximum(light - np.float32(0.7), 0), small, interpolation=cv2.INTER_AREA)
    bright = np.minimum(bright, np.float32(4))
    unit = min(small)
    total = cv2.GaussianBlur(bright, (0, 0), max(unit * 0.012, 0.8))
    tiny = cv2.resize(
        bright, (max(small[0] // 4, 2), max(small[1] // 4, 2)), interpolation=cv2.INTER_AREA
    )
    wide = cv2.GaussianBlur(tiny, (0, 0), max(unit * 0.018, 0.8))
    total = total + cv2.resize(wide, small, interpolation=cv2.INTER_CUBIC)
    return np.asarray(np.maximum(cv2.resize(total, (width, height)), 0), np.float32)


def _vignette(canvas: Canvas, amount: float) -> Array:
    dx = canvas.x / canvas.width * 2 - 1
    dy = canvas.y / canvas.height * 2 - 1
    squared = (dx * dx + dy * dy) * np.float32(0.5)
    return np.asarray(1 - amount * squared * squared, np.float32)


def preview(pixels: Pixels, longest: int = 256) -> bytes:
    """A small JPEG of a picture."""
    height, width = pixels.shape[:2]
    scale = min(longest / max(height, width), 1)
    size = (max(round(width * scale), 1), max(round(height * scale), 1))
    small = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
    encoded = cv2.imencode(".jpg", small[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, 82])[1]
    return encoded.tobytes()


def canvas_preview(canvas: Canvas) -> bytes:
    """A small JPEG of an unfinished canvas."""
    scale = min(256 / max(canvas.height, canvas.width), 1)
    size = (max(round(canvas.width * scale), 1), max(round(canvas.height * scale), 1))
    small = cv2.resize(np.maximum(canvas.rgb, 0), size, interpolation=cv2.INTER_AREA)
    return preview(np.clip(tone(small) * 255 + 0.5, 0, 255).astype(np.uint8))


def save_picture(
    pixels: Pixels, folder: Path, name: str, output_format: str, quality: int | None = None
) -> tuple[Path, str]:
    """Writes the picture as png (default), jpg or webp; the file and its mime type come back.

    A picture is (height, width, 3), a mask (height, width), or (height, width, 4) with opacity, on white in a jpg.
    `quality` from 0 to 100 is for jpg and webp.
    """
    form = output_format.lower().lstrip(".")
    if form not in _MIMES:
        form = "png"
    suffix = "jpg" if form == "jpeg" else form
    options = {
        "png": [cv2.IMWRITE_PNG_COMPRESSION, 1],
        "jpg": [cv2.IMWRITE_JPEG_QUALITY, 93 if quality is None else quality],
        "webp": [cv2.IMWRITE_WEBP_QUALITY, 92 if quality is None else max(quality, 1)],
    }[suffix]
    path = folder / f"{name}.{suffix}"
    encoded = cv2.imencode(f".{suffix}", _bgr(pixels, seen_through=suffix != "jpg"), options)[1]
    path.write_bytes(encoded.tobytes())
    return path, _MIMES[form]


def _bgr(pixels: Pixels, *, seen_through: bool) -> Pixels:
    """In the order of channels OpenCV writes."""
    if pixels.ndim == 2:
        return pixels
    if pixels.shape[2] == 3:
        return np.asarray(pixels[..., ::-1])
    if seen_through:
        return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGBA2BGRA))
    share = pixels[..., 3:].astype(np.float32) / 255
    return np.asarray(pixels[..., 2::-1] * share + 255 * (1 - share) + 0.5, np.uint8)
