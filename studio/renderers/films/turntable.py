"""A picture seen from around: its subject turns as a relief, what is behind it goes by as a closed panorama."""

import cv2
import numpy as np

from studio.renderers.canvas import Array, Pixels
from studio.renderers.depth import estimate_depth
from studio.renderers.films.cutting import CutOut, cut_out
from studio.renderers.inputs import cover

_THICK = 0.3
_STEEP = 0.8
_LEAST = 0.42
_SIDE = 0.22
_ROOM = 1.3


class Turntable:
    """Views of a picture by angle: 0 is the picture as it is, 90 its right side, 180 its back, in degrees."""

    def __init__(
        self, pixels: Pixels, size: tuple[int, int], elevation: float, distance: float
    ) -> None:
        self._size = size
        full = cover(pixels, *size)
        cut = cut_out(full)
        self._flat = full
        self._elevation, self._distance = elevation, distance
        self._panorama = self._around(cut)
        self._lay_out(cut)

    def _around(self, cut: CutOut) -> Pixels:
        """Four times the picture's width, closing on itself: the place and its mirror image by turns."""
        width, height = self._size
        behind = cv2.resize(
            cut.behind, (round(width * _ROOM), round(height * _ROOM)), interpolation=cv2.INTER_CUBIC
        )
        behind = cv2.GaussianBlur(behind, (0, 0), max(min(self._size) / 260, 0.6))
        mirrored = behind[:, ::-1]
        return np.ascontiguousarray(np.hstack([behind, mirrored, behind, mirrored]))

    def _lay_out(self, cut: CutOut) -> None:
        """The subject with a margin, and how far each of its points stands out from its middle plane."""
        left, top, right, bottom = cut.box()
        pad = max((right - left) // 3, 8)
        width, height = self._size
        self._centre = ((left + right) / 2, float(bottom))
        box = (
            max(left - pad, 0),
            max(top - pad // 2, 0),
            min(right + pad, width),
            min(bottom + pad // 2, height),
        )
        area = (slice(box[1], box[3]), slice(box[0], box[2]))
        alpha: Array = cut.alpha[area].copy()
        near = cv2.GaussianBlur(
            estimate_depth(cut.pixels)[area], (0, 0), max((right - left) / 26, 1)
        )
        # Round as a body: thickest where the outline is far away.
        inside = cv2.distanceTransform((alpha > 0.5).astype(np.uint8), cv2.DIST_L2, 5)
        round_ = np.sqrt(np.clip(inside / max(float(inside.max()), 1.0), 0, 1))
        blur = max((right - left) / 14, 1)
        relief = cv2.GaussianBlur(0.75 * round_ + 0.25 * near, (0, 0), blur) - np.float32(0.3)
        # Steeper than this it would fold over itself when it is turned.
        steepest = max(float(np.abs(np.diff(relief, axis=1)).max()), 1e-4)
        reach = min(_STEEP / steepest, (right - left) * _THICK)
        self._relief = np.asarray(relief * reach, np.float32)
        self._layer = np.dstack(
            [cut.pixels[area].astype(np.float32) * alpha[..., None], alpha * 255]
        ).astype(np.float32)
        self._origin = box[0], box[1]

    def at(self, angle: float) -> Pixels:
        """The frame at an angle; 360 is 0 again."""
        ground = self._ground(angle)
        figure = self._turned(float(np.deg2rad(angle)))
        alpha = figure[..., 3:] / 255
        whole = np.asarray(np.clip(figure[..., :3] + ground * (1 - alpha), 0, 255), np.uint8)
        return self._framed(whole)

    def _turned(self, turn: float) -> Array:
        """The subject at an angle; seen from the side, its front and its back melt into each other."""
        cos = float(np.cos(turn))
        if abs(cos) >= _SIDE:
            return self._figure(turn, 1.0 if cos > 0 else -1.0)
        share = np.float32((cos / _SIDE + 1) / 2)
        front, back = self._figure(turn, 1.0), self._figure(turn, -1.0)
        return np.asarray(front * share + back * (1 - share))

    def _ground(self, angle: float) -> Pixels:
        width, height = self._size
        spread = self._panorama.shape[1]
        shift = (width * (_ROOM - 1) / 2 + angle / 360 * spread) % spread
        drop = height * (_ROOM - 1) / 2 * (1 - 0.55 * self._elevation)
        matrix = np.array([[1, 0, shift], [0, 1, drop]], np.float32)
        flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        return np.asarray(
            cv2.warpAffine(
                self._panorama, matrix, self._size, flags=flags, borderMode=cv2.BORDER_WRAP
            )
        )

    def _figure(self, turn: float, side: float) -> Array:
        """The subject turned about its upright axis; its back (`side` −1) is its own mirror image in shade."""
        cos, sin = float(np.cos(turn)), float(np.sin(turn))
        flat = side * max(abs(cos), _LEAST)
        cx, _ = self._centre
        shape = self._size[1], self._size[0]
        x = np.arange(shape[1], dtype=np.float32)[None, :]
        y = np.arange(shape[0], dtype=np.float32)[:, None] - np.float32(self._origin[1])
        local_y = np.ascontiguousarray(np.broadcast_to(y, shape), np.float32)
        start = np.ascontiguousarray(
            np.broadcast_to((x - cx) / flat + cx - self._origin[0], shape), np.float32
        )
        # Solved in a few rounds: which point of the relief lands on each place of the frame.
        local_x = start
        for _ in range(4):
            height = cv2.remap(self._relief, local_x, local_y, cv2.INTER_LINEAR)
            local_x = start - height * np.float32(sin * abs(cos) / flat)
        layer: Array = cv2.remap(
            self._layer, local_x, local_y, cv2.INTER_LINEAR, borderValue=(0, 0, 0, 0)
        )
        shade = np.float32(0.8 + 0.2 * cos)
        return np.asarray(layer * np.array([shade, shade, shade, 1], np.float32))

    def _framed(self, whole: Pixels) -> Pixels:
        """From the height and distance asked for."""
        if self._elevation == 0 and self._distance == 1:
            return whole
        width, height = self._size
        cx, foot = self._centre[0], self._centre[1]
        middle = min(foot * 0.62, height * 0.6)
        squeeze = 0.075 * self._elevation * width
        corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
        tilted = np.array(
            [[-squeeze, 0], [width + squeeze, 0], [width - squeeze, height], [squeeze, height]],
            np.float32,
        )
        lens = cv2.getPerspectiveTransform(corners, tilted)
        tall = 1 - 0.12 * abs(self._elevation)
        scale = self._distance * (1.1 if self._elevation else 1.0)
        near = np.array(
            [
                [scale, 0, cx - scale * cx],
                [0, scale * tall, middle - scale * tall * middle],
                [0, 0, 1],
            ]
        )
        return np.asarray(
            cv2.warpPerspective(
                whole,
                near @ lens,
                self._size,
                flags=cv2.INTER_LINEAR,
                borderMode=cv2.BORDER_REFLECT_101,
            )
        )
