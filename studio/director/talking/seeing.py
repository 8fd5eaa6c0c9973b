"""What can be measured in a picture: size, brightness, contrast, palette, detail, and where what lies. It recognises
nothing and claims no faces.
"""

import base64
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from studio.director.plan import sentence_list

MOST_BYTES = 12 * 1024 * 1024
MOST_PIXELS = 40_000_000
MOST_PICTURES = 20
LONGEST = 256  # what is measured is scaled down to this
MOST_SECONDS = 4.0
FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "AVIF", "BMP", "TIFF")
_DATA = re.compile(r"^data:image/[\w.+-]+;base64,(.+)$", re.S)
_SATURATED, _DARK, _LIGHT = 46, 46, 218
_SMALLEST = 0.02  # of a picture: smaller areas and rarer colours are not told
_ROSY, _PALE = 130, 170  # a red weaker than the one and lighter than the other is called pink
_HUES = (
    (8, "red"), (20, "orange"), (34, "yellow"), (44, "lime"), (82, "green"), (97, "teal"), (128, "blue"),
    (146, "purple"),
    (168, "pink"), (180, "red"),
)  # fmt: skip
_PLACES = (
    ("upper left", "top", "upper right"),
    ("left", "middle", "right"),
    ("lower left", "bottom", "lower right"),
)
Pixels = NDArray[np.uint8]


class Swatch(NamedTuple):
    """A frequent colour: its name, its share of the pixels from 0 to 1, and the mean of those pixels as #rrggbb."""

    name: str
    share: float
    hex: str


class Field(NamedTuple):
    """A ninth of a picture: where it is, its most frequent colour; brightness and detail as of a Look."""

    place: str
    colour: str
    brightness: float
    detail: float


@dataclass(frozen=True)
class Look:
    """Measures of one picture. Brightness, contrast and colour from 0 to 100; detail in edges per thousand pixels.

    `areas` are (colour name, place, share) of large even areas; `grid` are nine fields, row by row.
    """

    width: int
    height: int
    brightness: float
    contrast: float
    colour: float
    detail: float
    palette: tuple[Swatch, ...]
    areas: tuple[tuple[str, str, float], ...]
    grid: tuple[Field, ...]
    transparent: float = 0.0

    @property
    def pixels(self) -> int:
        return self.width * self.height

    @property
    def orientation(self) -> str:
        shape = self.width / self.height
        return "square" if 0.95 <= shape <= 1.05 else "landscape" if shape > 1 else "portrait"


def seen(addresses: Sequence[str]) -> list[Look | None]:
    """A look at each picture of data addresses; None for what is none, is too large, or comes after the time is up."""
    until = time.monotonic() + MOST_SECONDS
    looks: list[Look | None] = []
    for place, address in enumerate(addresses):
        late = place >= MOST_PICTURES or time.monotonic() > until
        looks.append(None if late else look_at(address))
    return looks


def look_at(address: str) -> Look | None:
    """Measure one picture of a data address; None when it cannot be opened within the bounds."""
    found = _DATA.match(address)
    if found is None or len(found.group(1)) > MOST_BYTES * 4 // 3:
        return None
    try:
        return measured(base64.b64decode(found.group(1), validate=False))
    except ValueError:  # also what is no base64
        return None


def measured(source: bytes | Path) -> Look:
    """Measure a picture, turned as it is shown. ValueError when it cannot be read or is too large. Slow."""
    try:
        file = BytesIO(source) if isinstance(source, bytes) else source
        with Image.open(file, formats=FORMATS) as picture:
            if not 0 < picture.width * picture.height <= MOST_PIXELS:
                raise ValueError("The picture is too large to look at.")
            turned = picture.getexif().get(0x0112) in (5, 6, 7, 8)
            size = (picture.height, picture.width) if turned else (picture.width, picture.height)
            picture.draft("RGB", (LONGEST * 2, LONGEST * 2))
            small = ImageOps.exif_transpose(picture).convert("RGBA")
            small.thumbnail((LONGEST, LONGEST))
    except (OSError, SyntaxError, MemoryError, Image.DecompressionBombError) as error:
        raise ValueError("The picture cannot be read.") from error
    return _look(np.asarray(small, dtype=np.uint8), size)


def _look(rgba: Pixels, size: tuple[int, int]) -> Look:
    alpha = rgba[..., 3:4].astype(np.float32) / 255
    rgb = (rgba[..., :3] * alpha + 255 * (1 - alpha)).astype(np.uint8)
    grey = np.asarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    hsv = np.asarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2HSV), dtype=np.uint8)
    names = _named(hsv)
    edges = cv2.Canny(cv2.GaussianBlur(grey, (3, 3), 0), 60, 160) > 0
    palette = _palette(names, rgb)
    return Look(
        width=size[0],
        height=size[1],
        brightness=float(grey.mean()) / 2.55,
        contrast=min(100.0, float(grey.std()) / 1.275),
        colour=float(hsv[..., 1].mean()) / 2.55,
        detail=float(edges.mean()) * 1000,
        palette=palette,
        areas=_areas(names, palette),
        grid=_grid(names, grey, edges),
        transparent=float((rgba[..., 3] < 128).mean()),
    )


