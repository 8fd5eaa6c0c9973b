"""Colour and light of a film by words: time of day, season, weather, tints, black and white."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.drawing.effects import effects_for
from studio.renderers.films.changed.strokes import Stroke, strokes_for
from studio.renderers.prompts.words import read_prompt

Look = Callable[[Pixels, float], Pixels]
"""Takes a frame and its time in seconds, gives the frame as the words have it."""


@dataclass(frozen=True)
class Grade:
    """`gain`, `gamma`: exposure; `colour`: factors for red, green and blue; `lift`: levels added to the darks.

    `lamp` is what white becomes where that is not what the factors make of it: a sun seen at night is a moon.
    """

    gain: float = 1.0
    gamma: float = 1.0
    saturation: float = 1.0
    colour: tuple[float, float, float] = (1.0, 1.0, 1.0)
    lift: tuple[float, float, float] = (0.0, 0.0, 0.0)
    contrast: float = 0.0
    lamp: tuple[int, int, int] | None = None


_GRADES: tuple[tuple[str, Grade], ...] = (
    (r"night|midnight|nocturnal|moonlit|moonlight|starry",
     Grade(0.62, 1.35, 0.55, (0.66, 0.85, 1.3), (2, 6, 18), 0.25, (206, 212, 224))),
    (r"sunset|golden[- ]hour|golden light|evening|sundown",
     Grade(1.0, 1.05, 1.2, (1.28, 0.94, 0.66), (18, 4, 0), 0.2)),
    (r"dawn|sunrise|daybreak",
     Grade(1.06, 0.92, 0.92, (1.14, 0.98, 0.96), (20, 10, 14))),
    (r"dusk|twilight|blue hour",
     Grade(0.78, 1.15, 0.8, (0.92, 0.85, 1.24), (10, 6, 26), 0.1)),
    (r"noon|midday|daylight|sunny|bright|summer",
     Grade(1.14, 0.86, 1.18, (1.05, 1.02, 0.94), (4, 4, 0), 0.1)),
    (r"winter|snow|snowy|snowfall|frozen|ice|icy|arctic",
     Grade(1.12, 0.84, 0.42, (0.92, 1.0, 1.14), (26, 32, 42))),
    (r"storm|stormy|thunder|overcast|gloomy",
     Grade(0.76, 1.12, 0.55, (0.9, 1.0, 1.06), (4, 8, 10), 0.25)),
    (r"fog|foggy|mist|misty|haze|hazy",
     Grade(0.94, 0.9, 0.55, (1, 1, 1.02), (58, 60, 64), -0.2)),
    (r"rain|rainy|raining|wet",
     Grade(0.84, 1.08, 0.66, (0.92, 0.99, 1.08), (4, 6, 10), 0.1)),
    (r"noir|black[- ]and[- ]white|black & white|monochrome|b&w|grayscale|greyscale",
     Grade(0.98, 1.05, 0.0, contrast=0.65)),
    (r"sepia|antique|vintage|old film|nostalgic|1920s|old[- ]fashioned",
     Grade(1.0, 0.96, 0.12, (1.16, 0.98, 0.74), (20, 12, 0))),
    (r"cinematic|teal and orange|blockbuster|film look",
     Grade(0.98, 1.05, 1.1, (1.08, 1.0, 0.96), (0, 8, 14), 0.3)),
    (r"cold|cool tones?|underwater|icy",
     Grade(0.95, 1.0, 0.85, (0.78, 1.0, 1.22), (0, 6, 16))),
    (r"warm|warm tones?|cozy|cosy|fire|fiery|lava",
     Grade(1.02, 1.0, 1.12, (1.2, 1.0, 0.8), (10, 2, 0))),
    (r"vivid|vibrant|colou?rful|saturated|psychedelic",
     Grade(1.04, 0.96, 1.6, contrast=0.2)),
    (r"faded|muted|pastel|washed[- ]out|dreamy|ethereal",
     Grade(1.06, 0.84, 0.62, (1.02, 1.0, 1.03), (30, 28, 34))),
    (r"dark|moody|horror|gothic|sinister|spooky",
     Grade(0.66, 1.25, 0.7, (0.94, 0.98, 1.06), contrast=0.4)),
    (r"sci-?fi|matrix|toxic|radioactive",
     Grade(0.95, 1.0, 0.9, (0.8, 1.16, 0.9), (0, 14, 6), 0.2)),
)  # fmt: skip
_LEAVES = re.compile(r"\b(autumn|autumnal|fall colou?rs|fall leaves|in the fall|october)\b", re.I)
_TINTING = re.compile(r"\b(tint|light|glow|hue|tone|wash|everything|all)", re.I)
_BLOSSOM = re.compile(r"\b(spring|sakura|cherry blossoms?)\b", re.I)


def look_for(
    prompt: str, size: tuple[int, int], rng: np.random.Generator, *, weather: bool = True
) -> Look | None:
    """All that a prompt's words change about a frame of that size; None when they change nothing."""
    steps: list[Look] = []
    if _LEAVES.search(prompt):
        steps.append(lambda pixels, seconds: _turned_green(pixels, 22))
    elif _BLOSSOM.search(prompt):
        steps.append(lambda pixels, seconds: _turned_green(pixels, 165))
    for pattern, grade in _GRADES:
        if re.search(rf"\b({pattern})\b", prompt, re.I):
            steps.append(_graded(grade))
    steps += _tints(prompt)
    steps += [_painted(stroke) for stroke in strokes_for(prompt, size, rng)]
    if weather:
        steps += effects_for(prompt, size, rng)
    if not steps:
        return None

    def look(pixels: Pixels, seconds: float) -> Pixels:
        for step in steps:
            pixels = step(pixels, seconds)
        return pixels

    return look


