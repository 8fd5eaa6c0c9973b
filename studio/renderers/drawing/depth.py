"""A guess at how near each part of a photograph is, good enough for a small camera move."""

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels


def estimate_depth(pixels: Pixels) -> Array:
    """Nearness 0 … 1 of every pixel: low in the picture, sharp and unlike the border means near; edges are kept."""
    height, width = pixels.shape[:2]
    scale = 192 / max(height, width)
    size = (max(round(width * scale), 8), max(round(height * scale), 8))
    small = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
    lab = cv2.cvtColor(small, cv2.COLOR_RGB2LAB).astype(np.float32)
    grey = lab[..., 0] / 255
    detail = cv2.GaussianBlur(np.abs(cv2.Laplacian(grey, cv2.CV_32F)), (0, 0), 5)
    edge = np.concatenate(
        [lab[:4].reshape(-1, 3), lab[:, :4].reshape(-1, 3), lab[:, -4:].reshape(-1, 3)]
    )
    spread = edge.std(axis=0) + 12
    unlike = np.sqrt((((lab - edge.mean(axis=0)) / spread) ** 2).sum(axis=2))
    unlike = cv2.GaussianBlur(unlike, (0, 0), 4)
    y = np.linspace(0, 1, size[1], dtype=np.float32)[:, None]
    x = np.linspace(-1, 1, size[0], dtype=np.float32)[None, :]
    middle = np.exp(-((x / 0.62) ** 2 + ((y - 0.6) / 0.5) ** 2))
    guess = 0.42 * y**1.4 + 0.2 * _unit(detail) + 0.22 * _unit(unlike) + 0.26 * middle
    calm = _guided(grey, _unit(guess), 9, 0.004)
    calm = cv2.GaussianBlur(calm, (0, 0), 1.2)
    return np.asarray(
        cv2.resize(_unit(calm), (width, height), interpolation=cv2.INTER_CUBIC).clip(0, 1),
        np.float32,
    )


def salient_point(pixels: Pixels) -> tuple[float, float]:
    """Where the eye goes first (shares of width and height): what stands out, high in tall pictures."""
    height, width = pixels.shape[:2]
    scale = 96 / max(height, width)
    size = (max(round(width * scale), 8), max(round(height * scale), 8))
    lab = cv2.cvtColor(
        cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), cv2.COLOR_RGB2LAB
    ).astype(np.float32)
    wide = cv2.GaussianBlur(lab, (0, 0), 16)
    unlike = np.sqrt(((cv2.GaussianBlur(lab, (0, 0), 2) - wide) ** 2).sum(axis=2))
    detail = cv2.GaussianBlur(np.abs(cv2.Laplacian(lab[..., 0], cv2.CV_32F)), (0, 0), 4)
    y = np.linspace(0, 1, size[1], dtype=np.float32)[:, None]
    x = np.linspace(-1, 1, size[0], dtype=np.float32)[None, :]
    eye_line = 0.34 if height > width else 0.45
    usual = np.exp(-((x / 0.55) ** 2 + ((y - eye_line) / 0.26) ** 2))
    score = cv2.GaussianBlur((0.5 * _unit(unlike) + 0.5 * _unit(detail)) * usual, (0, 0), 6)
    place = int(np.argmax(score))
    return (place % size[0] + 0.5) / size[0], (place // size[0] + 0.5) / size[1]


def _unit(values: Array) -> Array:
    low, high = np.percentile(values, 2), np.percentile(values, 98)
    return np.asarray(np.clip((values - low) / max(high - low, 1e-5), 0, 1), np.float32)


def _guided(guide: Array, values: Array, radius: int, epsilon: float) -> Array:
    """Smooths `values` along the edges of `guide` (guided filter, He et al. 2010)."""
    size = (2 * radius + 1, 2 * radius + 1)
    mean_g, mean_v = cv2.blur(guide, size), cv2.blur(values, size)
    slope = (cv2.blur(guide * values, size) - mean_g * mean_v) / (
        cv2.blur(guide * guide, size) - mean_g**2 + epsilon
    )
    offset = mean_v - slope * mean_g
    return np.asarray(cv2.blur(slope, size) * guide + cv2.blur(offset, size), np.float32)
