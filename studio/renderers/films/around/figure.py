"""A thing of a picture that turns about an upright axis: a relief whose back is its own mirror image."""

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.drawing.depth import estimate_depth
from studio.renderers.films.changed.cutting import CutOut
from studio.renderers.solid.cushion import cushion

_THICK = 0.3
_STEEP = 0.8
_THIN, _BROAD, _BODY = 0.42, 0.9, 0.85
"""From the side a thing is so wide at least and at most, and by so much of the thickness that its outline lets think:
a vase stays a vase. In widths of its front.
"""
_FRONT, _BACK = -0.22, -0.4
"""The cosines between which the front becomes the back: about 103 and 114 degrees."""
_COARSE = 4
_ROUND_LIGHT = 0.5
_DARK_EDGE = 0.7
"""How much lighter or darker a steep side becomes as it turns towards the camera or away, and both from the side."""
_CRUMB, _MOST_PIECES = 0.02, 8
"""Less than this share of the largest piece is none of its own; and of more pieces none goes by itself."""


def figures(cut: CutOut, axis: float) -> "list[Figure]":
    """Each piece of a subject for itself, to go around `axis`, a column."""
    solid = (cut.alpha > 0.5).astype(np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(solid)
    areas = stats[1:, cv2.CC_STAT_AREA]
    kept = [label for label in range(1, count) if areas[label - 1] >= _CRUMB * areas.max()]
    near = estimate_depth(cut.pixels)
    if not 2 <= len(kept) <= _MOST_PIECES:
        return [Figure(cut, near, axis)]
    # what is no piece of its own, soft edges too, belongs to the nearest
    away = [cv2.distanceTransform((labels != one).astype(np.uint8), cv2.DIST_L2, 5) for one in kept]
    nearest = np.argmin(np.stack(away), axis=0)
    pieces = [np.where(nearest == number, cut.alpha, np.float32(0)) for number in range(len(kept))]
    return [Figure(CutOut(cut.pixels, piece, cut.behind), near, axis) for piece in pieces]


class Figure:
    """One piece; angles as of the turntable, in radians. `nearness` is how near each pixel of the frame is, 0 … 1."""

    def __init__(self, cut: CutOut, nearness: Array, axis: float) -> None:
        height, width = cut.alpha.shape
        self._size = width, height
        self._axis = axis
        self._lay_out(cut, nearness)

    def near(self, turn: float) -> float:
        """How far before the axis it stands, in pixels: where the camera comes from the left, what was left is near."""
        return (self._axis - self._middle) * float(np.sin(turn))

    def _at(self, turn: float) -> float:
        """The column of its middle."""
        return self._axis + (self._middle - self._axis) * float(np.cos(turn))

    def _lay_out(self, cut: CutOut, nearness: Array) -> None:
        """The subject with a margin, and how far each of its points stands out from its middle plane."""
        left, top, right, bottom = cut.box()
        pad = max((right - left) // 3, 8)
        width, height = self._size
        self._middle = weighed_middle(cut.alpha)
        box = (
            max(left - pad, 0),
            max(top - pad // 2, 0),
            min(right + pad, width),
            min(bottom + pad // 2, height),
        )
        area = (slice(box[1], box[3]), slice(box[0], box[2]))
        alpha: Array = cut.alpha[area].copy()
        near = cv2.GaussianBlur(nearness[area], (0, 0), max((right - left) / 26, 1))
        body = np.pad(alpha > 0.5, 2)
        thick = 2 * float(cushion(body).max()) * (body.shape[0] - 4)
        self._least = float(np.clip(_BODY * thick / max(right - left, 1), _THIN, _BROAD))
        # Round as a body: thickest where the outline is far away.
        inside = cv2.distanceTransform((alpha > 0.5).astype(np.uint8), cv2.DIST_L2, 5)
        round_ = np.sqrt(np.clip(inside / max(float(inside.max()), 1.0), 0, 1))
        blur = max((right - left) / 14, 1)
        relief = cv2.GaussianBlur(0.75 * round_ + 0.25 * near, (0, 0), blur) - np.float32(0.3)
        # Steeper than this it would fold over itself when it is turned.
        steepest = max(float(np.abs(np.diff(relief, axis=1)).max()), 1e-4)
        reach = min(_STEEP / steepest, (right - left) * _THICK)
        self._relief = np.asarray(relief * reach, np.float32)
        lean = cv2.GaussianBlur(relief, (0, 0), blur)
        lean = np.diff(lean, axis=1, append=lean[:, -1:])
        lean /= max(float(np.percentile(np.abs(lean[alpha > 0.5]), 95)), 1e-6)
        self._lean: Pixels = np.rint(128 + 90 * np.clip(lean, -1.3, 1.3)).astype(np.uint8)
        layer = np.dstack([cut.pixels[area].astype(np.float32) * alpha[..., None], alpha * 255])
        self._layer: Pixels = np.rint(layer).astype(np.uint8)
        self._origin, self._rows = (box[0], box[1]), slice(box[1], box[3])

    def lay(self, whole: Pixels, turn: float) -> None:
        """Draws it onto a frame, turned."""
        cos = float(np.cos(turn))
        front, back = self._columns(turn, 1.0), self._columns(turn, -1.0)
        share = min(max((cos - _BACK) / (_FRONT - _BACK), 0.0), 1.0)
        if share in (0.0, 1.0):
            side, columns = (1.0, front) if share else (-1.0, back)
            figure = self._figure(turn, side, columns)
        else:
            # On its way past the side its front melts into its back, quickly: from the side itself it is one of them.
            columns = slice(min(front.start, back.start), max(front.stop, back.stop))
            sides = [self._figure(turn, side, columns) for side in (1.0, -1.0)]
            figure = _melted(*_met(sides[0], sides[1], share), share)
        part = whole[self._rows, columns]
        opacity = cv2.cvtColor(figure[..., 3], cv2.COLOR_GRAY2RGB)
        behind = cv2.multiply(part, cv2.bitwise_not(opacity), scale=1 / 255)
        colours = cv2.cvtColor(figure, cv2.COLOR_RGBA2RGB)
        whole[self._rows, columns] = cv2.addWeighted(behind, 1, colours, 0.8 + 0.2 * cos, 0)

    def _columns(self, turn: float, side: float) -> slice:
        """Where in the frame the subject can be."""
        flat, slip = self._flattened(turn, side)
        reach = float(np.abs(self._relief).max()) * abs(slip)
        lead = self._origin[0] - self._middle
        ends = [flat * (lead - 1 - reach), flat * (lead + self._layer.shape[1] + reach)]
        first, last = (round(self._at(turn) + end) for end in sorted(ends))
        width = self._size[0]
        return slice(min(max(first, 0), width - 1), max(min(last + 1, width), 1))

    def _flattened(self, turn: float, side: float) -> tuple[float, float]:
        """How wide it seems, mirrored below 0, and how far a point slips aside for each pixel that it stands out."""
        cos, sin = float(np.cos(turn)), float(np.sin(turn))
        flat = side * float(np.hypot(cos, self._least * sin))
        return flat, side * sin

    def _figure(self, turn: float, side: float, columns: slice) -> Pixels:
        """These columns of the subject turned about its upright axis; its back (`side` −1) is its own mirror image."""
        flat, slip = self._flattened(turn, side)
        width, height = columns.stop - columns.start, self._rows.stop - self._rows.start
        # The relief is smooth: how it slips is solved on a coarse grid, each point in the middle of its square.
        coarse = -(-width // _COARSE), -(-height // _COARSE)
        x, y = (
            np.arange(count, dtype=np.float32) * _COARSE + (_COARSE - 1) / 2 for count in coarse
        )
        at, lead = self._at(turn), self._middle - self._origin[0]
        start, local_y = np.meshgrid((x + columns.start - at) / flat + lead, y)
        start, local_y = start.astype(np.float32), local_y.astype(np.float32)
        slipped = np.zeros_like(start)
        # In a few rounds: which point of the relief lands on each place of the frame.
        for _ in range(4):
            out = cv2.remap(self._relief, start - slipped, local_y, cv2.INTER_LINEAR)
            slipped = out * np.float32(slip)
        fine = cv2.resize(slipped, (coarse[0] * _COARSE, coarse[1] * _COARSE))[:height, :width]
        across = np.arange(columns.start, columns.stop, dtype=np.float32)
        local_x = ((across - at) / flat + lead)[None, :] - fine
        down = np.broadcast_to(np.arange(height, dtype=np.float32)[:, None], (height, width))
        packed = cv2.convertMaps(
            local_x.astype(np.float32), np.ascontiguousarray(down), cv2.CV_16SC2
        )
        places = np.asarray(packed[0]), np.asarray(packed[1])
        figure = cv2.remap(self._layer, *places, cv2.INTER_LINEAR, borderValue=(0, 0, 0, 0))
        return self._lit(np.asarray(figure), places, float(np.sin(turn)))

    def _lit(self, figure: Pixels, places: tuple[Pixels, Pixels], aside: float) -> Pixels:
        """The figure lit from the camera: what leans towards it is lighter. `aside` is the turn's sine."""
        if abs(aside) < 0.01:
            return figure
        lean = cv2.remap(self._lean, *places, cv2.INTER_LINEAR, borderValue=128)
        steep = (np.arange(256) - 128) / 90
        slant = aside * (1 - 0.9 * aside**4)  # seen from the side both of its edges turn away
        levels = 128 * (1 - _ROUND_LIGHT * (slant * steep + _DARK_EDGE * aside**2 * np.abs(steep)))
        light = cv2.LUT(lean, np.rint(levels).clip(0, 255).astype(np.uint8))
        plain = np.full_like(light, 128)
        lit = cv2.multiply(figure, cv2.merge([light, light, light, plain]), scale=1 / 128)
        # colours are already times the opacity, and can be no more than it
        most = cv2.cvtColor(figure[..., 3], cv2.COLOR_GRAY2BGRA)
        most[..., 3] = 255
        return np.asarray(cv2.min(lit, most))


def weighed_middle(alpha: Array) -> float:
    """The column about which the weight of a shape lies evenly."""
    across = alpha.sum(axis=0)
    return float(across @ (np.arange(alpha.shape[1]) + 0.5)) / max(float(across.sum()), 1.0)


def _met(front: Pixels, back: Pixels, share: float) -> tuple[Pixels, Pixels]:
    """Both layers on their way from the first one's place (`share` 1) to the other's, so that nothing is seen twice."""
    weights = [one[..., 3].sum(axis=0, dtype=np.float64) for one in (front, back)]
    one, other = (float(w @ np.arange(len(w)) / max(w.sum(), 1.0)) for w in weights)
    apart = other - one
    moved = []
    for layer, by in ((front, (1 - share) * apart), (back, -share * apart)):
        matrix = np.array([[1, 0, by], [0, 1, 0]], np.float32)
        moved.append(np.asarray(cv2.warpAffine(layer, matrix, (layer.shape[1], layer.shape[0]))))
    return moved[0], moved[1]


def _melted(front: Pixels, back: Pixels, share: float) -> Pixels:
    """Two layers, colours times opacity, as one: `share` of the first. Half and half, what either covers is covered."""
    mixed = cv2.addWeighted(front, share, back, 1 - share, 0)
    gaps = [
        255 - one[..., 3].astype(np.float32) * min(2 * part, 1)
        for one, part in ((front, share), (back, 1 - share))
    ]
    covered = 255 - gaps[0] * gaps[1] / 255
    gain = covered / np.maximum(mixed[..., 3], 1)
    return np.clip(mixed * gain[..., None] + 0.5, 0, 255).astype(np.uint8)
