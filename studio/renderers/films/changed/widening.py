"""More picture around a picture: what lies beyond its edges is continued softly from what lies within."""

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels


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
        self._near: Array = np.clip(reach / 0.05, 0, 1)[..., None].astype(np.float32)
        self._far: Array = np.clip((reach - 0.04) / 0.22, 0, 1)[..., None].astype(np.float32)
        self._maps = (
            np.tile(_folded(x, inner[0])[None, :], (canvas[1], 1)),
            np.tile(_folded(y, inner[1])[:, None], (1, canvas[0])),
        )

    def fill(self, pixels: Pixels) -> Pixels:
        """The whole canvas; the frame itself stays exactly as it is."""
        mirrored = cv2.remap(pixels, *self._maps, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
        some = _softened(mirrored, 4, 1.6)
        much = _softened(mirrored, 16, 3.0)
        out = mirrored + (some.astype(np.float32) - mirrored) * self._near
        out += (much - out) * self._far
        # A little darker outwards, as a room is beyond its light.
        out *= 1 - 0.16 * self._far
        done = out.astype(np.uint8)
        left, top = self._at
        done[top : top + self._inner[1], left : left + self._inner[0]] = pixels
        return done


def _folded(places: Array, size: int) -> Array:
    """Places beyond the edges, mirrored back inside."""
    period = 2 * max(size - 1, 1)
    wrapped = np.mod(places, period)
    return np.asarray(np.where(wrapped > size - 1, period - wrapped, wrapped), np.float32)


def _softened(pixels: Pixels, shrink: int, blur: float) -> Pixels:
    rows, columns = pixels.shape[:2]
    small = cv2.resize(
        pixels, (max(columns // shrink, 4), max(rows // shrink, 4)), interpolation=cv2.INTER_AREA
    )
    soft = cv2.GaussianBlur(small, (0, 0), blur, borderType=cv2.BORDER_REPLICATE)
    return np.asarray(cv2.resize(soft, (columns, rows), interpolation=cv2.INTER_CUBIC))


def widened(pixels: Pixels, share: float) -> Pixels:
    """A picture with room on all sides, `share` times as large (1.3 adds 15 % on each)."""
    rows, columns = pixels.shape[:2]
    canvas = (round(columns * share), round(rows * share))
    at = ((canvas[0] - columns) // 2, (canvas[1] - rows) // 2)
    return Widening((columns, rows), canvas, at).fill(pixels)
