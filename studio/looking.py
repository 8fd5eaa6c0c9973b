"""What can be said truthfully of a file: sizes, lengths, light, colours, where things are. Measured, never guessed."""

import colorsys
import hashlib
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageFilter, ImageStat

from studio.probing import PICTURES, probe

_SMALL = (160, 160)
_MOST_PIXELS = 40_000_000
_HUES = (
    (15, "red"), (45, "orange"), (70, "yellow"), (165, "green"), (200, "cyan"), (255, "blue"),
    (290, "violet"), (335, "pink"), (361, "red"),
)  # fmt: skip
_ROWS, _COLUMNS = ("top", "middle", "bottom"), ("left", "centre", "right")


def metadata(path: Path) -> dict[str, Any]:
    """What a file is. ValueError when the studio cannot read it. Slow: call it in a thread."""
    facts = probe(path)
    if facts is None:
        raise ValueError("The file is no medium the studio reads.")
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    known = {"width": facts.width, "height": facts.height, "durationSeconds": facts.duration_s}
    return {
        "mediaType": facts.kind,
        "mimeType": facts.mime,
        "sizeBytes": path.stat().st_size,
        "sha256": digest,
        **{name: value for name, value in known.items() if value is not None},
    }


def described(path: Path) -> dict[str, Any]:
    """A picture's size, light, contrast, detail, colours and regions, and a sentence of them. ValueError as above."""
    facts = metadata(path)
    if facts["mediaType"] != "image":
        raise ValueError("Only a picture can be looked at like this.")
    return {**facts, **looked_at(path)}


def looked_at(source: Path | bytes) -> dict[str, Any]:
    """The same of a picture alone, from a file or its bytes. ValueError when it cannot be read. Slow."""
    try:
        file = BytesIO(source) if isinstance(source, bytes) else source
        with Image.open(file, formats=PICTURES) as picture:
            width, height = picture.size
            if width * height > _MOST_PIXELS:
                raise ValueError("The picture is too large to look at.")
            picture.draft("RGB", _SMALL)
            small = picture.convert("RGB")
    except (OSError, SyntaxError, Image.DecompressionBombError) as error:
        raise ValueError("The picture cannot be read.") from error
    small.thumbnail(_SMALL)
    light = ImageStat.Stat(small.convert("L"))
    edges = small.convert("L").filter(ImageFilter.FIND_EDGES)
    look = {
        "brightness": round(light.mean[0] / 255, 3),
        "contrast": round(light.stddev[0] / 128, 3),
        "detail": round(min(1.0, ImageStat.Stat(edges).mean[0] / 64), 3),
        "palette": _palette(small),
        "regions": _regions(small, edges),
    }
    return {"width": width, "height": height, **look, "description": _sentence(width, height, look)}


def _regions(picture: Image.Image, edges: Image.Image) -> list[dict[str, Any]]:
    """Nine fields: the mean colour, the light and the detail of each."""
    width, height = picture.size
    rows = []
    for down, row in enumerate(_ROWS):
        for across, column in enumerate(_COLUMNS):
            left, top = across * width // 3, down * height // 3
            box = (
                left,
                top,
                max(left + 1, (across + 1) * width // 3),
                max(top + 1, (down + 1) * height // 3),
            )
            red, green, blue = (round(one) for one in ImageStat.Stat(picture.crop(box)).mean[:3])
            rows.append(
                {
                    "where": "centre"
                    if (row, column) == ("middle", "centre")
                    else f"{row} {column}",
                    "colour": _colour(red, green, blue),
                    "brightness": round((0.299 * red + 0.587 * green + 0.114 * blue) / 255, 3),
                    "detail": round(min(1.0, ImageStat.Stat(edges.crop(box)).mean[0] / 64), 3),
                }
            )
    return rows


def _palette(picture: Image.Image) -> list[dict[str, Any]]:
    reduced = picture.quantize(5)
    colours = reduced.getpalette() or []
    counted = sorted(reduced.getcolors() or [], reverse=True)
    pixels = picture.width * picture.height
    rows = []
    for count, place in counted:
        red, green, blue = colours[int(place) * 3 : int(place) * 3 + 3]  # type: ignore[call-overload]
        rows.append(
            {
                "hex": f"#{red:02x}{green:02x}{blue:02x}",
                "name": _colour(red, green, blue),
                "share": round(count / pixels, 3),
            }
        )
    return rows


def _colour(red: int, green: int, blue: int) -> str:
    hue, light, strength = colorsys.rgb_to_hls(red / 255, green / 255, blue / 255)
    if light < 0.12:
        return "black"
    if light > 0.9:
        return "white"
    if strength < 0.12:
        return "grey"
    name = next(name for end, name in _HUES if hue * 360 < end)
    return f"dark {name}" if light < 0.3 else f"light {name}" if light > 0.72 else name


def _sentence(width: int, height: int, look: dict[str, Any]) -> str:
    shape = "square" if width == height else "landscape" if width > height else "portrait"
    light = look["brightness"]
    tone = "dark" if light < 0.3 else "bright" if light > 0.65 else "evenly lit"
    names = list(dict.fromkeys(one["name"] for one in look["palette"] if one["share"] >= 0.03))[:3]
    busy = "busy" if look["detail"] > 0.45 else "calm"
    size = f"A {tone}, {busy} {shape} picture of {width} by {height} pixels, mostly {', '.join(names)}."
    by_light = sorted(look["regions"], key=lambda one: one["brightness"])
    if by_light[-1]["brightness"] - by_light[0]["brightness"] < 0.08:
        return f"{size} The light is even all over it."
    bright, dark = by_light[-1], by_light[0]
    finest = max(look["regions"], key=lambda one: one["detail"])
    return (
        f"{size} It is brightest at the {bright['where']} ({bright['colour']}) and darkest at the {dark['where']} "
        f"({dark['colour']}); the most detail is at the {finest['where']}."
    )
