"""Ways of painting: a finished picture gone over as watercolour, ink, oil, pixels, print, film or poster."""

from collections.abc import Callable

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from studio.renderers.canvas import Array, Pixels, noise
from studio.renderers.words import Brief

Style = Callable[[Pixels, np.random.Generator], Pixels]
_TITLE_SUBJECTS = {"hills": "countryside", "solids": "still life", "planet": "space"}
_UNTITLED = ("geometric", "ribbons", "spiral")


def apply_styles(pixels: Pixels, brief: Brief, rng: np.random.Generator) -> Pixels:
    """The picture in the styles a brief names; as it is when it names none."""
    for name in brief.styles:
        style = _STYLES.get(name)
        if style is not None:
            pixels = style(pixels, rng)
    if brief.words & {"poster", "cover"}:
        pixels = _framed(pixels, brief)
    return pixels


def _bytes(values: Array) -> Pixels:
    return np.clip(values, 0, 255).astype(np.uint8)


def _grey(pixels: Pixels) -> Array:
    return cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY).astype(np.float32) / 255


def _paper(rng: np.random.Generator, size: tuple[int, int]) -> Array:
    """The tooth of paper, around 1."""
    fine = cv2.GaussianBlur(rng.standard_normal(size, dtype=np.float32), (0, 0), 0.9)
    rough = noise(rng, size, 60, octaves=3) - 0.5
    return np.asarray(1 + fine * 0.035 + rough * 0.05, np.float32)


def _lines(pixels: Pixels, width: float) -> Array:
    """Drawn outlines, 1 where there is ink."""
    grey = cv2.GaussianBlur(_grey(pixels), (0, 0), width * 0.7)
    wide = cv2.GaussianBlur(grey, (0, 0), width * 1.6)
    return np.asarray(np.clip((wide - grey - 0.012) * 22, 0, 1), np.float32)


