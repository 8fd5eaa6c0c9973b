"""From one picture to the next: mixes, wipes and slides."""

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels

_SOFT = 0.8
"""For how much of a dissolve each grain is a mixture."""


class Transition:
    """One kind of change between two frames of equal size (width, height).

    `fade` mixes evenly; `dissolve` lets the new picture come through in a fine grain; a wipe uncovers it towards the
    left or the right; a slide pushes the old one out, upwards or downwards.
    """

    def __init__(self, kind: str, size: tuple[int, int], rng: np.random.Generator) -> None:
        self._kind = kind
        self._grain: Array | None = None
        if kind == "dissolve":
            small = rng.random((max(size[1] // 2, 2), max(size[0] // 2, 2)), dtype=np.float32)
            soft = cv2.GaussianBlur(small, (0, 0), 0.7)
            order = np.argsort(np.argsort(soft.ravel())).reshape(soft.shape)
            even = (order / max(order.size - 1, 1)).astype(np.float32)
            self._grain = cv2.resize(even, size, interpolation=cv2.INTER_LINEAR)

    def mix(self, old: Pixels, new: Pixels, share: float) -> Pixels:
        """The frame when `share` (0 … 1) of the change is done."""
        height, width = old.shape[:2]
        if self._kind in ("wipeleft", "wiperight"):
            return self._wiped(old, new, share, width)
        if self._kind in ("slideup", "slidedown"):
            offset = round(height * share)
            if self._kind == "slideup":
                return np.vstack([old[offset:], new[:offset]])
            return np.vstack([new[height - offset :], old[: height - offset]])
        if self._grain is not None:
            # Half grain, half mixture: harder, the two pictures would look like camouflage.
            mask = np.clip((share * (1 + _SOFT) - self._grain) / _SOFT, 0, 1)[..., None]
            return np.asarray(old + (new.astype(np.float32) - old) * mask, np.uint8)
        return np.asarray(cv2.addWeighted(old, 1 - share, new, share, 0))

    def _wiped(self, old: Pixels, new: Pixels, share: float, width: int) -> Pixels:
        soft = max(width * 0.02, 1.0)
        edge = (width + 2 * soft) * share - soft
        place = np.arange(width, dtype=np.float32)
        if self._kind == "wipeleft":
            place = width - 1 - place
        mask = np.clip((edge - place) / soft + 0.5, 0, 1)[None, :, None]
        return np.asarray(old + (new.astype(np.float32) - old) * mask, np.uint8)
