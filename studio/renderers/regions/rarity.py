"""How unlike the rest of its height each place of a picture is: land, sea and sky run on sideways, a thing does not."""

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.regions.colours import to_lab
from studio.renderers.regions.memory import remembered

_SAMPLES = 40
_REACH = 0.03
"""How far up and down a row looks for its like, as a share of the height."""
_USUAL, _RARE = 0.55, 0.15
"""What fills this share of a row is nothing unusual there; what fills no more than this is wholly so."""


@remembered
def unusual(small: Pixels) -> Array:
    """0 (as most of its row) … 1 (like nothing in it) for every pixel of a small picture.

    Colours count as alike within a distance that goes with how varied the row is: in a night scene little is much.
    The picture's sides count more than its middle, where a thing may be wide.
    """
    lab = to_lab(lifted(cv2.GaussianBlur(small, (0, 0), 0.9)))
    height, width = lab.shape[:2]
    reach = max(round(height * _REACH), 1)
    columns = np.linspace(0, width - 1, min(_SAMPLES, width)).round().astype(int)
    weight = 0.4 + 0.6 * np.abs(np.linspace(-1, 1, len(columns), dtype=np.float32)) ** 1.5
    weight = np.tile(weight, 3) / (3 * weight.sum())
    alike = np.empty((height, width), np.float32)
    samples, squares = lab[:, columns], (lab**2).sum(-1)
    for row in range(height):
        near = [max(row - reach, 0), row, min(row + reach, height - 1)]
        known = samples[near].reshape(-1, 3)
        apart = squares[row][:, None] + squares[near][:, columns].ravel() - 2 * lab[row] @ known.T
        spread = float(np.clip(0.55 * np.sqrt(max(_median(apart), 0)), 1.3, 9))
        alike[row] = np.exp(apart / (-2 * spread * spread)) @ weight
    return np.asarray(np.clip((_USUAL - alike) / (_USUAL - _RARE), 0, 1), np.float32)


def _median(values: Array) -> float:
    """The median. NumPy's own looks for two places at once, which takes it eight times as long."""
    half = values.size // 2
    parted = np.partition(values, half, axis=None)
    upper = parted[half]
    return float(upper if values.size % 2 else (parted[:half].max() + upper) / 2)


def lifted(small: Pixels) -> Pixels:
    """The picture with its shadows opened a little, as an eye used to the dark sees it."""
    values = np.arange(256, dtype=np.float32) / 255
    return np.asarray(cv2.LUT(small, (255 * values**0.78 + 0.5).astype(np.uint8)))


def opened(small: Pixels) -> Pixels:
    """The picture with its shadows opened wide: as much is seen in the dark as in the light."""
    values = np.arange(256, dtype=np.float32) / 255
    return np.asarray(
        cv2.LUT(small, (255 * np.log1p(12 * values) / np.log(13) + 0.5).astype(np.uint8))
    )