def _watercolor(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """Washes that bleed a little, darker at their edges, on white paper with a ragged border."""
    height, width = pixels.shape[:2]
    unit = min(height, width)
    small = cv2.resize(
        pixels, (max(width // 2, 8), max(height // 2, 8)), interpolation=cv2.INTER_AREA
    )
    for _ in range(3):
        small = cv2.bilateralFilter(small, 9, 42, 7)
    wash = cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC)
    x, y = np.arange(width, dtype=np.float32)[None, :], np.arange(height, dtype=np.float32)[:, None]
    bleed = unit * 0.014
    map_x = x + (noise(rng, (height, width), 16, octaves=4, gain=0.6) - 0.5) * bleed * 2
    map_y = y + (noise(rng, (height, width), 16, octaves=4, gain=0.6) - 0.5) * bleed * 2
    wash = cv2.remap(wash, map_x, map_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
    grey = _grey(wash)
    edge = np.abs(grey - cv2.GaussianBlur(grey, (0, 0), unit / 130)) * 2.2
    pigment = 1 - wash.astype(np.float32) / 255
    density = 0.66 + 0.5 * noise(rng, (height, width), 5, octaves=5) + np.minimum(edge, 0.6)
    rim = np.minimum(np.minimum(x, width - 1 - x), np.minimum(y, height - 1 - y)) / unit
    rim = rim + (noise(rng, (height, width), 14, octaves=5) - 0.5) * 0.07
    inside = np.clip((rim - 0.045) * 70, 0, 1)
    pigment *= (density * inside * 0.92)[..., None]
    light = (
        (1 - pigment)
        * np.array([0.985, 0.975, 0.95], np.float32)
        * _paper(rng, (height, width))[..., None]
    )
    return _bytes(light * 255)


def _ink(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """Brush and ink: washes of grey, black lines, warm paper, the sun or a lamp left as one spot of colour."""
    height, width = pixels.shape[:2]
    unit = min(height, width)
    size = (height, width)
    grey = cv2.GaussianBlur(_grey(pixels), (0, 0), unit / 420)
    low, high = np.percentile(grey, 2), np.percentile(grey, 98)
    grey = np.clip((grey - low) / max(high - low, 0.05), 0, 1)
    grain = noise(rng, size, 26, octaves=5, gain=0.65)
    level = grey * 4 + (grain - 0.5) * 1.1
    steps = np.floor(level)
    soft = np.clip((level - steps - 0.5) * 5 + 0.5, 0, 1)
    wash = np.clip((steps + soft) / 4, 0, 1) ** 0.8
    ink = np.maximum(1 - wash, 0) * (0.85 + 0.3 * (grain - 0.5))
    ink = np.maximum(ink, _lines(pixels, max(unit / 520, 1.0)) * 0.9)
    paper = np.array([0.955, 0.93, 0.875], np.float32) * _paper(rng, size)[..., None]
    black = np.array([0.07, 0.075, 0.095], np.float32)
    drawn = paper + (black - paper) * np.clip(ink, 0, 1)[..., None]
    warmth = pixels[..., 0].astype(np.float32) - pixels[..., 2]
    spot = np.clip((cv2.GaussianBlur(warmth, (0, 0), unit / 200) - 95) / 60, 0, 1) * wash
    drawn *= 1 - spot[..., None] * np.array([0.1, 0.62, 0.7], np.float32) * 0.75
    return _bytes(drawn * 255)


def _oil(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """Strokes that follow the forms, with the light catching their ridges."""
    height, width = pixels.shape[:2]
    unit = min(height, width)
    grey = cv2.GaussianBlur(_grey(pixels), (0, 0), max(unit / 300, 1))
    gx, gy = cv2.Sobel(grey, cv2.CV_32F, 1, 0), cv2.Sobel(grey, cv2.CV_32F, 0, 1)
    spread = unit / 60
    xx, yy, xy = (
        cv2.GaussianBlur(product, (0, 0), spread) for product in (gx * gx, gy * gy, gx * gy)
    )
    swirl = (noise(rng, (height, width), 4, octaves=3) - 0.5) * 2.4
    angle = 0.5 * np.arctan2(2 * xy, xx - yy + 1e-9) + np.pi / 2 + swirl * np.exp(-(xx + yy) * 4000)
    dx, dy = np.cos(angle).astype(np.float32), np.sin(angle).astype(np.float32)
    x, y = (
        np.arange(width, dtype=np.float32)[None, :] + 0 * dx,
        np.arange(height, dtype=np.float32)[:, None] + 0 * dy,
    )
    bristle = cv2.GaussianBlur(
        rng.random((height, width), dtype=np.float32), (0, 0), max(unit / 700, 0.8)
    )
    total: Array = pixels.astype(np.float32)
    marks: Array = bristle.copy()
    step, taps = unit * 0.0032, 5
    for side in (-1, 1):
        for tap in range(1, taps + 1):
            map_x, map_y = x + dx * (side * tap * step), y + dy * (side * tap * step)
            total += cv2.remap(
                pixels, map_x, map_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT
            )
            marks += cv2.remap(
                bristle, map_x, map_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT
            )
    total /= 2 * taps + 1
    marks = (marks - marks.mean()) / max(float(marks.std()), 1e-4)
    tone = total * (1 + 0.05 * marks[..., None])
    body = cv2.GaussianBlur(marks, (0, 0), 1.0)
    relief = (body - np.roll(body, (1, 1), axis=(0, 1))) * 9
    rich = tone + (tone - tone.mean(axis=2, keepdims=True)) * 0.16
    return _bytes(rich + np.clip(relief, -16, 22)[..., None])


def _pixel(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """Large square pixels in a short scale of colours, dithered in a pattern."""
    height, width = pixels.shape[:2]
    rows = max(min(108, height // 3), 8)
    columns = max(round(rows * width / height), 8)
    small = cv2.resize(pixels, (columns, rows), interpolation=cv2.INTER_AREA).astype(np.float32)
    pattern = (
        np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]], np.float32) / 16
        - 0.47
    )
    tiled = np.tile(pattern, (rows // 4 + 1, columns // 4 + 1))[:rows, :columns]
    levels = 10
    few = np.round(small / 255 * levels + tiled[..., None] * 0.7) / levels * 255
    return np.asarray(cv2.resize(_bytes(few), (width, height), interpolation=cv2.INTER_NEAREST))


def _retro(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """An old print: faded blacks, warm whites, colours slightly out of register, coarse grain."""
    height, width = pixels.shape[:2]
    shift = max(round(min(height, width) / 600), 1)
    moved = pixels.copy()
    moved[..., 0] = np.roll(pixels[..., 0], shift, axis=1)
    moved[..., 2] = np.roll(pixels[..., 2], -shift, axis=0)
    faded = moved.astype(np.float32) * np.array([0.88, 0.85, 0.76], np.float32) + np.array(
        [26, 20, 24], np.float32
    )
    grain = (
        cv2.GaussianBlur(rng.standard_normal((height, width), dtype=np.float32), (0, 0), 0.8) * 9
    )
    return _bytes(faded + grain[..., None])


def _photo(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """A film grade: cool shadows, warm lights, a gentle curve."""
    values = np.arange(256, dtype=np.float32) / 255
    curve = values + 0.35 * (values * values * (3 - 2 * values) - values)
    shade = (1 - values) ** 2
    red = curve * 1.03 - 0.018 * shade
    green = curve + 0.004 * shade
    blue = curve * 0.95 + 0.035 * shade
    table = _bytes(np.stack([red, green, blue], -1) * 255)[None]
    return np.asarray(cv2.LUT(pixels, table))


_STYLES: dict[str, Style] = {
    "watercolor": _watercolor,
    "ink": _ink,
    "oil": _oil,
    "pixel": _pixel,
    "retro": _retro,
    "photo": _photo,
}


def _framed(pixels: Pixels, brief: Brief) -> Pixels:
    """A poster: the picture in a paper border with its title set wide beneath."""
    height, width = pixels.shape[:2]
    unit = min(height, width)
    if unit < 96:
        return pixels
    margin = round(unit * 0.045)
    title = _title(brief).upper()
    foot = round(unit * 0.15) if title else margin
    paper, ink = (
        (244, 236, 218),
        tuple(int(value * 0.45) for value in pixels[-margin * 2 :].mean(axis=(0, 1))),
    )
    sheet = Image.new("RGB", (width, height), paper)
    room = (width - 2 * margin, height - margin - foot)
    scale = max(room[0] / width, room[1] / height)
    fitted = cv2.resize(
        pixels, (round(width * scale), round(height * scale)), interpolation=cv2.INTER_AREA
    )
    left, top = (fitted.shape[1] - room[0]) // 2, (fitted.shape[0] - room[1]) // 2
    sheet.paste(
        Image.fromarray(fitted[top : top + room[1], left : left + room[0]]), (margin, margin)
    )
    if title:
        _set_title(ImageDraw.Draw(sheet), title, (width, height), foot, unit, ink)
    return np.array(sheet, np.uint8)


def _title(brief: Brief) -> str:
    if brief.title:
        return brief.title
    first = brief.subjects[0] if brief.subjects else _UNTITLED[0]
    if first in _UNTITLED:
        return ""
    return _TITLE_SUBJECTS.get(first, first)


def _set_title(
    pen: ImageDraw.ImageDraw,
    title: str,
    size: tuple[int, int],
    foot: int,
    unit: int,
    ink: tuple[int, ...],
) -> None:
    """Capitals spread evenly, made smaller until they fit, over a thin rule."""
    width, height = size
    points = foot * 0.44
    while True:
        font = ImageFont.load_default(size=points)
        gap = points * 0.34
        advances = [pen.textlength(letter, font=font) for letter in title]
        whole = sum(advances) + gap * (len(title) - 1)
        if whole <= width * 0.84 or points < 7:
            break
        points *= 0.92
    x, y = (width - whole) / 2, height - foot * 0.56
    for letter, advance in zip(title, advances, strict=True):
        pen.text((x, y), letter, font=font, fill=ink, anchor="lm")
        x += advance + gap
    rule, reach = height - foot * 0.2, unit * 0.05
    pen.line(
        [(width / 2 - reach, rule), (width / 2 + reach, rule)], fill=ink, width=max(unit // 400, 1)
    )
