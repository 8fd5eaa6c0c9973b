"""As a photograph of some kind: graded, faded, noir, infrared."""

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Pixels
from studio.renderers.painting.common import as_bytes, grey, saturated, stretched, unit_of


def retro(pixels: Pixels, rng: np.random.Generator) -> Pixels:
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
    return as_bytes(faded + grain[..., None])


def photo(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """A film grade: cool shadows, warm lights, a gentle curve."""
    values = np.arange(256, dtype=np.float32) / 255
    curve = values + 0.35 * (values * values * (3 - 2 * values) - values)
    shade = (1 - values) ** 2
    red = curve * 1.03 - 0.018 * shade
    green = curve + 0.004 * shade
    blue = curve * 0.95 + 0.035 * shade
    table = as_bytes(np.stack([red, green, blue], -1) * 255)[None]
    return np.asarray(cv2.LUT(pixels, table))


def mono(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """Black and white, the tones a little further apart."""
    light = grey(pixels)
    light = light + 0.3 * (light * light * (3 - 2 * light) - light)
    return np.repeat(as_bytes(light * 255)[..., None], 3, axis=-1)


def vintage(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """An old photograph: brown, soft, faded to its corners, with dust and a few scratches."""
    height, width = pixels.shape[:2]
    unit = unit_of(pixels)
    light = stretched(grey(cv2.GaussianBlur(pixels, (0, 0), max(unit / 900, 0.7))))
    light = 0.13 + 0.8 * light
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j].astype(np.float32)
    light = light * (1 - 0.38 * np.clip((x * x + y * y) / 2, 0, 1) ** 1.4)
    light += (
        cv2.GaussianBlur(rng.standard_normal((height, width), dtype=np.float32), (0, 0), 0.9)
        * 0.035
    )
    for _ in range(7):
        at = int(rng.integers(width))
        top, reach = int(rng.integers(height)), int(rng.integers(height // 4, height))
        cv2.line(
            light,
            (at, top),
            (at + int(rng.integers(-6, 7)), top + reach),
            float(rng.uniform(0.75, 0.95)),
            1,
            cv2.LINE_AA,
        )
    for _ in range(40):
        cv2.circle(
            light,
            (int(rng.integers(width)), int(rng.integers(height))),
            max(int(rng.uniform(0, unit / 260)), 1),
            0.9,
            -1,
            cv2.LINE_AA,
        )
    tone = np.stack([light**0.82, light**1.0 * 0.9, light**1.3 * 0.74], -1)
    return as_bytes(tone * 255)


def noir(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """Film noir: hard black and white, the blinds' light, grain."""
    height, width = pixels.shape[:2]
    light = stretched(grey(pixels), 8, 97)
    light = light * light * (3 - 2 * light)
    light = light**1.25
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j].astype(np.float32)
    slats = np.clip(np.sin((y + x * 0.22) * 24) * 2.5 + 0.9, 0, 1)
    beam = np.clip(1.15 - np.hypot((x - 0.25) / 1.1, (y + 0.15) / 0.95), 0, 1)
    light = light * (0.74 + 0.42 * slats * beam) * (1 - 0.5 * np.clip((x * x + y * y) / 2, 0, 1))
    light += (
        cv2.GaussianBlur(rng.standard_normal((height, width), dtype=np.float32), (0, 0), 0.8)
        * 0.045
    )
    return as_bytes(np.repeat(light[..., None] * 255, 3, -1) * np.array([0.985, 1.0, 1.01]))


def infrared(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """Infrared film: leaves white to pink, skies dark."""
    values = pixels.astype(np.float32)
    leaf = np.clip((values[..., 1] - np.maximum(values[..., 0] * 0.92, values[..., 2])) / 40, 0, 1)
    bright = grey(pixels)[..., None] * 255
    made = np.dstack([values[..., 2] * 0.75, values[..., 1] * 0.72, values[..., 0] * 0.85])
    pink = bright * np.array([0.9, 0.55, 0.66]) + np.array([92, 40, 56])
    return as_bytes(saturated(as_bytes(made + (pink - made) * leaf[..., None]), 1.1))
