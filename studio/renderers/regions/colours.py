"""Colours by name: how well each pixel deserves a word like red, navy or white."""

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.prompts.vocabulary import COLOUR_WORDS

NEUTRAL = {
    "white": (100, 14),
    "cream": (94, 16),
    "silver": (76, 12),
    "grey": (52, 24),
    "gray": (52, 24),
    "black": (6, 20),
}
_BY_LIGHT = {
    "brown",
    "navy",
    "pink",
    "rose",
    "peach",
    "beige",
    "mint",
    "lavender",
    "crimson",
    "gold",
    "golden",
    "emerald",
    "coral",
    "azure",
    "copper",
    "sepia",
    "pastel",
}
"""Names that mean a lightness as well as a hue."""
_HUE_SPREAD = 22.0


def rgb_of(name: str) -> tuple[int, int, int]:
    """The colour of a name, as bytes."""
    code = COLOUR_WORDS[name].lstrip("#")
    return int(code[:2], 16), int(code[2:4], 16), int(code[4:], 16)


def lab_of(rgb: tuple[int, int, int]) -> Array:
    """L 0 … 100, a and b, of one colour."""
    cell = np.array([[rgb]], np.float32) / 255
    return np.asarray(cv2.cvtColor(cell, cv2.COLOR_RGB2LAB)[0, 0])


def to_lab(pixels: Pixels) -> Array:
    """L 0 … 100, a and b, of every pixel."""
    return np.asarray(cv2.cvtColor(pixels.astype(np.float32) / 255, cv2.COLOR_RGB2LAB))


def steepness(lab: Array) -> Array:
    """How much the colour changes at each place, a pixel."""
    across, down = (cv2.Sobel(lab, cv2.CV_32F, *way, ksize=3) for way in ((1, 0), (0, 1)))
    return np.asarray(np.sqrt((across**2 + down**2).sum(-1)) / 8, np.float32)


def hue_of(lab: Array) -> Array:
    """The hue of every pixel, −180 … 180 degrees from red-purple by way of yellow."""
    return np.asarray(np.degrees(np.arctan2(lab[..., 2], lab[..., 1])))


def deserves(lab: Array, name: str) -> Array:
    """How well each pixel (L, a, b) deserves the colour's name, 0 … 1."""
    light, chroma = lab[..., 0], np.hypot(lab[..., 1], lab[..., 2])
    if name in NEUTRAL:
        wanted, reach = NEUTRAL[name]
        near = np.exp(-(((light - wanted) / reach) ** 2))
        return np.asarray(near * np.clip((24 - chroma) / 10, 0, 1), np.float32)
    own = lab_of(rgb_of(name))
    hue = np.arctan2(lab[..., 2], lab[..., 1])
    apart = np.degrees(np.abs((hue - np.arctan2(own[2], own[1]) + np.pi) % (2 * np.pi) - np.pi))
    score = np.exp(-((apart / _HUE_SPREAD) ** 2)) * np.clip((chroma - 9) / 14, 0, 1)
    if name in _BY_LIGHT:
        score = score * np.exp(-(((light - own[0]) / 24) ** 2))
    return np.asarray(score, np.float32)
