"""A picture's subject made to dance: bent, lifted and turned on the beat, before a floor of light."""

from dataclasses import dataclass

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.films.changed.cutting import CutOut, cut_out

_SPARE = 1.12
_TALL, _WIDE = 0.8, 0.8
"""No dancer is taller, or gets about more widely, than these shares of the frame."""
_LEGS = 0.5
"""Steps and swings go by what is as wide as this share of the height, however long a dancer is."""
_LONGEST = 1100
_MOMENTS = np.arange(0, 16, 0.125)
"""Beats at which it is looked how far a step goes: the longest comes back after eight beats."""


@dataclass(frozen=True)
class Reach:
    """How far a dancer gets in a step, in pixels of the frame, where that cuts the legs off down to its border."""

    left: float
    top: float
    right: float
    bottom: float


def _moderate(pixels: Pixels) -> Pixels:
    """Not larger than is of use here."""
    scale = _LONGEST / max(pixels.shape[:2])
    if scale >= 1:
        return pixels
    size = (round(pixels.shape[1] * scale), round(pixels.shape[0] * scale))
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA))


class Dancer:
    """One picture in the frame's shape; `at` gives it in a step at a beat."""

    def __init__(
        self,
        pixels: Pixels,
        size: tuple[int, int],
        light: tuple[int, int, int],
        steps: tuple[str, ...],
    ) -> None:
        self._size = size
        cut = cut_out(_moderate(pixels))
        self._place(cut, steps)
        room = (round(size[0] * _SPARE), round(size[1] * _SPARE))
        left, _, right, _ = cut.box()
        ground = _around(cut.behind, (left + right) / 2, *room)
        self._behind = cv2.GaussianBlur(ground, (0, 0), max(min(size) / 200, 0.7))
        x = np.arange(size[0], dtype=np.float32)[None, :]
        y = np.arange(size[1], dtype=np.float32)[:, None]
        self._x, self._y = x, y
        self._glow = np.clip(self._floor(light), 0, 255).astype(np.uint8)

    def _place(self, cut: CutOut, steps: tuple[str, ...]) -> None:
        """The subject alone on a frame: whole, in the middle, on its feet, and in sight in each of its steps.

        Cut off at the waist it stands lower.
        """
        left, top, right, bottom = cut.box()
        width, height = self._size
        tall, wide = max(bottom - top, 1), max(right - left, 1)
        sides = _sides(cut.alpha[top:bottom] > 0.5, (left + right) / 2)
        unit = min(wide, _LEGS * tall)
        reaches = {step: _reach(step, sides, tall, unit) for step in steps}
        first = min(reach.left for reach in reaches.values())
        last = max(reach.right for reach in reaches.values())
        scale = min(height * _TALL / tall, width * _WIDE / max(last - first, 1))
        self._tall, self._unit = max(tall * scale, 8.0), max(unit * scale, 4.0)
        self._wide = max(wide * scale, 8.0)
        whole = bottom < 0.95 * cut.alpha.shape[0]
        self._foot = height * (0.93 if whole else 1.03)
        self._middle = width / 2 - scale * (first + last) / 2
        self.reaches = {
            step: Reach(
                self._middle + scale * reach.left, self._foot + scale * reach.top,
                self._middle + scale * reach.right, min(self._foot, height),
            )
            for step, reach in reaches.items()
        }  # fmt: skip
        self._layer = self._laid(cut, scale)

    def _laid(self, cut: CutOut, scale: float) -> Pixels:
        """The subject where it stands on a frame, with its alpha."""
        left, _, right, bottom = cut.box()
        matrix = np.array(
            [
                [scale, 0, self._middle - scale * (left + right) / 2],
                [0, scale, self._foot - scale * bottom],
            ],
            np.float32,
        )
        alpha = cut.alpha[..., None]
        layer = np.dstack([cut.pixels * alpha, alpha * 255]).astype(np.float32)
        way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
        placed = np.clip(cv2.warpAffine(layer, matrix, self._size, flags=way) + 0.5, 0, 255)
        return np.asarray(placed, np.uint8)

    def _floor(self, light: tuple[int, int, int]) -> Array:
        """Coloured light from below and above, as the brightest it gets."""
        width, height = self._size
        low = np.exp(-(((self._y - height) / (height * 0.3)) ** 2))
        beams = np.zeros((height, width), np.float32)
        for share in (0.18, 0.5, 0.82):
            reach = 0.05 * width + 0.16 * self._y
            beams += (
                np.exp(-(((self._x - share * width) / reach) ** 2)) * (1 - self._y / height) ** 0.6
            )
        return np.asarray(
            (0.5 * low + 0.28 * beams)[..., None] * np.array(light, np.float32), np.float32
        )

    def at(self, step: str, beat: float, turn: int) -> Pixels:
        """The frame at a beat (a number with its fraction) of a step; `turn` is which pair of bars this is."""
        pulse = float(np.exp(-(beat % 1) * 3.2))
        ground = cv2.addWeighted(
            self._ground(beat, turn), 0.72 + 0.06 * pulse, self._glow, 0.55 + 0.3 * pulse, 0
        )
        figure = self._figure(step, beat)
        left = cv2.multiply(self._shade(beat), cv2.bitwise_not(figure[..., 3]), scale=1 / 255)
        ground = cv2.multiply(ground, cv2.merge([left, left, left]), scale=1 / 255)
        lit = cv2.convertScaleAbs(figure[..., :3], alpha=0.98 + 0.04 * pulse)
        return np.asarray(cv2.add(lit, ground))

    def _ground(self, beat: float, turn: int) -> Pixels:
        width, height = self._size
        spare_x, spare_y = width * (_SPARE - 1), height * (_SPARE - 1)
        side = float(np.sin(np.pi * beat / 8 + turn))
        matrix = np.array(
            [
                [1, 0, spare_x * (0.5 + 0.45 * side)],
                [0, 1, spare_y * (0.5 + 0.3 * np.sin(np.pi * beat / 4))],
            ],
            np.float32,
        )
        flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        return np.asarray(cv2.warpAffine(self._behind, matrix, self._size, flags=flags))

    def _shade(self, beat: float) -> Pixels:
        """How much of the floor's light is left under the dancer, of 255."""
        lifted = abs(float(np.sin(np.pi * beat)))
        reach = self._wide * (0.42 - 0.06 * lifted)
        across = np.exp(-(((self._x - self._middle) / reach) ** 2))
        down = np.exp(-(((self._y - self._foot) / max(self._tall * 0.03, 3)) ** 2))
        return np.asarray(255 - 115 * (down * across), np.uint8)

    def _figure(self, step: str, beat: float) -> Pixels:
        """Every place of the frame looks up where it comes from; `up` is 0 at the feet and 1 at the head."""
        pose = _POSES[step](beat)
        tall, unit = self._tall, self._unit
        up = np.clip((self._foot - self._y) / tall, -0.2, 1.3)
        y = self._foot - (self._foot - self._y - pose["lift"] * tall) / pose["stretch"]
        shift = _shift(pose, up, beat) * unit
        flat = pose["turn"] / pose["stretch"] ** 0.5
        x = (self._x - self._middle) / flat + (self._middle - shift / flat)
        rows = np.broadcast_to(y.astype(np.float32), x.shape)
        return np.asarray(
            cv2.remap(
                self._layer, x.astype(np.float32), np.ascontiguousarray(rows), cv2.INTER_LINEAR,
                borderMode=cv2.BORDER_CONSTANT,
            )
        )  # fmt: skip


