"""A picture seen from around: its subject turns as a relief, what is behind it goes by as a closed panorama.

Of a picture that is all place and no thing there is the panorama alone.
"""

import cv2
import numpy as np

from studio.renderers.codecs.inputs import cover
from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.drawing.depth import estimate_depth
from studio.renderers.films.around.panorama import ring
from studio.renderers.films.around.still_life import (
    Body,
    StillLife,
    alone,
    nearness,
    place,
    still_life,
)
from studio.renderers.films.changed.cutting import CutOut, cut_out, subject_alpha
from studio.renderers.films.changed.infill import filled_softly
from studio.renderers.regions.places import is_place

_THICK = 0.3
_STEEP = 0.8
_LEAST = 0.42
_FRONT, _BACK = -0.22, -0.4
"""The cosines between which the front becomes the back: about 103 and 114 degrees."""
_ROOM = 1.3
_COARSE = 4
_TIMES = 4
"""How often what is behind goes by in a full turn."""
_MUCH, _BOKEH, _REFOCUSED = 0.3, 22.0, 24.0
"""A subject that hides this share of the picture leaves too little of the place to make up the rest of it in detail:
it is out of focus, by a part of the frame, but for so many degrees around 0.
"""
_ROUND_LIGHT = 0.5
_DARK_EDGE = 0.7
"""How much lighter or darker a steep side becomes as it turns towards the camera or away, and both from the side."""


