"""A picture being made: linear light in float32, with a depth for every pixel, and the brushes that change it."""

from collections.abc import Callable, Sequence
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
"""Numbers in float32 (numpy's types do not follow the precision through arithmetic)."""
Pixels = NDArray[Any]
"""Bytes, (height, width, 3), RGB."""
Points = NDArray[Any]
"""Places, (count, 2), x and y in pixels."""
Mark = Callable[[float, "Canvas"], None]

_SHIFT = 4


def colour(hex_code: str) -> Array:
    """A `#rrggbb` colour as three linear-light numbers."""
    code = hex_code.lstrip("#")
    srgb = np.array([int(code[i : i + 2], 16) for i in (0, 2, 4)], np.float32) / 255
    return np.power(srgb, np.float32(2.2))


def mix(first: Array, second: Array, share: float) -> Array:
    """`first` with `share` of `second`, mixed as the eye sees it."""
    root = np.sqrt(first) * (1 - share) + np.sqrt(second) * share
    return np.asarray(root * root, np.float32)


def smoothstep(low: float, high: float, value: Array) -> Array:
    """0 below `low`, 1 above `high`, an S between."""
    t = np.clip((value - low) / (high - low), 0, 1)
    return np.asarray(t * t * (3 - 2 * t), np.float32)


def noise(
    rng: np.random.Generator,
    size: tuple[int, int],
    cells: float,
    *,
    octaves: int = 5,
    gain: float = 0.5,
    stretch: float = 1.0,
) -> Array:
    """Smooth noise of (height, width) in 0 … 1; `cells` blobs across the height, `stretch` times wider than tall."""
    height, width = size
    total = np.zeros(size, np.float32)
    weight, amount = 1.0, 0.0
    for octave in range(octaves):
        rows = cells * 2**octave
        columns = rows * width / height / stretch
        if rows > height / 1.5 and octave:
            break
        grid = rng.random((int(rows) + 4, int(columns) + 4), dtype=np.float32)
        matrix = np.array([[columns / width, 0, 1.5], [0, rows / height, 1.5]], np.float32)
        layer = cv2.warpAffine(
            grid, matrix, (width, height), flags=cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP
        )
        total += layer * weight
        amount += weight
        weight *= gain
    return np.asarray(np.clip(total / amount, 0, 1))


def ridge(
    rng: np.random.Generator,
    count: int,
    cells: float,
    *,
    octaves: int = 7,
    gain: float = 0.5,
    sharp: bool = False,
) -> Array:
    """A mountain line: `count` heights in about 0 … 1. `sharp` makes peaks instead of hills."""
    total = np.zeros(count, np.float32)
    weight, amount = 1.0, 0.0
    for octave in range(octaves):
        knots = rng.random(int(cells * 2**octave) + 4).astype(np.float32)
        places = np.linspace(0.5 + float(rng.random()), len(knots) - 1.6, count)
        if octave < 3:
            start = places.astype(int)
            t = places - start
            t = t * t * (3 - 2 * t)
            line = knots[start] * (1 - t) + knots[start + 1] * t
        else:
            line = np.interp(places, np.arange(len(knots)), knots)
        if sharp:
            line = 1 - np.abs(2 * line - 1)
        total += (line * weight).astype(np.float32)
        amount += weight
        weight *= gain
    return np.asarray(total / amount, np.float32)


def smooth(points: Sequence[tuple[float, float]], *, steps: int = 8, closed: bool = True) -> Points:
    """A rounded outline through the points (Catmull-Rom)."""
    knots = np.asarray(points, np.float64)
    ends = (knots[-1:], knots[:2]) if closed else (knots[:1], knots[-1:])
    padded = np.vstack([ends[0], knots, ends[1]])
    t = np.linspace(0, 1, steps, endpoint=False)[:, None]
    pieces = []
    for a, b, c, d in zip(padded[:-3], padded[1:-2], padded[2:-1], padded[3:], strict=True):
        pieces.append(
            0.5
            * (
                2 * b
                + (c - a) * t
                + (2 * a - 5 * b + 4 * c - d) * t**2
                + (3 * b - a - 3 * c + d) * t**3
            )
        )
    return np.vstack(pieces)