def _grid(names: NDArray[Any], grey: Pixels, edges: NDArray[Any]) -> tuple[Field, ...]:
    height, width = grey.shape
    fields = []
    for down, row in enumerate(_PLACES):
        for across, place in enumerate(row):
            top, left = down * height // 3, across * width // 3
            bottom = max(top + 1, (down + 1) * height // 3)
            part = np.s_[top:bottom, left : max(left + 1, (across + 1) * width // 3)]
            found, counts = np.unique(names[part], return_counts=True)
            colour = str(found[int(np.argmax(counts))])
            light, detail = float(grey[part].mean()) / 2.55, float(edges[part].mean()) * 1000
            fields.append(Field(place, colour, light, detail))
    return tuple(fields)


def _named(hsv: Pixels) -> NDArray[Any]:
    """A colour name for every pixel."""
    hue, saturation, light = (hsv[..., n].astype(np.int16) for n in range(3))
    places = np.searchsorted([edge for edge, _ in _HUES], hue, side="right").clip(
        max=len(_HUES) - 1
    )
    names = np.array([name for _, name in _HUES], dtype="<U6")[places]
    names = np.where((names == "orange") & (light < 150), "brown", names)
    names = np.where((names == "red") & (saturation < _ROSY) & (light > _PALE), "pink", names)
    names = np.where(saturation < _SATURATED, "grey", names)
    names = np.where((saturation < _SATURATED) & (light > _LIGHT), "white", names)
    return np.asarray(np.where(light < _DARK, "black", names))


def _palette(names: NDArray[Any], rgb: Pixels) -> tuple[Swatch, ...]:
    found, counts = np.unique(names, return_counts=True)
    ranked = sorted(
        zip(found.tolist(), (counts / names.size).tolist(), strict=True), key=lambda one: -one[1]
    )
    swatches = []
    for name, share in [one for one in ranked if one[1] >= _SMALLEST][:5]:
        red, green, blue = (round(float(part)) for part in rgb[names == name].mean(axis=0))
        swatches.append(Swatch(name, share, f"#{red:02x}{green:02x}{blue:02x}"))
    return tuple(swatches)


def _areas(names: NDArray[Any], palette: Sequence[Swatch]) -> tuple[tuple[str, str, float], ...]:
    """The largest connected area of each frequent colour, by the place of its centre."""
    found: list[tuple[str, str, float]] = []
    height, width = names.shape
    for name, _, _ in palette:
        mask = cv2.morphologyEx(
            (names == name).astype(np.uint8), cv2.MORPH_OPEN, np.ones((3, 3), np.uint8)
        )
        count, _, stats, centres = cv2.connectedComponentsWithStats(mask)
        if count < 2:
            continue
        best = int(np.argmax(stats[1:, cv2.CC_STAT_AREA])) + 1
        share = float(stats[best, cv2.CC_STAT_AREA]) / names.size
        if _SMALLEST <= share <= 0.9:
            x, y = centres[best]
            found.append(
                (name, _PLACES[min(2, int(y * 3 / height))][min(2, int(x * 3 / width))], share)
            )
    return tuple(sorted(found, key=lambda one: -one[2])[:4])


def described(name: str, look: Look) -> str:
    """Plain sentences about one picture."""
    light = (
        "dark"
        if look.brightness < 30
        else "bright"
        if look.brightness > 68
        else "of medium brightness"
    )
    contrast = "low" if look.contrast < 25 else "high" if look.contrast > 55 else "medium"
    detail = (
        "smooth, with few edges"
        if look.detail < 35
        else "full of fine detail"
        if look.detail > 130
        else "moderately detailed"
    )
    colours = (
        sentence_list([f"{one} ({share:.0%})" for one, share, _ in look.palette])
        or "many colours in small parts"
    )
    head = name[0].upper() + name[1:]
    text = (
        f"{head} is {look.width} by {look.height} pixels, {look.orientation}. It is {light} ({look.brightness:.0f} "
        f"of 100) with {contrast} contrast, "
        f"and {detail}. The main colours are {colours}."
    )
    if look.transparent > 0.02:
        text += f" {look.transparent:.0%} of it is transparent."
    return text + _where(look)


def _where(look: Look) -> str:
    rows = [
        f"a {'large ' if share > 0.2 else ''}{colour} area in the {place} ({share:.0%})"
        for colour, place, share in look.areas
    ]
    text = f" There is {sentence_list(rows)}." if rows else ""
    low = min(look.grid, key=lambda one: one.brightness)
    high = max(look.grid, key=lambda one: one.brightness)
    if high.brightness - low.brightness > 12:
        text += f" The {high.place} is brightest, the {low.place} darkest."
    return text
