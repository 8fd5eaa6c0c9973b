"""What several ways of painting need: paper, outlines, flattened colours."""

from collections.abc import Callable

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels, noise
from studio.renderers.regions.clusters import clusters
from studio.renderers.regions.matte import shrunk

Style = Callable[[Pixels, np.random.Generator], Pixels]
_GLOW, _MOST_GLOW = 1.2, 0.6
"""A colour of a chroma of 100 is lightened by so much of what it lacks to white; none is by more than the second, so
that the lighter of two stays so."""
_EDGES_AT = 640


def as_bytes(values: Array) -> Pixels:
    """Clipped to 0 … 255."""
    return np.clip(values, 0, 255).astype(np.uint8)


def grey(pixels: Pixels) -> Array:
    """Brightness 0 … 1."""
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY).astype(np.float32) / 255)


def vivid(pixels: Pixels) -> Array:
    """Brightness 0 … 1 in which strong colours are lighter than greys as light as they are.

    So an eye sees them (Helmholtz and Kohlrausch), and so a thing is told in black and white from a ground that
    differs from it by its colour alone.
    """
    lab = cv2.cvtColor(pixels, cv2.COLOR_RGB2LAB).astype(np.float32)
    light = lab[..., 0] / 255
    colourful = np.hypot(lab[..., 1] - 128, lab[..., 2] - 128) * np.float32(_GLOW / 100)
    return np.asarray(light + np.minimum(colourful, _MOST_GLOW) * (1 - light))


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


def colour_edges(pixels: Pixels, light: Array) -> Array:
    """Where colours meet that differ while `light` (0 … 1) hardly does, 1 at the middle of the line and 0 elsewhere.

    Only sharp and long ones: a sky that changes slowly has none, nor has a speck. Worked out at no more than 640
    pixels.
    """
    height, width = light.shape
    scale = min(_EDGES_AT / max(height, width), 1)
    size = (max(round(width * scale), 8), max(round(height * scale), 8))
    lab = cv2.cvtColor(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), cv2.COLOR_RGB2LAB)
    hue = np.ascontiguousarray(cv2.medianBlur(lab, 5)[..., 1:]).astype(np.float32)
    unit = min(size)
    reach = max(unit / 250, 1.0)
    colour, tone = steepness(hue, reach), cv2.resize(light, size, interpolation=cv2.INTER_AREA)
    sharp = np.clip((colour / (steepness(hue, reach * 3) + 4) - 0.45) / 0.3, 0, 1)
    lost = np.clip((colour - 0.15 * steepness(tone * 255, reach) - 11) / 16, 0, 1) * sharp
    _, labels, stats, _ = cv2.connectedComponentsWithStats((lost > 0.1).astype(np.uint8))
    long = np.hypot(stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT]) > unit / 12
    long[0] = False
    found = np.where(long[labels], lost, 0).astype(np.float32)
    return np.clip(cv2.resize(found, (width, height), interpolation=cv2.INTER_CUBIC), 0, 1)


def steepness(layers: Array, reach: float) -> Array:
    """How fast one or more layers change, counted so that a sharp step is as steep at any `reach` in pixels."""
    soft = cv2.GaussianBlur(layers, (0, 0), reach)
    squares = np.zeros(layers.shape[:2], np.float32)
    for layer in cv2.split(soft):
        squares += cv2.Sobel(layer, cv2.CV_32F, 1, 0) ** 2 + cv2.Sobel(layer, cv2.CV_32F, 0, 1) ** 2
    return np.asarray(np.sqrt(squares) * np.float32(reach))


def saturated(pixels: Pixels, factor: float) -> Array:
    """Colours further from their grey."""
    level = grey(pixels)[..., None] * 255
    return np.asarray(level + (pixels - level) * factor)


def unit_of(pixels: Pixels) -> int:
    """The shorter side."""
    return int(min(pixels.shape[:2]))