class Canvas:
    """`rgb` is linear light (height, width, 3), `depth` 0 (far) … 1 (near); `unit` is the shorter side in pixels."""

    def __init__(
        self, width: int, height: int, rng: np.random.Generator, mark: Mark | None = None
    ) -> None:
        self.width, self.height, self.rng = width, height, rng
        self.rgb = np.zeros((height, width, 3), np.float32)
        self.depth = np.zeros((height, width), np.float32)
        self.x = (np.arange(width, dtype=np.float32) + 0.5)[None, :]
        self.y = (np.arange(height, dtype=np.float32) + 0.5)[:, None]
        self.unit = float(min(width, height))
        self.focus = (0.5, 0.5)
        self._mark = mark

    def mark(self, fraction: float) -> None:
        """Says that this share of the composition is done."""
        if self._mark is not None:
            self._mark(fraction, self)

    def look_at(self, x: float, y: float) -> None:
        """Notes (in pixels) the place that matters most in the picture."""
        self.focus = (min(max(x / self.width, 0.0), 1.0), min(max(y / self.height, 0.0), 1.0))

    def noise(self, cells: float, **options: Any) -> Array:
        """`noise` over the whole canvas."""
        return noise(self.rng, (self.height, self.width), cells, **options)

    def gradient(
        self, stops: Sequence[tuple[float, Array]], top: float = 0, bottom: float | None = None
    ) -> Array:
        """Colours down the picture as (height, 1, 3); stops run from 0 at `top` to 1 at `bottom` (pixels)."""
        bottom = self.height if bottom is None else bottom
        t = ((self.y[:, 0] - top) / max(bottom - top, 1)).clip(0, 1)
        places = np.array([place for place, _ in stops])
        roots = np.sqrt(np.stack([value for _, value in stops]))
        columns = [np.interp(t, places, roots[:, channel]) for channel in range(3)]
        return np.asarray(np.stack(columns, -1)[:, None, :] ** 2, np.float32)

    def paint(
        self,
        mask: Array,
        paint: Array,
        *,
        at: tuple[int, int] = (0, 0),
        depth: float | Array | None = None,
    ) -> None:
        """Lays `paint` (a colour, or a picture of the mask's size) over the canvas where `mask` (0 … 1) says."""
        top, left = at
        area = (slice(top, top + mask.shape[0]), slice(left, left + mask.shape[1]))
        view = self.rgb[area]
        view += (paint - view) * mask[..., None]
        if depth is not None:
            far = self.depth[area]
            far += (depth - far) * mask

    def outline(
        self, polygons: Sequence[Points], *, blur: float = 0
    ) -> tuple[Array, tuple[int, int]] | None:
        """The mask that fills these polygons (pixels, each a list of x, y) and where its corner lies."""
        stacked = np.vstack(polygons)
        margin = int(blur * 3) + 2
        left = max(int(stacked[:, 0].min()) - margin, 0)
        top = max(int(stacked[:, 1].min()) - margin, 0)
        right = min(int(stacked[:, 0].max()) + margin, self.width)
        bottom = min(int(stacked[:, 1].max()) + margin, self.height)
        if right <= left or bottom <= top:
            return None
        plane: Array = np.zeros((bottom - top, right - left), np.uint8)
        for polygon in polygons:
            moved = (polygon - (left, top)) * 2**_SHIFT
            cv2.fillPoly(plane, [np.round(moved).astype(np.int32)], 255, cv2.LINE_AA, _SHIFT)
        if blur > 0.3:
            plane = cv2.GaussianBlur(plane, (0, 0), blur)
        return plane.astype(np.float32) * np.float32(1 / 255), (top, left)

    def shape(
        self,
        polygons: Sequence[Points],
        paint: Array,
        *,
        fade: Array | None = None,
        alpha: float = 1,
        blur: float = 0,
        depth: float | None = None,
    ) -> None:
        """Fills polygons with a colour, running down into `fade` where one is given."""
        cut = self.outline(polygons, blur=blur)
        if cut is None:
            return
        mask, at = cut
        filled = paint
        if fade is not None:
            t = np.linspace(0, 1, mask.shape[0], dtype=np.float32)[:, None, None]
            filled = paint * (1 - t) + fade * t
        self.paint(mask * np.float32(alpha), filled, at=at, depth=depth)

    def disc(self, cx: float, cy: float, radius: float, paint: Array, **options: Any) -> None:
        """A filled circle."""
        self.shape([ellipse(cx, cy, radius, radius)], paint, **options)

    def glow(
        self,
        cx: float,
        cy: float,
        radius: float,
        light: Array,
        *,
        power: float = 1.0,
        below: float | None = None,
    ) -> None:
        """Adds light that falls off from a point; `below` (pixels) keeps it above that line."""
        rows = self.height if below is None else int(min(max(below, 0), self.height))
        squared = ((self.x - cx) ** 2 + (self.y[:rows] - cy) ** 2) / (radius * radius)
        falloff = np.power(1 + squared, np.float32(-power))
        self.rgb[:rows] += falloff[..., None] * light

    def near(self, cx: float, cy: float, reach: float) -> tuple[slice, slice, Array] | None:
        """The part of the canvas within `reach` of a point, and its squared distances (in reaches)."""
        left, right = max(int(cx - reach), 0), min(int(cx + reach) + 1, self.width)
        top, bottom = max(int(cy - reach), 0), min(int(cy + reach) + 1, self.height)
        if right <= left or bottom <= top:
            return None
        rows, columns = slice(top, bottom), slice(left, right)
        squared = ((self.x[:, columns] - cx) ** 2 + (self.y[rows] - cy) ** 2) / (reach * reach)
        return rows, columns, np.asarray(squared, np.float32)

    def below(self, y: float) -> Array:
        """The mask of all from this line (pixels) down."""
        return np.ascontiguousarray(np.broadcast_to(self.y >= y, self.rgb.shape[:2]), np.float32)

    def spark(self, cx: float, cy: float, reach: float, light: Array) -> None:
        """A small light with a soft round edge; costs only the pixels within `reach`."""
        part = self.near(cx, cy, reach)
        if part is not None:
            rows, columns, squared = part
            falloff = np.clip(1 - squared, 0, 1) ** 3
            self.rgb[rows, columns] += falloff[..., None] * light


