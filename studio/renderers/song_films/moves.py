"""Camera moves: where a virtual camera looks at each moment of a shot, and the frame it sees."""

from dataclasses import dataclass, replace

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.regions.keeping import Kept, middle_of

_AIR = 0.03
"""What is kept in sight has so much of the picture around it, as a share."""
_SWAYED = 0.3
"""How far a near thing is moved by a sideways step, as a share of that."""
_LEAST_CLOSER = 1.1
"""However large a thing is, a camera may come so much closer to it."""


@dataclass(frozen=True)
class View:
    """Where the camera looks: middle (0 … 1 of the plate), zoom (1 shows the whole frame), roll in degrees,
    and the sideways steps `sway_x`, `sway_y` (shares of the frame) that near things answer to."""

    x: float = 0.5
    y: float = 0.5
    zoom: float = 1.0
    roll: float = 0.0
    sway_x: float = 0.0
    sway_y: float = 0.0


@dataclass(frozen=True)
class Move:
    """A move from one view to another; `calm` eases both ends, otherwise it only slows down."""

    begin: View
    end: View
    calm: bool = True

    def at(self, t: float) -> View:
        """The view at a share 0 … 1 of the move."""
        eased = t * t * (3 - 2 * t) if self.calm else 1 - (1 - t) ** 1.6
        eased = 0.35 * t + 0.65 * eased
        first, last = self.begin, self.end
        zoom = first.zoom * (last.zoom / first.zoom) ** eased
        return View(
            first.x + (last.x - first.x) * eased,
            first.y + (last.y - first.y) * eased,
            zoom,
            first.roll + (last.roll - first.roll) * eased,
            first.sway_x + (last.sway_x - first.sway_x) * eased,
            first.sway_y + (last.sway_y - first.sway_y) * eased,
        )


class Plate:
    """A picture a little larger than the frame, with its depth; `look` gives what the camera sees of it."""

    def __init__(self, pixels: Pixels, depth: Array | None, width: int, height: int) -> None:
        self.pixels, self.width, self.height = pixels, width, height
        rows, columns = pixels.shape[:2]
        self._fit = min(columns / width, rows / height)
        x = np.arange(width, dtype=np.float32)[None, :] - np.float32((width - 1) / 2)
        y = np.arange(height, dtype=np.float32)[:, None] - np.float32((height - 1) / 2)
        self._x, self._y = x, y
        self._depth = None
        if depth is not None:
            self._depth = cv2.resize(
                depth, (columns, rows), interpolation=cv2.INTER_LINEAR
            ) - np.float32(0.4)

    def look(self, view: View) -> Pixels:
        """The frame at this view; the camera is kept inside the picture."""
        rows, columns = self.pixels.shape[:2]
        scale = self._fit / max(view.zoom, 1.0)
        half_w, half_h = self.width * scale / 2, self.height * scale / 2
        cx = float(np.clip(view.x * columns, half_w, columns - half_w)) - 0.5
        cy = float(np.clip(view.y * rows, half_h, rows - half_h)) - 0.5
        turn = np.deg2rad(view.roll)
        cos, sin = float(np.cos(turn)) * scale, float(np.sin(turn)) * scale
        matrix = np.array(
            [
                [cos, -sin, cx - cos * (self.width - 1) / 2 + sin * (self.height - 1) / 2],
                [sin, cos, cy - sin * (self.width - 1) / 2 - cos * (self.height - 1) / 2],
            ],
            np.float32,
        )
        if self._depth is None or (abs(view.sway_x) < 1e-4 and abs(view.sway_y) < 1e-4):
            return self._warped(self.pixels, matrix, cv2.BORDER_REFLECT_101)
        near = self._warped(self._depth, matrix, cv2.BORDER_REPLICATE)
        shift_x = np.float32(view.sway_x * columns * 0.5)
        shift_y = np.float32(view.sway_y * rows * 0.5)
        map_x = near * shift_x + (
            self._x * matrix[0, 0] + (self._y * matrix[0, 1] + np.float32(cx))
        )
        map_y = near * shift_y + (
            self._x * matrix[1, 0] + (self._y * matrix[1, 1] + np.float32(cy))
        )
        border = cv2.BORDER_REFLECT_101
        return np.asarray(cv2.remap(self.pixels, map_x, map_y, cv2.INTER_LINEAR, borderMode=border))

    def _warped(self, layer: Array, matrix: Array, border: int) -> Array:
        """What of a layer the camera sees, where nothing answers to its sideways steps."""
        flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        size = self.width, self.height
        return np.asarray(cv2.warpAffine(layer, matrix, size, flags=flags, borderMode=border))


