"""The sheet itself: cropped, turned, mirrored, zoomed, widened."""

import re
from collections.abc import Callable

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Pixels
from studio.renderers.edits.work import SHAPE, Step, Work

_RATIO = re.compile(r"\b(\d{1,2}(?:\.\d+)?)\s*(?::|by|x|to)\s*(\d{1,2}(?:\.\d+)?)\b(?! ?px)")
_SIZE = re.compile(r"\b(\d{2,5})\s*(?:x|×|by)\s*(\d{2,5})\b")
_CROP = re.compile(r"\b(crop(ped|ping)?|trim)\b")


def read(clause: str, index: int) -> list[Step]:
    """The changes of shape a clause asks for."""
    steps: list[Step] = []
    size = _SIZE.search(clause)
    if _CROP.search(clause):
        steps.append(_crop(clause))
    elif re.search(r"\bzoom(ed)? in|closer( in)?|close-up\b", clause):
        steps.append(Step(SHAPE, "closer", lambda work: _closer(work, 1.6)))
    elif re.search(
        r"\b(zoom(ed)? out|outpaint|uncrop|extend (the )?(image|picture|photo|canvas|edges|sides|"
        r"scene)|wider (view|shot)|widen)\b",
        clause,
    ):
        steps.append(Step(SHAPE, "wider", _wider))
    elif size and re.search(r"\b(resi[sz]e|scale|make it|to|size)\b", clause) and int(size[1]) > 30:
        width, height = (int(np.clip(int(size[part]), 16, 4096)) for part in (1, 2))
        steps.append(Step(SHAPE, f"{width} × {height}", _resized(width, height)))
    if re.search(r"\b(flip|mirror|reflect)(ped|ed)?\b", clause) and not re.search(
        r"\b(lake|water)\b", clause
    ):
        upright = re.search(r"\b(vertical(ly)?|upside)\b", clause)
        steps.append(
            Step(SHAPE, "flipped" if upright else "mirrored", _flipped(0 if upright else 1))
        )
    elif re.search(r"\bupside[ -]?down\b", clause):
        steps.append(Step(SHAPE, "upside down", _turned(180)))
    if re.search(
        r"\b(rotat|turn(ed)? (it |the (image|picture|photo) )?(\d|left|right|clockwise|sideways|by)|tilt|straighten)",
        clause,
    ):
        steps += _rotation(clause)
    return steps


def _rotation(clause: str) -> list[Step]:
    degrees = re.search(r"(-?\d{1,3}(?:\.\d+)?)\s*(?:°|deg)?", clause)
    angle = float(degrees[1]) if degrees else 5.0 if re.search(r"tilt|straighten", clause) else 90.0
    if re.search(r"\b(counter-?clockwise|anti-?clockwise|ccw|left)\b", clause):
        angle = -angle
    return [Step(SHAPE, f"rotated {angle:g}°", _turned(angle))]


def _crop(clause: str) -> Step:
    ratio = _RATIO.search(clause)
    if re.search(r"\bsquare\b", clause):
        return Step(SHAPE, "cropped square", _to_ratio(1.0))
    if ratio and 0.1 < float(ratio[1]) / max(float(ratio[2]), 0.1) < 10:
        return Step(
            SHAPE, f"cropped {ratio[1]}:{ratio[2]}", _to_ratio(float(ratio[1]) / float(ratio[2]))
        )
    size = _SIZE.search(clause)
    if size:
        return Step(SHAPE, "cropped", _to_ratio(int(size[1]) / int(size[2])))
    for word, box in (
        ("left", (0, 0, 0.5, 1)), ("right", (0.5, 0, 1, 1)), ("top|upper", (0, 0, 1, 0.5)),
        ("bottom|lower", (0, 0.5, 1, 1)), ("cent(er|re)|middle", (0.2, 0.2, 0.8, 0.8)),
    ):  # fmt: skip
        if re.search(rf"\b({word})\b", clause):
            away = re.search(r"\b(off|out|away)\b", clause) and word not in ("cent(er|re)|middle",)
            x0, y0, x1, y1 = box
            kept = (1 - x1, 1 - y1, 1 - x0, 1 - y0) if away else box
            return Step(
                SHAPE, f"cropped to the {word.split('|')[0].replace('(er', 'er')}", _to_box(kept)
            )
    if re.search(r"\b(portrait|vertical)\b", clause):
        return Step(SHAPE, "cropped upright", _to_ratio(4 / 5))
    if re.search(r"\b(landscape|wide|cinematic|horizontal)\b", clause):
        return Step(SHAPE, "cropped wide", _to_ratio(16 / 9))
    return Step(SHAPE, "cropped to the subject", _to_subject)


def _to_ratio(ratio: float) -> Callable[[Work], None]:
    def do(work: Work) -> None:
        width = min(work.width, round(work.height * ratio))
        height = min(work.height, round(work.width / ratio))
        left, top = _corner(work, width, height)
        _take(work, left, top, max(width, 1), max(height, 1))

    return do


