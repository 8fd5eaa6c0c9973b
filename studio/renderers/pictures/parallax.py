"""A camera that moves before a picture: its things, each of one piece, pass before the ground and the backdrop."""

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.pictures.standing import Scenery, scenery
from studio.renderers.regions.keeping import kept_in
from studio.renderers.regions.matte import shrunk

_FOCAL = 1.1
"""Focal length as a share of the longer side."""
_ASIDE = 0.008
"""How far what is as near as 1 moves for each degree that the camera goes round, as a share of the width."""
_TURNED = 0.45
"""The picture itself is turned by this share of the camera's way, and so keeps its shapes: a ball stays a ball."""
_RAISED = 0.8
_TIGHT = 0.45
"""What lies between things is pressed together to no less than this."""
_CUT_OFF, _ROOM = 0.015, 0.7
"""What is nearer to the border, as a share of the width, is cut off by it; a thing goes so much of its way there."""
_AIR = 0.03
"""So much of the picture, as a share, is left around what stands out."""
_COARSE = 640
_DETAILED = 0.1
"""So far beyond the border, as a share of the shorter side, there is detail."""
_BORDER = 64
Matrix = Array


def camera_view(pixels: Pixels, yaw: float, pitch: float, near: float = 1.0) -> Pixels:
    """What a camera sees after going `yaw` degrees to the right and `pitch` degrees up round what is in the picture.

    `near` is how much larger things become. Same size as the picture; the frame closes in as far as it must to stay
    within it, and keeps what stands out in view.
    """
    height, width = pixels.shape[:2]
    scene = scenery(pixels)
    aside = _aside(scene, -_ASIDE * yaw * width, width)
    lens = _lens((width, height), yaw * _TURNED, pitch * _RAISED)
    frame = _frame((width, height), aside, lens, _kept(pixels, scene), near)
    return _seen(pixels, aside, frame @ lens)


def _aside(scene: Scenery, most: float, width: int) -> Array:
    """How many pixels each point of the coarse scene moves aside, `most` where it is nearest.

    It is less where something would fold over itself, or the largest thing would leave the picture.
    """
    aside = np.asarray(scene.near * np.float32(most))
    steepest = float(np.diff(aside, axis=1).min()) * aside.shape[1] / width
    share = min(1.0, (1 - _TIGHT) / max(-steepest, 1e-6))
    if scene.main is not None:
        first, last = scene.main.box()[:, 0]
        room = first if most < 0 else width - 1 - last
        way = abs(most * scene.main.near)
        if room > _CUT_OFF * width and way > _ROOM * room:
            share = min(share, _ROOM * room / way)
    return aside * np.float32(share)


def _kept(pixels: Pixels, scene: Scenery) -> Array | None:
    """The first and the last column and row of what stands out, in pixels; None where nothing does."""
    found = kept_in(pixels)
    if found is None:
        return scene.main.box() if scene.main else None
    last = np.array(pixels.shape[1::-1]) - 1.0
    places = np.array([[found.left, found.top], [found.right, found.bottom]])
    return np.asarray(np.clip(places, 0, 1) * last)


def _lens(size: tuple[int, int], swing_degrees: float, tip_degrees: float) -> Matrix:
    """The mild perspective of a picture that is turned about its middle."""
    swing, tip = np.radians(swing_degrees), np.radians(tip_degrees)
    focal = _FOCAL * max(size)
    middle = np.array([[1, 0, (size[0] - 1) / 2], [0, 1, (size[1] - 1) / 2], [0, 0, 1]])
    # without the cosines, by which all would become narrower
    turned = np.array([[1, 0, 0], [0, 1, 0], [-np.sin(swing) / focal, np.sin(tip) / focal, 1]])
    return np.asarray(middle @ turned @ np.linalg.inv(middle))


def _frame(
    size: tuple[int, int], aside: Array, lens: Matrix, kept: Array | None, near: float
) -> Matrix:
    """What of the moved picture is shown: no more than there is of it, `near` times as large or larger."""
    borders = [_border(size, aside, lens, side) for side in range(4)]
    low = borders[0].max(), borders[2].max()
    high = borders[1].min(), borders[3].min()
    zoom = near
    if near > 1 and kept is not None:  # closer, but not so close that something of it is cut off
        room = (kept[1] - kept[0] + 1) / size
        zoom = max(min(near, *(1 / np.minimum(room + 2 * _AIR, 1))), 1.0)
    if near >= 1:
        zoom = max(zoom, *((size[axis] - 1) / (high[axis] - low[axis]) for axis in (0, 1)))
    box = np.array([[0, 0], [size[0] - 1, size[1] - 1]], float) if kept is None else kept
    corners = np.array([[x, y] for x in box[:, 0] for y in box[:, 1]])
    there = _through(lens, corners + (float(_at(aside, size, corners).mean()), 0))
    start = []
    for axis in (0, 1):
        shown, end = (size[axis] - 1) / zoom, size[axis] - 1
        begin, stop = there[:, axis].min(), there[:, axis].max()
        # the room before and behind it stays in proportion; what is too large shows its middle, or its head
        before, behind = box[0, axis], end - box[1, axis]
        share = before / (before + behind) if before + behind > 0 else 0.5
        if stop - begin > shown:
            share = 0.5 * (1 - axis)
        wanted = begin - share * (shown - (stop - begin))
        spare = high[axis] - low[axis] - shown
        start.append(
            low[axis] + (min(max(wanted - low[axis], 0), spare) if spare > 0 else spare / 2)
        )
    return np.array([[zoom, 0, -zoom * start[0]], [0, zoom, -zoom * start[1]], [0, 0, 1]])