def shot_move(rng: np.random.Generator, energy: float, seconds: float) -> Move:
    """A move for one shot of a music video: broader and quicker the stronger the song."""
    reach = (0.05 + 0.13 * energy) * min(seconds / 2.2, 1.0) ** 0.5
    kind = int(rng.integers(6))
    side = 1.0 if rng.random() < 0.5 else -1.0
    base = 1.08 + 0.06 * float(rng.random())
    y = 0.5 + float(rng.uniform(-0.04, 0.04))
    sway = 0.05 + 0.05 * energy
    calm = energy < 0.6
    if kind < 2:
        return _along(
            y, (base, base * (1 + reach * 1.3)), side * sway * 0.4, calm=calm, back=kind == 1
        )
    if kind == 2:
        return Move(
            View(0.5 - side * reach * 0.7, y, base + reach * 0.9, 0, -side * sway),
            View(0.5 + side * reach * 0.7, y, base + reach * 0.9, 0, side * sway),
            calm=False,
        )
    if kind == 3:
        return Move(
            View(0.5, 0.5 + reach * 0.5, base + reach, 0, 0, sway * 0.5),
            View(0.5, 0.5 - reach * 0.5, base + reach, 0, 0, -sway * 0.5),
            calm=True,
        )
    if kind == 4:
        return Move(
            View(0.5, y, base + 0.05, -side * reach * 9),
            View(0.5, y, base + 0.05 + reach, side * reach * 9, side * sway * 0.6),
            calm=calm,
        )
    return Move(
        View(0.5 - side * 0.02, y, base, 0, -side * sway * 1.2),
        View(0.5 + side * 0.02, y, base + reach * 0.6, 0, side * sway * 1.2),
        calm=True,
    )


def _along(y: float, zoom: tuple[float, float], sway: float, *, calm: bool, back: bool) -> Move:
    """Closer from one zoom to the other, or `back` away, without the first sideways step."""
    if back:
        return Move(View(0.5, y, zoom[1]), View(0.5, y, zoom[0], 0, sway), calm=calm)
    return Move(View(0.5, y, zoom[0], 0, -sway), View(0.5, y, zoom[1], 0, sway), calm=calm)


def keeping(
    view: View, kept: Kept | None, reach: float = 0.5, freed: frozenset[str] = frozenset()
) -> View:
    """A view no closer than it may be to show all of `kept`, in shares of the plate, and moved to where it does.

    Of what is too large its upper part is shown. `reach` is how far from the middle there is picture. The sides in
    `freed` (left, top, right, bottom) may be left behind.
    """
    if kept is None or view.zoom <= 0.5 / reach:
        return view
    turned = abs(float(np.sin(np.deg2rad(view.roll)))) * 0.5 / view.zoom
    air = [_AIR + _SWAYED * abs(sway) + turned for sway in (view.sway_x, view.sway_y)]
    open_sides = [
        (low if side not in freed else -np.inf, high if other not in freed else np.inf)
        for (low, high), (side, other) in zip(kept.sides, _SIDES, strict=True)
    ]
    room = [high - low + 2 * more for (low, high), more in zip(open_sides, air, strict=True)]
    closest = min((1 / wide for wide in room if np.isfinite(wide)), default=np.inf)
    zoom = min(view.zoom, max(closest, _LEAST_CLOSER * 0.5 / reach))
    places = []
    for place, (low, high), more in zip((view.x, view.y), open_sides, air, strict=True):
        half = 0.5 / zoom
        place = middle_of(place, half, low - more, high + more)
        places.append(min(max(place, 0.5 - reach + half), 0.5 + reach - half))
    return replace(view, x=places[0], y=places[1], zoom=zoom)


_SIDES = (("left", "right"), ("top", "bottom"))


def pressed_in(view: View, amount: float) -> View:
    """The same view, a little closer."""
    return replace(view, zoom=view.zoom * (1 + amount))
