"""More picture around a picture: its light and colours go on beyond the edges as they are there, with mirrored detail.

A picture that is merely mirrored would show a second sun, and grow lighter again where a lens has darkened its corners.
"""

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels

_SHRINK = 12
"""The light and colours of a picture are those of its copy so many times smaller."""
_NEAR = 0.1
"""So far beyond the edges, as a share of the shorter side, things go on before only their fine detail does."""
_FINE = 16.0
"""Detail that goes on farther is not much stronger than this, in bytes: waves are, a mirrored house is not."""


class Widening:
    """Sets frames of one size into a larger canvas at a fixed place and fills the rest; made once, used for many."""

    def __init__(
        self, inner: tuple[int, int], canvas: tuple[int, int], at: tuple[int, int]
    ) -> None:
        """Sizes are (width, height); `at` is where the frame's left upper corner lies."""
        self._inner, self._canvas, self._at = inner, canvas, at
        x = np.arange(canvas[0], dtype=np.float32) - at[0]
        y = np.arange(canvas[1], dtype=np.float32) - at[1]
        beyond_x = np.maximum(np.maximum(-x, x - inner[0] + 1), 0)
        beyond_y = np.maximum(np.maximum(-y, y - inner[1] + 1), 0)
        reach = np.sqrt(beyond_x[None, :] ** 2 + beyond_y[:, None] ** 2) / min(inner)
        self._away: Array = np.clip(reach / _NEAR, 0, 1)[..., None].astype(np.float32)
        self._mirrored = _places(_folded(x, inner[0]), _folded(y, inner[1]))
        self._level, self._mirrored_level = (
            _places(*(_coarse(one, size) for one, size in zip(places, inner, strict=True)))
            for places in (
                (np.clip(x, 0, inner[0] - 1), np.clip(y, 0, inner[1] - 1)),
                (_folded(x, inner[0]), _folded(y, inner[1])),
            )
        )

    def fill(self, pixels: Pixels) -> Pixels:
        """The whole canvas; the frame itself stays exactly as it is."""
        soft = _softened(pixels)
        level, mirrored_level, fine = (
            cv2.remap(one, *places, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
            for one, places in (
                (soft, self._level),
                (soft, self._mirrored_level),
                (_fineness(pixels, soft), self._mirrored_level),
            )
        )
        detail = cv2.remap(pixels, *self._mirrored, cv2.INTER_LINEAR).astype(np.float32)
        detail -= mirrored_level
        detail *= 1 - self._away * (1 - fine[..., None])
        out = level + detail
        done: Pixels = np.clip(out + 0.5, 0, 255).astype(np.uint8)
        left, top = self._at
        done[top : top + self._inner[1], left : left + self._inner[0]] = pixels
        return done


def _places(x: Array, y: Array) -> tuple[Array, Array]:
    """For each pixel of the canvas where it is read, from its column's and its row's place."""
    return np.tile(x[None, :], (len(y), 1)), np.tile(y[:, None], (1, len(x)))


def _coarse(places: Array, size: int) -> Array:
    """Places in a picture as places in its softened copy."""
    small = max(size // _SHRINK, 4)
    return np.asarray((places + 0.5) * (small / size) - 0.5, np.float32)


def _folded(places: Array, size: int) -> Array:
    """Places beyond the edges, mirrored back inside."""
    period = 2 * max(size - 1, 1)
    wrapped = np.mod(places, period)
    return np.asarray(np.where(wrapped > size - 1, period - wrapped, wrapped), np.float32)


def _softened(pixels: Pixels) -> Array:
    """A picture's light and colours without what is drawn in it, `_SHRINK` times smaller; floats 0 … 255."""
    rows, columns = pixels.shape[:2]
    size = max(columns // _SHRINK, 4), max(rows // _SHRINK, 4)
    small = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA).astype(np.float32)
    return cv2.GaussianBlur(small, (0, 0), 1.2, borderType=cv2.BORDER_REPLICATE)


def _fineness(pixels: Pixels, soft: Array) -> Array:
    """For each place of the softened copy: 1 where what is drawn is as faint as waves are, to 0 for a thing."""
    size = soft.shape[1::-1]
    close = cv2.resize(pixels, (size[0] * 4, size[1] * 4), interpolation=cv2.INTER_AREA)
    detail = close - cv2.resize(soft, close.shape[1::-1], interpolation=cv2.INTER_LINEAR)
    strength = cv2.resize((detail**2).max(-1), size, interpolation=cv2.INTER_AREA)
    around = cv2.GaussianBlur(strength, (0, 0), max(min(size) / 24, 0.8)) / _FINE**2
    return np.asarray(1 / (1 + around**2), np.float32)


def widened(pixels: Pixels, share: float) -> Pixels:
    """A picture with room on all sides, `share` times as large (1.3 adds 15 % on each)."""
    rows, columns = pixels.shape[:2]
    canvas = (round(columns * share), round(rows * share))
    at = ((canvas[0] - columns) // 2, (canvas[1] - rows) // 2)
    return Widening((columns, rows), canvas, at).fill(pixels)