def _around(pixels: Pixels, middle: float, width: int, height: int) -> Pixels:
    """The picture scaled and cropped to fill the size, around a column of it as far as it goes."""
    rows, columns = pixels.shape[:2]
    scale = max(width / columns, height / rows)
    fitted = (max(round(columns * scale), width), max(round(rows * scale), height))
    scaled = cv2.resize(
        pixels, fitted, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    )
    left = round(min(max(middle * scale - width / 2, 0), fitted[0] - width))
    top = int((fitted[1] - height) * 0.36)
    return np.ascontiguousarray(scaled[top : top + height, left : left + width])


def _shift(pose: dict[str, float], up: Array, beat: float) -> Array:
    """How far aside the body is at some heights, in its unit."""
    bend = pose["lean"] * up * up + pose["hips"] * np.sin(np.pi * np.clip(up, 0, 1))
    bend = bend + pose["wave"] * up * np.sin(2 * np.pi * (0.75 * up - beat / 2))
    return np.asarray(pose["go"] + bend)


def _sides(solid: Pixels, middle: float) -> tuple[Array, Array, Array]:
    """Height above the feet, 0 … 1, and where the body begins and ends there, in pixels from the middle."""
    rows = np.flatnonzero(solid.any(1))
    body = solid[rows]
    ends = body.shape[1] - body[:, ::-1].argmax(1)
    return 1 - rows / max(len(solid), 1), body.argmax(1) - middle, ends - middle