class Turntable:
    """Views of a picture by angle: 0 is the picture as it is, 90 its right side, 180 its back, in degrees."""

    def __init__(
        self, pixels: Pixels, size: tuple[int, int], elevation: float, distance: float
    ) -> None:
        self._size = size
        full = cover(pixels, *size)
        self._elevation, self._distance = elevation, distance
        self._unfocused: Pixels | None = None
        self._still: StillLife | None = None
        alpha = subject_alpha(full)
        self._empty = is_place(full, alpha)
        if self._empty:
            self._centre = size[0] / 2, float(size[1])
            self._panorama = self._around(full, 1)
            return
        self._still = still_life(full, alpha)
        if self._still is not None:
            self._panorama = self._around(self._still.behind, 1)
            self._lay_out(CutOut(full, alpha, self._still.behind))
            return
        cut = cut_out(full, alpha)
        body = alone(full, alpha)
        if body.turned:
            self._still = StillLife(cut.behind, (body,))
        much = float(cut.alpha.mean()) > _MUCH
        behind = filled_softly(full, cut.alpha) if much else cut.behind
        self._panorama = self._around(behind, _TIMES)
        if much:
            reach = min(size) / _BOKEH
            self._unfocused = self._around(cv2.GaussianBlur(behind, (0, 0), reach), _TIMES)
        self._lay_out(cut)

    def _around(self, behind: Pixels, times: int) -> Pixels:
        """The place, joined to itself, some times in a row, and its beginning again."""
        width, height = self._size
        behind = cv2.resize(
            behind, (round(width * _ROOM), round(height * _ROOM)), interpolation=cv2.INTER_CUBIC
        )
        if not self._empty:
            behind = cv2.GaussianBlur(behind, (0, 0), max(min(self._size) / 260, 0.6))
        drop = height * (_ROOM - 1) / 2 * (1 - 0.55 * self._elevation)
        level = np.array([[1, 0, 0], [0, 1, drop]], np.float32)
        size = (behind.shape[1], height)
        behind = cv2.warpAffine(behind, level, size, flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP)
        # the joint ends where the frame at angle 0 begins
        once = ring(behind, behind.shape[1] - round((behind.shape[1] + width) / 2))
        return np.ascontiguousarray(np.hstack([*[once] * times, once[:, : width + 1]]))

    def _lay_out(self, cut: CutOut) -> None:
        """The subject with a margin, and how far each of its points stands out from its middle plane."""
        left, top, right, bottom = cut.box()
        pad = max((right - left) // 3, 8)
        width, height = self._size
        # It turns about its weight: a vase with an apple beside it about the vase.
        across = cut.alpha.sum(axis=0)
        middle = float(across @ (np.arange(width) + 0.5)) / max(float(across.sum()), 1.0)
        self._centre = (middle, float(bottom))
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
        lean = cv2.GaussianBlur(relief, (0, 0), blur)
        lean = np.diff(lean, axis=1, append=lean[:, -1:])
        lean /= max(float(np.percentile(np.abs(lean[alpha > 0.5]), 95)), 1e-6)
        self._lean: Pixels = np.rint(128 + 90 * np.clip(lean, -1.3, 1.3)).astype(np.uint8)
        layer = np.dstack([cut.pixels[area].astype(np.float32) * alpha[..., None], alpha * 255])
        self._layer: Pixels = np.rint(layer).astype(np.uint8)
        self._origin, self._rows = (box[0], box[1]), slice(box[1], box[3])

    def at(self, angle: float) -> Pixels:
        """The frame at an angle; 360 is 0 again."""
        whole = self._ground(angle)
        if self._empty:
            return self._framed(whole)
        turn = float(np.deg2rad(angle))
        if self._still is None:
            self._stand(whole, turn)
        else:
            self._stand_in_order(whole, turn, self._still.bodies)
        return self._framed(whole)

    def _stand_in_order(self, whole: Pixels, turn: float, bodies: tuple[Body, ...]) -> None:
        """The subject on the ground, and what stands beside it as it passes behind and before it."""
        subject, *others = bodies
        axis = subject.middle
        for body in others:
            if nearness(body, axis, turn) <= 0:
                place(whole, body, axis, turn)
        place(whole, subject, axis, turn, figure=subject.turned)
        if not subject.turned:
            self._stand(whole, turn)
        for body in others:
            if nearness(body, axis, turn) > 0:
                place(whole, body, axis, turn)

    def _stand(self, whole: Pixels, turn: float) -> None:
        """The subject, turned as a relief, in its place."""
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

    def _ground(self, angle: float) -> Pixels:
        """What is behind, out of focus but at the start and the end where most of it had to be made up."""
        if self._unfocused is None:
            return self._passing(self._panorama, angle)
        near = max(1 - abs((angle + 180) % 360 - 180) / _REFOCUSED, 0.0)
        soft = self._passing(self._unfocused, angle)
        if near == 0:
            return soft
        return np.asarray(
            cv2.addWeighted(self._passing(self._panorama, angle), near, soft, 1 - near, 0)
        )

    def _passing(self, panorama: Pixels, angle: float) -> Pixels:
        """A part of a panorama: between two of its whole columns the frame is a mixture of both."""
        width, spread = self._size[0], panorama.shape[1] - self._size[0] - 1
        shift = (width * (_ROOM - 1) / 2 + angle / 360 * spread) % spread
        first = int(shift)
        share = shift - first
        left, right = (panorama[:, at : at + width] for at in (first, first + 1))
        return np.asarray(cv2.addWeighted(left, 1 - share, right, share, 0))

    def _columns(self, turn: float, side: float) -> slice:
        """Where in the frame the subject can be."""
        flat, slip = self._flattened(turn, side)
        reach = float(np.abs(self._relief).max()) * abs(slip)
        lead = self._origin[0] - self._centre[0]
        ends = [flat * (lead - 1 - reach), flat * (lead + self._layer.shape[1] + reach)]
        first, last = (round(self._centre[0] + end) for end in sorted(ends))
        width = self._size[0]
        return slice(min(max(first, 0), width - 1), max(min(last + 1, width), 1))

    @staticmethod
    def _flattened(turn: float, side: float) -> tuple[float, float]:
        """How wide it seems, mirrored below 0, and how far a point slips aside for each pixel that it stands out."""
        cos, sin = float(np.cos(turn)), float(np.sin(turn))
        flat = side * float(np.hypot(cos, _LEAST * sin))
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
        cx = self._centre[0]
        start, local_y = np.meshgrid((x + columns.start - cx) / flat + cx - self._origin[0], y)
        start, local_y = start.astype(np.float32), local_y.astype(np.float32)
        slipped = np.zeros_like(start)
        # In a few rounds: which point of the relief lands on each place of the frame.
        for _ in range(4):
            out = cv2.remap(self._relief, start - slipped, local_y, cv2.INTER_LINEAR)
            slipped = out * np.float32(slip)
        fine = cv2.resize(slipped, (coarse[0] * _COARSE, coarse[1] * _COARSE))[:height, :width]
        across = np.arange(columns.start, columns.stop, dtype=np.float32)
        local_x = ((across - cx) / flat + cx - self._origin[0])[None, :] - fine
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
