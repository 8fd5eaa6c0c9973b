"""What moves in a film: its flow from frame to frame, its standing background, its moving subject."""

from dataclasses import dataclass

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.films.changed.cutting import subject_alpha
from studio.renderers.films.changed.infill import filled_behind
from studio.renderers.films.source import Film, frame_at
from studio.renderers.regions.matte import cut, whole_shapes

_FLOW = 160
_FARTHEST = 0.16
_SAMPLES = 7
_OUTLINE = 176
_UNLIKE = 42


class Motion:
    """The motion of a film since its first frame, gathered step by step, as a field that bends another picture."""

    def __init__(self, size: tuple[int, int]) -> None:
        self._size = size
        scale = _FLOW / max(size)
        self._small = (max(round(size[0] * scale), 16), max(round(size[1] * scale), 16))
        self._flow = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_FAST)
        self._last: Pixels | None = None
        x, y = np.meshgrid(np.arange(self._small[0]), np.arange(self._small[1]))
        self._x, self._y = x.astype(np.float32), y.astype(np.float32)
        self._total: Array = np.zeros((*self._x.shape, 2), np.float32)
        wide = np.meshgrid(np.arange(size[0]), np.arange(size[1]))
        self._wide_x, self._wide_y = (axis.astype(np.float32) for axis in wide)

    def follow(self, pixels: Pixels) -> None:
        """Takes the film's next frame."""
        grey = cv2.cvtColor(
            cv2.resize(pixels, self._small, interpolation=cv2.INTER_AREA), cv2.COLOR_RGB2GRAY
        )
        if self._last is not None:
            still = np.zeros((*grey.shape, 2), np.float32)
            back = np.asarray(self._flow.calc(grey, self._last, still))
            back = cv2.GaussianBlur(back, (0, 0), 3)
            before = cv2.remap(
                self._total,
                self._x + back[..., 0],
                self._y + back[..., 1],
                cv2.INTER_LINEAR,
                borderMode=cv2.BORDER_REPLICATE,
            )
            total = cv2.GaussianBlur(before + back, (0, 0), 1.1)
            length = np.linalg.norm(total, axis=2, keepdims=True)
            most = _FARTHEST * max(self._small)
            # Without the slight pull home, errors would add up until the picture melts.
            self._total = total * np.float32(0.994) * np.minimum(1, most / np.maximum(length, 1e-3))
        self._last = np.asarray(grey)

    def bend(self, picture: Pixels) -> Pixels:
        """A picture of the film's size with everything moved as the film has moved so far."""
        soft = cv2.GaussianBlur(self._total, (0, 0), 2.5)
        wide = cv2.resize(soft, self._size, interpolation=cv2.INTER_LINEAR)
        scale = np.float32(self._size[0] / self._small[0])
        return np.asarray(
            cv2.remap(
                picture,
                self._wide_x + wide[..., 0] * scale,
                self._wide_y + wide[..., 1] * scale,
                cv2.INTER_LINEAR,
                borderMode=cv2.BORDER_REFLECT_101,
            )
        )


def clean_plate(film: Film, size: tuple[int, int], start_s: float, length_s: float) -> Pixels:
    """What is behind a film's subject: each pixel from the moments the subject left it free, else continued softly."""
    total = np.zeros((size[1], size[0], 3), np.float32)
    seen = np.full((size[1], size[0], 1), 1e-4, np.float32)
    always: Array = np.ones((size[1], size[0]), np.float32)
    for moment in start_s + np.linspace(0, max(length_s - 0.05, 0), _SAMPLES):
        frame = cv2.resize(frame_at(film, float(moment)), size, interpolation=cv2.INTER_AREA)
        covered = cv2.dilate(subject_alpha(frame), np.ones((11, 11), np.uint8))
        free = (1 - np.clip(covered * 1.5, 0, 1))[..., None]
        total += frame * free
        seen += free
        always = np.minimum(always, covered)
    mean = np.clip(total / seen, 0, 255).astype(np.uint8)
    return filled_behind(mean, (always > 0.5).astype(np.float32))


@dataclass(frozen=True)
class Box:
    """Where a subject is: middle of its foot, and its size, in pixels."""

    x: float
    foot: float
    width: float
    height: float

    def eased(self, towards: "Box", share: float) -> "Box":
        """A step of that share towards another place."""
        pairs = zip(self._all(), towards._all(), strict=True)
        return Box(*(one + (other - one) * share for one, other in pairs))

    def _all(self) -> tuple[float, float, float, float]:
        return self.x, self.foot, self.width, self.height


