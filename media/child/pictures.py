"""Pictures: checked from their header first, then decoded whole, shown upright, stripped of metadata."""

import warnings
from pathlib import Path
from typing import Any

from PIL import (
    Image,
    ImageOps,
    UnidentifiedImageError,
    WebPImagePlugin,  # noqa: F401 - else Pillow looks for it among all it can open, which takes longer than most pictures
)

from media.child.sniff import Undecodable

FORMATS = {
    "PNG": "image/png",
    "JPEG": "image/jpeg",
    "MPO": "image/jpeg",
    "WEBP": "image/webp",
    "GIF": "image/gif",
    "HEIF": "image/heic",
    "AVIF": "image/avif",
}
OPENED = [name for name in FORMATS if name != "MPO"]  # comes out of the JPEG reader
BOXED = ("HEIF", "AVIF")
FOR_TOOLS = ("image/png", "image/jpeg")
THUMBNAIL = 768
TOOL_LONGEST = 4096
ORIENTATION, GPS = 0x0112, 0x8825


def examine_picture(path: Path, folder: Path, limits: dict[str, Any]) -> dict[str, Any]:
    """Facts of a picture; `thumbnail` always, `tool` where the tools do not take it as it is."""
    Image.MAX_IMAGE_PIXELS = None  # the limit below is ours, checked before any pixel is decoded
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(path, formats=_may_be(path)) as picture:
                mime = FORMATS[picture.format or ""]
                _check_size(picture, limits)
                as_it_is = mime in FOR_TOOLS and _is_plain(picture)
                upright = ImageOps.exif_transpose(picture)
                upright.load()
                flat = _flat(upright)
        except (
            UnidentifiedImageError,
            OSError,
            SyntaxError,
            ValueError,
            EOFError,
            KeyError,
        ) as error:
            raise Undecodable("It is damaged or not a picture. Nothing was stored.") from error
    renditions = {"thumbnail": _thumbnail(flat, folder)}
    if not as_it_is:
        renditions["tool"] = _for_tools(flat, folder)
    return {
        "kind": "image",
        "mime": mime,
        "width": upright.width,
        "height": upright.height,
        "renditions": renditions,
    }


def _may_be(path: Path) -> list[str]:
    """The formats a file may have by its beginning; who reads those in boxes is loaded only for such."""
    with path.open("rb") as file:
        if file.read(8)[4:] != b"ftyp":
            return [name for name in OPENED if name not in BOXED]
    import pillow_heif
    from PIL import AvifImagePlugin  # noqa: F401 - as WebP's

    pillow_heif.register_heif_opener()
    return OPENED


def _is_plain(picture: Image.Image) -> bool:
    """Whether a tool may see it as it is: upright, without transparency or a place, not too large."""
    exif = picture.getexif()
    return (
        picture.mode in ("RGB", "L")
        and exif.get(ORIENTATION, 1) == 1
        and GPS not in exif
        and max(picture.size) <= TOOL_LONGEST
    )


def _check_size(picture: Image.Image, limits: dict[str, Any]) -> None:
    pixels = picture.width * picture.height
    if pixels > limits["image_pixels"]:
        most = limits["image_pixels"] // 1_000_000
        raise Undecodable(
            f"It has {picture.width} × {picture.height} pixels; up to {most} million can be opened.",
            "too_many_pixels",
        )


def _flat(picture: Image.Image) -> Image.Image:
    """RGB, or RGBA where there is transparency; CMYK, palette and 16-bit modes converted."""
    if picture.mode in ("RGB", "RGBA"):
        return picture
    if picture.mode.startswith("I;16") or picture.mode == "I":
        return picture.point(lambda value: value / 256).convert("L").convert("RGB")
    alpha = "A" in picture.mode or "transparency" in picture.info
    return picture.convert("RGBA" if alpha else "RGB")


def _thumbnail(picture: Image.Image, folder: Path) -> dict[str, str]:
    small = picture.copy()
    small.thumbnail((THUMBNAIL, THUMBNAIL), Image.Resampling.LANCZOS)
    small.save(folder / "thumbnail.webp", "WEBP", quality=82, method=4)
    return {"file": "thumbnail.webp", "mime": "image/webp"}


def _for_tools(picture: Image.Image, folder: Path) -> dict[str, str]:
    if max(picture.size) > TOOL_LONGEST:
        picture = picture.copy()
        picture.thumbnail((TOOL_LONGEST, TOOL_LONGEST), Image.Resampling.LANCZOS)
    clean = Image.new(picture.mode, picture.size)
    clean.paste(picture)
    clean.save(folder / "tool.png", "PNG", compress_level=3)
    return {"file": "tool.png", "mime": "image/png"}
