"""Drawn: ink, pencil, charcoal, comic, cel animation, line art."""

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Pixels, noise
from studio.renderers.painting.common import (
    as_bytes,
    calmed,
    colour_edges,
    few_colours,
    grey,
    outlines,
    paper,
    saturated,
    stretched,
    unit_of,
)


def ink(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """Brush and ink: washes of grey, black lines, warm paper, the sun or a lamp left as one spot of colour."""
    height, width = pixels.shape[:2]
    unit = min(height, width)
    size = (height, width)
    light = cv2.GaussianBlur(grey(pixels), (0, 0), unit / 420)
    low, high = np.percentile(light, 2), np.percentile(light, 98)
    light = np.clip((light - low) / max(high - low, 0.05), 0, 1)
    grain = noise(rng, size, 26, octaves=5, gain=0.65)
    level = light * 4 + (grain - 0.5) * 0.55
    steps = np.floor(level)
    soft = np.clip((level - steps - 0.5) * 5 + 0.5, 0, 1)
    wash = np.clip((steps + soft) / 4, 0, 1) ** 0.8
    laid = np.maximum(1 - wash, 0) * (0.85 + 0.3 * (grain - 0.5))
    laid = np.maximum(laid, outlines(pixels, max(unit / 380, 1.0), 34) * 0.95)
    sheet = np.array([0.955, 0.93, 0.875], np.float32) * paper(rng, size)[..., None]
    black = np.array([0.07, 0.075, 0.095], np.float32)
    drawn = sheet + (black - sheet) * np.clip(laid, 0, 1)[..., None]
    warmth = pixels[..., 0].astype(np.float32) - pixels[..., 2]
    spot = np.clip((cv2.GaussianBlur(warmth, (0, 0), unit / 200) - 95) / 60, 0, 1) * wash
    drawn *= 1 - spot[..., None] * np.array([0.1, 0.62, 0.7], np.float32) * 0.75
    return as_bytes(drawn * 255)


def pencil(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """Graphite: contours from dodging, shade in hatching of three directions, on white paper."""
    height, width = pixels.shape[:2]
    unit = unit_of(pixels)
    light = stretched(grey(pixels))
    wide = cv2.GaussianBlur(1 - light, (0, 0), max(unit / 110, 1.5))
    contour = np.clip(light / np.maximum(1 - wide, 0.02), 0, 1) ** 2.2
    shade = cv2.GaussianBlur(light, (0, 0), max(unit / 200, 1))
    sheet = contour
    spacing = max(unit / 130, 3.0)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    wobble = noise(rng, (height, width), 20, octaves=2) * spacing * 1.4
    for angle, level in ((0.8, 0.62), (-0.75, 0.42), (0.1, 0.24)):
        wave = np.sin((x * np.cos(angle) + y * np.sin(angle) + wobble) * 2 * np.pi / spacing)
        depth = np.clip((level - shade) / 0.22, 0, 1)
        sheet = sheet * (1 - np.clip(wave * 0.5 + 0.5, 0, 1) * depth * 0.5)
    grain = cv2.GaussianBlur(rng.random((height, width), dtype=np.float32), (0, 0), 0.8)
    sheet = np.clip(sheet + (1 - sheet) * np.clip(grain - 0.5, 0, 0.5) * 1.1, 0, 1)
    tone = np.array([0.975, 0.97, 0.955], np.float32) * paper(rng, (height, width))[..., None]
    lead = np.array([0.2, 0.2, 0.22], np.float32)
    return as_bytes((lead + (tone - lead) * sheet[..., None]) * 255)


def coloured_pencil(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """The pencil drawing with the picture's colours rubbed in."""
    drawn = pencil(pixels, rng).astype(np.float32) / 255
    colour = saturated(calmed(pixels, 2), 1.25).clip(0, 255) / 255
    light = colour + (1 - colour) * 0.38
    return as_bytes(drawn * light * 262)


def charcoal(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """Smudged black masses with rough grain."""
    height, width = pixels.shape[:2]
    unit = unit_of(pixels)
    light = stretched(cv2.GaussianBlur(grey(pixels), (0, 0), max(unit / 260, 1)), 4, 92) ** 1.15
    tooth = noise(rng, (height, width), 150, octaves=3, gain=0.9)
    fine = cv2.GaussianBlur(rng.random((height, width), dtype=np.float32), (0, 0), 1.0)
    rough = 0.55 * stretched(tooth) + 0.45 * stretched(fine)
    smudged = cv2.GaussianBlur(light, (0, 0), max(unit / 90, 1.5))
    mass = np.clip((0.6 * light + 0.4 * smudged - rough * 0.3 + 0.15) * 1.1, 0, 1)
    line = outlines(pixels, max(unit / 170, 1.5), 16, 0.006)
    line = np.maximum(line, colour_edges(calmed(pixels, 1), light) * 0.8)
    sheet = np.clip(mass - line * 0.85, 0, 1)[..., None]
    tone = np.array([0.93, 0.915, 0.885], np.float32)
    return as_bytes((0.085 + (tone - 0.085) * sheet) * 255)


def line_art(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """Clean black contours on white, also where light and dark are near each other; no short ones."""
    unit = unit_of(pixels)
    lab = cv2.cvtColor(calmed(pixels, 5, 45), cv2.COLOR_RGB2LAB)
    lab[..., 0] = cv2.createCLAHE(2.5, (4, 4)).apply(lab[..., 0])
    found = np.zeros(pixels.shape[:2], np.uint8)
    for channel in range(3):
        layer = cv2.GaussianBlur(
            np.ascontiguousarray(lab[..., channel]), (0, 0), max(unit / 320, 1.2)
        )
        np.maximum(found, cv2.Canny(layer, 16, 38, L2gradient=True), out=found)
    joined = cv2.dilate(found, np.ones((3, 3), np.uint8))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    long = np.hypot(stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT]) > unit / 22
    long[0] = False
    thin = (found > 0) & long[labels]
    away = cv2.distanceTransform((~thin).astype(np.uint8), cv2.DIST_L2, 3)
    line = np.clip(max(unit / 420, 1.0) + 0.7 - cv2.GaussianBlur(away, (0, 0), 0.8), 0, 1)
    return as_bytes(np.repeat((1 - line * 0.93)[..., None] * 255, 3, -1))


def _contours(pixels: Pixels, width: float) -> "np.ndarray[tuple[int, ...], np.dtype[np.float32]]":
    """Thick contour lines where colours meet, 0 … 1."""
    lab = cv2.cvtColor(pixels, cv2.COLOR_RGB2LAB).astype(np.float32)
    soft = cv2.GaussianBlur(lab, (0, 0), width)
    slope = np.zeros(pixels.shape[:2], np.float32)
    for channel in range(3):
        slope += np.hypot(
            cv2.Sobel(soft[..., channel], cv2.CV_32F, 1, 0),
            cv2.Sobel(soft[..., channel], cv2.CV_32F, 0, 1),
        )
    return np.asarray(np.clip((slope * width - 62) / 44, 0, 1), np.float32)


def cel(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """Animation: flat clear colours in two tones of shade, dark contours, a light sky glow."""
    unit = unit_of(pixels)
    flat = calmed(pixels, 5, 60)
    hls = cv2.cvtColor(flat, cv2.COLOR_RGB2HLS).astype(np.float32)
    level = hls[..., 1] / 255 * 5
    step = np.floor(level)
    hls[..., 1] = (step + np.clip((level - step - 0.5) * 7 + 0.5, 0, 1) + 0.25) / 5.2 * 255
    hls[..., 2] = np.clip(hls[..., 2] * 1.3 + 12 * (hls[..., 2] > 14), 0, 255)
    bright = cv2.cvtColor(np.clip(hls, 0, 255).astype(np.uint8), cv2.COLOR_HLS2RGB).astype(
        np.float32
    )
    bright = bright * 1.04 + 8
    line = np.maximum(
        outlines(flat, max(unit / 380, 1.0), 30, 0.014), _contours(flat, max(unit / 500, 0.9)) * 0.8
    )
    dark = np.array([34, 24, 44], np.float32)
    drawn = bright + (dark - bright) * np.clip(line, 0, 0.92)[..., None]
    glow = cv2.GaussianBlur(np.clip(drawn - 170, 0, 85), (0, 0), unit / 40)
    return as_bytes(drawn + glow * 0.5)


def comic(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """A printed comic: few strong colours, black ink, dots of shade."""
    height, width = pixels.shape[:2]
    unit = unit_of(pixels)
    flat = few_colours(as_bytes(saturated(calmed(pixels, 4, 60), 1.5)), 9).astype(np.float32)
    light = stretched(cv2.GaussianBlur(grey(pixels), (0, 0), max(unit / 220, 1)))
    cell = max(unit / 92, 4.0)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    across, down = (x + y) / cell * np.pi / 1.4142, (x - y) / cell * np.pi / 1.4142
    dots = (np.cos(across) * np.cos(down) + 1) / 2
    mid = np.clip((0.66 - light) / 0.42, 0, 0.62) * (light > 0.16)
    shade = np.clip((dots - (1 - mid)) * cell * 1.2, 0, 1) * 0.55
    black = np.clip((0.17 - light) * 22, 0, 1)
    line = np.maximum(
        outlines(calmed(pixels, 2), max(unit / 300, 1.2), 34, 0.014),
        _contours(as_bytes(flat), max(unit / 460, 1)) * 0.9,
    )
    ink_ = np.maximum(np.maximum(black, line), shade)
    inked = flat * 1.06 + (np.array([18, 16, 24]) - flat * 1.06) * np.clip(ink_, 0, 1)[..., None]
    return as_bytes(inked)
