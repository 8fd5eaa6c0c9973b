"""What several ways of painting need: paper, outlines, flattened colours."""

from collections.abc import Callable

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels, noise
from studio.renderers.regions.clusters import clusters
from studio.renderers.regions.matte import shrunk

Style = Callable[[Pixels, np.random.Generator], Pixels]


def as_bytes(values: Array) -> Pixels:
    """Clipped to 0 … 255."""
    return np.clip(values, 0, 255).astype(np.uint8)


def grey(pixels: Pixels) -> Array:
    """Brightness 0 … 1."""
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY).astype(np.float32) / 255)


def paper(rng: np.random.Generator, size: tuple[int, int]) -> Array:
    """The tooth of paper, around 1."""
    fine = cv2.GaussianBlur(rng.standard_normal(size, dtype=np.float32), (0, 0), 0.9)
    rough = noise(rng, size, 60, octaves=3) - 0.5
    return np.asarray(1 + fine * 0.035 + rough * 0.05, np.float32)


def stretched(light: Array, low: float = 1, high: float = 99) -> Array:
    """Darkest to 0, brightest to 1."""
    first, last = np.percentile(light[::4, ::4], low), np.percentile(light[::4, ::4], high)
    return np.asarray(np.clip((light - first) / max(float(last - first), 0.05), 0, 1), np.float32)


def calmed(pixels: Pixels, rounds: int = 3, reach: float = 40) -> Pixels:
    """Surfaces without texture, edges kept; worked out at no more than 900 pixels."""
    height, width = pixels.shape[:2]
    small = shrunk(pixels, 900, least=8)
    for _ in range(rounds):
        small = cv2.bilateralFilter(small, 9, reach, 7)
    return np.asarray(cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC))


def few_colours(pixels: Pixels, count: int) -> Pixels:
    """The picture in `count` colours of its own."""
    small = cv2.resize(pixels, (96, 96), interpolation=cv2.INTER_AREA).reshape(-1, 3)
    lab = cv2.cvtColor(small[None], cv2.COLOR_RGB2LAB)[0].astype(np.float32)
    _, centres = clusters(lab, count)
    return nearest(pixels, centres)


def nearest(pixels: Pixels, centres: Array) -> Pixels:
    """Every pixel as the nearest of some Lab colours (of bytes, as OpenCV counts them)."""
    table_side = 32
    axis = np.linspace(0, 255, table_side).astype(np.uint8)
    cube = np.stack(np.meshgrid(axis, axis, axis, indexing="ij"), -1).reshape(1, -1, 3)
    lab = cv2.cvtColor(cube, cv2.COLOR_RGB2LAB)[0].astype(np.float32)
    which = ((lab[:, None] - centres[None]) ** 2).sum(-1).argmin(1)
    colours = cv2.cvtColor(np.clip(centres, 0, 255).astype(np.uint8)[None], cv2.COLOR_LAB2RGB)[0]
    table = colours[which].reshape(table_side, table_side, table_side, 3)
    index = (pixels.astype(np.uint16) * (table_side - 1) + 127) // 255
    return np.asarray(table[index[..., 0], index[..., 1], index[..., 2]])


def outlines(pixels: Pixels, width: float, strength: float = 24, cutoff: float = 0.012) -> Array:
    """Drawn outlines, 1 where there is ink: darker than the surroundings at the scale of `width` pixels."""
    light = cv2.GaussianBlur(grey(pixels), (0, 0), width * 0.7)
    wide = cv2.GaussianBlur(light, (0, 0), width * 1.6)
    return np.asarray(np.clip((wide - light - cutoff) * strength, 0, 1), np.float32)


def saturated(pixels: Pixels, factor: float) -> Array:
    """Colours further from their grey."""
    level = grey(pixels)[..., None] * 255
    return np.asarray(level + (pixels - level) * factor)


def unit_of(pixels: Pixels) -> int:
    """The shorter side."""
    return int(min(pixels.shape[:2]))
