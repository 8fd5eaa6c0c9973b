"""How likely a shape is the thing a picture is of."""

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.regions.colours import steepness, to_lab
from studio.renderers.regions.matte import whole_shapes
from studio.renderers.regions.rarity import lifted

_EDGE, _FAINT, _FAINTEST = 10.0, 2.5, 0.8
"""Steps of colour (Lab) over a border: a clear one, the least that is one, and that in a picture without texture."""
WORTH = 0.6
"""How unusual a place must be to speak for a shape that holds it."""
PLAIN_OUTLINE = 7.0
"""An outline this many times as long as the root of the area is not too ragged for a thing."""
_ASTRIDE = 0.6
"""How much speaks against a shape half of which is sky: it holds a light behind a thing, or a gap."""
_FLAT = 3.5
"""What is more than this many times as wide as high is rather a stretch of land."""


Rated = list[tuple[float, Pixels]]


class Judge:
    """Knows a small picture: where it is `unusual` (0 … 1), where its `sky` and where its `lights` are."""

    def __init__(self, small: Pixels, unusual: Array, sky: Pixels, lights: Pixels) -> None:
        self._unusual, self._sky, self._lights = unusual, sky, lights
        self._steps = _steps(small)
        self._faint = float(np.clip(3 * np.median(self._steps), _FAINTEST, _FAINT))
        height, width = sky.shape
        y = np.linspace(-1, 1, height, dtype=np.float32)[:, None]
        x = np.linspace(-1, 1, width, dtype=np.float32)[None, :]
        self._middle = np.exp(-((x / 0.8) ** 2 + ((y - 0.1) / 0.9) ** 2))
        self._all = float(np.maximum(unusual - WORTH, 0).sum()) + 0.01 * unusual.size

    def worth(self, shape: Pixels) -> float:
        """A number to compare shapes by: the larger the likelier; 0 for nothing."""
        area = int(shape.sum())
        if not area:
            return 0.0
        gathered = float(self._unusual[shape].sum()) - WORTH * area
        inner = cv2.erode(shape.astype(np.uint8), np.ones((3, 3), np.uint8), borderValue=0) > 0
        edge = shape & ~inner
        clear, closed, aside, length = self._outline(shape, edge)
        hull = cv2.contourArea(cv2.convexHull(cv2.findNonZero(edge.astype(np.uint8))))
        sky = float(self._sky[shape].mean())
        return float(
            (max(gathered, 0) / self._all) ** 0.6
            * (0.3 + clear)
            * closed**2
            * (0.4 + float(self._middle[shape].mean()))
            * (1 - float(self._lights[shape].mean()))
            * (1 - 0.4 * sky - _ASTRIDE * sky * (1 - sky))
            * (1 - aside) ** 2
            * (0.5 + 0.5 * area / max(hull, area))
            * min(1, PLAIN_OUTLINE * np.sqrt(area) / length) ** 1.2
            * min(1, _FLAT * shape.any(1).sum() / shape.any(0).sum())
        )

    def _outline(self, shape: Pixels, edge: Pixels) -> tuple[float, float, float, int]:
        """How clear the outline is and how closed, how much of it lies on the picture's border, and its length.

        Where a thing stands on the ground nothing need be seen: the lower edge does not count.
        """
        rows, columns = np.nonzero(edge)
        height, width = shape.shape
        under = np.minimum(rows + 3, height - 1)
        standing = (rows + 3 >= height) | ~shape[under, columns]
        border = (columns == 0) | (columns == width - 1) | (rows == 0)
        steps = np.where(border, 0, self._steps[rows, columns])
        steps = steps[~standing] if not standing.all() else steps
        clear, closed = np.clip(steps / _EDGE, 0, 1).mean(), (steps > self._faint).mean()
        return float(clear), float(closed), float(border.mean()), len(rows)

    def rated(self, shapes: list[Pixels]) -> Rated:
        """The shapes with what they are worth, the likeliest first."""
        return sorted(((self.worth(one), one) for one in shapes), key=lambda rated: -rated[0])

    def best(self, rated: Rated) -> Pixels:
        """The likeliest of shapes (at least one), joined with those beside it that make it likelier still."""
        most, found = rated[0]
        for _ in range(3):
            near = cv2.dilate(found.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
            solid, grown = _solid(found), found
            for _, other in rated[:60]:
                if not (other & near).any() or (other & ~found).sum() < 0.02 * found.sum():
                    continue
                whole = _joined(found, other)
                if _solid(whole) < 0.8 * solid:
                    continue  # it sticks out: another thing, or land
                worth = self.worth(whole)
                if worth > 1.03 * most:
                    most, grown = worth, whole
            if grown is found:
                break
            found = grown
        return found

    def apart(self, rated: Rated, found: Pixels, least: float) -> list[Pixels]:
        """Further things: shapes that do not touch what was found, nor each other, worth at least `least` of it."""
        limit = least * self.worth(found)
        taken = cv2.dilate(found.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
        others: list[Pixels] = []
        for worth, shape in rated:
            if worth < limit:
                break
            if not (taken & shape).any():
                others.append(shape)
                taken |= cv2.dilate(shape.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
        return others


def _joined(one: Pixels, other: Pixels) -> Pixels:
    both = (one | other).astype(np.uint8)
    closed = cv2.morphologyEx(both, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    return whole_shapes(closed > 0)


def _solid(shape: Pixels) -> float:
    """Which share of its hull a shape fills; 0 for none."""
    if not shape.any():
        return 0.0
    inner = cv2.erode(shape.astype(np.uint8), np.ones((3, 3), np.uint8), borderValue=0) > 0
    hull = cv2.contourArea(cv2.convexHull(cv2.findNonZero((shape & ~inner).astype(np.uint8))))
    return float(shape.sum() / max(hull, 1))


def _steps(small: Pixels) -> Array:
    """How much the colour changes at each place, within two pixels."""
    lab = to_lab(lifted(small))
    most = np.zeros(small.shape[:2], np.float32)
    for spread in (1.0, 2.0):
        calm = cv2.GaussianBlur(lab, (0, 0), spread)
        most = np.maximum(most, steepness(calm) * spread)
    return most
