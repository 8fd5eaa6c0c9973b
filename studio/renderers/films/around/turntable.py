"""A picture seen from around: its subject turns as a relief, what is behind it goes by as a closed panorama.

Of a picture that is all place and no thing there is the panorama alone.
"""

import cv2
import numpy as np

from studio.renderers.codecs.inputs import cover
from studio.renderers.drawing.canvas import Pixels
from studio.renderers.films.around.figure import figures, weighed_middle
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

_ROOM = 1.3
_TIMES = 4
"""How often what is behind goes by in a full turn."""
_MUCH, _BOKEH, _REFOCUSED = 0.3, 22.0, 24.0
"""A subject that hides this share of the picture leaves too little of the place to make up the rest of it in detail:
it is out of focus, by a part of the frame, but for so many degrees around 0.
"""


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
            cut = CutOut(full, self._still.subject, self._still.behind)
            self._panorama = self._around(cut.behind, 1)
        else:
            cut = cut_out(full, alpha)
            body = alone(full, alpha)
            if body.turned:
                self._still = StillLife(cut.behind, (body,), alpha)
            self._set_before(full, cut)
        # It turns about its weight: a vase with an apple beside it about the vase.
        self._centre = weighed_middle(cut.alpha), float(cut.box()[3])
        turned = self._still is not None and self._still.bodies[0].turned
        self._figures = [] if turned else figures(cut, self._centre[0])

    def _set_before(self, full: Pixels, cut: CutOut) -> None:
        """The place behind a subject, as far as it is known."""
        much = float(cut.alpha.mean()) > _MUCH
        behind = filled_softly(full, cut.alpha) if much else cut.behind
        self._panorama = self._around(behind, _TIMES)
        if much:
            reach = min(self._size) / _BOKEH
            self._unfocused = self._around(cv2.GaussianBlur(behind, (0, 0), reach), _TIMES)

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
        """The subject's pieces as reliefs, the nearest last."""
        for figure in sorted(self._figures, key=lambda one: one.near(turn)):
            figure.lay(whole, turn)

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