def _painted(stroke: Stroke) -> Look:
    return lambda pixels, seconds: stroke(pixels)


def _graded(grade: Grade) -> Look:
    """Tone tables and one mixing of channels: quick enough for every frame."""
    values = np.arange(256, dtype=np.float32) / 255
    curve = np.power(values, np.float32(grade.gamma)) * np.float32(grade.gain)
    curve = curve + grade.contrast * (curve * curve * (3 - 2 * curve) - curve)
    tables = np.stack(
        [
            curve * factor * 255 + lift * (1 - values)
            for factor, lift in zip(grade.colour, grade.lift, strict=True)
        ],
        -1,
    )
    table = np.clip(tables, 0, 255).astype(np.uint8)[None]
    grey = np.array([[0.299, 0.587, 0.114]] * 3, np.float32)
    mixing = grey * (1 - grade.saturation) + np.eye(3, dtype=np.float32) * grade.saturation
    mixing = mixing.astype(np.float32)

    def look(pixels: Pixels, seconds: float) -> Pixels:
        mixed = pixels if grade.saturation == 1 else cv2.transform(pixels, mixing)
        graded = np.asarray(cv2.LUT(mixed, table))
        return graded if grade.lamp is None else _lamps(pixels, graded, grade.lamp)

    return look


def _lamps(pixels: Pixels, graded: Pixels, colour: tuple[int, int, int]) -> Pixels:
    """A graded frame where what was white, in all its channels, has this colour."""
    least = cv2.GaussianBlur(pixels.min(axis=2), (0, 0), max(min(pixels.shape[:2]) / 500, 0.8))
    share = np.clip((least.astype(np.float32) - 205) / 30, 0, 1)[..., None]
    if not share.any():
        return graded
    return np.asarray(graded + (np.array(colour, np.float32) - graded) * share, np.uint8)


def _turned_green(pixels: Pixels, hue: int) -> Pixels:
    """Leaves and grass in another hue (0 … 179); all else stays."""
    tones = cv2.cvtColor(pixels, cv2.COLOR_RGB2HSV)
    h, s = tones[..., 0].astype(np.float32), tones[..., 1].astype(np.float32)
    green = np.clip(1 - np.abs(h - 52) / 34, 0, 1) * np.clip((s - 24) / 50, 0, 1)
    mask: Array = np.clip(green * 1.8, 0, 1)[..., None]
    turned = tones.copy()
    turned[..., 0] = (hue + (h - 52) * 0.22) % 180
    turned[..., 1] = np.clip(s * 1.25 + 20, 0, 255)
    other = cv2.cvtColor(turned, cv2.COLOR_HSV2RGB).astype(np.float32)
    return np.asarray(pixels + (other - pixels) * mask, np.uint8)


def _tints(prompt: str) -> list[Look]:
    """A colour that is named becomes the light of the scene."""
    brief = read_prompt(prompt)
    if not brief.colours or not _TINTING.search(prompt):
        return []
    code = brief.colours[0].lstrip("#")
    rgb = np.array([int(code[place : place + 2], 16) for place in (0, 2, 4)], np.float32) / 255
    red, green, blue = (0.45 + 1.1 * rgb / max(float(rgb.max()), 0.1)).tolist()
    return [_graded(Grade(1.0, 1.0, 0.5, (red, green, blue)))]
