"""A scratch goes on where it is hardly seen: before a bright sky, over grain, through another spot.

The sure parts give its course, a straight line; along that its faint traces add up to more than noise does.
"""

from dataclasses import dataclass

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels

_STEP = 20
"""A course is followed by so many pixels at a time."""
_TRACE = 5.0
"""So much lighter, in bytes, than both its sides a step of a scratch is, taken all together."""
_CLEAR = 0.75
"""And so much of the step's length by itself."""
_BLIND_STEPS = 2
"""Over so many steps without a trace it may go on."""
_LEAST = 24
"""Shorter parts give no course, in pixels."""
_STRAIGHT = 1.2
"""So far from a straight line, in pixels, the parts may be, on average."""
_MOST_COURSES = 40


@dataclass(frozen=True)
class _Course:
    """A straight line through sure parts: a place on it, its direction, and from where to where they are."""

    middle: Array
    way: Array
    start: float
    end: float
    width: float

    def places(self, first: float, last: float, aside: float = 0.0) -> Array:
        """Rows of (x, y), a pixel apart, so far beside the line."""
        along = np.arange(first, last, dtype=np.float32)[:, None]
        return np.asarray(
            self.middle + along * self.way + aside * np.array([-self.way[1], self.way[0]]),
            np.float32,
        )


def gone_on(likeness: Pixels, found: Array) -> Array:
    """Sure long parts, as a bool mask, and with them what of the same scratches goes on before, between and after."""
    whole = found.astype(np.uint8)
    for course in _courses(found):
        for first, last in _followed(likeness, course):
            ends = course.places(first, last)[[0, -1]]
            start, end = (tuple(np.rint(place).astype(int).tolist()) for place in ends)
            cv2.line(whole, start, end, 1, max(round(course.width), 1))
    return whole > 0


def _courses(found: Array) -> list[_Course]:
    _, labels, stats, _ = cv2.connectedComponentsWithStats(found.astype(np.uint8))
    reach = np.hypot(stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT])
    longest = [int(one) for one in np.argsort(-reach) if one and reach[one] >= _LEAST]
    made = []
    for one in longest[:_MOST_COURSES]:
        x, y, width, height = stats[one, :4]
        part = labels[y : y + height, x : x + width] == one
        spots = (np.argwhere(part)[:, ::-1] + (x, y)).astype(np.float32)
        way_x, way_y, middle_x, middle_y = cv2.fitLine(spots, cv2.DIST_L2, 0, 0.01, 0.01).ravel()
        middle, way = np.array([middle_x, middle_y]), np.array([way_x, way_y])
        along = (spots - middle) @ way
        aside = np.abs((spots - middle) @ np.array([-way_y, way_x]))
        broad = len(spots) / max(float(np.ptp(along)), 1.0)
        if aside.mean() <= _STRAIGHT + broad / 4:
            made.append(_Course(middle, way, float(along.min()), float(along.max()), broad))
    return made


def _followed(likeness: Pixels, course: _Course) -> list[tuple[float, float]]:
    """The steps, as stretches along the course, that show a trace of it."""
    kept = []
    for sign, edge in ((1, course.end), (-1, course.start)):
        missed, place = 0, edge
        while missed <= _BLIND_STEPS:
            first, last = sorted((place, place + sign * _STEP))
            if not _within(likeness.shape, course.places(first, last)):
                break
            seen = _trace(likeness, course, first, last)
            missed = 0 if seen else missed + 1
            if seen:
                kept.append((first - 1, last + 1))
            place += sign * _STEP
    return kept


def _within(shape: tuple[int, ...], places: Array) -> bool:
    inside = (places >= 0) & (places < np.array(shape[1::-1]))
    return bool(inside.all(-1).mean() > 0.5)


def _trace(likeness: Pixels, course: _Course, first: float, last: float) -> bool:
    """Whether the line stands out from both its sides here, nearly all along."""
    half = course.width / 2
    on = np.mean([_read(likeness, course.places(first, last, a)) for a in (-0.5, 0.0, 0.5)], 0)
    sides = [
        np.mean(
            [_read(likeness, course.places(first, last, way * (half + a))) for a in (2, 3, 4)], 0
        )
        for way in (-1, 1)
    ]
    over = on - np.maximum(*sides)
    smooth = np.convolve(over, np.ones(5) / 5, "same")
    return bool(over.mean() > _TRACE and (smooth > 0).mean() > _CLEAR)


def _read(likeness: Pixels, places: Array) -> Array:
    """The values at places, between pixels too."""
    x, y = np.ascontiguousarray(places.T)
    read = cv2.remap(likeness, x[None], y[None], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(read[0], np.float32)
