"""From one picture to another: forms move to where they will be while one gives way to the other."""

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels

_SMALL = 224


class Morph:
    """A change between two frames of one size; at 0 it is the first, at 1 the second, exactly."""

    def __init__(self, first: Pixels, second: Pixels) -> None:
        rows, columns = first.shape[:2]
        scale = _SMALL / max(rows, columns)
        size = (max(round(columns * scale), 16), max(round(rows * scale), 16))
        one, other = (_grey(pixels, size) for pixels in (first, second))
        flow = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_MEDIUM)
        still = np.zeros((*one.shape, 2), np.float32)
        there, back = flow.calc(one, other, still.copy()), flow.calc(other, one, still)
        self._there = self._field(np.asarray(there), (columns, rows))
        self._back = self._field(np.asarray(back), (columns, rows))
        x, y = np.meshgrid(np.arange(columns, dtype=np.float32), np.arange(rows, dtype=np.float32))
        self._x, self._y = x, y

    @staticmethod
    def _field(flow: Array, size: tuple[int, int]) -> Array:
        """Smooth and never far, so that unlike pictures melt a little instead of tearing."""
        most = 0.1 * max(flow.shape[:2])
        soft = cv2.GaussianBlur(flow, (0, 0), 9)
        length = np.linalg.norm(soft, axis=2, keepdims=True)
        soft *= np.minimum(1, most / np.maximum(length, 1e-3))
        wide = cv2.resize(soft, size, interpolation=cv2.INTER_LINEAR)
        return np.asarray(wide * np.float32(size[0] / flow.shape[1]), np.float32)

    def mix(self, first: Pixels, second: Pixels, share: float) -> Pixels:
        """The frame when `share` (0 … 1) of the change is done."""
        if share <= 0:
            return first
        if share >= 1:
            return second
        going = self._moved(first, self._there, share)
        coming = self._moved(second, self._back, 1 - share)
        return np.asarray(cv2.addWeighted(going, 1 - share, coming, share, 0))

    def _moved(self, pixels: Pixels, field: Array, share: float) -> Pixels:
        part = np.float32(share)
        return np.asarray(
            cv2.remap(
                pixels,
                self._x - field[..., 0] * part,
                self._y - field[..., 1] * part,
                cv2.INTER_LINEAR,
                borderMode=cv2.BORDER_REFLECT_101,
            )
        )


def _grey(pixels: Pixels, size: tuple[int, int]) -> Pixels:
    grey = cv2.cvtColor(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), cv2.COLOR_RGB2GRAY)
    return np.asarray(cv2.createCLAHE(2.0, (4, 4)).apply(grey))
