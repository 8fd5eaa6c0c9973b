"""What can be said truthfully of a file: sizes, lengths, light and colours. Measured, never guessed."""

import colorsys
import hashlib
from pathlib import Path
from typing import Any

from PIL import Image, ImageFilter, ImageStat

from studio.probing import probe

_SMALL = (160, 160)
_HUES = (
    (15, "red"), (45, "orange"), (70, "yellow"), (165, "green"), (200, "cyan"), (255, "blue"),
    (290, "violet"), (335, "pink"), (361, "red"),
)  # fmt: skip


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
    """A picture's size, light, contrast, detail and colours, and one sentence of them. ValueError as above."""
    facts = metadata(path)
    if facts["mediaType"] != "image":
        raise ValueError("Only a picture can be looked at like this.")
    with Image.open(path) as picture:
        picture.draft("RGB", _SMALL)
        small = picture.convert("RGB")
    small.thumbnail(_SMALL)
    light = ImageStat.Stat(small.convert("L"))
    edges = ImageStat.Stat(small.convert("L").filter(ImageFilter.FIND_EDGES)).mean[0]
    palette = _palette(small)
    look = {
        "brightness": round(light.mean[0] / 255, 3),
        "contrast": round(light.stddev[0] / 128, 3),
        "detail": round(min(1.0, edges / 64), 3),
        "palette": palette,
    }
    return {**facts, **look, "description": _sentence(facts, look)}


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


def _sentence(facts: dict[str, Any], look: dict[str, Any]) -> str:
    width, height = facts["width"], facts["height"]
    shape = "square" if width == height else "landscape" if width > height else "portrait"
    light = look["brightness"]
    tone = "dark" if light < 0.3 else "bright" if light > 0.65 else "evenly lit"
    names = list(dict.fromkeys(one["name"] for one in look["palette"]))[:3]
    busy = "busy" if look["detail"] > 0.45 else "calm"
    return f"A {tone}, {busy} {shape} picture of {width} by {height} pixels, mostly {', '.join(names)}."