def _middle(work: Work) -> tuple[float, float]:
    """The middle of the subject, between it and the picture's."""
    subject = work.subject()
    total = max(float(subject.sum()), 1)
    x = float((subject.sum(0) * np.arange(work.width)).sum()) / total
    y = float((subject.sum(1) * np.arange(work.height)).sum()) / total
    return 0.7 * x + 0.15 * work.width, 0.7 * y + 0.15 * work.height


def _corner(work: Work, width: int, height: int) -> tuple[int, int]:
    """Left and top of a part of this size with the subject near its middle."""
    x, y = _middle(work)
    left = int(np.clip(x - width / 2, 0, work.width - width))
    top = int(np.clip(y - height / 2, 0, work.height - height))
    return left, top


def _to_box(box: tuple[float, float, float, float]) -> Callable[[Work], None]:
    def do(work: Work) -> None:
        left, top = round(box[0] * work.width), round(box[1] * work.height)
        _take(
            work,
            left,
            top,
            max(round(box[2] * work.width) - left, 1),
            max(round(box[3] * work.height) - top, 1),
        )

    return do


def _to_subject(work: Work) -> None:
    ys, xs = np.nonzero(work.subject() > 0.5)
    if len(xs) == 0:
        return
    room = round(0.06 * work.unit)
    left, top = max(int(xs.min()) - room, 0), max(int(ys.min()) - room, 0)
    width = min(int(xs.max()) + room, work.width - 1) - left + 1
    height = min(int(ys.max()) + room, work.height - 1) - top + 1
    if width * height > 0.94 * work.width * work.height:
        _to_box((0.1, 0.1, 0.9, 0.9))(work)
    else:
        _take(work, left, top, width, height)


def _take(work: Work, left: int, top: int, width: int, height: int) -> None:
    def part(layer: Pixels) -> Pixels:
        return np.ascontiguousarray(layer[top : top + height, left : left + width])

    work.opacity = None if work.opacity is None else part(work.opacity)
    work.put(part(work.pixels), moved=True)
    work.reshaped = True


def _closer(work: Work, factor: float) -> None:
    size = (work.width, work.height)
    width, height = max(round(work.width / factor), 1), max(round(work.height / factor), 1)
    left, top = _corner(work, width, height)
    part = work.pixels[top : top + height, left : left + width]
    work.put(cv2.resize(part, size, interpolation=cv2.INTER_LANCZOS4), moved=True)


def _wider(work: Work) -> None:
    """A quarter more on every side: mirrored, then calmer the further out, so that the mirror does not show."""
    size = (work.width, work.height)
    across, down = work.width // 4, work.height // 4
    wide = cv2.copyMakeBorder(work.pixels, down, down, across, across, cv2.BORDER_REFLECT_101)
    calm = cv2.GaussianBlur(wide, (0, 0), work.unit / 45)
    y = np.abs(np.linspace(-1, 1, wide.shape[0], dtype=np.float32))[:, None]
    x = np.abs(np.linspace(-1, 1, wide.shape[1], dtype=np.float32))[None, :]
    out = np.clip((np.maximum(x, y) - 0.66) / 0.3, 0, 1)[..., None]
    mixed = wide + (calm.astype(np.float32) - wide) * out
    work.put(cv2.resize(mixed, size, interpolation=cv2.INTER_AREA), moved=True)


def _resized(width: int, height: int) -> Callable[[Work], None]:
    def do(work: Work) -> None:
        _to_ratio(width / height)(work)
        way = cv2.INTER_AREA if width < work.width else cv2.INTER_CUBIC
        work.opacity = None if work.opacity is None else cv2.resize(work.opacity, (width, height))
        work.put(cv2.resize(work.pixels, (width, height), interpolation=way), moved=True)

    return do


def _flipped(axis: int) -> Callable[[Work], None]:
    def do(work: Work) -> None:
        work.opacity = None if work.opacity is None else cv2.flip(work.opacity, axis)
        work.put(cv2.flip(work.pixels, axis), moved=True)

    return do


def _turned(angle: float) -> Callable[[Work], None]:
    """Clockwise by degrees; odd angles are cropped so that no empty corner shows."""

    def do(work: Work) -> None:
        quarter = {
            90: cv2.ROTATE_90_CLOCKWISE,
            180: cv2.ROTATE_180,
            270: cv2.ROTATE_90_COUNTERCLOCKWISE,
        }.get(round(angle) % 360)
        if quarter is not None:
            work.opacity = None if work.opacity is None else cv2.rotate(work.opacity, quarter)
            work.put(cv2.rotate(work.pixels, quarter), moved=True)
            work.reshaped = work.reshaped or quarter != cv2.ROTATE_180
            return
        radians = abs(np.radians(angle))
        long, short = max(work.width, work.height), min(work.width, work.height)
        zoom = float(np.abs(np.cos(radians)) + np.abs(np.sin(radians)) * long / short)
        matrix = cv2.getRotationMatrix2D((work.width / 2, work.height / 2), -angle, zoom)
        size = (work.width, work.height)
        work.opacity = None if work.opacity is None else cv2.warpAffine(work.opacity, matrix, size)
        work.put(
            cv2.warpAffine(
                work.pixels, matrix, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT
            ),
            moved=True,
        )

    return do
