"""With a brush: watercolour, oil, impressionist dabs."""

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels, noise
from studio.renderers.painting.common import as_bytes, grey, paper, saturated, unit_of
from studio.renderers.regions.matte import shrunk


def watercolor(pixels: Pixels, rng: np.random.Generator) -> Pixels:
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
    level = grey(wash)
    edge = np.abs(level - cv2.GaussianBlur(level, (0, 0), unit / 130)) * 2.2
    pigment = 1 - wash.astype(np.float32) / 255
    density = 0.66 + 0.5 * noise(rng, (height, width), 5, octaves=5) + np.minimum(edge, 0.6)
    rim = np.minimum(np.minimum(x, width - 1 - x), np.minimum(y, height - 1 - y)) / unit
    rim = rim + (noise(rng, (height, width), 14, octaves=5) - 0.5) * 0.07
    inside = np.clip((rim - 0.045) * 70, 0, 1)
    pigment *= (density * inside * 0.92)[..., None]
    light = (
        (1 - pigment)
        * np.array([0.985, 0.975, 0.95], np.float32)
        * paper(rng, (height, width))[..., None]
    )
    return as_bytes(light * 255)


def oil(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """Strokes that follow the forms, with the light catching their ridges."""
    height, width = pixels.shape[:2]
    unit = min(height, width)
    level = cv2.GaussianBlur(grey(pixels), (0, 0), max(unit / 300, 1))
    gx, gy = cv2.Sobel(level, cv2.CV_32F, 1, 0), cv2.Sobel(level, cv2.CV_32F, 0, 1)
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
    return as_bytes(rich + np.clip(relief, -16, 22)[..., None])


def impressionist(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """Short thick dabs of pure colour that follow the forms, large ones first (after Litwinowicz 1997)."""
    height, width = pixels.shape[:2]
    small = shrunk(pixels, 1100, least=8)
    size = small.shape[1::-1]
    vivid = as_bytes(saturated(small, 1.35) + 6)
    unit = unit_of(small)
    grey_ = cv2.GaussianBlur(grey(small), (0, 0), max(unit / 120, 1.5))
    angle = (
        np.arctan2(cv2.Sobel(grey_, cv2.CV_32F, 0, 1), cv2.Sobel(grey_, cv2.CV_32F, 1, 0))
        + np.pi / 2
    )
    sheet = cv2.GaussianBlur(vivid, (0, 0), unit / 30)
    relief = np.zeros(sheet.shape[:2], np.float32)
    for length, count in ((unit / 16, 2600), (unit / 26, 7000), (unit / 44, 9000)):
        source = cv2.GaussianBlur(vivid, (0, 0), max(length / 5, 0.8))
        xs, ys = rng.integers(0, size[0], count), rng.integers(0, size[1], count)
        shades = rng.normal(0, 13, (count, 3))
        turns, reaches = rng.normal(0, 0.22, count), rng.uniform(0.6, 1.1, count)
        for x, y, shade, turn, reach in zip(xs, ys, shades, turns, reaches, strict=True):
            way = angle[y, x] + turn
            dx, dy = np.cos(way) * length * reach / 2, np.sin(way) * length * reach / 2
            ends = ((int((x - dx) * 8), int((y - dy) * 8)), (int((x + dx) * 8), int((y + dy) * 8)))
            colour = np.clip(source[y, x] + shade, 0, 255)
            cv2.line(
                sheet,
                *ends,
                (float(colour[0]), float(colour[1]), float(colour[2])),
                max(int(length / 3.4), 1),
                cv2.LINE_AA,
                3,
            )
            cv2.line(relief, *ends, float(shade[0]), max(int(length / 3.4), 1), cv2.LINE_8, 3)
    edge = cv2.GaussianBlur(relief, (0, 0), 0.8)
    lit = sheet + (edge - np.roll(edge, (1, 1), (0, 1)))[..., None] * 0.7
    return np.asarray(cv2.resize(as_bytes(lit), (width, height), interpolation=cv2.INTER_CUBIC))