def _reach(step: str, sides: tuple[Array, Array, Array], tall: float, unit: float) -> Reach:
    """How far a step goes, in the picture's pixels from the middle between the feet."""
    height, first, last = sides
    left, top, right = 0.0, 0.0, 0.0
    for beat in _MOMENTS:
        pose = _POSES[step](float(beat))
        up = height * pose["stretch"] + pose["lift"]
        flat, shift = pose["turn"] / pose["stretch"] ** 0.5, _shift(pose, up, beat) * unit
        ends = np.array([first * flat + shift, last * flat + shift])
        left, right = min(left, float(ends.min())), max(right, float(ends.max()))
        top = min(top, -tall * float(up.max()))
    return Reach(left, top, right, 0.0)


def _pose(**parts: float) -> dict[str, float]:
    """Shares of the dancer's height (lift) and unit (go, lean, hips, wave); factors for stretch and turn."""
    usual = {
        "lift": 0.0,
        "stretch": 1.0,
        "lean": 0.0,
        "hips": 0.0,
        "wave": 0.0,
        "go": 0.0,
        "turn": 1.0,
    }
    return usual | parts


def _dip(beat: float) -> float:
    """1 on the beat, 0 half way to the next: where the knees are bent."""
    return 0.5 + 0.5 * float(np.cos(2 * np.pi * beat))


def _swing(beat: float, beats: float) -> float:
    return float(np.sin(2 * np.pi * beat / beats))


def _flip(beat: float) -> float:
    """A half turn on every fourth beat: the width goes through a narrow side view to the mirror image."""
    within, turns = beat % 4, int(beat // 4)
    face = 1.0 if turns % 2 == 0 else -1.0
    if within < 3:
        return face
    angle = np.cos(np.pi * (within - 3))
    return float(face * (angle if abs(angle) > 0.25 else 0.25 * (1 if angle >= 0 else -1)))


_POSES = {
    "bounce": lambda b: _pose(stretch=1 - 0.075 * _dip(b), hips=0.05 * _swing(b, 2)),
    "sway": lambda b: _pose(lean=0.24 * _swing(b, 2), hips=0.06 * _swing(b + 0.5, 2), stretch=1 - 0.035 * _dip(b)),
    "step": lambda b: _pose(go=0.2 * _swing(b, 4), lean=-0.1 * _swing(b, 4), stretch=1 - 0.06 * _dip(b)),
    "wave": lambda b: _pose(wave=0.13, stretch=1 - 0.03 * _dip(b), go=0.06 * _swing(b, 8)),
    "jump": lambda b: _pose(
        lift=0.085 * max(float(np.sin(np.pi * (b % 2))), 0) if b % 2 < 1 else 0.0,
        stretch=1 - 0.085 * _dip(b) + (0.05 if b % 2 < 1 else 0.0), hips=0.04 * _swing(b, 4),
    ),
    "kick": lambda b: _pose(lean=0.13 * _swing(b, 2), go=0.07 * _swing(b + 0.25, 1), stretch=1 - 0.09 * _dip(b)),
    "twist": lambda b: _pose(turn=_flip(b), stretch=1 - 0.05 * _dip(b), hips=0.05 * _swing(b, 2)),
}  # fmt: skip