class Follower:
    """Follows the outline of a film's subject from frame to frame; `clean` is the film without it."""

    def __init__(self, size: tuple[int, int], clean: Pixels) -> None:
        scale = _OUTLINE / max(size)
        self._full = size
        self._small = (max(round(size[0] * scale), 24), max(round(size[1] * scale), 24))
        self._flow = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_FAST)
        x, y = np.meshgrid(np.arange(self._small[0]), np.arange(self._small[1]))
        self._x, self._y = x.astype(np.float32), y.astype(np.float32)
        bare = cv2.resize(clean, self._small, interpolation=cv2.INTER_AREA)
        self._bare = cv2.GaussianBlur(bare, (0, 0), 1.0).astype(np.float32)
        self._last: tuple[Array, Pixels] | None = None
        self._box: Box | None = None

    def mask(self, pixels: Pixels) -> Array:
        """Where the subject is in the film's next frame, 0 … 1; `box` is taken along."""
        small = cv2.resize(pixels, self._small, interpolation=cv2.INTER_AREA)
        grey = np.asarray(cv2.cvtColor(small, cv2.COLOR_RGB2GRAY))
        if self._last is None:
            whole = cv2.resize(subject_alpha(pixels), self._small, interpolation=cv2.INTER_AREA)
            mask = np.asarray(whole > 0.5, np.uint8)
        else:
            mask = self._outlined(small, self._carried(grey, *self._last))
        self._last = mask, grey
        self._take(mask)
        soft = cv2.GaussianBlur(np.maximum(mask, self._limbs(small, mask)) * 1.0, (0, 0), 1.2)
        wide = cv2.resize(soft, self._full, interpolation=cv2.INTER_CUBIC)
        return np.asarray(np.clip((wide - 0.2) / 0.6, 0, 1), np.float32)

    def _limbs(self, small: Pixels, mask: Array) -> Array:
        """What is near the subject and not there without it: hands and feet that the outline lost."""
        seen = cv2.GaussianBlur(small, (0, 0), 1.0).astype(np.float32)
        unlike = np.asarray(np.abs(seen - self._bare).max(2) > _UNLIKE, np.uint8)
        apart: Array = np.asarray(
            cv2.morphologyEx(unlike, cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8))
        )
        apart[mask > 0] = 0
        near = cv2.dilate(mask, np.ones((25, 25), np.uint8)) > 0
        count, pieces = cv2.connectedComponents(apart)
        touched = np.bincount(pieces[near], minlength=count) > 0
        sizes = np.bincount(pieces.ravel(), minlength=count)
        kept = touched & (sizes < 0.1 * mask.size)
        kept[0] = False
        limbs = kept[pieces] | ((apart > 0) & near)
        return np.asarray(cv2.dilate(limbs.astype(np.uint8), np.ones((3, 3), np.uint8)))

    def _carried(self, grey: Pixels, mask: Array, before: Pixels) -> Array:
        """The last outline, moved as the picture has moved."""
        still = np.zeros((*grey.shape, 2), np.float32)
        back = np.asarray(self._flow.calc(grey, before, still))
        moved = cv2.remap(
            mask.astype(np.float32),
            self._x + back[..., 0],
            self._y + back[..., 1],
            cv2.INTER_LINEAR,
        )
        return np.asarray(moved > 0.5, np.uint8)

    def _outlined(self, small: Pixels, carried: Array) -> Array:
        """The carried outline drawn to the frame's own edges, within a narrow band around it."""
        inner = cv2.erode(carried, np.ones((7, 7), np.uint8))
        outer = cv2.dilate(carried, np.ones((9, 9), np.uint8))
        marks = np.where(carried > 0, cv2.GC_PR_FGD, cv2.GC_PR_BGD).astype(np.uint8)
        marks[inner > 0] = cv2.GC_FGD
        marks[outer == 0] = cv2.GC_BGD
        cut_mask = whole_shapes(cut(small, marks, 1), least=0.2).astype(np.uint8)
        # An outline that all but vanishes or bursts is a mistake of one frame.
        share = float(cut_mask.sum()) / max(float(carried.sum()), 1.0)
        return cut_mask if 0.6 < share < 1.6 else carried

    def _take(self, mask: Array) -> None:
        rows, columns = np.nonzero(mask)
        if not len(rows):
            return
        unit_x, unit_y = self._full[0] / self._small[0], self._full[1] / self._small[1]
        top, foot = np.percentile(rows, [0.5, 99.5])
        left, right = np.percentile(columns, [4, 96])
        middle = float(np.median(columns))
        seen = Box(
            middle * unit_x,
            float(foot + 1) * unit_y,
            float(right - left + 1) * unit_x,
            float(foot - top + 1) * unit_y,
        )
        self._box = seen if self._box is None else self._box.eased(seen, 0.3)

    @property
    def box(self) -> Box:
        """Where the subject is; the middle of the picture until one has been seen."""
        if self._box is not None:
            return self._box
        columns, rows = self._full
        return Box(columns / 2, rows * 0.92, columns * 0.4, rows * 0.75)