def ellipse(
    cx: float, cy: float, rx: float, ry: float, *, turn: float = 0, count: int = 72
) -> Points:
    """An ellipse as a polygon; `turn` in radians."""
    t = np.linspace(0, 2 * np.pi, count, endpoint=False)
    x, y = rx * np.cos(t), ry * np.sin(t)
    cos, sin = np.cos(turn), np.sin(turn)
    return np.stack([cx + x * cos - y * sin, cy + x * sin + y * cos], -1)


def inwards(mask: Array, rim: float) -> Array:
    """How far from its rim each place of a shape is, 0 … 1; `rim` is how soft that is, in steps of four pixels.

    At a quarter of the resolution it looks the same and is found much faster.
    """
    rows, columns = mask.shape
    small = cv2.resize(
        mask, (max(columns // 4, 1), max(rows // 4, 1)), interpolation=cv2.INTER_AREA
    )
    inner = cv2.GaussianBlur(small, (0, 0), max(rim, 0.6), borderType=cv2.BORDER_CONSTANT)
    return np.asarray(np.clip(cv2.resize(inner, (columns, rows)) * 1.6 - 0.6, 0, 1))


def placed(
    points: Any, cx: float, cy: float, scale: float, *, flip: bool = False, turn: float = 0
) -> Points:
    """Points of a drawing in its own units, scaled, mirrored, turned and moved to a place on the canvas."""
    drawn = np.asarray(points, np.float64) * scale
    if flip:
        drawn = drawn * (-1, 1)
    if turn:
        cos, sin = np.cos(turn), np.sin(turn)
        drawn = drawn @ np.array([[cos, sin], [-sin, cos]])
    return np.asarray(drawn + (cx, cy))