def _border(size: tuple[int, int], aside: Array, lens: Matrix, side: int) -> Array:
    """Where along one axis the left, right, upper or lower border of the picture goes."""
    along = np.linspace(0, 1, _BORDER)
    fixed = np.full(_BORDER, float(side % 2))
    x, y = (fixed, along) if side < 2 else (along, fixed)
    places = np.stack([x * (size[0] - 1), y * (size[1] - 1)], -1)
    places[:, 0] += _at(aside, size, places)
    return _through(lens, places)[:, side // 2]


def _at(layer: Array, size: tuple[int, int], places: Array) -> Array:
    """Values of a coarse layer at places of the picture, (count, 2)."""
    ratio = np.array(layer.shape[::-1]) / size
    x, y = np.rint((places + 0.5) * ratio - 0.5).astype(int).T
    rows, columns = layer.shape
    return np.asarray(layer[np.clip(y, 0, rows - 1), np.clip(x, 0, columns - 1)])


def _through(matrix: Matrix, places: Array) -> Array:
    """Where a matrix takes places, (count, 2)."""
    made = np.column_stack([places, np.ones(len(places))]) @ matrix.T
    return np.asarray(made[:, :2] / made[:, 2:])


def _seen(pixels: Pixels, aside: Array, matrix: Matrix) -> Pixels:
    """The picture with each point moved aside and then taken where a matrix takes it."""
    height, width = pixels.shape[:2]
    scale = min(_COARSE / max(height, width), 1)
    count = (max(round(width * scale), 2), max(round(height * scale), 2))
    x, y = np.meshgrid(
        (np.arange(count[0]) + 0.5) * (width / count[0]) - 0.5,
        (np.arange(count[1]) + 0.5) * (height / count[1]) - 0.5,
    )
    back = np.linalg.inv(matrix)
    depth = back[2, 0] * x + back[2, 1] * y + back[2, 2]
    at_x, at_y = (
        ((row[0] * x + row[1] * y + row[2]) / depth).astype(np.float32) for row in back[:2]
    )
    came = _came_from(aside, width)
    ratio = np.array(came.shape[::-1]) / (width, height)
    at_x = at_x + cv2.remap(
        came,
        ((at_x + 0.5) * ratio[0] - 0.5).astype(np.float32),
        ((at_y + 0.5) * ratio[1] - 0.5).astype(np.float32),
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REPLICATE,
    )
    full_x, full_y = (
        cv2.resize(one, (width, height), interpolation=cv2.INTER_CUBIC) for one in (at_x, at_y)
    )
    seen = cv2.remap(pixels, full_x, full_y, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT_101)
    return _calm_outside(pixels, seen, full_x, full_y)


def _came_from(aside: Array, width: int) -> Array:
    """For each point of the moved picture how far beside it what is seen there was."""
    rows, columns = aside.shape
    x = (np.arange(columns) + 0.5) * (width / columns) - 0.5
    made = np.empty((rows, columns), np.float32)
    for row in range(rows):
        made[row] = np.interp(x, x + aside[row], x) - x
    return made


def _calm_outside(pixels: Pixels, seen: Pixels, x: Array, y: Array) -> Pixels:
    """Beyond the picture's border its light and colours go on as they are there; near it, with its mirrored detail.

    A mirrored picture would grow lighter again where a lens has darkened its corners.
    """
    height, width = seen.shape[:2]
    beyond = np.maximum(np.maximum(-x, x - width + 1), np.maximum(-y, y - height + 1))
    if float((beyond > 2).mean()) < 0.002:
        return seen
    unit = min(height, width)
    small = shrunk(pixels, _COARSE // 4)
    coarse = cv2.GaussianBlur(
        small.astype(np.float32), (0, 0), min(small.shape[:2]) / 30, borderType=cv2.BORDER_REPLICATE
    )
    at_x, at_y = (
        ((one + 0.5) * (part / whole) - 0.5).astype(np.float32)
        for one, part, whole in ((x, small.shape[1], width), (y, small.shape[0], height))
    )
    level, mirrored = (
        cv2.remap(coarse, at_x, at_y, cv2.INTER_LINEAR, borderMode=mode)
        for mode in (cv2.BORDER_REPLICATE, cv2.BORDER_REFLECT_101)
    )
    detail = np.clip(1 - beyond / (unit * _DETAILED), 0, 1)[..., None]
    out = np.where(beyond[..., None] > 0, level + (seen - mirrored) * detail, seen)
    return np.clip(out + 0.5, 0, 255).astype(np.uint8)
