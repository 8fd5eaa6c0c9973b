"""Printed or lit: pop art, poster, linocut, halftone, neon, synthwave."""

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.painting.common import (
    as_bytes,
    calmed,
    colour_edges,
    few_colours,
    grey,
    outlines,
    saturated,
    stretched,
    unit_of,
    vivid,
)

_POP = (
    ((24, 22, 60), (236, 35, 110), (255, 214, 40), (255, 246, 214)),
    ((38, 14, 68), (0, 158, 220), (255, 110, 60), (255, 236, 120)),
    ((14, 50, 60), (60, 180, 90), (255, 90, 160), (250, 240, 200)),
    ((52, 16, 40), (120, 60, 200), (60, 210, 200), (255, 240, 235)),
)


def pop_art(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """Four prints of the picture side by side, each in other flat colours with dots."""
    height, width = pixels.shape[:2]
    half = cv2.resize(
        pixels, (max((width + 1) // 2, 1), max((height + 1) // 2, 1)), interpolation=cv2.INTER_AREA
    )
    sheet = np.zeros_like(pixels)
    order = rng.permutation(4)
    for number in range(4):
        print_ = _pop_print(half, _POP[order[number]])
        top, left = (number // 2) * (height // 2), (number % 2) * (width // 2)
        sheet[top : top + half.shape[0], left : left + half.shape[1]] = print_[
            : height - top, : width - left
        ]
    return sheet


def _pop_print(pixels: Pixels, inks: tuple[tuple[int, int, int], ...]) -> Pixels:
    unit = unit_of(pixels)
    calm = calmed(pixels, 3, 60)
    light = stretched(cv2.GaussianBlur(vivid(calm), (0, 0), max(unit / 200, 0.8)), 3, 96)
    level = np.digitize(light, (0.24, 0.5, 0.76))
    flat = np.array(inks, np.float32)[level]
    cell = max(unit / 56, 3.0)
    y, x = np.mgrid[0 : pixels.shape[0], 0 : pixels.shape[1]].astype(np.float32)
    dots = (np.cos((x + y) / cell * 2.22) * np.cos((x - y) / cell * 2.22) + 1) / 2
    middle = np.clip(1 - np.abs(light - 0.5) / 0.26, 0, 1)
    share = np.clip((dots - (1 - 0.55 * middle)) * cell, 0, 1)[..., None]
    flat += (np.array(inks[3], np.float32) - flat) * share * 0.8
    line = np.clip(colour_edges(calmed(pixels, 1), light) * 3 - 0.6, 0, 1)[..., None]
    return as_bytes(flat + (np.array(inks[0], np.float32) - flat) * line)


def halftone(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """Newspaper dots in black on warm paper."""
    unit = unit_of(pixels)
    light = stretched(grey(pixels))
    cell = max(unit / 105, 4.0)
    y, x = np.mgrid[0 : pixels.shape[0], 0 : pixels.shape[1]].astype(np.float32)
    dots = (np.cos((x + y) / cell * 2.22) * np.cos((x - y) / cell * 2.22) + 1) / 2
    ink = np.clip((dots - light) * cell * 0.9 + 0.5, 0, 1)[..., None]
    tone = np.array([244, 238, 222], np.float32)
    return as_bytes(tone + (np.array([26, 24, 26]) - tone) * ink)


def poster(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """Screen print: a handful of flat colours with clean edges."""
    flat = few_colours(as_bytes(saturated(calmed(pixels, 6, 70), 1.25)), 8)
    return np.asarray(cv2.medianBlur(flat, 5 if unit_of(pixels) > 300 else 3))


def linocut(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """Cut in lino: black and paper only, with the gouge's lines in the middle tones.

    What differs from its ground by colour alone is lighter than that, and has its outline cut.
    """
    unit = unit_of(pixels)
    calm = calmed(pixels, 3, 50)
    light = stretched(cv2.GaussianBlur(vivid(calm), (0, 0), max(unit / 300, 0.8)), 2, 99.5)
    even = cv2.equalizeHist((light * 255).astype(np.uint8)).astype(np.float32) / 255
    light += 0.35 * (even - light)  # no large part of the picture without a line
    white = _gouged(light, unit) * (1 - outlines(pixels, max(unit / 300, 1.2), 30))
    lost, reach = colour_edges(calm, light), max(unit / 250, 1.0)
    white = np.maximum(
        white, np.clip((cv2.GaussianBlur(lost, (0, 0), reach * 0.7) - 0.2) * 5, 0, 1)
    )
    # in the dark a white line tells; elsewhere a black one between two white
    lit = np.clip((cv2.GaussianBlur(light, (0, 0), reach * 3) - 0.3) * 10, 0, 1)
    white *= 1 - np.clip((lost - 0.35) * 3, 0, 1) * lit
    white = cv2.GaussianBlur(white.astype(np.float32), (0, 0), 0.8)
    black, sheet = np.array([24, 22, 24]), np.array([240, 232, 214])
    return as_bytes(black + (sheet - black) * white[..., None])


def _gouged(light: Array, unit: int) -> Array:
    """White where it is light, black where it is dark, and lines as wide as the tone between."""
    y, x = np.mgrid[0 : light.shape[0], 0 : light.shape[1]].astype(np.float32)
    # the lines bend over the forms, and so gently that they never run into each other
    bend = cv2.GaussianBlur(light, (0, 0), unit / 12) * unit * 0.1
    cuts = np.sin((y + x * 0.18 + bend) / max(unit / 95, 3) * 3.1416) * 0.5 + 0.5
    level = np.clip((light - 0.16) / 0.6, 0, 1)
    white = np.clip((level - (1 - cuts) * 0.92) * 9 + 0.3, 0, 1)
    return np.where(light > 0.74, 1, np.where(light < 0.15, 0, white))


def neon(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """A cyberpunk night: dark, magenta and cyan light, glowing edges."""
    unit = unit_of(pixels)
    light = stretched(grey(pixels))
    dark = (light**1.5)[..., None]
    shadow, glow = np.array([10, 6, 34], np.float32), np.array([120, 60, 210], np.float32)
    base = shadow + (glow - shadow) * dark + pixels * 0.34 * dark
    soft = cv2.GaussianBlur(light, (0, 0), max(unit / 420, 1))
    slope = np.hypot(cv2.Sobel(soft, cv2.CV_32F, 1, 0), cv2.Sobel(soft, cv2.CV_32F, 0, 1))
    edge = np.clip((slope - 0.05) / max(float(np.percentile(slope, 98)) - 0.05, 0.03), 0, 1)
    x = np.linspace(0, 1, pixels.shape[1], dtype=np.float32)[None, :]
    y = np.linspace(0, 1, pixels.shape[0], dtype=np.float32)[:, None]
    turn = np.clip(0.5 + 0.9 * (x - 0.5) + 0.5 * (y - 0.5), 0, 1)[..., None]
    cyan, magenta = np.array([0, 235, 255], np.float32), np.array([255, 30, 190], np.float32)
    lit = edge[..., None] * (cyan + (magenta - cyan) * turn)
    near, wide = _glow(lit, unit / 190), _glow(lit, unit / 55)
    lit *= 1.1
    lit += near * np.float32(1.4) + wide * np.float32(2.4)
    made = 255 - (255 - base) * np.exp(lit / np.float32(-200))
    cool, warm = np.array([0, 20, 31], np.float32), np.array([31, 0, 22], np.float32)
    return as_bytes(made + cool + (warm - cool) * turn)


def _glow(light: Array, spread: float) -> Array:
    """A blur worked out on a smaller copy, which for light that spreads wide looks the same."""
    height, width = light.shape[:2]
    scale = min(4 / max(spread, 1), 1)
    size = (max(round(width * scale), 2), max(round(height * scale), 2))
    small = cv2.resize(light, size, interpolation=cv2.INTER_AREA)
    soft = cv2.GaussianBlur(small, (0, 0), max(spread * scale, 0.5))
    return np.asarray(cv2.resize(soft, (width, height), interpolation=cv2.INTER_LINEAR))


def synthwave(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """The eighties: violet to orange tones, lines of an old screen, colours slipped apart."""
    light = stretched(grey(pixels))
    stops = np.array(
        [[18, 8, 48], [92, 20, 120], [232, 50, 140], [255, 150, 90], [255, 236, 190]], np.float32
    )
    places = np.linspace(0, 1, len(stops))
    mapped = np.stack([np.interp(light, places, stops[:, channel]) for channel in range(3)], -1)
    mixed = mapped * 0.8 + pixels * 0.25
    slip = max(round(unit_of(pixels) / 220), 1)
    mixed[..., 0], mixed[..., 2] = np.roll(mixed[..., 0], slip, 1), np.roll(mixed[..., 2], -slip, 1)
    rows: Array = np.arange(pixels.shape[0]) // max(unit_of(pixels) // 360, 1) % 3
    return as_bytes(mixed * np.where(rows == 0, 0.82, 1.04)[:, None, None])
