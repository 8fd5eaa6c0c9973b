"""Things held together by their hue: in several shades, split by a stripe or framing what shines through them."""

from collections.abc import Iterator

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.regions.colours import to_lab
from studio.renderers.regions.matte import whole_shapes
from studio.renderers.regions.pieces import measured
from studio.renderers.regions.proposals import filled
from studio.renderers.regions.rarity import opened
from studio.renderers.regions.rounds import disc_across

_LEVELS = 16
"""How many thresholds are tried on either side of a and b, shadows opened."""
_LITTLE = 6.0
"""A hue that varies less than this, in Lab, is one."""
_STRIPE, _FRAME = 5, 0.26
"""How high a stripe across a thing is at most, in pixels; how wide, in roots of its area, what it frames."""
_LEAST, _MOST = 0.004, 0.4
_DOUBT = 0.5
"""How unusual a piece must be on the average to be one of a thing."""


def hued(small: Pixels, unusual: Array) -> list[Pixels]:
    """Shapes of a hue of their own as bool masks, each with what it frames, whatever the light on them."""
    kept: dict[tuple[int, int, int], Pixels] = {}
    for side in _sides(small):
        for key, piece in _pieces(side, unusual):
            kept.setdefault(key, piece)
    return [_framed(piece) for piece in kept.values()]


def _sides(small: Pixels) -> Iterator[Pixels]:
    """Both sides of thresholds on hue as uint8 masks, stripes across them closed."""
    lab = to_lab(opened(cv2.GaussianBlur(small, (0, 0), 0.8)))
    stripe, crumb = np.ones((_STRIPE, 1), np.uint8), np.ones((3, 3), np.uint8)
    for layer in (lab[..., 1], lab[..., 2]):
        low, high = np.percentile(layer, (1, 99))
        if high - low < _LITTLE:
            continue
        for level in np.linspace(low, high, _LEVELS + 2)[1:-1]:
            above = (layer > level).astype(np.uint8)
            for side in (above, 1 - above):
                closed = cv2.morphologyEx(side, cv2.MORPH_CLOSE, stripe)
                yield cv2.morphologyEx(closed, cv2.MORPH_OPEN, crumb)


def _pieces(side: Pixels, unusual: Array) -> Iterator[tuple[tuple[int, int, int], Pixels]]:
    """The unusual pieces of usable size which do not go from side to side; those of one key are nearly the same."""
    count, labels, stats = measured(side)
    area, width = stats[:, cv2.CC_STAT_AREA], stats[:, cv2.CC_STAT_WIDTH]
    fit = (area > _LEAST * side.size) & (area < _MOST * side.size) & (width < side.shape[1])
    if not fit[1:].any():
        return
    gathered = np.bincount(labels.ravel(), unusual.ravel().astype(np.float64), count)
    for label in range(1, count):
        if fit[label] and gathered[label] > _DOUBT * area[label]:
            top, left = stats[label, cv2.CC_STAT_TOP], stats[label, cv2.CC_STAT_LEFT]
            yield (round(np.log(int(area[label])) * 16), top // 4, left // 4), labels == label


def _framed(piece: Pixels) -> Pixels:
    """A piece with what it surrounds, even where its frame has small gaps."""
    reach = max(round(_FRAME * float(np.sqrt(piece.sum()))), 3)
    kernel = disc_across(reach)
    room = cv2.copyMakeBorder(
        piece.astype(np.uint8), reach, reach, reach, reach, cv2.BORDER_CONSTANT
    )
    closed = cv2.morphologyEx(room, cv2.MORPH_CLOSE, kernel)[reach:-reach, reach:-reach]
    return whole_shapes(filled(np.ascontiguousarray(closed)) > 0)
