"""Ways of painting that hold still from frame to frame: nothing in them is drawn by chance twice."""

import re
from collections.abc import Callable

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels

Stroke = Callable[[Pixels], Pixels]
Maker = Callable[[tuple[int, int], np.random.Generator], Stroke]


def strokes_for(prompt: str, size: tuple[int, int], rng: np.random.Generator) -> list[Stroke]:
    """The ways of painting a prompt names, for frames of a size (width, height), in the order they are applied."""
    return [make(size, rng) for pattern, make in _WORDS if re.search(pattern, prompt, re.I)][:2]


def lines(pixels: Pixels, width: float, strength: float = 24.0) -> Array:
    """Drawn outlines, 1 where there is ink."""
    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY).astype(np.float32) / 255
    fine, wide = cv2.GaussianBlur(grey, (0, 0), width), cv2.GaussianBlur(grey, (0, 0), width * 2.2)
    return np.asarray(np.clip((wide - fine - 0.014) * strength, 0, 1), np.float32)


def _unit(size: tuple[int, int]) -> float:
    return max(min(size) / 480, 0.35)


def _half(pixels: Pixels) -> Pixels:
    rows, columns = pixels.shape[:2]
    return np.asarray(
        cv2.resize(pixels, (max(columns // 2, 8), max(rows // 2, 8)), interpolation=cv2.INTER_AREA)
    )


def _back(small: Pixels, like: Pixels) -> Pixels:
    size = (like.shape[1], like.shape[0])
    return np.asarray(cv2.resize(small, size, interpolation=cv2.INTER_CUBIC))


def _steps(levels: int, soft: float) -> Pixels:
    """A table that gathers tones into a few, with short slopes between them."""
    values = np.arange(256, dtype=np.float32) / 255 * (levels - 1)
    base = np.floor(values)
    t = np.clip((values - base - 0.5) / soft + 0.5, 0, 1)
    return np.clip((base + t * t * (3 - 2 * t)) / (levels - 1) * 255, 0, 255).astype(np.uint8)


def _inked(pixels: Pixels, ink: Array, colour: tuple[int, int, int] = (22, 18, 26)) -> Pixels:
    tint = np.array(colour, np.float32)
    return np.asarray(pixels + (tint - pixels) * ink[..., None], np.uint8)


def _cartoon(size: tuple[int, int], rng: np.random.Generator) -> Stroke:
    table, unit = _steps(7, 0.45), _unit(size)

    def stroke(pixels: Pixels) -> Pixels:
        small = _half(pixels)
        for _ in range(2):
            small = cv2.bilateralFilter(small, 7, 40, 5)
        tones = cv2.cvtColor(_back(small, pixels), cv2.COLOR_RGB2HSV)
        tones[..., 1] = cv2.convertScaleAbs(tones[..., 1], alpha=1.28)
        tones[..., 2] = cv2.LUT(cv2.convertScaleAbs(tones[..., 2], alpha=1.06), table)
        return _inked(cv2.cvtColor(tones, cv2.COLOR_HSV2RGB), lines(pixels, 1.1 * unit, 30))

    return stroke


def _paper(size: tuple[int, int], rng: np.random.Generator, strength: float) -> Array:
    tooth = cv2.GaussianBlur(rng.standard_normal((size[1], size[0]), dtype=np.float32), (0, 0), 0.9)
    return np.asarray(1 + tooth * np.float32(strength), np.float32)[..., None]


def _ink(size: tuple[int, int], rng: np.random.Generator) -> Stroke:
    paper, unit = _paper(size, rng, 0.03) * np.float32(246), _unit(size)
    x, y = np.meshgrid(np.arange(size[0]), np.arange(size[1]))
    hatch = (0.5 + 0.5 * np.sin((x + y) * 1.1 / unit)).astype(np.float32)
    cross = (0.5 + 0.5 * np.sin((x - y) * 1.1 / unit)).astype(np.float32)

    def stroke(pixels: Pixels) -> Pixels:
        grey = cv2.GaussianBlur(
            cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY).astype(np.float32) / 255, (0, 0), 1.4 * unit
        )
        ink = np.maximum(lines(pixels, 1.0 * unit, 30), np.clip((0.42 - grey) * 2.6, 0, 1) * hatch)
        ink = np.maximum(ink, np.clip((0.22 - grey) * 4, 0, 1) * cross)
        return _inked(np.clip(paper * np.array([1, 0.985, 0.95]), 0, 255), ink, (34, 32, 40))

    return stroke


def _watercolor(size: tuple[int, int], rng: np.random.Generator) -> Stroke:
    paper, unit = _paper(size, rng, 0.045), _unit(size)
    wobble = cv2.GaussianBlur(
        rng.standard_normal((size[1], size[0], 2), dtype=np.float32), (0, 0), 5 * unit
    )
    wobble = wobble * np.float32(2.2 * unit / max(float(wobble.std()), 1e-6))
    x, y = np.meshgrid(np.arange(size[0], dtype=np.float32), np.arange(size[1], dtype=np.float32))
    map_x, map_y = x + wobble[..., 0], y + wobble[..., 1]

    def stroke(pixels: Pixels) -> Pixels:
        small = _half(pixels)
        for _ in range(2):
            small = cv2.bilateralFilter(small, 9, 46, 6)
        wash = cv2.remap(
            _back(small, pixels), map_x, map_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT
        ).astype(np.float32)
        wash = 255 - (255 - wash) * np.float32(0.86)
        rim = lines(wash.clip(0, 255).astype(np.uint8), 2.0 * unit, 9)[..., None]
        return np.asarray(np.clip(wash * paper * (1 - 0.34 * rim), 0, 255), np.uint8)

    return stroke


def _oil(size: tuple[int, int], rng: np.random.Generator) -> Stroke:
    grain = rng.standard_normal((size[1], size[0]), dtype=np.float32)
    weave = cv2.GaussianBlur(grain, (0, 0), 3.2, sigmaY=0.8)
    relief: Array = (weave / weave.std() * np.float32(7))[..., None]

    def stroke(pixels: Pixels) -> Pixels:
        daubed = cv2.medianBlur(_half(pixels), 7)
        daubed = cv2.cvtColor(daubed, cv2.COLOR_RGB2HSV)
        daubed[..., 1] = cv2.convertScaleAbs(daubed[..., 1], alpha=1.22)
        wide = _back(cv2.cvtColor(daubed, cv2.COLOR_HSV2RGB), pixels)
        soft = cv2.GaussianBlur(wide, (0, 0), 2.4)
        steep = cv2.addWeighted(wide, 1.7, soft, -0.7, 0).astype(np.float32)
        return np.asarray(np.clip(steep + relief, 0, 255), np.uint8)

    return stroke


def _neon(size: tuple[int, int], rng: np.random.Generator) -> Stroke:
    unit = _unit(size)
    ramp = np.linspace(0, 1, size[1], dtype=np.float32)[:, None, None]
    hue = (
        np.array([30, 230, 255], np.float32) * (1 - ramp)
        + np.array([255, 50, 190], np.float32) * ramp
    )

    def stroke(pixels: Pixels) -> Pixels:
        grey = cv2.GaussianBlur(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), (0, 0), 1.2 * unit)
        gx, gy = cv2.Sobel(grey, cv2.CV_32F, 1, 0), cv2.Sobel(grey, cv2.CV_32F, 0, 1)
        edge = np.clip((np.sqrt(gx * gx + gy * gy) - 24) / 90, 0, 1)
        glow = cv2.GaussianBlur(edge, (0, 0), 5 * unit)
        light = np.clip(edge + 1.5 * glow, 0, 1.4)[..., None] * hue
        dim = pixels.astype(np.float32) * np.array([0.26, 0.16, 0.42], np.float32)
        return np.asarray(np.clip(dim + light, 0, 255), np.uint8)

    return stroke


def _pixel(size: tuple[int, int], rng: np.random.Generator) -> Stroke:
    block = max(round(min(size) / 96), 2)
    few = (max(size[0] // block, 4), max(size[1] // block, 4))
    table = _steps(7, 0.02)

    def stroke(pixels: Pixels) -> Pixels:
        small = cv2.resize(pixels, few, interpolation=cv2.INTER_AREA)
        small = cv2.LUT(cv2.convertScaleAbs(small, alpha=1.12, beta=-8), table)
        return np.asarray(
            cv2.resize(small, (pixels.shape[1], pixels.shape[0]), interpolation=cv2.INTER_NEAREST)
        )

    return stroke


def _tape(size: tuple[int, int], rng: np.random.Generator) -> Stroke:
    rows = np.where(np.arange(size[1]) % 3 == 0, 0.86, 1.0).astype(np.float32)[:, None, None]
    shift = max(round(size[0] / 180), 1)

    def stroke(pixels: Pixels) -> Pixels:
        soft = cv2.GaussianBlur(pixels, (0, 0), 0.9)
        red, blue = np.roll(soft[..., 0], shift, 1), np.roll(soft[..., 2], -shift, 1)
        aged = np.stack([red, soft[..., 1], blue], -1).astype(np.float32)
        faded = (aged * (0.92, 0.84, 0.8) + (22, 12, 26)) * rows
        return np.asarray(np.clip(faded, 0, 255), np.uint8)

    return stroke


def _poster(size: tuple[int, int], rng: np.random.Generator) -> Stroke:
    table = _steps(5, 0.12)

    def stroke(pixels: Pixels) -> Pixels:
        small = cv2.medianBlur(cv2.bilateralFilter(_half(pixels), 7, 50, 6), 5)
        tones = cv2.cvtColor(_back(small, pixels), cv2.COLOR_RGB2HSV)
        tones[..., 1] = cv2.convertScaleAbs(tones[..., 1], alpha=1.35)
        return np.asarray(cv2.LUT(cv2.cvtColor(tones, cv2.COLOR_HSV2RGB), table))

    return stroke


_WORDS: tuple[tuple[str, Maker], ...] = (
    (r"\b(cartoon|anime|manga|comic|cel[- ]shad|animated|ghibli|pixar|toon)", _cartoon),
    (r"\bwater ?colou?rs?\b|aquarelle|gouache", _watercolor),
    (r"\b(ink|sketch|pencil|charcoal|drawing|engraving|woodcut|line art|hand[- ]drawn)\b", _ink),
    (r"\b(oil paint\w*|oil on canvas|impressionis\w*|painterly|van gogh|impasto|painting)\b", _oil),
    (r"\b(neon|cyberpunk|blacklight|tron|synthwave|vaporwave)\b", _neon),
    (r"\b(pixel|pixelated|pixel[- ]?art|8[- ]?bit|16[- ]?bit|voxel|minecraft)\b", _pixel),
    (r"\b(vhs|camcorder|retro|80s|eighties|glitch)\b", _tape),
    (
        r"\b(poster|vector|flat|screen ?print|pop art|low[- ]poly|clay\w*|origami|papercraft)\b",
        _poster,
    ),
)
