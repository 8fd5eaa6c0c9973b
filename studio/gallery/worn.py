"""A photo as it comes out of an attic: faded, yellowed, grainy, scratched. It is what `restore_photo` is shown on."""

from pathlib import Path

import cv2
import numpy as np
from PIL import Image

from studio.renderers.codecs.inputs import load_picture

_LONGEST = 900


def wear(source: Path, target: Path) -> None:
    """Write the aged copy of a picture as a JPEG; the same each time."""
    rng = np.random.default_rng(1921)
    sharp = load_picture(source, _LONGEST).astype(np.float32) / 255
    height, width = sharp.shape[:2]
    soft = cv2.GaussianBlur(sharp, (0, 0), 1.1)
    grey = soft.mean(-1, keepdims=True)
    faded = 0.34 + 0.46 * (0.45 * soft + 0.55 * grey) * np.array([1.08, 1.0, 0.8], np.float32)
    grain = cv2.GaussianBlur(rng.normal(0, 0.055, (height, width, 1)), (0, 0), 0.7)
    aged = np.clip((faded + grain.reshape(height, width, 1)) * 255, 0, 255).astype(np.uint8)
    for _ in range(9):
        x = rng.uniform(0, width)
        top, bottom = sorted(rng.uniform(0, height, 2))
        line = np.array([[x, top], [x + rng.normal(0, 14), bottom]]).astype(np.int32)
        cv2.polylines(aged, [line], False, (238, 232, 214), int(rng.integers(1, 3)), cv2.LINE_AA)
    for _ in range(40):
        spot = (int(rng.uniform(0, width)), int(rng.uniform(0, height)))
        cv2.circle(aged, spot, int(rng.integers(1, 4)), (236, 230, 210), -1, cv2.LINE_AA)
    Image.fromarray(aged).save(target, "JPEG", quality=88)
